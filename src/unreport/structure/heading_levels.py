"""Headings by their look: where a page tells sizes, bold and italic, but no levels.

The look that most letters have is the text's.  A heavier one that short lines have is a heading's:
larger before smaller, bold before italic, as the templates of United Nations documents set them
(chapters bold and large, sections bold, the lowest headings italic).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from unreport.structure.markers import Grammar, read_marks, read_unit
from unreport.structure.numbering import is_title
from unreport.structure.passages import Passage

LARGER = 0.6  # points: a real difference in size
TITLES = 0.6  # of the passages with a heading's look have a title's form


class Look(NamedTuple):
    """How a passage is set."""

    size: float
    bold: bool
    italic: bool


def levelled(passages: Sequence[Passage], grammar: Grammar) -> tuple[Passage, ...]:
    """Passages with levels by their look, where the source gives looks and no levels."""
    looks = [_look(passage) for passage in passages]
    if any(p.level for p in passages) or not any(look and look.bold for look in looks):
        return tuple(passages)
    text = _text_look(passages, looks)
    levels = _levels(passages, looks, text)
    return tuple(
        _with_level(passage, look, text, levels.get(look), grammar)
        if look is not None and text is not None and levels
        else passage
        for passage, look in zip(passages, looks, strict=True)
    )


def _look(passage: Passage) -> Look | None:
    if passage.table or passage.size is None or passage.bold is None:
        return None
    return Look(round(passage.size * 2) / 2, passage.bold, bool(passage.italic))


def _text_look(passages: Sequence[Passage], looks: Sequence[Look | None]) -> Look | None:
    letters: Counter[Look] = Counter()
    for passage, look in zip(passages, looks, strict=True):
        if look is not None:
            letters[look] += len(passage.text)
    return max(letters, key=lambda look: letters[look], default=None)


def _levels(
    passages: Sequence[Passage], looks: Sequence[Look | None], text: Look | None
) -> dict[Look | None, int]:
    """The level of each look that headings have, 1 for the heaviest."""
    if text is None:
        return {}
    titled: Counter[Look] = Counter()
    counts: Counter[Look] = Counter()
    for passage, look in zip(passages, looks, strict=True):
        if look is not None and _is_heavier(look, text):
            counts[look] += 1
            titled[look] += is_title(passage.text)
    heavy = [look for look in counts if titled[look]]
    heavy.sort(key=lambda look: (-look.size, not look.bold, look.italic))
    return {look: level for level, look in enumerate(heavy, start=1)}


def _is_heavier(look: Look, text: Look) -> bool:
    if look.size < text.size - LARGER:
        return False
    larger = look.size > text.size + LARGER
    return larger or (look.bold and not text.bold) or (look.italic and not text.italic)


def _with_level(
    passage: Passage, look: Look, text: Look, level: int | None, grammar: Grammar
) -> Passage:
    """A passage as the heading that it looks, or as text if it has no mark and looks like text."""
    if look.size < text.size - LARGER:
        return replace(passage, level=0)  # the type of tables and notes
    if level is not None and is_title(passage.text):
        return replace(passage, level=min(level, 9))
    marked = read_marks(passage.text, grammar) or read_unit(passage.text, grammar)
    return passage if marked or level is not None else replace(passage, level=0)
