"""Paragraph breaks at page turns: a first-line indent tells them where punctuation does not."""

import pytest

from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.layout.paragraphs.breaks import paragraph_ends
from unreport.readers.pdf.layout.paragraphs.line_ends import repair_line_ends
from unreport.readers.pdf.layout.paragraphs.margins import has_marker
from unreport.readers.pdf.layout.text_lines import TextLine

LEFT, RIGHT, INDENT = 100.0, 500.0, 24.0


def line(text: str, page: int, y: float, indent: float, base: BaseDirection) -> TextLine:
    """A full line, indented at the edge where its reading direction starts."""
    start, end = (LEFT + indent, RIGHT) if base == "L" else (LEFT, RIGHT - indent)
    return TextLine(
        text=text,
        page=page,
        region="body",
        fallback="body",
        x0=start,
        x1=end,
        y=y,
        size=10.0,
        base=base,
        fonts=frozenset(),
        bold=False,
        italic=False,
        first_word_width=30.0,
        calls=(),
        leading_call=0,
        has_marker=False,
        certain=True,
        block=0,
        text_column=0,
        table=0,
        cell=(0, 0),
        page_width=612.0,
        page_height=792.0,
    )


@pytest.mark.parametrize(
    ("base", "first", "second"),
    [
        ("L", "Recalling the charts of the lakes and of", "the rivers that run into them,"),
        ("R", "وإذ تشير إلى خرائط البحيرات وخرائط", "الأنهار التي تصب فيها،"),
    ],
)
@pytest.mark.parametrize("indented", [True, False])
def test_an_indent_starts_a_paragraph_after_a_page_turn(
    *, base: BaseDirection, first: str, second: str, indented: bool
) -> None:
    texts = [first, second] * 4
    above = [
        line(text, 1, 100.0 + 12 * at, 0.0 if at % 2 else INDENT, base)
        for at, text in enumerate(texts)
    ]
    below = [line(f"{second[:-1]} {second}", 2, 100.0, INDENT if indented else 0.0, base)]
    below.append(line(second, 2, 112.0, 0.0, base))
    assert paragraph_ends([*above, *below])[len(above) - 1] is indented


ROWS = (450.0, 500.0, 190.0, 500.0, 320.0, 260.0, 500.0, 410.0, 500.0, 140.0, 380.0, 230.0)
"""Where rows of left-aligned Arabic begin at the right; full rows reach the margin."""


@pytest.mark.parametrize("base", ["L", "R"])
def test_text_aligned_at_the_edge_where_its_lines_end(base: BaseDirection) -> None:
    texts = ["الأنهار التي تصب فيها" if base == "R" else "the rivers that run into them"] * len(
        ROWS
    )
    rows = [line(text, 1, 100.0 + 12 * at, 0.0, base) for at, text in enumerate(texts)]
    for row, edge in zip(rows, ROWS, strict=True):
        if base == "R":
            row.x1 = edge
        else:
            row.x0 = LEFT + RIGHT - edge
    short = [edge < RIGHT - 40.0 for edge in ROWS]

    ends = paragraph_ends(rows)

    assert [bool(end) for end in ends[:-1]] == short[:-1]


@pytest.mark.parametrize(
    ("above", "below", "repaired"),
    [
        ("Satellite images at a res-", "olution of 0.5 metres", True),
        ("в качестве коорди-", "натора проекта резолюции", True),
        ("El enlace por transbor-", "dador se interrumpió", True),
        ("a long-", "term plan of the secretariat", False),
        ("a better under-", "standing of the lakes", True),
        ("la resolución sobre la re-", "forma de los puertos", True),
        ("at its seventy-", "sixth session", False),
        ("научно-", "исследовательские суда", False),
        ("THE SEC-", "OND PART OF THE SESSION", True),
        ("la participaci\N{SOFT HYPHEN}ón mul\N{SOFT HYPHEN}-", "tidimensional", True),
        ("la participación mul\N{SOFT HYPHEN}\N{HYPHEN}", "tidimensional", True),
        ("its trans\N{SOFT HYPHEN}", "boundary rivers", True),
        ("at its seventy\N{SOFT HYPHEN}", "sixth session", False),
        ("научно\N{SOFT HYPHEN}", "исследовательские суда", False),
        ("the COVID\N{SOFT HYPHEN}", "19 pandemic", False),
        ("UNODC-", "BINUH", False),
        ("the UNESCO-", "led programme", False),
        ("the model Globiom-", "v2 of the institute", False),
        ("которые по-", "прежнему пользуются карточками", False),
        ("Write to registry@space-", "office.example or visit", False),
    ],
)
def test_hyphens_at_row_ends_by_the_words(above: str, below: str, *, repaired: bool) -> None:
    rows = [line(text, 1, 100.0 + 12 * at, 0.0, "L") for at, text in enumerate((above, below))]

    repair_line_ends(rows, [False, True])

    assert rows[0].text.endswith("\N{SOFT HYPHEN}") is repaired


