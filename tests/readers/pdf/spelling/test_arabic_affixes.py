"""Arabic words in forms that no list has, and words that no affix explains."""

from __future__ import annotations

import pytest

from unreport.readers.pdf.spelling.arabic_affixes import is_form_of_known_word
from unreport.readers.pdf.spelling.known_words import is_known


@pytest.mark.parametrize(
    "word",
    ["إتلافها", "استبانتها", "توجيههما", "وعناوينهم", "جمعيتين", "ترشيحاتهم", "ويوزعهم", "وتؤوي"],
)
def test_forms_of_known_words(word: str) -> None:
    assert not is_known(word)
    assert is_form_of_known_word(word)


@pytest.mark.parametrize("word", ["المتحددة", "الأعضءا", "برينديزي", "والمنطمات"])
def test_other_words(word: str) -> None:
    assert not is_form_of_known_word(word)
