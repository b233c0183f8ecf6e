"""ToUnicode against the embedded font program: which of the two is read."""

from __future__ import annotations

import pytest

from unreport.readers.pdf.bidi.encodings.glyph_comparison import compared
from unreport.readers.pdf.bidi.encodings.glyph_texts import GlyphText, glyph_texts
from unreport.readers.pdf.bidi.letters import UNMAPPED
from unreport.readers.pdf.file.font_programs import NOTHING, ProgramText
from unreport.readers.pdf.file.glyphs import Glyph


def glyph(code: int, tounicode: str, cmap: str = "", name: str = "", order: int = 0) -> Glyph:
    program = ProgramText(tuple(cmap), name) if cmap or name else NOTHING
    return Glyph(tounicode, 0, 6, 0, 12, 0, code, order, 0, program)


def read(found: Glyph) -> GlyphText:
    return glyph_texts([found])[0, found.code]


@pytest.mark.parametrize(
    ("tounicode", "cmap", "name", "text"),
    [
        ("'", "", "لم", "لم"),  # the code itself for a ligature
        ("M", "", "لا", "لا"),
        ("", "ﻻ", "", "لا"),
        ("ال", "ﻻ", "", "لا"),  # in visual order
        ("لا", "ﻻ", "", "لا"),
        ("لا", "ﻷ", "", "لأ"),  # its hamza lost
        ("ى", "ﺋ", "", "ئ"),
        ("ي", "", "\u066e", "ي"),  # dots drawn apart
        ("Ð", "ف", "", "ف"),  # another alphabet
        ("ك", "کﻛ", "", "ك"),
        ("ی", "ﯽﻰ", "", "ى"),  # one glyph for both final forms, without dots
        ("ی", "ﯿﻴ", "", "ی"),
        ("ه", "ﺔ", "", "ة"),
        ("ة", "ﻪ", "", "ة"),  # its dots may be drawn apart
        ("\u066e", "ﺒ", "", "ب"),
        ("ى", "ﻲ", "", "ي"),  # a dotted yeh that ToUnicode gives without its dots
        ("1", "١۱", "", "1"),  # one glyph for both sets of digits
        ("ع", "÷", "", "ع"),  # an old font with Arabic letters in the places of signs
        ("f", "", "fi", "fi"),
        ("\x03", "A", "", "A"),
        ("if", "", "", "fi"),  # in visual order
        ("ti", "", "", "ti"),
        ("\ue000", "", "", UNMAPPED),  # a ligature without a character
        ("\uf0a7", "", "", "\uf0a7"),
        ("\uf0a7", "ﻙ", "", "ك"),  # a code of a symbol font
        ("\uf0a7", "،", "", "،"),
        ("ل\u4423", "", "", "لأ"),  # bytes misplaced by Ghostscript
        ("\u0650\u5093", "", "", "ق\u0650\u0651"),
        ("ا\u278f", "", "", "لاً"),
        ("O", "", "\u064f", "\u064f"),  # the low byte of its character
        ("\u2011", "\u0245", "", "\u2011"),  # Liberation has both for its hyphen
        ("\u7400\u6900", "", "", "ti"),
        ("\u6600\ucf00", "", "", "ffi"),
    ],
)
def test_the_text_of_a_glyph(tounicode: str, cmap: str, name: str, text: str) -> None:
    assert read(glyph(9, tounicode, cmap, name)).text == text


def test_an_identity_tounicode() -> None:
    assert read(glyph(0x113E, "\u113e", "ﬁ")).text == "fi"


def test_a_mark_that_is_drawn_by_another_glyph() -> None:
    found = read(glyph(9, "لأ", "ﻻ"))

    assert (found.text, found.undrawn, found.tounicode) == ("لا", "ٔ", "لأ")


def test_the_drawn_shape_of_a_bracket() -> None:
    assert read(glyph(9, "(", ")")).shape == ")"


