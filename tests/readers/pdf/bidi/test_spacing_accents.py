"""Accents that are drawn apart, over the letter that follows them or goes before it."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from unreport.readers.pdf.bidi.rows import rows_of
from unreport.readers.pdf.file.font_programs import NOTHING
from unreport.readers.pdf.file.glyphs import Font, Glyph, Page
from unreport.readers.pdf.reader import read_pdf

SIZE = 11


def read(*glyphs: tuple[str, float, float]) -> str:
    """The text of a row of pieces, each moved back by a share of its width, and raised."""
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFont("Times-Roman", SIZE)
    x = 72.0
    for text, back, raised in glyphs:
        width = stringWidth(text, "Times-Roman", SIZE)
        canvas.drawString(x - back * width, 700 + raised * SIZE, text)
        x += width * (1 - back)
    canvas.save()
    document = read_pdf(out.getvalue())
    assert document.doubts == ()
    return document.text


@pytest.mark.parametrize(
    ("glyphs", "text"),
    [
        ([("Les d", 0, 0), ("´", 0, 0), ("e", 1, 0), ("bats sont clos.", 0, 0)], "Les débats"),
        ([("La d", 0, 0), ("e", 0, 0), ("´", 1, 0), ("cision est prise.", 0, 0)], "La décision"),
        ([("Le fran", 0, 0), ("c", 0, 0), ("¸", 1, 0), ("ais est une langue.", 0, 0)], "français"),
        ([("´", 0, 0.2), ("E", 0.9, 0), ("tats parties", 0, 0)], "États parties"),
        ([("La opini", 0, 0), ("´", 0, 0), ("o", 0.9, 0), ("n del Comit", 0, 0)], "La opinión"),
        ([("Los a", 0, 0), ("˜", 0, 0), ("n", 0.9, 0), ("os", 0, 0)], "Los años"),
        ([("Los a", 0, 0), ("~", 0, 0), ("n", 0.9, 0), ("os", 0, 0)], "Los años"),
        ([("Mar", 0, 0), ("´", 0, 0), ("i", 0.9, 0), ("a", 0, 0)], "María"),
    ],
)
def test_an_accent_over_a_letter(glyphs: list[tuple[str, float, float]], text: str) -> None:
    assert text in read(*glyphs)


@pytest.mark.parametrize(
    "glyphs",
    [
        [("An acute ´ alone", 0, 0)],
        [("a ", 0, 0), ("´", 0, 0), ("e beside it", 0, 0)],
        [("the sign ", 0, 0), ("´", 0, 0), ("q", 1, 0)],
        [("http://x.org/´~name/x^2", 0, 0)],
    ],
)
def test_an_accent_that_is_on_no_letter(glyphs: list[tuple[str, float, float]]) -> None:
    assert "´" in read(*glyphs)


def test_an_accent_over_a_letter_without_its_dot() -> None:
    glyphs = [
        Glyph(x0=x, x1=x + 5, y=100, size=SIZE, font=0, code=ord(char), text=char, order=order,
              span=0, program=NOTHING)
        for order, (char, x) in enumerate([("M", 60), ("´", 66), ("ı", 66), ("o", 72)])
    ]  # fmt: skip
    page = Page(
        number=1, width=600, height=800, rotated=[], spans={}, rules=[], fonts=[Font(name="CMR")],
        glyphs=glyphs,
    )  # fmt: skip
    (row,) = rows_of(page)
    assert [cluster.text for cluster in row.clusters] == ["M", "í", "o"]
