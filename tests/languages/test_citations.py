"""Symbols, resolutions and decisions in running text, in six languages."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unreport.languages.citations import CitationKind, find_symbols
from unreport.symbols.symbol import Symbol

TABLE = Path(__file__).parents[1] / "fixtures" / "citations.tsv"
ROWS = [
    line.split("\t")
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
SIGNS = {"symbol": "", "resolution": "r:", "decision": "d:"}


def names(text: str) -> list[str]:
    return [SIGNS[cited.kind] + cited.name for cited in find_symbols(text)]


@pytest.mark.parametrize(("text", "cited"), ROWS, ids=lambda value: value[:50])
def test_citations(text: str, cited: str) -> None:
    assert names(text) == [name for name in cited.split("|") if name]


def test_spans_are_the_source_text() -> None:
    text = "see A/70/1 and Add.1–2, القرار ٦٤/٦٨ باء"

    found = [(cited.text, text[cited.span.start : cited.span.end]) for cited in find_symbols(text)]

    assert found == [(source, source) for source, _ in found]
    assert [source for source, _ in found] == ["A/70/1", "Add.1–2", "Add.1–2", "٦٤/٦٨ باء"]


def test_a_symbol_is_one_citation() -> None:
    (symbol, resolution) = find_symbols("A/70/1 (resolution 8/1)")

    assert symbol.symbol == Symbol.parse("A/70/1")
    assert resolution.symbol is None


@pytest.mark.parametrize("text", [row[0] for row in ROWS])
@pytest.mark.parametrize("kinds", [("symbol",), ("resolution", "decision"), ("decision",), ()])
def test_kinds(text: str, kinds: tuple[CitationKind, ...]) -> None:
    assert list(find_symbols(text, kinds=kinds)) == [
        cited for cited in find_symbols(text) if cited.kind in kinds
    ]


PIECES = [row[0] for row in ROWS] + ["، و ", "; ", "\n\n", "(a)", "/", "-"]


@given(st.lists(st.sampled_from(PIECES), max_size=6), st.text(max_size=40))
def test_any_text(pieces: list[str], rest: str) -> None:
    text = " ".join([*pieces, rest])

    for cited in find_symbols(text):
        assert text[cited.span.start : cited.span.end] == cited.text
        assert cited.symbol is None or str(cited.symbol) == cited.name


CORPUS = os.environ.get("UNREPORT_CORPUS")


@pytest.mark.skipif(not CORPUS, reason="UNREPORT_CORPUS names no folder")
def test_symbols_of_the_corpus_round_trip() -> None:
    seen: set[str] = set()
    for path in sorted(Path(CORPUS or ".").rglob("*.txt")):
        for cited in find_symbols(path.read_text(encoding="utf-8", errors="replace")):
            if cited.symbol is not None and cited.name not in seen:
                seen.add(cited.name)
                assert Symbol.parse(cited.name, strict=True) == cited.symbol
                assert Symbol.from_filename(cited.symbol.to_filename()) == cited.symbol
    assert seen


@pytest.mark.skipif(not CORPUS, reason="UNREPORT_CORPUS names no folder")
def test_symbols_of_the_gold_round_trip() -> None:
    found = 0
    for path in sorted(Path(CORPUS or ".").rglob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        masthead = gold.get("masthead") if isinstance(gold, dict) else None
        if isinstance(masthead, dict) and (symbol := masthead.get("symbol")):
            found += 1
            assert str(Symbol.parse(symbol, strict=True)) == symbol, path.name
    assert found


@pytest.mark.parametrize(
    "text", ["和 第1/2号 " * 300 + "a", "第 1/2 和 " * 300, "resolution " + "I" * 5_000]
)
def test_long_lists_without_a_noun(text: str) -> None:
    assert all("/" in cited.name for cited in find_symbols(text))
