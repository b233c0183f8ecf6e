"""Characters that have both bytes of another one in one byte, where no glyph shows which one it is.

Ghostscript 10.0 combines the bytes of the first value of a range, so that `9` stands for the
apostrophe (U+2019), `S` for œ (U+0153), `¬` for € (U+20AC), letters and signs for ideographs, and
small Latin letters for Arabic-Indic digits: `g٫f ملايين`, `من c إلى i`.  (Arabic letters:
`bidi/font_faults/combined_bytes`.)  The name of a variable stands alone, too, but then the document
has no other letters in the places of numbers.

In Chinese, `问题ÿ软件` has a letter with an accent among Han characters, also where the codes of
another encoding were taken for text; there, a lone letter or sign beside one may be wrong, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.known_words import is_known
from unreport.readers.pdf.uncertain_rows.reasons import mark

APOSTROPHE = re.compile(r"(?i)(?<![\w.-])([a-zà-ÿ]{1,9})9([a-zà-ÿœ]{1,20})(?!\.?[a-zà-ÿœ_@])")
ELISIONS = frozenset("c d j l m n s t qu jusqu lorsqu puisqu aujourd".split())
CONTRACTIONS = frozenset("s t re ve ll d".split())
LIGATURE = re.compile(r"(?<![^\W\d_])([A-Za-zà-ÿ]{0,12})S([a-zà-ÿ]{2,20})(?!\w)")
EURO = "\N{NOT SIGN}"
AMOUNT_IN_EUROS = re.compile(rf"\d\)?\s?{EURO}|{EURO}\s?\d")
LETTER = "[\u0621-\u063a\u0641-\u064a]"
DECIMAL_SIGN = "\N{ARABIC DECIMAL SEPARATOR}"
OF_DIGIT = "[a-o]"  # 0x60 to 0x69, the low byte of a digit, and up to 6 more
BETWEEN_WORDS = r"(?<=\s.)(?<![A-Za-z]\s.)(?=\s|$)(?!\s[A-Za-z])"
FOR_NUMBER = re.compile(
    f"{OF_DIGIT}(?:(?<=^.)[-\N{EN DASH}](?=\\s?{LETTER})|{BETWEEN_WORDS}"
    f"|{DECIMAL_SIGN}(?:{OF_DIGIT}|\\d))|\\d{DECIMAL_SIGN}{OF_DIGIT}"
)
"""A small letter before the dash of a row's number, between words, or beside the decimal sign."""
MIN_LETTERS = 2  # in the places of numbers
FORMULA = re.compile("[=+<>×÷^\\\\]")
HAN = "[\u4e00-\u9fff]"
ALONE = "(?<![A-Za-zÀ-ÿ].)(?![A-Za-zÀ-ÿ])"
BESIDE_HAN = f"(?:(?<={HAN}.)|(?={HAN}))"
ACCENTED_AMONG_HAN = re.compile(f"[À-ÖØ-öø-ſ]{ALONE}{BESIDE_HAN}")
AMONG_HAN = re.compile(f"[A-Za-z]{ALONE}{BESIDE_HAN}|{HAN}[!-~](?:{HAN}|\\s|$)|^[!-~]{HAN}")
MIN_ROWS = 3  # with an accented letter among Han characters


def mark_combined_bytes(rows: Iterable[TextLine]) -> None:
    """Mark the rows with such letters and signs."""
    own = list(rows)
    for row in own:
        if has_combined_bytes(row.text):
            mark(row, "a digit, letter or sign stands for an apostrophe, œ or €")
    _mark_letters_for_numbers(own)
    _mark_letters_among_han(own)


def has_combined_bytes(text: str) -> bool:
    """Whether a row has a sign or letter that is another character with both bytes in one.

    >>> has_combined_bytes("l9art"), has_combined_bytes("les Suvres"), has_combined_bytes("le S9")
    (True, True, False)
    """
    if EURO in text and AMOUNT_IN_EUROS.search(text):
        return True
    if "9" in text and any(map(_is_apostrophe, APOSTROPHE.finditer(text))):
        return True
    words = LIGATURE.finditer(text) if "S" in text else ()
    return any(
        not is_known(found[0].lower()) and is_known(f"{found[1]}œ{found[2]}".lower())
        for found in words
    )


def _is_apostrophe(found: re.Match[str]) -> bool:
    """Whether `9` is one by the words beside it; a capital may be the name of a gene: `C9orf72`."""
    before, after = found[1].lower(), found[2].lower()
    is_capital = len(found[1]) == 1 and found[1].isupper()
    if is_capital and (not is_known(after) or found.string[found.end() :][:1].isdigit()):
        return False
    return before in ELISIONS or (is_known(before) and after in CONTRACTIONS)


def _mark_letters_for_numbers(rows: Iterable[TextLine]) -> None:
    """Mark the rows of Arabic words with small Latin letters in the places of numbers."""
    found = [
        (row, number[0])
        for row in rows
        if row.base == "R"
        and (number := FOR_NUMBER.search(row.text)) is not None
        and not FORMULA.search(row.text)
    ]
    are_digits = len({letters for _, letters in found}) >= MIN_LETTERS
    for row, letters in found:
        if are_digits or DECIMAL_SIGN in letters:
            mark(row, f"“{letters}” stands in the place of a number")


def _mark_letters_among_han(rows: Iterable[TextLine]) -> None:
    """Mark the Chinese rows that have letters of no Chinese text among their characters."""
    own = [row for row in rows if not row.text.isascii() and row.base != "R"]
    found = [row for row in own if ACCENTED_AMONG_HAN.search(row.text)]
    if len(found) >= MIN_ROWS:
        found += [row for row in own if AMONG_HAN.search(row.text)]
    for row in found:
        mark(row, "a Latin letter or sign stands for a Han character")
