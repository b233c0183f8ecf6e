"""The base direction of rows with letters of both directions, on Arabic pages."""

from __future__ import annotations

import pytest

from unreport.readers.pdf.bidi.base_direction import tokenised_rows
from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.letters import bidi_class_of


def base_of(visual: str, page: str = "R", raised: int = 0) -> str:
    """The base direction of a row given in visual order, whose first characters may be raised."""
    clusters = [
        Cluster(char, bidi_class_of(char), 5.0 * at, 5.0 * at + 5, 100.0, 10.0, 0, ord(char), at)
        for at, char in enumerate(visual)
        if char != " "
    ]
    for cluster in clusters[:raised]:
        cluster.raised = True
    (row,) = tokenised_rows([Row(clusters, 100.0, 10.0, 1)], "R" if page == "R" else "L")
    return row.base


@pytest.mark.parametrize(
    "visual",
    [
        "The word ةنجللا stands in the English text of the decision.",
        "See the term ةنجللا (Committee), para. 4, and ةيعمجلا, para. 5.",
        "El término ةنجللا figura en el texto en español;",
    ],
)
def test_a_left_to_right_row(visual: str) -> None:
    assert base_of(visual) == "L"


@pytest.mark.parametrize(
    "visual",
    [
        ".A/CN.9/WG.II/WP.176 ةقيثولا",
        "Committee on the Elimination of Racial Discrimination ةنجل",
        ".Discrimination Committee on the Elimination of Racial و ةنجللا",
        "UNDP جمانرب",
    ],
)
def test_a_right_to_left_row(visual: str) -> None:
    assert base_of(visual) == "R"


def test_an_arabic_word_on_an_english_page() -> None:
    assert base_of("The word ةنجللا stands here", "L") == "L"


def test_a_raised_call_after_the_full_stop_of_a_row_without_arabic() -> None:
    assert base_of("(2).(GMT+3)", raised=3) == "R"
    assert base_of("2.A/CN.9/1187", raised=1) == "R"


def test_a_raised_mark_before_a_note_in_another_language() -> None:
    assert base_of("(2) United Nations, Treaty Series, vol. 9.", raised=3) == "L"
    assert base_of("2", raised=1) == "R"
