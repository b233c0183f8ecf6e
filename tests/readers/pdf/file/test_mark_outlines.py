"""Shadda and vowel sign in one glyph, by the outlines of the font's other marks."""

from __future__ import annotations

import pytest

from unreport.readers.pdf.file.font_tables.mark_outlines import (
    DAMMA,
    SHADDA,
    Point,
    shadda_and_vowel,
)

TEETH = [(0, 0), (30, 90), (60, 20), (100, 100), (140, 10), (180, 90), (200, 0), (100, -10)]
CURL = [(0, 0), (60, 10), (110, 80), (70, 140), (30, 90), (80, 80), (80, 60), (20, 20)]
STROKE = [(0, 0), (150, 50), (150, 80), (0, 30)]
STEM = [(0, 0), (40, 0), (40, 120), (0, 120)]
Shape = list[tuple[int, int]]


def at(shape: Shape, x: int, y: int) -> list[Point]:
    return [(x + a, y + b) for a, b in shape]


MARKS = {SHADDA: [at(TEETH, 5, 600)], DAMMA: [at(CURL, 40, 620)]}
LOW, HIGH = 500, 700


@pytest.mark.parametrize(
    ("others", "text"),
    [
        ([], "\u0651"),
        ([at(STROKE, 20, HIGH)], "\u064e\u0651"),
        ([at(STROKE, 20, HIGH), at(STROKE, 20, HIGH + 60)], "\u064b\u0651"),
        ([at(STROKE, 20, LOW - 100)], "\u0650\u0651"),
        ([at(STROKE, 20, LOW - 100), at(STROKE, 20, LOW - 160)], "\u064d\u0651"),
        ([at(CURL, 20, HIGH)], "\u064f\u0651"),
        ([at(STEM, 20, HIGH)], ""),  # a superscript alef
        ([at(STROKE, 20, HIGH), at(STROKE, 20, LOW - 100)], ""),
    ],
)
def test_a_shadda_with_what_is_beside_it(others: list[list[Point]], text: str) -> None:
    rounded = at([(x + x % 2, y) for x, y in TEETH], 0, LOW)
    assert shadda_and_vowel([*others, rounded], MARKS) == text


def test_a_curve_that_is_no_known_mark_is_not_read() -> None:
    only_shadda = {SHADDA: MARKS[SHADDA]}
    assert not shadda_and_vowel([at(TEETH, 0, LOW), at(CURL, 20, HIGH)], only_shadda)


def test_a_glyph_without_the_shadda_is_not_read() -> None:
    assert not shadda_and_vowel([at(STROKE, 20, HIGH)], MARKS)
    assert not shadda_and_vowel([at(TEETH, 0, LOW)], {})
