"""Combining marks that are on no letter: on a sign, on a space, or words of marks alone."""

import pytest
from pdf_files import unicode_page

from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import words_of
from unreport.readers.pdf.reader import read_pdf

BELOW = (72, 680, "Another row of text stands below it")


@pytest.mark.parametrize("sign", ["\N{DOTTED CIRCLE}\u0301", "$\u0300", "+\u0304"])
def test_a_mark_on_a_sign(sign: str) -> None:
    document = read_pdf(unicode_page((72, 700, f"The sign {sign} is one of them"), BELOW))

    assert document.lines[0].text == f"The sign {sign} is one of them"
    assert not document.doubts


@pytest.mark.parametrize("space", ["\N{NO-BREAK SPACE}", " "])
def test_a_mark_on_a_space_is_a_doubt(space: str) -> None:
    document = read_pdf(unicode_page((72, 700, f"The mark{space}\u0301 is one of them"), BELOW))

    assert [doubt.code for doubt in document.doubts] == ["uncertain-row"]


@pytest.mark.parametrize("word", ["ـِّ", "ـــ"])
def test_a_word_without_letters(word: str) -> None:
    row = f"فيما يلي {word} وما بعده من نصوص اللجنة"

    document = read_pdf(unicode_page(*((72, 700 - 20 * n, row[::-1]) for n in range(8))))

    assert document.lines[0].text.startswith("فيما يلي ـ")


def test_marks_alone_are_no_word() -> None:
    assert words_of("ـِّ اللجنة") == ["اللجنة"]
