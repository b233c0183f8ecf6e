"""The items of a paragraph: which of its marks are items, how deep, and where each ends.

A list's items are those marks that fit: the first of a series opens a list, each next is the next
of its series.  Letters in references (`paragraph 3 (a)`) fit nothing and stay text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from msgspec import Struct

from unreport.structure.markers.dotted_letters import is_dotted_letter
from unreport.structure.markers.grammar import Grammar
from unreport.structure.markers.marker import LineMarkers, Marker
from unreport.structure.markers.patterns import HAN_DOTTED
from unreport.structure.markers.reading import inline_markers, line_markers, may_count_items
from unreport.structure.paragraph_text import ParagraphText
from unreport.structure.passages import Passage
from unreport.structure.separators import DASHES
from unreport.text.characters import BULLETS
from unreport.text.lazy_patterns import lazy_pattern

# What a list must have: looked for first, since most paragraphs have none.
MARK = (
    rf"(?:[(（\[［’‘'`´©\u2460-\u2473\u3220-\u3229{BULLETS}]"
    rf"|[^\W_]{{1,5}}\u0640?\s?[.)）/-]|{HAN_DOTTED})"
)
OPENED = re.compile(rf"[:：]\s*(?:[-–—]\s*)?{MARK}")
# A sign of one that stands in a line, looked for before what stands before it
SIGN_OF_MARK = re.compile(rf"[(（\[［’‘'`´©\u2460-\u2473\u3220-\u3229.)）/、{BULLETS}]")
RUN_IN = re.compile(rf"[:：;；؛,،，、.。]\s*(?:\w{{1,6}}(?:/\w{{1,4}})?\s+)?و?{MARK}")
HEADED = re.compile(
    rf"\s*(?:{MARK}|[一二三四五六七八九十]{{1,3}}[、．]|[\u0621-\u064a]\u0640?\s?[\u0640{DASHES}])"
)
# What stands before an item inside a line: the colon that opens a list, the stop before the next.
OPENS = re.compile(r"[:：]\s*+(?:[-–—]\s*+)?$")
STRONG_PARTS = lazy_pattern(r"[;；؛]\s*(?:\w{1,6}(?:/\w{1,4})?\s+)?و?$")
PARTS = lazy_pattern(r"[:：;؛；,،，、.。]\s*(?:\w{1,6}(?:/\w{1,4})?\s+)?و?$")
# . The next sentence: a stop, a space, and what opens a sentence in a script with or without case
SENTENCE = lazy_pattern(
    r"[.!?؟。！？](?:"
    r"(?<![。！？])(?<![\s.(][A-ZА-Я].)(?<!\b[Nn]o.)(?<!\b[Pp]ara.)(?<!\bparas.)(?<!\bart.)(?<!\bvol.)"
    r"(?<!\bp.)(?:[\"'”’»)\]]*)\s+(?=[^\W\d_a-zа-я])"
    r"|(?<=[。！？])[”』」）]*(?=\S))"
)
GAP = 2  # the step over an item lost from a list, on lines of their own or after a semicolon
LONGEST_MARKER = 80
DEEPEST = 30  # lists in one another; a mark below is text


Kind: TypeAlias = tuple[str, str, bool]
"""The series of a list and the shape of its marks: `㈠` is one character, `（一）` is not."""


class Candidate(Struct, frozen=True, kw_only=True, gc=False):
    """A mark in a paragraph's text, one reading of it."""

    at: int
    end: int
    marker: Marker
    kind: Kind  # what the items of one list have in common
    fresh: bool  # at the head of a line
    indent: float | None = None  # of that line


class _OpenList(Struct):
    """A list whose end has not come."""

    kind: Kind
    last: int
    place: int  # offset of its last item
    begin: int  # of that item's text: the dot of `a.` ends no sentence
    fresh: bool
    indent: float | None


class ListItem(Struct):
    """An item as it is found: its mark, its depth, where its text begins and ends."""

    candidate: Candidate
    depth: int
    first: bool  # of a list
    end: int = 0


def list_items(
    text: ParagraphText, begin: int, grammar: Grammar, previous: Marker | None = None
) -> list[ListItem]:
    """The items of a paragraph whose text begins at `begin`, in reading order.

    `previous` is the item above a table with whose list they go on.
    """
    if not _may_list(text, begin):
        return []
    items = _fitted(text, begin, grammar, previous)
    _end_items(items, text)
    return items


def _may_list(text: ParagraphText, begin: int) -> bool:
    """Whether there can be a list: a colon with a mark after it, a mark at a passage's head."""
    if HEADED.match(text.text, begin) is not None:
        return True
    if (":" in text.text or "：" in text.text) and OPENED.search(text.text, begin) is not None:
        return True
    later = text.starts[1:]
    return bool(later) and (
        any(HEADED.match(text.text, start) for start in later)
        or any(passage.markers.bullet for passage in text.passages[1:])
    )


