"""Texts without one of the commonest letters of their language."""

from __future__ import annotations

import pytest
from pdf_files import unicode_page

from unreport.document import Document
from unreport.readers.pdf.reader import read_pdf

TEXTS = {
    "en": (
        "The delegates considered the draft decision and added a paragraph on funding.",
        "The Secretariat provided advice on the management of water in rural regions.",
        "Some members expressed reservations and asked for further consultations.",
        "The representative of the host country welcomed the progress on reporting.",
        "Participants stressed the importance of training for teachers and nurses.",
        "The budget was divided among the regional offices, as planned last year.",
        "It also took note of the statistics submitted by several governments.",
        "Experts examined the causes of migration and its effects on agriculture.",
    ),
    "es": (
        "La delegación pidió que se añadiera un párrafo sobre la seguridad vial.",
        "El documento fue aprobado por unanimidad en la última sesión plenaria.",
        "Los representantes expusieron las dificultades del comercio regional.",
        "La entidad recibió donaciones para la construcción de escuelas rurales.",
        "Varios países destacaron la importancia de la cooperación científica.",
        "El presupuesto bienal incluye recursos para la lucha contra el hambre.",
        "Se examinaron los informes de los órganos encargados de supervisión.",
        "Los participantes agradecieron al gobierno anfitrión su hospitalidad.",
    ),
    "fr": (
        "La délégation a demandé un délai pour étudier les données statistiques.",
        "Le Président a rappelé que les travaux avaient commencé au printemps.",
        "Plusieurs orateurs ont souligné la nécessité de protéger les océans.",
        "Le budget prévoit des ressources pour la formation des enseignants.",
        "Les participants ont remercié le pays hôte de son accueil chaleureux.",
        "Il faut renforcer la coopération entre les institutions régionales.",
        "Des mesures concrètes devraient garantir les droits des personnes âgées.",
        "La commission examinera la question à sa prochaine session ordinaire.",
    ),
    "ru": (
        "Государства выразили поддержку программе развития сельских районов.",
        "Участники обсудили вопросы восстановления систем водоснабжения.",
        "Комитет подчеркнул необходимость соблюдения прав человека.",
        "Доклад Генерального секретаря содержит подробные рекомендации.",
        "Несколько делегаций предложили создать рабочую группу экспертов.",
        "Бюджет предусматривает ресурсы для обучения молодых специалистов.",
        "Совет принял решение продолжить рассмотрение этого пункта.",
        "Правительство представило информацию о положении беженцев.",
    ),
    "ar": (
        "يتضمن التقرير معلومات عن المشاريع الجديدة التي ينفذها الفريق",
        "وأعربت الوفود عن تقديرها للجهود التي بذلتها الأمانة العامة",
        "ورحب المجلس باعتماد القرار المتعلق بحماية البيئة البحرية",
        "وناقشت اللجنة مسألة تعزيز التعاون بين الدول الأعضاء",
        "ودعا المشاركون إلى تقديم المساعدة للمناطق المتضررة",
        "وأكد ممثل البلد المضيف أهمية التعليم والتدريب",
        "وأحاطت الجمعية علما بتوصيات فريق الخبراء الحكوميين",
        "وشددت على ضرورة احترام حقوق الإنسان في جميع الظروف",
        "واستعرض المقرر حالة تنفيذ برنامج العمل للعقد القادم",
    ),
}
TIMES = 2


def document(lines: tuple[str, ...], letter: str = "") -> Document:
    rows = [
        (72.0, 750.0 - 14 * at, line if line < "\u0600" else line[::-1])
        for at, line in enumerate([line.replace(letter, "") for line in lines] * TIMES)
    ]
    return read_pdf(unicode_page(*rows))


def lacking(found: Document) -> list[str]:
    return [doubt.message for doubt in found.doubts if "lacks letters" in doubt.message]


@pytest.mark.parametrize(
    ("language", "letter"), [("en", "d"), ("es", "d"), ("fr", "d"), ("ru", "в"), ("ar", "ي")]
)
def test_a_letter_that_was_dropped(language: str, letter: str) -> None:
    found = document(TEXTS[language], letter)

    (message,) = lacking(found)
    assert letter in message
    rows = [line for line in TEXTS[language] * TIMES if letter in line]
    assert sum(doubt.code == "uncertain-row" for doubt in found.doubts) >= 0.9 * len(rows)


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_with_all_letters(language: str) -> None:
    found = document(TEXTS[language])

    assert not lacking(found)
    assert not [doubt for doubt in found.doubts if doubt.code == "uncertain-row"]


def test_a_rare_letter_and_a_short_text() -> None:
    assert not lacking(document(TEXTS["en"], "k"))
    assert not lacking(document(TEXTS["en"][:1], "d"))


def test_another_language() -> None:
    lines = (
        "A Comissão não aprovou uma proposta para o programa do ano que vem e pelo grupo",
        "São muitas as tarefas que estão em curso e não há uma previsão para o seu fim",
    )
    assert not lacking(document(lines, "d"))
