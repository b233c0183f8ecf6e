"""Footnote and endnote references: their marks and the order of the notes."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec import Struct

from unreport.readers.word.number_formats import format_number
from unreport.readers.word.xml_names import SECTION, Element, W, child, integer, val


class NoteNumbering(Struct, frozen=True):
    """Note numbering properties of a section (`w:footnotePr`, `w:endnotePr`)."""

    format: str
    start: int
    restarts: bool  # `w:numRestart` is `eachSect`


class NoteReference(Struct, frozen=True):
    """A reference to a note, and its mark; None for a custom mark."""

    kind: str
    note: str
    mark: str | None


DEFAULT_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass
class NoteCounter:
    """Numbers the note references of a document."""

    numbering: dict[str, list[NoteNumbering]]  # by kind, one for each section
    section: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    calls: list[NoteReference] = field(default_factory=list)
    note_counter: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def call(self, kind: str, note: str, *, custom_mark: bool) -> str | None:
        """The mark of a reference; a second reference to a note has the same mark."""
        if (kind, note) in self.note_counter:
            return self.note_counter[kind, note]
        mark = None if custom_mark else self._next(kind)
        self.note_counter[kind, note] = mark
        self.calls.append(NoteReference(kind, note, mark))
        return mark

    def end_section(self) -> None:
        """Restart the numbers that restart in each section."""
        self.section += 1
        for kind in DEFAULT_FORMATS:
            if self._note_numbering(kind).restarts:
                self.counts.pop(kind, None)

    def _next(self, kind: str) -> str:
        scheme = self._note_numbering(kind)
        n = self.counts.get(kind, scheme.start - 1) + 1
        self.counts[kind] = n
        return format_number(n, scheme.format)

    def _note_numbering(self, kind: str) -> NoteNumbering:
        numbering = self.numbering.get(kind) or [
            NoteNumbering(DEFAULT_FORMATS[kind], 1, restarts=False)
        ]
        return numbering[min(self.section, len(numbering) - 1)]


def read_note_numbering(
    document: Element, settings: Element | None
) -> dict[str, list[NoteNumbering]]:
    """Note numbering by kind and section: section properties before document settings."""
    sections = list(document.iter(SECTION))
    return {
        kind: [
            _note_numbering(kind, [child(section, f"{kind}Pr"), child(settings, f"{kind}Pr")])
            for section in sections
        ]
        for kind in DEFAULT_FORMATS
    }


def _note_numbering(kind: str, properties: list[Element | None]) -> NoteNumbering:
    def first(name: str) -> str | None:
        return next((v for p in properties if (v := val(p, name)) is not None), None)

    return NoteNumbering(
        format=first("numFmt") or DEFAULT_FORMATS[kind],
        start=integer(first("numStart")) or 1,
        restarts=first("numRestart") == "eachSect",
    )


def notes_by_id(root: Element | None, kind: str) -> dict[str, Element]:
    """The notes of a part by id, without separators, which have a type."""
    if root is None:
        return {}
    return {
        note.get(f"{W}id", ""): note
        for note in root.findall(f"{W}{kind}")
        if note.get(f"{W}type", "normal") == "normal"
    }
