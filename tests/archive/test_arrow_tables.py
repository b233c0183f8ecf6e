"""Reports as Arrow tables and data frames in memory."""

from pathlib import Path

import pytest

import unreport

pytest.importorskip("pyarrow", reason="an extra")
TEXT = "A/80/L.7\n\nI. Work\n\n1. It met to: (a) talk; (b) part.\n\n3. It closed.\n"


def test_reports_as_tables() -> None:
    report = unreport.parse_text(TEXT, name="a.txt")
    found = unreport.tables([report, unreport.parse_text("١- اجتمعت اللجنة.")])

    assert [*found] == ["documents", "nodes", "footnotes", "furniture", "issues", "errors"]
    documents = found["documents"].to_pylist()
    assert [(row["path"], row["symbol"], row["language"]) for row in documents] == [
        ("a.txt", "A/80/L.7", "en"),
        ("", None, "ar"),
    ]
    assert len({row["document"] for row in documents}) == 2
    kinds = [row["kind"] for row in found["nodes"].to_pylist()]
    assert kinds == ["chapter", "paragraph", "item", "item", "paragraph", "paragraph"]
    assert {*found["nodes"]["document"].to_pylist()} == {row["document"] for row in documents}
    assert found["errors"].num_rows == 0


def test_the_tables_are_those_of_an_archive(tmp_path: Path) -> None:
    """Outcomes give the rows that `batch` writes; a file that cannot be read is an error."""
    import pyarrow.parquet as pq  # noqa: PLC0415

    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "empty.pdf").write_bytes(b"")
    unreport.write_archive(unreport.Job(sources=(tmp_path / "in",), out=tmp_path / "out"))
    limits = unreport.Limits(workers=1)
    found = unreport.tables(unreport.parse_archive(tmp_path / "in", limits=limits))

    for table in found:
        (part,) = (tmp_path / "out" / table).glob("*.parquet")
        with part.open("rb") as file:
            written = pq.read_table(file, partitioning=None)
        one, other = (sorted(map(str, without_seconds(rows))) for rows in (found[table], written))
        assert one == other, table
    assert found["errors"]["kind"].to_pylist() == ["empty"]


def without_seconds(table) -> list[dict[str, object]]:
    return [{**row, "seconds": None} for row in table.to_pylist()]


def test_data_frames() -> None:
    pandas = pytest.importorskip("pandas", reason="an extra")
    report = unreport.parse_text(TEXT)

    frame = pandas.DataFrame(report.to_rows())
    assert list(frame.columns) == unreport.tables([report])["nodes"].column_names[1:]
    assert frame[frame["kind"] == "item"]["text"].tolist() == ["talk;", "part."]
    assert set(frame["symbol"]) == {"A/80/L.7"}


def test_no_reports() -> None:
    assert unreport.tables([])["nodes"].num_rows == 0
    with pytest.raises(TypeError, match="reports or outcomes are needed, not str"):
        unreport.tables(["a"])
