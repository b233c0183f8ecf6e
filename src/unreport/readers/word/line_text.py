"""Text as typed, made ready for a line: normalised, with the places of note calls."""

from __future__ import annotations

import re

from msgspec import Struct

from unreport.text.characters import normalise

# XML cannot hold these two, so they cannot stand in a Word file; they mark a call until the text
# is normalised and its place can be counted.
CALL_OPENS, CALL_CLOSES = "\ufffe", "\uffff"
CALL = re.compile(f"{CALL_OPENS}([^{CALL_OPENS}{CALL_CLOSES}]*){CALL_CLOSES}")
STRAY = str.maketrans("", "", CALL_OPENS + CALL_CLOSES)
BREAK = re.compile(r"[\n\r\f\v]+")


class Typed(Struct, frozen=True):
    """Text ready for a line, and where calls stand in it."""

    text: str
    calls: tuple[tuple[int, int], ...] = ()


def typed(raw: str) -> Typed:
    """Text normalised, and the places of the calls in it."""
    if CALL_OPENS not in raw:
        return Typed(plain(raw))
    text = plain(raw)
    out: list[str] = []
    calls: list[tuple[int, int]] = []
    at = last = 0
    for match in CALL.finditer(text):
        before = text[last : match.start()].translate(STRAY)
        mark = match[1].strip()
        out += [before, mark]
        start = at + len(before)
        at = start + len(mark)
        last = match.end()
        if mark:
            calls.append((start, at))
    out.append(text[last:].translate(STRAY))
    return Typed("".join(out), tuple(calls))


def plain(raw: str) -> str:
    """Text normalised, on one line."""
    return BREAK.sub(" ", normalise(raw)).strip()
