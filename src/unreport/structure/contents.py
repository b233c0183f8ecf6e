"""Contents lists: entries that lead to pages, set aside down to the last entry and no further.

A list begins at its name or at the heads of its columns.  An entry ends in a page number, which
leaders, a gap or a range of paragraph numbers set off; where nothing does, its title must stand
again below as a heading.  Pages never count backwards.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from unreport.document import Line
from unreport.languages.lexicon import Lexicon
from unreport.text.folding import CharacterTable, fold_character, fold_words
from unreport.text.lazy_patterns import lazy_pattern

Kind: TypeAlias = Literal["head", "foot", "contents", "rule"]

# II. Recommendations ........ 3-9  4
LEADERS = lazy_pattern(
    r"(?:(?<!\.)\.{4,}+|(?<!\. )(?:\. ){4,}+|(?<!…)…{3,}+|(?<=[^\W_])_{6,}+)\s*+"
    r"(?:(?:\d[\d\s–-]{0,12}+|[ivxl]{1,6}+)\s*+)?$"
    r"|(?:(?<!\.)\.{4,}+|(?<!\. )(?:\. ){4,}+|(?<!…)…{3,}+)\s*+\d"
)
# 一、导言……3: in Chinese two of these are an ellipsis (GB/T 15834); leaders are in several lines
SHORT_LEADERS = lazy_pattern(r"(?<!…)……\s*+\d{1,4}$")
RANGE = r"\d{1,4}\s?[-–]\s?\d{1,4}"
# The page number of an entry, and how it is set off: by a gap, by the paragraphs, on its own line
SET_OFF = lazy_pattern(rf"(?<=\S)(?=\t|\s{{3}})\s++(?:{RANGE}|(?P<page>\d{{1,4}}))\s*+$")
AFTER_PARAGRAPHS = lazy_pattern(rf"\s(?:{RANGE}|\d{{1,4}})\s++(?P<page>\d{{1,4}})\s*+$")
ALONE = lazy_pattern(r"(?P<page>\d{1,4})$")
PLAIN = lazy_pattern(r"(?<=\D)\s(?P<page>\d{1,4})$")
MARKS_OF_LEADERS = ("....", ". . .", "……", "______")

STARS = ("*", "†", "‡")
REACH = 8  # lines that an entry may have before its page number
LONGEST_ENTRY = 300
TITLE_START = 24  # characters of a title by which it is found again


def mark_contents(
    lines: Sequence[Line], kinds: list[Kind | None], short: Sequence[int], lexicon: Lexicon
) -> None:
    """Mark the lines of contents lists, and any line with leaders to a page.

    `short` are the lines that may be the name of a list or the heads of its columns.
    """
    words = _contents_words(lexicon)
    end = 0  # of the last list
    for at in [at for at in short if words.opens[lines[at].text[0]]]:
        if at < end or kinds[at] is not None or lines[at].role != "body":
            continue
        if _opens(lines[at], words):
            last = _list_end(lines, kinds, at + 1, words.columns)
            if last > at + 1:
                _mark(lines, kinds, at, last)
                end = last
    for at in _lines_with_leaders(lines):
        if kinds[at] is not None or lines[at].role != "body":
            continue
        if has_leaders(lines[at].text) or _has_short_leaders(lines, at):
            kinds[at] = "contents"


class _ContentsWords(NamedTuple):
    """The headings of contents lists and the heads of their columns, folded, and their initials.

    `opens` has the letters, whatever their case, and the signs that folding removes.
    """

    names: frozenset[str]
    columns: frozenset[str]
    opens: CharacterTable


@cache
def _contents_words(lexicon: Lexicon) -> _ContentsWords:
    names = frozenset(map(fold_words, lexicon.contents))
    columns = frozenset(map(fold_words, lexicon.contents_columns))
    initials = frozenset(("", *(word[:1] for word in names | columns)))
    return _ContentsWords(names, columns, CharacterTable(lambda c: fold_character(c) in initials))


def _lines_with_leaders(lines: Sequence[Line]) -> list[int]:
    """The lines that may have leaders; each mark of theirs is looked for in all at once first."""
    text = "\n".join([line.text for line in lines if len(line.text) < LONGEST_ENTRY])
    marks = [mark for mark in MARKS_OF_LEADERS if mark in text]
    return sorted({at for mark in marks for at, line in enumerate(lines) if mark in line.text})


def has_leaders(text: str) -> bool:
    """Whether a line leads to a page: `II. Recommendations ........ 4`."""
    if len(text) >= LONGEST_ENTRY:
        return False
    for mark in MARKS_OF_LEADERS:
        if mark in text:
            return LEADERS.search(text) is not None
    return False


def _has_short_leaders(lines: Sequence[Line], at: int) -> bool:
    """Whether a line and the one above or below it lead to pages with two signs each."""
    beside = [lines[i].text for i in (at - 1, at + 1) if 0 <= i < len(lines)]
    return SHORT_LEADERS.search(lines[at].text) is not None and any(
        SHORT_LEADERS.search(text) or has_leaders(text) for text in beside
    )


def _opens(line: Line, words: _ContentsWords) -> bool:
    """The name of the list, or the heads of two of its columns."""
    folded = fold_words(line.text)
    parts = folded.split()
    return folded in words.names or (len(parts) > 1 and words.columns.issuperset(parts))


def _mark(lines: Sequence[Line], kinds: list[Kind | None], start: int, end: int) -> None:
    """Mark the lines of a list, but not the notes of the masthead at the foot of its page."""
    noted: int | None = None  # the page whose notes have begun
    for at in range(start, end):
        line = lines[at]
        if line.text.startswith(STARS):
            noted = line.page
        own = not line.text.startswith(STARS) and (noted is None or line.page != noted)
        if kinds[at] is None and line.role in ("body", "table") and own:
            kinds[at] = "contents"


def _list_end(
    lines: Sequence[Line], kinds: Sequence[Kind | None], start: int, columns: frozenset[str]
) -> int:
    """The line after the last entry; `start` if there is none."""
    end, page, without, set_off = start, 0, 0, False
    places: dict[str, int] | None = None
    for at in range(start, len(lines)):
        line = lines[at]
        if kinds[at] is not None or line.role not in ("body", "table"):
            continue
        found = _set_off_page(line)
        set_off = set_off or found is not None  # as are all pages of a list, then
        if not set_off and line.role == "body" and (plain := PLAIN.search(line.text)):
            places = places if places is not None else _places(lines, start)
            title = _title_start(line.text[: plain.start()])
            found = int(plain["page"]) if places.get(title, -1) > at else None
        if found is not None and found >= page:
            end, page, without = at + 1, found, 0
        elif len(line.text) >= LONGEST_ENTRY or without == REACH:
            break
        elif not columns.issuperset(fold_words(line.text).split()):
            without += 1
    return end


def _set_off_page(line: Line) -> int | None:
    """The page number that ends an entry, where its form is that of no text; 0 if it is roman."""
    text = line.text
    if len(text) >= LONGEST_ENTRY:
        return None
    if line.role == "table":
        cell = line.cells[-1].strip() if line.cells else ""
        return int(cell) if len(line.cells) > 1 and cell.isdecimal() and len(cell) <= 4 else None  # noqa: PLR2004
    if has_leaders(text):
        found = re.search(r"(\d{1,4})\s*$", text)
        return int(found[1]) if found else 0
    for pattern in (AFTER_PARAGRAPHS, SET_OFF, ALONE):
        match = pattern.match(text) if pattern is ALONE else pattern.search(text)
        if match is not None:
            return int(match["page"] or 0)
    return None


def _places(lines: Sequence[Line], start: int) -> dict[str, int]:
    """Where a line begins with each title, last; by the titles' first characters."""
    rest = range(start, len(lines))
    return {_title_start(lines[at].text): at for at in rest if len(lines[at].text) < LONGEST_ENTRY}


def _title_start(text: str) -> str:
    return fold_words(text[: 2 * TITLE_START])[:TITLE_START]
