"""Last lines that are justified too, and rows of tables."""

from __future__ import annotations

from pdf_files import page_of, page_with, placed

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


def test_a_name_in_the_masthead_that_is_justified_beside_the_distribution() -> None:
    name = placed(
        (72, 700, "Conference"), (220, 700, "of"), (262, 700, "Lakes"),
        (72, 684, "and"), (140, 684, "of"), (212, 684, "River"), (262, 684, "Ports"),
        size=14,
    )  # fmt: skip
    corner = placed((330, 700, "Distr.: Limited"), (330, 688, "3 May 2021"), size=9)
    rules = b"72 720 m 540 720 l S 72 660 m 540 660 l S "
    text = placed((72, 640, "1. The Conference met on 3 May 2021."))

    lines = read_pdf(page_with(rules + name + corner + text)).lines

    assert [line.text for line in lines[:2]] == ["Conference of Lakes", "and of River Ports"]
