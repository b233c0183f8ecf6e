"""The tables as CSV, JSON lines and SQLite: the rows of the Parquet files."""

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from batch_output import TEXT, UNTIMED, rows

from unreport.archive.batch import Job, write_archive
from unreport.archive.limits import Limits
from unreport.archive.store import DatasetLayout
from unreport.export.rows import TABLES

ARABIC = """\
A/80/L.7

مشروع التقرير

أولاً- مقدمة

١- افتتح السيد أحمد الدورة، وأشار إلى الإجراءات المتخذة.

٢- وألقى ممثل هولندا كلمة في إطار البند ٤، وأشار إلى الفقرة ١ أعلاه.
"""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exports")
    base, out = folder / "archive", folder / "out"
    base.mkdir()
    for n in range(4):
        (base / f"{n}.txt").write_text(TEXT.format(n=n))
    (base / "arabic.txt").write_text(ARABIC, encoding="utf-8")
    (base / "empty.txt").touch()
    write(base, out)
    return out


def write(base: Path, out: Path, **options: object) -> None:
    exports = ("csv", "json", "sqlite")
    layout = DatasetLayout(tables=tuple(TABLES))
    defaults = {"part_documents": 2, "exports": exports, "limits": Limits(workers=1)}
    options = defaults | {"layout": layout} | options
    write_archive(Job(sources=(base,), out=out, **options))


@pytest.mark.parametrize("table", TABLES)
def test_json_lines_hold_the_rows(out: Path, table: str) -> None:
    text = (out / "json" / f"{table}.jsonl").read_text(encoding="utf-8")
    found = [json.loads(line) for line in text.splitlines()]

    assert [{k: v for k, v in row.items() if k not in UNTIMED} for row in found] == json.loads(
        json.dumps(rows(out, table), default=str)
    )


def csv_rows(out: Path, table: str) -> list[dict[str, str]]:
    with (out / "csv" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("table", TABLES)
def test_csv_holds_the_rows(out: Path, table: str) -> None:
    found, wanted = csv_rows(out, table), rows(out, table)

    assert len(found) == len(wanted)
    for row, expected in zip(found, wanted, strict=True):
        assert {k: row[k] for k, v in expected.items() if isinstance(v, str)} == {
            k: v for k, v in expected.items() if isinstance(v, str)
        }
        assert {k: json.loads(row[k]) for k, v in expected.items() if isinstance(v, list)} == {
            k: v for k, v in expected.items() if isinstance(v, list)
        }


@pytest.mark.parametrize("table", TABLES)
def test_sqlite_holds_the_rows(out: Path, table: str) -> None:
    with closing(sqlite3.connect(out / "tables.sqlite")) as database:
        cursor = database.execute(f"select * from {table}")  # noqa: S608
        found = cursor.fetchall()

    names = [column[0] for column in cursor.description]
    assert names == [column.name for column in TABLES[table]]
    assert [row[0] for row in found] == [row["document"] for row in rows(out, table)]


def search(out: Path, query: str, word: str) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(out / "tables.sqlite")) as database:
        return database.execute(query, [word]).fetchall()


@pytest.mark.parametrize("word", ["أحمد", "احمد", "الاجراءات", "الإجراءات", "الدورة", "الدوره"])
def test_search_folds_arabic_letters(out: Path, word: str) -> None:
    found = search(out, "select text from search where search match ?", word)

    assert len(found) == 1
    assert "أحمد" in found[0][0]


def test_search_finds_each_paragraph_and_item(out: Path) -> None:
    query = """
        select n.kind from search s
        join nodes n using (document, node) join documents d using (document)
        where search match ? and d.path like '%/2.txt' order by n.node
    """

    assert search(out, query, "autumn") == [("paragraph",), ("item",)]


def test_exports_are_replaced(tmp_path: Path) -> None:
    base, out = tmp_path / "archive", tmp_path / "out"
    base.mkdir()
    for n in range(3):
        (base / f"{n}.txt").write_text(TEXT.format(n=n))
    write(base, out)
    (base / "3.txt").write_text(TEXT.format(n=3))
    (base / "0.txt").unlink()
    (base / "1.txt").unlink()
    write(base, out, prune=True)

    assert search(out, "select count(*) from documents where path != ?", "") == [(2,)]
    assert len(csv_rows(out, "documents")) == len(rows(out, "documents")) == 2
    assert [path.name for path in out.iterdir() if path.name.endswith(".tmp")] == []


def test_some_tables_only(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format(n=1))
    layout = DatasetLayout(formats=("parquet",), tables=("documents", "issues"))
    write(tmp_path / "a.txt", tmp_path / "out", layout=layout)

    names = {path.name for path in (tmp_path / "out" / "csv").iterdir()}
    assert names == {"documents.csv", "issues.csv", "series.csv"}


def test_exports_need_parquet(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="made from the Parquet files"):
        write(tmp_path, tmp_path / "out", layout=DatasetLayout(formats=("jsonl",)))
