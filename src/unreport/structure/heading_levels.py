"""Levels of headings by font style, where a source gives size, bold and italic but no levels.

The style of most letters is that of the body text.  A style that stands out from it and that short
lines have is a heading's: larger before smaller, bold before italic, as the templates of United
Nations documents set them (chapters bold and large, sections bold, the lowest headings italic).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from unreport.document import Line
from unreport.structure.numbering import is_title
from unreport.structure.passages import Passage

LONGEST_STYLED = 700  # a heading that its type shows may be of any length that titles have
LONGEST_ITALIC = 150
SIZE_STEP = 0.6  # points: a difference in size that is meant


class FontStyle(NamedTuple):
    """The font of a passage."""

    size: float
    bold: bool
    italic: bool


def reconcile_levels(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines whose outline levels of their own agree with those of the heading styles.

    A word processor knows the level of a heading by its paragraph style, or by an outline level set
    on the paragraph itself, which converters count from another base.  A heading in a style of body
    text takes the level of the heading style that has its font.
    """
    styles = _heading_styles(lines)
    fonts: dict[FontStyle, Counter[int]] = {}
    for line in lines:
        if line.level and line.style in styles and (font := _line_font(line)):
            fonts.setdefault(font, Counter())[line.level] += 1
    if not fonts:
        return tuple(lines)
    levels = {font: counts.most_common(1)[0][0] for font, counts in fonts.items()}
    return tuple(
        replace(line, level=levels.get(font, line.level))
        if line.level and line.style not in styles and (font := _line_font(line))
        else line
        for line in lines
    )


def _heading_styles(lines: Sequence[Line]) -> frozenset[str]:
    """The paragraph styles most of whose lines are headings, all of one level."""
    levels: dict[str, Counter[int]] = {}
    for line in lines:
        if line.style and line.role == "body":
            levels.setdefault(line.style, Counter())[line.level or 0] += 1
    return frozenset(
        style
        for style, counts in levels.items()
        if counts.most_common(1)[0][0] > 0 and counts[0] <= sum(counts.values()) / 2
    )


def _line_font(line: Line) -> FontStyle | None:
    if line.size is None or line.bold is None:
        return None
    return FontStyle(round(line.size * 2) / 2, line.bold, bool(line.italic))


def assign_levels(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Passages with levels by their font style, where the source gives styles and no levels.

    Where it gives levels, text in the smaller type of tables and notes has level 0.
    """
    levelled = not {passage.level for passage in passages}.issubset((None, 0))
    if not levelled and True not in {passage.bold for passage in passages}:
        return tuple(passages)
    styles = [_font_style(passage) for passage in passages]
    if levelled:
        return _with_small_type(passages, styles)
    if not any(style and style.bold for style in styles):
        return tuple(passages)
    text = _body_style(passages, styles)
    levels = _levels(passages, styles, text)
    return tuple(
        _with_level(passage, style, text, levels.get(style))
        if style is not None and text is not None and levels
        else passage
        for passage, style in zip(passages, styles, strict=True)
    )


def _font_style(passage: Passage) -> FontStyle | None:
    if passage.table or passage.size is None or passage.bold is None:
        return None
    return FontStyle(round(passage.size * 2) / 2, passage.bold, bool(passage.italic))


def _body_style(
    passages: Sequence[Passage], styles: Sequence[FontStyle | None]
) -> FontStyle | None:
    letters: Counter[FontStyle] = Counter()
    for passage, style in zip(passages, styles, strict=True):
        if style is not None:
            letters[style] += len(passage.text)
    return max(letters, key=lambda style: letters[style], default=None)


def _with_small_type(
    passages: Sequence[Passage], styles: Sequence[FontStyle | None]
) -> tuple[Passage, ...]:
    text = _body_style(passages, styles)
    smallest = text.size - SIZE_STEP if text else 0.0
    return tuple(
        replace(passage, level=0)
        if passage.level is None and style is not None and style.size < smallest
        else passage
        for passage, style in zip(passages, styles, strict=True)
    )


def _levels(
    passages: Sequence[Passage], styles: Sequence[FontStyle | None], text: FontStyle | None
) -> dict[FontStyle | None, int]:
    """The level of each style that headings have, 1 for the one that stands out most."""
    if text is None:
        return {}
    titled: Counter[FontStyle] = Counter()
    counts: Counter[FontStyle] = Counter()
    for passage, style in zip(passages, styles, strict=True):
        if style is not None and _stands_out(style, text):
            counts[style] += 1
            titled[style] += is_title(passage.text, _longest(style, text))
    heading_styles = [style for style in counts if titled[style]]
    heading_styles.sort(key=lambda style: (-style.size, not style.bold, style.italic))
    return {style: level for level, style in enumerate(heading_styles, start=1)}


def _stands_out(style: FontStyle, text: FontStyle) -> bool:
    if style.size < text.size - SIZE_STEP:
        return False
    larger = style.size > text.size + SIZE_STEP
    return larger or (style.bold and not text.bold) or (style.italic and not text.italic)


def _longest(style: FontStyle, text: FontStyle) -> int:
    """How long a heading of a style may be: in italics alone a long text is a quotation."""
    strong = style.bold or style.size > text.size + SIZE_STEP
    return LONGEST_STYLED if strong else LONGEST_ITALIC


def _with_level(passage: Passage, style: FontStyle, text: FontStyle, level: int | None) -> Passage:
    """A passage with its style's level, or 0 if it has no marker and the body's style."""
    if style.size < text.size - SIZE_STEP:
        return replace(passage, level=0)  # the type of tables and notes
    if level is not None and is_title(passage.text, _longest(style, text)):
        return replace(passage, level=min(level, 9))
    marked = passage.markers.readings or passage.markers.unit
    return passage if marked or level is not None else replace(passage, level=0)
