"""The page beside its printed pages, in a browser: what lights up together, and how one moves."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from unreport import check, parse_document, read
from unreport.export.html.view import to_view

pytestmark = pytest.mark.browser
FIXTURES = Path(__file__).parents[1] / "fixtures" / "pdf"
LIT = """
(name) => [...document.querySelectorAll("." + name)].map((e) => [e.tagName, e.dataset.block])
"""
IN_VIEW = """
(e) => { const box = e.getBoundingClientRect(), pane = e.closest(".pages, .reading");
  const frame = pane.getBoundingClientRect();
  return box.top >= frame.top && box.bottom <= frame.bottom; }
"""


def draft() -> bytes:
    """Four pages; paragraph 5 is over a page turn."""
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for page in range(4):
        for turn in range(4):
            number = 4 * page + turn + 1
            text = "The Committee took note of the report that was before it, and agreed to meet"
            canvas.drawString(72, 700 - 150 * turn, f"{number}. {text}")
            canvas.drawString(72, 685 - 150 * turn, "again in the spring of the following year.")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.fixture
def open_view(browser, tmp_path: Path) -> Iterator:
    failures: list[str] = []
    loads: list[str] = []
    contexts = []

    def opened(data: bytes, width: int = 1400):
        document = read(data)
        report = parse_document(document)
        path = tmp_path / "view.html"
        path.write_text(to_view(report, data, issues=check(report, document)), encoding="utf-8")
        size = {"width": width, "height": 900}
        contexts.append(browser.new_context(viewport=size, reduced_motion="reduce"))
        page = contexts[-1].new_page()
        page.set_default_timeout(300_000)
        page.on("console", lambda message: failures.append(message.text))
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.on(
            "request",
            lambda sent: sent.url.startswith(("data:", path.as_uri())) or failures.append(sent.url),
        )
        page.goto(path.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert failures == []
    assert all(address.startswith(("data:", tmp_path.as_uri())) for address in loads)


@pytest.mark.parametrize("width", [400, 1400])
def test_text_and_outline_light_up_together(open_view, width: int) -> None:
    page = open_view(draft(), width)
    text = page.locator("#paragraph-2 p")
    number = text.get_attribute("data-block")

    text.hover()
    assert page.evaluate(LIT, "lit") == [["P", number], ["rect", number]]
    outline = page.locator("rect").nth(2)
    outline.hover()
    assert page.evaluate(LIT, "lit") == [
        [name, outline.get_attribute("data-block")] for name in ("P", "rect")
    ]
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_click_brings_the_other_into_view(open_view) -> None:
    page = open_view(draft())
    text, outline = page.locator("#paragraph-16 p"), page.locator("rect").nth(15)

    assert not outline.evaluate(IN_VIEW)
    text.click()
    assert outline.evaluate(IN_VIEW)
    assert page.evaluate(LIT, "chosen") == [
        [name, text.get_attribute("data-block")] for name in ("P", "rect")
    ]
    page.locator(".reading").evaluate("e => e.scrollTo(0, 1e6)")
    page.locator(".pages").evaluate("e => e.scrollTo(0, 0)")
    page.locator("rect").first.click()
    assert page.locator("#paragraph-1 p").evaluate(IN_VIEW)


def test_the_keyboard_goes_from_block_to_block(open_view) -> None:
    page = open_view(draft())

    page.locator("#paragraph-1 p").focus()
    for _ in range(15):
        page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.parentElement.id") == "paragraph-16"
    assert page.locator("rect").nth(15).evaluate(IN_VIEW)
    lit = page.evaluate(LIT, "lit")
    assert [name for name, _ in lit] == ["P", "rect"]
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.parentElement.id") == "paragraph-15"
    assert page.locator('main [tabindex="0"]').count() == 1


def test_outlines_lie_on_their_words(open_view) -> None:
    """The picture fills its frame, and an outline is at the height of its line on the page."""
    page = open_view(draft())
    frame = page.locator(".sheet").first.bounding_box()
    outline = page.locator("rect").first.bounding_box()

    picture = page.locator(".sheet img").first
    assert picture.evaluate("e => e.complete && e.naturalWidth > 0")
    assert picture.bounding_box()["width"] == pytest.approx(frame["width"], abs=3)
    height = frame["height"] / 841.9  # pixels of a point
    assert outline["y"] - frame["y"] == pytest.approx((841.9 - 700 - 11) * height, abs=6)
    assert outline["x"] - frame["x"] == pytest.approx((72 - 2.5) * height, abs=6)


def test_arabic_text_stands_at_the_right_of_its_pages(open_view) -> None:
    page = open_view((FIXTURES / "ar.weasyprint.pdf").read_bytes())
    pages, reading = (page.locator(name).bounding_box() for name in (".pages", ".reading"))

    assert pages["x"] + pages["width"] <= reading["x"] + 1
    item = page.locator('main div[data-kind="item"]').first
    assert item.evaluate("e => getComputedStyle(e).direction") == "rtl"
    item.hover()
    assert {name for name, _ in page.evaluate(LIT, "lit")} == {"DIV", "rect"}


def test_furniture_opens_when_its_outline_is_clicked(open_view) -> None:
    page = open_view((FIXTURES / "en.weasyprint.pdf").read_bytes())
    outline = page.locator('rect[data-kind="furniture"]').first
    number = outline.get_attribute("data-block")

    text = page.locator(f'.aside p[data-block="{number}"]')
    assert not text.is_visible()
    outline.click()
    assert text.is_visible()
    assert text.evaluate(IN_VIEW)


def test_every_outline_has_its_text(open_view) -> None:
    for name in ("ar.columns", "en.typst"):
        page = open_view((FIXTURES / f"{name}.pdf").read_bytes())
        lost = page.evaluate(
            """() => [...document.querySelectorAll("rect")].filter(
              (e) => !document.querySelector(`main [data-block="${e.dataset.block}"]`)).length"""
        )
        assert lost == 0
