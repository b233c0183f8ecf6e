"""Calls of notes that stand alone on the row below their paragraph."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from unreport.readers.pdf.corrections.wrapped_calls import join_wrapped_calls


def row(text: str, y: float, *, size: float = 10.0, region: str = "body") -> SimpleNamespace:
    return SimpleNamespace(
        text=text, region=region, page=1, x0=70.0, x1=500.0, y=y, size=size,
        base="L", calls=(), certain=True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "call"),
    [("篇幅不超过4 200字。", "3"), ("of 4,200 words.", "(3)"), ("не более 4200 слов.", "3/")],
)
def test_a_small_number_alone_on_a_row_calls_the_note_of_the_page(text: str, call: str) -> None:
    rows = [
        row(text, 100.0),
        row(call, 110.0, size=6.5),
        row("4. It met.", 130.0),
        row("3 In Vienna.", 700.0, size=8.0, region="note"),
    ]
    join_wrapped_calls(rows)  # type: ignore[arg-type]

    assert [own.text for own in rows] == [f"{text}{call}", "4. It met.", "3 In Vienna."]
    assert rows[0].calls == ((len(text), len(text) + len(call)),)


@pytest.mark.parametrize(
    ("call", "size", "y"),
    [("3", 10.0, 110.0), ("4", 6.5, 110.0), ("3", 6.5, 140.0), ("3 m", 6.5, 110.0)],
)
def test_other_rows_stay(call: str, size: float, y: float) -> None:
    rows = [
        row("It met.", 100.0),
        row(call, y, size=size),
        row("3 In Vienna.", 700.0, size=8.0, region="note"),
    ]
    join_wrapped_calls(rows)  # type: ignore[arg-type]

    assert [own.text for own in rows] == ["It met.", call, "3 In Vienna."]
