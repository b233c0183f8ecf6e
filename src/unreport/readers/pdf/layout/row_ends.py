"""Where two rows of a paragraph meet: divided words, and signs that stand on the wrong row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from unreport.readers.pdf.bidi.letters import OPENING_BRACKETS, SOFT_HYPHEN
from unreport.readers.pdf.layout.paragraph_breaks import BROKEN_SYMBOL
from unreport.readers.pdf.layout.printed_rows import Printed

HYPHEN = re.compile(r"(\w+)[-\N{HYPHEN}\N{SOFT HYPHEN}]$")
FIRST_WORD = re.compile(r"\w+")
WORDS = re.compile(r"\w+(?:-\w+)*")
LED = re.compile(r"[.,;:،؛。，；：]*\s*")
PAIR = 2
FEW_HYPHENS = 0.02  # of the rows that go on
PREFIXES = frozenset(
    "non co re pre post self sub inter multi anti vice ex cross high low long short semi socio "
    "under over".split()
)


def mended(rows: list[Printed], ends: list[bool | None]) -> None:
    """Mend the seams of all rows that go on in the next of the same part."""
    words = Counter(_words(rows))
    divides = _divides([row for row, end in zip(rows, ends, strict=True) if end is False])
    last: dict[str, int] = {}
    for at, row in enumerate(rows):
        before = last.pop(row.part, None)
        if before is not None:
            above = rows[before]
            _divided(above, row, words, divides=divides)
            _carried(above, row)
            if not row.text:
                ends[before] = ends[at]
        if ends[at] is False and row.text:
            last[row.part] = at


def _words(rows: list[Printed]) -> Iterator[str]:
    """Words, those with hyphens also in their pairs: `case-by-case`, `case-by`, `by-case`."""
    for row in rows:
        for word in WORDS.findall(row.text.lower()):
            yield word
            parts = word.split("-")
            if len(parts) > PAIR:
                yield from map("-".join, pairwise(parts))


def _divides(rows: list[Printed]) -> bool:
    """Whether words are divided at all: where few rows end in a hyphen, it is the word's own."""
    hyphens = sum(HYPHEN.search(row.text) is not None for row in rows)
    return hyphens > FEW_HYPHENS * len(rows)


def _divided(above: Printed, row: Printed, words: Counter[str], *, divides: bool) -> None:
    """Put a soft hyphen where a row ends within a word; a real hyphen stays."""
    found = HYPHEN.search(above.text)
    after = FIRST_WORD.match(row.text)
    if found and after and _is_divided(found, after[0], words, divides=divides):
        above.text = above.text[: found.end(1)] + SOFT_HYPHEN


def _is_divided(found: re.Match[str], after: str, words: Counter[str], *, divides: bool) -> bool:
    before = found[1]
    if found[0].endswith(SOFT_HYPHEN):
        return True
    if not (before[-1].isalpha() and after[0].islower()):
        return False
    whole, linked = f"{before}{after}".lower(), f"{before}-{after}".lower()
    if words[whole] or words[linked]:
        return words[whole] > words[linked]
    return divides and before.lower() not in PREFIXES and words[before.lower()] <= 1


def _carried(above: Printed, row: Printed) -> None:
    """A note's call goes back to the word before it, an opening bracket on to the word after it.

    Some producers break rows before a raised mark or behind a bracket; no space stands there.
    """
    if row.led:
        led = row.text[: row.led]
        follows = LED.match(row.text, row.led)
        rest = follows.end() if follows else row.led
        above.calls = (*above.calls, (len(above.text), len(above.text) + len(led)))
        above.text += row.text[:rest].rstrip()
        _cut(row, rest)
    broken = BROKEN_SYMBOL.search(above.text)
    if broken and row.text[:1].isdigit():
        _moved_on(above, row, broken.start())
    if above.text[-1:] in OPENING_BRACKETS and len(above.text) > 1:
        _moved_on(above, row, len(above.text) - 1)


def _moved_on(above: Printed, row: Printed, start: int) -> None:
    """Move the end of a row to the beginning of the next."""
    piece = above.text[start:]
    if any(end > start for _, end in above.calls):
        return
    row.text = piece + row.text
    row.calls = tuple((a + len(piece), b + len(piece)) for a, b in row.calls)
    rest = above.text[:start]
    above.text = rest.rstrip() if rest[-1:] in {"", " "} else rest + SOFT_HYPHEN


def _cut(row: Printed, count: int) -> None:
    row.text = row.text[count:]
    row.calls = tuple((start - count, end - count) for start, end in row.calls if start >= count)
    row.led = 0
