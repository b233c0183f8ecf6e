"""One form of a letter that is read as another letter, while all other forms are right."""

from __future__ import annotations

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.misread_glyphs import misread_glyphs
from unreport.readers.pdf.bidi.font_faults.misread_letters import is_affected

WORDS = "القرار المقرر الدولة التنمية الأمين فقط ضغط المتوسط الشرط النقاط الأوساط ضوابط".split()


def evidence_of(words: list[str], wrong: str = "") -> Evidence:
    """What a font shows whose final ط is glyph 99, and is read as another letter."""
    found = Evidence()
    for word in words:
        text = word[:-1] + wrong if wrong and word.endswith("ط") else word
        found.words[0, text] = [1]
        for place, letter in enumerate(text):
            code = 99 if place == len(text) - 1 and word.endswith("ط") else ord(letter)
            found.glyph_words.setdefault((0, code, letter), {})[text] = place
    return found


def test_a_form_of_a_letter_that_is_read_as_another_one() -> None:
    (found,) = misread_glyphs(evidence_of(WORDS, "ض"))

    assert (found.letter, found.other) == ("ض", "ط")
    assert is_affected("في النقاض", found)
    assert not is_affected("في الأرض والنقاط", found)


def test_a_font_that_is_right() -> None:
    assert not list(misread_glyphs(evidence_of(WORDS)))


def test_forms_of_one_stem() -> None:
    assert not list(misread_glyphs(evidence_of(["المقرر", *"شرط الشرط بالشرط".split()], "ض")))
