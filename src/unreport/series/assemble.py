"""Assemble the documents of a series, a base report and its addenda, to one report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from unreport.keys import with_keys
from unreport.model import Footnote, Furniture, Issue, Masthead, Node, Place, Report, SourceDocument
from unreport.series.corrections import Correction, corrections
from unreport.series.footnotes import link_calls, number_notes, shifted
from unreport.series.members import Arrangement, Entry, Member, arrange
from unreport.series.merge import merge, unbegun
from unreport.series.numbering import numbered_document, numbering_doubts
from unreport.symbols.symbol import Symbol


class Assembly(Struct, frozen=True, kw_only=True):
    r"""A report assembled from the documents of its series.

    >>> from unreport import parse_text
    >>> base = parse_text("A/80/L.1\n\nI. Opening\n\n1. It met.")
    >>> last = parse_text("A/80/L.1/Add.2\n\nIII. Closing\n\n3. It closed.")
    >>> assembly = assemble([last, base])
    >>> [str(symbol) for symbol in assembly.missing], len(assembly.members)
    (['A/80/L.1/Add.1'], 2)
    """

    report: Report
    """All documents that are used, as one report."""
    members: tuple[Member, ...]
    """All documents that were given, in the order of the series, and what became of each."""
    missing: tuple[Symbol, ...]
    """The base document and the addenda before the last that were not given."""
    corrections: tuple[Correction, ...]
    """What the corrigenda say is to be changed; nothing is changed."""

    @property
    def doubts(self) -> tuple[Issue, ...]:
        """What does not fit, and the doubts of the documents."""
        return self.report.doubts


class _Part(NamedTuple):
    """A document with its spans moved to its place in the logical text of all documents."""

    document: SourceDocument
    body: tuple[Node, ...]
    footnotes: tuple[Footnote, ...]
    furniture: tuple[Furniture, ...]
    doubts: tuple[Issue, ...]
    places: tuple[Place, ...]


def assemble(reports: Iterable[Report]) -> Assembly:
    r"""Assemble a base report and its addenda, given in any order, to one report.

    Chapters come in the order of their numbers, continued ones are joined to their beginnings, and
    footnotes are numbered through; `Report.document_of` says which document a node came from.
    Numbers of paragraphs stay as printed.  A revision replaces what it revises.

    Raises `ValueError` if there is no report, or if they are of several series or languages.

    >>> from unreport.parse import parse_text
    >>> base = parse_text("A/80/L.1\n\nI. Opening\n\n1. It met.\n\nIII. Closing\n\n3. It closed.")
    >>> addendum = parse_text("A/80/L.1/Add.1\n\nII. Work\n\n2. It worked.")
    >>> report = assemble([addendum, base]).report
    >>> [section.heading for section in report.sections]
    ['I. Opening', 'II. Work', 'III. Closing']
    >>> str(report.document_of(report["II.2"]).symbol)
    'A/80/L.1/Add.1'
    """
    arrangement = arrange(reports)
    parts = tuple(_parts(arrangement.used))
    report = _single(arrangement, parts) if len(parts) == 1 else _several(arrangement, parts)
    found, unplaced = corrections(report, arrangement.corrigenda)
    doubts = (*_document_doubts(arrangement), *unplaced)
    return Assembly(
        report=replace(report, doubts=(*doubts, *report.doubts)),
        members=arrangement.members,
        missing=arrangement.missing,
        corrections=found,
    )


def _parts(entries: Sequence[Entry]) -> Iterator[_Part]:
    offset = notes = 0
    for entry in entries:
        part = _part(entry, offset, notes)
        yield part
        offset = part.document.end
        notes += len(part.footnotes)


def _part(entry: Entry, offset: int, notes: int) -> _Part:
    report = entry.report
    end = offset + _length(report)
    return _Part(
        SourceDocument(symbol=entry.symbol, source=report.source, start=offset, end=end),
        link_calls(report, offset, notes),
        tuple(replace(one, span=shifted(one.span, offset)) for one in report.footnotes),
        tuple(replace(one, span=shifted(one.span, offset)) for one in report.furniture),
        tuple(_shifted_doubts(report.doubts, offset)),
        tuple(replace(p, start=p.start + offset, end=p.end + offset) for p in report.places),
    )


def _shifted_doubts(doubts: Iterable[Issue], offset: int) -> Iterator[Issue]:
    for doubt in doubts:
        yield replace(doubt, span=shifted(doubt.span, offset)) if doubt.span else doubt


def _length(report: Report) -> int:
    """Behind the last character of the logical text that anything of the report stands on."""
    ends = [node.span.end for node in report.body]
    ends += [note.span.end for note in report.footnotes]
    ends += [piece.span.end for piece in report.furniture]
    ends += [line.span.end for line in report.masthead.lines]
    ends += [doubt.span.end for doubt in report.doubts if doubt.span]
    ends += [place.end for place in report.places]
    return 1 + max(ends, default=0)


def _single(arrangement: Arrangement, parts: Sequence[_Part]) -> Report:
    """A report of one document: nothing is joined or numbered anew."""
    return replace(arrangement.used[0].report, documents=(parts[0].document,))


def _several(arrangement: Arrangement, parts: Sequence[_Part]) -> Report:
    first = arrangement.used[0]
    merged = merge([part.body for part in parts])
    body, footnotes = number_notes(
        merged.nodes, [note for part in parts for note in part.footnotes]
    )
    names = [str(part.document.symbol or part.document.source.name or "") for part in parts]
    numbered = [numbered_document(name, part.body) for name, part in zip(names, parts, strict=True)]
    missing = ", ".join(map(str, arrangement.missing))
    doubts = (
        *merged.doubts,
        *unbegun(body, f" (missing: {missing})" if missing else ""),
        *numbering_doubts(numbered),
    )
    report = Report(
        source=first.report.source,
        language=first.report.language,
        masthead=_masthead(first),
        body=body,
        footnotes=footnotes,
        furniture=tuple(one for part in parts for one in part.furniture),
        doubts=(*doubts, *(doubt for part in parts for doubt in part.doubts)),
        places=tuple(place for part in parts for place in part.places),
        documents=tuple(part.document for part in parts),
    )
    return with_keys(report)


def _masthead(first: Entry) -> Masthead:
    """The masthead of the base document; of the first addendum, as the base's, if it is missing."""
    masthead = first.report.masthead
    if first.addendum is None:
        return masthead
    return replace(masthead, symbol=first.symbol.base if first.symbol else None, addendum=None)


def _document_doubts(arrangement: Arrangement) -> Iterator[Issue]:
    for symbol in arrangement.missing:
        message = f"{symbol} is not among the documents."
        yield Issue(code="series-document-missing", message=message)
    for member in arrangement.members:
        name = member.symbol or member.name or "A document without a symbol"
        if member.status == "duplicate":
            message = f"{name} is there more than once; the first is used."
            yield Issue(code="series-document-repeated", message=message)
        elif member.addendum == 0:
            message = f"{name} is an addendum without a number; it is read after all others."
            yield Issue(code="series-order-unknown", message=message)
