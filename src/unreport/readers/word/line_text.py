"""Normalised text of a line, with the offsets of note calls."""

from __future__ import annotations

import re

from msgspec import Struct

from unreport.text.characters import normalise

# Noncharacters, which XML cannot contain, delimit a note call until its offsets in the normalised
# text are known.
CALL_START, CALL_END = "\ufffe", "\uffff"
CALL = re.compile(f"{CALL_START}([^{CALL_START}{CALL_END}]*){CALL_END}")
WITHOUT_CALL_MARKERS = str.maketrans("", "", CALL_START + CALL_END)
LINE_BREAKS = re.compile(r"[\n\r\f\v]+")


class LineText(Struct, frozen=True):
    """Normalised text and the offsets of note calls in it."""

    text: str
    calls: tuple[tuple[int, int], ...] = ()


def line_text(raw: str) -> LineText:
    """Normalise text with delimited note calls."""
    if CALL_START not in raw:
        return LineText(single_line(raw))
    text = single_line(raw)
    out: list[str] = []
    calls: list[tuple[int, int]] = []
    at = last = 0
    for match in CALL.finditer(text):
        before = text[last : match.start()].translate(WITHOUT_CALL_MARKERS)
        mark = match[1].strip()
        out += [before, mark]
        start = at + len(before)
        at = start + len(mark)
        last = match.end()
        if mark:
            calls.append((start, at))
    out.append(text[last:].translate(WITHOUT_CALL_MARKERS))
    return LineText("".join(out), tuple(calls))


def single_line(raw: str) -> str:
    """Normalise text to a single line."""
    return LINE_BREAKS.sub(" ", normalise(raw)).strip()
