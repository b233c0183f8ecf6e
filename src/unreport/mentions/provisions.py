"""Decisions and recommendations: the verb, whom it addresses, and the items it lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from unreport.languages import LEXICONS
from unreport.mentions.kinds import ProvisionKind
from unreport.mentions.model import Provision
from unreport.mentions.passages import Passage, WholeParagraph
from unreport.mentions.phrases import ALL_WORDS, Found, PhraseList, fold_lower
from unreport.mentions.vocabulary import ACTS, AROUND, KIND, NO_VERB, vocabulary
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
    phrases = vocabulary(passage.language).provisions
    verbs = phrases.verbs.find_at(passage.lower, passage.hits)
    modals = phrases.modals.find_at(passage.lower, passage.hits)
    found: list[Provision] = []
    for start, end in passage.sentences if verbs or modals else ():
        sentence = _sentence(passage, (start, end), verbs, modals)
        act = _act(sentence, passage.language) if sentence else None
        if act is None:
            continue
        addressee = None
        if act.addressee:
            addressee = passage.source(start + act.addressee[0], start + act.addressee[1])
        opens_list = end == len(passage.lower) or ":" in passage.lower[start:end]
        place, text = passage.located(start, end)
        found.append(
            Provision(
                place=place,
                text=text,
                kind=act.kind,
                act=act.act,
                verb=passage.source(start + act.start, start + act.end),
                addressee=addressee,
                items=tuple(whole.items) if opens_list else (),
            )
        )
    return found


class _Sentence(NamedTuple):
    """A sentence in folded text, and the verbs and modal verbs at its beginning."""

    lower: str
    head: int  # where the beginning ends, in which the first verb stands
    verbs: list[Found]
    modals: list[Found]


def _sentence(
    passage: Passage, span: tuple[int, int], verbs: list[Found], modals: list[Found]
) -> _Sentence | None:
    """A sentence with a verb at its beginning."""
    lower = passage.lower[span[0] : span[1]]
    head = _head(lower, passage.language)
    inside = [
        [
            Found(one.start - span[0], one.end - span[0], one.value)
            for one in found
            if span[0] <= one.start and one.end <= span[0] + head
        ]
        for found in (verbs, modals)
    ]
    return _Sentence(lower, head, *inside) if any(inside) else None


def _act(sentence: _Sentence, language: str) -> Act | None:
    """The act of a sentence: its first verb, if that is one of a request or decision.

    A sentence that welcomes a decision, or recalls one, makes none.
    """
    verb = next((one for one in sentence.verbs if one.value != NO_VERB), None)
    if verb is None or any(
        one.start < verb.start < one.end for one in sentence.modals
    ):  # `are encouraged to`
        return _recommendation(sentence, language)
    act, _, kind = verb.value.partition(KIND)
    if kind.startswith(AROUND):
        return Act(
            "recommendation", verb.start, verb.end, act, _addressee_within(sentence.lower, verb)
        )
    if kind == "recommendation":
        addressee = _addressee_behind(sentence.lower, verb, language)
        return Act("recommendation", verb.start, verb.end, act, addressee)
    return Act("decision", verb.start, verb.end, act, None) if kind else None


def _head(lower: str, language: str) -> int:
    """Where the beginning of a sentence ends, in which its first verb stands, in whole words."""
    end = min(WORDS[language].provisions.longest_subject, len(lower))
    while end < len(lower) and lower[end].isalpha() and LEXICONS[language].spaced:
        end += 1
    return end


def _recommendation(sentence: _Sentence, language: str) -> Act | None:
    """`States parties should consider`, `ينبغي للدول الأطراف أن تنظر`."""
    modal = next((one for one in sentence.modals if one.value), None)
    if modal is None:
        return None
    start = 0
    if WORDS[language].provisions.modal_opens:
        openings = vocabulary(language).provisions.openings
        start = openings.first_behind(sentence.lower, -1)
        start = openings.match(sentence.lower, start) if start < modal.start else -1
        if not 0 <= start <= modal.start:
            return None
    addressee = _stripped(sentence.lower, start, modal.start)
    if not 0 < addressee[1] - addressee[0] <= LONGEST_ADDRESSEE:
        return None
    return Act("recommendation", modal.start, modal.end, modal.value, addressee)


def _addressee_within(lower: str, verb: Found) -> tuple[int, int] | None:
    """`обращается ко всем сторонам с призывом`: between the two parts of the verb."""
    opening, closing = map(fold_lower, verb.value.split(KIND)[2:])
    found = _stripped(lower, verb.start + len(opening), verb.end - len(closing))
    return found if 0 < found[1] - found[0] <= LONGEST_ADDRESSEE else None


def _addressee_behind(lower: str, verb: Found, language: str) -> tuple[int, int] | None:
    """`requests the Secretary-General to`: up to the word that opens what is asked for.

    A subject between verb and addressee is passed over, unless it is the addressee itself.
    """
    phrases = vocabulary(language).addressees
    lower = lower[: verb.end + FARTHEST_ADDRESSEE]
    act = verb.value.partition(KIND)[0]
    start = _skipped(lower, verb.end, phrases.skipped)
    behind = phrases.subjects.match(lower, start)
    if behind < 0:
        return _addressee_at(lower, start, act, language)
    at = _skipped(lower, behind, phrases.adverbs)
    attached = phrases.attached_ends.get(act)
    if phrases.ends.match(lower, at) >= 0 or (attached and lower.startswith(attached, at)):
        return None
    own = _addressee_at(lower, at, act, language)
    return own or _addressee_at(lower, start, act, language)


def _addressee_at(lower: str, start: int, act: str, language: str) -> tuple[int, int] | None:
    phrases = vocabulary(language).addressees
    if phrases.excluded.match(lower, start) >= 0:
        return None
    prefix = phrases.attached_prefixes.get(act, "")
    if lower.startswith(prefix, start):  # `بجميع الدول`
        start += len(prefix)
    addressee = _stripped(lower, start, min(_addressee_ends(lower, start, act, language)))
    return addressee if 0 < addressee[1] - addressee[0] <= LONGEST_ADDRESSEE else None


def _addressee_ends(lower: str, start: int, act: str, language: str) -> Iterator[int]:
    """Where an addressee can end: at a word that opens what is asked for, or at punctuation."""
    phrases = vocabulary(language).addressees
    at = phrases.ends.first_behind(lower, start - 1)
    while phrases.relatives.match(lower, at) >= 0:  # `all States that have not yet done so`
        at = phrases.ends.first_behind(lower, at)
    yield at
    if stop := ADDRESSEE_END.search(lower, start):
        yield stop.start()
    infinitives = WORDS[language].provisions.infinitives
    attached = phrases.attached_ends.get(act)
    for word in ALL_WORDS.finditer(lower, start) if infinitives or attached else ():
        if infinitives and word[0].endswith(infinitives):
            yield word.start()
        if attached and word[0].startswith(attached):
            yield word.start()


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
