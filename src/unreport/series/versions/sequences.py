"""Align two sequences in order: the best path, and how certain each pair of it is.

The best path is found by dynamic programming (Needleman and Wunsch 1970), the probability of a pair
by the forward-backward algorithm over all paths (Durbin and others, Biological Sequence Analysis,
1998, chapter 4): a pair is uncertain where a path that shifts it is nearly as good.  The tables are
filled in a band that follows places which are known to correspond, so that the cost is linear: a
version may lack or add up to `HALF_WIDTH` nodes anywhere without leaving the band.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

HALF_WIDTH = 24
NEVER = float("-inf")
PAIR, FIRST_ALONE, SECOND_ALONE = range(3)

Place = tuple[int, int]
Score = Callable[[int, int], float]


class AlignedPair(NamedTuple):
    """Two places that are aligned, and the probability that they belong together."""

    first: int
    second: int
    probability: float


def align_sequences(
    lengths: Place, known: Sequence[Place], score: Score, gap: float
) -> list[AlignedPair]:
    """The pairs of the best path, rising in both sequences.

    `lengths` are those of the sequences, `known` are places that are likely to correspond, rising
    in the first; `score` is the log-odds of a pair, `gap` that of a place alone.

    >>> words = "one two three".split(), "one three".split()
    >>> score = lambda i, j: 3.0 if words[0][i] == words[1][j] else -9.0
    >>> [(i, j, round(p, 2)) for i, j, p in align_sequences((3, 2), [], score, -1.0)]
    [(0, 0, 0.98), (2, 1, 0.98)]
    """
    bands = _bands(lengths, longest_rising(known))
    table = _Table(bands, _pair_scores(bands, score), gap)
    moves, forward = table.fill()
    backward = table.fill_backward()
    total = forward[-1][-1]
    return [
        AlignedPair(i, j, table.probability((i, j), forward, backward, total))
        for i, j in _path(lengths, bands, moves)
    ]


def _pair_scores(bands: Sequence[Place], score: Score) -> list[list[float]]:
    """By row and column, the score of the pair that a move to this corner of the table makes."""
    return [
        [score(i - 1, j - 1) if i and j else NEVER for j in range(low, high + 1)]
        for i, (low, high) in enumerate(bands)
    ]


class _Table(NamedTuple):
    """The table in its bands: a corner (i, j) stands behind i and j places."""

    bands: Sequence[Place]
    pairs: Sequence[Sequence[float]]
    gap: float

    def fill(self) -> tuple[list[list[int]], list[list[float]]]:
        """The last move of the best path to each corner, and the weight of all paths to it."""
        moves: list[list[int]] = []
        forward: list[list[float]] = []
        best_above: list[float] = []
        for i in range(len(self.bands)):
            begin = self.bands[i - 1][0] if i else 0
            above = forward[-1] if i else []
            best_above, chosen = self._row(i, begin, best_above, _best)
            moves.append(chosen)
            forward.append(self._row(i, begin, above, _sum)[0])
        return moves, forward

    def _row(
        self, i: int, begin: int, above: Sequence[float], combine: Callable[[_Options], _Chosen]
    ) -> tuple[list[float], list[int]]:
        low, high = self.bands[i]
        row: list[float] = []
        chosen: list[int] = []
        for column, j in enumerate(range(low, high + 1)):
            if i == 0 and j == 0:
                value, move = 0.0, PAIR
            else:
                at = j - begin
                value, move = combine(
                    (
                        _at(above, at - 1) + self.pairs[i][column],
                        _at(above, at) + self.gap,
                        row[-1] + self.gap if row else NEVER,
                    )
                )
            row.append(value)
            chosen.append(move)
        return row, chosen

    def fill_backward(self) -> list[list[float]]:
        """The weight of all paths from each corner to the end."""
        rows: list[list[float]] = []
        below: list[float] = []
        for i in range(len(self.bands) - 1, -1, -1):
            below = self._row_backward(i, below)
            rows.append(below)
        return rows[::-1]

    def _row_backward(self, i: int, below: Sequence[float]) -> list[float]:
        low, high = self.bands[i]
        begin = self.bands[i + 1][0] if below else 0
        row = [NEVER] * (high - low + 1)
        for j in range(high, low - 1, -1):
            at, column = j - begin, j - low
            if not below and j == high:
                row[column] = 0.0
                continue
            pair = _at(self.pairs[i + 1], at + 1) if below else NEVER
            right = row[column + 1] + self.gap if column + 1 < len(row) else NEVER
            options = (_at(below, at + 1) + pair, _at(below, at) + self.gap, right)
            row[column] = _sum(options)[0]
        return row

    def probability(
        self,
        pair: Place,
        forward: Sequence[Sequence[float]],
        backward: Sequence[Sequence[float]],
        total: float,
    ) -> float:
        """The share of the paths through a pair among all paths, by weight."""
        i, j = pair
        before = forward[i][j - self.bands[i][0]]
        column = j + 1 - self.bands[i + 1][0]
        weight = before + self.pairs[i + 1][column] + backward[i + 1][column]
        return min(math.exp(min(weight - total, 0.0)), 1.0)


_Options = tuple[float, float, float]
_Chosen = tuple[float, int]


def _best(options: _Options) -> _Chosen:
    best = max(options)
    return best, options.index(best)


def _sum(options: _Options) -> _Chosen:
    """The logarithm of the sum of weights whose logarithms are given."""
    best = max(options)
    if best == NEVER:
        return NEVER, PAIR
    return best + math.log(sum(math.exp(one - best) for one in options)), PAIR


def _at(row: Sequence[float], column: int) -> float:
    return row[column] if 0 <= column < len(row) else NEVER


def _path(lengths: Place, bands: Sequence[Place], moves: Sequence[Sequence[int]]) -> list[Place]:
    i, j = lengths
    pairs: list[Place] = []
    while i or j:
        move = moves[i][j - bands[i][0]]
        if move == PAIR:
            pairs.append((i - 1, j - 1))
        i -= move != SECOND_ALONE
        j -= move != FIRST_ALONE
    return pairs[::-1]


def _bands(lengths: Place, known: Sequence[Place]) -> list[Place]:
    """The first and last column of each row: those near the line through the known places."""
    rows, columns = lengths
    corners = [(0, 0), *((i + 1, j + 1) for i, j in known), (rows, columns)]
    bands: list[Place] = []
    for (i, j), (next_i, next_j) in pairwise(corners):
        for row in range(len(bands), next_i + 1):
            slope = (next_j - j) / (next_i - i) if next_i > i else 0.0
            centre = round(j + slope * (row - i))
            bands.append((max(centre - HALF_WIDTH, 0), min(centre + HALF_WIDTH, columns)))
    return _joined(bands, lengths)


def _joined(bands: list[Place], lengths: Place) -> list[Place]:
    """Bands of which each overlaps the next, from the first corner of the table to the last."""
    bands[0] = (0, bands[0][1])
    bands[-1] = (bands[-1][0], lengths[1])
    for row in range(1, len(bands)):
        low, high = bands[row]
        bands[row] = (min(low, bands[row - 1][1]), max(high, bands[row - 1][1]))
    return bands


def longest_rising(places: Sequence[Place]) -> list[Place]:
    """The longest run of places that rises in the second as well; they rise in the first.

    >>> longest_rising([(0, 0), (1, 7), (2, 1), (3, 2)])
    [(0, 0), (2, 1), (3, 2)]
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, j) in enumerate(places):
        length = bisect_left(tails, j)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [j]
        ends[length : length + 1] = [at]
    run: list[Place] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        run.append(places[at])
        at = before[at]
    return run[::-1]
