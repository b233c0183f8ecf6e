"""The items of a paragraph: which of its marks are items, how deep, and where each ends.

A list's items are those marks that fit: the first of a series opens a list, each next is the next
of its series.  Letters in references (`paragraph 3 (a)`) fit nothing and stay text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from unreport.structure.markers import Grammar, Mark, read_bullet, read_marks
from unreport.structure.paragraph_text import Flow
from unreport.structure.passages import Passage

# A mark inside a line: `: (a) …`, `; (b) …`, `: ’١‘ …`, `：㈠`; where lists are so set `: a) …`,
# and on the third level `: a. …`, `: أ - …`.
INLINE = re.compile(
    r"""
      (?<![\w)])[(（]\s?(?:[^\W_\u0640][\u0640\u064B-\u0652]{0,3}){1,5}(?:\s[^\W\d_]\u0640?)?\s?[)）]
    | (?<!\w)[’‘'`´]\s?\d{1,2}\s?[’‘'`´]
    | [\u3220-\u3229\u2460-\u2473]
    | (?<=\s)[^\W_]{1,4}[)）](?=\s)
    | (?:(?<=[:：;；؛])|(?<=[:：;；؛]\s))
      (?:\d{1,2}[.)]|[a-z]\.|[ivx]{1,4}\.|[\u0621-\u064A]\u0640?\s?[-‐‑‒–—−])(?=\s)
    """,
    re.VERBOSE,
)
# What a list must have: looked for first, since most paragraphs have none.
MARK = (
    r"(?:[(（’‘'`´•●▪◦‣⁃·\uF0B7\uF0A7*©\u2460-\u2473\u3220-\u3229–—-]|[^\W_]{1,5}\u0640?\s?[.)）-])"
)
OPENED = re.compile(rf"[:：]\s*(?:[-–—]\s*)?{MARK}")
RUN_IN = re.compile(rf"[:：;；؛,،，、.。]\s*(?:\w{{1,6}}(?:/\w{{1,4}})?\s+)?و?{MARK}")
HEADED = re.compile(rf"\s*{MARK}")
# What stands before an item inside a line: the colon that opens a list, the stop before the next.
OPENS = re.compile(r"[:：]\s*[-–—]?\s*$")
PARTS = re.compile(r"[:：;؛；,،，、.。]\s*(?:\w{1,6}(?:/\w{1,4})?\s+)?و?$")
# . The next sentence: a stop, a space, and what opens a sentence in a script with or without case
SENTENCE = re.compile(
    r"(?<![\s.(][A-ZА-Я])(?<!\b[Nn]o)(?<!\b[Pp]ara)(?<!\bparas)(?<!\bart)(?<!\bvol)(?<!\bp)"
    r"[.!?؟](?:[\"'”’»)\]]*)\s+(?=[^\W\d_a-zа-я])|[。！？][”』」）]*(?=\S)"
)
GAP = 2  # so many items may be lost from a list on lines of their own


class Found(Struct, frozen=True, kw_only=True, gc=False):
    """A mark in a paragraph's text, one reading of it."""

    at: int
    end: int
    mark: Mark
    fresh: bool  # at the head of a line


class _Open(Struct):
    """A list whose end has not come."""

    series: str
    shape: str
    last: int
    place: int  # offset of its last item
    fresh: bool


class ListItem(Struct):
    """An item as it is found: its mark, its depth, where its text begins and ends."""

    found: Found
    depth: int
    first: bool  # of a list
    end: int = 0


def list_items(stream: Flow, begin: int, grammar: Grammar) -> list[ListItem]:
    """The items of a paragraph whose text begins at `begin`, in reading order."""
    if not _may_list(stream, begin):
        return []
    items = _listed(stream, begin, grammar)
    _end_items(items, stream)
    return items


def _may_list(stream: Flow, begin: int) -> bool:
    """Whether there can be a list: a colon with a mark after it, a mark at a passage's head."""
    return (
        OPENED.search(stream.text, begin) is not None
        or HEADED.match(stream.text, begin) is not None
        or any(HEADED.match(stream.text, start) for start in stream.starts[1:])
    )


