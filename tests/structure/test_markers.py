"""Markers are read once for each line, in one place, and carried."""

import ast
from collections import Counter
from pathlib import Path

import pytest

import unreport
from unreport.document import Line
from unreport.languages import LEXICONS
from unreport.structure import markers
from unreport.structure.markers import UNMARKED, Grammar, inline_markers, line_markers, mark_lines
from unreport.structure.passages import join_lines

STRUCTURE = Path(unreport.__file__).parent / "structure"
ENGLISH, ARABIC = Grammar(LEXICONS["en"]), Grammar(LEXICONS["ar"])
READERS = ("read_markers", "read_unit", "read_bullet")


def callers(name: str) -> list[str]:
    """The functions in `structure/` that call a function, once for each call."""
    found: list[str] = []
    for path in STRUCTURE.glob("*.py"):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                calls = (node for node in ast.walk(function) if isinstance(node, ast.Call))
                found += [function.name for call in calls if ast.unparse(call.func) == name]
    return found


@pytest.mark.parametrize("name", READERS)
def test_markers_are_read_in_one_place(name: str) -> None:
    assert callers(name) == ["line_markers"]


@pytest.mark.parametrize(
    ("text", "grammar", "numbers", "unit", "bullet"),
    [
        ("II. Organization", ENGLISH, {2, 35}, None, None),
        ("(i) To meet", ENGLISH, {1, 9}, None, None),
        ("Annex II", ENGLISH, set(), 2, None),
        ("• To meet", ENGLISH, set(), None, "•"),
        ("ثانياً- التوصيات", ARABIC, {2}, None, None),
        ("(ك) أن تنظر", ARABIC, {11}, None, None),
        ("التوصية ٢٢", ARABIC, set(), 22, None),
    ],
)
def test_a_line_has_all_its_readings(
    text: str, grammar: Grammar, numbers: set[int], unit: int | None, bullet: str | None
) -> None:
    found = line_markers(text, grammar)

    assert {reading.number for reading in found.readings} == numbers
    assert (found.unit.number if found.unit else None) == unit
    assert (found.bullet.marker if found.bullet else None) == bullet


@pytest.mark.parametrize("text", ["", "The Committee met.", "paragraph 3 (a)"])
def test_a_line_without_markers(text: str) -> None:
    assert line_markers(text, ENGLISH) is UNMARKED
    assert not line_markers(text, ENGLISH)


def test_markers_inside_a_line() -> None:
    text = "It decided: (a) to meet; (b) to report, as in paragraph (c)."

    found = list(inline_markers(text, 0, len(text), ENGLISH))

    assert [text[start:end] for start, end, _ in found] == ["(a)", "(b)", "(c)"]
    assert all(reading.role == "item" for _, _, readings in found for reading in readings)


def test_each_line_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    counts: Counter[str] = Counter()

    def counting(text: str, grammar: Grammar) -> object:
        counts[text] += 1
        return read(text, grammar)

    read = markers.read_markers
    monkeypatch.setattr(markers, "read_markers", counting)
    texts = ["I. Opening", "1. The Committee met in", "(a) Vienna;", "(b) Geneva."]
    lines = [
        Line(text=text, start=20 * at, ends=not text.endswith("in"))
        for at, text in enumerate(texts)
    ]
    passages = list(join_lines(mark_lines(lines, ENGLISH), ENGLISH))

    assert [passage.text for passage in passages] == [
        "I. Opening",
        "1. The Committee met in (a) Vienna;",
        "(b) Geneva.",
    ]
    assert counts == Counter([*texts, passages[1].text])


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "49\tFor the period", 49),
        ("ar", "49\tوفي الفترة", 49),
        ("zh", "1．2012年1月1日", 1),
        ("en", "2023\t2024", None),
    ],
)
def test_a_number_before_a_tab_or_a_full_width_stop(
    language: str, text: str, number: int | None
) -> None:
    readings = line_markers(text, Grammar(LEXICONS[language])).readings
    found = [m.number for m in readings if m.role == "paragraph"]
    assert found == ([] if number is None else [number])
