"""Words of kashidas and vowel signs alone: a sign in a grammar, a rule of kashidas."""

import pytest
from pdf_files import unicode_page

from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import words_of
from unreport.readers.pdf.reader import read_pdf


@pytest.mark.parametrize("word", ["ـِّ", "ـــ"])
def test_a_word_without_letters(word: str) -> None:
    row = f"فيما يلي {word} وما بعده من نصوص اللجنة"

    document = read_pdf(unicode_page(*((72, 700 - 20 * n, row[::-1]) for n in range(8))))

    assert document.lines[0].text.startswith("فيما يلي ـ")


def test_marks_alone_are_no_word() -> None:
    assert words_of("ـِّ اللجنة") == ["اللجنة"]
