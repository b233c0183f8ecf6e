"""Logical order from visual order: known cases, and the proof itself."""

from __future__ import annotations

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from unreport.readers.pdf.bidi.arabic_evidence import (
    direction_score,
    ligature_order,
    reversed_clusters,
)
from unreport.readers.pdf.bidi.letters import MIRRORED, bidi_class_of, glyph_letters
from unreport.readers.pdf.bidi.logical_order import (
    Context,
    Reading,
    Token,
    reversed_reading,
    token_of,
    words_right_to_left,
)
from unreport.readers.pdf.bidi.order.order_proof import logical_reading


def restored_row(
    visual: str, base: str = "R", before: str = "", after: str = "", opened: str = ""
) -> tuple[str, bool]:
    """The text of a row whose brackets are stored as logical characters."""
    tokens = [Token(char, bidi_class_of(char)) for char in visual]

    def chars_of(reading: Reading) -> list[str]:
        return [tokens[i].char for i in reading.order]

    reading = logical_reading(tokens, base, Context(before, after, opened), chars_of)
    return "".join(chars_of(reading)), reading.proved


def test_a_no_break_space_at_the_beginning_of_a_row() -> None:
    text = "\N{NO-BREAK SPACE}A/78/151، الحاشية ١٧."
    assert restored_row(str(get_display(text, base_dir="R"))) == (text, True)


# the bidirectional algorithm makes the visual order, so that the cases are readable
CASES = [
    "الجمعية العامة",
    "في الفترة ١١-١٣ أيلول/سبتمبر ٢٠١٩",
    "(الفقرات ٧-١٨) من التقرير",
    "بنسبة ١٥,٥ في المائة",
    "الوثيقة A/69/17 وA/CN.9/WG.II/WP.176.",
    "الوثيقة (A/CN.9/799 (Add.1)) المؤرخة",
    "القرار 75/1 المؤرخ 21 أيلول/سبتمبر 2020",
    "الفقرات 7-18 من القرار 2499 (2019)، المقدم",
    "(A/69/17) (A/CN.9/799)",
    "كوفيد-19 وآثارها (70 في المائة منهم)",
    "المؤرخ 16 حزيران/يونيه 2020 (S/2020/545)، المقدم",
    "انظر www.un.org/ar/ga للاطلاع",
    "(د-٢١) و(د-١٥)",
    "١- في إطار البند ٤ (ب)",
    "حرارة قدرها −7.5°C ليلا و 31°C نهارا",
    "عند الإحداثيات 33°30′N و 36°18′E.",
    "14° 20′ شمالا و 17° 05′ غربا",
]


@pytest.mark.parametrize("text", CASES)
def test_rows_of_arabic_with_numbers_and_symbols(text: str) -> None:
    visual = str(get_display(text, base_dir="R"))

    assert restored_row(visual) == (text, True)


def test_a_symbol_with_a_section_that_a_row_end_divides() -> None:
    above, below = "الضحلة (انظر A/75/6 (Sect.", "29)/Add.9/Rev.1 و A/64/5) للاطلاع"

    visual = str(get_display(f"{above} A", base_dir="R"))
    assert restored_row(visual.replace(" A", "", 1), after="L") == (above, True)
    visual = f"{'للاطلاع'[::-1]} )A/64/5 و 29)/Add.9/Rev.1"
    assert restored_row(visual, before="L", opened="((") == (below, True)


def test_coordinates_at_the_start_of_a_page_that_continue_a_row_of_arabic() -> None:
    text = "33°30′N و 36°18′E."
    visual = str(get_display("ا" + text, base_dir="R"))[:-1]

    assert restored_row(visual) == (text, True)


def test_a_number_range_after_arabic_and_alone() -> None:
    assert restored_row("18-7 تارقفلا") == ("الفقرات 7-18", True)
    assert restored_row("18-7", before="R")[0] == "7-18"


@pytest.mark.parametrize(
    "text",
    [
        "اللائحة (EU) No 1219/2012 والمعيار",
        "اللائحة (EC) No 45/2001",
        "اللائحة (EU) No ٢٠١٢/١٢١٩",
        "برنامج Microsoft Word (MS) الجديد",
    ],
)
def test_the_treaty_of_an_act_of_the_union_stands_before_its_number(text: str) -> None:
    assert restored_row(str(get_display(text, base_dir="R"))) == (text, True)


