"""Rows of a table by the ruling lines or shaded bands between them, and its columns by all rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn import drawn

from unreport import Table, parse
from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.tables import table_detection
from unreport.readers.pdf.layout.tables.row_dividers import RowDivider
from unreport.readers.pdf.layout.tables.ruled_tables import TableArea, ruled_areas

HEAD = ("State", "In favour", "Against")
VOTES = [
    ("Argentina", "X"),
    ("Bosnia and Herzegovina", "", "X"),
    ("Chad", "X"),
    ("Denmark", "", "X"),
    ("Total", "112", "4"),
]
TEXTS = [
    (
        "Access of villages to",
        "information",
        "Stations that report each",
        "hour",
        "Twelve stations",
    ),
    ("Archives", "", "Share of all collections", "with a catalogue", "Sixty per cent"),
    ("Coordination among all", "donors", "Meetings of the group", "", "Two meetings"),
    ("Transport", "", "Accidents that carriers", "report", "A decrease"),
]


def tables(tmp_path: Path, *commands: str) -> list[tuple[tuple[str, ...], ...]]:
    path = tmp_path / "pages.txt"
    text = (
        "text 72 540 10 1. The Committee met in the hall of the seat, and took note of the paper."
    )
    path.write_text("\n".join(["page", text, *commands, text]), encoding="utf-8")
    return [node.rows for node, _ in parse(drawn(path)).walk() if isinstance(node, Table)]


@pytest.mark.parametrize("ground", [(), ("ground",)])
@pytest.mark.parametrize("cells", ["72 540", "72 300 400 540"])
def test_every_other_row_is_shaded(tmp_path: Path, ground: tuple[str, ...], cells: str) -> None:
    """The head is above the first band and the last row below the last one.

    A white rectangle below all of the page is no cell.
    """
    commands = [*ground, "down 20"]
    for at, row in enumerate([HEAD, *VOTES]):
        places = zip(("72", "302", "402"), row, strict=False)
        own = [(place, text) for place, text in places if text]
        commands += [f"shade {cells} 16"] if at % 2 else []
        commands += [f"row 72 10 {' | '.join([own[0][1], *map(' '.join, own[1:])])}", "down 4"]

    assert tables(tmp_path, *commands, "down 30") == [(HEAD, *VOTES)]


def test_rows_between_rules_are_closer_than_lines(tmp_path: Path) -> None:
    """The lines of a cell are 14 points apart, and those of two rows 13."""
    commands, top = ["down 10", "rule 72 540", "row 72 10 Aim | 240 Measure | 420 Goal"], 98
    for label, label_end, measure, measure_end, goal in TEXTS:
        commands += [f"to {top - 1}", "rule 72 540", f"to {top}"]
        commands += [f"row 72 10 {label} | 240 {measure} | 420 {goal}"]
        more = [f"{x} {text}" for x, text in ((72, label_end), (240, measure_end)) if text]
        if more:
            rest = " | ".join(more).replace(" ", " 10 ", 1)
            commands += [f"to {top + 14}", f"row {rest}"]
        top += 27 if more else 13
    rows = [(f"{a} {b}".strip(), f"{c} {d}".strip(), e) for a, b, c, d, e in TEXTS]

    found = tables(tmp_path, *commands, f"to {top - 1}", "rule 72 540", "down 20")

    assert found == [(("Aim", "Measure", "Goal"), *rows)]


def test_a_label_beside_several_rows(tmp_path: Path) -> None:
    """It stands at the middle of its rows, between which only the other columns have rules."""
    rows = [("", "Travel", "12"), ("Fund", "Printing", "314"), ("", "Guides", "7")]
    commands = ["down 10", "rule 72 540", "row 72 10 Source | 200 Purpose | 400 Amount"]
    for _ in range(2):
        commands.append("rule 72 540")
        for at, (label, purpose, amount) in enumerate(rows):
            commands += ["rule 200 540"] if at else []
            place = f"72 10 {label} | 200" if label else "200 10"
            commands.append(f"row {place} {purpose} | 440< {amount}")

    found = tables(tmp_path, *commands, "rule 72 540", "down 20")

    own = (("Fund", "Travel", "12"), ("", "Printing", "314"), ("", "Guides", "7"))
    assert found == [(("Source", "Purpose", "Amount"), *own, *own)]


def test_labels_of_a_head_begin_before_the_figures(tmp_path: Path) -> None:
    """The second line of the label is the widest cell of its column."""
    commands = ["down 10", "row 72 10 Item | 380< Approved | 500< Spent"]
    commands += ["row 380< 10 allotment in 2023 | 500< by June"]
    rows = [("Travel", "120", "14"), ("Guides", "9,400", "3,120"), ("Printing", "87", "60")]
    for label, *figures in rows:
        commands += ["down 4", f"row 72 10 {label} | 380< {figures[0]} | 500< {figures[1]}"]

    found = tables(tmp_path, *commands, "down 20")

    assert found == [(("Item", "Approved allotment in 2023", "Spent by June"), *rows)]


def test_a_table_that_begins_with_a_head_of_three_lines(tmp_path: Path) -> None:
    """The column of labels shows on the next page, which has more of them."""
    head = ["row 72 10 Item | 300< Budget | 420< Spent", "row 300< 10 for all | 420< by the"]
    head += ["row 300< 10 stations | 420< end", "down 6", "row 72 10 Audit | 300< 4,459 | 420< 453"]
    rows = [("Travel", "120", "14"), ("Guides", "9,400", "3,120"), ("Printing", "87", "60")]
    lines = [f"row 72 10 {a} | 300< {b} | 420< {c}" for a, b, c in rows]
    commands = ["to 650", *head, "page", *(x for line in lines for x in (line, "down 6"))]

    found = tables(tmp_path, *commands, "down 20")

    assert found[-1][-3:] == tuple(rows)


def test_names_of_groups_and_labels_that_span_columns(tmp_path: Path) -> None:
    """Names in bold between rows are no headings, and the head above the years is of the table."""
    commands = ["down 10", "row 72 10 Item | 390= Two years | 540< Total"]
    commands += ["down 4", "row 340< 10 2023 | 440< 2024"]
    rows: list[tuple[str, ...]] = []
    for group in ("Regular budget", "Trust fund"):
        commands += ["down 4", f"row 72 10b {group}"]
        rows.append((group,))
        for own in (("Travel", "120", "9,400", "520"), ("Audit", "314", "87", "401")):
            commands += ["down 4", "row 72 10 {} | 340< {} | 440< {} | 540< {}".format(*own)]
            rows.append(own)

    found = tables(tmp_path, *commands, "down 30")

    assert [row for row in found[0] if "2" not in row[1:2]][-len(rows) :] == rows


def test_rows_closer_than_the_lines_of_their_cells(tmp_path: Path) -> None:
    commands, top = ["to 82", "row 72 10 Aim | 240 Measure | 420 Goal"], 108.5
    texts = [own for own in (*TEXTS, *TEXTS[::-1]) if own[1] or own[3]]
    for label, label_end, measure, measure_end, goal in texts:
        commands += [f"to {top - 12}", f"row 72 10 {label} | 240 {measure} | 420 {goal}"]
        more = [f"{x} {text}" for x, text in ((72, label_end), (240, measure_end)) if text]
        rest = " | ".join(more).replace(" ", " 10 ", 1)
        commands += [f"to {top + 15.5 - 12}", f"row {rest}"]
        top += 30
    rows = [(f"{a} {b}".strip(), f"{c} {d}".strip(), e) for a, b, c, d, e in texts]

    found = tables(tmp_path, *commands, "down 30")

    assert found[0][-len(rows) :] == tuple(rows)


@pytest.mark.parametrize("second", ["200", "320"])
def test_shaded_headings_do_not_divide_the_rows_between_them(tmp_path: Path, second: str) -> None:
    """The labels of the rows are alike in width, so that none looks to have room for more."""
    commands, rows = ["down 8"], []
    own = [("Family name: Keita", "Given name: Awa"), ("Home town: Bamako", "Work: in Segou")]
    for title in ("First person", "Second person", "Third person"):
        commands += ["shade 72 540 16", f"row 76 10b {title}", "down 8"]
        commands += [f"row 72 10 {own[0][0]} | {second} {own[0][1]}", "down 4"]
        commands += [f"row 72 10 {own[1][0]} | {second} {own[1][1]}", "down 8"]
        rows += own

    found = tables(tmp_path, *commands, "down 12")

    assert [row for table in found for row in table if len(row) > 1] == rows


def test_the_parts_of_stacked_bars_are_no_cells(tmp_path: Path) -> None:
    rows = [
        (f"Share of {x}", f"{20 + at}", f"{30 + at}", f"{50 - 2 * at}")
        for at, x in enumerate(("water", "forests", "deserts", "the seas"))
    ]
    commands = []
    for at, (label, *parts) in enumerate(rows):
        commands += ["down 8", f"shade 230 {300 + 30 * at} {420 + 10 * at} 540 12"]
        commands += ["row 72 9 {} | 260 {} | 350 {} | 480 {}".format(label, *parts)]

    assert tables(tmp_path, *commands, "down 20") == [tuple(rows)]


def test_a_shaded_box_in_a_text_column_is_no_head_of_a_table(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The gutter, at which all rows of both columns could be divided, is not above the box."""
    left = ("The members of the board met with the", "heads of all the stations at the seat and")
    right = ("They took note of the figures", "on the use of funds in the year")
    commands, found = ["down 8"], []
    for at in range(14):
        commands += ["shade 72 290 28"] if at in {4, 9} else []
        commands += [f"row 76 10 {left[at % 2]} | 322 {right[at % 2]}"]

    def kept(rulings: list[RowDivider], rows: list[Row], size: float) -> list[TableArea]:
        found.append((len(rulings), ruled_areas(rulings, rows, size)))
        return found[-1][1]

    monkeypatch.setattr(table_detection, "ruled_areas", kept)
    tables(tmp_path, *commands, "down 30")

    assert found == [(4, [])]


