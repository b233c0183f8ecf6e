"""Where a masthead ends: a sentence is text, whether a title was found above it or not."""

import datetime as dt

import pytest

from unreport import parse_text

CORNER = "A/90/PV.3\n\nDistr.: General\n3 May 2035\n\nOriginal: English"
NAMES = {
    "ar": ("الأمم المتحدة", "الجمعية العامة", "الجلسة العامة الثالثة"),
    "en": ("United Nations", "General Assembly", "3rd plenary meeting"),
    "es": ("Naciones Unidas", "Asamblea General", "3ª sesión plenaria"),
    "fr": ("Nations Unies", "Assemblée générale", "3e séance plénière"),
    "ru": ("Организация Объединенных Наций", "Генеральная Ассамблея", "3-е пленарное заседание"),
    "zh": ("联合国", "大会", "第3次全体会议"),
}
OPENINGS = {
    "ar": "افتتحت الجلسة الساعة 10:05.",
    "en": "The meeting was called to order at 10.05 a.m.",
    "es": "Se declara abierta la sesión a las 10.05 horas.",
    "fr": "La séance est ouverte à 10 h 5.",
    "ru": "Заседание открывается в 10 ч. 05 м.",
    "zh": "上午10时05分宣布开会。",
}
UNNAMED = {
    "ar": "حماية الطيور المهاجرة",
    "en": "Protection of migratory birds",
    "es": "Protección de las aves migratorias",
    "fr": "Protection des oiseaux migrateurs",
    "ru": "Охрана перелетных птиц",
    "zh": "保护候鸟",
}
LEADS = {
    "en": "At the 9th meeting of the Council, held on 3 May 2035, the President of the Council "
    "made the following statement on behalf of the Council:",
    "fr": "À la 9e séance du Conseil, tenue le 3 mai 2035, la Présidente du Conseil a fait, au nom "
    "de ce dernier, la déclaration suivante :",
    "zh": "在2035年5月3日举行的安全理事会第9次会议上，安全理事会主席代表安理会发表声明如下：",
}


def head(language: str) -> str:
    united, body, title = NAMES[language]
    return f"{united}\n\n{CORNER}\n\n{body}\n\n{title}\n\n"


@pytest.mark.parametrize("language", OPENINGS)
def test_a_sentence_below_the_names_is_text(language: str) -> None:
    report = parse_text(f"{head(language)}{OPENINGS[language]}\n\n1. …", language=language)

    assert report.paragraphs[0].text == OPENINGS[language]
    assert str(report.symbol) == "A/90/PV.3"


@pytest.mark.parametrize("language", OPENINGS)
def test_a_short_sentence_below_an_unnamed_title_without_a_symbol_is_text(language: str) -> None:
    _, body, _ = NAMES[language]
    text = f"{body}\n\n3 May 2035\n\n{UNNAMED[language]}\n\n{OPENINGS[language]}\n\n1. …"
    report = parse_text(text, language=language)

    assert report.paragraphs[0].text == OPENINGS[language]
    assert UNNAMED[language] in [line.text for line in report.masthead.lines]


INTRODUCTIONS = {
    "ar": "مقدمة",
    "en": "Introduction",
    "es": "Introducción",
    "fr": "Introduction",
    "ru": "Введение",
    "zh": "导言",
}
OVERVIEWS = {
    "ar": "لمحة عامة",
    "en": "Overview",
    "es": "Sinopsis",
    "fr": "Aperçu",
    "ru": "Обзор",
    "zh": "概述",
}
TITLES = {
    "ar": "تقرير اللجنة عن أعمالها",
    "en": "Report of the Committee on its work",
    "es": "Informe del Comité sobre su labor",
    "fr": "Rapport du Comité sur ses travaux",
    "ru": "Доклад Комитета о его работе",
    "zh": "委员会的工作报告",
}


@pytest.mark.parametrize("names", [INTRODUCTIONS, OVERVIEWS])
@pytest.mark.parametrize("language", INTRODUCTIONS)
def test_an_introduction_without_a_number_is_no_subtitle(
    language: str, names: dict[str, str]
) -> None:
    opening = f"{names[language]}\n\n1. {OPENINGS[language]}"
    report = parse_text(f"{head(language)}{TITLES[language]}\n\n{opening}", language=language)

    assert [section.title for section in report.sections] == [names[language]]


@pytest.mark.parametrize("language", LEADS)
def test_a_long_lead_below_the_names_is_text(language: str) -> None:
    report = parse_text(f"{head(language)}{LEADS[language]}\n\n“…”", language=language)

    assert report.paragraphs[0].text == LEADS[language]


def test_paragraphs_of_a_quotation_over_a_turn_of_the_page() -> None:
    rows = [
        "“The Council reaffirms its commitment to the peaceful settlement of disputes,",
        "and recalls all its earlier statements on the matter, those of 2031 and 2033.",
    ]
    text = "\n".join((*rows, "", *rows)) + "\f" + "\n".join((*rows, "", *rows))
    report = parse_text(text, language="en")

    assert [paragraph.text for paragraph in report.paragraphs] == [" ".join(rows)] * 4


@pytest.mark.parametrize("date", ["/4 February 2026", "4 February （2026"])
def test_a_date_with_a_sign_below_the_name_of_a_body(date: str) -> None:
    report = parse_text(f"United Nations\nGeneral Assembly\n{date}\nOriginal: English\n\n1. Text.")

    assert report.date == dt.date(2026, 2, 4)


def test_a_masthead_without_blank_lines_ends_at_the_first_of_them() -> None:
    text = (
        "United Nations\nA/INF/81/3\nDistr.: General\n20 October 2026\nOriginal: English\n"
        "General Assembly\nEighty-first session\nProcedural decisions\n\n"
        "Resources required\nAt its 15th plenary meeting, the Assembly decided as follows:\n"
        "[a] to meet in June;\n[b] to close in July.\n"
    )

    report = parse_text(text)

    assert report.title == "Procedural decisions"
    assert [section.title for section in report.sections] == ["Resources required"]


def test_the_name_of_an_agenda_item_is_no_title() -> None:
    text = (
        "United Nations\nA/INF/81/3\nDistr.: General\n20 October 2026\nOriginal: English\n"
        "General Assembly\nEighty-first session\nItem 5 of the agenda\nNorthern lakes\n\n"
        "Plan of the year\n\n1. The Assembly met in the spring.\n"
    )

    assert parse_text(text).title == "Plan of the year"


@pytest.mark.parametrize(
    ("language", "summary", "text"),
    [
        ("ar", "موجز تنفيذي", "وأفادت رئيسة الفريق بأن المنارات خضعت للفحص في عام ٢٠٢٢."),
        ("es", "Resumen ejecutivo", "La Presidencia informó de que se habían revisado los faros."),
        ("fr", "Résumé exécutif", "La Présidence a indiqué que les phares avaient été inspectés."),
        ("ru", "Краткое содержание", "Председатель сообщил, что маяки были осмотрены в 2022 году."),
        ("zh", "执行摘要", "主席报告说，2022年检查了所有的灯塔。"),
    ],
)
def test_a_summary_begins_the_text(language: str, summary: str, text: str) -> None:
    name, body, _ = NAMES[language]
    report = parse_text(
        f"{name}\n\n{CORNER}\n\n{body}\n\n{UNNAMED[language]}\n\n{summary}\n\n{text}"
    )
    assert summary not in [line.text for line in report.masthead.lines]
    assert [section.title for section in report.sections] == [summary]
