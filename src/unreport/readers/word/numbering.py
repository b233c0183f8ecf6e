"""Automatic numbers, counted and printed as Word does (ECMA-376 part 1, 17.9).

A paragraph names a list (`w:num`), which stands on an abstract list with up to nine levels.  The
count belongs to the abstract list: two lists on one abstract list go on counting together, unless
one of them says where to start anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from msgspec import Struct

from unreport.readers.word.number_formats import custom, printed
from unreport.readers.word.symbol_fonts import PRIVATE, plain
from unreport.readers.word.xml_names import MC, VAL, Element, W, child, number, switch, value

LEVELS = 9
LONGEST = 200  # characters of a label; a longer one only wants to fill memory
SEPARATORS = {"tab": "\t", "space": " ", "nothing": ""}
PLACE = re.compile(r"%([1-9])")  # `%1.%2`
BULLET = "•"
HOLLOW = "◦"


class Level(Struct, frozen=True, kw_only=True):
    """One level of a list: what Word prints before a paragraph at it."""

    start: int = 1
    format: str = "decimal"
    pattern: str | None = None  # the marks of a format of its own, such as `001, 002, 003, ...`
    text: str = ""
    separator: str = "\t"
    legal: bool = False  # numbers of all levels as decimals
    restart: int | None = None  # level (from 1) that sets this one back; 0: none does
    style: str | None = None
    ppr: Element | None = None
    font: str | None = None


class Label(Struct, frozen=True):
    """An automatic number as printed, and what stands between it and the text."""

    text: str
    separator: str


class Override(Struct, frozen=True):
    """What a list changes at one level of its abstract list."""

    start: int | None
    level: Level | None


class Numbered(Struct, frozen=True):
    """A list: its abstract list and its changes to it."""

    abstract: str
    levels: dict[int, Level]
    overrides: dict[int, Override]

    def level(self, at: int) -> Level | None:
        """The level as this list has it."""
        override = self.overrides.get(at)
        return (override and override.level) or self.levels.get(at)

    def start(self, at: int) -> int:
        """The number that the level begins with, in this list."""
        override = self.overrides.get(at)
        if override and override.start is not None:
            return override.start
        level = self.level(at)
        return level.start if level else 1

    def level_of(self, style: str) -> int | None:
        """The level that is tied to a paragraph style."""
        return next((at for at, level in self.levels.items() if level.style == style), None)


class Lists(Struct, frozen=True):
    """All lists of a file, by the number that paragraphs name."""

    numbered: dict[str, Numbered]

    def get(self, num: str | None) -> Numbered | None:
        """The list with that number; None for 0, which means "not numbered"."""
        return self.numbered.get(num) if num and num != "0" else None


@dataclass
class Counts:
    """Where the counting stands while the paragraphs go by: the one thing that changes."""

    values: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def next(self, lists: Lists, num: str, at: int, *, rtl: bool = False) -> Label | None:
        """Count a paragraph in, and give its label."""
        here = lists.get(num)
        level = here.level(at) if here else None
        if here is None or level is None:
            return None
        values = self.values.setdefault(here.abstract, {})
        self._count(num, here, values, at)
        self.begun.add((num, at))
        if level.format == "bullet":
            return Label(bullet(level), level.separator)
        text = _filled(here, level, values, rtl=rtl)
        return Label(text, level.separator) if text else None

    def _count(self, num: str, here: Numbered, values: dict[int, int], at: int) -> None:
        override = here.overrides.get(at)
        anew = override is not None and override.start is not None
        if anew and (num, at) not in self.begun:
            values[at] = here.start(at)
        else:
            values[at] = values[at] + 1 if at in values else here.start(at)
        for deeper in [k for k in values if k > at]:
            if _restarts(here.level(deeper), deeper, at):
                del values[deeper]
        for above in range(at):  # a level that was passed over counts as begun
            if above not in values and here.level(above):
                values[above] = here.start(above)


def _restarts(level: Level | None, at: int, used: int) -> bool:
    """Whether a level starts anew after a paragraph at a level above it."""
    if level is None or level.restart is None or level.restart > at:
        return True
    return used < level.restart


def _filled(here: Numbered, level: Level, values: dict[int, int], *, rtl: bool) -> str:
    """The level's text with the numbers in their places."""

    def shown(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        other = here.level(at)
        if other is None or other.format == "bullet":
            return ""
        n = values.get(at, here.start(at))
        if level.legal and other.format != "decimalZero":
            return str(n)
        if other.pattern:
            return custom(other.pattern, n, rtl=rtl)
        return printed(n, other.format, rtl=rtl)

    return plain(PLACE.sub(shown, level.text), level.font)[:LONGEST]


def bullet(level: Level) -> str:
    """The bullet as a character that any font has."""
    text = plain(level.text, level.font)
    if (level.font or "").lower().startswith("courier") and text == "o":
        return HOLLOW  # Word's own second-level bullet
    if not text.strip() or any(ord(character) in PRIVATE for character in text):
        return BULLET
    return text[:LONGEST]


# --- reading the part ---------------------------------------------------------------------------


def read_lists(root: Element | None, linked: dict[str, str]) -> Lists:
    """All lists of `numbering.xml`; `linked` says which list a numbering style stands for."""
    if root is None:
        return Lists({})
    abstracts = {a.get(f"{W}abstractNumId", ""): a for a in root.findall(f"{W}abstractNum")}
    nums = {n.get(f"{W}numId", ""): n for n in root.findall(f"{W}num")}
    named = {num: value(element, "abstractNumId") or "" for num, element in nums.items()}
    levels: dict[str, dict[int, Level]] = {}
    out: dict[str, Numbered] = {}
    for num, element in nums.items():
        abstract = _resolved(named[num], abstracts, named, linked)
        if abstract not in levels:
            levels[abstract] = _levels(abstracts.get(abstract))
        out[num] = Numbered(abstract, levels[abstract], _overrides(element))
    return Lists(out)


def _resolved(
    abstract: str, abstracts: dict[str, Element], named: dict[str, str], linked: dict[str, str]
) -> str:
    """The abstract list behind another that only names a numbering style."""
    for _ in range(LEVELS):  # links that go round in a ring end here
        style = value(abstracts.get(abstract), "numStyleLink")
        target = named.get(linked.get(style or "", ""))
        if style is None or target is None:
            break
        abstract = target
    return abstract


def _levels(abstract: Element | None) -> dict[int, Level]:
    found = [] if abstract is None else abstract.findall(f"{W}lvl")
    return {number(e.get(f"{W}ilvl")) or 0: _level(e) for e in found}


def _overrides(num: Element) -> dict[int, Override]:
    out = {}
    for element in num.findall(f"{W}lvlOverride"):
        own = child(element, "lvl")
        out[number(element.get(f"{W}ilvl")) or 0] = Override(
            start=number(value(element, "startOverride")),
            level=None if own is None else _level(own),
        )
    return out


def _level(element: Element) -> Level:
    form = _format(element)
    fonts = child(child(element, "rPr"), "rFonts")
    start = number(value(element, "start"))
    return Level(
        start=0 if start is None else start,
        format="decimal" if form is None else form.get(VAL, "decimal"),
        pattern=None if form is None else form.get(f"{W}format"),
        text=(value(element, "lvlText") or "")[:LONGEST],
        separator=SEPARATORS.get(value(element, "suff") or "tab", "\t"),
        legal=bool(switch(element, "isLgl")),
        restart=number(value(element, "lvlRestart")),
        style=value(element, "pStyle"),
        ppr=child(element, "pPr"),
        font=None if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi"),
    )


def _format(level: Element) -> Element | None:
    """The number format; newer ones stand in a choice beside one for older programs."""
    for path in (f"{W}numFmt", f"{MC}AlternateContent/{MC}Choice/{W}numFmt"):
        if (found := level.find(path)) is not None:
            return found
    return None
