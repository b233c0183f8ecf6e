"""Text-showing operators: where each glyph of a string stands (ISO 32000-1, 9.4.3 and 9.4.4).

The sums are made in pdfminer's order, so that both interpreters give the same numbers.  What is
not upright, or begins far from the page, is left to the page device, glyph by glyph.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

from unreport.readers.pdf.file.content.glyph_columns import FARTHEST
from unreport.readers.pdf.file.content.graphics_state import GraphicsState, Matrix, product
from unreport.readers.pdf.file.content.shown_strings import (
    ShownStrings,
    array_tokens,
    shown_bytes,
)
from unreport.readers.pdf.file.content.syntax import (
    CLIPS,
    MAX_STRING_OPERANDS,
    SAVED_TEXT_OBJECT,
    SHOWN_STRING,
    TEXT_OBJECT,
    IrregularContent,
    numbers,
    repeated_operations,
)
from unreport.readers.pdf.file.device import INVISIBLE_MODES

if TYPE_CHECKING:
    from unreport.readers.pdf.file.content.page_content import PageContent

Shown: TypeAlias = tuple[list[int], list[float], list[float], float]
"""Upright glyphs with where the pen is before each, their advances, and where it is at the end."""

SPACE = 32  # the code to which word spacing applies
SMALLEST, LARGEST = 0.1, 1000.0  # points; type of other sizes may be invisible
X_HEIGHT = 0.45  # em; lower than the letters of any font
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
    _set_text_state(content, font, size, matrix)
    if settings:
        content.execute(content, repeated_operations(settings))
    _show(content, *array_tokens(array))


def show_saved_text_object(content: PageContent, text_object: bytes) -> None:
    """Show a text object between `q` and `Q`, after rectangles that clip.

    Colours that are set in it are of no consequence: they end with it, and it paints no path.
    """
    found = SAVED_TEXT_OBJECT.fullmatch(text_object)
    if found is None or len(text_object) > MAX_STRING_OPERANDS:
        raise IrregularContent("an operator")
    clips, font, size, matrix, settings, array = found.groups()
    saved = content.state
    content.state = saved.copy()
    for rectangle in CLIPS.findall(clips) if clips else ():
        content.clip(rectangle)
    _set_text_state(content, font, size, matrix)
    if b"T" in settings:
        content.execute(content, repeated_operations(settings))
    _show(content, *array_tokens(array))
    content.state = saved


def _set_text_state(content: PageContent, font: bytes, size: bytes, matrix: bytes) -> None:
    state = content.state
    content.set_font(font, size)
    a, b, c, d, e, f = numbers(matrix, 6)
    state.text_matrix, state.pen = (a, b, c, d, e, f), 0


def show_string(content: PageContent, operands: bytes) -> None:
    """Tj: show a string."""
    token = operands.strip()
    if len(token) > MAX_STRING_OPERANDS or token[-1:] not in {b")", b">"}:
        raise IrregularContent("a string")
    _show(content, (), [token])


def _show(content: PageContent, lead: tuple[float, ...], tokens: list[bytes]) -> None:
    state, device = content.state, content.device
    if state.font is None:
        return
    matrix = product(state.text_matrix, state.ctm)
    if not _is_plain(state, matrix):
        _show_by_device(content, matrix, lead, tokens)
        return
    ids, pens, advances, pen = _shown(state, lead, tokens)
    if ids and not _is_near(state, matrix, pens, pen):
        _show_by_device(content, matrix, lead, tokens)
        return
    state.pen = pen
    start, count = device.order, len(ids)
    device.order = start + count
    device.budget.count_glyphs(count, device.order)
    if state.rendering_mode in INVISIBLE_MODES:
        device.invisible.update(range(start + 1, start + count + 1))
    columns, scale = content.columns, matrix[3]
    columns.ids += ids
    columns.pens += pens
    columns.advances += advances
    y, size = matrix[5] + state.rise * scale, state.font_size * scale
    columns.runs.append((count, start, matrix[0], matrix[4], y, size, device.span))
    clip = state.clip
    if y > clip[3] or y + X_HEIGHT * size < clip[1]:
        device.clipped.update(range(start + 1, start + count + 1))


def _is_near(state: GraphicsState, matrix: Matrix, pens: list[float], pen: float) -> bool:
    """Whether glyphs stand near the page; no glyph is far between two that are near.

    No single step is long in strings whose steps are regular.
    """
    a, e = matrix[0], matrix[4]
    low, high = pens[0], pen
    strings = _strings(state).scaled(state.font_size, state.scaling * 0.01)
    if state.character_spacing or state.word_spacing or not strings.is_regular:
        low, high = min(pens), max(*pens, pen)
    return low * a + e > -FARTHEST and high * a + e < FARTHEST


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


def _shown(state: GraphicsState, lead: tuple[float, ...], tokens: list[bytes]) -> Shown:
    x = state.pen
    if lead:
        unit = 0.001 * state.font_size * (state.scaling * 0.01)
        for adjustment in lead:
            x -= adjustment * unit
    if not (state.character_spacing or state.word_spacing):
        return _unspaced(state, x, tokens)
    return _spaced(state, x, tokens, is_first=not lead)


def _unspaced(state: GraphicsState, x: float, tokens: list[bytes]) -> Shown:
    """Glyphs without character and word spacing."""
    strings = _strings(state).scaled(state.font_size, state.scaling * 0.01)
    shown: list[int] = []
    steps: list[float] = []
    for ids, moves in map(strings.__getitem__, tokens):
        shown += ids
        steps += moves
    if not strings.is_regular:
        return _spaced(state, x, tokens, is_first=False)
    pens = [*accumulate(steps, initial=x)]
    return shown, pens[:-1:2], steps[::2], pens[-1]


def _spaced(state: GraphicsState, x: float, tokens: list[bytes], *, is_first: bool) -> Shown:
    """Glyphs with character spacing before all but the first, and word spacing after spaces."""
    strings = _strings(state)
    entries, size, scaling = strings.entries, state.font_size, state.scaling * 0.01
    spacing = state.character_spacing * scaling
    word_spacing = 0 if strings.is_multibyte else state.word_spacing * scaling
    shown: Shown = ([], [], [], 0)
    for ids, adjustments in map(strings.__getitem__, tokens):
        shown[0].extend(ids)
        for _, _, code, _, width in map(entries.__getitem__, ids):
            x += 0 if is_first else spacing
            is_first = False
            advance = width * size * scaling
            shown[1].append(x)
            shown[2].append(advance)
            x += advance
            if code == SPACE and word_spacing:
                x += word_spacing
        for adjustment in adjustments:
            x -= adjustment * (0.001 * size * scaling)
            is_first = False
    return *shown[:3], x


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
