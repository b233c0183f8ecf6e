"""Doubts about the text of OCR layers: how many of its words are known, and rows of unknown ones.

Optical character recognition takes a letter for a similar one here and there, so a word that is
unknown and occurs once in the document is often wrong; names and terms occur again.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from unreport.model import Issue
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import words_of
from unreport.readers.pdf.checks.doubts import page_range, runs
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.known_words import (
    is_known_in,
    likeliest_language,
    script_of,
)
from unreport.readers.pdf.spelling.row_spelling import ARABIC
from unreport.readers.pdf.uncertain_rows.unknown_words import whole_words

MISTAKEN_SIGN = re.compile(
    r"[{}|~^\\<>_©®¢£¥§]|(?<![\w)])[=+](?!\w)|[=+]\d|\d[—“”]\d|[,;][!?'‘|]|^['!,.;]|[^\W\d_]\d[^\W\d_]"
)
"""Signs that stand for letters, brackets or rules of the page, and digits within words."""
MISTAKEN_LETTERS = re.compile(r"(?<![\w/.@-])[A-Za-z]{1,3}(?![\w/.@])")
"""Latin letters for digits or letters of another script: `Y VV9` for `٢ ٧٧٩`."""
APOSTROPHE = re.compile("[A-Za-zß-öø-ÿ]'[A-Za-zß-öø-ÿ]")
"""The typewriter's apostrophe, which a recogniser may give for the typographic one."""
TYPOGRAPHIC_APOSTROPHE = re.compile("[A-Za-zß-öø-ÿ]’[A-Za-zß-öø-ÿ]")
MIN_WORDS = 20  # on the pages of a layer, for their share to be told


def mark_ocr_rows(rows: Iterable[TextLine], pages: Iterable[int]) -> None:
    """Mark the rows of some pages that have an unknown word which occurs once.

    A page has typewriter's apostrophes or typographic ones: those of the first kind are uncertain
    in a layer that has both.
    """
    numbers = frozenset(pages)
    if not numbers:
        return
    layer = [row for row in rows if row.page in numbers]
    own = [*zip(layer, whole_words(layer), strict=True)]
    counts = Counter(word for _, words in own for word in words)
    unknown = _unknown_words(counts)
    has_typographic = any(TYPOGRAPHIC_APOSTROPHE.search(row.text) for row in layer)
    for row, words in own:
        has_unknown_word = any(counts[word] == 1 and word in unknown for word in words)
        is_mixed = has_typographic and APOSTROPHE.search(row.text) is not None
        if has_unknown_word or is_mixed or _has_mistaken_sign(row.text):
            row.certain = False


def _has_mistaken_sign(text: str) -> bool:
    if MISTAKEN_SIGN.search(text):
        return True
    return ARABIC.search(text) is not None and bool(MISTAKEN_LETTERS.search(text))


def _unknown_words(words: Collection[str]) -> set[str]:
    """The words that the likeliest language of their script does not know."""
    scripts: dict[str, list[str]] = defaultdict(list)
    for word in words:
        scripts[script_of(word)].append(word)
    return {
        word
        for own in scripts.values()
        for language in (likeliest_language(own),)
        for word in own
        if not is_known_in(word, language)
    }


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
    unknown = _unknown_words(set(words))
    known = sum(word not in unknown for word in words)
    return f"; {known / len(words):.0%} of its words are known"
