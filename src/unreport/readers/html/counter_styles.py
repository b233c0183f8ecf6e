"""Markers of lists: the counter styles of HTML and CSS (CSS Counter Styles 3, 6 and 7)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from unreport.readers.word.number_formats import format_number
from unreport.readers.word.xml_names import Element

# `type` of a list or an item, or `list-style-type`, by ST_NumberFormat
COUNTER_STYLES = {
    "1": "decimal", "i": "lowerRoman", "I": "upperRoman", "decimal": "decimal",
    "decimal-leading-zero": "decimalZero", "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman", "arabic-indic": "hindiArabic", "hebrew": "hebrew1",
    "simp-chinese-informal": "chineseCountingThousand",
    "simp-chinese-formal": "chineseLegalSimplified",
    "trad-chinese-informal": "taiwaneseCountingThousand",
    "trad-chinese-formal": "ideographLegalTraditional",
    "cjk-ideographic": "chineseCountingThousand", "cjk-decimal": "ideographDigital",
    "cjk-heavenly-stem": "ideographTraditional", "cjk-earthly-branch": "ideographZodiac",
    "none": "none", "disc": "bullet", "circle": "bullet", "square": "bullet",
}  # fmt: skip
LATIN = "abcdefghijklmnopqrstuvwxyz"
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
ALPHABETS = {
    "a": LATIN, "lower-alpha": LATIN, "lower-latin": LATIN, "lower-russian": RUSSIAN,
    "A": LATIN.upper(), "upper-alpha": LATIN.upper(), "upper-latin": LATIN.upper(),
    "upper-russian": RUSSIAN.upper(), "lower-greek": "αβγδεζηθικλμνξοπρστυφχψω",
}  # fmt: skip
HAN = re.compile(r"cjk|chinese")
BULLET = "•"
QUOTED = re.compile(r"\s*+(?:\"([^\"]*+)\"|'([^']*+)')")  # `list-style-type: "– "`
INTEGER = re.compile(r"\s*+([+-]?\d{1,9})(?!\d)")  # what follows is ignored (2.3.4.1)


@dataclass
class ListNumbering:
    """The numbering of an open list: its counter style or marker, and the next ordinal value."""

    style: str
    next: int
    step: int = 1
    marker: str | None = None  # a string in place of a counter style

    def label(self, element: Element) -> str:
        """The marker of the next item, which may have a value and a type of its own."""
        told = integer(element.get("value"))
        n = self.next if told is None else told
        self.next = n + self.step
        if self.marker is not None:
            return self.marker.strip()
        own = element.get("type", "")
        return _marker(n, own if _is_known(own) else self.style)


def list_numbering(element: Element, style: dict[str, str]) -> ListNumbering:
    """The counter style of a list: `list-style-type`, else its `type` attribute."""
    told = style.get("list-style-type") or style.get("list-style") or element.get("type") or ""
    quoted = QUOTED.match(told)
    kind = told.split(" ")[0] if len(told) > 1 else told
    if not _is_known(kind):
        kind = "decimal" if element.tag == "ol" else "disc"
    back = element.get("reversed") is not None
    first = len(element.findall("li")) if back else 1
    start = integer(element.get("start"))
    return ListNumbering(
        kind,
        first if start is None else start,
        -1 if back else 1,
        (quoted[1] or quoted[2] or "") if quoted else None,
    )


def integer(text: str | None) -> int | None:
    """The integer that an attribute begins with, or None (HTML Living Standard, 2.3.4.1)."""
    found = INTEGER.match(text or "")
    return int(found[1]) if found else None


def _is_known(style: str) -> bool:
    return style in COUNTER_STYLES or style in ALPHABETS


def _marker(n: int, style: str) -> str:
    if style in ALPHABETS:
        return f"{_letters(n, ALPHABETS[style])}."
    if COUNTER_STYLES[style] == "bullet":
        return BULLET
    mark = format_number(n, COUNTER_STYLES[style], rtl=True) if n > 0 else str(n)
    if COUNTER_STYLES[style] == "none":
        return ""
    return f"{mark}{'、' if HAN.search(style) else '.'}"


def _letters(n: int, alphabet: str) -> str:
    """Letters as digits without a zero: `z`, `aa`, `ab`; decimals below 1 (3.1.5, alphabetic)."""
    out = ""
    rest = n
    while rest > 0:
        rest, digit = divmod(rest - 1, len(alphabet))
        out = alphabet[digit] + out
    return out or str(n)
