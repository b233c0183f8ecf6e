"""List and read the files of sources: files, folders, glob patterns, zip and tar archives.

Nothing is unpacked to disk: members are streamed one at a time, in order.  What cannot be read is
listed with the reason.
"""

from __future__ import annotations

import glob
import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import IO, TypeAlias

from unreport.archive.containers import (
    MAX_FILE_SIZE,
    SNIFF_BYTES,
    Container,
    Member,
    ReadOptions,
    archive_error,
    is_archive,
    open_archive,
)
from unreport.archive.file_names import decode_file_name
from unreport.archive.outcome import Failure

PathLike: TypeAlias = str | os.PathLike[str]

# Files that operating systems and programs leave in folders and archives
SYSTEM_NAMES = frozenset(
    {
        *("__macosx", "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "$recycle.bin"),
        *("system volume information", "lost+found", "@eadir", "cvs"),
    }
)
OUTPUT_NAMES = frozenset(("unreport.json", ".work"))  # what every output folder of a job holds
JOB_FILES = OUTPUT_NAMES | {"log.txt"}  # what a job that ended at once has left
SEPARATORS = re.compile(r"[/\\]")  # some writers of zip files use those of Windows
HIDDEN_PREFIXES = (".", "~$")  # hidden on Unix; the lock file of Word


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """One file of a source: its contents, or the file to read them from, or an error."""

    path: str
    archive: str | None = None
    key: str
    """16 hexadecimal digits of a hash of archive and path, the same in every run."""
    file: str | None = None  # on disk, opened by the worker
    data: bytes | None = None
    size: int | None = None
    error: Failure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which files of the sources to read: by name and by size.

    >>> Selection(patterns=("*.pdf",)).matches("2019/L.1.PDF")
    True
    """

    patterns: tuple[str, ...] = ()
    """Glob patterns: of names (`*.pdf`), or of paths if they have a slash (`2019/*`).  Archives are
    opened whatever they are called."""
    exclude: tuple[str, ...] = ()
    """Glob patterns of files and archives not to read; `old/*` is a folder with all below it."""
    max_size: int = MAX_FILE_SIZE
    """Bytes; a larger file is an error of kind `too-large`."""
    only_reports: bool = False
    """True: a file that does not look like a UN document is an error of kind `not-a-report`."""
    contents: bool = True
    """False: list members of archives without reading them."""

    def matches(self, path: str) -> bool:
        """Whether a path is selected by the patterns, and not excluded; case is ignored.

        >>> Selection(exclude=("old/*",)).matches("old/L.1.pdf")
        False
        """
        return (not self.patterns or _matches(path, self.patterns)) and not self.excludes(path)

    def excludes(self, path: str) -> bool:
        """Whether a path matches one of the patterns of what not to read.

        >>> Selection(exclude=("*.xml",)).excludes("2019/L.1.xml")
        True
        """
        return bool(self.exclude) and _matches(path, self.exclude)


def _matches(path: str, patterns: tuple[str, ...]) -> bool:
    folded = path.replace("\\", "/").casefold()
    name = folded.rpartition("/")[2]
    return any(
        fnmatchcase(folded, f"*{p.casefold()}") if "/" in p else fnmatchcase(name, p.casefold())
        for p in patterns
    )


class Scan:
    """The state of one pass over some sources: which files and whole archives were found."""

    def __init__(
        self,
        selection: Selection,
        *,
        output: Path | None = None,
        known: Iterable[str] = (),
    ) -> None:
        self.selection = selection
        self.archives: set[str] = set()
        """Keys of the archives that were found, also of those that are excluded or truncated."""
        self.unseen = set(known)
        """Keys of documents of earlier runs that this pass has not found."""
        self.left_out = _identities(output)
        """Folders not to enter: the output folder may be among the sources."""
        self.complete_archives: set[str] = set()
        """Keys of the archives that were read to their end."""
        self._seen_paths: set[str] = set()

    def add_if_new(self, path: str) -> bool:
        """Add a path; False if it was there: sources may overlap."""
        known = len(self._seen_paths)
        self._seen_paths.add(path)
        return len(self._seen_paths) > known


def entries(
    sources: Iterable[PathLike], selection: Selection | None = None, *, scan: Scan | None = None
) -> Iterator[SourceEntry]:
    """Every file of the sources, in order: folders sorted by name, archives in their own order.

    A source is a file, a folder, an archive, or a pattern such as `reports/**/*.pdf`.
    """
    scan = scan or Scan(selection or Selection())
    for source in sources:
        for path in expand_pattern(os.fspath(source)):
            for found in _walk(path, scan.left_out):
                yield from _file_entries(found, scan) if isinstance(found, str) else (found,)


def list_files(sources: Iterable[PathLike]) -> Iterator[str | SourceEntry]:
    """The paths of all files, archives not opened; an entry for what cannot be listed."""
    scan = Scan(Selection())
    for source in sources:
        for path in expand_pattern(os.fspath(source)):
            for found in _walk(path, ()):
                if not isinstance(found, str) or scan.add_if_new(found):
                    yield found


def names_documents_folder(sources: Iterable[PathLike], output: Path) -> bool:
    """Whether a source is the output folder or has it below, with files that no job has written.

    Its documents would never be read: output folders are not entered.
    """
    identity = _identities(output)
    if not identity or is_output_folder(output):
        return False
    is_empty = all(path.name in JOB_FILES for path in output.iterdir())
    above = () if is_empty else output.resolve().parents
    folders = {*identity, *(own for folder in above for own in _identities(folder))}
    paths = (path for source in sources for path in expand_pattern(os.fspath(source)))
    return any(not folders.isdisjoint(_identities(Path(path))) for path in paths)


def is_output_folder(path: Path) -> bool:
    """Whether a batch job has written its tables to a folder."""
    return all((path / name).exists() for name in OUTPUT_NAMES)


def _identities(folder: Path | None) -> tuple[tuple[int, int], ...]:
    """Device and inode of a folder, if it is there."""
    if folder is None or not folder.is_dir():
        return ()
    status = folder.stat()
    return ((status.st_dev, status.st_ino),)


def archive_entries(data: IO[bytes], path: str, selection: Selection) -> Iterator[SourceEntry]:
    """The members of an archive in an open file, or the document that the file is."""
    name = display_path(path)
    try:
        container = open_archive(data, path)
    except Exception as error:  # noqa: BLE001  a hostile archive may raise anything
        yield _error_entry(name, archive_error(error))
        return
    if container is not None:
        yield from _member_entries(container, name, Scan(selection), nested=True)
        return
    if selection.matches(name):
        data.seek(0)
        contents = data.read()
        key = document_key(None, path)
        yield SourceEntry(path=name, key=key, data=contents, size=len(contents))


def document_key(archive: str | None, path: str | bytes, occurrence: int = 0) -> str:
    """The identifier of a file in all tables, the same in every run."""
    raw = path.encode("utf-8", "surrogateescape") if isinstance(path, str) else path
    parts = ((archive or "").encode("utf-8", "surrogateescape"), raw, b"%d" % occurrence)
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def display_path(path: str) -> str:
    """A path as text; bytes in a legacy encoding are decoded."""
    return decode_file_name(path.encode("utf-8", "surrogateescape"))


def expand_pattern(source: str) -> Iterator[str]:
    """The absolute paths that a source stands for; that of the pattern itself if there are none."""
    path = os.path.abspath(Path(source).expanduser())  # noqa: PTH100  resolve() would follow links
    if Path(path).exists() or not glob.has_magic(source):
        yield path
        return
    found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207  as the shell would match it
    yield from found or [path]


# --- folders ------------------------------------------------------------------------------------


def _walk(path: str, above: tuple[tuple[int, int], ...]) -> Iterator[str | SourceEntry]:
    """A file, or the files below a folder.

    A symbolic link to a folder above is not followed, the output folders of jobs are not entered.
    """
    if not os.path.isdir(path):  # noqa: PTH112  Path.is_dir raises where it may not look
        yield path
        return
    try:
        status = os.stat(path)  # noqa: PTH116
        names = sorted(os.listdir(path))  # noqa: PTH208  a million names, without objects
    except OSError as error:
        yield _error_entry(path, Failure("missing", f"cannot be opened: {error.strerror}"))
        return
    here = (status.st_dev, status.st_ino)
    if here in above or OUTPUT_NAMES.issubset(names):
        return
    for name in names:
        if not is_system(name):
            yield from _walk(f"{path.rstrip(os.sep)}{os.sep}{name}", (*above, here))


def is_system(name: str) -> bool:
    """Whether a file is hidden, or one that operating systems create."""
    return name.startswith(HIDDEN_PREFIXES) or name.lower() in SYSTEM_NAMES


def _file_entries(path: str, scan: Scan) -> Iterator[SourceEntry]:
    if not scan.add_if_new(path) or scan.selection.excludes(display_path(path)):
        return
    try:
        with _open_regular_file(path) as file:
            if is_archive(file.read(SNIFF_BYTES)):
                file.seek(0)
                yield from _archive_file_entries(file, path, scan)
                return
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        reason = error.strerror or str(error)
        yield _error_entry(path, Failure("missing", f"cannot be opened: {reason}"))
        return
    except _NotARegularFileError as error:
        yield _error_entry(path, Failure("special", str(error)))
        return
    yield from _document(path, size, scan)


def _document(path: str, size: int, scan: Scan) -> Iterator[SourceEntry]:
    """The entry of a file on disk that is no archive, if it is selected."""
    key, shown = document_key(None, path), display_path(path)
    scan.unseen.discard(key)
    if scan.selection.matches(shown):
        yield SourceEntry(path=shown, key=key, file=path, size=size)


def _open_regular_file(path: str) -> IO[bytes]:
    """Open a regular file; a pipe or device, which could block, is refused before."""
    if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116
        raise _NotARegularFileError("is a device, a pipe or a socket, not a file")
    return open(path, "rb")  # noqa: PTH123  the caller closes it


class _NotARegularFileError(Exception):
    pass


def _error_entry(path: str, error: Failure) -> SourceEntry:
    return SourceEntry(path=display_path(path), key=document_key(None, path), error=error)


# --- archives -----------------------------------------------------------------------------------


def _archive_file_entries(file: IO[bytes], path: str, scan: Scan) -> Iterator[SourceEntry]:
    try:
        container = open_archive(file, path)
    except Exception as error:  # noqa: BLE001  a hostile archive may raise anything
        yield _error_entry(path, archive_error(error))
        return
    if container is not None:
        yield from _member_entries(container, display_path(path), scan, nested=True)
    else:
        yield from _document(path, os.fstat(file.fileno()).st_size, scan)


def _member_entries(
    container: Container, archive: str, scan: Scan, *, nested: bool
) -> Iterator[SourceEntry]:
    """The files of an archive; if it is truncated, the archive itself follows with the error."""
    outer, _, inner = archive.rpartition("!/")
    own = document_key(outer or None, inner)
    scan.archives.add(own)
    occurrences = _OccurrenceCounter()
    selection = scan.selection
    options = ReadOptions(max_size=selection.max_size, contents=selection.contents, nested=nested)
    try:
        for member in container.members(options):
            path = decode_file_name(member.raw).removeprefix("./")
            if any(is_system(part) for part in SEPARATORS.split(path) if part.strip(".")):
                continue
            if member.inner is None:
                key = document_key(archive, member.raw, occurrences(member.raw))
                scan.unseen.discard(key)
                if selection.matches(path):
                    yield _member_entry(member, archive, path, key)
            elif selection.excludes(path):
                scan.archives.add(document_key(archive, path))
            else:
                yield from _member_entries(member.inner, f"{archive}!/{path}", scan, nested=False)
    except Exception as error:  # noqa: BLE001  a hostile archive may raise anything
        yield SourceEntry(path=inner, archive=outer or None, key=own, error=archive_error(error))
    else:
        scan.complete_archives.add(own)


def _member_entry(member: Member, archive: str, path: str, key: str) -> SourceEntry:
    return SourceEntry(
        path=path,
        archive=archive,
        key=key,
        data=member.data,
        size=member.size,
        error=member.error,
    )


class _OccurrenceCounter:
    """Counts the occurrences of a name: an archive may hold two files of one name."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}

    def __call__(self, raw: bytes) -> int:
        digest = int.from_bytes(hashlib.sha256(raw).digest()[:8])
        occurrence = self._counts.get(digest, -1) + 1
        self._counts[digest] = occurrence
        return occurrence
