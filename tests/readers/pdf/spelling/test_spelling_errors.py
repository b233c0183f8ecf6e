"""Unknown words that one error makes of a likelier known word, and those that are only rare."""

from __future__ import annotations

import pytest

from unreport.readers.pdf.spelling.letter_trigrams import likelihood
from unreport.readers.pdf.spelling.spelling_errors import is_likely_error


@pytest.mark.parametrize(
    "word",
    [
        "commitee",
        "secretarriat",
        "resolutoin",
        "representatjve",
        "delegacoines",
        "recommandatoins",
        "прдеставителей",
        "государсстве",
        "الأعضءا",
        "المتحددة",
        "والمنطمات",
        "الاجتاعات",
    ],
)
def test_errors(word: str) -> None:
    assert is_likely_error(word)


@pytest.mark.parametrize(
    "word",
    [
        "météores",
        "storekeepers",
        "notarization",
        "tourbières",
        "каллиграфию",
        "مدموغة",
        "برينديزي",
        "المداوولات",
        "رامسار",
    ],
)
def test_rare_words(word: str) -> None:
    assert not is_likely_error(word)


@pytest.mark.parametrize(
    ("word", "damaged"),
    [("committee", "comxittee"), ("комитета", "комъъета"), ("المنظمات", "المنضذمات")],
)
def test_damaged_words_are_less_likely(word: str, damaged: str) -> None:
    assert likelihood(word) - likelihood(damaged) > 3
