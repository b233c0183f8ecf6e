"""Superscript digits that are the calls of the notes of a page."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from unreport.readers.pdf.corrections.superscript_calls import read_superscript_calls


def rows(*texts: tuple[str, str], page: int = 1) -> list[SimpleNamespace]:
    return [
        SimpleNamespace(
            region=region, text=text, page=page, calls=(), leading_call=0, has_marker=False
        )
        for region, text in texts
    ]


@pytest.mark.parametrize("text", ["450 hm³ of water", "20 ft³ a day", "9 km³", "x³ and y"])
def test_powers_of_units_are_no_calls(text: str) -> None:
    found = rows(("body", text), ("note", "³ In Vienna."))
    read_superscript_calls(found)  # type: ignore[arg-type]

    assert (found[0].text, found[0].calls) == (text, ())


@pytest.mark.parametrize(
    ("text", "note", "expected", "call"),
    [
        ("It is,¹ where", "¹ In Vienna.", "It is,1 where", (6, 7)),
        ("of the EU¹ and", "¹In Vienna.", "of the EU1 and", (9, 10)),
        ("la secretaría,¹² en", "¹² En Viena.", "la secretaría,12 en", (14, 16)),
        ("le secrétariat²", "² À Vienne.", "le secrétariat2", (14, 15)),
        ("секретариат¹ в", "¹ В Вене.", "секретариат1 в", (11, 12)),
        ("冰川退缩了1.7公里¹，厚度", "¹见附件。", "冰川退缩了1.7公里1，厚度", (10, 11)),
        ("الأمانة¹ في", "¹ في فيينا.", "الأمانة1 في", (7, 8)),
    ],
)
def test_a_call_whose_note_is_on_the_page(
    text: str, note: str, expected: str, call: tuple[int, int]
) -> None:
    body, foot = found = rows(("body", text), ("note", note))
    read_superscript_calls(found)  # type: ignore[arg-type]

    assert (body.text, body.calls) == (expected, (call,))
    assert foot.text.startswith(expected[slice(*call)] + " ")
    assert foot.has_marker


@pytest.mark.parametrize(
    "text", ["12 km² and 3 m²", "10² and x²", "5 м² и 2 га²", "م² و كم²", "10⁻² s", "x²³", "met³"]
)
def test_powers_and_digits_without_a_note(text: str) -> None:
    body, _ = found = rows(("body", text), ("note", "² In Vienna."))
    read_superscript_calls(found)  # type: ignore[arg-type]

    assert (body.text, body.calls) == (text, ())


def test_a_page_whose_notes_have_other_marks() -> None:
    body, foot = found = rows(("body", "It met¹ in spring."), ("note", "1 In Vienna, at ¹H."))
    read_superscript_calls(found)  # type: ignore[arg-type]

    assert body.text == "It met¹ in spring."
    assert foot.text == "1 In Vienna, at ¹H."


def test_a_call_that_begins_a_row() -> None:
    body, _ = found = rows(("body", "¹ and then¹"), ("note", "¹ In Vienna."))
    read_superscript_calls(found)  # type: ignore[arg-type]

    assert (body.text, body.leading_call, body.calls) == ("1 and then1", 1, ((10, 11),))
