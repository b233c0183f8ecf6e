"""The words of a text, and a text in lower case with its offsets kept."""

from __future__ import annotations

import re

ALL_WORDS = re.compile(r"[^\W\d_]+")


def lower_alike(text: str) -> str:
    """A text in lower case, of the same length, and with one kind of apostrophe.

    >>> lower_alike("L’Équateur")
    "l'équateur"
    """
    straight = text.replace("’", "'")
    lowered = straight.lower()
    if len(lowered) == len(straight):
        return lowered
    return "".join(c.lower()[:1] or c for c in straight)


class Coverage:
    """Which characters of a text are taken; asking costs as much as the characters asked about.

    >>> taken = Coverage(10)
    >>> taken.take(2, 5), taken.is_free(0, 2), taken.is_free(4, 6)
    (None, True, False)
    """

    def __init__(self, length: int) -> None:
        self._taken = bytearray(length)

    def is_free(self, start: int, end: int) -> bool:
        """Whether none of some characters is taken."""
        return self._taken.find(1, start, end) < 0

    def take(self, start: int, end: int) -> None:
        """Take some characters."""
        self._taken[start:end] = b"\x01" * (end - start)
