"""Who made statements and who was represented, and as what: party, signatory, observer."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from unreport.mentions.document_parts import find_parts
from unreport.mentions.model import Attendance, Statement
from unreport.mentions.passages import Passage, WholeParagraph
from unreport.mentions.phrases import PhraseList
from unreport.mentions.speakers import Speaker, find_speakers
from unreport.mentions.speaking_sentences import Sentence, read_sentence
from unreport.mentions.vocabulary import ATTENDING, SPEAKING, vocabulary

LONGEST_SENTENCE = 10_000  # characters of a list of speakers; 193 States are 5,000


def find_statements(whole: WholeParagraph) -> list[Statement]:
    """The speakers in the sentences of a paragraph that say who made statements."""
    phrases = vocabulary(whole.language).statements
    if not whole.subjects & SPEAKING:
        return []
    passage = whole.passage
    found: list[Statement] = []
    for start, end in _sentences_with(phrases.spoke, passage):
        sentence = read_sentence(passage, start, end)
        if sentence.roles:
            found.extend(_statements(passage, sentence, start))
    return found


def find_attendance(whole: WholeParagraph) -> list[Attendance]:
    """The States and organizations in the sentences that say who was represented."""
    phrases = vocabulary(whole.language).statements
    if not whole.subjects & ATTENDING:
        return []
    passage = whole.passage
    return [
        Attendance(
            place=place,
            text=text,
            state=one.state,
            capacity=one.capacity,
            doubt=one.doubt,
        )
        for start, end in _sentences_with(phrases.attended, passage)
        for sentence in [read_sentence(passage, start, end)]
        if not sentence.spoke and sentence.roles
        for one in find_speakers(sentence)
        for place, text in [passage.located(start + one.start, start + one.end)]
    ]


def _sentences_with(phrases: PhraseList, passage: Passage) -> Iterator[tuple[int, int]]:
    """The sentences of a passage with one of the phrases; one that is too long is cut."""
    located = phrases.located(passage.lower, passage.hits)
    for start, end in passage.sentences if located else ():
        for first in range(start, end, LONGEST_SENTENCE):
            last = min(first + LONGEST_SENTENCE, end)
            if any(first <= at and stop <= last for _, at, stop, _ in located):
                yield first, last


def _statements(passage: Passage, sentence: Sentence, start: int) -> Iterator[Statement]:
    end = start + len(sentence.lower)
    hits = [(at - start, word) for at, word in passage.hits if start <= at < end]
    items = tuple(
        cited.name
        for group in find_parts(sentence.lower, hits, sentence.language)
        for cited in group.members
        if group.kind == "agenda item"
    )
    for one in find_speakers(sentence):
        place, text = passage.located(start + one.start, start + one.end)
        yield Statement(
            place=place,
            text=text,
            state=one.state,
            capacity=one.capacity,
            agenda_items=items,
            on_behalf_of=_group_name(passage, start, one),
            doubt=one.doubt,
        )


def _group_name(passage: Passage, start: int, speaker: Speaker) -> str | None:
    if speaker.on_behalf_of is None:
        return None
    first, last = speaker.on_behalf_of
    return passage.source(start + first, start + last) if last > first else None


def with_inherited_items(found: list[tuple[Statement, WholeParagraph]]) -> list[Statement]:
    """Statements `under the item`, or that continue others, have the items of those before them.

    Each statement comes with its paragraph.
    """
    settled: list[Statement] = []
    items: tuple[str, ...] = ()
    section: int | None = None
    for one, whole in found:
        items = items if section == whole.section else ()
        section = whole.section
        if one.agenda_items:
            items = one.agenda_items
            settled.append(one)
        elif items:
            settled.append(replace(one, agenda_items=items, doubt=one.doubt or "agenda-item"))
        else:
            settled.append(one)
    return settled
