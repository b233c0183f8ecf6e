"""The codes of issues that no check finds: of reading, of assembling a series, of aligning."""

from __future__ import annotations

READER_CODES = (
    "uncertain-row",
    "uncertain-table",
    "page-without-text",
    "lost-text",
    "lost-pages",
    "doubtful-letters",
    "turned-text",
    "covered-text",
    "damaged-file",
    "unread-part",
    "symbol-supplied",
    "doubled-text",
    "ocr-layer",
    "encoding-doubtful",
)
"""Codes of issues that are found before a report is checked (`Report.doubts`)."""

SERIES_CODES = (
    "series-document-missing",
    "series-document-repeated",
    "series-order-unknown",
    "series-heading-differs",
    "series-beginning-missing",
    "series-number-gap",
    "series-number-repeat",
    "series-numbering-restarts",
    "series-corrected",
    "series-correction-unplaced",
)
"""Codes of issues that are found when a series is assembled; docs/series.md explains them."""

ALIGNMENT_CODES = (
    "alignment-missing",
    "alignment-uncertain",
    "alignment-split",
    "alignment-masthead",
    "alignment-number",
    "alignment-document",
    "alignment-date",
    "alignment-state",
)
"""Codes of disagreements between language versions; docs/parallel-texts.md explains them."""
