import json
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import hostile
import pyarrow.parquet as pq
import pytest
from batch_output import TEXT, rows, tables
from pyarrow import dataset

import unreport
from unreport.archive.batch import Job, JobListener, parse_archive, write_archive
from unreport.archive.parse_one import parse_checked, parse_one
from unreport.archive.store import DatasetLayout, OutputMismatch
from unreport.archive.workers import (
    CHUNK_SIZE,
    CHUNKING_THRESHOLD,
    PIPE_BYTES,
    SMALL_TASK_BYTES,
    Limits,
    SpawnWithoutMain,
)
from unreport.export.rows import TABLES

FAST = Limits(workers=2, seconds=5, elapsed_seconds=600, megabytes=800)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Eight good files, in a folder and in a zip."""
    base = tmp_path / "archive"
    base.mkdir()
    for n in range(5):
        (base / f"{n}.txt").write_text(TEXT.format(n=n))
    with zipfile.ZipFile(base / "more.zip", "w") as packed:
        for n in range(5, 8):
            packed.writestr(f"in/{n}.txt", TEXT.format(n=n))
    return base


def test_outcomes_are_what_single_parsing_gives(archive: Path) -> None:
    found = list(parse_archive(archive, limits=FAST))

    assert [o.source.name for o in found] == [f"{n}.txt" for n in range(8)]
    assert {o.attempts for o in found} == {1}
    for n, one in enumerate(found):
        data = TEXT.format(n=n).encode()
        assert one.report == unreport.parse(data, name=f"{n}.txt")
        assert one == parse_one_like(one, data)
    assert found[6].source.archive == str(archive / "more.zip")
    assert found[6].source.path == "in/6.txt"


def parse_one_like(
    one: unreport.archive.batch.Outcome, data: bytes
) -> unreport.archive.batch.Outcome:
    again = parse_one(data, path=one.source.path, archive=one.source.archive)
    return type(one)(
        source=again.source, report=again.report, issues=again.issues, seconds=one.seconds
    )


def test_hostile_documents_fail_alone(archive: Path) -> None:
    for kind in ("SPIN", "GROW", "KILL", "SEGV", "EXIT", "RAISE"):
        (archive / f"{kind}.txt").write_bytes(f"{kind}\n".encode())
    (archive / "ONCE.txt").write_bytes(f"ONCE {archive / '.mark'}\n1. Met.\n".encode())
    (archive / "empty.txt").write_bytes(b"")
    (archive / "noise.bin").write_bytes(b"\x89PNG" + bytes(range(256)))

    found = {o.source.name: o for o in parse_archive(archive, limits=FAST, parse=hostile.parse)}

    kinds = {name: (o.error.kind, o.attempts) for name, o in found.items() if o.error}
    assert kinds == {
        "SPIN.txt": ("timeout", 2),
        "GROW.txt": ("memory", 2),
        "KILL.txt": ("crash", 2),
        "SEGV.txt": ("crash", 2),
        "EXIT.txt": ("crash", 2),
        "RAISE.txt": ("bug", 1),
        "noise.bin": ("unreadable", 1),
        "empty.txt": ("empty", 1),
    }
    assert found["ONCE.txt"].attempts == 2
    good = {name for name, o in found.items() if o.report}
    assert good == {*(f"{n}.txt" for n in range(8)), "ONCE.txt"}
    assert found["KILL.txt"].error.message == "ended its process with signal 9 (Killed)"
    assert "RuntimeError: a fault of unreport (hostile.py, line" in found["RAISE.txt"].error.message


def test_the_limit_is_of_processor_time(tmp_path: Path) -> None:
    """On a machine that does other work, a good document waits, and is not ended."""
    (tmp_path / "WAIT.txt").write_bytes(b"WAIT\n\n1. The Committee met.\n")
    (tmp_path / "SPIN.txt").write_bytes(b"SPIN\n")
    limits = Limits(workers=1, seconds=3, elapsed_seconds=600)

    found = {o.source.name: o for o in parse_archive(tmp_path, limits=limits, parse=hostile.parse)}

    assert found["WAIT.txt"].attempts == 1
    assert found["WAIT.txt"].seconds > limits.seconds
    error = found["SPIN.txt"].error
    assert (error.kind, error.message) == (
        "timeout",
        "took more than the limit of 3 seconds of processor time",
    )


def test_what_waits_for_ever_is_ended_by_the_clock(tmp_path: Path) -> None:
    (tmp_path / "HANG.txt").write_bytes(b"HANG\n")
    limits = Limits(workers=1, seconds=60, elapsed_seconds=1)

    (found,) = parse_archive(tmp_path, limits=limits, parse=hostile.parse)

    assert found.error.message == "took longer than the limit of 1 seconds"
    assert (found.error.kind, found.attempts) == ("timeout", 2)


def test_elapsed_time_is_five_times_processor_time() -> None:
    assert Limits(seconds=20).elapsed_limit == 100
    assert Limits(seconds=20, elapsed_seconds=30).elapsed_limit == 30


def test_a_document_that_kills_a_chunk_fails_alone(archive: Path) -> None:
    for n in range(100, 100 + CHUNKING_THRESHOLD + 60):
        (archive / f"{n}.txt").write_text(TEXT.format(n=n))
    (archive / f"{100 + CHUNKING_THRESHOLD + 40}-KILL.txt").write_text("KILL\n")

    found = list(parse_archive(archive, limits=FAST, parse=hostile.parse))

    assert len(found) == 8 + CHUNKING_THRESHOLD + 60 + 1
    assert [(o.source.name, o.attempts) for o in found if o.error] == [
        (f"{100 + CHUNKING_THRESHOLD + 40}-KILL.txt", 2)
    ]
    assert sum(o.attempts for o in found if o.report) <= len(found) + CHUNK_SIZE * 2


def test_unordered_gives_the_same_outcomes(archive: Path) -> None:
    found = list(parse_archive([archive], limits=FAST, ordered=False))

    assert sorted(o.source.name for o in found) == [f"{n}.txt" for n in range(8)]


def test_a_parse_function_that_workers_cannot_import_is_refused(archive: Path) -> None:
    with pytest.raises(ValueError, match="a module that can be imported"):
        list(parse_archive(archive, parse=lambda data, *, name: parse_checked(data, name=name)))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "this file is empty"),
        (b" \r\n\t\f", "there is no text in this file"),
        (b"\xef\xbb\xbf", "there is no text in this file"),
        (b"\xff\xfe", "there is no text in this file"),
    ],
)
def test_files_without_text_are_errors(data: bytes, message: str) -> None:
    error = parse_one(data, path="a.txt").error

    assert (error.kind, error.message) == ("empty", message)


def test_a_script_needs_no_main_guard(archive: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from unreport import parse_archive\n"
        f"for outcome in parse_archive({str(archive)!r}):\n"
        "    print(outcome.source.name)\n"
    )

    run = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)

    assert run.stdout.split() == [f"{n}.txt" for n in range(8)]
    assert run.stderr == ""


# --- tables -------------------------------------------------------------------------------------


def test_tables_hold_every_paragraph_and_item(archive: Path, tmp_path: Path) -> None:
    (archive / "noise.bin").write_bytes(b"\x89PNG" + bytes(range(256)))
    out = tmp_path / "out"

    assert write_archive(Job(sources=(archive,), out=out, limits=FAST)).finished

    documents, nodes = rows(out, "documents"), rows(out, "nodes")
    assert [d["path"].rpartition("/")[2] for d in documents] == [f"{n}.txt" for n in range(8)]
    assert [d["base_symbol"] for d in documents] == [f"A/CONF.1/L.{n}" for n in range(8)]
    assert Counter(node["kind"] for node in nodes) == {"chapter": 8, "paragraph": 16, "item": 16}
    assert [node["document"] for node in nodes] == [
        d["document"] for d in documents for _ in range(5)
    ]
    own = [{k: n[k] for k in ("node", "parent", "order", "number", "under")} for n in nodes[:5]]
    assert own == [
        {"node": 0, "parent": None, "order": 0, "number": 1, "under": None},
        {"node": 1, "parent": 0, "order": 0, "number": 1, "under": "Introduction"},
        {"node": 2, "parent": 1, "order": 0, "number": 1, "under": "Introduction"},
        {"node": 3, "parent": 1, "order": 1, "number": 2, "under": "Introduction"},
        {"node": 4, "parent": 0, "order": 1, "number": 2, "under": "Introduction"},
    ]
    (error,) = rows(out, "errors")
    assert (error["path"], error["kind"]) == (str(archive / "noise.bin"), "unreadable")


def test_each_jsonl_line_is_a_report(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_archive(
        Job(sources=(archive,), out=out, limits=FAST, layout=DatasetLayout(formats=("jsonl",)))
    )

    (path,) = out.glob("reports/*.jsonl")
    lines = path.read_text(encoding="utf-8").splitlines()

    assert [unreport.from_json(line) for line in lines] == [
        unreport.parse(TEXT.format(n=n).encode(), name=f"{n}.txt") for n in range(8)
    ]
    assert json.loads(lines[7])["path"] == "in/7.txt"
    assert not list(out.glob("*/*.parquet"))


def test_each_folder_is_a_dataset(archive: Path, tmp_path: Path) -> None:
    (archive / "noise.bin").write_bytes(b"\x89PNG" + bytes(range(256)))
    out = tmp_path / "out"
    write(archive, out, layout=DatasetLayout(tables=tuple(TABLES)))

    for table in TABLES:
        count = len(rows(out, table))
        assert pq.read_table(out / table).num_rows == count
        assert dataset.dataset(out / table).count_rows() == count
        assert {path.suffix for path in (out / table).iterdir()} == {".parquet"}
    texts = [path.read_text(encoding="utf-8") for path in (out / "errors-jsonl").iterdir()]
    (line,) = "".join(texts).splitlines()
    assert json.loads(line)["kind"] == "unreadable"


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_each_folder_is_a_dataset_of_other_engines(
    archive: Path, tmp_path: Path, engine: str
) -> None:
    library = pytest.importorskip(engine, reason="an extra")
    out = tmp_path / "out"
    write(archive, out, layout=DatasetLayout(tables=tuple(TABLES)))

    for table in TABLES:
        if engine == "duckdb":
            found = library.sql(f"select * from '{out / table}/*.parquet'").fetchall()  # noqa: S608
        else:
            found = library.scan_parquet(out / table).collect().rows()
        assert len(found) == len(rows(out, table))


class Counting(JobListener):
    """Counts what is parsed and what is as before; stops after a number of documents."""

    def __init__(self, stop: int | None = None) -> None:
        self.counts: Counter[bool] = Counter()
        self.stop = stop

    def on_result(self, reply, *, changed: bool) -> None:
        self.counts[changed] += 1

    def on_idle(self, longest_running) -> bool:
        return self.stop is not None and self.counts.total() >= self.stop


def write(archive: Path, out: Path, listener: JobListener | None = None, **options: object) -> bool:
    options = {"part_documents": 3, "limits": FAST} | options
    job = Job(sources=(archive,), out=out, **options)
    return write_archive(job, listener, parse=hostile.parse).finished


def test_a_second_run_parses_nothing(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(archive, out)
    before = tables(out)

    second = Counting()
    write(archive, out, second)

    assert second.counts == {False: 8}
    assert tables(out) == before


def test_new_changed_and_failed_files_are_parsed_again(archive: Path, tmp_path: Path) -> None:
    (archive / "3.txt").write_bytes(b"RAISE")
    (archive / "4.txt").write_bytes(b"RAISE")
    out = tmp_path / "out"
    write(archive, out)
    assert len(rows(out, "errors")) == 2

    (archive / "0.txt").write_text(TEXT.format(n=100))
    (archive / "3.txt").write_text(TEXT.format(n=3))
    (archive / "9.txt").write_text(TEXT.format(n=9))
    second = Counting()
    write(archive, out, second)

    assert second.counts == {True: 3, False: 6}
    documents = {d["path"].rpartition("/")[2]: d["symbol"] for d in rows(out, "documents")}
    assert len(rows(out, "documents")) == len(documents) == 8
    assert (documents["0.txt"], documents["3.txt"]) == ("A/CONF.1/L.100", "A/CONF.1/L.3")
    assert [e["path"].rpartition("/")[2] for e in rows(out, "errors")] == ["4.txt"]
    assert len(rows(out, "nodes")) == 8 * 5
    texts = [path.read_text(encoding="utf-8") for path in out.glob("reports/*.jsonl")]
    lines = [json.loads(line) for text in texts for line in text.splitlines()]
    assert len({line["document"] for line in lines}) == len(lines) == 8


def test_an_archive_that_was_truncated_and_is_complete_now(archive: Path, tmp_path: Path) -> None:
    out, whole = tmp_path / "out", (archive / "more.zip").read_bytes()
    (archive / "more.zip").write_bytes(whole[:-40])
    write(archive, out)
    assert [e["kind"] for e in rows(out, "errors")] == ["archive"]

    (archive / "more.zip").write_bytes(whole)
    write(archive, out)

    assert rows(out, "errors") == []
    assert len(rows(out, "documents")) == 8


def test_a_stopped_run_is_resumed(archive: Path, tmp_path: Path) -> None:
    out, unbroken = tmp_path / "out", tmp_path / "unbroken"
    write(archive, unbroken)

    assert not write(archive, out, Counting(stop=2))
    assert 2 <= len(rows(out, "documents")) < 8
    assert write(archive, out)

    assert tables(out) == tables(unbroken)


def test_a_folder_has_one_layout(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(archive, out)

    with pytest.raises(OutputMismatch, match="holds all tables as jsonl and parquet"):
        write(archive, out, layout=DatasetLayout(tables=("errors",)))


def test_errors_only(archive: Path, tmp_path: Path) -> None:
    (archive / "3.txt").write_bytes(b"RAISE")
    out = tmp_path / "out"
    write(archive, out, layout=DatasetLayout(tables=("errors",)))

    assert {path.parent.name for path in out.glob("*/part-*")} == {
        "errors",
        "errors-jsonl",
        "manifest",
    }
    assert len(rows(out, "errors")) == 1


def test_max_files(archive: Path, tmp_path: Path) -> None:
    write(archive, tmp_path / "out", max_files=3)

    assert len(rows(tmp_path / "out", "documents")) == 3


def test_two_runs_do_not_write_to_one_folder(archive: Path, tmp_path: Path) -> None:
    class Second(JobListener):
        def on_start(self, job: Job, known_documents: int) -> None:
            with pytest.raises(OutputMismatch, match="another run is writing here"):
                write(archive, job.out)

    write(archive, tmp_path / "out", Second())


@pytest.mark.skipif(sys.platform != "linux", reason="pipes have one size elsewhere")
def test_the_results_of_a_chunk_are_sent_before_they_are_read() -> None:
    fcntl = pytest.importorskip("fcntl")
    reader, writer = SpawnWithoutMain().Pipe(duplex=False)
    if fcntl.fcntl(writer.fileno(), fcntl.F_GETPIPE_SZ) < PIPE_BYTES:
        pytest.skip("the system allows no larger pipes")
    results = [b"x" * 4 * SMALL_TASK_BYTES] * CHUNK_SIZE  # a report's JSON and its rows

    assert len(b"".join(results)) < PIPE_BYTES
    writer.send(results)  # it would wait for ever if they did not fit
    assert reader.recv() == results
    reader.close()
    writer.close()
