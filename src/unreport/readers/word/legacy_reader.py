"""Word 97-2003 files (.doc, MS-DOC) and RTF, read by external libraries.

`firecrawl-anydoc` (MIT, the extra `unreport[doc]`) gives text, tables, notes and automatic numbers,
but omits headers, and formats numbers of other scripts as decimals.  LibreOffice is used only if
the caller gives its path, so that the same bytes give the same report on every machine.
"""

from __future__ import annotations

import importlib
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from unreport.document import Document, make_document
from unreport.errors import (
    DamagedSource,
    EncryptedSource,
    LimitExceeded,
    UnreadableSource,
    UnreportError,
)
from unreport.model import Issue, Source
from unreport.readers.file_types import CFB_SIGNATURE, RTF_SIGNATURE
from unreport.readers.word.legacy_model import document_lines
from unreport.readers.word.reader import read_docx

if TYPE_CHECKING:
    import anydoc

MEDIA_TYPES = {"doc": "application/msword", "rtf": "application/rtf"}
# Names of streams in the directory of a compound file (MS-CFB), in UTF-16.
WORD_STREAM = "WordDocument".encode("utf-16-le")
LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")
MAX_BYTES = 64 * 2**20  # bytes
CONVERSION_TIMEOUT = 120  # seconds

MISSING = (
    "this is {kind}, which needs an extra to be read: pip install 'unreport[doc]'; "
    "or save it as .docx"
)
FORMAT_NAMES = {"doc": "an old Word file (.doc)", "rtf": "an RTF file"}
HEADERS_UNREAD = Issue(
    code="headers-unread",
    message=(
        "Headers of old Word files and RTF are not read, so the masthead may be missing, and "
        "automatic numbers that are not Latin are shown as decimals; save as .docx to be sure."
    ),
)


def read_doc(data: bytes, name: str | None = None, *, office: str | None = None) -> Document:
    """Read a .doc or RTF file; with `office`, the path of `soffice`, by LibreOffice."""
    if len(data) > MAX_BYTES:
        raise LimitExceeded(f"this file is larger than {MAX_BYTES:,} bytes", source=name)
    kind = _kind(data, name)
    if office is not None:
        document = read_docx(_converted(data, kind, office, name), name)
        return replace(document, source=Source(name=name, media_type=MEDIA_TYPES[kind]))
    return _by_anydoc(data, kind, name)


def _kind(data: bytes, name: str | None) -> str:
    if data.startswith(RTF_SIGNATURE):
        return "rtf"
    if LOCKED_STREAM in data:
        raise EncryptedSource(
            "this Word file is locked with a password; save it without one", source=name
        )
    if not data.startswith(CFB_SIGNATURE) or WORD_STREAM not in data:
        raise UnreadableSource(
            "this is an old Office file, but not of Word; save it as .docx or PDF", source=name
        )
    return "doc"


def _by_anydoc(data: bytes, kind: str, name: str | None) -> Document:
    try:
        reader = importlib.import_module("anydoc")
    except ImportError as error:
        raise UnreadableSource(MISSING.format(kind=FORMAT_NAMES[kind]), source=name) from error
    try:
        parsed: anydoc.Document = reader.to_document(data, kind)
    except reader.ConvertError as error:
        raise _failed(error, kind, name) from error
    lines = list(document_lines(parsed))
    return make_document(lines, Source(name=name, media_type=MEDIA_TYPES[kind]), (HEADERS_UNREAD,))


def _failed(error: Exception, kind: str, name: str | None) -> UnreportError:
    """The error of the library as an `UnreportError`."""
    if "Encrypted" in type(error).__name__:
        return EncryptedSource("this file is locked with a password", source=name)
    if "Limit" in type(error).__name__:
        return LimitExceeded(
            f"{FORMAT_NAMES[kind]} that is too large to read: {error}", source=name
        )
    return DamagedSource(f"{FORMAT_NAMES[kind]} that cannot be read: {error}", source=name)


def _converted(data: bytes, kind: str, office: str, name: str | None) -> bytes:
    """Convert to .docx by LibreOffice, in a temporary folder and with a temporary profile."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"source.{kind}")
        source.write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        call = [office, profile, "--headless", "--norestore", "--convert-to", "docx"]
        try:
            subprocess.run(  # noqa: S603  # the caller gives the path of the program
                [*call, "--outdir", folder, str(source)],
                capture_output=True,
                timeout=CONVERSION_TIMEOUT,
                check=True,
            )
            return Path(folder, "source.docx").read_bytes()
        except subprocess.TimeoutExpired as error:
            raise LimitExceeded(
                f"LibreOffice did not finish within {CONVERSION_TIMEOUT} seconds", source=name
            ) from error
        except (OSError, subprocess.CalledProcessError) as error:
            raise DamagedSource(
                f"LibreOffice ({office}) could not convert {FORMAT_NAMES[kind]}", source=name
            ) from error
