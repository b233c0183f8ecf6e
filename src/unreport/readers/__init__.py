"""From bytes to a document: one reader per format, selected by content, not by suffix."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import IO, TypeAlias

from msgspec.structs import replace

from unreport.document import Document
from unreport.errors import UnreadableSource
from unreport.readers.file_types import is_compound_file, is_html, is_pdf, is_rtf, is_zip
from unreport.readers.limits import ReadLimits, time_limit
from unreport.readers.pdf.file.limits import PdfLimits
from unreport.readers.text import read_text

Readable: TypeAlias = str | Path | bytes | bytearray | IO[bytes] | IO[str]


def read(
    source: Readable,
    *,
    name: str | None = None,
    original: bool = False,
    limits: ReadLimits | None = None,
) -> Document:
    """Read a path, bytes or an open file; a `str` is a path.

    Tracked changes of Word files are accepted; with `original`, rejected. `limits` holds the
    seconds of processor time, and for a PDF (`PdfLimits`) its pages, glyphs and memory.
    Raises `UnreadableSource` if there is no such file or its format is unknown.
    """
    with time_limit(limits, source=name):
        return read_source(source, name=name, original=original, limits=limits)


def read_source(
    source: Readable, *, name: str | None, original: bool, limits: ReadLimits | None
) -> Document:
    """Read a source as `read` does, but leave the time to the caller."""
    data, own_name = _contents(source)
    name = name or own_name
    if isinstance(data, str):
        return read_text(data, name)
    document = _reader(data, original=original, limits=limits)(data, name)
    sha256 = hashlib.sha256(data).hexdigest()
    return replace(document, source=replace(document.source, sha256=sha256))


Reader: TypeAlias = Callable[[bytes, str | None], Document]

# Module and function of each format, imported on first use: the libraries for PDF and Word files
# take longer to import than a text takes to parse.
READERS: tuple[tuple[Callable[[bytes], bool], str, str], ...] = (
    (is_pdf, "pdf.reader", "read_pdf"),
    (is_zip, "word.reader", "read_docx"),
    (is_rtf, "rtf.reader", "read_rtf"),
    (is_compound_file, "doc.reader", "read_doc"),
    (is_html, "html.reader", "read_html"),
)
TRACKED_CHANGE_READERS = (
    "read_docx",
    "read_html",
    "read_rtf",
)  # readers of formats with tracked changes


def _reader(data: bytes, *, original: bool, limits: ReadLimits | None) -> Reader:
    """The reader of a format; unknown formats are read as text."""
    module, function = next(
        ((module, function) for is_format, module, function in READERS if is_format(data)), ("", "")
    )
    if not function:
        return read_text
    reader: Callable[..., Document] = getattr(import_module(f"{__name__}.{module}"), function)
    if limits is not None and function == "read_pdf":
        return partial(
            reader,
            limits=limits if isinstance(limits, PdfLimits) else PdfLimits(seconds=limits.seconds),
        )
    return (
        partial(reader, original=True)
        if original and function in TRACKED_CHANGE_READERS
        else reader
    )


def _contents(source: Readable) -> tuple[bytes | str, str | None]:
    """The contents and the name of a source."""
    match source:
        case bytes() | bytearray():
            return bytes(source), None
        case str() | Path():
            return _file(Path(source))
        case _:
            name = getattr(source, "name", None)
            return source.read(), Path(name).name if isinstance(name, str) else None


def _file(path: Path) -> tuple[bytes, str]:
    try:
        return path.read_bytes(), path.name
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableSource(f"cannot be opened: {reason}", source=str(path)) from error
    except ValueError as error:  # a NUL in the name
        raise UnreadableSource(f"cannot be opened: {error}", source=repr(str(path))) from error
