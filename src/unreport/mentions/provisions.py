"""Decisions and recommendations: the verb, whom it addresses, and the items it lists."""

from __future__ import annotations

from typing import NamedTuple

import regex

from unreport.languages import LEXICONS
from unreport.mentions.kinds import ProvisionKind
from unreport.mentions.model import Provision
from unreport.mentions.passages import WholeParagraph
from unreport.mentions.phrases import ALL_WORDS, Found, PhraseList
from unreport.mentions.vocabulary import ACTS, KIND, vocabulary
from unreport.mentions.words import WORDS

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


def find_provisions(whole: WholeParagraph) -> list[Provision]:
    """The provisions in a paragraph; one sentence is one provision.

    The items of the paragraph belong to the sentence that opens the list.
    """
    if not whole.subjects & ACTS:
        return []
    passage = whole.passage
    found: list[Provision] = []
    for start, end in passage.sentences:
        act = _act(passage.lower[start:end], passage.known, passage.language)
        if act is None:
            continue
        addressee = None
        if act.addressee:
            addressee = passage.source(start + act.addressee[0], start + act.addressee[1])
        opens_list = end == len(passage.lower) or ":" in passage.lower[start:end]
        found.append(
            Provision(
                place=passage.place(start, end),
                text=passage.source(start, end),
                kind=act.kind,
                act=act.act,
                verb=passage.source(start + act.start, start + act.end),
                addressee=addressee,
                items=tuple(whole.items) if opens_list else (),
            )
        )
    return found


def _act(lower: str, known: frozenset[str], language: str) -> Act | None:
    """The act of a sentence: its first verb, if that is one of a request or decision.

    A sentence that welcomes a decision, or recalls one, makes none.
    """
    head = _head(lower, language)
    verbs = vocabulary(language).provisions.verbs.find(head, known)
    if not verbs:
        return _recommendation(lower, known, language)
    verb = verbs[0]
    modals = vocabulary(language).provisions.modals.find(head, known)
    if any(one.start < verb.start < one.end for one in modals):  # `are encouraged to`
        return _recommendation(lower, known, language)
    act, _, kind = verb.value.partition(KIND)
    if kind == "recommendation":
        addressee = _addressee_behind(lower, verb, language)
        return Act("recommendation", verb.start, verb.end, act, addressee)
    return Act("decision", verb.start, verb.end, act, None) if kind else None


def _head(lower: str, language: str) -> str:
    """The beginning of a sentence, in which its first verb stands, in whole words."""
    end = min(WORDS[language].provisions.longest_subject, len(lower))
    while end < len(lower) and lower[end].isalpha() and LEXICONS[language].spaced:
        end += 1
    return lower[:end]


def _recommendation(lower: str, known: frozenset[str], language: str) -> Act | None:
    """`States parties should consider`, `ينبغي للدول الأطراف أن تنظر`."""
    words, phrases = WORDS[language].provisions, vocabulary(language).provisions
    head = _head(lower, language)
    modals = [one for one in phrases.modals.find(head, known) if one.value]
    if not modals:
        return None
    modal = modals[0]
    start = 0
    if words.modal_opens:
        openings = phrases.openings.find(head, known)
        before = [one for one in openings if one.end <= modal.start]
        if not before:
            return None
        start = before[0].end
    addressee = _stripped(lower, start, modal.start)
    if not 0 < addressee[1] - addressee[0] <= LONGEST_ADDRESSEE:
        return None
    return Act("recommendation", modal.start, modal.end, modal.value, addressee)


def _addressee_behind(lower: str, verb: Found, language: str) -> tuple[int, int] | None:
    """`requests the Secretary-General to`: up to the word that opens what is asked for.

    A subject between verb and addressee is passed over, unless it is the addressee itself.
    """
    phrases = vocabulary(language).addressees
    lower = lower[: verb.end + FARTHEST_ADDRESSEE]
    start = _skipped(lower, verb.end, phrases.skipped)
    behind = phrases.subjects.match(lower, start)
    if behind < 0:
        return _addressee_at(lower, start, language)
    at = _skipped(lower, behind, phrases.adverbs)
    if phrases.ends.match(lower, at) >= 0:
        return None
    return _addressee_at(lower, at, language) or _addressee_at(lower, start, language)


def _addressee_at(lower: str, start: int, language: str) -> tuple[int, int] | None:
    phrases = vocabulary(language).addressees
    if phrases.excluded.match(lower, start) >= 0:
        return None
    ends = [phrases.ends.first_behind(lower, start - 1)]
    ends += [stop.start() for stop in [ADDRESSEE_END.search(lower, start)] if stop]
    infinitives = WORDS[language].provisions.infinitives
    words = ALL_WORDS.finditer(lower, start) if infinitives else ()
    ends += [word.start() for word in words if word[0].endswith(infinitives)]
    addressee = _stripped(lower, start, min(ends))
    return addressee if 0 < addressee[1] - addressee[0] <= LONGEST_ADDRESSEE else None


def _skipped(lower: str, start: int, skipped: PhraseList) -> int:
    """Where the text goes on behind adverbs: `requests again the Secretary-General`."""
    at = end = start
    while end >= 0:
        at = end
        while at < len(lower) and lower[at] in " ,":
            at += 1
        end = skipped.match(lower, at)
    return at


def _stripped(lower: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not lower[start].isalnum():
        start += 1
    while end > start and not (lower[end - 1].isalnum() or lower[end - 1] in ")）»”"):
        end -= 1
    return start, end
