"""Glyphs without text that are read by their words."""

from __future__ import annotations

import pytest
from font_files import codes_of, font, page

from unreport.readers.pdf.reader import read_pdf

UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def read(text: str, letter: str) -> tuple[str, list[str]]:
    """What is read of a row whose glyphs for a letter or ligature have no text; its doubts."""
    shown = text.replace(letter, "*")
    chars = [*sorted({*shown} - {"*"}), "*"]
    codes = codes_of(shown[::-1] if "\u0621" <= text[0] <= "\u064a" else shown, chars)
    entries = {1 + at: char for at, char in enumerate(chars) if char != "*"}
    found = read_pdf(page(font(chars, names={"*": "glyph9"}), codes, entries))
    return found.lines[0].text, [doubt.code for doubt in found.doubts]


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("منحت الرخص لمدة خاصة في مختلف الداخل", "خ"),
        ("خلال ثلاثة أيام الاجتماع الاستثنائي بلا إخلال", "لا"),
        ("the offices of the office of official efficiency", "ffi"),
        ("the Committee submitted a plan", "tt"),
        ("the Committee commended the comments of members on the summary", "m"),
        ("la Comisión decidió celebrar un período adicional de debate", "d"),
        ("le Comité a décidé de demander une étude des dépenses", "d"),
        ("он утвердил доклад с поправками по докладу и те заявки", "к"),
    ],
)
def test_the_letter_that_makes_all_words_known(text: str, letter: str) -> None:
    assert read(text, letter) == (text, [])


def test_a_glyph_that_is_mapped_to_the_replacement_character() -> None:
    text = "organization, commemoration, resolution, recommendation, action, national"
    shown = text.replace("ti", "*")
    chars = sorted({*shown})
    entries = {1 + at: char.replace("*", UNKNOWN) for at, char in enumerate(chars)}
    file = page(font(chars, names={"*": "glyph9"}), codes_of(shown, chars), entries)

    assert read_pdf(file).lines[0].text == text


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("منحت الرخص لمدة معينة", "خ"),  # one word, known with several letters
        ("the bat, the cat and the rat sat", "t"),
        ("委员会通过了报告", "过"),
    ],
)
def test_a_glyph_of_few_words_stays_unknown(text: str, letter: str) -> None:
    assert read(text, letter) == (text.replace(letter, UNKNOWN), ["uncertain-row"])


@pytest.mark.parametrize(("width", "found"), [(560, "fi"), (300, UNKNOWN)])
def test_a_ligature_of_two_words_is_as_wide_as_its_letters(width: int, found: str) -> None:
    shown = "leur *xation, a*n de les *xer, dans un cas qui soit net, si cela se fait"
    chars = [*sorted({*shown} - {"*"}), "*"]
    narrow = b" ".join(b"%d[300]" % (1 + chars.index(letter)) for letter in "fi")
    widths = b"/W[%s %d[%d]]" % (narrow, len(chars), width)
    entries = {1 + at: char for at, char in enumerate(chars) if char != "*"}
    codes = codes_of(shown, chars)

    document = read_pdf(page(font(chars, names={"*": "glyph9"}), codes, entries, widths=widths))

    assert document.lines[0].text == shown.replace("*", found)


def test_a_letter_that_stands_nowhere_else_is_no_ligature() -> None:
    """`titre` is known as well, and as wide as `être` with a wide letter."""
    shown = "tous les *tres humains, il doit *tre soumis à la session"
    chars = [*sorted({*shown} - {"*"}), "*"]
    narrow = b" ".join(b"%d[300]" % (1 + chars.index(letter)) for letter in "ti")
    widths = b"/W[%s %d[560]]" % (narrow, len(chars))
    entries = {1 + at: char for at, char in enumerate(chars) if char != "*"}

    document = read_pdf(
        page(font(chars, names={"*": "glyph9"}), codes_of(shown, chars), entries, widths=widths)
    )

    assert document.lines[0].text == shown.replace("*", UNKNOWN)
    assert [doubt.code for doubt in document.doubts] == ["uncertain-row"]


def test_names_that_no_letter_makes_known() -> None:
    text = "Tavela, Nauteva, Kilovao, Savotu and Evaliki"
    assert read(text, "v") == (text.replace("v", UNKNOWN), ["uncertain-row"])


def test_a_ligature_of_one_word_is_no_kashida() -> None:
    text, doubts = read("خلال عام وخلال شهر وخلال يوم وخلال عام", "لا")

    assert text.count(UNKNOWN) == 4
    assert doubts == ["uncertain-row"]
