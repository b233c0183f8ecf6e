"""Text as HTML: escaped, with its marker, in its direction."""

from __future__ import annotations

from html import escape
from typing import Literal, TypeAlias

import regex

from unreport.languages import LEXICONS
from unreport.model import Report

Direction: TypeAlias = Literal["ltr", "rtl"]
RIGHT_TO_LEFT = regex.compile(r"[\p{Arabic}\p{Hebrew}]")  # letters, digits and signs
LEFT_TO_RIGHT = regex.compile(r"\p{L}")


def escaped(text: str) -> str:
    """A text on one line, as HTML."""
    return escape(" ".join(text.split()))


def with_marker(marker: str | None, text: str) -> str:
    """A text in HTML behind its marker."""
    span = f'<span class="marker">{escaped(marker)}</span>' if marker else ""
    return " ".join(part for part in (span, text) if part)


def report_direction(report: Report) -> Direction:
    """The direction of a report's script."""
    lexicon = LEXICONS.get(report.language or "")
    return "rtl" if lexicon and lexicon.script == "Arabic" else "ltr"


def line_direction(text: str, default: Direction) -> Direction:
    """The direction of a line that may be in another script than the report."""
    if RIGHT_TO_LEFT.search(text):
        return "rtl"
    return "ltr" if LEFT_TO_RIGHT.search(text) else default
