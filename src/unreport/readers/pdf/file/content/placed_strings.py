"""Strings that are placed one by one, mostly of one glyph each, shown together.

Some producers position each glyph themselves (`Td` or `Tm`, then `Tj`): Skia, which Chromium prints
with, does so for Arabic.  The sums are those of `text_showing`, in its order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from unreport.readers.pdf.file.content.glyph_columns import FARTHEST
from unreport.readers.pdf.file.content.graphics_state import product
from unreport.readers.pdf.file.content.syntax import (
    MAX_STRING_OPERANDS,
    PLACED_STRING,
    IrregularContent,
    numbers,
)
from unreport.readers.pdf.file.content.text_showing import X_HEIGHT, is_plainly_visible
from unreport.readers.pdf.file.device import INVISIBLE_MODES

if TYPE_CHECKING:
    from unreport.readers.pdf.file.content.page_content import PageContent

Linear: TypeAlias = tuple[float, float, float, float]
"""The first four values of a matrix: it scales, rotates and skews by them."""
Place: TypeAlias = tuple[float, float]
"""The last two values of a matrix."""
Placed: TypeAlias = tuple[bytes, bytes, bytes]
"""A string with the numbers before it: the first four of `Tm`, the last two; none for the first."""

NO_TEXT_OBJECT = (b"",) * 6


def show_placed_strings(content: PageContent, operands: bytes, operator: bytes) -> None:
    """Show each string of a run at its place; `operands` are those of the first place."""
    placed: list[Placed] = PLACED_STRING.findall(operator)
    content.device.budget.count(2 * len(placed))
    show = _show_moved if operator.startswith(b"Td") else _show_set
    if len(operator) > MAX_STRING_OPERANDS or not show(content, operands, placed):
        own = [operands, *(linear + place for linear, place, _ in placed[1:])]
        for place, (_, _, token) in zip(own, placed, strict=True):
            operations = (place, operator[:2]), (token, b"Tj")
            content.execute(content, [(*operation, *NO_TEXT_OBJECT) for operation in operations])


def _show_moved(content: PageContent, operands: bytes, placed: list[Placed]) -> bool:
    """Td: show strings after one move and another."""
    a, b, c, d, e, f = content.state.text_matrix
    places: list[Place] = []
    for x, y in _places(numbers(operands, 2), placed):
        e, f = x * a + y * c + e, x * b + y * d + f
        places.append((e, f))
    return _show_at(content, (a, b, c, d), places, placed)


def _show_set(content: PageContent, operands: bytes, placed: list[Placed]) -> bool:
    """Tm: show strings with a matrix each, if these are alike but for their places."""
    a, b, c, d, *first = numbers(operands, 6)
    others = {linear for linear, _, _ in placed[1:]}
    if any([*map(float, linear.split())] != [a, b, c, d] for linear in others):
        return False
    return _show_at(content, (a, b, c, d), _places(first, placed), placed)


def _places(first: list[float], placed: list[Placed]) -> list[Place]:
    """The last two numbers of each place."""
    values = [*first, *map(float, b"".join([place for _, place, _ in placed]).split())]
    if not _are_near(values):
        raise IrregularContent("glyphs far from the page")
    return [*zip(values[::2], values[1::2], strict=True)]


def _show_at(
    content: PageContent, linear: Linear, places: list[Place], placed: list[Placed]
) -> bool:
    """Show strings at places, if they are upright, visible, without rise and spacing."""
    state, columns = content.state, content.columns
    a, b, c, d, _, _ = product((*linear, 0, 0), state.ctm)
    x_scale, *turned, y_scale, e0, f0 = state.ctm
    is_plain = is_plainly_visible(a, b, c, d, state.font_size, state.scaling)
    is_moved = state.character_spacing or state.word_spacing or state.rise
    if state.font is None or any(turned) or is_moved or not is_plain:
        return False
    strings = state.strings()
    shown = [strings[token] for _, _, token in placed]
    on_page = [(x_scale * e + e0, y_scale * f + f0) for e, f in places]
    if not strings.is_regular or not _are_near([x for place in on_page for x in place]):
        return False
    counts = [*map(columns.table.lengths.__getitem__, shown)]
    columns.add_runs(shown, _runs(content, (a, d), on_page, counts), sum(counts))
    state.place((*linear, *places[-1]))
    state.shown = shown[-1:]
    return True


def _are_near(values: list[float]) -> bool:
    return min(values) > -FARTHEST and max(values) < FARTHEST


def _runs(
    content: PageContent, scale: Place, places: list[Place], counts: list[int]
) -> list[float]:
    """The values of a run for each string, one after the other; their glyphs are counted."""
    state, device = content.state, content.device
    (x_scale, y_scale), span, clip = scale, device.span, state.clip
    start, size = device.order, state.font_size * y_scale
    low, high, x_height = clip[1], clip[3], X_HEIGHT * size
    runs: list[float] = []
    for (e, f), count in zip(places, counts, strict=True):
        runs += (count, start, 0, x_scale, e, f, size, span)
        if f > high or f + x_height < low:
            device.clipped.update(range(start + 1, start + count + 1))
        start += count
    if state.rendering_mode in INVISIBLE_MODES:
        device.invisible.update(range(device.order + 1, start + 1))
    count, device.order = start - device.order, start
    device.budget.count_glyphs(count, start)
    return runs