def test_a_document_symbol_broken_at_a_line_break() -> None:
    assert restored_row("A/( ةقيثولا", after="L") == ("الوثيقة (A/", True)


@pytest.mark.parametrize(
    ("visual", "text"),
    [
        ("United Nations, رظنا", "انظر United Nations,"),
        ("the law”, رظنا", "انظر the law”,"),
        ("A/70/643، يف", "في A/70/643،"),
        ("See Smith, case No. 25/2015, para. رظنا", "انظر See Smith, case No. 25/2015, para."),
        ("vol. 38, No. 7 رظنا", "انظر vol. 38, No. 7"),
        ("https:// عقوملا", "الموقع https://"),
    ],
)
def test_the_last_neutrals_of_a_run_that_the_next_row_continues(visual: str, text: str) -> None:
    assert restored_row(visual, before="R", after="L") == (text, True)


def test_a_relation_sign_beside_a_line_break() -> None:
    assert restored_row("E = شاعملا", before="R", after="L") == ("المعاش E =", True)
    assert restored_row("ةرافص < 0.05", before="L") == ("< 0.05 صفارة", True)


def test_a_number_of_several_groups_after_its_name_in_the_row_above() -> None:
    assert restored_row("نمب 978-92-1-942597-8", before="L") == ("978-92-1-942597-8 بمن", True)
    text, _ = restored_row("نأ 30)/Add.9/Rev.1", before="L", after="R", opened="((")
    assert text == "30)/Add.9/Rev.1 أن"


def test_a_range_of_times() -> None:
    assert restored_row("18:00-9:30 نمو") == ("ومن 9:30-18:00", True)


def test_the_part_of_a_standard_whose_name_ends_the_row_above() -> None:
    assert restored_row(".76-1", before="L") == ("76-1.", True)


def test_a_bracket_that_the_row_above_opens() -> None:
    assert restored_row("رثكأ D.C., 2011)", before="L", opened="(") == ("D.C., 2011) أكثر", True)
    assert restored_row("ةلاح نع )1", before="L", opened="(") == ("1) عن حالة", True)


@pytest.mark.parametrize(
    "text",
    [
        "مسافة 72 km من",
        "بسرعة (60 km/h) في",
        "تركيز 5 mg/l في",
        "حرارة 4.5 °C في",
        "الموقع 67° 42′ N في",
        "الكتاب ISBN 978-92-1-895991-6 في",
        "المجلة ISSN 8692-6628 في",
        "مبلغ 50 310 USD في",
        "التوصية OIML R 76-1 في",
        "الطائرة Boeing 737-800 (C++)؛ على",
        "عن A/69/6 (Sect. 19) أو A/62/6 (Sect. 8) في",
        "و(A/69/6 (Sect. 31)/Corr.2) (A/75/L.31/Rev.2) في",
    ],
)
def test_readings_that_look_alike_are_told_apart_by_what_is_written(text: str) -> None:
    assert restored_row(str(get_display(text, base_dir="R"))) == (text, True)


@pytest.mark.parametrize("text", ["(±1.69) منذ عام 2011", "26,1% في السنة", "±3 درجات في"])
@pytest.mark.parametrize("above", ["", "في المائة "])
def test_signs_beside_the_first_number_of_a_row(text: str, above: str) -> None:
    visual = str(get_display(above + text, base_dir="R"))  # each row by itself, or the paragraph
    row = visual.removesuffix(str(get_display(above, base_dir="R")))
    assert restored_row(row, before="R") == (text, True)


def test_a_row_displayed_without_pairs_of_brackets() -> None:
    visual = "قفرملا ،)A/54/6 (Sect. 18( ماع يف"

    assert restored_row(visual.translate(str.maketrans("()", ")("))) == (
        "في عام (A/54/6 (Sect. 18)، المرفق".translate(str.maketrans("()", ")(")),
        True,
    ) or restored_row(visual) == ("في عام (A/54/6 (Sect. 18)، المرفق", True)


