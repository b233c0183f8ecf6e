"""Signs and Latin letters that a font gives for Arabic letters, in rows where they might be right.

`الوكا*ت` has a sign within a word, which no word has, so its row is marked.  The same sign at the
end of a word, or a Latin letter between two words, may be right, unless the document has it within
words again and again: then the font gives it for a ligature, and it stands for one there too.

Ghostscript 10.0 combines both bytes of some characters, so that `9` stands for the apostrophe
(U+2019), `S` for œ (U+0153) and `¬` for € (U+20AC).

A small Latin letter may also stand for a digit: `g٫f ملايين`, `من c إلى i`.  The name of a variable
stands alone, too, but then the document has no other letters in the places of numbers.

Marks that a font draws in glyphs of their own, at another height than their letters, come out as a
row of lone letters, such as `V V V`, which stands half within the row of their words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby

from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.known_words import is_known
from unreport.readers.pdf.uncertain_rows.reasons import mark

LETTER = "[\u0621-\u063a\u0641-\u064a]"
WITHIN_WORD = re.compile(f"({LETTER})([A-Za-z*'+<=>@\\\\^_`|~#$&])(?=({LETTER}))")
MIN_CONTEXTS = 2  # pairs of letters around a sign
APOSTROPHE = re.compile(r"(?i)(?<![\w.-])([a-zà-ÿ]{1,9})9([a-zà-ÿœ]{1,20})(?!\.?[a-zà-ÿœ_@])")
ELISIONS = frozenset("c d j l m n s t qu jusqu lorsqu puisqu aujourd".split())
CONTRACTIONS = frozenset("s t re ve ll d".split())
LIGATURE = re.compile(r"(?<![^\W\d_])([A-Za-zà-ÿ]{0,12})S([a-zà-ÿ]{2,20})(?!\w)")
EURO = "\N{NOT SIGN}"
FOR_NUMBER = re.compile(
    f"[a-z](?:(?<=^.)[-\N{EN DASH}](?=\\s?{LETTER})|(?<=\\s.)(?=\\s|$)|٫[a-z\\d])|\\d٫[a-z]"
)
"""A small letter before the dash of a row's number, between words, or beside the decimal sign."""
DECIMAL_SIGN = "\N{ARABIC DECIMAL SEPARATOR}"
FORMULA = re.compile("[=+<>×÷^\\\\]")
LONE_LETTERS = re.compile("\\s?[^\\W\\d](?: \\S){0,60}\\s?")
SAME_ROW = 0.02  # points between the baselines of cells of one row
OVERLAP = 0.6  # of the size: baselines that are nearer are not those of two rows
OVERHANG = 1.0  # points


def mark_misread_signs(rows: Iterable[TextLine]) -> None:
    """Mark the rows that have a sign beside or between Arabic words that stands for letters."""
    own = list(rows)
    for row in own:
        row.certain = row.certain and not has_combined_bytes(row.text)
    contexts: dict[str, set[str]] = defaultdict(set)
    for row in own:
        if not row.certain:
            for found in WITHIN_WORD.finditer(row.text):
                contexts[found[2]].add(found[1] + found[3])
    signs = [sign for sign, around in contexts.items() if len(around) >= MIN_CONTEXTS]
    if not signs:
        return
    beside = _beside_words(signs)
    for row in own:
        if row.certain and beside.search(row.text):
            row.certain = False


def mark_letters_for_numbers(rows: Iterable[TextLine]) -> None:
    """Mark the rows of Arabic words with small Latin letters in the places of numbers."""
    found = [
        (row, number[0])
        for row in rows
        if row.base == "R"
        and (number := FOR_NUMBER.search(row.text)) is not None
        and not FORMULA.search(row.text)
    ]
    are_digits = len({letters for _, letters in found}) >= MIN_CONTEXTS
    for row, letters in found:
        if are_digits or DECIMAL_SIGN in letters:
            mark(row, f"“{letters}” stands in the place of a number")


def _beside_words(signs: Iterable[str]) -> re.Pattern[str]:
    """One of some signs at the start or the end of an Arabic word, or alone behind one."""
    some = "[" + "".join(map(re.escape, signs)) + "]"
    return re.compile(f"{LETTER}{some}(?![\\w])|(?<!\\S){some}{LETTER}|{LETTER}[.,،؛:]? {some} ")


def has_combined_bytes(text: str) -> bool:
    """Whether a row has a sign or letter that is another character with both bytes in one.

    >>> has_combined_bytes("l9art"), has_combined_bytes("les Suvres"), has_combined_bytes("le S9")
    (True, True, False)
    """
    if EURO in text:
        return True
    if "9" in text and any(map(_is_apostrophe, APOSTROPHE.finditer(text))):
        return True
    words = LIGATURE.finditer(text) if "S" in text else ()
    return any(
        not is_known(found[0].lower()) and is_known(f"{found[1]}œ{found[2]}".lower())
        for found in words
    )


def _is_apostrophe(found: re.Match[str]) -> bool:
    before, after = found[1].lower(), found[2].lower()
    return before in ELISIONS or (is_known(before) and after in CONTRACTIONS)


def mark_detached_marks(rows: Iterable[TextLine]) -> None:
    """Mark the rows of lone letters that overlap another row, and the rows that they overlap."""
    for _, group in groupby(rows, key=lambda row: row.page):
        page = [*group]
        lone = [row for row in page if LONE_LETTERS.fullmatch(row.text)]
        if not lone:
            continue
        words = sorted(
            (row for row in page if not LONE_LETTERS.fullmatch(row.text)), key=lambda row: row.y
        )
        heights = [row.y for row in words]
        for row in lone:
            for other in _overlapped(row, words, heights):
                mark(row, "letters between two rows")
                mark(other, f"the glyphs read as “{row.text}” are drawn over it")


def _overlapped(
    row: TextLine, words: Sequence[TextLine], heights: Sequence[float]
) -> Sequence[TextLine]:
    """The row next above and the one next below that a row overlaps, of rows in their order."""
    at = bisect_left(heights, row.y)
    return [
        other
        for other in words[max(0, at - 1) : at + 1]
        if SAME_ROW < abs(other.y - row.y) < OVERLAP * other.size
        and other.x0 - OVERHANG <= row.x0
        and row.x1 <= other.x1 + OVERHANG
    ]
