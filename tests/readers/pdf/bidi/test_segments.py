"""Text line segments: baselines, wide gaps, letters painted again and drawn spaces."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_files import page_of

from unreport.readers.pdf.bidi.baselines.row import BASELINE_TOLERANCE, COLUMN_GAP, Row
from unreport.readers.pdf.bidi.baselines.row_index import RowIndex
from unreport.readers.pdf.bidi.baselines.segments import (
    MIN_TOLERANCE,
    OVERPRINT_OFFSET,
    Letters,
    segments_of,
)
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.reader import read_pdf

SIZE = 10.0
Drawn = tuple[str, float, float, float]  # text, left edge, width, baseline


def letters_of(drawn: list[Drawn]) -> Letters:
    texts = [text for text, _, _, _ in drawn]
    x0 = np.array([x for _, x, _, _ in drawn], dtype=np.float64)
    numbers = {text: number for number, text in enumerate(dict.fromkeys(texts))}
    return Letters(
        x0=x0,
        x1=x0 + np.array([width for _, _, width, _ in drawn], dtype=np.float64),
        y=np.array([y for _, _, _, y in drawn], dtype=np.float64),
        size=np.full(len(drawn), SIZE),
        order=np.arange(len(drawn)),
        texts=np.array([numbers[text] for text in texts], dtype=np.int64),
        is_space=np.array([text == " " for text in texts], dtype=bool),
    )


def segments(drawn: list[Drawn]) -> list[str]:
    found = segments_of(letters_of(drawn))
    text = [drawn[at][0] for at in found.letters.tolist()]
    bounds = [*found.starts.tolist(), len(text)]
    return ["".join(text[a:b]) for a, b in pairwise(bounds)]


def test_letters_of_nearly_one_height_share_a_baseline() -> None:
    drawn = [("b", 60, 5, 100.5), ("a", 50, 5, 100), ("c", 50, 5, 112)]

    assert segments(drawn) == ["ab", "c"]


def test_a_wide_gap_divides_a_baseline() -> None:
    assert segments([("a", 50, 5, 100), ("b", 75, 5, 100), ("c", 100.5, 5, 100)]) == ["ab", "c"]


def test_a_letter_painted_again_counts_once() -> None:
    drawn = [("a", 50, 5, 100), ("a", 50.3, 5, 100), ("a", 50.6, 5, 100), ("a", 56, 5, 100)]

    assert segments(drawn) == ["aa"]
    assert segments([("a", 50, 5, 100), ("b", 50.3, 5, 100)]) == ["ab"]


def test_spaces_after_a_letter_have_a_place() -> None:
    drawn = [(" ", 45, 3, 100), ("a", 50, 5, 100), (" ", 55, 3, 100), ("b", 58, 5, 100)]

    assert segments_of(letters_of(drawn)).spaces == [(0, 56.5)]


def test_a_space_over_letters_that_touch_separates_nothing() -> None:
    drawn = [("a", 50, 5, 100), ("b", 55, 5, 100), (" ", 51, 3, 100)]

    assert segments_of(letters_of(drawn)).spaces == []


def test_a_page_without_letters() -> None:
    assert segments([]) == []
    assert segments([(" ", 50, 3, 100)]) == []


# --- letter by letter -----------------------------------------------------------------------------


def letter_by_letter(drawn: list[Drawn]) -> list[str]:
    """The same rules, one letter after the other."""
    lines: list[list[Drawn]] = []
    for letter in sorted(drawn, key=lambda letter: letter[3]):
        drop = letter[3] - lines[-1][0][3] if lines else float("inf")
        if drop <= max(MIN_TOLERANCE, BASELINE_TOLERANCE * SIZE):
            lines[-1].append(letter)
        else:
            lines.append([letter])
    out: list[list[Drawn]] = []
    for line in lines:
        right = float("-inf")
        for letter in sorted(line, key=lambda letter: 2 * letter[1] + letter[2]):
            text, x, width, _ = letter
            if text == " ":
                continue
            offset = min(OVERPRINT_OFFSET * SIZE, width / 2)
            if x - right > COLUMN_GAP * SIZE:
                out.append([letter])
                right = x + width
            elif not any(other[0] == text and abs(other[1] - x) < offset for other in out[-1][-2:]):
                out[-1].append(letter)
                right = max(right, x + width)
    return ["".join(text for text, _, _, _ in segment) for segment in out]


DRAWN = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", " "]),
        st.sampled_from([50.0, 50.5, 51.0, 51.5, 56.0, 62.0, 100.0]),
        st.sampled_from([0.0, 3.0, 5.0]),
        st.sampled_from([100.0, 100.5, 101.0, 102.0, 130.0]),
    ),
    max_size=12,
)


@settings(max_examples=300, deadline=None)
@given(DRAWN)
def test_any_letters(drawn: list[Drawn]) -> None:
    assert segments(drawn) == letter_by_letter(drawn)


# --- the row beside a piece -----------------------------------------------------------------------


def row_at(y: float) -> Row:
    return Row([Cluster("a", "L", 50, 55, y, SIZE, 0, 1, 1)], y, SIZE, 1)


def test_the_nearest_row_that_is_wanted() -> None:
    near, far, upper = row_at(110), row_at(114), row_at(90)
    rows = RowIndex([far, near, upper])

    assert rows.nearest(105, (20, 20), lambda _row: True) is near
    assert rows.nearest(105, (20, 20), lambda row: row is not near) is far
    assert rows.nearest(105, (20, 5), lambda _row: True) is upper
    assert rows.nearest(105, (4, 4), lambda _row: True) is None
    assert rows.nearest(100, (20, 20), lambda _row: True) is upper


def test_a_heading_in_letter_spacing_has_the_words_that_its_spaces_part() -> None:
    content = (
        b"BT /F 10 Tf 72 700 Td (The Committee met in the spring of the year.) Tj "
        b"0 -20 Td 2 Tc [(B.) 10 ( Rur) 60 (al househ) 50 (olds)] TJ ET"
    )

    lines = [line.text for line in read_pdf(page_of(content)).lines]

    assert lines == ["The Committee met in the spring of the year.", "B. Rural households"]
