"""The distinct strings that a document shows, one after the other, as columns of numbers.

A page notes only which strings it shows; their glyphs and widths are looked up for all of them at
once.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np

from unreport.readers.pdf.file.page_glyphs import Indices, Numbers

MAX_GLYPHS = 200_000  # of the strings that are kept from one page to the next


class StringTable:
    """The glyphs of each string, and two steps of the pen for each: its advance, what follows it.

    >>> table = StringTable()
    >>> table.add([7, 8], [5.0, 0.0, 6.0, -0.5]), table.add([9], [4.0, 0.0])
    (0, 1)
    >>> ids, steps = table.glyphs_of([1, 0])
    >>> ids.tolist(), steps.tolist()
    ([9, 7, 8], [[4.0, 0.0], [5.0, 0.0], [6.0, -0.5]])
    """

    def __init__(self) -> None:
        self.lengths = array("q")  # glyphs of each string
        self._starts = array("q")
        self._ids = array("q")  # indices of glyph entries
        self._steps = array("d")

    @property
    def is_full(self) -> bool:
        """Whether it should be made anew before the next page."""
        return len(self._ids) > MAX_GLYPHS

    def add(self, ids: Sequence[int], steps: Sequence[float]) -> int:
        """Add a string; its number."""
        self.lengths.append(len(ids))
        self._starts.append(len(self._ids))
        self._ids.extend(ids)
        self._steps.extend(steps)
        return len(self.lengths) - 1

    def moved(self, pen: float, strings: Sequence[int]) -> float:
        """Where the pen is after some strings; the sum is made step by step."""
        for string in strings:
            start = 2 * self._starts[string]
            for step in self._steps[start : start + 2 * self.lengths[string]]:
                pen += step
        return pen

    def glyphs_of(self, strings: Sequence[int]) -> tuple[Indices, Numbers]:
        """The glyph entries of strings, and the two steps of each."""
        if not self._ids:  # an empty buffer has no view
            return np.empty(0, dtype=np.int64), np.empty((0, 2))
        own = np.array(strings, dtype=np.int64)
        lengths = np.frombuffer(self.lengths, dtype=np.int64)[own]
        starts = np.frombuffer(self._starts, dtype=np.int64)[own]
        before = np.cumsum(lengths) - lengths
        at = np.arange(lengths.sum()) + np.repeat(starts - before, lengths)
        steps = np.frombuffer(self._steps, dtype=np.float64).reshape(-1, 2)
        return np.frombuffer(self._ids, dtype=np.int64)[at], steps[at]
