"""Session lines of six languages, in words and digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unreport.languages import LEXICONS
from unreport.languages.session_ordinals import session_number

LINES = [
    ("الدورة الرابعة والخمسون", 54),
    ("في دورتها الثامنة والسبعين", 78),
    ("Сессия 2025 года", None),
    ("57º período de sesiones", 57),
    ("第七十七届会议", 77),
    ("Thirty-second special session", 32),
    ("2023 session", None),
    ("2023年届会", None),
    ("Session de 2023", None),
    ("دورة عام 2023", None),
    ("Soixante et onzième session", 71),
    ("Septuagésimo séptimo período de sesiones", 77),
    ("Семьдесят седьмая сессия", 77),
    ("на своей семьдесят восьмой сессии", 78),
    ("13 er período de sesiones", 13),
    ("54.º período de sesiones", 54),
    ("14e session", 14),
    ("1re session", 1),
    ("1-я сессия", 1),
    ("64‑я сессия", 64),
    ("37-e сессия", 37),
    ("Fourteenth session", 14),
    ("14th session", 14),
    ("Second part of its thirteenth session", 13),
    ("الجزء الثاني من الدورة السابعة", 7),
    ("الاجتماع السابع", 7),
    ("الدورة الاستثنائية الثانية والثلاثون", 32),
    ("الدورة ٥٤", 54),
    ("Onzième session extraordinaire d'urgence", 11),
    ("第77届会议", 77),
    ("第 七 十 七 届 会 议", 77),
    ("Quatre-vingtième session", 80),
    ("Octogésimo período de sesiones", 80),
    ("19° período de sesiones", 19),
    ("Одиннадцатая чрезвычайная специальная сессия", 11),
    ("Cемьдесят седьмая сессия", 77),
    ("Geneva, 5-9 May 2003", None),
    ("Forty -fourth session", 44),
    ("الدورة الحادية والسبعون", 71),
    ("Décimo tercer período de sesiones", 13),
    ("23er período de sesiones", 23),
    ("Fifty-fourth session, Vienna, 3rd meeting", 54),
    ("第十三次会议", 13),
    ("Resumed second session", 2),
    ("Eighth meeting", 8),
    ("Vienna, 11-13 September 2019", None),
    ("", None),
    ("Draft report", None),
    ("مشروع التقرير", None),
]


@pytest.mark.parametrize(("line", "number"), LINES)
def test_session_lines(line: str, number: int | None) -> None:
    assert session_number(line) == number


FRAMES = [
    ("ar", "الدورة {}"),
    ("en", "{} session"),
    ("es", "{} período de sesiones"),
    ("fr", "{} session extraordinaire"),
    ("ru", "{} сессия"),
    ("zh", "第{}届会议"),
]


@given(st.sampled_from(FRAMES), st.integers(min_value=1, max_value=100), st.booleans())
def test_every_ordinal_in_its_frame(frame: tuple[str, str], number: int, capital: bool) -> None:  # noqa: FBT001
    language, line = frame
    word = LEXICONS[language].sessions.systems[0].numeral(number)

    assert session_number(line.format(word.capitalize() if capital else word)) == number


@given(st.text(max_size=300))
def test_any_line_has_a_number_or_none(line: str) -> None:
    number = session_number(line)

    assert number is None or 0 < number < 1000
