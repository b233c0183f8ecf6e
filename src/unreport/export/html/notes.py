"""Links between the calls of footnotes and the footnotes."""

from __future__ import annotations

from unreport.export.html.text import escaped, with_marker
from unreport.export.note_calls import CalledNotes
from unreport.model import Footnote, Report


class NoteLinks:
    """Links between the calls of notes and the notes, by marker and order."""

    def __init__(self, report: Report) -> None:
        self._notes = CalledNotes(report)
        self._called: set[int] = set()

    def call(self, marker: str) -> str:
        """The call of a note."""
        number = self._notes.next(marker)
        if number is None:
            return f"<sup>{escaped(marker)}</sup>"
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
