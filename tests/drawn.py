"""Pages drawn from a description that a person can read, for cases about layout.

A description is a list of commands, one a line, that are carried out from the top of a page down:

    page                            a new page of 612 by 792 points
    to 700                          go on at this height, from the top
    down 6                          leave this many points free
    text 72 540 10 Words ...        set words between two edges, justified, in rows
    ragged 72 540 10 Words ...      the same, but not justified
    indented 72 540 10 Words ...    the same as text, but the first row is indented by 24 points
    spread 72 540 10 Words ...      set one row that reaches from edge to edge
    row 72 10b One | 400 Two        set one row: a place and its text, parted by bars;
                                    at 540< the text ends, at 306= it is centred
    rule 72 300 310 540             draw a rule in pieces, each from a place to a place
    box 72 540 120                  draw a frame of this height around what follows
    shade 72 300 540 14             shade bands of this height, from place to place
    ground                          paint the text area white
    upright 72 700 750              draw an upright rule at a place, from a height to a height
    turned 40 300 9 Words           set words that run up the page
    # ...                           say why

A size may have `b` or `i` after it.  `^1^` is raised, and `~` free space of a fixed width.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 612.0, 792.0
TOP = 60.0
LEADING = 1.2
FACES = {"": "Times-Roman", "b": "Times-Bold", "i": "Times-Italic", "bi": "Times-BoldItalic"}
PART = re.compile(r"\^[^^]+\^|~+|[^~^]+")


@dataclass(frozen=True)
class Type:
    """A face and a size in points."""

    face: str
    size: float

    @classmethod
    def of(cls, text: str) -> Type:
        size = text.rstrip("bi")
        return cls(FACES[text[len(size) :]], float(size))

    def parts(self, text: str) -> Iterator[tuple[str, float, float]]:
        """What is set at once, its size, and how far it is raised."""
        for part in PART.findall(text):
            raised = part.startswith("^")
            size = 0.65 * self.size if raised else self.size
            yield part.strip("^"), size, 0.35 * self.size if raised else 0.0

    def width(self, text: str) -> float:
        return sum(
            stringWidth(part.replace("~", " "), self.face, size)
            for part, size, _ in self.parts(text)
        )


def drawn(path: Path) -> bytes:
    """The PDF of a description."""
    out = io.BytesIO()
    pen = _Pen(Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=True))
    for line in path.read_text(encoding="utf-8").splitlines():
        command, _, rest = line.partition(" ")
        if command and command != "#":
            getattr(pen, f"do_{command}")(rest)
    pen.canvas.save()
    return out.getvalue()


class _Pen:
    """Where the next row comes, and what draws it."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.y = TOP
        self.begun = False

    def do_page(self, _: str) -> None:
        if self.begun:
            self.canvas.showPage()
        self.begun, self.y = True, TOP

    def do_to(self, height: str) -> None:
        self.y = float(height)

    def do_down(self, points: str) -> None:
        self.y += float(points)

    def do_text(self, rest: str) -> None:
        self._set(rest, justified=True)

    def do_ragged(self, rest: str) -> None:
        self._set(rest, justified=False)

    def do_indented(self, rest: str) -> None:
        self._set(rest, justified=True, indent=24.0)

    def _set(self, rest: str, *, justified: bool, indent: float = 0.0) -> None:
        left, right, kind, words = rest.split(" ", 3)
        type_ = Type.of(kind)
        room = float(right) - float(left)
        rows: list[list[str]] = [[]]
        for word in words.split():
            free = room - (indent if len(rows) == 1 else 0.0)
            if rows[-1] and type_.width(" ".join([*rows[-1], word])) > free:
                rows.append([])
            rows[-1].append(word)
        for at, row in enumerate(rows):
            text = " ".join(row)
            start = 0.0 if at else indent
            full = justified and row is not rows[-1]
            gap = (room - start - type_.width(text)) / max(1, len(row) - 1) if full else 0.0
            self._down(type_)
            self._put(float(left) + start, text, type_, gap)

    def do_spread(self, rest: str) -> None:
        left, right, kind, words = rest.split(" ", 3)
        type_ = Type.of(kind)
        self._down(type_)
        gap = (float(right) - float(left) - type_.width(words)) / words.count(" ")
        self._put(float(left), words, type_, gap)

    def do_row(self, rest: str) -> None:
        first, kind, rest = rest.split(" ", 2)
        type_ = Type.of(kind)
        self._down(type_)
        for cell in f"{first} {rest}".split(" | "):
            place, text = cell.split(" ", 1)
            share = {"<": 1.0, "=": 0.5}.get(place[-1], 0.0)
            self._put(float(place.rstrip("<=")) - share * type_.width(text), text, type_)

    def do_rule(self, places: str) -> None:
        ends = [float(place) for place in places.split()]
        for left, right in zip(ends[::2], ends[1::2], strict=True):
            self.canvas.line(left, HEIGHT - self.y - 4, right, HEIGHT - self.y - 4)
        self.y += 4

    def do_box(self, rest: str) -> None:
        left, right, height = map(float, rest.split())
        self.canvas.rect(left, HEIGHT - self.y - height, right - left, height)

    def do_shade(self, rest: str) -> None:
        *ends, height = map(float, rest.split())
        self.canvas.setFillGray(0.9)
        for left, right in pairwise(ends):
            y = HEIGHT - self.y - height
            self.canvas.rect(left, y, right - left, height, stroke=0, fill=1)
        self.canvas.setFillGray(0)

    def do_ground(self, _: str) -> None:
        self.canvas.setFillGray(1)
        self.canvas.rect(60, 60, WIDTH - 120, HEIGHT - 120, stroke=0, fill=1)
        self.canvas.setFillGray(0)

    def do_upright(self, rest: str) -> None:
        x, top, bottom = map(float, rest.split())
        self.canvas.line(x, HEIGHT - top, x, HEIGHT - bottom)

    def do_turned(self, rest: str) -> None:
        x, y, kind, words = rest.split(" ", 3)
        type_ = Type.of(kind)
        self.canvas.saveState()
        self.canvas.translate(float(x), HEIGHT - float(y))
        self.canvas.rotate(90)
        self.canvas.setFont(type_.face, type_.size)
        self.canvas.drawString(0, 0, words)
        self.canvas.restoreState()

    def _down(self, type_: Type) -> None:
        self.y += LEADING * type_.size

    def _put(self, x: float, text: str, type_: Type, gap: float = 0.0) -> None:
        for part, size, rise in type_.parts(text):
            if not part.startswith("~"):
                pen = self.canvas.beginText(x, HEIGHT - self.y + rise)
                pen.setFont(type_.face, size)
                pen.setWordSpace(gap)
                pen.textOut(part)
                self.canvas.drawText(pen)
            x += stringWidth(part.replace("~", " "), type_.face, size) + gap * part.count(" ")
