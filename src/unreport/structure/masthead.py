"""The masthead: what the first lines say of symbol, bodies, session, meeting, agenda and title.

Each line is asked for its role by ordered rules.  The corner block (distribution, date, languages)
may stand in any language of the UN, before or after the names of bodies; two of its lines may have
run together.  Every line stays in `Masthead.lines` with its role.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from unreport.languages.dates import find_dates
from unreport.model import Furniture, Issue, Masthead, Span
from unreport.structure.markers import Grammar, MarkedLine
from unreport.structure.masthead_fields import assemble_masthead, fields_of_joined_lines
from unreport.structure.masthead_lines import (
    ROLES,
    SENTENCE,
    MastheadWords,
    Role,
    Segment,
    masthead_words,
    role_of,
    segments_of,
)
from unreport.symbols.symbol import NotASymbol, Symbol
from unreport.text.folding import fold_words

FIRST = 10  # lines that are searched for a masthead that became one line
OPENING = 2_000  # and characters
LONGEST_NAME = 500  # the name of an agenda item
LONGEST = 60  # lines; no masthead is longer
CLAUSE = re.compile(r"[,،，；;]$|[.。]$")
SPONSORS = re.compile(r"[:：][^\w:：]*+(?:\w++\W*+){1,4}$")
MOST_CELLS = 4
LONGEST_SPONSORS_END = 120  # characters: `…, Ukraine and Uruguay: revised draft resolution`
ENDING = ("annex", "chapter", "part", "recommendation", "section", "decision")
# Without a line of one of these kinds there is no masthead.
TELLING = frozenset(role for role, _ in ROLES) - {"foot", "note", "body"}
WRAPPING = ("other", "body", "title", "type", "draft")  # names that may lie on several lines
CORNER = ("symbol", "distribution", "date", "language", "original")


class MastheadSplit(Struct, frozen=True, kw_only=True):
    """The masthead, and the lines after it."""

    masthead: Masthead
    lines: tuple[MarkedLine, ...]


class SuppliedSymbol(Struct, frozen=True):
    """A masthead, and a doubt where its symbol is not the document's own."""

    masthead: Masthead
    doubts: tuple[Issue, ...]


def split_masthead(
    lines: Sequence[MarkedLine], grammar: Grammar, furniture: Sequence[Furniture] = ()
) -> MastheadSplit:
    """Split the masthead from the text below it."""
    words = masthead_words(grammar)
    segments: list[tuple[Role, Segment]] = []
    count = 0
    sure = _above_contents(lines, furniture)
    sponsors = _sponsor_lines(lines[:LONGEST], words)
    for count, line in enumerate(lines):
        if count in sponsors:
            segments.extend(("draft", segment) for segment in segments_of(line, words))
            continue
        titled = any(role in ("title", "type", "draft") for role, _ in segments)
        if count == LONGEST or (count >= sure and _begins_text(line, titled=titled)):
            break
        found = [(role_of(segment, words), segment) for segment in segments_of(line, words)]
        if count >= sure and (sure or _ends_masthead(found, segments, line)):
            break
        segments.extend(found)
    else:
        count = len(lines)
    if not any(role in TELLING for role, _ in segments) and not sure:
        segments, count = [], 0
    masthead = assemble_masthead(_join_wrapped(segments, words), words, furniture)
    if any(len(line.text) > SENTENCE for line in lines[:FIRST]):
        opening = " ".join(line.text for line in lines[:FIRST])[:OPENING]
        told = fields_of_joined_lines(opening, words)
        masthead = replace(masthead, **{f: v for f, v in told.items() if not getattr(masthead, f)})
    return MastheadSplit(masthead=masthead, lines=tuple(lines[count:]))


def _sponsor_lines(lines: Sequence[MarkedLine], words: MastheadWords) -> set[int]:
    """The rows that name the sponsors of a draft: `Algeria, Austria, … and Uruguay: draft …`."""
    out: set[int] = set()
    rows: list[int] = []
    for at, line in enumerate(lines):
        rows.append(at)
        if line.ends is False:
            continue
        text = " ".join(lines[row].text for row in rows)[-LONGEST_SPONSORS_END:]
        if SPONSORS.search(text) and fold_words(text.rstrip(" *")).endswith(words.drafts):
            out.update(rows)
        rows = []
    return out


