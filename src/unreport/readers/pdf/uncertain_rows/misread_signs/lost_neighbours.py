"""Signs beside which something is lost: brackets with nothing in them, `第` without its number.

A glyph without text leaves no trace but the signs that stood around it.  A sign of percentage
follows a number in a sentence, a Chinese ordinal has one before its noun, and nobody prints
brackets around nothing; the arguments of a function follow its name.  Drafts have square brackets
around what is not decided yet, forms have boxes to tick, and heads of columns a unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.uncertain_rows.reasons import mark

HAN = "[\u3400-\u9fff]"
EMPTY_BRACKETS = re.compile(
    r"[(（](?<![\w\]].)[ ·]{0,9}[)）](?!\w)|[\[【〔《「](?<![\w\]].)[\]】〕》」](?!\w)", re.ASCII
)
"""`( )`, but `main()`, `[x]()`, `()s`; `[]`, but a blank in a draft, `[ ] October`."""
BLANK = re.compile(
    r"(?:^|[\t ])[(（\[][ ·\N{IDEOGRAPHIC SPACE}]{1,9}[)）\]]|（[ ·\N{IDEOGRAPHIC SPACE}]{1,9}）"
)
"""A box to tick, which stands before its text, or a blank to fill in."""
LEAST_BLANKS = 2
WITHOUT_NUMBER = re.compile(
    f"第[号届段条章款项次页卷期节]|[%％‰](?<={HAN}.)(?=[\u3400-\u9fff，。；])"
)
"""`第号决议`, `约占％的`; but `占比％` at the head of a column."""


def mark_lost_neighbours(rows: Iterable[TextLine]) -> None:
    """Mark the rows that have such a sign."""
    for row in rows:
        if row.certain and (found := _sign_alone(row.text)) is not None:
            mark(row, f"something is lost beside “{found[0]}”")


def _sign_alone(text: str) -> re.Match[str] | None:
    """Such a sign, where a text has one.

    >>> [bool(_sign_alone(text)) for text in ("the list ( ) of", "call main() first", "第号决议")]
    [True, False, True]
    """
    found = EMPTY_BRACKETS.search(text)
    if found and not _is_blank(text, found):
        return found
    return None if text.isascii() else WITHOUT_NUMBER.search(text)


def _is_blank(text: str, brackets: re.Match[str]) -> bool:
    """Whether brackets are a box to tick or a blank: before all text, or one of several."""
    blanks = [*BLANK.finditer(text)]
    return bool(blanks) and (len(blanks) >= LEAST_BLANKS or not text[: brackets.start()].strip())
