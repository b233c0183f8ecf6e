"""Where the masthead ends: at a heading, a numbered paragraph, a sentence, a preamble."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from unreport.languages.dates import find_dates
from unreport.languages.lexicon import DECIMAL
from unreport.structure.clause_ends import TAIL, ends_sentence, introduces_list
from unreport.structure.line_breaks import NEAR_FULL
from unreport.structure.markers.marker import MarkedLine, Marker
from unreport.structure.masthead.lines import (
    SENTENCE,
    TITLED,
    WRAPPING,
    Role,
    Segment,
    role_of,
    segments_of,
)
from unreport.structure.masthead.names import join_wrapped
from unreport.structure.masthead.words import MastheadWords
from unreport.text.folding import fold_words
from unreport.text.joined_rows import HAN

LONGEST_NAME = 500  # the name of an agenda item
CLAUSE = re.compile(r"[,،，；;]$|[.。]$")
MOST_CELLS = 4
ENDING = ("annex", "chapter", "part", "recommendation", "section", "decision")
NAMED = ("other", "body", "session", "year", "meeting")  # what a sentence may name, too
BEFORE_TEXT = (*TITLED, "session", "agenda", "addendum", "rapporteur")
STOP = re.compile(r"[\w)\]»”][.。؟][⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾*]*$")
MOST_ROWS = 12  # of a text that is looked for its stop
LEAST_WORDS, LEAST_WORDS_OF_LEAD = 4, 12  # of a sentence, of one that ends in a colon
LEAST_TEXT = 130  # characters of rows that are text, even where no title was found
HAN_PER_WORD = 2  # characters, about


def begins_text(line: MarkedLine, *, titled: bool) -> bool:
    """Whether a line is a heading, a paragraph or a sentence: something that no masthead has."""
    text = line.text
    if line.role == "table":
        return len(line.cells) > MOST_CELLS
    if line.level and (titled or line.label):
        return True
    if len(text) > LONGEST_NAME or (len(text) > SENTENCE and CLAUSE.search(text) is not None):
        return True
    if any(_opens_text(mark) and len(text) > mark.end for mark in line.markers.readings):
        return True
    if titled and any(map(_numbers_chapter, line.markers.readings)):
        return True  # a number alone, its title below
    unit = line.markers.unit
    return unit is not None and unit.kind in ENDING


def goes_on_with(lines: Sequence[MarkedLine], at: int, words: MastheadWords) -> bool:
    """Whether a row goes on with the one above: `Introduction ⏎ of the draft`, `مقدمة ⏎ من …`.

    It opens with a small letter; in a script without capitals, it is short and opens with a
    preposition, and `مقدمة` above it means `submitted`.
    """
    if at >= len(lines) or lines[at].markers or len(lines[at].text) > SENTENCE:
        return False
    line = lines[at]
    opening = line.text.split(maxsplit=1)[0]
    if opening[0].lower() != opening[0].upper():
        return opening[0].islower()
    return fold_words(opening) in words.function_words and not CLAUSE.search(line.text)


def _numbers_chapter(mark: Marker) -> bool:
    return mark.role == "heading" and mark.series != DECIMAL.name


def _opens_text(mark: Marker) -> bool:
    """Whether a mark opens text: `I.`, `1.`, `（一）`; `(a)` may be part of an agenda item."""
    return mark.role in ("heading", "paragraph") or mark.shape == "enclosed"


def ends_masthead(
    found: Sequence[tuple[Role, Segment]],
    before: Sequence[tuple[Role, Segment]],
    above: set[Role],
    rows: Sequence[MarkedLine],
    words: MastheadWords,
) -> bool:
    """Whether text begins: its opening words, a clause, or a plain line after the last subtitle.

    `above` are the roles of the segments before it.
    """
    if not found or not before:
        return False
    own = {role for role, _ in found}
    plain = own.issubset(("other", "body"))
    if own.issubset(NAMED) and _is_below_names(rows[-1], above) and _is_sentence(rows[-1].text):
        return True
    if not plain and above.isdisjoint(TITLED):
        return False
    before = join_wrapped(before, words)
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


def ends_block(
    lines: Sequence[MarkedLine],
    before: Sequence[tuple[Role, Segment]],
    found: Sequence[tuple[Role, Segment]],
) -> bool:
    """Whether a plain line stands below the first blank line, above which the title stands.

    Converters leave out the blank lines of a masthead; its last line, below the session, is the
    title then, whatever its words.  Below an agenda item stands its name.
    """
    line, above = lines[-1], lines[:-1]
    if line.ends is not None or any(row.above for row in above[1:]):
        return False
    roles = [role for role, _ in before]
    if "symbol" not in roles or "session" not in roles or "agenda" in roles:
        return False
    titled = roles[-1] in ("other", *TITLED) and roles.index("session") < len(roles) - 1
    return titled and all(role in ("other", "body") for role, _ in found)


def _is_below_names(line: MarkedLine, above: set[Role]) -> bool:
    """Whether a line of a text stands apart below the symbol and a name, of a body or unknown."""
    apart = line.ends is None and line.above != 0
    return apart and "symbol" in above and not above.isdisjoint(("body", "other"))


def _is_below_unnamed_title(before: Sequence[tuple[Role, Segment]]) -> bool:
    """Whether the last line is one that no word tells, below the name of a body, as titles are."""
    roles = [role for role, _ in before if role != "note"]
    return roles[-1:] == ["other"] and "body" in roles


def _is_sentence(text: str) -> bool:
    """Whether a line is a sentence, as no name is.

    It has some words and ends in a full stop, or it is long and leads in what follows with a colon.
    """
    words = len(HAN.findall(text)) / HAN_PER_WORD or len(text.split())
    if STOP.search(text[-TAIL:]) is not None:
        return words >= LEAST_WORDS
    return words >= LEAST_WORDS_OF_LEAD and (ends_sentence(text) or introduces_list(text))


def opens_sentence(
    lines: Sequence[MarkedLine],
    at: int,
    before: Sequence[tuple[Role, Segment]],
    words: MastheadWords,
) -> bool:
    """Whether a wrapped text begins below a title: full rows below a blank line or a short row."""
    if at == 0 or at + 1 >= len(lines) or lines[at + 1].above != 0:
        return False
    close = lines[at].above == 0 and len(lines[at - 1].text) > NEAR_FULL * len(lines[at].text)
    if lines[at].ends is not None or close:
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
