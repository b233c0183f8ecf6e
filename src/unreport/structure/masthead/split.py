"""The masthead: what the first lines say of symbol, bodies, session, meeting, agenda and title.

Each line is asked for its role by ordered rules.  The corner block (distribution, date, languages)
may stand in any language of the UN, before or after the names of bodies; two of its lines may have
run together.  Every line stays in `Masthead.lines` with its role.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from unreport.languages.dates import find_dates
from unreport.languages.session_ordinals import session_number
from unreport.model import Furniture, Issue, Masthead
from unreport.structure.clause_ends import TAIL, ends_sentence, introduces_list
from unreport.structure.line_breaks import HAN, NEAR_FULL
from unreport.structure.markers import Grammar, MarkedLine, Marker, read_bare
from unreport.structure.masthead.fields import assemble_masthead, fields_of_joined_lines
from unreport.structure.masthead.lines import (
    ROLES,
    SENTENCE,
    SPONSORS,
    Role,
    Segment,
    joined,
    role_of,
    segments_of,
)
from unreport.structure.masthead.words import MastheadWords, masthead_words
from unreport.symbols.symbol import NotASymbol, Symbol
from unreport.text.folding import fold_initial, fold_words

FIRST = 10  # lines that are searched for a masthead that became one line
OPENING = 2_000  # and characters
LONGEST_NAME = 500  # the name of an agenda item
LONGEST = 60  # lines; no masthead is longer
COMMA = re.compile(r"[,،，、]")
CLAUSE = re.compile(r"[,،，；;]$|[.。]$")
MOST_CELLS = 4
ENDING = ("annex", "chapter", "part", "recommendation", "section", "decision")
# Without a line of one of these kinds there is no masthead.
TELLING = frozenset(role for role, _ in ROLES) - {"foot", "note", "body"}
WRAPPING = ("other", "body", "title", "type", "draft")  # names that may lie on several lines
NAMED = ("other", "body", "session", "year", "meeting")  # what a sentence may name, too
CORNER = ("symbol", "distribution", "language", "original")
TITLED = ("title", "type", "draft")
SESSION_LINE_START = 3  # words, among which a session line has its number
BEFORE_TEXT = (*TITLED, "session", "agenda", "addendum", "rapporteur")
STOP = re.compile(r"[\w)\]»”][.。؟][⁰¹²³⁴⁵⁶⁷⁸⁹*]*$")
FEWEST_WORDS = 6  # of a sentence
MOST_ROWS = 12  # of a text that is looked for its stop
MOST_NAME_LINES = 30  # the names of all sponsors of a draft
LONGEST_CORNER = 120  # characters of a line
LEAST_WORDS, LEAST_WORDS_OF_LEAD = 4, 12  # of a sentence, of one that ends in a colon
LEAST_TEXT = 130  # characters of rows that are text, even where no title was found
HAN_PER_WORD = 2  # characters, about


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
        rows = _name_lines(lines, count, words)
        line = rows[0]
        titled = not roles.isdisjoint(TITLED)
        turned = titled and (line.page or 0) > (lines[0].page or 0)  # it stands on the first page
        if count >= LONGEST or (count >= sure and (turned or _begins_text(line, titled=titled))):
            break
        if "agenda" in roles and read_bare(line.text, grammar):
            break
        found = [(role_of(segment, words), segment) for segment in segments_of(rows, words)]
        if segments and any(segment.folded in words.summary for _, segment in found):
            break
        if count >= sure and (sure or _ends_masthead(found, segments, rows, words)):
            break
        if count >= sure and len(rows) == 1 and _opens_sentence(lines, count, segments, words):
            break
        segments.extend(found)
        roles.update(role for role, _ in found)
        count += len(rows)
    if roles.isdisjoint(TELLING) and not sure:
        segments, count = [], 0
    masthead = assemble_masthead(_join_wrapped(segments, words), words, furniture)
    if any(len(line.text) > SENTENCE for line in lines[:FIRST]):
        opening = " ".join(line.text for line in lines[:FIRST])[:OPENING]
        masthead = replace(masthead, **fields_of_joined_lines(opening, words, masthead))
    return MastheadSplit(masthead=masthead, lines=tuple(lines[count:]))


def _name_lines(lines: Sequence[MarkedLine], at: int, words: MastheadWords) -> Sequence[MarkedLine]:
    """The lines of one name, where the page shows that it runs over several; else one line.

    A line of the corner block is never part of a name, and a session line is whole.
    """
    if lines[at].ends is None:
        return lines[at : at + max(1, _sponsor_line_count(lines, at, words))]
    if lines[at].ends:
        return lines[at : at + 1]
    roles = {role_of(segment, words) for segment in segments_of(lines[at : at + 1], words)}
    if not roles <= set(WRAPPING):
        return lines[at : at + 1]
    end = at + 1
    while (
        end < len(lines)
        and lines[end - 1].ends is False
        and lines[end].role == lines[at].role == "body"
        and end - at < MOST_NAME_LINES
        and not _is_corner(lines[end - 1], words)
        and not _is_corner(lines[end], words)
    ):
        end += 1
    return lines[at:end]


def _sponsor_line_count(lines: Sequence[MarkedLine], at: int, words: MastheadWords) -> int:
    """How many lines of a text name the sponsors of a draft, `: draft resolution` at the end; or 0.

    Names stand between commas; each begins in upper case where the script has it.
    """
    text = ""
    if COMMA.search(lines[at].text) is None:
        return 0
    for count, line in enumerate(lines[at : at + MOST_NAME_LINES], 1):
        names = [name.strip() for name in COMMA.split(line.text)]
        listed = len(names) > 1 and not any(name[:1].islower() for name in names)
        if not listed and not text:
            return 0
        goes_on = listed or COMMA.search(text[-1:]) is not None
        text = f"{text} {line.text}".strip()
        tail = text[-LONGEST_CORNER:]
        if _ends_in_draft(tail, words):
            return count if SPONSORS.search(tail) else 0
        if not goes_on:
            return 0
    return 0


def _ends_in_draft(text: str, words: MastheadWords) -> bool:
    """Whether a text ends in the name of a draft; most do not end in its last letter."""
    last = fold_initial(text.rstrip(" *")[-1:])
    if last and last not in words.last_letters_of_drafts:
        return False
    return fold_words(text).rstrip(" *").endswith(words.drafts)


def _is_corner(line: MarkedLine, words: MastheadWords) -> bool:
    return len(line.text) <= LONGEST_CORNER and any(
        role_of(segment, words) in CORNER for segment in segments_of((line,), words)
    )


def _above_contents(lines: Sequence[MarkedLine], furniture: Sequence[Furniture]) -> int:
    """How many lines stand above the contents list, if nothing but a masthead does; else 0."""
    start = min((f.span.start for f in furniture if f.kind == "contents"), default=0)
    if not start:
        return 0
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
    if any(_opens_text(mark) and len(text) > mark.end for mark in line.markers.readings):
        return True
    unit = line.markers.unit
    return unit is not None and unit.kind in ENDING


def _opens_text(mark: Marker) -> bool:
    """Whether a mark opens text: `I.`, `1.`, `（一）`; `(a)` may be part of an agenda item."""
    return mark.role in ("heading", "paragraph") or mark.shape == "enclosed"


def _ends_masthead(
    found: Sequence[tuple[Role, Segment]],
    before: Sequence[tuple[Role, Segment]],
    rows: Sequence[MarkedLine],
    words: MastheadWords,
) -> bool:
    """Whether text begins: its opening words, a clause, or a plain line after the last subtitle."""
    if not found or not before:
        return False
    own, above = {role for role, _ in found}, {role for role, _ in before}
    plain = own.issubset(("other", "body"))
    if own.issubset(NAMED) and _is_sentence_below_names(rows[-1], above):
        return True
    if not plain and above.isdisjoint(TITLED):
        return False
    before = _join_wrapped(before, words)
    roles = [role for role, _ in before]
    if any(role in TITLED for role in roles) and _is_set_as_text(found, before, rows[0]):
        return True
    if not plain:
        return False
    titled = any(role in ("title", "type", "draft", "addendum", "rapporteur") for role in roles)
    if (titled or "agenda" in roles) and _opens_preamble(found[0][1], before, words):
        return True
    line = rows[-1]
    if _is_below_unnamed_title(before) and _is_sentence(line.text):
        return True
    if CLAUSE.search(line.text) and (titled or "agenda" in roles or "session" in roles):
        return not line.text.endswith((",", "،")) or line.above >= 0
    closing = next((role for role in reversed(roles) if role != "note"), "")
    if closing not in ("addendum", "rapporteur", "title") or rows[0].above <= 0:
        return False
    return closing != "title" or next(find_dates(line.text), None) is None


def _is_sentence_below_names(line: MarkedLine, above: set[Role]) -> bool:
    """Whether a line of a text, below the symbol and a body's name, is a sentence, as no name is.

    It ends in a full stop, or is long and leads in what follows with a colon.
    """
    text = line.text
    if line.ends is not None or line.above == 0 or "symbol" not in above:
        return False
    if above.isdisjoint(("body", "other")):
        return False
    words = len(HAN.findall(text)) / HAN_PER_WORD or len(text.split())
    return words >= (LEAST_WORDS if STOP.search(text[-TAIL:]) else LEAST_WORDS_OF_LEAD) and (
        ends_sentence(text) or introduces_list(text)
    )


def _is_below_unnamed_title(before: Sequence[tuple[Role, Segment]]) -> bool:
    """Whether the last line is one that no word tells, below the name of a body, as titles are."""
    roles = [role for role, _ in before if role != "note"]
    return roles[-1:] == ["other"] and "body" in roles


def _is_sentence(text: str) -> bool:
    """Whether a line is a sentence, and no name that ends in an abbreviation."""
    long = len(text.split()) >= FEWEST_WORDS or len(HAN.findall(text)) >= 2 * FEWEST_WORDS
    return long and STOP.search(text[-TAIL:]) is not None


def _opens_sentence(
    lines: Sequence[MarkedLine],
    at: int,
    before: Sequence[tuple[Role, Segment]],
    words: MastheadWords,
) -> bool:
    """Whether a wrapped text begins below a title: full rows below a blank line or a short row."""
    close = lines[at].above == 0 and len(lines[at - 1].text) > NEAR_FULL * len(lines[at].text)
    if at == 0 or lines[at].ends is not None or close:
        return False
    rows = _rows_of_sentence(lines, at)
    if len(rows) < 2:  # noqa: PLR2004
        return False
    after = lines[at + len(rows)] if at + len(rows) < len(lines) else None
    titled = any(role in TITLED for role, _ in before)
    goes_on = titled or rows[1].text[0].islower()
    if after is not None and after.above == 0 and not goes_on:
        return False
    longest = max(len(row.text) for row in rows)
    full = all(len(row.text) > NEAR_FULL * longest for row in rows[:-1])
    letters = sum(len(row.text) + HAN_PER_WORD * len(HAN.findall(row.text)) for row in rows)
    named = (
        any(role in BEFORE_TEXT for role, _ in before)
        or _is_below_unnamed_title(before)
        or (letters > LEAST_TEXT and any(role == "symbol" for role, _ in before))
    )
    own = (segment for row in rows for segment in segments_of((row,), words))
    return full and named and all(role_of(segment, words) in WRAPPING for segment in own)


def _rows_of_sentence(lines: Sequence[MarkedLine], at: int) -> Sequence[MarkedLine]:
    """The rows from one to the first with a stop at its end, if they stand close; else none."""
    for end in range(at, min(at + MOST_ROWS, len(lines))):
        if end > at and lines[end].above != 0:
            break
        text = lines[end].text
        if STOP.search(text[-TAIL:]) or introduces_list(text):
            return lines[at : end + 1]
    return ()


def _is_set_as_text(
    found: Sequence[tuple[Role, Segment]],
    before: Sequence[tuple[Role, Segment]],
    line: MarkedLine,
) -> bool:
    """Whether a line below a bold title is not bold: titles and subtitles are, text is not."""
    title = next(segment for role, segment in reversed(before) if role in (*TITLED, "other"))
    plain = all(role in ("other", "body", *TITLED) for role, _ in found)
    return title.bold is True and line.bold is False and plain


def _opens_preamble(
    segment: Segment, before: Sequence[tuple[Role, Segment]], words: MastheadWords
) -> bool:
    """`The General Assembly,` below a title, or the name of the body again: the text begins."""
    text = segment.folded.rstrip(" ,،，")
    name = next((text[len(a) :].strip() for a in words.articles if text.startswith(a)), text)
    above = takewhile(lambda pair: pair[0] not in ("agenda", *TITLED), before)
    names = {other.folded.rstrip(" *") for role, other in above if role == "body"}
    comma, article = text != segment.folded, name != text
    apart = comma or article or segment.above > 0 or segment.bold is not None
    return (name in names and apart) or (comma and article and name.startswith(words.bodies))


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
        if above and _goes_on((role, segment), above, words, spaced=spaced):
            out[-1] = (above[0], joined(above[1], segment))
        else:
            out.append((role, segment))
    return out


def _goes_on(
    found: tuple[Role, Segment],
    above: tuple[Role, Segment],
    words: MastheadWords,
    *,
    spaced: bool,
) -> bool:
    role, segment = found
    if above[0] not in WRAPPING:
        return False
    if above[1].goes_on and role not in CORNER:
        return True
    if segment.above > 0:
        return False
    if role in ("session", "body", "other") and _ends_in_function_word(above[1], words):
        return True
    if role == "session" and above[0] in TITLED:  # … | Advice on its forty-ninth session
        return session_number(" ".join(segment.text.split()[:SESSION_LINE_START])) is None
    if role == "date":  # Resolution adopted by the General Assembly | on 26 February 2024
        return not spaced and next(find_dates(segment.text)).span.start > 0
    if role not in ("other", "body"):
        return False
    return segment.text[0].islower() or (spaced and not segment.folded.startswith(words.bodies))


def _ends_in_function_word(segment: Segment, words: MastheadWords) -> bool:
    """`Provisional agenda for the 7229th meeting of the`: no name ends in an article."""
    last = segment.folded.rpartition(" ")[2]
    return last in words.function_words


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
