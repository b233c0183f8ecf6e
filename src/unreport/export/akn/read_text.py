"""Read running text from AKN4UN: a text with the calls in it, and the notes that are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex
from msgspec.structs import replace

from unreport.export.akn.facts import NOWHERE
from unreport.export.akn.notes import CALL
from unreport.export.akn.vocabulary import Element, name_of, own
from unreport.model import Content, Footnote, Note, Text

WHITE_SPACE = regex.compile(r"\s++")
TARGET = regex.compile(r"#authorialNote_(\d+)")
LINE_BREAK = "\0"  # of the text, which XML cannot hold; line feeds are white space
RAISED_BRACKETS = frozenset({"(", ")", "()"})
"""Around the calls of Arabic files of the United Nations, each in a `sup` of its own."""


class TextReader:
    """Reads texts; collects the notes by their places among the notes of the document."""

    def __init__(self, *, exact: bool) -> None:
        self.exact = exact  # white space is as written, not of an indented file
        self.notes: dict[int, Footnote] = {}

    def content(self, blocks: Iterable[Element]) -> Iterator[Content]:
        """The text and the calls of each block: a `p`, or any other that holds running text."""
        for block in blocks:
            text, notes = self.run(block)
            if text:
                yield Text(text)
            yield from (note if text else replace(note, at=None) for note in notes)

    def run(self, element: Element) -> tuple[str, list[Note]]:
        """The text of an element without its calls, and the calls with their places."""
        pieces = self._pieces(element)
        return _joined(pieces if self.exact else _without_indents(pieces))

    def marked(self, element: Element) -> str:
        """The text of an element, in which `[^1]` is a call."""
        text, notes = self.run(element)
        for note in reversed(notes):
            text = f"{text[: note.at]}[^{note.marker}]{text[note.at :]}"
        return text

    def _pieces(self, element: Element) -> Iterator[str | Note]:
        """Strings and calls, in their order."""
        yield element.text or ""
        for child in element:
            match name_of(child):
                case "authorialNote":
                    yield replace(self._note(child), printed=own(element, "printed"))
                case "ref" if TARGET.fullmatch(child.get("href", "")):
                    yield Note(child.text or "", printed=own(element, "printed"))
                case "inline" if child.get("name") == CALL:
                    yield Note(child.text or "", printed=own(element, "printed"))
                case "sup" if not self.exact and (child.text or "").strip() in RAISED_BRACKETS:
                    pass
                case "eol" | "br":
                    yield "\n" if self.exact else LINE_BREAK
                case "" | "embeddedStructure" | "quotedStructure":
                    pass  # what is embedded is read as nodes
                case _:
                    yield from self._pieces(child)
            yield child.tail or ""

    def _note(self, element: Element) -> Note:
        """A note where it is called; its text is kept."""
        marker = element.get("marker")
        texts = (self.run(block)[0] for block in element)
        text = "\n".join(texts)
        if not self.exact:
            text = text.removeprefix("()").strip()
        placed = TARGET.fullmatch(f"#{element.get('eId', '')}") if self.exact else None
        number = int(placed[1]) if placed else len(self.notes) + 1
        self.notes[number] = Footnote(
            marker=marker, text=text, span=NOWHERE, printed=own(element, "printed")
        )
        return Note(marker or "")


def _joined(pieces: Iterable[str | Note]) -> tuple[str, list[Note]]:
    parts: list[str] = []
    notes: list[Note] = []
    length = 0
    for piece in pieces:
        if isinstance(piece, Note):
            notes.append(replace(piece, at=length))
        else:
            parts.append(piece)
            length += len(piece)
    return "".join(parts), notes


def _without_indents(pieces: Iterable[str | Note]) -> Iterator[str | Note]:
    """White space as in print: runs are one space, none at the ends of the text."""
    space = True  # whether the text so far ends in a space, or is empty
    held = ""
    for piece in pieces:
        if isinstance(piece, Note):
            yield piece
            continue
        if piece == LINE_BREAK:
            yield "\n"
            space, held = True, ""
            continue
        text = WHITE_SPACE.sub(" ", held + piece)
        if space:
            text = text.lstrip()
        held = " " if text.endswith(" ") else ""
        text = text.rstrip()
        if text:
            space = False
            yield text
