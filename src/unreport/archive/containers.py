"""Zip, tar and compressed files: their members one after the other, nothing unpacked to disk."""

from __future__ import annotations

import bz2
import gzip
import importlib
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, cast

from unreport.archive.outcome import Failure

HEAD = 512  # bytes that tell what a file is: a tar's first header is as long
LARGEST = 256 * 2**20
"""Bytes of the largest member that is read."""

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
ZSTD = b"\x28\xb5\x2f\xfd"
PACKED: tuple[tuple[bytes, Callable[[IO[bytes]], IO[bytes]]], ...] = (
    (b"\x1f\x8b", lambda file: cast("IO[bytes]", gzip.GzipFile(fileobj=file))),
    (b"BZh", lambda file: cast("IO[bytes]", bz2.BZ2File(file))),
    (b"\xfd7zXZ\x00", lambda file: cast("IO[bytes]", lzma.LZMAFile(file))),  # noqa: SIM115
    (ZSTD, lambda file: _unzstd(file)),  # noqa: PLW0108  it stands further down
)
MAGICS = (*ZIP, *(magic for magic, _ in PACKED))
PACKED_SUFFIXES = (".gz", ".bz2", ".xz", ".zst", ".zstd")
DOCUMENTS = (  # zip files that are one document
    *(".docx", ".docm", ".dotx", ".dotm", ".xlsx", ".xlsm", ".pptx", ".pptm"),
    *(".odt", ".ott", ".ods", ".odp", ".epub", ".jar", ".kmz"),
)
DOCUMENT_MEMBERS = frozenset(("[Content_Types].xml", "mimetype", "word/document.xml"))
UTF8_NAME = 0x800  # zip's flag
ENCRYPTED = 0x1
TOO_LARGE = "is larger than {:,} bytes; raise the limit on size to read it"


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive: its contents, or why they cannot be read."""

    raw: bytes  # the name as it is stored
    data: bytes | None = None
    size: int | None = None
    fault: Failure | None = None
    inner: Container | None = None  # it is an archive itself; to be read before the next member


@dataclass(frozen=True, slots=True)
class Container:
    """An opened archive, which gives its members once; `contents=False` leaves `data` out."""

    walk: Callable[[Wanted], Iterator[Member]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to read of an archive."""

    largest: int = LARGEST
    contents: bool = True
    nested: bool = True


def opened(file: IO[bytes], name: str) -> Container | None:
    """The archive that a file is, told by its content; None if it is a document.

    Raises what the libraries raise where it is an archive and is broken.
    """
    head = file.read(HEAD)
    if head.startswith(ZIP):
        return None if name.lower().endswith(DOCUMENTS) else _zip(head, file)
    stream = cast("IO[bytes]", io.BufferedReader(_Rejoined(head, file)))
    for magic, unpack in PACKED:
        if head.startswith(magic):
            return _packed(unpack(stream), name)
    return _tar(stream) if _is_tar(head) else None


def is_archive(head: bytes) -> bool:
    """Whether a file that begins so may be an archive."""
    return head.startswith(MAGICS) or _is_tar(head)


# --- zip ----------------------------------------------------------------------------------------


def _zip(head: bytes, file: IO[bytes]) -> Container | None:
    seekable = file if file.seekable() else io.BytesIO(head + file.read())
    archive = zipfile.ZipFile(seekable)
    if DOCUMENT_MEMBERS.intersection(archive.NameToInfo):
        return None
    return Container(lambda wanted: _zip_members(archive, wanted))


def _zip_members(archive: zipfile.ZipFile, wanted: Wanted) -> Iterator[Member]:
    for info in archive.infolist():
        if info.is_dir():
            continue
        raw = _zip_name(info)
        if info.flag_bits & ENCRYPTED:
            fault = Failure("encrypted", "the archive asks for a password")
            yield Member(raw, size=info.file_size, fault=fault)
            continue
        try:
            with archive.open(info) as stream:
                yield from _member(raw, stream, info.file_size, wanted)
        except Exception as error:  # noqa: BLE001  a hostile member may raise anything
            yield Member(raw, size=info.file_size, fault=broken(error))


def _zip_name(info: zipfile.ZipInfo) -> bytes:
    """The bytes of a name: what is not marked as UTF-8 was read as if it were code page 437."""
    encoding = "utf-8" if info.flag_bits & UTF8_NAME else "cp437"
    return info.orig_filename.encode(encoding, "surrogateescape")


# --- tar ----------------------------------------------------------------------------------------


