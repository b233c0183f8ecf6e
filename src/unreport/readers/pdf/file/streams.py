"""Packed streams: unpacked piece by piece with an eye on the limits, as far as they are sound."""

from __future__ import annotations

import zlib
from base64 import a85decode
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any, TypeAlias

from pdfminer.ascii85 import asciihexdecode
from pdfminer.lzw import LZWDecoder
from pdfminer.pdftypes import PDFStream, int_value
from pdfminer.psparser import LIT
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from unreport.errors import LimitExceeded
from unreport.readers.pdf.file.limits import Clock

STEP = 1 << 20
MOST_FILTERS = 12
MOST_STRUCTURE = 32_000_000  # bytes of a stream that holds objects or their places
STRUCTURE = (LIT("ObjStm"), LIT("XRef"))
END_OF_RUNS = 128

Pieces: TypeAlias = Iterator[bytes]


class Stream(PDFStream):
    """A stream of the file that knows the limits and says when it is damaged."""

    _clock: Clock
    _damaged: list[str]

    def watch(self, clock: Clock, damaged: list[str]) -> None:
        """Set the clock that is asked, and where damage is said."""
        self._clock = clock
        self._damaged = damaged

    def decode(self) -> None:
        """Unpack; what cannot be unpacked is left out and said."""
        data = self.rawdata or b""
        if self.decipher and self.objid is not None:
            data = self.decipher(self.objid, self.genno or 0, data, self.attrs)
        for name, params in self.get_filters()[:MOST_FILTERS]:
            before = len(data)
            data = self._predicted(self._unpacked(name, data), params)
            self._clock.hold(-before)
        self._clock.hold(len(self.rawdata or b""))
        self.data, self.rawdata = data, None

    def _unpacked(self, name: object, data: bytes) -> bytes:
        self._clock.look()
        filter_ = FILTERS.get(getattr(name, "name", None))
        out: list[bytes] = []
        if filter_ is None:
            self._damaged.append(f"the filter {getattr(name, 'name', name)} of a stream is unknown")
            return b""
        size = 0
        try:
            for piece in filter_(data):
                out.append(piece)
                size += len(piece)
                self._clock.hold(len(piece))
                self._clock.step()
                self._check_structure(size)
        except (zlib.error, ValueError, TypeError, LookupError, EOFError):
            self._damaged.append("a stream is damaged")
        return b"".join(out)

    def _check_structure(self, size: int) -> None:
        if size > MOST_STRUCTURE and self.attrs.get("Type") in STRUCTURE:
            raise LimitExceeded(
                f"the list of objects unpacks to more than {MOST_STRUCTURE // 1_000_000} MB; "
                "save the file anew with a PDF tool and read that"
            )

    def _predicted(self, data: bytes, params: object) -> bytes:
        predictor = int_value(params.get("Predictor")) if isinstance(params, dict) else 1
        if predictor <= 1 or not isinstance(params, dict):
            return data
        if len(data) > MOST_STRUCTURE:
            raise LimitExceeded(
                f"a list of objects is longer than {MOST_STRUCTURE // 1_000_000} MB; "
                "save the file anew with a PDF tool and read that"
            )
        try:
            return _restored(predictor, params, data)
        except (ValueError, TypeError, LookupError):
            self._damaged.append("a stream is damaged")
            return b""


def _restored(predictor: int, params: dict[str, Any], data: bytes) -> bytes:
    colors = int_value(params.get("Colors", 1))
    columns = int_value(params.get("Columns", 1))
    bits = int_value(params.get("BitsPerComponent", 8))
    if not 0 < colors * columns * bits <= 8 * len(data):
        raise ValueError("a row that is longer than its stream")
    if predictor == 2:  # noqa: PLR2004 - TIFF's number
        return bytes(apply_tiff_predictor(colors, columns, bits, data))
    return bytes(apply_png_predictor(predictor, colors, columns, bits, data))


# --- filters --------------------------------------------------------------------------------------


def _inflated(data: bytes) -> Pieces:
    """Deflate; if it is damaged, what comes before the damage, to the byte."""
    inflate = zlib.decompressobj()
    feed = data
    while feed and not inflate.eof:
        before = inflate.copy()
        try:
            piece = inflate.decompress(feed, STEP)
        except zlib.error:
            yield from _to_the_damage(before, feed)
            raise
        feed = inflate.unconsumed_tail
        yield piece
    if not inflate.eof:
        yield inflate.flush()
        raise EOFError


def _to_the_damage(inflate: Any, feed: bytes) -> Pieces:  # noqa: ANN401 - zlib does not name it
    out = bytearray()
    try:
        for at in range(len(feed)):
            out += inflate.decompress(feed[at : at + 1])
            if len(out) > STEP:
                break
    except zlib.error:
        pass
    yield bytes(out)


def _lzw(data: bytes) -> Pieces:
    yield from LZWDecoder(BytesIO(data)).run()


def _runs(data: bytes) -> Pieces:
    at = 0
    while at < len(data) and data[at] != END_OF_RUNS:
        length = data[at]
        if length < END_OF_RUNS:
            yield data[at + 1 : at + 2 + length]
            at += length + 2
        else:
            yield data[at + 1 : at + 2] * (257 - length)
            at += 2


def _ascii85(data: bytes) -> Pieces:
    data = data.strip().removeprefix(b"<~").removeprefix(b"~")
    yield a85decode(data.split(b"~")[0])


def _hex(data: bytes) -> Pieces:
    yield asciihexdecode(data)


FILTERS: dict[str | None, Callable[[bytes], Pieces]] = {
    "FlateDecode": _inflated,
    "Fl": _inflated,
    "LZWDecode": _lzw,
    "LZW": _lzw,
    "RunLengthDecode": _runs,
    "RL": _runs,
    "ASCII85Decode": _ascii85,
    "A85": _ascii85,
    "ASCIIHexDecode": _hex,
    "AHx": _hex,
}
