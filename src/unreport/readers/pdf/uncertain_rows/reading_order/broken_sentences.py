"""Sentences that break off at the end of a row: the row below is not the one that follows.

Rows that were read in the wrong order may be right each by itself.  But a sentence breaks off
where one stands in the place of another: a row ends in `of the`, or with a word at the margin, and
the next one begins paragraph 15 or item (b); one ends with a full stop, and the next one goes on
with a small letter.  Of rows in any order one in twelve has such a break.  Both rows are uncertain,
and all between two breaks that are near.

Lists have forms of their own, which are no breaks: items of one row each without stops, as those of
an agenda or a form, and rows that are each a sentence and begin with small letters, as verses do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import has_foreign_words
from unreport.readers.pdf.layout.page_layout import BESIDE_TEXT
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.function_words import impossible_pair, needs_noun
from unreport.readers.pdf.spelling.known_words import is_known, is_surely_usual, script_of
from unreport.readers.pdf.uncertain_rows.reasons import mark
from unreport.text.arabic_numerals import ARABIC_LETTERS
from unreport.text.numerals import CYRILLIC_LOWER, DECIMAL, LATIN_LOWER, ROMAN_LOWER
from unreport.text.sentences import is_abbreviated

Number: TypeAlias = tuple[str, int]
"""A system of numerals, and a number in it."""

REASON = "a sentence breaks off at the end of a row, so that rows may be in the wrong order"
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
STOPS = frozenset(".;:؛。；：!?؟")
NEAR = 12  # rows of a page between two breaks
AT_MARGIN = 0.02  # of the width of a column
LEAST_ROWS = 6  # of a column whose margins are known
LEAST_AT_MARGIN = 3  # rows: the longest one alone makes no margin
LEAST_VERSES = 3  # rows, each of which is a sentence


def mark_broken_sentences(rows: Sequence[TextLine], evidence: Evidence) -> None:
    """Mark the rows at which a sentence breaks off, and those between two such places."""
    if has_foreign_words(evidence.distinct_words):
        return
    languages = [own[0] for own in evidence.languages.values() if len(own) == 1]
    body = [row for row in rows if row.region not in BESIDE_TEXT]
    numbered = _numbered_rows(body)
    items = _items_of_one_row(body, numbered.either)
    breaks = {*_breaks_of_words(body, languages), *_breaks_before_numbers(body, numbered)}
    found = sorted(breaks - items - _verses(body))
    last = -NEAR - 1
    for at in found:
        is_near = at - last <= NEAR and body[last].page == body[at].page
        for row in body[last if is_near else at : at + 2]:
            if row.certain:
                mark(row, REASON)
        last = at


def _is_running_text(row: TextLine) -> bool:
    return row.region == "body" and not row.table


class NumberedRows(NamedTuple):
    """The rows that begin with a number which goes on a sequence."""

    paragraphs: set[int]
    either: set[int]  # these and the items


def _items_of_one_row(body: Sequence[TextLine], numbered: set[int]) -> set[int]:
    """The rows that are each an item without a stop, where the item beside it is one, too."""
    items = {
        at for at in numbered if at + 1 in numbered and body[at].text.rstrip()[-1:] not in STOPS
    }
    return {at for at in items if at - 1 in items or at + 1 in items}


def _verses(body: Sequence[TextLine]) -> set[int]:
    """The rows in succession that are each a sentence, and begin with small letters."""
    found: set[int] = set()
    start = 0
    for at, row in enumerate(body):
        text = row.text
        if not text.rstrip().endswith(".") or not (text[:1].islower() or at == start):
            start = at if text.rstrip().endswith(".") else at + 1
        if at - start + 1 >= LEAST_VERSES:
            found.update(range(max(start, at - LEAST_VERSES), at))  # those before are known
    return found


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
        if start is None or end is None or _is_numeral(start[0], text[start.end() :]):
            return False
        return _are_words_of_sentences(end[0].lower(), start[0])
    last = above.rpartition(" ")[2]
    return any(
        needs_noun(last, language)
        and (
            NUMBER.match(text) is not None
            or impossible_pair([last, text.partition(" ")[0].rstrip(SIGNS)], language) != ""
        )
        for language in languages
    )


def _is_numeral(word: str, follows: str) -> bool:
    """Whether a word is the Roman numeral of an item, `ii.`, which is no word of a sentence."""
    return follows[:1] in {".", ")"} and ROMAN_LOWER.number(word) is not None


def _are_words_of_sentences(end: str, start: str) -> bool:
    """Whether a word may end a sentence, and another one is none that a sentence begins with.

    Names of commands are written in small letters everywhere: `dpkg`.
    """
    is_usual_start = is_known(start) if len(start) < LEAST_USUAL else is_surely_usual(start)
    if not is_usual_start or is_abbreviated(end):
        return False
    return is_known(end) and script_of(end) == script_of(start)


def _numbered_rows(body: Sequence[TextLine]) -> NumberedRows:
    paragraphs, items = _numbered(body, _paragraph_number), _numbered(body, _item_numbers)
    starts = _in_sequence(paragraphs, len(body))
    return NumberedRows(starts, starts | _in_sequence(items, NEAR))


def _breaks_before_numbers(body: Sequence[TextLine], numbered: NumberedRows) -> Iterator[int]:
    """The rows that end at the margin without a stop, before the next number in sequence."""
    margins = _rows_at_margins(body) if numbered.either else frozenset()
    for at in sorted(numbered.either - {0}):
        above = body[at - 1]
        if _is_running_text(above) and _ends_within_sentence(above, is_at_margin=at - 1 in margins):
            joins_items = above.text.split()[-1] in CONJUNCTIONS
            if at in numbered.paragraphs or not joins_items:
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


def _rows_at_margins(body: Sequence[TextLine]) -> frozenset[int]:
    """The rows that end at the margin of their column, which some other rows reach, too."""
    columns: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for at, row in enumerate(body):
        columns[row.page, row.text_column].append(at)
    found: set[int] = set()
    for own in columns.values():
        if len(own) < LEAST_ROWS:
            continue
        x0, x1 = min(body[at].x0 for at in own), max(body[at].x1 for at in own)
        least = AT_MARGIN * (x1 - x0)
        ends = [
            at
            for at in own
            if (x1 - body[at].x1 if body[at].base == "L" else body[at].x0 - x0) < least
        ]
        found.update(ends if len(ends) >= LEAST_AT_MARGIN else ())
    return frozenset(found)


def _ends_within_sentence(row: TextLine, *, is_at_margin: bool) -> bool:
    """Whether a row ends without a stop as no heading does: at the margin, or after a sentence."""
    last = row.text.rstrip()[-1:]
    if not last.isalpha() or last.isupper() or row.bold or row.italic:
        return False
    if HEADING.match(row.text):
        return False
    return is_at_margin or SENTENCE_END.search(row.text) is not None
