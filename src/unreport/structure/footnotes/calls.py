"""The calls of footnotes, found in the text.

A call is a number glued to a word; which numbers are calls is told by the notes, in their order.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate

from msgspec.structs import replace

from unreport.document import Line
from unreport.model import Footnote
from unreport.text.lazy_patterns import lazy_pattern
from unreport.text.numerals import decimal_value

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED = rf"[{SUPERSCRIPTS}]{{1,3}}"
CIRCLED = "①-⑳㉑-㉟"  # as a set in a pattern
CIRCLED_SIGNS = "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260))))
TO_DIGITS: dict[int, int | str | None] = {
    **str.maketrans(SUPERSCRIPTS, "0123456789"),
    **{ord(sign): str(number) for number, sign in enumerate(CIRCLED_SIGNS, start=1)},
}
# Before the call ① stands a word or the end of a clause; before an item a colon or semicolon
CLAUSE_END = r"[\w.,!?)\]”“»\"،؛؟。，、）》」%’]"
# mondiale3  العالمية(3)  borders.1  February 202515  2023,4  ⁶  ⁽⁶⁾  the vote, 2/
# They are glued to a word or to what closes a clause.
CALL = lazy_pattern(
    rf"""
      (?<=[\w.,;:!?)\]”“»"،؛؟。，、；：）》」])\s?[(（](?P<bracketed>\d{{1,3}})[)）]
    | (?<=[\w.,;:!?)\]”“»"،؛؟。，、；：）》」%])[\[［〔]\^?(?P<squared>\d{{1,3}})[\]］〕]
    | (?<=[^\W\d_A-Z]|[.,;:!?)\]”“»’"،؛؟。，、；：）》」])(?<![\dA-Z][.,、])
      (?P<plain>\d{{1,3}})(?![ \u00a0\u202f]\d{{3}}(?!\d))  # no head of an amount: 4 327 800
      (?![\d’‘'`]|[./,:、-]\d|[^\W\d_\u3400-\u9fff]|/|\.\w|[年月日条款段号项次届个名])
    | (?<=(?<!\d)(?:19|20)\d\d)(?P<dated>\d{{1,2}})(?!\d)
    | (?<=(?<!\d)(?:19|20)\d\d[,.،，])(?P<after_year>\d{{1,2}})(?![\d.,]*\d)(?:/(?![\w/.]))?
    | [(（\[［⁽](?<!\s.)(?P<enclosed>{RAISED})[)）\]］⁾]
    | (?<![\W\d_][kcdmh]m)(?<![\W\d_][кс]м)(?<![\W\d_][mм])(?P<raised>{RAISED})⁾?  # not: km²
    | (?<={CLAUSE_END})(?<![第至和与及])(?P<circled>[{CIRCLED}])(?![项点类款种条])
    | (?<=[\w.,;:!?)\]”“»"،؛؟。，、；：）》」\s])(?<![\d/])(?P<slashed>\d{{1,3}})/(?![\w/.])
    """,
    re.VERBOSE,
)
CALL_ALONE = lazy_pattern(
    rf"[(（](?P<bracketed>\d{{1,3}})[)）]|[\[［〔](?P<squared>\d{{1,3}})[\]］〕]"
    rf"|[(（\[［⁽](?P<enclosed>{RAISED})[)）\]］⁾]|(?P<raised>{RAISED})⁾?"
)
# Numbers that may be calls by what stands around them: no space before, or a slash after; or those
# of a year and a call
# The digits are of the six languages: to look for those of all scripts takes twice as long
GLUED = lazy_pattern(
    rf"[0-9٠-٩۰-۹０-９{SUPERSCRIPTS}{CIRCLED}](?:(?<=[{CIRCLED}])"
    rf"|(?<=[{SUPERSCRIPTS}])[{SUPERSCRIPTS}]{{0,2}}"
    r"|(?<![\s\d].)\d{0,5}|(?<!\d.)(?:\d{4,5}|\d{0,2}(?=/)))"
)
GLUED_IN_ASCII = lazy_pattern(
    r"[0-9](?:(?<![\s0-9].)[0-9]{0,5}|(?<![0-9].)(?:[0-9]{4,5}|[0-9]{0,2}(?=/)))"
)
BRACKETS = frozenset("(（[［〔⁽")
RAISED_CALL = lazy_pattern(
    rf"{RAISED}|[{CIRCLED}](?<={CLAUSE_END}.)(?<![第至和与及].)(?![项点类款种条])"
)
LONGEST_CALL = 5  # characters, brackets included
YEAR = 4  # digits
# العمل(1)  العمل.(1)  the survey.[1]  glued to a word or to what closes a sentence
BRACKETED_CALL = lazy_pattern(
    r"([(（\[［〔])(?<=(?:[^\W\d_]|[.”“»\"،؛؟。，])[(（\[［〔])\^?(\d{1,3})[)）\]］〕]"
)
CALL_SIGNS = "()（）[]［］〔〕⁽⁾/^ "
# *1  note 2  fn3  {1}  <sup>1</sup>
LABELLED = lazy_pattern(
    r"(?:[^\W\d_]{2,12}(?:\s[^\W\d_]{1,5}){0,3}\.?|[^\W\d_](?:\.\s?|\s)|[\u3400-\u9fff]|[^\w\s]+(?:sup>)?)\s?"
    r"(\d{1,3})(?:</sup>|[^\w\s]*)"
)
STARS = ("*", "†", "‡")
# the session*  the session. */
STAR_CALL = lazy_pattern(
    r"(?<=[^\s*†‡])(?:\s(?=[*†‡]{1,4}/))?(?:\*{1,4}|[†‡]{1,3})/?(?=[\s,;.،؛]|$)"
)
# on average, b/ with flocks   on average. [b]   on average[b] with
LETTER_CALL = lazy_pattern(
    r"""(?<=[\w.,;:!?)\]”“»\"،؛؟。，、；：）》」])
    (?: \s?(?<!\w)([a-z])/(?![\w/.])
      | (?: (?<=[.:!?؟。：])\s(?=...(?!\s[a-zß-öø-ÿа-я]))  # not `the draft. [b] was preferred`
          | (?<![\w.:!?؟。：])\s
          | \s(?=...(?:[.,:;!?،؛؟。，；：]|\s*$))          # not `option [b] and`
          | )
        [\[［]([a-z])[\]］]
    )""",
    re.VERBOSE,
)


def called_marks(lines: Sequence[Line]) -> frozenset[str]:
    """The marks of the notes whose calls the reader has marked."""
    return frozenset(
        called_mark(line.text[start:end])
        for line in lines
        if line.calls
        for start, end in line.calls
    )


def mark_calls(
    lines: Sequence[Line], footnotes: Sequence[Footnote], known: Collection[str]
) -> Iterator[Line]:
    """The lines with calls marked where the reader has not done so."""
    marks = {note.marker or "" for note in footnotes}
    stars = any(mark.startswith(STARS) for mark in marks)
    letters = {mark for mark in marks if len(mark) == 1 and "a" <= mark <= "z"}
    calls: dict[int, list[tuple[int, int]]] = {}
    starts = [line.start for line in lines]
    for numbers, start, end in _runs(footnotes, known):
        part = range(bisect_left(starts, start), bisect_left(starts, end))
        for at, match in _rising(_likely(list(_candidates(lines, part, numbers)))):
            calls.setdefault(at, []).append(_span_of_call(match))
    if not (calls or stars or letters):
        yield from lines
        return
    for at, line in enumerate(lines):
        spans = calls.get(at, [])
        if not (stars or letters):
            yield replace(line, calls=tuple(spans)) if spans else line
            continue
        if stars and not line.calls:
            spans = sorted([*spans, *(match.span() for match in STAR_CALL.finditer(line.text))])
        if letters and not line.calls and line.role != "table":
            found = LETTER_CALL.finditer(line.text)
            spans = sorted([*spans, *(m.span() for m in found if (m[1] or m[2]) in letters)])
        yield replace(line, calls=tuple(spans)) if spans else line


class CallsAbove:
    """The stars, raised numbers, `a/` and glued `(1)` above a line, looked for when asked for."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Begin with the lines of a document, none of them looked through."""
        self.lines = lines
        self.read = 0  # how many lines have been looked through
        self.found: set[str] = set()

    def above(self, at: int) -> set[str]:
        """All calls above a line; what opens a line is no call."""
        if self.read < at:
            self._look_through([line.text for line in self.lines[self.read : at]])
            self.read = at
        return self.found

    def _look_through(self, rows: Sequence[str]) -> None:
        """Look for calls in some rows; in each of them only where they have the signs of calls."""
        text = "\n".join(rows)
        found = BRACKETED_CALL.finditer(text)  # after a letter or stop, so never first in a row
        self.found.update(f"{match[1]}{decimal_value(match[2])}" for match in found)
        if "/" in text:
            letters = (LETTER_CALL.finditer(row, 1) for row in rows if "/" in row)
            self.found.update(f"{m[1]}/" for matches in letters for m in matches if m[1])
        for star in ("*", "†"):
            if star in text and any(star in row and STAR_CALL.search(row) for row in rows):
                self.found.add(star)
        others = [row for row in rows if not row.isascii()]
        if others and RAISED_CALL.search("\n".join(others)):
            raised = (match[0] for row in others for match in RAISED_CALL.finditer(row, 1))
            self.found.update(
                one if one in CIRCLED_SIGNS else one.translate(TO_DIGITS) for one in raised
            )


def mark_of(match: re.Match[str]) -> str:
    """The mark that a call or the head of a note has, a raised number in digits."""
    return match[match.lastgroup or 0].translate(TO_DIGITS)


def called_mark(call: str) -> str:
    """The mark of a note in its call as printed.

    >>> called_mark("[^1]"), called_mark("(note 2)"), called_mark("**")
    ('1', '2', '**')
    """
    bare = call.strip(CALL_SIGNS).translate(TO_DIGITS)
    labelled = None if bare.isdecimal() else LABELLED.fullmatch(bare)
    return labelled[1] if labelled else bare


def _span_of_call(match: re.Match[str]) -> tuple[int, int]:
    """The place of a call, with the space that sets it off from its word: `the vote, 2/`."""
    start, end = match.span()
    spaced = match.lastgroup == "slashed" and match.string[start - 1].isspace()
    return start - spaced, end


Run = tuple[frozenset[int], int, int]


def _runs(footnotes: Sequence[Footnote], known: Collection[str]) -> Iterator[Run]:
    """The numbers of notes that count up, and the part of the text whose calls they are.

    Notes that count from 1 again on each page are called above them, after those before them.
    """
    numbered = [
        (number, note)
        for note in footnotes
        if note.marker and note.marker not in known and (number := decimal_value(note.marker))
    ]
    begin, run = 0, set[int]()
    for at, (number, note) in enumerate(numbered):
        run.add(number)
        following = numbered[at + 1] if at + 1 < len(numbered) else None
        if following is None or following[0] <= number:
            yield frozenset(run), begin, note.span.start if following else sys.maxsize
            begin, run = note.span.end, set()


Candidate = tuple[int, re.Match[str]]


def _candidates(
    lines: Sequence[Line], part: Iterable[int], numbers: frozenset[int]
) -> Iterator[Candidate]:
    """What may be a call: glued numbers that a footnote has."""
    for at, places in _places_of_numbers(lines, part, numbers).items():
        for match in _calls_in(lines[at], places):
            above = lines[at - 1].text if at else ""
            if decimal_value(mark_of(match)) in numbers and not _is_in_symbol(match, above):
                yield at, match


def _places_of_numbers(
    lines: Sequence[Line], part: Iterable[int], numbers: frozenset[int]
) -> dict[int, list[tuple[int, int]]]:
    """Where numbers that may be calls begin and end in each line, looked for in all at once.

    Below a space only `2/` is one, and the digits of a year with a call.
    """
    own = [at for at in part if not lines[at].calls and lines[at].role != "table"]
    text = "\n".join([lines[at].text for at in own])
    spelt = frozenset(map(str, numbers))
    glued = (GLUED_IN_ASCII if text.isascii() else GLUED).finditer(text)
    found = [
        match.span() for match in glued if match[0] in spelt or _may_be_call(match[0], numbers)
    ]
    starts = [0, *accumulate([len(lines[at].text) + 1 for at in own])] if found else []
    places: dict[int, list[tuple[int, int]]] = {}
    for start, end in found:
        row = bisect_right(starts, start) - 1
        places.setdefault(own[row], []).append((start - starts[row], end - starts[row]))
    return places


def _may_be_call(digits: str, numbers: frozenset[int]) -> bool:
    """Whether digits, in signs other than ASCII, are one of some numbers, or a year with one."""
    if len(digits) > YEAR:
        return True
    return not ("1" <= digits[0] <= "9") and _value(digits) in numbers


def _calls_in(line: Line, numbers: Sequence[tuple[int, int]]) -> Sequence[re.Match[str]]:
    """The numbers that are calls by form; a bracketed number alone on the next row is one too."""
    short = line.above == 0 and len(line.text) <= LONGEST_CALL
    alone = CALL_ALONE.fullmatch(line.text) if short else None
    return (alone,) if alone else _calls(line.text, numbers)


def _is_in_symbol(match: re.Match[str], above: str) -> bool:
    """Whether a number ends a document symbol: `A/79/158/Add.1`, or its part on a second row."""
    text, start = match.string, match.start()
    if match.lastgroup != "plain" or text[start - 1 : start] != ".":
        return False
    word = text.rfind(" ", 0, start) + 1
    return "/" in text[word:start] or (not word and above.endswith("/"))


def _calls(text: str, numbers: Sequence[tuple[int, int]]) -> list[re.Match[str]]:
    """The numbers that are calls by form; a longer one may be a year with a call: `202515`."""
    calls: list[re.Match[str]] = []
    for start, end in numbers:
        if end - start == YEAR:
            continue
        places = _places(text, start)
        for place in (*places, start + YEAR) if end - start > YEAR else places:
            if match := CALL.match(text, place):
                calls.append(match)
                break
    return calls


def _places(text: str, start: int) -> tuple[int, ...]:
    """Where the call that has a number may begin: at the number, its bracket or the space before.

    A raised number in brackets that are not raised may be the last of a remark: `(see Doc. ¹)`.
    """
    if text[start - 1 : start] == "^":
        return (start - 2,) if start > 1 else ()
    if text[start - 1 : start] not in BRACKETS:
        return (start,)
    before = (start - 2, start - 1) if start > 1 else (start - 1,)
    return before if text[start].isdecimal() else (*before, start)


def _value(digits: str) -> int:
    return int(digits if digits.isascii() else digits.translate(TO_DIGITS))


def _likely(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates without those whose number stands better elsewhere.

    A raised number is better than any other, and one between two letters is worse: Chinese sets no
    spaces, and 在议程项目2下 is no call where 。2 is.
    """
    best: dict[str, int] = {}
    for _, match in candidates:
        best[mark_of(match)] = max(_strength(match), best.get(mark_of(match), 0))
    return [(at, m) for at, m in candidates if _strength(m) == best[mark_of(m)]]


def _strength(match: re.Match[str]) -> int:
    """How surely a number is a call, by its form: 2 raised, 0 between letters or spaced."""
    if match.lastgroup in ("raised", "circled", "enclosed", "squared"):
        return 2
    if match.lastgroup == "bracketed":  # `article 6 (3) (b)`
        return 0 if match[0][0].isspace() else 1
    before, after = match.string[match.start() - 1], match.string[match.end() : match.end() + 1]
    return 0 if match.lastgroup == "plain" and before.isalpha() and after.isalpha() else 1


def _rising(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The longest run of candidates whose numbers rise: notes are called in their order."""
    tails: list[int] = []  # the smallest number that a run of each length can end in
    ends: list[int] = []  # and which candidate it is
    before: list[int | None] = []
    for i, (_, match) in enumerate(candidates):
        number = int(mark_of(match))
        length = bisect_left(tails, number)
        before.append(ends[length - 1] if length else None)
        tails[length : length + 1] = [number]
        ends[length : length + 1] = [i]
    run: list[Candidate] = []
    at = ends[-1] if ends else None
    while at is not None:
        run.append(candidates[at])
        at = before[at]
    return run[::-1]
