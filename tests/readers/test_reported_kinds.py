"""Inputs of further kinds of fault that were reported of other readers, with what is right."""

from pathlib import Path

import pytest
from variants.case import Kind, Variant
from variants.reported_objects import REPORTED_OBJECTS
from variants.reported_pages import REPORTED_PAGES
from variants.reported_rtf_odt import REPORTED_RTF_ODT
from variants.reported_texts import REPORTED_TEXTS
from variants.reported_word import REPORTED_WORD

KINDS = (*REPORTED_WORD, *REPORTED_OBJECTS, *REPORTED_RTF_ODT, *REPORTED_PAGES, *REPORTED_TEXTS)
README = Path(__file__).parents[1] / "variants" / "README.md"


def cases() -> list[object]:
    return [
        pytest.param(variant, id=f"{kind.bug} {kind.name}: {variant.title}")
        for kind in KINDS
        for variant in kind.variants
    ]


@pytest.mark.parametrize("variant", cases())
def test_documents(variant: Variant) -> None:
    assert variant.outcome() == variant.right


def row(kind: Kind) -> str:
    repository, _, number = kind.bug.partition("#")
    link = f"https://github.com/{repository}/issues/{number}"
    return f"| {kind.name} | [{kind.bug}]({link}) |"


def test_the_table_of_kinds_is_complete() -> None:
    rows = [line for line in README.read_text("utf-8").splitlines() if line.startswith("| ")][1:]

    assert rows == [row(kind) for kind in KINDS]
    assert len({kind.bug for kind in KINDS}) == len(KINDS)
