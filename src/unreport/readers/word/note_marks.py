"""Footnotes and endnotes: which mark each call prints, and which notes were called."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec import Struct

from unreport.readers.word.number_formats import printed
from unreport.readers.word.xml_names import SECTION, Element, W, child, number, value


class Scheme(Struct, frozen=True):
    """How notes of one kind are counted in a section."""

    format: str
    start: int
    anew: bool  # in each section


class Call(Struct, frozen=True):
    """A note that the text calls, and its mark; None where the mark is set by hand."""

    kind: str
    note: str
    mark: str | None


FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}  # unless the file says otherwise


@dataclass
class Marks:
    """Counts the calls while the text goes by."""

    schemes: dict[str, list[Scheme]]  # by kind, one for each section
    section: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    marks: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def call(self, kind: str, note: str, *, by_hand: bool) -> str | None:
        """The mark of a call; a note that is called twice keeps its mark."""
        if (kind, note) in self.marks:
            return self.marks[kind, note]
        mark = None if by_hand else self._next(kind)
        self.marks[kind, note] = mark
        self.calls.append(Call(kind, note, mark))
        return mark

    def section_ends(self) -> None:
        """Where a new section begins, the count may begin anew."""
        self.section += 1
        for kind in FORMATS:
            if self._scheme(kind).anew:
                self.counts.pop(kind, None)

    def _next(self, kind: str) -> str:
        scheme = self._scheme(kind)
        n = self.counts.get(kind, scheme.start - 1) + 1
        self.counts[kind] = n
        return printed(n, scheme.format)

    def _scheme(self, kind: str) -> Scheme:
        schemes = self.schemes.get(kind) or [Scheme(FORMATS[kind], 1, anew=False)]
        return schemes[min(self.section, len(schemes) - 1)]


def read_schemes(document: Element, settings: Element | None) -> dict[str, list[Scheme]]:
    """How notes are counted: a section's own properties before those of the whole file."""
    sections = list(document.iter(SECTION))
    return {
        kind: [
            _scheme(kind, [child(section, f"{kind}Pr"), child(settings, f"{kind}Pr")])
            for section in sections
        ]
        for kind in FORMATS
    }


def _scheme(kind: str, properties: list[Element | None]) -> Scheme:
    def first(name: str) -> str | None:
        return next((v for p in properties if (v := value(p, name)) is not None), None)

    return Scheme(
        format=first("numFmt") or FORMATS[kind],
        start=number(first("numStart")) or 1,
        anew=first("numRestart") == "eachSect",
    )


def notes_by_id(root: Element | None, kind: str) -> dict[str, Element]:
    """The notes of a part; the lines that separate them from the text have a type."""
    if root is None:
        return {}
    return {
        note.get(f"{W}id", ""): note
        for note in root.findall(f"{W}{kind}")
        if note.get(f"{W}type", "normal") == "normal"
    }
