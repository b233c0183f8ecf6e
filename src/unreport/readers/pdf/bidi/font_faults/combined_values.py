"""The ToUnicode values of glyphs that may be sums of two bytes, and the letters they may stand for.

Which of them they do, show words (`combined_letters`).
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.file.page_glyphs import GlyphCode, PageGlyphs

CONTROLS = frozenset(map(chr, (*range(1, 0x20), *range(0x7F, 0xA0))))
CYRILLIC, LATIN, LIGATURES = 0x04, 0x01, 0xFB  # high bytes
IN_BOTH: Mapping[int, Sequence[int]] = {CYRILLIC: (0, 4), LATIN: (0, 1), LIGATURES: (0, 1, 2, 3)}
"""The bits that both bytes of the first value may have had, by its high byte."""
LETTERS = frozenset(map(chr, (0x401, *range(0x410, 0x450), 0x451, *range(0xFB00, 0xFB05)))) | {
    *"Œœ"
}
CERTAIN_SUMS = CONTROLS | {*"ûüýþÿĀāĂă"}
"""Values that may be sums although no other glyph has them."""
SUMS_OF_LETTERS: Mapping[str, Sequence[str]] = {
    "f": ("ff", "fi", "fl", "ft", "fj"), "t": ("ti", "tt", "tf"), "o": ("ffi",), "n": ("ffl",),
}  # fmt: skip
"""Of the letters of a ligature, the second is lost; the first is added up with a third."""
MOST_COMBINED = "\u0103"  # of a ligature
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
WIDER = 1.3  # times as wide as the narrowest space of a font
MIN_CONTROLS = 2  # values of a font
SIGNS = frozenset("!\"#$%&'*+")  # the values of capital letters, from Н on


class Values(NamedTuple):
    """The ToUnicode values of some fonts, and what the glyphs may be of which they are sums."""

    texts: Mapping[GlyphCode, str]
    options: Mapping[GlyphCode, Sequence[str]]  # the value itself among them, if it may be right
    is_cyrillic: bool = False


def combined_values(pages: Iterable[Page], evidence: Evidence) -> Values:
    """The ToUnicode values of the fonts of some pages; without options if none may be a sum."""
    widths = _widths(pages)
    if not any(_may_have_sums(evidence.unicode_map(font)) for font in widths):
        return Values({}, {})
    maps = {font: _characters(evidence.unicode_map(font), own) for font, own in widths.items()}
    return _values(maps, is_cyrillic=any(map(_has_controls, maps.values())))


def _may_have_sums(texts: Mapping[int, str]) -> bool:
    """Whether a font has values that may be sums, or one value twice."""
    values = {*texts.values()}
    return len(values) < len(texts) or not values.isdisjoint(CERTAIN_SUMS)


def _widths(pages: Iterable[Page]) -> dict[int, dict[int, float]]:
    """The fonts of some pages, and the widths of the codes that are used."""
    widths: dict[int, dict[int, float]] = defaultdict(dict)
    for page in pages:
        for entry in PageGlyphs.of(page.glyphs).distinct:
            widths[entry.font][entry.code] = entry.width
    return widths


def _characters(texts: Mapping[int, str], widths: Mapping[int, float]) -> Mapping[int, str]:
    """The values of a font that are one character, by code, without its space.

    A second space that is wider is Р, U+0420.
    """
    spaces = {code: widths[code] for code, text in texts.items() if text == " " and code in widths}
    usual = WIDER * min(spaces.values(), default=0)
    return {
        code: text
        for code, text in sorted(texts.items())
        if code in widths and len(text) == 1 and (text != " " or spaces.get(code, 0) > usual)
    }


def _has_controls(texts: Mapping[int, str]) -> bool:
    """Whether a font has several control characters for values, as Cyrillic capitals give them."""
    return len(CONTROLS.intersection(texts.values())) >= MIN_CONTROLS


def _values(maps: Mapping[int, Mapping[int, str]], *, is_cyrillic: bool) -> Values:
    """The values of some fonts, and what the glyphs may be of which they are sums."""
    texts: dict[GlyphCode, str] = {}
    options: dict[GlyphCode, Sequence[str]] = {}
    for font, own in maps.items():
        counts = Counter(own.values())
        for code, text in own.items():
            found = _summed(text, is_cyrillic=is_cyrillic, is_repeated=counts[text] > 1)
            texts[font, code] = text
            if found:
                options[font, code] = found if text in CONTROLS or text == " " else [text, *found]
    return Values(texts, options, is_cyrillic)


def _summed(text: str, *, is_cyrillic: bool, is_repeated: bool) -> list[str]:
    """The letters of which a value may be the sum."""
    if text > MOST_COMBINED or text == NO_BREAK_SPACE:
        return []
    if not (is_cyrillic or is_repeated or text in CERTAIN_SUMS):
        return []
    blocks = [LIGATURES, *([CYRILLIC] if is_cyrillic else [LATIN] * is_repeated)]
    chars = [
        chr(ord(text) + (high << 8) - high + both) for high in blocks for both in IN_BOTH[high]
    ]
    found = [unicodedata.normalize("NFKC", char) for char in chars if char in LETTERS]
    return found + [*SUMS_OF_LETTERS.get(text, ())] * is_repeated


def of_same_range(values: Values, found: Mapping[GlyphCode, str]) -> dict[GlyphCode, str]:
    """The letters of glyphs that no word shows, by the others of their range."""
    out: dict[GlyphCode, str] = {}
    ordered = sorted(values.texts)
    for _, own in groupby(ordered, lambda glyph: _distances(glyph, values.texts)):
        run = [*own]
        shifts = {
            ord(found[glyph]) - ord(values.texts[glyph])
            for glyph in run
            if len(found.get(glyph, "")) == 1
        }
        if len(shifts) == 1 and (shift := shifts.pop()):
            likely = {g: chr(ord(values.texts[g]) + shift) for g in run if g not in found}
            out |= {g: text for g, text in likely.items() if text in values.options.get(g, ())}
    return out


def _distances(glyph: GlyphCode, texts: Mapping[GlyphCode, str]) -> tuple[int, int]:
    """What the glyphs of a range have in common: a font, and the distance of code and value.

    Where all codes are their values, the distance shows no ranges.
    """
    font, code = glyph
    distance = ord(texts[glyph]) - code
    return (font, distance) if distance else (font, -code)


def undecided(values: Values, found: Mapping[GlyphCode, str]) -> dict[GlyphCode, str]:
    """The signs for which a font has several glyphs, where no word shows that they are letters.

    They are left without a text, for what else is known of unknown glyphs, or for a doubt.
    """
    counts = Counter([(font, text) for (font, _), text in values.texts.items()])
    return {
        glyph: ""
        for glyph in values.options
        if glyph not in found
        and (text := values.texts[glyph]) in SIGNS
        and counts[glyph[0], text] > 1
    }
