"""Whether a row goes on with the rows before it, by the text, its width and what stands above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from unreport.languages.lexicon import DECIMAL
from unreport.structure.clause_ends import (
    COMMAS,
    ENUMERATION_COMMA,
    ends_clause,
    ends_clause_or_comma,
    ends_in_comma,
    ends_sentence,
)
from unreport.structure.line_breaks import (
    FULL,
    HALF,
    NEAR_FULL,
    SHORTEST_FULL,
    TextAbove,
    closes_bracket,
    ends_in_mark,
    goes_on_after_clause,
    had_no_room,
    had_room,
    is_first_line,
    is_han,
    is_short_title,
    is_title_row,
    opens_bulleted_item,
    opens_quoted_paragraph,
    row_widths,
)
from unreport.structure.markers.counted_paragraphs import counted_marker
from unreport.structure.markers.marker import MarkedLine
from unreport.text.joined_rows import is_number_cut

MOST_TITLE_ROWS = 3
FIRST_YEAR = 1900  # paragraphs do not count so far
LONGEST_HAN = 60  # characters of a title in Chinese, without a mark
FEWEST_INDENTED = 2  # first lines tell their indent
FEWEST_ALONE = 2  # marks alone on their rows tell a text broken at its spaces


class Wrap(NamedTuple):
    """How the lines of a text with hard line breaks are set."""

    width: int | None  # of a full row; None in a text without such breaks
    longest: int | None  # row, where it may be a full one
    first_indents: frozenset[float]  # where paragraphs start
    at_spaces: bool = False  # whether a converter has broken rows in Chinese at their spaces


def wrap_of(lines: Sequence[MarkedLine]) -> Wrap:
    """How the lines of a text are set."""
    width, longest = row_widths(lines)
    at_spaces = width is None and _are_broken_at_spaces(lines)
    return Wrap(width, longest, frozenset(_first_line_indents(lines)), at_spaces)


def _are_broken_at_spaces(lines: Sequence[MarkedLine]) -> bool:
    """Whether marks stand alone on their rows, with the text in Chinese right below.

    Converters fill rows at spaces, and the first one of a Chinese paragraph is behind its number.
    Without such rows, long rows one below the other are lists, titles or verses.
    """
    alone = (
        at
        for at, line in enumerate(lines[:-1])
        if line.markers.readings
        and line.markers.readings[0].end >= len(line.text)
        and lines[at + 1].above == 0
        and _is_number_alone(line)
        and is_han(lines[at + 1].text)
    )
    return next((True for count, _ in enumerate(alone, 1) if count == FEWEST_ALONE), False)


def _first_line_indents(lines: Sequence[MarkedLine]) -> Iterator[float]:
    """The indents of lines above lines of a smaller indent, as first lines of paragraphs are.

    An indent at which lines also follow one another is that of a list or a quotation.
    """
    first: Counter[float] = Counter()
    running: Counter[float] = Counter()
    rows = [line for line in lines if line.ends is None and line.role == "body"]
    indents = [row.indent or 0.0 for row in rows]
    if not any(indents):
        return
    for at in range(len(rows) - 1):
        above = indents[at - 1] if at else 0.0
        indent, below = indents[at : at + 2]
        opens = above <= indent or rows[at].markers.has("paragraph")
        if below < indent and opens and rows[at + 1].above == 0:
            first[indent] += 1
        elif indent and above == indent == below and not _ends_row(rows[at]):
            running[indent] += 1
    for indent, count in first.items():
        if count >= FEWEST_INDENTED + bool(running[indent]) and count > 2 * running[indent]:
            yield indent


def _ends_row(row: MarkedLine) -> bool:
    """Whether a row is no part of running text: it ends as a clause does, or opens with a mark."""
    return ends_clause_or_comma(row.text) or bool(row.markers)


def belongs(
    group: Sequence[MarkedLine], rows: Sequence[MarkedLine], wrap: Wrap, above: TextAbove
) -> bool:
    """Whether the first of two rows goes on with the rows before it; the second is the next."""
    before, line = group[-1], rows[0]
    if before.role != line.role or line.role == "table":
        return False
    if len(group) == 1 and before.markers.readings and _is_number_alone(before):
        return not (line.markers.unit or line.markers.has("heading", "paragraph"))
    if before.ends is not None:
        return not before.ends
    if line.level or before.level:
        return False
    if line.above > 0 and not (line.text[0].islower() or line.text[0].isdecimal()):
        return False  # below a blank line, a sentence goes on, or a number that was cut in two
    return _belongs_by_text(group, rows, wrap, above)


def _is_number_alone(line: MarkedLine) -> bool:
    """Whether a row is the number of a paragraph, or the mark of an item, and nothing else.

    Converters break a row in Chinese at its only space: the text is below.
    """
    first = line.markers.readings[0]
    if first.end < len(line.text):
        return False
    if counted_marker(line) is not None:
        return True
    decimal = first.series == DECIMAL.name or first.role == "item"
    return line.ends is None and decimal and 0 < (first.number or 0) < FIRST_YEAR


def _belongs_by_text(
    group: Sequence[MarkedLine], rows: Sequence[MarkedLine], wrap: Wrap, above: TextAbove
) -> bool:
    """Whether a row goes on with those before it, where neither its reader nor a blank line says.

    The second of the two rows is the next.
    """
    before, line = group[-1], rows[0]
    if before.markers.readings and len(group) == 1 and _is_second_title_row(before, rows):
        return True
    if line.above <= 0 and (
        before.text[-1] == ENUMERATION_COMMA
        or closes_bracket(before.text, line.text)
        or ends_in_mark(before.text)
    ):
        return True
    if line.indent in wrap.first_indents and is_first_line(group, line):
        return not line.markers and is_number_cut(before.text, line.text)
    if wrap.width is None:
        return _continues_unwrapped(group, rows, wrap, above) and not line.markers
    if opens_quoted_paragraph(group, line) or (
        line.markers
        and (above.opens_next(group, line, wrap.width) or opens_bulleted_item(group, line))
    ):
        return False
    if line.above <= 0 and above.is_amount(line) and not ends_sentence(before.text):
        return True
    if line.above < 0 and not line.markers and _is_turned(group, rows, wrap.width, above):
        return False
    if _is_title_before_next(group, rows, wrap.width, above) or _closes_list(group, line, wrap):
        return False
    return _continues(group, line, wrap.width, above)


def _is_title_before_next(
    group: Sequence[MarkedLine], rows: Sequence[MarkedLine], width: int, above: TextAbove
) -> bool:
    """Whether a short row without a stop stands between a sentence's end and the next paragraph.

    The paragraph above it would end in it, and a paragraph ends with a stop.
    """
    line = rows[0]
    return (
        len(line.text) < FULL * width
        and len(rows) > 1
        and not line.markers
        and not line.text[0].islower()
        and is_short_title(line.text)
        and ends_sentence(group[-1].text)
        and is_title_row(rows, width)
        and above.is_next(rows[1])
    )


def _closes_list(group: Sequence[MarkedLine], line: MarkedLine, wrap: Wrap) -> bool:
    """Whether a clause below an item closes the list: the item's row has a comma, and much room."""
    before, width = group[-1], wrap.width or 0
    return (
        len(before.text) < FULL * width
        and not line.markers
        and group[0].markers.has("item")
        and ends_in_comma(before.text)
        and had_room(before, line, width)
    )


