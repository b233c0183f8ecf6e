"""Which numbers number: `12.` at a line's head is a paragraph, a heading, a list's item or text.

The numbers of a document are split into sequences, each counting up by one.  What a sequence
numbers shows in its members and its place: titles are short and end without a full stop; a list
stands between two paragraphs, after a colon; the paragraphs of a report run through it and start
again in an annex.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import log
from typing import TypeAlias

from msgspec import Struct

from unreport.structure.clause_ends import introduces_list
from unreport.structure.line_breaks import is_short_title
from unreport.structure.markers.marker import Marker, Role
from unreport.structure.passages import Passage
from unreport.text.lazy_patterns import lazy_pattern

STOPPED = re.compile(r"[.;:,!؛،。；：，！…][\"'”’»)\]*⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾]*$")
QUESTION = lazy_pattern(r"[?？؟][\"'”’»)\]*⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾]*$")
LONGEST_TITLE = 250
LARGEST_GAP = 10  # how many numbers may be lost between two parts of one sequence
OTHERS_PER_MEMBER = 5  # members for one passage of another kind between them
OLDER_PENALTY = 0.8  # of a sequence that was not the last to go on
COUNTING = ("decimal", "compound")  # the series whose members are headings by their titles alone
RECENT = 4  # of the sequences that wait for a number, the last few are looked at


class OpeningNumber(Struct, frozen=True, kw_only=True, gc=False):
    """A number that opens a passage."""

    at: int  # index of the passage
    mark: Marker
    titled: bool
    size: float  # logarithm of the length
    indent: float
    introduced: bool  # the passage above it introduces a list
    place: int  # index of the passage, the items of lists below numbers left out


class NumberSequence(Struct):
    """Numbers that count up by one."""

    members: list[OpeningNumber]

    @property
    def last(self) -> OpeningNumber:
        """The number that came last."""
        return self.members[-1]

    @property
    def first(self) -> OpeningNumber:
        """The number that opens the sequence."""
        return self.members[0]

    @property
    def is_list(self) -> bool:
        """Whether it is a list inside a paragraph: introduced, and without anything between."""
        adjacent = self.last.place - self.first.place == len(self.members) - 1
        return self.first.introduced and adjacent and len(self.members) > 1

    @property
    def titled(self) -> bool:
        """Whether what it numbers has the form of titles."""
        return sum([m.titled for m in self.members]) > 0.6 * len(self.members)


def is_title(text: str, longest: int = LONGEST_TITLE) -> bool:
    """Whether a text has the form of a heading: short, in letters, not stopped as a sentence is.

    A question mark is no such stop: headings may be questions.
    """
    if text[-1:].isalpha() or len(text) > longest:
        return len(text) <= longest
    lettered = text[:1].isalpha() or any(map(str.isalpha, text))  # no figures of a chart
    return lettered and not STOPPED.search(text[-8:])


def is_question(text: str) -> bool:
    """Whether a text ends in a question mark."""
    return QUESTION.search(text[-8:]) is not None


def number_roles(passages: Sequence[Passage]) -> dict[int, tuple[Role, Marker]]:
    """For each passage that a number opens, what it numbers; passages left out are text."""
    sequences = _with_gaps_bridged(_sequences(_opening_numbers(passages)))
    main = min(
        (sequence.first.at for sequence in sequences if not sequence.titled), default=len(passages)
    )
    plain = [0, *accumulate([not passage.readings for passage in passages])]
    next_items = {1, None}  # a list counts from one, or on from a list before it
    roles: dict[int, tuple[Role, Marker]] = {}
    for sequence in sequences:
        others = plain[sequence.last.at] - plain[sequence.first.at]
        lead = passages[sequence.first.at - 1].text if sequence.first.at else ""
        is_listed = introduces_list(lead) and sequence.first.mark.number in next_items
        role = _role(sequence, lead, others, is_listed=is_listed, inside=main < sequence.first.at)
        if role == "item":
            next_items.add((sequence.last.mark.number or 0) + 1)
        if role is not None:
            roles.update((member.at, (role, member.mark)) for member in sequence.members)
    return roles


def _opening_numbers(passages: Sequence[Passage]) -> Iterator[OpeningNumber]:
    items = 0
    for at, passage in enumerate(passages):
        if not passage.readings:
            continue
        mark = with_role("paragraph", passage.readings)
        if mark is None:
            items += with_role("item", passage.readings) is not None
            continue
        rest = len(passage.text) - mark.end
        if passage.level is None:
            titled = rest <= LONGEST_TITLE and is_title(passage.text[mark.end :])
        else:
            titled = passage.level > 0
        titled = titled and rest > 0 and passage.text[-1] not in ";,؛،；，"
        if titled and not passage.level and is_question(passage.text[mark.end :]):
            titled = _heads_text(passages, at, mark)
        yield OpeningNumber(
            at=at,
            mark=mark,
            titled=titled,
            size=log(rest + 1),
            indent=passage.indent or 0,
            introduced=at > 0 and introduces_list(passages[at - 1].text),
            place=at - items,
        )


def with_role(role: Role, readings: Sequence[Marker]) -> Marker | None:
    """The first reading that has a role."""
    for marker in readings:
        if marker.role == role:
            return marker
    return None


def _heads_text(passages: Sequence[Passage], at: int, mark: Marker) -> bool:
    """Whether text stands below a numbered question, not the next question or a heading."""
    if at + 1 >= len(passages):
        return False
    below = passages[at + 1]
    successor = (mark.number or 0) + 1
    return below.markers.unit is None and not any(
        m.number == successor if m.role == "paragraph" else m.role == "heading"
        for m in below.readings
        if m.role == "paragraph" or m.series != mark.series
    )


Series: TypeAlias = tuple[str, str]
"""The numerals and what stands before them: `13.` of `13.4`."""


def _series(mark: Marker) -> Series:
    return mark.series, mark.prefix


def _sequences(found: Iterator[OpeningNumber]) -> list[NumberSequence]:
    numbers = list(found)
    sequences: list[NumberSequence] = []
    expected: dict[tuple[Series, int], list[NumberSequence]] = {}
    recurring = _recurring(numbers)
    for number in numbers:
        value = number.mark.number or 0
        series = number.mark.series, number.mark.prefix
        if number.mark.inserted and (before := expected.get((series, value + 1))):
            _likeliest(before[-RECENT:], number, recurs=False).members.append(number)
            continue
        fitting = expected.get((series, value), [])
        if value > 1 and fitting:
            sequence = _likeliest(fitting[-RECENT:], number, recurs=number.at in recurring)
            fitting.remove(sequence)
            sequence.members.append(number)
        else:
            sequence = NumberSequence([number])
            sequences.append(sequence)
        expected.setdefault((series, value + 1), []).append(sequence)
    return sequences


def _likeliest(
    fitting: Sequence[NumberSequence], number: OpeningNumber, *, recurs: bool
) -> NumberSequence:
    """The sequence with which a number goes on: the last one, unless another is more alike.

    A number that comes once more is that of a list inside the sequence of the paragraphs, and such
    a list has ended where the paragraph's own sequence has gone on.
    """
    recent = fitting[-1]
    if len(fitting) == 1:
        return recent
    if recurs and recent.last.at == number.at - 1:
        return recent
    open_ones = [one for one in fitting if not (one.is_list and _has_ended(one, recent, number))]
    return min(
        reversed(open_ones),
        key=lambda c: _distance(c, number) + (0 if c is recent else OLDER_PENALTY),
    )


def _has_ended(inner: NumberSequence, recent: NumberSequence, number: OpeningNumber) -> bool:
    """Whether a list has ended before a number: the sequence around it has gone on, or another."""
    apart = inner is not recent and inner.last.place < number.place - 1
    return apart or _stands_inside(inner, recent)


def _stands_inside(inner: NumberSequence, outer: NumberSequence) -> bool:
    return outer.first.at < inner.first.at and inner.last.at < outer.last.at


def _recurring(numbers: Sequence[OpeningNumber]) -> set[int]:
    """The places of the numbers that come once more before the numbers begin again at 1."""
    recurring: set[int] = set()
    later: set[tuple[Series, int]] = set()
    for number in reversed(numbers):
        if number.mark.inserted:
            continue
        key = _series(number.mark), number.mark.number or 0
        if key in later:
            recurring.add(number.at)
        later.add(key)
        if number.mark.number == 1:
            later.clear()
    return recurring


def _distance(sequence: NumberSequence, number: OpeningNumber) -> float:
    """How unlike a number's passage is to the last of a sequence."""
    last = sequence.last
    return (
        abs(last.size - number.size)
        + 2 * (last.titled != number.titled)
        + (last.indent != number.indent)
        + 0.5 * (last.mark.shape != number.mark.shape)
    )


