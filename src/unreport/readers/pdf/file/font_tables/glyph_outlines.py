"""What the outline of a glyph shows: to which side `(` and `≥` open, and whether a space is one.

ToUnicode has either the character or the shape that is drawn (UAX #9, L4); the outline in the
embedded font program is what the page shows.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

from fontTools.pens.basePen import BasePen

from unreport.readers.pdf.file.font_tables.compact_font import (
    CFF_HEADER,
    compact_font,
    is_cid_keyed,
)
from unreport.readers.pdf.file.font_tables.sfnt import (
    glyph_extents,
    is_empty_glyph,
    units_per_em,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Point: TypeAlias = tuple[float, float]

MAX_POINTS = 2000  # of one glyph; a bracket has about thirty
STEPS = 6  # line segments for each curve
ENDS, MIDDLE = (0.08, 0.92), 0.5  # heights within the glyph
SUPERIOR = 0.3  # of the height of a figure; others stand on the baseline
CLEAR = 0.15  # difference between the room on both sides, as a share of the width
FACES = {"LEFT": "RIGHT", "RIGHT": "LEFT", "LESS": "GREATER", "GREATER": "LESS"}
"""Words of a character's name that say to which side its middle points."""


@lru_cache(maxsize=64)
def mirror_pair(char: str) -> tuple[str, str] | None:
    """A mirrored character and its counterpart; the first has its middle at the left: `( )`."""
    if len(char) != 1 or not unicodedata.mirrored(char):
        return None
    name = unicodedata.name(char, "")
    for word, opposite in FACES.items():
        if word in name:
            try:
                other = unicodedata.lookup(name.replace(word, opposite))
            except KeyError:
                return None
            return (char, other) if word in {"LEFT", "LESS"} else (other, char)
    return None


class OutlineTooLong(ValueError):
    """A glyph has more points than any mirrored character."""


class _Segments(BasePen):  # type: ignore[misc] # fontTools has no types
    """The outline of a glyph as line segments."""

    def __init__(self, glyphs: Mapping[str, Any]) -> None:
        super().__init__(glyphs)
        self.found: list[tuple[Point, Point]] = []
        self.starts: list[int] = []  # the first segment of each contour
        self._start: Point = (0.0, 0.0)

    def _moveTo(self, point: Point) -> None:  # noqa: N802 - a name of fontTools
        self._start = point
        self.starts.append(len(self.found))

    def _lineTo(self, point: Point) -> None:  # noqa: N802 - a name of fontTools
        self._add(self._getCurrentPoint(), point)

    def _curveToOne(self, one: Point, two: Point, end: Point) -> None:  # noqa: N802 - a name of fontTools
        start = self._getCurrentPoint()
        points = [_on_curve((start, one, two, end), step / STEPS) for step in range(STEPS + 1)]
        for before, after in pairwise(points):
            self._add(before, after)

    def _closePath(self) -> None:  # noqa: N802 - a name of fontTools
        self._add(self._getCurrentPoint(), self._start)

    def _add(self, start: Point, end: Point) -> None:
        self.found.append((start, end))
        if len(self.found) > MAX_POINTS:
            raise OutlineTooLong


class Outlines:
    """The outlines of a font program, which takes longer to open than a glyph to draw."""

    _glyphs: Any  # fontTools has no types
    _name: Callable[[int], str]

    def __init__(self, program: bytes, *, is_cid: bool) -> None:
        if program.startswith(CFF_HEADER):
            font = compact_font(program)
            self._glyphs: Any = font.CharStrings
            is_keyed = is_cid and is_cid_keyed(font)
            self._name: Callable[[int], str] = (
                "cid{:05d}".format if is_keyed else font.charset.__getitem__
            )
            return
        from fontTools.ttLib import TTFont  # noqa: PLC0415 - slow to import, seldom needed

        font = TTFont(BytesIO(program), lazy=True)
        font.setGlyphOrder([*map(str, range(font["maxp"].numGlyphs))])  # names take long to read
        self._glyphs, self._name = font.getGlyphSet(), str

    def drawn(self, glyph: int) -> _Segments:
        """The segments of a glyph, which is named as for `points_left`."""
        pen = _Segments(self._glyphs)
        self._glyphs[self._name(glyph)].draw(pen)
        return pen


