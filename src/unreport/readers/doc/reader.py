"""Word 97-2003 files (.doc, MS-DOC) as lines.

LibreOffice is used only if the caller gives its path, so that the same bytes give the same report
on every machine.
"""

from __future__ import annotations

import struct
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from unreport.document import Document, Line, make_document
from unreport.errors import (
    DamagedSource,
    EmptySource,
    EncryptedSource,
    LimitExceeded,
    UnreadableSource,
)
from unreport.model import Source
from unreport.readers.doc.binary_file import NotWord97, open_file
from unreport.readers.doc.interpreter import Interpreter
from unreport.readers.file_types import CFB_SIGNATURE
from unreport.readers.word.layout_tables import is_masthead
from unreport.readers.word.reader import read_docx

MEDIA_TYPE = "application/msword"
# Names of streams in the directory of a compound file (MS-CFB), in UTF-16.
WORD_STREAM = "WordDocument".encode("utf-16-le")
LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")
SECTOR = 512  # bytes; streams begin at a multiple of it
WORD_97, WORD_6 = b"\xec\xa5", b"\xdc\xa5"  # `wIdent` of the FIB
WORD_6_VERSIONS = range(101, 106)  # `nFib` of Word 6.0 and 95
MAX_BYTES = 64 * 2**20
CONVERSION_TIMEOUT = 120  # seconds
FIRST_HEADER, ODD_HEADER = 4, 1  # of the headers and footers of a section

OLD_WORD = (
    "this is a Word 6.0/95 file, which is not read; open it in Word or LibreOffice and save it as "
    ".docx"
)
DAMAGE = (struct.error, IndexError, KeyError, ValueError, OSError, OverflowError, StopIteration)


def read_doc(
    data: bytes, name: str | None = None, *, original: bool = False, office: str | None = None
) -> Document:
    """Read a .doc file; with `office`, the path of `soffice`, by LibreOffice.

    Tracked changes are accepted; with `original`, rejected.
    """
    if len(data) > MAX_BYTES:
        raise LimitExceeded(f"this file is larger than {MAX_BYTES:,} bytes", source=name)
    _check(data, name)
    source = Source(name=name, media_type=MEDIA_TYPE)
    if office is not None:
        document = read_docx(_converted(data, office, name), name, original=original)
        return replace(document, source=source)
    try:
        reader = Interpreter(open_file(data), original=original)
        lines = list(_lines(reader))
    except NotWord97 as error:
        if str(error) == "encrypted":
            raise EncryptedSource("this file is locked with a password", source=name) from error
        raise UnreadableSource(OLD_WORD, source=name) from error
    except DAMAGE as error:
        raise DamagedSource(
            "this old Word file (.doc) is damaged; get it again, or open it in Word or LibreOffice "
            "and save it as .docx",
            source=name,
        ) from error
    if not lines:
        raise EmptySource("no text was found in this old Word file (.doc)", source=name)
    return make_document(lines, source, reader.doubts())


def _lines(reader: Interpreter) -> Iterator[Line]:
    """The lines in the order of a .docx file: masthead, body, notes, headers and footers."""
    body = reader.lines("body", *reader.file.ranges["body"])
    boxes = reader.box_lines()
    headers = list(reader.headers())
    masthead = _masthead(headers)
    yield from (replace(line, role="body", level=None) for line in masthead)
    yield from body
    yield from boxes
    yield from reader.note_lines("footnote")
    yield from reader.note_lines("endnote")
    yield from (line for _, lines in headers if lines is not masthead for line in lines)
    yield from reader.header_box_lines()


def _masthead(headers: list[tuple[int, list[Line]]]) -> list[Line]:
    """The header of the first page, if it is a masthead."""
    for kind in (FIRST_HEADER, ODD_HEADER):
        lines = next((lines for number, lines in headers if number == kind and lines), None)
        if lines is not None:
            return lines if is_masthead(lines) else []
    return []


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
