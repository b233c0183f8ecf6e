"""Read a zip archive without its central directory: truncated downloads, damaged disks.

Each member follows a local file header (APPNOTE.TXT 4.3.7) with its name, its compression method
and, unless bit 3 of the flags is set, its sizes.  The members that are complete are read one by
one, in order; the first that is not ends the archive.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, NamedTuple

LOCAL_HEADER = struct.Struct("<4s5H3L2H")
LOCAL_SIGNATURE = b"PK\x03\x04"
DESCRIPTOR_SIGNATURE = b"PK\x07\x08"
CENTRAL_SIGNATURES = (b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06")
FLAG_ENCRYPTED = 0x1
FLAG_DESCRIPTOR = 0x8
STORED, DEFLATED = 0, 8
ZIP64_EXTRA = 1
ZIP64_SIZE = 0xFFFFFFFF
CHUNK = 65_536  # bytes


class LocalHeader(NamedTuple):
    """The header before a member."""

    raw: bytes  # the name as it is stored
    flags: int
    method: int
    crc: int
    compressed_size: int
    size: int

    @property
    def has_sizes(self) -> bool:
        """Whether CRC and sizes are in the header, not behind the member."""
        return not self.flags & FLAG_DESCRIPTOR


def first_name(head: bytes) -> bytes:
    """The name of the first member, from the first bytes of an archive; empty if there is none."""
    if len(head) < LOCAL_HEADER.size or not head.startswith(LOCAL_SIGNATURE):
        return b""
    length = LOCAL_HEADER.unpack_from(head)[-2]
    return head[LOCAL_HEADER.size : LOCAL_HEADER.size + length]


def recover_members(file: IO[bytes], max_size: int) -> Iterator[tuple[LocalHeader, bytes | None]]:
    """The complete members of an archive that begins at the position of the file.

    The contents are None for a member larger than `max_size` or encrypted.  Raises `BadZipFile` at
    the first member that is incomplete or that cannot be read without the central directory.
    """
    while (header := _read_header(file)) is not None:
        if header.flags & FLAG_ENCRYPTED or header.method not in (STORED, DEFLATED):
            _skip(file, header)
            yield header, None
        elif header.method == STORED:
            yield header, _read_stored(file, header, max_size)
        else:
            yield header, _read_deflated(file, header, max_size)


def _read_header(file: IO[bytes]) -> LocalHeader | None:
    """The next local header; None at the central directory, which ends the members."""
    head = file.read(LOCAL_HEADER.size)
    if head.startswith(CENTRAL_SIGNATURES):
        return None
    if len(head) < LOCAL_HEADER.size or not head.startswith(LOCAL_SIGNATURE):
        raise zipfile.BadZipFile("the archive is truncated or damaged")
    fields = LOCAL_HEADER.unpack(head)
    (_, _, flags, method, _, _, crc, compressed_size, size, name_length, extra_length) = fields
    raw, extra = _read_exactly(file, name_length), _read_exactly(file, extra_length)
    if ZIP64_SIZE in (compressed_size, size):
        size, compressed_size = _zip64_sizes(extra) or (size, compressed_size)
    return LocalHeader(raw, flags, method, crc, compressed_size, size)


def _zip64_sizes(extra: bytes) -> tuple[int, int] | None:
    """Size and compressed size from the ZIP64 extra field (4.5.3)."""
    while len(extra) >= 4:  # noqa: PLR2004  identifier and length
        kind, length = struct.unpack_from("<HH", extra)
        if kind == ZIP64_EXTRA and length >= 16:  # noqa: PLR2004  two sizes of eight bytes
            size, compressed_size = struct.unpack_from("<QQ", extra, 4)
            return size, compressed_size
        extra = extra[4 + length :]
    return None


def _skip(file: IO[bytes], header: LocalHeader) -> None:
    if not header.has_sizes:
        raise zipfile.BadZipFile("the size of a member is unknown")
    for start in range(0, header.compressed_size, CHUNK):
        _read_exactly(file, min(CHUNK, header.compressed_size - start))


def _read_stored(file: IO[bytes], header: LocalHeader, max_size: int) -> bytes | None:
    if not header.has_sizes or header.compressed_size > max_size:
        _skip(file, header)
        return None
    data = _read_exactly(file, header.compressed_size)
    _check(zlib.crc32(data), header.crc)
    return data


def _read_deflated(file: IO[bytes], header: LocalHeader, max_size: int) -> bytes | None:
    """Decompress to the end of the deflate stream, which marks its own end."""
    stream, parts, kept, crc = zlib.decompressobj(-zlib.MAX_WBITS), [], 0, 0
    while not stream.eof:
        packed = stream.unconsumed_tail or file.read(CHUNK)
        part = stream.decompress(packed, CHUNK)
        if not packed and not part:
            raise zipfile.BadZipFile("the archive is truncated or damaged")
        crc, kept = zlib.crc32(part, crc), kept + len(part)
        if kept <= max_size:
            parts.append(part)
    file.seek(-len(stream.unused_data), 1)
    _check(crc, header.crc if header.has_sizes else _read_descriptor(file))
    return b"".join(parts) if kept <= max_size else None


def _read_descriptor(file: IO[bytes]) -> int:
    """The CRC of the data descriptor (4.3.9); its signature is optional, its sizes 4 or 8 bytes."""
    start = _read_exactly(file, 4)
    crc = _read_exactly(file, 4) if start == DESCRIPTOR_SIGNATURE else start
    _read_exactly(file, 8)
    following = file.read(4)
    file.seek(-len(following), 1)
    if following and not following.startswith((LOCAL_SIGNATURE, *CENTRAL_SIGNATURES)):
        _read_exactly(file, 8)  # ZIP64
    return int.from_bytes(crc, "little")


def _read_exactly(file: IO[bytes], size: int) -> bytes:
    data = file.read(size)
    if len(data) < size:
        raise zipfile.BadZipFile("the archive is truncated")
    return data


def _check(found: int, stated: int) -> None:
    if found != stated:
        raise zipfile.BadZipFile("the checksum of a member is wrong")
