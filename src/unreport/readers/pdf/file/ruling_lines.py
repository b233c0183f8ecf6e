"""Ruling lines of a page, and the ruled tables that they form."""

from __future__ import annotations

from pdfminer.pdfpage import PDFPage
from pdfplumber.page import Page as PlumberPage
from pdfplumber.page import PDFPageAggregatorWithMarkedContent
from pdfplumber.pdf import PDF

from unreport.readers.pdf.file.glyphs import Grid, Rule

MIN_RULES = 4  # of a grid
MAX_RULES = 3000  # a page with more has a drawing, which would take minutes
MAX_THICKNESS = 3.0  # points


def ruling_lines(
    pdf: PDF, raw: PDFPage, device: PDFPageAggregatorWithMarkedContent, number: int
) -> tuple[list[Rule], tuple[Grid, ...]]:
    """The ruling lines of a page, and its ruled tables as pdfplumber finds them."""
    try:
        page = PlumberPage(pdf, raw, page_number=number)
        page._layout = device.get_result()  # noqa: SLF001 - or it would be interpreted twice
        rules = _rules(page)
        upright = sum(not rule.is_horizontal for rule in rules)
        grids = _grids(page) if upright > 1 and len(rules) >= MIN_RULES else ()
        page.close()
    except Exception:  # noqa: BLE001 - a page without rules is still a page
        return [], ()
    return rules, grids


def _rules(page: PlumberPage) -> list[Rule]:
    lines = [Rule(o["x0"], o["top"], o["x1"], o["bottom"]) for o in (*page.lines, *page.rects)]
    framed = [Rule(o["x0"], o["top"], o["x1"], o["bottom"]) for o in page.rects if o["stroke"]]
    sides = [side for frame in framed if not _is_thin(frame) for side in _sides(frame)]
    rules = [rule for rule in (*lines, *sides) if _is_thin(rule)]
    if len(rules) > MAX_RULES:
        rules = list(dict.fromkeys(rules))
    return rules if len(rules) <= MAX_RULES else []


def _is_thin(rule: Rule) -> bool:
    width, height = rule.x1 - rule.x0, rule.bottom - rule.top
    return min(width, height) <= MAX_THICKNESS and max(width, height) > 4 * MAX_THICKNESS


def _sides(frame: Rule) -> tuple[Rule, Rule, Rule, Rule]:
    """The four sides of a stroked rectangle."""
    x0, top, x1, bottom = frame.x0, frame.top, frame.x1, frame.bottom
    return (
        Rule(x0, top, x1, top),
        Rule(x0, bottom, x1, bottom),
        Rule(x0, top, x0, bottom),
        Rule(x1, top, x1, bottom),
    )


def _grids(page: PlumberPage) -> tuple[Grid, ...]:
    return tuple(
        Grid(
            x0=table.bbox[0],
            top=table.bbox[1],
            x1=table.bbox[2],
            bottom=table.bbox[3],
            rows=tuple(tuple(row.cells) for row in table.rows),
        )
        for table in page.find_tables()
        if len(table.rows) > 1 and max(len(row.cells) for row in table.rows) > 1
    )
