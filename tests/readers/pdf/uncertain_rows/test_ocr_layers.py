"""Signs of OCR layers that stand for others."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from unreport.readers.pdf.uncertain_rows.ocr_layers import mark_ocr_rows


@pytest.mark.parametrize(
    ("row", "certain"),
    [
        ("إلى أن المتأخرات وقدرها Y VV9 دولار", False),
        ("Wi- أعمال اللجنة", False),
        ("que de deux d'entre eux", True),
        ("الوثيقة A/73/334 والموقع www.un.org", True),
        ("que de deux d’entre eux", True),
        ("the Committee met in May", True),
    ],
)
def test_mistaken_signs(row: str, *, certain: bool) -> None:
    rows = [SimpleNamespace(text=row, page=1, certain=True)]
    mark_ocr_rows(rows, [1])  # type: ignore[arg-type]

    assert rows[0].certain is certain


def test_apostrophes_of_both_kinds() -> None:
    texts = ("que de deux d'entre eux", "que de deux d’entre eux")
    rows = [SimpleNamespace(text=text, page=1, certain=True) for text in texts]
    mark_ocr_rows(rows, [1])  # type: ignore[arg-type]

    assert [row.certain for row in rows] == [False, True]
