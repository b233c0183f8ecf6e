"""Automatic numbers as Word counts them: levels of styles, restarts, hidden numbers, fields."""

import pytest
from word_files import docx, level, numbered, numbering, paragraph, run, style, table

from unreport.languages.number_words import NUMBER_WORDS, number_in_words
from unreport.readers.word.reader import read_docx

LEVELS = level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)") + level(2, "decimal", "%3)")


def texts(body: str, **parts: str) -> list[str]:
    return [line.text.replace("\t", " ") for line in read_docx(docx(body, **parts)).lines]


def styled(text: str, name: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{name}"/>')


def numbered_style(key: str, based_on: str = "", *, num: str = "", at: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    ilvl = f'<w:ilvl w:val="{at}"/>' if at else ""
    num_id = f'<w:numId w:val="{num}"/>' if num else ""
    return style(key, key, f"{base}<w:pPr><w:numPr>{ilvl}{num_id}</w:numPr></w:pPr>")


def linked(at: int, text: str, name: str) -> str:
    return level(at, "decimal", text, more=f'<w:pStyle w:val="{name}"/>')


def test_the_level_of_a_style_precedes_that_of_its_base_style() -> None:
    lists = numbering({0: LEVELS}, {1: (0, "")})
    styles = (
        numbered_style("Base", num="1")
        + numbered_style("Letter", "Base", at="1")
        + numbered_style("Deep", "Letter", at="2")
    )
    body = styled("a", "Base") + styled("b", "Letter") + styled("c", "Deep") + styled("d", "Base")

    assert texts(body, styles=styles, numbering=lists) == ["1. a", "(a) b", "1) c", "2. d"]


def test_a_level_linked_to_a_style_precedes_the_level_of_the_style() -> None:
    lists = numbering({0: linked(0, "%1.", "Base") + linked(1, "%1.%2", "Sub")}, {1: (0, "")})
    styles = numbered_style("Base", num="1", at="1") + numbered_style("Sub", "Base", at="0")

    assert texts(styled("a", "Base") + styled("b", "Sub"), styles=styles, numbering=lists) == [
        "1. a",
        "1.1 b",
    ]


def test_two_lists_linked_to_one_style_are_told_apart_by_their_instance() -> None:
    lists = numbering(
        {0: linked(0, "%1.", "S"), 1: level(0, "decimal", "%1)") + linked(1, "(%2)", "S")},
        {1: (0, ""), 2: (1, "")},
    )
    direct = paragraph("b", '<w:pStyle w:val="S"/><w:numPr><w:numId w:val="2"/></w:numPr>')

    assert texts(
        styled("a", "S") + direct, styles=numbered_style("S", num="1"), numbering=lists
    ) == ["1. a", "(1) b"]


def override(at: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


@pytest.mark.parametrize("deeper", [1, 2])
def test_a_restarted_sublist_leaves_the_levels_above_alone(deeper: int) -> None:
    starts = "".join(override(at, 1) for at in range(3))
    lists = numbering({0: LEVELS}, {1: (0, ""), 2: (0, starts)})
    body = (
        numbered("a", 1)
        + numbered("b", 1, deeper)
        + numbered("c", 1)
        + numbered("d", 2, deeper)
        + numbered("e", 2)
        + numbered("f", 1)
    )
    labels = [text.split()[0] for text in texts(body, numbering=lists)]

    assert [labels[0], labels[2], labels[4], labels[5]] == ["1.", "2.", "3.", "4."]


def test_a_start_override_is_applied_once() -> None:
    lists = numbering({0: LEVELS}, {1: (0, override(1, 3))})
    at = [0, 1, 1, 0, 1, 0, 1]
    body = "".join(numbered("x", 1, one) for one in at)

    assert [text.split()[0] for text in texts(body, numbering=lists)] == [
        "1.", "(c)", "(d)", "2.", "(a)", "3.", "(a)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("overrides", "at", "expected"),
    [
        # The override of a higher level waits until a deeper one is applied.
        ({0: 5}, "1:0 2:1 2:0 1:0", ["1", "1.1", "5", "6"]),
        ({1: 5}, "1:1 2:2 2:1 1:1", ["1.1", "1.1.1", "1.5", "1.6"]),
        ({1: 5, 2: 3}, "1:1 2:2 2:1 1:1", ["1.1", "1.1.3", "1.2", "1.3"]),
        # A level that is skipped begins with its own start value.
        ({0: 5}, "2:1 2:0 2:1", ["1.1", "5", "5.1"]),
        # One override for each level, whichever instance counted before.
        ({0: 5, 1: 3}, "1:0 2:0 2:1 2:0 2:1", ["1", "5", "5.3", "6", "6.1"]),
    ],
)
def test_start_overrides_of_several_levels(
    overrides: dict[int, int], at: str, expected: list[str]
) -> None:
    levels = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2")
    levels += level(2, "decimal", "%1.%2.%3")
    starts = "".join(override(*pair) for pair in overrides.items())
    lists = numbering({0: levels}, {1: (0, ""), 2: (0, starts)})
    places = (place.split(":") for place in at.split())
    body = "".join(numbered("x", int(num), int(one)) for num, one in places)

    assert [text.split()[0] for text in texts(body, numbering=lists)] == expected


def test_a_restart_level_in_an_override_is_ignored() -> None:
    own = level(1, "lowerLetter", "(%2)", more='<w:lvlRestart w:val="0"/>')
    overriding = f'<w:lvlOverride w:ilvl="1">{own}</w:lvlOverride>'
    lists = numbering({0: LEVELS}, {1: (0, overriding)})
    body = "".join(numbered("x", 1, at) for at in (0, 1, 0, 1))

    assert [text.split()[0] for text in texts(body, numbering=lists)] == ["1.", "(a)", "2.", "(a)"]


def cell(inner: str, merge: str = "") -> str:
    return f"<w:tc><w:tcPr>{merge}</w:tcPr>{inner}</w:tc>"


def test_an_empty_continued_cell_of_a_vertical_merge_is_not_counted() -> None:
    lists = numbering({0: LEVELS}, {1: (0, "")})
    rows = [
        cell(numbered("a", 1), '<w:vMerge w:val="restart"/>') + cell(paragraph("x")),
        cell(numbered("", 1), "<w:vMerge/>") + cell(paragraph("y")),
        cell(numbered("kept", 1), '<w:vMerge w:val="continue"/>') + cell(paragraph("z")),
    ]
    body = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>" + numbered("b", 1)
    lines = read_docx(docx(body, numbering=lists)).lines

    assert [line.cells for line in lines[:3]] == [("1. a", "x"), ("", "y"), ("2. kept", "z")]
    assert lines[3].text == "3.\tb"


@pytest.mark.parametrize(
    ("on", "expected"), [("<w:vanish/>", ["a", "b"]), ('<w:vanish w:val="0"/>', ["1. a", "2. b"])]
)
def test_hidden_numbers(on: str, expected: list[str]) -> None:
    lists = numbering(
        {0: level(0, "decimal", "%1.").replace("</w:lvl>", f"<w:rPr>{on}</w:rPr></w:lvl>")},
        {1: (0, "")},
    )

    assert texts(numbered("a", 1) + numbered("b", 1), numbering=lists) == expected


@pytest.mark.parametrize(
    ("language", "form", "expected"),
    [
        ("fr-FR", "ordinal", ["1er", "2e"]),
        ("es-ES", "ordinal", ["1.º", "2.º"]),
        ("ru-RU", "ordinalText", ["Первый", "Второй"]),
        ("fr-CH", "cardinalText", ["Un", "Deux"]),
        ("zh-CN", "ordinalText", ["第一", "第二"]),
        ("en-GB", "ordinalText", ["First", "Second"]),
        ("de-DE", "ordinal", ["1.", "2."]),
    ],
)
def test_numbers_in_words_of_the_language(language: str, form: str, expected: list[str]) -> None:
    lists = numbering({0: level(0, form, "%1")}, {1: (0, "")})
    more = f'<w:rPr><w:lang w:val="{language}"/></w:rPr>'

    found = texts(numbered("a", 1, more=more) + numbered("b", 1, more=more), numbering=lists)

    assert [text.rpartition(" ")[0] for text in found] == expected


def test_the_language_of_right_to_left_paragraphs_and_of_styles() -> None:
    lists = numbering({0: level(0, "ordinalText", "%1")}, {1: (0, "")})
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-FR" w:bidi="ar-SA"/></w:rPr>'
        "</w:rPrDefault></w:docDefaults>"
    )
    body = numbered("a", 1) + numbered("b", 1, more="<w:bidi/>")

    assert texts(body, styles=styles, numbering=lists) == ["Premier a", "الثاني b"]


@pytest.mark.parametrize("language", sorted(NUMBER_WORDS))
def test_number_words_are_distinct(language: str) -> None:
    for form in ("ordinal", "ordinalText", "cardinalText"):
        assert len({number_in_words(n, form, language) for n in range(1, 121)}) == 120


def field(code: str) -> str:
    character = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        character.format("begin")
        + f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        + character.format("end")
    )


def heading(text: str, code: str, at: int) -> str:
    return paragraph(properties=f'<w:pStyle w:val="H{at}"/>', inner=field(code) + run(" " + text))


STYLES = style("H1", "heading 1") + style("H2", "heading 2")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (" AUTONUM ", ["1. A", "1. x", "2. y", "2. B", "1. C", "1. z"]),
        (" AUTONUMLGL ", ["1. A", "1.1. x", "1.2. y", "2. B", "2.1. C", "2.1.1. z"]),
        (" AUTONUMLGL \\e ", ["1 A", "1.1 x", "1.2 y", "2 B", "2.1 C", "2.1.1 z"]),
        (" AUTONUMOUT ", ["I. A", "A. x", "B. y", "II. B", "A. C", "1. z"]),
        (" AUTONUM \\s ) ", ["1) A", "1) x", "2) y", "2) B", "1) C", "1) z"]),
    ],
)
def test_autonum_fields(code: str, expected: list[str]) -> None:
    body = (
        heading("A", code, 1)
        + paragraph(inner=field(code) + run(" x"))
        + paragraph(inner=field(code) + run(" y"))
        + heading("B", code, 1)
        + heading("C", code, 2)
        + paragraph(inner=field(code) + run(" z"))
    )

    assert texts(body, styles=STYLES) == expected


def test_listnum_fields() -> None:
    lists = numbering({0: LEVELS}, {1: (0, "")})
    own = paragraph(
        properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
        inner=run("to ") + field(" LISTNUM ") + run(" meet and ") + field("LISTNUM") + run(" vote"),
    )
    named = paragraph(
        inner=field(' LISTNUM "NumberDefault" \\l 2 \\s 3 ')
        + run(" x ")
        + field(" LISTNUM LegalDefault ")
        + run(" y")
    )

    assert texts(own + named + numbered("next", 1), numbering=lists) == [
        "1. to (a) meet and (b) vote",
        "c) x 1. y",
        "2. next",
    ]


def test_a_table_of_numbered_cells() -> None:
    lists = numbering({0: LEVELS}, {1: (0, "")})
    body = table([numbered("a", 1), numbered("b", 1)], [numbered("c", 1), numbered("d", 1)])

    assert texts(body, numbering=lists) == ["1. a 2. b", "3. c 4. d"]
