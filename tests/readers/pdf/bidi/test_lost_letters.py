"""Glyphs of two letters that are read as one, and other forms of a letter that are not."""

from __future__ import annotations

from unreport.readers.pdf.bidi.encodings.glyph_texts import glyph_texts
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.lost_letters import (
    LostLetter,
    lacks_letter,
    lost_letters,
)
from unreport.readers.pdf.file.font_programs import NOTHING, ProgramText
from unreport.readers.pdf.file.glyphs import Glyph

WORDS = (
    "القانون البيانات المناقشة النامية المناسبة الناجمة منازعات السنوية "
    "المعاونة الدورة اللجنة الجمعية القرار التقرير "
    "المجلس الأعضاء الدولية التنمية العامة الأمين البند جدول الأعمال تقرير مشروع المقرر"
).split()


def evidence_of(ligature: str, read_as: str, words: list[str], *, named: bool = True) -> Evidence:
    """What a font shows whose glyph 99 draws a ligature; all its other glyphs are named."""
    found = Evidence()
    for word in words:
        at = word.find(ligature)
        text = word.replace(ligature, read_as, 1) if at >= 0 else word
        found.words[0, text] = [1]
        for place, letter in enumerate(text):
            code = 99 if place == at else ord(letter)
            found.glyph_words.setdefault((0, code, letter), {})[text] = place
            if code == 99 and not named:
                found.unnamed_glyphs.setdefault((0, 99 + 1000 * place), set()).add(text)
    return found


def test_a_ligature_that_is_read_as_its_first_letter() -> None:
    (found,) = lost_letters(evidence_of("نا", "ن", WORDS))

    assert (found.letter, found.lost, found.follows) == ("ن", "ا", True)
    assert "البيانت" in found.words
    assert lacks_letter("من المنقشة العامة", found)
    assert not lacks_letter("من المناقشة العامة", found)


def test_glyphs_that_a_font_program_does_not_name() -> None:
    unknown = "بلفلزات بلإيرادات نتجها ثبتا كهربئية قاعدت يتي وتخر أدنه الممتلكت البيانت".split()
    evidence = evidence_of("-", "", [*WORDS, *unknown])
    for code, word in enumerate(unknown):
        evidence.unnamed_glyphs[0, code] = {word}

    (found,) = lost_letters(evidence)

    assert isinstance(found, LostLetter)
    assert found.letter == ""
    assert set(found.words) == set(unknown)


def test_another_form_of_a_letter() -> None:
    assert not list(lost_letters(evidence_of("ن", "ن", WORDS)))
    assert not list(lost_letters(evidence_of("ن", "ن", WORDS, named=False)))


def test_a_glyph_without_a_name_among_named_ones() -> None:
    named = [
        Glyph(letter, 0, 6, 0, 12, 0, code, code, 0, ProgramText((letter,)))
        for code, letter in enumerate("ابتثجحخدذرزسش")
    ]
    texts = glyph_texts([*named, Glyph("ن", 0, 6, 0, 12, 0, 99, 99, 0, NOTHING)])

    assert [code for (_, code), text in texts.items() if text.is_unnamed] == [99]