@pytest.mark.parametrize(
    ("ends", "joined"), [("-\N{SOFT HYPHEN}", True), ("\N{SOFT HYPHEN}" * 2, False)]
)
def test_soft_hyphens_in_a_font_that_has_both_hyphens(ends: str, *, joined: bool) -> None:
    """Where plain hyphens end rows, too, a soft hyphen divides; elsewhere it may be either one."""
    texts = [f"at its seventy{ends[0]}", "sixth session, which was held", f"in Green{ends[1]}"]
    rows = [
        line(text, 1, 100.0 + 12 * at, 0.0, "L") for at, text in enumerate([*texts, "land in May."])
    ]
    for row in rows:
        row.fonts = frozenset({1})

    repair_line_ends(rows, [False, False, False, True])

    assert rows[0].text.endswith("seventy-")
    assert rows[2].text.endswith("\N{SOFT HYPHEN}") is joined


def test_hyphens_at_row_ends_within_cells() -> None:
    cells = [((0, 0), "the finan-"), ((0, 1), "at its seventy-"), ((0, 0), "cial report of")]
    rows = [line(text, 1, 100.0 + 12 * at, 0.0, "L") for at, (_, text) in enumerate(cells)]
    rows.append(line("sixth session", 1, 136.0, 0.0, "L"))
    for row, cell in zip(rows, [cell for cell, _ in (*cells, cells[1])], strict=True):
        row.region, row.table, row.cell = "table", 1, cell

    repair_line_ends(rows, [None] * 4)

    assert [row.text for row in rows[:2]] == ["the finan\N{SOFT HYPHEN}", "at its seventy-"]


@pytest.mark.parametrize("base", ["L", "R"])
def test_a_centred_heading_of_several_rows_of_which_some_are_nearly_full(
    base: BaseDirection,
) -> None:
    texts = ["تقرير عن البحيرات" if base == "R" else "Report on the lakes and rivers"] * 9
    rows = [line(text, 1, 100.0 + 12 * at, 0.0, base) for at, text in enumerate(texts)]
    for at, inset in ((4, 18.0), (5, 2.0), (6, 16.0), (7, 120.0)):
        rows[at].x0, rows[at].x1, rows[at].bold = LEFT + inset, RIGHT - inset, True

    ends = paragraph_ends(rows)

    assert [bool(end) for end in ends[4:8]] == [False, False, False, True]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("D.ª Ana López tomó la palabra", False),
        ("D. Otros asuntos", True),
        ("52.2 per cent of them speak two languages", False),
        ("٥٢.٢ في المائة من المصارف", False),
        ("52.2 The Committee noted", True),
        ("٥٢- ولاحظت اللجنة", True),
    ],
)
def test_an_amount_opens_no_paragraph(text: str, *, marked: bool) -> None:
    assert has_marker(line(text, 1, 100.0, 0.0, "L")) is marked


@pytest.mark.parametrize(
    ("space", "moved"), [("\N{NO-BREAK SPACE}", "«\N{NO-BREAK SPACE}"), ("", "«")]
)
def test_a_guillemet_keeps_its_space_on_the_next_row(space: str, moved: str) -> None:
    texts = [
        f"les «{space}savoirs{space}» et les «{space}arts{space}»",
        "un certificat d’«",
        "origine",
    ]
    rows = [line(text, 1, 100.0 + 12 * at, 0.0, "L") for at, text in enumerate(texts)]

    repair_line_ends(rows, [False, False, True])

    assert rows[2].text == f"{moved}origine"


@pytest.mark.parametrize(
    ("above", "below", "page", "ends"),
    [
        ("as the document S/2023/137 explains (sect.", "III.C, fig. 2). The fees were", 1, False),
        ("by courier, or in person between 10 a.m.", "and 4 p.m. Lifts were installed", 2, False),
        ("as the document S/2023/137 explains.", "III. The fees of the consultant", 1, True),
    ],
)
def test_a_line_that_goes_on_after_an_abbreviation(
    above: str, below: str, page: int, *, ends: bool
) -> None:
    rows = [line(above, 1, 100.0, 0.0, "L"), line(below, page, 112.0, 0.0, "L")]

    assert paragraph_ends(rows)[0] is ends


