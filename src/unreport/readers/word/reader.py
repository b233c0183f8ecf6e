"""Word files (.docx): the visible text in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from unreport.document import Document, Line, Role, make_document
from unreport.errors import UnreadableSource, UnreportError
from unreport.model import Source
from unreport.readers.file_types import is_zip
from unreport.readers.word.blocks import DocumentContext, PartReader, TableLayout
from unreport.readers.word.content_controls import DataStores, load_stores
from unreport.readers.word.drawings.embedded_objects import unread_objects
from unreport.readers.word.fields.complex_fields import remove_unclosed
from unreport.readers.word.indents import read_default_tab_stops
from unreport.readers.word.layout_tables import is_masthead
from unreport.readers.word.line_text import note_lines
from unreport.readers.word.note_marks import (
    NoteCounter,
    NoteReference,
    notes_by_id,
    read_note_numbering,
)
from unreport.readers.word.numbering import ListCounters, read_numbering
from unreport.readers.word.package import Package, Relationship, WordLimits
from unreport.readers.word.runs import NOTE_REFERENCE_MARKS, RunReader
from unreport.readers.word.styles import read_styles
from unreport.readers.word.xml_names import RPR, RUN, SECTION, Element, R, W, child, toggle, val

__all__ = ["WordLimits", "read_docx"]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
MAX_IMPORT_DEPTH = 2  # of Word files in Word files


class Parts(Struct, frozen=True):
    """The parts of a file with the context that they share."""

    package: Package
    body: Element
    relationships: dict[str, Relationship]
    context: DocumentContext
    note_counter: NoteCounter
    stores: DataStores

    def named(self, kind: str) -> Element | None:
        """The part of a relationship type, such as `styles` or `footnotes`."""
        return _named(self.package, self.relationships, kind)


def read_docx(
    data: bytes,
    name: str | None = None,
    *,
    original: bool = False,
    limits: WordLimits | None = None,
    depth: int = 0,
) -> Document:
    """Read a Word file; `depth` is that of a file imported by another.

    Tracked changes are accepted; with `original`, rejected.  Comments, hidden text and field codes
    are omitted; automatic numbers are part of the text.  The order is: the header of the first
    page if it is a masthead, the body, the notes in the order of their references, the other
    headers and footers.
    """
    parts = _parts(Package(data, name, limits), name, original=original, depth=depth)
    reader = _part_reader(parts, "body", "masthead")
    reader.objects.part = partial(_part_of, parts)
    first, others = _headers(parts)
    body = list(reader.lines(parts.body))
    framed = [line for line in body if line.role == "note"]
    text = [line for line in body if line.role != "note"]
    source = Source(name=name, media_type=MEDIA_TYPE)
    lines = [*first, *text, *framed, *_notes(parts), *others]
    if reader.doubts and not lines:
        raise UnreadableSource(f"nothing was read: {reader.doubts[0].message}", source=name)
    doubts = {doubt.code: doubt for doubt in reversed(reader.doubts)}
    return make_document(
        lines, source, (*doubts.values(), *unread_objects(parts.body, reader.objects.read))
    )


def _parts(package: Package, name: str | None, *, original: bool, depth: int) -> Parts:
    document = package.part(package.main)
    body = child(document, "body")
    if document is None or body is None:
        raise UnreadableSource(
            f"this is an Office file, but its main part {package.main} is not a Word document",
            source=name,
        )
    remove_unclosed(document, original=original)
    relationships = package.relationships(package.main)
    settings = _named(package, relationships, "settings")
    styles = read_styles(_named(package, relationships, "styles"))
    lists = read_numbering(_named(package, relationships, "numbering"), styles)
    imports = partial(_import, package, relationships, original=original, depth=depth)
    tabs = read_default_tab_stops(settings)
    context = DocumentContext(styles, lists, tabs, original, imports)
    counter = NoteCounter(read_note_numbering(document, settings))
    stores = DataStores(partial(load_stores, package, relationships))
    return Parts(package, body, relationships, context, counter, stores)


def _import(
    package: Package,
    relationships: dict[str, Relationship],
    identifier: str,
    *,
    original: bool,
    depth: int,
) -> Document | None:
    """The document of an alternative format import part (17.17.2.1): HTML, Word, RTF, text."""
    relationship = relationships.get(identifier)
    data = package.data(relationship.target) if relationship else None
    if data is None:
        return None
    try:
        if is_zip(data):
            imported = depth < MAX_IMPORT_DEPTH
            return read_docx(data, original=original, depth=depth + 1) if imported else None
        kind = package.content_type(relationship.target) if relationship else ""
        return _read_import(data, kind, original=original)
    except UnreportError:
        return None


def _read_import(data: bytes, kind: str, *, original: bool) -> Document:
    """Read a part by its content; HTML with few tags is known by its content type."""
    from unreport.readers import read  # noqa: PLC0415  # which imports this module on first use
    from unreport.readers.html.reader import read_html  # noqa: PLC0415

    document = read(data, original=original)
    if document.source.media_type == "text/plain" and kind in HTML_TYPES:
        return read_html(data, original=original)
    return document


def _part_of(parts: Parts, identifier: str) -> Element | None:
    """The part of a chart or a diagram in the body."""
    relationship = parts.relationships.get(identifier)
    return parts.package.part(relationship.target) if relationship else None


def _named(package: Package, relationships: dict[str, Relationship], kind: str) -> Element | None:
    target = next((r.target for r in relationships.values() if r.kind == kind), None)
    return package.part(target) if target else None


def _part_reader(parts: Parts, role: Role, layout: TableLayout) -> PartReader:
    runs = RunReader(parts.context.styles, parts.note_counter, parts.context.original)
    runs.stores = parts.stores
    return PartReader(parts.context, runs, ListCounters(), role, layout)


def _headers(parts: Parts) -> tuple[list[Line], list[Line]]:
    """The lines of the first header if it is a masthead, and of all other headers and footers."""
    first = _first_header(parts)
    masthead: list[Line] = []
    others: list[Line] = []
    for role, part in _pages(parts):
        root = parts.package.part(part)
        if root is not None:
            remove_unclosed(root, original=parts.context.original)
        lines = [] if root is None else list(_part_reader(parts, role, "always").lines(root))
        if part == first and is_masthead(lines):
            masthead = [replace(line, role="body", level=None) for line in lines]
        else:
            others += lines
    return masthead, others


def _pages(parts: Parts) -> Iterator[tuple[Role, str]]:
    """The parts of all headers, then of all footers, without duplicates."""
    roles: tuple[tuple[Role, str], ...] = (("head", "header"), ("foot", "footer"))
    for role, kind in roles:
        targets = [
            relation.target
            for reference in parts.body.iter(f"{W}{kind}Reference")
            if (relation := parts.relationships.get(reference.get(f"{R}id", "")))
        ]
        yield from ((role, target) for target in dict.fromkeys(targets))


def _first_header(parts: Parts) -> str | None:
    """The header part of the first page."""
    section = next(parts.body.iter(SECTION), None)
    kind = "first" if toggle(section, "titlePg") else "default"
    for reference in [] if section is None else section.findall(f"{W}headerReference"):
        if reference.get(f"{W}type", "default") == kind:
            relation = parts.relationships.get(reference.get(f"{R}id", ""))
            return relation.target if relation else None
    return None


def _notes(parts: Parts) -> Iterator[Line]:
    """The referenced notes, footnotes first, in the order of their references."""
    for kind in ("footnote", "endnote"):
        root = parts.named(f"{kind}s")
        if root is not None:
            remove_unclosed(root, original=parts.context.original)
        notes = notes_by_id(root, kind)
        reader = _part_reader(parts, "note", "never")
        for call in [c for c in parts.note_counter.calls if c.kind == kind]:
            if (note := notes.get(call.note)) is not None:
                yield from _note(reader, note, call)


def _note(reader: PartReader, note: Element, call: NoteReference) -> Iterator[Line]:
    """The lines of a note; the mark of its reference is added if it has none."""
    reader.runs.note_mark = call.mark
    lines = [replace(line, role="note") for line in reader.lines(note)]
    own = any(True for _ in note.iter(*NOTE_REFERENCE_MARKS)) or _is_typed(note, call.mark)
    yield from note_lines(lines, call.mark, own=own)


def _is_typed(note: Element, mark: str | None) -> bool:
    """Whether the first run of a note is its mark, typed as a superscript."""
    run = next((run for run in note.iter(RUN) if run.find(f"{W}t") is not None), None)
    if run is None or mark is None:
        return False
    raised = val(run.find(RPR), "vertAlign") == "superscript"
    return raised and "".join(run.itertext()).strip() == mark
