"""Footnotes in AKN4UN: the note stands where it is first called, later calls refer to it."""

from __future__ import annotations

from unreport.export.akn.output import OutputElement, add, add_text
from unreport.export.note_calls import CalledNotes
from unreport.model import Footnote, Report

CALL = "noteCall"
"""The name of the `inline` of a call whose note is not in the document."""


class Notes:
    """The footnotes of a report, each written once."""

    def __init__(self, report: Report) -> None:
        self._notes = report.footnotes
        self._called = CalledNotes(report)
        self._written: set[int] = set()

    def add_call(self, parent: OutputElement, marker: str, printed: str | None = None) -> None:
        """A call, with its note where it is the first one."""
        raised = add(parent, "sup", own_printed=printed)
        number = self._called.next(marker)
        if number is None:
            add_text(raised, "inline", marker, name=CALL)
        elif number in self._written:
            add_text(raised, "ref", marker, href=f"#{_eid(number)}")
        else:
            self._add_note(raised, number)

    def add_uncalled(self, parent: OutputElement) -> None:
        """A container of the notes that nothing calls; none if there is no such note."""
        uncalled = [number for number in range(len(self._notes)) if number not in self._written]
        if uncalled:
            container = add(parent, "container", name="footnotes", eId="footnotes")
            for number in uncalled:
                self._add_note(add(container, "p"), number)

    def _add_note(self, parent: OutputElement, number: int) -> None:
        note: Footnote = self._notes[number]
        self._written.add(number)
        element = add(
            parent,
            "authorialNote",
            eId=_eid(number),
            marker=note.marker,
            placement="bottom",
            own_printed=note.printed,
        )
        add_text(element, "p", note.text)


def _eid(number: int) -> str:
    return f"authorialNote_{number + 1}"
