"""Export a report as a self-contained HTML page for reading: outline, anchors, notes, issues.

The direction of text comes from the report, not from the first letter of a paragraph: an Arabic
paragraph that begins with a symbol in Latin letters is set right to left all the same (CSS Writing
Modes, `direction`).  Only lines of the masthead may be in another script than the report.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise

import regex

from unreport.export.arguments import require_report
from unreport.export.html_style import STYLE
from unreport.export.note_calls import TABLE_CALL, texts_and_lists, title_with_calls
from unreport.languages import LEXICONS
from unreport.model import (
    Content,
    Footnote,
    Issue,
    Item,
    List,
    MastheadLine,
    Node,
    Paragraph,
    Report,
    Section,
    Span,
    Table,
)

FIRST_HEADING_LEVEL = 2  # the title is the only `h1`
MAX_HEADING_LEVEL = 6
RIGHT_TO_LEFT = regex.compile(r"[\p{Arabic}\p{Hebrew}]")  # letters, digits and signs
LEFT_TO_RIGHT = regex.compile(r"\p{L}")


def to_html(report: Report, *, issues: Sequence[Issue] | None = None) -> str:
    """A report as a self-contained HTML page.

    `issues` are shown where they were found; those of the reader (`report.doubts`) if not given.
    Raises `TypeError` for what is no report.

    >>> from unreport.parse import parse_text
    >>> print(to_html(parse_text("أولا- مقدمة")).split()[:4])
    ['<!doctype', 'html>', '<html', 'lang="ar"']
    """
    require_report(report)
    title = (
        str(report.masthead.symbol or "") or report.masthead.title or report.source.name or "Report"
    )
    page = _Page(report, report.doubts if issues is None else issues)
    body = [*page.main()]
    outline = [*page.outline()]
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{escape(report.language or "")}" dir="{page.direction}">',
            f'<head><meta charset="utf-8"><title>{escape(title)}</title>',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<style>{STYLE}</style></head>",
            f'<body class="{"outlined" if outline else "plain"}">',
            '<a class="skip" href="#text" lang="en">Skip to the text</a>',
            *outline,
            *body,
            "</body></html>",
        ]
    )


def outline_html(report: Report) -> str:
    """The headings of a report, each indented by its depth, for notebooks."""
    lines = [(0, repr(report))]
    lines += [(section.level, section.heading) for section in report.sections]
    return "\n".join(
        f'<div style="margin-left: {depth}em"><bdi>{escape(text)}</bdi></div>'
        for depth, text in lines
    )


class _Page:
    """Renders a report; keeps the names of anchors, the notes, the page and the issues in order."""

    def __init__(self, report: Report, issues: Iterable[Issue]) -> None:
        self.report = report
        lexicon = LEXICONS.get(report.language or "")
        self.direction = "rtl" if lexicon and lexicon.script == "Arabic" else "ltr"
        self._names: Counter[str] = Counter()
        self._headings: list[tuple[int, str, str]] = []  # level, anchor, text
        self._notes = _NoteLinks(report)
        self._page = 0
        located = sorted((one for one in issues if one.span), key=_start)
        self._unlocated = [one for one in issues if one.span is None]
        self._located = located[::-1]  # the next one is the last

    # --- the parts of the page ---

    def outline(self) -> Iterator[str]:
        """The headings as nested lists of links."""
        if not self._headings:
            return
        yield '<nav aria-label="Outline">'
        yield "<ol>"
        ends = [*self._headings, (FIRST_HEADING_LEVEL, "", "")]
        for (level, anchor, text), (following, _, _) in pairwise(ends):
            yield f'<li><a href="#{anchor}">{_escaped(text)}</a>'
            yield "<ol>" if following > level else "</li>"
            yield from ["</ol></li>"] * (level - following)
        yield "</ol>"
        yield "</nav>"

    def main(self) -> Iterator[str]:
        """Masthead, body and notes."""
        yield '<main id="text" tabindex="-1">'
        yield from self._masthead()
        for node, above in self.report.walk():
            if not isinstance(node, Item):
                yield from self._issues_before(node.span.start)
                yield from self._page_number(node.span)
                yield from self._node(node, len(above))
        yield from self._issues_before(None)
        yield from self._footnotes()
        yield "</main>"

    def _masthead(self) -> Iterator[str]:
        lines = self.report.masthead.lines
        titles = [line for line in lines if line.role == "title"]
        yield "<header>"
        if not titles:
            name = self.report.masthead.symbol or self.report.source.name or "Report"
            yield f'<h1 class="hidden">{_escaped(str(name))}</h1>'
        for line in lines:
            yield self._masthead_line(line, "h1" if titles and line is titles[0] else "p")
        for issue in self._unlocated:
            yield _issue(issue)
        yield "</header>"

    def _masthead_line(self, line: MastheadLine, name: str) -> str:
        """A line in its own direction: Arabic mastheads have lines in English."""
        direction = self.direction
        if RIGHT_TO_LEFT.search(line.text):
            direction = "rtl"
        elif LEFT_TO_RIGHT.search(line.text):
            direction = "ltr"
        own = "" if direction == self.direction else f' dir="{direction}"'
        return f'<{name} class="{escape(line.role)}"{own}>{_escaped(line.text)}</{name}>'

    def _footnotes(self) -> Iterator[str]:
        if not self.report.footnotes:
            return
        yield '<section class="notes" role="doc-endnotes" aria-label="Notes">'
        for number, note in enumerate(self.report.footnotes):
            yield f'<p id="note-{number}">{self._notes.note(number, note)}</p>'
        yield "</section>"

    # --- nodes ---

    def _node(self, node: Node, depth: int) -> Iterator[str]:
        match node:
            case Section():
                yield self._heading(node, depth)
            case Paragraph():
                anchor = self._anchor("paragraph", node.number)
                yield f'<div class="paragraph" id="{anchor}">'
                yield from self._blocks("p", node.marker, node.content)
                yield "</div>"
            case Table():
                yield from self._table(node)

    def _heading(self, section: Section, depth: int) -> str:
        level = min(depth + FIRST_HEADING_LEVEL, MAX_HEADING_LEVEL)
        anchor = self._anchor(section.kind, section.number)
        self._headings.append((depth + FIRST_HEADING_LEVEL, anchor, section.heading))
        title = title_with_calls(section, escape, self._notes.call)
        text = _with_marker(section.marker, title)
        label = f"Link to {section.kind} {section.number or ''}".rstrip()
        link = f'<a class="anchor" href="#{anchor}" aria-label="{escape(label)}">#</a>'
        return f'<h{level} id="{anchor}">{text}{link}</h{level}>'

    def _anchor(self, kind: str, number: int | None) -> str:
        """`chapter-2`, `paragraph-14`; `-2` is added where it comes again."""
        name = kind if number is None else f"{kind}-{number}"
        self._names[name] += 1
        count = self._names[name]
        return name if count == 1 else f"{name}-again-{count}"

    def _blocks(self, name: str, marker: str | None, content: Sequence[Content]) -> Iterator[str]:
        """A paragraph or item: its texts in elements of that name, with its lists between them."""
        lead = marker
        pieces = texts_and_lists(content, escape, self._notes.call)
        if not pieces or isinstance(pieces[0], List):
            pieces.insert(0, "")
        for piece in pieces:
            if isinstance(piece, List):
                yield from self._list(piece)
            elif piece or lead:
                yield f"<{name}>{_with_marker(lead, piece)}</{name}>"
                lead = None

    def _list(self, items: List) -> Iterator[str]:
        yield "<ul>"
        for item in items.items:
            yield "<li>"
            yield from self._blocks("div", item.marker, item.content)
            yield "</li>"
        yield "</ul>"

    def _table(self, table: Table) -> Iterator[str]:
        """A table in a box that scrolls; the first of several rows holds the column headings."""
        label = escape(table.caption or "Table")
        yield f'<div class="scroll" tabindex="0" role="group" aria-label="{label}">'
        yield "<table>"
        if table.caption:
            yield f"<caption>{self._cell(table.caption)}</caption>"
        rows = table.rows[table.caption_rows :]
        head, body = (rows[:1], rows[1:]) if len(rows) > 1 else ((), rows)
        for row in head:
            cells = (f'<th scope="col">{self._cell(cell)}</th>' for cell in row)
            yield f"<thead><tr>{''.join(cells)}</tr></thead>"
        yield "<tbody>"
        for row in body:
            yield f"<tr>{''.join(f'<td>{self._cell(cell)}</td>' for cell in row)}</tr>"
        yield "</tbody>"
        yield "</table></div>"

    def _cell(self, cell: str) -> str:
        """A cell, in which `[^1]` is a note call."""
        text, *rest = TABLE_CALL.split(cell)
        calls = zip(rest[::2], rest[1::2], strict=True)
        return _escaped(text) + "".join(
            self._notes.call(marker) + _escaped(after) for marker, after in calls
        )

    # --- what stands beside the text ---

    def _page_number(self, span: Span) -> Iterator[str]:
        """The number of a page, before the first node that begins on it."""
        if span.pages and span.pages[0] > self._page:
            self._page = span.pages[0]
            yield (
                f'<span class="page" id="page-{self._page}" role="note" '
                f'aria-label="page {self._page}">{self._page}</span>'
            )

    def _issues_before(self, start: int | None) -> Iterator[str]:
        """The issues of the nodes before this place, which follow their nodes."""
        while self._located and (start is None or _start(self._located[-1]) < start):
            yield _issue(self._located.pop())


class _NoteLinks:
    """Links between the calls of notes and the notes, by marker and order."""

    def __init__(self, report: Report) -> None:
        self._numbers: dict[str, list[int]] = defaultdict(list)  # of the notes with a marker
        for number, note in enumerate(report.footnotes):
            self._numbers[note.marker or ""].append(number)
        self._calls: Counter[str] = Counter()
        self._called: set[int] = set()

    def call(self, marker: str) -> str:
        """The call of a note: the n-th call of a marker belongs to its n-th note, or the last."""
        notes = self._numbers.get(marker)
        if not notes:
            return f"<sup>{_escaped(marker)}</sup>"
        number = notes[min(self._calls[marker], len(notes) - 1)]
        self._calls[marker] += 1
        name = "" if number in self._called else f' id="call-{number}"'
        self._called.add(number)
        return (
            f'<sup><a{name} href="#note-{number}" role="doc-noteref">{_escaped(marker)}</a></sup>'
        )

    def note(self, number: int, note: Footnote) -> str:
        """A note, with a link back to its call."""
        text = _with_marker(note.marker, _escaped(note.text))
        if number not in self._called:
            return text
        back = f'<a href="#call-{number}" role="doc-backlink" aria-label="Back to the text">↩</a>'
        return f"{text} {back}"


def _start(issue: Issue) -> int:
    return issue.span.start if issue.span else -1


def _issue(issue: Issue) -> str:
    code = f"<code>{escape(issue.code)}</code>"
    return f'<p class="issue" role="note" lang="en" dir="ltr">{code} {_escaped(issue.message)}</p>'


def _with_marker(marker: str | None, text: str) -> str:
    span = f'<span class="marker">{_escaped(marker)}</span>' if marker else ""
    return " ".join(part for part in (span, text) if part)


def _escaped(text: str) -> str:
    return escape(" ".join(text.split()))
