"""Two strings drawn over one another: their letters alternate, and the row is doubtful."""

from __future__ import annotations

from unreport.readers.pdf.bidi.rows import rows_of
from unreport.readers.pdf.file.glyphs import Font, Glyph, Page

SIZE = 12.0


def string(visual: str, x: float, first: int, overhang: float = 0) -> list[Glyph]:
    """A string in visual order, whose letters are drawn from the left."""
    return [
        Glyph(
            text=char, x0=x + 6 * at, x1=x + 6 * (at + 1) + overhang, y=100.0, size=SIZE, font=0,
            code=ord(char), order=first + at,
        )
        for at, char in enumerate(visual)
    ]  # fmt: skip


def doubtful(*strings: list[Glyph]) -> list[bool]:
    page = Page(
        number=1, width=600, height=800, rotated=[], spans={}, rules=[], fonts=[Font(name="Naskh")],
        glyphs=[glyph for own in strings for glyph in own],
    )  # fmt: skip
    return [row.is_doubtful for row in rows_of(page)]


NAME, OTHER = "ةماعلاةيعمجلا", "ددحمعيزوت"


def test_two_strings_over_one_another() -> None:
    assert doubtful(string(NAME, 100, 0), string(OTHER, 123, 100)) == [True]


def test_two_strings_side_by_side() -> None:
    assert doubtful(string(NAME, 100, 0), string(OTHER, 180, 100)) == [False]


def test_a_string_painted_again() -> None:
    assert doubtful(string(NAME, 100, 0), string(NAME, 100.4, 100)) == [False]


def test_letters_that_lie_over_the_next_one() -> None:
    assert doubtful(string(NAME, 100, 0, overhang=4)) == [False]
