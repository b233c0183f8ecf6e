"""What stands between two rows of one text: a space, or nothing after a hyphen and in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable

import regex

from unreport.text.lazy_patterns import lazy_pattern

HAN = regex.compile(r"[\u3000-\u303F\u3400-\u9FFF\uFF00-\uFFEF]")
"""Ideographs, and the signs of Chinese text."""
GROUP = re.compile(r"\d{3}(?!\d)")
HEAD_OF_AMOUNT = lazy_pattern(r"(?<![\d.,/])\d{1,3}$|(?<=\d[ \u00a0\u202f])\d{3}$")
HYPHENATED = lazy_pattern(r"[\w)][-‐‑–—/]$")
ADDRESS_START = re.compile(r"[./@_?=&#][a-z\d]")
CLOSING_SIGNS = ("،", "؛", "؟")
"""No space is before them; a row begins with one where the font changes (UAX #14, LB13)."""
OPENING_BRACKETS = ("(", "[")
"""No space is behind them; a producer may break a row there all the same (UAX #14, LB14)."""
SUSPENDED = re.compile(r"(?:and|or|et|ou|y|e|o|и|или)\s")  # after `short-`: `and long-term`
ADDRESS_REST = re.compile(r"[a-z\d-]++(?:[./?#:@]\w|[,;:)]|\.?$)")
"""What goes on after a full stop, and is no word of the sentence: `html`, `example/maps`."""
LONGEST_ADDRESS = 120
SYMBOL_START = lazy_pattern(r"(?<![\w/.])[A-Z]{1,8}(?:/[A-Z\d.()-]{1,12}){0,4}/[A-Z]{1,8}\.$")
"""A document symbol before the number of a body: `E/CN.`, `TD/B/C.`."""
LONGEST_SYMBOL = 64
PLAIN_DIGITS = tuple("0123456789")
SCRIPT_WINDOW = 12  # characters that tell in what script a row goes on


def joined_text(rows: Iterable[str]) -> str:
    """Some rows as one text.

    >>> joined_text(["See A/", "81/7, annex, for the secre\N{SOFT HYPHEN}", "tariat’s", "report."])
    'See A/81/7, annex, for the secretariat’s report.'
    >>> joined_text(["See https://archive.", "example/maps, or write to us@", "harbour.example."])
    'See https://archive.example/maps, or write to us@harbour.example.'
    >>> joined_text(["See E/CN.", "5/2014/6."])
    'See E/CN.5/2014/6.'
    >>> joined_text(["See the report (", "A/81/7)."])
    'See the report (A/81/7).'
    >>> joined_text(["في عام 2021", "، وإن"])
    'في عام 2021، وإن'
    >>> joined_text(["见秘书长的", "报告。"])
    '见秘书长的报告。'
    """
    parts: list[str] = []
    for row in rows:
        append_separator(parts, row)
        parts.append(row)
    return "".join(parts)


def append_separator(parts: list[str], following: str) -> int:
    """Put what stands between two rows after the first; returns by how much the text grew.

    >>> parts = ["Report of the Sub-"]
    >>> append_separator(parts, "Commission"), parts
    (0, ['Report of the Sub-'])
    """
    if not parts:
        return 0
    if parts[-1].endswith("\N{SOFT HYPHEN}"):
        parts[-1] = parts[-1][:-1]
        return -1
    if (
        parts[-1].endswith(OPENING_BRACKETS)
        or following.startswith(CLOSING_SIGNS)
        or (HYPHENATED.search(parts[-1][-2:]) and not SUSPENDED.match(following))
        or _is_within_address(parts[-1], following)
        or _is_within_symbol(parts[-1], following)
        or (_is_unspaced(parts[-1], following) and not is_number_cut(parts[-1], following))
    ):
        return 0
    parts.append(" ")
    return 1


def _is_unspaced(before: str, following: str) -> bool:
    """Whether Chinese goes on, where a space stands only between Latin words or units: `96 kHz`.

    No row breaks between a digit and a letter but at a space (UAX #14, LB23).
    """
    if HAN.match(before[-1:]) or HAN.match(following[:1]):
        return True
    end, start = before[-1:], following[:1]
    is_ascii = end.isascii() and start.isascii()
    is_spaced = is_ascii and (end.isalpha() or (end.isdigit() and start.isalpha()))
    return not is_spaced and bool(
        HAN.search(before[-SCRIPT_WINDOW:]) and HAN.search(following[:SCRIPT_WINDOW])
    )


def _is_within_address(before: str, following: str) -> bool:
    """Whether a row ends within a URL, an e-mail address or a telephone number.

    They are divided without a hyphen: a colon, a slash or an `@` stays on the row, a full stop may
    come down (The Chicago Manual of Style, 7.46).
    """
    last = before[before.rfind(" ") + 1 :][-LONGEST_ADDRESS:]
    if last.endswith((":", "+")) and len(last) > 1:
        return following.startswith("//" if last[-1] == ":" else PLAIN_DIGITS)
    if "@" not in last and "://" not in last and "www." not in last:
        return False
    if ADDRESS_START.match(following):
        return True
    return last[-1] in "@_=&?#%~" or (last[-1] == "." and bool(ADDRESS_REST.match(following)))


def _is_within_symbol(before: str, following: str) -> bool:
    """Whether a row ends within a document symbol, before a number: `E/CN. ⏎ 5/2014/6`."""
    return (
        before.endswith(".")
        and following.startswith(PLAIN_DIGITS)
        and SYMBOL_START.search(before[-LONGEST_SYMBOL:]) is not None
    )


def is_number_cut(before: str, following: str) -> bool:
    """Whether a row ends within an amount that spaces group by thousands: `1 ⏎ 033 300`."""
    return GROUP.match(following) is not None and HEAD_OF_AMOUNT.search(before[-5:]) is not None
