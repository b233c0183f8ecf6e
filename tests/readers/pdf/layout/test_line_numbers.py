"""Line numbers in the margin; raised numbers before Arabic lines are marks of notes."""

from __future__ import annotations

import pytest
from pdf_files import unicode_page

from unreport import read

ROWS = [
    "يطلب إلى الأمين العام أن يقدم تقريرا عن تنفيذ هذا القرار في الدورة",
    "القادمة وأن يدرج في ذلك التقرير ما تقدمه الحكومات من معلومات عن",
    "التدابير المتخذة لحماية البحيرات والأنهار من التلوث وكذلك ما ينشر",
    "منها في السجلات الوطنية التي تعدها الهيئات المختصة في كل دولة من",
]
COUNT, LEFT, RIGHT, SIZE = 16, 60, 520, 9


def page_with_numbers(rise: int) -> bytes:
    texts = [ROWS[at % len(ROWS)] for at in range(COUNT)]
    rows = [
        (RIGHT - 20 - SIZE / 2 * len(text), 700 - 14 * at, text[::-1])
        for at, text in enumerate(texts)
    ]
    numbers = [
        (RIGHT - 3 * len(str(at + 1)), 700 - 14 * at + rise, str(at + 1)) for at in range(COUNT)
    ]
    return unicode_page(*rows, size=SIZE, over=tuple(numbers), over_size=6)


@pytest.mark.parametrize(("rise", "roles"), [(0, {"head", "body"}), (3, {"body"})])
def test_raised_numbers_are_marks_of_notes(rise: int, roles: set[str]) -> None:
    document = read(page_with_numbers(rise))

    assert {line.role for line in document.lines} == roles


def test_lines_are_counted_over_the_space_between_paragraphs() -> None:
    text = [
        "the Committee considered the report on the rivers of",
        "the northern lakes and asked the Secretariat to send",
        "it the charts that had been made in the last decade.",
    ]
    rows = [(90.0, 700.0 - 13 * at - 9 * (at // 3), text[at % 3]) for at in range(18)]
    numbers = [(60.0, y, str(at + 1)) for at, (_, y, _) in enumerate(rows)]

    document = read(unicode_page(*rows, *numbers, size=SIZE))

    body = [line.text for line in document.lines if line.role == "body"]
    assert body == text * 6