def _is_second_title_row(before: MarkedLine, rows: Sequence[MarkedLine]) -> bool:
    """Whether a row between a numbered heading and a blank line ends its title.

    No text stands close below a heading and is but one row without a stop.
    """
    line = rows[0]
    if line.above != 0 or line.markers:
        return False
    headed = any(m.role == "heading" and m.series != "decimal" for m in before.markers.readings)
    return (
        headed
        and (len(rows) == 1 or rows[1].above > 0)
        and not ends_clause_or_comma(line.text)
        and not ends_sentence(before.text)
        and len(line.text) <= len(before.text)
        and (not line.text[0].isupper() or len(before.text) >= SHORTEST_FULL)
    )


def _is_turned(
    group: Sequence[MarkedLine], rows: Sequence[MarkedLine], width: int, above: TextAbove
) -> bool:
    """Whether a text ends with a page: below it stands a heading, above it one, or a preamble."""
    before, line = group[-1], rows[0]
    if line.text[0].islower():
        return False
    short = len(before.text) < FULL * width
    if ends_in_comma(before.text):
        cased = line.text[0].isupper()
        return above.after_comma and not group[0].markers and (cased or short)
    if ends_sentence(before.text):
        return is_title_row(rows, width)
    return short and not group[0].markers and group[0].above != 0 and _may_be_title(group)


def _continues_unwrapped(
    group: Sequence[MarkedLine], rows: Sequence[MarkedLine], wrap: Wrap, above: TextAbove
) -> bool:
    """Whether a row goes on with those before it in a text that does not show its width."""
    before, line, longest = group[-1], rows[0], wrap.longest
    if group[0].markers.has("paragraph"):
        counted = len(rows) > 1 and above.is_next(rows[1])
        if goes_on_after_clause(before, rows, longest, counted=counted):
            return True
    if wrap.at_spaces and line.above == 0 and _breaks_off_in_han(group):
        return True
    full = _fills_longest_row(before, line, longest)
    if not (full or line.text[0].islower()):
        return False
    if ends_in_comma(before.text):  # a closing clause may follow an item
        return full and line.text[0].islower() and not group[0].markers.has("item")
    return full or _continues_sentence(before, line)


def _breaks_off_in_han(group: Sequence[MarkedLine]) -> bool:
    """Whether a long row in Chinese has not ended its clause, in a text broken at its spaces."""
    text = group[-1].text
    longest = LONGEST_HAN / 2 if group[0].markers.has("paragraph", "item") else LONGEST_HAN
    return len(text) > longest and not ends_clause(text) and is_han(text)


