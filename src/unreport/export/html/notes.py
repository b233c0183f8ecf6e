"""Links between the calls of footnotes and the footnotes."""

from __future__ import annotations

from collections import Counter, defaultdict

from unreport.export.html.text import escaped, with_marker
from unreport.model import Footnote, Report


class NoteLinks:
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
            return f"<sup>{escaped(marker)}</sup>"
        number = notes[min(self._calls[marker], len(notes) - 1)]
        self._calls[marker] += 1
        name = "" if number in self._called else f' id="call-{number}"'
        self._called.add(number)
        return f'<sup><a{name} href="#note-{number}" role="doc-noteref">{escaped(marker)}</a></sup>'

    def note(self, number: int, note: Footnote) -> str:
        """A note, with a link back to its call."""
        text = with_marker(note.marker, escaped(note.text))
        if number not in self._called:
            return text
        back = (
            f'<a href="#call-{number}" role="doc-backlink" lang="en" '
            'aria-label="Back to the text">↩</a>'
        )
        return f"{text} {back}"
