"""Which mirrored character a glyph draws, by its outline."""

from __future__ import annotations

from io import BytesIO

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from unreport.readers.pdf.file.font_tables.glyph_outlines import (
    has_outline,
    middle_of,
    mirror_pair,
    points_left,
)
from unreport.readers.pdf.file.font_tables.sfnt import is_empty_glyph

LESS = [(600, 700), (600, 600), (200, 350), (600, 100), (600, 0), (100, 350)]
BRACKET = [(100, 800), (300, 800), (300, 790), (130, 790), (130, 10), (300, 10), (300, 0), (100, 0)]
BAR = [(100, -100), (600, -100), (600, -150), (100, -150)]
STEM = [(100, 0), (150, 0), (150, 700), (100, 700)]


def font_with(*contours: list[tuple[int, int]]) -> bytes:
    """A TrueType font whose second glyph has these contours."""
    pen = TTGlyphPen(None)
    for contour in contours:
        pen.moveTo(contour[0])
        for point in contour[1:]:
            pen.lineTo(point)
        pen.closePath()
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", "sign"])
    builder.setupCharacterMap({})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "sign": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "sign": (700, 0)})
    builder.setupHorizontalHeader()
    builder.setupPost(keepGlyphNames=False)
    out = BytesIO()
    builder.save(out)
    return out.getvalue()


def mirrored(contour: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(700 - x, y) for x, y in contour]


@pytest.mark.parametrize("contours", [[LESS], [LESS, BAR], [BRACKET]], ids=["<", "≤", "["])
def test_the_side_to_which_a_sign_points(contours: list[list[tuple[int, int]]]) -> None:
    assert points_left(font_with(*contours), 1, is_cid=True) is True
    assert points_left(font_with(*map(mirrored, contours)), 1, is_cid=True) is False


def test_a_glyph_that_points_to_no_side() -> None:
    assert points_left(font_with(STEM, mirrored(STEM)), 1, is_cid=True) is None


def test_a_glyph_without_an_outline() -> None:
    """That of a space, by the offsets of the glyphs; the others are looked at."""
    program = font_with(STEM)

    assert is_empty_glyph(program, 0)
    assert not has_outline(program, 0, is_cid=False)
    assert not is_empty_glyph(program, 1)
    assert has_outline(program, 1, is_cid=False)


def test_the_middle_of_an_outline() -> None:
    """The stem is 50 units wide, and begins at the origin by its left side bearing."""
    assert middle_of(font_with(STEM), 1, is_cid=True) == pytest.approx(0.025)
    assert middle_of(font_with(STEM), 0, is_cid=True) is None


def test_pairs_of_mirrored_characters() -> None:
    assert mirror_pair(")") == ("(", ")")
    assert mirror_pair("≥") == ("≤", "≥")
    assert mirror_pair("»") == ("«", "»")
    assert mirror_pair("a") is None
    assert mirror_pair("≠") is None
