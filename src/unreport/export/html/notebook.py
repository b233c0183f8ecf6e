"""A report in a notebook: its name, what is in it, its outline and its doubts."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from unreport.export.html.text import escaped, report_direction
from unreport.model import Report, Section
from unreport.nodes import counted

MOST_DOUBTS = 10  # then how many more there are


def notebook_html(report: Report) -> str:
    r"""The outline of a report with counts and doubts; `to_html` has the whole.

    >>> from unreport.parse import parse_text
    >>> shown = notebook_html(parse_text("I. Work\n\n1. It met.\n\n2. It ended."))
    >>> "1 section, 2 paragraphs" in shown
    True
    """
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield '<div class="unreport" style="line-height: 1.5">'
    name = str(report.symbol or "") or report.source.name or "Report"
    yield f"<div><b>{escaped(name)}</b> ({escape(report.language or '?')}): {_counts(report)}</div>"
    direction = report_direction(report)
    yield f'<div dir="{direction}" style="text-align: start">'
    if report.title:
        yield f"<div><b>{escaped(report.title)}</b></div>"
    for node, above in report.walk():
        if isinstance(node, Section):
            heading = escaped(node.heading) or escape(node.kind)
            count = counted(len(node.paragraphs), "paragraph")
            yield (
                f'<div style="margin-inline-start: {1.5 * len(above):g}em">{heading} '
                f'<bdi dir="ltr" style="opacity: .65">({count})</bdi></div>'
            )
    yield "</div>"
    doubts = report.doubts[:MOST_DOUBTS]
    for issue in doubts:
        yield f"<div>⚠ <code>{escape(issue.code)}</code> {escaped(issue.message)}</div>"
    if more := len(report.doubts) - len(doubts):
        yield f"<div>⚠ and {more} more in <code>report.doubts</code></div>"
    yield "</div>"


def _counts(report: Report) -> str:
    counts = (
        (len(report.sections), "section"),
        (len(report.paragraphs), "paragraph"),
        (len(report.items), "item"),
        (len(report.footnotes), "footnote"),
    )
    return ", ".join(counted(count, noun) for count, noun in counts if count) or "no text"
