"""Parse the files, folders and patterns of a command that takes several reports."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from unreport.archive.outcome import Failure
from unreport.archive.sources import SourceEntry, list_files
from unreport.cli.files import ParseOptions, display_name, parse_file
from unreport.cli.streams import print_error
from unreport.errors import UnreportError
from unreport.export.json import from_json
from unreport.keys import with_keys
from unreport.model import Report

JSON_LINES = ".jsonl"
NO_FILE = "no file was found in it"


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
    for found in _listed(sources):
        try:
            reports += _parse_found(found)
        except UnreportError as error:
            failed += 1
            print_error(str(error))
    return ParsedSources(reports=tuple(reports), failed=failed)


def _listed(sources: Iterable[str]) -> Iterator[str | SourceEntry]:
    """The files of all sources, each once, named as the sources are: absolute only if these are."""
    seen: set[str] = set()
    for source in sources:
        found: str | SourceEntry | None = None
        for found in list_files([source]):
            if not isinstance(found, str):
                yield found
            elif found not in seen:
                seen.add(found)
                yield _name_as_given(found, source)
        if found is None:
            yield SourceEntry(path=source, key="", error=Failure("missing", NO_FILE))


def _name_as_given(path: str, source: str) -> str:
    """The name of a file below the folder of work if its source is given by such a name."""
    if os.path.isabs(source) or source.startswith("~"):  # noqa: PTH117
        return path
    given = os.path.abspath(source)  # noqa: PTH100  resolve() would follow links
    if path == given:
        return source
    below = path.removeprefix(given + os.sep)
    return os.path.relpath(path) if below == path else os.path.join(source, below)  # noqa: PTH118


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