def _is_tar(head: bytes) -> bool:
    try:
        tarfile.TarInfo.frombuf(head, "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


def _tar(stream: IO[bytes]) -> Container:
    return Container(lambda wanted: _tar_members(stream, wanted))


def _tar_members(stream: IO[bytes], wanted: Wanted) -> Iterator[Member]:
    with tarfile.open(
        fileobj=stream, mode="r|", encoding="utf-8", errors="surrogateescape"
    ) as archive:
        for info in archive:
            # tarfile keeps them all; an archive may have millions
            vars(archive)["members"].clear()
            raw = info.name.encode("utf-8", "surrogateescape")
            if info.isfile():
                yield from _member(
                    raw, cast("IO[bytes]", archive.extractfile(info)), info.size, wanted
                )
            elif not info.isdir():
                yield Member(raw, size=0, fault=_special(info))


def _special(info: tarfile.TarInfo) -> Failure:
    if info.issym() or info.islnk():
        return Failure("special", f"is a link inside the archive, to {info.linkname!r}")
    return Failure("special", "is a device or a pipe, not a file")


# --- compressed files ---------------------------------------------------------------------------


def _packed(stream: IO[bytes], name: str) -> Container:
    """A compressed tar, or one compressed file, which then is its only member."""
    head = _filled(stream, HEAD)
    rejoined = cast("IO[bytes]", io.BufferedReader(_Rejoined(head, stream)))
    if _is_tar(head):
        return _tar(rejoined)
    own = name.rpartition("/")[2]
    suffix = next((s for s in PACKED_SUFFIXES if own.lower().endswith(s)), "")
    raw = own[: len(own) - len(suffix)].encode("utf-8", "surrogateescape")
    return Container(lambda wanted: _member(raw, rejoined, None, wanted))


def _unzstd(file: IO[bytes]) -> IO[bytes]:
    """Zstandard: in Python from 3.14 on, or by one of the packages that read it."""
    for module in ("compression.zstd", "backports.zstd", "zstandard"):
        try:
            return cast("IO[bytes]", importlib.import_module(module).open(file, "rb"))
        except ImportError:
            continue
    raise NotImplementedError("needs Python 3.14 or `pip install zstandard`")


# --- a member -----------------------------------------------------------------------------------


def _member(raw: bytes, stream: IO[bytes], size: int | None, wanted: Wanted) -> Iterator[Member]:
    """Read a member, unless it is an archive that may be opened in its turn."""
    head = _filled(stream, HEAD)
    rejoined = cast("IO[bytes]", io.BufferedReader(_Rejoined(head, stream)))
    if wanted.nested and is_archive(head):
        yield _nested(raw, head, rejoined, wanted)
    elif wanted.contents:
        yield _read(raw, rejoined, size, wanted.largest)
    else:
        yield Member(raw, size=size)


def _nested(raw: bytes, head: bytes, stream: IO[bytes], wanted: Wanted) -> Member:
    try:
        return _opened_inside(raw, head, stream, wanted)
    except Exception as error:  # noqa: BLE001  a hostile archive may raise anything
        return Member(raw, fault=broken(error))


def _opened_inside(raw: bytes, head: bytes, stream: IO[bytes], wanted: Wanted) -> Member:
    if not head.startswith(ZIP):  # streamed through, however large
        inner = opened(stream, raw.decode("utf-8", "surrogateescape"))
        return Member(raw, inner=inner)
    whole = _read(raw, stream, None, wanted.largest)  # its list of contents stands at its end
    if whole.data is None:
        return whole
    inner = opened(io.BytesIO(whole.data), raw.decode("utf-8", "surrogateescape"))
    return Member(raw, inner=inner, size=whole.size) if inner else whole


def _read(raw: bytes, stream: IO[bytes], size: int | None, largest: int) -> Member:
    data = stream.read(largest + 1)
    if len(data) > largest:
        return Member(raw, size=size, fault=Failure("too-large", TOO_LARGE.format(largest)))
    return Member(raw, data=data, size=len(data))


def broken(error: Exception) -> Failure:
    """Why an archive or one of its members cannot be read."""
    reason = str(error) or type(error).__name__
    if isinstance(error, NotImplementedError):
        return Failure("archive", f"cannot be unpacked: {reason}")
    return Failure("archive", f"is broken: {reason}; what could be read before it is kept")


def _filled(stream: IO[bytes], size: int) -> bytes:
    """Read as much as asked for, if there is as much; compressed files give less at a time."""
    parts = []
    while size and (part := stream.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


class _Rejoined(io.RawIOBase):
    """A stream with what was read of it put back in front."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        super().__init__()
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]  # as BufferedReader calls it
        data = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)
