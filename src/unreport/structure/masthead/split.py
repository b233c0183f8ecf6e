"""The masthead: what the first lines say of symbol, bodies, session, meeting, agenda and title.

Each line is asked for its role by ordered rules.  The corner block (distribution, date, languages)
may stand in any language of the UN, before or after the names of bodies; two of its lines may have
run together.  Every line stays in `Masthead.lines` with its role.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from unreport.model import Furniture, Issue, Masthead
from unreport.structure.markers.grammar import Grammar
from unreport.structure.markers.marker import MarkedLine
from unreport.structure.markers.reading import read_bare
from unreport.structure.masthead.end import (
    LONGEST_NAME,
    begins_text,
    ends_block,
    ends_masthead,
    goes_on_with,
    opens_sentence,
)
from unreport.structure.masthead.fields import assemble_masthead, fields_of_joined_lines
from unreport.structure.masthead.lines import (
    ROLES,
    SENTENCE,
    TITLED,
    Role,
    Segment,
    role_of,
    segments_of,
)
from unreport.structure.masthead.names import join_wrapped, name_lines
from unreport.structure.masthead.words import masthead_words
from unreport.symbols.symbol import NotASymbol, Symbol

FIRST = 10  # lines that are searched for a masthead that became one line
OPENING = 2_000  # and characters
LONGEST = 60  # lines; no masthead is longer
# Without a line of one of these kinds there is no masthead.
TELLING = frozenset(role for role, _ in ROLES) - {"foot", "note", "body"}


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
    words = masthead_words(grammar.lexicon)
    segments: list[tuple[Role, Segment]] = []
    roles: set[Role] = set()
    count = 0
    sure = _above_contents(lines, furniture)
    while count < len(lines):
        rows = name_lines(lines, count, words)
        line = rows[0]
        titled = not roles.isdisjoint(TITLED)
        turned = titled and (line.page or 0) > (lines[0].page or 0)  # it stands on the first page
        if count >= LONGEST or (count >= sure and (turned or begins_text(line, titled=titled))):
            break
        if "agenda" in roles and read_bare(line.text, grammar):
            break
        found = [(role_of(segment, words), segment) for segment in segments_of(rows, words)]
        opens = segments and any(segment.folded in words.openings for _, segment in found)
        if opens and not goes_on_with(lines, count + len(rows), words):
            break
        if count >= sure and (sure or ends_masthead(found, segments, roles, rows, words)):
            break
        if count >= sure and line.above > 0 and ends_block(lines[: count + 1], segments, found):
            break
        if count >= sure and len(rows) == 1 and opens_sentence(lines, count, segments, words):
            break
        segments.extend(found)
        roles.update(role for role, _ in found)
        count += len(rows)
    if roles.isdisjoint(TELLING) and not sure:
        segments, count = [], 0
    masthead = assemble_masthead(join_wrapped(segments, words), words, furniture)
    if any(len(line.text) > SENTENCE for line in lines[:FIRST]):
        opening = " ".join(line.text for line in lines[:FIRST])[:OPENING]
        masthead = replace(masthead, **fields_of_joined_lines(opening, words, masthead))
    return MastheadSplit(masthead=masthead, lines=tuple(lines[count:]))


def _above_contents(lines: Sequence[MarkedLine], furniture: Sequence[Furniture]) -> int:
    """How many lines stand above the contents list, if nothing but a masthead does; else 0."""
    start = min((f.span.start for f in furniture if f.kind == "contents"), default=0)
    if not start:
        return 0
    count = sum(line.start < start for line in lines[:LONGEST])
    numbered = any(line.markers.has("paragraph") for line in lines[:count])
    long = any(len(line.text) > LONGEST_NAME for line in lines[:count])
    return 0 if numbered or long or count == LONGEST else count


def with_supplied_symbol(
    masthead: Masthead, symbol: str | None, name: str | None
) -> SuppliedSymbol:
    """A masthead without a symbol with the one that the caller or the file's name gives.

    What the document itself says is never overruled; where the symbol came from is an issue.
    """
    if not isinstance(symbol, str | None):
        raise TypeError(f"`symbol` is a str such as 'A/80/L.1', not {type(symbol).__name__}")
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
