"""Items, paragraphs and headings in forms that converters and other bodies print."""

import pytest

from unreport import check, parse_text


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


@pytest.mark.parametrize(
    ("row", "notes"),
    [
        ("It chose option [a] or [b] of it. [a] was preferred.", "[a] See A.\n[b] See B."),
        ("The speed is in km /1 hour. It met. /2", "/1 See A.\n/2 See B."),
    ],
)
def test_marks_within_a_sentence_call_no_notes(row: str, notes: str) -> None:
    text = f"1. {row}\n\n2. It closed.\n\n__________\n{notes}\n"

    report = parse_text(text, language="en")

    assert report.paragraphs[0].text == row
    assert {"note-uncalled", "note-unread"} & {issue.code for issue in check(report)}


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


MARKDOWN = r"""A/80/L.5

## I. Work

1\. The Board met in 2019--2020, and considered \[sic\]:

\(a\) rivers;

\(b\) lakes.

2\. It closed \-- late \-- in June.

3\. It met again.
"""


def test_markdown_with_escaped_signs() -> None:
    report = parse_text(MARKDOWN, language="en")

    assert [section.title for section in report.sections] == ["Work"]
    assert [p.number for p in report.paragraphs] == [1, 2, 3]
    assert [item.text for item in report.paragraphs[0].items] == ["rivers;", "lakes."]
    assert "in 2019–2020, and considered [sic]:" in report.paragraphs[0].text


def test_backslashes_that_escape_nothing_are_kept() -> None:
    report = parse_text("1. It is in C:\\(a)\\ and \\(b\\).\n\n2. It closed.", language="en")

    assert report.paragraphs[0].text == "It is in C:\\(a)\\ and \\(b\\)."


def test_a_heading_that_html2text_has_broken() -> None:
    text = (
        "***** I. Work of the year (continued) *****\n1. The Board met.\n"
        "**** A. Protection of the rights of witnesses and\nvictims in the region ****\n"
        "2. It met again.\n**** B. Lakes and the rivers of the northern region\n****\n"
        "3. It closed."
    )

    report = parse_text(text, language="en")

    assert [(s.marker, s.title) for s in report.sections[0].sections] == [
        ("A.", "Protection of the rights of witnesses and victims in the region"),
        ("B.", "Lakes and the rivers of the northern region"),
    ]
    assert [p.number for p in report.paragraphs] == [1, 2, 3]


def test_chinese_rows_that_a_converter_broke_at_their_spaces() -> None:
    text = (
        "一、工作\n\n1.\n委员会审议了关于河流和湖泊的报告，并就今后几年在这一领域开展的工作"
        "达成了一致意见，"
        "包括解除武装、复员和遣返\n(复员遣返)方案，通过了下列决定：\n"
        "(a)\n保护河流；\n(b) 保护湖泊。\n"
        "2. 会议结束。\n"
    )

    first, second = parse_text(text, language="zh").paragraphs

    assert (first.number, second.number) == (1, 2)
    assert "复员和遣返(复员遣返)方案" in first.text
    assert [item.text for item in first.items] == ["保护河流；", "保护湖泊。"]


def test_long_chinese_rows_of_a_list_stay_apart() -> None:
    first = (
        "、".join(["阿尔及利亚", "布基纳法索", "刚果民主共和国", "中非共和国"] * 4) + "、赤道几内亚"
    )
    text = f"一、工作\n\n1. 出席会议的有下列会员国的代表：\n\n{first}\n{first}\n\n2. 会议结束。\n"

    report = parse_text(text, language="zh")

    assert [p.number for p in report.paragraphs] == [1, None, None, 2]
    assert "paragraph-broken" in [issue.code for issue in check(report)]


def test_raised_calls_that_became_plain_digits() -> None:
    text = "1. It met.1 It went on.2\n\n2. It closed.\n\n1 See A/80/4.\n\n2 Ibid.\n"

    report = parse_text(text, language="en")

    assert [(n.marker, n.text) for n in report.footnotes] == [("1", "See A/80/4."), ("2", "Ibid.")]
    assert [p.text for p in report.paragraphs] == ["It met. It went on.", "It closed."]


def test_one_raised_call_in_chinese_that_became_a_plain_digit() -> None:
    text = "1. 委员会在议程项目1下，根据第2(b)段举行会议。1\n\n2. 会议结束。\n\n1 见A/80/4。\n"

    report = parse_text(text, language="zh")

    assert [(n.marker, n.text) for n in report.footnotes] == [("1", "见A/80/4。")]
    assert report.paragraphs[0].text == "委员会在议程项目1下，根据第2(b)段举行会议。"


@pytest.mark.parametrize(
    ("language", "letter"), [("ru", "o"), ("es", "o"), ("en", "§"), ("fr", "ü"), ("ar", "Ø")]
)
def test_bullets_that_a_conversion_printed_as_letters(language: str, letter: str) -> None:
    items = "\n\n".join(f"{letter} 8{at} A/80;" for at in range(3))
    text = f"1. A/80/4:\n\n{items}\n\n2. A/80/9."

    first, _ = parse_text(text, language=language).paragraphs

    assert [(item.marker, item.number) for item in first.items] == [(letter, None)] * 3


def test_a_variable_is_no_bullet() -> None:
    text = "1. In the formula, where:\n\nn is the number of members,\nn being not zero,\n\n2. End."

    report = parse_text(text, language="en")

    assert [item.text for p in report.paragraphs for item in p.items] == []
    assert any("n is the number of members" in p.text for p in report.paragraphs)


def test_a_spanish_word_is_no_bullet() -> None:
    text = (
        "1. Se reunió en mayo,\no en junio. Los temas fueron:\no bien los ríos\no bien los lagos."
    )

    report = parse_text(text, language="es")

    assert [item.text for p in report.paragraphs for item in p.items] == []


def test_chinese_chapters_by_ordinals() -> None:
    text = "第一、导言\n\n1. 委员会开会。\n\n第二、建议\n\n2. 会议结束。"

    report = parse_text(text, language="zh")

    assert [(s.kind, s.number, s.title) for s in report.sections] == [
        ("chapter", 1, "导言"),
        ("chapter", 2, "建议"),
    ]


def test_items_at_the_foot_of_a_page_below_a_colon_are_no_notes() -> None:
    text = (
        "A/90/L.1\n\nDraft report\n\n1. The Committee met in Bonn.¹\n\n2. It heard the Chair.²\n\n"
        "3. It asked that this measure shall not apply to:\n"
        "    (1) Boats of the keepers of the gauges;\n    (2) Boats that carry nothing but\n\n"
        "2/8\tGE.24-10925\nA/90/L.1\n\npassengers.\n\n4. It rose.\n\n"
        "_______________\n¹ See A/89/17.\n² Ibid.\n"
    )

    report = parse_text(text)

    assert [item.marker for item in report.paragraphs[2].items] == ["(1)", "(2)"]
    assert [note.marker for note in report.footnotes] == ["1", "2"]


def test_a_russian_abbreviation_opens_no_item() -> None:
    head = "Организация Объединенных Наций\nA/80/100\n\nДоклад\n\n1. Комитет просил:\n\n"
    text = (
        f"{head}а. Доклад;\n\nб. Обзор;\n\nв. План.\n\n2. Конец.\n\nг. Нью-Йорк, 12 мая 2025 года\n"
    )

    report = parse_text(text)

    assert [item.marker for item in report.paragraphs[0].items] == ["а.", "б.", "в."]
    assert report.paragraphs[1].text == "Конец."
