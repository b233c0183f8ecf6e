"""What a notebook shows of a report."""

from html.parser import HTMLParser

from unreport import Issue, parse_text
from unreport.export.html.notebook import MOST_DOUBTS

ARABIC = "A/80/L.1\n\nثانياً- التوصيات\n\nألف- التعاون\n\n١- أوصى بما يلي: (أ) التدريب؛ (ب) النشر.\n"


class Text(HTMLParser):
    """The text of a page, a line for each element."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, _: object) -> None:
        if tag == "div":
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        self.lines[-1] = f"{self.lines[-1]}{data}".strip("\n")


def lines(page: str) -> list[str]:
    return [line for line in Text(page).lines if line]


def test_the_outline_has_counts() -> None:
    page = parse_text(ARABIC)._repr_html_()

    assert lines(page) == [
        "A/80/L.1 (ar): 2 sections, 1 paragraph, 2 items",
        "ثانياً- التوصيات (1 paragraph)",
        "ألف- التعاون (1 paragraph)",
    ]
    assert '<div dir="rtl"' in page
    assert 'style="margin-inline-start: 1.5em">ألف-' in page


def test_doubts_are_shown() -> None:
    report = parse_text("1. It met.")
    doubts = tuple(Issue(code="a<b", message=f"{n} & more.") for n in range(MOST_DOUBTS + 2))
    page = type(report)(
        source=report.source,
        language="en",
        masthead=report.masthead,
        body=report.body,
        doubts=doubts,
    )._repr_html_()

    assert "<code>a&lt;b</code> 0 &amp; more." in page
    assert lines(page)[-1] == "⚠ and 2 more in report.doubts"


def test_an_empty_report() -> None:
    assert lines(parse_text("")._repr_html_()) == ["Report (?): no text"]
