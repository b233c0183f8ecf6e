"""Text for tools that draw from left to right: forms, order, mirrored brackets, marks."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unreport import for_display


def letters(text: str) -> str:
    """The letters in their plain form."""
    return unicodedata.normalize("NFKC", text)


@pytest.mark.parametrize(
    ("text", "direction", "shown"),
    [
        ("لا", None, "\N{ARABIC LIGATURE LAM WITH ALEF ISOLATED FORM}"),
        ("باب", None, "بﺎﺑ"),
        ("(أ)", None, "(ﺃ)"),  # the brackets are mirrored
        ("A (أ) B", "ltr", "A (ﺃ) B"),
        ("أ [1] ب", None, "ﺏ [1] ﺃ"),
        ("«أ»", None, "«ﺃ»"),
        ("١٢ (ب)", "rtl", "(ﺏ) ١٢"),
        ("أ 12-14", None, "14-12 ﺃ"),  # W2: behind an Arabic letter, as a browser has it
        ("ا A/80/L.1، ب", None, "ﺏ ،A/80/L.1 ﺍ"),
        ("م 1 (2)", "rtl", "(2) 1 ﻡ"),
        ("A/80/L.1 (ب)", "rtl", "(ﺏ) A/80/L.1"),
    ],
)
def test_letters_digits_and_brackets(text: str, direction, shown: str) -> None:
    found = for_display(text, direction=direction)

    assert letters(found) == letters(shown)


def test_letters_have_their_forms() -> None:
    initial, medial, final = "\ufe91", "\ufe92", "\ufe90"

    assert for_display("ببب") == final + medial + initial
    assert for_display("ب") == "\ufe8f"


def test_marks_are_kept_and_follow_their_letters() -> None:
    shown = for_display("ثانياً")

    assert "\N{ARABIC FATHATAN}" in shown
    assert shown.index("\N{ARABIC FATHATAN}") == 1  # behind the alef, which is at the left


def test_each_line_has_its_own_direction() -> None:
    assert for_display("A (1)\nباب\n") == f"A (1)\n{for_display('باب')}\n"


@pytest.mark.parametrize("text", ["", "II. Recommendations (a)", "三、建议", "Б. Вывод", "«x»"])
def test_other_scripts_are_as_they_were(text: str) -> None:
    assert for_display(text, direction="rtl") == text


@given(st.text("ابتلم أ١٢3 A/.,()[]«»-ًّ", max_size=30))
def test_no_letter_is_lost(text: str) -> None:
    swap = str.maketrans("[(«", "])»")
    plain = sorted(letters(for_display(text)).translate(swap))

    assert plain == sorted(letters(text).translate(swap))


def test_what_is_no_text() -> None:
    with pytest.raises(TypeError, match="a text is displayed, not int"):
        for_display(3)
