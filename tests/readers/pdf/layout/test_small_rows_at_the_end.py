"""Small rows at the end of a page that begin with numbers: notes, or the items of an annex."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn import drawn

from unreport import read

TEXT = (
    "The Committee considered the report on the lakes of the north{} and took note of the survey "
    "that the stations had sent to it{} in the course of the last two years{} with appreciation."
)
ITEMS = [
    "The first item of the small annex to the report",
    "The second item, which goes on below and ends in",
    "The third item of the small annex to the report",
]


@pytest.mark.parametrize(
    ("calls", "role"),
    [(("^1^", "^2^", "^3^"), "note"), (("^1^", "", ""), "body"), (("", "", "^3^"), "body")],
)
def test_the_text_calls_each_note_and_no_items(
    tmp_path: Path, calls: tuple[str, ...], role: str
) -> None:
    path = tmp_path / "pages.txt"
    rows = [f"row 72 9 {at} {text}" for at, text in enumerate(ITEMS, start=1)]
    rows.insert(2, "row 72 9 26 August of that year")  # no number of a note
    text = f"text 72 540 11 {TEXT.format(*calls)}"
    path.write_text("\n".join(["page", text, text[:90], "down 10", *rows]), encoding="utf-8")

    document = read(drawn(path))

    assert {line.role for line in document.lines[-4:]} == {role}
    assert [line.text for line in document.lines[-4:]][1:3] == [
        f"2 {ITEMS[1]}",
        "26 August of that year",
    ]


@pytest.mark.parametrize(
    ("calls", "role"), [(("^1^", "^2^", "^3^"), "note"), (("^1^", "", ""), "body")]
)
def test_notes_at_the_end_of_the_document_that_fill_its_last_page(
    tmp_path: Path, calls: tuple[str, ...], role: str
) -> None:
    path = tmp_path / "pages.txt"
    text = f"text 72 540 11 {TEXT.format(*calls)}"
    first = ["page", text, text[:90], "down 10", "row 72 9 ^1^ See the survey of the lakes"]
    rows = [f"row 72 9 {at} {text}" for at, text in enumerate(ITEMS[1:], start=2)]
    path.write_text("\n".join([*first, "page", *rows]), encoding="utf-8")

    document = read(drawn(path))

    assert [line.role for line in document.lines[-2:]] == [role, role]
