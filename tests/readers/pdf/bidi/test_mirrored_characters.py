"""Brackets of right-to-left rows whose glyphs have several characters in ToUnicode."""

from __future__ import annotations

import pytest

from unreport.readers.pdf.bidi.base_direction import tokenised_rows
from unreport.readers.pdf.bidi.baselines.logical_row import LogicalRow
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.logical_rows import collect_evidence, logical_rows
from unreport.readers.pdf.bidi.rows import rows_of
from unreport.readers.pdf.file.glyphs import Font, Glyph, Page


def text_of(*glyphs: str) -> str:
    """The text of a row of glyphs that are drawn from left to right."""
    return rows_of_glyphs(*glyphs)[-1].text


def rows_of_glyphs(
    *glyphs: str, evidence: Evidence | None = None, raised: int = 0
) -> list[LogicalRow]:
    """The rows of glyphs that are drawn from left to right, the first of which may be raised."""
    placed = [
        Glyph(
            text=text, x0=6.0 * at, x1=6.0 * at + 6, y=100 - 4 * (at < raised),
            size=8 if at < raised else 12, font=0, code=at, order=at,
        )
        for at, text in enumerate(glyphs)
    ]  # fmt: skip
    page = Page(
        number=1, width=900, height=800, rotated=[], spans={}, rules=[], fonts=[Font(name="Naskh")],
        glyphs=placed,
    )  # fmt: skip
    rows = tokenised_rows(rows_of(page), "R")
    evidence = evidence or Evidence()
    collect_evidence(rows, evidence)
    return logical_rows(rows, evidence)


@pytest.mark.parametrize("several", [").", "(م", "«سألناه", "«", ")"])
def test_a_bracket_among_several_characters_of_one_glyph(several: str) -> None:
    text = text_of(several, "ة", "ن", "ج", "ل", "ل", "ا")

    assert text.startswith("اللجنة")
    assert len(several) == 1 or sorted(text[6:].strip()) == sorted(several)


@pytest.mark.parametrize(
    ("shapes", "outline", "certain"), [(50, "≥", True), (50, "", False), (5, "≥", False)]
)
def test_a_sign_is_certain_by_its_outline_and_the_brackets(
    shapes: int, outline: str, *, certain: bool
) -> None:
    """Of a producer that stores the shapes of brackets; a font may lack the other sign."""
    evidence = Evidence(outline_shape=lambda font, code, text: outline, rtl_brackets=[shapes, 0])
    row = rows_of_glyphs("٥", "٢", " ", "≥", " ", "ن", "ز", "و", evidence=evidence)[0]

    assert row.text == "وزن ≤ ٥٢"
    assert row.proved is certain


@pytest.mark.parametrize(("call", "raised"), [(")2(", "(2)"), (")١٢(", "(١٢)"), ("(2)", "(2)")])
def test_the_brackets_of_a_raised_number_enclose_it(call: str, raised: str) -> None:
    """The page has `)2(` after the full stop, where a producer did not mirror the brackets."""
    glyphs = [*call, *".(ةنس) ةنجللا"]
    votes = {(0, at, char): [50, 0] for at, char in enumerate(glyphs) if char in "()"}
    evidence = Evidence(brackets=votes, rtl_brackets=[50, 0])

    (row,) = rows_of_glyphs(*glyphs, evidence=evidence, raised=len(call))

    assert row.text == f"اللجنة (سنة).{raised}"
