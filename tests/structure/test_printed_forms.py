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


@pytest.mark.parametrize(
    ("call", "mark"), [(" /1", "/1 "), (" [a]", "[a] "), (".[1]", "[1] "), (".(1)", "(1) ")]
)
def test_notes_below_a_rule_and_at_the_foot_of_a_page(call: str, mark: str) -> None:
    text = f"1. It met{call}\n\n2. It closed.\n\n________\n{mark}See below.\n"

    report = parse_text(text, language="en")

    assert [(n.marker, n.text) for n in report.footnotes] == [(mark.strip("/[]() "), "See below.")]
    assert [p.text for p in report.paragraphs] == [f"It met{call[:-3].strip()}", "It closed."]


@pytest.mark.parametrize("form", ["[{}]", "({})", "（{}）"])
def test_notes_without_a_rule_at_the_foot_of_a_page(form: str) -> None:
    text = (
        f"A/80/L.5\n\nDraft report\n\n1. The Board met in spring.{form.format(1)} It turned to\n\n"
        f"{form.format(1)} See A/80/4.\n\n– 1 –\n\nA/80/L.5\n\nthe lakes, and closed in June.\n\n"
        "2. It met again.\n\n– 2 –\n"
    )

    report = parse_text(text, language="en")

    assert [(n.marker, n.text) for n in report.footnotes] == [("1", "See A/80/4.")]
    assert [p.text for p in report.paragraphs] == [
        "The Board met in spring. It turned to the lakes, and closed in June.",
        "It met again.",
    ]


def test_numbers_of_symbols_behind_a_slash_call_no_notes() -> None:
    text = "1. See A/80/1 and 2/1.\n\n2. It closed.\n\n________\n/1 See below.\n"

    report = parse_text(text, language="en")

    assert report.paragraphs[0].text == "See A/80/1 and 2/1."


@pytest.mark.parametrize("form", ["{}：", "{}、", "{}．"])
def test_chinese_numbers_before_a_date(form: str) -> None:
    rows = [f"{form.format(at)}{at + 4}月至9月，渡轮每天开航四次。" for at in (1, 2, 3)]

    report = parse_text("一、工作\n\n" + "\n\n".join(rows), language="zh")

    assert [p.number for p in report.paragraphs] == [1, 2, 3]
    assert report.paragraphs[0].text.startswith("5月")


def test_chinese_dates_with_spaces_are_no_paragraphs() -> None:
    rows = [f"{at} 月 5 日，委员会举行了会议。" for at in (1, 2, 3)]

    report = parse_text("一、工作\n\n" + "\n\n".join(rows), language="zh")

    assert [p.number for p in report.paragraphs] == [None, None, None]
