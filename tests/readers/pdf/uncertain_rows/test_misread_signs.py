"""Signs that a font gives for Arabic ligatures, within words and beside them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from unreport.readers.pdf.uncertain_rows.misread_signs.code_pages import mark_code_page_signs
from unreport.readers.pdf.uncertain_rows.misread_signs.combined_bytes import (
    has_combined_bytes,
    mark_combined_bytes,
)
from unreport.readers.pdf.uncertain_rows.misread_signs.detached_marks import mark_detached_marks
from unreport.readers.pdf.uncertain_rows.misread_signs.lost_neighbours import (
    mark_lost_neighbours,
)
from unreport.readers.pdf.uncertain_rows.misread_signs.signs_for_letters import (
    mark_garbled_words,
    mark_private_characters,
    mark_signs_within_han,
    mark_signs_within_latin,
    mark_signs_within_words,
)
from unreport.readers.pdf.uncertain_rows.misread_signs.unreadable_fonts import (
    mark_unreadable_fonts,
)


def certain(*rows: tuple[str, bool]) -> list[bool]:
    lines = [
        SimpleNamespace(text=text, base="L", certain=proved, reason="") for text, proved in rows
    ]
    mark_combined_bytes(lines)  # type: ignore[arg-type]
    mark_signs_within_words(lines)  # type: ignore[arg-type]
    return [line.certain for line in lines]


def test_a_letter_between_words_that_stands_within_words_elsewhere() -> None:
    assert certain(
        ("السجEت التجارية", False),
        ("ثEث مرات", False),
        ("فيما E تزال المكتبات تعتمد على البطاقات", True),
        ("وتستخدم المكتبات نظام MARC", True),
    ) == [False, False, False, True]


def test_a_letter_between_words_that_never_stands_within_one() -> None:
    assert certain(("بلغة R وغيرها", True), ("الوكا*ت التجارية", False)) == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "d9euros1.",
        "Il n9y a lieu à aucun effet",
        "L9art et la nuit",
        "it doesn9t matter",
        "Les Suvres d’art",
        "un montant de 3 500 ¬",
    ],
)
def test_characters_with_both_bytes_in_one(text: str) -> None:
    assert has_combined_bytes(text)
    assert certain((text, True)) == [False]


@pytest.mark.parametrize(
    "text",
    [
        "le 9 mai",
        "la résolution A/RES/9s",
        "Saint-Siège, Suisse et Soudan",
        "S9",
        "t9t.example",
        "L9",
        "The gene C9orf72 was found",
        "the ¬ sign denotes negation",
    ],
)
def test_digits_and_capitals_that_are_themselves(text: str) -> None:
    assert not has_combined_bytes(text)


def test_ideographs_with_both_bytes_in_one() -> None:
    rows = [
        "继续在Ā有资源范围内",
        "有效执行v作为",
        "支û，以便大会",
        "有ó虚会",
        "圣多美São Tomé和普林西比",
    ]
    assert certain(*((row, True) for row in rows)) == [False, False, False, False, True]
    assert certain(("有效执行v作为", True), ("第3条", True)) == [True, True]


def detached(*rows: tuple[str, float, float, float]) -> list[str]:
    lines = [
        SimpleNamespace(text=text, y=y, x0=x0, x1=x1, size=14.0, page=1, certain=True, reason="")
        for text, y, x0, x1 in rows
    ]
    mark_detached_marks(lines)  # type: ignore[arg-type]
    return [line.text for line in lines if not line.certain]


def test_marks_that_are_read_as_a_row_between_two() -> None:
    assert detached(
        ("V V V", 90.7, 332.4, 422.0),
        ("الجمعية العامة تؤكد مجددا", 94.2, 77.0, 518.8),
        ("الجوفية", 115.2, 489.8, 518.8),
    ) == ["V V V", "الجمعية العامة تؤكد مجددا"]


def test_letters_in_rows_of_their_own() -> None:
    assert not detached(
        ("A", 90.7, 332.4, 340.0),  # a heading, and the head of a column
        ("The Committee met", 110.2, 77.0, 518.8),
        ("B C", 110.2, 530.0, 540.0),
    )
    assert not detached(("1 2", 90.7, 332.4, 340.0), ("in the Committee", 94.2, 77.0, 518.8))


def for_numbers(*texts: str) -> list[str]:
    lines = [SimpleNamespace(text=text, base="R", certain=True, reason="") for text in texts]
    mark_combined_bytes(lines)  # type: ignore[arg-type]
    return [line.text for line in lines if not line.certain]


def test_letters_in_the_places_of_numbers() -> None:
    rows = ("g- أنشئ فريق عامل مفتوح العضوية", "g٫f ملايين شخص", "وعقدت دورته في جنيف من c إلى i")
    assert [*for_numbers(*rows)] == [*rows]
    assert for_numbers(rows[1]) == [rows[1]]


def test_a_variable_and_items() -> None:
    assert not for_numbers("حيث x عدد السكان", "إذا كان x أكبر")
    assert not for_numbers("تحسب القيمة x من البيانات", "تحسب القيمة y من البيانات")
    assert not for_numbers("الدراسة المعنونة Towards a New Order", "كتاب Notes on e في جنيف")
    assert not for_numbers(
        "(a) التقرير و(b) المرفق", "حيث x = y + 2", "البيانات المفتوحة open data"
    )


def garbled(*texts: str) -> list[str]:
    lines = [SimpleNamespace(text=text, certain=True, reason="") for text in texts]
    mark_garbled_words(lines)  # type: ignore[arg-type]
    return [line.text for line in lines if not line.certain]


def test_codes_of_another_encoding() -> None:
    row = "A9B5IB8<@O9 8?я BF>4F4 > CD98O8GM9@G EBEFBяA<R."
    assert garbled("84?PA9=L97B <ECB?P;B64A<я. ЭF< EJ9A4D<< B5OKAB")
    assert garbled(row, "The vote on A/80/L.2 was taken") == [row]
    assert garbled(*[row] * 4, "and one 86B<KAO word in the row of them")[-1].startswith("and one")


def test_signs_of_other_codes_within_latin_words() -> None:
    texts = [
        "women¶s rights",
        "a seminar on ªdroughtº",
        "1.ª sesión y 2º período",
        "§ 3, l’État",
        "3½ m",
    ]
    lines = [SimpleNamespace(text=text, certain=True, reason="") for text in texts]
    mark_signs_within_latin(lines)  # type: ignore[arg-type]
    assert [line.certain for line in lines] == [False, False, True, True, True]


def of_fonts(*rows: tuple[str, set[int]]) -> list[str]:
    lines = [SimpleNamespace(text=t, fonts=fonts, certain=True, reason="") for t, fonts in rows]
    mark_unreadable_fonts(lines)  # type: ignore[arg-type]
    return [line.text for line in lines if not line.certain]


CODES = [
    ("!\"#$%&'()* +,*-. !/0$1% 2$34", {1}),
    ("!.!( RSRT / U / TV", {1}),
    ("N?'G..f'N N/'7.Ff' 7F.GF'", {1, 2}),
    (":PG &9 $N> $6NA<", {1}),
    ("V*<W&7* X'Y% <*-?", {1}),
    ('!.)42+"&CN\'% 3g%6h )H$+B" J+K[ PC*', {1}),
]


def test_codes_of_a_subset_that_look_like_text() -> None:
    others = [("O", {1}), ("59 1428", {1}), ("ABC* صlw }?", {1})]
    right = [("Page 1 of 7", {2}), ("Note by the Secretariat", {1, 2}), ("A/80/L.2", {2})]
    codes = [text for text, _ in CODES]
    assert of_fonts(*CODES, *others, *right) == [*codes, *(text for text, _ in others)]


def test_a_font_of_few_rows_beside_an_unreadable_one() -> None:
    assert not of_fonts(("A? BCD@ $%&", {3}))
    assert of_fonts(*CODES, ("A? BCD@ $%&", {3}), ("<=", {3}))[-2:] == ["A? BCD@ $%&", "<="]


def test_symbols_and_formulas_are_no_codes() -> None:
    rows = ["(A/C.5/80/L.3/Add.1)", "x = (a+b)*c", "USG/ASG (D-2)", "$1,250.00", "HbA1c; CO2", "…"]
    assert not of_fonts(*((row, {1}) for row in rows * 2))
    assert not of_fonts(*CODES, *[("Report of the Committee", {1, 2})] * 8)


def test_digits_beside_letters_where_they_stand_for_letters() -> None:
    row = "Ра60чая группа п0 не3ак0нн0му вв03у мигрант0в"
    others = ("a) сети раннег0 предупреждения;", "управление 6ассейнами", "в 2019 году?")
    assert garbled(*[row] * 4, *others) == [*[row] * 4, *others[:2]]
    assert not garbled(*others)


@pytest.mark.parametrize(
    "text",
    [
        "The 5th session was held on the 21st of May in the 1970s, in an area of 40 km2.",
        "la 3ème session et la 1er partie, article 12bis",
        "2й съезд 90х годов и 15 км2",
        "24h, 25kg, 5,000 m2 and HbA1c",
    ],
)
def test_ordinals_and_quantities_where_digits_stand_for_letters(text: str) -> None:
    codes = "The codes b2c5d k3m4 h7j8k9 f4g5h and t6v7w"
    assert garbled(*[codes] * 4, text) == [codes] * 4


def test_symbols_addresses_and_code() -> None:
    assert not garbled(
        "A/C.2/80/L.45, CO2 and B2B and 2025/26 and H1N1 of the report of it",
        "Contact: info@unep.org; press@who.int",
        "Emissions of N2O, CO2eq and H2O",
        "Room K1A, offices B2B and P2P of the committee.",
        "https://site.org/a?b=c&d=e https://site.org/a?b=c",
        "ask@site.org; key=value and the rest of the row that explains it",
    )


def among_han(*texts: str) -> list[str]:
    lines = [SimpleNamespace(text=text, base="L", certain=True, reason="") for text in texts]
    mark_combined_bytes(lines)  # type: ignore[arg-type]
    return [line.text for line in lines if not line.certain]


def test_letters_among_han_characters() -> None:
    right = ("决议草案A/C.2/80/L.4", "第N个国家和B型", "由José提出")
    assert among_han("测试版应没有实际的问题ÿ软件包", *right) == ["测试版应没有实际的问题ÿ软件包"]
    assert among_han(*["实际的问题ÿ软件包"] * 4, "事实N很难")[-1] == "事实N很难"
    assert len(among_han(*["实际的问题ÿ软件包"] * 2, "事实N很难")) == 2
    assert not among_han(*right, "Café 中文")


@pytest.mark.parametrize("text", ["努力执行本ô°第1段所述措施", "重申建¿和平", "有关À章节"])
def test_latin_code_page_for_chinese_characters(text: str) -> None:
    row = SimpleNamespace(text=text, certain=True, reason="")
    mark_signs_within_han([row])  # type: ignore[list-item]
    assert not row.certain


@pytest.mark.parametrize(
    "text",
    [
        "气温35℃、北纬30°",
        "由Núñez先生、José提出",
        "面积5×7米·2±1",
        "«公约»",
        "费用为¥5 000元、£300，甲÷乙",
        "在Łódź举行",
    ],
)
def test_signs_that_chinese_texts_have(text: str) -> None:
    row = SimpleNamespace(text=text, certain=True, reason="")
    mark_signs_within_han([row])  # type: ignore[list-item]
    assert row.certain


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("(مشروع) قائمة () بالبنود", False),
        ("the list ( ) of the items", False),
        ("meets in [ ] from [ ] to [ ] October 2024", True),
        ("[ ] Yes   [ ] No", True),
        ("( ) Agree", True),
        ("( ) Agree   ( ) Disagree", True),
        ("（ ）是（ ）否", True),
        ("占比％", True),
        ("2022年 增长率% 2023年", True),
        ("根据国发〔〕号文件", False),
        ("根据第号决议", False),
        ("约占％的办事处", False),
        ("call main() and link[]() first", True),
        ("(a) the list (see annex)", True),
        ("根据第12号决议，约占45%", True),
        ("第一届会议，百分之五", True),
    ],
)
def test_signs_beside_which_something_is_lost(text: str, certain: bool) -> None:  # noqa: FBT001
    row = SimpleNamespace(text=text, certain=True, reason="")
    mark_lost_neighbours([row])  # type: ignore[list-item]
    assert row.certain is certain


def test_characters_for_private_use() -> None:
    def certain(*texts: str) -> list[bool]:
        rows = [SimpleNamespace(text=text, certain=True, reason="") for text in texts]
        mark_private_characters(rows)  # type: ignore[arg-type]
        return [row.certain for row in rows]

    bar_code, bullet, single = (
        "\uf02a\uf031\uf039\uf02a\uf020",
        "\uf0b7 the items",
        "البند \uf035 من",
    )
    assert certain("TD/B/\uf034\uf038/L.1", bar_code, bullet, single) == [False, True, True, True]
    assert certain("\uf0b7The items", "\uf001nal", "the \uf0b7items") == [True, False, False]
    assert certain(*["TD/B/\uf034\uf038/L.1"] * 4, bar_code, single) == [*[False] * 4, True, False]


def of_code_page(*rows: str) -> list[str]:
    lines = [SimpleNamespace(text=text, base="R", certain=True, reason="") for text in rows]
    mark_code_page_signs(lines)  # type: ignore[arg-type]
    return [line.text for line in lines if not line.certain]


@pytest.mark.parametrize(
    "text",
    [
        "في مجال أعلاف الإبل¡ منها ما يلي",
        "(أ) أمان لعب الأطفالº",
        "في عام ٢٠٢٠¡ وعقدت",
        "الفقرة ٣ (أ)¡ من البروتوكول",
        "أن تõعقد الدورة",
        "خلافاð للفقرة",
    ],
)
def test_windows_1252_for_windows_1256(text: str) -> None:
    assert of_code_page(text) == [text]


def test_latin_words_and_units_in_arabic_rows() -> None:
    assert not of_code_page(
        "ترد في تقرير José والسيدة ¿Qué?",
        "مساحتها ٥ كم² عند ٢٠°",
        "قال «نعم» (Études)",
        "في 3º منها",
    )


def test_a_tanwin_that_is_read_as_lam_alef() -> None:
    rows = ("تشغيلها فورا.لاً", "حراسة الغابات ليلالاً", "وأن يرفق بكل منها")
    assert of_code_page(*rows) == [*rows[:2]]
    assert of_code_page("علما لاًبتسجيل ٨٤٠ أغنية", "ثلاثة")[0].startswith("علما")
    assert not of_code_page("أولاً في مجالاً واسع وإجمالاً", "احتمالًا")
