"""Known words with a capital within them, or with digits that no space parts from them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from unreport.readers.pdf.uncertain_rows.word_shapes import mark_odd_word_shapes


def marked(*texts: str, calls: tuple[tuple[int, int], ...] = ()) -> list[str]:
    rows = [SimpleNamespace(text=text, certain=True, reason="", calls=calls) for text in texts]
    mark_odd_word_shapes(rows)  # type: ignore[arg-type]
    return [row.text for row in rows if not row.certain]


@pytest.mark.parametrize(
    "row",
    [
        "the comMittee adopted it",
        "THE COMMiTTEE",
        "la resoluciÓn",
        "le coMité",
        "комиТет",
        "the Committee12 adopted it",
        "the 35paragraphs of it",
        "واعتمدت اللجنة12 التقرير",
        "the coastaT waters of it",
        "to en/ure that it is",
        "les océa/s et les mers",
        "оказаниT помощи странам",
        "of the GeneraI Assembly",
    ],
)
def test_odd_forms(row: str) -> None:
    assert marked(row) == [row]


@pytest.mark.parametrize(
    "row",
    [
        "McCarthy and ProGres and eGovernment and JavaScript and iPad",
        "THE COMMITTEE and the NGOs and pH",
        "and/or his/her kilomètres/heure, eBooks, LaTeX, the DonaldS",
        "https://site.org/Committee12 and committee12@un.org",
        "in A/C.5/L.12 and utf8 and 250kg",
        "committee1 and committee2",
    ],
)
def test_usual_forms(row: str) -> None:
    assert not marked(row)


def test_the_call_of_a_note() -> None:
    assert not marked("the Committee12 adopted it", calls=((13, 15),))
