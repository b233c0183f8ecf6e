"""Find the States that a text names, in six languages."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from unreport.mentions.entities import State, states
from unreport.mentions.gazetteer import FoundName
from unreport.mentions.kinds import NameForm
from unreport.mentions.phrases import lower_alike
from unreport.mentions.vocabulary import vocabulary
from unreport.mentions.words import WORDS
from unreport.mentions.words.model import Homograph, NameGrammar
from unreport.text.folding import fold_cased, fold_words
from unreport.text.word_scanner import Hits

LONGEST_LIST_GAP = 6  # characters between two names of a list: `, and `
WORD_AFTER = regex.compile(r"[\s-]*(\p{L}+)")
CAPITALIZED_AFTER = regex.compile(r"\s(\p{Lu}\p{Ll}+)")
CONTEXT = 40  # characters before a name in which the word before it stands


class FoundState(NamedTuple):
    """A State named in a text."""

    start: int
    end: int
    state: State
    form: NameForm
    doubt: str | None


def find_states(text: str, language: str) -> list[FoundState]:
    """The States named in a text, in order; they do not overlap.

    A name that may be another word or place has a doubt: `homograph`, `person`,
    `not-a-state` (`Palestine`) or `two-states` (`Serbia and Montenegro`).

    >>> [(one.state.code, one.form) for one in find_states("ألقى كلمة ممثل هولندا وكندا", "ar")]
    [('NLD', 'other'), ('CAN', 'short')]
    >>> [one.state.code for one in find_states("Papua New Guinea and Guinea-Bissau", "en")]
    ['PNG', 'GNB']
    """
    folded = fold_cased(text)
    lower = lower_alike(folded.text)
    hits = vocabulary(language).scanner.find(lower)
    return [
        one._replace(start=start, end=end)
        for one in find_folded_states(folded.text, lower, hits, language)
        for start, end in [folded.span(one.start, one.end)]
    ]


def find_folded_states(text: str, lower: str, hits: Hits, language: str) -> list[FoundState]:
    """The States at their places in folded text; `hits` are its words in the vocabulary."""
    names = vocabulary(language).names.find(text, lower, hits)
    if not names:
        return []
    grammar = WORDS[language].names
    found = [_found_state(one, text, language) for one in names if one.name.form != "place"]
    confirmed = _confirmed_by_lists(found, text, grammar)
    return [one for one in confirmed if one.doubt not in (EXCLUDED, "adjective")]


EXCLUDED = "excluded"


def _found_state(found: FoundName, text: str, language: str) -> FoundState:
    doubt = _doubt(found, text, language)
    state = states()[found.name.code]
    return FoundState(found.start, found.end, state, found.name.form, doubt)


def _doubt(found: FoundName, text: str, language: str) -> str | None:
    """Why a name may not be that of the State; `excluded` where it is not."""
    words = _context_words(language)
    previous = _word_before(text, found.word)
    if previous.lower() in words.honorifics:
        return EXCLUDED
    name, form = found.name.name, found.name.form
    if form == "ambiguous":
        return "not-a-state"
    if name in words.given_names and CAPITALIZED_AFTER.match(text, found.end):
        return "person"
    homograph = words.homographs.get(name)
    if form != "adjective" and homograph is None:
        return None
    previous, after = fold_words(previous), WORD_AFTER.match(text, found.end)
    following = fold_words(after[1]) if after else ""
    if form == "adjective":
        return None if _is_governed(previous, following, WORDS[language].names) else "adjective"
    return _homograph_doubt(homograph, previous, following) if homograph else None


class _ContextWords(NamedTuple):
    """The words around names, folded."""

    honorifics: frozenset[str]
    given_names: frozenset[str]
    homographs: dict[str, Homograph]


@cache
def _context_words(language: str) -> _ContextWords:
    grammar = WORDS[language].names
    return _ContextWords(
        honorifics=_folded(grammar.honorifics),
        given_names=frozenset(grammar.given_names),
        homographs={one.name: one for one in grammar.homographs},
    )


def _word_before(text: str, at: int) -> str:
    """The word before a place, with a full stop or none: `Mr. Jordan`."""
    first = max(0, at - CONTEXT)
    before = text[first:at].rstrip().removesuffix(".")
    start = len(before)
    while start and before[start - 1].isalpha():
        start -= 1
    return before[start:]


def _is_governed(previous: str, following: str, grammar: NameGrammar) -> bool:
    """Whether a noun such as `Government` stands beside an adjective."""
    nouns = _folded(grammar.governed)
    return following in nouns or any(
        previous.removeprefix(fold_words(proclitic)) in nouns for proclitic in grammar.proclitics
    )


def _homograph_doubt(homograph: Homograph, previous: str, following: str) -> str | None:
    if previous in _folded(homograph.excluded_after):
        return EXCLUDED
    if following in _folded(homograph.excluded_before):
        return EXCLUDED
    if homograph.certain or previous in _folded(homograph.confirmed_after):
        return None
    return "homograph" if homograph.confirmed_by_lists else "two-states"


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold_words, words))


def _confirmed_by_lists(
    found: list[FoundState], text: str, grammar: NameGrammar
) -> list[FoundState]:
    """A homograph or adjective beside a name of its kind is one: `لبنان، مالي، مصر`."""
    confirmed = list(found)
    for at, one in enumerate(found):
        if one.doubt not in ("homograph", "adjective"):
            continue
        alone = one.doubt == "homograph" and text.strip() == text[one.start : one.end]
        beside = [*confirmed[max(0, at - 1) : at], *found[at + 1 : at + 2]]
        if alone or any(
            _confirms(other, one) and _is_list_gap(_gap(text, one, other), grammar)
            for other in beside
        ):  # alone in a cell or an item, or beside another name
            confirmed[at] = one._replace(doubt=None)
    return confirmed


def _confirms(other: FoundState, one: FoundState) -> bool:
    alike = (other.form == "adjective") == (one.form == "adjective")
    return alike and other.doubt is None


def _is_list_gap(gap: str, grammar: NameGrammar) -> bool:
    if len(gap) > LONGEST_LIST_GAP:
        return False
    words = fold_words(regex.sub(r"[^\p{L}]+", " ", gap))
    return not words or words in _folded(grammar.conjunctions)


def _gap(text: str, one: FoundState, other: FoundState) -> str:
    return text[min(one.end, other.end) : max(one.start, other.start)]
