"""Fonts whose codes were taken for text: rows of signs, digits and letters that are no words.

A subset may have codes of its own, in order of first use: `!"#$%&'()* +,*-.`.  Without a ToUnicode
map and names its text cannot be extracted (ISO 32000-1, 9.10.2), but the codes look like characters
of ASCII.  Programs that rewrite such a file give it a map that has the codes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.uncertain_rows.reasons import mark

PLAIN_WORD = re.compile(
    "(?<![^\\s(\"'«“‘])(?=[^\\W\\d_]?[b-df-hj-np-tv-xz]{0,8}[aeiouyß-ÿ])[^\\W\\d_][a-zß-ÿ]{3,40}"
    "(?![^\\s).,;:?!\"'»”’\u00ad-])"
)
"""`Report`, `(session)`: a word with a vowel among its first letters."""
SMALL_LETTERS = re.compile("[a-z]{4}")  # that hardly a row without words has
OTHER_SCRIPT = re.compile("[^\\W\\d_\u0000-\u036f]")
ADDRESS = re.compile("//|www\\.|@\\w")
OUTER_SIGNS = "()[].,;:'\"*-/"
SYMBOL = re.compile(
    "(?:[A-Z][a-z]{1,9}|[A-Z\\d]{1,20})(?:[./(_-](?:[A-Z][a-z]{1,9}|[A-Z\\d]{1,20})\\)?){0,12}[a-z]?"
)
"""`A/C.5/80/L.3`, `CO2`, `2004(XI)`: the characters of symbols of documents and formulas."""
WORD = re.compile("[A-Za-z]{1,40}(?:['’/.-]{1,2}[A-Za-z]{1,40}){0,8}")
NUMBER = re.compile("[\\d.,:/%$+=<>()~*-]+")
LEAST_SIGNS = 3  # of a word that is judged, which are no digits
LEAST_ODD = 6  # rows of a font; a few may be formulas
ODD_SHARE = 0.5  # of the words of such a row
MOST_PLAIN = 0.5  # rows of plain words of such a font to its odd ones


def mark_unreadable_fonts(rows: Sequence[TextLine]) -> None:
    """Mark the rows of the fonts of which far more rows are no text than have plain words.

    Rows of plain words, of another font beside them, are right.
    """
    ascii_rows = (row.text for row in rows if row.text.isascii())
    if (
        sum(not SMALL_LETTERS.search(text) and _is_odd(text) is True for text in ascii_rows)
        < LEAST_ODD
    ):
        return
    kinds = [_is_odd(row.text) for row in rows]
    odd, plain = Counter[int](), Counter[int]()
    for row, is_odd in zip(rows, kinds, strict=True):
        if is_odd is not None:
            (odd if is_odd else plain).update(row.fonts)
    unreadable = {
        font
        for font, count in odd.items()
        if count >= LEAST_ODD and plain[font] < MOST_PLAIN * count
    }
    if unreadable:  # then a font of fewer rows is judged by fewer
        unreadable.update(odd.keys() - plain.keys())
    for row, is_odd in zip(rows, kinds, strict=True):
        if row.certain and is_odd is not False and not unreadable.isdisjoint(row.fonts):
            mark(row, "codes of its font were taken for text, it seems")


def _is_odd(text: str) -> bool | None:
    """Whether a row is no text; None if its words do not tell."""
    has_plain_word = PLAIN_WORD.search(text) is not None
    if ADDRESS.search(text) or (not text.isascii() and OTHER_SCRIPT.search(text)):
        return False if has_plain_word else None
    words = [word for word in text.split() if _signs(word) >= LEAST_SIGNS]
    odd = sum(map(_is_odd_word, words))
    if has_plain_word:
        return None if odd else False
    return True if odd and odd >= ODD_SHARE * len(words) else None


def _signs(word: str) -> int:
    return len(word) - sum(map(str.isdigit, word))


def _is_odd_word(word: str) -> bool:
    own = word.strip(OUTER_SIGNS)
    return (
        word.isascii()
        and len({*own}) > 1
        and not any(pattern.fullmatch(own) for pattern in (SYMBOL, WORD, NUMBER))
    )
