"""A kind of fault that was reported, and inputs of the same kind with what is right for each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import unreport
from unreport import UnreportError
from unreport.document import Line


class Doubted(NamedTuple):
    """A text that may be read wrongly, but not without a doubt of this code."""

    code: str


Right = tuple[str, ...] | type[UnreportError] | Doubted
"""The lines of the document, with ` | ` between cells; the error; or the doubt."""


class Variant(NamedTuple):
    """An input and what is right for it."""

    title: str
    source: bytes | Callable[[], bytes]
    right: Right
    original: bool = False

    def outcome(self) -> Right:
        """What `read` makes of the input, in the terms of `right`."""
        data = self.source if isinstance(self.source, bytes) else self.source()
        try:
            document = unreport.read(data, original=self.original)
        except UnreportError as error:
            return type(error)
        doubts = [doubt.code for doubt in document.doubts]
        if isinstance(self.right, Doubted) and self.right.code in doubts:
            return self.right
        return tuple(map(shown, document.lines))


def shown(line: Line) -> str:
    """A line with ` | ` between cells, and `[^1]` for the note calls in them."""
    if not line.cells:
        return line.text.replace("\t", " ")
    text, at = "", 0
    for start, end in line.calls:
        text += f"{line.text[at:start]}[^{line.text[start:end]}]"
        at = end
    return (text + line.text[at:]).replace("\t", " | ")


class Kind(NamedTuple):
    """A kind of fault: the number of its input in the folder `bugs`, and what is right, and why."""

    bug: str
    name: str
    why: str
    variants: tuple[Any, ...]
