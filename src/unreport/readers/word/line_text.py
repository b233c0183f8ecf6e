"""Normalised text of a line, with the offsets of note calls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from unreport.document import Line
from unreport.text.characters import normalise

# Noncharacters, which XML cannot contain, delimit a note call until its offsets in the normalised
# text are known.
CALL_START, CALL_END = "\ufffe", "\uffff"
CALL = re.compile(f"{CALL_START}([^{CALL_START}{CALL_END}]*){CALL_END}")
WITHOUT_CALL_MARKERS = str.maketrans("", "", CALL_START + CALL_END)
LINE_BREAK = "\n"
NUMBERED = re.compile(r"[(（‘]?\w{1,5}[.)）’、．-]\s*\S")  # `2. The`, `(a) to`, `٢- قررت`
NOT_LOWER_CASE = re.compile(r"[^a-zà-öø-ÿа-яё]")
LINE_BREAKS = re.compile(r"[\n\r\f\v]+")

SUPERSCRIPT_DIGITS, SUBSCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"
PLAIN_DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
SCRIPTS = {
    "superscript": str.maketrans(
        "".join(PLAIN_DIGITS) + "+-−ni", SUPERSCRIPT_DIGITS * len(PLAIN_DIGITS) + "⁺⁻⁻ⁿⁱ"
    ),
    "subscript": str.maketrans(
        "".join(PLAIN_DIGITS) + "+-−", SUBSCRIPT_DIGITS * len(PLAIN_DIGITS) + "₊₋₋"
    ),
}
# ` 6`, `-6`, `15–20`, `1, 2`, `6,`: a number, or several, with what is between and around them
SCRIPTED_NUMBER = re.compile(
    r"(?P<before>[\s(]*)(?P<number>[+−-]?\d+(?:[,;–] ?\d+)*)(?P<after>[.,;:)]*\s*)"
)
EXPONENT = re.compile(r"[ni]")  # `2ⁿ`
AFTER_DIGIT = {
    "superscript": re.compile(r"\S$"),
    "subscript": re.compile(rf"(?:[\d{SUBSCRIPT_DIGITS}]|[{SUPERSCRIPT_DIGITS}] ?[/⁄])$"),
}
"""Text after which digits are a number of their own; the index of `CO2` is not."""


Calls: TypeAlias = tuple[tuple[int, int], ...]


class LineText(Struct, frozen=True):
    """Normalised text and the offsets of note calls in it."""

    text: str
    calls: Calls = ()


def line_text(raw: str) -> LineText:
    """Normalise text with delimited note calls."""
    if CALL_START not in raw:
        return LineText(single_line(raw))
    text = single_line(raw)
    out: list[str] = []
    calls: list[tuple[int, int]] = []
    at = last = 0
    for match in CALL.finditer(text):
        before = text[last : match.start()].translate(WITHOUT_CALL_MARKERS)
        mark = match[1].strip()
        out += [before, mark]
        start = at + len(before)
        at = start + len(mark)
        last = match.end()
        if mark:
            calls.append((start, at))
    out.append(text[last:].translate(WITHOUT_CALL_MARKERS))
    return LineText("".join(out), tuple(calls))


def separate_lines(text: str, *, masthead: bool) -> list[str]:
    """Split the text of a paragraph at line breaks that separate lines of their own.

    In a masthead each break does, but before a lower-case letter; in body text only one before a
    number.
    """
    separate = NOT_LOWER_CASE if masthead else NUMBERED
    pieces: list[str] = []
    for piece in text.split(LINE_BREAK):
        if not pieces or (piece.strip() and separate.match(piece.strip())):
            pieces.append(piece)
        else:
            pieces[-1] += " " + piece
    return pieces


def paragraph_lines(
    pieces: list[LineText], label: str, line: Line, *, separator: str = "\t"
) -> Iterator[Line]:
    """The lines of a paragraph: `label` is its automatic number, `line` has what they share.

    Label and indent are those of the first line; only the last is known to end a paragraph.
    """
    prefix = label + (separator if label and pieces else "")
    for at, piece in enumerate(pieces or [LineText("")]):
        head = prefix if at == 0 else ""
        yield replace(
            line,
            text=head + piece.text,
            ends=True if at >= len(pieces) - 1 else None,
            indent=line.indent if at == 0 else None,
            label=len(label) if at == 0 else 0,
            calls=shifted(piece.calls, len(head)),
        )


def shifted(calls: Calls, by: int) -> Calls:
    """Note calls moved by a number of characters; those that begin before the text are dropped."""
    return tuple((start + by, end + by) for start, end in calls if start + by >= 0)


def note_lines(lines: list[Line], mark: str | None, *, own: bool) -> Iterator[Line]:
    """A note as one line that begins with its mark, which is added without `own`.

    Only one paragraph of a note has its mark, mostly the first.  A table before it is a part of the
    note; a paragraph before it, such as a list of abbreviations, is a line of its own.
    """
    marked = (at for at, line in enumerate(lines) if mark and line.text.startswith(mark))
    at = next(marked, None) if own else None
    if mark and at is not None:
        yield from (line for line in lines[:at] if not line.cells)
        tables = [line for line in lines[:at] if line.cells]
        lines = [*tables, _without_mark(mark, lines[at]), *lines[at + 1 :]]
    if lines:
        note = joined(lines)
        yield _with_mark(mark, note) if mark else note


def _without_mark(mark: str, line: Line) -> Line:
    text = line.text[len(mark) :].lstrip()
    return replace(line, text=text, calls=shifted(line.calls, len(text) - len(line.text)))


def _with_mark(mark: str, line: Line) -> Line:
    text = f"{mark} {line.text}" if line.text else mark
    return replace(line, text=text, calls=shifted(line.calls, len(mark) + 1))


def joined(lines: list[Line]) -> Line:
    """Lines as one, separated by spaces; the cells of table rows too."""
    text = ""
    calls: Calls = ()
    for line in lines:
        calls += shifted(line.calls, len(text) + 1 if text else 0)
        text = f"{text} {line.text}" if text else line.text
    return replace(lines[0], text=text.replace("\t", " "), calls=calls, cells=())


def scripted(text: str, vertical: str, before: str) -> str:
    """Superscript or subscript digits as characters of their own, so that `10⁶` is not 106.

    >>> scripted("6", "superscript", "10"), scripted("2", "subscript", "CO")
    ('⁶', '2')
    """
    last_is_digit = before[-1:].isdigit()
    if vertical == "superscript" and last_is_digit and EXPONENT.fullmatch(text):
        return text.translate(SCRIPTS[vertical])
    match = SCRIPTED_NUMBER.fullmatch(text)
    if match is None or not (
        last_is_digit if match["before"] else AFTER_DIGIT[vertical].search(before)
    ):
        return text
    return match["before"] + match["number"].translate(SCRIPTS[vertical]) + match["after"]


def single_line(raw: str) -> str:
    """Normalise text to a single line."""
    return LINE_BREAKS.sub(" ", normalise(raw)).strip()
