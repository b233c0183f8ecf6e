r"""The numbers of footnotes and endnotes: `\ftnstart`, `\ftnrestart`, `\ftnnrlc` and their like."""

from __future__ import annotations

from dataclasses import dataclass

from unreport.readers.word.number_formats import format_number

FORMATS = {
    "ar": "decimal", "alc": "lowerLetter", "auc": "upperLetter", "rlc": "lowerRoman",
    "ruc": "upperRoman", "chi": "chicago",
}  # fmt: skip


@dataclass
class NoteNumbers:
    """Counts the notes of one kind."""

    format: str = "decimal"
    start: int = 1
    restarts: bool = False  # in each section
    count: int = 0

    def set(self, word: str, number: int | None) -> None:
        r"""Set a property by its control word without `\ftn` or `\aftn`."""
        if word == "start":
            self.start, self.count = number or 1, 0
        elif word in ("restart", "rstcont"):
            self.restarts = word == "restart"
        elif word.startswith("n"):
            self.format = FORMATS.get(word[1:], self.format)

    def next(self) -> None:
        """Count a note with an automatic number."""
        self.count += 1

    @property
    def mark(self) -> str:
        """The number of the last note that was counted."""
        return format_number(self.start + self.count - 1, self.format)

    def end_section(self) -> None:
        """Begin anew in the next section, if the numbers restart there."""
        if self.restarts:
            self.count = 0
