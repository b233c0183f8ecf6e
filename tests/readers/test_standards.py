"""Inputs by the clauses of standards that are often misread, with what is right."""

from pathlib import Path

import pytest
from variants.case import Kind, Variant
from variants.standards_odt import STANDARDS_ODT
from variants.standards_packages import STANDARDS_PACKAGES
from variants.standards_pages import STANDARDS_PAGES
from variants.standards_rtf import STANDARDS_RTF
from variants.standards_texts import STANDARDS_TEXTS
from variants.standards_word import STANDARDS_WORD

KINDS: tuple[Kind, ...] = (
    *STANDARDS_WORD,
    *STANDARDS_PACKAGES,
    *STANDARDS_RTF,
    *STANDARDS_ODT,
    *STANDARDS_PAGES,
    *STANDARDS_TEXTS,
)
README = Path(__file__).parents[1] / "variants" / "README.md"


def cases() -> list[object]:
    return [
        pytest.param(variant, id=f"{kind.name}: {variant.title}")
        for kind in KINDS
        for variant in kind.variants
    ]


@pytest.mark.parametrize("variant", cases())
def test_documents(variant: Variant) -> None:
    assert variant.outcome() == variant.right


def test_kinds_differ_and_say_why() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert all(kind.bug and kind.why and kind.variants for kind in KINDS)
    assert f"{len(KINDS)} kinds" in README.read_text("utf-8")
