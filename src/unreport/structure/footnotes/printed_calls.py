"""The calls of footnotes in any printed form: `text{1}`, `text^1`, `text [fn 1]`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from unreport.document import Line
from unreport.structure.clause_ends import ends_clause
from unreport.structure.footnotes.calls import CALL, SUPERSCRIPTS, TO_DIGITS
from unreport.text.folding import fold_words
from unreport.text.lazy_patterns import lazy_pattern

OPENING_SIGNS = r"⁽(（\[［〔【{<«‹\^*#~/_=\\↑"  # as sets in a pattern
CLOSING_SIGNS = r")）\]］〕】}>»›\^*#~/_=\\⁾"
CLOSING = frozenset(")）]］〕】}>»›/⁾\\")
LONGEST_BEFORE = 24  # characters
# Its first character before anything else, for which a text is looked through fast
NUMBER = lazy_pattern(
    rf"[1-9١-٩{SUPERSCRIPTS}](?<!\d.)(?:(?<=[1-9])\d{{0,2}}(?!\d)|(?<=[١-٩])[٠-٩]{{0,2}}"
    rf"|(?<=[{SUPERSCRIPTS}])[{SUPERSCRIPTS}]{{0,2}})"
)
# What stands before a number: `word{`, `word [fn `, `word (note `
BEFORE = lazy_pattern(
    rf"(?P<gap>(?:(?<=\S)\s?)?)(?P<before><sup>|[{OPENING_SIGNS}]{{0,3}})"
    r"(?P<label>(?:(?<![^\W\d_])[^\W\d_]{1,12}(?:\s[^\W\d_]{1,5}){0,3}\.?\s?)?)$"
)
AFTER = lazy_pattern(rf"</sup>|[{CLOSING_SIGNS}]{{0,3}}")
WORDLESS = lazy_pattern(r"[\W_]+")
MIRRORED = str.maketrans("⁽(（[［〔【{<«‹", "⁾)）]］〕】}>»›")
BRACKETS = frozenset("⁽(（[［〔【{<«‹")
RAISED_BRACKETS = ("⁽[", "([")  # of the document, around those of a converter: `⁽[1]⁾`
CLAUSE_ENDS = frozenset(("", *".,:;!?؟،؛。，；：！？"))  # behind a call within a row; "" at its end
PAIRED_SIGNS = frozenset("~/_=\\")  # stand on both sides of a number: `/1/`


class PrintedCall(NamedTuple):
    """A number in the text that may call a note."""

    at: int  # index of the row
    number: int
    form: str  # what is printed around the number
    span: tuple[int, int]  # with the space before it
    surely: bool  # glued to the word before it, or named in brackets


class PrintedCalls:
    """The numbers in the rows of a text that may call notes, looked for when asked for."""

    def __init__(self, lines: Sequence[Line], labels: Collection[str]) -> None:
        """Begin with the lines of a document, none of them looked through."""
        self.lines = lines
        self.labels = labels
        self.read = 0  # how many lines have been looked through
        self.found: list[PrintedCall] = []

    def above(self, at: int) -> Sequence[PrintedCall]:
        """All of them above a row, and maybe some below it."""
        for row in range(self.read, at):
            line = self.lines[row]
            if line.role in ("body", "table") and not line.calls:
                for call in _calls_in(line.text, row, self.labels):
                    if line.role == "table" and call.form[0] != "[":
                        continue
                    if call.span[0] > 0 or (row > 0 and not opens_text(self.lines, row)):
                        self.found.append(call)
        self.read = max(self.read, at)
        return self.found


def opens_text(lines: Sequence[Line], at: int) -> bool:
    """Whether a text may begin with a row: below a blank line, a page, a stop or a rule."""
    if not at or lines[at].above:
        return True
    above = lines[at - 1].text
    return ends_clause(above) or WORDLESS.fullmatch(above) is not None


def _calls_in(text: str, row: int, labels: Collection[str]) -> Iterator[PrintedCall]:
    for number in NUMBER.finditer(text):
        start, end = number.span()
        spaced = start > 0 and text[start - 1].isspace()
        if spaced and text[end : end + 1] not in CLOSING:
            continue  # an amount or a reference
        call = _call(text, (start, end), labels)
        if call:
            yield call._replace(at=row)


def _call(text: str, place: tuple[int, int], labels: Collection[str]) -> PrintedCall | None:
    start, end = place
    begin, before, label = _before(text, start, labels)
    if before[:2] in RAISED_BRACKETS and begin is not None:
        begin, before = start - len(before) + 1, before[1:]
    if begin is None and text[end : end + 1] == "/" and start > 1:  # `the vote, 1/`
        begin = start - 1
    after = AFTER.match(text, end)
    closing = _closing(before, after[0] if after else "")
    if closing is None and before == "/" and begin and _is_slash_apart(text, begin, end):
        closing = ""
    if closing is None or begin is None:
        return None
    glued = begin > 0 and not text[begin].isspace()
    raised = text[start] in SUPERSCRIPTS
    form = f"{before}{label}{'¹' if raised else '#'}{closing}"
    if form == "#" and not (glued and CALL.match(text, start)):
        return None
    stop = end + len(closing)
    if closing == "/" and (text[stop : stop + 1].isalnum() or text[begin - 1].isdecimal()):
        return None  # of a document symbol
    surely = glued or bool(label and closing) or form in ("#/", "/#")
    value = int(text[start:end].translate(TO_DIGITS))
    return PrintedCall(0, value, form, (begin, stop), surely)


def _is_slash_apart(text: str, begin: int, end: int) -> bool:
    """Whether a slash and a number stand behind a stop or end a clause: `vote. /1`, not `km /1 h`.

    In a document symbol they stand behind a letter or digit, or another slash is behind them.
    """
    if text[end : end + 1].isalnum() or text[end : end + 1] == "/":
        return False
    if not text[begin].isspace():
        return not text[begin - 1].isalnum()
    return not text[begin - 1].isalnum() or text[end : end + 1] in CLAUSE_ENDS


def _before(text: str, start: int, labels: Collection[str]) -> tuple[int | None, str, str]:
    """Where a call begins whose number begins at a place, the signs before it, and its word."""
    first = max(0, start - LONGEST_BEFORE)
    found = BEFORE.search(text[first:start])
    if found is None:
        return None, "", ""
    label = fold_words(found["label"].rstrip(" ."))
    if not label or label in labels:
        return first + found.start(), found["before"], label
    return (None if text[start - 1].isspace() or found["before"] else start), "", ""


def _closing(before: str, after: str) -> str | None:
    """The signs behind a number that belong to it, by those before it; None if some are missing."""
    if before == "<sup>":
        return after if after == "</sup>" else None
    if before == "\\[":  # Markdown
        return "\\]" if after.startswith("\\]") else None
    if not before:
        return after[:1] if after[:1] in CLOSING else ""
    mirrored = before[::-1].translate(MIRRORED)
    if before[0] in BRACKETS or before[-1] in BRACKETS:
        closing = "".join(sign for sign in mirrored if sign not in "^*#")
        return next((one for one in (mirrored, closing) if after.startswith(one)), None)
    if after.startswith(mirrored):
        return mirrored
    return None if before[0] in PAIRED_SIGNS else ""
