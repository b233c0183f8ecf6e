"""Fonts whose digits stand for other ones, by the years that they make.

Digits make a number whatever they are, so no spelling proves them.  But the number after the name
of a month is a year, and in official documents a year of the last or of this century.  Now and then
they have years of the centuries before, among others or of several decades.  What is read where
each digit stands for another one has one century, as that is this one, and two or three decades;
and the numbers at the beginning of its paragraphs do not follow one another.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import chain

from unreport.languages import LEXICONS
from unreport.readers.pdf.bidi.baselines.logical_row import LogicalRow
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.spelling.known_words import is_known

FOUR_DIGITS = re.compile(r"\d(?<!\d\d)\d{3}(?!\d)")
NUMBER = re.compile(r"\d+")
MONTHS = frozenset(
    name.casefold() for lexicon in LEXICONS.values() for name in chain(*lexicon.dates.months)
)
BEFORE_YEARS = frozenset({"de"})  # `mayo de 2023`
WORDS = re.compile(r"[^\W\d_]+")
LONGEST_MONTH = 24  # letters, with what may stand between it and the year
YEAR_SUFFIXES = ("年", " год")
CENTURIES, HISTORY = range(1900, 2100), range(1600, 1900)
MOST_OF_HISTORY = 5  # times as many years as possible ones
MIN_IMPOSSIBLE = 2
FIRST_NUMBER = re.compile(r"\d{1,3}(?=[.)–-]| \S)")
PROVING_STEPS = 5  # from a number to the next one: digits that stand for others make few
FOUR_LETTERS = re.compile(r"[a-z](?<![A-Za-z\d].)[a-z]{3}(?![A-Za-z\d])")
SMALL_LETTERS = re.compile(r"(?<![A-Za-z])[a-z]+(?![A-Za-z])")
CONSECUTIVE = 10  # letters of the alphabet that stand for the digits


def record_years(logical: LogicalRow, evidence: Evidence) -> None:
    """Record the years of a row: whether they can be years, for each font and set of digits."""
    text = logical.text
    if logical.base == "R":
        _record_letters(logical, evidence)
    if (first := FIRST_NUMBER.match(text)) and (key := _key_of(logical, first)):
        last, steps = evidence.first_numbers.get(key, (0, 0))
        number = int(first[0])
        evidence.first_numbers[key] = number, steps + (number == last + 1)
    for found in FOUR_DIGITS.finditer(text):
        start, end = found.span()
        if not (text.startswith(YEAR_SUFFIXES, end) or _is_after_month(text, start)):
            continue
        if key := _key_of(logical, found):
            _record_year(found[0], key, evidence)


def _key_of(logical: LogicalRow, number: re.Match[str]) -> tuple[int, str] | None:
    """The font of a number and its set of digits; None if it has several fonts."""
    fonts = {*logical.row.fonts}
    if len(fonts) > 1:
        fonts = {font for font in logical.fonts[number.start() : number.end()] if font is not None}
    return (fonts.pop(), digit_set(number[0])) if len(fonts) == 1 else None


def _record_year(year: str, key: tuple[int, str], evidence: Evidence) -> None:
    """Record a year of a font; those of the centuries before the last one apart."""
    counts = evidence.years.setdefault(key, [0, 0])
    if int(year) in HISTORY:
        evidence.years_of_history.setdefault(key, Counter())[int(year)] += 1
    else:
        counts[int(year) not in CENTURIES] += 1


def _record_letters(logical: LogicalRow, evidence: Evidence) -> None:
    """Record the letters that stand in the place of a year in a right-to-left row."""
    for found in FOUR_LETTERS.finditer(logical.text):
        if _is_after_month(logical.text, found.start()):
            fonts = {c.font for c in logical.sources[found.start() : found.end()] if c is not None}
            for font in fonts:
                evidence.letters_of_years.setdefault(font, []).append(found[0])


def fonts_with_letters_for_digits(evidence: Evidence) -> Iterator[int]:
    """The fonts whose years are letters: ToUnicode has ten consecutive letters for the digits."""
    for font, years in evidence.letters_of_years.items():
        codes = [ord(letter) for year in years for letter in year]
        if len(years) >= MIN_IMPOSSIBLE and max(codes) - min(codes) < CONSECUTIVE:
            yield font


def has_letters_for_digits(text: str) -> bool:
    """Whether a row has small Latin letters that make no word."""
    return any(not is_known(found[0]) for found in SMALL_LETTERS.finditer(text))


def _is_after_month(text: str, start: int) -> bool:
    words = WORDS.findall(text[max(0, start - LONGEST_MONTH) : start].casefold())
    if words and words[-1] in BEFORE_YEARS:
        words.pop()
    return bool(words) and (words[-1] in MONTHS or " ".join(words[-2:]) in MONTHS)


def digit_set(digits: str) -> str:
    """The zero of the set of digits that a number is written in.

    >>> digit_set("٢٠٢٣")
    '٠'
    """
    return chr(ord(digits[0]) - unicodedata.decimal(digits[0]))


def _years(evidence: Evidence) -> Iterator[tuple[tuple[int, str], int, int]]:
    """The fonts, each with a set of digits, and how many years are possible, how many not."""
    for key, (possible, impossible) in evidence.years.items():
        history = evidence.years_of_history.get(key, Counter())
        total = sum(history.values())
        is_proved = evidence.first_numbers.get(key, (0, 0))[1] >= PROVING_STEPS
        is_doubtful = total > MOST_OF_HISTORY * possible and not is_proved
        is_wrong = is_doubtful and _may_be_of_this_century(history)
        yield key, possible, impossible + (total if is_wrong else 0)


def _may_be_of_this_century(history: Collection[int]) -> bool:
    """Whether years can be those from 2000 to 2029, with each digit read as another one.

    >>> _may_be_of_this_century([1712, 1711]), _may_be_of_this_century([1856, 1871, 1889])
    (True, False)
    """
    centuries = {year // 100 for year in history}
    if len(centuries) > 1:
        return False
    own = {int(digit) for century in centuries for digit in str(century)}
    return len({year // 10 % 10 for year in history} - own) <= 1


def misread_digits(evidence: Evidence) -> Iterator[tuple[int, str]]:
    """The fonts, each with a set of digits, whose years are mostly none."""
    for key, possible, impossible in _years(evidence):
        if impossible >= MIN_IMPOSSIBLE and impossible >= possible:
            yield key


def proved_digits(evidence: Evidence) -> Iterator[tuple[int, str]]:
    """The fonts, each with a set of digits, whose years are mostly possible."""
    for key, possible, impossible in _years(evidence):
        if possible > impossible:
            yield key


def digit_sets(text: str) -> set[str]:
    """The zeros of the sets of digits in a text."""
    return {digit_set(found[0]) for found in NUMBER.finditer(text)}
