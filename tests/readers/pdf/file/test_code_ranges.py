"""ToUnicode values by those of the codes beside them."""

from __future__ import annotations

import pytest
from font_files import codes_of, font, page

from unreport import read
from unreport.readers.pdf.file.font_tables.code_ranges import restored_values

ALPHABET = [chr(char) for char in range(0x410, 0x450)]
RUSSIAN = "Доклад рабочей группы"


def combined(first: int, last: int, code: int) -> dict[int, str]:
    """The values of consecutive codes after a first one with both bytes in one."""
    value = first >> 8 | first & 0xFF
    return {code + at: chr(value + at) for at in range(last - first + 1)}


@pytest.mark.parametrize("producer", [b"pypdf", b"GPL Ghostscript 9.56.1", b""])
def test_cyrillic_in_files_of_any_producer(producer: bytes) -> None:
    """А, Б, and Э are right; ranges of Г to Я and of а to я are not."""
    chars = [*ALPHABET, " "]
    names = {char: f"glyph{ord(char)}" for char in ALPHABET}
    values = {1 + at: char for at, char in enumerate(chars)}
    wrong = combined(0x413, 0x42C, 4) | combined(0x42E, 0x44E, 31)
    program = font(chars, names)
    document = read(page(program, codes_of(RUSSIAN, chars), values | wrong, producer=producer))

    assert document.lines[0].text == RUSSIAN
    assert document.doubts == ()


def test_chinese_punctuation_between_known_characters() -> None:
    digits = {16 + digit: str(digit) for digit in range(10)} | {26: ":"}
    others = {500: "\u2013", 900: "\u4e00", 903: "\u4e03"}
    ideographs = combined(0x4E01, 0x4E02, 901)  # which show the fault
    punctuation = combined(0x3001, 0x3002, 600) | combined(0x300A, 0x300B, 608)

    found = restored_values(digits | others | punctuation | ideographs)

    expected = {600: "、", 601: "。", 608: "《", 609: "》", 901: "\u4e01", 902: "\u4e02"}
    assert found == expected


@pytest.mark.parametrize(
    "values",
    [
        # digits and Latin letters between Cyrillic ones, in the order of the font's own glyphs
        {1: "А", 2: "Б", 3: "4", 4: "5", 5: "В", 6: "Г"},
        {1: "А", 2: "Б", 3: "a", 5: "Д", 6: "Е"},
        # alternates at the end of the font: small capitals, a mirrored quotation mark
        {**{at: chr(0x100 + at) for at in range(40)}, 60: "a", 61: "b", 64: "e", 69: "j"},
        {1: "a", 2: "b", 3: "«", 4: "»", 5: "—", 6: "“", 7: "”", 40: "…", 90: "»"},
        {1: "»", 2: "ⁿ", 3: "₀", 4: "₁", 5: "₂", 40: "»"},
        # and in an alphabet
        {1: "4", 20: "А", 21: "Б", 22: "В", 23: "Г", 36: "4", 37: "С", 38: "Т", 39: "У"},
        # in the order of use
        {1: "Т", 2: "е", 3: "4", 4: "5", 5: "к", 6: "с", 7: "т"},
        {27: "w", 28: "\u2010", 29: "1", 30: "k", 31: "4", 32: "9", 33: "A", 34: "p", 35: "i"},
        # a code is the character
        {at: chr(at) for at in range(0x20, 0x180)},
        {1: "d", 2: "e", 3: "f", 4: "g", 5: "h", 6: "i", 40: "f"},
        # a no-break space that is read as a space is no letter
        {32: " ", **{at: chr(at) for at in range(0x9D, 0xA4)}, 0xA0: " "},
    ],
)
def test_values_that_are_right(values: dict[int, str]) -> None:
    assert restored_values(values) == {}


def test_a_letter_that_has_the_value_of_one_behind_it() -> None:
    """Word gives f the letter that it forms a ligature with."""
    chars = [chr(char) for char in range(0x61, 0x7B)]
    text = "definiteofficialquestion"
    names = {char: f"glyph{ord(char)}" for char in chars}
    values = {1 + at: char for at, char in enumerate(chars)} | {6: "i", 17: "u"}
    document = read(page(font(chars, names), codes_of(text, chars), values))

    assert document.lines[0].text == text
