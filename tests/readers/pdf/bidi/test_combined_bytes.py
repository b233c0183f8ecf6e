"""Arabic letters and digits whose ToUnicode values have both bytes of the character in one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import SimpleNamespace

import pytest
from font_files import codes_of, font, page

from unreport.readers.pdf.bidi.font_faults.combined_bytes import _words
from unreport.readers.pdf.bidi.logical_order import Token
from unreport.readers.pdf.reader import read_pdf

ROW = "عقد الاجتماع في ١٤ تموز/يوليه ٢٠٢١ بشأن جدول الأعمال وجوانب أخرى من البرنامج"
DIGITS = {"٠": "f", "١": "g", "٢": "h"}
OTHERS = {chr(code) for code in range(0x100, 0x180)}  # glyphs of the font that are not used


def read(
    text: str, wrong: Mapping[str, str], others: Collection[str] = OTHERS
) -> tuple[str, list[str]]:
    """What is read of a row whose font has other values for some characters; its doubts."""
    chars = sorted({*text, *others})
    names = {char: f"glyph{ord(char)}" for char in wrong}
    entries = {1 + at: wrong.get(char, char) for at, char in enumerate(chars)}
    found = read_pdf(page(font(chars, names), codes_of(visual(text), chars), entries))
    return found.lines[0].text, [doubt.code for doubt in found.doubts]


def visual(text: str) -> str:
    """A right-to-left row from the left: its numbers run in the other direction."""
    words = text.split(" ")
    return " ".join(word if word[0].isdecimal() else word[::-1] for word in reversed(words))


def test_letters_and_digits() -> None:
    assert read(ROW, {**DIGITS, "ج": "."}) == (ROW, [])


def test_a_letter_of_which_several_make_words() -> None:
    """A word with `0` may have ت, ج, خ or ذ: `تلك` and `ذلك` are both words."""
    text, _ = read(f"{ROW} في ذلك", {**DIGITS, "ذ": "0"})

    assert text == f"{ROW} في 0لك"


def test_digits_that_no_year_decides() -> None:
    text, doubts = read("من الجدول ٢٨ ومن الفقرة ٢ من الوثيقة", {"٢": "h"})

    assert text == "من الجدول h٨ ومن الفقرة h من الوثيقة"
    assert "uncertain-row" in doubts


def test_digits_in_the_order_of_their_glyphs() -> None:
    digits = {"٢": "f", "٣": "g", "٤": "f", "٥": "g", "٦": "f", "٧": "g"}
    text = "من ٢٠ ومن ٣١ ومن ٤٨ ومن ٥٩ ومن ٦٠ ومن ٧١"

    assert read(text, digits) == (text, [])
    assert read(text, digits, frozenset()) == (text, [])  # by the ranges beside them


def test_a_word_of_one_such_glyph_alone() -> None:
    assert read("ججج في ٢٨ وثيقة", {"ج": "f"})[0].count("f") == 3


def test_a_hamza_is_on_its_alef() -> None:
    text = "بشأن الأعمال والأمانة وأعضاء الأمم"
    decomposed = text.replace("أ", "ا\u0654")

    assert read(f"{decomposed} في ٢٤", {"\u0654": "V"})[0] == f"{text} في ٢٤"


@pytest.mark.parametrize(
    "text",
    [
        "برنامج الـCOVAX في الجدول ٤ من الوثيقة/المرفق.",
        "البند ٤a من جدول الأعمال - اللجنة/المكتب، (أA) انظر الأمانة.",
        "من الجدول ٢٤ (j) ومن الفقرة ٢ والخيارين f وg",
    ],
)
def test_latin_letters_and_signs_beside_arabic_ones(text: str) -> None:
    found, _ = read(text, {})

    assert sorted(found) == sorted(text)


def test_a_latin_letter_beside_words_is_no_vowel() -> None:
    """Each word is known without its `K`, which might be a tanwin; nothing else is proved."""
    row = "بإضافة الفيتامينK ومراقبة الجدولK والمجموعةK والمرفقK"

    text, doubts = read(row, {})
    assert text.count("K") == 4
    assert "uncertain-row" in doubts
    text, _ = read(f"{row} في Kenya", {"ج": "."})
    assert text.count("K") == 5


@pytest.mark.parametrize("letters", ["nnn", "mno"])
def test_a_variable_before_digits(letters: str) -> None:
    row = "من القيم {}٢ ومن القيم {}٣ ومن القيم {}٤ في سنة ٢٠١٥"

    text, doubts = read(row.format(*letters), {})
    assert all(letter in text for letter in letters)
    assert "uncertain-row" in doubts


@pytest.mark.parametrize(("count", "words"), [(12, 1), (5000, 0)])
def test_words_of_thousands_of_letters_are_not_tried(count: int, words: int) -> None:
    row = SimpleNamespace(
        tokens=[Token("K", "L"), *[Token("ب", "R")] * count],
        keys=[(0, 1, "K"), *[(0, 2, "ب")] * count],
    )

    assert len(_words(row, {0})) == words  # type: ignore[arg-type]
