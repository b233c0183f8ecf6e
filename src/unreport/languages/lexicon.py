"""The shape of what is known about one language.  The data: `languages`.

A language file holds one `Lexicon`: no code, no patterns.  Fields have no defaults, so that a new
one must be filled for every language before the types agree.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from unreport.model import Distribution, SectionKind
from unreport.text.numerals import (
    ARABIC_LETTER_NAMES,
    ARABIC_LETTERS,
    ARABIC_ORDINALS,
    ARABIC_ORDINALS_FEMININE,
    ARABIC_ORDINALS_MASCULINE,
    CYRILLIC_LOWER,
    DECIMAL,
    HAN,
    HAN_PARENTHESISED,
    LATIN_LOWER,
    LATIN_UPPER,
    ROMAN_LOWER,
    ROMAN_UPPER,
    Series,
    fold_words,
    listed,
)

__all__ = [
    "ARABIC_LETTERS",
    "ARABIC_LETTER_NAMES",
    "ARABIC_ORDINALS",
    "ARABIC_ORDINALS_FEMININE",
    "ARABIC_ORDINALS_MASCULINE",
    "CYRILLIC_LOWER",
    "DECIMAL",
    "HAN",
    "HAN_PARENTHESISED",
    "LATIN_LOWER",
    "LATIN_UPPER",
    "ROMAN_LOWER",
    "ROMAN_UPPER",
    "CitationWords",
    "DateWords",
    "HeadingScheme",
    "Lexicon",
    "MastheadWords",
    "Scheme",
    "Series",
    "SessionOrdinals",
    "Shape",
    "Unit",
    "fold_words",
    "listed",
]

Shape: TypeAlias = Literal["dotted", "dashed", "bracketed", "closed", "quoted", "enclosed"]
"""How a mark is set off: `II.` or `一、`; `ثانياً-`; `(a)`; `a)`; `’١‘`; `㈠`."""


class Scheme(Struct, frozen=True, kw_only=True):
    """A series of marks in the shapes that a language prints it in."""

    series: Series
    shapes: tuple[Shape, ...]


class HeadingScheme(Scheme, frozen=True, kw_only=True):
    """The marks of one kind of heading."""

    kind: SectionKind


class Unit(Struct, frozen=True, kw_only=True):
    """A part of a document that is called by its name: `Annex II`, `التوصية ٢٢`, `第一章`."""

    kind: SectionKind
    names: tuple[str, ...]
    after: str = ""  # what closes the name: 章 in 第一章
    series: tuple[Series, ...]
    alone: bool = False  # whether the name stands without a number, as `Annex` does


class MastheadWords(Struct, frozen=True, kw_only=True):
    """The words by which the lines of a masthead are known.

    All are compared without regard to case, accents, tatweel and vowel signs; a name may end in a
    colon where the line goes on.
    """

    united_nations: tuple[str, ...]
    distribution: tuple[str, ...]  # what opens the line
    distributions: tuple[tuple[str, Distribution], ...]
    original: tuple[str, ...]
    languages: tuple[tuple[str, str], ...]  # the names of languages, with their codes
    language_only: tuple[str, ...]  # `English only`
    session: tuple[str, ...]  # a word that a session line has
    agenda: tuple[str, ...]  # a phrase that a line naming an agenda item has
    agenda_item: tuple[str, ...]  # and the word before the number
    titles: tuple[str, ...]  # how a line begins that is the title for certain
    types: tuple[str, ...]  # or that names the kind of document, below its title if it has one
    drafts: tuple[str, ...]  # what stands in the line above the title of a draft resolution
    title_endings: tuple[str, ...]  # how a title ends, where the telling word stands last
    addendum: tuple[str, ...]
    changes: tuple[str, ...]  # corrigendum, revision: sub-titles of their own
    rapporteur: tuple[str, ...]
    bodies: tuple[str, ...]  # words that the names of bodies have


class DateWords(Struct, frozen=True, kw_only=True):
    """The words of dates; compared without regard to case, accents and vowel signs."""

    months: tuple[tuple[str, ...], ...]  # twelve, each with every name and spelling it has
    ordinals: tuple[str, ...]  # after the number of a day: `1er`
    links: tuple[str, ...]  # between day, month and year: `12 de septiembre de 2019`
    through: tuple[str, ...]  # between the ends of a range: `11 to 13`
    conjunctions: tuple[str, ...]  # between days: `8 and 9`
    before: tuple[str, ...]  # before a date: `from`, `on Monday`
    after: tuple[str, ...]  # after the year: `года`
    signs: tuple[str, ...]  # after year, month and day where the year comes first: 年, 月, 日


class SessionOrdinals(Struct, frozen=True, kw_only=True):
    """How the number of a session is printed."""

    series: tuple[Series, ...]  # in words
    signs: tuple[str, ...]  # after digits: `14th`
    opening: str  # before the number: 第
    nouns: tuple[str, ...]  # what is counted


class CitationWords(Struct, frozen=True, kw_only=True):
    """The words around the symbols and numbers of documents in running text."""

    resolution: tuple[str, ...]
    decision: tuple[str, ...]
    prefixes: tuple[str, ...]  # letters glued to the front of these words
    number: tuple[str, ...]  # between the word and the number: `No.`
    distance: int  # how many words there may be: `قرار الجمعية العامة 75/240`
    opening: str  # where the word follows its number, what stands before: 第8/1号决议
    closing: tuple[str, ...]  # and between number and word
    conjunctions: tuple[str, ...]  # between numbers: `2018/1 and 2018/2`
    through: tuple[str, ...]  # `Add.1 to 3`
    session: tuple[tuple[str, str], ...]  # prefixes of old and special sessions: `د-15`


class Lexicon(Struct, frozen=True, kw_only=True):
    """Everything the parser knows about one language."""

    language: str  # ISO 639-1
    name: str
    script: Literal["Arabic", "Cyrillic", "Han", "Latin"]
    common_words: tuple[str, ...]  # that tell it from others in its script
    spaced: bool  # whether spaces stand between words
    headings: tuple[HeadingScheme, ...]  # outermost first
    paragraphs: tuple[Scheme, ...]
    items: tuple[Scheme, ...]  # outermost first
    units: tuple[Unit, ...]
    continued: tuple[str, ...]
    contents: tuple[str, ...]
    columns: tuple[str, ...]  # the head of a contents list
    closing: tuple[str, ...]  # in lines that close a resolution
    conjunctions: tuple[str, ...]  # that stand before an item: `; and (c)`
    masthead: MastheadWords
    dates: DateWords
    sessions: SessionOrdinals
    citations: CitationWords
