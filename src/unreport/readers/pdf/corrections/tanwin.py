"""Tanwin over lam-alef, before or after the alef as in the other words of a document.

Fathatan stands before the alef that follows it (`يومًا`) or on it (`يوماً`); both spellings are in
use, that on alef in the numbers of chapters (`أولاً-`) even where the text has the other.  Over the
ligature of lam and alef the page does not show which is meant, and most shapers store the mark
after the ligature.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unreport.readers.pdf.layout.text_lines import TextLine

FATHATAN, ALEF = "\N{ARABIC FATHATAN}", "\N{ARABIC LETTER ALEF}"
BEFORE_ALEF = re.compile(f"(?<!ل){FATHATAN}{ALEF}(?!\\w)")
ON_ALEF = re.compile(f"[^\\Wل]{ALEF}{FATHATAN}")
ON_LAM_ALEF = f"ل{ALEF}{FATHATAN}"
BEFORE_ALEF_OF_LAM_ALEF = f"ل{FATHATAN}{ALEF}"
CHAPTER_NUMBER = re.compile(r"[\w\u064b-\u0652]{1,20} ?[-–—]")
LEAST = 3  # words before one spelling is that of a document
MOST = 0.1  # of the words, in the other spelling


def order_tanwin(rows: Sequence[TextLine]) -> None:
    """Put fathatan before the alef of lam-alef, where the document has it before other alefs."""
    own = [(row, *_split(row.text)) for row in rows if FATHATAN in row.text]
    before = sum(len(BEFORE_ALEF.findall(text)) for _, _, text in own)
    after = sum(len(ON_ALEF.findall(text)) for _, _, text in own)
    if before < LEAST or after > MOST * before:
        return
    for row, number, text in own:
        row.text = number + text.replace(ON_LAM_ALEF, BEFORE_ALEF_OF_LAM_ALEF)


def _split(text: str) -> tuple[str, str]:
    """The number of a chapter that may begin a row, and the rest."""
    found = CHAPTER_NUMBER.match(text)
    end = found.end() if found else 0
    return text[:end], text[end:]
