"""Read zip, tar and compressed files: their members one by one, nothing unpacked to disk."""

from __future__ import annotations

import bz2
import gzip
import importlib
import io
import lzma
import stat
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, cast

from unreport.archive.outcome import Failure
from unreport.archive.zip_recovery import (
    FLAG_ENCRYPTED,
    LOCAL_SIGNATURE,
    LocalHeader,
    first_name,
    recover_members,
)

SNIFF_BYTES = 512  # bytes that identify a file's type: the length of a tar header
MAX_FILE_SIZE = 256 * 2**20
"""Default limit on the size of a file or member, in bytes."""

ZIP_MAGICS = (b"PK\x03\x04", b"PK\x05\x06")
ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
COMPRESSIONS: tuple[tuple[bytes, Callable[[IO[bytes]], IO[bytes]]], ...] = (
    (b"\x1f\x8b", lambda file: cast("IO[bytes]", gzip.GzipFile(fileobj=file))),
    (b"BZh", lambda file: cast("IO[bytes]", bz2.BZ2File(file))),
    (b"\xfd7zXZ\x00", lambda file: cast("IO[bytes]", lzma.LZMAFile(file))),  # noqa: SIM115
    (ZSTD_MAGIC, lambda file: _open_zstd(file)),  # noqa: PLW0108  defined below
)
ARCHIVE_MAGICS = (*ZIP_MAGICS, *(magic for magic, _ in COMPRESSIONS))
COMPRESSION_SUFFIXES = (".gz", ".bz2", ".xz", ".zst", ".zstd")
ZIPPED_DOCUMENT_SUFFIXES = (  # zip files that are one document
    *(".docx", ".docm", ".dotx", ".dotm", ".xlsx", ".xlsm", ".pptx", ".pptm"),
    *(".odt", ".ott", ".ods", ".odp", ".epub", ".jar", ".kmz"),
)
ZIPPED_DOCUMENT_MEMBERS = frozenset(("[Content_Types].xml", "mimetype", "word/document.xml"))
ZIPPED_DOCUMENT_FIRST_MEMBERS = (
    b"[Content_Types].xml",
    b"mimetype",
    b"_rels/",
    b"word/",
    b"docProps/",
)
FLAG_UTF8 = 0x800  # zip's flag
LONGEST_LINK = 4_096  # bytes of a target
TOO_LARGE_MESSAGE = "is larger than {:,} bytes; raise --max-size (Selection.max_size) to read it"


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive: its contents, or the error that prevents reading them."""

    raw: bytes  # the name as it is stored
    data: bytes | None = None
    size: int | None = None
    error: Failure | None = None
    inner: Container | None = None  # a nested archive; read it before the next member


@dataclass(frozen=True, slots=True)
class Container:
    """An open archive, whose members can be iterated over once."""

    members: Callable[[ReadOptions], Iterator[Member]]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read an archive: size limit, whether to read contents and to open nested archives."""

    max_size: int = MAX_FILE_SIZE
    contents: bool = True
    nested: bool = True


def open_archive(file: IO[bytes], name: str) -> Container | None:
    """Open a file as an archive, recognized by its content; None if it is a document.

    Raises the libraries' exceptions if it is a damaged archive.
    """
    head = file.read(SNIFF_BYTES)
    if head.startswith(ZIP_MAGICS):
        return None if name.lower().endswith(ZIPPED_DOCUMENT_SUFFIXES) else _zip(head, file)
    stream = cast("IO[bytes]", io.BufferedReader(_PrependedStream(head, file)))
    for magic, decompress in COMPRESSIONS:
        if head.startswith(magic):
            return _compressed(decompress(stream), name)
    return _tar(stream) if _is_tar(head) else None


def is_archive(head: bytes) -> bool:
    """Whether a file with these first bytes may be an archive."""
    return head.startswith(ARCHIVE_MAGICS) or _is_tar(head)


# --- zip ----------------------------------------------------------------------------------------


