"""Group documents by base symbol: addenda, revisions and corrigenda in all their languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from unreport.symbols.symbol import NotASymbol, Symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesDocument:
    """A document of a series."""

    key: str  # the caller's identifier
    symbol: str
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The documents that share a base symbol."""

    base_symbol: str
    members: tuple[str, ...]  # keys, base first, then by addendum, revision and language
    revisions: int
    corrigenda: int
    has_base: bool
    addenda: tuple[int, ...]
    missing: tuple[int, ...]
    """Addendum numbers missing between the first and the last; the base document counts as 0."""
    languages: tuple[str, ...]
    gaps: tuple[str, ...]
    """What is missing in one language and present in another: `fr Add.2`, `ar base`."""


def group_series(members: Iterable[SeriesDocument]) -> tuple[Series, ...]:
    """Group documents by their base symbols, in the order of the symbols.

    >>> base = SeriesDocument(key="a", symbol="A/1/L.1")
    >>> addendum = SeriesDocument(key="b", symbol="A/1/L.1/Add.2")
    >>> group_series([addendum, base])[0].missing
    (1,)
    """
    documents: dict[Symbol, list[tuple[Symbol, SeriesDocument]]] = defaultdict(list)
    symbols = _SymbolCache()
    for member in members:
        if (symbol := symbols[member.symbol]) is not None:
            documents[symbol.base].append((symbol, member))
    return tuple(_series(base, documents[base]) for base in sorted(documents))


class _SymbolCache(dict[str, Symbol | None]):
    """Symbols by their text, None for what is no symbol: each one comes in up to six languages."""

    def __missing__(self, text: str) -> Symbol | None:
        try:
            symbol = Symbol.parse(text)
        except NotASymbol:
            symbol = None
        self[text] = symbol
        return symbol


def _series(base: Symbol, documents: list[tuple[Symbol, SeriesDocument]]) -> Series:
    documents.sort(
        key=lambda entry: (
            _addendum_number(entry[0]),
            entry[0],
            entry[1].language or "",
            entry[1].key,
        )
    )
    numbers_present = {_addendum_number(symbol) for symbol, _ in documents}
    addenda = sorted(number for number in numbers_present if number > 0)
    return Series(
        base_symbol=str(base),
        members=tuple(member.key for _, member in documents),
        revisions=sum(symbol.revision is not None for symbol, _ in documents),
        corrigenda=sum(symbol.corrigendum is not None for symbol, _ in documents),
        has_base=0 in numbers_present,
        addenda=tuple(addenda),
        missing=_missing(numbers_present),
        languages=tuple(sorted({m.language for _, m in documents if m.language})),
        gaps=tuple(_gaps(documents)),
    )


def _addendum_number(symbol: Symbol) -> int:
    """0 for the base, the number of an addendum, -1 for an addendum without number."""
    if symbol.addendum is None:
        return 0
    return symbol.addendum or -1


def _missing(numbers_present: set[int]) -> tuple[int, ...]:
    numbers = {number for number in numbers_present if number >= 0}
    if not numbers:
        return ()
    return tuple(n for n in range(min(numbers), max(numbers)) if n not in numbers)


def _gaps(documents: list[tuple[Symbol, SeriesDocument]]) -> Iterable[str]:
    """Documents that one language has and another does not have."""
    present: dict[str, set[int]] = defaultdict(set)
    for symbol, member in documents:
        if member.language:
            present[member.language].add(_addendum_number(symbol))
    numbers = sorted(n for n in set().union(*present.values()) if n >= 0)
    for language in sorted(present):
        for number in numbers:
            if number not in present[language]:
                yield f"{language} {f'Add.{number}' if number else 'base'}"
