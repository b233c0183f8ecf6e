"""Text-showing operators: where each glyph of a string stands (ISO 32000-1, 9.4.3 and 9.4.4).

The sums are made in pdfminer's order, so that both interpreters give the same numbers.  What is
not upright, or far from the page, is left to the page device, glyph by glyph.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from unreport.readers.pdf.file.content.graphics_state import GraphicsState, Matrix, product
from unreport.readers.pdf.file.content.shown_strings import ShownStrings, array_tokens, shown_bytes
from unreport.readers.pdf.file.content.syntax import (
    MAX_STRING_OPERANDS,
    SHOWN_STRING,
    TEXT_OBJECT,
    IrregularContent,
    name,
    numbers,
)
from unreport.readers.pdf.file.device import INVISIBLE_MODES

if TYPE_CHECKING:
    from unreport.readers.pdf.file.content.page_content import PageContent

SPACE = 32  # the code to which word spacing applies
SMALLEST, LARGEST = 0.1, 1000.0  # points; type of other sizes may be invisible
FARTHEST = 1e5  # points; glyphs beyond may be off the page
MAX_SKEW = 0.2  # of upright text; as for the page device


def show_array(content: PageContent, operands: bytes) -> None:
    """TJ: show strings, each moved by a number."""
    if len(operands) > MAX_STRING_OPERANDS:
        raise IrregularContent("a long array")
    _show(content, *array_tokens(operands))


def show_text_object(content: PageContent, text_object: bytes) -> None:
    """BT … ET: show one array with a font, a matrix and colours of its own."""
    found = TEXT_OBJECT.fullmatch(text_object)
    if found is None or len(text_object) > MAX_STRING_OPERANDS:
        raise IrregularContent("an operator")
    font, size, matrix, settings, array = found.groups()
    state = content.state
    state.font = content.strings(name(font))
    (state.font_size,) = numbers(size, 1)
    a, b, c, d, e, f = numbers(matrix, 6)
    state.text_matrix, state.pen = (a, b, c, d, e, f), 0
    if settings:
        content.execute(settings)
    _show(content, *array_tokens(array))


def show_string(content: PageContent, operands: bytes) -> None:
    """Tj: show a string."""
    token = operands.strip()
    if len(token) > MAX_STRING_OPERANDS or token[-1:] not in {b")", b">"}:
        raise IrregularContent("a string")
    _show(content, (), [token])


def _show(content: PageContent, lead: tuple[float, ...], tokens: list[bytes]) -> None:
    state = content.state
    font = state.font
    if font is None:
        return
    matrix = product(state.text_matrix, state.ctm)
    count = len(content.columns.x0)
    if not _is_plain(state, matrix) or not _add_edges(content, matrix, lead, tokens):
        content.columns.truncate(count)
        _show_by_device(content, matrix, lead, tokens)
        return
    device, columns = content.device, content.columns
    start = device.order
    device.order = end = start + len(columns.x0) - count
    device.budget.count(end - start)
    device.budget.check_page(end)
    if state.rendering_mode in INVISIBLE_MODES:
        device.invisible.update(range(start + 1, end + 1))
    y = matrix[5] + state.rise * matrix[3]
    columns.complete(range(start + 1, end + 1), y, state.font_size * matrix[3], device.span)


def _is_plain(state: GraphicsState, matrix: Matrix) -> bool:
    """Whether text is upright and of a size at which it is visible."""
    a, b, c, d, e, f = matrix
    return (
        b == 0
        and a > 0
        and d > 0
        and abs(c) < MAX_SKEW * (a + d)
        and SMALLEST < state.font_size * d < LARGEST
        and 0 < state.scaling < LARGEST
        and abs(e) < FARTHEST
        and abs(f) < FARTHEST
    )


def _add_edges(
    content: PageContent, matrix: Matrix, lead: tuple[float, ...], tokens: list[bytes]
) -> bool:
    """Add the glyphs of strings with their edges; False if any is far from the page."""
    state, columns = content.state, content.columns
    x = state.pen
    if lead:
        unit = 0.001 * state.font_size * (state.scaling * 0.01)
        for adjustment in lead:
            x -= adjustment * unit
    before = len(columns.x0)
    if state.character_spacing or state.word_spacing:
        pen = _add_spaced(content, matrix, x, tokens, is_first=not lead)
    else:
        pen = _add_unspaced(content, matrix, x, tokens)
    if len(columns.x0) > before:
        low, high = min(columns.x0[before:]), max(columns.x1[before:])
        if not -FARTHEST < low <= high < FARTHEST:
            return False
    state.pen = pen
    return True


def _add_unspaced(content: PageContent, matrix: Matrix, x: float, tokens: list[bytes]) -> float:
    """The edges of glyphs without character and word spacing; where the pen is after them."""
    a, e = matrix[0], matrix[4]
    size, scaling = content.state.font_size, content.state.scaling * 0.01
    unit = 0.001 * size * scaling
    columns = content.columns
    add_entries, add_x0, add_x1 = columns.entries.extend, columns.x0.append, columns.x1.append
    for glyphs, widths, adjustments in map(_strings(content).__getitem__, tokens):
        add_entries(glyphs)
        for width in widths:
            advance = width * size * scaling
            left = x * a + e
            add_x0(left)
            add_x1(left + advance * a)
            x += advance
        for adjustment in adjustments:
            x -= adjustment * unit
    return x


def _add_spaced(
    content: PageContent, matrix: Matrix, x: float, tokens: list[bytes], *, is_first: bool
) -> float:
    """The edges of glyphs with character spacing before all but the first, and word spacing."""
    a, e = matrix[0], matrix[4]
    state, columns, strings = content.state, content.columns, _strings(content)
    size, scaling = state.font_size, state.scaling * 0.01
    spacing = state.character_spacing * scaling
    word_spacing = 0 if strings.is_multibyte else state.word_spacing * scaling
    for glyphs, _, adjustments in map(strings.__getitem__, tokens):
        columns.entries.extend(glyphs)
        for _, _, code, _, width in glyphs:
            if not is_first:
                x += spacing
            is_first = False
            advance = width * size * scaling
            left = x * a + e
            columns.x0.append(left)
            columns.x1.append(left + advance * a)
            x += advance
            if code == SPACE and word_spacing:
                x += word_spacing
        for adjustment in adjustments:
            x -= adjustment * (0.001 * size * scaling)
            is_first = False
    return x


def _strings(content: PageContent) -> ShownStrings:
    font = content.state.font
    if font is None:
        raise IrregularContent("no font")
    return font


def _show_by_device(
    content: PageContent, matrix: Matrix, lead: Sequence[float], tokens: list[bytes]
) -> None:
    """Show strings glyph by glyph, in any direction and at any place."""
    content.flush()
    state, font = content.state, _strings(content)
    scaling = state.scaling * 0.01
    sequence: list[float | bytes] = [*lead]
    for token in tokens:
        found = SHOWN_STRING.fullmatch(token)
        if found is None:
            raise IrregularContent("an array that is shown")
        sequence += [shown_bytes(token), *map(float, found["adjustments"].split())]
    content.device.is_invisible = state.rendering_mode in INVISIBLE_MODES
    state.pen, _ = content.device.render_string_horizontal(
        sequence,
        matrix,
        (state.pen, 0),
        font.font,
        state.font_size,
        scaling,
        state.character_spacing * scaling,
        0 if font.is_multibyte else state.word_spacing * scaling,
        state.rise,
        0.001 * state.font_size * scaling,
        None,  # type: ignore[arg-type]
        None,  # type: ignore[arg-type]
    )
