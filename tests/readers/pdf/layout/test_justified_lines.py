"""Last lines that are justified too, and rows of tables."""

from __future__ import annotations

from pdf_files import page_of, placed

from unreport.readers.pdf.reader import read_pdf

LEFT, RIGHT = 72.0, 72.0 + 46 * 8.33
FULL = [(LEFT, 700.0 - 14 * at, "m" * 46) for at in range(6)]
ROWS = (["mmmmmm", "iii", "mmm", "m"], ["mm", "iiii", "mmmmm", "mm"], ["m", "mmm", "ii", "mmmmm"])


def texts(moved: float) -> list[str]:
    """The lines of three rows of words equally far apart, the second word moved to the right."""
    placed_words = [*FULL]
    for at, words in enumerate(ROWS):
        widths = [{"m": 8.33, "i": 2.22}[word[0]] * len(word) for word in words]
        gap = (RIGHT - LEFT - sum(widths)) / (len(words) - 1)
        x = LEFT
        for place, (word, width) in enumerate(zip(words, widths, strict=True)):
            placed_words.append((x + (moved if place == 1 else 0.0), 600.0 - 14 * at, word))
            x += width + gap
    return [line.text for line in read_pdf(page_of(placed(*placed_words))).lines]


def test_words_that_are_equally_far_apart_are_lines_of_text() -> None:
    assert texts(0.0)[-3:] == [" ".join(words) for words in ROWS]


def test_words_that_are_not_may_be_cells() -> None:
    assert texts(12.0)[-3:] != [" ".join(words) for words in ROWS]
