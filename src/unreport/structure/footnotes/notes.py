"""The texts of footnotes, split from the lines.

A rule of underscores stands before notes; a reader that knows notes from text says so itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from unreport.document import Line
from unreport.languages.lexicon import Lexicon
from unreport.model import Footnote, Furniture, Span
from unreport.structure.clause_ends import ends_sentence
from unreport.structure.footnotes.calls import (
    BRACKETED_CALL,
    BRACKETS,
    CIRCLED,
    CIRCLED_SIGNS,
    RAISED,
    SUPERSCRIPTS,
    CallsAbove,
    called_marks,
    mark_calls,
    mark_of,
)
from unreport.structure.footnotes.printed_notes import NoteHead, printed_notes
from unreport.structure.furniture.rules import RULE, RULE_CHARACTERS
from unreport.structure.markers.patterns import HEAD
from unreport.text.folding import CharacterTable, fold_character, fold_words
from unreport.text.joined_rows import joined_text
from unreport.text.lazy_patterns import lazy_pattern
from unreport.text.numerals import decimal_value

# 1 A/77/572, para. 4.  (1) انظر …  ⁶ See …  ⑥ See …  ⁽⁶⁾ See …  1/ A/77/572.  [a] See …  * A/80/50.
NOTE = lazy_pattern(
    rf"""
      [(（]\s?(?P<bracketed>\d{{1,3}})\s?[)）]\s*
    | [\[［〔]\s?\^?(?P<squared>\d{{1,3}})\s?[\]］〕]:?\s*
    | [(（\[［⁽]\s?(?P<enclosed>{RAISED})\s?[)）\]］⁾]\s*
    | (?P<raised>{RAISED})[)）⁾]?\s*
    | (?P<circled>[{CIRCLED}])\s*
    | (?P<slashed>\d{{1,3}}|[a-z])/(?:\s+|(?=[^\W\d]))
    | (?P<dashed>\d{{1,3}})\s?[-–—]\s+
    | (?P<plain>\d{{1,3}})(?:\s+|(?=[^\W\d]))
    | (?P<dotted>\d{{1,3}})[.)]\s+
    | [\[［]\s?(?P<lettered>[a-z])\s?[\]］]:?\s+(?=\S)
    | (?P<star>\*{{1,4}}|[†‡]{{1,3}})/?\s*
    | (?P<letter>[a-z])\s+(?=\S)
    """,
    re.VERBOSE,
)
# `---`, `* * *`: rows of a sign that are too short to be a rule but above a note
SHORT_RULE = lazy_pattern(rf"([{re.escape(RULE_CHARACTERS)}.*~])(?:\s?\1){{2,}}")
RULE_SIGNS = frozenset(RULE_CHARACTERS + ".*~")
RAISED_SHAPES = ("raised", "circled", "enclosed", "star")
FIRST_MARKS = ("1", "١", "a")
SURE_SHAPES = ("raised", "circled", "enclosed", "bracketed", "squared", "slashed", "star")
OPENINGS = frozenset("*†‡⁽" + SUPERSCRIPTS + CIRCLED_SIGNS)
NOTE_SIGNS = RULE_SIGNS | OPENINGS | BRACKETS
LONGEST_HEADING = 20
PRINTED = "printed"  # the shape of notes that a sequence told
COLONS = (":", " :", "\u00a0:", "：")


class FootnoteSplit(Struct, frozen=True):
    """Lines without notes, calls marked in them; the notes; the rules above them."""

    lines: tuple[Line, ...]
    footnotes: tuple[Footnote, ...]
    furniture: tuple[Furniture, ...]


class _Note(Struct):
    """A footnote as its lines come in."""

    marker: str | None
    shape: str
    lines: list[Line]
    cut: int  # where the text begins in the first line


def split_footnotes(lines: Sequence[Line], lexicon: Lexicon) -> FootnoteSplit:
    """Split footnotes from the text, and mark their calls."""
    words = _note_words(lexicon)
    printed = printed_notes(lines, lexicon)
    called = printed.calls
    kept: list[Line] = []
    notes: list[_Note] = []
    rules: list[Furniture] = []
    inside = first = False
    calls = CallsAbove(lines)
    for i, line in enumerate(lines):
        if i in printed.heads:
            notes.append(_printed_note(line, printed.heads[i]))
            inside, first = True, False
            continue
        if not inside and line.role == "body" and _is_text_alone(line.text, words):
            kept.append(_with_calls(line, called.get(i)) if called else line)
            continue
        if line.role == "body" and line.text[0] in RULE_SIGNS and _is_rule(i, lines):
            rules.append(Furniture(kind="rule", text=line.text, span=Span(line.start, line.end)))
            inside = first = i + 1 < len(lines) and NOTE.match(lines[i + 1].text) is not None
            continue
        if line.role == "body" and not inside and _heads_notes(i, lines, words, calls):
            inside = first = True
            kept.append(line)
            continue
        own = line.role == "note" or (line.role == "body" and _opens_called(i, lines, calls, notes))
        inside = line.role == "body" and (own or (inside and (first or _stays(line, notes))))
        if own or inside:
            _take(line, notes, words.unmarked, opens=first)
        else:
            kept.append(_with_calls(line, called.get(i)) if called else line)
        first = False
    footnotes = tuple(map(_footnote, notes))
    others = [found for found, note in zip(footnotes, notes, strict=True) if note.shape != PRINTED]
    marked = tuple(mark_calls(kept, others, called_marks(lines)) if others else kept)
    return FootnoteSplit(marked, footnotes, tuple(rules))


def _printed_note(line: Line, head: NoteHead) -> _Note:
    return _Note(head.mark, PRINTED, [line], head.end)


def _with_calls(line: Line, calls: tuple[tuple[int, int], ...] | None) -> Line:
    return replace(line, calls=calls) if calls else line


def _is_text_alone(text: str, words: _NoteWords) -> bool:
    """Whether a line can be neither a rule, nor the heading of notes, nor open a called note."""
    if text[0] in NOTE_SIGNS or text[1:2] == "/":
        return False
    return len(text) > LONGEST_HEADING or not (words.opens[text[0]] or text[1:2] in SUPERSCRIPTS)


def _is_rule(at: int, lines: Sequence[Line]) -> bool:
    """Whether a line is a rule: a long row of a sign, or a short one above the first of notes."""
    text = lines[at].text
    if RULE.fullmatch(text):
        return True
    if at + 1 == len(lines) or SHORT_RULE.fullmatch(text) is None:
        return False
    match = NOTE.match(lines[at + 1].text)
    if match is None or match.lastgroup not in SURE_SHAPES:
        return False
    return match.lastgroup in RAISED_SHAPES or mark_of(match) in FIRST_MARKS


class _NoteWords(NamedTuple):
    """The headings of notes, folded, which characters open one, and how unmarked notes open."""

    headings: frozenset[str]
    opens: CharacterTable
    unmarked: tuple[str, ...]


@cache
def _note_words(lexicon: Lexicon) -> _NoteWords:
    headings = frozenset(map(fold_words, lexicon.notes))
    unmarked = (f"{word}{colon}" for word in lexicon.unmarked_notes for colon in COLONS)
    initials = frozenset(("", *(word[0] for word in headings)))  # "" of signs that folding removes
    opens = CharacterTable(lambda c: fold_character(c) in initials)
    return _NoteWords(headings, opens, tuple(unmarked))


def _heads_notes(at: int, lines: Sequence[Line], words: _NoteWords, calls: CallsAbove) -> bool:
    """Whether a line is the heading of the notes at the end: `Notes`, and the first note below.

    `1.` is the mark of a note there only if a raised 1 calls it above.
    """
    text = lines[at].text
    if len(text) > LONGEST_HEADING or not words.opens[text[0]]:
        return False
    if at + 1 >= len(lines) or fold_words(text) not in words.headings:
        return False
    match = NOTE.match(lines[at + 1].text)
    return match is not None and (match.lastgroup != "dotted" or mark_of(match) in calls.above(at))


def _opens_called(
    at: int, lines: Sequence[Line], calls: CallsAbove, notes: Sequence[_Note]
) -> bool:
    """Whether a line opens a note that was called above: `*`, a raised number, `a/` or `(1)`."""
    text = lines[at].text
    if text[0] in BRACKETS and text[1:3].lstrip("^")[:1].isdecimal():
        return _opens_bracketed(at, lines, calls, notes)
    if not (text[0] in OPENINGS or text[1:2] == "/" or text[1:2] in SUPERSCRIPTS):
        return False
    match = NOTE.match(text)
    if match is None or match.end() == len(text):
        return False
    if match.lastgroup == "circled" and not _is_first_or_next(match, notes):
        return False  # ②开展培训: of a list
    mark = {
        "star": "*",
        "raised": mark_of(match),
        "circled": text[0],
        "enclosed": mark_of(match),
        "slashed": f"{mark_of(match)}/",
    }
    return mark.get(match.lastgroup or "") in calls.above(at)


def _opens_bracketed(
    at: int, lines: Sequence[Line], calls: CallsAbove, notes: Sequence[_Note]
) -> bool:
    """Whether a line opens the next note in order: `(1)`, called above as `العمل(1)`.

    The items of a list stand below a colon, or below the item before; no item begins with `[^1]`.
    """
    match = NOTE.match(lines[at].text)
    if match is None or match.end() == len(match.string):
        return False
    ended = at and ends_sentence(BRACKETED_CALL.sub("", lines[at - 1].text))
    if not (ended or match.string[1] == "^"):
        return False
    number = decimal_value(mark_of(match)) or 0
    return _is_first_or_next(match, notes) and f"{match.string[0]}{number}" in calls.above(at)


def _is_first_or_next(match: re.Match[str], notes: Sequence[_Note]) -> bool:
    """Whether a mark is 1, or the next after the last note of its shape."""
    before = next((note.marker for note in reversed(notes) if note.shape == match.lastgroup), None)
    return decimal_value(mark_of(match)) in (1, (decimal_value(before or "0") or 0) + 1)


def _stays(line: Line, notes: Sequence[_Note]) -> bool:
    """Whether a line after a rule is still a note: it opens the next one or follows close."""
    match = NOTE.match(line.text)
    if notes and line.page != notes[-1].lines[-1].page:  # the notes of a page end with it
        return False
    if match is not None and _follows(match, notes):
        return True
    return bool(notes) and line.above == 0 and not _opens_text(line, notes[-1])


def _opens_text(line: Line, note: _Note) -> bool:
    """Whether a row right below a note begins a text: it has a number, and the note has ended."""
    above = note.lines[-1]
    ended = ends_sentence(above.text) and HEAD.match(line.text) is not None
    return note.shape == PRINTED and (above.ends is True or ended)


def _follows(match: re.Match[str], notes: Sequence[_Note]) -> bool:
    """Whether a mark is of the kind of the note before it, and the next in number."""
    shape = match.lastgroup or ""
    if notes and notes[-1].shape == PRINTED:
        return shape == "star"
    number = decimal_value(mark_of(match))
    before = decimal_value(notes[-1].marker or "") if notes else None
    if number is None or before is None:
        return shape != "dotted" or not notes
    return number == before + 1 and (
        shape == notes[-1].shape or "dotted" not in (shape, notes[-1].shape)
    )


def _take(line: Line, notes: list[_Note], unmarked: tuple[str, ...], *, opens: bool) -> None:
    """Begin a note with a line, as the first after a rule does, or go on with the last."""
    match = NOTE.match(line.text)
    if match is not None and (opens or not notes or _opens_next(line, match, notes)):
        shape = match.lastgroup or ""
        notes.append(_Note(mark_of(match), shape, [line], match.end()))
    elif notes and notes[-1].lines[-1].ends and line.text.startswith(unmarked):
        notes.append(_Note(None, "", [line], 0))
    elif notes and (line.page or 0) - (notes[-1].lines[-1].page or 0) <= 1:
        notes[-1].lines.append(line)
    else:
        notes.append(_Note(None, "", [line], 0))


def _opens_next(line: Line, match: re.Match[str], notes: Sequence[_Note]) -> bool:
    """Whether a line opens the next note in order, or one out of order where its reader says so.

    A line with which the last note goes on may begin with a number: `5–13 September`.
    """
    number, before = decimal_value(mark_of(match)), decimal_value(notes[-1].marker or "")
    goes_on = notes[-1].lines[-1].ends is False and match.lastgroup in ("plain", "dashed")
    if goes_on and (number is None or before is None):
        return False
    return _follows(match, notes) or (line.role == "note" and not goes_on)


def _footnote(note: _Note) -> Footnote:
    first, last = note.lines[0], note.lines[-1]
    texts = [first.text[note.cut :], *(line.text for line in note.lines[1:])]
    pages = (first.page, last.page or first.page) if first.page else None
    return Footnote(
        marker=note.marker,
        text=" ".join(joined_text(texts).split()),
        span=Span(first.start, last.end, pages),
    )