def test_extended_digits_are_ordered_as_arabic_indic_ones() -> None:
    text = "المعيار ISO \u0663\u0661\u0666\u0666-\u0661 alpha-2 ومع"
    visual = str(get_display(text, base_dir="R")).replace("\u0661", "\u06f1")
    tokens = [token_of(char, bidi_class_of(char)) for char in visual]

    reading = logical_reading(
        tokens, "R", Context(), lambda reading: [tokens[i].char for i in reading.order]
    )

    assert "".join(tokens[i].char for i in reading.order) == text


def test_arabic_in_a_left_to_right_row() -> None:
    assert restored_row("The word ملسلا means peace", "L") == ("The word السلم means peace", True)


def test_a_row_without_a_proof_keeps_its_characters() -> None:
    # no logical order displays as this row
    text, proved = restored_row("a\u0661b\u0661 ا")

    assert sorted(text) == sorted("a\u0661b\u0661 ا")
    assert isinstance(proved, bool)


WORDS = st.sampled_from(
    [
        "الجمعية",
        "العامة",
        "في",
        "A/69/17",
        "٢٠١٤",
        "١١-١٣",
        "2019",
        "7-18",
        "(أ)",
        "،",
        "CN.9",
        "15,5",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=9))
def test_a_proved_row_is_displayed_as_it_was(words: list[str]) -> None:
    visual = str(get_display(" ".join(words), base_dir="R"))
    text, proved = restored_row(visual.strip())

    assert sorted(text) == sorted(visual.strip())
    if proved:
        folded = str.maketrans(dict.fromkeys(MIRRORED, "|"))
        contexts = ("", "\u0710 ", "\u0710", "\u0298 ", "\u0298")
        again = {str(get_display(c + text, base_dir="R")).translate(folded) for c in contexts}
        bare = {a.replace("\u0710", "").replace("\u0298", "").strip() for a in again}
        assert visual.strip().translate(folded) in bare


@pytest.mark.parametrize(
    ("glyph", "before", "expected_order"),
    [("لا", "", 1), ("ال", "", -1), ("لأ", "", 1), ("أل", "", -1), ("لم", "ا", 1), ("مل", "ا", -1)],
)
def test_order_of_the_letters_of_a_ligature(glyph: str, before: str, expected_order: int) -> None:
    assert ligature_order(glyph, before) == expected_order


def test_ligatures_without_evidence() -> None:
    assert ligature_order("نج", "") == 0
    assert ligature_order("الله", "") == 0


def test_letters_are_reversed_with_their_combining_marks() -> None:
    assert reversed_clusters("مَل") == "لمَ"


def test_direction_score() -> None:
    assert direction_score("الجمعية العامة للأمم المتحدة") > 0
    assert direction_score("ةيعمجلا ةماعلا") < 0


@pytest.mark.parametrize(
    ("glyph", "text"),
    [("ﻻ", "لا"), ("ﷲ", "الله"), ("ﹰ", "ً"), ("ﹷ", "َ"), ("ﬁ", "fi"), ("\u200fا", "ا"), ("½", "½")],
)
def test_presentation_forms_are_decomposed(glyph: str, text: str) -> None:
    assert glyph_letters(glyph) == text


def test_words_ordered_right_to_left_with_unreordered_letters() -> None:
    tokens = [Token(char, bidi_class_of(char)) for char in "العامة الجمعية"]
    reading = words_right_to_left(tokens)

    assert "".join(tokens[i].char for i in reading.order) == "الجمعية العامة"


@given(
    st.text(alphabet="ابةكئ ()«».،؛-–/%…", min_size=1, max_size=20),
    st.sampled_from(["", "R", "L"]),
    st.sampled_from(["", "R", "L"]),
)
def test_a_row_of_one_direction_is_read_as_the_search_reads_it(
    text: str, before: str, after: str
) -> None:
    tokens = [Token(char, bidi_class_of(char)) for char in text]
    reading = reversed_reading(tokens)
    if reading is None:
        return

    def chars(found: Reading) -> list[str]:
        return [MIRRORED.get(tokens[i].char, tokens[i].char) for i in found.order]

    assert reading == logical_reading(tokens, "R", Context(before, after), chars)
