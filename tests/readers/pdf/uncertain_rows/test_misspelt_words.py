"""Unknown words that other words of the document explain, and those that nothing explains."""

from __future__ import annotations

import pytest
from pdf_files import set_lines

from unreport.readers.pdf.reader import read_pdf
from unreport.readers.pdf.uncertain_rows.misspelt_words import is_one_edit

ROWS = (
    "the committee requested the secretariat to prepare a report on sustainable development",
    "several delegations welcomed the report and the progress achieved by the secretariat",
    "the committee noted that the programme on sustainable development had been extended",
    "the delegations of the region expressed their appreciation for technical assistance",
)


def marked(*rows: str) -> list[str]:
    found = read_pdf(set_lines([*ROWS, *rows]))
    spans = [doubt.span for doubt in found.doubts if doubt.code == "uncertain-row"]
    return [found.text[span.start : span.end] for span in spans if span]


@pytest.mark.parametrize(
    "row",
    [
        "it was decided that the secretriat would send the letter to all members",
        "it was decided that the secretarriat would send the letter to all members",
        "it was decided that the secrefariat would send the letter to all members",
        "it was decided that the secertariat would send the letter to all members",
        "it was decided that the committeerequested them to send a letter to all",
        "it was decided that the governmentrepresentatives would send a letter",
        "it was decided that the secre tariat would send the letter to all members",
    ],
    ids=["lost", "doubled", "exchanged", "swapped", "joined", "joined usual", "divided"],
)
def test_words_that_are_damaged(row: str) -> None:
    assert marked(row) == [row]


@pytest.mark.parametrize(
    ("word", "is_slip"),
    [("secretriat", True), ("secertariat", True), ("secrefariat", False)],
)
def test_words_that_occur_twice(word: str, *, is_slip: bool) -> None:
    rows = [f"it was decided that the {word} would meet", f"the {word} was to send a letter"]
    assert marked(*rows) == (rows if is_slip else [])


@pytest.mark.parametrize(
    "row",
    [
        "it was decided that the quokka would send the letter to all of its members",
        "it was decided that mavimbela would send the letter to all of its members",
        "it was decided that the secretariat would send the letter to all the members",
    ],
)
def test_unknown_words_that_nothing_explains(row: str) -> None:
    assert not marked(row)


def test_a_word_that_a_hyphen_divides_is_none() -> None:
    assert not marked("it was decided that the letter was sent by the secre-", "tariat to members")


def test_an_unknown_word_beside_a_short_one() -> None:
    """`glaciaireset` is in the filter of known words by chance; `et` is a word by itself."""
    assert not marked("la protection des lacs glaciaires et le suivi de leur fonte dans les pays")


@pytest.mark.parametrize(
    ("word", "other", "near"),
    [
        ("المكتبه", "المكتبة", False),
        ("المقرح", "المقرر", True),
        ("المقبدون", "المقيدون", True),
        ("الروططان", "الروطان", True),
        ("الجروف", "الجرف", False),
        ("المتحة", "المتحدة", True),
        ("abb", "ab", True),
        ("session", "session", False),
    ],
)
def test_one_edit(word: str, other: str, *, near: bool) -> None:
    assert is_one_edit(word, other) is near
