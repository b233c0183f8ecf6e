"""Signs that a font gives for Arabic ligatures, within words and beside them."""

from __future__ import annotations

from types import SimpleNamespace

from unreport.readers.pdf.uncertain_rows.misread_signs import mark_misread_signs


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
