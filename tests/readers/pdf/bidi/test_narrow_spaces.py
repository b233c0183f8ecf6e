"""Pages without drawn spaces: thin spaces of French, shrunk rows, letter spacing."""

from __future__ import annotations

import pdf_files
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from unreport.readers.pdf.reader import read_pdf

SIZE = 10


def page_of(rows: list[str], spaces: dict[str, float]) -> bytes:
    """A page of rows whose spaces are gaps: `~` and the space are of widths in em."""
    content = ""
    for at, row in enumerate(rows):
        x, y = 72.0, 700.0 - 14 * at
        for sign in row:
            if sign in spaces:
                x += spaces[sign] * SIZE
                continue
            shown = "\\" + sign if sign in "()" else sign
            content += f"1 0 0 1 {x:.3f} {y:g} Tm ({shown}) Tj "
            x += stringWidth(sign, "Helvetica", SIZE)
    return pdf_files.page_of(f"BT /F {SIZE} Tf {content}ET".encode("latin-1"))


def texts(rows: list[str], spaces: dict[str, float]) -> list[str]:
    return [line.text for line in read_pdf(page_of(rows, spaces)).lines]


def test_a_space_of_half_the_width_before_the_signs_that_french_sets_apart() -> None:
    rows = ["a) achat de capteurs~; mesure du bruit~;", "b) quels feux sont en service~?"]

    assert texts(rows, {" ": 0.2, "~": 0.1}) == [row.replace("~", " ") for row in rows]


def test_the_correction_of_one_italic_letter_is_no_space() -> None:
    rows = ["a) the yield; the noise; and the chief~;", "b) which lights are in service?"]

    assert texts(rows, {" ": 0.25, "~": 0.1}) == [row.replace("~", "") for row in rows]


def test_kerning_makes_some_spaces_of_a_shrunk_row_narrower_than_the_others() -> None:
    rows = ["15.~It was noted,~that item 3 of the law deals with it.~So"] * 4

    assert texts(rows, {" ": 0.176, "~": 0.136}) == [row.replace("~", " ") for row in rows]


@pytest.mark.parametrize("spacing", [0.08, 0.15, 0.25, 0.4])
def test_letters_that_are_set_apart(spacing: float) -> None:
    title = "Summary of the conclusions"
    spaced = [f"{'_'.join(word)}" for word in title.split()]
    rows = [" ".join(spaced), "1. The Committee met in the spring of 2021."]

    found = texts(rows, {" ": 0.3 + spacing, "_": spacing})

    assert found == [title, rows[1]]


def test_single_letters_with_spaces_between_them() -> None:
    rows = ["a b c d e f g h", "1. The Committee met in the spring of 2021."]

    assert texts(rows, {" ": 0.3}) == rows
