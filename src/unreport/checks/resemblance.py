"""How much a document looks like a United Nations document: README files are text, too."""

from __future__ import annotations

from unreport.model import Masthead, Paragraph, Report, Section

SYMBOL_SHARE = 0.4
FIELD_SHARE = 0.15
MAX_FIELDS_SHARE = 0.45
NUMBERED_SHARE = 0.2
HEADING_SHARE = 0.1
LANGUAGE_SHARE = 0.05
MIN_NUMBERED = 2  # paragraphs
THRESHOLD = 0.4
"""From here on a document counts as a report."""


def resemblance(report: Report) -> float:
    r"""From 0 to 1: the evidence that a document is one of the United Nations, added up.

    A printed symbol counts most; then fields of the masthead, numbered paragraphs and headings,
    and one of the six languages.

    >>> from unreport.parse import parse_text
    >>> resemblance(parse_text("# unreport\n\nRun `pip install unreport`.")) < THRESHOLD
    True
    >>> resemblance(parse_text("A/80/L.7\n\nDistr.: Limited\n\nDraft report\n\n1. It met.")) > 0.5
    True
    """
    fields = min(FIELD_SHARE * _field_count(report.masthead), MAX_FIELDS_SHARE)
    paragraphs, sections = _numbered_counts(report)
    score = (
        SYMBOL_SHARE * _has_printed_symbol(report)
        + fields
        + NUMBERED_SHARE * (paragraphs >= MIN_NUMBERED)
        + HEADING_SHARE * (sections > 0)
        + LANGUAGE_SHARE * (report.language is not None)
    )
    return round(min(score, 1.0), 2)


def _numbered_counts(report: Report) -> tuple[int, int]:
    """How many paragraphs and sections have a number, counted no further than needed."""
    paragraphs = sections = 0
    pending = list(reversed(report.body))
    while pending and not (paragraphs >= MIN_NUMBERED and sections):
        node = pending.pop()
        if isinstance(node, Section):
            sections += node.number is not None
            pending.extend(reversed(node.children))
        elif isinstance(node, Paragraph):
            paragraphs += node.number is not None
    return paragraphs, sections


def _has_printed_symbol(report: Report) -> bool:
    supplied = any(doubt.code == "symbol-supplied" for doubt in report.doubts)
    return report.masthead.symbol is not None and not supplied


def _field_count(masthead: Masthead) -> int:
    """How many fields were recognized; not title and bodies, which may be any line."""
    fields = (
        masthead.distribution,
        masthead.date,
        masthead.original_languages,
        masthead.session,
        masthead.meeting,
        masthead.agenda_items,
        masthead.rapporteur,
    )
    return sum(bool(field) for field in fields)
