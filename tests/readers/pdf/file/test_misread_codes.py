"""ToUnicode values that are the code itself, and control characters that a glyph draws."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from font_files import UNCHANGED, codes_of, font, page
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import LIT

from unreport.readers.pdf.file.font_programs import FontProgram
from unreport.readers.pdf.file.misread_codes import misread_codes
from unreport.readers.pdf.reader import read_pdf

LETTERS = dict(enumerate("ابتثجحخدذرزسشصضطظعغف", start=80))


def program(chars: list[str], bottoms: Mapping[str, int] = UNCHANGED) -> FontProgram:
    data = font(chars, bottoms=bottoms)
    spec = {"Subtype": LIT("CIDFontType2"), "FontDescriptor": {"FontFile2": PDFStream({}, data)}}
    return FontProgram(spec, checks=True)


def test_ligatures_that_are_mapped_to_their_codes() -> None:
    own = {code: chr(code) for code in (32, 39, 52, 140)}
    latin = {code: chr(code) for code in (39, 52, 105)}

    assert misread_codes(LETTERS | own | {60: "1", 61: "("}, None).unknown == {39, 52, 140}
    assert misread_codes(LETTERS | latin | {60: "1", 61: "("}, None).unknown == {39, 52, 105}


@pytest.mark.parametrize(
    "mapped",
    [
        LETTERS | {52: "4"},
        LETTERS | {32: " ", 45: "-", 46: ".", 48: "0"},
        LETTERS | {46: ".", 162: "¢"},
        LETTERS | {48: "0", 73: "I"} | dict(enumerate("SOEC", start=60)),
        {code: chr(code) for code in range(32, 127)} | LETTERS,
        dict(enumerate("The Committee adopted its rp", start=60)) | {39: "'", 52: "4"},
        dict(enumerate("Комитет утвердил свой доклад", start=60)) | {39: "'", 52: "4"},
        dict(enumerate("委员会通过了报告", start=60)) | {39: "'", 52: "4"},
    ],
    ids=[
        "one by chance",
        "punctuation",
        "signs by chance",
        "beside Latin",
        "an encoding",
        "Latin",
        "Cyrillic",
        "Chinese",
    ],
)
def test_codes_that_are_characters(mapped: dict[int, str]) -> None:
    assert not misread_codes(mapped, None).unknown


def test_the_codes_of_a_code_page() -> None:
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
    mapped = {letter.encode("cp1256")[0]: letter for letter in letters}

    assert not misread_codes(mapped | {code: chr(code) for code in b"A/C.5"}, None).unknown


def test_a_format_character_of_zero_width() -> None:
    mapped = {1: "s", 2: "\N{LEFT-TO-RIGHT MARK}"}
    given = program(["s", "\N{LEFT-TO-RIGHT MARK}"])

    assert misread_codes(mapped, given).unknown == {2}
    assert not misread_codes(mapped, given, lambda code: float(code == 1)).unknown


def test_quotation_marks_whose_bytes_are_added_up() -> None:
    mapped = {1: "a", 2: "<", 3: "=", 4: "9"}
    upper = program(["a", "<", "=", "9"], {"<": 300, "=": 300})
    middle = program(["a", "<", "=", "9"], {"<": 50, "=": 200})

    assert misread_codes(mapped, upper).punctuation == {2: "“", 3: "”"}
    assert not misread_codes(mapped, middle).punctuation
    superior = program(["a", "<", "=", "9"], {"9": 260})
    assert not misread_codes(mapped, superior).punctuation
    assert not misread_codes(mapped, None).punctuation


def test_a_control_character_that_is_drawn() -> None:
    mapped = {1: "s", 2: "\x85", 3: "\x0e", 4: "\N{ZERO WIDTH SPACE}"}

    assert misread_codes(mapped, program(["s", "*", " ", "+"])).unknown == {2, 4}
    assert not misread_codes(mapped, None).unknown


@pytest.mark.parametrize("text", ["الإدارة", "отдел*", "offi*ce", "adminis*ración", "d*éfense"])
def test_a_row_with_a_drawn_control_character_is_uncertain(text: str) -> None:
    chars = [*sorted({*text} - {"*"}), "*"]
    shown = text[::-1] if text[0] == "ا" else text
    shown = shown.replace("إ", "*") if text[0] == "ا" else shown
    entries = {1 + at: char for at, char in enumerate(chars)} | {len(chars): "\x94"}

    found = read_pdf(page(font(chars, names={"*": "glyph9"}), codes_of(shown, chars), entries))

    assert found.lines[0].text == text.replace("إ", "*").replace("*", "\N{REPLACEMENT CHARACTER}")
    assert [doubt.code for doubt in found.doubts] == ["uncertain-row"]
