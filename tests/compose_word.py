"""Writes a composed report as a Word file whose numbers are all automatic.

A report (`fixtures/word/reports`) defines the numbering of its lists and gives every expected
line with its number, followed by a tab; the Word file gets the text without the number.
"""

import random
from itertools import pairwise
from pathlib import Path

from msgspec import Struct
from word_files import docx, level, numbering, paragraph, run, style, table

LISTS = {"o": 1, "t": 2}
SECTION = '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:titlePg/></w:sectPr>'
STYLES = "".join(style(f"H{n}", f"heading {n}") for n in (1, 2, 3))


class Report(Struct, frozen=True):
    """A composed report: its lists, its masthead, its lines as (key, expected text)."""

    lists: dict[str, list[tuple[str, str]]]
    rtl: bool
    masthead: list[str]
    body: list[tuple[str, str]]

    @property
    def expected_lines(self) -> list[str]:
        return [*self.masthead, *(text for _, text in self.body)]


def load(path: Path) -> Report:
    head, _, rest = path.read_text(encoding="utf-8").partition("== masthead\n")
    masthead, _, body = rest.partition("== body\n")
    outline, text, *more = head.splitlines()
    return Report(
        lists={"o": _levels(outline), "t": _levels(text)},
        rtl="rtl" in more,
        masthead=masthead.splitlines(),
        body=[(line.split(" ", 1)[0], line.split(" ", 1)[1]) for line in body.splitlines()],
    )


def _levels(line: str) -> list[tuple[str, str]]:
    parts = [part.strip() for part in line.split(":", 1)[1].split("|")]
    return [(part.partition(" ")[0], part.partition(" ")[2]) for part in parts]


def compose(report: Report, seed: int = 0) -> bytes:
    """The masthead in a table in the first page's header, every text split over many runs."""
    rng = random.Random(seed)  # noqa: S311
    lists = numbering(
        {
            LISTS[key]: "".join(level(at, fmt, text) for at, (fmt, text) in enumerate(levels))
            for key, levels in report.lists.items()
        },
        {number: (number, "") for number in LISTS.values()},
    )
    cells = [_paragraph("", line, report, rng) for line in report.masthead]
    header = table(cells[:2], ["".join(cells[2:3]), "".join(cells[3:])])
    body = "".join(_line(key, text, report, rng) for key, text in report.body)
    return docx(body + SECTION, numbering=lists, styles=STYLES, header1=header)


def _line(key: str, text: str, report: Report, rng: random.Random) -> str:
    if key == "-":
        return _paragraph("", text, report, rng)
    at = int(key[1]) - 1
    name = f'<w:pStyle w:val="H{at + 1}"/>' if key[0] == "o" else ""
    num = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{LISTS[key[0]]}"/></w:numPr>'
    return _paragraph(name + num, text.split("\t", 1)[1], report, rng)


def _paragraph(properties: str, text: str, report: Report, rng: random.Random) -> str:
    """Split the text into runs at random places, as in files edited by many people."""
    cuts = sorted({0, len(text), *(rng.randrange(len(text) + 1) for _ in range(6))})
    properties_of_run = "<w:rtl/>" if report.rtl else ""
    runs = "".join(run(text[a:b], properties_of_run) for a, b in pairwise(cuts))
    return paragraph(properties=properties + "<w:bidi/>" * report.rtl, inner=runs)
