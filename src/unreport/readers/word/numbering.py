"""Numbering definitions and automatic numbers (ECMA-376 part 1, 17.9).

A paragraph refers to a numbering instance (`w:num`), which refers to an abstract numbering
definition with up to nine levels.  Instances of one abstract definition share its counters, unless
a level override restarts them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from unreport.readers.symbol_fonts import PRIVATE_USE, decode_symbol_text
from unreport.readers.word.number_formats import format_custom, format_number
from unreport.readers.word.styles import RunProperties, Styles
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
    hidden: bool = False  # `w:vanish` in the run properties of the level (17.9.24)
    language: str | None = None  # `w:lang` in the run properties of the level


class Label(Struct, frozen=True):
    """A formatted automatic number and the separator after it."""

    text: str
    separator: str


class Locale(NamedTuple):
    """The language tag and direction of a paragraph."""

    language: str | None
    rtl: bool


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

    def style_level(self, styles: tuple[tuple[str, int | None], ...]) -> int:
        """The level of a paragraph style, from its id and `w:ilvl` and those of its base styles.

        The level that is linked to a style precedes the `w:ilvl` of the style (17.9.23), and both
        precede those of the base styles.
        """
        for style, own in styles:
            linked = self.level_of(style)
            if linked is not None or own is not None:
                return own or 0 if linked is None else linked
        return 0

    def level_of(self, style: str) -> int | None:
        """The level that is linked to a paragraph style (`w:pStyle`)."""
        levels = {at: level for at in range(LEVELS) if (level := self.level(at))}
        return next((at for at, level in levels.items() if level.style == style), None)


class NumberingDefinitions(Struct, frozen=True):
    """The numbering instances of a file."""

    instances: dict[str, NumberingInstance]
    names: dict[str, str] = {}  # `w:name` of abstract definitions in capitals, for LISTNUM fields

    def get(self, num: str | None) -> NumberingInstance | None:
        """The instance with an id; None for 0, which removes numbering (17.9.18)."""
        return self.instances.get(num) if num and num != "0" else None


@dataclass
class ListCounters:
    """The current value of each level of each abstract numbering definition."""

    values: dict[str, dict[int, int]] = field(default_factory=dict)
    pending: dict[str, dict[int, int]] = field(default_factory=dict)
    """Start overrides of each instance that are not yet applied, by level."""
    headings: dict[str, int] = field(default_factory=dict)
    """The level of the last heading with an AUTONUM field, by the type of the field."""

    def next(
        self,
        lists: NumberingDefinitions,
        num: str,
        at: int,
        *,
        rtl: bool = False,
        language: str | None = None,
    ) -> Label | None:
        """Increment the counter of a level, and return the label.

        `language` is the language tag of the paragraph, for numbers in words.
        """
        here = lists.get(num)
        level = here.level(at) if here else None
        if here is None or level is None:
            return None
        values = self.values.setdefault(here.abstract, {})
        self._count(num, here, values, at)
        if level.hidden:
            return None
        if level.format == "bullet":
            return Label(bullet_character(level), level.separator)
        text = _level_text(here, level, values, Locale(level.language or language, rtl=rtl))
        return Label(text, level.separator) if text else None

    def _count(self, num: str, here: NumberingInstance, values: dict[int, int], at: int) -> None:
        start = self._start_override(num, here, at)
        if start is not None:
            values[at] = start
        elif at in values:
            values[at] += 1
        else:
            level = here.level(at)
            values[at] = level.start if level else 1
        for deeper in [k for k in values if k > at]:
            if _restarts(here.level(deeper), deeper, at):
                del values[deeper]
        for above in range(at):  # a skipped level counts as started, without its override
            if above not in values and (skipped := here.level(above)):
                values[above] = skipped.start

    def _start_override(self, num: str, here: NumberingInstance, at: int) -> int | None:
        """The start override to apply at a level, which is applied once (17.9.27).

        Once applied, those of higher levels are dropped: Word writes overrides for all levels where
        a list is restarted at a lower level, and the higher levels continue.
        """
        if num not in self.pending:
            self.pending[num] = {
                level: override.start
                for level, override in here.overrides.items()
                if override.start is not None
            }
        pending = self.pending[num]
        if (start := pending.pop(at, None)) is not None:
            for higher in range(at):
                pending.pop(higher, None)
        return start


def _restarts(level: NumberingLevel | None, at: int, used: int) -> bool:
    """Whether a level restarts after a paragraph at the level `used` above it."""
    if level is None or level.restart is None or level.restart > at:
        return True
    return used < level.restart


def _level_text(
    here: NumberingInstance, level: NumberingLevel, values: dict[int, int], locale: Locale
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
            return format_custom(other.custom_format, n, rtl=locale.rtl)
        return format_number(n, other.format, rtl=locale.rtl, language=locale.language)

    text = LEVEL_PLACEHOLDER.sub(replacement, level.text)
    return decode_symbol_text(text, level.font)[:MAX_LABEL]


def bullet_character(level: NumberingLevel) -> str:
    """The bullet as a Unicode character."""
    text = decode_symbol_text(level.text, level.font)
    if (level.font or "").lower().startswith("courier") and text == "o":
        return WHITE_BULLET  # the second-level bullet of Word
    if not text.strip() or any(ord(character) in PRIVATE_USE for character in text):
        return BULLET
    return text[:MAX_LABEL]


def read_numbering(root: Element | None, styles: Styles) -> NumberingDefinitions:
    """Read `numbering.xml`; its levels and definitions may refer to styles."""
    if root is None:
        return NumberingDefinitions({})
    abstracts = {a.get(f"{W}abstractNumId", ""): a for a in root.findall(f"{W}abstractNum")}
    nums = {n.get(f"{W}numId", ""): n for n in root.findall(f"{W}num")}
    named = {num: val(element, "abstractNumId") or "" for num, element in nums.items()}
    levels: dict[str, dict[int, NumberingLevel]] = {}
    out: dict[str, NumberingInstance] = {}
    for num, element in nums.items():
        abstract = _resolve_style_link(named[num], abstracts, named, styles.numbering)
        if abstract not in levels:
            levels[abstract] = _levels(abstracts.get(abstract), styles)
        out[num] = NumberingInstance(abstract, levels[abstract], _overrides(element, styles))
    return NumberingDefinitions(out, _list_names(abstracts, named))


def _list_names(abstracts: dict[str, Element], named: dict[str, str]) -> dict[str, str]:
    """The first instance of each abstract definition that has a name."""
    instances = {abstract: num for num, abstract in reversed(named.items())}
    return {
        name.upper(): instances[abstract]
        for abstract, element in abstracts.items()
        if (name := val(element, "name")) and abstract in instances
    }


def _resolve_style_link(
    abstract: str,
    abstracts: dict[str, Element],
    named: dict[str, str],
    numbering_styles: dict[str, str],
) -> str:
    """Follow `w:numStyleLink` to the abstract definition of the numbering style."""
    for _ in range(LEVELS):  # also ends circular links
        style = val(abstracts.get(abstract), "numStyleLink")
        target = named.get(numbering_styles.get(style or "", "")) or _style_definition(
            style, abstracts
        )
        if style is None or target is None:
            break
        abstract = target
    return abstract


def _style_definition(style: str | None, abstracts: dict[str, Element]) -> str | None:
    """The abstract definition that defines a numbering style (`w:styleLink`)."""
    return next(
        (id_ for id_, e in abstracts.items() if style and val(e, "styleLink") == style), None
    )


def _levels(abstract: Element | None, styles: Styles) -> dict[int, NumberingLevel]:
    found = [] if abstract is None else abstract.findall(f"{W}lvl")
    return {integer(e.get(f"{W}ilvl")) or 0: _level(e, styles) for e in found}


def _overrides(num: Element, styles: Styles) -> dict[int, LevelOverride]:
    out = {}
    for element in num.findall(f"{W}lvlOverride"):
        own = child(element, "lvl")
        out[integer(element.get(f"{W}ilvl")) or 0] = LevelOverride(
            start=integer(val(element, "startOverride")),
            # Word ignores `w:lvlRestart` in an override (MS-OI29500 2.1.282)
            level=None if own is None else replace(_level(own, styles), restart=None),
        )
    return out


def _level(element: Element, styles: Styles) -> NumberingLevel:
    form = _format(element)
    rpr = child(element, "rPr")
    number = RunProperties() if rpr is None else styles.run(rpr, RunProperties())
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
        font=number.font,
        hidden=bool(number.hidden),
        language=number.language,
    )


def _format(level: Element) -> Element | None:
    """The number format; custom ones are in the choice of `mc:AlternateContent`."""
    for path in (f"{W}numFmt", f"{MC}AlternateContent/{MC}Choice/{W}numFmt"):
        if (found := level.find(path)) is not None:
            return found
    return None
