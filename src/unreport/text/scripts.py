"""The letters of the scripts that the languages of the United Nations are written in (UAX #24)."""

from __future__ import annotations

import re
from collections.abc import Mapping

import regex

LETTER_RANGES = {
    "Arabic": r"\u0620-\u064A\uFB50-\uFDFF\uFE70-\uFEFC",
    "Cyrillic": r"\u0400-\u04FF",
    "Han": r"\u3400-\u9FFF",
    "Latin": r"A-Za-z\u00C0-\u024F",
}
"""The ranges of each script's letters, as they stand in a character class."""
SCRIPT_LETTERS: Mapping[str, re.Pattern[str] | regex.Pattern[str]] = {
    # `re` is faster with several ranges, `regex` passes over a text that has no letter of one
    script: re.compile(f"[{ranges}]+") if script == "Arabic" else regex.compile(f"[{ranges}]+")
    for script, ranges in LETTER_RANGES.items()
}
"""A run of letters of each script."""
