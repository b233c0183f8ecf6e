"""The HTML page: structure, links, directions; in a browser where there is one."""

import json
import re
import shutil
import subprocess
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from strategies import reports

from unreport import (
    Footnote,
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

ARABIC = """\
CTOC/COP/WG.7/2019/L.1/Add.3
Distr.: Limited
12 September 2019
Arabic
Original: English

الفريق العامل المعني بتهريب المهاجرين

مشروع التقرير

إضافة

ثانياً- التوصيات

١- اعتمد الفريق العامل التوصيات التالية:(1)

(أ) أن تستخدم الدول التكنولوجيا:

'١' في جمع الأدلة؛

'٢' في تبادلها؛

(ب) أن تدرب موظفيها.

٢- CEDAW وINTERPOL نظما حلقة عمل.(2)

ألف- التعاون الدولي

٣- أحاط الفريق علما بالتقرير.

__________
(1) CTOC/COP/WG.7/2018/4، الفقرة 12.
(2) INTERPOL هي المنظمة الدولية للشرطة الجنائية.
"""
ENGLISH = """\
A/80/L.7

Draft report

I. Introduction

1. The Committee met.1 It took note of the report of the Secretariat.

Name\tPapers
A\t1
B\t2
C\t3

A. Opening

3. It was opened by the Chair in the presence of the observers.2

II. Closure

4. It closed.

__________
1 See A/80/50.
2 See A/80/51.
"""


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
    assert len(page.all("nav")) == bool(report.sections)
    links = [a["href"] for a in page.all("a") if "class" not in a and "role" not in a]
    assert len(links) == len(report.sections)


def test_the_direction_comes_from_the_report() -> None:
    text = to_html(parse_text(ARABIC))

    assert '<html lang="ar" dir="rtl">' in text
    assert "auto" not in re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)
    own = re.findall(r'<(\w+) class="(\w+)" dir="(\w+)"', text)
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


def test_page_numbers_in_the_margin() -> None:
    text = to_html(parse_text("1. It met.\n\n2. It talked.\n\f3. It closed.\n\f4. It parted.\n"))

    numbers = re.findall(
        r'<span class="page" id="page-(\d)" role="note" aria-label="page \d">', text
    )
    assert numbers == ["1", "2", "3"]
    assert text.index("It talked") < text.index('id="page-2"') < text.index("It closed")


# --- in a browser -------------------------------------------------------------------------------

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PROBE = """
<script>
window.addEventListener("load", () => {
  const found = {items: [], errors: window.failures || []};
  for (const e of document.querySelectorAll("main :is(p, li, h1, h2, h3, td)")) {
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    const range = document.createRange(); range.selectNodeContents(e);
    const text = range.getBoundingClientRect();
    found.items.push({tag: e.tagName, name: e.className, direction: style.direction,
      text: e.textContent.trim().slice(0, 20), left: box.left, right: box.right,
      start: style.direction === "rtl" ? text.right : text.left});
  }
  found.width = document.documentElement.scrollWidth;
  found.lost = [...document.querySelectorAll("a[href]")].filter(
    a => !document.getElementById(a.hash.slice(1))).length;
  const pre = document.createElement("pre");
  pre.id = "found"; pre.textContent = JSON.stringify(found); document.body.append(pre);
});
</script>
"""


def rendered(text: str, folder: Path, width: int) -> dict[str, object]:
    """What a browser makes of a page: computed directions and positions."""
    path = folder / "page.html"
    listen = "<script>window.failures = []; onerror = e => failures.push(String(e))</script>"
    path.write_text(text.replace("</head>", f"{listen}{PROBE}</head>"), encoding="utf-8")
    done = subprocess.run(
        [
            *(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
            *(f"--user-data-dir={folder / 'profile'}", f"--window-size={width},900"),
            *("--dump-dom", path.as_uri()),
        ],
        capture_output=True,
        check=True,
    )
    found = re.search(r'<pre id="found">(.*?)</pre>', done.stdout.decode(), re.DOTALL)
    return json.loads(unescape(found[1]))


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no browser")
@pytest.mark.parametrize("width", [500, 1400])
def test_arabic_is_set_right_to_left_in_a_browser(tmp_path: Path, width: int) -> None:
    found = rendered(to_html(parse_text(ARABIC)), tmp_path, width)
    items = {item["text"]: item for item in found["items"]}

    assert (found["errors"], found["lost"]) == ([], 0)
    assert found["width"] <= width
    latin = {"symbol", "distribution", "date", "language", "original"}
    for item in found["items"]:
        assert item["direction"] == ("ltr" if item["name"] in latin else "rtl"), item
    for first in ("٢- CEDAW", "1 CTOC", "2 INTERPOL"):  # begins with Latin letters
        note = next(item for text, item in items.items() if text.startswith(first))
        assert note["start"] == pytest.approx(note["right"], abs=1)
    outer = next(item for text, item in items.items() if text.startswith("(أ)"))
    inner = next(item for text, item in items.items() if text.startswith("'١'"))
    paragraph = next(item for text, item in items.items() if text.startswith("١-"))
    assert inner["right"] < outer["right"] - 10 < paragraph["right"] - 20


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no browser")
@pytest.mark.parametrize("width", [500, 1400])
def test_english_in_a_browser(tmp_path: Path, width: int) -> None:
    found = rendered(to_html(parse_text(ENGLISH)), tmp_path, width)

    assert (found["errors"], found["lost"]) == ([], 0)
    assert found["width"] <= width
    assert {item["direction"] for item in found["items"]} == {"ltr"}
