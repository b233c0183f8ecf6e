"""A shadda and a vowel sign that a font draws with one glyph, by the outlines of its other marks.

Such a ligature often has no character, so that no ToUnicode map names it.  It has the contours of
the shadda, and strokes: fatha and tanwin above the shadda, kasra below it (The Unicode Standard,
9.2, "Shadda and vowels").  A damma is drawn as it is alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Contour: TypeAlias = Sequence[Point]

SHADDA, DAMMA = "\N{ARABIC SHADDA}", "\N{ARABIC DAMMA}"
MARKS = frozenset(SHADDA + DAMMA)
ABOVE = {1: "\N{ARABIC FATHA}", 2: "\N{ARABIC FATHATAN}"}
BELOW = {1: "\N{ARABIC KASRA}", 2: "\N{ARABIC KASRATAN}"}
TOLERANCE = 0.03  # of the size of a contour: positions are rounded
MAX_CONTOURS = 8  # of a glyph; a mark has three or four
FILLED = 0.75  # of the box around a slanted stroke, turned straight; a curve has less


def shadda_and_vowel(glyph: Sequence[Contour], marks: Mapping[str, Sequence[Contour]]) -> str:
    """The shadda and the vowel sign that a glyph draws; "" if it draws no shadda, or more.

    `marks` has the contours of the known marks of the font.
    """
    rest = _without(glyph, marks.get(SHADDA, ()))
    if rest is None:
        return ""
    if not rest:
        return SHADDA
    if marks.get(DAMMA) and _without(rest, marks[DAMMA]) == []:
        return f"{DAMMA}{SHADDA}"
    if not all(map(_is_stroke, rest)):
        return ""
    own = [contour for contour in glyph if contour not in rest]
    middle = _middle(own)
    if all(_middle([stroke]) > middle for stroke in rest):
        vowel = ABOVE.get(len(rest), "")
    else:
        is_below = all(_middle([stroke]) < middle for stroke in rest)
        vowel = BELOW.get(len(rest), "") if is_below else ""
    return f"{vowel}{SHADDA}" if vowel else ""


def _without(glyph: Sequence[Contour], part: Sequence[Contour]) -> list[Contour] | None:
    """The contours of a glyph that another glyph lacks, which it has all; None if it has not."""
    rest = [*glyph]
    if not part or len(rest) > MAX_CONTOURS:
        return None
    for contour in part:
        found = next((own for own in rest if _is_same(own, contour)), None)
        if found is None:
            return None
        rest.remove(found)
    return rest


def _is_same(one: Contour, other: Contour) -> bool:
    """Whether two contours are the same, apart from their places."""
    if len(one) != len(other):
        return False
    (x, y), (u, v) = one[0], other[0]
    reach = TOLERANCE * max(_extent(one))
    return all(
        abs((a - x) - (c - u)) <= reach and abs((b - y) - (d - v)) <= reach
        for (a, b), (c, d) in zip(one, other, strict=True)
    )


def _is_stroke(contour: Contour) -> bool:
    """Whether a contour is a slanted stroke, wider than it is high: no curve, and no dot.

    The area of a parallelogram is that of its box less what its slant leaves free.
    """
    width, height = _extent(contour)
    if width <= height:
        return False
    hull = _convex_hull(contour)
    return _area(contour) >= FILLED * _area(hull) and _thickness(hull) < height


def _extent(contour: Contour) -> Point:
    xs, ys = [x for x, _ in contour], [y for _, y in contour]
    return max(xs) - min(xs), max(ys) - min(ys)


def _middle(contours: Sequence[Contour]) -> float:
    ys = [y for contour in contours for _, y in contour]
    return (min(ys) + max(ys)) / 2


def _area(contour: Contour) -> float:
    return abs(_cross_sum(contour)) / 2


def _cross_sum(contour: Contour) -> float:
    pairs = zip(contour, [*contour[1:], contour[0]], strict=True)
    return sum(x * v - u * y for (x, y), (u, v) in pairs)


def _thickness(contour: Contour) -> float:
    """The mean height of a shape over its width."""
    return _area(contour) / max(_extent(contour)[0], 1)


def _convex_hull(contour: Contour) -> list[Point]:
    """The convex hull of some points (Andrew's monotone chain)."""
    points = sorted(set(contour))
    halves: list[Point] = []
    for ordered in (points, points[::-1]):
        half: list[Point] = []
        for point in ordered:
            while len(half) > 1 and _turn(half[-2], half[-1], point) <= 0:
                half.pop()
            half.append(point)
        halves += half[:-1]
    return halves


def _turn(first: Point, second: Point, third: Point) -> float:
    (a, b), (c, d), (e, f) = first, second, third
    return (c - a) * (f - b) - (d - b) * (e - a)
