"""Indentation of the first line of a paragraph: `w:ind` and leading tabs with their tab stops."""

from __future__ import annotations

from msgspec import Struct

from unreport.readers.word.xml_names import VAL, Element, W, child, integer, val

TWIPS = 20  # to the point
LEADING = "\t "


class TabStops(Struct, frozen=True):
    """Default tab stops (`w:defaultTabStop`)."""

    interval: int = 720  # twips


def read_default_tab_stops(settings: Element | None) -> TabStops:
    """The default tab stops of the document settings."""
    interval = integer(val(settings, "defaultTabStop"))
    return TabStops(interval) if interval and interval > 0 else TabStops()


def indent(pprs: list[Element], text: str, tabs: TabStops) -> float:
    """Points from the leading edge to the first character.

    `pprs` are the paragraph properties in order of precedence.
    """
    left = _indent_value(pprs, ("start", "left"))
    hanging = _indent_value(pprs, ("hanging",))
    first = -hanging if hanging else _indent_value(pprs, ("firstLine",))
    at = left + first
    tab_count = len(text[: len(text) - len(text.lstrip(LEADING))].replace(" ", ""))
    if tab_count:
        stops = sorted({*_custom_stops(pprs), *([left] if first < 0 else [])})
        for _ in range(min(tab_count, 50)):
            at = next(
                (s for s in stops if s > at),
                (at // tabs.interval + 1) * tabs.interval,
            )
    return round(at / TWIPS, 1)


def _indent_value(pprs: list[Element], names: tuple[str, ...]) -> int:
    for ppr in pprs:
        if (ind := child(ppr, "ind")) is None:
            continue
        for name in names:
            if (found := integer(ind.get(f"{W}{name}"))) is not None:
                return found
    return 0


def _custom_stops(pprs: list[Element]) -> set[int]:
    """All custom tab stops; a style or paragraph may clear inherited ones."""
    out: dict[int, bool] = {}
    for ppr in pprs:
        for tab in ppr.iterfind(f"{W}tabs/{W}tab"):
            if (at := integer(tab.get(f"{W}pos"))) is not None:
                out.setdefault(at, tab.get(VAL) != "clear")
    return {at for at, there in out.items() if there}
