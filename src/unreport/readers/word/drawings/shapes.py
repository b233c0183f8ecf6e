"""Shapes of DrawingML and VML: text boxes, WordArt and objects of a drawing, in order."""

from __future__ import annotations

from unreport.readers.word.drawings.embedded_objects import OBJECTS, shows_object
from unreport.readers.word.xml_names import MC, OFF, Element, W

TEXT_BOX = f"{W}txbxContent"
CHOICE, FALLBACK = f"{MC}Choice", f"{MC}Fallback"
ALTERNATIVE = f"{MC}AlternateContent"
OFFICE_NAMESPACES = (
    "http://schemas.microsoft.com/office/",
    "http://schemas.openxmlformats.org/",
    "http://purl.oclc.org/ooxml/",
    "urn:schemas-microsoft-com:",
)
WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"


def selected_branch(alternative: Element) -> list[Element]:
    """The branch of `mc:AlternateContent` to read (part 3, 7.5).

    It is the first choice whose name spaces are understood, else the fallback; but one that has
    text is preferred, since branches of a picture have the same content.
    """
    known = [choice for choice in alternative.findall(CHOICE) if _is_understood(choice)]
    branches = [*known[:1], *alternative.findall(FALLBACK)]
    with_text = (b for b in branches if any(True for _ in b.iter(TEXT_BOX, f"{W}t", *OBJECTS)))
    branch = next(with_text, branches[0] if branches else None)
    return [] if branch is None else list(branch)


def _is_understood(choice: Element) -> bool:
    """Whether the name spaces that a choice requires are those of Office."""
    spaces = (choice.nsmap.get(prefix) for prefix in choice.get("Requires", "").split())
    return all(space is None or space.startswith(OFFICE_NAMESPACES) for space in spaces)


def drawn_content(element: Element) -> list[Element]:
    """What a drawing shows, in order; boxes within text boxes are read with the outer one."""
    out: list[Element] = []
    stack = [element]
    while stack:
        here = stack.pop()
        if here.tag == TEXT_BOX or shows_object(here) or word_art(here):
            out.append(here)
        elif here.tag == ALTERNATIVE:
            stack += reversed(selected_branch(here))
        else:
            stack += reversed(here)
    return out


def word_art(element: Element) -> str:
    """The text of WordArt (part 4, 19.1.2.23), which is an attribute; "" for other elements."""
    if element.tag != WORD_ART or element.get("on", "t") in (*OFF, "f"):
        return ""
    text: str = element.get("string", "")
    return " ".join(text.split())
