"""What fonts get wrong about the glyphs that they paint: rows as they stand on the page.

A row is written from left to right, one token a glyph.  A token is the glyph's text (`?` for none),
`:w` its width where it is not six points, `{n` the /ActualText that it is under; `_` is a drawn
space, `|w` a gap.
"""

from __future__ import annotations

import re

import pytest

from unreport.readers.pdf.bidi.brackets import wanted_brackets
from unreport.readers.pdf.bidi.kashida import mend_fillers
from unreport.readers.pdf.bidi.letters import UNKNOWN, kind_of, spelt
from unreport.readers.pdf.bidi.logical_order import Token
from unreport.readers.pdf.bidi.restore import Evidence, learn, restore, strips_of
from unreport.readers.pdf.bidi.rows import rows_of
from unreport.readers.pdf.file.glyphs import Font, Glyph, Page
from unreport.text.characters import normalise

TOKEN = re.compile(r"(?P<text>[^:{]+)(?::(?P<width>[\d.]+))?(?:\{(?P<span>\d))?")
SIZE = 12.0


def painted(row: str, *spans: str) -> str:
    """The text of a painted row of Arabic."""
    glyphs: list[Glyph] = []
    x = 200.0
    for order, token in enumerate(row.split()):
        if token.startswith("|"):
            x += float(token[1:])
            continue
        found = TOKEN.fullmatch(token)
        assert found
        text = found["text"].replace("?", "").replace("_", " ")
        width = float(found["width"] or (3 if text == " " else 6))
        code = sum(map(ord, text))
        span = int(found["span"] or 0)
        glyphs.append(Glyph(text, x, x + width, 100.0, SIZE, 0, code, order, span))
        x += width
    page = Page(
        number=1,
        width=600,
        height=800,
        glyphs=glyphs,
        turned=[],
        spans=dict(enumerate(spans, start=1)),
        rules=[],
        fonts=[Font(name="Naskh")],
    )
    strips = strips_of(rows_of(page), "R")
    evidence = Evidence()
    mend_fillers(strips, evidence)
    learn(strips, evidence)
    return "".join(found.text for found in restore(strips, evidence))


def test_the_glyphs_of_one_actual_text_stay_on_their_row() -> None:
    # the alef of a lam-alef has no width of its own, nor has the mark over it
    assert painted("ة م د ق م _ - ً:0{1 ?:0{1 ل و أ", "اً") == "أولاً- مقدمة"


def test_what_is_under_an_actual_text_keeps_its_letter() -> None:
    assert painted("اً:0 ا:0{1 ل ص ف ن م", "اً") == "منفصلاً"


def test_a_mark_with_the_text_of_its_letter() -> None:
    assert painted("ن م أ:0 أ ل ا") == "الأمن"


def test_a_bare_letter_with_the_text_of_its_first_mark() -> None:
    assert painted("م أ ل س _ ن م ٔ:0 أ ل ا") == "الأمن سلام"


def test_a_bare_letter_under_an_actual_text_tells_too() -> None:
    assert painted("م أ ل س _ ن م ٔ:0{1 أ{1 ل ا", "أ") == "الأمن سلام"


def test_a_bare_ligature_stored_from_left_to_right() -> None:
    assert painted("م أل س _ ن م ٔ:0 أل ا") == "الأمن سلام"


def test_a_letter_without_text_under_a_mark_that_has_it() -> None:
    assert painted("ذ إ:0 ?:2 و") == "وإذ"


def test_a_letter_without_width_beside_its_mark() -> None:
    assert painted("ة م د ق م _ - اً:0 اً:0 ل و أ") == "أولاً- مقدمة"


def test_a_sign_without_width_is_a_mark() -> None:
    assert painted("ة ث [:0 َّ:0 د ح م") == "محدَّثة"


def test_a_stroke_without_text_is_no_gap() -> None:
    assert painted("ر ب م ?:4{1 س ي د", "") == "ديسمبر"


def test_strokes_of_any_sign() -> None:
    assert painted("م @ @ ل س _ ل @ ك _ س ا @ س أ") == "أساس كل سلم"


def test_letters_spread_in_a_row_that_draws_its_spaces() -> None:
    assert painted("ب ا |2 ب _ م ل ق _ س ر د _ ب ت ك") == "كتب درس قلم باب"
    assert painted("ب ا ب |3 م ل ق") == "قلم باب"


def test_a_space_that_a_font_kerns_away() -> None:
    assert painted("ل ك |0.5 ة ر ا د إ") == "إدارة كل"


@pytest.mark.parametrize(
    "row",
    [
        "٢٠٠٣) و ١٥٢٦ (٢٠٠٤) و ١٧٣٥ (",
        "2003) and 1526 (2004), 1735 (2006) and 1822 (2008",
        "(أ) أن تنظر (انظر الفقرة ٣)؛",
        "و(ب) أن تقدم",
        "« Stockholm+50 » (« notre chance »)",
    ],
)
def test_brackets_by_their_spaces(row: str) -> None:
    tokens = [Token(char, kind_of(char)) for char in row]

    wanted = wanted_brackets(tokens, tuple(range(len(tokens))))

    assert all(row[i] == sign for i, sign in wanted.items())
    assert wanted or row.count("(") + row.count(")") < 2


def test_what_is_no_character_is_no_letter() -> None:
    assert spelt("\uffff") == UNKNOWN


def test_radicals_are_spelt_as_ideographs() -> None:
    assert normalise("⼤会注意到⻛险和⽅⾯") == "大会注意到风险和方面"
