"""One scan finds the words of all texts, as each text alone."""

import pytest

from unreport.text.word_scanner import WordScanner

SCANNER = WordScanner({"chair": 1, "vice chair": 2, "state": 0, "état": 4, "совет": 8}, spaced=True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the chair", [(4, "chair")]),
        ("chair", [(0, "chair")]),
        ("the vice-chair spoke", [(4, "vice chair"), (9, "chair")]),
        ("chairs, chairing, armchair", []),
        ("chair2 (chair) «chair»“état”", [(0, "chair"), (8, "chair"), (16, "chair"), (23, "état")]),
        ("l'état et 7état\N{NO-BREAK SPACE}", [(2, "état"), (11, "état")]),
        ("совет, советы", [(0, "совет")]),
        ("chair\0chair", [(0, "chair"), (6, "chair")]),
        ("\ud800 chair", [(2, "chair")]),
        ("", []),
    ],
)
def test_whole_words_are_found(text: str, found: list[tuple[int, str]]) -> None:
    assert SCANNER.find(text) == found


def test_where_words_run_on_every_place_is_found() -> None:
    scanner = WordScanner({"国": 1, "中国": 1}, spaced=False)

    assert scanner.find("中国国") == [(0, "中国"), (1, "国"), (2, "国")]


def test_texts_are_told_apart_and_those_without_a_subject_left_out() -> None:
    texts = ["", "a chair", "a state", "no word", "état, state; chair", ""]

    assert SCANNER.find_in_all(texts) == {
        1: ([(2, "chair")], 1),
        4: ([(0, "état"), (6, "state"), (13, "chair")], 5),
    }
    assert SCANNER.find_in_all([]) == {}
