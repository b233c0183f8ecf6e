"""Line breaks of wrapped text: whether a row broke for lack of room, or because its text ended."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence

from unreport.structure.clause_ends import (
    ends_clause,
    ends_clause_or_comma,
    ends_in_comma,
    ends_sentence,
)
from unreport.structure.markers.marker import MarkedLine
from unreport.structure.separators import DASHES
from unreport.text.joined_rows import HAN
from unreport.text.lazy_patterns import lazy_pattern

FEWEST = 4  # rows tell a width
LONGEST_WRAPPED = 130  # a text whose longest rows are longer is not wrapped
LONGEST_WRAPPED_HAN = 70
FEWEST_NEAR = 8  # rows near a width that the longest rows exceed
NEAR_FULL = 0.8  # rows this near the full width show where it lies
ROOM = 0.9  # of the full width, beyond which a word may not have fitted
CAPITALISED = 0.8  # of the rows of a list of names
SHORTEST_FULL, SHORTEST_FULL_HAN = 50, 25  # characters of rows that can be full ones
OPENING_QUOTES = "«“„”「『"  # ” opens in Arabic
SEMICOLONS = ";؛；"
FULL = 0.62  # a row this long may have been full before signs were taken out of it
HALF = 0.36  # rows break early before a number or a mark: `paragraph 2 ⏎ (b)`
# What a row cannot break in: a word, a Latin word or symbol in Chinese, else a single character
UNBROKEN = lazy_pattern(r"[^\s\u3000-\u9FFF\uFF00-\uFFEF]+|.")
BRACKET_LEFT_OPEN = lazy_pattern(r"[(（\[][^()（）\[\]]*$")
BRACKET_CLOSED = lazy_pattern(r"[^()（）\[\]]{1,80}[)）\]]")
MARK_SIGNS = ".)）．"
MARK_AT_END = lazy_pattern(r"[:：;；؛]\s*[(（]?(?:\d{1,2}|[^\W\d_]\u0640?|[ivx]{1,4})[.．)）]$")
LONGEST_TITLE_ROW, LONGEST_TITLE_ROW_HAN = 60, 25  # characters
RECENT = 3  # paragraphs and headings whose next number may come


def row_widths(lines: Sequence[MarkedLine]) -> tuple[int | None, int | None]:
    """How long a full row is in a text with hard line breaks, and the longest row if it may be one.

    Many rows of such a text end near the same column, and none goes beyond; a short text may have
    too few rows to tell.
    """
    lengths = [len(line.text) for line in lines if line.ends is None and line.role == "body"]
    lengths.sort()
    longest = lengths[-max(1, len(lengths) // 100)] if lengths else 0
    if longest > LONGEST_WRAPPED or (longest > LONGEST_WRAPPED_HAN and _are_han(lines[:200])):
        return None, None
    if len(lengths) < FEWEST:
        return None, longest
    width, near = _width(lengths)
    cut = _rows_in_mid_sentence(lines, width, ends_clause)
    if near >= max(3, len(lengths) / 8) and next(cut, False):
        return width, longest
    width, near = _width(lengths[: len(lengths) * 9 // 10])  # without titles and rows of tables
    if near < FEWEST_NEAR:
        return None, longest
    in_mid_sentence = sum(_rows_in_mid_sentence(lines, width, ends_clause_or_comma))
    if _are_capitalised(lines):
        return None, longest
    return width if 2 * in_mid_sentence >= near else None, longest


def _are_capitalised(lines: Sequence[MarkedLine]) -> bool:
    """Whether nearly all rows that stand close below others begin with capitals, as names do."""
    close = [line.text[0] for line in lines if line.above == 0 and line.role == "body"]
    return sum(map(str.isupper, close)) > CAPITALISED * len(close)


def _width(lengths: Sequence[int]) -> tuple[int, int]:
    """The length of a full row, and how many rows are near it; headings may be longer."""
    long = [length for length in lengths if length > lengths[-1] / 2]
    width = long[len(long) * 9 // 10]
    return width, sum(length >= NEAR_FULL * width for length in lengths)


def _rows_in_mid_sentence(
    lines: Sequence[MarkedLine], width: int, ends: Callable[[str], bool]
) -> Iterator[bool]:
    """True for each full row in mid-sentence; without any, each may be a paragraph of its own."""
    shortest = NEAR_FULL * width
    return (
        True
        for line in lines
        if len(line.text) >= shortest
        and line.ends is None
        and line.role == "body"
        and not ends(line.text)
    )


def _are_han(lines: Sequence[MarkedLine]) -> bool:
    """Whether most characters of most lines are Han."""
    return sum(is_han(line.text) for line in lines) > len(lines) / 2


def is_han(text: str) -> bool:
    """Whether most characters of a text are Han."""
    return not text.isascii() and len(HAN.findall(text)) > len(text) / 2


def had_no_room(before: MarkedLine, line: MarkedLine, width: int) -> bool:
    """Whether a row may have broken because the word that opens the next did not fit."""
    length, opening = len(before.text), line.text[0]
    if not opening.isalpha() or (opening.isascii() and HAN.match(before.text[-1])):
        return length > HALF * width
    word = UNBROKEN.match(line.text)
    return length > FULL * width or length + len(word[0] if word else "") >= NEAR_FULL * width


def closes_bracket(before: str, following: str) -> bool:
    """Whether a row closes the bracket that the row above opened: `(sect. ⏎ III.C, fig. 2)`."""
    if not (")" in following or "）" in following or "]" in following):
        return False
    return (
        BRACKET_CLOSED.match(following) is not None and BRACKET_LEFT_OPEN.search(before) is not None
    )


def ends_in_mark(text: str) -> bool:
    """Whether a row ends with the mark of an item, whose text is below: `b) the second; 3.`."""
    return text[-1] in MARK_SIGNS and MARK_AT_END.search(text, max(len(text) - 10, 0)) is not None


def had_room(before: MarkedLine, line: MarkedLine, width: int) -> bool:
    """Whether the word that opens the next row would have fitted on a row, with space left."""
    word = UNBROKEN.match(line.text)
    return len(before.text) + len(word[0] if word else "") + 1 < ROOM * width


def goes_on_after_clause(
    before: MarkedLine, rows: Sequence[MarkedLine], longest: int | None, *, counted: bool
) -> bool:
    """Whether a row goes on below one of a numbered paragraph that ends with a clause.

    It does so close below a semicolon with a small letter, or below a row that may be a full one;
    a short row without a stop is no sentence, but a heading or a cell of a table, unless it stands
    below a comma and above another mark or (`counted`) the next numbered paragraph.
    """
    line = rows[0]
    if line.above != 0 or not ends_clause_or_comma(before.text):
        return False
    if before.text[-1] in SEMICOLONS and line.text[0].islower():
        return True
    shortest = SHORTEST_FULL_HAN if HAN.search(before.text) else SHORTEST_FULL
    if longest is None or not shortest <= NEAR_FULL * longest <= len(before.text):
        return False
    if len(line.text) > HALF * longest or ends_clause_or_comma(line.text):
        return True
    if not ends_in_comma(before.text):
        return False
    return counted or len(rows) == 1 or (rows[1].above == 0 and bool(rows[1].markers))


def opens_quoted_paragraph(group: Sequence[MarkedLine], line: MarkedLine) -> bool:
    """Whether a row opens the next paragraph of a quotation: each begins with the same quote."""
    mark = line.text[0]
    return (
        mark in OPENING_QUOTES
        and mark == group[0].text[0]
        and ends_sentence(group[-1].text)
        and mark not in group[0].text[1:]
    )


def opens_bulleted_item(group: Sequence[MarkedLine], line: MarkedLine) -> bool:
    """Whether a row opens an item by its bullet; a dash does so below an item with the same one."""
    bullet, above = line.markers.bullet, group[0].markers.bullet
    if bullet is None:
        return False
    same = above is not None and above.marker == bullet.marker and group[0].indent == line.indent
    return same or bullet.marker not in DASHES


def is_first_line(group: Sequence[MarkedLine], line: MarkedLine) -> bool:
    """Whether a line at the indent of first lines is one, and not the second row of an item."""
    before, own = group[-1].indent or 0.0, line.indent or 0.0
    return before < own or (before == own and len(group) == 1)


def is_title_row(rows: Sequence[MarkedLine], width: int) -> bool:
    """Whether the first of two rows is a heading by its form: short, set apart from the second."""
    row = rows[0]
    apart = len(rows) > 1 and (rows[1].above > 0 or bool(rows[1].markers))
    return apart and len(row.text) < FULL * width and not ends_clause_or_comma(row.text)


def stands_apart(lines: Sequence[MarkedLine], at: int) -> bool:
    """Whether a row begins a text: below a gap, the end of a clause, a heading."""
    if at == 0 or lines[at].above > 0:
        return True
    above = lines[at - 1]
    if above.ends is not None:
        return above.ends
    if _ends_text(above):
        return True
    if not is_short_title(above.text):
        return False
    had_room = len(above.text) < HALF * len(lines[at].text)  # so it is no row of a wrapped text
    return had_room or at == 1 or above.above > 0 or _ends_text(lines[at - 2])


def is_set_off(lines: Sequence[MarkedLine], at: int) -> bool:
    """Whether a row begins a text by its layout alone."""
    return at == 0 or lines[at].above > 0 or lines[at - 1].ends is True


def _ends_text(line: MarkedLine) -> bool:
    return ends_clause(line.text) or line.markers.has("heading") or bool(line.markers.unit)


def is_short_title(text: str) -> bool:
    """Whether a row is short and not stopped, as a title is."""
    longest = LONGEST_TITLE_ROW_HAN if HAN.search(text) else LONGEST_TITLE_ROW
    is_short = 0 < len(text) <= longest
    return is_short and not text[0].islower() and text[-1].isalpha()


class TextAbove:
    """What stood above a row: the last numbers of paragraphs and headings, a comma at the end."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.recent: deque[tuple[str, int]] = deque(maxlen=RECENT)
        self.text = ""  # the last row of the passage above the rows
        self.after_name = False  # whether it is a name with its number alone: `Annex II`

    @property
    def after_comma(self) -> bool:
        """Whether the passage above the rows ended in a comma."""
        return ends_in_comma(self.text)

    def add(self, line: MarkedLine) -> None:
        """Remember the number that opens a line, if one does."""
        if number := _paragraph_number(line):
            self.recent.append(number)

    def opens_next(self, group: Sequence[MarkedLine], line: MarkedLine, width: int) -> bool:
        """Whether a number below a row with room for it is the next of those before."""
        return len(group[-1].text) <= FULL * width and self.is_next(line)

    def is_next(self, line: MarkedLine) -> bool:
        """Whether a number that opens a row is the next of those before."""
        number = _paragraph_number(line)
        if number is None:
            return False
        inserted = any(marker.inserted for marker in line.markers.readings)
        return (number[0], number[1] - (not inserted)) in self.recent

    def is_amount(self, line: MarkedLine) -> bool:
        """Whether a row opens with a decimal fraction, `33.4 per cent`, not with paragraph 33.4."""
        marker = line.markers.readings[0] if line.markers.readings else None
        if marker is None or marker.shape != "compound":
            return False
        known = any(prefix == marker.prefix for prefix, _ in self.recent)
        return not known or line.text[marker.end : marker.end + 1].islower()


def _paragraph_number(line: MarkedLine) -> tuple[str, int] | None:
    """The number that opens a row as a paragraph's does, with what stands before it: `13.`, `4`."""
    for marker in line.markers.readings:
        if marker.role == "paragraph":
            return marker.prefix, marker.number or 0
    return None
