"""Dates and numbered meetings: `at its 3rd meeting, on 12 September 2019`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from unreport.languages.dates import DateRange
from unreport.mentions.model import DateMention, MeetingMention
from unreport.mentions.passages import Passage
from unreport.mentions.phrases import fold_lower
from unreport.mentions.vocabulary import MEETINGS
from unreport.mentions.words import WORDS
from unreport.mentions.words.model import MeetingWords

LONGEST_LIST = 8  # numbers before one noun


def find_date_mentions(passage: Passage) -> Iterator[DateMention]:
    """The dates in a passage that are days of the calendar."""
    for found in passage.dates:
        if isinstance(found.value, DateRange):
            yield DateMention(
                place=passage.place_of(found.span.start, found.span.end),
                text=found.text,
                start=found.value.start,
                end=found.value.end,
                doubt="conflict" if found.value.conflict else None,
            )


def find_meetings(passage: Passage) -> Iterator[MeetingMention]:
    """The numbered meetings in a passage, one for each number: `its 1st and 3rd meetings`."""
    if not passage.subjects & MEETINGS:
        return
    words = WORDS[passage.language].meetings
    listed, single = _patterns(passage.language)
    for match in listed.finditer(passage.lower):
        for number in single.finditer(match.string, *match.span("numbers")):
            place, text = passage.located(*number.span())
            yield MeetingMention(
                place=place,
                text=text,
                number=_value(number, words),
            )


def _value(number: re.Match[str], words: MeetingWords) -> int:
    if number["digits"]:
        return int(number["digits"])
    return list(map(fold_lower, words.ordinals)).index(number["word"]) + 1


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = WORDS[language].meetings
    nouns = "|".join(sorted((re.escape(fold_lower(noun)) for noun in words.nouns), reverse=True))
    # `ª` and `a` fold to one: two alternatives for one letter double the ways at each number
    folded = dict.fromkeys(map(fold_lower, words.ordinal_indicators))
    indicators = "|".join(map(re.escape, folded))
    ordinals = "|".join(
        sorted(map(re.escape, map(fold_lower, words.ordinals)), key=len, reverse=True)
    )
    digits = (
        rf"(?P<digits>\d{{1,4}}) (?: \s? (?: - \s? )? (?:{indicators}) )?"
        if indicators
        else r"(?P<digits>\d{1,4})"
    )
    boundary = "" if words.prefix else r"(?<![^\W_])(?<![/.])"
    single = rf"{boundary} (?: {digits} | (?P<word>{ordinals}) )" + (
        "" if words.prefix else r"(?![^\W_]|/)"
    )
    each = single.replace("?P<digits>", "?:").replace("?P<word>", "?:")
    conjunctions = "|".join(map(re.escape, map(fold_lower, WORDS[language].names.conjunctions)))
    joint = rf"\s? (?: , | 、 | ، | - | (?:{conjunctions}) ){{1,2}} \s?"
    prefix = f"{words.prefix}?" if words.prefix else ""
    listed = rf"(?P<numbers> {each} (?: {joint} {prefix} {each} ){{0,{LONGEST_LIST}}} )"
    if words.number_first:
        whole = (
            rf"{words.prefix} {listed} \s? (?:{nouns}) (?![a-zа-я])"
            if words.prefix
            else rf"{listed} \s (?:{nouns}) (?![^\W\d_])"
        )
    else:
        whole = rf"(?:{nouns}) \s {listed}"
    return re.compile(whole, re.VERBOSE), re.compile(single, re.VERBOSE)