def _zip(head: bytes, file: IO[bytes]) -> Container | None:
    seekable = file if file.seekable() else io.BytesIO(head + file.read())
    try:
        archive = zipfile.ZipFile(seekable)
    except zipfile.BadZipFile:
        archive = None
    if archive is None or _is_of_a_member(archive, head):
        if first_name(head).startswith(ZIPPED_DOCUMENT_FIRST_MEMBERS):
            return None  # the reader says that the document is damaged
        return Container(lambda options: _recovered_members(seekable, options))
    if not archive.NameToInfo or ZIPPED_DOCUMENT_MEMBERS.intersection(archive.NameToInfo):
        return None  # the reader says that an archive holds nothing
    return Container(lambda options: _zip_members(archive, options))


def _is_of_a_member(archive: zipfile.ZipFile, head: bytes) -> bool:
    """Whether the directory of a cut-off archive is that of a zip file stored in it."""
    first = min((info.header_offset for info in archive.infolist()), default=0)
    return first > 0 and head.startswith(LOCAL_SIGNATURE)


def _zip_members(archive: zipfile.ZipFile, options: ReadOptions) -> Iterator[Member]:
    for info in archive.infolist():
        if info.is_dir():
            continue
        raw = _zip_name(info)
        if info.flag_bits & FLAG_ENCRYPTED:
            error = Failure("encrypted", "the archive asks for a password")
            yield Member(raw, size=info.file_size, error=error)
            continue
        try:
            with archive.open(info) as stream:
                if (special := _special_type(info)) is not None:
                    yield Member(raw, size=0, error=_special_file_error(special, stream))
                else:
                    yield from _member(raw, stream, info.file_size, options)
        except Exception as error:  # noqa: BLE001  a hostile member may raise anything
            yield Member(raw, size=info.file_size, error=archive_error(error))


def _recovered_members(file: IO[bytes], options: ReadOptions) -> Iterator[Member]:
    """The complete members of an archive that has lost its central directory."""
    file.seek(0)
    for header, data in recover_members(file, options.max_size):
        if data is None:
            yield Member(header.raw, size=header.size, error=_recovery_error(header, options))
        elif not header.raw.endswith(b"/"):
            yield from _member(header.raw, io.BytesIO(data), len(data), options)
    raise zipfile.BadZipFile("its central directory is missing or damaged")


def _recovery_error(header: LocalHeader, options: ReadOptions) -> Failure:
    if header.flags & FLAG_ENCRYPTED:
        return Failure("encrypted", "the archive asks for a password")
    if header.size > options.max_size:
        return Failure("too-large", TOO_LARGE_MESSAGE.format(options.max_size))
    return Failure("archive", f"cannot be unpacked: compression method {header.method}")


def _special_type(info: zipfile.ZipInfo) -> int | None:
    """The Unix file type of a link, pipe or device; None for a regular file."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    return None if kind in (0, stat.S_IFREG) else kind


def _special_file_error(kind: int, stream: IO[bytes]) -> Failure:
    """The failure for a member that is not a regular file; a link's contents are its target."""
    if kind == stat.S_IFLNK:
        target = stream.read(LONGEST_LINK).decode("utf-8", "backslashreplace")
        return Failure("special", f"is a link inside the archive, to {target!r}")
    return Failure("special", "is a device or a pipe, not a file")


def _zip_name(info: zipfile.ZipInfo) -> bytes:
    """The bytes of a name: `zipfile` decodes names without the UTF-8 flag as code page 437."""
    encoding = "utf-8" if info.flag_bits & FLAG_UTF8 else "cp437"
    return info.orig_filename.encode(encoding, "surrogateescape")


# --- tar ----------------------------------------------------------------------------------------


