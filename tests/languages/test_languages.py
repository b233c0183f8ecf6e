"""The data of the languages: complete, and no word means two things."""

import pytest

from unreport.languages import LEXICONS
from unreport.languages.lexicon import Lexicon
from unreport.text.folding import fold
from unreport.text.numerals import HAN, NumberingSystem

ORDINALS = [
    pytest.param(system, id=f"{language}-{system.name}")
    for language, lexicon in LEXICONS.items()
    for system in lexicon.sessions.systems
]
EVERY = pytest.mark.parametrize("lexicon", LEXICONS.values(), ids=list(LEXICONS))


@EVERY
def test_twelve_months(lexicon: Lexicon) -> None:
    assert len(lexicon.dates.months) == 12


def test_a_month_has_one_number_in_all_languages() -> None:
    numbers: dict[str, set[int]] = {}
    for lexicon in LEXICONS.values():
        for number, names in enumerate(lexicon.dates.months, start=1):
            for name in names:
                numbers.setdefault(fold(name).text, set()).add(number)

    assert {name: values for name, values in numbers.items() if len(values) > 1} == {}


@pytest.mark.parametrize("system", ORDINALS)
def test_session_ordinals_round_trip_to_a_hundred(system: NumberingSystem) -> None:
    for number in range(1, 101):
        assert system.number(system.numeral(number)) == number
        assert system.number(system.numeral(number).upper()) == number


def test_an_ordinal_has_one_number_in_all_languages() -> None:
    numbers: dict[str, set[int]] = {}
    for lexicon in LEXICONS.values():
        for system in lexicon.sessions.systems:
            for spelling, number in system.spellings:
                numbers.setdefault(spelling, set()).add(number)

    assert {word: values for word, values in numbers.items() if len(values) > 1} == {}
    assert len(numbers) > 600
    assert numbers[HAN.numerals[76]] == {77}
