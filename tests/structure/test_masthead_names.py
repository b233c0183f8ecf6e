"""Names of the masthead, and the lines below them that are their own."""

from __future__ import annotations

from itertools import accumulate

import pytest

from unreport.document import Document, Line
from unreport.masthead import Masthead
from unreport.model import Source
from unreport.parse import parse_document

HEAD = ("United Nations", "CTOC/COP/WG.7/2017/L.1", "Distr.: Limited", "25 February 2017")
TEXT = ("Draft report", "1. The Working Group met in Vienna from 25 to 27 February 2017.")


def masthead(*names: str) -> Masthead:
    """A masthead in which the page shows each line of some to go on."""
    texts = [*HEAD, *names, *TEXT]
    starts = accumulate((len(text) + 1 for text in texts), initial=0)
    lines = tuple(
        Line(text=text, start=start, page=1, ends=not len(HEAD) <= at < len(HEAD) + len(names) - 1)
        for at, (text, start) in enumerate(zip(texts, starts, strict=False))
    )
    source = Source(name=None, media_type="application/pdf", pages=1)
    document = Document(source=source, text="\n".join(texts), lines=lines, doubts=())
    return parse_document(document).masthead


def bodies(*names: str) -> tuple[str, ...]:
    return masthead(*names).bodies


@pytest.mark.parametrize(
    "below",
    [
        ("Vienna, 25–27 February 2017",),
        ("Vienna, 25–27 February 2017", "Item 3 of the agenda"),
        ("Item 3 of the provisional agenda", "Rapporteur: Ms. Ana López (Chile)"),
    ],
)
def test_lines_of_their_own_below_the_name_of_a_body(below: tuple[str, ...]) -> None:
    name = "Working Group on the Smuggling of Migrants"

    assert bodies(name, *below) == (name,)


def test_a_name_on_two_lines() -> None:
    assert bodies("Working Group on the Smuggling", "of Migrants and Seafarers") == (
        "Working Group on the Smuggling of Migrants and Seafarers",
    )


def test_the_period_of_a_title_on_its_second_line() -> None:
    title = ("Budget performance of the Mission for the period from", "1 July 2024 to 30 June 2025")

    assert " ".join(title) in [line.text for line in masthead(*title).lines]
