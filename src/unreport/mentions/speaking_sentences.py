"""A sentence about statements or attendance: its verbs, roles, States, and for whom it speaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from unreport.languages import LEXICONS
from unreport.mentions.passages import Passage
from unreport.mentions.phrases import Found
from unreport.mentions.states import FoundState
from unreport.mentions.vocabulary import StatementPhrases, vocabulary
from unreport.mentions.words import WORDS
from unreport.mentions.words.model import StatementWords


class Sentence(NamedTuple):
    """A sentence about statements or attendance, and what stands where in it."""

    lower: str
    text: str  # folded, with its case
    known: frozenset[str]  # the words of its paragraph that stand in the vocabulary
    states: tuple[FoundState, ...]  # at their places in the folded text
    roles: tuple[Found, ...]
    spoke: tuple[Found, ...]
    on_behalf: tuple[tuple[int, int, int], ...]  # the phrase, and whom somebody spoke for
    language: str


def read_sentence(passage: Passage, start: int, end: int) -> Sentence:
    """What stands where between two places of a passage, for those who look for speakers."""
    phrases = vocabulary(passage.language).statements
    lower, known = passage.lower[start:end], passage.known
    spoke = phrases.spoke.find(lower, known)
    roles = phrases.roles.find(lower, known) or _following(lower, known, phrases)
    sentence = Sentence(
        lower=lower,
        text=passage.cased[start:end],
        known=known,
        states=tuple(_states(passage, start, end)),
        roles=tuple(roles),
        spoke=tuple(spoke),
        on_behalf=(),
        language=passage.language,
    )
    return sentence._replace(on_behalf=tuple(_on_behalf(sentence)))


def _states(passage: Passage, start: int, end: int) -> Iterator[FoundState]:
    """The States that the sentence names, at their places in it."""
    for one in passage.states:
        if start <= one.start and one.end <= end and one.form != "adjective":
            yield one._replace(start=one.start - start, end=one.end - start)


def _following(lower: str, known: frozenset[str], phrases: StatementPhrases) -> list[Found]:
    """`The following States were represented: …`: a list without the noun of a role."""
    found = phrases.following.find(lower, known)
    return [one for one in found if ":" in lower[one.end :]][:1]


def _group_end(lower: str, start: int, verbs_and_roles: list[Found]) -> int:
    stop = ON_BEHALF_END.search(lower, start)
    ends = [one.start for one in verbs_and_roles if one.start > start]
    # within `с заявлением от имени … выступил` it ends before the last word of the verb
    ends += [
        lower.rfind(" ", start, one.end) for one in verbs_and_roles if one.start < start < one.end
    ]
    return min([stop.start() if stop else len(lower), *ends])


def _names_group(text: str, words: StatementWords) -> bool:
    return not words.group_nouns or any(noun in text for noun in words.group_nouns)


def _opening(lower: str, start: int) -> int:
    """Where the bracket opens in which a phrase stands, if it does: `(also on behalf of …)`."""
    bracket = max(lower.rfind("(", 0, start), lower.rfind("（", 0, start))
    closed = max(lower.rfind(")", 0, start), lower.rfind("）", 0, start))
    return bracket if bracket > closed else start


def _is_role(start: int, role: Found, lower: str) -> bool:
    """Whether an opening is part of a role: the first one of two in a row."""
    if role.value == "group":
        return role.start <= start < role.end
    return role.start <= start < role.end and lower.startswith(lower[start : role.end], role.end)


def _on_behalf(sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    words = WORDS[sentence.language].statements
    verbs_and_roles = [*sentence.spoke, *sentence.roles]
    # where words run on, the opening may be the noun of a role: `乌拉圭代表代表…`
    spaced = LEXICONS[sentence.language].spaced
    groups = [one for one in sentence.roles if one.value == "group" or not spaced]
    lower = sentence.lower
    reached = -1  # `以…的名义` stands within `代表…发言`
    for opening, closing in vocabulary(sentence.language).on_behalf:
        for one in opening.find(lower, sentence.known):
            if any(_is_role(one.start, role, lower) for role in groups):
                continue
            if closing:
                end = lower.find(closing, one.end)
            else:
                end = _group_end(lower, one.end, verbs_and_roles)
            named = end > one.end and _names_group(lower[one.end : end], words)
            if named and not one.end <= reached <= end:
                reached = end
                yield _opening(lower, one.start), one.end, end


ON_BEHALF_END = regex.compile(r"[.,;:،؛，；)）]")
