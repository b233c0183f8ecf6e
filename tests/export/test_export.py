"""Markdown, HTML and the tree: all of a report's text, and nothing that it would command."""

from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import given
from strategies import reports

from unreport import Report, parse_text, to_html, to_markdown, to_tree
from unreport.export.html.assets import asset
from unreport.export.markdown import escape

NOTED = """\
II. Deliberations (continued)

1. The Committee:1

(a) noted that:

(i) rain fell;

(ii) wind blew;

(b) parted.

Name\tPapers
A\t1
B\t2
C\t3

__________
1 See *A/80/50*.
"""
MARKDOWN = """\
# II. Deliberations (continued)

1\\. The Committee:[^1]

- (a) noted that:
  - (i) rain fell;
  - (ii) wind blew;
- (b) parted.

| Name | Papers |
| --- | --- |
| A | 1 |
| B | 2 |
| C | 3 |

[^1]: See \\*A/80/50\\*.\
"""
TREE = """\
report [en]
├── chapter 2, continued: II. Deliberations (continued)
│   ├── paragraph 1: 1. The Committee:[^1]
│   │   ├── item 1: (a) noted that:
│   │   │   ├── item 1: (i) rain fell;
│   │   │   └── item 2: (ii) wind blew;
│   │   └── item 2: (b) parted.
│   └── table
│       ├── row: Name | Papers
│       ├── row: A | 1
│       ├── row: B | 2
│       └── row: C | 3
├── footnotes
│   └── note 1: See *A/80/50*.
└── set aside
    └── rule: __________"""


def test_markdown() -> None:
    assert to_markdown(parse_text(NOTED)) == MARKDOWN


def test_tree() -> None:
    assert to_tree(parse_text(NOTED)) == TREE


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. one", "1\\. one"),
        ("1) one", "1\\) one"),
        ("(1) one", "(1) one"),
        ("- one", "\\- one"),
        ("in 1989. It", "in 1989. It"),
        ("a*b_c`d", "a\\*b\\_c\\`d"),
        ("# <b> [x]", "\\# \\<b\\> \\[x\\]"),
        ("two\nlines", "two lines"),
        ("١- بند", "١- بند"),
    ],
)
def test_markdown_syntax_is_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped


class Page(HTMLParser):
    """Elements that are opened and closed in order, and the text between them."""

    VOID = ("meta", "!doctype")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag != "script" or not attrs
        assert not [name for name, value in attrs if name.startswith("on") or "src" in name]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "script" in self.open:
            assert data.strip() == asset("page.js").strip()  # nothing of a document is a script
        elif "style" not in self.open:
            self.texts.append(data)


def page(report: Report) -> Page:
    read = Page()
    read.feed(to_html(report))
    read.close()
    assert read.open == []
    return read


@given(reports)
def test_html_is_well_formed_and_has_all_letters(report: Report) -> None:
    letters = Counter("".join(page(report).texts))

    for node, _ in report.walk():
        assert Counter(c for c in node.text if c.isalnum()) <= letters


@given(reports)
def test_markdown_and_tree_have_all_letters(report: Report) -> None:
    shown = [Counter(to_markdown(report)), Counter(to_tree(report))]

    for node, _ in report.walk():
        letters = Counter(c for c in node.text if c.isalnum())
        assert all(letters <= every for every in shown)
    nodes = [node for node, _ in report.walk()]
    assert len(to_tree(report).splitlines()) > len(nodes)


def test_html_has_its_direction() -> None:
    assert '<html lang="ar" dir="rtl">' in to_html(parse_text("أولاً- مقدمة\n\n١- اجتمعت اللجنة."))
    assert '<html lang="en" dir="ltr">' in to_html(
        parse_text("I. Introduction\n\n1. The Committee met.")
    )


def test_html_is_escaped() -> None:
    read = page(parse_text("I. <script>alert(1)</script>\n\n1. It & 'they' met."))

    assert "<script>alert(1)</script>" in read.texts[-1] + "".join(read.texts)


def test_a_notebook_shows_the_outline() -> None:
    shown = parse_text("I. <Opening>\n\nA. Closing\n\n1. It met.")._repr_html_()

    assert "I. &lt;Opening&gt;" in shown
    assert shown.index("Opening") < shown.index("A. Closing")
