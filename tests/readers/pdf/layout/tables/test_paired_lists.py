"""Lists of numbers and titles that stand twice side by side are read half by half."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn import drawn
from pdf_files import unicode_page

from unreport import read

LEFT = (
    (200, "59/287", ("Strengthening the survey of the", "lakes and of the rivers")),
    (228, "Decision 62/511", ("Services of the keepers",)),
    (242, "77/278", ("Management of the stations that", "are under water in spring")),
)
RIGHT = (
    (201, "79/245", ("Financial reports of the office", "of the survey")),
    (226, "80/2", ("Scale of assessments",)),
    (240, "80/113; 80/114", ("International cooperation in the", "reading of gauges")),
)
ROWS = [f"{number}\t{' '.join(lines)}" for half in (LEFT, RIGHT) for _, number, lines in half]


def rows_of(tmp_path: Path, *commands: str) -> list[str]:
    path = tmp_path / "pages.txt"
    path.write_text("\n".join(["page", *commands]), encoding="utf-8")
    return [line.text for line in read(drawn(path)).lines if line.role == "table"]


def commands(half: tuple[tuple[int, str, tuple[str, ...]], ...], number: int, title: int):
    for top, text, lines in half:
        yield from (f"to {top}", f"row {number} 9 {text} | {title} {lines[0]}")
        for at, line in enumerate(lines[1:], start=1):
            yield from (f"to {top + 10 * at}", f"row {title} 9 {line}")


def test_each_half_is_read_in_order(tmp_path: Path) -> None:
    found = rows_of(
        tmp_path,
        "to 170",
        "row 72 12i Resolutions of the General Assembly",
        *commands(LEFT, 72, 150),
        *commands(RIGHT, 320, 398),
        "to 300",
        "text 72 540 10 4. The Committee took note of the report of the Secretary-General.",
    )

    assert found == ROWS


def test_a_heading_above_a_list_at_the_end_of_a_page_is_no_page_foot(tmp_path: Path) -> None:
    def low(half):
        return tuple((top + 460, number, lines) for top, number, lines in half)

    path = tmp_path / "pages.txt"
    description = [
        "page",
        "text 72 540 10 4. The Committee took note of the report of the Secretary-General.",
        "to 640",
        "row 72 10 Resolutions of the General Assembly",
        *commands(low(LEFT), 72, 150),
        *commands(low(RIGHT), 320, 398),
        "to 755",
        "row 72 7 31-00419 | 520 1/2",
    ]
    path.write_text("\n".join(description), encoding="utf-8")
    lines = [line.text for line in read(drawn(path)).lines]

    assert lines.index("Resolutions of the General Assembly") < lines.index(ROWS[0])


def test_a_table_with_rules_is_read_row_by_row(tmp_path: Path) -> None:
    rules = [f"to {top}\nrule 72 300 310 540" for top in (186, 216, 236, 262)]

    found = rows_of(tmp_path, *commands(LEFT, 72, 150), *commands(RIGHT, 320, 398), *rules)

    assert found != ROWS


@pytest.mark.parametrize("shift", [0, 3])
def test_in_arabic_the_first_half_stands_on_the_right(shift: int) -> None:
    titles = ("تعزيز مسح البحيرات", "خدمات حراس المقاييس", "إدارة المحطات", "التعاون الدولي")
    numbers = ("59/287", "62/247", "77/278", "80/113")

    def row(right: float, y: float, text: str) -> tuple[float, float, str]:
        return right - 5 * len(text), y, text

    placed = [
        place
        for at, (number, title) in enumerate(zip(numbers, titles, strict=True))
        for place in (
            row(540 - 250 * (at // 2), 600 - 25 * (at % 2) - shift * (at // 2), number),
            row(480 - 250 * (at // 2), 600 - 25 * (at % 2) - shift * (at // 2), title[::-1]),
        )
    ]
    prose = [
        row(540, 500 - 15 * at, "وأوصت اللجنة بأن تنظر الدول الأطراف في التعاون الدولي"[::-1])
        for at in range(8)
    ]
    document = read(unicode_page(*placed, *prose))

    found = [line.text for line in document.lines if line.role == "table"]
    assert found == [f"{n}\t{t}" for n, t in zip(numbers, titles, strict=True)]
