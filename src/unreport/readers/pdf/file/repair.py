"""A damaged PDF with its cross-reference table rebuilt: objects scanned for, a new one appended."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

OBJECT = re.compile(rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+obj\b")
STREAM = re.compile(rb"stream\r?\n")
CATALOG = re.compile(rb"/Type\s*/Catalog\b")
PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
OBJECT_STREAM = re.compile(rb"/Type\s*/ObjStm\b")
FIRST_OFFSET = re.compile(rb"/First\s+(\d+)")
PAGES_REF = re.compile(rb"/Pages\s+(\d+)\s+\d+\s+R")

MAX_DICTIONARY = 20_000  # bytes of an object that are searched
MAX_DECODED = 30_000_000
IN_FILE, IN_STREAM = 1, 2  # types of entries in a cross-reference stream


class ObjectLocation(NamedTuple):
    """A cross-reference entry of an object, and the object's dictionary."""

    kind: int
    offset: int  # or the number of its object stream
    index_in_stream: int
    dictionary: bytes


def rebuilt(data: bytes) -> bytes | None:
    """The file with a new cross-reference stream; None if it has no pages or is encrypted."""
    if b"/Encrypt" in data or b"endobj" not in data:
        return None
    data = _truncated(data)
    objects = _objects(data)
    pages = sorted(number for number, found in objects.items() if PAGE.search(found.dictionary))
    root = _root(objects)
    if root is None and not pages:
        return None
    if root is None:
        root = max(objects) + 1
        for number, body in ((root, _catalog(root + 1)), (root + 1, _pages(pages))):
            objects[number] = ObjectLocation(IN_FILE, len(data), 0, body)
            data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    return data + _xref_stream(objects, root, len(data))


def _truncated(data: bytes) -> bytes:
    """The file without an incomplete object at its end, which would include what is appended.

    An incomplete stream is kept: it may be the content of a page.
    """
    end = data.rfind(b"endobj") + len(b"endobj")
    partial = STREAM.search(data, end)
    if partial and OBJECT.search(data, end, partial.start()) and b"endstream" not in data[end:]:
        return data + b"\nendstream\nendobj\n"
    return data[:end] + b"\n"


def _objects(data: bytes) -> dict[int, ObjectLocation]:
    """The objects by their numbers; the last one of a number is valid."""
    offsets = list(OBJECT.finditer(data))
    objects: dict[int, ObjectLocation] = {}
    for match, after in zip(offsets, [*offsets[1:], None], strict=True):
        end = after.start() if after else len(data)
        body = data[match.end() : min(end, match.end() + MAX_DICTIONARY)]
        stream = STREAM.search(body)
        dictionary = body[: stream.start()] if stream else body
        number = int(match[1])
        objects[number] = ObjectLocation(IN_FILE, match.start(), 0, dictionary)
        if stream and OBJECT_STREAM.search(dictionary):
            encoded = data[match.end() + stream.end() : end]
            objects |= dict(_objects_in_stream(number, dictionary, encoded))
    return objects


def _objects_in_stream(
    holder: int, dictionary: bytes, encoded: bytes
) -> Iterator[tuple[int, ObjectLocation]]:
    """The objects of an object stream."""
    first = FIRST_OFFSET.search(dictionary)
    try:
        decoded = zlib.decompressobj().decompress(encoded, MAX_DECODED)
    except zlib.error:
        return
    if first is None:
        return
    start = int(first[1])
    numbers = [int(n) for n in decoded[:start].split() if n.isdigit()]
    offsets = list(zip(numbers[::2], numbers[1::2], strict=False))
    ends = [offset for _, offset in offsets[1:]] + [len(decoded) - start]
    for index, ((number, offset), end) in enumerate(zip(offsets, ends, strict=True)):
        body = decoded[start + offset : start + end]
        yield number, ObjectLocation(IN_STREAM, holder, index, body)


def _root(objects: dict[int, ObjectLocation]) -> int | None:
    """The object number of the catalog, if its page tree is there too."""
    for number, (_, _, _, dictionary) in reversed(objects.items()):
        tree = PAGES_REF.search(dictionary) if CATALOG.search(dictionary) else None
        if tree and int(tree[1]) in objects:
            return number
    return None


def _catalog(tree: int) -> bytes:
    return b"<</Type/Catalog/Pages %d 0 R>>" % tree


def _pages(pages: list[int]) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in pages)
    return b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids)


def _xref_stream(objects: dict[int, ObjectLocation], root: int, offset: int) -> bytes:
    """A cross-reference stream, which unlike a table can refer to objects in streams."""
    numbers = sorted(objects)
    entries = b"".join(
        b"%c%s%s" % (found.kind, found.offset.to_bytes(8), found.index_in_stream.to_bytes(4))
        for found in map(objects.__getitem__, numbers)
    )
    index = b" ".join(b"%d 1" % number for number in numbers)
    dictionary = b"<</Type/XRef/W[1 8 4]/Size %d/Root %d 0 R/Index[%s]/Length %d>>"
    stream_dictionary = dictionary % (numbers[-1] + 2, root, index, len(entries))
    return b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (
        numbers[-1] + 1,
        stream_dictionary,
        entries,
        offset,
    )