def _listed(stream: Flow, begin: int, grammar: Grammar) -> list[ListItem]:
    """The items of a paragraph in reading order, lists of one run-in item left out."""
    stack: list[_Open] = []
    candidates = [*_candidates(stream, begin, grammar), ()]
    fitted = (
        _fit(found, after, stack, _before(stream, begin, found), stream)
        for found, after in pairwise(candidates)
    )
    return _without_strays([item for item in fitted if item is not None])


def _before(stream: Flow, begin: int, found: Sequence[Found]) -> str:
    """The last words before a candidate."""
    return stream.text[max(begin, found[0].at - 30) : found[0].at]


def _candidates(stream: Flow, begin: int, grammar: Grammar) -> Iterator[tuple[Found, ...]]:
    """What may be an item's mark, all readings of each, in reading order."""
    for start, passage in zip(stream.starts, stream.passages, strict=True):
        head = begin if start == 0 else start
        if found := _at_head(stream.text, head, passage, grammar):
            yield found
            head = found[0].end
        end = start + len(passage.text)
        if RUN_IN.search(stream.text, head, end) is None:
            continue
        for match in INLINE.finditer(stream.text, head, end):
            marks = read_marks(stream.text[match.start() : match.end() + 1], grammar)
            if readings := tuple(_found(m, match, stream.text) for m in marks if m.role == "item"):
                yield readings


def _at_head(text: str, at: int, passage: Passage, grammar: Grammar) -> tuple[Found, ...]:
    """The readings of what opens a passage; a number in a list is an item as well."""
    rest = text[at : at + 80]
    marks = [m for m in read_marks(rest, grammar) if m.role == "item" or m.series == "decimal"]
    marks = [m for m in marks if m.role != "heading"]
    if not marks and (bullet := read_bullet(rest)):
        marks = [bullet]
    if passage.table:
        marks = []
    return tuple(Found(at=at, end=at + m.end, mark=m, fresh=True) for m in marks)


def _found(mark: Mark, match: re.Match[str], text: str) -> Found:
    end = match.end()
    while end < len(text) and text[end] == " ":
        end += 1
    return Found(at=match.start(), end=end, mark=mark, fresh=False)


def _fit(
    readings: Sequence[Found],
    after: Sequence[Found],
    stack: list[_Open],
    before: str,
    stream: Flow,
) -> ListItem | None:
    """The item that a candidate is, if one of its readings fits the lists that are open."""
    fresh = readings[0].fresh
    opened = OPENS.search(before) is not None
    known = {(level.series, level.shape) for level in stack}
    starts = [f for f in readings if f.mark.number in (1, None)]
    anew = [f for f in starts if (f.mark.series, f.mark.shape) not in known]
    if opened and anew:
        likely = next((f for f in starts if _leads_to(f, after)), anew[0])
        return _start(likely, stack, stream)
    if (fresh or PARTS.search(before)) and (item := _continue(readings, after, stack)):
        return item
    if starts and (fresh or opened):
        return _start(_likelier(starts, after), stack, stream)
    return None


def _likelier(readings: Sequence[Found], after: Sequence[Found]) -> Found:
    """The reading whose series the next mark goes on with: `а)` is Cyrillic where `б)` follows."""
    return next((found for found in readings if _leads_to(found, after)), readings[0])


def _continue(
    readings: Sequence[Found], after: Sequence[Found], stack: list[_Open]
) -> ListItem | None:
    """The next item of an open list: of the innermost, unless what follows fits an outer one.

    `(v)` after `(u)` and its `(i)` to `(iv)` is the twenty-second where `(w)` follows.
    """
    fits = [
        (depth, found)
        for depth in range(len(stack) - 1, -1, -1)
        for found in readings
        if _is_next(found, stack[depth])
    ]
    if not fits:
        return None
    depth, found = next((fit for fit in fits if _leads_to(fit[1], after)), fits[0])
    del stack[depth + 1 :]
    stack[depth].last, stack[depth].place = found.mark.number or 0, found.at
    return ListItem(found, depth, first=False)


