"""Markdown files of converters: emphasis, spans, links, escaped signs, raised calls."""

import pytest

import unreport
from unreport import parse_text
from unreport.readers.markdown import without_markdown
from unreport.readers.text_tables.tags import without_tags

RESOLUTION = """### Declaration on the rivers

*The General Assembly,*

*Considering* that the rivers and the lakes are
the wealth of all,

*Recalling* its resolution of 1963, and that ***they flow
to the sea***,

**Article 1**

All rivers are free.
"""


def test_emphasized_words_are_no_notes() -> None:
    report = parse_text(RESOLUTION, language="en")

    assert report.footnotes == ()
    assert "Article 1" in [section.title for section in report.sections]
    assert not any("*" in p.text for p in report.paragraphs)


def test_stars_that_call_notes_are_no_emphasis() -> None:
    text = (
        "The session* and the meeting* met*.\n\n*See A/80/1.\n\n*1903070*\n*2609939*\n*2609940*\n"
    )

    assert without_markdown(text) == text


def test_spans_of_pandoc_with_calls_of_notes() -> None:
    text = (
        '[1- عقدت اللجنة اجتماعها^(^[^1]^)^ في الربيع.]{dir="rtl"}\n\n'
        '[2- ونظرت في [التقرير](https://example.org/a).]{dir="rtl"}\n\n'
        '[3- واختتمت أعمالها.]{dir="rtl"}\n\n[^1]: [انظر A/80/4.]{dir="rtl"}\n'
    )

    report = parse_text(text, language="ar")

    assert [p.number for p in report.paragraphs] == [1, 2, 3]
    assert [(n.marker, n.text) for n in report.footnotes] == [("1", "انظر A/80/4.")]
    assert report.paragraphs[1].text == "ونظرت في التقرير."


@pytest.mark.parametrize("brackets", ["⁽[{}]⁾", "([{}])"])
def test_calls_of_a_converter_within_raised_brackets(brackets: str) -> None:
    text = (
        f"1. It met{brackets.format(1)}.\n\n2. It closed{brackets.format(2)}.\n\n"
        "[1] See A/80/4.\n\n[2] Ibid.\n"
    )

    report = parse_text(text, language="en")

    assert [(n.marker, n.text) for n in report.footnotes] == [("1", "See A/80/4."), ("2", "Ibid.")]


@pytest.mark.parametrize(
    "row",
    [
        "Angola (2026)*, Chile (2027)*, Egypt (2028)*, Ghana (2026)*, India (2027)* and Peru*.",
        "智利（2026年）*、秘鲁（2027年）*、古巴（2028年）*、巴拿马（2026年）*。",
        "The rate is (a+b)*(c+d)*(e+f), or (p)*(q)*(r)*(s)*(t).",
    ],
)
def test_stars_between_a_closing_bracket_and_a_comma_open_no_emphasis(row: str) -> None:
    text = f"1. {row}\n\n2. It met.\n\n* Elected by the Council.\n"

    assert without_markdown(text) == text


@pytest.mark.parametrize(
    "row",
    [
        r"It is \sqrt[3]{x}, \sqrt[4]{y} and \sqrt[n]{z}, as in [a]{.b}.",
        "The *Board* met in *June* in *Lima*, and the result is\n\n> 50 per cent of the members.",
    ],
)
def test_signs_of_other_notations_are_kept(row: str) -> None:
    tail = row.rpartition("\n")[2] if "\n" in row else row

    assert without_markdown(row).endswith(tail)


def test_paths_comparisons_and_quotations_in_escaped_markdown() -> None:
    text = (
        "1\\. It is in C:\\[temp] \\[sic\\].\n\n2\\. It met.\n\n3\\. It closed.\n\n"
        "> 5 per cent stayed.\n\n> (a) rivers;\n> (b) lakes.\n"
    )

    assert without_markdown(text) == (
        "1. It is in C:\\[temp] [sic].\n\n2. It met.\n\n3. It closed.\n\n"
        "> 5 per cent stayed.\n\n(a) rivers;\n(b) lakes.\n"
    )


TABLE = (
    '<table>\n<thead>\n<tr class="header">\n<th>Port</th>\n<th>Ships</th>\n</tr>\n</thead>\n'
    "<tbody>\n<tr>\n<td><p>Riverton</p>\n<p>and <b>Quay</b></p></td>\n<td>12&nbsp;%</td>\n"
    '</tr>\n<tr>\n<td colspan="2">Total</td>\n</tr>\n</tbody>\n</table>'
)


def test_tables_of_html_within_markdown() -> None:
    text = f"{TABLE}\n\n# I. Work\n\n1. It met.\n\n{TABLE}\n\n2. It closed."
    report = unreport.parse(text.encode())
    tables = [node for node, _ in report.walk() if isinstance(node, unreport.Table)]

    assert tables[-1].rows == (("Port", "Ships"), ("Riverton and Quay", "12 %"), ("Total", ""))
    assert [node.title for node in report.sections] == ["Work"]
    assert [node.number for node in report.paragraphs] == [1, 2]


@pytest.mark.parametrize(
    ("title", "first"), [("أولا- المقدمة", "١- اجتمعت اللجنة."), ("I. Work", "1. It met.")]
)
def test_spans_of_html_within_markdown(title: str, first: str) -> None:
    rows = (f"# {title}", first, first.replace("1", "2").replace("١", "٢"))
    text = "\n\n".join(
        row[:2] + f'<span dir="rtl">{row[2:]}</span>'
        if row[0] == "#"
        else f'<span dir="rtl">{row}</span>'
        for row in rows
    )
    report = unreport.parse(text.encode())

    assert [node.heading for node in report.sections] == [title]
    assert [node.number for node in report.paragraphs] == [1, 2]


def test_tags_of_paragraphs_are_a_page() -> None:
    page = "<div>\n\n<p>1. It met.</p>\n\n<p>2. It<br>\n\nclosed.</p>\n\n</div>"
    assert len(unreport.read(page.encode()).lines) >= 2
    assert "<" not in unreport.read(page.encode()).text


def test_emphasis_by_underscores() -> None:
    text = "__I\\. Work__\n\n1\\. It _met_\\.\n\n2\\. See a\\_b and x_y_z\\.\n\n3\\. ____ __\n"
    assert without_markdown(text) == (
        "I. Work\n\n1. It met.\n\n2. See a_b and x_y_z.\n\n3. ____ __\n"
    )


def test_underscores_that_are_no_emphasis() -> None:
    lines = r"\_\_\_\_\_\_", r"\_name\_", "__init__", "http://un.org/_index_"
    text = "1\\. It met.\n\n2\\. It closed.\n\n3\\. It ended.\n\n"
    assert without_markdown(text + "\n\n".join(lines)).split("\n\n")[3:] == [
        "______",
        "_name_",
        "__init__",
        "http://un.org/_index_",
    ]


@pytest.mark.parametrize(
    "text",
    [
        '1. See <a href="http://un.org">the site</a>.',
        "1. The text has <table of contents> and </table>",
        '١- انظر <a href="http://un.org">الموقع</a> و</span>.',
    ],
)
def test_tags_in_prose_stay(text: str) -> None:
    assert without_tags(text) == text


def test_the_end_of_a_kept_tag_stays_within_a_removed_one() -> None:
    assert without_tags('<a id="x"></a>1. <a href="u">It <span dir="rtl">met</span></a>.') == (
        '1. <a href="u">It met</a>.'
    )
