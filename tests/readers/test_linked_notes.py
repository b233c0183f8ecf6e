"""Footnotes that converters link with their calls."""

import pytest

from unreport import parse_text
from unreport.readers.linked_notes import with_linked_notes

FORMS = {
    "markitdown": ("[[1]](#footnote-20)", "1. See A/78/15. [↑](#footnote-ref-20)"),
    "markdownify": ("[1](#fn1)", "1. See\n   A/78/15.[↩\ufe0e](#fnref1)"),
    "w3m": ("^1", " 1. See A/78/15.↩\ufe0e"),
    "rst": (" [1]_", ".. [1]\n   See A/78/15."),
}


@pytest.mark.parametrize(
    "words",
    [
        ("I. Work", "1. The Committee met.", "2. It closed."),
        ("أولا- الأعمال", "١- اجتمعت اللجنة.", "٢- واختتمت اللجنة دورتها."),
    ],
)
@pytest.mark.parametrize("form", FORMS)
def test_calls_and_notes(form: str, words: tuple[str, ...]) -> None:
    call, note = FORMS[form]
    head, first, second = words
    report = parse_text(f"{head}\n\n{first}{call}\n\n{second}\n\n{note}")

    assert [(n.marker, " ".join(n.text.split())) for n in report.footnotes] == [
        ("1", "See A/78/15.")
    ]
    assert [node.number for node in report.paragraphs] == [1, 2]
    assert [node.text for node in report.paragraphs] == [
        first.split(" ", 1)[1],
        second.split(" ", 1)[1],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. The share rose ↑ in 2026.\n2. It fell.",
        "See [1] and [2](https://example.org) ↑ 3.",
        "The name x[1]_y is kept.",
    ],
)
def test_arrows_that_link_no_notes(text: str) -> None:
    assert with_linked_notes(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "1. See the arrow.\n2. The prices went ↑\n3. They went down.",
        "١- الصادرات ↑\n٢- الواردات ↑",
        "1. It rose. [↑](#up)\n2. It fell.",  # nothing calls it
        "1. It rose. ↩\n2. It fell.",
    ],
)
def test_numbered_rows_that_end_in_an_arrow_are_no_notes(text: str) -> None:
    assert with_linked_notes(text) == text
