"""From bytes to a document: one function per format, chosen by content and not by suffix."""

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
from unreport.readers.file_types import is_pdf, looks_like_doc, looks_like_docx, looks_like_html
from unreport.readers.pdf.file.limits import PdfLimits
from unreport.readers.text import read_text

Readable: TypeAlias = str | Path | bytes | bytearray | IO[bytes] | IO[str]


def read(
    source: Readable,
    *,
    name: str | None = None,
    original: bool = False,
    limits: PdfLimits | None = None,
) -> Document:
    """Read a path, bytes or an open file; a `str` is a path.

    Tracked changes of Word files count as accepted; with `original`, as rejected. `limits` is what
    the reading of a PDF may cost, in time and in space.
    Raises `UnreadableSource` where there is no such file or its bytes are of an unknown kind.
    """
    data, own_name = _contents(source)
    name = name or own_name
    if isinstance(data, str):
        return read_text(data, name)
    document = _reader(data, original=original, limits=limits)(data, name)
    sha256 = hashlib.sha256(data).hexdigest()
    return replace(document, source=replace(document.source, sha256=sha256))


Reader: TypeAlias = Callable[[bytes, str | None], Document]

# A format's module and function, imported when the first file of the format is read: what opens
# PDF and Word files takes far longer to import than a text to parse.
READERS: tuple[tuple[Callable[[bytes], bool], str, str], ...] = (
    (is_pdf, "pdf.reader", "read_pdf"),
    (looks_like_docx, "word.reader", "read_docx"),
    (looks_like_doc, "word.legacy_reader", "read_doc"),
    (looks_like_html, "html.reader", "read_html"),
)
TRACKING = ("read_docx", "read_html")  # formats that keep what stood there before a tracked change


def _reader(data: bytes, *, original: bool, limits: PdfLimits | None) -> Reader:
    """The reader for what the bytes look like; what no other knows is read as text."""
    module, function = next(
        ((module, function) for is_format, module, function in READERS if is_format(data)), ("", "")
    )
    if not function:
        return read_text
    reader: Callable[..., Document] = getattr(import_module(f"{__name__}.{module}"), function)
    if limits is not None and function == "read_pdf":
        return partial(reader, limits=limits)
    return partial(reader, original=True) if original and function in TRACKING else reader


def _contents(source: Readable) -> tuple[bytes | str, str | None]:
    """What a source holds, and its name if it has one."""
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