def test_values_that_no_glyph_can_have_are_uncertain() -> None:
    assert read(glyph(9, "\u0651\u5193")).is_uncertain
    assert read(glyph(9, "\N{SNOWMAN}", "\ue123")).text == "\N{SNOWMAN}"
    assert read(glyph(9, "")).text == UNMAPPED


def test_digits_by_the_order_of_their_glyphs() -> None:
    wrong = [glyph(19 + n, "0123456789"[-n], str(n)) for n in range(10)]
    texts = glyph_texts(wrong)

    assert [texts[0, 19 + n].text for n in range(10)] == list("0123456789")
    assert not any(found.is_uncertain for found in texts.values())


def test_signs_of_a_font_whose_tounicode_is_wrong() -> None:
    wrong = [glyph(19 + n, "0123456789"[-n], str(n)) for n in range(10)]
    texts = glyph_texts([*wrong, glyph(40, "،", "؛")])

    assert texts[0, 40].text == "؛"
    assert read(glyph(40, "،", "؛")).text == "،"


def test_signs_and_digits_of_a_font_whose_letters_are_of_another_script() -> None:
    letters = [glyph(code, "þ", name=name) for code, name in enumerate("تبحسعيل", start=20)]
    signs = [glyph(9, "3", name="–"), glyph(10, "¬", name="€"), glyph(11, "=", name="”")]

    found = glyph_texts([*letters, *signs])
    assert [found[0, code].text for code in (9, 10, 11)] == ["–", "€", "”"]
    assert [text.text for text in glyph_texts(signs).values()] == ["3", "¬", "="]


def test_a_font_whose_program_has_digits_in_disorder() -> None:
    right = [glyph(19 + n, str(n), "0123456789"[-n]) for n in range(10)]
    texts = glyph_texts(right)

    assert [texts[0, 19 + n].text for n in range(10)] == list("0123456789")


def test_letters_by_their_bigrams() -> None:
    words = "الجمعيةالعامةالمتحدةالتقريرالمقدممنالأمينالعام"
    wrong = dict(zip("لمعتدنير", "معتدنيرل", strict=True))
    glyphs = [
        glyph(ord(char), wrong.get(char, char), char, order=order)
        for order, char in enumerate(words)
    ]
    texts = glyph_texts(glyphs)

    assert "".join(texts[0, found.code].text for found in glyphs) == words
    assert not any(found.is_uncertain for found in texts.values())


def test_a_glyph_that_the_program_of_a_shifted_font_does_not_name() -> None:
    words = "الجمعيةالعامةالمتحدةالتقريرالمقدممنالأمينالعام"
    letters = sorted(set(words))
    shifted = dict(zip(letters, [*letters[1:], letters[0]], strict=True))
    glyphs = [
        glyph(ord(char), shifted[char], char, order=order) for order, char in enumerate(words)
    ]
    texts = glyph_texts([*glyphs, glyph(9, "ا", order=99)])

    assert "".join(texts[0, found.code].text for found in glyphs) == words
    assert texts[0, 9].text == UNMAPPED


def test_a_dispute_that_nothing_decides_is_uncertain() -> None:
    found = read(glyph(9, "ع", "ق"))

    assert found.text == "ق"
    assert found.is_uncertain


def test_a_glyph_without_a_font_program() -> None:
    assert compared(glyph(9, "ﻻ")).kind == "agreed"


@pytest.mark.parametrize("text", ["أسواق القطن", "(أ) كشف الأسهم لغاية ", "of the", "السنوية"])
def test_several_words_or_many_letters_of_one_glyph_are_uncertain(text: str) -> None:
    assert read(glyph(5, text)).is_uncertain


@pytest.mark.parametrize(
    "text", ["ffi", "الله", "محمد", "صلى الله عليه وسلم", "جل جلاله", "1/2", "(1)"]
)
def test_ligatures_and_phrases_of_one_glyph_are_certain(text: str) -> None:
    assert not read(glyph(5, text)).is_uncertain
