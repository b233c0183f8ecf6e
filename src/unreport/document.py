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
    r"""One line of a source: a row of a page or a text file, or a paragraph of a word processor.

    `text` is in logical order and normalised; `Document.text[start:end]` is the same text.

    >>> from unreport import read
    >>> lines = read(b"I. Work\n\n    1. It met.").lines
    >>> [(line.text, line.start, line.above, line.indent) for line in lines]
    [('I. Work', 0, 0, 0), ('1. It met.', 13, 1, 4)]
    """

    text: str
    """In logical order and normalised, without the line feed."""
    start: int = 0
    """Offset of the first character in `Document.text`."""
    page: int | None = None
    """Counted from 1; None where the format has no pages."""
    box: Box | None = None
    """Left, top, right and bottom edge, in points from the top left corner of the page."""
    role: Role = "body"
    """Part of the page: the body, a running head or foot, a footnote, a row of a table."""
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
    """Name of the paragraph style in the source."""
    size: float | None = None
    """Size of the type, in points."""
    bold: bool | None = None
    """Whether all of it is bold; None where the source does not say."""
    italic: bool | None = None
    """Whether all of it is italic; None where the source does not say."""
    centred: bool | None = None
    """Whether it is centred; None where the source does not say."""

    @property
    def end(self) -> int:
        """Offset of the first character after the line in `Document.text`."""
        return self.start + len(self.text)


class Document(Struct, frozen=True, kw_only=True):
    r"""The logical text of a source with its lines; the result of `unreport.read`.

    >>> from unreport import parse_document, read
    >>> document = read(b"I. Work\n\n1. It met.", name="L.1.txt")
    >>> document
    <Document L.1.txt: 2 lines>
    >>> span = parse_document(document).paragraphs[0].span
    >>> document.text[span.start : span.end]
    '1. It met.'
    """

    source: Source
    """The file that it was read from."""
    text: str
    """The logical text: the texts of the lines, joined by line feeds."""
    lines: tuple[Line, ...]
    """The lines in reading order."""
    doubts: tuple[Issue, ...] = ()
    """Doubts of the reader, with their place."""

    def __repr__(self) -> str:
        return f"<Document {self.source.name or 'text'}: {len(self.lines)} lines>"

    def locate_all(self) -> tuple[Place, ...]:
        """Every line with its page and box; () where the source has no boxes.

        >>> from unreport import read
        >>> read(b"1. It met.").locate_all()  # a text has no boxes
        ()
        """
        return tuple(_place(line) for line in self.lines if line.box is not None)

    def locate(self, span: Span) -> tuple[Place, ...]:
        """The lines that a span covers, with page and box where the source has pages.

        >>> from unreport import Span, read
        >>> read(b"1. It met.").locate(Span(0, 4))  # a text has no pages
        ()
        """
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
