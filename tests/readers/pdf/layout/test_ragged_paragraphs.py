"""Paragraphs whose lines leave room for a word, or hang from a number with a dash."""

from __future__ import annotations

from pdf_files import page_of, placed

from unreport.readers.pdf.reader import read_pdf

FULL = "The Committee considered the report of the working group at its"
RAGGED = (
    (FULL, "third meeting, and took note of it with thanks."),
    ("The Board noted the full and effective implementation of", "Conventions and protocols."),
    (FULL, "fourth meeting, and took note of it too."),
)


def ends_of(rows: list[tuple[float, float, str]]) -> list[bool | None]:
    return [line.ends for line in read_pdf(page_of(placed(*rows))).lines]


def spaced(paragraphs: tuple[tuple[str, ...], ...], hanging: float) -> list[bool | None]:
    rows, y = [], 700.0
    for paragraph in paragraphs:
        for at, line in enumerate(paragraph):
            rows.append((72 + hanging * (at > 0), y, line))
            y -= 14
        y -= 10
    return ends_of(rows)


def test_a_line_in_mid_sentence_may_leave_room_for_the_next_word() -> None:
    assert spaced(RAGGED, 0) == [False, True] * 3


def test_a_line_that_ends_in_a_comma_before_a_capital_ends_its_paragraph() -> None:
    preamble = (("Recalling its resolution on the work done there,", "Welcoming it,"),)

    assert spaced((*RAGGED, *preamble), 0)[6:] == [True, True]


def test_lines_hang_from_a_number_with_a_dash() -> None:
    numbered = tuple((f"{at} \x96 {a}", b) for at, (a, b) in enumerate(RAGGED * 2, start=1))

    assert spaced(numbered, 28) == [False, True] * 6
