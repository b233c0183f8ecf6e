"""The codes of all issues: those of the readers and of the parser, and those of the checks."""

from __future__ import annotations

READER_CODES = (
    "uncertain-row",
    "page-without-text",
    "lost-text",
    "lost-pages",
    "doubtful-letters",
    "turned-text",
    "damaged-file",
    "unread-part",
    "symbol-supplied",
    "doubled-text",
    "ocr-layer",
    "encoding-doubtful",
)
"""Codes of issues that are found before a report is checked (`Report.doubts`)."""
