"""Glyph names of other glyphs, full-width forms of narrow glyphs, and characters of one glyph."""

import pytest

from unreport.readers.pdf.bidi.encodings.fullwidth_forms import with_narrow_forms
from unreport.readers.pdf.bidi.encodings.glyph_comparison import compared
from unreport.readers.pdf.bidi.encodings.glyph_names import without_wrong_names
from unreport.readers.pdf.file.font_programs import NOTHING, ProgramText
from unreport.readers.pdf.file.page_glyphs import GlyphEntry


def entry(text: str, name: str = "", width: float = 0.5, unicode: tuple[str, ...] = ()):
    program = ProgramText(unicode, name) if name or unicode else NOTHING
    return GlyphEntry(text, 0, ord(text[0]), program, width)


def by_code(entries: list[GlyphEntry]) -> dict[tuple[int, int], GlyphEntry]:
    return {(0, at): one for at, one in enumerate(entries)}


def test_names_of_the_whole_font_in_a_subset() -> None:
    texts, names = "абвгдежз′", "бвгдежзиМ"
    known = by_code([entry(text, name) for text, name in zip(texts, names, strict=True)])

    assert {glyph.program for glyph in without_wrong_names(known).values()} == {NOTHING}


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        ("абвгдежз′", "абвгдежзМ"),  # only a sign has another name
        ("abcdefgh", "ابتثجحخد"),  # ToUnicode has Latin letters for Arabic ones
        ("ابتثجحخد", "بتثجحخدذ"),  # names of Arabic fonts say how letters are drawn
    ],
)
def test_names_that_are_kept(texts: str, names: str) -> None:
    known = by_code([entry(text, name) for text, name in zip(texts, names, strict=True)])

    assert without_wrong_names(known) == known


@pytest.mark.parametrize(
    ("text", "width", "read"),
    [
        ("２", 0.5, "2"), ("Ｍ", 0.7, "M"), ("ｋ", 0.5, "k"),
        ("２", 1.0, "２"), ("，", 0.5, "，"), ("２", 0.0, "２"),
    ],
)  # fmt: skip
def test_narrow_full_width_forms(text: str, width: float, read: str) -> None:
    (found,) = with_narrow_forms(by_code([entry(text, width=width)])).values()

    assert found.text == read


def test_an_apostrophe_that_shares_its_glyph_with_a_letter() -> None:
    assert compared(entry("ʼ", unicode=("ʼ", "’"))).tounicode == "’"
    assert compared(entry("ʼ", unicode=("ʼ",))).tounicode == "ʼ"


@pytest.mark.parametrize(("stored", "read"), [("tf", "tf"), ("ft", "ft"), ("it", "ti")])
def test_latin_ligatures_that_are_not_reversed(stored: str, read: str) -> None:
    assert compared(entry(stored)).tounicode == read
