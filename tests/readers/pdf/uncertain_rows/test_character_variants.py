"""Digits and quotation marks that a document has in two forms."""

from __future__ import annotations

from types import SimpleNamespace

from unreport.readers.pdf.uncertain_rows.character_variants import mark_character_variants


def uncertain(*texts: str, base: str = "R") -> list[str]:
    rows = [SimpleNamespace(text=text, base=base, certain=True) for text in texts]
    mark_character_variants(rows)  # type: ignore[arg-type]
    return [row.text for row in rows if not row.certain]


USUAL = [f"وفي عام ٢٠٢{digit} عقد ”الفريق“ جلساته" for digit in "٠١٢٣٤"]
PERSIAN = "وفي معرض الرد(\N{EXTENDED ARABIC-INDIC DIGIT ONE})، أكدت الرئيسة"
OPENING_LEFT = "ورأت أن عبارة “عند الاقتضاء” غامضة"


def test_rows_with_the_rarer_form() -> None:
    assert uncertain(*USUAL, PERSIAN, OPENING_LEFT) == [PERSIAN, OPENING_LEFT]


def test_a_document_that_has_one_form() -> None:
    assert not uncertain(PERSIAN, OPENING_LEFT)
    assert not uncertain(*USUAL)


def test_rows_from_left_to_right() -> None:
    assert not uncertain(*USUAL, PERSIAN, base="L")
