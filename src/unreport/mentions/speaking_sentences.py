"""A sentence about statements or attendance: its verbs, roles, States, and for whom it speaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from unreport.mentions.passages import Passage
from unreport.mentions.phrases import Found, find_phrases, fold_lower, has_phrase
from unreport.mentions.states import FoundState, find_states
from unreport.mentions.words import WORDS
from unreport.mentions.words.model import StatementWords


class Sentence(NamedTuple):
    """A sentence about statements or attendance, and what stands where in it."""

    lower: str
    text: str  # folded, with its case
    states: tuple[FoundState, ...]  # at their places in the folded text
    roles: tuple[Found, ...]
    spoke: tuple[Found, ...]
    on_behalf: tuple[tuple[int, int, int], ...]  # the phrase, and whom somebody spoke for
    language: str


def read_sentence(passage: Passage, start: int, end: int, language: str) -> Sentence:
    """What stands where between two places of a passage, for those who look for speakers."""
    words = WORDS[language].statements
    lower, text = passage.lower[start:end], passage.folded.text[start:end]
    spoke = find_phrases(lower, ((phrase, "") for phrase in words.spoke), language)
    roles: list[Found] = []
    states: tuple[FoundState, ...] = ()
    if spoke or has_phrase(lower, words.attended, language):
        roles = find_phrases(lower, words.roles, language)
        roles = roles or _following(lower, words, language)
        states = tuple(one for one in find_states(text, language) if one.form != "adjective")
    return Sentence(
        lower=lower,
        text=text,
        states=states,
        roles=tuple(roles),
        spoke=tuple(spoke),
        on_behalf=tuple(_on_behalf(lower, roles, spoke, language)),
        language=language,
    )


def _following(lower: str, words: StatementWords, language: str) -> list[Found]:
    """`The following States were represented: …`: a list without the noun of a role."""
    found = find_phrases(lower, ((phrase, "state") for phrase in words.following), language)
    return [one for one in found if ":" in lower[one.end :]][:1]


def _group_end(lower: str, start: int, verbs_and_roles: list[Found]) -> int:
    stop = ON_BEHALF_END.search(lower, start)
    ends = [one.start for one in verbs_and_roles if one.start > start]
    return min([stop.start() if stop else len(lower), *ends])


def _names_group(text: str, words: StatementWords) -> bool:
    return not words.group_nouns or any(noun in text for noun in words.group_nouns)


def _on_behalf(
    lower: str, roles: list[Found], spoke: list[Found], language: str
) -> Iterator[tuple[int, int, int]]:
    words = WORDS[language].statements
    verbs_and_roles = [*spoke, *roles]
    reached = -1  # `以…的名义` stands within `代表…发言`
    for opening, closing in words.on_behalf:
        for one in find_phrases(lower, ((opening, ""),), language):
            if any(role.start <= one.start < role.end and role.value == "group" for role in roles):
                continue
            if closing:
                end = lower.find(fold_lower(closing), one.end)
            else:
                end = _group_end(lower, one.end, verbs_and_roles)
            named = end > one.end and _names_group(lower[one.end : end], words)
            if named and not one.end <= reached <= end:
                reached = end
                yield one.start, one.end, end


ON_BEHALF_END = regex.compile(r"[.,;:،؛，；]")
