"""Draw a page of a PDF with boxes around its lines, coloured by the kind of block."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeAlias

import pdfplumber

from unreport.errors import UnreadableSource
from unreport.model import Item, Paragraph, Place, Report, Section, Span, Table

Kind: TypeAlias = Literal[
    "masthead", "heading", "paragraph", "item", "table", "footnote", "furniture", "other"
]
COLOURS: dict[Kind, str] = {
    "masthead": "#8e44ad",
    "heading": "#c0392b",
    "paragraph": "#2471a3",
    "item": "#148f77",
    "table": "#b9770e",
    "footnote": "#7f8c8d",
    "furniture": "#bdc3c7",
    "other": "#17202a",
}
TRANSPARENT = (0, 0, 0, 0)
DOTS_PER_INCH = 110


def draw_page(report: Report, path: Path, page: int, out: Path) -> None:
    """Write a picture of a page of a PDF with the boxes of its lines, coloured by kind.

    `page` counts from 1.  Raises `UnreadableSource` where the document has no such page.
    """
    pages = report.source.pages or 0
    if not 1 <= page <= pages or not report.places:
        raise UnreadableSource(
            f"there is no page {page} to draw: "
            + (f"pages run from 1 to {pages}" if report.places else "only PDFs have pages to draw"),
            source=str(path),
        )
    with pdfplumber.open(path) as pdf:
        image = pdf.pages[page - 1].to_image(resolution=DOTS_PER_INCH)
        for place, kind in line_kinds(report, page):
            if place.box is not None:
                image.draw_rect(place.box, fill=TRANSPARENT, stroke=COLOURS[kind], stroke_width=2)
        image.save(out)


def line_kinds(report: Report, page: int) -> Iterator[tuple[Place, Kind]]:
    """The lines of a page, each with the kind of the smallest block that it is in."""
    kinds = sorted(_node_kinds(report), key=lambda pair: pair[0].end - pair[0].start)
    for place in report.places:
        if place.page == page:
            middle = (place.start + place.end) // 2
            yield place, next((k for span, k in kinds if span.start <= middle < span.end), "other")


def _node_kinds(report: Report) -> Iterator[tuple[Span, Kind]]:
    for line in report.masthead.lines:
        yield line.span, "masthead"
    for piece in report.furniture:
        yield piece.span, "furniture"
    for note in report.footnotes:
        yield note.span, "footnote"
    for node, _ in report.walk():
        match node:
            case Section():
                yield node.span, "heading"
            case Paragraph():
                yield node.span, "paragraph"
            case Item():
                yield node.span, "item"
            case Table():
                yield node.span, "table"
