"""Forms of known words in Latin and Cyrillic letters, and words with errors, which are none."""

from __future__ import annotations

import pytest

from unreport.readers.pdf.spelling.affixes import is_derived
from unreport.readers.pdf.spelling.known_words import LANGUAGES_OF, is_known, script_of
from unreport.readers.pdf.uncertain_rows.improbable_words import is_improbable


@pytest.mark.parametrize(
    "word",
    [
        "преамбулу", "метеорами", "задержанными",  # another case
        "светоотражающей", "транснациональной",  # a compound, a prefix
        "reabrieron", "inspeccionan", "adelantarán",
        "transnationaux",
    ],
)  # fmt: skip
def test_forms_of_known_words_are_not_improbable(word: str) -> None:
    assert not is_known(word)
    assert is_derived(word, LANGUAGES_OF[script_of(word)])
    assert not is_improbable(word, LANGUAGES_OF)


@pytest.mark.parametrize(
    "word", ["комтиет", "рзеолюция", "делегцаии", "resoluicón", "comsión", "assmeblée", "commitee"]
)
def test_words_with_errors_are_improbable(word: str) -> None:
    assert not is_derived(word, LANGUAGES_OF[script_of(word)])
    assert is_improbable(word, LANGUAGES_OF)


@pytest.mark.parametrize(
    "word",
    [
        "подчлены", "изправительство", "наассамблея", "enœuvre", "sousrésolution",  # joined
        "cosidered", "comittee", "interational", "resoultion", "progamme", "междуу",
    ],
)  # fmt: skip
def test_words_joined_to_prepositions_and_rests_that_are_no_usual_words(word: str) -> None:
    assert not is_derived(word, LANGUAGES_OF[script_of(word)])
    assert is_improbable(word, LANGUAGES_OF)


@pytest.mark.parametrize("word", ["отчеттности", "соогласование", "органнами"])
def test_long_words_of_which_a_filter_has_one_other_ending_by_chance(word: str) -> None:
    assert is_improbable(word, {"Cyrillic": ["ru"]})


@pytest.mark.parametrize("word", ["consderando", "inofrmar", "gestioadas"])
def test_errors_in_a_language_that_has_many_endings(word: str) -> None:
    assert is_improbable(word, {"Latin": ["es"]})


def test_only_the_languages_of_the_document_are_asked() -> None:
    assert is_derived("untolerance", ["en"])
    assert not is_derived("untolerance", ["fr"])
