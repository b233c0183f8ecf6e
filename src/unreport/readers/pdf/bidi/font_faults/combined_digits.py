"""Arabic-Indic digits that are read as the Latin letters `f` to `o`, by their order and by years.

The first of some consecutive digits has 06 or its low byte, `f` or `g`, so that `f` may be ٠, ٢, ٤
or ٦, and the others are counted up from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from unreport.readers.pdf.bidi.baselines.token_row import TokenRow
from unreport.readers.pdf.bidi.font_faults.misread_digits import CENTURIES, MONTHS
from unreport.readers.pdf.file.page_glyphs import GlyphCode

Assignment: TypeAlias = dict[GlyphCode, str]

LETTERS = "fghijklmno"
LETTERS_OF_DIGITS = frozenset(LETTERS)
MAX_BESIDE_LETTERS = 0.25  # of the occurrences; a space may be lost
ZERO = 0x0660
DIGITS = frozenset("٠١٢٣٤٥٦٧٨٩")
SPARSE = 2  # times as many codes as are used, if they are those of all glyphs of the font
STEPS = (0, 2, 4, 6)
MOST_ASSIGNMENTS = 2000
LEAST_GLYPHS = 2  # of a font, where no year confirms them
YEAR = 4  # digits
SEPARATORS = frozenset("٫٬.,/:")


def number_glyphs(rows: Sequence[TokenRow]) -> dict[GlyphCode, str]:
    """The glyphs that are read as such letters and stand in the place of digits.

    One of them stands beside a digit, and hardly one beside another letter.
    """
    found: dict[GlyphCode, str] = {}
    is_proved = False
    counts: Counter[GlyphCode] = Counter()
    beside_letters: Counter[GlyphCode] = Counter()
    for row in rows:
        tokens, keys = row.tokens, row.keys
        for at, (font, code, text) in enumerate(keys):
            if text not in LETTERS_OF_DIGITS:
                continue
            found[font, code] = text
            counts[font, code] += 1
            classes = {
                tokens[other].bidi_class
                for other in (at - 1, at + 1)
                if 0 <= other < len(keys) and keys[other][2] not in LETTERS_OF_DIGITS
            }
            beside_letters[font, code] += not classes.isdisjoint("LR")
            is_proved = is_proved or "AN" in classes
    return {
        glyph: text
        for glyph, text in found.items()
        if is_proved and beside_letters[glyph] <= MAX_BESIDE_LETTERS * counts[glyph]
    }


def digits_of_letters(rows: Sequence[TokenRow], glyphs: Mapping[GlyphCode, str]) -> Assignment:
    """The digits of such glyphs, of each font in which only one reading of them is possible."""
    found: Assignment = {}
    years = [*_years(rows, glyphs)] if glyphs else []
    for font in {font for font, _ in glyphs}:
        own = {code: text for (other, code), text in glyphs.items() if other == font}
        texts = _texts_of_font(rows, font)
        has_year = any((font, code) in year for year in years for code in own)
        if not has_year and not (_has_order(texts) and _are_within_numbers(rows, font, own)):
            continue
        possible = [
            assigned
            for assigned in _assignments(font, own, texts)
            if all(_is_possible(year, assigned) for year in years)
        ]
        if len(possible) == 1:
            found |= possible[0]
    return found


def _are_within_numbers(rows: Sequence[TokenRow], font: int, letters: Mapping[int, str]) -> bool:
    """Whether several glyphs are no letters: codes of one letter, or one of them behind digits.

    The letter of a variable or an item stands before its number: `n٢`, `m٣`.
    """
    if len(letters) < LEAST_GLYPHS:
        return False
    return len({*letters.values()}) < len(letters) or any(
        row.tokens[at - 1].bidi_class == "AN" and key[0] == font and key[1] in letters
        for row in rows
        for at, key in enumerate(row.keys)
        if at
    )


def _texts_of_font(rows: Sequence[TokenRow], font: int) -> dict[int, str]:
    """The texts of the codes of a font."""
    return {code: text for row in rows for other, code, text in row.keys if other == font}


def _assignments(
    font: int, letters: Mapping[int, str], texts: Mapping[int, str]
) -> list[Assignment]:
    """The readings in which no digit has two glyphs, and their codes have the order of the digits.

    A subset that has its codes in the order of their use shows no order.
    """
    known = {code: text for code, text in texts.items() if text in DIGITS}
    is_ordered = _has_order(texts)
    done: list[dict[int, str]] = [{}]
    for code in sorted(letters):
        options = _options(letters[code]) - {*known.values()}
        done = [
            {**before, code: digit}
            for before in done
            for digit in sorted(options - {*before.values()})
            if not is_ordered or _is_ordered({**known, **before, code: digit})
        ]
        if len(done) > MOST_ASSIGNMENTS:
            return []
    return [{(font, code): digit for code, digit in assigned.items()} for assigned in done]


def _has_order(texts: Mapping[int, str]) -> bool:
    """Whether the codes of a font are those of all its glyphs, and its digits in their order."""
    known = {code: text for code, text in texts.items() if text in DIGITS}
    return max(texts) > SPARSE * len(texts) and _is_ordered(known)


def _options(text: str) -> set[str]:
    first = LETTERS.index(text)
    return {chr(ZERO + first + step) for step in STEPS if first + step < 10}  # noqa: PLR2004


def _is_ordered(digits: Mapping[int, str]) -> bool:
    ordered = [text for _, text in sorted(digits.items())]
    return all(before < after for before, after in pairwise(ordered))


# --- years ----------------------------------------------------------------------------------------


def _years(
    rows: Sequence[TokenRow], glyphs: Mapping[GlyphCode, str]
) -> Iterator[list[GlyphCode | str]]:
    """The numbers of four digits after the name of a month, with such glyphs."""
    for row in rows:
        tokens, keys = row.tokens, row.keys
        number: list[GlyphCode | str] = []
        for at, (font, code, text) in enumerate([*keys, (-1, -1, " ")]):
            if (font, code) in glyphs or (text.isdecimal() and tokens[at].bidi_class == "AN"):
                number.append((font, code) if (font, code) in glyphs else text)
                continue
            is_year = len(number) == YEAR and any(isinstance(digit, tuple) for digit in number)
            if is_year and text == " " and _word_from(row, at + 1) in MONTHS:
                yield number
            number = []


def _word_from(row: TokenRow, start: int) -> str:
    """The Arabic word whose last letter is at a place, from there to the right."""
    letters: list[str] = []
    for token, (_, _, text) in zip(row.tokens[start:], row.keys[start:], strict=True):
        if token.bidi_class != "R":
            break
        letters.append(text)
    return "".join(letters[::-1])


def _is_possible(year: Sequence[GlyphCode | str], assigned: Assignment) -> bool:
    digits = [assigned.get(digit, "") if isinstance(digit, tuple) else digit for digit in year]
    return not all(digits) or int("".join(digits)) in CENTURIES