def _continues(group: Sequence[MarkedLine], line: MarkedLine, width: int, above: TextAbove) -> bool:
    """Whether a row of a text with hard line breaks goes on with the rows before it."""
    before = group[-1]
    if line.above > 0:
        full = len(before.text) > FULL * width and not ends_in_comma(before.text)
        return full and _continues_sentence(before, line)
    if (line.markers or line.above < 0) and len(group) == 1 and _opens_heading(before):
        return False
    if is_unit_alone(before) and len(group) == 1 and not line.text[0].islower():
        return False
    if line.markers:
        if _opens_paragraph(line) and (
            _ends_title(group, line, width)
            or (above.after_name and _may_be_title(group))
            or (_is_title_above_first(group, line) and len(before.text) < FULL * width)
        ):
            return False
        cut = not _opens_heading(line) or _is_within_paragraph(group, line, width)
        return cut and _mid_sentence(before, width)
    if line.above < 0:
        return not ends_sentence(before.text) or len(before.text) > FULL * width
    if ends_sentence(before.text):
        return len(before.text) > FULL * width and not had_room(before, line, width)
    if ends_in_comma(before.text) and line.text[0].isalpha() and not line.text[0].islower():
        return not had_room(before, line, width)  # preambular paragraphs end in commas
    caseless = line.text[0].lower() == line.text[0].upper()
    if caseless and _opens_heading(group[0]) and len(before.text) > HALF * width:
        return True  # the rows of a centred title are balanced
    return had_no_room(before, line, width) or _continues_sentence(before, line)


def _opens_paragraph(line: MarkedLine) -> bool:
    """Whether a row opens with a paragraph's number, not with a year or the end of a sentence."""
    return any(
        m.role == "paragraph" and m.end < len(line.text) and (m.number or 0) < FIRST_YEAR
        for m in line.markers.readings
    )


def _ends_title(group: Sequence[MarkedLine], line: MarkedLine, width: int) -> bool:
    """Whether rows above a paragraph's number are a heading: by their mark, or at a page's foot."""
    if line.above < 0 and len(group[-1].text) < FULL * width:
        return True
    return (line.above < 0 or _opens_heading(group[0])) and _may_be_title(group)


def _is_title_above_first(group: Sequence[MarkedLine], line: MarkedLine) -> bool:
    """Whether a row below a blank line is a heading by its form, above the first paragraph."""
    first = any(m.role == "paragraph" and m.number == 1 for m in line.markers.readings)
    return first and len(group) == 1 and group[0].above > 0 and _may_be_title(group)


def _may_be_title(group: Sequence[MarkedLine]) -> bool:
    """Whether rows may be a heading by their form, before a numbered text."""
    return (
        len(group) <= MOST_TITLE_ROWS
        and not group[0].text[0].islower()
        and (not group[0].markers or _opens_heading(group[0]))
        and not any(ends_sentence(row.text) or row.text[-1] in COMMAS for row in group)
    )


def _is_within_paragraph(group: Sequence[MarkedLine], line: MarkedLine, width: int) -> bool:
    """Whether a row like a heading stands close below a full row of a paragraph: `section ⏎ B.`."""
    full = line.above == 0 and len(group[-1].text) > NEAR_FULL * width
    return (
        full
        and not _opens_heading(group[0])
        and (group[0].markers.has("paragraph") or len(group) > 1)
    )


def _opens_heading(line: MarkedLine) -> bool:
    """Whether a row opens as a heading does, which no reference is likely to."""
    if any(m.role == "heading" and m.series != "decimal" for m in line.markers.readings):
        return not ends_clause(line.text)
    return line.markers.unit is not None


def is_unit_alone(line: MarkedLine) -> bool:
    """Whether a row is a name with its number and nothing else, the title below: `Annex II`."""
    unit = line.markers.unit
    return unit is not None and unit.end >= len(line.text)


def _mid_sentence(before: MarkedLine, width: int) -> bool:
    """Whether what looks like a mark at a row's head is in mid-sentence: `paragraph 2 ⏎ (b)`."""
    text = before.text
    return len(text) > HALF * width and not ends_clause(text) and text[-1] not in COMMAS


def _fills_longest_row(before: MarkedLine, line: MarkedLine, longest: int | None) -> bool:
    """Whether a row below one of about the longest, or over a page turn, goes on with it."""
    return (
        longest is not None
        and line.above <= 0
        and len(before.text) >= NEAR_FULL * longest
        and not _opens_heading(before)
        and not ends_clause(before.text)
    )


def _continues_sentence(before: MarkedLine, line: MarkedLine) -> bool:
    """Whether a sentence that had not ended goes on with a small letter, as no new one does."""
    return line.text[0].islower() and not ends_clause(before.text) and line.above <= 1
