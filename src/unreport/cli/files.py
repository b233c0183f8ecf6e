"""Read, parse and check the files of a command."""

from __future__ import annotations

import os
import stat
import sys

from msgspec import Struct

from unreport.archive.file_names import decode_file_name
from unreport.document import Document
from unreport.errors import UnreportError
from unreport.model import Issue, Report
from unreport.parse import parse_document
from unreport.readers import read
from unreport.readers.contents import read_contents

STANDARD_INPUT = "-"


class ParseOptions(Struct, frozen=True, kw_only=True):
    """How to parse a file."""

    original: bool = False  # Word files as before their tracked changes
    symbol: str | None = None
    language: str | None = None


class ParsedFile(Struct, frozen=True, kw_only=True):
    """A parsed file with its issues."""

    name: str  # as given, readable
    data: bytes
    document: Document
    report: Report
    issues: tuple[Issue, ...] = ()


def parse_file(name: str, options: ParseOptions, *, with_issues: bool) -> ParsedFile:
    """Read, parse and check a file; `-` is standard input.

    Any failure, also a bug, is raised as an `UnreportError` that names the file.
    """
    shown = display_name(name)
    try:
        data, own_name = _contents(name)
        document = _read(data, own_name, options)
        report = parse_document(document, symbol=options.symbol, language=options.language)
        issues = _issues(report, document) if with_issues else ()
    except UnreportError as error:
        raise type(error)(error.message, source=shown, page=error.page) from error
    except Exception as error:  # a bug of unreport must not stop the other files
        raise UnreportError(
            f"unreport failed on this file ({type(error).__name__}: {error}); "
            "please report it together with the file",
            source=shown,
        ) from error
    return ParsedFile(name=shown, data=data, document=document, report=report, issues=issues)


def _issues(report: Report, document: Document) -> tuple[Issue, ...]:
    from unreport.checks import check  # noqa: PLC0415  only where it is asked for

    return check(report, document)


def display_name(name: str) -> str:
    """A file name from the command line as text; bytes in a legacy encoding are decoded."""
    return "standard input" if name == STANDARD_INPUT else decode_file_name(os.fsencode(name))


def _contents(name: str) -> tuple[bytes, str | None]:
    """The bytes of a file or of standard input, and the name of the file."""
    if name == STANDARD_INPUT:
        try:
            data, own_name = read_contents(sys.stdin.buffer)
        except OSError as error:  # it is closed
            raise UnreportError(f"cannot be read: {error.strerror}") from error
        return _bytes(data), own_name
    if not name:
        raise UnreportError("the name of the file is empty")
    if os.path.isdir(name):  # noqa: PTH112  importing pathlib takes milliseconds
        raise UnreportError(f"is a folder; use `unreport batch {display_name(name)} --out TABLES`")
    if _is_device(name):
        raise UnreportError("is a device, which need not end; give a file, or `-`")
    data, _ = read_contents(name)
    return _bytes(data), display_name(os.path.basename(name))  # noqa: PTH119


def _is_device(name: str) -> bool:
    """Whether the name is that of a device; what is not there is left to who reads it."""
    try:
        mode = os.stat(name).st_mode  # noqa: PTH116  as above
    except OSError:
        return False
    return stat.S_ISCHR(mode) or stat.S_ISBLK(mode)


def _bytes(data: bytes | str) -> bytes:
    return data if isinstance(data, bytes) else data.encode()


def _read(data: bytes, own_name: str | None, options: ParseOptions) -> Document:
    return read(data, name=own_name, original=options.original)
