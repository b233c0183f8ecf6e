"""A damaged PDF made readable: its objects searched for, and a new list of them put at its end."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

OBJECT = re.compile(rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+obj\b")
STREAM = re.compile(rb"stream\r?\n")
CATALOG = re.compile(rb"/Type\s*/Catalog\b")
PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
PACKED = re.compile(rb"/Type\s*/ObjStm\b")
FIRST = re.compile(rb"/First\s+(\d+)")
PAGES_REF = re.compile(rb"/Pages\s+(\d+)\s+\d+\s+R")

LONGEST_HEAD = 20_000  # bytes of an object that are looked at
MOST_UNPACKED = 30_000_000
PLAIN, IN_STREAM = 1, 2  # kinds of an entry in a list of objects


class Found(NamedTuple):
    """An object: where it stands, or in which stream and as which there, and how it begins."""

    kind: int
    place: int
    rank: int
    head: bytes


def repaired(data: bytes) -> bytes | None:
    """The file with a new end that names its objects; None if it has no pages or is encrypted."""
    if b"/Encrypt" in data or b"endobj" not in data:
        return None
    data = _closed(data)
    found = _objects(data)
    pages = sorted(number for number, one in found.items() if PAGE.search(one.head))
    root = _root(found)
    if root is None and not pages:
        return None
    if root is None:
        root = max(found) + 1
        for number, body in ((root, _catalogue(root + 1)), (root + 1, _tree(pages))):
            found[number] = Found(PLAIN, len(data), 0, body)
            data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    return data + _listing(found, root, len(data))


def _closed(data: bytes) -> bytes:
    """The file without half an object at its end, which would swallow what comes after it.

    Half a stream is kept: it may be the text of a page.
    """
    whole = data.rfind(b"endobj") + len(b"endobj")
    half = STREAM.search(data, whole)
    if half and OBJECT.search(data, whole, half.start()) and b"endstream" not in data[whole:]:
        return data + b"\nendstream\nendobj\n"
    return data[:whole] + b"\n"


def _objects(data: bytes) -> dict[int, Found]:
    """The objects by their numbers; the last of a number counts."""
    places = list(OBJECT.finditer(data))
    found: dict[int, Found] = {}
    for match, after in zip(places, [*places[1:], None], strict=True):
        end = after.start() if after else len(data)
        body = data[match.end() : min(end, match.end() + LONGEST_HEAD)]
        stream = STREAM.search(body)
        head = body[: stream.start()] if stream else body
        number = int(match[1])
        found[number] = Found(PLAIN, match.start(), 0, head)
        if stream and PACKED.search(head):
            packed = data[match.end() + stream.end() : end]
            found |= dict(_unpacked(number, head, packed))
    return found


def _unpacked(holder: int, head: bytes, packed: bytes) -> Iterator[tuple[int, Found]]:
    """The objects of an object stream."""
    first = FIRST.search(head)
    try:
        plain = zlib.decompressobj().decompress(packed, MOST_UNPACKED)
    except zlib.error:
        return
    if first is None:
        return
    start = int(first[1])
    numbers = [int(n) for n in plain[:start].split() if n.isdigit()]
    places = list(zip(numbers[::2], numbers[1::2], strict=False))
    ends = [place for _, place in places[1:]] + [len(plain) - start]
    for index, ((number, place), end) in enumerate(zip(places, ends, strict=True)):
        yield number, Found(IN_STREAM, holder, index, plain[start + place : start + end])


def _root(found: dict[int, Found]) -> int | None:
    """The catalogue, if its tree of pages is there too."""
    for number, one in reversed(found.items()):
        tree = PAGES_REF.search(one.head) if CATALOG.search(one.head) else None
        if tree and int(tree[1]) in found:
            return number
    return None


def _catalogue(tree: int) -> bytes:
    return b"<</Type/Catalog/Pages %d 0 R>>" % tree


def _tree(pages: list[int]) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in pages)
    return b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids)


def _listing(found: dict[int, Found], root: int, place: int) -> bytes:
    """A list of objects as a stream, which unlike a table can name those in streams."""
    numbers = sorted(found)
    entries = b"".join(
        b"%c%s%s" % (one.kind, one.place.to_bytes(8), one.rank.to_bytes(4))
        for one in map(found.__getitem__, numbers)
    )
    index = b" ".join(b"%d 1" % number for number in numbers)
    head = b"<</Type/XRef/W[1 8 4]/Size %d/Root %d 0 R/Index[%s]/Length %d>>"
    said = head % (numbers[-1] + 2, root, index, len(entries))
    return b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (
        numbers[-1] + 1,
        said,
        entries,
        place,
    )
