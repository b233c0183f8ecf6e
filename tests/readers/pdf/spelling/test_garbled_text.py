"""Which text layers are taken for text; the cases that are refused stand in `test_reader`."""

from __future__ import annotations

import pytest

from unreport.errors import GarbledText
from unreport.readers.pdf.spelling.garbled_text import check_text_layer

DONORS = "DUVALLE MATHIEU JEAN 27.083.460 20-27083460-5 09/10/2013 VIREMENT 10.000,00"
TARIFF = ("334010052 红豆 2.18", "310020059 白条猪肉 6.81", "302000001 粉条 10.12")
TRADITIONAL = ("334010052 紅豆 2.18", "310020059 鮮豬肉 6.81", "302000001 綠麵條 10.12")


def test_a_list_of_names_and_amounts_is_text() -> None:
    check_text_layer([DONORS] * 60)


@pytest.mark.parametrize("rows", [TARIFF, TRADITIONAL])
def test_a_list_of_goods_in_chinese_is_text(rows: tuple[str, ...]) -> None:
    check_text_layer(rows * 60)


def test_han_characters_that_no_character_set_has_together_are_no_text() -> None:
    shifted = ["".join(chr(ord(char) + 0x131) for char in "联合国大会第届会议决定关于儿童权利")]

    with pytest.raises(GarbledText, match="no language"):
        check_text_layer(shifted * 150)
