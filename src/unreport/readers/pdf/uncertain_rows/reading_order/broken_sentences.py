"""Sentences that break off at the end of a row: the row below is not the one that follows.

Rows that were read in the wrong order may be right each by itself.  But a sentence breaks off
where one stands in the place of another: a row ends in `of the`, or with a word at the margin, and
the next one begins paragraph 15 or item (b); one ends with a full stop, and the next one goes on
with a small letter.  Of 50,000 right rows none has such a break, of rows in any order one in
twelve.  Both rows are uncertain, and all between two breaks that are near.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import has_foreign_words
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.function_words import impossible_pair, needs_noun
from unreport.readers.pdf.spelling.known_words import is_known, is_surely_usual, script_of
from unreport.readers.pdf.uncertain_rows.reasons import mark
from unreport.text.numerals import (
    ARABIC_LETTERS,
    CYRILLIC_LOWER,
    DECIMAL,
    LATIN_LOWER,
    ROMAN_LOWER,
)

Number: TypeAlias = tuple[str, int]
"""A system of numerals, and a number in it."""

REASON = "a sentence breaks off at the end of a row, so that rows may be in the wrong order"
FURNITURE = frozenset(("head", "foot", "note"))  # may stand between the rows of a sentence
SMALL = "a-zß-öø-ÿœа-яё"
LAST_WORD = re.compile(f"[^\\W\\d_]?[{SMALL}]{{4,40}}(?=[.][»”’)]?$)")
LONGEST_END = 44  # characters
FIRST_WORD = re.compile(f"[{SMALL}]{{2,40}}(?=[ ,.;:)]|$)")
NUMBER = re.compile("(\\d{1,3})(?: ?[.](?!\\d)| ?[-\N{EN DASH}](?![\\da-z]))\\s?[^\\W\\d_]")
"""The number of a paragraph, but not that of `12-month`."""
LEAST_USUAL = 3  # letters of the words that are counted as usual or not
HEADING = re.compile("(?:[^\\W\\d_]{1,8} ?[.\\-\N{EN DASH}]|[(]?[^\\W_]{1,3}[)]) ")
"""Of a heading or item, which may fill its row and has no stop: `A. Health`."""
ITEM = re.compile("(?:[(\\[]?(\\w{1,5})[)\\]]|[’‘](\\w{1,3})[’‘])\\s?[^\\W\\d_]")
CLOSING, LONGEST_MARKER = frozenset(")]’‘"), 7
SYSTEMS = (DECIMAL, LATIN_LOWER, ROMAN_LOWER, CYRILLIC_LOWER, ARABIC_LETTERS)
CONJUNCTIONS = frozenset("and or et ou y o e u и или و أو".split())
"""They may end a row before an item."""
SENTENCE_END = re.compile("[^\\W\\d_]{4}[.] ")
SIGNS = ".,;:)»”،؛"
NEAR = 12  # rows of a page between two breaks
AT_MARGIN = 0.02  # of the width of a column
LEAST_ROWS = 6  # of a column whose margins are known


def mark_broken_sentences(rows: Sequence[TextLine], evidence: Evidence) -> None:
    """Mark the rows at which a sentence breaks off, and those between two such places."""
    if has_foreign_words(evidence.distinct_words):
        return
    languages = [own[0] for own in evidence.languages.values() if len(own) == 1]
    body = [row for row in rows if row.region not in FURNITURE]
    found = sorted((*_breaks_of_words(body, languages), *_breaks_before_numbers(body)))
    last = -NEAR - 1
    for at in found:
        is_near = at - last <= NEAR and body[last].page == body[at].page
        for row in body[last if is_near else at : at + 2]:
            if row.certain:
                mark(row, REASON)
        last = at


def _is_running_text(row: TextLine) -> bool:
    return row.region == "body" and not row.table


def _breaks_of_words(body: Sequence[TextLine], languages: Sequence[str]) -> Iterator[int]:
    """The rows whose last words exclude the beginning of the next row."""
    for at, (above, row) in enumerate(pairwise(body)):
        is_running = _is_running_text(above) and _is_running_text(row)
        if is_running and is_broken(above.text.rstrip(), row.text.lstrip(), languages):
            yield at


def is_broken(above: str, text: str, languages: Sequence[str]) -> bool:
    """Whether a row does not go on with the sentence of the row above it, in some languages.

    >>> is_broken("the report of the", "15. The Committee met.", ["en"])
    True
    >>> is_broken("adopted by the Committee.", "request of the Secretary", ["en"])
    True
    >>> is_broken("the report of the", "Committee, which met.", ["en"])
    False
    """
    if "." in above[-2:]:
        end = LAST_WORD.search(above, max(0, len(above) - LONGEST_END))
        start = FIRST_WORD.match(text) if end else None
        return bool(start and end and _are_words_of_sentences(end[0].lower(), start[0]))
    last = above.rpartition(" ")[2]
    return any(
        needs_noun(last, language)
        and (
            NUMBER.match(text) is not None
            or impossible_pair([last, text.partition(" ")[0].rstrip(SIGNS)], language) != ""
        )
        for language in languages
    )


def _are_words_of_sentences(end: str, start: str) -> bool:
    """Whether a word may end a sentence, and another one is none that a sentence begins with.

    Names of commands are written in small letters everywhere: `dpkg`.
    """
    is_usual_start = is_known(start) if len(start) < LEAST_USUAL else is_surely_usual(start)
    return is_usual_start and is_known(end) and script_of(end) == script_of(start)


def _breaks_before_numbers(body: Sequence[TextLine]) -> Iterator[int]:
    """The rows that end at the margin without a stop, before the next number in sequence."""
    paragraphs, items = _numbered(body, _paragraph_number), _numbered(body, _item_numbers)
    starts = _in_sequence(paragraphs, len(body)), _in_sequence(items, NEAR)
    numbered = starts[0] | starts[1]
    edges = _edges(body) if numbered else {}
    for at in sorted(numbered - {0}):
        above = body[at - 1]
        if _is_running_text(above) and _ends_within_sentence(above, edges):
            joins_items = above.text.split()[-1] in CONJUNCTIONS
            if at in starts[0] or not joins_items:
                yield at - 1


def _numbered(
    body: Sequence[TextLine], numbers_of: Callable[[str], frozenset[Number]]
) -> list[tuple[int, frozenset[Number]]]:
    """The rows that begin with a number, and what it may be; a raised call is none."""
    return [
        (at, numbers)
        for at, row in enumerate(body)
        if _is_running_text(row) and not row.leading_call
        if (numbers := numbers_of(row.text))
    ]


def _paragraph_number(text: str) -> frozenset[Number]:
    found = NUMBER.match(text) if text[0].isdecimal() else None
    return frozenset([("paragraph", int(found[1]))]) if found else frozenset()


def _item_numbers(text: str) -> frozenset[Number]:
    """The readings of an item's marker: `(i)` may be 1 or 9."""
    found = None if CLOSING.isdisjoint(text[:LONGEST_MARKER]) else ITEM.match(text)
    numeral = found[1] or found[2] if found else ""
    numbers = {system.name: system.number(numeral) for system in SYSTEMS} if numeral else {}
    return frozenset((name, number) for name, number in numbers.items() if number is not None)


