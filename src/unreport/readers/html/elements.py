"""Elements of HTML (HTML Living Standard): role, level, format and numbering of their text."""

from __future__ import annotations

import re
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from unreport.document import Line, Role
from unreport.readers.html.counter_styles import ListNumbering, list_numbering
from unreport.readers.symbol_fonts import FONTS
from unreport.readers.word.heading_styles import style_name_level
from unreport.readers.word.layout_tables import DISTRIBUTION
from unreport.readers.word.styles import MIN_RAISED
from unreport.readers.word.xml_names import Element

NOT_RENDERED = frozenset({
    "script", "style", "head", "noscript", "noframes", "template", "button", "datalist",
    "iframe", "audio", "video", "canvas", "meter", "progress", "rt", "rp", "title",
    "noembed",
})  # fmt: skip
BLOCK_ELEMENTS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend",
    "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
HEADINGS = {f"h{level}": level for level in range(1, 7)}
FURNITURE: dict[str, Role] = {"nav": "head", "aside": "head", "footer": "foot"}
BOLD, ITALIC = frozenset({"b", "strong", "th"}), frozenset({"i", "em", "cite"})

MAX_PARAGRAPHS_PER_CELL = 4  # on average; a table with more is a layout table

# `style='mso-list:l0 level1 lfo1;display:none'`
DECLARATION = re.compile(r"(?<![\w-])([\w-]++)\s*+:([^;]++)")
HIDDEN = frozenset({("display", "none"), ("mso-hide", "all")})
INVISIBLE = ("hidden", "collapse")  # `visibility`, which an element in it may switch off
NO_SIZE = re.compile(r"\+?0*+(?:\.0*+)?(?:[a-z]{1,4}|%)?")
RELATIVE_SIZE = re.compile(r"(?:em|ex|ch|%|smaller|larger|inherit)$")
BREAKING_SPACE = ("pre", "pre-wrap", "break-spaces")
POINTS = re.compile(r"(?<!\d)(\d++(?:\.\d++)?)pt")
SPACE = re.compile(r"[ \t\r\n\f]+")

# Note calls: `<a href="#_ftn1">`, `<a href="#fn:2">`, `<a href="#note3">`; the note: `id="ftn1"`
CALL_TARGET = re.compile(r"#_?(?:ftn|edn|fn|footnote|endnote|note)[-:_]?\d+$", re.IGNORECASE)
NOTE_PLACE = re.compile(r"_?(?:ftn|edn|fn|footnote|endnote|note)[-:_]?\d+$", re.IGNORECASE)
NOTE_CLASSES = frozenset({"msofootnotetext", "msoendnotetext", "footnotes", "footnote", "endnotes"})
BRACKETED = re.compile(r"\[(\w{1,4}|[*†‡]+)\]")  # Word writes `[1]` for the call 1
NOTE_MARK = re.compile(r"\[?(\w{1,4}|[*†‡]+)\]?[.)]?\s+")
SUPERSCRIPT_CALL = re.compile(r"\d{1,3}|\*{1,3}")
SCRIPT_ELEMENTS = {"sup": "superscript", "sub": "subscript"}
ALIGNMENTS = {"super": "superscript", "sub": "subscript"}
UNIT = re.compile(r"\b[ckm]?m$")  # `km²`: a superscript that is no note call


class ElementContext(Struct, frozen=True, kw_only=True):
    """Properties that text inherits from its ancestor elements."""

    role: Role = "body"
    level: int | None = None
    style: str | None = None
    bold: bool = False
    italic: bool = False
    size: float | None = None
    centred: bool | None = None
    preformatted: bool = False  # `white-space: pre`
    keeps_breaks: bool = False  # `white-space: pre-line`
    in_call: bool = False  # in a note call
    visible: bool = True  # `visibility`
    sized: bool = True  # not of size 0
    symbol_font: str | None = None  # a font whose codes are not those of Unicode
    list_numbering: ListNumbering | None = None


