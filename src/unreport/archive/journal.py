"""Durability of a batch job: a write-ahead log (the journal) of results, and atomic commits.

A result is logged before anything else is done with it.  When a part is full, its files and the
rewritten files of earlier parts are staged in a folder; renaming that folder is the commit.  A run
that is killed before the commit resumes from the journal; one that is killed after it finds the
committed folder and applies it (redo).
"""

from __future__ import annotations

import contextlib
import os
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

RECORD_HEADER_BYTES = 8  # length and CRC-32 of a record


class Journal:
    """An append-only log file; a record that was cut off by a kill is dropped."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.touch()
        os.truncate(
            path, sum(RECORD_HEADER_BYTES + len(record) for _, record in read_records(path))
        )
        self._file = path.open("ab", buffering=0)
        self._size = path.stat().st_size
        self._reader = path.open("rb")

    def append(self, record: bytes) -> int:
        """Append a record, which then survives the death of this process; return its position."""
        head = len(record).to_bytes(4) + zlib.crc32(record).to_bytes(4)
        position = self._size
        self._size += self._file.write(head + record)
        return position

    def records(self) -> Iterator[tuple[int, bytes]]:
        """All records with their byte positions, in the order of appending."""
        return read_records(self.path)

    def read(self, position: int) -> bytes:
        """The record at a byte position."""
        self._reader.seek(position)
        return _read_record(self._reader) or b""

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        self._reader.close()


def read_records(path: Path) -> Iterator[tuple[int, bytes]]:
    """The valid records of a journal with their positions, up to one that is cut off."""
    with path.open("rb") as file:
        position = 0
        while (record := _read_record(file)) is not None:
            yield position, record
            position += RECORD_HEADER_BYTES + len(record)


def _read_record(file: IO[bytes]) -> bytes | None:
    head = file.read(RECORD_HEADER_BYTES)
    record = file.read(int.from_bytes(head[:4]))
    is_valid = len(head) == RECORD_HEADER_BYTES and zlib.crc32(record) == int.from_bytes(head[4:])
    # An empty record is a tail of zeros, which file systems leave when the power fails
    return record if record and is_valid and len(record) == int.from_bytes(head[:4]) else None


def commit(staging: Path, name: str) -> None:
    """Commit a folder of staged files: all of them or none, by one rename."""
    for path in staging.rglob("*"):
        if path.is_file():
            _fsync(path)
    staging.rename(staging.with_name(name))


def apply_commit(committed: Path, out: Path) -> None:
    """Move the files of a commit to their places; idempotent, so that it can be redone."""
    for path in sorted(committed.rglob("*")):
        if path.is_file():
            target = out / path.relative_to(committed)
            target.parent.mkdir(parents=True, exist_ok=True)
            path.replace(target)
    shutil.rmtree(committed)


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file atomically: it has all of the data, or is not there."""
    temporary = path.with_name(f".{path.name}.tmp")
    temporary.write_bytes(data)
    _fsync(temporary)
    temporary.replace(path)


def _fsync(path: Path) -> None:
    with contextlib.suppress(OSError), path.open("rb") as file:  # not all file systems can
        os.fsync(file.fileno())
