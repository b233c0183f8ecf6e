"""The folder of a batch, cut off at every single step that it takes on the disk."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from batch_output import TEXT, rows, tables
from hypothesis import given
from hypothesis import strategies as st

from unreport.archive.journal import Journal, read_records
from unreport.archive.parse_one import (
    EMPTY,
    RESULT_DECODER,
    RESULT_FORMAT,
    TableRows,
    Task,
    TaskResult,
    run_task,
)
from unreport.archive.store import DatasetLayout, DatasetWriter, OutputMismatch
from unreport.export.packed_table import PackedTable

LAYOUT = DatasetLayout(tables=("documents", "errors"))


class Killed(BaseException):
    """Stands for SIGKILL: nobody catches it."""


def record(n: int, ordinal: int, text: str | None = None) -> bytes:
    data = (text or TEXT.format(n=n)).encode()
    return run_task(Task(path=f"/a/{n}.txt", key=f"{n:016}", data=data, ordinal=ordinal))


@pytest.fixture(scope="module")
def before() -> list[bytes]:
    """Eight documents, of which one cannot be read."""
    return [record(n, n, "\x00\x01\x02" * 9 if n == 3 else None) for n in range(8)]


@pytest.fixture(scope="module")
def after(before: list[bytes]) -> list[bytes]:
    """One has changed, one can be read now, one is new; they come out of order."""
    changed = {1: record(1, 1, TEXT.format(n=100)), 3: record(3, 3)}
    now = [changed.get(n, old) for n, old in enumerate(before)] + [record(8, 8)]
    return [now[n] for n in (0, 2, 1, 4, 3, 8, 5, 6, 7)]


def fill(out: Path, found: list[bytes], *, ordered: bool = True, part_documents: int = 4) -> None:
    """What `write_archive` does, without workers; killed where a record is empty."""
    with DatasetWriter(out, LAYOUT, ordered=ordered, part_documents=part_documents) as store:
        for raw in found:
            if not raw:
                raise Killed
            store.append_result(raw, RESULT_DECODER.decode(raw))


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Iterator["Steps"]:
    counter = Steps()
    for owner, name in (
        *((Path, name) for name in ("replace", "rename", "unlink", "mkdir", "touch")),
        *((os, "truncate"), (shutil, "rmtree")),
    ):
        monkeypatch.setattr(owner, name, counter.watched(getattr(owner, name)))
    return counter


class Steps:
    """Counts what is done to the disk, and kills at one step."""

    def __init__(self) -> None:
        self.count = 0
        self.fatal: int | None = None

    def watched(self, act):
        def watched(*args, **kwargs):
            self.count += 1
            if self.count == self.fatal:
                raise Killed
            return act(*args, **kwargs)

        return watched


# a store that is cut off while it is made leaves its lock to the garbage collector
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("ordered", [True, pytest.param(False, marks=pytest.mark.slow)])
def test_killed_at_every_step_and_resumed(
    before: list[bytes], after: list[bytes], tmp_path: Path, steps: Steps, *, ordered: bool
) -> None:
    fill(tmp_path / "old", before, ordered=ordered)
    shutil.copytree(tmp_path / "old", tmp_path / "new")
    steps.count = 0
    fill(tmp_path / "new", after, ordered=ordered)
    wanted, total = sorted_tables(tmp_path / "new"), steps.count
    assert total > 20

    for fatal in range(1, total + 1):
        out = tmp_path / f"cut-{fatal}"
        shutil.copytree(tmp_path / "old", out)
        steps.count, steps.fatal = 0, fatal
        with pytest.raises(Killed):
            fill(out, after, ordered=ordered)
        steps.fatal = None
        fill(out, after, ordered=ordered)
        assert sorted_tables(out) == wanted, fatal
        assert not list(out.glob(".work/change-*")), fatal
        shutil.rmtree(out)


def sorted_tables(out: Path) -> dict[str, list[str]]:
    return {table: sorted(map(str, found)) for table, found in tables(out).items()}


def test_rows_are_in_the_order_of_the_files(before: list[bytes], tmp_path: Path) -> None:
    fill(tmp_path / "out", [before[n] for n in (1, 2, 4, 5, 6, 7, 0, 3)])

    documents = rows(tmp_path / "out", "documents")
    assert [d["path"] for d in documents] == [f"/a/{n}.txt" for n in (0, 1, 2, 4, 5, 6, 7)]


def test_a_kill_before_the_first_commit_loses_nothing(before: list[bytes], tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(Killed):
        fill(out, [*before[:5], b""], part_documents=100)
    journal = next(out.glob(".work/journal-*"))
    journal.write_bytes(journal.read_bytes()[:-7])  # the last record was being written

    with DatasetWriter(out, LAYOUT) as store:
        assert sorted(store.prior_results) == [f"{n:016}" for n in range(4)]
        assert [store.known_sha256(f"{n:016}") is not None for n in range(5)] == [
            *(True, True, True),
            *(False, False),  # failed; cut off
        ]


@pytest.mark.parametrize(
    ("layout", "held"),
    [
        (DatasetLayout(), {"report", "rows"}),
        (DatasetLayout(formats=("parquet",)), {"rows"}),
        (DatasetLayout(formats=("jsonl",)), {"report"}),
        (DatasetLayout(tables=("errors",)), set()),
        (
            DatasetLayout(formats=("parquet",), tables=("documents", "mentions")),
            {"rows", "mentions"},
        ),
    ],
)
def test_a_result_holds_what_the_tables_need(layout: DatasetLayout, held: set[str]) -> None:
    contents = layout.contents
    assert {name for name in contents.__struct_fields__ if getattr(contents, name)} == held
    data = TEXT.format(n=1).encode()
    raw = run_task(Task(path="/a/1.txt", key="1", data=data, contents=contents))
    result = RESULT_DECODER.decode(raw)
    assert (bytes(result.report) != bytes(EMPTY), bytes(result.rows) != bytes(EMPTY)) == (
        "report" in held,
        "rows" in held,
    )


@pytest.mark.parametrize(
    "name", ["unreport.json", "manifest/part-000000.json", "documents/part-000000.parquet"]
)
def test_a_damaged_file_of_an_earlier_run_is_named(
    before: list[bytes], tmp_path: Path, name: str
) -> None:
    out = tmp_path / "out"
    fill(out, before[:2])
    (out / name).write_bytes(b"{")

    with pytest.raises(OutputMismatch, match=f"{name}: is damaged; put back a copy of it"):
        fill(out, [before[0], record(1, 1, TEXT.format(n=100))])


def test_a_journal_of_another_form_is_dropped_and_its_files_are_parsed_again(
    before: list[bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    fill(out, before[:2], part_documents=2)
    with pytest.raises(Killed):
        fill(out, [*before[2:5], b""], part_documents=100)
    journal = next(out.glob(".work/journal-*"))
    other = Journal(journal.rename(journal.with_name("journal-000001")))  # as it was called once
    other.append(b"a result of another version")
    other.close()

    with DatasetWriter(out, LAYOUT) as store:
        assert sorted(store.prior_results) == [f"{n:016}" for n in range(2)]
        assert other.path not in set(out.glob(".work/*"))
    fill(out, before)
    assert len(rows(out, "documents")) == len(before) - 1


FORMS = {2: "52d3"}


def test_the_format_of_results_counts_up_when_their_form_changes() -> None:
    """Change `RESULT_FORMAT` together with the form: a journal of the old form cannot be read."""
    fields = [one.__annotations__ for one in (TaskResult, TableRows, PackedTable)]
    form = hashlib.sha256(repr(fields).encode()).hexdigest()[:4]
    assert {RESULT_FORMAT: form} == FORMS


def test_a_result_that_was_written_and_comes_again_is_there_once(
    before: list[bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with pytest.raises(Killed):
        fill(out, [record(3, 0, "\x00\x01\x02" * 9), b""], part_documents=100)

    # the next run has its files in another order: what failed is drafted before it is replaced
    fill(out, [before[0], record(1, 1), record(3, 2)], part_documents=100)

    assert [d["path"] for d in rows(out, "documents")] == ["/a/0.txt", "/a/1.txt", "/a/3.txt"]
    assert rows(out, "errors") == []


@pytest.mark.parametrize("tail", [bytes(8), bytes(4096), b"\0\0\0\5", b"\xff" * 9, b"\0\0"])
def test_a_journal_with_a_tail_that_was_never_written_is_resumed(
    before: list[bytes], tmp_path: Path, tail: bytes
) -> None:
    out = tmp_path / "out"
    with pytest.raises(Killed):
        fill(out, [*before[:5], b""], part_documents=100)
    journal = next(out.glob(".work/journal-*"))
    journal.write_bytes(journal.read_bytes() + tail)

    fill(out, before)

    assert len(rows(out, "documents")) == len(before) - 1


@given(
    st.lists(st.binary(min_size=1, max_size=40)), st.integers(min_value=0), st.binary(max_size=3)
)
def test_a_truncated_journal_gives_its_valid_records(
    tmp_path_factory: pytest.TempPathFactory, kept: list[bytes], cut: int, noise: bytes
) -> None:
    path = tmp_path_factory.mktemp("journal") / "journal"
    journal = Journal(path)
    ends = [0]
    for one in kept:
        journal.append(one)
        ends.append(path.stat().st_size)
    journal.close()
    size = cut % (ends[-1] + 1)
    path.write_bytes(path.read_bytes()[:size] + noise)

    whole = sum(end <= size for end in ends) - 1

    assert [one for _, one in read_records(path)][:whole] == kept[:whole]
