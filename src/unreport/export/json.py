"""A report as JSON and back."""

from __future__ import annotations

import msgspec

from unreport.errors import NotAReport
from unreport.export.arguments import require_report
from unreport.model import Report
from unreport.symbols.symbol import NotASymbol, Symbol


def _encode(value: object) -> str:
    """A symbol as its canonical string."""
    if isinstance(value, Symbol):
        return str(value)
    raise NotImplementedError(f"{type(value).__name__} has no JSON form.")


def _decode(kind: type, value: object) -> object:
    """A symbol from its canonical string, in whatever form a JSON of others has it."""
    if kind is not Symbol:
        raise NotImplementedError(f"{kind.__name__} has no JSON form.")
    try:
        return Symbol.parse(str(value))
    except NotASymbol as error:
        raise ValueError(str(error)) from error


ENCODER = msgspec.json.Encoder(enc_hook=_encode)
DECODER = msgspec.json.Decoder(Report, dec_hook=_decode)


def encode_json(report: Report) -> bytes:
    """A report as JSON in UTF-8, on one line."""
    return ENCODER.encode(report)


def to_json(report: Report, *, indent: int = 0) -> str:
    """A report as JSON; `indent` spaces a level, all on one line if 0.

    Raises `TypeError` for what is no report.

    >>> from unreport import parse_text
    >>> to_json(parse_text("1. It met."))[:13]
    '{"version":1,'
    """
    require_report(report)
    data = ENCODER.encode(report)
    if indent:
        data = msgspec.json.format(data, indent=indent)
    return data.decode("utf-8")


def from_json(text: str | bytes) -> Report:
    """The report that `to_json` wrote; raises `NotAReport` naming the place where it is not one.

    Raises `TypeError` for what is neither str nor bytes.

    >>> try: from_json('{"version": 2}')
    ... except NotAReport as error: print(error)
    this is not the JSON of a report: Invalid enum value 2 - at `$.version`
    """
    if not isinstance(text, str | bytes | bytearray | memoryview):
        raise TypeError(f"JSON is a str or bytes, not {type(text).__name__}")
    try:
        return DECODER.decode(text)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise NotAReport(f"this is not the JSON of a report: {error}") from error
