"""Rows with an unknown word that is spelt as hardly any word is, or is wrong by an error."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import words_of
from unreport.readers.pdf.spelling.known_words import LANGUAGES_OF
from unreport.readers.pdf.uncertain_rows.improbable_words import (
    is_improbable,
    mark_improbable_words,
)


def uncertain(*texts: str) -> list[str]:
    rows = [SimpleNamespace(text=text, page=1, certain=True, reason="", calls=()) for text in texts]
    words = [word for text in texts for word in words_of(text)]
    evidence = Evidence(words={(0, word): [1] * words.count(word) for word in words})
    mark_improbable_words(rows, evidence)  # type: ignore[arg-type]
    return [row.text for row in rows if not row.certain]


@pytest.mark.parametrize(
    "row",
    [
        "the Committee recommendde that the report be adopted",
        "el Comité aprobó las recomendacoines del informe",
        "le Comité a adopté les recommandatoins du rapport",
        "the Committee recomrecommended that the report be adopted",
        "Комитет принял рекомендаации доклада",
        "واعتمدت اللجنة التقريير بتوافق الآراء",
        "واعتمدت اللجنة تقرير الأعضءا بتوافق الآراء",
    ],
)
def test_rows_with_an_error(row: str) -> None:
    assert uncertain(row) == [row]


@pytest.mark.parametrize(
    "row",
    [
        "the storekeepers of the quokka sanctuary met in Ramsar",
        "los camiones despejaron las carreteras nevadas",
        "les météores et les tourbières",
        "о каллиграфии и о метеоритах",
        "Что станет со старыми маяками",
        "وارتأى وعناوينهم وترشيحاتهم في برينديزي",
        "não é uma questão pelo que são",
    ],
)
def test_rows_with_rare_words(row: str) -> None:
    assert not uncertain(row)


def test_a_word_that_is_repeated_is_a_term() -> None:
    assert not uncertain("the recommendde report", "a recommendde text")


def test_a_part_of_a_word_at_the_end_of_a_row() -> None:
    assert not uncertain("the draft recommm-", "endations of the Committee")


def test_a_document_with_many_errors() -> None:
    rows = [
        f"the {word} of the text"
        for word in "commitee recommendde delegatoins recommedations governmment resoluton repport "
        "representatjve".split()
    ]
    assert uncertain(*rows, *rows) == [*rows, *rows]


def test_a_manual_with_names_of_commands() -> None:
    """Few of its unknown words are improbable, and hardly one is a known one but for an error."""
    improbable = ["keyval", "wnpp", "graphicx", "latexrelease"]
    others = (
        "hidescale trimbox artbox colordvi fullwidth overprint grffile bindir datadir docstrip "
        "catcode hyperref longtable booktabs tabularx fontspec polyglossia beamer"
    )
    assert not uncertain(*(f"the option {name} of it" for name in (*improbable, *others.split())))


def test_an_unknown_word_in_a_text_of_usual_words() -> None:
    usual = (
        "the committee considered the report of the secretary general and adopted a decision on ",
        "implementation of the resolution concerning the financing of the activities arising from ",
        "the mandate of the human rights council during its session held at headquarters in order ",
        "to request further information about all matters that were raised by member states with ",
        "regard to international cooperation for development and other questions under this item ",
        "they also welcomed efforts by organizations, programmes, funds, regional commissions, ",
        "specialized agencies, civil society, women, children, young people",
    )
    assert uncertain(*usual, "which the soetarian said") == ["which the soetarian said"]
    assert not uncertain(*usual, "corals such as Acropora palmata and Porites", "lobata met")
    assert uncertain(*usual, "corals such as Acropora comittee") == [
        "corals such as Acropora comittee"
    ]


@pytest.mark.parametrize("word", ["kerekere", "honohono", "bilobilo", "murmurmur", "orangorang"])
def test_reduplicated_words(word: str) -> None:
    """Words of Pacific and African languages have syllables twice."""
    assert not is_improbable(word, LANGUAGES_OF)


def test_letters_within_a_word_that_are_read_twice() -> None:
    assert is_improbable("recomrecommended", LANGUAGES_OF)
    assert is_improbable("وردتوردتص", LANGUAGES_OF)


def test_latin_words_in_rows_of_another_script() -> None:
    """Names of commands and firms are quoted there, and seldom known."""
    row = "يستخدم المصطلح buildd أحيانا للإشارة إلى هذه الأجهزة في المشروع"
    assert not uncertain(row)
    assert not uncertain("程序 buildd 从原始软件包里持续构建")


def test_a_word_with_a_letter_of_another_font() -> None:
    text = "illicit traûcking of arms"
    row = SimpleNamespace(text=text, page=1, certain=True, reason="", calls=())
    words = set(words_of(text)) - {"traûcking"}
    evidence = Evidence(words={(0, word): [1] for word in words}, words_of_fonts={"traûcking"})
    mark_improbable_words([row], evidence)  # type: ignore[list-item]
    assert not row.certain


def test_parts_of_a_word_with_a_soft_hyphen() -> None:
    assert words_of("the vul\N{SOFT HYPHEN}nerability of the deve\N{SOFT HYPHEN}") == ["the", "the"]
