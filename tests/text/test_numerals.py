"""Every series counts to a hundred both ways, whatever the marks are dressed in."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unreport.text import numerals
from unreport.text.numerals import (
    ARABIC_LETTER_NAMES,
    ARABIC_LETTERS,
    ARABIC_ORDINALS,
    ARABIC_ORDINALS_FEMININE,
    ARABIC_ORDINALS_MASCULINE,
    HAN,
    HAN_PARENTHESISED,
    LATIN_LOWER,
    LATIN_UPPER,
    ROMAN_LOWER,
    ROMAN_UPPER,
    Series,
    digits,
    in_digits,
)

SERIES = [
    value
    for value in vars(numerals).values()
    if isinstance(value, Series) and value is not numerals.DECIMAL  # which has no end
]
ARABIC = [series for series in SERIES if series.name.startswith("arabic")]

ZEROS = "0٠۰０०"
HARAKAT = "\N{ARABIC FATHATAN}\N{ARABIC SHADDA}\N{ARABIC TATWEEL}\N{RIGHT-TO-LEFT MARK}"


@pytest.mark.parametrize("series", SERIES, ids=lambda series: series.name)
def test_a_hundred_marks_read_back(series: Series) -> None:
    assert len(series.marks) >= 100
    for number in range(1, 101):
        assert series.number(series.mark(number)) == number


@pytest.mark.parametrize("series", SERIES, ids=lambda series: series.name)
def test_no_spelling_means_two_numbers(series: Series) -> None:
    meanings: dict[str, set[int]] = {}
    for number, mark in enumerate(series.marks, start=1):
        meanings.setdefault(series.fold(mark), set()).add(number)
    for mark, number in series.variants:
        meanings.setdefault(series.fold(mark), set()).add(number)

    assert {mark: values for mark, values in meanings.items() if len(values) > 1} == {}


@pytest.mark.parametrize("series", SERIES, ids=lambda series: series.name)
def test_beyond_the_series_there_is_nothing(series: Series) -> None:
    assert series.mark(0) is None
    assert series.mark(len(series.marks) + 1) is None
    assert series.number("") is None
    assert series.number("and") is None


@given(
    st.sampled_from(ARABIC),
    st.integers(min_value=1, max_value=100),
    st.lists(st.tuples(st.integers(0, 30), st.sampled_from(HARAKAT)), max_size=6),
)
def test_vowels_tatweel_and_controls_do_not_count(
    series: Series, number: int, marks: list[tuple[int, str]]
) -> None:
    word = series.mark(number)
    for at, mark in marks:
        place = min(at, len(word) - 1) + 1
        word = word[:place] + mark + word[place:]

    assert series.number(word) == number


@given(st.sampled_from(SERIES), st.integers(min_value=1, max_value=100), st.data())
def test_any_unicode_normal_form(series: Series, number: int, data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))

    assert series.number(unicodedata.normalize(form, series.mark(number))) == number


@given(st.text())
def test_any_text_is_a_number_or_none(text: str) -> None:
    for series in SERIES:
        assert series.number(text) is None or series.number(text) >= 1
    assert digits(text) is None or digits(text) >= 0


@given(st.integers(min_value=0, max_value=10**17), st.sampled_from(ZEROS))
def test_digits_of_every_script(number: int, zero: str) -> None:
    assert digits(in_digits(number, zero)) == number


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
    ("series", "mark", "number"), CASES, ids=lambda v: getattr(v, "name", str(v))
)
def test_marks(series: Series, mark: str, number: int | None) -> None:
    assert series.number(mark) == number
