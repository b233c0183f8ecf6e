"""A letter of full size that is drawn a little lower, in a gap of its row, is in the row."""

from __future__ import annotations

from pdf_files import page_of

from unreport.readers.pdf.reader import read_pdf


def row(y: float, *pieces: tuple[float, float, str]) -> bytes:
    """Pieces of Helvetica, each at a place and so many points lower than the row."""
    return b"".join(
        b"1 0 0 1 %g %g Tm (%s) Tj " % (x, y - drop, text.encode()) for x, drop, text in pieces
    )


def lines(*rows: bytes) -> list[str]:
    content = b"BT /F 10 Tf " + b"".join(rows) + b"ET"
    return [line.text for line in read_pdf(page_of(content)).lines]


def test_the_name_of_tex() -> None:
    logo = [(72, 0, "It is set in T"), (121.4, 2.2, "E"), (126.9, 0, "X by the editors.")]

    assert lines(row(700, *logo), row(686, (72, 0, "They print it."))) == [
        "It is set in TEX by the editors.",
        "They print it.",
    ]


def test_a_subscript_of_a_lowered_letter_is_in_the_row_of_the_letter() -> None:
    whole = row(700, (72, 0, "The value ["), (121.5, 2, "x"), (127.9, 0, "] is given."))
    subscript = b"/F 6 Tf 1 0 0 1 126.5 695.5 Tm (i) Tj /F 10 Tf "

    assert lines(whole, subscript, row(670, (72, 0, "They print it."))) == [
        "The value [xi] is given.",
        "They print it.",
    ]


def test_a_letter_that_is_apart_from_both_sides_is_in_a_row_of_its_own() -> None:
    found = lines(row(700, (72, 0, "Left of it"), (150, 2.2, "E"), (190, 0, "right of it")))

    assert "E" in found
