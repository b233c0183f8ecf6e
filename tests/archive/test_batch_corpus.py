"""An archive of 2,000 documents made from the corpora, with hostile ones mixed in."""

import io
import os
import random
import tarfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import hostile
import pyarrow.parquet as pq
import pytest
from batch_output import rows

from unreport.archive.batch import Job, write_archive
from unreport.archive.parse_one import RESULT_DECODER, Task, run_task
from unreport.archive.parts import result_rows, unpacked
from unreport.archive.workers import Limits
from unreport.export.rows import TABLES

CORPUS = os.environ.get("UNREPORT_CORPUS")
DOCUMENTS = 2_000
MAX_FILE_SIZE = 300_000  # bytes of a PDF: the longest take minutes

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(not CORPUS, reason="UNREPORT_CORPUS names no folder of documents"),
]
HOSTILE = {
    "hang.txt": (b"HANG", "timeout"),
    "spin.txt": (b"SPIN", "timeout"),
    "grow.txt": (b"GROW", "memory"),
    "kill.pdf": (b"KILL", "crash"),
    "segv.pdf": (b"SEGV", "crash"),
    "exit.pdf": (b"EXIT", "crash"),
    "raise.txt": (b"RAISE", "bug"),
    "garbage.pdf": (b"%PDF-1.7\n" + random.Random(1).randbytes(5000), None),  # noqa: S311
    "noise.bin": (random.Random(2).randbytes(5000), None),  # noqa: S311
}


def documents() -> Iterator[tuple[str, bytes]]:
    """PDF and Word files, some of them cut off; texts in as many variants as it takes."""
    folder = Path(CORPUS or "")
    made = 0
    for suffix, max_size in (("docx", 10**7), ("pdf", MAX_FILE_SIZE)):
        paths = [p for p in sorted(folder.rglob(f"*.{suffix}")) if p.stat().st_size < max_size]
        for path in paths[:60]:
            data = path.read_bytes()
            yield path.name, data
            yield f"cut-{path.name}", data[: len(data) // 2]
            made += 2
    texts = sorted(folder.rglob("*.txt"))
    while made < DOCUMENTS:
        path = texts[made % len(texts)]
        yield f"{made}-{path.name}", path.read_bytes() + f"\nCopy {made}.\n".encode()
        made += 1
    yield "empty.txt", b""
    for name, (data, _) in HOSTILE.items():
        yield name, data


def packed(base: Path) -> dict[str, bytes]:
    """Spread the documents over folders, a zip, a tar.gz, and a zip in a tar."""
    base.mkdir()
    found = {f"{n:05}-{name}": data for n, (name, data) in enumerate(documents())}
    groups: list[dict[str, bytes]] = [{}, {}, {}, {}]
    for n, (name, data) in enumerate(found.items()):
        groups[n % 4][name] = data
    for n, (name, data) in enumerate(groups[0].items()):
        folder = base / f"folder-{n % 5}"
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    (base / "a.zip").write_bytes(zipped(groups[1]))
    tarred(base / "b.tar.gz", groups[2])
    tarred(base / "c.tar", {"inner.zip": zipped(groups[3])})
    return found


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(path: Path, files: dict[str, bytes]) -> None:
    with tarfile.open(path, "w:gz" if path.suffix == ".gz" else "w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))


def test_every_file_has_one_outcome(tmp_path: Path) -> None:
    found, out = packed(tmp_path / "archive"), tmp_path / "out"
    limits = Limits(workers=2, seconds=60, megabytes=1500)

    write_archive(Job(sources=(tmp_path / "archive",), out=out, limits=limits), parse=hostile.parse)

    documents, errors = rows(out, "documents"), rows(out, "errors")
    names = Counter(str(row["path"]).rpartition("/")[2] for row in (*documents, *errors))
    assert names == dict.fromkeys(found, 1)
    kinds = {str(row["path"]).rpartition("/")[2][6:]: row["kind"] for row in errors}
    for name, (_, kind) in HOSTILE.items():
        assert kind is None or kinds[name] == kind, name
    print(Counter(kinds.values()))  # noqa: T201
    assert "bug" not in {kind for name, kind in kinds.items() if name != "raise.txt"}
    compare(out, documents, found)


def compare(out: Path, documents: list[dict[str, object]], found: dict[str, bytes]) -> None:
    """The rows of every good document are those that parsing it alone gives."""
    wanted: dict[str, list[list[object]]] = {table: [] for table in TABLES}
    for row in documents:
        path, key = str(row["path"]), str(row["document"])
        task = Task(path=path, key=key, data=found[path.rpartition("/")[2]])
        for table, piece in result_rows(RESULT_DECODER.decode(run_task(task)), tuple(TABLES)):
            wanted[table] += map(list, zip(*unpacked(table, piece), strict=True))
    for table in ("nodes", "footnotes", "issues"):
        paths = sorted(out.glob(f"{table}/*.parquet"))
        parts = [pq.read_table(path, partitioning=None).to_pylist() for path in paths]
        assert [list(row.values()) for part in parts for row in part] == wanted[table], table
