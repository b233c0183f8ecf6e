"""From bytes to a document: one function per format, chosen by content and not by suffix."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import IO, TypeAlias

from msgspec.structs import replace

from unreport.document import Document
from unreport.errors import UnreadableSource
from unreport.readers.pdf import is_pdf, read_pdf
from unreport.readers.text import read_text

Readable: TypeAlias = str | Path | bytes | bytearray | IO[bytes] | IO[str]


def read(source: Readable, *, name: str | None = None) -> Document:
    """Read a path, bytes or an open file; a `str` is a path.

    Raises `UnreadableSource` where there is no such file or its bytes are of an unknown kind.
    """
    data, own_name = _contents(source)
    name = name or own_name
    if isinstance(data, str):
        return read_text(data, name)
    document = read_pdf(data, name) if is_pdf(data) else read_text(data, name)
    sha256 = hashlib.sha256(data).hexdigest()
    return replace(document, source=replace(document.source, sha256=sha256))


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
