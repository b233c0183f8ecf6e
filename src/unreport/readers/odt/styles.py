"""Styles of OpenDocument: paragraph and text properties, and list styles as numbering."""

from __future__ import annotations

import re
from functools import reduce

from msgspec import Struct

from unreport.readers.odt.names import FO, OFFICE, STYLE, TEXT
from unreport.readers.word.heading_styles import style_name_level
from unreport.readers.word.numbering import NumberingLevel
from unreport.readers.word.styles import RunProperties
from unreport.readers.word.xml_names import Element

MAX_CHAIN = 40  # of parent styles
DEFAULT_SIZE = 12.0  # points
# Of LibreOffice, in place of the prefix and suffix
LIST_FORMAT = (
    "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
)
LEVEL_MARK = re.compile(r"%(\d{1,2})%")
POINTS = re.compile(r"(\d+(?:\.\d+)?)pt")
FORMATS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "": "none",
}  # fmt: skip
OUTLINE = "outline"  # the list style of headings


class OdtStyle(Struct, frozen=True):
    """A paragraph or text style with its inherited properties."""

    name: str = ""
    run: RunProperties = RunProperties()
    centred: bool | None = None
    level: int | None = None
    outline_numbered: bool = True  # false for an empty `style:list-style-name`


class OdtStyles(Struct, frozen=True):
    """The styles of a file by name, and the levels of its list styles."""

    styles: dict[str, OdtStyle]
    lists: dict[str, dict[int, NumberingLevel]]

    def get(self, name: str | None) -> OdtStyle:
        """The style with a name, or the default style."""
        return self.styles.get(name or "", OdtStyle())


def read_styles(roots: list[Element]) -> OdtStyles:
    """Read named and automatic styles; those of the content precede equal names."""
    elements: dict[str, Element] = {}
    lists: dict[str, dict[int, NumberingLevel]] = {}
    for root in roots:
        for element in root.iter(f"{STYLE}style"):
            elements[element.get(f"{STYLE}name", "")] = element
        for element in root.iter(f"{TEXT}list-style"):
            lists[element.get(f"{STYLE}name", "")] = _levels(element)
        for element in root.iter(f"{TEXT}outline-style"):
            lists[OUTLINE] = _levels(element)
    return OdtStyles({name: _style(name, elements) for name in elements}, lists)


def _style(name: str, elements: dict[str, Element]) -> OdtStyle:
    chain: list[Element] = []
    here: str | None = name
    while here in elements and len(chain) < MAX_CHAIN and elements[here] not in chain:
        chain.append(elements[here])
        here = chain[-1].get(f"{STYLE}parent-style-name")
    run = reduce(
        lambda base, own: own.inheriting(base),
        (_run(element.find(f"{STYLE}text-properties")) for element in reversed(chain)),
        RunProperties(),
    )
    aligned = (e.find(f"{STYLE}paragraph-properties") for e in chain)
    sides = (p.get(f"{FO}text-align") for p in aligned if p is not None)
    side = next((side for side in sides if side), None)
    shown, level = _name_level(chain)
    lists = (e.get(f"{STYLE}list-style-name") for e in chain)
    own_list = next((name for name in lists if name is not None), OUTLINE)
    centred = None if side is None else side == "center"
    return OdtStyle(shown, run, centred, level, own_list != "")


def _name_level(chain: list[Element]) -> tuple[str, int | None]:
    """The name of the nearest named style, and the heading level by it or by its outline level."""
    for element in chain:
        parent, shown = element.getparent(), element.get(f"{STYLE}display-name", "")
        if shown or (parent is not None and parent.tag == f"{OFFICE}styles"):
            shown = shown or element.get(f"{STYLE}name", "")
            known, level = style_name_level(shown)
            outline = element.get(f"{STYLE}default-outline-level")
            return shown, level if known else outline_level(outline)
    return "", None


def _run(properties: Element | None) -> RunProperties:
    if properties is None:
        return RunProperties()
    weight, slant = properties.get(f"{FO}font-weight"), properties.get(f"{FO}font-style")
    size = POINTS.fullmatch(properties.get(f"{FO}font-size", ""))
    position = properties.get(f"{STYLE}text-position", "")
    display = properties.get(f"{TEXT}display")
    return RunProperties(
        bold=None if weight is None else weight in ("bold", "600", "700", "800", "900"),
        italic=None if slant is None else slant in ("italic", "oblique"),
        size=float(size[1]) if size else None,
        hidden=None if display is None else display == "none",
        vertical=_vertical(position),
        font=properties.get(f"{STYLE}font-name") or properties.get(f"{FO}font-family"),
    )


def _vertical(position: str) -> str | None:
    """`style:text-position`: `super 58%`, `-33% 58%`."""
    if not position:
        return None
    if position.startswith(("super", "sub")):
        return "superscript" if position.startswith("super") else "subscript"
    amount = position.split("%", maxsplit=1)[0]
    if not re.fullmatch(r"-?\d+(?:\.\d+)?", amount) or float(amount) == 0:
        return "baseline"
    return "subscript" if amount.startswith("-") else "superscript"


def _levels(element: Element) -> dict[int, NumberingLevel]:
    levels: dict[int, NumberingLevel] = {}
    for level in element:
        number = level.get(f"{TEXT}level", "") if isinstance(level.tag, str) else ""
        if number.isdigit() and 1 <= int(number) <= 10:  # noqa: PLR2004  # ODF has ten levels
            levels[int(number) - 1] = _level(level, int(number))
    return levels


def _level(element: Element, number: int) -> NumberingLevel:
    if element.tag == f"{TEXT}list-level-style-bullet":
        return NumberingLevel(format="bullet", text=element.get(f"{TEXT}bullet-char", "•"))
    form = element.get(f"{STYLE}num-format", "")
    shown = element.get(f"{TEXT}display-levels", "1")
    first = max(number - (int(shown) if shown.isdigit() else 1) + 1, 1)
    places = ".".join(f"%{at}" for at in range(first, number + 1)) if form else ""
    text = element.get(f"{STYLE}num-prefix", "") + places + element.get(f"{STYLE}num-suffix", "")
    if template := element.get(LIST_FORMAT):  # `(%1%.%2%)`
        text = LEVEL_MARK.sub(r"%\1", template)
    start = element.get(f"{TEXT}start-value", "1")
    return NumberingLevel(
        start=int(start) if start.isdigit() else 1,
        format=FORMATS.get(form, "decimal"),
        custom_format=None if form in FORMATS else form,
        text=text if form else "",
    )


def outline_level(text: str | None) -> int | None:
    """An outline level of 1 to 10, or None."""
    return int(text) if text and re.fullmatch(r"[1-9]|10", text) else None
