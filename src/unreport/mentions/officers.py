"""The persons elected to an office, with their States."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from unreport.mentions.model import Officer
from unreport.mentions.passages import Passage, WholeParagraph
from unreport.mentions.phrases import Found, fold_lower
from unreport.mentions.states import FoundState
from unreport.mentions.tokens import ALL_WORDS
from unreport.mentions.vocabulary import ELECTING, vocabulary
from unreport.mentions.words import WORDS
from unreport.mentions.words.model import MentionWords

NAME_STARTS = regex.compile(r"[,;:،؛、，：(（]|\.\s(?=\p{Lu})")
IN_BRACKETS = regex.compile(r"[(（]\s*$")
FARTHEST_OFFICE = 30  # characters between `(China)` and the office behind it
LONGEST_NAME = 60
LONGEST_ROOM = 200  # characters before the bracket in which a name stands


def find_officers(whole: WholeParagraph) -> list[Officer]:
    """The persons, named with their State in brackets, that a paragraph says were elected."""
    if not whole.subjects & ELECTING:
        return []
    phrases = vocabulary(whole.language).officers
    passage = whole.passage
    elected = phrases.elected.find(passage.lower, passage.known)
    offices = phrases.offices.find(passage.lower, passage.known)
    return list(_officers(passage, elected, offices)) if elected and offices else []


class _Person(NamedTuple):
    """A person with a State in brackets, in folded text."""

    start: int
    end: int
    bracket: int  # where the name of the State ends
    state: FoundState


def _officers(passage: Passage, elected: list[Found], offices: list[Found]) -> Iterator[Officer]:
    language = passage.language
    people = list(_people(passage, elected[0].start, [*elected, *offices]))
    if not people:
        return
    first = people[0]
    before = any(elected[0].start <= one.start and one.end <= first.start for one in offices)
    opens = before and _office_behind(passage.lower, first, offices, language) is None
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


def _people(passage: Passage, start: int, known: list[Found]) -> Iterator[_Person]:
    at = start
    honorifics = vocabulary(passage.language).officers.honorifics
    boundaries = sorted([*known, *honorifics.find(passage.lower, passage.known)])
    for found in passage.states:
        if found.start < at or not IN_BRACKETS.search(
            passage.lower, max(0, found.start - 3), found.start
        ):
            continue
        first, last = _name(passage.lower, (at, found.start), boundaries, WORDS[passage.language])
        at = found.end
        if 0 < last - first <= LONGEST_NAME:
            yield _Person(first, last, found.end, found)


def _name(
    lower: str, room: tuple[int, int], known: list[Found], words: MentionWords
) -> tuple[int, int]:
    """The name before the bracket: from the last separator, verb, office or title on."""
    start, last = max(room[0], room[1] - LONGEST_ROOM), room[1] - 1
    while last > start and lower[last - 1] in " (（":
        last -= 1
    inside = known[bisect_left(known, (start - LONGEST_NAME,)) : bisect_left(known, (last,))]
    starts = [start, *(one.end for one in inside if start < one.end <= last)]
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


def _office_behind(lower: str, person: _Person, offices: list[Found], language: str) -> str | None:
    """The office directly behind a person: no separator or conjunction between them."""
    first = bisect_left(offices, (person.bracket,))
    for one in offices[first : first + 1]:
        if one.start <= person.bracket + FARTHEST_OFFICE:
            between = lower[person.bracket : one.start]
            words = set(ALL_WORDS.findall(between))
            joined = words & set(map(fold_lower, WORDS[language].names.conjunctions))
            return None if joined or SEPARATORS.search(between) else one.value
    return None


SEPARATORS = regex.compile(r"[,;:،؛、，：；]")


def _office(person: _Person, following: int, offices: list[Found], *, opens: bool) -> str | None:
    """The last office before a person where offices open: `Chair: Ana Costa (Brazil)`.

    Else the one behind: `Ana Costa (Brazil) as Chair`.
    """
    if opens:
        before = bisect_left(offices, (person.start,))
        return offices[before - 1].value if before else None
    limit = min(following, person.bracket + FARTHEST_OFFICE)
    at = bisect_left(offices, (person.bracket,))
    behind = offices[at : at + 1]
    return behind[0].value if behind and behind[0].start <= limit else None
