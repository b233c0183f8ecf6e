"""Which rows are page furniture: running heads, page feet, job numbers, bar codes."""

from __future__ import annotations

import re
from collections import defaultdict

from unreport.pdf.printed import Printed

# `A/C.3/75/L.41/Rev.1`, `ECE/TRADE/C/CEFACT/2019/26`
SYMBOL = re.compile(r"[A-Z][A-Za-z]{0,9}(?:[./ -][A-Za-z0-9().&*-]+)*/[A-Za-z0-9().&* /-]+")
# `V.19-08921 (A)`, `20-15321 (E) 180319`, `GE.18-01763(E)`, `K0360265.s`, `170720 140720 20-09399 (A)`
JOB = re.compile(
    r"(?:\d{6}\s+)*(?:[A-Z]{1,3}\.)?\d\d-\d{4,6}\*?\s*(?:\([A-Z]\))?(?:\s*[A-Z]{2})?(?:\s+\d{6})*"
    r"(?:\s*\*\d{6,8}\*)?|[A-Z]\d{7}(?:\.\w)?(?:\s+\d{6})*"
)
BARCODE = re.compile(r"[*\uf02a][\d\uf030-\uf039 ]{5,12}[*\uf02a]|[\uf000-\uf0ff\s]+")
# `2/9`, `- 3 -`, `Page 4`, `3`, `iv`, `page 2 of 7`
PAGE = re.compile(
    r"[-–—]?\s*(?:(?:page|página|страница|стр\.|صفحة|الصفحة|第)\s*)?"
    r"(?:\d{1,4}|[٠-٩]{1,4}|[ivxlc]{1,6})"
    r"(?:\s*(?:/|of|de|sur|из|من)\s*(?:\d{1,4}|[٠-٩]{1,4}))?\s*[-–—页]?",
    re.IGNORECASE,
)
RECYCLED = re.compile(r"please recycle|veuillez recycler|请回收|просьба|сделано из вторсырья|recíclese", re.I)
DIGITS = re.compile(r"[0-9٠-٩]+")

HEAD_ZONE = 0.13  # of the page's height
FOOT_ZONE = 0.87
SAME_HEIGHT = 8.0  # points
ROW = 3.0  # points; furniture stands on one line


def settle(rows: list[Printed]) -> None:
    """Make sure of the parts `head` and `foot`: what only seemed to be furniture becomes text."""
    again = _repeated(rows)
    for at, row in enumerate(rows):
        if row.part in {"head", "foot"}:
            if not (_is_typical(row) or at in again or _beside_typical(row, rows, at)):
                row.part = row.otherwise
        elif row.part in {"body", "note"} and row.page > 1 and at in again:
            row.part = "head" if row.y < row.height / 2 else "foot"
    for row in rows:
        if row.part in {"body", "note"} and row.y > row.height / 2 and _is_job(row.text):
            row.part = "foot"


def _is_typical(row: Printed) -> bool:
    text = row.text.strip()
    return bool(PAGE.fullmatch(text) or _is_job(text) or SYMBOL.fullmatch(text) or not text)


def _is_job(text: str) -> bool:
    text = text.strip()
    return bool(JOB.fullmatch(text) or BARCODE.fullmatch(text) or RECYCLED.match(text))


def _beside_typical(row: Printed, rows: list[Printed], at: int) -> bool:
    """On the line of a page number or a job number everything is furniture, and below it."""
    near = rows[max(0, at - 6) : at + 7]
    return any(
        other.page == row.page
        and other.part == row.part
        and other is not row
        and (abs(other.y - row.y) < ROW or (row.part == "foot" and row.y > other.y))
        and _is_typical(other)
        for other in near
    )


def _repeated(rows: list[Printed]) -> set[int]:
    """Rows near the edges that stand in the same place on other pages too."""
    places: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        share = row.y / row.height if row.height else 0.5
        if row.part != "masthead" and (share < HEAD_ZONE or share > FOOT_ZONE) and len(row.text) < 120:
            places[DIGITS.sub("#", row.text), share < 0.5].append(at)
    out: set[int] = set()
    for found in places.values():
        for at in found:
            like = {
                rows[other].page
                for other in found
                if abs(rows[other].y - rows[at].y) < SAME_HEIGHT
            }
            if len(like) > 1:
                out.add(at)
    return out
