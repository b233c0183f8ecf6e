"""Which numbers number: `12.` at a line's head is a paragraph, a heading, a list's item or text.

The numbers of a document are parted into chains, each counting up by one.  What a chain numbers
shows in its members and its place: titles are short and end without a stop; a list stands between
two paragraphs, after a colon; the paragraphs of a report run through it and start anew in an annex.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import log

from msgspec import Struct

from unreport.structure.markers import Mark, Role
from unreport.structure.passages import Passage, leads

STOPPED = re.compile(r"[.;:,!?؟؛،。；：，？！…][\"'”’»)\]*⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
LONGEST_TITLE = 250
LEAP = 10  # how many numbers may be lost between two parts of one chain
OTHERS = 5  # members for one passage of another kind between them
OLDER = 0.8  # of a chain that was not the last to go on
NEAR = 4  # of the chains that wait for a number, the last few are looked at


class Numbered(Struct, frozen=True, kw_only=True, gc=False):
    """A number that opens a passage."""

    at: int  # index of the passage
    mark: Mark
    titled: bool
    size: float  # logarithm of the length
    indent: float


class Chain(Struct):
    """Numbers that count up by one."""

    members: list[Numbered]

    @property
    def last(self) -> Numbered:
        """The number that came last."""
        return self.members[-1]

    @property
    def first(self) -> Numbered:
        """The number that opens the chain."""
        return self.members[0]

    @property
    def titled(self) -> bool:
        """Whether what it numbers has the form of titles."""
        return sum(m.titled for m in self.members) > 0.6 * len(self.members)


def is_title(text: str, longest: int = LONGEST_TITLE) -> bool:
    """Whether a text has the form of a heading: short, in letters, not stopped as a sentence is."""
    lettered = len(text) <= longest and any(map(str.isalpha, text))  # no figures of a chart
    return lettered and not STOPPED.search(text[-8:])


def number_roles(
    passages: Sequence[Passage], marks: Sequence[tuple[Mark, ...]]
) -> dict[int, tuple[Role, Mark]]:
    """For each passage that a number opens, what it numbers; passages left out are text."""
    chains = _linked(_chains(_numbers(passages, marks)))
    main = min((chain.first.at for chain in chains if not chain.titled), default=len(passages))
    plain = [0, *accumulate(not readings for readings in marks)]
    roles: dict[int, tuple[Role, Mark]] = {}
    for chain in chains:
        others = plain[chain.last.at] - plain[chain.first.at]
        lead = passages[chain.first.at - 1].text if chain.first.at else ""
        role = _role(chain, lead, others, inside=main < chain.first.at)
        if role is not None:
            roles.update((member.at, (role, member.mark)) for member in chain.members)
    return roles


def _numbers(passages: Sequence[Passage], marks: Sequence[tuple[Mark, ...]]) -> Iterator[Numbered]:
    for at, (passage, readings) in enumerate(zip(passages, marks, strict=True)):
        mark = next((m for m in readings if m.role == "paragraph"), None)
        if mark is None or passage.table:
            continue
        rest = len(passage.text) - mark.end
        titled = (
            passage.level > 0 if passage.level is not None else is_title(passage.text[mark.end :])
        )
        yield Numbered(
            at=at, mark=mark, titled=titled, size=log(rest + 1), indent=passage.indent or 0
        )


def _chains(numbers: Iterator[Numbered]) -> list[Chain]:
    chains: list[Chain] = []
    waiting: dict[tuple[str, int], list[Chain]] = {}
    for number in numbers:
        value = number.mark.number or 0
        prefix = number.mark.prefix
        fitting = waiting.get((prefix, value), [])
        if value > 1 and fitting:
            recent = fitting[-1]
            chain = min(
                reversed(fitting[-NEAR:]),
                key=lambda c: _distance(c, number) + (0 if c is recent else OLDER),
            )
            fitting.remove(chain)
            chain.members.append(number)
        else:
            chain = Chain([number])
            chains.append(chain)
        waiting.setdefault((prefix, value + 1), []).append(chain)
    return chains


def _distance(chain: Chain, number: Numbered) -> float:
    """How unlike a number's passage is to the last of a chain."""
    last = chain.last
    return (
        abs(last.size - number.size)
        + 2 * (last.titled != number.titled)
        + (last.indent != number.indent)
        + 0.5 * (last.mark.shape != number.mark.shape)
    )


def _linked(chains: list[Chain]) -> list[Chain]:
    """Chains with those parts put together between which numbers were lost."""
    kept: list[Chain] = []
    for chain in chains:
        value = chain.first.mark.number or 0
        before = next((c for c in reversed(kept[-NEAR:]) if _leads(c, chain)), None)
        if value == 1 or not kept:
            kept.append(chain)
        elif before is not None:
            before.members.extend(chain.members)
        elif len(chain.members) > 2 or chain.first.mark.shape == "compound":  # noqa: PLR2004
            kept.append(chain)
    return kept


def _leads(before: Chain, chain: Chain) -> bool:
    last, first = before.last, chain.first
    gap = (first.mark.number or 0) - (last.mark.number or 0)
    return (
        last.at < first.at
        and last.mark.prefix == first.mark.prefix
        and last.titled == first.titled
        and 0 < gap <= LEAP
    )


def _role(chain: Chain, lead: str, others: int, *, inside: bool) -> Role | None:
    """What a chain numbers.

    `lead` is the text above it, `others` counts the passages without a mark between its members,
    `inside` says whether numbered paragraphs came before it.
    """
    first, count = chain.first, len(chain.members)
    if first.mark.shape == "compound" and count == 1 and first.mark.number != 1:
        return None
    close = others <= count / OTHERS
    if leads(lead) and close and inside and (count > 1 or not chain.titled):
        return "item"
    if chain.titled:
        adjacent = chain.last.at - first.at == count - 1
        return "item" if adjacent and count > 1 else "heading"
    return "paragraph"
