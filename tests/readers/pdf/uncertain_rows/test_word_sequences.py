"""Rows whose words cannot stand side by side, in six languages."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import words_of
from unreport.readers.pdf.uncertain_rows.word_sequences import mark_word_sequences


def marked(*texts: str) -> dict[str, str]:
    rows = [SimpleNamespace(text=text, page=1, certain=True, reason="") for text in texts]
    words = [word for text in texts for word in words_of(text)]
    mark_word_sequences(rows, Evidence(words={(0, word): [1] for word in words}))  # type: ignore[arg-type]
    return {row.text: row.reason for row in rows if not row.certain}


@pytest.mark.parametrize(
    ("row", "quoted"),
    [
        ("the report the of Committee was adopted", "the of"),
        ("it was adopted by the, Committee which met", "the,"),
        ("the Committee adopted the the report", "the the"),
        ("it took an decision on the matter", "an decision"),
        ("el informe del el Comité de la Comisión", "del el"),
        ("le rapport du de Comité dans les pays", "du de"),
        ("le projet de accord que les Parties ont conclu", "de accord"),
        ("доклад Комитета в для других органах", "в для"),
        ("واعتمدت اللجنة في على التقرير الذي قدمته", "في على"),
        ("واعتمدت اللجنة اللجنة تقريرها", "اللجنة اللجنة"),
    ],
)
def test_words_that_cannot_stand_side_by_side(row: str, quoted: str) -> None:
    assert marked(row) == {row: f"“{quoted}” is not to be expected"}


@pytest.mark.parametrize(
    "row",
    [
        "a filter of between 0.5 and 0.8 mm; it fell to under 3 per cent",
        "the report of the Committee on a European one-day meeting of an hour",
        "Nous nous engageons à en faire rapport à l’un ou à l’autre, et à onze autres",
        "el que la de los que lo son",
        "Irán (República Islámica del), Deux réunions par an, une dans la région",
        "во все времена и в том, что он не был",
        "من في القاعة وعلى من يعنيه الأمر أن يحضر",
        "\\def\\the the of =",
        "she had had that that was",
    ],
)
def test_words_that_may_stand_side_by_side(row: str) -> None:
    assert not marked(row)


def test_what_a_document_has_again_and_again() -> None:
    assert not marked("planned the the", "actual the the", "later the the")
