"""Signs that a font gives for Arabic ligatures, within words and beside them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from unreport.readers.pdf.uncertain_rows.misread_signs import (
    has_combined_bytes,
    mark_detached_marks,
    mark_letters_for_numbers,
    mark_misread_signs,
)


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


def detached(*rows: tuple[str, float, float, float]) -> list[str]:
    lines = [
        SimpleNamespace(text=text, y=y, x0=x0, x1=x1, size=14.0, page=1, certain=True, reason="")
        for text, y, x0, x1 in rows
    ]
    mark_detached_marks(lines)  # type: ignore[arg-type]
    return [line.text for line in lines if not line.certain]


def test_marks_that_are_read_as_a_row_between_two() -> None:
    assert detached(
        ("V V V", 90.7, 332.4, 422.0),
        ("الجمعية العامة تؤكد مجددا", 94.2, 77.0, 518.8),
        ("الجوفية", 115.2, 489.8, 518.8),
    ) == ["V V V", "الجمعية العامة تؤكد مجددا"]


def test_letters_in_rows_of_their_own() -> None:
    assert not detached(
        ("A", 90.7, 332.4, 340.0),  # a heading, and the head of a column
        ("The Committee met", 110.2, 77.0, 518.8),
        ("B C", 110.2, 530.0, 540.0),
    )
    assert not detached(("1 2", 90.7, 332.4, 340.0), ("in the Committee", 94.2, 77.0, 518.8))


def for_numbers(*texts: str) -> list[str]:
    lines = [SimpleNamespace(text=text, base="R", certain=True, reason="") for text in texts]
    mark_letters_for_numbers(lines)  # type: ignore[arg-type]
    return [line.text for line in lines if not line.certain]


def test_letters_in_the_places_of_numbers() -> None:
    rows = ("g- أنشئ فريق عامل مفتوح العضوية", "g٫f ملايين شخص", "وعقدت دورته في جنيف من c إلى i")
    assert [*for_numbers(*rows)] == [*rows]
    assert for_numbers(rows[1]) == [rows[1]]


def test_a_variable_and_items() -> None:
    assert not for_numbers("حيث x عدد السكان", "إذا كان x أكبر")
    assert not for_numbers(
        "(a) التقرير و(b) المرفق", "حيث x = y + 2", "البيانات المفتوحة open data"
    )
