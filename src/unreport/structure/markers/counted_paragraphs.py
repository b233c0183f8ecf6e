"""Paragraph numbers in a printed form that no scheme of the language has, told by their sequence.

`12)`, `[12]`, `12 Text` and `§ 12` at the head of a row may be the mark of an item, a reference or
an amount.  Where the numbers of one printed form open rows and count up by one through the
document, above texts that end as sentences do, they number its paragraphs, as they do in those of
the League of Nations, of specialized agencies and courts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from unreport.languages.lexicon import DECIMAL
from unreport.languages.plain_dates import opens_with_day
from unreport.structure.clause_ends import (
    ends_in_comma,
    ends_sentence,
    introduces_list,
)
from unreport.structure.line_breaks import is_han, is_set_off, is_short_title, stands_apart
from unreport.structure.markers.marker import LineMarkers, MarkedLine, Marker
from unreport.structure.separators import DASHES
from unreport.text.lazy_patterns import lazy_pattern
from unreport.text.number_sequences import Candidate, counting_sequences

# 12)  (12)  [12]  12 –  § 12.  No. 12.  12/  12º  第12段  12 Text
PRINTED = lazy_pattern(
    rf"(?P<before>(?:N[o°º]\.?|[.§¶№#*|<(（\[［〔【{{{DASHES}]{{1,2}}|第)?)\s?"
    r"(?P<number>\d{1,4})"
    rf"(?P<after>(?:\s?[.．:：,،、/|_*·•°º>)）\]］〕】}}{DASHES}]{{1,3}}|段)?)"
    r"(?P<gap>\s+|$|(?<=[^\w\s])(?=(?:\d{1,4})?[\u3400-\u9fff]|[^\W\d_]|[“«\"‘„《「\[(（［〔])|(?<=段))"
)
OPENINGS = frozenset(".0123456789N§¶№#*|<(（[［〔【{第-‐‑–—−٠١٢٣٤٥٦٧٨٩０１２３４５６７８９")
MAY_BE_NUMBER = lazy_pattern(r"[^\w\s]{0,2}\s?(?:N[o°º]\.?\s?|第)?\d")
FIRST_YEAR = 1900  # paragraphs do not count so far
DATE_UNITS = "年月日"  # behind numbers in Chinese: `1 月 5 日`
LARGEST_GAP = 10  # how many numbers may be lost
SAMPLES = 2  # numbers that show in what form the others are printed
MOST_ROWS = 100  # of a text
FEWEST = 3  # members of a sequence that tells what it numbers
LEAST_OPENING = 0.8  # share of the numbers alone on their rows that stand between texts
LEAST_STOPPED = 0.6  # share of the members below which a sentence ends
MOST_UNSTOPPED = 1 / 3  # share of the members that end as the items of a list do
SEMICOLONS = (";", "؛", "；", ",", "،", "，")


def mark_counted_paragraphs(lines: Sequence[MarkedLine]) -> tuple[MarkedLine, ...]:
    """The lines, with a reading as a paragraph's number where the sequence shows one."""
    known, others = _numbered_rows(lines)
    if not _may_count(known, others, lines):
        return tuple(lines)
    candidates = [found for at in sorted(known + others) if (found := _candidate(lines, at))]
    marked = list(lines)
    for found in _paragraph_numbers(candidates, lines):
        marked[found.at] = _with_reading(lines[found.at], found)
    return tuple(marked)


def _numbered_rows(lines: Sequence[MarkedLine]) -> tuple[list[int], list[int]]:
    """The rows that open with a number: those that the grammar reads as a paragraph's, others."""
    known: list[int] = []
    others: list[int] = []
    for at, line in enumerate(lines):
        if line.text[0] not in OPENINGS:
            continue
        readings = line.markers.readings
        if readings:
            if readings[0].series == DECIMAL.name:
                (known if _is_read(line) else others).append(at)
        elif MAY_BE_NUMBER.match(line.text):
            others.append(at)
    return known, others


def _may_count(known: Sequence[int], others: Sequence[int], lines: Sequence[MarkedLine]) -> bool:
    """Whether numbers that the grammar does not know may count, or go on with those that it knows.

    Few do: a look at all known numbers would take a tenth of the time of parsing.
    """
    known_forms = _forms(lines[at].text for at in known[:SAMPLES]) if others else Counter()
    return _are_enough(_forms(lines[at].text for at in others), known_forms) and _are_enough(
        Counter(found.form for at in others if (found := _candidate(lines, at))), known_forms
    )


def _are_enough(forms: Counter[str], known_forms: Counter[str]) -> bool:
    """Whether one of the printed forms is frequent, or also that of known numbers."""
    return any(count >= FEWEST or form in known_forms for form, count in forms.items())


def _forms(texts: Iterable[str]) -> Counter[str]:
    """How often numbers that open texts have each printed form, alone on their rows or not."""
    matches = (PRINTED.match(text) for text in texts)
    return Counter(_form(match).rstrip() for match in matches if match)


