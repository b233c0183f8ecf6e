"""The content of one page while it is interpreted: graphics state, resources, what is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from unreport.readers.pdf.file.content.glyph_columns import GlyphColumns
from unreport.readers.pdf.file.content.graphics_state import (
    GraphicsState,
    Matrix,
    Rectangle,
    clipped,
)
from unreport.readers.pdf.file.content.paths import PaintedPath, Segment
from unreport.readers.pdf.file.content.shown_strings import DocumentStrings, ShownStrings
from unreport.readers.pdf.file.content.syntax import (
    CLIPS,
    IrregularContent,
    Operation,
    name,
    numbers,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from unreport.readers.pdf.file.device import PageDevice
    from unreport.readers.pdf.file.interpreter import Interpreter

MAX_SAVED_STATES = 10_000
STREAM_ORDER = attrgetter("order")


@dataclass(slots=True)
class Resources:
    """The resources of one content stream by their names (ISO 32000-1, 7.8.3)."""

    fonts: Mapping[Any, Any]
    xobjects: Mapping[Any, Any]
    color_spaces: Mapping[str, Any]
    declared: dict[object, object]


@dataclass(slots=True)
class PageContent:
    """Operators act on this; a form XObject replaces state, stack and resources for a while."""

    device: PageDevice
    loader: Interpreter  # pdfminer's: it resolves resources
    execute: Callable[[PageContent, list[Operation]], None]
    fonts: DocumentStrings
    resources: Resources
    state: GraphicsState
    columns: GlyphColumns
    stack: list[GraphicsState] = field(default_factory=list)
    path: list[Segment] = field(default_factory=list)
    painted: list[PaintedPath] = field(default_factory=list)
    font_sizes: dict[tuple[bytes, bytes], tuple[ShownStrings, float]] = field(default_factory=dict)
    """The fonts and sizes of the current resources, by the operands of Tf."""
    streams: tuple[int, ...] = ()
    """Object numbers of the content streams that are being interpreted, outermost first."""

    def save(self) -> None:
        """Save the graphics state."""
        if len(self.stack) >= MAX_SAVED_STATES:
            raise IrregularContent("saved states")
        self.stack.append(self.state.copy())

    def restore(self) -> None:
        """Restore the graphics state that was saved last."""
        if self.stack:
            self.state = self.stack.pop()

    def clip(self, rectangle: bytes) -> None:
        """Clip to a rectangle, by the operands of `re`."""
        state = self.state
        state.clip = _clipped(state.clip, rectangle, state.ctm)
        self.path = []

    def clip_to_all(self, clips: bytes) -> None:
        """Clip to rectangles, by their operations."""
        state = self.state
        state.clip = _clipped_to_all(state.clip, clips, state.ctm)
        self.path = []

    def begin(self, declared: dict[object, object], ctm: Matrix) -> None:
        """Begin a content stream with a graphics state of its own, as pdfminer does."""
        loader = self.loader
        loader.init_resources(declared)
        self.resources = Resources(loader.fontmap, loader.xobjmap, loader.csmap, loader.resources)
        self.font_sizes = {}
        self.state, self.stack, self.path = GraphicsState(ctm), [], []

    def set_font(self, resource: bytes, size: bytes) -> None:
        """Tf: set the font and its size."""
        found = self.font_sizes.get((resource, size))
        if found is None:
            strings = self.strings(name(resource))
            found = self.font_sizes[resource, size] = strings, numbers(size, 1)[0]
        self.state.set_font(*found)

    def strings(self, resource: str) -> ShownStrings:
        """The strings of a font of the current resources."""
        font = self.resources.fonts.get(resource)
        if font is None:
            raise IrregularContent("a font that is not in the resources")
        return self.fonts.of(font)

    def flush(self) -> None:
        """Give the glyphs in columns to the page device, among those that it has drawn itself."""
        glyphs = [*self.device.upright, *self.columns.glyphs()]
        self.device.upright = sorted(glyphs, key=STREAM_ORDER)
        self.columns = GlyphColumns(self.fonts.entries, self.fonts.table)


@lru_cache(maxsize=256)
def _clipped(clip: Rectangle, operands: bytes, matrix: Matrix) -> Rectangle:
    """A clipping path within a rectangle; pages clip to the same one again and again."""
    return clipped(clip, numbers(operands, 4), matrix)


@lru_cache(maxsize=256)
def _clipped_to_all(clip: Rectangle, clips: bytes, matrix: Matrix) -> Rectangle:
    for rectangle in CLIPS.findall(clips):
        clip = clipped(clip, numbers(rectangle, 4), matrix)
    return clip
