"""Brackets and quotation marks without their other half."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from drawn import drawn

from unreport import read
from unreport.readers.pdf.uncertain_rows.bracket_pairs import mark_unpaired_signs

PAIRED = ["the report (A/79/1)", "the annex (see below)", "a) the list (part 1)"] * 3


def marked(*texts: str) -> list[str]:
    rows = [
        SimpleNamespace(text=text, certain=True, reason="", region="body", table=0, base="L")
        for text in (*texts, *PAIRED)
    ]
    mark_unpaired_signs(rows)  # type: ignore[arg-type]
    return [row.text for row in rows if not row.certain]


def test_a_bracket_that_closes_nothing() -> None:
    assert marked("the Committee) met") == ["the Committee) met"]


def test_a_bracket_that_is_not_closed() -> None:
    assert marked("the Committee (which met", *["on and on"] * 14)[0] == "the Committee (which met"


def test_brackets_over_rows_items_and_nested_ones() -> None:
    assert not marked(
        "the Committee (which had", "met) again", "1) first; iv) fourth", "(párrs. 4 y 11 a))",
        "resolution 2297 (XXII)) and (A/81/6 (Sect. 13))" [:22], "(A/81/6 (Sect. 13))",
    )  # fmt: skip


def test_items_within_brackets() -> None:
    assert not marked("(résolution 70/62, par. 12 d) iii)).", "(see annex I) and", "(párr. 4 a))")
    assert marked("(see annex I)", "and then", "the Committee) met") == ["the Committee) met"]


def test_code_is_not_judged() -> None:
    assert not marked("x = f(y", "]0, 1[ :)")


def test_a_document_that_leaves_many_open() -> None:
    assert not marked("one) of", "two) of", "three) of")


def test_a_bracket_in_the_first_row_below_a_running_head(tmp_path: Path) -> None:
    """The first rows of a page may be furniture; this one is text."""
    paired = [f"row 72 10 {at}. It took note of the report (A/79/{at})." for at in range(1, 8)]
    path = tmp_path / "pages.txt"
    path.write_text(
        "\n".join(
            [
                *("page", "to 40", "row 72 10 A/79/L.1", "to 90", *paired),
                *("page", "to 40", "row 72 10 A/79/L.1", "to 58"),
                *("row 72 10 8. It recalled the rules (those of", "to 80"),
                *("row 72 10 procedure) and adopted them.", *paired[:3]),
            ]
        ),
        encoding="utf-8",
    )

    assert not [doubt for doubt in read(drawn(path)).doubts if doubt.code == "uncertain-row"]
