"""Glyphs of which hardly a word is known, and the rows that have their words."""

from __future__ import annotations

from types import SimpleNamespace

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.uncertain_rows.unknown_glyphs import (
    mark_unknown_glyphs,
    unknown_glyph_doubts,
    unknown_glyphs,
)

RIGHT = "القرار المقرر الدولة التنمية الأمين فقط ضغط المتوسط الشرط النقاط ضوابط المجلس".split()
FINAL_LAM = "المحاصيك العامك أبريك المشتك".split()  # read as kaf
FINAL_KAF = "الأيق للسكق فرنق المالق".split()  # read as qaf
HAMZA_ON_YEH = "الوثاوق المساول نتاوج".split()  # read as waw


def evidence_of(*wrong: list[str], right: list[str] = RIGHT) -> Evidence:
    """What a font shows that has a glyph for each letter, and one for a letter of wrong words."""
    found = Evidence()
    for word in [*right, *(word for own in wrong for word in own)]:
        found.words[0, word] = [1]
        for place, letter in enumerate(word):
            found.glyph_words.setdefault((0, ord(letter), letter), {})[word] = place
    for code, (letter, own) in enumerate(zip("كقو", wrong, strict=False)):
        found.glyph_words[0, code, letter] = {word: word.rindex(letter) for word in own}
    return found


def test_three_glyphs_of_unknown_words() -> None:
    (found,) = unknown_glyphs(evidence_of(FINAL_LAM, FINAL_KAF, HAMZA_ON_YEH))
    texts = ["التأمين على المحاصيك", "باء- للسكق الحديدية", "وعقدت اللجنة جلستها"]
    rows = [SimpleNamespace(text=text, fonts={0}, certain=True) for text in texts]
    mark_unknown_glyphs(rows, [found])  # type: ignore[arg-type]

    assert [row.certain for row in rows] == [False, False, True]
    (doubt,) = unknown_glyph_doubts([found], [SimpleNamespace(name="Own")])  # type: ignore[list-item]
    assert "the font Own" in doubt.message


def test_rows_of_other_fonts() -> None:
    found = unknown_glyphs(evidence_of(FINAL_LAM, FINAL_KAF, HAMZA_ON_YEH))
    row = SimpleNamespace(text="التأمين على المحاصيك", fonts={1}, certain=True)
    mark_unknown_glyphs([row], found)  # type: ignore[list-item]

    assert row.certain


def test_two_glyphs_as_of_a_name() -> None:
    assert not unknown_glyphs(evidence_of(FINAL_LAM, FINAL_KAF))


def test_another_language_in_arabic_letters() -> None:
    persian = [*RIGHT, "این", "برای"]
    assert not unknown_glyphs(evidence_of(FINAL_LAM, FINAL_KAF, HAMZA_ON_YEH, right=persian))
