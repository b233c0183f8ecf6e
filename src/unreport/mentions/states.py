"""Find the States that a text names, in six languages."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from unreport.mentions.entities import State, states
from unreport.mentions.gazetteer import FoundName, gazetteer
from unreport.mentions.kinds import NameForm
from unreport.mentions.words import WORDS
from unreport.mentions.words.model import Homograph, NameGrammar
from unreport.text.folding import Folded, fold_cased, fold_words

LONGEST_LIST_GAP = 6  # characters between two names of a list: `, and `
WORD_BEFORE = regex.compile(r"(\p{L}+)\.?\s*$")
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
    return find_folded_states(text, fold_cased(text), language)


def find_folded_states(text: str, folded: Folded, language: str) -> list[FoundState]:
    """The same, where the text is folded already."""
    names = [one for one in gazetteer(language).find(folded.text) if one.name.form != "place"]
    grammar = WORDS[language].names
    found = [_found_state(one, folded, grammar) for one in names]
    confirmed = _confirmed_by_lists(found, text, grammar)
    return [one for one in confirmed if one.doubt not in (EXCLUDED, "adjective")]


EXCLUDED = "excluded"


def _found_state(found: FoundName, folded: Folded, grammar: NameGrammar) -> FoundState:
    start, end = folded.span(found.start, found.end)
    doubt = _doubt(found, folded.text, grammar)
    return FoundState(start, end, states()[found.name.code], found.name.form, doubt)


def _doubt(found: FoundName, text: str, grammar: NameGrammar) -> str | None:
    """Why a name may not be that of the State; `excluded` where it is not."""
    before = WORD_BEFORE.search(text, max(0, found.word - CONTEXT), found.word)
    previous = fold_words(before[1]) if before else ""
    if previous in _folded(grammar.honorifics):
        return EXCLUDED
    if found.name.form == "ambiguous":
        return "not-a-state"
    if found.name.name in grammar.given_names and CAPITALIZED_AFTER.match(text, found.end):
        return "person"
    after = WORD_AFTER.match(text, found.end)
    following = fold_words(after[1]) if after else ""
    if found.name.form == "adjective":
        return None if _is_governed(previous, following, grammar) else "adjective"
    homograph = _homographs(grammar).get(found.name.name)
    return _homograph_doubt(homograph, previous, following) if homograph else None


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


@cache
def _homographs(grammar: NameGrammar) -> dict[str, Homograph]:
    return {one.name: one for one in grammar.homographs}


def _confirmed_by_lists(
    found: list[FoundState], text: str, grammar: NameGrammar
) -> list[FoundState]:
    """A homograph or adjective beside a name of its kind is one: `لبنان، مالي، مصر`."""
    confirmed = list(found)
    for at, one in enumerate(found):
        if one.doubt == "homograph" and text.strip() == text[one.start : one.end]:
            confirmed[at] = one._replace(doubt=None)  # a cell or an item of its own
        beside = [*confirmed[max(0, at - 1) : at], *found[at + 1 : at + 2]]
        if one.doubt in ("homograph", "adjective") and any(
            _confirms(other, one) and _is_list_gap(_gap(text, one, other), grammar)
            for other in beside
        ):
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