@pytest.mark.parametrize(
    ("below", "x1", "ends"),
    [
        ("Conclusions", 160.0, True),
        ("结论", 125.0, True),
        ("The Committee recommends this.", 250.0, False),
        ("The Committee recommends that the keepers be", RIGHT, False),
    ],
)
def test_a_short_bold_row_without_a_stop_is_a_title(below: str, x1: float, *, ends: bool) -> None:
    rows = [
        line(text, 1, 100.0 + 12 * at, 0.0, "L") for at, text in enumerate(["It ended.", below])
    ]
    rows[0].x1, rows[1].x1, rows[1].bold = RIGHT - 20.0, x1, True

    assert paragraph_ends(rows)[0] is ends


@pytest.mark.parametrize(
    ("below", "size", "ends"),
    [
        ("Recommendation 21", 13.0, True),
        ("assistance to keepers", 13.0, False),
        ("Technical assistance", 14.0, False),
    ],
)
def test_a_full_heading_above_one_of_the_next_level(below: str, size: float, *, ends: bool) -> None:
    texts = ["B. Recommendations on the subject of", below]
    rows = [line(text, 1, 100.0 + 14 * at, 0.0, "L") for at, text in enumerate(texts)]
    for row in rows:
        row.bold, row.size = True, 14.0
    rows[1].size, rows[1].x1 = size, 220.0

    assert paragraph_ends(rows)[0] is ends


def test_brackets_hold_a_justified_row_together_that_ends_short() -> None:
    text = "the gauges of the lakes and of the rivers"
    rows = [line(text, 1, 100.0 + 12 * at, 0.0, "L") for at in range(12)]
    rows[5].text, rows[6].text = "the third column of table 4 (pp.", "21–23) and those of the lakes"
    rows[5].x1 = RIGHT - 6.0

    assert paragraph_ends(rows)[5] is False


def test_a_paragraph_goes_on_at_the_top_of_the_next_column() -> None:
    texts = [
        "8. According to article 16 of the rules of",
        "the Committee the reply is limited to five.",
    ]
    left = [line(text, 1, 100.0 + 12 * at, 0.0, "L") for at, text in enumerate(texts * 4)]
    right = [
        line("The keepers of six provinces lost", 1, 100.0 + 12 * at, 0.0, "L") for at in range(8)
    ]
    for row in left:
        row.x1, row.block, row.text_column = 290.0, 1, 1
    for row in right:
        row.x0, row.block, row.text_column = 310.0, 2, 2

    assert paragraph_ends([*left, *right])[len(left) - 1] is False


def test_rows_that_run_off_the_page_are_no_measure_of_its_margin() -> None:
    text = "the gauges of the lakes and of the rivers"
    rows = [line(text, 1, 100.0 + 12 * at, 0.0, "L") for at in range(12)]
    rows[4].x1 = 650.0
    rows[5].text = "12. The Committee"

    ends = paragraph_ends(rows)

    assert ends[:5] == [False] * 4 + [True]


def test_a_number_alone_on_its_row_goes_on() -> None:
    rows = [
        line(text, 1, 100.0 + 12 * at, 0.0, "L") for at, text in enumerate(("22.", "如文件所述"))
    ]
    rows[0].x1 = rows[0].x0 + 15.0

    assert paragraph_ends(rows) == [False, True]


def test_a_heading_below_a_title_of_its_size() -> None:
    texts = ("Report on the work of the observatory", "I. Pollinators", "The Committee met.")
    rows = [line(text, 1, 100.0 + 26 * at, 0.0, "L") for at, text in enumerate(texts)]
    rows[0].size = rows[1].size = 12.6
    rows[0].x1 = 490.0

    assert paragraph_ends(rows) == [True, True, True]


@pytest.mark.parametrize(("sizes", "apart"), [((14.0, 13.0), True), ((14.0, 14.0), False)])
def test_bold_rows_of_two_sizes_are_two_headings(
    sizes: tuple[float, float], *, apart: bool
) -> None:
    texts = ("A. Observations of the lakes and", "Recommendation 29", "The Committee met.")
    rows = [line(text, 1, 100.0 + 17 * at, 0.0, "L") for at, text in enumerate(texts)]
    for row, size in zip(rows, sizes, strict=False):
        row.bold, row.size = True, size
        row.x1 = 330.0

    assert paragraph_ends(rows)[0] is apart


def test_spaces_before_closing_guillemets_tell_those_after_opening_ones() -> None:
    texts = ["le rapport propose de définir «", "le logement » des familles"]
    rows = [line(text, 1, 100.0 + 12 * at, 0.0, "L") for at, text in enumerate(texts)]

    repair_line_ends(rows, [False, True])

    assert rows[1].text == "« le logement » des familles"


