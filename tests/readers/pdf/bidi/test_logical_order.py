"""Logical order from the order on the page: known cases, and the proof itself."""

from __future__ import annotations

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from unreport.readers.pdf.bidi.arabic_evidence import ligature_runs, running, turned
from unreport.readers.pdf.bidi.letters import MIRROR, kind_of, spelt
from unreport.readers.pdf.bidi.logical_order import (
    Around,
    Reading,
    Token,
    read_row,
    words_from_right,
)


def restored(shown: str, base: str = "R", before: str = "", after: str = "") -> tuple[str, bool]:
    """The text of a row whose glyphs carry logical brackets."""
    tokens = [Token(char, kind_of(char)) for char in shown]

    def signs(reading: Reading) -> list[str]:
        return [tokens[i].sign for i in reading.order]

    reading = read_row(tokens, base, Around(before, after), signs)
    return "".join(signs(reading)), reading.proved


# what stands on the page from left to right is made by the forward algorithm, so that the cases
# can be read
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
]


@pytest.mark.parametrize("text", CASES)
def test_known_rows(text: str) -> None:
    shown = str(get_display(text, base_dir="R"))

    assert restored(shown) == (text, True)


def test_a_range_after_arabic_and_alone() -> None:
    assert restored("18-7 تارقفلا") == ("الفقرات 7-18", True)
    assert restored("18-7", before="R")[0] == "7-18"


def test_a_symbol_broken_at_the_end_of_a_row() -> None:
    assert restored("A/( ةقيثولا", after="L") == ("الوثيقة (A/", True)


def test_arabic_in_an_english_row() -> None:
    assert restored("The word ملسلا means peace", "L") == ("The word السلم means peace", True)


def test_a_row_that_nothing_proves_is_uncertain() -> None:
    # no text is shown with the number before the Latin word and both in one run to its right
    text, proved = restored("a\u0661b\u0661 ا")

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
def test_what_is_proved_is_shown_so(words: list[str]) -> None:
    shown = str(get_display(" ".join(words), base_dir="R"))
    text, proved = restored(shown.strip())

    assert sorted(text) == sorted(shown.strip())
    if proved:
        pairs = str.maketrans(dict.fromkeys(MIRROR, "|"))
        contexts = ("", "\u0710 ", "\u0710", "\u0298 ", "\u0298")
        again = {str(get_display(c + text, base_dir="R")).translate(pairs) for c in contexts}
        bare = {a.replace("\u0710", "").replace("\u0298", "").strip() for a in again}
        assert shown.strip().translate(pairs) in bare


@pytest.mark.parametrize(
    ("glyph", "before", "runs"),
    [("لا", "", 1), ("ال", "", -1), ("لأ", "", 1), ("أل", "", -1), ("لم", "ا", 1), ("مل", "ا", -1)],
)
def test_ligatures_tell_their_order(glyph: str, before: str, runs: int) -> None:
    assert ligature_runs(glyph, before) == runs


def test_ligatures_without_evidence() -> None:
    assert ligature_runs("نج", "") == 0
    assert ligature_runs("الله", "") == 0


def test_letters_are_turned_with_their_marks() -> None:
    assert turned("مَل") == "لمَ"


def test_the_way_words_run() -> None:
    assert running("الجمعية العامة للأمم المتحدة") > 0
    assert running("ةيعمجلا ةماعلا") < 0


@pytest.mark.parametrize(
    ("glyph", "text"),
    [("ﻻ", "لا"), ("ﷲ", "الله"), ("ﹰ", "ً"), ("ﹷ", "َ"), ("ﬁ", "fi"), ("\u200fا", "ا"), ("½", "½")],
)
def test_glyphs_are_spelt_out(glyph: str, text: str) -> None:
    assert spelt(glyph) == text


def test_words_written_from_the_left() -> None:
    tokens = [Token(char, kind_of(char)) for char in "العامة الجمعية"]
    reading = words_from_right(tokens)

    assert "".join(tokens[i].sign for i in reading.order) == "الجمعية العامة"
