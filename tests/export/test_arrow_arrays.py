"""Arrow arrays of cells: the same as those of pyarrow."""

import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

pa = pytest.importorskip("pyarrow")

from unreport.export.arrow_arrays import arrow_array  # noqa: E402
from unreport.export.parquet import TYPES  # noqa: E402

INT32 = st.integers(-(2**31), 2**31 - 1)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
CELLS = {
    "text": TEXT,
    "number": INT32,
    "big": st.integers(-(2**63), 2**63 - 1),
    "real": st.floats(allow_nan=False),
    "date": st.dates(dt.date(1900, 1, 1)),
    "flag": st.booleans(),
    "texts": st.lists(TEXT, max_size=3),
    "numbers": st.lists(INT32, max_size=3),
}


@pytest.mark.parametrize("kind", TYPES)
@given(data=st.data())
def test_the_same_as_those_of_pyarrow(kind: str, data: st.DataObject) -> None:
    cells = data.draw(st.lists(st.none() | CELLS[kind], max_size=20))

    made = arrow_array(cells, TYPES[kind])

    made.validate(full=True)
    assert made.equals(pa.array(cells, TYPES[kind]))


def test_pandas_is_not_imported() -> None:
    script = (
        "import sys; from unreport.export.parquet import record_batch; "
        "from unreport.export.rows import TABLES; "
        "record_batch('errors', [[None] for _ in TABLES['errors']]); "
        "print('pandas' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout == "False\n"
