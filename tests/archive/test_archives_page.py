"""What docs/archives.md and docs/guides/questions.md say of the tables is so."""

import re
import sys
from pathlib import Path

import pytest

from unreport.archive.batch import Job, write_archive
from unreport.archive.outcome import FailureKind
from unreport.archive.store import DatasetLayout
from unreport.cli.main import main
from unreport.export.rows import SERIES_COLUMNS, TABLES, Column

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "archives.md").read_text(encoding="utf-8")
QUESTIONS = (ROOT / "docs" / "guides" / "questions.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", QUESTIONS, re.DOTALL)


@pytest.mark.parametrize(("name", "columns"), [*TABLES.items(), ("series", SERIES_COLUMNS)])
def test_every_column_is_described(name: str, columns: tuple[Column, ...]) -> None:
    rows = [f"| `{column.name}` | {column.kind} | {column.about} |" for column in columns]
    head = [f"### {name}", "", "| column | type | meaning |", "|---|---|---|"]

    assert "\n".join([*head, *rows]) in PAGE


def test_every_kind_of_error_is_described() -> None:
    described = {
        kind for row in re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE) for kind in words(row)
    }

    assert described >= set(FailureKind.__args__)


def words(text: str) -> list[str]:
    return re.findall(r"`([a-z-]+)`", text)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sys.path.insert(0, str(ROOT / "examples" / "technology"))
    import make_archive  # noqa: PLC0415

    sys.path.pop(0)
    base = tmp_path_factory.mktemp("readme")
    make_archive.main(base / "reports.zip")
    write_archive(Job(sources=(base / "reports.zip",), out=base / "tables"))
    return base


def test_duckdb_answers_the_queries(tables: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="an extra")
    database = duckdb.connect(config={"file_search_path": str(tables)})

    naming, gaps, errors = (database.sql(query).fetchall() for query in QUERIES[:3])

    assert naming[:6] == [(2014, language, 2) for language in ("ar", "en", "es", "fr", "ru", "zh")]
    assert sum(row[2] for row in naming) == 6 * 15 * 2  # each in two paragraphs
    assert gaps == [("TRIAL/COP/WG.1/2017/L.1", [], ["fr Add.2"])]
    assert errors == [("unreadable", 1, "2019/en/minutes.png")]


MENTIONING = """\
A/AC.1/2019/L.1

Draft report

1. Statements were made by the representatives of the following parties to the Protocol: Chad, Mali.

2. States parties should consider the following: (a) training; (b) resolution 70/1.
"""


def test_duckdb_answers_the_queries_about_mentions(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="an extra")
    (tmp_path / "report.txt").write_text(MENTIONING)
    layout = DatasetLayout(tables=tuple(TABLES))
    write_archive(Job(sources=(tmp_path / "report.txt",), out=tmp_path / "tables", layout=layout))
    database = duckdb.connect(config={"file_search_path": str(tmp_path)})

    spoke, cited, recommended = (database.sql(query).fetchall() for query in QUERIES[3:6])

    assert spoke == [("MLI", "party", 1), ("TCD", "party", 1)]
    assert cited == [("resolution", "70/1", 1)]
    assert [row[1:3] for row in recommended] == [("States parties", "should consider")]
    assert [row[4] for row in recommended] == [["training;", "resolution 70/1."]]


ADDENDUM = """\
A/AC.1/2019/L.1/Add.1

II. Work

3. The Board went on with its work.
"""


def test_duckdb_answers_the_queries_about_whole_reports(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="an extra")
    (tmp_path / "report.txt").write_text(MENTIONING)
    (tmp_path / "addendum.txt").write_text(ADDENDUM)
    sources = (tmp_path / "report.txt", tmp_path / "addendum.txt")
    write_archive(Job(sources=sources, out=tmp_path / "tables"))
    command = ["assemble", str(tmp_path / "tables" / "reports")]
    command += ["--out", str(tmp_path / "whole"), "--format", "parquet"]
    code = main(command)
    database = duckdb.connect(config={"file_search_path": str(tmp_path)})

    counted, chapter = (database.sql(query).fetchall() for query in QUERIES[6:])

    assert code == 0
    whole, addendum = "A/AC.1/2019/L.1", "A/AC.1/2019/L.1/Add.1"
    assert counted == [(whole, "en", 3, [whole, addendum])]
    assert chapter == [("II.3", addendum, "The Board went on with its work.")]


def test_polars_gives_the_same_answers(tables: Path) -> None:
    pl = pytest.importorskip("polars", reason="an extra")
    nodes = pl.scan_parquet(tables / "tables/nodes/*.parquet")
    documents = pl.scan_parquet(tables / "tables/documents/*.parquet")

    naming = (
        nodes.filter(
            pl.col("kind") == "paragraph",
            pl.col("text").str.contains("(?i)technolog|tecnolog|технолог|技术|科技|تكنولوج"),
        )
        .join(documents.select("document", pl.col("date").dt.year().alias("year")), on="document")
        .group_by("year", "language")
        .len()
        .sort("year", "language")
        .collect()
    )
    series = pl.read_parquet(tables / "tables/series.parquet")
    gaps = series.filter((pl.col("missing").list.len() > 0) | (pl.col("gaps").list.len() > 0))
    errors = pl.scan_parquet(tables / "tables/errors/*.parquet").group_by("kind").len().collect()

    assert naming.rows()[:2] == [(2014, "ar", 2), (2014, "en", 2)]
    assert naming["len"].sum() == 6 * 15 * 2
    assert gaps["base_symbol"].to_list() == ["TRIAL/COP/WG.1/2017/L.1"]
    assert errors.rows() == [("unreadable", 1)]
