"""A report as JSON and back, and the JSON Schema of the form."""

from __future__ import annotations

import msgspec

from unreport.errors import NotAReport
from unreport.model import Report

ENCODER = msgspec.json.Encoder()
DECODER = msgspec.json.Decoder(Report)


def to_json(report: Report, *, indent: int = 0) -> str:
    """A report as JSON; `indent` spaces a level, all on one line if 0."""
    data = ENCODER.encode(report)
    if indent:
        data = msgspec.json.format(data, indent=indent)
    return data.decode("utf-8")


def from_json(text: str | bytes) -> Report:
    """The report that `to_json` wrote; raises `NotAReport` naming the place where it is not one.

    >>> try: from_json('{"version": 2}')
    ... except NotAReport as error: print(error)
    this is not the JSON of a report: Invalid enum value 2 - at `$.version`
    """
    try:
        return DECODER.decode(text)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise NotAReport(f"this is not the JSON of a report: {error}") from error


def json_schema() -> dict[str, object]:
    """The JSON Schema of a report, made from its types."""
    return msgspec.json.schema(Report)
