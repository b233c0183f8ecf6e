"""Page furniture by its text: running heads, page feet, job numbers, bar codes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from unreport.readers.pdf.layout.furniture_patterns import (
    CAPTION,
    DIGITS,
    LIST_ITEM,
    PAGE_IN_WORDS,
    is_furniture_text,
    is_job_number,
)
from unreport.readers.pdf.layout.page_layout import HEADS_AND_FEET
from unreport.readers.pdf.layout.text_lines import TextLine

LONGEST_HEAD = 120  # letters
MIDDLE = 0.5
HEAD_ZONE = 0.13  # of the page's height
FOOT_ZONE = 0.87
SAME_HEIGHT = 8.0  # points
SAME_BASELINE = 2.0  # of a row that is not set apart from the text
LEAST_PAGES = 0.45  # of those between the first and last: a head may stand on alternate pages
PAGES_OF_HEAD = 3  # from which a row that is not set apart from the text is a head or foot
SAME_LINE = 3.0  # points
SAME_SIZE = 0.3  # points
HEADING_ROWS = 3
PAGE_OFFSET = 2  # between a page and the number that is printed on it
PAGE_OF_PAGES = re.compile(r"(\d{1,3})\s*/\s*\d{1,3}")


def confirm_furniture(rows: list[TextLine]) -> None:
    """Confirm the regions `head` and `foot` by their text, in place; other rows become text."""
    repeated = _repeated_on_pages(rows)
    enough = min(PAGES_OF_HEAD, rows[-1].page - 1 if rows else 0)
    headings = _headings(rows)
    masthead = {row.text for row in rows if row.region == "masthead"}  # its symbol is repeated
    for at, row in enumerate(rows):
        if row.region in HEADS_AND_FEET:
            if not (
                at in repeated
                or _has_furniture_form(row)
                or row.text in masthead
                or _beside_furniture(row, rows, at)
                or _repeats_heading(row, headings)
            ):
                row.region = row.fallback
        elif row.region in {"body", "note"} and row.page > 1 and repeated.get(at, 0) >= enough:
            row.region = "head" if row.y < row.page_height / 2 else "foot"
        elif row.region == "table" and repeated.get(at, 0) >= enough and _is_foot(row):
            row.region = "foot"
    for row in rows:
        is_low = row.y > row.page_height / 2
        if row.region in {"body", "note"} and is_low and is_job_number(row.text):
            row.region = "foot"


def _is_foot(row: TextLine) -> bool:
    """Whether a row of a table that goes on overleaf is the job number or page number below it."""
    text = row.text.strip()
    is_page = PAGE_OF_PAGES.fullmatch(text) and _has_furniture_form(row)
    return row.y > FOOT_ZONE * row.page_height and bool(is_page or is_job_number(text))


def _has_furniture_form(row: TextLine) -> bool:
    """Whether a text has the form of page furniture; `59/287` on page 3 is no page number."""
    found = PAGE_OF_PAGES.fullmatch(row.text.strip())
    if found and abs(int(found[1]) - row.page) > PAGE_OFFSET:
        return False
    return is_furniture_text(row.text)


def _beside_furniture(row: TextLine, rows: list[TextLine], at: int) -> bool:
    """Whether a row stands on the line of a page number or job number, or below it."""
    near = rows[max(0, at - 6) : at + 7]
    return any(
        other.page == row.page
        and other.region == row.region
        and other is not row
        and other.fallback != "head"  # a line number
        and (abs(other.y - row.y) < SAME_LINE or (row.region == "foot" and row.y > other.y))
        and _has_furniture_form(other)
        for other in near
    )


def _headings(rows: list[TextLine]) -> dict[str, TextLine]:
    """The first row of each heading that is in bold type, by the text of its one to three rows."""
    out: dict[str, TextLine] = {}
    bold = [row for row in rows if row.bold and row.region == "body"]
    for at, row in enumerate(bold):
        text = ""
        for other in bold[at : at + HEADING_ROWS]:
            if other.page != row.page or abs(other.size - row.size) > SAME_SIZE:
                break
            text = f"{text} {other.text}" if text else other.text
            out.setdefault(text, row)
    return out


def _repeats_heading(row: TextLine, headings: dict[str, TextLine]) -> bool:
    """Whether a row repeats a heading, in smaller type: the head of its chapter."""
    heading = headings.get(row.text)
    return (
        heading is not None
        and not row.bold
        and heading.page <= row.page
        and row.size < heading.size - SAME_SIZE
    )


def _page_invariant_text(row: TextLine) -> str:
    """The text of a row that repeats from page to page: without numbers, of a note the text.

    The numbers count in `1 See A/67/88, para. 66.` and `2 See A/67/120, para. 79.`, notes on two
    pages, and in `Table 2` and `Table 3`, captions at the top of two pages.
    """
    if row.has_marker:
        return row.text.partition(" ")[2]
    text = "#" if PAGE_IN_WORDS.fullmatch(row.text) else row.text
    return text if CAPTION.match(text) else DIGITS.sub("#", text)


def _count_pages(numbers: list[int], others: list[int], pages: int) -> bool:
    """Whether the numbers of two rows, some pages apart, are the same or count pages.

    The number of a page is all that changes in a head, and it may count two pages a sheet.  Rows of
    text that begin alike, `7. Ms. Varga drew attention to S/2020/17`, have other numbers.
    """
    steps = {0, pages, 2 * pages}
    return numbers == others or all(
        other - number in steps for number, other in zip(numbers, others, strict=False)
    )


def _repeated_on_pages(rows: list[TextLine]) -> dict[int, int]:
    """Rows near the edges that repeat at the same height on other pages: index, number of pages."""
    places: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        share = row.y / row.page_height if row.page_height else 0.5
        if (
            row.region != "masthead"
            and (share < HEAD_ZONE or share > FOOT_ZONE)
            and len(row.text) < LONGEST_HEAD
            and not LIST_ITEM.match(row.text)
        ):
            places[_page_invariant_text(row), share < MIDDLE].append(at)
    return {
        at: len(own)
        for found in places.values()
        for at, pages, own in _pages_of_heads(rows, found)
        if len(own) > 1 and len(own) > LEAST_PAGES * (max(pages) - min(pages) + 1)
    }


def _pages_of_heads(
    rows: list[TextLine], found: list[int]
) -> Iterator[tuple[int, set[int], set[int]]]:
    """The pages with a row like each, and those of them where it is the same but for the page."""
    numbers = {at: [int(n) for n in DIGITS.findall(rows[at].text)] for at in found}
    for at in found:
        row = rows[at]
        height = SAME_BASELINE if row.region in {"body", "note"} else SAME_HEIGHT
        near = [other for other in found if abs(rows[other].y - row.y) < SAME_HEIGHT]
        same = {
            rows[other].page
            for other in near
            if abs(rows[other].y - row.y) < height
            and _count_pages(numbers[at], numbers[other], rows[other].page - row.page)
        }
        yield at, {rows[other].page for other in near}, same