def _with_gaps_bridged(sequences: list[NumberSequence]) -> list[NumberSequence]:
    """Chains with those parts put together between which numbers were lost."""
    kept: list[NumberSequence] = []
    begun: set[bool] = set()  # whether a sequence of counting numerals is kept, and one of others
    for sequence in sequences:
        value = sequence.first.mark.number or 0
        counting = sequence.first.mark.series in COUNTING
        before = next((c for c in reversed(kept[-RECENT:]) if _goes_on(c, sequence)), None)
        if value == 1 or counting not in begun:
            begun.add(counting)
            kept.append(sequence)
        elif before is not None:
            before.members.extend(sequence.members)
        elif len(sequence.members) > 2 or sequence.first.mark.shape == "compound":  # noqa: PLR2004
            kept.append(sequence)
    return kept


def _goes_on(before: NumberSequence, sequence: NumberSequence) -> bool:
    """Whether a sequence goes on with another: after a gap, or with its last number once more."""
    last, first = before.last, sequence.first
    number = first.mark.number or 0
    gap = number - (last.mark.number or 0)
    return (
        last.at < first.at
        and _series(last.mark) == _series(first.mark)
        and last.titled == first.titled
        and (0 < gap <= LARGEST_GAP or (gap == 0 and number > 0 and not first.titled))
    )


def _role(
    sequence: NumberSequence, lead: str, others: int, *, is_listed: bool, inside: bool
) -> Role | None:
    """What a sequence numbers.

    `lead` is the text above it, `others` counts the passages without a mark between its members,
    `is_listed` says whether that text introduces a list that may begin with its first number,
    `inside` whether numbered paragraphs came before it.
    """
    first, count = sequence.first, len(sequence.members)
    if first.mark.shape == "compound" and count == 1 and first.mark.number != 1:
        return None
    close = others <= count / OTHERS_PER_MEMBER
    if is_listed and close and inside and (count > 1 or not sequence.titled):
        return "item"
    if sequence.titled and first.mark.series not in COUNTING:
        return None  # chapters
    if sequence.titled:
        adjacent = sequence.last.at - first.at == count - 1
        if adjacent and count > 1:
            return "paragraph" if is_short_title(lead) and not inside else "item"
        return "heading"
    return "paragraph"
