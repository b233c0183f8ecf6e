"""Complex fields: field characters around a code and a result (17.16.18)."""

from __future__ import annotations

from dataclasses import dataclass, field

from unreport.readers.word.fields.form_fields import FormField
from unreport.readers.word.xml_names import Element, W, child

FIELD_CHARACTER = f"{W}fldChar"
TYPE = f"{W}fldCharType"
FIELD_SCOPES = tuple(
    W + name for name in ("txbxContent", "footnote", "endnote", "body", "hdr", "ftr", "comment")
)

REMOVED = {False: (f"{W}del", f"{W}moveFrom"), True: (f"{W}ins", f"{W}moveTo")}
"""The tracked changes whose content is left out; True: in the original."""


@dataclass(slots=True)
class Field:
    """An open complex field."""

    form: FormField | None = None
    code: list[str] = field(default_factory=list)
    in_result: bool = False
    has_result: bool = False


def remove_unclosed(root: Element, *, original: bool) -> None:
    """Disable the field characters that do not form a field in their story.

    If a complex field is not closed before the end of its story, its field characters are ignored
    (17.16.18).  Removed characters, or those in removed rows, do not close a field of the remaining
    text.
    """
    stacks: dict[Element | None, list[list[Element]]] = {}
    for element in root.iter(FIELD_CHARACTER):
        stack = stacks.setdefault(next(element.iterancestors(*FIELD_SCOPES), None), [])
        kind = element.get(TYPE)
        if _is_removed(element, original=original):
            _disable(element)
        elif kind == "begin":
            stack.append([element])
        elif stack and kind == "separate":
            stack[-1].append(element)
        elif stack and kind == "end":
            stack.pop()
        else:
            _disable(element)
    for stack in stacks.values():
        for characters in stack:
            for element in characters:
                _disable(element)


def _disable(element: Element) -> None:
    element.attrib.pop(TYPE, None)


def _is_removed(element: Element, *, original: bool) -> bool:
    """Whether a tracked change removes a character, or the row that it is in."""
    if any(True for _ in element.iterancestors(*REMOVED[original])):
        return True
    name = "ins" if original else "del"
    return any(
        child(child(row, "trPr"), name) is not None for row in element.iterancestors(f"{W}tr")
    )
