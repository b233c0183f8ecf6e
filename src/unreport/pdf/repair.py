"""A damaged PDF made readable: its objects searched for, and a new list of pages put at its end."""

from __future__ import annotations

import re
import zlib

OBJECT = re.compile(rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+obj\b")
STREAM = re.compile(rb"stream\r?\n")
CATALOG = re.compile(rb"/Type\s*/Catalog\b")
PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
PACKED = re.compile(rb"/Type\s*/ObjStm\b")
FIRST = re.compile(rb"/First\s+(\d+)")
PAGES_REF = re.compile(rb"/Pages\s+(\d+)\s+\d+\s+R")

LONGEST_HEAD = 20_000  # bytes of an object that are looked at
MOST_UNPACKED = 30_000_000


def repaired(data: bytes) -> bytes | None:
    """The file with a new end that names its pages; None if there are none or it is encrypted."""
    whole = data.rfind(b"endobj")
    if b"/Encrypt" in data or whole < 0:
        return None
    data = data[:whole] + b"endobj\n"  # half an object would swallow what comes after it
    heads = _heads(data)
    pages = sorted(number for number, head in heads.items() if PAGE.search(head))
    root = _root(heads)
    if root is None and not pages:
        return None
    return data + (_pointing(root) if root is not None else _listing(pages, max(heads)))


def _heads(data: bytes) -> dict[int, bytes]:
    """What each object begins with, by its number; the last of a number counts."""
    found = list(OBJECT.finditer(data))
    heads: dict[int, bytes] = {}
    for match, after in zip(found, [*found[1:], None], strict=True):
        end = after.start() if after else len(data)
        body = data[match.end() : min(end, match.end() + LONGEST_HEAD)]
        stream = STREAM.search(body)
        head = body[: stream.start()] if stream else body
        heads[int(match[1])] = head
        if stream and PACKED.search(head):
            heads |= _unpacked(head, data[match.end() + stream.end() : end])
    return heads


def _unpacked(head: bytes, packed: bytes) -> dict[int, bytes]:
    """The objects of an object stream."""
    first = FIRST.search(head)
    try:
        plain = zlib.decompressobj().decompress(packed, MOST_UNPACKED)
    except zlib.error:
        return {}
    if first is None:
        return {}
    start = int(first[1])
    numbers = [int(n) for n in plain[:start].split() if n.isdigit()]
    places = list(zip(numbers[::2], numbers[1::2], strict=False))
    ends = [place for _, place in places[1:]] + [len(plain) - start]
    return {
        number: plain[start + place : start + end]
        for (number, place), end in zip(places, ends, strict=True)
    }


def _root(heads: dict[int, bytes]) -> int | None:
    """The catalogue, if its tree of pages is there too."""
    for number, head in reversed(heads.items()):
        tree = PAGES_REF.search(head) if CATALOG.search(head) else None
        if tree and int(tree[1]) in heads:
            return number
    return None


def _pointing(root: int) -> bytes:
    return b"trailer\n<</Root %d 0 R>>\n%%%%EOF\n" % root


def _listing(pages: list[int], last: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in pages)
    return (
        b"%d 0 obj\n<</Type/Catalog/Pages %d 0 R>>\nendobj\n" % (last + 1, last + 2)
        + b"%d 0 obj\n<</Type/Pages/Count %d/Kids[%s]>>\nendobj\n" % (last + 2, len(pages), kids)
        + _pointing(last + 1)
    )
