"""Which documents make up a series, in which order, and which of them are missing.

A draft report is issued as `L.1` with addenda `L.1/Add.1`, `L.1/Add.2` …; a revision replaces the
document that it revises (`L.1/Add.1/Rev.1`, or `L.1/Rev.1/Add.1` in a series that was revised as a
whole), and a corrigendum corrects one without replacing it.  Suffixes are read from left to right,
each modifying what stands before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from msgspec import Struct

from unreport.export.arguments import require_report
from unreport.model import Report
from unreport.symbols.grammar import Modification
from unreport.symbols.symbol import NotASymbol, Symbol

Status: TypeAlias = Literal["used", "replaced", "duplicate", "corrigendum"]
REVISION = "Rev"
CORRIGENDA = ("Corr", "Corrigendum")
ADDENDUM = "Add"
UNKNOWN = 10**6  # an addendum whose number is not known comes after all others


class Member(Struct, frozen=True, kw_only=True):
    """A document of a series, and what became of it."""

    symbol: Symbol | None
    name: str | None  # of its file
    status: Status
    addendum: int | None = None  # None for the base document, 0 for an addendum without number
    of: Symbol | None = None
    """What it was replaced by, is a duplicate of, or corrects."""


Slot: TypeAlias = tuple[tuple[str, int], ...]
"""The place of a document in its series: `()` the base, `(("Add", 2),)`."""


class Entry(NamedTuple):
    """A report with its place in the series."""

    slot: Slot
    revision: tuple[int, ...]  # of the base, then of each suffix that is no revision
    corrigendum: int | None
    symbol: Symbol | None
    report: Report

    @property
    def addendum(self) -> int | None:
        """The number of the addendum; 0 if it has none, None for the base document."""
        numbers = [number for code, number in self.slot if code == ADDENDUM]
        return None if not numbers else numbers[-1] % UNKNOWN


class Arrangement(NamedTuple):
    """The documents of a series in order: those that are used, the corrigenda, and all of them."""

    used: tuple[Entry, ...]
    corrigenda: tuple[Entry, ...]
    members: tuple[Member, ...]
    missing: tuple[Symbol, ...]


def arrange(reports: Iterable[Report]) -> Arrangement:
    """Arrange the documents of one series in one language, whatever order they come in.

    Raises `ValueError` if there are none, or if they are of several series or languages.
    """
    entries = sorted(map(_entry, reports), key=_order)
    _require_one_series(entries)
    newest: dict[Slot, Entry] = {}
    for entry in entries:
        if entry.corrigendum is None:
            held = newest.get(entry.slot)
            if held is None or entry.revision > held.revision:
                newest[entry.slot] = entry
    used = tuple(newest[slot] for slot in sorted(newest))
    if not used:
        raise ValueError("there is no report to assemble, only corrigenda")
    return Arrangement(
        used,
        tuple(entry for entry in entries if entry.corrigendum is not None),
        tuple(_member(entry, newest) for entry in entries),
        _missing(used),
    )


def series_symbol(report: Report) -> Symbol | None:
    """The symbol of a report: of its masthead, else of the name of its file."""
    if report.symbol is not None:
        return report.symbol
    try:
        return Symbol.from_filename(report.source.name or "")
    except NotASymbol:
        return None


def _entry(report: Report) -> Entry:
    require_report(report)
    symbol = series_symbol(report)
    changes = symbol.modifications if symbol else ()
    if not any(change.code == ADDENDUM for change in changes):
        addendum = report.masthead.addendum
        changes = (*changes, *([Modification(ADDENDUM, addendum)] if addendum is not None else []))
    slot: list[tuple[str, int]] = []
    revision = [0]
    corrigendum = None
    for change in changes:
        if change.code == REVISION:
            revision[-1] = change.number or 1
        elif change.code in CORRIGENDA:
            corrigendum = change.number or 1
        else:
            slot.append((change.code, change.number or UNKNOWN))
            revision.append(0)
    return Entry(tuple(slot), tuple(revision), corrigendum, symbol, report)


def _order(entry: Entry) -> tuple[object, ...]:
    """By place, revision and corrigendum; the rest makes the order the same on every run."""
    source = entry.report.source
    same = (source.name or "", source.sha256 or "", entry.report.text)
    return (entry.slot, entry.corrigendum or 0, entry.revision, *same)


def _require_one_series(entries: Sequence[Entry]) -> None:
    if not entries:
        raise ValueError("there is no report to assemble")
    bases = sorted({str(entry.symbol.base) for entry in entries if entry.symbol})
    if len(bases) > 1:
        raise ValueError(f"these reports are of {len(bases)} series: {', '.join(bases)}")
    languages = sorted({one.report.language for one in entries if one.report.language})
    if len(languages) > 1:
        raise ValueError(
            f"these reports are in {', '.join(languages)}; assemble one language at a time"
        )


def _member(entry: Entry, newest: dict[Slot, Entry]) -> Member:
    held = newest.get(entry.slot)
    status: Status = "used"
    of = None
    if entry.corrigendum is not None:
        status, of = "corrigendum", corrected_symbol(entry.symbol)
    elif held is not entry and held is not None:
        status = "replaced" if held.revision > entry.revision else "duplicate"
        of = held.symbol
    return Member(
        symbol=entry.symbol,
        name=entry.report.source.name,
        status=status,
        addendum=entry.addendum,
        of=of,
    )


def corrected_symbol(symbol: Symbol | None) -> Symbol | None:
    """The symbol of the document that a corrigendum corrects.

    >>> str(corrected_symbol(Symbol.parse("A/80/L.1/Add.2/Corr.1")))
    'A/80/L.1/Add.2'
    """
    if symbol is None:
        return None
    return Symbol.parse(min((symbol.text.split(f"/{code}")[0] for code in CORRIGENDA), key=len))


def _missing(used: Sequence[Entry]) -> tuple[Symbol, ...]:
    """The base document and the addenda before the last that are not there."""
    base = next((entry.symbol.base for entry in used if entry.symbol), None)
    simple = {entry.addendum or 0 for entry in used if _is_simple(entry)}
    numbers = sorted(number for number in simple if number)
    if base is None or not any(entry.slot == () or _is_simple(entry) for entry in used):
        return ()
    absent = [number for number in range(1, max(numbers, default=0)) if number not in simple]
    missing = [Symbol.parse(f"{base}/Add.{number}") for number in absent]
    return (*([] if any(entry.slot == () for entry in used) else [base]), *missing)


def _is_simple(entry: Entry) -> bool:
    """Whether a document is an addendum to the base document, with a number."""
    return len(entry.slot) == 1 and entry.slot[0][0] == ADDENDUM and bool(entry.addendum)
