"""Words that the filters know, and what damage leaves of them."""

from __future__ import annotations

import pytest

from unreport.readers.pdf.spelling.known_words import (
    is_known,
    is_known_in,
    is_usual,
    likeliest_language,
)

TEXTS = {
    "ar": "وهبطت صادرات الأخشاب من الجزر وانقطعت خدمة العبارات مرتين خلال موسم الأمطار",
    "en": "the ferry link was cut during the monsoon and the greenhouses were destroyed",
    "es": "el enlace marítimo quedó cortado durante el monzón y los honorarios se retuvieron",
    "fr": "la grêle a détruit les serres et les honoraires du consultant ont été retenus",
    "ru": "паромное сообщение прерывалось в сезон дождей и теплицы были разрушены градом",
}


@pytest.mark.parametrize("language", TEXTS)
def test_words_of_general_texts_are_known_in_their_language(language: str) -> None:
    words = [word for word in TEXTS[language].split() if len(word) > 2]

    assert all(is_known_in(word, language) for word in words)
    assert likeliest_language(words) == language


@pytest.mark.parametrize("language", TEXTS)
def test_words_with_two_letters_exchanged_are_unknown(language: str) -> None:
    words = [word for word in TEXTS[language].split() if len(word) > 5]
    damaged = [word[:2] + word[3] + word[2] + word[4:] for word in words]

    assert sum(map(is_known, damaged)) <= len(damaged) / 4


@pytest.mark.parametrize(
    "word",
    ["المؤسسه", "الرئيسيه", "الموسسة", "الأعضا", "generalment", "résolutoin", "deuxieme"],
)
def test_misspelt_forms_are_unknown(word: str) -> None:
    assert not is_known(word)


def test_usual_words_are_those_of_official_documents() -> None:
    assert is_usual("والأمانة")
    assert is_usual("комитет")
    assert is_known("serres")
    assert not is_usual("serres")
