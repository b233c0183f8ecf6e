"""The result of every reader: the logical text of a source, and its lines with their layout.

Readers know file formats, not the structure of reports.  They give the position and the format of
each line, and None for what a file format does not define.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from unreport.model import Box, Issue, Place, Source, Span

Role: TypeAlias = Literal["body", "head", "foot", "note", "table"]
"""`head` and `foot` are running heads and feet; `note` is the text of a footnote."""


class Line(Struct, frozen=True, kw_only=True, gc=False):
    """One line of a source: a row of a page or a text file, or a paragraph of a word processor.

    `text` is in logical order and normalised; `Document.text[start:end]` is the same text.
    """

    text: str
    start: int = 0
    page: int | None = None  # counted from 1
    box: Box | None = None
    role: Role = "body"
    ends: bool | None = None
    """Whether a paragraph ends here; False: it continues in the next line of the same role."""
    above: int = 0
    """Blank lines above."""
    indent: float | None = None
    """From the leading edge: characters in text files, points elsewhere."""
    level: int | None = None
    """Heading level of the source, 1 to 9; 0 for body text; None if not defined."""
    label: int = 0
    """Length of the automatic number at the beginning of `text`."""
    calls: tuple[tuple[int, int], ...] = ()
    """Offsets (start, end) of footnote calls in `text`, if the source marks them."""
    cells: tuple[str, ...] = ()
    """The cells of a line with role `table`; `text` is the cells joined by tabs."""
    style: str | None = None
    size: float | None = None  # points
    bold: bool | None = None
    italic: bool | None = None
    centred: bool | None = None

    @property
    def end(self) -> int:
        """Offset of the first character after the line in `Document.text`."""
        return self.start + len(self.text)


class Document(Struct, frozen=True, kw_only=True):
    """The logical text of a source with its lines; the result of `unreport.read`."""

    source: Source
    text: str
    lines: tuple[Line, ...]
    doubts: tuple[Issue, ...] = ()
    """Doubts of the reader, with their place."""

    def __repr__(self) -> str:
        return f"<Document {self.source.name or 'text'}: {len(self.lines)} lines>"

    def locate_all(self) -> tuple[Place, ...]:
        """Every line with its page and box; () where the source has no boxes."""
        return tuple(_place(line) for line in self.lines if line.box is not None)

    def locate(self, span: Span) -> tuple[Place, ...]:
        """The lines that a span covers, with page and box where the source has pages."""
        return tuple(
            _place(line)
            for line in self.lines
            if line.page is not None and line.start < span.end and span.start < line.end
        )


def _place(line: Line) -> Place:
    return Place(start=line.start, end=line.end, page=line.page, box=line.box)


def make_document(lines: list[Line], source: Source, doubts: tuple[Issue, ...] = ()) -> Document:
    """Make a document of the lines that have text, and set their offsets."""
    out: list[Line] = []
    at = 0
    for line in lines:
        if not line.text:
            continue
        out.append(replace(line, start=at))
        at += len(line.text) + 1
    return Document(
        source=source, text="\n".join(line.text for line in out), lines=tuple(out), doubts=doubts
    )
