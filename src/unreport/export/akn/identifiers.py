"""eIds and wIds: the names of elements in this language, and in all languages.

The naming convention is that of Akoma Ntoso 3.0 (OASIS, part 2, "Naming convention") as the AKN4UN
guidelines use it: `chp_II__sec_A`, `para_14__list_1__point_a`.  Numbering that runs through the
whole document leaves the levels above out: `para_14`.  An eId says the number as it is printed
here, a wId as it is printed in English, so that it is the same in all languages.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from unicodedata import category, decimal, normalize

import regex
from msgspec import Struct

from unreport.export.akn.vocabulary import ABBREVIATIONS
from unreport.languages import LEXICONS
from unreport.text.numerals import (
    LATIN_LOWER,
    LATIN_UPPER,
    ROMAN_LOWER,
    ROMAN_UPPER,
    NumberingSystem,
)

SYSTEMS = {
    "part": ROMAN_UPPER,
    "chapter": ROMAN_UPPER,
    "section": LATIN_UPPER,
    "attachment": ROMAN_UPPER,
}
"""The numbering of headings in English (United Nations Editorial Manual, "Subdivisions")."""
ITEM_SYSTEMS = (LATIN_LOWER, ROMAN_LOWER, LATIN_LOWER, None)
"""Of items, by their depth: (a), (i), a., (1); None is decimal."""
INVISIBLE = ("M", "C")  # Unicode categories of marks and of control and format characters
TATWEEL = "\u0640"
SEPARATORS = regex.compile(r"[\p{P}\p{S}\p{Z}]++")
ENDS = regex.compile(r"^[\p{P}\p{S}\p{Z}]++|[\p{P}\p{S}\p{Z}]++$")


class Ids(Struct, frozen=True):
    """The two names of an element."""

    eid: str
    wid: str

    def below(self, name: str) -> Ids:
        """The names of a part of it that needs no number: `content`, `intro`."""
        return Ids(f"{self.eid}__{name}", f"{self.wid}__{name}")

    @property
    def attributes(self) -> dict[str, str]:
        """As attributes of an element; the wId only where it is another one."""
        if self.wid == self.eid:
            return {"eId": self.eid}
        return {"eId": self.eid, "wId": self.wid}


ROOT = Ids("", "")


class Identifiers:
    """Names the elements of one document; no name comes twice."""

    def __init__(self, language: str | None) -> None:
        self._unit = _unit_name(language or "")
        self._counts: Counter[tuple[str, str]] = Counter()
        self._used: tuple[set[str], set[str]] = (set(), set())

    def counted(self, above: Ids, element: str) -> Ids:
        """An element without a number: the n-th of its kind there."""
        prefix = ABBREVIATIONS.get(element, element)
        self._counts[above.eid, prefix] += 1
        name = f"{prefix}_{self._counts[above.eid, prefix]}"
        return self._unique(_join(above, name, name))

    def numbered(self, above: Ids, element: str, marker: str, number: str | None) -> Ids:
        """An element with a printed number, and that number as English prints it."""
        printed = self.printed(marker)
        if not printed and not number:
            return self.counted(above, element)
        prefix = ABBREVIATIONS.get(element, element)
        names = (f"{prefix}_{one}" for one in (printed or number, number or printed))
        return self._unique(_join(above, *names))

    def running(self, above: Ids, element: str, marker: str, number: str | None) -> Ids:
        """An element whose numbering runs through the whole document."""
        prefix = ABBREVIATIONS.get(element, element)
        printed = self.printed(marker) or number
        if printed:
            names = Ids(f"{prefix}_{printed}", f"{prefix}_{number or printed}")
            if names.eid not in self._used[0] and names.wid not in self._used[1]:
                return self._unique(names)
        return self.numbered(above, element, marker, number)

    def printed(self, marker: str) -> str:
        """A printed number in a name: `ثانياً-` is `ثانيا`, `11.2 Rev. A` is `11-2RevA`."""
        return _printed_number(marker, self._unit)

    def _unique(self, ids: Ids) -> Ids:
        return Ids(_first_free(ids.eid, self._used[0]), _first_free(ids.wid, self._used[1]))


@cache
def _unit_name(language: str) -> regex.Pattern[str]:
    """The name before a number: `Annex`, `التوصية`."""
    lexicon = LEXICONS.get(language)
    names = [name for unit in lexicon.units for name in unit.names] if lexicon else []
    ordered = sorted(map(regex.escape, names), key=len, reverse=True)
    return regex.compile(rf"^(?:{'|'.join(ordered) or '(?!)'})(?!\p{{L}})")


@lru_cache(maxsize=4096)  # the same in most documents: `12.`, `(a)`
def _printed_number(marker: str, unit: regex.Pattern[str]) -> str:
    text = normalize("NFKC", unit.sub("", marker.strip()).strip())
    plain = "".join(
        str(decimal(letter)) if letter.isdecimal() else letter
        for letter in text
        if category(letter)[0] not in INVISIBLE and letter != TATWEEL
    )
    return SEPARATORS.sub(_joint, ENDS.sub("", plain))


def number_in_english(element: str, number: int | None) -> str | None:
    """The number of a section, paragraph or annex as English prints it."""
    return None if number is None else _numeral(SYSTEMS.get(element), number)


def item_in_english(depth: int, number: int | None) -> str | None:
    """The number of an item as English prints it; `depth` is 0 for the outermost list."""
    system = ITEM_SYSTEMS[min(depth, len(ITEM_SYSTEMS) - 1)]
    return None if number is None else _numeral(system, number)


def _numeral(system: NumberingSystem | None, number: int) -> str:
    return (system.numeral(number) if system else None) or str(number)


def _joint(separators: regex.Match[str]) -> str:
    return "" if " " in separators[0] else "-"


def _join(above: Ids, eid: str, wid: str) -> Ids:
    if not above.eid:
        return Ids(eid, wid)
    return Ids(f"{above.eid}__{eid}", f"{above.wid}__{wid}")


def _first_free(name: str, used: set[str]) -> str:
    """The name, or with `-2`, `-3` where it is used."""
    free, count = name, 1
    while free in used:
        count += 1
        free = f"{name}-{count}"
    used.add(free)
    return free
