"""Which source of the text of its glyphs is right for a font: by its digits, else by bigrams.

Where both give plausible letters or digits, the page decides for the whole font: digits by the
order of their glyphs in the font, letters by bigrams.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from unreport.readers.pdf.bidi.encodings.glyph_comparison import compared
from unreport.readers.pdf.file.glyphs import Glyph
from unreport.readers.pdf.spelling.bigrams import BIGRAMS

MIN_BIGRAMS = 12  # of a font on a page, for a decision by spelling
COMMON_BIGRAM = 0.0025  # share of words from which a bigram counts as one of the language
CLEAR_LEAD = 0.1  # between the shares of such bigrams
MIN_DIGITS = 2
MIN_AGREED = 6  # glyphs of a font, from which its program is taken for one that is right


class Decision(NamedTuple):
    """Which source is right where both of a font are plausible."""

    takes_program: bool
    is_certain: bool
    is_wholesale: bool = False  # most of the font's ToUnicode is wrong


TOUNICODE = Decision(takes_program=False, is_certain=True)
PROGRAM = Decision(takes_program=True, is_certain=True, is_wholesale=True)


def decision(glyphs: list[Glyph]) -> Decision:
    """Which source is right for a font, by its digits, else by bigrams; else its font program."""
    both = {glyph.code: compared(glyph) for glyph in glyphs}
    digits = {
        code: found
        for code, found in both.items()
        if found.tounicode.isdecimal() or found.program.isdecimal()
    }
    if any(found.kind == "conflict" for found in digits.values()):
        program = _is_sequence((code, d.program or d.tounicode) for code, d in digits.items())
        tounicode = _is_sequence((code, d.tounicode) for code, d in digits.items())
        if program != tounicode:
            return Decision(program, is_certain=True)
    by_tounicode, by_program = _bigram_shares(glyphs)
    kinds = Counter(found.kind for found in both.values() if found.program)
    is_wholesale = kinds["conflict"] > kinds["agreed"]
    if abs(by_program - by_tounicode) > CLEAR_LEAD:
        takes_program = by_program > by_tounicode
        return Decision(takes_program, is_certain=True, is_wholesale=takes_program and is_wholesale)
    is_certain = kinds["agreed"] + kinds["program"] >= MIN_AGREED
    return Decision(takes_program=True, is_certain=is_certain)


def _is_sequence(digits: Iterable[tuple[int, str]]) -> bool:
    """Whether digits have consecutive glyphs in the order of their values."""
    starts: dict[int, list[int]] = defaultdict(list)  # code point of a script's zero -> its glyph
    for code, digit in digits:
        if not digit.isdecimal() or len(digit) > 1:
            return False
        starts[ord(digit) - int(digit)].append(code - int(digit))
    enough = any(len(codes) >= MIN_DIGITS for codes in starts.values())
    return enough and all(len(set(codes)) == 1 for codes in starts.values())


def _bigram_shares(glyphs: list[Glyph]) -> tuple[float, float]:
    """The shares of bigrams with a disputed letter that are common, by each source."""
    by_tounicode: list[str] = []
    by_program: list[str] = []
    found = [(glyph.order, compared(glyph)) for glyph in glyphs]
    for (order, first), (after, second) in pairwise(found):
        if after - order == 1 and "conflict" in {first.kind, second.kind}:
            by_tounicode.append(first.tounicode + second.tounicode)
            by_program.append(
                (first.program or first.tounicode) + (second.program or second.tounicode)
            )
    return _common_share(by_tounicode), _common_share(by_program)


def _common_share(bigrams: list[str]) -> float:
    """The share of bigrams that are common, in the better direction; 0 if there are too few."""
    forward = backward = total = 0
    for bigram in bigrams:
        if not bigram.isspace() and " " not in bigram:
            total += 1
            usual = BIGRAMS[_bigram_script(bigram[0])]
            forward += usual.get(bigram, 0.0) >= COMMON_BIGRAM
            backward += usual.get(bigram[::-1], 0.0) >= COMMON_BIGRAM
    return max(forward, backward) / total if total >= MIN_BIGRAMS else 0.0


def _bigram_script(letter: str) -> str:
    if "\u0621" <= letter <= "\u06ff":
        return "Arabic"
    return "Cyrillic" if "\u0400" <= letter <= "\u04ff" else "Latin"