def _above_contents(lines: Sequence[MarkedLine], furniture: Sequence[Furniture]) -> int:
    """How many lines stand above the contents list, if nothing but a masthead does; else 0."""
    start = min((f.span.start for f in furniture if f.kind == "contents"), default=0)
    count = sum(line.start < start for line in lines[:LONGEST])
    numbered = any(line.markers.has("paragraph") for line in lines[:count])
    long = any(len(line.text) > LONGEST_NAME for line in lines[:count])
    return 0 if numbered or long or count == LONGEST else count


def _begins_text(line: MarkedLine, *, titled: bool) -> bool:
    """Whether a line is a heading, a paragraph or a sentence: something that no masthead has."""
    text = line.text
    if line.role == "table":
        return len(line.cells) > MOST_CELLS
    if line.level and (titled or line.label):
        return True
    if len(text) > (LONGEST_NAME if CLAUSE.search(text) is None else SENTENCE):
        return True
    readings = line.markers.readings
    if any(m.role in ("heading", "paragraph") and len(text) > m.end for m in readings):
        return True
    unit = line.markers.unit
    return unit is not None and unit.kind in ENDING


def _ends_masthead(
    found: Sequence[tuple[Role, Segment]], before: Sequence[tuple[Role, Segment]], line: MarkedLine
) -> bool:
    """Whether text begins: a clause after the title, or any plain line after the last sub-title."""
    if not found or not before or any(role not in ("other", "body") for role, _ in found):
        return False
    roles = [role for role, _ in before]
    titled = any(role in ("title", "type", "draft", "addendum", "rapporteur") for role in roles)
    if CLAUSE.search(line.text) and (titled or "agenda" in roles or "session" in roles):
        return not line.text.endswith((",", "،")) or line.above >= 0
    closing = next((role for role in reversed(roles) if role != "note"), "")
    if closing in ("addendum", "rapporteur") and line.above > 0:
        return True
    dated = any(True for _ in find_dates(line.text))
    return closing == "title" and closing != "draft report" and line.above > 0 and not dated


def _join_wrapped(
    segments: Sequence[tuple[Role, Segment]], words: MastheadWords
) -> list[tuple[Role, Segment]]:
    """Segments with the names of bodies and titles put together that lie on two lines.

    Where the page shows that a line goes on, it does; elsewhere, in a masthead whose lines are set
    apart by blanks, one that follows close and does not begin as a body's name does goes on with
    the line above.
    """
    spaced = any(segment.above > 0 for _, segment in segments[1:])
    out: list[tuple[Role, Segment]] = []
    for role, segment in segments:
        above = out[-1] if out else None
        if (
            above
            and above[0] in WRAPPING
            and _goes_on((role, segment), above[1], words, spaced=spaced)
        ):
            out[-1] = (above[0], _joined(above[1], segment))
        else:
            out.append((role, segment))
    return out


def _goes_on(
    found: tuple[Role, Segment], above: Segment, words: MastheadWords, *, spaced: bool
) -> bool:
    role, segment = found
    if above.goes_on and role not in CORNER:
        return True
    if segment.above > 0 or role not in ("other", "body"):
        return False
    return segment.text[0].islower() or (spaced and not segment.folded.startswith(words.bodies))


def _joined(above: Segment, rest: Segment) -> Segment:
    text = f"{above.text} {rest.text}"
    span = Span(above.span.start, rest.span.end, above.span.pages)
    folded = f"{above.folded} {rest.folded}"
    return Segment(text, folded, span, above.above, rest.goes_on, rest.calls)


def with_supplied_symbol(
    masthead: Masthead, symbol: str | None, name: str | None
) -> SuppliedSymbol:
    """A masthead without a symbol with the one that the caller or the file's name gives.

    What the document itself says is never overruled; where the symbol came from is an issue.
    """
    if masthead.symbol is not None:
        return SuppliedSymbol(masthead, ())
    if symbol is not None:
        return _with_symbol(masthead, Symbol.parse(symbol), "the caller")
    try:
        return _with_symbol(masthead, Symbol.from_filename(name or ""), f"the file's name, {name}")
    except NotASymbol:
        return SuppliedSymbol(masthead, ())


def _with_symbol(masthead: Masthead, symbol: Symbol, origin: str) -> SuppliedSymbol:
    addendum = symbol.addendum if symbol.addendum is not None else masthead.addendum
    message = f"The document prints no symbol; {symbol} is that of {origin}."
    return SuppliedSymbol(
        replace(masthead, symbol=symbol, addendum=addendum),
        (Issue(code="symbol-supplied", message=message),),
    )
