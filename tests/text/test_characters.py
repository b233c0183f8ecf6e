"""Persian characters that stand for Arabic ones, and those of other languages, which stay."""

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
