"""The types of the words that mentions are found by, one value of `MentionWords` for each language.

The data are in the modules `ar`, `en`, `es`, `fr`, `ru` and `zh`; comparison ignores accents and
vowel signs.  Fields have no defaults, so that type checking fails until a new field is filled for
every language.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Homograph(Struct, frozen=True, kw_only=True):
    """A name that is also another word, and what stands beside it where it is the name."""

    name: str
    certain: bool  # a mention unless something speaks against it; else doubtful unless confirmed
    confirmed_after: tuple[str, ...]  # words before it that confirm it: `حكومة مالي`
    excluded_after: tuple[str, ...]  # words before it that exclude it: `كل قطر`
    excluded_before: tuple[str, ...]  # words after it that exclude it: `Того же`


class NameGrammar(Struct, frozen=True, kw_only=True):
    """How names of States stand in running text."""

    cased: bool  # whether names are capitalized
    proclitics: tuple[str, ...]  # written together with the name, the empty one included: `وهولندا`
    article: str  # contracted after one of them: `للمكسيك` for `ل` and `المكسيك`
    contracting: str  # the proclitic after which it is
    endings: tuple[tuple[str, tuple[str, ...]], ...]  # of the nominative, and of the other cases
    adjective_proclitics: tuple[str, ...]  # before an adjective: `والعراقية`
    adjective_endings: tuple[
        tuple[str, tuple[str, ...]], ...
    ]  # of its form in the data, the others
    governed: tuple[str, ...]  # nouns beside an adjective that names a State: `Iraqi Government`
    honorifics: tuple[str, ...]  # before the name of a person: `Mr. Jordan`
    given_names: tuple[str, ...]  # names of States that are also given names: `Jordan`
    homographs: tuple[Homograph, ...]
    conjunctions: tuple[str, ...]  # between the names of a list


class MentionWords(Struct, frozen=True, kw_only=True):
    """Everything that finding mentions knows about one language."""

    script: Literal["Arabic", "Cyrillic", "Han", "Latin"]
    names: NameGrammar
