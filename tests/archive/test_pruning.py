"""Files that were renamed, deleted or changed between two runs, and an upgrade of unreport."""

import io
import os
import tarfile
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from batch_output import TEXT, rows, tables

import unreport
from unreport.archive.batch import Job, JobListener, write_archive
from unreport.archive.limits import Limits
from unreport.archive.sources import Selection

LIMITS = Limits(workers=1)  # to start a worker costs more than to parse these files


class ParsedCounter(JobListener):
    """Counts the documents that are parsed, not those that are as in the last run."""

    def __init__(self) -> None:
        self.count = 0

    def on_result(self, result, *, changed: bool) -> None:
        self.count += changed


def write(source: Path, out: Path, **options: object) -> int:
    """Run a job; the number of documents that were parsed."""
    listener = ParsedCounter()
    job = Job(sources=(source,), out=out, limits=LIMITS, part_documents=4, **options)
    assert write_archive(job, listener).finished
    return listener.count


def paths(out: Path, table: str = "documents") -> list[str]:
    return sorted(
        f"{str(row['archive'] or '').rpartition('/')[2]}:{str(row['path']).rpartition('/')[2]}"
        for row in rows(out, table)
    )


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    base = tmp_path / "archive"
    (base / "2019").mkdir(parents=True)
    for n in range(4):
        (base / "2019" / f"{n}.txt").write_text(TEXT.format(n=n))
    (base / "noise.bin").write_bytes(b"\x89PNG" + bytes(range(256)))
    pack(base / "a.zip", 4, 5, 6)
    return base


def pack(path: Path, *numbers: int) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        for n in numbers:
            packed.writestr(f"{n}.txt", TEXT.format(n=n))


FILES = [*(f":{n}.txt" for n in range(4)), *(f"a.zip:{n}.txt" for n in (4, 5, 6))]


def test_a_renamed_folder_does_not_double_the_rows(archive: Path, tmp_path: Path) -> None:
    out, fresh = tmp_path / "out", tmp_path / "fresh"
    write(archive, out)
    (archive / "2019").rename(archive / "2020")
    (archive / "a.zip").rename(archive / "b.zip")
    (archive / "noise.bin").rename(archive / "noise.png")
    write(archive, out)
    write(archive, fresh)

    assert same_rows(out, fresh)
    assert paths(out) == [path.replace("a.zip", "b.zip") for path in FILES]
    assert paths(out, "errors") == [":noise.png"]


def same_rows(one: Path, other: Path) -> bool:
    """Whether two folders have the same rows, in any order."""
    found, wanted = tables(one), tables(other)
    return all(Counter(map(str, found[t])) == Counter(map(str, wanted[t])) for t in wanted)


