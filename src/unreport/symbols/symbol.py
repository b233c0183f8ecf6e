"""The symbol of a United Nations document: `CTOC/COP/WG.7/2019/L.1/Add.3`.

It is the same for all language versions, and says nothing about the subject.
"""

from __future__ import annotations

from functools import cached_property, total_ordering

from unreport.symbols.grammar import (
    ORGANS,
    Modification,
    Part,
    Role,
    components,
    modification,
    organ_and_session,
    sort_key,
    syntax_error,
)
from unreport.symbols.repair import (
    FILE_NAME_SUFFIXES,
    SURROUNDING_PUNCTUATION,
    repair,
    restore_separators,
    split_asterisks,
    split_joint,
)
from unreport.text.lazy_patterns import lazy_pattern

BRACKETED = lazy_pattern(r" ?\([^()]*+\)")


class NotASymbol(ValueError):
    """The text is not a document symbol; the message says why."""


@total_ordering
class Symbol:
    """A document symbol, with its components; it can be compared, sorted and hashed.

    >>> symbol = Symbol.parse("CTOC/COP/WG.7/2019/L.1/Add.3")
    >>> symbol.organ, symbol.bodies, symbol.year, symbol.nature, symbol.number, symbol.addendum
    ('CTOC', ('COP', 'WG.7'), 2019, 'L', '1', 3)
    >>> str(symbol.base)
    'CTOC/COP/WG.7/2019/L.1'
    """

    # Not a dataclass: msgspec would encode one as an object instead of a string.

    text: str
    """The canonical form, without a second symbol of the same document."""
    joint: tuple[Symbol, ...]
    """Further symbols of the same document: `E/2001/28–E/CN.7/2001/12`."""
    mark: str
    """The asterisks of a reissue, `*` or `**`; not part of the symbol."""

    def __init__(self, text: str, joint: tuple[Symbol, ...] = (), mark: str = "") -> None:
        self.__dict__.update(text=text, joint=joint, mark=mark)

    @classmethod
    def parse(cls, text: str, *, strict: bool = False) -> Symbol:
        """Parse a symbol, and repair the damage of print, copies and URLs.

        With `strict` the text must be the canonical form, except for the asterisks of a reissue.

        >>> str(Symbol.parse("а/ac.254/4/add.1/rev.4"))
        'A/AC.254/4/Add.1/Rev.4'
        """
        stripped = text.strip() if strict else text.strip(SURROUNDING_PUNCTUATION)
        unmarked, asterisks = split_asterisks(stripped)
        unmarked = unmarked if asterisks else text
        first, *others = (_single(piece, text) for piece in split_joint(repair(unmarked)))
        symbol = cls(first, tuple(cls(other) for other in others), asterisks)
        if strict and str(symbol) != unmarked.strip():
            raise NotASymbol(f"{text!r} is no symbol in its canonical form: that is {symbol}.")
        return symbol

    @classmethod
    def from_filename(cls, name: str) -> Symbol:
        """Parse the symbol in a file name, in any of the usual forms.

        >>> str(Symbol.from_filename("CTOC_COP_WG.7_2019_L.1_Add.3.txt"))
        'CTOC/COP/WG.7/2019/L.1/Add.3'
        """
        stem = FILE_NAME_SUFFIXES.sub("", name.replace("\\", "/").rpartition("/")[2])
        symbol = cls.parse("-".join(restore_separators(piece) for piece in stem.split("+")))
        if symbol.organ not in ORGANS:
            raise NotASymbol(f"{name!r} is no symbol: {symbol.organ!r} is not known as an organ.")
        return symbol

    def to_filename(self) -> str:
        """The symbol as a file name without suffix, which `from_filename` parses.

        >>> Symbol.parse("CTOC/COP/WG.7/2019/L.1/Add.3").to_filename()
        'CTOC_COP_WG.7_2019_L.1_Add.3'
        """
        return "+".join(symbol.text.replace("/", "_") for symbol in self.symbols)

    def to_url_path(self) -> str:
        """The symbol as the path of a URL, in the form without spaces.

        >>> Symbol.parse("S/RES/2282 (2016)").to_url_path()
        'S/RES/2282(2016)'
        """
        from urllib.parse import quote  # noqa: PLC0415  takes longer to import than to parse

        return quote(BRACKETED.sub(lambda m: m[0].replace(" ", ""), self.text), safe="/()&")

    @cached_property
    def symbols(self) -> tuple[Symbol, ...]:
        """All symbols of the document, one for each joint symbol."""
        return (Symbol(self.text) if self.joint or self.mark else self, *self.joint)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The components in order, each with its role."""
        return tuple(components(self.text))

    @property
    def organ(self) -> str:
        """The first component: `A`, `CTOC`, `FCCC`."""
        return organ_and_session(self.text.partition("/")[0])[0]

    @property
    def bodies(self) -> tuple[str, ...]:
        """The subsidiary bodies, outermost first: `COP`, `WG.7`."""
        return self._all("body")

    @property
    def country(self) -> str | None:
        """The State that a document of a treaty body is about: `CMW/C/TJK/CO/2`."""
        return self._first("country")

    @property
    def session(self) -> str | None:
        """The session as in the symbol: `77`, `S-30`, `XXVIII`."""
        return self._first("session")

    @property
    def year(self) -> int | None:
        """The year, in series numbered by year."""
        year = self._first("year")
        return int(year) if year else None

    @property
    def nature(self) -> str | None:
        """The kind of document: `L` limited, `INF` information, `RES` resolution."""
        return self._first("nature")

    @property
    def number(self) -> str | None:
        """The running number as in the symbol: `3`, `16-20`, `217 A`."""
        return self._first("number")

    @cached_property
    def modifications(self) -> tuple[Modification, ...]:
        """The suffixes in order; each modifies the symbol before it."""
        return tuple(modification(text) for text in self._all("modification"))

    @property
    def base(self) -> Symbol:
        """The symbol without its modifications."""
        modified = self._all("modification")
        if not modified:
            return Symbol(self.text)
        return Symbol(self.text[: self.text.index(modified[0])].rstrip("/ ("))

    @property
    def addendum(self) -> int | None:
        """The number of the addendum; 0 if without number, None if there is no `Add`."""
        return self._modification_number("Add")

    @property
    def revision(self) -> int | None:
        """The number of the revision."""
        return self._modification_number("Rev")

    @property
    def corrigendum(self) -> int | None:
        """The number of the corrigendum."""
        return self._modification_number("Corr", "Corrigendum")

    @property
    def is_limited(self) -> bool:
        """Whether the document is of the limited series, as draft reports are."""
        return self.nature == "L"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"A symbol does not change: {name} cannot be set.")

    def __eq__(self, other: object) -> bool:
        return str(self) == str(other) if isinstance(other, Symbol) else NotImplemented

    def __hash__(self) -> int:
        return hash(str(self))

    def __str__(self) -> str:
        return "–".join(symbol.text for symbol in self.symbols) if self.joint else self.text

    def __repr__(self) -> str:
        return f"Symbol({str(self) + self.mark!r})"

    def __lt__(self, other: object) -> bool:
        return self._key < other._key if isinstance(other, Symbol) else NotImplemented

    @cached_property
    def _key(self) -> tuple[object, ...]:
        return tuple(sort_key(part) for text in self.symbols for part in text.text.split("/"))

    def _all(self, role: Role) -> tuple[str, ...]:
        return tuple(part.text for part in self.parts if part.role == role)

    def _first(self, role: Role) -> str | None:
        return next(iter(self._all(role)), None)

    def _modification_number(self, *codes: str) -> int | None:
        found = [change.number or 0 for change in self.modifications if change.code in codes]
        return found[-1] if found else None


def _single(text: str, source: str) -> str:
    """Check one symbol; the error quotes the whole source text."""
    if wrong := syntax_error(text):
        raise NotASymbol(f"{source!r} is no symbol: {wrong}.")
    return text
