"""RTF files as lines: the visible text, with notes, tables, headers and list numbers."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from msgspec.structs import replace

from unreport.document import Document, Line, make_document
from unreport.errors import DamagedSource, EmptySource, LimitExceeded
from unreport.model import Issue, Source
from unreport.readers.rtf.interpreter import Interpreter
from unreport.readers.word.layout_tables import is_masthead

MEDIA_TYPE = "application/rtf"
NUMBERED = re.compile(rb"\\pn(?:lvlbody|lvl[1-9])(?![a-z0-9])")
NUMBER_TEXT = re.compile(rb"\\pntext(?![a-z])")
MAX_BYTES = 64 * 2**20


def read_rtf(data: bytes, name: str | None = None, *, original: bool = False) -> Document:
    """Read an RTF file; tracked changes are accepted, with `original` rejected.

    Raises `EmptySource` if the file has no text, and `LimitExceeded` beyond 64 MiB.
    """
    if len(data) > MAX_BYTES:
        raise LimitExceeded(f"this file is larger than {MAX_BYTES:,} bytes", source=name)
    data = data.removeprefix(codecs.BOM_UTF8).lstrip()
    reader = Interpreter(data, original=original)
    try:
        reader.read()
    except RecursionError as error:
        raise DamagedSource("this RTF file nests its groups too deeply", source=name) from error
    lines = list(_lines(reader))
    if not lines:
        raise EmptySource("no text was found in this RTF file", source=name)
    doubts = _trailing_text(data[reader.at :]) + _unstored_numbers(data)
    return make_document(lines, Source(name=name, media_type=MEDIA_TYPE), doubts)


def _trailing_text(data: bytes) -> tuple[Issue, ...]:
    """A doubt about text behind the closing brace, which is no part of the document."""
    if not any(chr(byte).isalpha() for byte in data):
        return ()
    message = f"The file goes on behind its closing brace; {len(data)} bytes are not read."
    return (Issue(code="unread-part", message=message),)


def _unstored_numbers(data: bytes) -> tuple[Issue, ...]:
    r"""A doubt about numbers of Word 6 (`\pn`) that are not stored as text (`\pntext`)."""
    unstored = len(NUMBERED.findall(data)) - len(NUMBER_TEXT.findall(data))
    if unstored <= 0:
        return ()
    message = f"{unstored} paragraphs have an automatic number that is not stored in the file."
    return (Issue(code="unread-part", message=message),)


def _lines(reader: Interpreter) -> Iterator[Line]:
    """The lines in the order of a Word file: masthead, body, notes, headers and footers."""
    first = "headerf" if reader.title_page and "headerf" in reader.running else "header"
    masthead = reader.running.get(first, [])
    if is_masthead(masthead):
        yield from (replace(line, role="body", level=None) for line in masthead)
        del reader.running[first]
    yield from reader.body.lines
    yield from reader.notes["footnote"]
    yield from reader.notes["endnote"]
    for lines in reader.running.values():
        yield from lines
