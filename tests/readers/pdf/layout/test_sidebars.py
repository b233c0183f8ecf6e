"""Pull quotes and boxes beside running text, which is narrower there."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn import drawn

from unreport import Report, parse, to_markdown

NARROW = (
    "The survey of the lakes was taken up, and its results were noted",
    "with appreciation by all of the members who had taken part in it,",
    "and who had been asked to read the gauges at noon of every day",
    "for a year, as the committee had decided at its session of spring",
)
WIDE = (
    "in the presence of the representatives of those members that share the lakes and "
    "rivers of the same region"
)
QUOTE = ("All gauges were", "read at noon")


def report(tmp_path: Path, *commands: str) -> Report:
    path = tmp_path / "pages.txt"
    path.write_text("\n".join(["page", "row 72 12b I. Lakes", *commands]), encoding="utf-8")
    return parse(drawn(path))


def beside(kind: str, *more: str) -> list[str]:
    """A paragraph whose lines are narrow beside a sidebar, and wide above and below it."""
    rows = [f"spread 72 540 10 1. They opened the session {WIDE[:-26]}"]
    rows += [f"spread 72 380 10 {row}" for row in NARROW]
    rows += [f"spread 72 540 10 {WIDE}", "row 72 10 and closed it.", "down 10"]
    rows += [f"text 72 540 10 2. They closed the session {WIDE}."]
    return ["to 100", *rows, "to 110", *(f"row 400 {kind} {row}" for row in QUOTE), *more]


@pytest.mark.parametrize(
    ("kind", "box"), [("14", ()), ("14i", ()), ("10b", ()), ("10", ("upright 390 112 160",))]
)
def test_a_sidebar_divides_no_paragraph(tmp_path: Path, kind: str, box: tuple[str, ...]) -> None:
    found = report(tmp_path, *beside(kind, *box))

    whole = f"They opened the session {WIDE[:-26]} {' '.join(NARROW)} {WIDE} and closed it."
    assert [node.text for node in found.paragraphs if node.number == 1] == [whole]
    assert " ".join(QUOTE) in " ".join(to_markdown(found).split())
