"""Letters of left-to-right scripts whose values have both bytes of the character in one."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

import pytest
from font_files import codes_of, font, page

from unreport.readers.pdf.bidi.font_faults.combined_values import _characters
from unreport.readers.pdf.reader import read_pdf

RUSSIAN = "Рабочая группа просила Секретариат Организации Наций подготовить доклад сессии"
FRENCH = "Le Comité a confirmé les difficultés financières et la définition de la finalité"


GHOSTSCRIPT = b"GPL Ghostscript 10.00.0"


def read(
    text: str, wrong: Mapping[str, str], producer: bytes = GHOSTSCRIPT
) -> tuple[str, list[str]]:
    """What is read of a row whose font has other values for some characters; its doubts."""
    chars = sorted({*text})
    names = {char: f"glyph{ord(char)}" for char in wrong}
    entries = {1 + at: wrong.get(char, char) for at, char in enumerate(chars)}
    found = read_pdf(page(font(chars, names), codes_of(text, chars), entries, producer=producer))
    return found.lines[0].text, [doubt.code for doubt in found.doubts]


def summed(chars: str) -> dict[str, str]:
    """The values that consecutive characters have after a first one with both bytes in one."""
    first = ord(chars[0])
    return {char: chr((first >> 8 | first & 0xFF) + at) for at, char in enumerate(chars)}


def test_cyrillic() -> None:
    ranges = "абвг дежзий клмнопрсту фхцч ъыь НО СТ"
    wrong = {char: text for own in ranges.split() for char, text in summed(own).items()}

    assert read(RUSSIAN, wrong)[0] == RUSSIAN


def test_a_capital_letter_that_is_a_space() -> None:
    wrong = summed("абвгдежзийклмнопрстуфхцч") | summed("МНОПР")
    assert wrong["Р"] == " "

    assert _characters({3: " ", 4: " ", 5: "4"}, {3: 0.25, 4: 0.6, 5: 0.5}) == {4: " ", 5: "4"}


def test_ligatures() -> None:
    text = FRENCH.replace("fi", "\ufb01").replace("ffi", "\ufb03")

    assert read(text, {"\ufb01": "\u00fb"})[0] == FRENCH


@pytest.mark.parametrize("text", ["Le goût est sûr, dû à la flûte et au coût", "Total 2021 = 4567"])
def test_text_that_is_right(text: str) -> None:
    assert read(text, {})[0] == text


def test_ligatures_of_which_one_letter_is_left() -> None:
    text = "We reaffirm that staff of affected offices find conflict difficult".replace(
        "fi", "\ufb01"
    )
    text = text.replace("f\ufb01", "\ufb03").replace("fl", "\ufb02").replace("ff", "\ufb00")
    wrong = {"\ufb01": "f", "\ufb02": "f", "\ufb00": "f", "\ufb03": "o"}

    assert read(text, wrong)[0] == unicodedata.normalize("NFKC", text)


def test_punctuation() -> None:
    text = "The State’s staff’s non‑public 2019–2020 list of 1 or 9 (13)"

    assert read(text, {"’": "9", "‑": "1"}) == (text, [])


def test_numbers_stay_where_values_are_control_characters() -> None:
    """420 is the sum of the bytes of два, 157 that of без."""
    text = "420 and 157 of 8065 in 345 Rooms, 195 of them new, H1N1 in Part 7"

    found, doubts = read(text, {"R": "\x10", "P": "\x11"})

    assert found == text.replace("R", "\ufffd").replace("P", "\ufffd")
    assert doubts == ["uncertain-row"]


def test_other_producers_have_the_values_that_they_write() -> None:
    text = FRENCH.replace("fi", "\ufb01").replace("ffi", "\ufb03")

    assert "conûrm" in read(text, {"\ufb01": "\u00fb"}, b"Prawn")[0]


def test_digits_behind_letters_are_no_punctuation() -> None:
    text = "Annexes A9 and B9 to CO1 and H1 9"

    assert read(text, {})[0] == text
