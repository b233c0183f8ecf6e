"""Cells of several paragraphs, and cells beside several rows, where no rules part the rows."""

from __future__ import annotations

from pathlib import Path

from drawn import drawn

from unreport import Table, parse

HEAD = ["page", "row 72 10 1. The Committee met."]
YEARS = ("2031 (actual)", "2032 (actual)", "2033 (planned)")
PLACES = (72, 230, 390)


def rows_of(tmp_path: Path, commands: list[str]) -> list[tuple[tuple[str, ...], ...]]:
    path = tmp_path / "pages.txt"
    path.write_text("\n".join([*HEAD, *commands]), encoding="utf-8")
    return [node.rows for node, _ in parse(drawn(path)).walk() if isinstance(node, Table)]


def line(y: float, *cells: str, places: tuple[int, ...] = PLACES) -> list[str]:
    text = " | ".join(f"{x} {cell}" for x, cell in zip(places, cells, strict=False) if cell)
    return [f"to {y}", f"row {text[: text.index(' ')]} 10 {text[text.index(' ') + 1 :]}"]


def performance(*lines: tuple[float, tuple[str, ...]]) -> list[str]:
    body = [command for y, cells in lines for command in line(y, *cells)]
    rule = "rule 72 226 228 386 388 540"
    head = ["to 96", rule, *line(100, *YEARS), "to 116", rule]
    return [*head, *body, "to 240", rule]


def test_paragraphs_under_years_are_one_row(tmp_path: Path) -> None:
    """Nothing names a row where all columns are years."""
    (rows,) = rows_of(
        tmp_path,
        performance(
            (130, ("Gauges of all", "Gauges of both", "Gauges of no lake")),
            (142, ("lakes were read", "lakes were read")),
            (160, ("Keepers were paid", "Keepers were asked")),
            (172, ("for the readings", "for the readings")),
            (190, ("Boats were tarred", "Boats were painted")),
        ),
    )

    assert rows == (
        YEARS,
        (
            "Gauges of all lakes were read Keepers were paid for the readings Boats were tarred",
            "Gauges of both lakes were read Keepers were asked for the readings Boats were painted",
            "Gauges of no lake",
        ),
    )


def test_numbers_under_years_are_rows(tmp_path: Path) -> None:
    numbers = [(130.0, ("41", "17", "23")), (146.0, ("9", "12", "31")), (162.0, ("8", "7", "6"))]
    (rows,) = rows_of(tmp_path, performance(*numbers))

    assert rows == (YEARS, *(cells for _, cells in numbers))


OUTPUTS = (72, 262, 312)
LABELS = (
    ("Reading of the gauges of the twelve", "northern lakes and of all the rivers", "downstream"),
    ("Payment of the keepers of the gauges", "of the northern and of the southern", "lakeshores"),
    (
        "Mending of the boats in which keepers",
        "whose gauges are on islands cross to",
        "instruments",
    ),
)


def test_a_label_beside_several_rows_is_of_the_first(tmp_path: Path) -> None:
    """Lines at the leading are one cell; the rows beside it stand at the space of a paragraph."""
    rule = "rule 72 258 260 307 309 540"
    commands = ["to 96", rule, *line(100, "Planned outputs", "Count", "Remarks", places=OUTPUTS)]
    commands += ["to 116", rule]
    expected = [("Planned outputs", "Count", "Remarks")]
    for number, label in enumerate(LABELS):
        top = 132 + 60 * number
        for at, text in enumerate(label):
            commands += line(top + 12 * at, text, places=OUTPUTS)
        for at, remark in enumerate(("Lake gauges", "River gauges")):
            values = str(number + at + 2), remark
            commands += line(top + 20.5 * at, "", *values, places=OUTPUTS)
            expected.append((" ".join(label) if not at else "", *values))
    commands += ["to 330", rule]
    (rows,) = rows_of(tmp_path, commands)

    assert list(rows) == expected
