"""The labels of charts are rows of one table, and text beside charts stays text."""

from __future__ import annotations

import pytest
from pdf_files import page_of

from unreport.document import Document, Line
from unreport.readers.pdf.reader import read_pdf

SENTENCE = "The chart shows how many of the reports were adopted without a vote."
AXIS = ((100, 480, "60"), (100, 460, "40"), (100, 440, "20"), (106, 420, "0"))
BARS = ((140, 425, 40), (240, 425, 52), (340, 425, 58))
YEARS = ((148, 408, "2029"), (248, 408, "2030"), (348, 408, "2031"))
LEGEND = ((150, 396, "Planned"), (250, 396, "Actual"))


def words(*placed: tuple[float, float, str]) -> bytes:
    return b"".join(
        b"BT /F 9 Tf %g %g Td (%s) Tj ET\n" % (x, y, text.encode("latin-1"))
        for x, y, text in placed
    )


def bars(*placed: tuple[float, float, float]) -> bytes:
    return b"0.5 g " + b"".join(b"%g %g 40 %g re f\n" % bar for bar in placed) + b"0 g\n"


def chart(frame: bytes = b"") -> bytes:
    values = tuple((x + 15, y + height + 4, f"{height:g}") for x, y, height in BARS)
    return frame + bars(*BARS) + words(*AXIS, *values, *YEARS, *LEGEND)


def read(content: bytes) -> Document:
    above = words((72, 700, SENTENCE), (72, 688, SENTENCE), (72, 520, "Figure I"))
    below = words((72, 340, "Results for 2031"), (72, 322, SENTENCE), (72, 310, SENTENCE))
    return read_pdf(page_of(above + content + below))


def labels(document: Document) -> list[tuple[str, ...]]:
    return [line.cells for line in document.lines if line.role == "table"]


def body(document: Document) -> list[Line]:
    return [line for line in document.lines if line.role == "body"]


@pytest.mark.parametrize(
    "frame",
    [b"", b"80 380 440 130 re S\n", b"1 g 80 380 440 130 re f 0 g\n"],
    ids=["without a frame", "framed", "on a white area"],
)
def test_the_labels_of_a_chart_are_one_table(frame: bytes) -> None:
    document = read(chart(frame))

    assert labels(document) == [
        ("58",),
        ("60", "52"),
        ("40",),
        ("40",),
        ("20",),
        ("0",),
        ("2029", "2030", "2031"),
        ("Planned", "Actual"),
    ]
    assert [line.text for line in body(document)] == [
        SENTENCE,
        SENTENCE,
        "Figure I",
        "Results for 2031",
        SENTENCE,
        SENTENCE,
    ]
    assert document.doubts == ()


def test_a_shaded_table_is_no_chart() -> None:
    shaded = b"0.8 g " + b"".join(b"%g %g 90 14 re f\n" % (x, 440) for x in (100, 200)) + b"0 g\n"
    cells = words((104, 444, "Country"), (204, 444, "2031"), (104, 426, "Norland"), (204, 426, "7"))

    document = read(shaded + cells)

    assert "Norland" in document.text
    assert ("Country", "2031", "Norland", "7") not in labels(document)


def test_a_picture_without_numbers_is_no_chart() -> None:
    emblem = b"0.3 g 100 440 20 20 re f 124 440 20 20 re f 0 g\n" + words((150, 446, "Secretariat"))

    assert "Secretariat" in [line.text for line in body(read(emblem))]
