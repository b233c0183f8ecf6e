"""No title begins with the sign that separates it from its number."""

import pytest

from unreport import parse_text

BODY = "\n\n12. The Committee met in the spring.\n"
NUMBERS = {
    "ar": ("أولا", "ألف", "المرفق الأول", "الفصل الثاني"),
    "en": ("I", "A.", "Annex I", "Chapter Two"),
    "es": ("I.", "A.", "Anexo I", "Capítulo segundo"),
    "fr": ("I.", "A.", "Annexe I", "Chapitre premier"),
    "ru": ("I.", "A.", "Приложение I", "Глава первая"),
    "zh": ("一、", "A.", "附件一", "第一章"),
}
TITLES = {"ar": "المقدمة", "ru": "Введение", "zh": "导言"}
TEXTS = {
    "ar": "12 - عقدت اللجنة دورتها في الربيع، وكان معروضا عليها تقرير من الأمين العام.",
    "en": "12. The Committee met in the spring and had before it a report of the Secretariat.",
    "es": "12. La Comisión se reunió en la primavera y tuvo ante sí un informe de la Secretaría.",
    "fr": "12. La Commission s’est réunie au printemps et a examiné un rapport du Secrétariat.",
    "ru": "12. Комиссия провела свою сессию весной, и на ее рассмотрении находился доклад.",
    "zh": "12. 委员会在春季举行了会议，委员会在会议上审议了秘书处的报告。",
}


@pytest.mark.parametrize("separator", [" – ", "– ", " — ", " ― ", " - ", " ـ ", " ــ ", ": "])
@pytest.mark.parametrize(
    ("language", "number"),
    [(language, number) for language, numbers in NUMBERS.items() for number in numbers],
)
def test_no_title_begins_with_a_separator(language: str, number: str, separator: str) -> None:
    title = TITLES.get(language, "Introduction")
    heading = f"{number}{separator}{title}"
    report = parse_text(f"{heading}\n\n{TEXTS[language]}\n")

    assert [section.title for section in report.sections] == [title]
    assert report.sections[0].marker == heading.removesuffix(title).strip()
