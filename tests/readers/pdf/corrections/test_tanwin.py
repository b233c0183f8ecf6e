"""Fathatan over lam-alef by the spelling of the document."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from unreport.readers.pdf.corrections.tanwin import order_tanwin

FATHATAN = "\N{ARABIC FATHATAN}"
BEFORE = f"يوم{FATHATAN}ا مبكر{FATHATAN}ا دائم{FATHATAN}ا"
ON = f"يوما{FATHATAN} مبكرا{FATHATAN} دائما{FATHATAN}"
LAM_ALEF = f"كاملا{FATHATAN}، مثلا{FATHATAN}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BEFORE, f"كامل{FATHATAN}ا، مثل{FATHATAN}ا"),
        (ON, LAM_ALEF),
        (f"{BEFORE} {ON}", LAM_ALEF),
        (f"ثانيا{FATHATAN}- {BEFORE}", f"كامل{FATHATAN}ا، مثل{FATHATAN}ا"),
        ("", LAM_ALEF),
    ],
)
def test_lam_alef_is_spelt_as_the_other_words(text: str, expected: str) -> None:
    rows = [SimpleNamespace(text=text), SimpleNamespace(text=LAM_ALEF)]
    order_tanwin(rows)  # type: ignore[arg-type]

    assert rows[1].text == expected


def test_the_number_of_a_chapter_keeps_its_spelling() -> None:
    rows = [SimpleNamespace(text=f"أولا{FATHATAN}- {BEFORE}")]
    order_tanwin(rows)  # type: ignore[arg-type]

    assert rows[0].text == f"أولا{FATHATAN}- {BEFORE}"
