"""Sentences that break off at the end of a row, and columns in two scripts read across."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from pdf_files import set_lines

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import words_of
from unreport.readers.pdf.reader import read_pdf
from unreport.readers.pdf.uncertain_rows.reading_order.broken_sentences import (
    mark_broken_sentences,
)
from unreport.readers.pdf.uncertain_rows.reading_order.parallel_columns import (
    mark_parallel_columns,
)

COLUMN = {"x0": 72.0, "x1": 520.0, "page": 1, "text_column": 0, "region": "body", "table": 0}
STYLE = {"bold": False, "italic": False, "certain": True, "reason": "", "leading_call": 0}


def marked(*texts: str, base: str = "L", **others: object) -> list[str]:
    rows = [SimpleNamespace(text=text, base=base, **COLUMN | STYLE | others) for text in texts]
    words = [word for text in texts for word in words_of(text)]
    mark_broken_sentences(rows, Evidence(words={(0, word): [1] for word in words}))  # type: ignore[arg-type]
    return [row.text for row in rows if not row.certain]


@pytest.mark.parametrize(
    ("above", "row"),
    [
        ("The Committee took note of the report on the", "15. It adopted its agenda for the year"),
        ("which was adopted by the Committee.", "request of the representatives of States"),
        ("The report on the work of the", "of delegations which took part in the debate"),
        ("El informe que fue aprobado por el", "15. La Comisión aprobó el programa de los"),
        ("que fue aprobado por los miembros.", "informe de la Comisión sobre los derechos"),
        ("les mesures qui ont été adoptées par des", "15. Le Comité a pris note du rapport"),
        ("доклад, который был представлен государствами.", "комитета по вопросам развития для"),
        ("доклад Комитета о положении в", "15. Комитет принял к сведению доклад"),
        ("وأحاطت اللجنة علما بالتقرير الذي قدمته إلى", "١٥- واعتمدت اللجنة جدول أعمالها في"),
    ],
)
def test_a_row_that_does_not_go_on_with_the_sentence(above: str, row: str) -> None:
    assert marked(above, row) == [above, row]


@pytest.mark.parametrize(
    ("above", "row"),
    [
        ("The Committee took note of the report on the", "12-month period for which it was made"),
        ("The Committee took note of the report on the", "15.5 per cent of the members of the"),
        ("which was adopted by the Committee.", "The request of the representatives of States"),
        ("which was adopted by the firm Acme Inc.", "and sent to the representatives of States"),
        ("It is a program that manages the packages.", "dpkg will install the one that was sent"),
        ("The Committee took note of the report of", "its Chair on the work of the session"),
        ("وأحاطت اللجنة علما بالتقرير الذي قدمته إلى", "المجلس في دورته الثانية على أن"),
    ],
)
def test_a_row_that_may_follow(above: str, row: str) -> None:
    assert not marked(above, row)


@pytest.mark.parametrize(
    "rows",
    [
        ("(i) To build schools in the north.", "ii. to provide water for all the children."),
        ("The measures are set out in paras.", "twelve to fourteen of the annex to the report."),
        ("The area of the districts is 5,000 km2 approx.", "and the number of persons is unknown."),
        ("Эти меры изложены в докладе и табл.", "из приложения к докладу Комитета."),
        ("provide clean water.", "support schools in the north.", "build new hospitals."),
        ("The wind is over the field.", "the river is below the trees.", "the moon is over it."),
        ("1. Name of the", "2. Title of the", "3. Address of the", "4. Date of"),
        ("(a) Name of the", "(b) Title of the", "(c) Address of the", "(d) Date of"),
    ],
)
def test_forms_of_lists_and_abbreviations(rows: tuple[str, ...]) -> None:
    assert not marked(*rows)


def test_sentences_in_two_rows_are_no_verses() -> None:
    rows = ("The wind is over the field.", "the river is below the trees.", "The moon is over it.")
    assert marked(*rows) == [*rows[:2]]


AGENDA = (
    ("1. Opening of the session", 240.0),
    ("2. Election of officers", 220.0),
    ("3. Review of the implementation of the decisions on human settlements", 520.0),
    ("4. Programme of work", 210.0),
    ("5. Other matters of the Committee", 280.0),
    ("6. Adoption of the report", 230.0),
)


def of_widths(*texts: tuple[str, float]) -> list[str]:
    rows = [
        SimpleNamespace(text=text, base="L", **COLUMN | STYLE | {"x1": x1}) for text, x1 in texts
    ]
    mark_broken_sentences(rows, Evidence(words={}))  # type: ignore[arg-type]
    return [row.text for row in rows if not row.certain]


def test_the_longest_item_of_a_list_without_stops_makes_no_margin() -> None:
    wrapped = ("and on the budget of the secretariat for the biennium of the report", 520.0)

    assert not of_widths(*AGENDA)
    assert not of_widths(*AGENDA[:3], (wrapped[0], 500.0), *AGENDA[3:])
    assert of_widths(*AGENDA[:3], wrapped, wrapped, *AGENDA[3:]) == [wrapped[0], AGENDA[3][0]]


def test_the_items_of_one_row_without_stops() -> None:
    assert not of_widths(*((text, 520.0) for text, _ in AGENDA))


NUMBERED = (
    "14. The Committee took note of the report of the working group",
    "15. It adopted its agenda for the session of the year and the",
    "list of speakers that was before the members of the Committee",
    "16. It elected its officers by acclamation at the first of the",
    "meetings of the session, which was held in the summer in Rome.",
    "17. It heard a statement by the representative of the Council,",
)


def test_rows_at_the_margin_before_paragraphs_in_sequence() -> None:
    assert marked(*NUMBERED) == [*NUMBERED[:4]]
    assert not marked(*NUMBERED, bold=True)
    assert not marked(*(row[4:] if row[:2] in {"15", "17"} else row for row in NUMBERED))


ITEMS = {
    "en": ("(a) the state of the wells", "(b) the bridges", "and the roads of the area"),
    "fr": ("a) l’état des puits", "b) les ponts", "et les routes de la région"),
    "ru": ("а) состояние колодцев", "б) мосты", "состояние дорог в этом районе"),
    "ar": ("(أ) حالة الآبار", "(ب) الجسور", "وحالة الطرق في المنطقة"),
    "ar roman": ("’١‘ حالة الآبار", "’٢‘ الجسور", "وحالة الطرق في المنطقة"),
}


@pytest.mark.parametrize("language", ITEMS)
def test_rows_at_the_margin_before_items_in_sequence(language: str) -> None:
    first, second, row = ITEMS[language]
    base = "R" if language.startswith("ar") else "L"
    others = (first, f"{row};", f"{row};", f"{row};", f"{row};")
    assert marked(*others, row, second, base=base) == [row, second]
    assert not marked(*others, f"{row};", second, base=base)
    assert not marked(*others[1:], row, second, base=base)


def test_a_conjunction_before_an_item() -> None:
    rows = ("(a) the state of the wells,", *["the roads of the area,"] * 4, "and the bridges and")
    assert not marked(*rows, "(b) the boats")


def test_a_heading_that_fills_its_row() -> None:
    heading = "A. Safety of imported fertilizers and of the pesticides for farms"

    assert not marked(NUMBERED[4], heading, *NUMBERED[5:], "18. It met.", "19. It rose.", "It did.")


def test_the_rows_between_two_breaks_that_are_near() -> None:
    rows = [
        "The Committee took note of the report on the",
        "15. It adopted its agenda for the year",
        "which had been sent to all the members",
        "and was adopted by the Committee.",
        "request of the representatives of States",
        "and of the members of the Committee",
    ]

    assert marked(*rows) == rows[:5]


def test_rows_of_a_page_in_another_order() -> None:
    rows = [
        "The committee requested the secretariat to prepare a report on the development of",
        "several programmes, which the members of the committee had discussed in the spring",
        "with the representatives of the regions, and to send it to all the governments.",
        "the programmes of the regions had been extended to all of the other governments,",
        "which had requested them in their statements to the committee at the last session.",
    ]
    found = read_pdf(set_lines(rows))
    doubts = [doubt for doubt in found.doubts if doubt.code == "uncertain-row"]

    assert [
        found.text[doubt.span.start : doubt.span.end] for doubt in doubts if doubt.span
    ] == rows[2:4]
    assert "a sentence breaks off" in doubts[0].message


def mixed(*texts: str, table: int = 0) -> list[bool]:
    others = COLUMN | STYLE | {"table": table}
    rows = [SimpleNamespace(**others | {"text": text, "certain": True}) for text in texts]
    mark_parallel_columns(rows)  # type: ignore[arg-type]
    return [not row.certain for row in rows]


ACROSS = (
    "وأفاد أحد الخبراء بأن كتلة الجليد One expert reported that the mass",
    "انخفضت بنسبة ١٧ في المائة بين of ice in the upper basin had fallen",
)


@pytest.mark.parametrize(
    "rows",
    [
        ACROSS,
        (
            "Один эксперт сообщил, что One expert reported that",
            "масса льда уменьшилась на the mass of ice had",
        ),
        (
            "一位专家报告说，上游流域的冰量 One expert reported that",
            "减少了百分之十七，需要观测 the mass of ice had fallen",
        ),
    ],
)
def test_columns_in_two_scripts_that_were_read_across(rows: tuple[str, str]) -> None:
    assert mixed(*rows) == [True, True]


@pytest.mark.parametrize(
    "rows",
    [
        ("Mr. Zhang Wei 张伟", "Ms. Li Hua Min 李华敏"),
        (
            "联合国粮食及农业组织 Food and Agriculture Organization",
            "世界卫生组织 World Health Organization",
        ),
        (
            "منظمة الأغذية والزراعة للأمم المتحدة (Food and Agriculture Organization of the",
            "الاتحاد الدولي لجمعيات الصليب الأحمر (of the International Federation of the",
        ),
        (
            "International Council of Nurses Международный совет медицинских сестер",
            "World Union of Catholic Women Всемирный союз католических женщин",
        ),
        (
            "sustainable development goals цели устойчивого развития",
            "greenhouse gas emissions выбросы парниковых газов",
        ),
    ],
)
def test_lists_of_names_and_terms_in_two_scripts(rows: tuple[str, str]) -> None:
    assert mixed(*rows) == [False, False]


def test_words_in_another_script() -> None:
    assert mixed(ACROSS[0]) == [False]
    assert mixed(*ACROSS, table=1) == [False, False]
    assert mixed(
        "وأشار إلى وثيقة عنوانها Guidelines for the Safety of",
        "Imported Fertilizers and Pesticides وإلى الوثائق الأخرى",
    ) == [False, False]
    assert mixed("وشكر البنك World Bank على", "وشكر المنظمة World Health Organization على") == [
        False,
        False,
    ]


def test_a_raised_call_at_the_beginning_of_a_row_is_no_item() -> None:
    rows = [
        "واقترحوا الاكتفاء بعينة واحدة من كل دفعة لأن ذلك يثقل كاهل",
        "(١) المزارعين",
        "آليات التنسيق القائمة لديه لجمع المساهمات ذات الصلة في الوقت",
        "(٢) المناسب",
        "والأنشطة المواضيعية والجغرافية للجنة بناء السلام بطريقة مركزة",
        "ومستدامة",
    ]
    assert rows[0] in marked(*rows, base="R")
    assert marked(*rows, base="R", leading_call=3) == []
