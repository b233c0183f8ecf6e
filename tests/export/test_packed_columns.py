"""Columns packed as bytes give back their cells, alone, joined and as Arrow arrays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unreport.export.packed_columns import AnyColumn, joined, pack, repeated
from unreport.export.rows import Kind

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
numbers = st.integers(-(2**31), 2**31 - 1)
CELLS: dict[Kind, st.SearchStrategy[object]] = {
    "text": texts,
    "number": numbers,
    "flag": st.booleans(),
}


@pytest.mark.parametrize("kind", CELLS)
@given(data=st.data())
def test_cells_come_back(kind: Kind, data: st.DataObject) -> None:
    lists = st.lists(st.lists(st.none() | CELLS[kind], max_size=6), min_size=1, max_size=3)
    pieces = data.draw(lists)
    packed = [pack(kind, cells) for cells in pieces]
    assert list(map(list, packed)) == pieces
    whole = joined(packed)
    assert list(whole) == [cell for cells in pieces for cell in cells]
    assert len(whole) == sum(map(len, pieces))


@given(texts | st.none(), st.integers(0, 5))
def test_a_repeated_text(text: str | None, count: int) -> None:
    assert list(repeated(text, count)) == [text] * count


@pytest.mark.parametrize("kind", CELLS)
def test_arrow_arrays(kind: Kind) -> None:
    pytest.importorskip("pyarrow", reason="an extra")
    from unreport.export.arrow_arrays import packed_array  # noqa: PLC0415
    from unreport.export.parquet import TYPES  # noqa: PLC0415

    values: dict[Kind, AnyColumn] = {
        "text": ["a", None, "", "مرفق", "𐍈"],
        "number": [1, None, -7, 0, 2**31 - 1],
        "flag": [True, None, False, True, False],
    }
    for cells in (list(values[kind]), [None], [], list(values[kind]) * 5):
        array = packed_array(pack(kind, cells), TYPES[kind])
        array.validate(full=True)
        assert array.to_pylist() == cells
