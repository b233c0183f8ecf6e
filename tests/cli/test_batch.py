import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from batch_output import TEXT, rows
from click.testing import CliRunner, Result
from word_files import docx, paragraph

import unreport
from unreport import Limits, parse_archive
from unreport.archive.store import DatasetWriter
from unreport.cli.batch import batch
from unreport.cli.main import main
from unreport.readers.contents import ADDRESS_GIVEN

FIXTURES = Path(__file__).parents[1] / "fixtures"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    base = tmp_path / "archive"
    base.mkdir()
    for n in range(3):
        (base / f"{n}.txt").write_text(TEXT.format(n=n))
    (base / "noise.bin").write_bytes(b"\x89PNG" + bytes(range(256)))
    return base


def run(*args: object) -> Result:
    """Run the command; with one worker, since to start one costs more than to parse these files."""
    workers = ["--workers", "1"] * ("--out" in args and "--workers" not in args)
    return CliRunner().invoke(batch, [*map(str, args), *workers])


def test_help_names_every_option() -> None:
    text = run("--help").output

    assert all(
        f"--{option.name.replace('_', '-')}" in text
        for option in batch.params[1:]
        if (option.name not in ("formats", "help"))
    )


def test_an_archive_to_tables(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    result = run(archive, "--out", out, "--workers", 1)

    assert result.exit_code == 1, result.output  # one file could not be read
    assert "files that could not be read  1" in result.output
    assert "  unreadable                  1" in result.output
    summary = json.loads((out / "summary.json").read_text())
    assert (summary["files"], summary["errors"], summary["languages"]) == (
        4,
        {"unreadable": 1},
        {"en": 3},
    )
    assert "noise.bin: unreadable: this is not text" in (out / "log.txt").read_text()
    assert f"{out}/errors-jsonl names the files that could not be read, and why" in result.output
    assert "noise.bin" in (out / "errors-jsonl" / "part-000000.jsonl").read_text()
    assert len(rows(out, "documents")) == 3
    assert [r["base_symbol"] for r in series(out)] == [f"A/CONF.1/L.{n}" for n in range(3)]


def series(out: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (out / "series.jsonl").read_text().splitlines()]


def test_tables_that_are_not_written_without_pyarrow_are_named(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util,
        "find_spec",
        lambda name, *rest: None if name == "pyarrow" else find_spec(name, *rest),
    )
    result = run(archive, "--out", tmp_path / "out", "--limit", 1, "-q")

    assert result.exit_code == 0
    assert "only JSONL was written" in result.output
    assert "pip install pyarrow" in result.output
    assert not (tmp_path / "out" / "nodes").exists()


def test_glob_limit_format_and_quiet(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    result = run(archive, "--out", out, "--glob", "*.txt", "--limit", 2, "--format", "jsonl", "-q")

    assert (result.exit_code, result.output) == (0, "")
    assert json.loads((out / "summary.json").read_text())["files"] == 2
    assert not list(out.glob("*/*.parquet"))


def test_a_second_run_says_how_many_files_are_the_same(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = run(archive, "--out", out).output
    (archive / "1.txt").write_text(TEXT.format(n=7))

    assert "as in the last run" not in first
    assert "3 of 4 files gave the same as in the last run" in run(archive, "--out", out).output


def test_verbose_prints_failures(archive: Path, tmp_path: Path) -> None:
    output = run(archive / "noise.bin", "--out", tmp_path / "out", "-v").output

    assert f"{archive / 'noise.bin'}: unreadable: this is not text" in output


def test_another_layout_is_refused(archive: Path, tmp_path: Path) -> None:
    run(archive, "--out", tmp_path / "out", "--limit", 1)

    result = run(archive, "--out", tmp_path / "out", "--only", "errors")

    assert result.exit_code == 3
    assert "holds all tables as jsonl and parquet" in result.output


def test_ctrl_c_finishes_what_is_in_flight(archive: Path, tmp_path: Path) -> None:
    for n in range(10, 400):
        (archive / f"{n}.txt").write_text(TEXT.format(n=n) * 20)
    out = tmp_path / "out"
    command = [sys.executable, "-m", "unreport", "batch", archive, "--out", out, "--workers", "1"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    until(lambda: journal_size(out) > 0)

    os.kill(process.pid, signal.SIGINT)
    _, stderr = process.communicate(timeout=600)

    assert process.returncode == 130
    assert "Finishing what is in flight" in stderr
    assert "Run the same command again to go on from here." in stderr
    summary = json.loads((out / "summary.json").read_text())
    assert not summary["finished"]
    assert 0 < summary["files"] < 394
    assert len(rows(out, "documents")) == summary["documents"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("reader", ["has left", "is a full disk"])
def test_a_run_goes_on_when_its_messages_cannot_be_written(
    archive: Path, tmp_path: Path, reader: str
) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "unreport", "batch", archive, "--out", out, "-v"]
    if reader == "has left":
        read_end, write_end = os.pipe()
        os.close(read_end)
    else:
        write_end = os.open("/dev/full", os.O_WRONLY)

    done = subprocess.run(command, stderr=write_end, check=False)
    os.close(write_end)

    assert done.returncode == 1  # noise.bin
    summary = json.loads((out / "summary.json").read_text())
    assert summary["finished"]
    assert len(rows(out, "documents")) == summary["documents"]


def journal_size(out: Path) -> int:
    return sum(path.stat().st_size for path in out.glob(".work/journal-*"))


def until(condition) -> None:
    """Wait for a condition; pytest's time limit ends a test that waits in vain."""
    while not condition():
        time.sleep(0.05)


# --- what nothing can be done with --------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["none"], "none: no such file or folder"),
        (["https://x.org/a.zip"], f"https://x.org/a.zip: {ADDRESS_GIVEN}"),
        (["*.doc"], "*.doc: no such file or folder"),
        (["archive", "--glob", "*.doc"], "no file in archive is left by --glob '*.doc'"),
        (["archive", "--exclude", "*"], "no file in archive is left by --exclude '*'"),
        (["empty"], "no file was found in empty"),
    ],
)
def test_nothing_done(
    archive: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], says: str
) -> None:
    monkeypatch.chdir(archive.parent)
    Path("empty").mkdir()

    result = run(*args, "--out", "tables")

    assert (result.exit_code, result.output) == (3, f"Error: {says}\n")


def test_a_folder_that_cannot_be_made(archive: Path) -> None:
    result = run(archive, "--out", archive / "0.txt" / "tables")

    assert result.exit_code == 3
    assert result.output.count("\n") == 1
    assert "0.txt/tables: cannot be written: Not a directory" in result.output


LIMITED = """
import resource, signal, sys
from unreport.cli.main import main

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (8000, 8000))
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(os.name != "posix", reason="limits are set elsewhere in other ways")
def test_a_full_disk_is_one_line_and_the_run_is_resumed(archive: Path, tmp_path: Path) -> None:
    for n in range(10, 40):
        (archive / f"{n}.txt").write_text(TEXT.format(n=n))
    out = tmp_path / "out"
    command = ["batch", archive, "--out", out, "-q", "--part-size", "5"]
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, *command], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1)
    assert "cannot be written: File too large; what was done is kept" in done.stderr
    assert run(*command[1:]).exit_code == 1
    assert len(rows(out, "documents")) == 33


@pytest.mark.skipif(os.name != "posix", reason="file names are text elsewhere")
def test_a_folder_whose_name_is_not_utf_8(archive: Path, tmp_path: Path) -> None:
    out = os.fsencode(tmp_path) + b"/t\xe9"
    command = ["batch", archive, "--out", out, "-q", "--format", "csv", "--format", "sqlite"]
    done = subprocess.run(
        [sys.executable, "-m", "unreport", *command], capture_output=True, check=False
    )

    assert (done.returncode, done.stderr) == (1, b"")
    assert (Path(os.fsdecode(out)) / "tables.sqlite").exists()


# --- which files, and which rows ----------------------------------------------------------------


def paths(out: Path, table: str = "documents") -> list[str]:
    return [str(row["path"]).rpartition("/")[2] for row in rows(out, table)]


def by_name(out: Path, table: str, column: str) -> dict[str, object]:
    return {str(row["path"]).rpartition("/")[2]: row[column] for row in rows(out, table)}


def test_the_output_folder_is_no_source(archive: Path) -> None:
    for _ in range(2):
        assert run(archive, "--out", archive / "tables", "-q").exit_code == 1

    assert paths(archive / "tables") == ["0.txt", "1.txt", "2.txt"]
    assert paths(archive / "tables", "errors") == ["noise.bin"]
    assert run(archive, "--out", archive / "others", "-q").exit_code == 1
    assert paths(archive / "others") == ["0.txt", "1.txt", "2.txt"]


def test_a_folder_of_documents_is_not_written_to(archive: Path) -> None:
    before = sorted(archive.iterdir())

    result = run(archive, "--out", archive)

    assert result.exit_code == 3
    assert result.output == (
        f"Error: --out {archive} is one of the sources, or a folder with files in one; "
        "write the tables to another folder\n"
    )
    assert sorted(archive.iterdir()) == before


def test_a_folder_of_documents_within_a_source_is_no_folder_for_the_tables(tmp_path: Path) -> None:
    documents = tmp_path / "papers" / "documents"
    documents.mkdir(parents=True)
    (tmp_path / "papers" / "b.txt").write_text("1. The Committee met.\n")
    (documents / "a.txt").write_text("1. The Committee met again.\n")

    result = run(tmp_path / "papers", "--out", documents)

    assert result.exit_code == 3
    assert [path.name for path in documents.iterdir()] == ["a.txt"]
    assert run(tmp_path / "papers", "--out", tmp_path / "papers" / "tables").exit_code == 0
    assert run(tmp_path / "papers", "--out", tmp_path / "papers" / "tables").exit_code == 0


def test_a_folder_of_tables_alone_is_no_source(archive: Path, tmp_path: Path) -> None:
    run(archive, "--out", tmp_path / "tables", "-q")

    result = run(tmp_path / "tables", "--out", tmp_path / "out")

    assert result.exit_code == 3
    assert "a folder with the tables of a batch is not read" in result.output


@pytest.mark.skipif(os.name != "posix", reason="a folder in use cannot be removed elsewhere")
def test_the_current_folder_was_removed(archive: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    script = f"cd {gone}; rmdir {gone}; {sys.executable} -m unreport batch {archive} --out t"

    done = subprocess.run(["/bin/sh", "-c", script], capture_output=True, text=True, check=False)

    assert done.returncode == 3
    assert done.stderr == (
        "unreport: the current folder cannot be used: No such file or directory\n"
    )


def test_more_workers_than_the_machine_can_start(archive: Path, tmp_path: Path) -> None:
    result = run(archive, "--out", tmp_path / "out", "--workers", "100000")

    assert result.exit_code == 2
    assert "--workers 100000 is more than" in result.output
    assert not (tmp_path / "out").exists()
    with pytest.raises(ValueError, match="100000 workers are more than"):
        list(parse_archive(archive, limits=Limits(workers=100_000)))


def test_exclude(archive: Path, tmp_path: Path) -> None:
    (archive / "old").mkdir()
    (archive / "old" / "9.txt").write_text(TEXT.format(n=9))
    with zipfile.ZipFile(archive / "a.zip", "w") as packed:
        for name in ("in/5.txt", "in/noise.bin", "old/6.txt"):
            packed.writestr(name, TEXT.format(n=5))

    without = ("--exclude", "*.BIN", "--exclude", "old/*")
    result = run(archive, "--out", tmp_path / "out", "-q", *without)
    run(archive, "--out", tmp_path / "none", "-q", "--exclude", "a.zip")

    assert result.exit_code == 0
    assert paths(tmp_path / "out") == ["0.txt", "1.txt", "2.txt", "5.txt"]
    assert paths(tmp_path / "none") == ["0.txt", "1.txt", "2.txt", "9.txt"]


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_that_is_too_large(tmp_path: Path, *, packed: bool) -> None:
    base = tmp_path / "archive"
    base.mkdir()
    text = "1. The Committee met.\n" * 50_000
    if packed:
        with zipfile.ZipFile(base / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("large.txt", text)
    else:
        (base / "large.txt").write_text(text)

    assert run(base, "--out", tmp_path / "out", "-q", "--max-size", 1).exit_code == 1
    (error,) = rows(tmp_path / "out", "errors")
    assert error["kind"] == "too-large"
    assert "--max-size" in str(error["message"])


def test_files_that_are_cut_off_are_damaged(tmp_path: Path) -> None:
    pdf = (FIXTURES / "pdf" / "en.reportlab.pdf").read_bytes()
    word = docx(paragraph("1. The Committee met.") * 40)
    base = tmp_path / "archive"
    base.mkdir()
    for share in (10, 50, 90):
        (base / f"{share}.pdf").write_bytes(pdf[: len(pdf) * share // 100])
        (base / f"{share}.docx").write_bytes(word[: len(word) * share // 100])
        (base / f"{share}").write_bytes(word[: len(word) * share // 100])
    (base / "empty.pdf").touch()

    run(base, "--out", tmp_path / "out", "-q")

    kinds = by_name(tmp_path / "out", "errors", "kind")
    assert kinds.pop("empty.pdf") == "empty"
    assert len(kinds) == 9
    assert set(kinds.values()) == {"damaged"}


def test_resemblance_and_only_reports(archive: Path, tmp_path: Path) -> None:
    (archive / "README.md").write_text("# A program\n\n1. Install it.\n2. Run `program`.\n")
    (archive / "data.json").write_text('{"name": "value", "list": [1, 2, 3]}')

    run(archive, "--out", tmp_path / "all", "-q")
    run(archive, "--out", tmp_path / "reports", "-q", "--only-reports")

    scores = by_name(tmp_path / "all", "documents", "resemblance")
    reports = ["0.txt", "1.txt", "2.txt"]
    assert [name for name, score in scores.items() if float(str(score)) >= 0.4] == reports
    assert scores.keys() == {*reports, "README.md", "data.json"}
    assert paths(tmp_path / "reports") == reports
    assert by_name(tmp_path / "reports", "errors", "kind") == {
        "README.md": "not-a-report",
        "data.json": "not-a-report",
        "noise.bin": "unreadable",
    }


def test_furniture_is_a_table(tmp_path: Path) -> None:
    first, second = "A/80/L.7\n\n1. It met.\n\n2/3\n", "A/80/L.7\n\n2. It closed.\n\n3/3\n"
    (tmp_path / "a.txt").write_text(f"{first}\f{second}")
    run(tmp_path / "a.txt", "--out", tmp_path / "out", "-q")

    (document,) = rows(tmp_path / "out", "documents")
    found = rows(tmp_path / "out", "furniture")
    assert [(f["furniture"], f["kind"], f["text"]) for f in found] == [
        (n, piece.kind, piece.text)
        for n, piece in enumerate(unreport.parse(tmp_path / "a.txt").furniture)
    ]
    assert {f["document"] for f in found} == {document["document"]}


@pytest.mark.parametrize("flags", [[], ["-v"]])
def test_an_unexpected_error_is_one_line_and_in_the_log(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys, flags: list[str]
) -> None:
    """What was done before is kept, and the next run goes on from there."""
    out = tmp_path / "out"
    commit = DatasetWriter.commit_part

    def fail(*_: object, **__: object) -> None:
        raise ValueError("a fault of unreport")

    monkeypatch.setattr(DatasetWriter, "commit_part", fail)
    args = ["batch", str(archive), "--out", str(out), "--workers", "1", "-q"]
    code = main([*args[:-1], *(flags or ["-q"])])
    error = capsys.readouterr().err

    assert code == 70
    last = error.splitlines()[-1]
    assert last.startswith("unreport: unreport failed: ValueError: a fault of unreport (")
    assert ("Traceback (most recent call last)" in error) is bool(flags)
    log = (out / "log.txt").read_text(encoding="utf-8")
    assert "ERROR unreport failed; what was done is kept" in log
    assert "ValueError: a fault of unreport" in log
    monkeypatch.setattr(DatasetWriter, "commit_part", commit)
    assert main(args) in (0, 1)
    assert len(paths(out)) > 0


def test_an_error_while_files_are_counted_is_reported_once(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    """Files are counted in a thread, whose errors would be tracebacks on the screen."""

    def fail(*_: object) -> None:
        raise RuntimeError("cannot be counted")

    monkeypatch.setattr("unreport.cli.progress.entries", fail)

    code = main(["batch", str(archive), "--out", str(tmp_path / "out"), "--workers", "1"])
    assert code in (0, 1)
    assert "cannot be counted" not in capsys.readouterr().err