def _on_curve(points: tuple[Point, Point, Point, Point], part: float) -> Point:
    rest = 1 - part
    weights = (rest**3, 3 * rest**2 * part, 3 * rest * part**2, part**3)
    x, y = (sum(w * p[axis] for w, p in zip(weights, points, strict=True)) for axis in (0, 1))
    return x, y


def points_left(program: bytes, glyph: int, *, is_cid: bool) -> bool | None:
    """Whether the middle of a glyph is at its left, as in `(` and `<`; None if it does not show.

    `glyph` is a glyph index, in a CID-keyed CFF font a CID.  Raises any exception for a font
    program that is damaged.
    """
    segments = _outline(program, glyph, is_cid=is_cid)
    if not segments:
        return None
    ends = [room for height in ENDS for room in _room(segments, height)]
    middle = [*_room(segments, MIDDLE)]
    if not ends or not middle:
        return None
    lean = sum(ends) / len(ends) - middle[0]
    if abs(lean) < CLEAR:
        lean = -middle[0]  # `[`, whose arms are thin
    return lean > 0 if abs(lean) >= CLEAR else None


def has_outline(program: bytes, glyph: int, *, is_cid: bool) -> bool:
    """Whether a glyph draws anything, as a space does not; it is named as for `points_left`."""
    if not program.startswith(CFF_HEADER):
        if is_empty_glyph(program, glyph):
            return False
        bottom, top = glyph_extents(program, [glyph]).get(glyph, (0, 0))
        if top > bottom:
            return True
    try:
        return bool(_outline(program, glyph, is_cid=is_cid))
    except OutlineTooLong:
        return True


def is_above_baseline(program: bytes, glyph: int, *, is_cid: bool) -> bool | None:
    """Whether a glyph begins clearly above the baseline, as a superior figure does.

    It is named as for `points_left`; None if it draws nothing.
    """
    heights = [y for segment in _outline(program, glyph, is_cid=is_cid) for _, y in segment]
    return min(heights) > SUPERIOR * max(heights) if heights else None


def middle_of(program: bytes, glyph: int, *, is_cid: bool) -> float | None:
    """The horizontal middle of a glyph, from its origin, in em; None if it draws nothing.

    It is named as for `points_left`.
    """
    places = [x for segment in _outline(program, glyph, is_cid=is_cid) for x, _ in segment]
    return (min(places) + max(places)) / 2 / _units_per_em(program) if places else None


def _units_per_em(program: bytes) -> float:
    if program.startswith(CFF_HEADER):
        scale: float = compact_font(program).FontMatrix[0]
        return 1 / scale
    return units_per_em(program)


def glyph_contours(outlines: Outlines, glyph: int) -> list[list[Point]]:
    """The contours of a glyph, which is named as for `points_left`, as points of polygons."""
    return _contours(outlines.drawn(glyph))


def _contours(pen: _Segments) -> list[list[Point]]:
    bounds = pairwise([*pen.starts, len(pen.found)])
    return [[start for start, _ in pen.found[low:high]] for low, high in bounds if high > low]


def _outline(program: bytes, glyph: int, *, is_cid: bool) -> list[tuple[Point, Point]]:
    return Outlines(program, is_cid=is_cid).drawn(glyph).found


def _room(segments: list[tuple[Point, Point]], height: float) -> Iterator[float]:
    """The room at the left of a glyph less that at its right, at a height, in its widths."""
    points = [point for segment in segments for point in segment]
    x0, x1 = min(x for x, _ in points), max(x for x, _ in points)
    y0, y1 = min(y for _, y in points), max(y for _, y in points)
    level = y0 + height * (y1 - y0)
    crossings = [
        start[0] + (level - start[1]) / (end[1] - start[1]) * (end[0] - start[0])
        for start, end in segments
        if (start[1] > level) != (end[1] > level)
    ]
    if crossings and x1 > x0:
        yield ((min(crossings) - x0) - (x1 - max(crossings))) / (x1 - x0)
