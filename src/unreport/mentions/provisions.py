"""Decisions and recommendations: the verb, whom it addresses, and the items it lists."""

from __future__ import annotations

from typing import NamedTuple

import regex

from unreport.mentions.kinds import ProvisionKind
from unreport.mentions.model import Provision
from unreport.mentions.passages import Passage
from unreport.mentions.phrases import Found, find_phrases, fold_lower
from unreport.mentions.sentences import sentences
from unreport.mentions.words import WORDS
from unreport.mentions.words.model import ProvisionWords

LONGEST_SUBJECT = 120  # characters before the verb of a provision: `At its 3rd meeting, the Board`
LONGEST_ADDRESSEE = 100
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
    """The first rule that fits: a request, a decision, a recommendation."""
    words = WORDS[language].provisions
    head = lower[:LONGEST_SUBJECT]
    verbs = find_phrases(head, (*words.requests, *words.decisions), language)
    if verbs:
        requests = {fold_lower(verb) for verb, _ in words.requests}
        verb = verbs[0]
        is_request = head[verb.start : verb.end] in requests
        kind: ProvisionKind = "recommendation" if is_request else "decision"
        addressee = _addressee_behind(lower, verb, words, language) if is_request else None
        return Act(kind, verb.start, verb.end, verb.value, addressee)
    return _recommendation(lower, words, language)


def _recommendation(lower: str, words: ProvisionWords, language: str) -> Act | None:
    """`States parties should consider`, `ينبغي للدول الأطراف أن تنظر`."""
    head = lower[: LONGEST_SUBJECT + LONGEST_ADDRESSEE]
    modals = find_phrases(head, words.recommendations, language)
    if not modals:
        return None
    modal = modals[0]
    openings = find_phrases(head, ((one, "") for one in words.addressee_prefixes), language)
    start = 0
    if words.modal_opens:
        before = [one for one in openings if one.end <= modal.start]
        if not before or before[0].start > LONGEST_SUBJECT:
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
