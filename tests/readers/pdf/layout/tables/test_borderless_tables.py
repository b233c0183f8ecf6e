"""Borderless tables: large ones are read, and gaps are found as by comparing all clusters."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st
from pdf_files import CATALOG, FONT, PAGES, pdf, stream

from unreport import read
from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.tables.borderless_tables import EDGE_GAP, TableLine

ROWS, COLUMNS = 80, 50
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 2000 1200]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R>>>>>>"
)


def cells(row: int) -> tuple[str, ...]:
    return (f"Programme {row}", *(str(1_000 + row * COLUMNS + column) for column in range(COLUMNS)))


def test_a_page_of_4000_numbers() -> None:
    shown = "".join(
        f"1 0 0 1 {(100 if column else 50) + 36 * column} {1100 - 12 * row} Tm ({cell}) Tj "
        for row in range(ROWS)
        for column, cell in enumerate(cells(row))
    )
    page = stream(b"BT /F 8 Tf " + shown.encode() + b"ET")
    document = read(pdf([CATALOG, PAGES, PAGE, page, FONT]))

    assert [line.cells for line in document.lines] == [cells(row) for row in range(ROWS)]


SIZE = 10.0
BOXES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), min_size=1, max_size=12)


@given(BOXES, st.integers(-5, 100))
def test_gaps_of_a_line(boxes: list[tuple[int, int]], x: int) -> None:
    clusters = [SimpleNamespace(x0=float(start), x1=float(start + width)) for start, width in boxes]
    line = TableLine([Row(clusters, 0.0, SIZE, page=1)])

    left = [cell.x1 for cell in clusters if (cell.x0 + cell.x1) / 2 < x]
    right = [cell.x0 for cell in clusters if (cell.x0 + cell.x1) / 2 >= x]
    gap = min(right) - max(left) if left and right else None
    assert line.gap_at(x) == gap
    assert line.has_gap_at(x) == (gap is not None and gap > EDGE_GAP * SIZE)
    assert line.crosses(x) == (gap is not None and gap <= 0.5 * SIZE)
    inside = [cell for cell in clusters if x < (cell.x0 + cell.x1) / 2 < x + 20]
    assert line.count_between(x, x + 20) == len(inside)
