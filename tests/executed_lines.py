"""Cost as the number of executed lines, for tests: no load of the machine changes it.

Each turn of a loop or comprehension counts, work inside compiled functions does not: what only
those could make slow is tested on inputs so large that quadratic cost would not end.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

Input = TypeVar("Input")

TIMES = 4  # as large is the second input
LINEAR = 5.5  # the most that its lines may be: linear cost gives 4, quadratic 16


def executed_lines(work: Callable[[], object]) -> int:
    """How many lines of Python are executed, in this thread.

    >>> executed_lines(lambda: [n for n in range(1000)]) > 1000
    True
    """
    lines = 0

    def count(_frame: FrameType, _event: str, _argument: object) -> Callable[..., object]:
        nonlocal lines
        lines += 1
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        work()
    finally:
        sys.settrace(before)
    return lines


def growth(work: Callable[[Input], object], make: Callable[[int], Input], size: int) -> float:
    """How many times the lines for an input of `TIMES` the size are those for the input.

    >>> growth(lambda text: [a == b for a in text for b in text], lambda n: "a" * n, 100) > 15
    True
    """
    small, large = make(size), make(TIMES * size)
    work(small)  # compiles patterns and fills tables
    return executed_lines(lambda: work(large)) / executed_lines(lambda: work(small))