def _is_next(found: Found, level: _Open) -> bool:
    mark = found.mark
    if (mark.series, mark.shape) != (level.series, level.shape):
        return False
    step = 1 if mark.number is None else mark.number - level.last
    return step == 1 or (found.fresh and 0 < step <= GAP)


def _leads_to(found: Found, after: Sequence[Found]) -> bool:
    number = (found.mark.number or 0) + 1
    return any((f.mark.series, f.mark.number) == (found.mark.series, number) for f in after)


def _start(found: Found, stack: list[_Open], stream: Flow) -> ListItem:
    """The first item of a new list: in the item before it, or in the place of an open list."""
    kind = (found.mark.series, found.mark.shape)
    depth = next((i for i, level in enumerate(stack) if (level.series, level.shape) == kind), None)
    if depth is None:
        depth = 0 if stack and _left(stack[-1], found, stream) else len(stack)
    del stack[depth:]
    stack.append(_Open(*kind, found.mark.number or 0, found.at, found.fresh))
    return ListItem(found, depth, first=True)


def _left(level: _Open, found: Found, stream: Flow) -> bool:
    """Whether the text has left the last item before a mark: by a sentence or a line of its own."""
    if stream.next_start(level.place) < found.at:
        return True
    return not level.fresh and SENTENCE.search(stream.text, level.place, found.at) is not None


def _without_strays(items: list[ListItem]) -> list[ListItem]:
    """Items without those run-in lists that never came to a second one."""
    kept: list[ListItem] = []
    for i, item in enumerate(items):
        if item.first and not item.found.fresh and not _has_second(items, i):
            continue
        kept.append(item)
    return kept


def _has_second(items: Sequence[ListItem], i: int) -> bool:
    for at in range(i + 1, len(items)):
        other = items[at]
        if other.depth < items[i].depth:
            return False
        if other.depth == items[i].depth:
            return not other.first
    return False


def _end_items(items: list[ListItem], stream: Flow) -> None:
    """Say of every item where its text ends: at the next of its list, or where its list ends."""
    heads = {item.found.at for item in items}
    ends: dict[int, int] = {}  # of lists, by the index of the item after them
    stack: list[int] = []
    for i in range(len(items) - 1, -1, -1):
        item = items[i]
        while stack and items[stack[-1]].depth > item.depth:
            stack.pop()
        after = stack[-1] if stack else len(items)
        if after < len(items) and not items[after].first:
            item.end = items[after].found.at
        else:
            if after not in ends:
                ends[after] = _list_end(items, after, stream, heads)
            item.end = ends[after]
        stack.append(i)


def _list_end(items: Sequence[ListItem], after: int, stream: Flow, heads: set[int]) -> int:
    """Where the list before the item `after` ends: text of its own line or sentence follows."""
    last = items[after - 1]
    limit = items[after].found.at if after < len(items) else len(stream.text)
    start = stream.next_start(last.found.at)
    while start < limit:
        if start not in heads:
            return start
        start = stream.next_start(start)
    if after == len(items) and _is_set_apart(items, after - 1):
        return limit
    boundaries = [m.end() for m in SENTENCE.finditer(stream.text, last.found.end, limit)]
    if not boundaries:
        return limit
    if _has_sentences(items, after - 1, stream):
        return boundaries[-1] if after < len(items) else limit
    return boundaries[0]


def _is_set_apart(items: Sequence[ListItem], i: int) -> bool:
    """Whether all items of the list that ends with the one at `i` open lines of their own."""
    for at in range(i, -1, -1):
        if not items[at].found.fresh:
            return False
        if items[at].first and items[at].depth == 0:
            break
    return True


def _has_sentences(items: Sequence[ListItem], i: int, stream: Flow) -> bool:
    """Whether items of the list before the one at `i` run over several sentences."""
    depth, end = items[i].depth, items[i].found.at
    for at in range(i - 1, -1, -1):
        item = items[at]
        if item.depth < depth or (item.depth == depth and item.first and items[i].first):
            return False
        if item.depth == depth:
            if SENTENCE.search(stream.text, item.found.end, end):
                return True
            end = item.found.at
            if item.first:
                return False
    return False
