"""The types of a lexicon: everything that the parser knows about one language.

The data are in the modules `ar`, `en`, `es`, `fr`, `ru` and `zh`, each of which holds one `Lexicon`
and neither code nor patterns.  Fields have no defaults, so that type checking fails until a new
field is filled for every language.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from unreport.model import Distribution, SectionKind
from unreport.text.arabic_numerals import (
    ARABIC_LETTER_NAMES,
    ARABIC_LETTERS,
    ARABIC_ORDINALS,
    ARABIC_ORDINALS_FEMININE,
    ARABIC_ORDINALS_MASCULINE,
)
from unreport.text.folding import fold_words
from unreport.text.numerals import (
    CIRCLED,
    CYRILLIC_LOWER,
    DECIMAL,
    HAN,
    HAN_ORDINALS,
    HAN_PARENTHESISED,
    HEAVENLY_STEMS,
    LATIN_LOWER,
    LATIN_UPPER,
    ROMAN_LOWER,
    ROMAN_UPPER,
    NumberingSystem,
    spellout,
)

__all__ = [
    "ARABIC_LETTERS",
    "ARABIC_LETTER_NAMES",
    "ARABIC_ORDINALS",
    "ARABIC_ORDINALS_FEMININE",
    "ARABIC_ORDINALS_MASCULINE",
    "CIRCLED",
    "CYRILLIC_LOWER",
    "DECIMAL",
    "HAN",
    "HAN_ORDINALS",
    "HAN_PARENTHESISED",
    "HEAVENLY_STEMS",
    "LATIN_LOWER",
    "LATIN_UPPER",
    "ROMAN_LOWER",
    "ROMAN_UPPER",
    "CitationWords",
    "DateWords",
    "HeadingScheme",
    "Lexicon",
    "MastheadWords",
    "NumberingSystem",
    "Scheme",
    "SessionOrdinals",
    "Shape",
    "Unit",
    "fold_words",
    "spellout",
]

Shape: TypeAlias = Literal["dotted", "dashed", "bracketed", "closed", "quoted", "enclosed"]
"""The punctuation of a marker: `II.` or `一、`; `ثانياً-`; `(a)`; `a)`; `’١‘`; `㈠`."""


class Scheme(Struct, frozen=True, kw_only=True):
    """A numbering system, and the punctuation that a language sets its numerals in."""

    system: NumberingSystem
    shapes: tuple[Shape, ...]


class HeadingScheme(Scheme, frozen=True, kw_only=True):
    """The numbering of one kind of heading."""

    kind: SectionKind


class Unit(Struct, frozen=True, kw_only=True):
    """A division whose marker begins with its name: `Annex II`, `التوصية ٢٢`, `第一章`."""

    kind: SectionKind
    names: tuple[str, ...]
    suffix: str = ""  # after the number: 章 in 第一章
    systems: tuple[NumberingSystem, ...]  # after the name
    ordinals: tuple[NumberingSystem, ...] = ()  # after or before it: `Première partie`
    number_optional: bool = False  # whether the name can stand without a number, as `Annex` does


class MastheadWords(Struct, frozen=True, kw_only=True):
    """The words that identify the lines of a masthead.

    Comparison ignores case, accents, tatweel and vowel signs; a label may end in a colon.
    """

    united_nations: tuple[str, ...]
    distribution: tuple[str, ...]  # the label: `Distr.`
    distributions: tuple[tuple[str, Distribution], ...]
    original: tuple[str, ...]
    languages: tuple[tuple[str, str], ...]  # the names of languages, with their codes
    language_only: tuple[str, ...]  # `English only`
    session: tuple[str, ...]  # a word in the session line
    years: tuple[str, ...]  # `Seventy-eighth year` of the Security Council
    agenda: tuple[str, ...]  # a phrase in a line that names an agenda item
    agenda_item: tuple[str, ...]  # the word before the number of the item
    titles: tuple[str, ...]  # the first words of a line that is certainly the title
    types: tuple[str, ...]  # the first words of a line that names the kind of document
    type_endings: tuple[str, ...]  # the last words of such a line, where the noun is last
    openings: tuple[str, ...]  # headings with which the text begins: a summary, an introduction
    drafts: tuple[str, ...]  # in the line above the title of a draft resolution
    title_endings: tuple[str, ...]  # the last words of a title, where the noun is last
    addendum: tuple[str, ...]
    modifications: tuple[str, ...]  # corrigendum, revision: each is a subtitle
    rapporteur: tuple[str, ...]
    bodies: tuple[str, ...]  # nouns in the names of organs and subsidiary bodies
    articles: tuple[str, ...]  # before the name of a body that opens a preamble: `The`


class DateWords(Struct, frozen=True, kw_only=True):
    """The words of dates.  Comparison ignores case, accents and vowel signs."""

    months: tuple[tuple[str, ...], ...]  # twelve, each with all its names and spellings
    paired_months: bool  # two names of a month are printed together: `أيلول/سبتمبر`
    ordinal_indicators: tuple[str, ...]  # after the number of a day: `1er`
    prepositions: tuple[str, ...]  # between day, month and year: `12 de septiembre de 2019`
    range_words: tuple[str, ...]  # between the ends of a range: `11 to 13`
    conjunctions: tuple[str, ...]  # between days: `8 and 9`
    leading_words: tuple[str, ...]  # before a date: `from`, `on Monday`
    trailing_words: tuple[str, ...]  # after the year: `года`
    field_suffixes: tuple[str, ...]  # after year, month and day where the year is first: 年, 月, 日


class SessionOrdinals(Struct, frozen=True, kw_only=True):
    """The number of a session: ordinals, and the nouns they count."""

    systems: tuple[NumberingSystem, ...]  # ordinals in words
    ordinal_indicators: tuple[str, ...]  # after digits: `14th`
    prefix: str  # before the number: 第
    nouns: tuple[str, ...]  # session, meeting, conference


class CitationWords(Struct, frozen=True, kw_only=True):
    """The words around the symbols and numbers of documents in running text."""

    resolution: tuple[str, ...]
    decision: tuple[str, ...]
    proclitics: tuple[str, ...]  # written together with the noun: `بالقرار`
    numero_words: tuple[str, ...]  # between the noun and the number: `No.`
    max_words_between: int  # between the noun and the number: `قرار الجمعية العامة 75/240`
    number_prefix: str  # where the noun follows its number, the sign before it: 第8/1号决议
    number_suffixes: tuple[str, ...]  # and the sign after it
    conjunctions: tuple[str, ...]  # between numbers: `2018/1 and 2018/2`
    range_words: tuple[str, ...]  # `Add.1 to 3`
    session_prefixes: tuple[tuple[str, str], ...]  # of special sessions: `د-15`, with the Latin


class Lexicon(Struct, frozen=True, kw_only=True, eq=False):
    """Everything the parser knows about one language; compared by identity."""

    language: str  # ISO 639-1
    name: str
    script: Literal["Arabic", "Cyrillic", "Han", "Latin"]
    stop_words: tuple[str, ...]  # that distinguish it from the other languages of its script
    frequent_letters: tuple[tuple[str, float], ...]
    """Their shares of all letters in words of three or more, of nine in a thousand and more.

    Arabic letters stand with a tatweel on each side on which they are joined; Chinese, whose
    characters are thousands, has none.
    """
    spaced: bool  # whether words are separated by spaces
    headings: tuple[HeadingScheme, ...]  # outermost first
    paragraphs: tuple[Scheme, ...]
    items: tuple[Scheme, ...]  # outermost first
    units: tuple[Unit, ...]
    provisions: tuple[str, ...]  # of treaties and statutes, before their number: `Article 3`
    provision_suffix: str = ""  # after the number: 条 in 第三条
    insertions: tuple[str, ...]  # after the number of an inserted paragraph: bis is the first
    captions: tuple[str, ...]  # before the number of a table or figure: `Table 3`
    citing: tuple[str, ...]  # after the name and number of a unit in a reference: `附件一所列`
    continued: tuple[str, ...]  # in brackets after the heading of a continued section
    contents: tuple[str, ...]  # the heading of a table of contents
    notes: tuple[str, ...]  # the heading of the notes at the end of a document
    unmarked_notes: tuple[str, ...]  # what notes without a mark open with, and a colon: `Source:`
    note_labels: tuple[str, ...]  # what stands with the number of a note: `fn. 1`, `(note 1)`
    contents_columns: tuple[str, ...]  # the column headings of a table of contents
    adoption_lines: tuple[str, ...]  # in the line below a resolution: `104th plenary meeting`
    enacting: tuple[str, ...]  # the organ that speaks in a resolution: `The General Assembly`
    conjunctions: tuple[str, ...]  # before the last item of a list: `; and (c)`
    masthead: MastheadWords
    dates: DateWords
    sessions: SessionOrdinals
    citations: CitationWords