def _form(match: re.Match[str]) -> str:
    """What is printed around a number; of one alone on its row, with a line break."""
    alone = "\n" if match.end() == len(match.string) else ""
    return f"{match['before']}#{match['after']}{alone}".replace(" ", "")


def _paragraph_numbers(
    candidates: Sequence[Candidate], lines: Sequence[MarkedLine]
) -> Iterator[Candidate]:
    """The numbers of paragraphs that the grammar does not know.

    One long sequence tells a printed form; short ones of it follow that begin at 1, as in an annex,
    or go on after a gap.
    """
    sequences = counting_sequences(candidates)
    standard = sorted(one for s in sequences if _is_known(s, lines) for one in s)
    numbering: list[list[Candidate]] = []
    for s in sorted(sequences, key=len, reverse=True):
        if _is_known(s, lines):
            numbering.append(s)
        elif _numbers_paragraphs(s, lines, standard):
            numbering.append(s)
            if len(s) >= FEWEST:
                for one in s:
                    insort(standard, one)
    numbering.sort()
    telling = _telling_forms(numbering, lines)
    last: dict[str, int] = {}
    for sequence in numbering:
        first = sequence[0]
        gap = first.number - last.get(first.form, 0)
        follows = first.number == 1 or 0 < gap <= (LARGEST_GAP if len(sequence) > 1 else 2)
        if first.form in telling and (follows or len(sequence) >= FEWEST):
            last[first.form] = sequence[-1].number
            read = any(found.known or _paragraph_mark(lines[found.at]) for found in sequence)
            own = "" if read else first.form  # goes on with what the grammar reads
            yield from (found._replace(form=own) for found in sequence if not found.known)


def _telling_forms(
    sequences: Sequence[Sequence[Candidate]], lines: Sequence[MarkedLine]
) -> set[str]:
    """The printed forms that number paragraphs: one long sequence tells it, or short ones.

    Where only annexes are numbered, short sequences begin at 1 below their headings.
    """
    headed: Counter[str] = Counter()
    for sequence in sequences:
        first = sequence[0]
        if first.number == 1 and first.at and is_short_title(lines[first.at - 1].text):
            headed[first.form] += len(sequence)
    long = {sequence[0].form for sequence in sequences if len(sequence) >= FEWEST}
    return long | {form for form, count in headed.items() if count >= FEWEST}


def _is_known(sequence: Sequence[Candidate], lines: Sequence[MarkedLine]) -> bool:
    """Whether the grammar reads most numbers of a sequence as those of paragraphs, not of items."""
    known = sum(found.known for found in sequence)
    return 2 * known > len(sequence) and not _is_introduced(lines, sequence[0].at)


def _is_read(line: MarkedLine) -> bool:
    """Whether the grammar reads the number that opens a row as a paragraph's, with text behind."""
    mark = _paragraph_mark(line)
    return mark is not None and mark.end < len(line.text)


def _candidate(lines: Sequence[MarkedLine], at: int) -> Candidate | None:
    """The number at the head of a row; none of those with a prefix, as `13.4`."""
    line = lines[at]
    if line.role != "body" or line.level or line.markers.unit:
        return None
    match = PRINTED.match(line.text)
    mark = _paragraph_mark(line)
    if match is None or (mark is not None and mark.prefix):
        return None
    number, opening = int(match["number"]), _opening(lines, at, match)
    form = _form(match)
    if _is_cut_off(form, lines, at):
        form = form.rstrip("\n")
    # `12 months` and `12 000` are amounts
    if form == "#" and (opening.islower() or opening.isdecimal()) and not is_set_off(lines, at):
        return None
    if not opening or not 0 < number < FIRST_YEAR:
        return None
    if form == "#" and (opening in DATE_UNITS or opens_with_day(line.text)):  # `1 January 2020`
        return None
    marker = line.text[: match.end("after")].strip()
    return Candidate(at, number, form, marker, match.end(), stands_apart(lines, at), _is_read(line))


def _is_cut_off(form: str, lines: Sequence[MarkedLine], at: int) -> bool:
    """Whether a number with its sign stands alone because a row in Chinese broke at its space."""
    return (
        form.endswith("\n")
        and form != "#\n"
        and at + 1 < len(lines)
        and lines[at + 1].above == 0
        and is_han(lines[at + 1].text)
    )


def _opening(lines: Sequence[MarkedLine], at: int, match: re.Match[str]) -> str:
    """The first character of the text behind a number, or below one that stands alone."""
    text, end = match.string, match.end()
    if end < len(text):
        return text[end]
    return lines[at + 1].text[0] if at + 1 < len(lines) else ""


def _paragraph_mark(line: MarkedLine) -> Marker | None:
    for mark in line.markers.readings:
        if mark.role == "paragraph":
            return mark
    return None


