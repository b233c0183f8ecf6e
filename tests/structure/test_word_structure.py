"""Headings, items and captions of Word files, whose styles say what the page shows."""

import pytest
from word_files import docx, paragraph, style, table

from unreport import Report, Section, Table, parse

BOLD = '<w:rPr><w:b/><w:sz w:val="{}"/></w:rPr>'
STYLES = (
    style("HCh", "_ H _Ch", BOLD.format(28))
    + style("H1", "_ H_1", BOLD.format(24))
    + style("H23", "_ H_2/3", BOLD.format(20))
)


def styled(key: str, text: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{key}"/>')


def by_hand(level: int, size: int, text: str) -> str:
    run = f'<w:r><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr><w:t>{text}</w:t></w:r>'
    return paragraph(properties=f'<w:outlineLvl w:val="{level}"/>', inner=run)


def parsed(*blocks: str) -> Report:
    head = paragraph("United Nations") + paragraph("A/80/17") + paragraph("Report of the Committee")
    return parse(docx(head + "".join(blocks), styles=STYLES), name="report.docx")


def outline(report: Report) -> list[tuple[int, str]]:
    return [(node.level, node.title) for node, _ in report.walk() if isinstance(node, Section)]


ROWS = [[paragraph("Grade"), paragraph("Posts")], [paragraph("P-3"), paragraph("4")]]
TEXT = [paragraph(f"{number}. The Committee met in the spring.") for number in range(1, 7)]


def test_outline_levels_set_by_hand_agree_with_the_styles() -> None:
    report = parsed(
        styled("HCh", "Programme of work"),
        styled("H1", "Deliverables"),
        TEXT[0],
        by_hand(0, 28, "Programme of work of others"),
        by_hand(0, 24, "Deliverables of others"),
        TEXT[1],
    )

    assert outline(report) == [
        (1, "Programme of work"),
        (2, "Deliverables"),
        (1, "Programme of work of others"),
        (2, "Deliverables of others"),
    ]


def test_items_in_a_heading_style_are_items() -> None:
    report = parsed(
        styled("HCh", "Decisions"),
        paragraph("1. The Committee decided:"),
        styled("H23", "(a) To meet in the spring;"),
        styled("H23", "(b) To publish its report; and"),
        styled("H23", "(c) To thank the Chair."),
        styled("H23", "(a) Meetings of the Bureau"),
        TEXT[1],
    )

    assert outline(report) == [(1, "Decisions"), (2, "Meetings of the Bureau")]
    assert [item.number for item in report.paragraphs[0].items] == [1, 2, 3]


def test_a_caption_in_a_heading_style_is_part_of_its_table() -> None:
    report = parsed(
        styled("HCh", "Posts"),
        TEXT[0],
        styled("H23", "Table 1"),
        styled("H23", "Posts by grade"),
        table(*ROWS),
        TEXT[1],
        styled("H23", "Figure 1"),
        styled("H23", "Posts by year"),
        TEXT[2],
    )

    assert outline(report) == [(1, "Posts")]
    (found,) = [node for node, _ in report.walk() if isinstance(node, Table)]
    assert found.caption == "Table 1 Posts by grade"
    assert [p.number for p in report.sections[0].paragraphs] == [1, 2, None, 3]


def test_formulas_of_resolutions_are_no_headings_in_any_style() -> None:
    lines = (
        "The General Assembly",
        "Andorra and Iceland: draft resolution",
        "27th plenary meeting",
    )
    report = parsed(
        styled("HCh", "Harbours"),
        *(styled("H23", line) + text for line, text in zip(lines, TEXT, strict=False)),
        styled("H23", "2 November 2029"),
        TEXT[5],
    )

    assert outline(report) == [(1, "Harbours")]


@pytest.mark.parametrize(
    ("head", "texts", "label", "title", "rows"),
    [
        (
            ("A/80/17", "Report of the Committee", "I. Findings"),
            ("1. The Committee met in the spring.", "2. It adopted its report."),
            "Box 1",
            "How the survey was made",
            ("The survey was made in spring.", "Nobody was hurt."),
        ),
        (
            ("A/80/17", "تقرير اللجنة", "أولا - النتائج"),
            ("1 - اجتمعت اللجنة في الربيع.", "2 - واعتمدت تقريرها."),
            "الإطار 1",
            "كيف أجري المسح",
            ("أجري المسح في الربيع.", "واستغرق ثلاثة أسابيع."),
        ),
    ],
    ids=["en", "ar"],
)
def test_the_title_of_a_box_is_its_caption_and_heads_nothing(
    head: tuple[str, ...], texts: tuple[str, str], label: str, title: str, rows: tuple[str, str]
) -> None:
    box = [paragraph(label), paragraph(title), table(*([paragraph(row)] for row in rows))]
    blocks = [*map(paragraph, (*head, texts[0])), *box, paragraph(texts[1])]

    report = parse(docx("".join(blocks), styles=STYLES), name="report.docx")

    assert [section.heading for section in report.sections] == [head[-1]]
    assert [node.text for node in report.sections[0].children][1:-1] == [f"{label} {title}", *rows]
