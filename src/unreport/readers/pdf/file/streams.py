"""Stream filters: decoded in chunks within limits, and up to the first damage."""

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
from unreport.readers.pdf.file.limits import Budget

CHUNK = 1 << 20
MAX_FILTERS = 12
MAX_STRUCTURE = 32_000_000  # bytes of an object stream or a cross-reference stream
STRUCTURE_TYPES = (LIT("ObjStm"), LIT("XRef"))
RUN_LENGTH_EOD = 128

Chunks: TypeAlias = Iterator[bytes]


class Stream(PDFStream):
    """A stream of the file that observes the limits and reports damage."""

    _budget: Budget
    _damaged: list[str]

    def set_limits(self, budget: Budget, damaged: list[str]) -> None:
        """Set the budget to observe, and the list to which damage is added."""
        self._budget = budget
        self._damaged = damaged

    def decode(self) -> None:
        """Decode; what cannot be decoded is left out and reported."""
        data = self.rawdata or b""
        if self.decipher and self.objid is not None:
            data = self.decipher(self.objid, self.genno or 0, data, self.attrs)
        for name, params in self.get_filters()[:MAX_FILTERS]:
            before = len(data)
            data = self._undo_predictor(self._decoded(name, data), params)
            self._budget.count_bytes(-before)
        self._budget.count_bytes(len(self.rawdata or b""))
        self.data, self.rawdata = data, None

    def _decoded(self, name: object, data: bytes) -> bytes:
        self._budget.check()
        filter_ = FILTERS.get(getattr(name, "name", None))
        out: list[bytes] = []
        if filter_ is None:
            self._damaged.append(f"the filter {getattr(name, 'name', name)} of a stream is unknown")
            return b""
        size = 0
        try:
            for chunk in filter_(data):
                out.append(chunk)
                size += len(chunk)
                self._budget.count_bytes(len(chunk))
                self._budget.step()
                self._check_structure(size)
        except (zlib.error, ValueError, TypeError, LookupError, EOFError):
            self._damaged.append("a stream is damaged")
        return b"".join(out)

    def _check_structure(self, size: int) -> None:
        if size > MAX_STRUCTURE and self.attrs.get("Type") in STRUCTURE_TYPES:
            raise LimitExceeded(
                f"the list of objects unpacks to more than {MAX_STRUCTURE // 1_000_000} MB; "
                "save the file anew with a PDF tool and read that"
            )

    def _undo_predictor(self, data: bytes, params: object) -> bytes:
        predictor = int_value(params.get("Predictor")) if isinstance(params, dict) else 1
        if predictor <= 1 or not isinstance(params, dict):
            return data
        if len(data) > MAX_STRUCTURE:
            raise LimitExceeded(
                f"a list of objects is longer than {MAX_STRUCTURE // 1_000_000} MB; "
                "save the file anew with a PDF tool and read that"
            )
        try:
            return _apply_predictor(predictor, params, data)
        except (ValueError, TypeError, LookupError):
            self._damaged.append("a stream is damaged")
            return b""


def _apply_predictor(predictor: int, params: dict[str, Any], data: bytes) -> bytes:
    colors = int_value(params.get("Colors", 1))
    columns = int_value(params.get("Columns", 1))
    bits = int_value(params.get("BitsPerComponent", 8))
    if not 0 < colors * columns * bits <= 8 * len(data):
        raise ValueError("a row that is longer than its stream")
    if predictor == 2:  # noqa: PLR2004 - TIFF's number
        return bytes(apply_tiff_predictor(colors, columns, bits, data))
    return bytes(apply_png_predictor(predictor, colors, columns, bits, data))


# --- filters --------------------------------------------------------------------------------------


def _flate(data: bytes) -> Chunks:
    """Inflate; of damaged data every byte before the damage."""
    inflate = zlib.decompressobj()
    pending = data
    while pending and not inflate.eof:
        before = inflate.copy()
        try:
            chunk = inflate.decompress(pending, CHUNK)
        except zlib.error:
            yield from _flate_until_damage(before, pending)
            raise
        pending = inflate.unconsumed_tail
        yield chunk
    if not inflate.eof:
        yield inflate.flush()
        raise EOFError


def _flate_until_damage(inflate: Any, pending: bytes) -> Chunks:  # noqa: ANN401 - a private type
    out = bytearray()
    try:
        for at in range(len(pending)):
            out += inflate.decompress(pending[at : at + 1])
            if len(out) > CHUNK:
                break
    except zlib.error:
        pass
    yield bytes(out)


def _lzw(data: bytes) -> Chunks:
    yield from LZWDecoder(BytesIO(data)).run()


def _run_length(data: bytes) -> Chunks:
    at = 0
    while at < len(data) and data[at] != RUN_LENGTH_EOD:
        length = data[at]
        if length < RUN_LENGTH_EOD:
            yield data[at + 1 : at + 2 + length]
            at += length + 2
        else:
            yield data[at + 1 : at + 2] * (257 - length)
            at += 2


def _ascii85(data: bytes) -> Chunks:
    data = data.strip().removeprefix(b"<~").removeprefix(b"~")
    yield a85decode(data.split(b"~")[0])


def _hex(data: bytes) -> Chunks:
    yield asciihexdecode(data)


FILTERS: dict[str | None, Callable[[bytes], Chunks]] = {
    "FlateDecode": _flate,
    "Fl": _flate,
    "LZWDecode": _lzw,
    "LZW": _lzw,
    "RunLengthDecode": _run_length,
    "RL": _run_length,
    "ASCII85Decode": _ascii85,
    "A85": _ascii85,
    "ASCIIHexDecode": _hex,
    "AHx": _hex,
}