def _is_introduced(lines: Sequence[MarkedLine], at: int) -> bool:
    return at > 0 and introduces_list(lines[at - 1].text)


def _numbers_paragraphs(
    sequence: Sequence[Candidate], lines: Sequence[MarkedLine], standard: Sequence[Candidate]
) -> bool:
    """Whether a sequence numbers paragraphs, not the items of a list, notes or rows of a table."""
    first = sequence[0].at
    if _is_introduced(lines, first) or _stands_inside(sequence, standard):
        return False
    ends = [*(found.at for found in sequence[1:]), len(lines)]
    if _stand_alone(sequence, lines) and not _cover(sequence, lines):
        return False
    texts = [_rows_of_text(lines, found.at, end) for found, end in zip(sequence, ends, strict=True)]
    if _is_list_of_names(sequence, lines, texts):
        return True
    listed = sum(rows[-1].endswith(SEMICOLONS) for rows in texts)
    if listed > MOST_UNSTOPPED * len(texts):  # operative paragraphs stand below a preamble
        below = first > 0 and ends_in_comma(lines[first - 1].text)
        return below and sequence[0].number == 1 and ends_sentence(texts[-1][-1])
    return sum(any(map(_is_stopped, rows)) for rows in texts) >= LEAST_STOPPED * len(texts)


def _is_list_of_names(
    sequence: Sequence[Candidate], lines: Sequence[MarkedLine], texts: Sequence[Sequence[str]]
) -> bool:
    """Whether numbers with a sign stand one below the other under a title, and no text between.

    So the names of candidates or documents are numbered in an annex; rows of tables have bare
    numbers.
    """
    first = sequence[0]
    below = first.number == 1 and first.at > 0 and is_short_title(lines[first.at - 1].text)
    close = all(
        after.at - found.at == len(rows)
        for (found, after), rows in zip(pairwise(sequence), texts, strict=False)
    )
    return below and close and first.form != "#" and len(sequence) >= FEWEST


def _stands_inside(sequence: Sequence[Candidate], standard: Sequence[Candidate]) -> bool:
    """Whether a sequence stands within a numbered paragraph, or between others like notes do."""
    before = bisect_left(standard, sequence[0])
    after = bisect_left(standard, sequence[-1])
    if before == after:
        around = standard[before - 1 : before + 1] if before else []
        return len(around) > 1 and around[1].number > around[0].number
    return after - before > len(sequence) / 2


def _stand_alone(sequence: Sequence[Candidate], lines: Sequence[MarkedLine]) -> bool:
    """Whether the numbers stand on rows of their own, as those of pages do."""
    return any(found.end >= len(lines[found.at].text) for found in sequence)


def _cover(sequence: Sequence[Candidate], lines: Sequence[MarkedLine]) -> bool:
    """Whether each number stands above a text, and most above one only: those of pages do not."""
    opening = sum(found.apart and _opens_text(lines, found.at) for found in sequence)
    if opening < LEAST_OPENING * len(sequence):
        return False
    between = [
        sum(ends_sentence(lines[at].text) for at in range(found.at + 1, following.at))
        for found, following in pairwise(sequence)
    ]
    return 2 * sum(count <= 1 for count in between) >= len(between)


def _opens_text(lines: Sequence[MarkedLine], at: int) -> bool:
    """Whether the text of a number, on the row below where it stands alone, may begin there."""
    if is_set_off(lines, at) or not _is_alone(lines[at]):
        return True
    return at + 1 < len(lines) and not lines[at + 1].text[0].islower()


def _rows_of_text(lines: Sequence[MarkedLine], at: int, end: int) -> list[str]:
    """The rows that stand close below a number, up to the next."""
    start = at + _is_alone(lines[at])
    rows: list[str] = []
    for row in range(start, min(end, start + MOST_ROWS)):
        if row > start and (lines[row].above > 0 or lines[row - 1].ends):
            break
        rows.append(lines[row].text)
    return rows or [lines[at].text]


def _is_alone(line: MarkedLine) -> bool:
    return PRINTED.fullmatch(line.text) is not None


def _is_stopped(text: str) -> bool:
    return ends_sentence(text) or introduces_list(text)


def _with_reading(line: MarkedLine, found: Candidate) -> MarkedLine:
    """A line with a paragraph's number; one of the grammar's forms goes on with its sequence."""
    marker = Marker(
        role="paragraph",
        series=DECIMAL.name,
        shape="counted",
        number=found.number,
        marker=found.marker,
        end=found.end,
        prefix=found.form,
    )
    others = tuple(mark for mark in line.markers.readings if mark.role == "item")
    return replace(line, markers=LineMarkers((marker, *others)))


def counted_marker(line: MarkedLine) -> Marker | None:
    """The number that opens a row, if its sequence told it."""
    readings = line.markers.readings
    return readings[0] if readings and readings[0].shape == "counted" else None
