"""Signs beside what a document has nowhere else beside them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from unreport.readers.pdf.uncertain_rows.sentence_signs import mark_sentence_signs

USUAL = [
    "the Committee stayed. The report, which was long, is: here (see the annex). This one."
] * 25


def marked(*texts: str, usual: list[str] = USUAL) -> list[str]:
    rows = [SimpleNamespace(text=text, certain=True, reason="") for text in (*texts, *usual)]
    mark_sentence_signs(rows)  # type: ignore[arg-type]
    return [row.text for row in rows if not row.certain]


@pytest.mark.parametrize(
    "row",
    [
        "the Committee , which met",
        "the Committee(which met) there",
        "the Committee met there. which was",
        "the Committee met there The report was",
        "the Committee : the list",
    ],
)
def test_a_form_that_the_document_has_once(row: str) -> None:
    assert marked(row) == [row]


def test_a_form_that_the_document_has_again_and_again() -> None:
    row = "le Comité : la liste"
    assert not marked(row, "les pays : la liste", "les États : la liste")


def test_a_document_of_few_rows() -> None:
    assert not marked("the Committee , which met", usual=USUAL[:3])


@pytest.mark.parametrize(
    "row",
    [")i) the members of it", "the report )see annex)", "la liste( des pays", ")система ППТЮ)"],
)
def test_a_bracket_that_points_away_from_its_word(row: str) -> None:
    assert marked(row, usual=USUAL[:3]) == [row]
    assert not marked(row, usual=[])


def test_brackets_of_items_and_calls() -> None:
    assert not marked("a) the members; (b) the report (2) and ) the rest")


def test_code() -> None:
    assert not marked("\\item(four) and key_one , two")
