"""Other orders of a right-to-left row that look alike: found, excluded by evidence, or open.

The bidirectional algorithm makes the visual order; the glyphs are drawn from the left, as
most producers draw them.
"""

from __future__ import annotations

import pytest
from bidi import get_display

from unreport.readers.pdf.bidi.base_direction import tokenised_rows
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.logical_order import Alternative
from unreport.readers.pdf.bidi.logical_rows import collect_evidence, logical_rows
from unreport.readers.pdf.bidi.order.conventional_forms import has_conventional_order
from unreport.readers.pdf.bidi.rows import rows_of
from unreport.readers.pdf.file.glyphs import Font, Glyph, Page

WIDTH = 6.0


def page_of(*texts: str, undrawn: str, gap: float = WIDTH) -> Page:
    """A page whose rows are drawn from left to right, without some characters."""
    glyphs: list[Glyph] = []
    for row, text in enumerate(texts):
        x0 = 0.0
        for char in str(get_display(text, base_dir="R")):
            if char in undrawn:
                x0 += gap
                continue
            glyphs.append(
                Glyph(
                    text=char, x0=x0, x1=x0 + WIDTH, y=100.0 + 20 * row, size=12.0,
                    font=0, code=ord(char), order=len(glyphs),
                )
            )  # fmt: skip
            x0 += WIDTH
    return Page(
        number=1, width=900, height=800, rotated=[], spans={}, rules=[], fonts=[Font(name="Naskh")],
        glyphs=glyphs,
    )  # fmt: skip


def alternative(*texts: str, undrawn: str = " ", gap: float = WIDTH) -> Alternative | None:
    """The open alternative of the last of some rows."""
    tokens = tokenised_rows(rows_of(page_of(*texts, undrawn=undrawn, gap=gap)), "R")
    evidence = Evidence()
    collect_evidence(tokens, evidence)
    return logical_rows(tokens, evidence)[-1].alternative


@pytest.mark.parametrize(
    "words",
    [
        "USD 4.5", "4.5 USD", "12 USD/t", "90 GW h", "(2019) WHO", "WHO (2019)", "[2019] UKSC 5",
        "90 dB(A)", "2020-05-10T10:30", "2-in-1", "60 Hz AC", "12:30 GMT",
    ],
)  # fmt: skip
def test_no_evidence_decides(words: str) -> None:
    found = alternative(f"ويبلغ ذلك {words} وفقا للتقرير")

    assert found is not None
    assert sorted(found.text) == sorted(found.other)
    assert found.text != found.other


@pytest.mark.parametrize(
    "words",
    [
        "A/HRC/51/2", "CCW/P.V/CONF/2024/7", "E/2023/12 (Part II)", "COVID-19", "OIML R 76-1",
        "12 km", "https://www.un.org/ar/2024", "n = 120", "4.5 MW", "Windows 11",
        "World Health Organization (WHO)", "12(a)",
    ],
)  # fmt: skip
def test_a_convention_decides(words: str) -> None:
    assert alternative(f"ويبلغ ذلك {words} وفقا للتقرير") is None


@pytest.mark.parametrize("text", ["في الفترة 2011-2013", "الفقرات 7-18 من القرار 2499 (2019)"])
def test_numbers_after_arabic_letters_have_one_order(text: str) -> None:
    assert alternative(text) is None


@pytest.mark.parametrize("number", ["05-12-2023", "+962-6-510-2000", "10%-15%"])
def test_numbers_at_the_beginning_of_a_row_have_two(number: str) -> None:
    """As after a letter of the row above, or as at the beginning of a paragraph."""
    assert alternative("وأفاد المكتب", f"{number} هو ما ذكره الخبير") is not None


def test_a_row_that_goes_on_after_latin_letters() -> None:
    assert alternative("وأشارت إلى التوصية OIML R", "76-1 وإلى غيرها") is None


def test_a_space_that_is_not_drawn_between_letters_and_arabic_digits() -> None:
    found = alternative("ويبلغ ذلك ٤_CD وفقا للتقرير", undrawn="_", gap=WIDTH / 2)

    assert found == Alternative("٤ D", "D٤")
    assert alternative("ويبلغ ذلك ٤_CD وفقا للتقرير", undrawn="_") is None  # as wide as a space
    assert alternative("ويبلغ ذلك ٤ CD وفقا للتقرير", undrawn="_") is None


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        ("S/2020/20", True), ("ISO 9001:2015", True), ("p < 0.05", True), ("PM2.5", True),
        ("±0.03", True), ("EUR 12", False), ("MW 4.5", False), ("kWh/m² 12", False), ("x 5", False),
        ("C 5", False),
        ("Smith (2019)", False), ("Joint Inspection Unit (JIU)", True),
    ],
)  # fmt: skip
def test_conventional_forms(text: str, decided: bool) -> None:  # noqa: FBT001
    assert has_conventional_order(text) is decided
