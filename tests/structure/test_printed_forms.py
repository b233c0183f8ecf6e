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
    ],
)
def test_items_with_a_slash_square_brackets_or_a_dash(
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