def _is_tar(head: bytes) -> bool:
    try:
        tarfile.TarInfo.frombuf(head, "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


def _tar(stream: IO[bytes]) -> Container:
    return Container(lambda options: _tar_members(stream, options))


def _tar_members(stream: IO[bytes], options: ReadOptions) -> Iterator[Member]:
    with tarfile.open(
        fileobj=stream, mode="r|", encoding="utf-8", errors="surrogateescape"
    ) as archive:
        for info in archive:
            # tarfile keeps all headers; an archive may have millions
            vars(archive)["members"].clear()
            raw = info.name.encode("utf-8", "surrogateescape")
            if info.isfile():
                yield from _member(
                    raw, cast("IO[bytes]", archive.extractfile(info)), info.size, options
                )
            elif not info.isdir():
                yield Member(raw, size=0, error=_tar_special_error(info))


def _tar_special_error(info: tarfile.TarInfo) -> Failure:
    if info.issym() or info.islnk():
        return Failure("special", f"is a link inside the archive, to {info.linkname!r}")
    return Failure("special", "is a device or a pipe, not a file")


# --- compressed files ---------------------------------------------------------------------------


def _compressed(stream: IO[bytes], name: str) -> Container:
    """A compressed tar archive, or one compressed file, which is then the only member."""
    head = _read_fully(stream, SNIFF_BYTES)
    stream_from_start = cast("IO[bytes]", io.BufferedReader(_PrependedStream(head, stream)))
    if _is_tar(head):
        return _tar(stream_from_start)
    own = name.rpartition("/")[2]
    suffix = next((s for s in COMPRESSION_SUFFIXES if own.lower().endswith(s)), "")
    raw = own[: len(own) - len(suffix)].encode("utf-8", "surrogateescape")
    return Container(lambda options: _member(raw, stream_from_start, None, options))


def _open_zstd(file: IO[bytes]) -> IO[bytes]:
    """Open a Zstandard file: with Python 3.14 or one of the packages that can."""
    for module in ("compression.zstd", "backports.zstd", "zstandard"):
        try:
            return cast("IO[bytes]", importlib.import_module(module).open(file, "rb"))
        except ImportError:
            continue
    raise NotImplementedError("needs Python 3.14 or `pip install zstandard`")


# --- a member -----------------------------------------------------------------------------------


def _member(
    raw: bytes, stream: IO[bytes], size: int | None, options: ReadOptions
) -> Iterator[Member]:
    """Read a member, or open it if it is a nested archive."""
    head = _read_fully(stream, SNIFF_BYTES)
    stream_from_start = cast("IO[bytes]", io.BufferedReader(_PrependedStream(head, stream)))
    if options.nested and is_archive(head):
        yield _nested_archive(raw, head, stream_from_start, options)
    elif options.contents:
        yield _read_member(raw, stream_from_start, size, options.max_size)
    else:
        yield Member(raw, size=size)


def _nested_archive(raw: bytes, head: bytes, stream: IO[bytes], options: ReadOptions) -> Member:
    try:
        return _open_nested(raw, head, stream, options)
    except Exception as error:  # noqa: BLE001  a hostile archive may raise anything
        return Member(raw, error=archive_error(error))


def _open_nested(raw: bytes, head: bytes, stream: IO[bytes], options: ReadOptions) -> Member:
    if not head.startswith(ZIP_MAGICS):  # streamed, of any size
        inner = open_archive(stream, raw.decode("utf-8", "surrogateescape"))
        return Member(raw, inner=inner)
    whole = _read_member(raw, stream, None, options.max_size)  # its central directory is at the end
    if whole.data is None:
        return whole
    inner = open_archive(io.BytesIO(whole.data), raw.decode("utf-8", "surrogateescape"))
    return Member(raw, inner=inner, size=whole.size) if inner else whole


def _read_member(raw: bytes, stream: IO[bytes], size: int | None, max_size: int) -> Member:
    data = stream.read(max_size + 1)
    if len(data) > max_size:
        return Member(
            raw, size=size, error=Failure("too-large", TOO_LARGE_MESSAGE.format(max_size))
        )
    return Member(raw, data=data, size=len(data))


def archive_error(error: Exception) -> Failure:
    """The failure for an exception raised while reading an archive or a member."""
    reason = str(error) or type(error).__name__
    if isinstance(error, NotImplementedError):
        return Failure("archive", f"cannot be unpacked: {reason}")
    return Failure("archive", f"is broken: {reason}; what could be read before it is kept")


def _read_fully(stream: IO[bytes], size: int) -> bytes:
    """Read `size` bytes, or to the end; one `read` of a compressed file may return fewer."""
    parts = []
    while size and (part := stream.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


class _PrependedStream(io.RawIOBase):
    """A stream with the bytes that were already read put back in front."""

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        super().__init__()
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]  # as BufferedReader calls it
        data = self._head[: len(buffer)] or self._stream.read(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)
