"""A data engineer's task: a zip of mixed files to tables; renamed, pruned, parsed by a new version.

The same with 120 files in every run and with 3,000 in `pytest -m slow`.
"""

import io
import json
import sqlite3
import zipfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from batch_output import TEXT, rows
from pdf_files import set_lines
from word_files import docx, paragraph

import unreport
from unreport.cli.main import main

pytest.importorskip("pyarrow", reason="an extra")
ARABIC = "A/CONF.1/L.{n}\n\nأولا- مقدمة\n\n١- اجتمعت اللجنة {n} مرات، وشكر أحمد الأعضاء.\n"


def text(n: int) -> bytes:
    return TEXT.format(n=n).encode()


def arabic(n: int) -> bytes:
    return ARABIC.format(n=n).encode()


def html(n: int) -> bytes:
    return f"<!doctype html><h1>I. Introduction</h1><p>1. It met {n} times.</p>".encode()


def rtf(n: int) -> bytes:
    return rb"{\rtf1\ansi I. Introduction\par\par 1. It met %d times.\par}" % n


def word(n: int) -> bytes:
    return docx(paragraph("I. Introduction") + paragraph(f"1. The Committee met {n} times."))


def pdf(n: int) -> bytes:
    return set_lines(["I. Introduction", f"1. The Committee met {n} times in the spring."])


def half(make: Callable[[int], bytes]) -> Callable[[int], bytes]:
    return lambda n: make(n)[: len(make(n)) // 2]


def packed(n: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(f"inner-{n}.txt", text(n))
    return stream.getvalue()


# In turn, with their suffix, the table that they belong in, and the kind of error
KINDS: tuple[tuple[Callable[[int], bytes], str, str], ...] = (
    *([(text, "txt", "documents")] * 6),
    *([(arabic, "txt", "documents")] * 4),
    (html, "html", "documents"),
    (rtf, "rtf", "documents"),
    (word, "docx", "documents"),
    (pdf, "pdf", "documents"),
    (packed, "zip", "documents"),
    (lambda _: b"", "pdf", "empty"),
    (half(word), "docx", "damaged"),
    (lambda n: b"%%PDF-1.4\n%d" % n, "pdf", "damaged"),
    (lambda n: b"\x89PNG\r\n\x1a\n%d" % n + bytes(30), "png", "unreadable"),
    (lambda n: b"%d\n" % n + bytes(range(256)) * 9, "bin", "unreadable"),
)
SIZES = [120, pytest.param(3_000, marks=[pytest.mark.slow, pytest.mark.timeout(1800)])]


def write_zip(path: Path, numbers: range) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in numbers:
            make, suffix, _ = KINDS[n % len(KINDS)]
            archive.writestr(f"{n // 100:02}/file-{n}.{suffix}", make(n))


def expected(numbers: range) -> Counter[str]:
    return Counter(KINDS[n % len(KINDS)][2] for n in numbers)


def found(out: Path) -> Counter[str]:
    errors = Counter(str(row["kind"]) for row in rows(out, "errors"))
    return errors + Counter(documents=len(rows(out, "documents")))


@pytest.fixture
def batch(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, int]]:
    """Run the command on a source; its exit code, and how many documents it parsed."""

    def run(source: Path, *options: str) -> tuple[int, int]:
        args = ["batch", str(source), "--out", str(tmp_path / "tables"), "--workers", "1", *options]
        code = main(args)
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        log = (tmp_path / "tables" / "log.txt").read_text(encoding="utf-8")
        assert "ERROR" not in log
        manifest = [*(tmp_path / "tables" / "manifest").glob("*.json")]
        return code, sum(len(json.loads(one.read_text("utf-8"))["documents"]) for one in manifest)

    return run


@pytest.mark.parametrize("size", SIZES)
def test_a_zip_of_mixed_files(tmp_path: Path, batch: Callable, size: int) -> None:
    out, archive = tmp_path / "tables", tmp_path / "reports.zip"
    everything = range(size)
    write_zip(archive, everything)

    # the first run: every file has one outcome
    assert batch(archive, "--format", "parquet", "--format", "sqlite") == (1, size)
    assert found(out) == expected(everything)
    first = {table: rows(out, table) for table in ("documents", "nodes", "errors")}
    with closing(sqlite3.connect(out / "tables.sqlite")) as database:
        hits = database.execute("select count(*) from search where search match 'احمد'").fetchone()
    assert hits == (sum(KINDS[n % len(KINDS)][0] is arabic for n in everything),)

    # renamed: the rows follow, and none is doubled
    renamed = archive.rename(tmp_path / "renamed.zip")
    assert batch(renamed, "--format", "parquet", "--format", "sqlite") == (1, size)
    assert found(out) == expected(everything)
    assert without_place(rows(out, "nodes")) == without_place(first["nodes"])
    assert {str(row["archive"]) for row in rows(out, "documents")} == archives(renamed, size)

    # a third of the files is gone: their rows stay, until they are pruned
    left = range(size * 2 // 3)
    write_zip(renamed, left)
    batch(renamed, "--format", "parquet", "--format", "sqlite")
    # but for empty files: their contents are in other files, as if they had been renamed
    assert found(out) == {**expected(everything), "empty": expected(left)["empty"]}
    assert batch(renamed, "--prune", "--format", "parquet", "--format", "sqlite") == (1, len(left))
    assert found(out) == expected(left)

    # a new version parses everything anew, and gives the same
    before = without_place(rows(out, "nodes"))
    for manifest in (out / "manifest").glob("*.json"):
        text = manifest.read_text(encoding="utf-8")
        older = text.replace(f'"{unreport.__version__}"', '"0.0.9"')
        manifest.write_text(older, encoding="utf-8")
    batch(renamed, "--again", "--format", "parquet", "--format", "sqlite")
    assert found(out) == expected(left)
    assert without_place(rows(out, "nodes")) == before
    assert {row["unreport"] for row in rows(out, "documents")} == {unreport.__version__}


def without_place(found: list[dict[str, object]]) -> Counter[str]:
    """Rows without the column that names the file, which changes with its name."""
    return Counter(str({**row, "document": None}) for row in found)


def archives(path: Path, size: int) -> set[str]:
    nested = [n for n in range(size) if KINDS[n % len(KINDS)][1] == "zip"]
    return {str(path), *(f"{path}!/{n // 100:02}/file-{n}.zip" for n in nested)}
