"""Checks of a parsed report: a table of functions, each with a stable code.

A check corrects nothing and raises nothing; its findings are values.  `docs/checks.md` explains the
codes.  Some checks need the document as well as the report.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from unreport.checks.contents import contents_as_text, contents_unmatched
from unreport.checks.masthead import (
    addendum_unnumbered,
    addendum_unsaid,
    date_impossible,
    date_outside_meeting,
    month_names_disagree,
    session_differs,
    symbol_differs,
    symbol_missing,
    title_missing,
)
from unreport.checks.numbers import (
    heading_order,
    list_broken,
    list_uncertain,
    numbering_gap,
    numbering_repeat,
    paragraph_empty,
    section_empty,
)
from unreport.checks.paragraphs import paragraph_broken
from unreport.checks.subject import Check, Subject
from unreport.checks.text import (
    language_differs,
    language_unknown,
    letters_damaged,
    note_missing,
    note_uncalled,
    text_lost,
)
from unreport.checks.unread_marks import (
    heading_unread,
    note_unread,
    number_unread,
    page_number_unread,
)
from unreport.document import Document
from unreport.model import Issue, Report

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "numbering-gap": numbering_gap,
        "numbering-repeat": numbering_repeat,
        "heading-order": heading_order,
        "section-empty": section_empty,
        "paragraph-empty": paragraph_empty,
        "paragraph-broken": paragraph_broken,
        "list-broken": list_broken,
        "list-uncertain": list_uncertain,
        "number-unread": number_unread,
        "heading-unread": heading_unread,
        "page-number-unread": page_number_unread,
        "symbol-missing": symbol_missing,
        "title-missing": title_missing,
        "date-impossible": date_impossible,
        "month-names-disagree": month_names_disagree,
        "date-outside-meeting": date_outside_meeting,
        "addendum-unnumbered": addendum_unnumbered,
        "addendum-unsaid": addendum_unsaid,
        "session-differs": session_differs,
        "symbol-differs": symbol_differs,
        "language-unknown": language_unknown,
        "language-differs": language_differs,
        "note-missing": note_missing,
        "note-uncalled": note_uncalled,
        "note-unread": note_unread,
        "letters-damaged": letters_damaged,
        "text-lost": text_lost,
        "contents-unmatched": contents_unmatched,
        "contents-as-text": contents_as_text,
    }
)


def check(report: Report, document: Document | None = None) -> tuple[Issue, ...]:
    r"""All issues of a report, those found while reading and parsing first.

    With the document that the report was parsed from, text missing from the report is found too.
    Raises `TypeError` for what is no report or no document.

    >>> from unreport.parse import parse_text
    >>> report = parse_text("I. Work done\n\n1. We met.\n\n2. We talked.\n\n4. We parted.")
    >>> [(issue.code, issue.message) for issue in check(report) if issue.span]
    [('numbering-gap', 'Paragraph 4 follows paragraph 2: 3 is missing.')]
    """
    if not isinstance(report, Report):
        raise TypeError(f"a Report is checked, not {type(report).__name__}; use `unreport.parse`")
    if not isinstance(document, Document | None):
        kind = type(document).__name__
        raise TypeError(f"`document` is what `unreport.read` returns, not {kind}")
    subject = Subject(report, document)
    found = (
        Issue(code=code, message=message, span=span)
        for code, rule in CHECKS.items()
        for message, span in rule(subject)
    )
    return (*report.doubts, *found)