def repaired(*texts: str) -> list[str]:
    """Lines of one paragraph after their ends are repaired."""
    rows = [line(text, 1, 100.0 + 14 * at, 0.0, "R") for at, text in enumerate(texts)]
    repair_line_ends(rows, [*[False] * (len(rows) - 1), True])
    return [row.text for row in rows]


@pytest.mark.parametrize(
    ("above", "below", "repaired_above", "repaired_below"),
    [
        ("زادت القيم (", "±٥ نقاط)", "زادت القيم", "(±٥ نقاط)"),
        ("زادت القيم (±", "٥ نقاط)", "زادت القيم", "(±٥ نقاط)"),
        ("والمادة ٤٧ ’", "٩‘ من النظام", "والمادة ٤٧", "’٩‘ من النظام"),
        ("التي تزيد حمولتها على 401 20", "0 طن", "التي تزيد حمولتها على", "401 200 طن"),
        ("أي ما يعادل (50 50", "0) كيلومتر", "أي ما يعادل", "(50 500) كيلومتر"),
        ("وقدرها 3 5", "89 300 دولار", "وقدرها", "3 589 300 دولار"),
        ("في الفقرات 12 و 15", "3 مرات", "في الفقرات 12 و 15", "3 مرات"),
        ("وكانت p <", "0.05 في العينة", "وكانت p <", "0.05 في العينة"),
    ],
)
def test_what_is_before_a_number(
    above: str, below: str, repaired_above: str, repaired_below: str
) -> None:
    assert repaired(above, below) == [repaired_above, repaired_below]


def test_a_particle_is_before_a_number_as_elsewhere_in_the_document() -> None:
    days = "الأيام ٦٩ و٧٠ و٧١ و٧٢ و٧٣ و٧٤"

    assert repaired(f"{days} و", "٧٥ من الشهر") == [days, "و٧٥ من الشهر"]
    assert repaired(f"{days} و ٧٥ و", "٧٦ من الشهر") == [f"{days} و ٧٥ و", "٧٦ من الشهر"]


def test_an_address_that_a_line_end_divides_after_a_full_stop() -> None:
    above, below = repaired("على الموقع https://census.", "example.org/ar/r7 في حينه")
    assert above + below == "على الموقع https://census.\N{SOFT HYPHEN}example.org/ar/r7 في حينه"

    assert repaired("انظر www.un.org.", "12 وفدا") == ["انظر www.un.org.", "12 وفدا"]


@pytest.mark.parametrize(
    ("base", "first", "second"),
    [
        ("L", "1. The lakes of the north were charted in", "the years of the drought."),
        ("R", "١- ورُسمت خرائط البحيرات الشمالية في سنوات", "الجفاف الأولى من القرن."),
    ],
)
def test_short_paragraphs_of_a_font_with_a_wide_leading(
    base: BaseDirection, first: str, second: str
) -> None:
    rows: list[TextLine] = []
    for at in range(7):  # two rows each, 2.8 times the size apart; paragraphs 3.3 times
        top = 100.0 + 61 * at
        short = line(second, 1, top + 28, 0.0, base)
        short.x0, short.x1 = (LEFT, 300.0) if base == "L" else (300.0, RIGHT)
        rows += [line(first, 1, top, 0.0, base), short]
    assert paragraph_ends(rows) == [False, True] * 7


def test_a_heading_that_goes_on_in_small_letters() -> None:
    texts = ["II. Opening of the meeting and", "election of officers", "General debate"]
    rows = [line(text, 1, 100.0 + 14 * at, 0.0, "L") for at, text in enumerate(texts)]
    for row, edge in zip(rows, (250.0, 180.0, 160.0), strict=True):
        row.x1 = edge

    assert paragraph_ends(rows)[:2] == [False, True]


def test_a_bracket_that_the_next_line_closes_in_another_type() -> None:
    above = line("the note of the secretariat (", 1, 100.0, 0.0, "L")
    below = line("CTOC/COP/2018/8); the note on the rivers", 1, 112.0, 0.0, "L")
    below.size = 0.9 * above.size

    assert paragraph_ends([above, below])[0] is False


@pytest.mark.parametrize("marker", ["", "A. "])
def test_a_list_of_bold_terms_in_small_letters(marker: str) -> None:
    """Each had room on the line above, which ends in no function word."""
    texts = [f"{marker}climate change", "coal", "energy from the sun", "water"]
    rows = [line(text, 1, 100.0 + 14 * at, 0.0, "L") for at, text in enumerate(texts)]
    for row in rows:
        row.bold, row.x1, row.first_word_width = not marker, LEFT + 5.0 * len(row.text), 30.0
    rows += [line("The Committee met", 1, 160.0 + 14 * at, 0.0, "L") for at in range(3)]

    assert paragraph_ends(rows)[:4] == [True] * 4
