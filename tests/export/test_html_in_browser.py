"""The HTML page in a browser: directions, positions, links, keyboard, folding, print, contrast."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from drafts import ARABIC, ENGLISH

from unreport import (
    Masthead,
    Report,
    Source,
    Span,
    Table,
    check,
    parse_document,
    parse_text,
    read,
    to_html,
)

pytestmark = pytest.mark.browser
NARROW, WIDE = 400, 1400
LATIN = {"symbol", "distribution", "date", "language", "original"}
ELEMENTS = """
() => [...document.querySelectorAll("main :is(p, li, h1, h2, h3, td)")].map((e) => {
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  const range = document.createRange(); range.selectNodeContents(e);
  const text = range.getBoundingClientRect();
  return {tag: e.tagName, name: e.className, direction: style.direction,
    text: e.textContent.trim(), left: box.left, right: box.right,
    start: style.direction === "rtl" ? text.right : text.left};
})
"""
# WCAG 2.2, contrast ratio of a text to what is behind it
CONTRAST = """
(selector) => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = numbers(colour).map((v) => v / 255)
      .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (e) => {
    const colour = getComputedStyle(e).backgroundColor;
    return numbers(colour)[3] === 0 && e.parentElement ? behind(e.parentElement) : colour;
  };
  return [...document.querySelectorAll(selector)].map((e) => {
    const two = [light(getComputedStyle(e).color), light(behind(e))].sort((a, b) => b - a);
    return (two[0] + 0.05) / (two[1] + 0.05);
  });
}
"""


@pytest.fixture
def open_page(browser, tmp_path: Path) -> Iterator[Callable]:
    """Open a page of some width; an error on its console fails the test."""
    failures: list[str] = []
    contexts = []

    def opened(text: str, width: int = WIDE, scheme: str = "light"):
        path = tmp_path / "page.html"
        path.write_text(text, encoding="utf-8")
        size = {"width": width, "height": 900}
        contexts.append(browser.new_context(viewport=size, color_scheme=scheme))
        page = contexts[-1].new_page()
        page.set_default_timeout(300_000)
        page.on("console", lambda message: failures.append(message.text))
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.on("request", lambda sent: sent.url == path.as_uri() or failures.append(sent.url))
        page.goto(path.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert failures == []


def checked(text: str) -> str:
    document = read(text.encode())
    report = parse_document(document)
    return to_html(report, issues=check(report, document))


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_arabic_is_set_right_to_left(open_page: Callable, width: int) -> None:
    page = open_page(to_html(parse_text(ARABIC)), width)
    elements = page.evaluate(ELEMENTS)

    def starting(text: str) -> dict:
        return next(one for one in elements if one["text"].startswith(text))

    assert page.evaluate("document.documentElement.scrollWidth") == width
    for one in elements:
        assert one["direction"] == ("ltr" if one["name"] in LATIN else "rtl"), one
    for first in ("٢- CEDAW", "1 CTOC", "2 INTERPOL"):  # begin with Latin letters
        assert starting(first)["start"] == pytest.approx(starting(first)["right"], abs=1)
    outer, inner, paragraph = starting("(أ)"), starting("'١'"), starting("١-")
    assert inner["right"] < outer["right"] - 10 < paragraph["right"] - 20


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_english_is_set_left_to_right(open_page: Callable, width: int) -> None:
    page = open_page(to_html(parse_text(ENGLISH)), width)

    assert {one["direction"] for one in page.evaluate(ELEMENTS)} == {"ltr"}
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_outline_is_beside_the_text_and_on_its_starting_side(open_page: Callable) -> None:
    for text, is_left in ((ENGLISH, True), (ARABIC, False)):
        page = open_page(to_html(parse_text(text)))
        nav, main = (page.locator(name).bounding_box() for name in ("nav", "main"))
        assert nav["y"] == 0
        assert (nav["x"] + nav["width"] <= main["x"]) is is_left
        assert (main["x"] + main["width"] <= nav["x"]) is not is_left


def test_the_outline_is_folded_on_a_narrow_screen(open_page: Callable) -> None:
    page = open_page(to_html(parse_text(ENGLISH)), NARROW)
    link = page.get_by_role("link", name="II. Closure", exact=True)

    assert not link.is_visible()
    page.get_by_text("Outline", exact=True).click()
    link.click()
    assert page.url.endswith("#chapter-2")
    assert page.locator("#chapter-2").bounding_box()["y"] >= 0


def test_links_lead_to_notes_and_back(open_page: Callable) -> None:
    page = open_page(to_html(parse_text(ENGLISH)))

    page.locator("#call-1").click()
    assert page.url.endswith("#note-1")
    page.locator("#note-1").get_by_label("Back to the text").click()
    assert page.url.endswith("#call-1")


def test_the_keyboard_reaches_the_text_and_shows_where_it_is(open_page: Callable) -> None:
    page = open_page(to_html(parse_text(ENGLISH)))

    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the text")
    assert skip.bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "text"
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_landmarks_and_headings_for_a_screen_reader(open_page: Callable) -> None:
    page = open_page(checked(ARABIC))

    for role in ("main", "navigation"):
        assert page.get_by_role(role).count() == 1
    assert page.get_by_role("heading", level=1).all_inner_texts() == ["مشروع التقرير"]
    names = page.get_by_role("heading", level=2).all_inner_texts()
    assert names == ["ثانياً- التوصيات"]  # without the link beside it
    levels = [int(one.evaluate("e => e.tagName[1]")) for one in page.get_by_role("heading").all()]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.locator("html").get_attribute("lang") == "ar"
    assert page.locator("nav").get_attribute("lang") == "en"  # its label is; its list is not
    assert page.locator("nav ol").first.get_attribute("lang") == "ar"


def test_the_heading_that_is_read_is_marked(open_page: Callable) -> None:
    filler = "\n\n".join(f"{n}. The Committee took note of it." for n in range(5, 60))
    page = open_page(
        to_html(parse_text(ENGLISH.replace("4. It closed.", f"4. It closed.\n\n{filler}")))
    )

    page.locator("#paragraph-40").scroll_into_view_if_needed()
    page.wait_for_selector('nav a[aria-current="true"]:text-is("II. Closure")')
    assert page.locator("nav a[aria-current]").count() == 1


def test_doubts_are_listed_and_linked(open_page: Callable) -> None:
    page = open_page(checked(ENGLISH))

    page.get_by_role("navigation").get_by_text("numbering-gap").click()
    doubt = page.locator(":target")
    assert "Paragraph 3 follows paragraph 1" in doubt.inner_text()
    above = doubt.evaluate("e => e.previousElementSibling.innerText")
    assert "It was opened by the Chair" in above


@pytest.mark.parametrize("text", [ENGLISH, ARABIC], ids=["en", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_have_contrast(open_page: Callable, text: str, scheme: str) -> None:
    page = open_page(checked(text), scheme=scheme)

    ratios = page.evaluate(
        CONTRAST, "main :is(p, h1, h2, h3, li, td, th, a, span), nav :is(a, summary)"
    )
    assert len(ratios) > 20
    assert min(ratios) >= 4.5
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"
    assert dark is (scheme == "dark")


def test_print_has_the_text_alone(open_page: Callable) -> None:
    page = open_page(checked(ENGLISH), scheme="dark")

    page.emulate_media(media="print", color_scheme="dark")
    for hidden in ("nav", ".skip", ".anchor >> nth=0", '[role="doc-backlink"] >> nth=0'):
        assert not page.locator(hidden).is_visible()
    assert page.locator(".issue").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_a_wide_table_scrolls_in_its_box(open_page: Callable) -> None:
    row = tuple(f"A long word {n}" for n in range(20))
    table = Table(rows=(row, row, row), span=Span(0, 1))
    report = Report(source=Source(), language="en", masthead=Masthead(), body=(table,))
    page = open_page(to_html(report), NARROW)

    assert page.evaluate("document.documentElement.scrollWidth") == NARROW
    box = page.locator(".scroll")
    assert box.evaluate("e => e.scrollWidth > e.clientWidth")


def test_without_scripts_everything_is_there(browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(to_html(parse_text(ENGLISH)), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())

    assert page.get_by_role("link", name="II. Closure", exact=True).is_visible()
    context.close()
