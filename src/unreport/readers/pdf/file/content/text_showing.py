"""Text-showing operators: where each glyph of a string stands (ISO 32000-1, 9.4.3 and 9.4.4).

The sums are made in pdfminer's order, so that both interpreters give the same numbers.  What is
not upright, or begins far from the page, is left to the page device, glyph by glyph.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from unreport.readers.pdf.file.content.glyph_columns import FARTHEST, Run
from unreport.readers.pdf.file.content.graphics_state import GraphicsState, Matrix, product
from unreport.readers.pdf.file.content.shown_strings import (
    ShownStrings,
    array_tokens,
    string_and_adjustments,
)
from unreport.readers.pdf.file.content.syntax import (
    MAX_STRING_OPERANDS,
    IrregularContent,
    Operation,
    repeated_operations,
)
from unreport.readers.pdf.file.device import INVISIBLE_MODES

if TYPE_CHECKING:
    from unreport.readers.pdf.file.content.page_content import PageContent

Placed: TypeAlias = tuple[list[int], list[float], list[float], float]
"""Glyph entries with where the pen is before each, their advances, and where it is at the end."""

UNSCALED = b"1 0 0 1 "  # the operands of Tm that do not scale, rotate or skew
SPACE = 32  # the code to which word spacing applies
SMALLEST, LARGEST = 0.1, 1000.0  # points; type of other sizes may be invisible
X_HEIGHT = 0.45  # em; lower than the letters of any font
MAX_SKEW = 0.2  # of upright text; as for the page device


def show_array(content: PageContent, operands: bytes) -> None:
    """TJ: show strings, each moved by a number."""
    if len(operands) > MAX_STRING_OPERANDS:
        raise IrregularContent("a long array")
    _show(content, *array_tokens(operands))


def show_text_object(content: PageContent, operation: Operation) -> None:
    """BT … ET: show one array with a font, a matrix and colours of its own.

    It may stand between `q` and `Q`, after rectangles that clip.  Colours that are set then are of
    no consequence: they end with it, and it paints no path.
    """
    _, text_object, clips, font, size, matrix, settings, array = operation
    if not array or len(text_object) > MAX_STRING_OPERANDS:
        raise IrregularContent("an operator")
    saved = content.state if text_object[:1] == b"q" else None
    if saved is not None:
        content.state = saved.copy()
    if clips:
        content.clip_to_all(clips)
    content.set_font(font, size)
    content.state.place(text_matrix(matrix))
    if settings and (saved is None or b"T" in settings):
        content.execute(content, repeated_operations(settings))
    _show(content, *array_tokens(array))
    if saved is not None:
        content.state = saved


def text_matrix(operands: bytes) -> Matrix:
    """The operands of Tm; most only move the text."""
    if operands.startswith(UNSCALED):
        e, f = map(float, operands[len(UNSCALED) :].split())
        return 1.0, 0.0, 0.0, 1.0, e, f
    a, b, c, d, e, f = map(float, operands.split())
    return a, b, c, d, e, f


def show_string(content: PageContent, operands: bytes) -> None:
    """Tj: show a string."""
    token = operands.strip()
    if len(token) > MAX_STRING_OPERANDS or token[-1:] not in {b")", b">"}:
        raise IrregularContent("a string")
    _show(content, (), [token])


def _show(content: PageContent, lead: tuple[float, ...], tokens: list[bytes]) -> None:
    state = content.state
    if state.font is None:
        raise IrregularContent("no font")
    matrix = a, b, c, d, e, f = product(state.text_matrix, state.ctm)
    is_plain = is_plainly_visible(a, b, c, d, state.font_size, state.scaling)
    if not is_plain or abs(e) >= FARTHEST or abs(f) >= FARTHEST:
        _show_by_device(content, matrix, lead, tokens)
        return
    x = _pen(content) if state.shown else state.pen
    for adjustment in lead:
        x -= adjustment * (0.001 * state.font_size * (state.scaling * 0.01))
    if state.character_spacing or state.word_spacing:
        _show_spaced(content, x, matrix, lead, tokens)
        return
    strings = state.scaled or state.strings()
    shown = [*map(strings.__getitem__, tokens)]
    if not strings.is_regular:
        _show_spaced(content, x, matrix, lead, tokens)
        return
    columns = content.columns
    count = sum(map(columns.table.lengths.__getitem__, shown))
    columns.add(shown, _run(content, count, x, matrix))
    state.pen, state.shown = x, shown


def _pen(content: PageContent) -> float:
    """Where the pen is: summed only if strings follow others on their line."""
    state = content.state
    state.pen, state.shown = content.columns.table.moved(state.pen, state.shown), ()
    return state.pen


def _run(content: PageContent, count: int, x: float, matrix: Matrix) -> Run:
    """The values of a run of upright glyphs, which are counted."""
    state, device = content.state, content.device
    a, _, _, d, e, f = matrix
    start = device.order
    device.order = start + count
    device.budget.count_glyphs(count, device.order)
    y, size = f + state.rise * d, state.font_size * d
    if state.rendering_mode in INVISIBLE_MODES:
        device.invisible.update(range(start + 1, start + count + 1))
    clip = state.clip
    if y > clip[3] or y + X_HEIGHT * size < clip[1]:
        device.clipped.update(range(start + 1, start + count + 1))
    return count, start, x, a, e, y, size, device.span


def _show_spaced(
    content: PageContent,
    x: float,
    matrix: Matrix,
    lead: tuple[float, ...],
    tokens: list[bytes],
) -> None:
    """Show strings of which each glyph is placed by itself."""
    state = content.state
    ids, pens, advances, pen = _spaced(state, x, tokens, is_first=not lead)
    if ids and _is_far(matrix[0], matrix[4], [*pens, pen]):
        _show_by_device(content, matrix, lead, tokens)
        return
    run = _run(content, len(ids), x, matrix)
    content.columns.add_placed(ids, pens, advances, run)
    state.pen, state.shown = pen, ()


def _is_far(scale: float, offset: float, pens: list[float]) -> bool:
    """Whether glyphs stand far from the page; of others a whole page is asked once."""
    low, high = min(pens) * scale + offset, max(pens) * scale + offset
    return low <= -FARTHEST or high >= FARTHEST


@lru_cache(maxsize=256)
def is_plainly_visible(  # noqa: PLR0913, PLR0917 - a page has few different values of all six
    a: float, b: float, c: float, d: float, font_size: float, scaling: float
) -> bool:
    """Whether text with this matrix is upright, or slanted a little, and of a visible size."""
    is_upright = b == 0 and a > 0 and d > 0 and abs(c) < MAX_SKEW * (a + d)
    return is_upright and SMALLEST < font_size * d < LARGEST and 0 < scaling < LARGEST


def _spaced(state: GraphicsState, x: float, tokens: list[bytes], *, is_first: bool) -> Placed:
    """Glyphs with character spacing before all but the first, and word spacing after spaces."""
    strings = _strings(state)
    entries, size, scaling = strings.entries, state.font_size, state.scaling * 0.01
    spacing = state.character_spacing * scaling
    word_spacing = 0 if strings.is_multibyte else state.word_spacing * scaling
    shown, pens, advances = list[int](), list[float](), list[float]()
    for ids, adjustments in map(strings.__getitem__, tokens):
        shown.extend(ids)
        for _, _, code, _, width in map(entries.__getitem__, ids):
            x += 0 if is_first else spacing
            is_first = False
            advance = width * size * scaling
            pens.append(x)
            advances.append(advance)
            x += advance
            if code == SPACE and word_spacing:
                x += word_spacing
        for adjustment in adjustments:
            x -= adjustment * (0.001 * size * scaling)
            is_first = False
    return shown, pens, advances, x


def _strings(state: GraphicsState) -> ShownStrings:
    if state.font is None:
        raise IrregularContent("no font")
    return state.font


def _show_by_device(
    content: PageContent, matrix: Matrix, lead: Sequence[float], tokens: list[bytes]
) -> None:
    """Show strings glyph by glyph, in any direction and at any place."""
    state, font = content.state, _strings(content.state)
    scaling = state.scaling * 0.01
    sequence: list[float | bytes] = [*lead]
    for token in tokens:
        data, adjustments = string_and_adjustments(token)
        sequence += [data, *map(float, adjustments.split())]
    content.device.is_invisible = state.rendering_mode in INVISIBLE_MODES
    pen = _pen(content) if state.shown else state.pen
    state.pen, _ = content.device.render_string_horizontal(
        sequence,
        matrix,
        (pen, 0),
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
