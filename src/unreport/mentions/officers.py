"""The persons elected to an office, with their States."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from unreport.languages import LEXICONS
from unreport.mentions.model import Officer
from unreport.mentions.passages import Passage, WholeParagraph
from unreport.mentions.phrases import ALL_WORDS, Found, fold_lower
from unreport.mentions.states import FoundState
from unreport.mentions.vocabulary import ELECTING, vocabulary
from unreport.mentions.words import WORDS
from unreport.mentions.words.model import MentionWords

NAME_STARTS = regex.compile(r"[,;:،؛、，：(（]|\.\s(?=\p{Lu})")
IN_BRACKETS = regex.compile(r"[(（]\s*$")
FARTHEST_VERB = 2  # characters between an office and the verb behind it
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
    verb = elected[0]
    people = _elected_people(passage, verb, [*elected, *offices])
    if not people:
        return
    first = people[0]
    before = any(
        one.end <= first.start and one.end >= verb.start - FARTHEST_VERB for one in offices
    )
    opens = before and _office_behind(passage.lower, first, offices, language) is None
    ends = [*(one.start for one in people[1:]), len(passage.lower)]
    held = [_office(one, end, offices, opens=opens) for one, end in zip(people, ends, strict=True)]
    for at in reversed(range(len(people) - 1)):  # `X (Czechia) and Y (Ghana) as Vice-Chairs`
        if held[at] is None and _is_joined(passage, people[at].bracket, people[at + 1].start):
            held[at] = held[at + 1]
    for one, office in zip(people, held, strict=True):
        if office:
            place, text = passage.located(one.start, one.end)
            yield Officer(
                place=place,
                text=text,
                office=office,
                state=one.state.state.code,
                doubt=one.state.doubt,
            )


def _elected_people(passage: Passage, verb: Found, known: list[Found]) -> list[_Person]:
    """The people behind the verb, and those directly before it: `Li Na (China) was elected`."""
    start = max((start for start, _ in passage.sentences if start <= verb.start), default=0)
    people = list(_people(passage, start, known))
    before = [one for one in people if one.start < verb.start]
    elected = [one for one in people if one.start >= verb.start]
    following = verb.start
    for one in reversed(before):
        if not _is_joined(passage, one.bracket, following):
            break
        elected.insert(0, one)
        following = one.start
    return elected


def _is_joined(passage: Passage, start: int, end: int) -> bool:
    """Whether nothing but brackets, conjunctions and titles stands between two places."""
    if end - start > FARTHEST_OFFICE:
        return False
    between = passage.lower[start:end]
    small = _small_words(WORDS[passage.language])
    if not LEXICONS[passage.language].spaced:
        return "".join(ALL_WORDS.findall(between)) in small | {""}
    return all(word in small for word in ALL_WORDS.findall(between))


@cache
def _small_words(words: MentionWords) -> frozenset[str]:
    """Conjunctions, articles and titles, with their proclitics: `والسيد`."""
    names = words.names
    small = (*names.conjunctions, *words.statements.fillers, *names.honorifics)
    forms = (proclitic + word for proclitic in names.proclitics for word in small)
    return frozenset(part for form in forms for part in ALL_WORDS.findall(fold_lower(form)))


def _people(passage: Passage, start: int, known: list[Found]) -> Iterator[_Person]:
    at = start
    honorifics = vocabulary(passage.language).officers.honorifics
    boundaries = sorted([*known, *honorifics.find(passage.lower, passage.known)])
    for found in passage.states:
        if found.start < at or not IN_BRACKETS.search(
            passage.lower, max(0, found.start - 3), found.start
        ):
            continue
        first, last = _name(passage, (at, found.start), boundaries)
        at = found.end
        if 0 < last - first <= LONGEST_NAME:
            yield _Person(first, last, found.end, found)


def _name(passage: Passage, room: tuple[int, int], known: list[Found]) -> tuple[int, int]:
    """The name before the bracket: from the last separator, verb, office or title on."""
    lower = passage.lower
    start, last = max(room[0], room[1] - LONGEST_ROOM), room[1] - 1
    while last > start and lower[last - 1] in " (（":
        last -= 1
    inside = known[bisect_left(known, (start - LONGEST_NAME,)) : bisect_left(known, (last,))]
    starts = [start, *(one.end for one in inside if start < one.end <= last)]
    starts += [match.end() for match in NAME_STARTS.finditer(lower, start, last)]
    first = max(starts)
    leading = _leading(passage.language)
    while opening := leading.match(lower, first, last):
        first = opening.end()
    return first, last


@cache
def _leading(language: str) -> regex.Pattern[str]:
    """Articles and conjunctions before a name, the full stop of a title: `and Ms.`."""
    words = WORDS[language]
    leading = (*words.names.conjunctions, *words.statements.fillers)
    folded = "|".join(sorted((regex.escape(fold_lower(one)) for one in leading), reverse=True))
    boundary = r"(?!\p{L})" if LEXICONS[language].spaced else ""
    return regex.compile(rf"[\s.)）]+ | (?:{folded}){boundary}", regex.VERBOSE)


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
