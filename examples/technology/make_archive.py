"""Make the archive of the study: composed draft reports of a body that does not exist.

    python make_archive.py reports.zip

Six years, six languages, a base document and two addenda a year; one addendum is missing, one
file is not a document.  A recommendation that names technology does so in both of its paragraphs.
The sentences are made from lists; no such meeting took place.
"""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

YEARS = range(2014, 2020)
NAMING = {2014: 1, 2015: 1, 2016: 2, 2017: 3, 2018: 3, 2019: 5}  # recommendations on technology
EACH = 6  # recommendations in a document
MISSING = ("fr", 2017, 2)


@dataclass(frozen=True)
class Words:
    """What the reports of one language are made of."""

    masthead: str
    recommendations: str
    recommendation: str
    digits: str
    plain: tuple[str, ...]
    technology: tuple[str, ...]
    follow_up: str  # a second paragraph, of recommendations that name technology


WORDS = {
    "en": Words(
        masthead="""\
TRIAL/COP/WG.1/{year}/L.1{add}
Distr.: Limited
{day} March {year}
Original: English

Working Group on Trials
Vienna, 11-13 March {year}

Draft report
{addendum}
""",
        recommendations="II. Recommendations{continued}",
        recommendation="Recommendation {n}",
        digits="0123456789",
        plain=(
            "States should train their officers and keep a record of the training.",
            "States should name an office that answers requests within thirty days.",
            "The Secretariat should collect the laws in force and publish them each year.",
        ),
        technology=(
            "States should make use of new technologies when they exchange evidence.",
            "The Secretariat should advise on the technology that remote hearings need.",
        ),
        follow_up="It should report on the use of these technologies within a year.",
    ),
    "fr": Words(
        masthead="""\
TRIAL/COP/WG.1/{year}/L.1{add}
Distr. limitée
{day} mars {year}
Français
Original : anglais

Groupe de travail sur les essais
Vienne, 11-13 mars {year}

Projet de rapport
{addendum}
""",
        recommendations="II. Recommandations{continued}",
        recommendation="Recommandation {n}",
        digits="0123456789",
        plain=(
            "Les États devraient former leurs agents et tenir un registre des formations.",
            "Les États devraient désigner un bureau qui réponde aux demandes dans le mois.",
            "Le Secrétariat devrait réunir les lois en vigueur et les publier chaque année.",
        ),
        technology=(
            "Les États devraient se servir de technologies nouvelles pour échanger des preuves.",
            "Le Secrétariat devrait donner des avis sur la technologie des audiences à distance.",
        ),
        follow_up="L'emploi de ces technologies devrait faire l'objet d'un rapport dans l'année.",
    ),
    "ar": Words(
        masthead="""\
TRIAL/COP/WG.1/{year}/L.1{add}
Distr.: Limited
{day} March {year}
Arabic
Original: English

الفريق العامل المعني بالتجارب
فيينا، ١١-١٣ آذار/مارس {year}

مشروع التقرير
{addendum}
""",
        recommendations="ثانياً- التوصيات{continued}",
        recommendation="التوصية {n}",
        digits="٠١٢٣٤٥٦٧٨٩",
        plain=(
            "ينبغي للدول أن تدرب موظفيها وأن تحتفظ بسجل للتدريب.",
            "ينبغي للدول أن تسمي مكتباً يرد على الطلبات في غضون ثلاثين يوماً.",
            "ينبغي للأمانة أن تجمع القوانين النافذة وأن تنشرها كل سنة.",
        ),
        technology=(
            "ينبغي للدول أن تستخدم التكنولوجيا الجديدة عند تبادل الأدلة.",
            "ينبغي للأمانة أن تقدم المشورة بشأن التكنولوجيا اللازمة لجلسات الاستماع عن بعد.",
        ),
        follow_up="وينبغي تقديم تقرير عن استخدام هذه التكنولوجيا في غضون سنة.",
    ),
    "es": Words(
        masthead="""\
TRIAL/COP/WG.1/{year}/L.1{add}
Distr. limitada
{day} de marzo de {year}
Español
Original: inglés

Grupo de Trabajo sobre los Ensayos
Viena, 11 a 13 de marzo de {year}

Proyecto de informe
{addendum}
""",
        recommendations="II. Recomendaciones{continued}",
        recommendation="Recomendación {n}",
        digits="0123456789",
        plain=(
            "Los Estados deberían capacitar a sus agentes y llevar un registro de la capacitación.",
            "Los Estados deberían designar una oficina que conteste en un plazo de treinta días.",
            "La Secretaría debería reunir las leyes vigentes y publicarlas cada año.",
        ),
        technology=(
            "Los Estados deberían utilizar nuevas tecnologías para intercambiar pruebas.",
            "La Secretaría debería asesorar sobre la tecnología de las audiencias a distancia.",
        ),
        follow_up="Debería informarse sobre el uso de estas tecnologías en el plazo de un año.",
    ),
    "ru": Words(
        masthead="""\
TRIAL/COP/WG.1/{year}/L.1{add}
Distr.: Limited
{day} March {year}
Russian
Original: English

Рабочая группа по испытаниям
Вена, 11–13 марта {year} года

Проект доклада
{addendum}
""",
        recommendations="II. Рекомендации{continued}",
        recommendation="Рекомендация {n}",
        digits="0123456789",
        plain=(
            "Государствам следует обучать своих сотрудников и вести учет такого обучения.",
            "Государствам следует назначить орган, отвечающий на запросы в течение месяца.",
            "Секретариату следует собирать действующие законы и ежегодно их публиковать.",
        ),
        technology=(
            "Государствам следует использовать новые технологии при обмене доказательствами.",
            "Секретариату следует консультировать по технологиям дистанционных слушаний.",
        ),
        follow_up="О применении этих технологий следует сообщить в течение года.",
    ),
    "zh": Words(
        masthead="""\
TRIAL/COP/WG.1/{year}/L.1{add}
Distr.: Limited
{day} March {year}
Chinese
Original: English

试验工作组
{year}年3月11日至13日，维也纳

报告草稿
{addendum}
""",
        recommendations="二. 建议{continued}",
        recommendation="建议{n}",
        digits="0123456789",
        plain=(
            "各国应当培训本国官员并保存培训记录。",
            "各国应当指定一个在三十天内答复请求的部门。",
            "秘书处应当收集现行法律并每年予以公布。",
        ),
        technology=(
            "各国在交换证据时应当利用新技术。",
            "秘书处应当就远程听讯所需的技术提供咨询意见。",
        ),
        follow_up="应当在一年内报告这些技术的使用情况。",
    ),
}
ADDENDUM = {
    "en": "Addendum",
    "fr": "Additif",
    "ar": "إضافة",
    "es": "Adición",
    "ru": "Добавление",
    "zh": "增编",
}
CONTINUED = {
    "en": " (continued)",
    "fr": " (suite)",
    "ar": " (تابع)",
    "es": " (continuación)",
    "ru": " (продолжение)",
    "zh": "（续）",
}


