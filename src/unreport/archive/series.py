"""Which documents belong to one report: addenda of one base symbol, in all their languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from unreport.symbols.symbol import NotASymbol, Symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A document of a series."""

    key: str  # names the document to the caller
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
    """Numbers between the first and the last that are there; the base counts as 0."""
    languages: tuple[str, ...]
    gaps: tuple[str, ...]
    """What is there in another language only: `fr Add.2`, `ar base`."""


def group(members: Iterable[Member]) -> tuple[Series, ...]:
    """Put documents together by their base symbols, in the order of the symbols.

    >>> one, two = Member(key="a", symbol="A/1/L.1"), Member(key="b", symbol="A/1/L.1/Add.2")
    >>> group([two, one])[0].missing
    (1,)
    """
    found: dict[Symbol, list[tuple[Symbol, Member]]] = defaultdict(list)
    for member in members:
        try:
            symbol = Symbol.parse(member.symbol)
        except NotASymbol:
            continue
        found[symbol.base].append((symbol, member))
    return tuple(_series(base, found[base]) for base in sorted(found))


def _series(base: Symbol, found: list[tuple[Symbol, Member]]) -> Series:
    found.sort(
        key=lambda pair: (_instalment(pair[0]), pair[0], pair[1].language or "", pair[1].key)
    )
    instalments = {_instalment(symbol) for symbol, _ in found}
    addenda = sorted(number for number in instalments if number > 0)
    return Series(
        base_symbol=str(base),
        members=tuple(member.key for _, member in found),
        revisions=sum(symbol.revision is not None for symbol, _ in found),
        corrigenda=sum(symbol.corrigendum is not None for symbol, _ in found),
        has_base=0 in instalments,
        addenda=tuple(addenda),
        missing=_missing(instalments),
        languages=tuple(sorted({m.language for _, m in found if m.language})),
        gaps=tuple(_gaps(found)),
    )


def _instalment(symbol: Symbol) -> int:
    """0 for the base, the number of an addendum, -1 for an addendum without number."""
    if symbol.addendum is None:
        return 0
    return symbol.addendum or -1


def _missing(instalments: set[int]) -> tuple[int, ...]:
    numbers = {number for number in instalments if number >= 0}
    if not numbers:
        return ()
    return tuple(n for n in range(min(numbers), max(numbers)) if n not in numbers)


def _gaps(found: list[tuple[Symbol, Member]]) -> Iterable[str]:
    """Instalments that one language has and another has not."""
    there: dict[str, set[int]] = defaultdict(set)
    for symbol, member in found:
        if member.language:
            there[member.language].add(_instalment(symbol))
    numbers = sorted(n for n in set().union(*there.values()) if n >= 0)
    for language in sorted(there):
        for number in numbers:
            if number not in there[language]:
                yield f"{language} {f'Add.{number}' if number else 'base'}"
