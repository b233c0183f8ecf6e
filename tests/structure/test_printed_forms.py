"""Items, paragraphs and headings in forms that converters and other bodies print."""

import pytest

from unreport import parse_text


@pytest.mark.parametrize(
    ("language", "marks"),
    [
        ("en", ("a/", "b/", "c/")),
        ("es", ("a/", "b/", "c/")),
        ("en", ("[a]", "[b]", "[c]")),
        ("ar", ("(أ)-", "(ب)-", "(ج)-")),
        ("ar", ("أ/", "ب/", "ج/")),
        ("ar", ("أ ـ", "ب ـ", "ج ـ")),
        ("ar", ("(أ).", "(ب).", "(ج).")),
        ("en", ("(a).", "(b).", "(c).")),
        ("es", ("a).", "b).", "c).")),
        ("fr", ("(a).", "(b).", "(c).")),
        ("ru", ("а.", "б.", "в.")),
        ("zh", ("①", "②", "③")),
        ("zh", ("（甲）", "（乙）", "（丙）")),
    ],
)
def test_items_in_the_forms_that_converters_and_other_bodies_print(
    language: str, marks: tuple[str, ...]
) -> None:
    rows = "\n\n".join(f"{mark} A/80/{at};" for at, mark in enumerate(marks, 1))

    (paragraph,) = parse_text(f"1. A/80/50:\n\n{rows}", language=language).paragraphs

    assert [(item.number, item.text) for item in paragraph.items] == [
        (1, "A/80/1;"),
        (2, "A/80/2;"),
        (3, "A/80/3;"),
    ]


@pytest.mark.parametrize("form", ["25.{}: ", "25.{}) ", "¶ 25.{} ", "{}. -- ", "[{}] ", ".{} "])
def test_numbers_of_paragraphs(form: str) -> None:
    texts = ("The Board met in the spring.", "It met again in May.", "It closed in June.")
    rows = "\n\n".join(form.format(at) + text for at, text in enumerate(texts, 1))

    report = parse_text(f"I. Work\n\n{rows}", language="en")

    assert [(p.number, p.text) for p in report.paragraphs] == list(enumerate(texts, 1))


@pytest.mark.parametrize("marks", [("****** ", " ******"), ("# ", ""), ("## ", " ##")])
def test_headings_that_a_converter_marked(marks: tuple[str, str]) -> None:
    before, after = marks
    text = f"{before}Work of the year{after}\n\nThe Board met in the spring, and it closed in June."

    report = parse_text(text, language="en")

    assert [section.title for section in report.sections] == ["Work of the year"]


def test_rows_of_stars_are_no_headings() -> None:
    report = parse_text("I. Work\n\n1. It met.\n\n* * *\n\n2. It closed.", language="en")

    assert [section.title for section in report.sections] == ["Work"]
    assert [p.number for p in report.paragraphs] == [1, 2]


def test_stars_with_a_slash_call_notes() -> None:
    text = "1. It met. */\n\n2. It closed. **/\n\n________\n*/ See below.\n**/ Ibid.\n"

    report = parse_text(text, language="en")

    assert [(n.marker, n.text) for n in report.footnotes] == [("*", "See below."), ("**", "Ibid.")]
    assert [p.text for p in report.paragraphs] == ["It met.", "It closed."]


@pytest.mark.parametrize("form", ["{}．", "{}、", "（{}） "])
def test_chinese_sections_by_heavenly_stems(form: str) -> None:
    first, second = form.format("甲"), form.format("乙")
    text = f"一、工作\n\n{first}春季会议\n\n1. 开会。\n\n{second}秋季会议\n\n2. 散会。"

    chapter = parse_text(text, language="zh").sections[0]

    assert [(s.kind, s.number, s.title) for s in chapter.sections] == [
        ("section", 1, "春季会议"),
        ("section", 2, "秋季会议"),
    ]


@pytest.mark.parametrize("opening", ["Se abrió", "En mayo se reunió", "A las diez se cerró"])
def test_bare_numbers_before_what_begins_the_name_of_a_month(opening: str) -> None:
    rows = "\n\n".join(f"{at} {opening} la sesión." for at in range(1, 7))

    report = parse_text(f"I. Labor\n\n{rows}", language="es")

    assert [p.number for p in report.paragraphs] == [1, 2, 3, 4, 5, 6]


def test_the_first_number_right_below_a_long_heading() -> None:
    titles = ["Observers of the autumn elections: training", "Rivers", "Lakes"]
    row = "The Board met in spring, when the river was high and the lower meadows were under water,"
    text = "\n".join(
        line
        for at, title in enumerate(titles, 1)
        for line in ("", title, f"{at}/ {row}", f"and {row}", "and it closed in June.")
    )

    report = parse_text(text, language="en")

    assert [s.title for s in report.sections] == titles
    assert [p.number for p in report.paragraphs] == [1, 2, 3]


def test_the_first_number_right_below_a_masthead_without_blank_lines() -> None:
    rows = (
        f"{at}）、委员会在春季举行会议，审议了关于河流和湖泊的报告，并通过了决定。"
        for at in (1, 2, 3)
    )
    head = "联合国\nTD/B/80/L.1\nDistr.: Limited\n5 May 2025\n贸易和发展理事会\n要点"

    report = parse_text(f"{head}\n" + "\n".join(rows), language="zh")

    assert [p.number for p in report.paragraphs] == [1, 2, 3]
