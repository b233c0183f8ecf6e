"""Footnotes in any printed form, told by two sequences that count up together.

`{1}`, `^1`, `[fn 1]`, `(note 1)` and `<1>` may stand for anything.  Where numbers of one printed
form stand in the text and count up, and numbers of one form open rows below and count up with them,
the former call notes and the latter open them.  The two forms may differ: `¹` and `Note 1:`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from unreport.document import Line
from unreport.languages.lexicon import Lexicon
from unreport.structure.clause_ends import ends_sentence, introduces_list
from unreport.structure.footnotes.printed_calls import (
    BRACKETS,
    OPENING_SIGNS,
    PrintedCall,
    PrintedCalls,
    opens_text,
)
from unreport.structure.furniture.rules import RULE, RULE_CHARACTERS
from unreport.text.folding import fold_words
from unreport.text.joined_rows import HAN
from unreport.text.lazy_patterns import lazy_pattern
from unreport.text.number_sequences import Candidate, counting_sequences

# {1}  ^1.  [fn 1]:  fn. 1  Note 1:  (note 1)  [[1]]  ↑ 1  1.  1)  <sup>1</sup>
HEAD = lazy_pattern(
    rf"(?P<before>(?:<sup>|[{OPENING_SIGNS}]{{0,3}})\s?)"
    r"(?P<label>(?:[^\W\d_]{1,12}(?:\s[^\W\d_]{1,5}){0,3}\.?\s?)?)"
    r"(?P<number>\d{1,3})"
    r"(?P<after></sup>|\s?[^\w\s“«\"‘„《「]{0,4}_?)"
    r"(?:\s+|$|(?<=[^\w\s‐‑‒–—-])(?=[^\W\d_]|[“«\"‘„《「])|(?<=\d)(?=[^\W\d_])"
    r"|(?<=[\])）］〕】}>])(?=\d))"
)
SIGNS = frozenset("[［〔【{<«‹^*#~/_=\\↑(（")
ONES = frozenset("1١１")
DIGITS = frozenset("0123456789٠١٢٣٤٥٦٧٨٩０１２３４５６７８９")
# Paragraphs, items and amounts have these forms, too: 1  1.  1)  1 –  (1)  [1]
USUAL = lazy_pattern(r"#[^\w\[{<^*|~=\\]*|[(（\[［]#[)）\]］]\W?")
BELOW_RULE = frozenset(("#", "(#)", "（#）", "[#]", "#/"))  # are read by the rule alone
SLASHED = "#/"  # `work.1/`, as the United Nations printed calls and notes before superscripts
PLAIN = "#"  # glued to its word, with no sign
PICTURES = ("[pic]", "[image]")  # by which converters stand for the rule above notes
HAN_STOPS = ("", *"，。；：、！？”」』》）")
STOPS_BEFORE_CALLS = frozenset("。！？”»」』؟")
STOPS = ".．:：,、،-–— "  # after a number


class NoteHead(NamedTuple):
    """The mark that opens a note: its number as printed, and where the text of the note begins."""

    mark: str
    end: int


class PrintedNotes(NamedTuple):
    """By row, the marks that open notes, and the places of their calls."""

    heads: Mapping[int, NoteHead]
    calls: Mapping[int, tuple[tuple[int, int], ...]]


NO_NOTES = PrintedNotes({}, {})


class _Labels(NamedTuple):
    """What stands with the number of a note, folded, and how marks other than `1.` open."""

    words: frozenset[str]
    headings: frozenset[str]
    openings: frozenset[str]
    opening: re.Pattern[str]


def printed_notes(lines: Sequence[Line], lexicon: Lexicon) -> PrintedNotes:
    """The marks that open notes in some printed form, and the calls that count up with them."""
    labels = _labels(lexicon)
    candidates = [found for at in _openings(lines, labels) if (found := _head(lines, at, labels))]
    if not any(found.number == 1 for found in candidates):
        return NO_NOTES
    calls = PrintedCalls(lines, labels.words)
    sequences = sorted(one for one in counting_sequences(candidates) if one[0].number == 1)
    sequences = [one for one in sequences if _may_be_notes(one, lines, labels)]
    begin: dict[str, int] = defaultdict(int)  # by form, where the notes before it end
    heads: dict[int, NoteHead] = {}
    spans: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for sequence in sequences:
        called = _calls_of(sequence, begin[sequence[0].form], calls)
        if called:
            begin[sequence[0].form] = sequence[-1].at
            heads.update((one.at, NoteHead(one.marker, one.end)) for one in sequence)
            for call in called:
                if lines[call.at].role == "body":
                    spans[call.at].add(call.span)
    return PrintedNotes(heads, {at: tuple(sorted(places)) for at, places in spans.items()})


def _openings(lines: Sequence[Line], labels: _Labels) -> list[int]:
    """The rows that may open notes: with a sign or a word before the number, or the last ones."""
    openings, opening = labels.openings, labels.opening
    rows = [
        at
        for at, line in enumerate(lines)
        if line.text[0] in openings and opening.match(line.text) is not None
    ]
    return sorted({*rows, *_last_numbered(lines)})


def _last_numbered(lines: Sequence[Line]) -> list[int]:
    """The rows that open with numbers at the end of a document, from 1 on, with nothing between."""
    rows: list[int] = []
    for at in range(len(lines) - 1, -1, -1):
        text = lines[at].text
        if text[0] in DIGITS:
            rows.append(at)
            if text[0] in ONES and text[1:2] not in DIGITS:
                return rows[::-1]
        elif lines[at].above:
            break
    return []


@cache
def _labels(lexicon: Lexicon) -> _Labels:
    words = frozenset(map(fold_words, lexicon.note_labels))
    initials = {letter for word in lexicon.note_labels for letter in (word[0], word[0].upper())}
    labels = "|".join(map(re.escape, sorted(lexicon.note_labels, key=len, reverse=True)))
    opening = rf"(?i:<sup>|[{OPENING_SIGNS}]{{1,3}}\s?(?:{labels})?\.?\s?\d|(?:{labels})\.?\s?\d)"
    headings = frozenset(map(fold_words, lexicon.notes))
    return _Labels(words, headings, SIGNS | initials, re.compile(opening))


def _head(lines: Sequence[Line], at: int, labels: _Labels) -> Candidate | None:
    """The number that may open a note in a row."""
    line = lines[at]
    match = HEAD.match(line.text) if line.role == "body" else None
    if match is None or not int(match["number"]):
        return None
    label = fold_words(match["label"].rstrip(" ."))
    if label and (label not in labels.words or not (match["before"] or match["after"])):
        return None  # `Note 1 by the Secretariat`
    form = f"{match['before']}{label}#{match['after']}".replace(" ", "")
    number, apart = int(match["number"]), opens_text(lines, at)
    return Candidate(at, number, form, match["number"], match.end(), apart)


def _calls_of(sequence: Sequence[Candidate], begin: int, calls: PrintedCalls) -> list[PrintedCall]:
    """The calls of the notes that a sequence opens, all in one form; none where one is missing."""
    core = sequence[0].form.rstrip(STOPS)
    usual = USUAL.fullmatch(core) is not None
    own = {found.number: found.at for found in sequence}
    above = calls.above(sequence[-1].at)
    start, stop = (
        bisect_left(above, row, key=attrgetter("at")) for row in (begin, sequence[-1].at)
    )
    by_form: dict[str, list[PrintedCall]] = defaultdict(list)
    rows = set(own.values())
    for call in above[start:stop]:
        if call.at not in rows and not _is_among_han(call, calls.lines[call.at].text):
            by_form[call.form].append(call)
    for form in sorted(by_form, key=lambda form: form != core):
        found = _first_of_each(by_form[form], own)
        if len(found) != len(own) or (usual and _goes_on(by_form[form], found[-1])):
            continue
        if _are_calls(found, form, sequence, calls.lines):
            return found
    return []


def _first_of_each(calls: Sequence[PrintedCall], own: Mapping[int, int]) -> list[PrintedCall]:
    """The first call of each number that stands above its note and below the call before it."""
    found: list[PrintedCall] = []
    for call in calls:
        number = len(found) + 1
        if call.number == number and call.at < own.get(number, 0):
            found.append(call)
    return found


def _goes_on(calls: Sequence[PrintedCall], last: PrintedCall) -> bool:
    """Whether more notes are called than a sequence opens."""
    return any(call.number == last.number + 1 and call.at >= last.at for call in calls)


def _are_calls(
    calls: Sequence[PrintedCall], form: str, sequence: Sequence[Candidate], lines: Sequence[Line]
) -> bool:
    """Whether numbers in the text call the notes below; `options {1} and {2}` may refer to them."""
    first = sequence[0]
    if not all(call.surely for call in calls):
        return False
    if USUAL.fullmatch(first.form) is None:
        return True
    own = form[0] in BRACKETS or form == SLASHED
    same = own and form == first.form.rstrip(STOPS)
    told = len(sequence) > 1 or same or not USUAL.fullmatch(form)
    told = told or all(_ends_row(call, lines[call.at].text) for call in calls)
    return told and calls[-1].at < first.at


def _is_among_han(call: PrintedCall, text: str) -> bool:
    """Whether a number is that of a Chinese word, as in `在议程项目2下` and `第2(b)段`."""
    start, end = call.span
    if call.form != PLAIN or not text[start - 1].isalpha() or not HAN.match(text, start - 1):
        return False
    return text[start - 1] == "第" or text[end : end + 1] not in HAN_STOPS


def _ends_row(call: PrintedCall, text: str) -> bool:
    """Whether a number ends a row behind a sign that nothing but a call follows: `举行会议。1`."""
    return call.span[1] == len(text) and text[call.span[0] - 1] in STOPS_BEFORE_CALLS


def _may_be_notes(sequence: Sequence[Candidate], lines: Sequence[Line], labels: _Labels) -> bool:
    """Whether numbers may open notes: `1.` does so only at the end, where no other notes stand.

    Below a heading, other than that of notes, are the paragraphs of an annex; below a colon, items.
    """
    first = sequence[0]
    if USUAL.fullmatch(first.form.rstrip(STOPS)) is None:
        return True
    above = lines[first.at - 1].text if first.at else ""
    if introduces_list(above):
        return False
    opens = (
        ends_sentence(above)
        or above in PICTURES
        or RULE.fullmatch(above) is not None
        or fold_words(above) in labels.headings
    )
    if first.form[0] in BRACKETS and first.apart and _end_pages(sequence, lines):
        return all(line.role != "note" for line in lines)
    if not opens or not _end_document(sequence, lines):
        return False
    return all(line.role != "note" for line in lines)


def _end_pages(sequence: Sequence[Candidate], lines: Sequence[Line]) -> bool:
    """Whether each number stands at the foot of a page, with nothing but its text below it."""
    heads = {found.at for found in sequence}
    for found in sequence:
        at = found.at + 1
        while at < len(lines) and (at in heads or lines[at].above == 0):
            at += 1
        if at == len(lines) or lines[at].above >= 0:
            return False
    return True


def _end_document(sequence: Sequence[Candidate], lines: Sequence[Line]) -> bool:
    """Whether nothing but the texts of some numbers stands below them, and no rule above."""
    first = sequence[0].at
    heads = {found.at for found in sequence}
    if not all(lines[at].above == 0 or at in heads for at in range(first + 1, len(lines))):
        return False
    rows = (at for at in range(first) if lines[at].text[0] in RULE_CHARACTERS)
    ruled = {at for at in rows if RULE.fullmatch(lines[at].text)}
    known = sequence[0].form in BELOW_RULE and first - 1 in ruled
    return not (known or ruled - {first - 1})
