"""Inputs of every kind of fault that was reported: at least three variants of each kind."""

import json
from collections.abc import Callable
from pathlib import Path

import pyarrow.dataset
import pyarrow.parquet
import pytest
from executed_lines import LINEAR, growth
from variants.archives import ARCHIVES
from variants.case import Kind, Variant
from variants.encodings import ENCODINGS
from variants.numbers import NUMBERS
from variants.pages import PDF
from variants.rtf_and_doc import RTF_AND_DOC
from variants.word_blocks import BLOCKS
from variants.word_text import TEXT

import unreport

DOCUMENTS = (*NUMBERS, *TEXT, *BLOCKS, *RTF_AND_DOC, *ENCODINGS, *PDF)
FEWEST = 3

SYMBOLS: tuple[Callable[[int], str], ...] = (
    lambda n: "A/C.3/AB" + "-" * n + "!",
    lambda n: "E/CN.4/" + "1/" * n + "?",
    lambda n: "S/PV." + "12 (Part " * n,
    lambda n: "A/RES/" + "٣" * n + "،",
)
"""Texts of any length that are no symbols, and that a pattern could backtrack in without end."""

NOT_DOCUMENTS = {
    "a picture": ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(600)),
    "an empty file": ("empty.docx", b""),
    "a cut-off Word file": ("cut.docx", b"PK\x03\x04" + bytes(40)),
    "a file with an Arabic name": ("تقرير.pdf", b"%PDF-1.4\n%%EOF"),
}
"""Files that cannot be read: their errors are tables of a data set."""

COUNTS = {kind.bug: len(kind.variants) for kind in (*DOCUMENTS, *ARCHIVES)} | {
    "03": len(SYMBOLS),
    "115": len(NOT_DOCUMENTS),
}


def cases(kinds: tuple[Kind, ...]) -> list[object]:
    return [
        pytest.param(
            variant,
            id=f"{kind.bug} {kind.name}: {variant.title}",
        )
        for kind in kinds
        for variant in kind.variants
    ]


@pytest.mark.parametrize("variant", cases(DOCUMENTS))
def test_documents(variant: Variant) -> None:
    assert variant.outcome() == variant.right


@pytest.mark.parametrize("variant", cases(ARCHIVES))
def test_archives(variant, tmp_path: Path) -> None:
    assert variant.outcome(tmp_path) == variant.right


def refuse(text: str) -> None:
    with pytest.raises(unreport.NotASymbol):
        unreport.Symbol.parse(text)


@pytest.mark.parametrize("text", SYMBOLS)
def test_no_symbols(text: Callable[[int], str]) -> None:
    """A pattern that backtracks does not end in the long one."""
    refuse(text(200))
    refuse(text(100_000))
    assert growth(refuse, text, 500) < LINEAR


@pytest.mark.parametrize("title", NOT_DOCUMENTS)
def test_tables_of_errors(title: str, tmp_path: Path) -> None:
    name, data = NOT_DOCUMENTS[title]
    (tmp_path / name).write_bytes(data)
    tables = tmp_path / "tables"
    unreport.write_archive(unreport.Job(sources=(str(tmp_path / name),), out=tables))
    errors = pyarrow.dataset.dataset(tables / "errors", format="parquet").to_table()

    assert errors.num_rows == 1
    assert name in json.dumps(errors.to_pylist(), ensure_ascii=False, default=str)


def test_every_kind_has_variants() -> None:
    """The table of kinds: how many variants each has."""
    assert {bug: count for bug, count in COUNTS.items() if count < FEWEST} == {}
    assert len(COUNTS) == 60
    assert all(kind.why for kind in (*DOCUMENTS, *ARCHIVES))
