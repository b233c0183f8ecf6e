"""Fonts with glyphs that hardly a known word is drawn with, and the rows that have their words.

A ToUnicode map may be wrong for a few glyphs, each in another way, so that no single letter is
found in the wrong place, and too few words are unknown for the document to be doubted.  But of the
words with such a glyph hardly one is known.  A right text has two such glyphs at most: rare forms
of letters, in a name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec import Struct

from unreport.model import Issue
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.lost_letters import MAX_KNOWN_SHARE
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import (
    WORDS_OF_GLYPH,
    has_foreign_words,
    words_of,
)
from unreport.readers.pdf.file.glyphs import Font
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.known_words import is_known

MIN_UNKNOWN = 2  # distinct words of a glyph
MIN_GLYPHS = 3  # of a font; of 210 right documents none has more than two
MIN_WORDS = 10  # distinct unknown ones of all glyphs in a document
QUOTED_WORDS = 6


class UnknownGlyphs(Struct, frozen=True, kw_only=True):
    """The glyphs of a font that hardly a known word is drawn with."""

    font: int
    letters: frozenset[str]  # that they are read as
    frequent: frozenset[str]  # those that have more words than are recorded
    words: frozenset[str]
    unknown: tuple[str, ...]  # of these words


def unknown_glyphs(evidence: Evidence) -> list[UnknownGlyphs]:
    """The fonts with several glyphs of which hardly a word is known.

    Where one font of a document has them, a font of fewer words is judged by fewer glyphs.
    """
    found: dict[int, list[tuple[str, Collection[str]]]] = defaultdict(list)
    for (font, _, letter), words in evidence.glyph_words.items():
        unknown = sum(not is_known(word) for word in words)
        if unknown >= MIN_UNKNOWN and len(words) - unknown <= MAX_KNOWN_SHARE * len(words):
            found[font].append((letter, words))
    fonts = [_of_font(font, own) for font, own in found.items()]
    unknown_words = {word for own in fonts for word in own.unknown}
    is_damaged = max(map(len, found.values()), default=0) >= MIN_GLYPHS
    if (
        not is_damaged
        or len(unknown_words) < MIN_WORDS
        or has_foreign_words(evidence.distinct_words)
    ):
        return []
    return fonts


def _of_font(font: int, glyphs: Sequence[tuple[str, Collection[str]]]) -> UnknownGlyphs:
    words = {word for _, own in glyphs for word in own}
    return UnknownGlyphs(
        font=font,
        letters=frozenset(letter for letter, _ in glyphs),
        frequent=frozenset(letter for letter, own in glyphs if len(own) >= WORDS_OF_GLYPH),
        words=frozenset(words),
        unknown=tuple(sorted(word for word in words if not is_known(word))),
    )


def mark_unknown_glyphs(rows: Iterable[TextLine], found: Iterable[UnknownGlyphs]) -> None:
    """Mark the rows with a word of such a glyph, or an unknown one with a frequent letter."""
    by_font = {glyphs.font: glyphs for glyphs in found}
    if not by_font:
        return
    for row in rows:
        own = [by_font[font] for font in row.fonts if font in by_font]
        if row.certain and own:
            row.certain = not any(_has(word, own) for word in words_of(row.text))


def _has(word: str, fonts: Iterable[UnknownGlyphs]) -> bool:
    return any(
        word in own.words or (not own.frequent.isdisjoint(word) and not is_known(word))
        for own in fonts
    )


def unknown_glyph_doubts(found: Iterable[UnknownGlyphs], fonts: list[Font]) -> Iterator[Issue]:
    """A doubt for each font that has such glyphs."""
    for glyphs in found:
        yield Issue(
            code="doubtful-letters",
            message=f"the font {fonts[glyphs.font].name} has glyphs, read as "
            f"{', '.join(sorted(glyphs.letters))}, whose words are unknown, such as: "
            f"{', '.join(glyphs.unknown[:QUOTED_WORDS])}; compare them with the page, or run OCR",
        )
