"""What is asked of the bytes before a PDF is opened: that no stream unpacks beyond its limit."""

from __future__ import annotations

import re
import zlib

from unreport.errors import LimitExceeded
from unreport.pdf.limits import Clock

STREAM = re.compile(rb"stream\r?\n")
STEP = 1 << 20
LAYERS = 3  # a packed stream may hold a packed stream


def guard(data: bytes, limit: int | None, clock: Clock) -> None:
    """Raise `LimitExceeded` if a compressed stream is a bomb."""
    if limit is None:
        return
    for found in STREAM.finditer(data):
        if data[found.end() : found.end() + 1] in {b"x", b"h", b"X", b"8"}:
            _unpack(memoryview(data)[found.end() :], limit, clock, LAYERS)


def _unpack(packed: memoryview | bytes, limit: int, clock: Clock, layers: int) -> None:
    inflate = zlib.decompressobj()
    size = 0
    head = b""
    at = 0
    try:
        while not inflate.eof and at < len(packed):
            feed: memoryview | bytes = packed[at : at + STEP]
            at += STEP
            while feed and not inflate.eof:
                out = inflate.decompress(feed, STEP)
                feed = inflate.unconsumed_tail
                size += len(out)
                head = head or out
                _check(size, limit)
                clock.tick()
    except zlib.error:
        return
    if layers > 1 and head[:1] == b"x":
        _unpack(head, limit, clock, layers - 1)


def _check(size: int, limit: int) -> None:
    if size > limit:
        raise LimitExceeded(
            f"a stream of the file unpacks to more than {limit // 1_000_000} MB; "
            "if the file can be trusted, allow more"
        )
