"""Where a paragraph's first line begins: indents, and the tabs typed before the text."""

from __future__ import annotations

from msgspec import Struct

from unreport.readers.word.xml_names import VAL, Element, W, child, number, value

TWIPS = 20  # to the point
LEADING = "\t "


class Tabs(Struct, frozen=True):
    """How far apart the tab stops are that nobody set."""

    every: int = 720  # twips


def read_tabs(settings: Element | None) -> Tabs:
    """The distance that the file's settings say."""
    every = number(value(settings, "defaultTabStop"))
    return Tabs(every) if every and every > 0 else Tabs()


def indent(pprs: list[Element], text: str, tabs: Tabs) -> float:
    """Points from the side where lines begin to the first letter.

    `pprs` are all paragraph properties that count, the nearest first.
    """
    left = _measure(pprs, ("start", "left"))
    hanging = _measure(pprs, ("hanging",))
    first = -hanging if hanging else _measure(pprs, ("firstLine",))
    at = left + first
    typed = len(text[: len(text) - len(text.lstrip(LEADING))].replace(" ", ""))
    if typed:
        stops = sorted({*_stops(pprs), *([left] if first < 0 else [])})
        for _ in range(min(typed, 50)):
            at = next((s for s in stops if s > at), (at // tabs.every + 1) * tabs.every)
    return round(at / TWIPS, 1)


def _measure(pprs: list[Element], names: tuple[str, ...]) -> int:
    for ppr in pprs:
        if (ind := child(ppr, "ind")) is None:
            continue
        for name in names:
            if (found := number(ind.get(f"{W}{name}"))) is not None:
                return found
    return 0


def _stops(pprs: list[Element]) -> set[int]:
    """All tab stops; a nearer one may clear those below it."""
    out: dict[int, bool] = {}
    for ppr in pprs:
        for tab in ppr.iterfind(f"{W}tabs/{W}tab"):
            if (at := number(tab.get(f"{W}pos"))) is not None:
                out.setdefault(at, tab.get(VAL) != "clear")
    return {at for at, there in out.items() if there}
