"""Evidence on the fonts of a document, from all the rows read so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.letters import ANGLES, MIRRORED
from unreport.readers.pdf.file.page_glyphs import GlyphCode
from unreport.readers.pdf.spelling.function_words import languages_of

MIN_REVERSED = 4  # ligatures of /ActualText in visual order, beyond those in logical order
CERTAIN = 0.8  # share of votes from which a font is believed against bracket pairing in a row

"""The font and the code of a glyph."""
GlyphKey: TypeAlias = tuple[int, int, str]
"""The font and the code of a glyph, and the letter that it is read as."""


@dataclass(slots=True)
class Evidence:
    """What the rows read so far show about the fonts; kept for the whole document."""

    outline_shape: Callable[[int, int, str], str] | None = None
    """(font, code, text) -> which of a mirrored character and its counterpart the glyph draws."""
    unicode_map: Callable[[int], Mapping[int, str]] = lambda _: {}
    """font -> its codes and their ToUnicode values."""
    base_font: Callable[[int], int] = lambda font: font
    """font -> the first one of which it is another subset, or itself."""
    shapes: dict[GlyphKey, str] = field(default_factory=dict)
    """What the outlines have shown."""
    ligatures: Counter[int] = field(default_factory=Counter)  # font -> logical minus visual
    actual_text_order: int = 0  # ligatures of /ActualText: logical minus visual
    brackets: dict[tuple[int, int, str], list[int]] = field(default_factory=dict)
    """(font, code, text) -> how often the glyph shows its text, how often its mirrored bracket."""
    rtl_brackets: list[int] = field(default_factory=lambda: [0, 0])
    """In right-to-left runs: how often ToUnicode has the glyph's shape, how often the character."""
    kashidas: dict[tuple[int, int], list[int]] = field(default_factory=dict)
    """(font, code) that is no Arabic letter -> how often within an Arabic word, how often not."""
    separate_marks: dict[tuple[int, int], set[str]] = field(default_factory=dict)
    """(font, code) -> combining marks of its text that are drawn by separate glyphs."""
    number_groups: list[int] = field(default_factory=lambda: [0, 0])
    """How often groups of digits are numbers from right to left, how often from left to right."""
    has_spaced_groups: bool = False  # by a space that is no no-break space
    words: dict[tuple[int, str], list[int]] = field(default_factory=dict)
    """(font, word) -> the pages of its occurrences."""
    words_of_fonts: set[str] = field(default_factory=set)
    """The words of which some letters are of another font than others."""
    words_of_subsets: dict[tuple[int, str], list[int]] = field(default_factory=dict)
    """(font, word) of words that have most letters of another subset -> the pages."""
    letters_of_years: dict[int, list[str]] = field(default_factory=dict)
    """font -> its Latin letters that stand in the place of years."""
    glyph_words: dict[GlyphKey, dict[str, int]] = field(default_factory=dict)
    """(font, code, letter) -> some of its words, and the place of the letter in them."""
    unnamed_glyphs: dict[tuple[int, int], set[str]] = field(default_factory=dict)
    """(font, code) of glyphs that a font program does not name -> some of their words."""
    unknown_glyphs: dict[tuple[int, int], set[str]] = field(default_factory=dict)
    """(font, code) of glyphs without text -> some of their words, with U+FFFD in its place."""
    letter_widths: dict[int, dict[str, float]] = field(default_factory=dict)
    """font -> the widths in em of its Latin letters, in rows with a glyph without text."""
    read_glyphs: dict[tuple[int, int], str] = field(default_factory=dict)
    """(font, code) of those of them that are read -> their letters."""
    combined_letters: dict[tuple[int, int], str] = field(default_factory=dict)
    """(font, code) of glyphs whose ToUnicode value combines two bytes -> their letters."""
    partial_marks: dict[tuple[int, int], str] = field(default_factory=dict)
    """(font, code) of marks whose ToUnicode value has another glyph's mark -> their own text."""
    hamzas: dict[tuple[int, int], str] = field(default_factory=dict)
    """(font, code) of marks without text that are hamzas by their words."""
    skeletons: dict[GlyphCode, str] = field(default_factory=dict)
    """Glyphs of letters without their dots -> the skeleton that they are by their words."""
    words_of_skeletons: dict[GlyphCode, set[str]] = field(default_factory=dict)
    """Such glyphs -> some of their words, with a placeholder for the letter of each."""
    years: dict[tuple[int, str], list[int]] = field(default_factory=dict)
    """(font, zero of its digits) -> how often a year is possible, how often not."""
    years_of_history: dict[tuple[int, str], Counter[int]] = field(default_factory=dict)
    """(font, zero of its digits) -> its years of the centuries before the last one."""
    first_numbers: dict[tuple[int, str], tuple[int, int]] = field(default_factory=dict)
    """(font, zero of its digits) -> the last number at the beginning of a row, and how many
    follow the one before them."""

    _distinct: frozenset[str] = frozenset()
    _languages: Mapping[str, Sequence[str]] = field(default_factory=dict)
    _counted: int = 0  # words when these were put together

    @property
    def distinct_words(self) -> frozenset[str]:
        """The words of all fonts."""
        if self._counted != len(self.words):
            self._distinct = frozenset([word for _, word in self.words])
            self._languages = {}
            self._counted = len(self.words)
        return self._distinct

    @property
    def languages(self) -> Mapping[str, Sequence[str]]:
        """The languages of the words by script, the likeliest first."""
        words = self.distinct_words
        if not self._languages and words:
            self._languages = languages_of(words)
        return self._languages

    def pages_of(self, font: int, word: str) -> Sequence[int]:
        """The pages of a word with letters of a font, or of it and another subset."""
        return [*self.words.get((font, word), ()), *self.words_of_subsets.get((font, word), ())]

    def is_visual_order(self, font: int) -> bool:
        """Whether ToUnicode has the letters of a font's ligatures in visual order."""
        own = self.ligatures.get(font, 0)
        return (own or sum(self.ligatures.values())) < 0

    def reorders_ligatures(self) -> bool:
        """Whether the letters of any ligature are in visual order."""
        votes = self.ligatures.values()
        return sum(votes) < 0 or any(own < 0 for own in votes) or self.has_reversed_actual_text()

    def has_reversed_actual_text(self) -> bool:
        """Whether /ActualText has the letters of ligatures in visual order."""
        return self.actual_text_order <= -MIN_REVERSED

    def bracket_shape(self, cluster: Cluster) -> tuple[str | None, bool]:
        """The bracket that a glyph shows, if there is evidence, and whether it is consistent."""
        if cluster.shape:
            return cluster.shape, True
        if not any(self.rtl_brackets):  # only right-to-left text is mirrored (UAX #9, L4)
            return cluster.text, True
        as_is, mirrored = self.brackets.get((cluster.font, cluster.code, cluster.text), (0, 0))
        is_clear = max(as_is, mirrored) >= CERTAIN * (as_is + mirrored)
        if cluster.text in ANGLES or not is_clear:
            by_outline = self.shape_by_outline(cluster)
            if by_outline:
                return by_outline, True
        if as_is == mirrored:
            return None, False
        return (cluster.text if as_is > mirrored else MIRRORED[cluster.text]), is_clear

    def shape_by_outline(self, cluster: Cluster) -> str:
        """The mirrored character that a glyph shows, by its outline in the font program."""
        if self.outline_shape is None:
            return ""
        key = (cluster.font, cluster.code, cluster.text)
        found = self.shapes.get(key)
        if found is None:
            found = self.shapes[key] = self.outline_shape(*key)
        return found
