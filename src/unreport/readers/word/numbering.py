"""Numbering definitions and automatic numbers (ECMA-376 part 1, 17.9).

A paragraph refers to a numbering instance (`w:num`), which refers to an abstract numbering
definition with up to nine levels.  Instances of one abstract definition share its counters, unless
a level override restarts them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from msgspec import Struct

from unreport.readers.word.number_formats import format_custom, format_number
from unreport.readers.word.symbol_fonts import PRIVATE_USE, decode_symbol_text
from unreport.readers.word.xml_names import MC, VAL, Element, W, child, integer, toggle, val

LEVELS = 9
MAX_LABEL = 200  # characters of a label, against malicious files
SEPARATORS = {"tab": "\t", "space": " ", "nothing": ""}
LEVEL_PLACEHOLDER = re.compile(r"%([1-9])")  # `%1.%2`
BULLET = "•"
WHITE_BULLET = "◦"


class NumberingLevel(Struct, frozen=True, kw_only=True):
    """A numbering level (`w:lvl`)."""

    start: int = 1
    format: str = "decimal"
    custom_format: str | None = None  # `001, 002, 003, ...` of a `custom` number format
    text: str = ""
    separator: str = "\t"
    legal: bool = False  # `w:isLgl`: all placeholders as decimals
    restart: int | None = (
        None  # `w:lvlRestart`: the level, from 1, after which this one restarts; 0: never
    )
    style: str | None = None
    ppr: Element | None = None
    font: str | None = None


class Label(Struct, frozen=True):
    """A formatted automatic number and the separator after it."""

    text: str
    separator: str


class LevelOverride(Struct, frozen=True):
    """The level override of a numbering instance (`w:lvlOverride`)."""

    start: int | None
    level: NumberingLevel | None


class NumberingInstance(Struct, frozen=True):
    """A numbering instance (`w:num`): its abstract definition and level overrides."""

    abstract: str
    levels: dict[int, NumberingLevel]
    overrides: dict[int, LevelOverride]

    def level(self, at: int) -> NumberingLevel | None:
        """The level with its override."""
        override = self.overrides.get(at)
        return (override and override.level) or self.levels.get(at)

    def start(self, at: int) -> int:
        """The starting value of a level."""
        override = self.overrides.get(at)
        if override and override.start is not None:
            return override.start
        level = self.level(at)
        return level.start if level else 1

    def level_of(self, style: str) -> int | None:
        """The level that is linked to a paragraph style (`w:pStyle`)."""
        return next((at for at, level in self.levels.items() if level.style == style), None)


class NumberingDefinitions(Struct, frozen=True):
    """The numbering instances of a file."""

    instances: dict[str, NumberingInstance]

    def get(self, num: str | None) -> NumberingInstance | None:
        """The instance with an id; None for 0, which removes numbering (17.9.18)."""
        return self.instances.get(num) if num and num != "0" else None


@dataclass
class ListCounters:
    """The current value of each level of each abstract numbering definition."""

    values: dict[str, dict[int, int]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)

    def next(
        self, lists: NumberingDefinitions, num: str, at: int, *, rtl: bool = False
    ) -> Label | None:
        """Increment the counter of a level, and return the label."""
        here = lists.get(num)
        level = here.level(at) if here else None
        if here is None or level is None:
            return None
        values = self.values.setdefault(here.abstract, {})
        self._count(num, here, values, at)
        self.started.add((num, at))
        if level.format == "bullet":
            return Label(bullet_character(level), level.separator)
        text = _level_text(here, level, values, rtl=rtl)
        return Label(text, level.separator) if text else None

    def _count(self, num: str, here: NumberingInstance, values: dict[int, int], at: int) -> None:
        override = here.overrides.get(at)
        restart = override is not None and override.start is not None
        if restart and (num, at) not in self.started:
            values[at] = here.start(at)
        else:
            values[at] = values[at] + 1 if at in values else here.start(at)
        for deeper in [k for k in values if k > at]:
            if _restarts(here.level(deeper), deeper, at):
                del values[deeper]
        for above in range(at):  # a skipped level counts as started
            if above not in values and here.level(above):
                values[above] = here.start(above)


def _restarts(level: NumberingLevel | None, at: int, used: int) -> bool:
    """Whether a level restarts after a paragraph at the level `used` above it."""
    if level is None or level.restart is None or level.restart > at:
        return True
    return used < level.restart


def _level_text(
    here: NumberingInstance, level: NumberingLevel, values: dict[int, int], *, rtl: bool
) -> str:
    """The level text (17.9.11) with its placeholders replaced by numbers."""

    def replacement(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        other = here.level(at)
        if other is None or other.format == "bullet":
            return ""
        n = values.get(at, here.start(at))
        if level.legal and other.format != "decimalZero":
            return str(n)
        if other.custom_format:
            return format_custom(other.custom_format, n, rtl=rtl)
        return format_number(n, other.format, rtl=rtl)

    return decode_symbol_text(LEVEL_PLACEHOLDER.sub(replacement, level.text), level.font)[
        :MAX_LABEL
    ]


def bullet_character(level: NumberingLevel) -> str:
    """The bullet as a Unicode character."""
    text = decode_symbol_text(level.text, level.font)
    if (level.font or "").lower().startswith("courier") and text == "o":
        return WHITE_BULLET  # the second-level bullet of Word
    if not text.strip() or any(ord(character) in PRIVATE_USE for character in text):
        return BULLET
    return text[:MAX_LABEL]


def read_numbering(root: Element | None, numbering_styles: dict[str, str]) -> NumberingDefinitions:
    """Read `numbering.xml`; `numbering_styles` are the instances by numbering style."""
    if root is None:
        return NumberingDefinitions({})
    abstracts = {a.get(f"{W}abstractNumId", ""): a for a in root.findall(f"{W}abstractNum")}
    nums = {n.get(f"{W}numId", ""): n for n in root.findall(f"{W}num")}
    named = {num: val(element, "abstractNumId") or "" for num, element in nums.items()}
    levels: dict[str, dict[int, NumberingLevel]] = {}
    out: dict[str, NumberingInstance] = {}
    for num, element in nums.items():
        abstract = _resolve_style_link(named[num], abstracts, named, numbering_styles)
        if abstract not in levels:
            levels[abstract] = _levels(abstracts.get(abstract))
        out[num] = NumberingInstance(abstract, levels[abstract], _overrides(element))
    return NumberingDefinitions(out)


def _resolve_style_link(
    abstract: str,
    abstracts: dict[str, Element],
    named: dict[str, str],
    numbering_styles: dict[str, str],
) -> str:
    """Follow `w:numStyleLink` to the abstract definition of the numbering style."""
    for _ in range(LEVELS):  # also ends circular links
        style = val(abstracts.get(abstract), "numStyleLink")
        target = named.get(numbering_styles.get(style or "", ""))
        if style is None or target is None:
            break
        abstract = target
    return abstract


def _levels(abstract: Element | None) -> dict[int, NumberingLevel]:
    found = [] if abstract is None else abstract.findall(f"{W}lvl")
    return {integer(e.get(f"{W}ilvl")) or 0: _level(e) for e in found}


def _overrides(num: Element) -> dict[int, LevelOverride]:
    out = {}
    for element in num.findall(f"{W}lvlOverride"):
        own = child(element, "lvl")
        out[integer(element.get(f"{W}ilvl")) or 0] = LevelOverride(
            start=integer(val(element, "startOverride")),
            level=None if own is None else _level(own),
        )
    return out


def _level(element: Element) -> NumberingLevel:
    form = _format(element)
    fonts = child(child(element, "rPr"), "rFonts")
    start = integer(val(element, "start"))
    return NumberingLevel(
        start=0 if start is None else start,
        format="decimal" if form is None else form.get(VAL, "decimal"),
        custom_format=None if form is None else form.get(f"{W}format"),
        text=(val(element, "lvlText") or "")[:MAX_LABEL],
        separator=SEPARATORS.get(val(element, "suff") or "tab", "\t"),
        legal=bool(toggle(element, "isLgl")),
        restart=integer(val(element, "lvlRestart")),
        style=val(element, "pStyle"),
        ppr=child(element, "pPr"),
        font=None if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi"),
    )


def _format(level: Element) -> Element | None:
    """The number format; custom ones are in the choice of `mc:AlternateContent`."""
    for path in (f"{W}numFmt", f"{MC}AlternateContent/{MC}Choice/{W}numFmt"):
        if (found := level.find(path)) is not None:
            return found
    return None
