"""Plain dates and numbers are found by fast patterns as the whole grammars find them."""

import random

import pytest

from unreport.languages import LEXICONS
from unreport.languages.citation_patterns import noun_forms, number_patterns
from unreport.languages.citations import citations_in, find_symbols
from unreport.languages.dates import _grammars
from unreport.languages.plain_dates import day_first_dates
from unreport.text.folding import fold, fold_cased

SIGNS = ("", "-", ",", "،", ";", ".", "to", "and")
NUMBERS = ("70/1", "64/68 B", "2205 (XXI)", "1/CP.21", "69/313", "A/70/1", "(a)", "2031", "of")


def composed_dates(language: str, count: int) -> list[str]:
    """Texts of days, months, years and the words between them, in any order."""
    chosen = random.Random(language)  # noqa: S311
    words = LEXICONS[language].dates
    months = [name for names in words.months for name in names]
    between = (*words.range_words, *words.conjunctions, *words.leading_words)
    between += (*words.prepositions, *words.trailing_words, *SIGNS)
    texts = []
    for _ in range(count):
        pieces = [
            str(chosen.randint(1, 32)) + chosen.choice(("", *words.ordinal_indicators)),
            chosen.choice(between),
            chosen.choice((str(chosen.randint(1, 31)), "")),
            chosen.choice(months) + chosen.choice(("", f"/{chosen.choice(months)}")),
            chosen.choice(("", chosen.choice(between))),
            chosen.choice((str(chosen.randint(1990, 2031)), "")),
            chosen.choice(between),
        ]
        texts.append(" ".join(pieces * chosen.randint(1, 2)))
    return texts


@pytest.mark.parametrize("language", LEXICONS)
def test_plain_dates_are_those_of_the_grammar(language: str) -> None:
    whole = _grammars()[0].date
    found = 0
    for text in composed_dates(language, 300):
        folded = fold(text).text
        dates = list(day_first_dates(whole, folded, 0, len(folded)))
        expected = [one for one in whole.finditer(folded) if one["y1"] or one["y2"]]
        dated = [one for one in dates if one.groupdict().get("y1") or one.groupdict().get("y2")]

        assert [one.span() for one in dated] == [one.span() for one in expected], text
        found += len(dated)
    assert found > 20 or language == "zh"


@pytest.mark.parametrize("language", [one for one in LEXICONS if LEXICONS[one].spaced])
def test_numbers_are_found_where_their_nouns_are_known(language: str) -> None:
    chosen = random.Random(language)  # noqa: S311
    words = LEXICONS[language].citations
    nouns = (*words.resolution, *words.decision)
    found = 0
    for _ in range(200):
        joint = chosen.choice((*words.conjunctions, ",", "x", "x x x"))
        pieces = [*chosen.sample(NUMBERS, 3), chosen.choice(nouns), joint, chosen.choice(NUMBERS)]
        text = " ".join(chosen.sample(pieces, len(pieces)))
        folded = fold_cased(text)
        starts = _starts_of_nouns(folded.text)

        cited = citations_in(folded, text, starts)
        assert cited == list(find_symbols(text)), text
        found += len(cited)
    assert found > 100


def _starts_of_nouns(text: str) -> list[int]:
    starts, at = [], 0
    for word in text.split(" "):
        if word.lower() in noun_forms(proclitics=True):
            starts.append(at)
        at += len(word) + 1
    return starts


def test_numbers_before_their_nouns_are_found_in_any_text() -> None:
    text = "第70/1号决议 resolution"
    assert number_patterns().number_sign.search(text)
    assert [one.name for one in citations_in(fold_cased(text), text, [9])] == ["70/1"]
