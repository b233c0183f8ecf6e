"""Layout analysis is a partition: each glyph cluster of a page is in one labelled row, once."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from unreport.readers.pdf.bidi.base_direction import page_base_direction
from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.rows import rows_of
from unreport.readers.pdf.file.glyphs import Font, Glyph, Grid, Page, Rule
from unreport.readers.pdf.layout.page_layout import PrecedingPages
from unreport.readers.pdf.layout.reading_order import reading_order
from unreport.readers.pdf.layout.tables.grids import split_at_grid
from unreport.readers.pdf.layout.tables.table_cells import split_at_columns

WIDTH, HEIGHT, SIZE = 600.0, 800.0, 10.0
WORDS = ("12", "a", "Distr.:", "Total", "Committee", "(a)", "1", "مذكرة", "委员会", "____________")

xs = st.floats(20, 560).map(round)
ys = st.floats(20, 780).map(round)
words = st.tuples(xs, ys, st.sampled_from(WORDS), st.sampled_from((8.0, 10.0, 14.0)))
horizontal = st.tuples(xs, ys, xs).map(lambda v: Rule(min(v[0], v[2]), v[1], max(v[0], v[2]), v[1]))
vertical = st.tuples(xs, ys, ys).map(lambda v: Rule(v[0], min(v[1], v[2]), v[0], max(v[1], v[2])))


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    lefts = sorted(draw(st.sets(xs, min_size=3, max_size=5)))
    tops = sorted(draw(st.sets(ys, min_size=3, max_size=6)))
    rows = tuple(
        tuple(
            None if draw(st.integers(0, 4)) == 0 else (lefts[i], tops[j], lefts[i + 1], tops[j + 1])
            for i in range(len(lefts) - 1)
        )
        for j in range(len(tops) - 1)
    )
    return Grid(x0=lefts[0], top=tops[0], x1=lefts[-1], bottom=tops[-1], rows=rows)


def glyphs_of(placed: list[tuple[float, float, str, float]]) -> list[Glyph]:
    """The glyphs of words, each half an em wide."""
    out: list[Glyph] = []
    for left, y, word, size in placed:
        for at, letter in enumerate(word):
            x = left + 0.5 * size * at
            out.append(Glyph(letter, x, x + 0.5 * size, y, size, 0, ord(letter), len(out) + 1))
    return out


def page_of(
    placed: list[tuple[float, float, str, float]],
    rules: list[Rule],
    tables: list[Grid],
    number: int = 1,
) -> Page:
    return Page(
        number=number,
        width=WIDTH,
        height=HEIGHT,
        glyphs=glyphs_of(placed),
        rotated=[],
        spans={},
        rules=rules,
        fonts=[Font(name="Times")],
        tables=tuple(tables),
    )


def identities(rows: list[Row]) -> Counter[int]:
    """The clusters of rows, by the places of their glyphs in the content stream."""
    return Counter(cluster.order for row in rows for cluster in row.clusters)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(words, min_size=1, max_size=60),
    st.lists(horizontal | vertical, max_size=12),
    st.lists(grids(), max_size=3),
    st.integers(1, 2),
)
def test_each_cluster_is_in_one_labelled_row(
    placed: list[tuple[float, float, str, float]],
    rules: list[Rule],
    tables: list[Grid],
    number: int,
) -> None:
    page = page_of(placed, rules, tables, number)
    segments = rows_of(page)
    drawn = identities(segments)

    preceding = PrecedingPages(column_edges=[200.0, 400.0])
    labelled = reading_order(page, list(segments), page_base_direction(segments), preceding)

    rows = [item.row for item in labelled] + [item.marker for item in labelled if item.marker]
    assert identities(rows) == drawn


@given(st.lists(words, min_size=1, max_size=40), grids())
def test_a_grid_splits_segments_without_loss(
    placed: list[tuple[float, float, str, float]], grid: Grid
) -> None:
    segments = rows_of(page_of(placed, [], []))

    split = split_at_grid(segments, grid, [])

    rows = [fragment.row for fragment in split.fragments] + split.rest
    assert identities(rows) == identities(segments)
    assert Counter(space for row in rows for space in row.spaces) == Counter(
        space for row in segments for space in row.spaces
    )


@given(st.lists(words, min_size=1, max_size=40), st.lists(xs, max_size=4))
def test_column_edges_split_rows_without_loss(
    placed: list[tuple[float, float, str, float]], edges: list[float]
) -> None:
    segments = rows_of(page_of(placed, [], []))

    split = split_at_columns(segments, sorted(edges))

    rows = [fragment.row for fragment in split.fragments] + split.rest
    assert identities(rows) == identities(segments)


def test_a_row_that_begins_beside_a_grid_is_split_at_its_edge() -> None:
    grid = Grid(
        x0=100.0,
        top=100.0,
        x1=300.0,
        bottom=140.0,
        rows=(
            ((100.0, 100.0, 200.0, 120.0), (200.0, 100.0, 300.0, 120.0)),
            ((100.0, 120.0, 200.0, 140.0), None),
        ),
    )
    segments = rows_of(
        page_of([(86.0, 115.0, "1", 10.0), (104.0, 115.0, "Total", 10.0)], [], [])
    ) + rows_of(page_of([(210.0, 135.0, "12", 10.0)], [], []))

    split = split_at_grid(segments, grid, [])

    assert [(text(f.row), f.table_row, f.column) for f in split.fragments] == [
        ("Total", 0, 0),
        ("12", 1, 1),
    ]
    assert [text(row) for row in split.rest] == ["1"]


def text(row: Row) -> str:
    return "".join(cluster.text for cluster in row.clusters)
