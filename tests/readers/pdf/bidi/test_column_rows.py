"""Rows that are worked out on columns are those that are made of clusters one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_files import FIXTURES

from unreport import PdfLimits
from unreport.readers.pdf.bidi import rows
from unreport.readers.pdf.bidi.base_direction import tokenised_rows
from unreport.readers.pdf.bidi.baselines.column_row import ColumnRow
from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.baselines.word_gaps import word_starts
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.misread_digits import record_years
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import record_words
from unreport.readers.pdf.bidi.logical_rows import collect_evidence, logical_rows
from unreport.readers.pdf.file.engine import PdfFile
from unreport.readers.pdf.file.glyphs import Glyph, Page
from unreport.readers.pdf.file.limits import Budget

LIMITS = PdfLimits(seconds=60)


def rows_of_clusters(page: Page) -> list[Row]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows, "column_rows", lambda _page, _texts: None)
        return rows.rows_of(page)


def described(found: list[Row]) -> list[object]:
    return [
        (
            [
                (c.text, c.bidi_class, c.x0, c.x1, c.y, c.size, c.font, c.code, c.order, c.raised)
                for c in row.clusters
            ],
            (row.x0, row.x1, row.y, row.size, row.spaces),
            (row.lefts, row.rights, row.texts, row.fonts, row.raised),
            (row.count, row.starts_raised, row.beginning, row.is_doubtful),
            row.starts if isinstance(row, ColumnRow) else word_starts([row], "L")[0],
        )
        for row in found
    ]


def read(found: list[Row]) -> tuple[list[object], Evidence]:
    evidence = Evidence()
    token_rows = tokenised_rows(found, "L")
    collect_evidence(token_rows, evidence)
    texts = logical_rows(token_rows, evidence)
    for row in texts:
        record_words(row, evidence)
        record_years(row, evidence)
    evidence.glyph_words.clear()  # they are wanted only where a glyph has no name
    lines = [(row.text, row.fonts, row.base, row.proved) for row in texts]
    sources = [[c and c.order for c in row.sources] for row in texts]
    return [*zip(lines, sources, strict=True)], evidence


def assert_same(page: Page) -> bool:
    """Whether a page has rows on columns, which are then the same as those of clusters."""
    by_columns, by_clusters = rows.rows_of(page), rows_of_clusters(page)
    assert described(by_columns) == described(by_clusters)
    if not all(isinstance(row, ColumnRow) for row in by_columns):
        return False
    assert read(rows.rows_of(page)) == read(rows_of_clusters(page))
    return True


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.pdf")), ids=lambda path: path.stem)
def test_pages_of_producers(path: Path) -> None:
    opened = PdfFile(path.read_bytes(), LIMITS, Budget(LIMITS))
    on_columns = [assert_same(page) for page in opened.pages()]

    assert any(on_columns) or path.stem.startswith("ar.")


GLYPHS = st.lists(
    st.tuples(
        st.sampled_from(["a", "B", "1", "2", "(", ")", ",", " ", "\u00a0", "é", "fi", "年", ""]),
        st.sampled_from([0.0, 0.3, 1.2, 3.0, 25.0, -4.0]),  # points before it
        st.sampled_from([5.0, 5.2, 0.0]),  # its width
        st.sampled_from([100.0, 100.4, 96.0, 103.0, 130.0]),  # its baseline
        st.sampled_from([10.0, 7.0]),
        st.integers(0, 1),  # its font
    ),
    max_size=30,
)


@settings(max_examples=300, deadline=None)
@given(GLYPHS)
def test_any_glyphs(drawn: list[tuple[str, float, float, float, float, int]]) -> None:
    x = 50.0
    glyphs = []
    for order, (text, before, width, y, size, font) in enumerate(drawn, start=1):
        x += before
        glyphs.append(Glyph(text, x, x + width, y, size, font, ord(text[:1] or "\0"), order))
        x += width
    page = Page(
        number=1, width=600, height=800, glyphs=glyphs, rotated=[], spans={}, rules=[], fonts=[]
    )
    assert_same(page)


def test_right_to_left_letters_need_clusters() -> None:
    glyph = Glyph("ا", 50.0, 55.0, 100.0, 10.0, 0, 1, 1)
    page = Page(
        number=1, width=600, height=800, glyphs=[glyph], rotated=[], spans={}, rules=[], fonts=[]
    )
    (row,) = rows.rows_of(page)

    assert not isinstance(row, ColumnRow)
