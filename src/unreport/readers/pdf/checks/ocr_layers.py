"""Doubts about the text of OCR layers: how many of its words are known, and rows of unknown ones.

Optical character recognition takes a letter for a similar one here and there, so a word that is
unknown and occurs once in the document is often wrong; names and terms occur again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from unreport.model import Issue
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import words_of
from unreport.readers.pdf.checks.doubts import page_range, runs
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.known_words import is_known

MIN_WORDS = 20  # on the pages of a layer, for their share to be told


def mark_ocr_rows(rows: Iterable[TextLine], pages: Iterable[int]) -> None:
    """Mark the rows of some pages that have an unknown word which occurs once."""
    numbers = frozenset(pages)
    if not numbers:
        return
    own = [(row, words_of(row.text)) for row in rows if row.page in numbers]
    counts = Counter(word for _, words in own for word in words)
    for row, words in own:
        if any(counts[word] == 1 and not is_known(word) for word in words):
            row.certain = False


def ocr_doubts(rows: Sequence[TextLine], pages: Sequence[int]) -> Iterator[Issue]:
    """A doubt for each run of pages that are read from a hidden layer."""
    for first, last in runs(pages):
        own = [row for row in rows if first <= row.page <= last]
        yield Issue(
            code="ocr-layer",
            message=f"{page_range(first, last)}: the text is a hidden layer behind a picture of "
            "the page, as optical character recognition (OCR) makes it"
            f"{_known_share(own)}; compare it with the picture",
        )


def _known_share(rows: Iterable[TextLine]) -> str:
    words = [word for row in rows for word in words_of(row.text)]
    if len(words) < MIN_WORDS:
        return ""
    return f"; {sum(map(is_known, words)) / len(words):.0%} of its words are known"
