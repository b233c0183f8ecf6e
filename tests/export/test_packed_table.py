"""Tables packed as bytes give back their cells, as Python values and as Arrow arrays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unreport.export.packed_table import pack, unpack
from unreport.export.rows import Columns, Kind

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
CELLS: dict[Kind, st.SearchStrategy[object]] = {
    "text": texts,
    "number": st.integers(-(2**31) + 1, 2**31 - 1),
    "flag": st.booleans(),
}
kinds = st.lists(st.sampled_from(list(CELLS)), min_size=1, max_size=4)


def columns(data: st.DataObject, own: list[Kind]) -> Columns:
    """Columns of these kinds, all of the same length."""
    count = data.draw(st.integers(0, 6))
    return [
        data.draw(st.lists(st.none() | CELLS[kind], min_size=count, max_size=count)) for kind in own
    ]


@given(kinds, st.data())
def test_cells_come_back(own: list[Kind], data: st.DataObject) -> None:
    cells = columns(data, own)
    packed = pack(own, cells)
    assert packed.rows == len(cells[0])
    assert unpack(own, packed) == cells


@given(kinds, st.data())
def test_arrow_arrays_of_several_tables(own: list[Kind], data: st.DataObject) -> None:
    pytest.importorskip("pyarrow", reason="an extra")
    from unreport.export.arrow_arrays import packed_arrays  # noqa: PLC0415
    from unreport.export.parquet import TYPES  # noqa: PLC0415

    tables = [columns(data, own) for _ in range(data.draw(st.integers(1, 3)))]
    arrays = packed_arrays(own, [pack(own, cells) for cells in tables])
    for turn, (kind, array) in enumerate(zip(own, arrays, strict=True)):
        array.validate(full=True)
        assert array.type == TYPES[kind]
        assert array.to_pylist() == [cell for cells in tables for cell in cells[turn]]


@given(st.lists(st.tuples(texts | st.none(), st.integers(0, 3)), max_size=4))
def test_repeated_texts(found: list[tuple[str | None, int]]) -> None:
    pytest.importorskip("pyarrow", reason="an extra")
    from unreport.export.arrow_arrays import repeated_texts  # noqa: PLC0415

    values, counts = [text for text, _ in found], [count for _, count in found]
    array = repeated_texts(values, counts)
    array.validate(full=True)
    assert array.to_pylist() == [text for text, count in found for _ in range(count)]