def _fitted(
    text: ParagraphText, begin: int, grammar: Grammar, previous: Marker | None
) -> list[ListItem]:
    """The items of a paragraph in reading order, lists of one run-in item left out."""
    stack: list[_OpenList] = []
    if previous is not None:
        kind = _kind(previous)
        stack.append(_OpenList(kind, previous.number or 0, begin, begin, fresh=True, indent=None))
    candidates = [*_candidates(text, begin, grammar), ()]
    fitted = (
        _fit(found, after, stack, _before(text, begin, found), text)
        for found, after in pairwise(candidates)
    )
    return _without_strays([item for item in fitted if item is not None])


def _before(text: ParagraphText, begin: int, found: Sequence[Candidate]) -> str:
    """The last words before a candidate."""
    return text.text[max(begin, found[0].at - 30) : found[0].at]


def _candidates(
    text: ParagraphText, begin: int, grammar: Grammar
) -> Iterator[tuple[Candidate, ...]]:
    """What may be an item's mark, all readings of each, in reading order."""
    for start, passage in zip(text.starts, text.passages, strict=True):
        head = begin if start == 0 else start
        own = passage.markers
        if head != start:
            own = line_markers(text.text[head : head + LONGEST_MARKER], grammar)
        if found := _at_head(own, head, passage):
            yield found
            head = found[0].end
        end = start + len(passage.text)
        if SIGN_OF_MARK.search(text.text, head, end) is None:
            continue
        if RUN_IN.search(text.text, head, end) is None:
            continue
        for place, stop, readings in inline_markers(text.text, head, end, grammar):
            yield tuple(_inline(marker, place, stop, text.text) for marker in readings)


def _at_head(own: LineMarkers, at: int, passage: Passage) -> tuple[Candidate, ...]:
    """The readings of what opens a passage; a number in a list is an item as well."""
    if passage.table:
        return ()
    markers = [*filter(may_count_items, own.readings)]
    if not markers and own.bullet:
        markers = [own.bullet]
    return tuple(
        Candidate(at=at, end=at + m.end, marker=m, kind=_kind(m), fresh=True, indent=passage.indent)
        for m in markers
    )


def _inline(marker: Marker, at: int, end: int, text: str) -> Candidate:
    while end < len(text) and text[end] == " ":
        end += 1
    return Candidate(at=at, end=end, marker=marker, kind=_kind(marker), fresh=False)


def _kind(marker: Marker) -> Kind:
    single = marker.shape == "enclosed" and len(marker.marker) == 1
    return marker.series, marker.shape, single


def _fit(
    readings: Sequence[Candidate],
    after: Sequence[Candidate],
    stack: list[_OpenList],
    before: str,
    text: ParagraphText,
) -> ListItem | None:
    """The item that a candidate is, if one of its readings fits the lists that are open."""
    fresh = readings[0].fresh
    starts = [f for f in readings if f.marker.number in (1, None)]
    opened = bool(starts) and OPENS.search(before) is not None
    if opened:
        known = {level.kind for level in stack}
        inside = bool(stack) and _is_inside(stack[-1], readings[0], text)
        anew = [f for f in starts if f.kind not in known or (inside and f.marker.number == 1)]
        if anew:
            likely = next((f for f in starts if _leads_to(f, after)), anew[0])
            return _open_list(likely, stack, text, inside=inside)
    gap = GAP if fresh or STRONG_PARTS.search(before) else 1
    if (fresh or PARTS.search(before)) and (item := _continue_list(readings, after, stack, gap)):
        return item
    if starts and (fresh or opened):
        return _open_list(_likelier_reading(starts, after), stack, text, inside=False)
    return None


def _likelier_reading(readings: Sequence[Candidate], after: Sequence[Candidate]) -> Candidate:
    """The reading whose series the next mark goes on with: `а)` is Cyrillic where `б)` follows."""
    return next((found for found in readings if _leads_to(found, after)), readings[0])


def _continue_list(
    readings: Sequence[Candidate], after: Sequence[Candidate], stack: list[_OpenList], gap: int
) -> ListItem | None:
    """The next item of an open list: of the innermost, unless what follows fits an outer one.

    `(v)` after `(u)` and its `(i)` to `(iv)` is the twenty-second where `(w)` follows.
    """
    fits = [
        (depth, found)
        for depth in range(len(stack) - 1, -1, -1)
        for found in readings
        if _is_next(found, stack[depth], gap)
    ]
    if not fits:
        return None
    depth, found = fits[0]
    if len(fits) > 1:
        depth, found = next((fit for fit in fits if _leads_to(fit[1], after)), fits[0])
    depth = _depth_by_indent(found, depth, stack)
    del stack[depth + 1 :]
    stack[depth].last = found.marker.number or 0
    stack[depth].place, stack[depth].begin = found.at, found.end
    return ListItem(found, depth, first=False)


def _is_next(found: Candidate, level: _OpenList, gap: int) -> bool:
    marker = found.marker
    if found.kind != level.kind:
        return False
    step = 1 if marker.number is None else marker.number - level.last
    return 0 < step <= gap


