"""Running text in AKN4UN: note calls, and links to the documents that are cited."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from unreport.export.akn.notes import Notes
from unreport.export.akn.output import OutputElement, add, add_text, append
from unreport.export.akn.vocabulary import DOCUMENT_URL
from unreport.export.note_calls import Run, cell_pieces, places_of_calls
from unreport.languages.citations import CitationKind, find_symbols
from unreport.model import Note

ORGAN_AND_SLASH = regex.compile(r"\p{Lu}(?:\.\d{1,3})?\s?[/／]")
"""In every symbol: a quick look before the search."""
SYMBOLS: tuple[CitationKind, ...] = ("symbol",)


class InlineWriter:
    """Writes texts; keeps which notes have been called."""

    def __init__(self, language: str | None, notes: Notes) -> None:
        self._url = f"{DOCUMENT_URL}/{language}" if language else DOCUMENT_URL
        self._notes = notes

    def add_paragraphs(self, parent: OutputElement, runs: Sequence[Run]) -> None:
        """A `p` for each run; an empty one if there is none, for the element asks for it."""
        for text, notes in runs or [("", [])]:
            self.write(add(parent, "p"), text, notes)

    def write(self, element: OutputElement, text: str, notes: Sequence[Note] = ()) -> None:
        """A text into an empty element, with its calls."""
        links = self._links(text)
        at = 0
        for note, place in zip(notes, places_of_calls(text, notes), strict=True):
            at = self._write_linked(element, text, (at, place), links)
            self._notes.add_call(element, note.marker, note.printed)
        self._write_linked(element, text, (at, len(text)), links)

    def write_calls(self, element: OutputElement, notes: Sequence[Note]) -> None:
        """Calls behind all that the element holds."""
        for note in notes:
            self._notes.add_call(element, note.marker, note.printed)

    def write_marked(self, element: OutputElement, text: str) -> None:
        """A text in which `[^1]` is a call, as in the cells of tables."""
        first, calls = cell_pieces(text)
        append(element, first)
        for marker, after in calls:
            self._notes.add_call(element, marker)
            append(element, after)

    def _write_linked(
        self,
        element: OutputElement,
        text: str,
        place: tuple[int, int],
        links: list[tuple[int, int, str]],
    ) -> int:
        """A piece of a text, with the links that stand whole in it; returns its end."""
        at, stop = place
        for start, end, name in links:
            if at <= start and end <= stop:
                append(element, text[at:start])
                add_text(element, "a", text[start:end], href=f"{self._url}/{name}")
                at = end
        append(element, text[at:stop])
        return stop

    def _links(self, text: str) -> list[tuple[int, int, str]]:
        """Where documents are cited by their symbols, and the path of their URL."""
        found: list[tuple[int, int, str]] = []
        if not ("/" in text or "／" in text) or not ORGAN_AND_SLASH.search(text):
            return found
        for cited in find_symbols(text, kinds=SYMBOLS):
            ends = found[-1][1] if found else 0
            if cited.symbol and cited.span.start >= ends:
                found.append((cited.span.start, cited.span.end, cited.symbol.to_url_path()))
        return found
