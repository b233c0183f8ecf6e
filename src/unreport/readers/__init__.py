"""From bytes to a document: one reader per format, selected by content, not by suffix."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TypeAlias

from msgspec.structs import replace

from unreport.document import Document
from unreport.errors import EmptySource
from unreport.readers.contents import Readable, read_contents
from unreport.readers.file_types import (
    is_compound_file,
    is_flat_package,
    is_html,
    is_mail,
    is_opendocument,
    is_pdf,
    is_rtf,
    is_zip,
)
from unreport.readers.limits import ReadLimits, within_time
from unreport.readers.pdf.file.limits import PdfLimits
from unreport.readers.text import read_text


def read(
    source: Readable,
    *,
    name: str | None = None,
    original: bool = False,
    limits: ReadLimits | None = None,
) -> Document:
    r"""Read a path, bytes or an open file; a `str` is a path.

    `name` is that of the file, where `source` has none.  Tracked changes of Word files are
    accepted; with `original`, rejected. `limits` holds the seconds of processor time, and for a PDF
    (`PdfLimits`) its pages, glyphs and memory.

    Raises `UnreportError` (`NoTextLayer`, `EncryptedSource` …) where there is no text to be had,
    `UnreadableSource` among them if there is no such file or its format is unknown; `TypeError` for
    what is no path, bytes or open file.

    >>> from unreport import read
    >>> document = read("II. Общие вопросы\n\n3. Комитет собрался.".encode("cp1251"))
    >>> document.lines[0].text, document.source.media_type
    ('II. Общие вопросы', 'text/plain')
    """

    def work() -> Document:
        return read_source(source, name=name, original=original, limits=limits)

    return within_time(limits, work, source=name)


def read_source(
    source: Readable, *, name: str | None, original: bool, limits: ReadLimits | None
) -> Document:
    """Read a source as `read` does, but leave the time to the caller."""
    data, own_name = read_contents(source)
    name = name or own_name
    if isinstance(data, str):
        return _with_text(read_text(data, name), data)
    document = _with_text(_reader(data, original=original, limits=limits)(data, name), data)
    from hashlib import sha256  # noqa: PLC0415  it loads OpenSSL, which a `str` does not need

    return replace(document, source=replace(document.source, sha256=sha256(data).hexdigest()))


def _with_text(document: Document, data: bytes | str) -> Document:
    if not document.text.strip():
        raise EmptySource(
            "there is no text in this file" if data else "this file is empty",
            source=document.source.name,
        )
    return document


Reader: TypeAlias = Callable[[bytes, str | None], Document]

# Module and function of each format, imported on first use: the libraries for PDF and Word files
# take longer to import than a text takes to parse.
READERS: tuple[tuple[Callable[[bytes], bool], str, str], ...] = (
    (is_pdf, "pdf.reader", "read_pdf"),
    (is_opendocument, "odt.reader", "read_odt"),
    (is_zip, "word.reader", "read_docx"),
    (is_rtf, "rtf.reader", "read_rtf"),
    (is_compound_file, "doc.reader", "read_doc"),
    (is_flat_package, "word.flat_package", "read_flat_docx"),
    (is_html, "html.reader", "read_html"),
    (is_mail, "mail", "read_mail"),
)
TRACKED_CHANGE_READERS = (
    "read_doc",
    "read_docx",
    "read_flat_docx",
    "read_html",
    "read_odt",
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