def report(language: str, year: int, part: int) -> str:
    """The text of the base document (part 0) or of an addendum."""
    words = WORDS[language]
    numbers = str.maketrans("0123456789", words.digits)
    head = words.masthead.format(
        year=year,
        day=10 + part,
        add=f"/Add.{part}" if part else "",
        addendum=ADDENDUM[language] if part else "",
    )
    continued = CONTINUED[language] if part else ""
    lines = [head, words.recommendations.format(continued=continued), ""]
    naming, plain = cycle(words.technology), cycle(words.plain)
    for turn in range(EACH):
        n = part * EACH + turn + 1
        lines.append(words.recommendation.format(n=str(n).translate(numbers)))
        if turn < naming_in(year, part):
            lines += ["", next(naming), "", words.follow_up, ""]
        else:
            lines += ["", next(plain), ""]
    return "\n".join(lines)


def naming_in(year: int, part: int) -> int:
    """How many recommendations of a document name technology."""
    return NAMING[year] if part == 1 else 0


def files() -> Iterator[tuple[str, str]]:
    """Names and texts of the archive."""
    for language in WORDS:
        for year in YEARS:
            for part in range(3):
                if (language, year, part) != MISSING:
                    yield f"{year}/{language}/L.1-{part}.txt", report(language, year, part)
    yield "2019/en/minutes.png", "\x89PNG\r\n\x1a\n\0\0\0\0"


def main(path: Path) -> None:
    """Write the archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files():
            archive.writestr(name, text.encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
