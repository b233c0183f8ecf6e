"""Sheets with several pages: each page is read alone, its place is the one on the sheet."""

import pytest
from tests.pdf_files import CATALOG, FONT, pdf, placed, stream

from unreport import read
from unreport.document import Document

SHEET = (792, 612)
SCALE = 0.6
LEFT, RIGHT = (14, 60), (410, 60)  # where pages of 612 by 792 points stand at this scale
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F %d 0 R>>>>"


def page_of(number: int) -> bytes:
    """A page with a running symbol, text of two paragraphs that goes on, and its number."""
    opening = ("The Committee considered", "It adopted the", "Delegations supported")[number - 1]
    y = 700 - 100 * number
    top = (72, 760, "A/80/L.1"), (72, y, f"{number}. {opening} reports of the working")
    return placed(*top, (72, y - 14, f"groups in part {number}."), (300, 30, f"{number}/3"))


def paint(name: str, at: tuple[int, int], scale: float = SCALE) -> bytes:
    return f"q {scale} 0 0 {scale} {at[0]} {at[1]} cm /{name} Do Q\n".encode()


def imposed(pages: list[bytes], sheets: list[bytes]) -> bytes:
    """A file whose sheets paint pages, P0, P1 … by name."""
    font = 3 + len(pages) + 2 * len(sheets)
    first = 3 + len(pages)
    kids = b" ".join(b"%d 0 R" % (first + 2 * at) for at in range(len(sheets)))
    names = b" ".join(b"/P%d %d 0 R" % (at, 3 + at) for at in range(len(pages)))
    tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(sheets))
    objects = [CATALOG, tree, *(stream(page, FORM % font) for page in pages)]
    for at, content in enumerate(sheets):
        own = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents %d 0 R" % (
            *SHEET,
            first + 2 * at + 1,
        )
        resources = b"/Resources<</XObject<<%s>>/Font<</F %d 0 R>>>>>>" % (names, font)
        objects += [own + resources, stream(content)]
    return pdf([*objects, FONT])


def paragraphs(document: Document) -> list[tuple[str, int | None]]:
    own = [line for line in document.lines if line.role == "body"]
    return [(line.text, line.page) for line in own if "L.1" not in line.text]


IN_ORDER = [
    ("1. The Committee considered reports of the working", 1),
    ("groups in part 1.", 1),
    ("2. It adopted the reports of the working", 1),
    ("groups in part 2.", 1),
    ("3. Delegations supported reports of the working", 2),
    ("groups in part 3.", 2),
]


@pytest.mark.parametrize("places", [(LEFT, RIGHT), (RIGHT, LEFT)])
@pytest.mark.parametrize("irregular", [b"", b"% a comment\n"])
def test_pages_on_a_sheet_are_read_in_the_order_of_painting(places, irregular):
    first, second = places  # in Arabic the first page is on the right
    sheets = [paint("P0", first) + paint("P1", second), irregular + paint("P2", first)]
    document = read(imposed([page_of(number) for number in (1, 2, 3)], sheets))
    assert document.source.pages == 2
    assert paragraphs(document) == IN_ORDER
    assert [line.text for line in document.lines if line.role == "foot"] == ["1/3", "2/3", "3/3"]


def test_the_place_of_a_line_is_on_the_sheet():
    sheet = paint("P0", LEFT) + paint("P1", RIGHT)
    document = read(imposed([page_of(1), page_of(2)], [sheet]))
    boxes = {line.text: line.box for line in document.lines}
    x0, top, _, bottom = boxes["groups in part 2."]
    assert x0 == pytest.approx(RIGHT[0] + SCALE * 72, abs=0.1)
    assert top < SHEET[1] - (RIGHT[1] + SCALE * 486) < bottom


