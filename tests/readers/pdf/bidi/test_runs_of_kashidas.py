"""Glyphs that are taken for kashidas, in runs between letters."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from unreport.readers.pdf.bidi.empty_actual_text import letters_among_kashidas
from unreport.readers.pdf.bidi.letters import TATWEEL, UNMAPPED


class Bases(list[Any]):
    """Glyphs in the order of the content stream, which count how often one is read."""

    reads = 0

    @property
    def own(self) -> Sequence[int]:
        return range(len(self))

    def at(self, index: Sequence[int]) -> list[Any]:
        self.reads += len(index)
        return [self[at] for at in index]

    def __getitem__(self, at: Any) -> Any:
        found = super().__getitem__(at)
        self.reads += len(found) if isinstance(at, slice) else 1
        return found


def row_of(letters: str) -> Bases:
    """Letters of one row, from the right."""
    return Bases(
        SimpleNamespace(
            text=letter,
            bidi_class="R",
            is_kashida=letter == TATWEEL,
            font=0,
            code=ord(letter),
            size=10.0,
            y=0.0,
            x0=-5.0 * at,
            x1=-5.0 * at + 5.0,
        )
        for at, letter in enumerate(letters)
    )


@pytest.mark.parametrize("count", [1, 3, 2000])
@pytest.mark.parametrize(("before", "text"), [("ب", TATWEEL), ("د", UNMAPPED)])
def test_a_run_is_judged_by_the_letters_beside_it(before: str, text: str, count: int) -> None:
    bases = row_of(before + TATWEEL * count + "ب")

    letters_among_kashidas(bases)  # type: ignore[arg-type]

    assert {base.text for base in [*bases][1:-1]} == {text}
    assert bases.reads < 10 * len(bases)
