"""Word files (.docx): everything that is printed, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from unreport.document import Document, Line, Role, placed
from unreport.errors import UnreadableSource
from unreport.model import Source
from unreport.readers.word.blocks import Book, Layout, Story
from unreport.readers.word.indents import read_tabs
from unreport.readers.word.layout_tables import is_masthead
from unreport.readers.word.note_marks import Call, Marks, notes_by_id, read_schemes
from unreport.readers.word.numbering import Counts, read_lists
from unreport.readers.word.package import Limits, Package, Relation
from unreport.readers.word.runs import OWN_MARKS, Runs
from unreport.readers.word.styles import read_styles
from unreport.readers.word.xml_names import SECTION, Element, R, W, child, switch

__all__ = ["Limits", "read_docx"]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Parts(Struct, frozen=True):
    """The parts of a file, and what holds for all of them."""

    package: Package
    body: Element
    relations: dict[str, Relation]
    book: Book
    marks: Marks

    def named(self, kind: str) -> Element | None:
        """The part that the document has for its styles, footnotes and so on."""
        return _named(self.package, self.relations, kind)


def read_docx(
    data: bytes,
    name: str | None = None,
    *,
    original: bool = False,
    limits: Limits | None = None,
) -> Document:
    """Read a Word file.

    Tracked changes are taken as accepted; with `original` as rejected.  Comments, hidden text and
    the instructions of fields are left out; automatic numbers are in the text as Word prints them.
    The header of the first page comes first, as it is the masthead; then the body, the notes in
    the order of their calls, and the other headers and footers.
    """
    parts = _parts(Package(data, name, limits), name, original=original)
    story = _story(parts, "body", "front")
    first, others = _headers(parts)
    body = list(story.lines(parts.body))
    framed = [line for line in body if line.role == "note"]
    text = [line for line in body if line.role != "note"]
    source = Source(name=name, media_type=MEDIA_TYPE)
    lines = [*first, *text, *framed, *_notes(parts), *others]
    return placed(lines, source, tuple(story.doubts[:1]))


def _parts(package: Package, name: str | None, *, original: bool) -> Parts:
    document = package.part(package.main)
    body = child(document, "body")
    if document is None or body is None:
        raise UnreadableSource(
            f"this is an Office file, but its main part {package.main} is not a Word document",
            source=name,
        )
    relations = package.relations(package.main)
    settings = _named(package, relations, "settings")
    styles = read_styles(_named(package, relations, "styles"))
    lists = read_lists(_named(package, relations, "numbering"), styles.lists)
    book = Book(styles, lists, read_tabs(settings), original)
    return Parts(package, body, relations, book, Marks(read_schemes(document, settings)))


def _named(package: Package, relations: dict[str, Relation], kind: str) -> Element | None:
    target = next((r.target for r in relations.values() if r.kind == kind), None)
    return package.part(target) if target else None


def _story(parts: Parts, role: Role, layout: Layout) -> Story:
    runs = Runs(parts.book.styles, parts.marks, parts.book.original)
    return Story(parts.book, runs, Counts(), role, layout)


# --- headers and footers ------------------------------------------------------------------------


def _headers(parts: Parts) -> tuple[list[Line], list[Line]]:
    """The lines of the first page's header if they are a masthead, and of all other headers."""
    first = _first_header(parts)
    masthead: list[Line] = []
    others: list[Line] = []
    for role, part in _pages(parts):
        root = parts.package.part(part)
        lines = [] if root is None else list(_story(parts, role, "always").lines(root))
        if part == first and is_masthead(lines):
            masthead = [replace(line, role="body", level=None) for line in lines]
        else:
            others += lines
    return masthead, others


def _pages(parts: Parts) -> Iterator[tuple[Role, str]]:
    """All headers of the document, then all footers, each once."""
    roles: tuple[tuple[Role, str], ...] = (("head", "header"), ("foot", "footer"))
    for role, kind in roles:
        targets = [
            relation.target
            for reference in parts.body.iter(f"{W}{kind}Reference")
            if (relation := parts.relations.get(reference.get(f"{R}id", "")))
        ]
        yield from ((role, target) for target in dict.fromkeys(targets))


def _first_header(parts: Parts) -> str | None:
    """The part that is printed at the head of the first page."""
    section = next(parts.body.iter(SECTION), None)
    kind = "first" if switch(section, "titlePg") else "default"
    for reference in [] if section is None else section.findall(f"{W}headerReference"):
        if reference.get(f"{W}type", "default") == kind:
            relation = parts.relations.get(reference.get(f"{R}id", ""))
            return relation.target if relation else None
    return None


# --- notes --------------------------------------------------------------------------------------


def _notes(parts: Parts) -> Iterator[Line]:
    """The notes that the text calls, footnotes first, in the order of their calls."""
    for kind in ("footnote", "endnote"):
        notes = notes_by_id(parts.named(f"{kind}s"), kind)
        story = _story(parts, "note", "never")
        for call in [c for c in parts.marks.calls if c.kind == kind]:
            if (note := notes.get(call.note)) is not None:
                yield from _note(story, note, call)


def _note(story: Story, note: Element, call: Call) -> Iterator[Line]:
    """A note begins with its mark; without one of its own it gets that of the call."""
    story.runs.note_mark = call.mark
    own = any(True for _ in note.iter(*OWN_MARKS))
    for at, line in enumerate(story.lines(note)):
        if call.mark and not own and at == 0:
            yield replace(line, text=f"{call.mark} {line.text}")
        elif call.mark and line.text.startswith(call.mark):
            yield replace(line, text=f"{call.mark} {line.text[len(call.mark) :].lstrip()}")
        else:
            yield line