def test_doubts_name_the_page_of_the_file():
    turned = b"BT /F 10 Tf 0 1 -1 0 30 300 Tm (A remark beside) Tj ET "
    pages = [page_of(1), page_of(2), page_of(3)]
    sheets = [paint("P0", LEFT) + paint("P1", RIGHT), turned + paint("P2", LEFT)]
    (doubt,) = read(imposed(pages, sheets)).doubts
    assert doubt.code == "turned-text"
    assert doubt.message.startswith("page 2:")


def test_figures_beside_text_are_no_pages():
    figure = placed((72, 700, "A figure with a label"))
    text = placed(
        *((40, 560 - 12 * row, f"text across the sheet in row {row}") for row in range(9))
    )
    sheet = text + paint("P0", LEFT, 0.2) + paint("P1", (410, 60), 0.2)
    document = read(imposed([figure, figure], [sheet]))
    assert document.lines[0].text.startswith("text across")
    assert document.source.pages == 1


def test_a_page_over_another_is_none():
    stamp = placed((200, 400, "RECEIVED"))
    sheet = paint("P0", (100, 0), 0.75) + paint("P1", (100, 0), 0.75)
    document = read(imposed([page_of(1), stamp], [sheet]))
    assert {line.page for line in document.lines} == {1}
    assert [line.text for line in document.lines].index("RECEIVED") < len(document.lines) - 1


def column(x: int, number: int, *, wide: int = 0) -> bytes:
    """A page of a flattened sheet: head, text and number, from an edge on."""
    opening = "The Committee considered the reports of the groups on part"
    rows = [(x, 470 - 12 * row, f"{opening} {number}.{row}") for row in range(4 + number)]
    return placed((x + wide, 540, "A/80/L.1"), *rows, (x + 120, 40, f"{number}/2"))


def sheet(*contents: bytes) -> bytes:
    return imposed([b""], [b"".join(contents)])


@pytest.mark.parametrize("places", [(30, 426), (426, 30)])
def test_pages_that_are_no_forms_any_more(places):
    document = read(sheet(*(column(x, number) for number, x in enumerate(places, start=1))))

    texts = [line.text.rpartition(" ")[2] for line in document.lines]
    first, second = [f"1.{row}" for row in range(5)], [f"2.{row}" for row in range(6)]
    assert texts == ["A/80/L.1", *first, "1/2", "A/80/L.1", *second, "2/2"]


def test_columns_of_a_page_are_no_pages():
    beside = column(30, 1), column(340, 2)  # the gap is narrower than the margins
    across = column(30, 1), column(426, 2), placed((300, 570, "A heading across the whole sheet"))
    alternating = [
        placed((x, 500 - 12 * row, f"one of the cells of row {row}"))
        for row in range(6)
        for x in (30, 426)
    ]
    for contents in (beside, across, alternating):
        texts = [line.text for line in read(sheet(*contents)).lines]
        assert not any("1/2" in text for text in texts[:-2])


def sheet_foot(text: str) -> bytes:
    return placed((380, 30, text))


def test_the_foot_of_a_sheet_is_kept_on_the_nearest_page():
    own = paint("P0", LEFT) + paint("P1", RIGHT) + sheet_foot("Handout 7")
    document = read(imposed([page_of(1), page_of(2)], [own]))
    assert document.source.pages == 1
    assert paragraphs(document)[:4] == IN_ORDER[:4]
    assert document.lines[-1].text == "Handout 7"
    assert "lost-text" not in {doubt.code for doubt in document.doubts}


@pytest.mark.parametrize("between", [True, False])
def test_boxes_of_one_size_with_captions_are_no_pages(between):
    text = placed(*((40, 560 - 12 * row, f"Text across the page in row {row}") for row in range(9)))
    caption = placed((330 if between else 40, 300 if between else 40, "Source: reports"))
    boxes = paint("P0", LEFT) + paint("P1", RIGHT) + caption
    document = read(imposed([page_of(1), page_of(2)], [boxes] if between else [text, boxes]))
    assert "Source: reports" in [line.text for line in document.lines]
    assert not document.doubts
