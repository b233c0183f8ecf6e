"""Page furniture: running heads, page feet, job numbers and contents lists, split from the text.

Sources print them in mid-sentence.  Readers that know the page say so themselves
(`Line.role`); in plain text they are known by form and by repetition.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from unreport.document import Line
from unreport.languages.lexicon import Lexicon
from unreport.model import Furniture, Span
from unreport.structure.contents import Kind, mark_contents
from unreport.structure.furniture.counted_pages import mark_counted_pages
from unreport.structure.furniture.page_feet import LONGEST_HEAD, may_be_foot, own_kind
from unreport.structure.furniture.page_numbers import mark_page_numbers
from unreport.structure.furniture.running_heads import (
    mark_languages,
    mark_repeated,
    mark_symbols,
    mark_titles,
)


class FurnitureSplit(Struct, frozen=True):
    """The lines of the text, and the page furniture that stood between them."""

    lines: tuple[Line, ...]
    furniture: tuple[Furniture, ...]


def split_furniture(lines: Sequence[Line], lexicon: Lexicon) -> FurnitureSplit:
    """Split page furniture from the text.

    Where furniture stood in the middle of text, the blank lines around it mean nothing: the line
    after it is marked as turned over a page (`above` is -1).
    """
    short = [i for i, line in enumerate(lines) if len(line.text) <= LONGEST_HEAD]
    kinds = _kinds(lines, short)
    mark_contents(lines, kinds, short, lexicon)
    if not any(kinds):
        return FurnitureSplit(tuple(lines), ())
    kept: list[Line] = []
    pieces: list[Furniture] = []
    turned = False
    for line, kind in zip(lines, kinds, strict=True):
        if kind is None:
            kept.append(replace(line, above=-1) if turned and kept else line)
            turned = False
        else:
            pieces.append(Furniture(kind=kind, text=line.text, span=Span(line.start, line.end)))
            turned = turned or kind in ("head", "foot")
    return FurnitureSplit(tuple(kept), tuple(pieces))


def _kinds(lines: Sequence[Line], short: Sequence[int]) -> list[Kind | None]:
    """For each line the kind of furniture that it is, or None; `short` may be some by its form."""
    kinds: list[Kind | None] = [
        line.role if line.role == "head" or line.role == "foot" else None  # noqa: PLR1714  narrowed
        for line in lines
    ]
    likely = [i for i in short if may_be_foot(lines[i].text)]
    for i in likely:
        kinds[i] = kinds[i] or own_kind(lines[i])
    feet = [i for i, kind in enumerate(kinds) if kind == "foot"]
    mark_symbols(lines, kinds, short)
    mark_repeated(lines, kinds, feet)
    mark_titles(lines, kinds)
    mark_page_numbers(lines, kinds, likely)
    mark_counted_pages(lines, kinds, short)
    if "head" in kinds:
        mark_languages(lines, kinds)
    return kinds
