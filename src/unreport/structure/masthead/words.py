"""The words that tell the lines of a masthead, of the document's language and of all languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from unreport.languages import LEXICONS
from unreport.languages.lexicon import Lexicon
from unreport.model import Distribution
from unreport.text.folding import fold_words

CONNECTORS = frozenset(map(fold_words, ("and", "et", "y", "e", "и", "و", "和", "a")))


class MastheadWords(Struct, frozen=True, kw_only=True, eq=False):
    """The words that tell masthead lines, folded: the document's, and those of the corner block.

    There is one value for each language, which is its own key where readings are kept.
    """

    united_nations: frozenset[str]
    distribution: re.Pattern[str]
    distributions: dict[str, Distribution]
    original: re.Pattern[str]
    languages: dict[str, str]
    in_language_lines: frozenset[str]  # names of languages, `only`, `and`
    session: tuple[str, ...]
    years: tuple[str, ...]
    agenda: tuple[str, ...]
    agenda_item: tuple[str, ...]
    titles: tuple[str, ...]
    types: tuple[str, ...]
    type_endings: tuple[str, ...]
    openings: frozenset[str]
    drafts: tuple[str, ...]
    last_letters_of_drafts: frozenset[str]
    title_endings: tuple[str, ...]
    addendum: frozenset[str]
    changes: tuple[str, ...]
    rapporteur: tuple[str, ...]
    bodies: tuple[str, ...]
    articles: tuple[str, ...]
    function_words: frozenset[str]  # with which no name ends; none where no spaces part words


@cache
def masthead_words(lexicon: Lexicon) -> MastheadWords:
    """The words of the document's language, and for the corner block those of all languages."""
    own = lexicon.masthead
    every = [lexicon.masthead for lexicon in LEXICONS.values()]
    return MastheadWords(
        united_nations=frozenset(_folded(name for words in every for name in words.united_nations)),
        distribution=_opening(word for words in every for word in words.distribution),
        distributions={fold_words(w): v for words in every for w, v in words.distributions},
        original=_opening((word for words in every for word in words.original), colon=True),
        languages={fold_words(w): code for words in every for w, code in words.languages},
        in_language_lines=frozenset(
            _folded(
                word
                for words in every
                for word in (*words.language_only, *(name for name, _ in words.languages))
            )
        )
        | CONNECTORS,
        session=_folded(own.session),
        years=_folded(own.years),
        agenda=_folded(own.agenda),
        agenda_item=_folded(own.agenda_item),
        titles=_folded(own.titles),
        types=_folded(own.types),
        type_endings=_folded(own.type_endings),
        openings=frozenset(_folded(own.openings)),
        drafts=_folded(own.drafts),
        last_letters_of_drafts=frozenset(word[-1] for word in _folded(own.drafts)),
        title_endings=_folded(own.title_endings),
        addendum=frozenset(_folded(own.addendum)),
        changes=_folded(own.modifications),
        rapporteur=_folded(own.rapporteur),
        bodies=_folded(own.bodies),
        articles=_folded(own.articles),
        function_words=frozenset(
            (*lexicon.stop_words, *_folded(own.articles)) if lexicon.spaced else ()
        ),
    )


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(fold_words, words))


def _opening(words: Iterable[str], *, colon: bool = False) -> re.Pattern[str]:
    own = {word.rstrip(".") for word in words}
    names = "|".join(sorted(map(re.escape, own), key=len, reverse=True))
    initials = "".join(sorted({re.escape(word[0]) for word in own}))
    after = r"\s*[:：]\s*" if colon else r"\b\s*\.?\s*[:：]?\s*"
    return re.compile(rf"(?=[{initials}])(?<![A-Za-z])(?:{names}){after}", re.IGNORECASE)
