"""Automatic numbers: number formats and rules of ECMA-376 part 1, 17.9."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_files import docx, level, numbered, numbering, paragraph, style

from unreport.readers.word.number_formats import FORMATS, format_custom, format_number
from unreport.readers.word.reader import read_docx

FIXTURES = Path(__file__).parents[2] / "fixtures" / "word"
MARKS = {
    name: marks.split(" ")
    for name, _, marks in (
        line.partition(": ")
        for line in (FIXTURES / "marks.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    )
}


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_docx(data).lines]


@pytest.mark.parametrize("name", MARKS)
def test_numbers_1_to_60(name: str) -> None:
    assert [format_number(n, name) for n in range(1, 61)] == MARKS[name]


@pytest.mark.parametrize("name", MARKS)
def test_labels_1_to_60_in_a_file(name: str) -> None:
    body = "".join(numbered("text", 1) for _ in range(60))
    lists = numbering({0: level(0, name, "(%1)")}, {1: (0, "")})
    lines = read_docx(docx(body, numbering=lists)).lines

    assert [line.text[: line.label] for line in lines] == [f"({mark})" for mark in MARKS[name]]
    assert {line.text[line.label :] for line in lines} == {"\ttext"}


def test_hindi_numbers_are_arabic_digits_in_right_to_left_paragraphs() -> None:
    lists = numbering({0: level(0, "hindiNumbers", "%1-")}, {1: (0, "")})
    body = "".join(numbered("نص", 1, more="<w:bidi/>") for _ in range(12))

    assert texts(docx(body, numbering=lists))[-1] == "١٢-\tنص"


@given(st.sampled_from(sorted(FORMATS)), st.integers(-(10**12), 10**12))
def test_labels_are_short(name: str, n: int) -> None:
    assert len(format_number(n, name)) <= 60


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"none"}))
def test_numbers_are_distinct(name: str) -> None:
    assert len({format_number(n, name) for n in range(1, 200)}) == 199


def test_unknown_formats_are_decimals() -> None:
    assert format_number(7, "klingonCounting") == "7"


@pytest.mark.parametrize(
    ("pattern", "n", "mark"),
    [("001, 002, 003, ...", 7, "007"), ("أ, ب, ج, ...", 4, "د"), ("?, !, ...", 2, "2")],
)
def test_custom_formats(pattern: str, n: int, mark: str) -> None:
    assert format_custom(pattern, n) == mark


# --- counting -----------------------------------------------------------------------------------

OUTLINE = (
    level(0, "upperRoman", "%1.")
    + level(1, "upperLetter", "%2.")
    + level(2, "decimal", "%1.%2.%3")
    + level(3, "lowerLetter", "(%4)")
)


def labels(levels: str, paragraphs: list[tuple[int, int]], nums: dict | None = None) -> list[str]:
    """The labels of paragraphs given as (list, level)."""
    lists = numbering({0: levels}, nums or {1: (0, "")})
    body = "".join(numbered("x", num, at) for num, at in paragraphs)
    return [line.text[: line.label] for line in read_docx(docx(body, numbering=lists)).lines]


def test_lower_levels_restart() -> None:
    at = [(1, n) for n in (0, 1, 2, 2, 3, 3, 1, 2, 3, 0, 1, 2)]

    assert labels(OUTLINE, at) == [
        "I.", "A.", "I.A.1", "I.A.2", "(a)", "(b)", "B.", "I.B.1", "(a)", "II.", "A.", "II.A.1",
    ]  # fmt: skip


def test_a_skipped_level_counts_as_started() -> None:
    levels = (
        level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") + level(2, "decimal", "%1.%2.%3")
    )

    assert labels(levels, [(1, n) for n in (1, 1, 0, 1, 0, 2, 1)]) == [
        "1.1", "1.2", "2", "2.1", "3", "3.1.1", "3.2",
    ]  # fmt: skip


def test_paragraph_numbers_continue_through_chapters() -> None:
    levels = level(0, "upperRoman", "%1.") + level(
        1, "decimal", "%2.", more='<w:lvlRestart w:val="0"/>'
    )

    assert labels(levels, [(1, n) for n in (0, 1, 1, 0, 1)]) == ["I.", "1.", "2.", "II.", "3."]


def test_level_restart() -> None:
    levels = OUTLINE + level(4, "decimal", "%5)", more='<w:lvlRestart w:val="1"/>')

    assert labels(levels, [(1, n) for n in (0, 1, 4, 4, 1, 4, 0, 4)]) == [
        "I.", "A.", "1)", "2)", "B.", "3)", "II.", "1)",
    ]  # fmt: skip


def test_legal_numbering() -> None:
    levels = level(0, "upperRoman", "%1.") + level(1, "lowerLetter", "%1.%2", more="<w:isLgl/>")

    assert labels(levels, [(1, n) for n in (0, 0, 1, 1)]) == ["I.", "II.", "2.1", "2.2"]


@pytest.mark.parametrize(
    ("start", "expected"), [(1, ["1.", "2."]), (47, ["47.", "48."]), (0, ["0.", "1."])]
)
def test_start_value(start: int, expected: list[str]) -> None:
    assert labels(level(0, "decimal", "%1.", start=start), [(1, 0), (1, 0)]) == expected


def override(at: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def test_instances_of_an_abstract_definition_share_counters() -> None:
    nums = {1: (0, ""), 2: (0, ""), 3: (0, override(0, 1)), 4: (0, override(0, 7) + override(1, 4))}
    levels = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2")
    at = [(1, 0), (1, 0), (2, 0), (3, 0), (3, 0), (1, 0), (4, 0), (4, 1), (4, 1), (4, 0), (4, 1)]

    assert labels(levels, at, nums) == [
        "1", "2", "3", "1", "2", "3", "7", "7.4", "7.5", "8", "8.1",
    ]  # fmt: skip


def test_a_level_override() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "russianLower", "%1)")}</w:lvlOverride>'

    assert labels(level(0, "decimal", "%1."), [(1, 0), (2, 0)], {1: (0, ""), 2: (0, own)}) == [
        "1.",
        "б)",
    ]


def test_numbering_instance_zero_and_missing_instances() -> None:
    assert labels(OUTLINE, [(0, 0), (99, 0), (1, 8)]) == ["", "", ""]


@pytest.mark.parametrize(
    ("suff", "expected"), [("tab", "1.\tx"), ("space", "1. x"), ("nothing", "1.x")]
)
def test_level_suffix(suff: str, expected: str) -> None:
    lists = numbering({0: level(0, "decimal", "%1.").replace("tab", suff)}, {1: (0, "")})

    assert texts(docx(numbered("x", 1), numbering=lists)) == [expected]


@pytest.mark.parametrize(
    ("font", "sign", "expected"),
    [
        ("Symbol", "\uf0b7", "•"),
        ("Wingdings", "\uf0a7", "▪"),
        ("Wingdings", "\uf0d8", "➢"),
        ("Courier New", "o", "◦"),
        ("Times New Roman", "–", "–"),
        ("Unknown", "\uf001", "•"),
        ("Symbol", "", "•"),
    ],
)
def test_bullets(font: str, sign: str, expected: str) -> None:
    lvl = level(0, "bullet", sign).replace(
        "</w:lvl>", f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr></w:lvl>'
    )
    lists = numbering({0: lvl}, {1: (0, "")})

    assert texts(docx(numbered("x", 1), numbering=lists)) == [f"{expected}\tx"]


def test_a_bullet_level_in_a_level_text() -> None:
    levels = level(0, "decimal", "%1.") + level(1, "bullet", "-") + level(2, "decimal", "%1.%2%3.")

    assert labels(levels, [(1, 0), (1, 2)]) == ["1.", "1.1."]


def test_numbers_from_styles() -> None:
    styles = style("H1", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    styles += style(
        "H2",
        "heading 2",
        '<w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
        "</w:pPr>",
    )
    styles += style("H2b", "My heading", '<w:basedOn w:val="H2"/>')
    styles += style(
        "Plain",
        "Plain",
        '<w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>',
    )
    tied = level(0, "upperRoman", "%1.", more='<w:pStyle w:val="H1"/>') + level(
        1, "upperLetter", "%2.", more='<w:pStyle w:val="H2"/>'
    )
    body = "".join(
        paragraph(key, f'<w:pStyle w:val="{key}"/>') for key in ("H1", "H2", "H2b", "Plain", "H1")
    )
    off = paragraph("off", '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    data = docx(
        body + off + paragraph("H1", '<w:pStyle w:val="H1"/>'),
        styles=styles,
        numbering=numbering({0: tied}, {1: (0, "")}),
    )

    assert texts(data) == ["I.\tH1", "A.\tH2", "B.\tH2b", "Plain", "II.\tH1", "off", "III.\tH1"]
    assert [line.level for line in read_docx(data).lines] == [1, 2, 2, 1, 1, 1, 1]


def test_numbering_style_links() -> None:
    styles = style(
        "Outline",
        "Outline",
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
        kind="numbering",
    )
    abstracts = {0: level(0, "arabicAbjad", "(%1)"), 1: '<w:numStyleLink w:val="Outline"/>'}
    data = docx(
        numbered("x", 2) + numbered("x", 1),
        styles=styles,
        numbering=numbering(abstracts, {1: (0, ""), 2: (1, "")}),
    )

    assert texts(data) == ["(أ)\tx", "(ب)\tx"]


def test_a_custom_format_in_alternate_content() -> None:
    lvl = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/>'
        "</w:lvl>"
    )

    assert labels(lvl, [(1, 0)]) == ["001"]


def test_empty_and_hidden_paragraphs() -> None:
    """An empty numbered paragraph has a number; a hidden one is not counted."""
    lists = numbering({0: level(0, "decimal", "%1.")}, {1: (0, "")})
    hidden = numbered("x", 1, more="<w:rPr><w:vanish/></w:rPr>").replace(
        "<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>"
    )

    assert texts(docx(numbered("", 1) + hidden + numbered("b", 1), numbering=lists)) == [
        "1.",
        "2.\tb",
    ]
