"""Strings that are shown one after the other, each moved from the one before: `5 0 Td <0041> Tj`.

Some producers place every glyph so.  A run of these pairs of operators is taken as one operation,
since the scale of its text does not change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from unreport.readers.pdf.file.content.graphics_state import GraphicsState, Matrix, product
from unreport.readers.pdf.file.content.syntax import MOVED_STRING, numbers
from unreport.readers.pdf.file.content.text_operators import move_text
from unreport.readers.pdf.file.content.text_showing import (
    FARTHEST,
    is_plain,
    show_string,
    strings_of,
)
from unreport.readers.pdf.file.device import INVISIBLE_MODES

if TYPE_CHECKING:
    from unreport.readers.pdf.file.content.page_content import PageContent


def show_moved_strings(content: PageContent, operands: bytes, operator: bytes) -> None:
    """Td and Tj in turn; `operands` are those of the first Td."""
    numbers(operands, 2)
    moves: list[tuple[bytes, bytes, bytes]] = MOVED_STRING.findall(operands + operator)
    state = content.state
    matrix = product(state.text_matrix, state.ctm)
    if _is_usual(state, matrix):
        before = content.device.order, len(content.columns), len(content.columns.runs)
        if _show_moved(content, matrix, moves):
            return
        _undo(content, *before)
    for x, y, string in moves:
        move_text(content, b"%b %b" % (x, y))
        show_string(content, string)


def _is_usual(state: GraphicsState, matrix: Matrix) -> bool:
    """Whether text is upright and painted, without character and word spacing."""
    is_spaced = state.character_spacing or state.word_spacing
    is_shown = state.font is not None and state.rendering_mode not in INVISIBLE_MODES
    return is_shown and not is_spaced and is_plain(state, matrix)


def _show_moved(
    content: PageContent, matrix: Matrix, moves: list[tuple[bytes, bytes, bytes]]
) -> bool:
    """Show upright strings; False if any is far from the page."""
    state, device, columns = content.state, content.device, content.columns
    a, b, c, d, e, f = state.text_matrix
    strings, size, scaling = strings_of(state), state.font_size, state.scaling * 0.01
    x_scale, y_scale = matrix[0], matrix[3]
    pen = rightmost = 0.0
    for right, up, token in moves:
        x, y, pen = float(right), float(up), 0.0
        e, f = x * a + y * c + e, x * b + y * d + f
        _, _, _, _, origin, baseline = product((a, b, c, d, e, f), state.ctm)
        if not (-FARTHEST < origin < FARTHEST and -FARTHEST < baseline < FARTHEST):
            return False
        glyphs, _ = strings[token]
        for glyph in glyphs:
            advance = glyph[4] * size * scaling
            left = pen * x_scale + origin
            columns.x0.append(left)
            columns.x1.append(left + advance * x_scale)
            pen += advance
        columns.entries += glyphs
        rightmost = max(rightmost, pen * x_scale + origin)
        line = (baseline + state.rise * y_scale, size * y_scale, device.span)
        columns.runs.append((len(glyphs), device.order, *line))
        device.order += len(glyphs)
        device.budget.count_glyphs(len(glyphs), device.order)
    if rightmost >= FARTHEST:
        return False
    state.text_matrix, state.pen = (a, b, c, d, e, f), pen
    return True


def _undo(content: PageContent, order: int, glyphs: int, runs: int) -> None:
    columns = content.columns
    content.device.order = order
    for column in (columns.entries, columns.x0, columns.x1):
        del column[glyphs:]
    del columns.runs[runs:]
