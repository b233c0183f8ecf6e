"""Persian characters that stand for Arabic ones, detached letters, and what stays as it is."""

from __future__ import annotations

import pytest

from unreport.text.characters import normalise


def test_persian_characters_of_an_arabic_line() -> None:
    assert normalise("فی الدورة ۶۳، الاستنتاجات کما وردت") == "في الدورة ٦٣، الاستنتاجات كما وردت"


@pytest.mark.parametrize(
    "line",
    [
        "اور اس کی نشر و اشاعت میں حصہ لیں، کیا جائے",  # Urdu
        "اڑتالیس کو انسانی حقوق کا عالمی منشور",
        "گزارش کمیته در مورد این موضوع",  # Persian
    ],
)
def test_a_line_in_another_language_keeps_its_characters(line: str) -> None:
    assert normalise(line) == line


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("التقارير المقدم ة في وثيقة واحدة", "التقارير المقدمة في وثيقة واحدة"),
        ("المعقود ة، ثم حيا ة.", "المعقودة، ثم حياة."),
        ("الدولي ـ ة للقضاء", "الدولية للقضاء"),  # with the kashida before it
        ("زياد ةً كبيرة", "زيادةً كبيرة"),
    ],
)
def test_a_detached_teh_marbuta_joins_the_word_before(line: str, expected: str) -> None:
    assert normalise(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "حرف ة في آخر الكلمة",  # the letter itself
        "التاء المربوطة ة",
        "ا ب ة ت",
        "لجنة (ة) والدولي\tة",
        "السلع ـ ةالخدمات",  # begins a word that is misread
        "باء ـ الجوانب الإيجابية",  # a tatweel for a dash
        "المقدم\nة",
    ],
)
def test_a_teh_marbuta_that_stays(line: str) -> None:
    assert normalise(line) == line
