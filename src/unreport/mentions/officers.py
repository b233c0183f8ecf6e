"""The persons elected to an office, with their States."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from unreport.mentions.model import Officer
from unreport.mentions.passages import Passage
from unreport.mentions.phrases import Found, find_phrases, has_phrase
from unreport.mentions.states import find_folded_states
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


def _officers(
    passage: Passage, elected: list[Found], offices: list[Found], language: str
) -> Iterator[Officer]:
    lower, known = passage.lower, [*elected, *offices]
    at = elected[0].start
    for found in find_folded_states(passage.text, passage.folded, language):
        start, end = _folded_span(passage, found.start, found.end)
        if start < at or not IN_BRACKETS.search(lower, max(0, start - 3), start):
            continue
        first, last = _name(passage, at, start, known, WORDS[language])
        office = _office(lower, (first, end), offices)
        at = end
        if office and 0 < last - first <= LONGEST_NAME:
            yield Officer(
                place=passage.place(first, last),
                text=passage.source(first, last),
                office=office,
                state=found.state.code,
                doubt=found.doubt,
            )


def _folded_span(passage: Passage, start: int, end: int) -> tuple[int, int]:
    offsets = list(passage.folded.offsets)
    return offsets.index(start), offsets.index(end - 1) + 1


def _name(
    passage: Passage, start: int, bracket: int, known: list[Found], words: MentionWords
) -> tuple[int, int]:
    """The name before the bracket: from the last separator, verb, office or title on."""
    lower = passage.lower
    last = bracket - 1
    while last > start and lower[last - 1] in " (（":
        last -= 1
    starts = [start, *(one.end for one in known if start < one.end <= last)]
    starts += [match.end() for match in NAME_STARTS.finditer(lower, start, last)]
    first = max(starts)
    title = _title(words).match(lower, first, last)
    while title:
        first = title.end()
        title = _title(words).match(lower, first, last)
    return first, last


def _title(words: MentionWords) -> regex.Pattern[str]:
    """Titles and conjunctions before a name: `and Ms.`."""
    titles = (*words.names.honorifics, *words.names.conjunctions, *words.statements.fillers)
    folded = "|".join(sorted((regex.escape(one.lower()) for one in titles if one), reverse=True))
    return regex.compile(rf"\s* (?:{folded})(?!\p{{L}})\.? | \s+", regex.VERBOSE)


def _office(lower: str, person: tuple[int, int], offices: list[Found]) -> str | None:
    """The office behind a person, `(China) as Chair`, else the last one before it."""
    start, end = person
    behind = next((one for one in offices if end <= one.start <= end + FARTHEST_OFFICE), None)
    if behind and not regex.search(r"[,;:،؛，：]", lower[end + 1 : behind.start]):
        return behind.value
    if behind and not any(one.end <= start for one in offices):
        return behind.value
    before = [one for one in offices if one.end <= start]
    return before[-1].value if before else None
