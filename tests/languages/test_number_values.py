"""Numbers by value, whatever digits, separators and multipliers a language prints them in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unreport.languages.number_values import has_number_word, number_values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("4,327,800 dollars", ["4327800"]),
        ("4 327 800 dollars", ["4327800"]),
        ("4.327.800 dólares", ["4327800"]),
        ("٤٬٣٢٧٬٨٠٠ دولار", ["4327800"]),
        ("paras. 14–19", ["14", "19"]),
        ("les 2,5 millions de dollars", ["2500000"]),
        ("2,5 mil millones", ["2500000000"]),
        ("1,5 млрд долл.", ["1500000000"]),
        ("٢٫٥ مليون دولار", ["2500000"]),
        ("250万美元和3亿人", ["2500000", "300000000"]),
        ("2019年9月12日", ["2019", "12"]),
        ("3个月", ["3"]),
        ("from 10:00 to 11.30", ["10", "11.3"]),
        ("A/80/L.3", ["80", "3"]),
        ("in 2020 123 States", ["2020", "123"]),
        ("no number", []),
    ],
)
def test_values(text: str, values: list[str]) -> None:
    assert list(number_values(text)) == values


@pytest.mark.parametrize(
    ("text", "number", "language"),
    [
        ("its seventy-seventh session", 77, "en"),
        ("sa soixante-dix-septième session", 77, "fr"),
        ("الدورة السابعة والسبعون", 77, "ar"),
        ("на семьдесят седьмой сессии", 77, "ru"),
        ("第七十七届会议", 77, "zh"),
        ("doce Estados", 12, "es"),
    ],
)
def test_numbers_in_words(text: str, number: int, language: str) -> None:
    assert has_number_word(text, number, language)
    assert not has_number_word(text, number + 1, language)


@given(st.integers(0, 10**9))
def test_grouping_does_not_change_a_value(number: int) -> None:
    forms = [
        f"{number:,}".replace(",", separator) for separator in (",", " ", "\N{NO-BREAK SPACE}")
    ]

    assert {value for form in forms for value in number_values(f"x {form} x")} == (
        {str(number)} if number else {"0"}
    )


@given(st.text(max_size=60))
def test_any_text_has_plain_decimals(text: str) -> None:
    assert all(value.replace(".", "", 1).isdecimal() for value in number_values(text))
