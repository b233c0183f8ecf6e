"""A report as JSON and back, and the JSON Schema of the form."""

from __future__ import annotations

import msgspec

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
    """The report that `to_json` wrote; raises `ValueError` naming the place where it is not one."""
    return DECODER.decode(text)


def json_schema() -> dict[str, object]:
    """The JSON Schema of a report, made from its types."""
    return msgspec.json.schema(Report)
