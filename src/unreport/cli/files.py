"""Read, parse and check the files of a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from unreport.archive.file_names import decode_file_name
from unreport.archive.sources import SourceEntry, list_files
from unreport.checks import check
from unreport.cli.streams import print_error
from unreport.document import Document
from unreport.errors import EmptySource, UnreportError
from unreport.export.json import from_json
from unreport.keys import with_keys
from unreport.model import Issue, Report
from unreport.parse import parse_document
from unreport.readers import read
from unreport.readers.contents import read_contents

STANDARD_INPUT = "-"
JSON_LINES = ".jsonl"


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
        issues = check(report, document) if with_issues else ()
    except UnreportError as error:
        raise type(error)(error.message, source=shown, page=error.page) from error
    except Exception as error:  # a bug of unreport must not stop the other files
        raise UnreportError(
            f"unreport failed on this file ({type(error).__name__}: {error}); "
            "please report it together with the file",
            source=shown,
        ) from error
    return ParsedFile(name=shown, data=data, document=document, report=report, issues=issues)


def display_name(name: str) -> str:
    """A file name from the command line as text; bytes in a legacy encoding are decoded."""
    return "standard input" if name == STANDARD_INPUT else decode_file_name(os.fsencode(name))


def _contents(name: str) -> tuple[bytes, str | None]:
    """The bytes of a file or of standard input, and the name of the file."""
    if name == STANDARD_INPUT:
        data, own_name = read_contents(sys.stdin.buffer)
        return _bytes(data), own_name
    if Path(name).is_dir():
        raise UnreportError(f"is a folder; use `unreport batch {display_name(name)} --out TABLES`")
    data, _ = read_contents(name)
    return _bytes(data), display_name(Path(name).name)


def _bytes(data: bytes | str) -> bytes:
    return data if isinstance(data, bytes) else data.encode()


def _read(data: bytes, own_name: str | None, options: ParseOptions) -> Document:
    document = read(data, name=own_name, original=options.original)
    if not document.text.strip():
        raise EmptySource("there is no text in this file")
    return document


class ParsedSources(Struct, frozen=True, kw_only=True):
    """The reports of several files, and how many files could not be parsed."""

    reports: tuple[Report, ...]
    failed: int


def parse_sources(sources: Iterable[str]) -> ParsedSources:
    """Parse files, all files of folders, and those of patterns; failures go to standard error.

    A file `.jsonl` has a report a line, as `parse --format json` and `batch` write them.
    """
    reports: list[Report] = []
    failed = 0
    for found in list_files(sources):
        try:
            reports += _parse_found(found)
        except UnreportError as error:
            failed += 1
            print_error(str(error))
    return ParsedSources(reports=tuple(reports), failed=failed)


def _parse_found(found: str | SourceEntry) -> Iterator[Report]:
    if not isinstance(found, str):
        message = found.error.message if found.error else "cannot be opened"
        raise UnreportError(message, source=found.path)
    if found.lower().endswith(JSON_LINES):
        yield from _read_json_lines(found)
    else:
        yield parse_file(found, ParseOptions(), with_issues=False).report


def _read_json_lines(path: str) -> Iterator[Report]:
    try:
        with Path(path).open("rb") as lines:
            yield from (with_keys(from_json(line)) for line in lines if not line.isspace())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreportError(f"cannot be opened: {reason}", source=display_name(path)) from error
    except UnreportError as error:
        raise type(error)(error.message, source=display_name(path)) from error
