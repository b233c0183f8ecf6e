"""Text-showing operators: where each glyph of a string stands (ISO 32000-1, 9.4.3 and 9.4.4).

The sums are made in pdfminer's order, so that both interpreters give the same numbers.  What is
not upright, or begins far from the page, is left to the page device, glyph by glyph.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, chain
from typing import TYPE_CHECKING, TypeAlias

from unreport.readers.pdf.file.content.glyph_columns import FARTHEST
from unreport.readers.pdf.file.content.graphics_state import GraphicsState, Matrix, product
from unreport.readers.pdf.file.content.shown_strings import (
    ShownStrings,
    array_tokens,
    string_and_adjustments,
)
from unreport.readers.pdf.file.content.syntax import (
    MAX_STRING_OPERANDS,
    SAVED_TEXT_OBJECT,
    TEXT_OBJECT,
    IrregularContent,
    repeated_operations,
)
from unreport.readers.pdf.file.device import INVISIBLE_MODES

if TYPE_CHECKING:
    from unreport.readers.pdf.file.content.page_content import PageContent

Shown: TypeAlias = tuple[Sequence[int], Sequence[float], Sequence[float], float, bool]
"""Upright glyphs with where the pen is before each, their advances, where it is at the end, and
whether no glyph can be far from both ends."""

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
    if clips:
        content.clip_to_all(clips)
    _set_text_state(content, font, size, matrix)
    if b"T" in settings:
        content.execute(content, repeated_operations(settings))
    _show(content, *array_tokens(array))
    content.state = saved


def _set_text_state(content: PageContent, font: bytes, size: bytes, matrix: bytes) -> None:
    state = content.state
    content.set_font(font, size)
    a, b, c, d, e, f = map(float, matrix.split())
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
    matrix = a, b, c, d, e, f = product(state.text_matrix, state.ctm)
    is_plain = is_upright(a, b, c, d) and is_visible(state.font_size * d, state.scaling)
    if not is_plain or abs(e) >= FARTHEST or abs(f) >= FARTHEST:
        _show_by_device(content, matrix, lead, tokens)
        return
    ids, pens, advances, pen, is_even = _shown(state, lead, tokens)
    if not is_even and ids and _is_far(a, e, [*pens, pen]):
        _show_by_device(content, matrix, lead, tokens)
        return
    state.pen = pen
    start, count = device.order, len(ids)
    device.order = start + count
    device.budget.count_glyphs(count, device.order)
    if state.rendering_mode in INVISIBLE_MODES:
        device.invisible.update(range(start + 1, start + count + 1))
    columns = content.columns
    columns.ids += ids
    columns.pens += pens
    columns.advances += advances
    y, size = f + state.rise * d, state.font_size * d
    columns.runs += (count, start, a, e, y, size, device.span)
    clip = state.clip
    if y > clip[3] or y + X_HEIGHT * size < clip[1]:
        device.clipped.update(range(start + 1, start + count + 1))


def _is_far(scale: float, offset: float, pens: list[float]) -> bool:
    """Whether glyphs stand far from the page; of even strings a whole page is asked once."""
    low, high = min(pens) * scale + offset, max(pens) * scale + offset
    return low <= -FARTHEST or high >= FARTHEST


@lru_cache(maxsize=256)
def is_upright(a: float, b: float, c: float, d: float) -> bool:
    """Whether text with this matrix stands upright, or is slanted a little."""
    return b == 0 and a > 0 and d > 0 and abs(c) < MAX_SKEW * (a + d)


@lru_cache(maxsize=256)
def is_visible(size: float, scaling: float) -> bool:
    """Whether type has a size at which it is visible."""
    return SMALLEST < size < LARGEST and 0 < scaling < LARGEST


def _shown(state: GraphicsState, lead: tuple[float, ...], tokens: list[bytes]) -> Shown:
    x = state.pen
    for adjustment in lead:
        x -= adjustment * (0.001 * state.font_size * (state.scaling * 0.01))
    if state.character_spacing or state.word_spacing:
        return _spaced(state, x, tokens, is_first=not lead)
    return _unspaced(state, x, tokens)


def _unspaced(state: GraphicsState, x: float, tokens: list[bytes]) -> Shown:
    """Glyphs without character and word spacing."""
    strings = state.strings()
    if len(tokens) == 1:
        shown, steps = strings[tokens[0]]
    else:
        parts = [*map(strings.__getitem__, tokens)]
        shown = [*chain.from_iterable([ids for ids, _ in parts])]
        steps = [*chain.from_iterable([moves for _, moves in parts])]
    if not strings.is_regular:
        return _spaced(state, x, tokens, is_first=False)
    pens = [*accumulate(steps, initial=x)]
    return shown, pens[:-1:2], steps[::2], pens[-1], True


def _spaced(state: GraphicsState, x: float, tokens: list[bytes], *, is_first: bool) -> Shown:
    """Glyphs with character spacing before all but the first, and word spacing after spaces."""
    strings = _strings(state)
    entries, size, scaling = strings.entries, state.font_size, state.scaling * 0.01
    spacing = state.character_spacing * scaling
    word_spacing = 0 if strings.is_multibyte else state.word_spacing * scaling
    shown: tuple[list[int], list[float], list[float]] = ([], [], [])
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
    return *shown, x, False


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
