"""PDFs whose ToUnicode contradicts the embedded font, with fonts made here."""

from __future__ import annotations

import pytest
from font_files import codes_of, font, page
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import LIT

from unreport.errors import UnreportError
from unreport.readers.pdf.file.font_programs import NOTHING, FontProgram, ProgramText
from unreport.readers.pdf.reader import read_pdf

TEXT = "Paragraph 17 of 2019 and 2038, see 456"
CHARS = sorted({*TEXT, *"0123456789"})


def test_wrong_digits_in_tounicode() -> None:
    codes = codes_of(TEXT, CHARS)
    right = {1 + at: char for at, char in enumerate(CHARS)}
    wrong = {
        code: right[code].translate(str.maketrans("0123456789", "2470185639")) for code in right
    }

    document = read_pdf(page(font(CHARS), codes, wrong))

    assert document.lines[0].text == TEXT
    assert not document.doubts


def test_a_right_tounicode_is_kept() -> None:
    codes = codes_of(TEXT, CHARS)
    right = {1 + at: char for at, char in enumerate(CHARS)}

    assert read_pdf(page(font(CHARS), codes, right)).lines[0].text == TEXT


@pytest.mark.parametrize(("bottom", "calls"), [(300, ((4, 5),)), (0, ()), (-100, ())])
def test_a_superior_figure_is_the_call_of_a_footnote(
    bottom: int, calls: tuple[tuple[int, int], ...]
) -> None:
    chars = ["T", "e", "x", "t", "1", "*"]
    program = font(chars, names={"*": "sign"}, bottoms={"*": bottom})
    entries = {1 + at: char for at, char in enumerate(chars)} | {6: "1"}

    found = read_pdf(page(program, codes_of("Text*1", chars), entries, b"/W[6[300]]"))

    assert [(line.text, line.calls) for line in found.lines] == [("Text11", calls)]


def test_a_ligature_whose_tounicode_is_its_code() -> None:
    chars = ["ت", "ا", "ك", "و", "ل", "*"]
    program = font(chars, names={"*": "uni06440627"})
    wrong = {1 + at: char for at, char in enumerate(chars)}

    document = read_pdf(page(program, codes_of("ت*اكولا", chars), wrong))

    assert "لا" in document.lines[0].text
    assert "*" not in document.lines[0].text


@pytest.mark.parametrize("text", [" ", "?"])
def test_a_kashida_whose_tounicode_is_a_space_or_a_question_mark(text: str) -> None:
    chars = ["س", "ل", "م", " ", "*"]
    codes = codes_of(" ".join(["م**لس", "سم**ل"] * 4), chars)
    entries = {1 + at: char for at, char in enumerate(chars)} | {5: text}

    document = read_pdf(page(font(chars, names={"*": "kashida"}), codes, entries))

    assert document.lines[0].text == " ".join(["لمس", "سلم"] * 4)
    assert not document.doubts


@pytest.mark.parametrize(
    ("height", "text"),
    [(90, "الكهرباء الـ 3"), (480, "اللكهرباء الل 3"), (0, "اللكهرباء الل 3")],
    ids=["flat", "high", "no ink"],
)
def test_a_kashida_whose_tounicode_is_the_letter_before_it(height: int, text: str) -> None:
    """A font that draws lam before kaf as lam and kashida; and one that has lam twice."""
    chars = [*"الكهربء3", " ", "*"]
    codes = codes_of("3 *لا ءابرهك*لا", chars)
    entries = {1 + at: char for at, char in enumerate(chars)} | {1 + chars.index("*"): "ل"}
    program = font(chars, names={"*": "glyph7"}, tops={"*": height})

    assert read_pdf(page(program, codes, entries)).lines[0].text == text


def test_the_glyph_of_a_space_is_drawn_if_it_is_no_letter_of_an_ocr_layer() -> None:
    data = font(["س", " ", "*"])
    spec = {
        "Subtype": LIT("CIDFontType2"),
        "FontDescriptor": {"FontFile2": PDFStream({}, data)},
    }
    one_glyph = spec | {"CIDToGIDMap": PDFStream({}, b"\0\1" * 4)}

    assert [FontProgram(spec, checks=True).is_drawn(code, 1) for code in (2, 3)] == [False, True]
    assert not FontProgram(one_glyph, checks=True).is_drawn(3, 1)


def test_a_letter_whose_tounicode_is_a_space() -> None:
    chars = ["س", "ل", "م", " ", "*"]
    codes = codes_of("م*س ملس", chars)
    entries = {1 + at: char for at, char in enumerate(chars)} | {5: " "}

    document = read_pdf(page(font(chars, names={"*": "letter"}), codes, entries))

    assert document.lines[0].text == "سلم س\N{REPLACEMENT CHARACTER}م"
    assert [doubt.code for doubt in document.doubts] == ["uncertain-row"]


def test_no_tounicode_and_a_damaged_font() -> None:
    codes = codes_of(TEXT, CHARS)
    program = font(CHARS)

    assert read_pdf(page(program, codes, {})).lines[0].text == TEXT
    with pytest.raises(UnreportError, match=r"letters|text"):
        read_pdf(page(program[:200], codes, {}))


@pytest.mark.parametrize("order", [CHARS, CHARS[::-1], [*CHARS[3:], *CHARS[:3]]])
def test_no_tounicode_and_glyphs_in_any_order(order: list[str]) -> None:
    """CIDs that are glyph indices have the characters that the `cmap` of the font maps to them."""
    with_tounicode = page(font(order), codes_of(TEXT, order), {})
    data = with_tounicode.replace(b"/ToUnicode 8 0 R", b"".ljust(16))

    document = read_pdf(data)

    assert b"/ToUnicode" not in data
    assert document.lines[0].text == TEXT
    assert not document.doubts


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=600), st.integers(0, 400))
def test_a_broken_font_program_says_nothing(noise: bytes, at: int) -> None:
    whole = font(["a", "b"])
    data = whole[:at] + noise + whole[at + len(noise) :]
    spec = {
        "Subtype": LIT("CIDFontType2"),
        "FontDescriptor": {"FontFile2": PDFStream({}, data)},
    }
    found = FontProgram(spec, checks=True).text(1)

    assert found is NOTHING or isinstance(found, ProgramText)


def test_a_cmap_that_maps_too_much_is_not_read() -> None:
    huge = b"\0\1\0\0" + b"\0\1\0\0\0\0\0\0" + b"cmap" + bytes(4)
    huge += (28).to_bytes(4) + (40).to_bytes(4)
    huge += b"\0\0\0\1\0\3\0\x0a" + (12).to_bytes(4) + b"\0\x0c\0\0" + bytes(8)
    huge += (1).to_bytes(4) + bytes(4) + b"\xff\xff\xff\xff" + bytes(4)
    spec = {"Subtype": LIT("CIDFontType2"), "FontDescriptor": {"FontFile2": PDFStream({}, huge)}}

    assert FontProgram(spec, checks=True).text(5) is NOTHING
