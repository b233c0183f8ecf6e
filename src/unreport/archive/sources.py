"""Archives of documents: files, folders, patterns, zip and tar to named byte sources, streamed.

Nothing is unpacked to disk and nothing is kept: members are read one at a time, in order, and the
caller has parsed one when it asks for the next.  What cannot be read is listed, with the reason.
"""

from __future__ import annotations

import glob
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import IO, TypeAlias

from unreport.archive.containers import (
    HEAD,
    LARGEST,
    Container,
    Member,
    Wanted,
    broken,
    is_archive,
    opened,
)
from unreport.archive.file_names import readable
from unreport.archive.outcome import Failure

PathLike: TypeAlias = str | os.PathLike[str]

# What systems and programs leave in folders and archives
SYSTEM_NAMES = frozenset(
    {
        *("__macosx", "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "$recycle.bin"),
        *("system volume information", "lost+found", "@eadir", "cvs"),
    }
)
HIDDEN = (".", "~$")  # hidden on Unix; the lock that Word leaves beside an open file


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One file of an archive: its contents, or where to read them, or why they cannot be read."""

    path: str
    archive: str | None = None
    key: str
    """16 digits that stand for archive and path, the same in every run."""
    file: str | None = None  # to be opened by whoever parses it
    data: bytes | None = None
    size: int | None = None
    fault: Failure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What to take of the sources."""

    patterns: tuple[str, ...] = ()
    """`*.pdf`, `2019/*`: names, or paths if they have a slash; archives are opened all the same."""
    largest: int = LARGEST
    contents: bool = True  # False: list, do not read
    sound: set[str] = field(default_factory=set)
    """Keys of the archives that were read to their end; filled as they are."""
    _seen: set[str] = field(default_factory=set)

    def takes(self, path: str) -> bool:
        """Whether a file's path fits one of the patterns."""
        folded = path.replace("\\", "/").casefold()
        name = folded.rpartition("/")[2]
        return not self.patterns or any(
            fnmatchcase(folded, f"*{p.casefold()}") if "/" in p else fnmatchcase(name, p.casefold())
            for p in self.patterns
        )

    def is_new(self, path: str) -> bool:
        """Whether a file comes up for the first time; a source may be named twice."""
        known = len(self._seen)
        self._seen.add(path)
        return len(self._seen) > known


def entries(sources: Iterable[PathLike], selection: Selection | None = None) -> Iterator[Entry]:
    """Every file of the sources, in order: folders by name, archives as they are packed.

    A source is a file, a folder, an archive, or a pattern such as `reports/**/*.pdf`.
    """
    wanted = selection or Selection()
    for source in sources:
        for path in _matching(os.fspath(source)):
            for found in _walked(path, ()):
                yield from _file(found, wanted) if isinstance(found, str) else (found,)


def files(sources: Iterable[PathLike]) -> Iterator[str | Entry]:
    """The paths of all files, archives unopened; an entry for what cannot be listed."""
    wanted = Selection()
    for source in sources:
        for path in _matching(os.fspath(source)):
            for found in _walked(path, ()):
                if not isinstance(found, str) or wanted.is_new(found):
                    yield found


def packed_entries(data: IO[bytes], path: str, selection: Selection) -> Iterator[Entry]:
    """The members of an archive that is already open, or the one document that it is."""
    name = shown(path)
    try:
        container = opened(data, path)
    except Exception as error:  # noqa: BLE001  a hostile archive may raise anything
        yield _fault(name, broken(error))
        return
    if container is not None:
        yield from _members(container, name, selection, nested=True)
        return
    if selection.takes(name):
        data.seek(0)
        contents = data.read()
        yield Entry(path=name, key=entry_key(None, path), data=contents, size=len(contents))


def entry_key(archive: str | None, path: str | bytes, turn: int = 0) -> str:
    """What stands for a file in every run and table."""
    raw = path.encode("utf-8", "surrogateescape") if isinstance(path, str) else path
    parts = ((archive or "").encode("utf-8", "surrogateescape"), raw, b"%d" % turn)
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def shown(path: str) -> str:
    """A path as text: bytes of a legacy encoding in it made readable."""
    return readable(path.encode("utf-8", "surrogateescape"))


def _matching(source: str) -> Iterator[str]:
    path = os.path.abspath(Path(source).expanduser())  # noqa: PTH100  resolve() would follow links
    if Path(path).exists() or not glob.has_magic(source):
        yield path
        return
    found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207  as the shell would match it
    yield from found or [path]


# --- folders ------------------------------------------------------------------------------------


def _walked(path: str, above: tuple[tuple[int, int], ...]) -> Iterator[str | Entry]:
    """A file, or the files below a folder; one that a link leads back into is not entered again."""
    if not os.path.isdir(path):  # noqa: PTH112  Path.is_dir raises where it may not look
        yield path
        return
    try:
        status = os.stat(path)  # noqa: PTH116
        names = sorted(os.listdir(path))  # noqa: PTH208  names of a million files, no objects
    except OSError as error:
        yield _fault(path, Failure("missing", f"cannot be opened: {error.strerror}"))
        return
    here = (status.st_dev, status.st_ino)
    for name in names if here not in above else ():
        if not is_system(name):
            yield from _walked(f"{path.rstrip(os.sep)}{os.sep}{name}", (*above, here))


def is_system(name: str) -> bool:
    """Whether a file is hidden or one that systems leave behind."""
    return name.startswith(HIDDEN) or name.lower() in SYSTEM_NAMES


def _file(path: str, wanted: Selection) -> Iterator[Entry]:
    if not wanted.is_new(path):
        return
    try:
        with _regular(path) as file:
            if is_archive(file.read(HEAD)):
                file.seek(0)
                yield from _archive(file, path, wanted)
                return
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        reason = error.strerror or str(error)
        yield _fault(path, Failure("missing", f"cannot be opened: {reason}"))
        return
    except _NotAFileError as error:
        yield _fault(path, Failure("special", str(error)))
        return
    if wanted.takes(shown(path)):
        yield Entry(path=shown(path), key=entry_key(None, path), file=path, size=size)


def _regular(path: str) -> IO[bytes]:
    """Open a file; what would hang (a pipe, a device) is refused before it is opened."""
    if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116
        raise _NotAFileError("is a device, a pipe or a socket, not a file")
    return open(path, "rb")  # noqa: PTH123  the caller closes it


class _NotAFileError(Exception):
    pass


def _fault(path: str, fault: Failure) -> Entry:
    return Entry(path=shown(path), key=entry_key(None, path), fault=fault)


# --- archives -----------------------------------------------------------------------------------


def _archive(file: IO[bytes], path: str, wanted: Selection) -> Iterator[Entry]:
    try:
        container = opened(file, path)
    except Exception as error:  # noqa: BLE001  a hostile archive may raise anything
        yield _fault(path, broken(error))
        return
    if container is not None:
        yield from _members(container, shown(path), wanted, nested=True)
    elif wanted.takes(shown(path)):
        size = os.fstat(file.fileno()).st_size
        yield Entry(path=shown(path), key=entry_key(None, path), file=path, size=size)


def _members(
    container: Container, archive: str, selection: Selection, *, nested: bool
) -> Iterator[Entry]:
    """The files of an archive; where it breaks off, the archive itself is listed."""
    outer, _, inner = archive.rpartition("!/")
    own = entry_key(outer or None, inner)
    turns = _Turns()
    wanted = Wanted(largest=selection.largest, contents=selection.contents, nested=nested)
    try:
        for member in container.walk(wanted):
            path = readable(member.raw).removeprefix("./")
            if any(map(is_system, path.split("/"))):
                continue
            if member.inner is not None:
                yield from _members(member.inner, f"{archive}!/{path}", selection, nested=False)
            elif selection.takes(path):
                key = entry_key(archive, member.raw, turns(member.raw))
                yield _member_entry(member, archive, path, key)
    except Exception as error:  # noqa: BLE001  a hostile archive may raise anything
        yield Entry(path=inner, archive=outer or None, key=own, fault=broken(error))
    else:
        selection.sound.add(own)


def _member_entry(member: Member, archive: str, path: str, key: str) -> Entry:
    return Entry(
        path=path,
        archive=archive,
        key=key,
        data=member.data,
        size=member.size,
        fault=member.fault,
    )


class _Turns:
    """How often a name came up before: archives may hold two files of one name."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}

    def __call__(self, raw: bytes) -> int:
        digest = int.from_bytes(hashlib.sha256(raw).digest()[:8])
        turn = self._counts.get(digest, -1) + 1
        self._counts[digest] = turn
        return turn
