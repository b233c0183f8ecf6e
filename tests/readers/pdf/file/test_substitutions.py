"""The texts of glyphs that stand for others, by the `GSUB` table of the font program."""

from __future__ import annotations

from io import BytesIO

import pytest
from font_files import codes_of, font, page
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from unreport import read
from unreport.readers.pdf.file.font_tables.sfnt import sfnt_tables
from unreport.readers.pdf.file.font_tables.substitutions import (
    MAX_SUBSTITUTIONS,
    substitutions,
    texts_of_substitutes,
)

GLYPHS = [".notdef", "lam", "alef", "shadda", "fatha", "lam.init", "lam_alef", "both", "own"]
FEATURES = """
feature init { sub lam by lam.init; } init;
feature rlig { sub lam.init alef by lam_alef; } rlig;
feature ccmp { sub shadda fatha by both; sub fatha shadda by both; } ccmp;
feature ss01 { sub lam by own; sub alef by own; } ss01;
"""
KNOWN = {1: ["ل"], 2: ["ا"], 3: ["ّ"], 4: ["َ"]}


def gsub(features: str) -> bytes:
    builder = FontBuilder(1000)
    builder.setupGlyphOrder(GLYPHS)
    builder.setupCharacterMap({})
    builder.setupGlyf(dict.fromkeys(GLYPHS, TTGlyphPen(None).glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(GLYPHS, (500, 0)))
    builder.setupHorizontalHeader()
    builder.setupPost()
    out = BytesIO()
    builder.save(out)
    font = TTFont(BytesIO(out.getvalue()))
    addOpenTypeFeaturesFromString(font, features)
    written = BytesIO()
    font.save(written)
    return sfnt_tables(written.getvalue())[b"GSUB"]


def test_forms_ligatures_and_ligatures_of_forms() -> None:
    found = texts_of_substitutes(gsub(FEATURES), KNOWN)

    assert found == {5: "ل", 6: "لا", 7: "\u064e\u0651"}  # both orders of the marks are one text


def test_a_glyph_with_several_texts_has_none() -> None:
    assert 8 not in texts_of_substitutes(gsub(FEATURES), KNOWN)


def test_extension_lookups() -> None:
    features = (
        "lookup far useExtension { sub lam by lam.init; } far; feature init { lookup far; } init;"
    )
    assert texts_of_substitutes(gsub(features), KNOWN) == {5: "ل"}


def test_a_page_whose_font_has_a_ligature_without_a_character() -> None:
    chars = [*"كتاب سلم", "\ue000"]
    whole = TTFont(BytesIO(font(chars)))
    addOpenTypeFeaturesFromString(whole, "feature rlig { sub uni0644 uni0645 by uniE000; } rlig;")
    program = BytesIO()
    whole.save(program)
    tounicode = {1 + at: char for at, char in enumerate(chars[:-1])}
    row = [len(chars), *codes_of("س باتك", chars)]  # from the left

    assert read(page(program.getvalue(), row, tounicode)).text.strip() == "كتاب سلم"


def test_a_damaged_table_raises() -> None:
    with pytest.raises(Exception, match="unpack"):
        texts_of_substitutes(gsub(FEATURES)[:60], KNOWN)


def test_the_work_for_a_hostile_table_is_limited() -> None:
    everything = b"\0\2\0\1\0\0\xff\xff\0\0"  # coverage: one range of all glyphs
    lookup = b"\0\1\0\0\0\1\0\x08" + b"\0\1\0\6\0\1" + everything
    count = 1000  # lookups, all at one offset
    offsets = (2 + 2 * count).to_bytes(2) * count
    hostile = bytes(8) + b"\0\x0a" + count.to_bytes(2) + offsets + lookup

    assert sum(1 for _ in substitutions(hostile)) == MAX_SUBSTITUTIONS
