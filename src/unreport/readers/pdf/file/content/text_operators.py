"""Operators of text objects: text state and text position (ISO 32000-1, 9.3 and 9.4.2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from unreport.readers.pdf.file.content.graphics_state import IDENTITY
from unreport.readers.pdf.file.content.syntax import numbers
from unreport.readers.pdf.file.content.text_showing import show_array, show_string, text_matrix

if TYPE_CHECKING:
    from unreport.readers.pdf.file.content.page_content import PageContent


def _begin_text(content: PageContent) -> None:
    content.state.place(IDENTITY)


def _set_font(content: PageContent, operands: bytes) -> None:
    resource, size = operands.split()
    content.set_font(resource, size)


def _set_character_spacing(content: PageContent, operands: bytes) -> None:
    (content.state.character_spacing,) = numbers(operands, 1)


def _set_word_spacing(content: PageContent, operands: bytes) -> None:
    (content.state.word_spacing,) = numbers(operands, 1)


def _set_scaling(content: PageContent, operands: bytes) -> None:
    (content.state.scaling,) = numbers(operands, 1)
    content.state.scaled = None


def _set_leading(content: PageContent, operands: bytes) -> None:
    content.state.leading = -numbers(operands, 1)[0]


def _set_rise(content: PageContent, operands: bytes) -> None:
    (content.state.rise,) = numbers(operands, 1)


def _set_rendering_mode(content: PageContent, operands: bytes) -> None:
    content.state.rendering_mode = int(numbers(operands, 1)[0])


def _set_text_matrix(content: PageContent, operands: bytes) -> None:
    content.state.place(text_matrix(operands.lstrip()))


def _move(content: PageContent, operands: bytes) -> None:
    x, y = map(float, operands.split())
    _move_by(content, x, y)


def _move_by(content: PageContent, x: float, y: float) -> None:
    a, b, c, d, e, f = content.state.text_matrix
    content.state.place((a, b, c, d, x * a + y * c + e, x * b + y * d + f))


def _move_and_set_leading(content: PageContent, operands: bytes) -> None:
    x, y = numbers(operands, 2)
    _move_by(content, x, y)
    content.state.leading = y


def _next_line(content: PageContent) -> None:
    a, b, c, d, e, f = content.state.text_matrix
    leading = content.state.leading
    content.state.place((a, b, c, d, leading * c + e, leading * d + f))


def _next_line_and_show(content: PageContent, operands: bytes) -> None:
    _next_line(content)
    show_string(content, operands)


def _end_text(content: PageContent) -> None:
    """Nothing: the text matrix is set anew by BT."""


WITHOUT_OPERANDS: Mapping[bytes, Callable[[PageContent], None]] = {
    b"BT": _begin_text,
    b"ET": _end_text,
    b"T*": _next_line,
}
WITH_OPERANDS: Mapping[bytes, Callable[[PageContent, bytes], None]] = {
    b"Tf": _set_font,
    b"Tc": _set_character_spacing,
    b"Tw": _set_word_spacing,
    b"Tz": _set_scaling,
    b"TL": _set_leading,
    b"Ts": _set_rise,
    b"Tr": _set_rendering_mode,
    b"Td": _move,
    b"TD": _move_and_set_leading,
    b"Tm": _set_text_matrix,
    b"TJ": show_array,
    b"Tj": show_string,
    b"'": _next_line_and_show,
}
