"""Brackets of right-to-left rows whose glyphs have several characters in ToUnicode."""

from __future__ import annotations

import pytest

from unreport.readers.pdf.bidi.base_direction import tokenised_rows
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.logical_rows import collect_evidence, logical_rows
from unreport.readers.pdf.bidi.rows import rows_of
from unreport.readers.pdf.file.glyphs import Font, Glyph, Page


def text_of(*glyphs: str) -> str:
    """The text of a row of glyphs that are drawn from left to right."""
    placed = [
        Glyph(text=text, x0=6.0 * at, x1=6.0 * at + 6, y=100, size=12, font=0, code=at, order=at)
        for at, text in enumerate(glyphs)
    ]
    page = Page(
        number=1, width=900, height=800, rotated=[], spans={}, rules=[], fonts=[Font(name="Naskh")],
        glyphs=placed,
    )  # fmt: skip
    rows = tokenised_rows(rows_of(page), "R")
    evidence = Evidence()
    collect_evidence(rows, evidence)
    return logical_rows(rows, evidence)[-1].text


@pytest.mark.parametrize("several", [").", "(م", "«سألناه", "«", ")"])
def test_a_bracket_among_several_characters_of_one_glyph(several: str) -> None:
    text = text_of(several, "ة", "ن", "ج", "ل", "ل", "ا")

    assert text.startswith("اللجنة")
    assert len(several) == 1 or sorted(text[6:].strip()) == sorted(several)