def element_context(
    element: Element, outer: ElementContext, style: dict[str, str]
) -> ElementContext:
    """The properties of the text in an element; `style` are the declarations that apply to it."""
    tag = element.tag
    if tag == "br":
        return outer
    kind = (element.get("class") or "").strip()
    changes: dict[str, object] = {}
    if tag in BLOCK_ELEMENTS:
        changes |= _block(element, style, kind, outer)
    if tag in BOLD or "font-weight" in style:
        changes["bold"] = tag in BOLD or style.get("font-weight") in ("bold", "bolder", "700")
    if tag in ITALIC or "font-style" in style:
        changes["italic"] = tag in ITALIC or style.get("font-style") in ("italic", "oblique")
    if "font-size" in style:
        changes |= _size(style["font-size"], outer)
    if fonts := style.get("font-family") or (element.get("face") if tag == "font" else None):
        font = fonts.partition(",")[0].strip(" \"'").lower()
        changes["symbol_font"] = font if font in FONTS else None
    if _calls(element):
        changes["in_call"] = True
    if tag in ("pre", "xmp", "plaintext", "listing"):
        changes["preformatted"] = True
    if space := style.get("white-space"):
        changes |= {"preformatted": space in BREAKING_SPACE, "keeps_breaks": space == "pre-line"}
    return replace(outer, **changes) if changes else outer


def _size(told: str, outer: ElementContext) -> dict[str, object]:
    """A size of characters in points, and whether it is more than 0."""
    sized = not NO_SIZE.fullmatch(told) and (outer.sized or not RELATIVE_SIZE.search(told))
    points = POINTS.search(told)
    return {"sized": sized} | ({"size": float(points[1])} if points else {})


def _block(
    element: Element, style: dict[str, str], kind: str, outer: ElementContext
) -> dict[str, object]:
    """What a block says of level, style, side, role and list."""
    tag = element.tag
    changes: dict[str, object] = {}
    if kind:
        changes["style"] = kind
    known, level = style_name_level(kind) if kind else (False, None)
    if tag in HEADINGS or known:
        changes["level"] = HEADINGS.get(tag, level)
    side = style.get("text-align") or element.get("align")
    if tag == "center" or side:
        changes["centred"] = tag == "center" or (side or "").lower() == "center"
    if _is_note(element, kind):
        changes["role"] = "note"
    elif tag in FURNITURE:
        changes["role"] = FURNITURE[tag]
    if tag in ("ol", "ul", "menu", "dir"):
        changes["list_numbering"] = list_numbering(element, style)
    elif outer.level and tag in ("li", "p", "td"):
        changes.setdefault("level", None)
    return changes


def _calls(element: Element) -> bool:
    """Whether an element may be a note call: a link to a note, or a superscript."""
    if element.tag == "a":
        return bool(CALL_TARGET.search(element.get("href") or ""))
    return bool(element.tag == "sup")


def _is_note(element: Element, kind: str) -> bool:
    if not NOTE_CLASSES.isdisjoint(kind.lower().split()):
        return True
    role: str = element.get("role") or ""
    if role.startswith(("doc-footnote", "doc-endnote")):
        return True
    return NOTE_PLACE.match(element.get("id") or "") is not None


def vertical_alignment(element: Element) -> str | None:
    """Superscript or subscript, by the element or its style; Word writes `mso-text-raise`."""
    if element.tag in SCRIPT_ELEMENTS:
        return SCRIPT_ELEMENTS[element.tag]
    style = style_declarations(element)
    raised = POINTS.fullmatch(style.get("mso-text-raise", ""))
    if raised and float(raised[1]) >= MIN_RAISED / 2 and "font-size" in style:
        return "superscript"
    return ALIGNMENTS.get(style.get("vertical-align", ""))


def with_note_mark(line: Line) -> Line:
    """Put the mark of a note at the start of its line, without brackets and with a space."""
    if (match := NOTE_MARK.match(line.text)) is None:
        return line
    text = f"{match[1]} {line.text[match.end() :]}"
    return replace(line, text=text, label=0, calls=())


def is_layout_table(table: Element) -> bool:
    """Whether a table is a layout table: one column, nested tables, headings, or a masthead."""
    tables = islice(table.iter("table"), 1, 2)
    if any(True for _ in tables) or any(True for _ in table.iter(*HEADINGS)):
        return True
    rows = [sum(1 for cell in row if cell.tag in ("td", "th")) for row in table.iter("tr")]
    if max(rows, default=0) <= 1:
        return True
    text = " ".join(islice(table.itertext(), 200))
    if DISTRIBUTION.search(text):
        return True
    return sum(1 for _ in table.iter("p")) > MAX_PARAGRAPHS_PER_CELL * sum(rows)


def style_declarations(element: Element) -> dict[str, str]:
    """The declarations of the `style` attribute."""
    declared = element.get("style")
    if not declared:
        return {}
    found = DECLARATION.findall(declared)
    return {name.lower(): told.partition("!")[0].strip().lower() for name, told in found}
