"""Signs that a font gives for Arabic ligatures, within words and beside them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from unreport.readers.pdf.uncertain_rows.misread_signs import has_combined_bytes, mark_misread_signs


def certain(*rows: tuple[str, bool]) -> list[bool]:
    lines = [SimpleNamespace(text=text, certain=proved) for text, proved in rows]
    mark_misread_signs(lines)  # type: ignore[arg-type]
    return [line.certain for line in lines]


def test_a_letter_between_words_that_stands_within_words_elsewhere() -> None:
    assert certain(
        ("السجEت التجارية", False),
        ("ثEث مرات", False),
        ("فيما E تزال المكتبات تعتمد على البطاقات", True),
        ("وتستخدم المكتبات نظام MARC", True),
    ) == [False, False, False, True]


def test_a_letter_between_words_that_never_stands_within_one() -> None:
    assert certain(("بلغة R وغيرها", True), ("الوكا*ت التجارية", False)) == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "d9euros1.",
        "Il n9y a lieu à aucun effet",
        "L9art et la nuit",
        "it doesn9t matter",
        "Les Suvres d’art",
        "un montant de 3 500 ¬",
    ],
)
def test_characters_with_both_bytes_in_one(text: str) -> None:
    assert has_combined_bytes(text)
    assert certain((text, True)) == [False]


@pytest.mark.parametrize(
    "text",
    [
        "le 9 mai",
        "la résolution A/RES/9s",
        "Saint-Siège, Suisse et Soudan",
        "S9",
        "t9t.example",
        "L9",
    ],
)
def test_digits_and_capitals_that_are_themselves(text: str) -> None:
    assert not has_combined_bytes(text)


def test_ideographs_with_both_bytes_in_one() -> None:
    rows = [
        "继续在Ā有资源范围内",
        "有效执行v作为",
        "支û，以便大会",
        "有ó虚会",
        "圣多美São Tomé和普林西比",
    ]
    assert certain(*((row, True) for row in rows)) == [False, False, False, False, True]
    assert certain(("有效执行v作为", True), ("第3条", True)) == [True, True]
