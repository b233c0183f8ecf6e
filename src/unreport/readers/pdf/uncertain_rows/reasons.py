"""A mark on a row, with what is doubtful in it and why."""

from __future__ import annotations

from unreport.readers.pdf.layout.text_lines import TextLine


def mark(row: TextLine, reason: str) -> None:
    """Mark a row as uncertain; the first reason is kept."""
    row.certain = False
    row.reason = row.reason or reason
