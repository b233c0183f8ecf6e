"""The HTML page: structure, links, directions; in a browser where there is one."""

import re
from html.parser import HTMLParser

import pytest
from drafts import ARABIC, ENGLISH
from hypothesis import given
from strategies import reports

from unreport import (
    Footnote,
    Furniture,
    Issue,
    Masthead,
    Note,
    Paragraph,
    Report,
    Source,
    Span,
    Table,
    Text,
    check,
    parse_document,
    parse_text,
    read,
    to_html,
)


class Page(HTMLParser):
    """The elements of a page: tag, attributes, and the text in them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.elements if tag in tags]

    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    def targets(self) -> list[str]:
        return [a["href"].removeprefix("#") for a in self.all("a")]


@given(reports)
def test_every_link_has_one_target_and_there_is_one_title(report: Report) -> None:
    page = Page(to_html(report))

    assert len(set(page.ids())) == len(page.ids())
    assert set(page.targets()) <= set(page.ids())
    assert len(page.all("h1")) == len(page.all("main")) == 1
    assert len(page.all("nav")) == bool(report.sections or report.doubts)
    links = [a["href"] for a in page.all("a") if not {"class", "role"} & a.keys()]
    assert len(links) == len(report.sections) + len(report.doubts)


def test_the_direction_comes_from_the_report() -> None:
    text = to_html(parse_text(ARABIC))

    assert '<html lang="ar" dir="rtl">' in text
    assert "auto" not in re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)
    own = re.findall(r'<(\w+) class="(\w+)" dir="(\w+)"', text)
    assert text.count('dir="ltr" lang="en">') == 4
    assert own == [
        *(("p", "symbol", "ltr"), ("p", "distribution", "ltr"), ("p", "date", "ltr")),
        *(("p", "language", "ltr"), ("p", "original", "ltr")),
    ]
    assert '<h1 class="title">مشروع التقرير</h1>' in text


def test_headings_notes_and_tables() -> None:
    text = to_html(parse_text(ENGLISH))
    page = Page(text)

    assert [a["id"] for a in page.all("h2", "h3")] == ["chapter-1", "section-1", "chapter-2"]
    assert "<h3 id=" in text
    assert '<thead><tr><th scope="col">Name</th><th scope="col">Papers</th></tr></thead>' in text
    calls = re.findall(r'<a(?: id="([\w-]+)")? href="#(note-\d)" role="doc-noteref">', text)
    assert calls == [("call-0", "note-0"), ("call-1", "note-1")]
    assert re.findall(r'href="#(call-\d)" role="doc-backlink"', text) == ["call-0", "call-1"]
    nested = (
        '<li><a href="#chapter-1">I. Introduction</a>\n<ol>\n<li><a href="#section-1">A. Opening'
    )
    assert nested in text


def test_notes_with_the_same_marker() -> None:
    """The second `*` is the second note's; a third call has no note of its own."""
    span = Span(0, 1)
    content = (Text("a"), Note("*", 1), Text("b"), Note("*", 1), Text("c"), Note("*", 1))
    report = Report(
        source=Source(),
        language="en",
        masthead=Masthead(),
        body=(Paragraph(marker=None, number=None, content=content, span=span),),
        footnotes=tuple(Footnote(marker="*", text=text, span=span) for text in ("One.", "Two.")),
    )

    text = to_html(report)

    calls = re.findall(r'<a(?: id="([\w-]+)")? href="#(note-\d)" role="doc-noteref">', text)
    assert calls == [("call-0", "note-0"), ("call-1", "note-1"), ("", "note-1")]
    assert re.findall(r'href="#(call-\d)" role="doc-backlink"', text) == ["call-0", "call-1"]


def test_captions_and_note_calls_of_a_table() -> None:
    rows = (("Table 1. Posts[^a]",), ("Grade", "Posts"), ("P-3", "4[^a]"))
    table = Table(rows=rows, span=Span(0, 1), caption_rows=1)
    notes = (Footnote(marker="a", text="One is new.", span=Span(2, 3)),)
    report = Report(
        source=Source(), language="en", masthead=Masthead(), body=(table,), footnotes=notes
    )

    text = to_html(report)

    call = 'href="#note-0" role="doc-noteref">a</a></sup>'
    assert f'<caption>Table 1. Posts<sup><a id="call-0" {call}</caption>' in text
    assert '<thead><tr><th scope="col">Grade</th><th scope="col">Posts</th></tr></thead>' in text
    assert f"<tr><td>P-3</td><td>4<sup><a {call}</td></tr>" in text


