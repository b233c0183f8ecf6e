"""Markers are read once for each line, in one place, and carried."""

import ast
from collections import Counter
from pathlib import Path

import pytest

import unreport
from unreport import check, parse_text
from unreport.document import Line
from unreport.languages import LEXICONS
from unreport.structure.markers import reading
from unreport.structure.markers.grammar import Grammar
from unreport.structure.markers.marker import UNMARKED
from unreport.structure.markers.reading import inline_markers, line_markers, mark_lines
from unreport.structure.passages import join_lines

STRUCTURE = Path(unreport.__file__).parent / "structure"
ENGLISH, ARABIC = Grammar(LEXICONS["en"]), Grammar(LEXICONS["ar"])
READERS = ("read_markers", "read_unit", "read_bullet")


def callers(name: str) -> list[str]:
    """The functions in `structure/` that call a function, once for each call."""
    found: list[str] = []
    for path in STRUCTURE.rglob("*.py"):
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

    assert {marker.number for marker in found.readings} == numbers
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
    assert all(marker.role == "item" for _, _, readings in found for marker in readings)


def test_each_line_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    counts: Counter[str] = Counter()

    def counting(text: str, grammar: Grammar) -> object:
        counts[text] += 1
        return read(text, grammar)

    read = reading.read_markers
    monkeypatch.setattr(reading, "read_markers", counting)
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


INSERTED = {
    "ar": ("2 مكررا - وقررت ذلك.", "2 مكرراً - وقررت ذلك.", "2 مكررا ثانيا - وشكرت الأمانة."),
    "en": ("2 bis. It decided so.", "2 ter. It gave thanks."),
    "es": ("2 bis. Decidió hacerlo.", "2 quater. Dio las gracias."),
    "fr": ("2 bis. Il en a décidé ainsi.", "2 ter. Il a remercié.", "2 bis - Il a remercié."),
    "ru": ("2-бис. Он так и решил.", "2 тер. Он поблагодарил."),
    "zh": ("2之二. 委员会作出决定。", "2之三、委员会表示感谢。"),
}
AROUND = {
    "ar": ("1 - اجتمعت اللجنة.", "2 - وبدأت العمل.", "3 - واختتمت الجلسة."),
    "en": ("1. It met.", "2. It began its work.", "3. It closed."),
    "es": ("1. Se reunió.", "2. Comenzó sus trabajos.", "3. Terminó."),
    "fr": ("1. Il s’est réuni.", "2. Il a commencé.", "3. Il a terminé."),
    "ru": ("1. Он собрался.", "2. Он начал работу.", "3. Он закончил."),
    "zh": ("1. 委员会举行会议。", "2. 会议开始。", "3. 会议结束。"),
}


@pytest.mark.parametrize("joint", ["\n\n", "\n"])
@pytest.mark.parametrize(
    ("language", "inserted"), [(code, one) for code, texts in INSERTED.items() for one in texts]
)
def test_an_inserted_paragraph_has_the_number_before_it(
    language: str, inserted: str, joint: str
) -> None:
    first, second, third = AROUND[language]
    report = parse_text(joint.join((first, second, inserted, third)), language=language)

    assert [one.number for one in report.paragraphs] == [1, 2, 2, 3]
    assert inserted.startswith(report.paragraphs[2].marker or "-")
    assert not {"numbering-repeat", "numbering-gap"} & {one.code for one in check(report)}
    assert report.paragraphs[2].key == "2~2"


def test_an_addendum_may_begin_with_an_inserted_number() -> None:
    report = parse_text("7 bis. It decided so.\n\n8. It met.\n\n9. It closed.", language="en")

    assert [one.number for one in report.paragraphs] == [7, 8, 9]
