"""What every reader returns: the logical text of a source, and its lines with what the page says.

A reader knows its format; it knows nothing of reports.  It says for each line where it stands
and how it looks, and leaves `None` where the format does not tell.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from unreport.model import Box, Issue, Place, Source, Span

Role: TypeAlias = Literal["body", "head", "foot", "note", "table"]
"""`head` and `foot` are page furniture (running heads, page feet); `note` is a footnote's text."""


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
    """True: a paragraph ends here. False: it goes on in the next line of the same role."""
    above: int = 0
    """Blank lines above, where the source counts them."""
    indent: float | None = None
    """From the side where lines begin: characters in text files, points elsewhere."""
    level: int | None = None
    """1 to 9: the source says that this is a heading of that level. 0: it says that it is not."""
    label: int = 0
    """How many characters at the head of `text` are an automatic number of the source."""
    calls: tuple[tuple[int, int], ...] = ()
    """Where in `text` footnote calls stand (start, end), if the source tells them apart."""
    cells: tuple[str, ...] = ()
    """The cells, in a line with role `table`; `text` is the cells joined by tabs."""
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
    """The logical text of a source with its lines; what `unreport.read` returns."""

    source: Source
    text: str
    lines: tuple[Line, ...]
    doubts: tuple[Issue, ...] = ()
    """What the reader could not make sure of, with the place."""

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


def placed(lines: list[Line], source: Source, doubts: tuple[Issue, ...] = ()) -> Document:
    """Make a document of lines that have no offsets yet: its text is theirs, one per line."""
    out: list[Line] = []
    at = 0
    for line in lines:
        out.append(replace(line, start=at))
        at += len(line.text) + 1
    return Document(
        source=source, text="\n".join(line.text for line in out), lines=tuple(out), doubts=doubts
    )