@pytest.mark.parametrize(
    ("cell", "is_number"),
    [
        *(("41 945.0", True), ("(1,5)", True), ("١٢٫٥ ٪", True), ("–", True), ("2024-2025", True)),
        *(("P-3", False), ("12 posts", False), ("", False), ("أ", False)),
    ],
)
def test_numbers_in_a_table_are_set_against_the_end(cell: str, is_number: bool) -> None:  # noqa: FBT001
    table = Table(rows=(("Grade", "Posts"), ("P-3", cell)), span=Span(0, 1))
    report = Report(source=Source(), language="en", masthead=Masthead(), body=(table,))

    own = ' class="number"' if is_number else ""
    assert f"<tr><td>P-3</td><td{own}>{cell}</td></tr>" in to_html(report)


def test_issues_stand_after_their_nodes() -> None:
    document = read(ENGLISH.encode())
    report = parse_document(document)
    text = to_html(report, issues=check(report, document))

    at = text.index("<code>numbering-gap</code> Paragraph 3 follows paragraph 1")
    assert text.index("It was opened") < at < text.index('id="chapter-2"')
    assert "numbering-gap" not in to_html(report)


def test_issues_without_a_place_stand_in_the_header() -> None:
    issues = [Issue(code="a", message="<A>."), Issue(code="b", message="B.", span=Span(0, 1))]
    text = to_html(parse_text(ENGLISH), issues=issues)

    assert text.index("<code>a</code> &lt;A&gt;.") < text.index("</header>")
    assert text.index("</header>") < text.index("<code>b</code> B.") < text.index("<h2")


PAGE = re.compile(
    r'<span class="page" id="(page-\d)" role="note" lang="en" aria-label="(.*?)">(.*?)<'
)


def test_page_numbers_in_the_margin() -> None:
    text = to_html(parse_text("1. It met.\n\n2. It talked.\n\f3. It closed.\n\f4. It parted.\n"))

    assert PAGE.findall(text) == [(f"page-{n}", f"page {n}", str(n)) for n in (1, 2, 3)]
    assert text.index("It talked") < text.index('id="page-2"') < text.index("It closed")


def test_page_numbers_of_items_and_of_paragraphs_over_a_page_turn() -> None:
    text = to_html(
        parse_text(
            "1. It agreed:\n\n(a) To meet;\n\n\f(b) To talk.\n\n"
            "2. The Committee heard what the observers from the region\n\f"
            "said about the report, and took note of it.\n\n3. It closed.\n"
        )
    )

    pages = [("page-1", "page 1", "1"), ("page-2", "page 2", "2")]
    assert PAGE.findall(text) == [*pages, ("page-3", "goes on to page 3", "–3")]
    assert text.index("To meet") < text.index('id="page-2"') < text.index("To talk")
    assert text.index('id="page-3"') < text.index("The Committee heard")


def test_issues_of_an_item_and_of_a_note_stand_below_them() -> None:
    report = parse_text(
        "1. It agreed:\n\n(a) To meet;1\n\n(b) To talk.\n\n2. It closed.\n\n_____\n1 See A/80/1.\n"
    )
    item, note = report.items[0], report.footnotes[0]
    found = [Issue(code="x", message="X.", span=item.span)]
    text = to_html(report, issues=[*found, Issue(code="y", message="Y.", span=note.span)])

    assert text.index("To meet") < text.index("<code>x</code>") < text.index("To talk")
    assert text.index("See A/80/1") < text.index("<code>y</code>") < text.index("</section>")
    links = re.findall(r'<li><a href="#(doubt-\d)">(.)</a></li>', text)
    assert links == [("doubt-1", "x"), ("doubt-2", "y")]


def test_names_and_fields_of_the_masthead_stand_side_by_side() -> None:
    text = to_html(parse_text(ARABIC))

    names, fields = text.index('<div class="names">'), text.index('<div class="fields">')
    assert names < fields < text.index("CTOC/COP/WG.7/2019/L.1/Add.3</p>")


def test_what_was_set_aside_is_at_the_end() -> None:
    heads = tuple(Furniture(kind="head", text="A/80/<L.1>", span=Span(n, n + 9)) for n in (9, 20))
    report = Report(source=Source(), language="ar", masthead=Masthead(), body=(), furniture=heads)
    text = to_html(report)

    assert "<summary>Set aside as page furniture: 2</summary>" in text
    assert text.count('<code>head</code><bdi dir="ltr">A/80/&lt;L.1&gt;</bdi>') == 1
