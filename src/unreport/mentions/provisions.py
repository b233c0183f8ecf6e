"""Decisions and recommendations: the verb, whom it addresses, and the items it lists."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from unreport.mentions.kinds import ProvisionKind
from unreport.mentions.model import Provision
from unreport.mentions.passages import Passage
from unreport.mentions.phrases import Found, find_phrases
from unreport.mentions.sentences import sentences
from unreport.mentions.words import WORDS
from unreport.mentions.words.model import ProvisionWords

LONGEST_ADDRESSEE = 100
FARTHEST_ADDRESSEE = 300  # characters behind the verb in which it ends
ADDRESSEE_END = regex.compile(r"[,;:.،؛，；：。]")


class Act(NamedTuple):
    """The verb of a provision in a sentence, in folded text."""

    kind: ProvisionKind
    start: int
    end: int
    act: str
    addressee: tuple[int, int] | None


def find_provisions(passage: Passage, items: tuple[int, ...], language: str) -> list[Provision]:
    """The provisions in a paragraph; one sentence is one provision.

    `items` are the nodes of its list: they belong to the sentence that opens the list.
    """
    found: list[Provision] = []
    for start, end in sentences(passage.folded.text):
        act = _act(passage.lower[start:end], language)
        if act is None:
            continue
        addressee = None
        if act.addressee:
            addressee = passage.source(start + act.addressee[0], start + act.addressee[1])
        found.append(
            Provision(
                place=passage.place(start, end),
                text=passage.source(start, end),
                kind=act.kind,
                act=act.act,
                verb=passage.source(start + act.start, start + act.end),
                addressee=addressee,
                items=items if end == len(passage.lower) or ":" in passage.lower[start:end] else (),
            )
        )
    return found


def _act(lower: str, language: str) -> Act | None:
    """The act of a sentence: its first verb, if that is one of a request or decision.

    A sentence that welcomes a decision, or recalls one, makes none.
    """
    words = WORDS[language].provisions
    head = lower[: words.longest_subject]
    verbs = find_phrases(head, _verbs(words), language)
    if not verbs:
        return _recommendation(lower, words, language)
    verb = verbs[0]
    act, _, kind = verb.value.partition(KIND)
    if kind == "recommendation":
        addressee = _addressee_behind(lower, verb, words, language)
        return Act("recommendation", verb.start, verb.end, act, addressee)
    return Act("decision", verb.start, verb.end, act, None) if kind else None


KIND = "\t"  # between the act and the kind of a verb


@cache
def _verbs(words: ProvisionWords) -> tuple[tuple[str, str], ...]:
    """All verbs that a sentence can open with; those of provisions with act and kind."""
    return (
        *((verb, f"{act}{KIND}recommendation") for verb, act in words.requests),
        *((verb, f"{act}{KIND}decision") for verb, act in words.decisions),
        *((verb, "") for verb in words.declaratives.split(", ")),
    )


def _recommendation(lower: str, words: ProvisionWords, language: str) -> Act | None:
    """`States parties should consider`, `ينبغي للدول الأطراف أن تنظر`."""
    head = lower[: words.longest_subject]
    found = find_phrases(head, words.recommendations, language)
    modals = [one for one in found if one.value]
    if not modals:
        return None
    modal = modals[0]
    openings = find_phrases(head, ((one, "") for one in words.addressee_prefixes), language)
    start = 0
    if words.modal_opens:
        before = [one for one in openings if one.end <= modal.start]
        if not before:
            return None
        start = before[0].end
    addressee = _stripped(lower, start, modal.start)
    if not 0 < addressee[1] - addressee[0] <= LONGEST_ADDRESSEE:
        return None
    return Act("recommendation", modal.start, modal.end, modal.value, addressee)


def _addressee_behind(
    lower: str, verb: Found, words: ProvisionWords, language: str
) -> tuple[int, int] | None:
    """`requests the Secretary-General to`: up to the word that opens what is asked for."""
    lower = lower[: verb.end + FARTHEST_ADDRESSEE]
    start = _skipped(lower, verb.end, (*words.adverbs, *words.addressee_prefixes), language)
    if any(
        one.start == start for one in find_phrases(lower, _pairs(words.not_addressees), language)
    ):
        return None
    ends = [
        one.start
        for one in find_phrases(lower, _pairs(words.addressee_ends), language)
        if one.start > start
    ]
    stop = ADDRESSEE_END.search(lower, start)
    ends += [stop.start()] if stop else [len(lower)]
    addressee = _stripped(lower, start, min(ends))
    return addressee if 0 < addressee[1] - addressee[0] <= LONGEST_ADDRESSEE else None


def _skipped(lower: str, start: int, skipped: tuple[str, ...], language: str) -> int:
    """Where the text goes on behind adverbs: `requests again the Secretary-General`."""
    at = start
    moved = True
    while moved:
        moved = False
        while at < len(lower) and lower[at] in " ,":
            at += 1
        for one in find_phrases(lower[at : at + LONGEST_ADDRESSEE], _pairs(skipped), language):
            if one.start == 0 and one.end:
                at, moved = at + one.end, True
                break
    return at


def _pairs(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((word, "") for word in words)


def _stripped(lower: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not lower[start].isalnum():
        start += 1
    while end > start and not (lower[end - 1].isalnum() or lower[end - 1] in ")）»”"):
        end -= 1
    return start, end
