"""Lines of cells that are set wide apart are told from rows of a table by what fits in a cell."""

from __future__ import annotations

from pathlib import Path

from drawn import drawn
from pdf_files import page_with, placed

from unreport import Table, parse, read

ENTRIES = [
    (["a mobile unit", "polling station"], ["bureau de vote", "itinérant"], ["12"]),
    (["provisional list", "of all voters"], ["liste électorale"], ["61"]),
    (["receipt for the", "sealing of boxes"], ["récépissé"], ["7"]),
    (["spoilt ballot"], ["bulletin nul"], ["14"]),
]

GROUPS = [
    (["Travel abroad", "Premises of all"], ["as before", "none"], ["yes", "no"]),
    (["Printing", "Consultants"], ["as before", "as before"], ["no", "no"]),
    (["Training of staff", "Premises"], ["none", "as before"], ["yes", "yes"]),
    (["Guards", "Guides of all seats"], ["none", "none"], ["no", "yes"]),
]


def rows_of(tmp_path: Path, entries: list[tuple[list[str], ...]]) -> list[object]:
    commands, top = ["page", "row 72 10 1. The Committee met.", "down 10"], 100
    for entry in entries:
        for place, lines in zip((72, 300, 480), entry, strict=True):
            for at, line in enumerate(lines):
                commands += [f"to {top + 16 * at}", f"row {place} 10 {line}"]
        top += 16 * max(map(len, entry)) + 6
    commands += [f"to {top + 10}", "row 72 10 2. The Committee met again."]
    path = tmp_path / "pages.txt"
    path.write_text("\n".join(commands), encoding="utf-8")
    return [node.rows for node, _ in parse(drawn(path)).walk() if isinstance(node, Table)]


def test_lines_of_cells_set_wide_apart(tmp_path: Path) -> None:
    assert rows_of(tmp_path, ENTRIES) == [tuple(tuple(map(" ".join, entry)) for entry in ENTRIES)]


def test_groups_of_rows(tmp_path: Path) -> None:
    """Rows of one line in groups have text in all columns."""
    rows = [row for group in GROUPS for row in zip(*group, strict=True)]

    assert rows_of(tmp_path, GROUPS) == [tuple(rows)]


BODY = """The Committee considered the report at its
second meeting. Several delegations welcomed the
progress made since the last session, and have
thanked the Secretariat for the quality of it.
Others said that more should be done to reach the
staff in remote places, where housing was scarce
and where most of the schools were far away. One
speaker recalled that a survey had been promised
two years earlier and asked when its results had
been published. The Secretariat replied that the
survey had been completed in the spring and that
a summary would be issued before the year ended:""".split("\n")
QUOTATION = """We ask the Committee to bear in mind
that staff have waited long for better
housing, and that many of them live
without their families in the camp."""
NEXT = """The adviser said that four firms had replied and
that the cheapest offer had been accepted. There
would be a table of costs in due course. Further
savings could be had by the use of old furniture.
A delegate wished to know who would inspect this
work, and was told that an engineer had been lent
by the host country, who would visit weekly until
all was finished. The meeting was suspended for a
short time and then resumed with the next item of
the agenda on schools. Results of a survey were
laid before the members, who noted that the fees
had risen in every one of the stations, and that""".split("\n")


def test_a_quotation_set_closer_than_the_text_of_two_columns() -> None:
    """The lines of the columns stand on one grid, but are no cells of one line."""
    rows: list[tuple[float, float, str]] = []
    for x, body in ((50, BODY), (320, NEXT)):
        rows += [(x, 740 - 15 * at, text) for at, text in enumerate(body)]
        quoted = QUOTATION.split("\n")
        rows += [(x + 18, 560 - 12 * at, text) for at, text in enumerate(quoted)]
        rows += [(x, 509 - 15 * at, text) for at, text in enumerate(body[1:6])]
    texts = [line.text for line in read(page_with(placed(*rows))).lines]

    assert texts[: len(BODY)] == BODY
    assert texts[-17:-5] == [*NEXT[4:], *QUOTATION.split("\n")]
