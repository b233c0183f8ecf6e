"""Export issues with their places: lines of text, JSON, and SARIF 2.1.0 for editors and CI."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from unreport.document import Document
from unreport.model import Issue

MAX_QUOTE = 80  # characters
ELLIPSIS = "…"
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
SARIF_VERSION = "2.1.0"
TEXT = "text/plain"


class LocatedIssue(Struct, frozen=True, kw_only=True):
    """An issue of a file, with its page or line and the words in question."""

    file: str
    code: str
    message: str
    page: int | None = None
    """Counted from 1; of formats with pages."""
    line: int | None = None
    """Counted from 1: of a text file; of other formats without pages, of the logical text."""
    text: str | None = None
    """The words in question, at most 80 characters."""
    start: int | None = None
    """Offset of the first character in the logical text."""
    end: int | None = None

    def __str__(self) -> str:
        return f"{self.place}: {self.code}: {self.message}"

    @property
    def place(self) -> str:
        """`FILE`, `FILE:LINE`, or `FILE, page PAGE`."""
        if self.page is not None:
            return f"{self.file}, page {self.page}"
        return f"{self.file}:{self.line}" if self.line is not None else self.file


def locate_issues(file: str, document: Document, issues: Iterable[Issue]) -> Iterator[LocatedIssue]:
    r"""The issues of a file with their places, from the top down; those without a place come first.

    >>> from unreport import check, parse_document, read
    >>> document = read(b"I. Introduction\n\n1. It met.\n\n3. It closed.\n")
    >>> issues = check(parse_document(document), document)
    >>> [str(one) for one in locate_issues("draft.txt", document, issues) if one.line]
    ['draft.txt:5: numbering-gap: Paragraph 3 follows paragraph 1: 2 is missing.']
    """
    starts = [line.start for line in document.lines]
    numbers = _line_numbers(document)
    for issue in sorted(issues, key=_start):
        span = issue.span
        if span is None:
            yield LocatedIssue(file=file, code=issue.code, message=issue.message)
            continue
        index = max(bisect_right(starts, span.start) - 1, 0)
        own_page = document.lines[index].page if document.lines else None
        page = span.pages[0] if span.pages else own_page
        yield LocatedIssue(
            file=file,
            code=issue.code,
            message=issue.message,
            page=page,
            line=numbers[index] if page is None and numbers else None,
            text=_quote(document.text[span.start : span.end]),
            start=span.start,
            end=span.end,
        )


def _start(issue: Issue) -> int:
    return -1 if issue.span is None else issue.span.start


def _line_numbers(document: Document) -> Sequence[int]:
    """The number of each line of the document in its source, blank lines counted in text files."""
    is_text = document.source.media_type == TEXT
    return list(accumulate(1 + (line.above if is_text else 0) for line in document.lines))


def _quote(text: str) -> str | None:
    words = " ".join(text.split())
    if len(words) > MAX_QUOTE:
        words = words[: MAX_QUOTE - 1].rstrip() + ELLIPSIS
    return words or None


def sarif(issues: Iterable[LocatedIssue], version: str) -> dict[str, object]:
    """A SARIF log of one run; `version` is that of unreport."""
    found = list(issues)
    codes = dict.fromkeys(issue.code for issue in found)
    driver = {"name": "unreport", "version": version, "rules": [{"id": code} for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(issue) for issue in found],
    }
    return {"$schema": SARIF_SCHEMA, "version": SARIF_VERSION, "runs": [run]}


def _sarif_result(issue: LocatedIssue) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": _uri(issue.file)}}
    if issue.line is not None:
        snippet = {"snippet": {"text": issue.text}} if issue.text else {}
        physical["region"] = {"startLine": issue.line, **snippet}
    location: dict[str, object] = {"physicalLocation": physical}
    if issue.page is not None:
        name = f"page {issue.page}"
        location["logicalLocations"] = [{"name": name, "kind": "page"}]
    properties = {"page": issue.page, "text": issue.text, "start": issue.start, "end": issue.end}
    return {
        "ruleId": issue.code,
        "level": "warning",
        "message": {"text": issue.message},
        "locations": [location],
        "properties": {key: value for key, value in properties.items() if value is not None},
    }


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