def _leads_to(found: Candidate, after: Sequence[Candidate]) -> bool:
    series, number = found.marker.series, (found.marker.number or 0) + 1
    for following in after:
        marker = following.marker
        if marker.number == number and marker.series == series:
            return True
    return False


def _depth_by_indent(found: Candidate, depth: int, stack: Sequence[_OpenList]) -> int:
    """The depth of an item where lists of one kind are nested: that of the nearest indent."""
    if len(stack) == 1 or found.indent is None:
        return depth
    same = [i for i, level in enumerate(stack) if _is_next(found, level, GAP)]
    if len(same) < 2:  # noqa: PLR2004
        return depth
    indents = {i: abs((stack[i].indent or 0) - found.indent) for i in same}
    return min(same, key=lambda i: (indents[i], i != depth))


def _open_list(
    found: Candidate, stack: list[_OpenList], text: ParagraphText, *, inside: bool
) -> ListItem | None:
    """The first item of a new list: in the item before it, or in the place of an open list."""
    depth = next((i for i, level in enumerate(stack) if level.kind == found.kind), None)
    if inside:
        depth = len(stack)
    elif depth is None:
        depth = 0 if stack and _has_left(stack[-1], found, text) else len(stack)
    if depth >= DEEPEST:
        return None
    del stack[depth:]
    number = found.marker.number or 0
    stack.append(_OpenList(found.kind, number, found.at, found.end, found.fresh, found.indent))
    return ListItem(found, depth, first=True)


def _is_inside(level: _OpenList, found: Candidate, text: ParagraphText) -> bool:
    """Whether a mark below a colon stands in the last item of a list, in the line after it."""
    if not (found.fresh and level.fresh) or (found.indent or 0) < (level.indent or 0):
        return False
    return (
        text.next_start(level.place) >= found.at
        and SENTENCE.search(text.text, level.begin, found.at) is None
    )


def _has_left(level: _OpenList, found: Candidate, text: ParagraphText) -> bool:
    """Whether the text has left the last item before a mark: by a sentence or a line of its own."""
    if text.next_start(level.place) < found.at:
        return True
    return not level.fresh and SENTENCE.search(text.text, level.begin, found.at) is not None


def _without_strays(items: list[ListItem]) -> list[ListItem]:
    """Items without those lists that never came to a second one, run in or with abbreviations."""
    kept: list[ListItem] = []
    for i, item in enumerate(items):
        doubtful = not item.candidate.fresh or is_dotted_letter(item.candidate.marker)
        if item.first and doubtful and not _has_second(items, i):
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


def _end_items(items: list[ListItem], text: ParagraphText) -> None:
    """Say of every item where its text ends: at the next of its list, or where its list ends."""
    heads = {item.candidate.at for item in items}
    ends: dict[int, int] = {}  # of lists, by the index of the item after them
    stack: list[int] = []
    for i, item in reversed(list(enumerate(items))):
        while stack and items[stack[-1]].depth > item.depth:
            stack.pop()
        after = stack[-1] if stack else len(items)
        if after < len(items) and not items[after].first:
            item.end = items[after].candidate.at
        else:
            if after not in ends:
                ends[after] = _list_end(items, after, text, heads)
            item.end = ends[after]
        stack.append(i)


def _list_end(items: Sequence[ListItem], after: int, text: ParagraphText, heads: set[int]) -> int:
    """Where the list before the item `after` ends: text of its own line or sentence follows."""
    last = items[after - 1]
    limit = items[after].candidate.at if after < len(items) else len(text.text)
    start = text.next_start(last.candidate.at)
    while start < limit:
        if start not in heads:
            return start
        start = text.next_start(start)
    if after == len(items) and _is_set_apart(items, after - 1):
        return limit
    boundaries = [m.end() for m in SENTENCE.finditer(text.text, last.candidate.end, limit)]
    if not boundaries:
        return limit
    if _has_sentences(items, after - 1, text):
        return boundaries[-1] if after < len(items) else limit
    return boundaries[0]


def _is_set_apart(items: Sequence[ListItem], i: int) -> bool:
    """Whether all items of the list that ends with the one at `i` open lines of their own."""
    for at in range(i, -1, -1):
        if not items[at].candidate.fresh:
            return False
        if items[at].first and items[at].depth == 0:
            break
    return True


def _has_sentences(items: Sequence[ListItem], i: int, text: ParagraphText) -> bool:
    """Whether items of the list before the one at `i` run over several sentences."""
    depth, end = items[i].depth, items[i].candidate.at
    for at in range(i - 1, -1, -1):
        item = items[at]
        if item.depth < depth or (item.depth == depth and item.first and items[i].first):
            return False
        if item.depth == depth:
            if SENTENCE.search(text.text, item.candidate.end, end):
                return True
            end = item.candidate.at
            if item.first:
                return False
    return False