@pytest.mark.parametrize("rule", [["rule 72 540"], []])
def test_short_labels_with_digits_are_no_list_markers(tmp_path: Path, rule: list[str]) -> None:
    rows = [("USG", "4", "4", "–"), ("D-2", "17", "37", "20"), ("P-5", "6", "1", "(5)")]
    rows += [("L.1", "31", "40", "9"), ("P-2/1", "45", "32", "(13)")]
    commands = ["down 10", *rule, "row 72 10 Grade | 300< 2023 | 420< 2024 | 540< Change", *rule]
    for own in rows:
        commands += ["down 4", "row 72 10 {} | 300< {} | 420< {} | 540< {}".format(*own)]

    found = tables(tmp_path, *commands, *rule, "down 30")

    assert found == [(("Grade", "2023", "2024", "Change"), *rows)]


def test_figures_of_columns_that_stand_equally_far_apart(tmp_path: Path) -> None:
    """They are no words of a justified line, whose spaces are not as wide."""
    labels = ("Supplies", "Travel of the members of both working groups", "Audit", "Training")
    commands, rows = ["down 10"], []
    for at, label in enumerate((*labels, *labels)):
        own = (label, f"{at + 1},653", f"{74 + at},470", f"{at + 2},118")
        commands += ["down 5", "row 72 10 {} | 370< {} | 455< {} | 540< {}".format(*own)]
        rows.append(own)

    assert tables(tmp_path, *commands, "down 30") == [tuple(rows)]
