"""A printed form of number that counts up by one through a document.

A number at the head of a row, or alone on one, may be anything: an item, an amount, a year, a page.
What one does not tell, the sequence tells.  Numbers in one printed form (`12)`, `§ 12`, `- 12 -`),
each one more than the last, number the paragraphs, the chapters or the pages of a document; rows of
tables, dates and references do not count so.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Candidate(NamedTuple):
    """A number in some printed form at the head of a row."""

    at: int  # index of the row
    number: int
    form: str  # what is printed around the number, and its numerals
    marker: str
    end: int  # where the text after it begins
    apart: bool = True  # whether it surely stands at the beginning of a text
    known: bool = False  # whether the language's grammar has the form


def counting_sequences(candidates: Iterable[Candidate]) -> list[list[Candidate]]:
    """The numbers of each printed form that count up by one, in order.

    A number that may stand within a sentence begins no sequence, but may go on with one, unless it
    comes again where a text begins.

    >>> rows = [(1, 12), (4, 3), (5, 13), (9, 14)]
    >>> found = [Candidate(at, number, "#)", f"{number})", 3) for at, number in rows]
    >>> [[one.number for one in sequence] for sequence in counting_sequences(found)]
    [[12, 13, 14], [3]]
    """
    expected: dict[tuple[str, int], list[Candidate]] = {}
    sequences: list[list[Candidate]] = []
    for found in candidates:
        again = expected.get((found.form, found.number + 1))
        if found.apart and again and not again[-1].apart:
            again[-1] = found
            continue
        sequence = expected.pop((found.form, found.number), None)
        if sequence is None:
            if not found.apart:
                continue
            sequence = []
            sequences.append(sequence)
        sequence.append(found)
        expected[found.form, found.number + 1] = sequence
    return sequences
