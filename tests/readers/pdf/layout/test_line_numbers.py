"""Line numbers in either margin; raised numbers before Arabic lines are marks of notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn import drawn
from pdf_files import unicode_page

from unreport import read

ROWS = [
    "يطلب إلى الأمين العام أن يقدم تقريرا عن تنفيذ هذا القرار في الدورة",
    "القادمة وأن يدرج في ذلك التقرير ما تقدمه الحكومات من معلومات عن",
    "التدابير المتخذة لحماية البحيرات والأنهار من التلوث وكذلك ما ينشر",
    "منها في السجلات الوطنية التي تعدها الهيئات المختصة في كل دولة من",
]
COUNT, LEFT, RIGHT, SIZE = 16, 60, 520, 9


def page_with_numbers(rise: int) -> bytes:
    texts = [ROWS[at % len(ROWS)] for at in range(COUNT)]
    rows = [
        (RIGHT - 20 - SIZE / 2 * len(text), 700 - 14 * at, text[::-1])
        for at, text in enumerate(texts)
    ]
    numbers = [
        (RIGHT - 3 * len(str(at + 1)), 700 - 14 * at + rise, str(at + 1)) for at in range(COUNT)
    ]
    return unicode_page(*rows, size=SIZE, over=tuple(numbers), over_size=6)


@pytest.mark.parametrize(("rise", "roles"), [(0, {"head", "body"}), (3, {"body"})])
def test_raised_numbers_are_marks_of_notes(rise: int, roles: set[str]) -> None:
    document = read(page_with_numbers(rise))

    assert {line.role for line in document.lines} == roles


def numbered(number_at: int, step: int, space: int, *, base: str) -> list[tuple[float, float, str]]:
    """Rows in paragraphs of four, parted by some space, and numbers at a place."""
    rows: list[tuple[float, float, str]] = []
    for at in range(COUNT):
        text, y = ROWS[at % len(ROWS)], 700 - 14 * at - space * (at // 4)
        words = text[::-1] if base == "R" else LATIN[at % len(LATIN)]
        rows.append((RIGHT - 20 - 4.5 * len(words) if base == "R" else LEFT + 20, y, words))
        if (at + 1) % step == 0:
            rows.append((number_at - 4.5 * len(str(at + 1)), y, str(at + 1)))
    return rows


LATIN = [
    "the Committee took note of the survey of lakes and of all that the stations had",
    "sent to it in the course of the last two years, and asked the secretariat to go",
    "on with the measures that had been agreed upon at the previous session, and with",
    "those of which the keepers of the gauges had told it in their letters of March.",
]


@pytest.mark.parametrize("space", [0, 8])
@pytest.mark.parametrize("step", [1, 5])
@pytest.mark.parametrize("number_at", [RIGHT, LEFT])
def test_numbers_in_either_margin(number_at: int, step: int, space: int) -> None:
    """LibreOffice puts those of Arabic at the left; there is more room between paragraphs."""
    document = read(unicode_page(*numbered(number_at, step, space, base="R"), size=SIZE))

    assert [line.text for line in document.lines if line.role == "head"] == [
        str(at) for at in range(step, COUNT + 1, step)
    ]
    assert [line.text for line in document.lines if line.role == "body"] == [
        ROWS[at % len(ROWS)] for at in range(COUNT)
    ]


def test_numbers_at_the_right_of_latin_lines() -> None:
    document = read(unicode_page(*numbered(RIGHT, 5, 8, base="L"), size=SIZE))

    assert [line.text for line in document.lines if line.role == "head"] == ["5", "10", "15"]


def test_lines_are_counted_over_the_space_between_paragraphs() -> None:
    text = [
        "the Committee considered the report on the rivers of",
        "the northern lakes and asked the Secretariat to send",
        "it the charts that had been made in the last decade.",
    ]
    rows = [(90.0, 700.0 - 13 * at - 9 * (at // 3), text[at % 3]) for at in range(18)]
    numbers = [(60.0, y, str(at + 1)) for at, (_, y, _) in enumerate(rows)]

    document = read(unicode_page(*rows, *numbers, size=SIZE))

    body = [line.text for line in document.lines if line.role == "body"]
    assert body == text * 6


def numbered_page(first: int, texts: list[str], size: int = 8) -> list[str]:
    """Text in 11 points with a number beside each line, in a size of its own."""
    commands = ["page"]
    for at, text in enumerate(texts):
        y = 100 + 14 * at
        commands += [f"to {y - 1.2 * size:g}", f"row 60< {size} {first + at}"]
        commands += [f"to {y - 13.2:g}", f"row 80 11 {text}"]
    return commands


def body_of(tmp_path: Path, commands: list[str]) -> list[str]:
    path = tmp_path / "pages.txt"
    path.write_text("\n".join(commands), encoding="utf-8")
    return [line.text for line in read(drawn(path)).lines if line.role == "body"]


MEMBERS = [
    "Kenya, Mr. Mwangi of the Ministry of Foreign Affairs",
    "Chad, Ms. Deby of the Permanent Mission in Geneva",
    "Peru, Mr. Quispe of the Permanent Mission in New York",
    "Cuba, Ms. Castro of the Ministry of the Environment",
]


@pytest.mark.parametrize("size", [8, 11])
def test_a_list_below_the_line_numbers_of_the_page_before_keeps_its_numbers(
    tmp_path: Path, size: int
) -> None:
    found = body_of(tmp_path, [*numbered_page(1, LATIN * 5), *numbered_page(1, MEMBERS, size)])

    assert found[-4:] == [f"{at} {text}" for at, text in enumerate(MEMBERS, start=1)]


@pytest.mark.parametrize("first", [1, 21])
def test_line_numbers_of_a_last_page_with_few_lines(tmp_path: Path, first: int) -> None:
    """They count on, or begin anew."""
    last = [*LATIN[1:], "It was signed on 4 March."]
    found = body_of(tmp_path, [*numbered_page(1, LATIN * 5), *numbered_page(first, last)])

    assert found == [*LATIN * 5, *last]


def test_numbers_beside_paragraphs_whose_own_numbers_hang() -> None:
    """Most lines begin where the text of the paragraphs does, their numbers farther out."""
    rows: list[tuple[float, float, str]] = []
    for at in range(COUNT):
        y = 700.0 - 14 * at
        rows.append((LEFT + 35, y, LATIN[at % len(LATIN)]))
        rows.append((LEFT, y, str(at + 1)))
        if at % len(LATIN) == 0:
            rows.append((LEFT + 20, y, f"{at // len(LATIN) + 1})"))

    document = read(unicode_page(*rows, size=SIZE))

    heads = [line.text for line in document.lines if line.role == "head"]
    assert heads == [str(at + 1) for at in range(COUNT)]
    body = [line.text for line in document.lines if line.role == "body"]
    assert [text[:2] for text in body[:: len(LATIN)]] == ["1)", "2)", "3)", "4)"]


@pytest.mark.parametrize("base", ["L", "R"])
def test_numbers_of_the_lines_of_head_and_foot_count_by_themselves(base: str) -> None:
    """LibreOffice numbers them too, if its setting for headers and footers is on."""
    rows = numbered(LEFT if base == "R" else RIGHT, 1, 8, base=base)
    number_at = rows[1][0]
    head = [
        (300, 740, "GA/9/L.3"),
        (number_at, 740, "1"),
        (300, 380, "GA.24"),
        (number_at, 380, "2"),
    ]

    document = read(unicode_page(*rows, *head, size=SIZE))

    heads = [line.text for line in document.lines if line.role == "head"]
    assert {*map(str, range(1, COUNT + 1))} <= {*heads}
    texts = ROWS if base == "R" else LATIN
    body = [line.text for line in document.lines if line.role == "body"]
    assert [text for text in body if len(text) > SIZE] == texts * (COUNT // len(texts))


def test_numbers_of_every_fifth_line_beside_a_list() -> None:
    """The lines of a list are not full, but nothing else counts them so."""
    rows: list[tuple[float, float, str]] = []
    for at in range(COUNT):
        y, words = 700.0 - 16 * at, ROWS[at % len(ROWS)][: 30 + 7 * (at % 5)]
        rows.append((RIGHT - 20 - 4.5 * len(words), y, words[::-1]))
        if (at + 1) % 5 == 0:
            rows.append((RIGHT - 4.5 * len(str(at + 1)), y, str(at + 1)))

    document = read(unicode_page(*rows, size=SIZE))

    assert [line.text for line in document.lines if line.role == "head"] == ["5", "10", "15"]
