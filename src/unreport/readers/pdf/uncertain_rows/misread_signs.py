"""Signs and Latin letters that a font gives for Arabic letters, in rows where they might be right.

`الوكا*ت` has a sign within a word, which no word has, so its row is marked.  The same sign at the
end of a word, or a Latin letter between two words, may be right, unless the document has it within
words again and again: then the font gives it for a ligature, and it stands for one there too.

Ghostscript 10.0 combines both bytes of some characters, so that `9` stands for the apostrophe
(U+2019), `S` for œ (U+0153) and `¬` for € (U+20AC).

A small Latin letter may also stand for a digit: `g٫f ملايين`, `من c إلى i`.  The name of a variable
stands alone, too, but then the document has no other letters in the places of numbers.

In `A9B5IB8<@O9 CDB9>F` signs and digits stand for letters throughout: the codes of another encoding
were taken for text.  Code has such words, but fewer in a row.  In Chinese, `问题ÿ软件` has a letter
with an accent among Han characters; there, a lone ASCII letter beside one may be wrong, too.

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
MIN_GARBLED = 4  # rows of a document in which any other one is uncertain
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
WITHIN_LETTERS = re.compile(
    "[<>=?@;](?:(?<=[^\\W\\d_].)(?=[^\\W_])|(?<=[^\\W_].)(?=[^\\W\\d_]))"
    "|\\d(?<=[^\\W\\d_].)(?=[^\\W\\d_])"
)
"""A sign or digit within a word."""
ADDRESS = re.compile("//|www\\.|[&?][a-z_]{1,20}=")
HAN = "[\u4e00-\u9fff]"
ALONE = "(?<![A-Za-z].)(?![A-Za-z])"
BESIDE_HAN = f"(?:(?<={HAN}.)|(?={HAN}))"
AMONG_HAN = re.compile(f"[À-ÖØ-öø-ſ]{ALONE}{BESIDE_HAN}")
LONE_AMONG_HAN = re.compile(f"[A-Za-z]{ALONE}{BESIDE_HAN}")
LEAST_GARBLED, GARBLED_SHARE = 2, 0.25  # words of a row with one, and of its words
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


def mark_garbled_words(rows: Iterable[TextLine]) -> None:
    """Mark the rows of which many words have signs or digits within them.

    Where several rows are garbled, any other one with such a word is uncertain, too.
    """
    found = [
        (row, words)
        for row in rows
        if WITHIN_LETTERS.search(row.text) and not ADDRESS.search(row.text)
        for words in ([word for word in row.text.split() if WITHIN_LETTERS.search(word)],)
    ]
    garbled = [own for own in found if _is_garbled(*own)]
    for row, words in found if len(garbled) >= MIN_GARBLED else garbled:
        mark(row, f"“{words[0]}” has signs or digits in the places of letters")


def mark_letters_among_han(rows: Iterable[TextLine]) -> None:
    """Mark the Chinese rows that have letters of no Chinese text among their characters."""
    own = [row for row in rows if not row.text.isascii() and row.base != "R"]
    found = [row for row in own if AMONG_HAN.search(row.text)]
    if len(found) >= MIN_GARBLED:
        found += [row for row in own if LONE_AMONG_HAN.search(row.text)]
    for row in found:
        mark(row, "a Latin letter stands among Han characters")


def _is_garbled(row: TextLine, words: Sequence[str]) -> bool:
    return len(words) >= max(LEAST_GARBLED, GARBLED_SHARE * len(row.text.split()))


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
