"""Text boxes of a .doc file: their text and their anchors (MS-DOC 2.8.29 and 2.8.32)."""

from __future__ import annotations

from itertools import pairwise
from struct import unpack_from

from unreport.readers.doc.binary_file import BinaryFile

ANCHORS, STORIES = 40, 56  # PlcSpaMom and PlcftxbxTxt, in FibRgFcLcb97
SHAPE, STORY = 26, 22  # bytes of a Spa and of an FTXBXS
SHAPE_OF_STORY = 14  # offset of the shape in an FTXBXS

Bounds = tuple[int, int]


def text_boxes(file: BinaryFile) -> dict[Bounds, int | None]:
    """The bounds of the text of each box, with the position of its anchor; None if unknown.

    Without a table of stories all boxes are one story.
    """
    first, last = file.ranges.get("textbox", (0, 0))
    data = file.structure(STORIES)
    count = max((len(data) - 4) // (4 + STORY), 0)
    starts = [first + at for at in unpack_from(f"<{count + 1}I", data)] if count else []
    if first >= last or starts != sorted(starts) or starts[:1] != [first] or starts[-1] < last - 2:
        return {(first, last): None} if first < last else {}
    anchors = _anchors(file.structure(ANCHORS))
    shapes = [
        unpack_from("<I", data, 4 * (count + 1) + STORY * index + SHAPE_OF_STORY)[0]
        for index in range(count)
    ]
    bounds = [(start, min(end, last)) for start, end in pairwise(starts)]
    return {
        each: anchors.get(shape)
        for each, shape in zip(bounds, shapes, strict=True)
        if each[0] < each[1]
    }


def _anchors(data: bytes) -> dict[int, int]:
    """The position in the body of the anchor of each shape."""
    count = max((len(data) - 4) // (4 + SHAPE), 0)
    positions = unpack_from(f"<{count}I", data) if count else ()
    return {
        unpack_from("<I", data, 4 * (count + 1) + SHAPE * index)[0]: position
        for index, position in enumerate(positions)
    }
