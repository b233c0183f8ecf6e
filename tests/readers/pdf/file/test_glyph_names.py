"""Glyph names by Adobe's list, by TeX's fonts, and the characters that name variants."""

import pytest
from pdfminer.glyphlist import glyphname2unicode

from unreport.readers.pdf.file.font_tables.glyph_names import (
    CORPORATE_USE,
    TEX_NAMES,
    glyph_name_text,
    named_text,
)


def test_names_of_tex_are_not_in_the_list_of_adobe() -> None:
    assert not set(TEX_NAMES) & set(glyphname2unicode)


def test_no_name_of_the_list_of_adobe_gives_a_character_for_private_use() -> None:
    private = [n for n, text in glyphname2unicode.items() if "\ue000" <= text[0] <= "\uf8ff"]
    left = {n for n in private if "\ue000" <= glyph_name_text(n)[0] <= "\uf8ff"}

    assert len(private) - len(left) > 120
    assert "apple" in left  # a trade mark, which is no character


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("fouroldstyle", "4"),
        ("Eacutesmall", "é"),
        ("registersans", "®"),
        ("bracketlefttp", "⎡"),
        ("angbracketright", "⟩"),
        ("parenrightBigg", ")"),
        ("summationdisplay", "∑"),
        ("epsilon1", "ϵ"),
        ("uni06440627.fina", "لا"),
        ("f_i", "fi"),
        ("big", None),
        ("textdisplay", ""),
    ],
)
def test_the_characters_of_a_name(name: str, text: str | None) -> None:
    assert named_text(name) == text


def test_code_points_for_private_use_have_one_character_each() -> None:
    assert {len(text) for text in CORPORATE_USE.values()} == {1}
