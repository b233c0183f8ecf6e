"""Issues in the text of a page: each after the node or note in which it was found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from unreport.export.html.text import escaped
from unreport.model import Issue, Span


class PlacedIssues:
    """The issues of a report, given out in the order of the text."""

    def __init__(self, issues: Iterable[Issue], notes: Sequence[Span]) -> None:
        self._without_place: list[Issue] = []
        self._in_notes: dict[int, list[Issue]] = {}
        in_text: list[tuple[int, Issue]] = []
        self.links: list[tuple[str, str]] = []
        """Anchor and code of each issue that was given out."""
        order = sorted(range(len(notes)), key=lambda number: notes[number].start)
        starts = [notes[number].start for number in order]
        for issue in issues:
            if issue.span is None:
                self._without_place.append(issue)
                continue
            at = issue.span.start
            number = order[bisect_right(starts, at) - 1] if starts and at >= starts[0] else None
            if number is not None and at < notes[number].end:
                self._in_notes.setdefault(number, []).append(issue)
            else:
                in_text.append((at, issue))
        # the next one is the last
        self._in_text = sorted(in_text, key=lambda pair: pair[0], reverse=True)

    def without_place(self) -> Iterator[str]:
        """The issues of the report as a whole."""
        yield from map(self._element, self._without_place)

    def before(self, start: int | None) -> Iterator[str]:
        """The issues of the text before this place, which follow their nodes; None: all."""
        while self._in_text and (start is None or self._in_text[-1][0] < start):
            yield self._element(self._in_text.pop()[1])

    def in_note(self, number: int) -> Iterator[str]:
        """The issues of a note."""
        yield from map(self._element, self._in_notes.get(number, ()))

    def list(self) -> Iterator[str]:
        """Links to the issues that were given out."""
        if not self.links:
            return
        yield f'<details class="doubts" open><summary>Doubts: {len(self.links)}</summary><ol>'
        for anchor, code in self.links:
            yield f'<li><a href="#{anchor}">{escape(code)}</a></li>'
        yield "</ol></details>"

    def _element(self, issue: Issue) -> str:
        anchor = f"doubt-{len(self.links) + 1}"
        self.links.append((anchor, issue.code))
        code = f"<code>{escape(issue.code)}</code>"
        return (
            f'<p class="issue" id="{anchor}" role="note" lang="en" dir="ltr">'
            f"{code} {escaped(issue.message)}</p>"
        )
