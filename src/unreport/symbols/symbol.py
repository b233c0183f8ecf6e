"""Symbol: what identifies a United Nations document, `CTOC/COP/WG.7/2019/L.1/Add.3`.

All language versions share the symbol; it does not tell the subject.
"""

from __future__ import annotations

import re
from functools import cached_property, total_ordering
from urllib.parse import quote

from unreport.symbols.grammar import (
    ROOTS,
    Modification,
    Part,
    Role,
    components,
    fault,
    modification,
    order,
)
from unreport.symbols.repair import AROUND, FILE_TAIL, STARS, pieces, repaired, unfiled


class NotASymbol(ValueError):
    """The text names no document; the message says what is wrong with it."""


@total_ordering
class Symbol:
    """A document's symbol; compare, sort and hash it, or ask for its parts.

    >>> symbol = Symbol.parse("CTOC/COP/WG.7/2019/L.1/Add.3")
    >>> symbol.organ, symbol.bodies, symbol.year, symbol.nature, symbol.number, symbol.addendum
    ('CTOC', ('COP', 'WG.7'), 2019, 'L', '1', 3)
    >>> str(symbol.base)
    'CTOC/COP/WG.7/2019/L.1'
    """

    # No dataclass: msgspec would write one as an object, not as the string that it is.

    text: str
    """The canonical form, without a second symbol of the same document."""
    joint: tuple[Symbol, ...]
    """Further symbols of the same document: `E/2001/28–E/CN.7/2001/12`."""
    mark: str
    """The stars of a reissue, `*` or `**`; no part of the symbol."""

    def __init__(self, text: str, joint: tuple[Symbol, ...] = (), mark: str = "") -> None:
        self.__dict__.update(text=text, joint=joint, mark=mark)

    @classmethod
    def parse(cls, text: str, *, strict: bool = False) -> Symbol:
        """Read a symbol; what is dirty in print, copies and addresses is put right.

        With `strict` the text must be the canonical form itself, a reissue's stars aside.

        >>> str(Symbol.parse("а/ac.254/4/add.1/rev.4"))
        'A/AC.254/4/Add.1/Rev.4'
        """
        printed = text.strip() if strict else text.strip(AROUND)
        stars = STARS.search(printed)
        bare = printed[: stars.start()] if stars else text
        first, *others = (_single(piece, text) for piece in pieces(repaired(bare)))
        symbol = cls(first, tuple(cls(other) for other in others), stars[1] if stars else "")
        if strict and str(symbol) != bare.strip():
            raise NotASymbol(f"{text!r} is no symbol in its canonical form: that is {symbol}.")
        return symbol

    @classmethod
    def from_filename(cls, name: str) -> Symbol:
        """Read the symbol that a file is named after, in any of the usual forms.

        >>> str(Symbol.from_filename("CTOC_COP_WG.7_2019_L.1_Add.3.txt"))
        'CTOC/COP/WG.7/2019/L.1/Add.3'
        """
        stem = FILE_TAIL.sub("", name.replace("\\", "/").rpartition("/")[2])
        symbol = cls.parse("-".join(unfiled(piece) for piece in stem.split("+")))
        if symbol.organ not in ROOTS:
            raise NotASymbol(f"{name!r} is no symbol: {symbol.organ!r} is not known as an organ.")
        return symbol

    def to_filename(self) -> str:
        """The symbol as a file's name, without suffix; `from_filename` reads it back.

        >>> Symbol.parse("CTOC/COP/WG.7/2019/L.1/Add.3").to_filename()
        'CTOC_COP_WG.7_2019_L.1_Add.3'
        """
        return "+".join(symbol.text.replace("/", "_") for symbol in self.symbols)

    def to_url_path(self) -> str:
        """The symbol as the path of an address, in the form without spaces.

        >>> Symbol.parse("S/RES/2282 (2016)").to_url_path()
        'S/RES/2282(2016)'
        """
        return quote(re.sub(r" (?=[^()]*\))| (?=\()", "", self.text), safe="/()&")

    @property
    def symbols(self) -> tuple[Symbol, ...]:
        """All symbols of the document, each on its own."""
        return (Symbol(self.text), *self.joint)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The components in their order, each with its role."""
        return tuple(components(self.text))

    @property
    def organ(self) -> str:
        """The first component: `A`, `CTOC`, `FCCC`."""
        return self.parts[0].text

    @property
    def bodies(self) -> tuple[str, ...]:
        """The subsidiary bodies, outermost first: `COP`, `WG.7`."""
        return self._all("body")

    @property
    def country(self) -> str | None:
        """The State that a treaty body's document is about: `CMW/C/TJK/CO/2`."""
        return self._first("country")

    @property
    def session(self) -> str | None:
        """The session as printed: `77`, `S-30`, `XXVIII`."""
        return self._first("session")

    @property
    def year(self) -> int | None:
        """The year, in series that count by years."""
        year = self._first("year")
        return int(year) if year else None

    @property
    def nature(self) -> str | None:
        """The kind of document: `L` limited, `INF` information, `RES` resolution."""
        return self._first("nature")

    @property
    def number(self) -> str | None:
        """The running number as printed: `3`, `16-20`, `217 A`."""
        return self._first("number")

    @cached_property
    def modifications(self) -> tuple[Modification, ...]:
        """The suffixes in their order: each changes what stands before it."""
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
        """The number of the addendum, 0 for one without number, None for no addendum."""
        return self._modified("Add")

    @property
    def revision(self) -> int | None:
        """The number of the revision."""
        return self._modified("Rev")

    @property
    def corrigendum(self) -> int | None:
        """The number of the corrigendum."""
        return self._modified("Corr", "Corrigendum")

    @property
    def is_limited(self) -> bool:
        """Whether it is of the limited series: drafts, among them draft reports."""
        return self.nature == "L"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"A symbol does not change: {name} cannot be set.")

    def __eq__(self, other: object) -> bool:
        return str(self) == str(other) if isinstance(other, Symbol) else NotImplemented

    def __hash__(self) -> int:
        return hash(str(self))

    def __str__(self) -> str:
        return "–".join(symbol.text for symbol in self.symbols)

    def __repr__(self) -> str:
        return f"Symbol({str(self) + self.mark!r})"

    def __lt__(self, other: object) -> bool:
        return self._key < other._key if isinstance(other, Symbol) else NotImplemented

    @cached_property
    def _key(self) -> tuple[object, ...]:
        return tuple(order(part) for text in self.symbols for part in text.text.split("/"))

    def _all(self, role: Role) -> tuple[str, ...]:
        return tuple(part.text for part in self.parts if part.role == role)

    def _first(self, role: Role) -> str | None:
        return next(iter(self._all(role)), None)

    def _modified(self, *codes: str) -> int | None:
        found = [change.number or 0 for change in self.modifications if change.code in codes]
        return found[-1] if found else None


def _single(text: str, printed: str) -> str:
    """One symbol, checked; an error tells what the whole text was."""
    if wrong := fault(text):
        raise NotASymbol(f"{printed!r} is no symbol: {wrong}.")
    return text
