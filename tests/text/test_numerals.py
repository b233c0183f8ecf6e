"""Numbering systems: numbers to a hundred and back, in every spelling of the numerals."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unreport.text import arabic_numerals, numerals
from unreport.text.arabic_numerals import (
    ARABIC_LETTER_NAMES,
    ARABIC_LETTERS,
    ARABIC_ORDINALS,
    ARABIC_ORDINALS_FEMININE,
    ARABIC_ORDINALS_MASCULINE,
)
from unreport.text.numerals import (
    HAN,
    HAN_PARENTHESISED,
    LATIN_LOWER,
    LATIN_UPPER,
    ROMAN_LOWER,
    ROMAN_UPPER,
    NumberingSystem,
    decimal_value,
    to_decimal,
)

ENDLESS = numerals.DECIMAL
SHORT = [numerals.CIRCLED, numerals.HEAVENLY_STEMS]  # 35 and ten characters
SYSTEMS = [
    value
    for value in (vars(numerals) | vars(arabic_numerals)).values()
    if isinstance(value, NumberingSystem) and value is not ENDLESS and value not in SHORT
]
ARABIC = [system for system in SYSTEMS if system.name.startswith("arabic")]

ZEROS = "0٠۰０०"
HARAKAT = "\N{ARABIC FATHATAN}\N{ARABIC SHADDA}\N{ARABIC TATWEEL}\N{RIGHT-TO-LEFT MARK}"


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.name)
def test_a_hundred_numerals_round_trip(system: NumberingSystem) -> None:
    assert len(system.numerals) >= 100
    for number in range(1, 101):
        assert system.number(system.numeral(number)) == number


@pytest.mark.parametrize("system", SHORT, ids=lambda system: system.name)
def test_all_numerals_of_a_short_system_round_trip(system: NumberingSystem) -> None:
    assert len(system.numerals) in (10, 35)
    for number, numeral in enumerate(system.numerals, start=1):
        assert system.number(numeral) == number


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.name)
def test_no_spelling_means_two_numbers(system: NumberingSystem) -> None:
    meanings: dict[str, set[int]] = {}
    for number, numeral in enumerate(system.numerals, start=1):
        meanings.setdefault(system.fold(numeral), set()).add(number)
    for numeral, number in system.variants():
        meanings.setdefault(system.fold(numeral), set()).add(number)

    assert {numeral: values for numeral, values in meanings.items() if len(values) > 1} == {}


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.name)
def test_nothing_beyond_the_last_numeral(system: NumberingSystem) -> None:
    assert system.numeral(0) is None
    assert system.numeral(len(system.numerals) + 1) is None
    assert system.number("") is None
    assert system.number("and") is None


@given(
    st.sampled_from(ARABIC),
    st.integers(min_value=1, max_value=100),
    st.lists(st.tuples(st.integers(0, 30), st.sampled_from(HARAKAT)), max_size=6),
)
def test_vowels_tatweel_and_controls_do_not_count(
    system: NumberingSystem, number: int, marks: list[tuple[int, str]]
) -> None:
    word = system.numeral(number)
    for at, mark in marks:
        place = min(at, len(word) - 1) + 1
        word = word[:place] + mark + word[place:]

    assert system.number(word) == number


@given(st.sampled_from(SYSTEMS), st.integers(min_value=1, max_value=100), st.data())
def test_any_unicode_normal_form(system: NumberingSystem, number: int, data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))

    assert system.number(unicodedata.normalize(form, system.numeral(number))) == number


@given(st.text())
def test_any_text_is_a_number_or_none(text: str) -> None:
    for system in SYSTEMS:
        assert system.number(text) is None or system.number(text) >= 1
    assert decimal_value(text) is None or decimal_value(text) >= 0


@given(st.integers(min_value=0, max_value=10**17), st.sampled_from(ZEROS))
def test_digits_of_every_script(number: int, zero: str) -> None:
    assert decimal_value(to_decimal(number, zero)) == number


CASES = [
    (ROMAN_UPPER, "XLVIII", 48),
    (ROMAN_UPPER, "Ⅻ", 12),
    (ROMAN_UPPER, "ІХ", 9),  # Cyrillic
    (ROMAN_UPPER, "iv", None),
    (ROMAN_UPPER, "IIII", None),
    (ROMAN_UPPER, "VX", None),
    (ROMAN_LOWER, "iv", 4),
    (ROMAN_LOWER, "ⅳ", 4),
    (ROMAN_LOWER, "іх", 9),  # Cyrillic
    (ROMAN_LOWER, "IV", None),
    (LATIN_LOWER, "i", 9),
    (LATIN_LOWER, "aa", 27),
    (LATIN_LOWER, "a a", 27),
    (LATIN_LOWER, "ab", None),
    (LATIN_LOWER, "а", 1),  # Cyrillic
    (LATIN_LOWER, "с", 3),  # Cyrillic
    (LATIN_LOWER, "е", 5),  # Cyrillic
    (LATIN_LOWER, "б", None),
    (LATIN_UPPER, "В", 2),  # Cyrillic
    (LATIN_UPPER, "b", None),
    (ARABIC_LETTERS, "أ", 1),
    (ARABIC_LETTERS, "ا", 1),
    (ARABIC_LETTERS, "ه", 5),
    (ARABIC_LETTERS, "هـ", 5),
    (ARABIC_LETTERS, "ﻫ", 5),
    (ARABIC_LETTERS, "ة", 5),
    (ARABIC_LETTERS, "ى", 10),
    (ARABIC_LETTERS, "ی", 10),
    (ARABIC_LETTERS, "ك", 11),
    (ARABIC_LETTERS, "ک", 11),
    (ARABIC_LETTERS, "ض", 26),
    (ARABIC_LETTERS, "أ أ", 27),
    (ARABIC_LETTERS, "أأ", 27),
    (ARABIC_LETTERS, "ج ج", 29),
    (ARABIC_LETTERS, "ظ", 27),
    (ARABIC_LETTERS, "غ", 28),
    (ARABIC_LETTERS, "أب", None),
    (ARABIC_LETTER_NAMES, "ألف", 1),
    (ARABIC_LETTER_NAMES, "الف", 1),
    (ARABIC_LETTER_NAMES, "باء", 2),
    (ARABIC_LETTER_NAMES, "هاء", 5),
    (ARABIC_LETTER_NAMES, "كاف", 11),
    (ARABIC_LETTER_NAMES, "تقرير", None),
    (ARABIC_ORDINALS, "أولا", 1),
    (ARABIC_ORDINALS, "أولاً", 1),
    (ARABIC_ORDINALS, "أوّلاً", 1),
    (ARABIC_ORDINALS, "أولا ً", 1),
    (ARABIC_ORDINALS, "اولا", 1),
    (ARABIC_ORDINALS, "ثانياً", 2),
    (ARABIC_ORDINALS, "حادي عشر", 11),
    (ARABIC_ORDINALS, "حادى عشر", 11),
    (ARABIC_ORDINALS, "ثاني عشر", 12),
    (ARABIC_ORDINALS, "عشرين", 20),
    (ARABIC_ORDINALS, "عشرون", 20),
    (ARABIC_ORDINALS, "حادياً وعشرين", 21),
    (ARABIC_ORDINALS, "حادي وعشرين", 21),
    (ARABIC_ORDINALS, "حادي والعشرون", 21),
    (ARABIC_ORDINALS, "خامسا وعشرين", 25),
    (ARABIC_ORDINALS, "تاسعا وعشرين", 29),
    (ARABIC_ORDINALS, "ثلاثين", 30),
    (ARABIC_ORDINALS, "الأول", None),
    (ARABIC_ORDINALS_MASCULINE, "الأول", 1),
    (ARABIC_ORDINALS_MASCULINE, "الأوّل", 1),
    (ARABIC_ORDINALS_MASCULINE, "اﻷول", 1),
    (ARABIC_ORDINALS_MASCULINE, "العاشر", 10),
    (ARABIC_ORDINALS_MASCULINE, "الحادي عشر", 11),
    (ARABIC_ORDINALS_MASCULINE, "العشرون", 20),
    (ARABIC_ORDINALS_MASCULINE, "العشرين", 20),
    (ARABIC_ORDINALS_MASCULINE, "الثاني والعشرين", 22),
    (ARABIC_ORDINALS_FEMININE, "الأولى", 1),
    (ARABIC_ORDINALS_FEMININE, "الحادية عشرة", 11),
    (ARABIC_ORDINALS_FEMININE, "الثانية والثلاثون", 32),
    (ARABIC_ORDINALS_FEMININE, "الثامنة والسبعين", 78),
    (ARABIC_ORDINALS_FEMININE, "المائة", 100),
    (ARABIC_ORDINALS_FEMININE, "المئة", 100),
    (ARABIC_ORDINALS_FEMININE, "الأولى بعد المائة", 101),
    (HAN, "二十五", 25),
    (HAN, "一百", 100),
    (HAN, "一百零一", 101),
    (HAN, "一百〇一", 101),
    (HAN, "十", 10),
    (HAN, "二二", None),
    (HAN_PARENTHESISED, "㈩", 10),
    (HAN_PARENTHESISED, "(十一)", 11),
    (HAN_PARENTHESISED, "（一）", 1),
    (HAN_PARENTHESISED, "一", None),
]


@pytest.mark.parametrize(
    ("system", "numeral", "number"), CASES, ids=lambda v: getattr(v, "name", str(v))
)
def test_numeral_values(system: NumberingSystem, numeral: str, number: int | None) -> None:
    assert system.number(numeral) == number
