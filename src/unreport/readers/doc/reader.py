"""Word 97-2003 files (.doc, MS-DOC), read by an external library or program.

`firecrawl-anydoc` (MIT, the extra `unreport[doc]`) gives text, tables, notes and automatic numbers,
but omits headers, and formats numbers of other scripts as decimals.  Its native code can abort, so
it runs in a process of its own.  LibreOffice is used only if the caller gives its path, so that the
same bytes give the same report on every machine.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import msgspec
from msgspec.structs import replace

from unreport.document import Document, Line, make_document
from unreport.errors import (
    DamagedSource,
    EncryptedSource,
    LimitExceeded,
    UnreadableSource,
    UnreportError,
)
from unreport.model import Issue, Source
from unreport.readers.doc.convert import ENCRYPTED, LIMIT, MISSING
from unreport.readers.file_types import CFB_SIGNATURE
from unreport.readers.word.reader import read_docx

MEDIA_TYPE = "application/msword"
CONVERTER = "unreport.readers.doc.convert"
# Names of streams in the directory of a compound file (MS-CFB), in UTF-16.
WORD_STREAM = "WordDocument".encode("utf-16-le")
LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")
SECTOR = 512  # bytes; streams begin at a multiple of it
WORD_97, WORD_6 = b"\xec\xa5", b"\xdc\xa5"  # `wIdent` of the FIB
WORD_6_VERSIONS = range(101, 106)  # `nFib` of Word 6.0 and 95
MAX_BYTES = 64 * 2**20
CONVERSION_TIMEOUT = 120  # seconds

EXTRA_MISSING = (
    "this is an old Word file (.doc), which needs an extra to be read: "
    "pip install 'unreport[doc]'; or save it as .docx"
)
OLD_WORD = (
    "this is a Word 6.0/95 file, which is not read; open it in Word or LibreOffice and save it as "
    ".docx"
)
HEADERS_UNREAD = Issue(
    code="headers-unread",
    message=(
        "Headers of old Word files are not read, so the masthead may be missing; deleted and "
        "hidden text may be included, and automatic numbers that are not Latin are shown as "
        "decimals; save as .docx to be sure."
    ),
)


def read_doc(data: bytes, name: str | None = None, *, office: str | None = None) -> Document:
    """Read a .doc file; with `office`, the path of `soffice`, by LibreOffice."""
    if len(data) > MAX_BYTES:
        raise LimitExceeded(f"this file is larger than {MAX_BYTES:,} bytes", source=name)
    _check(data, name)
    if office is not None:
        document = read_docx(_converted(data, office, name), name)
        return replace(document, source=Source(name=name, media_type=MEDIA_TYPE))
    lines = _by_anydoc(data, name)
    if not lines:
        raise UnreadableSource("no text was found in this old Word file (.doc)", source=name)
    return make_document(lines, Source(name=name, media_type=MEDIA_TYPE), (HEADERS_UNREAD,))


def _check(data: bytes, name: str | None) -> None:
    """Refuse what is no Word 97-2003 file."""
    if LOCKED_STREAM in data:
        raise EncryptedSource(
            "this Word file is locked with a password; save it without one", source=name
        )
    if not data.startswith(CFB_SIGNATURE) or WORD_STREAM not in data:
        raise UnreadableSource(
            "this is an old Office file, but not of Word; save it as .docx or PDF", source=name
        )
    if _is_word_6(data):
        raise UnreadableSource(OLD_WORD, source=name)


def _is_word_6(data: bytes) -> bool:
    """Whether the Word stream is of Word 6.0 or 95, by the identifier at its beginning."""
    starts = [data[at : at + 4] for at in range(SECTOR, len(data), SECTOR)]
    return not any(start.startswith(WORD_97) for start in starts) and any(
        start.startswith(WORD_6) and int.from_bytes(start[2:], "little") in WORD_6_VERSIONS
        for start in starts
    )


def _by_anydoc(data: bytes, name: str | None) -> list[Line]:
    try:
        done = subprocess.run(  # noqa: S603  # this Python
            [sys.executable, "-m", CONVERTER],
            input=data,
            capture_output=True,
            timeout=CONVERSION_TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise LimitExceeded(
            f"this old Word file (.doc) was not read within {CONVERSION_TIMEOUT} seconds",
            source=name,
        ) from error
    if done.returncode:
        raise _failed(done.returncode, done.stderr.decode(errors="replace"), name)
    return msgspec.json.decode(done.stdout, type=list[Line])


def _failed(status: int, message: str, name: str | None) -> UnreportError:
    """The error of the library as an `UnreportError`."""
    if status == MISSING:
        return UnreadableSource(EXTRA_MISSING, source=name)
    if status == ENCRYPTED:
        return EncryptedSource("this file is locked with a password", source=name)
    if status == LIMIT:
        return LimitExceeded(f"an old Word file that is too large to read: {message}", source=name)
    reason = message.strip().splitlines()[0] if status > 0 and message.strip() else "it is damaged"
    return DamagedSource(f"an old Word file (.doc) that cannot be read: {reason}", source=name)


def _converted(data: bytes, office: str, name: str | None) -> bytes:
    """Convert to .docx by LibreOffice, in a temporary folder and with a temporary profile."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "source.doc")
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
                f"LibreOffice ({office}) could not convert an old Word file (.doc)", source=name
            ) from error
