"""The files that make a batch lose nothing: a journal of what came back, and staged changes.

A reply is in the journal before anything else is done with it.  When a part is full, its files and
every change to earlier ones are made in a folder aside; renaming that folder is the one moment in
which the part comes to be.  A run that is killed before it has a journal to go on with; one that is
killed after it has a folder to move into place.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

PREFIX = 8  # bytes before a record: its length, and a checksum


class Journal:
    """Records appended to a file; one that was cut off by a kill is dropped."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.touch()
        os.truncate(path, sum(PREFIX + len(record) for _, record in records(path)))
        self._file = path.open("ab", buffering=0)
        self._end = path.stat().st_size
        self._reader = path.open("rb")

    def append(self, record: bytes) -> int:
        """Add a record; it outlives this process from here on.  Where it stands."""
        head = len(record).to_bytes(4) + zlib.crc32(record).to_bytes(4)
        at = self._end
        self._end += self._file.write(head + record)
        return at

    def records(self) -> Iterator[tuple[int, bytes]]:
        """All records with their positions, in the order of appending."""
        return records(self.path)

    def read(self, at: int) -> bytes:
        """The record at a position."""
        self._reader.seek(at)
        return _record(self._reader) or b""

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        self._reader.close()


def records(path: Path) -> Iterator[tuple[int, bytes]]:
    """The whole records of a journal with their positions, up to one that is cut off."""
    with path.open("rb") as file:
        at = 0
        while (record := _record(file)) is not None:
            yield at, record
            at += PREFIX + len(record)


def _record(file: IO[bytes]) -> bytes | None:
    head = file.read(PREFIX)
    record = file.read(int.from_bytes(head[:4]))
    whole = len(head) == PREFIX and zlib.crc32(record) == int.from_bytes(head[4:])
    return record if whole and len(record) == int.from_bytes(head[:4]) else None


def publish(staged: Path, name: str) -> None:
    """Make a folder of finished files the next change: all of them, or none."""
    for path in staged.rglob("*"):
        if path.is_file():
            _sync(path)
    staged.rename(staged.with_name(name))


def apply(change: Path, out: Path) -> None:
    """Move the files of a change to their places; begun once, it may be begun again."""
    for path in sorted(change.rglob("*")):
        if path.is_file():
            target = out / path.relative_to(change)
            target.parent.mkdir(parents=True, exist_ok=True)
            path.replace(target)
    shutil.rmtree(change)


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all."""
    aside = path.with_name(f".{path.name}.tmp")
    aside.write_bytes(data)
    _sync(aside)
    aside.replace(path)


def _sync(path: Path) -> None:
    with contextlib.suppress(OSError), path.open("rb") as file:  # not all file systems can
        os.fsync(file.fileno())