def _in_sequence(numbered: Sequence[tuple[int, frozenset[Number]]], most: int) -> set[int]:
    """The rows whose number follows that of the numbered row before, or precedes the next one."""
    return {
        at
        for (start, before), (end, after) in pairwise(numbered)
        if end - start <= most and not after.isdisjoint({(own, n + 1) for own, n in before})
        for at in (start, end)
    }


def _edges(body: Sequence[TextLine]) -> Mapping[tuple[int, int], tuple[float, float, int]]:
    """The edges of each column of a page, and how many rows it has."""
    found: dict[tuple[int, int], tuple[float, float, int]] = {}
    for row in body:
        key = (row.page, row.text_column)
        x0, x1, count = found.get(key, (row.x0, row.x1, 0))
        found[key] = (min(x0, row.x0), max(x1, row.x1), count + 1)
    return found


def _ends_within_sentence(
    row: TextLine, edges: Mapping[tuple[int, int], tuple[float, float, int]]
) -> bool:
    """Whether a row ends without a stop as no heading does: at the margin, or after a sentence."""
    last = row.text.rstrip()[-1:]
    if not last.isalpha() or last.isupper() or row.bold or row.italic:
        return False
    if HEADING.match(row.text):
        return False
    x0, x1, count = edges[row.page, row.text_column]
    least = AT_MARGIN * (x1 - x0)
    is_at_margin = x1 - row.x1 < least if row.base == "L" else row.x0 - x0 < least
    return (is_at_margin and count >= LEAST_ROWS) or SENTENCE_END.search(row.text) is not None
