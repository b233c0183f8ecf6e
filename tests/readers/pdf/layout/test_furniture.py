"""Page furniture is told from text at the edges of pages by its form and by what repeats."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn import drawn

from unreport.document import Document
from unreport.readers.pdf.reader import read_pdf

LIST = """
page
text 72 540 10 The Committee took note of the resolutions below.
to 655
row 72 10b Resolutions of the General Assembly
to 700
row 72 9 59/287 | 150 Strengthening the survey of the lakes and of
row 150 9 the rivers that leave them
row 72 9 62/247 | 150 Services of the keepers of the gauges
to 755
row 72 7 31-00419 | 520 1/2
page
text 72 540 10 It thanked the keepers for the readings that they had sent.
to 755
row 72 7 2/2 | 500 31-00419
"""
REPEATED = """
page
text 72 540 10 The Committee met in the year 2031.
to 630
row 72 10 where the keepers read the gauges of the lakes and
row 72 10 when the keepers read the gauges of the lakes and
row 72 10 while the keepers read the gauges of the lakes and
row 72 10 since the keepers read the gauges of the lakes and
row 72 10 before the keepers read the gauges of the lakes and
row 72 10 after the keepers read the gauges of the lakes and
row 72 10 until the keepers read the gauges of the lakes and
row 72 10 of the survey of the northern lakes and
row 72 10 Services of the keepers of the gauges
page
text 72 540 10 It thanked the keepers.
to 630
row 72 10 where the surveyors read the gauges of the lakes and
row 72 10 when the surveyors read the gauges of the lakes and
row 72 10 while the surveyors read the gauges of the lakes and
row 72 10 since the surveyors read the gauges of the lakes and
row 72 10 before the surveyors read the gauges of the lakes and
row 72 10 after the surveyors read the gauges of the lakes and
row 72 10 until the surveyors read the gauges of the lakes and
row 72 10 of the rivers that leave them, and on the
row 72 10 Services of the keepers of the gauges
page
text 72 540 10 It adjourned.
page
text 72 540 10 It met again.
"""


def read(description: str, folder: Path) -> Document:
    path = folder / "pages.txt"
    path.write_text(description, encoding="utf-8")
    return read_pdf(drawn(path))


def texts(document: Document, role: str) -> list[str]:
    return [line.text for line in document.lines if line.role == role]


def test_a_resolution_number_at_the_end_of_a_page_is_no_page_number(tmp_path: Path) -> None:
    document = read(LIST, tmp_path)

    assert texts(document, "foot") == ["31-00419", "1/2", "2/2", "31-00419"]
    assert "59/287" in texts(document, "body")
    assert "Services of the keepers of the gauges" in texts(document, "body")


def test_a_row_that_two_pages_of_four_end_with_is_no_page_foot(tmp_path: Path) -> None:
    document = read(REPEATED, tmp_path)

    assert texts(document, "body").count("Services of the keepers of the gauges") == 2


ITEMS = """
page
text 72 540 10 The Committee met in the year 2031 and asked for:
page
to 40
row 72 10 A/86/17
to 85
row 100 10 (c) the readings of the gauges.
to 120
text 72 540 10 It thanked the keepers.
page
to 40
row 72 10 A/86/17
to 85
row 100 10 (c) the readings of the gauges.
to 120
text 72 540 10 It adjourned.
"""
ALIKE = """
page
text 72 540 10 The Committee met in the year 2031.
page
to 40
row 72 10 A/86/17
to 85
spread 72 540 10 7. Ms. Varga (Rapporteur) drew attention to document S/2020/17 and to its
row 72 10 annex, which had been circulated in English.
page
to 40
row 72 10 A/86/17
to 85
spread 72 540 10 16. Ms. Varga (Rapporteur) drew attention to document S/2016/158 and to its
row 72 10 annex, which had been circulated in English.
"""
SYMBOL_AT_THE_TOP = """
page
text 72 540 10 The Committee met in the year 2031.
page
to 40
row 72 10 A/86/17
to 70
spread 72 540 10 8. The working group held 7 meetings in 2012 and adopted its programme (see
row 72 10 A/C.5/68/367).
to 130
text 72 540 10 It thanked the keepers.
"""


def test_an_item_that_stands_at_the_top_of_two_pages_is_no_running_head(tmp_path: Path) -> None:
    document = read(ITEMS, tmp_path)

    assert texts(document, "head") == ["A/86/17"] * 2
    assert texts(document, "body").count("(c) the readings of the gauges.") == 2


def test_numbers_of_running_heads_count_pages(tmp_path: Path) -> None:
    document = read(ALIKE, tmp_path)

    assert texts(document, "head") == ["A/86/17"] * 2


def test_the_end_of_a_sentence_is_no_symbol_in_a_running_head(tmp_path: Path) -> None:
    document = read(SYMBOL_AT_THE_TOP, tmp_path)

    assert texts(document, "head") == ["A/86/17"]
    assert "A/C.5/68/367)." in texts(document, "body")


@pytest.mark.parametrize("symbol", ["EB150/23", "GC(67)/RES/1", "A76/10"])
def test_symbols_of_specialized_agencies_are_running_heads(symbol: str, tmp_path: Path) -> None:
    document = read(SYMBOL_AT_THE_TOP.replace("A/86/17", symbol), tmp_path)

    assert texts(document, "head") == [symbol]


ROW = "Administrative officers of the station have read all seven gauges each morning of the"
PARAGRAPH = f"spread 72 540 10 1. {ROW}\nrow 72 10 Administrative year.\ndown 6\n"
OVER_THE_MARGIN = f"""
page
{PARAGRAPH * 8}spread 72 556 10 2. {ROW}
row 72 10 Administrative year.
to 740
spread 72 540 10 3. {ROW}
page
to 40
row 72 10 A/86/17
to 85
row 72 10 of it.
"""


def test_a_line_over_the_margin_moves_no_wrap_edge(tmp_path: Path) -> None:
    document = read(OVER_THE_MARGIN, tmp_path)

    last = next(line for line in document.lines if line.text.startswith("3."))
    assert last.ends is False


TABLE_PAGE = """
page
to 40
row 72 10 A/86/17
to 620
rule 72 226 228 386 388 540
to 624
row 72 10 Seat | 230 Lakes | 390 Rivers
to 640
rule 72 226 228 386 388 540
to 652
row 72 10 North | 230 The gauges of | 390 The gauges of
to 664
row 230 10 both lakes in | 390 rivers which
to 676
row 230 10 the uplands | 390 leave them are
to 700
row 72 10 South | 230 The gauges of | 390 The gauges of
to 712
row 230 10 lakes as were | 390 rivers which
to 724
row 230 10 read in the year | 390 no keeper had
to 736
row 230 10 before by the | 390 read before the
to 755
row 72 7 31-00419 | 520 #/3
"""


def test_the_foot_below_a_table_that_goes_on_overleaf_is_no_row(tmp_path: Path) -> None:
    pages = "".join(TABLE_PAGE.replace("#", str(number)) for number in (1, 2, 3))
    document = read(pages, tmp_path)

    assert texts(document, "foot") == ["31-00419", "1/3", "31-00419", "2/3", "31-00419", "3/3"]
