"""Pictures of the pages of a PDF, in the coordinates of the boxes of its lines."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple, Self

import pypdfium2 as pdfium
from PIL import Image

from unreport.errors import UnreadableSource
from unreport.model import Box

POINTS_PER_INCH = 72
MAX_PIXELS = 50_000_000  # A4 at 600 dots an inch has 35 million; 150 MB


class PageImage(NamedTuple):
    """A picture of a page, and which part of the page it shows."""

    image: Image.Image
    left: float
    """Where the picture begins, in points from the left edge of the media box."""
    top: float
    scale: float
    """Pixels of a point."""

    def pixels(self, box: Box) -> Box:
        """A box in points from the top left of the page, as pixels of the picture."""
        x0, top, x1, bottom = box
        return (
            (x0 - self.left) * self.scale,
            (top - self.top) * self.scale,
            (x1 - self.left) * self.scale,
            (bottom - self.top) * self.scale,
        )


class PdfPages:
    """The pages of a PDF as pictures; a context manager."""

    def __init__(self, data: bytes, name: str | None = None) -> None:
        self._name = name
        try:
            self._file = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            raise UnreadableSource("its pages cannot be drawn", source=name) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def draw(self, page: int, dots_per_inch: float) -> PageImage:
        """Draw a page, counted from 1; a huge page with fewer dots, so that memory is bounded.

        Raises `UnreadableSource` if it cannot be drawn.
        """
        try:
            own = self._file[page - 1]
            scale = min(dots_per_inch / POINTS_PER_INCH, _largest_scale(own.get_size()))
            image = own.render(scale=scale).to_pil().convert("RGB")
            left, top = OFFSETS[own.get_rotation()](own.get_mediabox(), own.get_cropbox())
        except (pdfium.PdfiumError, IndexError, ValueError, KeyError) as error:
            raise UnreadableSource(
                "this page cannot be drawn", source=self._name, page=page
            ) from error
        return PageImage(image, left, top, scale)


def _largest_scale(size: tuple[float, float]) -> float:
    """The pixels of a point with which a page has `MAX_PIXELS`."""
    width, height = size
    return math.sqrt(MAX_PIXELS / max(width * height, 1))


# What is shown is the crop box (ISO 32000-2, 14.11.2), turned clockwise; boxes count from the media
# box.  Where the picture begins, by the degrees of the page: m and c are left, bottom, right, top.
OFFSETS: Mapping[int, Callable[[Box, Box], tuple[float, float]]] = MappingProxyType(
    {
        0: lambda m, c: (max(c[0] - m[0], 0), max(m[3] - c[3], 0)),
        90: lambda m, c: (max(c[1] - m[1], 0), max(c[0] - m[0], 0)),
        180: lambda m, c: (max(m[2] - c[2], 0), max(c[1] - m[1], 0)),
        270: lambda m, c: (max(m[3] - c[3], 0), max(m[2] - c[2], 0)),
    }
)
