"""The persons elected to an office, with their States."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from unreport.mentions.model import Officer
from unreport.mentions.passages import Passage
from unreport.mentions.phrases import Found, find_phrases, fold_lower, has_phrase
from unreport.mentions.states import FoundState, find_folded_states
from unreport.mentions.words import WORDS
from unreport.mentions.words.model import MentionWords

NAME_STARTS = regex.compile(r"[,;:،؛、，：(（]|\.\s(?=\p{Lu})")
IN_BRACKETS = regex.compile(r"[(（]\s*$")
FARTHEST_OFFICE = 30  # characters between `(China)` and the office behind it
LONGEST_NAME = 60


def find_officers(passage: Passage, language: str) -> list[Officer]:
    """The persons, named with their State in brackets, that a paragraph says were elected."""
    words = WORDS[language]
    if not has_phrase(passage.lower, words.officers.elected, language):
        return []
    elected = find_phrases(passage.lower, ((one, "") for one in words.officers.elected), language)
    offices = find_phrases(passage.lower, words.officers.offices, language)
    return list(_officers(passage, elected, offices, language)) if offices else []


class _Person(NamedTuple):
    """A person with a State in brackets, in folded text."""

    start: int
    end: int
    bracket: int  # where the name of the State ends
    state: FoundState


def _officers(
    passage: Passage, elected: list[Found], offices: list[Found], language: str
) -> Iterator[Officer]:
    people = list(_people(passage, elected[0].start, [*elected, *offices], language))
    if not people:
        return
    first = people[0]
    opens = any(elected[0].start <= one.start and one.end <= first.start for one in offices)
    for at, one in enumerate(people):
        following = people[at + 1].start if at + 1 < len(people) else len(passage.lower)
        office = _office(one, following, offices, opens=opens)
        if office:
            yield Officer(
                place=passage.place(one.start, one.end),
                text=passage.source(one.start, one.end),
                office=office,
                state=one.state.state.code,
                doubt=one.state.doubt,
            )


def _people(passage: Passage, start: int, known: list[Found], language: str) -> Iterator[_Person]:
    at = start
    titles = ((title, "") for title in WORDS[language].names.honorifics)
    boundaries = [*known, *find_phrases(passage.lower, titles, language)]
    for found in find_folded_states(passage.text, passage.folded, language):
        opening, end = _folded_span(passage, found.start, found.end)
        if opening < at or not IN_BRACKETS.search(passage.lower, max(0, opening - 3), opening):
            continue
        first, last = _name(passage.lower, (at, opening), boundaries, WORDS[language])
        at = end
        if 0 < last - first <= LONGEST_NAME:
            yield _Person(first, last, end, found)


def _folded_span(passage: Passage, start: int, end: int) -> tuple[int, int]:
    offsets = list(passage.folded.offsets)
    return offsets.index(start), offsets.index(end - 1) + 1


def _name(
    lower: str, room: tuple[int, int], known: list[Found], words: MentionWords
) -> tuple[int, int]:
    """The name before the bracket: from the last separator, verb, office or title on."""
    start, last = room[0], room[1] - 1
    while last > start and lower[last - 1] in " (（":
        last -= 1
    starts = [start, *(one.end for one in known if start < one.end <= last)]
    starts += [match.end() for match in NAME_STARTS.finditer(lower, start, last)]
    first = max(starts)
    while leading := _leading(words).match(lower, first, last):
        first = leading.end()
    return first, last


@cache
def _leading(words: MentionWords) -> regex.Pattern[str]:
    """Articles and conjunctions before a name, the full stop of a title: `and Ms.`."""
    leading = (*words.names.conjunctions, *words.statements.fillers)
    folded = "|".join(sorted((regex.escape(fold_lower(one)) for one in leading), reverse=True))
    return regex.compile(rf"\s+ | \. | (?:{folded})(?!\p{{L}})", regex.VERBOSE)


def _office(person: _Person, following: int, offices: list[Found], *, opens: bool) -> str | None:
    """The last office before a person where offices open: `Chair: Ana Costa (Brazil)`.

    Else the one behind: `Ana Costa (Brazil) as Chair`.
    """
    if opens:
        before = [one for one in offices if one.end <= person.start]
        return before[-1].value if before else None
    limit = min(following, person.bracket + FARTHEST_OFFICE)
    return next((one.value for one in offices if person.bracket <= one.start <= limit), None)