def test_a_renamed_parent_of_all_sources(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(archive, out)
    write(archive.rename(tmp_path / "moved"), out)

    assert paths(out) == FILES
    assert all("moved" in str(row["archive"] or row["path"]) for row in rows(out, "documents"))


def test_two_files_with_the_same_contents_are_two(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(archive, out)
    (archive / "copy.txt").write_text(TEXT.format(n=0))
    write(archive, out)

    assert paths(out) == sorted([*FILES, ":copy.txt"])


def test_rows_of_deleted_files_stay_unless_pruned(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(archive, out)
    (archive / "2019" / "0.txt").unlink()
    (archive / "noise.bin").unlink()
    pack(archive / "a.zip", 4, 6)
    write(archive, out)
    assert (paths(out), paths(out, "errors")) == (FILES, [":noise.bin"])

    assert write(archive, out, prune=True) == 0
    assert paths(out) == [path for path in FILES if path not in (":0.txt", "a.zip:5.txt")]
    assert paths(out, "errors") == []
    assert len(rows(out, "nodes")) == 5 * 5
    lines = [line for path in out.glob("reports/*") for line in path.read_text().splitlines()]
    assert len(lines) == 5


def test_pruning_keeps_files_that_exist(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(archive, out)

    write(archive / "2019", out, prune=True)
    write(archive, out, prune=True, selection=Selection(patterns=("*.pdf",)))
    write(archive, out, prune=True, selection=Selection(exclude=("a.zip", "*.bin")))
    write(archive, out, prune=True, max_files=1)
    assert (paths(out), paths(out, "errors")) == (FILES, [":noise.bin"])

    whole = (archive / "a.zip").read_bytes()
    (archive / "a.zip").write_bytes(whole[: len(whole) // 2])  # members may be in the lost half
    write(archive, out, prune=True)
    assert paths(out) == FILES

    (archive / "a.zip").unlink()
    write(archive, out, prune=True)
    assert paths(out) == FILES[:4]


def test_pruning_members_of_nested_archives(tmp_path: Path) -> None:
    base, out = tmp_path / "archive", tmp_path / "out"
    base.mkdir()
    for names in (("a.zip", "b.zip"), ("b.zip",)):
        with tarfile.open(base / "all.tar", "w") as tar:
            for name in names:
                pack(tmp_path / name, len(names), ord(name[0]))
                tar.add(tmp_path / name, name)
        write(base, out, prune=True)

    assert paths(out) == ["b.zip:1.txt", "b.zip:98.txt"]


@pytest.mark.skipif(os.name != "posix", reason="file names are text elsewhere")
def test_pruning_files_with_names_in_legacy_encodings(tmp_path: Path) -> None:
    base, out = tmp_path / "archive", tmp_path / "out"
    folder = os.fsencode(base) + b"/" + "отчеты".encode("cp1251")
    os.makedirs(folder)  # noqa: PTH103
    for name in ("доклад.txt", "отчет.txt"):
        with open(folder + b"/" + name.encode("cp1251"), "wb") as file:  # noqa: PTH123
            file.write(TEXT.format(n=len(name)).encode())
    (base / "a.txt").write_text(TEXT.format(n=1))
    write(base, out)

    os.unlink(folder + b"/" + "отчет.txt".encode("cp1251"))  # noqa: PTH108
    write(base / "a.txt", out, prune=True)

    assert paths(out) == [":a.txt", ":доклад.txt"]


def test_documents_of_another_version_are_parsed_again(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(archive, out)
    for manifest in out.glob("manifest/*.json"):  # as an earlier version has written them
        text = manifest.read_text(encoding="utf-8")
        manifest.write_text(text.replace(f'"{unreport.__version__}"', '"0.0.9"'), encoding="utf-8")

    assert write(archive, out) == 1  # the error, whose row names the version
    assert write(archive, out, again=True) == len(FILES)
    assert write(archive, out, again=True) == 0
    assert paths(out) == FILES


def mixed(path: Path, count: int) -> None:
    """A zip file of texts, copies, empty files, pictures and nested archives."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for n in range(count):
            data = TEXT.format(n=n).encode()
            if n % 10 == 3:
                data = b""
            elif n % 10 == 5:
                data = b"\x89PNG" + bytes([n % 256]) * 99
            elif n % 10 == 7:
                data = TEXT.format(n=7).encode()
            elif n % 100 == 9:
                inner = io.BytesIO()
                with zipfile.ZipFile(inner, "w") as archive:
                    archive.writestr("in.txt", data)
                data = inner.getvalue()
            packed.writestr(f"{n % 7}/{n}.txt", data)


@pytest.mark.parametrize("count", [100, pytest.param(3_000, marks=pytest.mark.slow)])
def test_an_archive_of_mixed_files_renamed_and_pruned(tmp_path: Path, count: int) -> None:
    """After each change the tables are those of a fresh run."""
    base, out = tmp_path / "archive", tmp_path / "out"
    base.mkdir()
    mixed(base / "all.zip", count)
    write(base, out)
    kinds = Counter(str(row["kind"]) for row in rows(out, "errors"))
    assert kinds == {"empty": count // 10, "unreadable": count // 10}
    assert len(rows(out, "documents")) == count * 8 // 10

    (base / "all.zip").rename(base / "renamed.zip")
    write(base, out)
    write(base, tmp_path / "fresh")
    assert same_rows(out, tmp_path / "fresh")

    mixed(base / "renamed.zip", count // 2)
    write(base, out, prune=True)
    write(base, tmp_path / "half")
    assert same_rows(out, tmp_path / "half")
