"""Calls of footnotes that are superscript digits: `¹` for a raised `1`.

Typst takes U+00B9 and the like for raised figures where a font has them, and so does a writer who
types them.  On a page whose notes begin with such digits, the same ones after a word are its calls,
and stand in the text as those of all other files.  Those of units and powers stay: `km²`, `10⁻³`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from unreport.readers.pdf.layout.text_lines import TextLine

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
CALL = re.compile(
    # after a word, a sign or a bracket; not after a number, the letter of a formula or a unit
    rf"(?<![\d{SUPERSCRIPTS}⁺⁻])[{SUPERSCRIPTS}]{{1,3}}(?![\d{SUPERSCRIPTS}⁺⁻])"
)
POWER = re.compile(
    r"(?<![^\W\d_])"
    r"(?:[^\W\d_\u2e80-\u9fff]|[kchdmnµμM]m|dam|ft|in|mi|yd|ha|[кдсм]м|га|[كس]م)$"
)
LONGEST_UNIT = 4  # characters, with the one before it


def read_superscript_calls(rows: Sequence[TextLine]) -> None:
    """Read the superscript digits that open notes, and their calls, as raised digits."""
    notes: dict[int, set[str]] = defaultdict(set)
    for row in rows:
        if row.region == "note" and (opening := CALL.match(row.text)):
            notes[row.page].add(opening[0])
    for row in rows:
        if row.page not in notes or not any(sign in row.text for sign in SUPERSCRIPTS):
            continue
        if row.region == "note":
            _read_marker(row)
        else:
            _read_calls(row, notes[row.page])


def _read_marker(row: TextLine) -> None:
    if opening := CALL.match(row.text):
        rest = row.text[opening.end() :].lstrip()
        row.text, row.has_marker = f"{opening[0].translate(DIGITS)} {rest}", True


def _read_calls(row: TextLine, marks: set[str]) -> None:
    text = row.text
    found = [
        (sign.start(), sign.end())
        for sign in CALL.finditer(text)
        if sign[0] in marks
        and not POWER.search(text, max(0, sign.start() - LONGEST_UNIT), sign.start())
    ]
    for start, end in found:
        row.text = row.text[:start] + row.text[start:end].translate(DIGITS) + row.text[end:]
        if not start:
            row.leading_call = end
    row.calls = tuple(sorted({*row.calls, *(call for call in found if call[0])}))
