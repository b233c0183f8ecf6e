"""Pages of PDF: leaders, page boxes, watermarks, names, hidden and turned text, form fields."""

from pdf_files import (
    CATALOG,
    FONT,
    PAGE,
    PAGES,
    page_of,
    page_with,
    pdf,
    placed,
    set_lines,
    stream,
    unicode_page,
)
from variants.case import Doubted, Kind, Variant

PROSE = (
    "The Committee took note of the report and invited Member States to submit their views.",
    "It decided to consider the item again at its next session, and thanked the secretariat.",
)

LEADERS = Kind(
    "01",
    "leaders of a table of contents",
    "A row of dots ends at once, with its page number.",
    (
        Variant(
            "French, 150 dots",
            set_lines(["Sommaire", f"I. Introduction {'.' * 150} 3", f"II. Annexe {'.' * 150} 20"]),
            ("Sommaire", f"I. Introduction {'.' * 150} 3", f"II. Annexe {'.' * 150} 20"),
        ),
        Variant(
            "dots and spaces",
            set_lines(["Contents", f"I. Introduction {'. ' * 70}3", f"II. Annexes {'. ' * 70}20"]),
            ("Contents", f"I. Introduction {'. ' * 70}3", f"II. Annexes {'. ' * 70}20"),
        ),
        Variant(
            "underscores, in a form",
            set_lines(["1. Name of the representative", "_" * 90, "2. It closed."]),
            ("1. Name of the representative", "_" * 90, "2. It closed."),
        ),
    ),
)


def numbers(rows: int, columns: int) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(str(1000 + row * columns + column) for column in range(columns))
        for row in range(rows)
    )


def number_page(rows: int, columns: int) -> bytes:
    """A page of numbers in columns without rules."""
    size = (72 + 40 * columns, 92 + 12 * rows)
    cells = [
        (36 + 40 * x, size[1] - 50 - 12 * y, text)
        for y, row in enumerate(numbers(rows, columns))
        for x, text in enumerate(row)
    ]
    return page_with(placed(*cells), box=b"[0 0 %d %d]" % size)


def spaced(table: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """Rows of numbers alone, which have neither rules nor heads: text with spaces between."""
    return tuple(" ".join(row) for row in table)


WIDE_TABLES = Kind(
    "09",
    "tables of many numbers without rules",
    "The cost of a table grows no faster than its cells; none is lost.",
    (
        Variant("60 rows of 50 columns", number_page(60, 50), spaced(numbers(60, 50))),
        Variant("300 rows of 8 columns", number_page(300, 8), spaced(numbers(300, 8))),
        Variant("20 rows of 120 columns", number_page(20, 120), spaced(numbers(20, 120))),
    ),
)

STATES = (("Member State", "Received", "Paid"), ("Chad", "3 March", "164,380"), ("Benin", "", "7"))


def ruled_table(left: float, top: float) -> bytes:
    """A table of three columns with rules, and a paragraph under it."""
    cells = [
        (left + 4 + 120 * column, top - 14 - 20 * row, text)
        for row, texts in enumerate(STATES)
        for column, text in enumerate(texts)
    ]
    lines = [(left, top - 20 * n, left + 360, top - 20 * n) for n in range(4)]
    lines += [(left + 120 * n, top, left + 120 * n, top - 60) for n in range(4)]
    rules = "".join(f"{a:g} {b:g} m {c:g} {d:g} l S " for a, b, c, d in lines)
    return rules.encode() + placed(*cells, (left, top - 100, "1. The Committee took note of it."))


TABLE_LINES = (*(" | ".join(row) for row in STATES), "1. The Committee took note of it.")

PAGE_CORNERS = Kind(
    "90",
    "pages whose corner is not 0, 0",
    "/MediaBox may begin anywhere (ISO 32000-1, 14.11.2); a page that is moved looks the same.",
    (
        Variant(
            "far below zero",
            page_with(ruled_table(-928, -300), box=b"[-1000 -1000 -388 -208]"),
            TABLE_LINES,
        ),
        Variant(
            "above zero", page_with(ruled_table(572, 1200), box=b"[500 500 1112 1292]"), TABLE_LINES
        ),
        Variant(
            "the corners of the box in the other order",
            page_with(ruled_table(72, 700), box=b"[612 792 0 0]"),
            TABLE_LINES,
        ),
        Variant(
            "turned by 180 degrees, and the text with it",
            page_with(b"q -1 0 0 -1 612 792 cm " + ruled_table(72, 700) + b"Q", b"/Rotate 180"),
            TABLE_LINES,
        ),
    ),
)

CROP_BOXES = Kind(
    "92",
    "crop boxes",
    "The crop box is what is shown (14.11.2); places are within it, and marks outside are no text.",
    (
        Variant(
            "crop marks and a job number in the bleed",
            page_with(
                placed((10, 10, "JOB 1234 CYAN")) + ruled_table(102, 730),
                b"/CropBox[30 30 642 822]",
                box=b"[0 0 672 852]",
            ),
            TABLE_LINES,
        ),
        Variant(
            "a crop box larger than the media box",
            page_with(ruled_table(72, 700), b"/CropBox[-100 -100 900 900]"),
            TABLE_LINES,
        ),
        Variant(
            "user units",
            page_with(ruled_table(72, 700), b"/UserUnit 2.0"),
            TABLE_LINES,
        ),
    ),
)


def prose_rows(count: int = 12) -> tuple[str, ...]:
    return tuple(f"{n}. {PROSE[0]}" for n in range(1, count + 1))


RTL_RIGHT = 540  # the right margin


def right_to_left(y: float, text: str) -> tuple[float, float, str]:
    """A row of Arabic letters in visual order that ends at the right margin."""
    return RTL_RIGHT - 5 * len(text), y, text[::-1]


ARABIC_ROWS = (
    "اجتمعت اللجنة في فيينا يوم الاثنين وناقشت المسائل المطروحة عليها.",
    "وأوصت اللجنة بأن تنظر الدول الأطراف في التعاون الدولي.",
    "وقررت اللجنة أن تعقد دورتها القادمة في نيويورك.",
)


PLACED_PROSE = placed(*((72, 700 - 28 * n, text) for n, text in enumerate(prose_rows())))


def large(matrix: str, text: str, size: int = 48) -> bytes:
    return f"q .8 g BT /F {size} Tf {matrix} Tm ({text}) Tj ET Q ".encode()


def watermarked(matrix: str, text: str, size: int = 48) -> bytes:
    """A page of prose with a text in large letters across it."""
    return page_of(large(matrix, text, size) + PLACED_PROSE)


def watermarked_last_page() -> bytes:
    """Two pages with one watermark, which crosses nothing on the last."""
    watermark = large("1 0 0 1 100 420", "DRAFT", 60)
    pages = [PLACED_PROSE + watermark, placed((72, 700, "13. It closed.")) + watermark]
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R%s"
    resources = b"/Resources<</Font<</F 7 0 R>>>>>>"
    return pdf(
        [
            CATALOG,
            b"<</Type/Pages/Kids[3 0 R 5 0 R]/Count 2>>",
            page % (4, resources),
            stream(pages[0]),
            page % (6, resources),
            stream(pages[1]),
            FONT,
        ]
    )


def watermarked_arabic(size: int, y: float, sign: str) -> bytes:
    """A page of Arabic rows with a word in larger type across them."""
    rows = [right_to_left(700 - 15 * n, row) for n, row in enumerate(ARABIC_ROWS)]
    return unicode_page(*rows, over=((300, y, sign[::-1]),), over_size=size)


WATERMARKS_AT_AN_ANGLE = Kind(
    "93",
    "watermarks at an angle",
    "A watermark is no part of the rows that it crosses.",
    (
        Variant("30 degrees", watermarked(".866 .5 -.5 .866 150 420", "DRAFT"), prose_rows()),
        Variant("60 degrees", watermarked(".5 .866 -.866 .5 250 350", "UNEDITED"), prose_rows()),
        Variant("falling", watermarked(".707 -.707 .707 .707 150 680", "DRAFT"), prose_rows()),
        Variant("45 degrees", watermarked(".707 .707 -.707 .707 180 400", "ADVANCE"), prose_rows()),
    ),
)

WATERMARKS_ACROSS = Kind(
    "95",
    "watermarks across rows",
    "Letters of 40 points are no part of a row of 10.",
    (
        Variant("over one row", watermarked("1 0 0 1 100 555", "ADVANCE COPY"), prose_rows()),
        Variant("between rows", watermarked("1 0 0 1 100 570", "DRAFT", 60), prose_rows()),
        Variant("at the left edge", watermarked("1 0 0 1 20 500", "EMBARGO", 40), prose_rows()),
        Variant("18 points", watermarked("1 0 0 1 100 558", "OFFICIAL USE", 18), prose_rows()),
        Variant(
            "wider than the page", watermarked("1 0 0 1 20 520", "DRAFT COPY", 130), prose_rows()
        ),
        Variant(
            "above the text", page_of(PLACED_PROSE + large("1 0 0 1 80 500", "DRAFT")), prose_rows()
        ),
        Variant(
            "sloping by 3 degrees",
            watermarked(".9986 .0523 -.0523 .9986 90 470", "DRAFT"),
            prose_rows(),
        ),
        Variant(
            "sloping by 9 degrees, beside rows",
            watermarked(".988 .156 -.156 .988 490 470", "DRAFT", 24),
            prose_rows(),
        ),
        Variant(
            "on a page where it crosses nothing",
            watermarked_last_page(),
            (*prose_rows(), "13. It closed."),
        ),
        Variant("Arabic, below the text", watermarked_arabic(40, 680, "مسودة"), ARABIC_ROWS),
        Variant("Latin letters in Arabic text", watermarked_arabic(24, 690, "DRAFT"), ARABIC_ROWS),
        Variant(
            "a title in large type crosses nothing",
            page_of(large("1 0 0 1 72 720", "DRAFT", 24) + PLACED_PROSE),
            ("DRAFT", *prose_rows()),
        ),
    ),
)

LISTS_OF_NAMES = Kind(
    "96",
    "lists of names, numbers and signs",
    "A text without common words is no garbled text if its letters are sound.",
    (
        Variant(
            "names in capitals with functions",
            set_lines(
                ["LIST OF PARTICIPANTS"]
                + [f"H.E. Mr. OKONKWO NWOSU ADEYEMI {n}, AMBASSADOR" for n in range(40)]
            ),
            (
                "LIST OF PARTICIPANTS",
                *(f"H.E. Mr. OKONKWO NWOSU ADEYEMI {n}, AMBASSADOR" for n in range(40)),
            ),
        ),
        Variant(
            "symbols of documents",
            set_lines([f"A/CONF.900/{n}/Add.1/Rev.2" for n in range(1, 50)]),
            tuple(f"A/CONF.900/{n}/Add.1/Rev.2" for n in range(1, 50)),
        ),
        Variant(
            "abbreviations",
            set_lines([f"UNODC UNTOC COP WG.{n} TIP SOM FA IAC" for n in range(1, 40)]),
            tuple(f"UNODC UNTOC COP WG.{n} TIP SOM FA IAC" for n in range(1, 40)),
        ),
    ),
)


def spans(actual: bytes) -> bytes:
    """`The Committee decided to welcome the report.` with an ActualText for `welcome`."""
    return (
        placed((72, 700, "1. The Committee decided to"))
        + b"/Span<</ActualText %s>> BDC " % actual
        + placed((203, 700, "welcome"))
        + b"EMC "
        + placed((247, 700, "the report."), (72, 680, "2. It closed its session."))
    )


WELCOME = ("1. The Committee decided to welcome the report.", "2. It closed its session.")

ACTUAL_TEXT = Kind(
    "98",
    "ActualText without letters",
    "U+FFFD says that the text is not known (14.9.4): the letters of the font are read.",
    (
        Variant("one U+FFFD", page_of(spans(b"<FEFFFFFD>")), WELCOME),
        Variant("U+FFFD and spaces", page_of(spans(b"<FEFFFFFD00200020FFFD>")), WELCOME),
        Variant("private use characters", page_of(spans(b"<FEFFE000E001E002>")), WELCOME),
        Variant("supplementary private use", page_of(spans(b"<FEFFDB80DC01DBC0DC02>")), WELCOME),
        Variant("an ActualText that is right", page_of(spans(b"(welcome)")), WELCOME),
    ),
)


def invisible(*rows: tuple[float, float, str]) -> bytes:
    return b"3 Tr " + placed(*rows) + b"0 Tr "


SHOWN = placed((72, 700, "1. The Committee met in Vienna."), (72, 680, "2. It closed its session."))
SHOWN_LINES = ("1. The Committee met in Vienna.", "2. It closed its session.")

INVISIBLE_TEXT = Kind(
    "100",
    "invisible text over visible text",
    "Where a page shows letters, an invisible layer over them (9.3.6) is not read.",
    (
        Variant(
            "with other letters and a shift",
            page_of(SHOWN + invisible((73, 701, "1. The Comrnittee rnet in Vierma."))),
            SHOWN_LINES,
        ),
        Variant(
            "drawn first",
            page_of(invisible((72, 700, "1. The Committee met in Vienna.")) + SHOWN),
            SHOWN_LINES,
        ),
        Variant(
            "both rows, word by word",
            page_of(
                SHOWN
                + invisible(
                    (72, 700, "1."),
                    (84, 700, "The"),
                    (104, 700, "Cornmittee"),
                    (72, 680, "2."),
                    (84, 680, "It"),
                    (95, 680, "c1osed"),
                )
            ),
            SHOWN_LINES,
        ),
    ),
)


def turned(matrix: str, size: float) -> bytes:
    """Two rows that are set with a text matrix and a size, one of them negative."""
    rows = "".join(
        f"{matrix} {72} {700 - 20 * n} Tm ({text}) Tj " for n, text in enumerate(SHOWN_LINES)
    )
    return page_of(f"BT /F {size} Tf {rows}ET".encode())


NEGATIVE_SIZES = Kind(
    "101",
    "negative sizes",
    "A negative size turns the glyphs by 180 degrees; with a matrix that does the same they stand "
    "upright.",
    (
        Variant("size and matrix", turned("-1 0 0 -1", -10), SHOWN_LINES),
        Variant("size of -1, matrix of -10", turned("-10 0 0 -10", -1), SHOWN_LINES),
        Variant(
            "turned by the page and by the size",
            page_of(
                b"q -1 0 0 -1 612 792 cm BT /F -10 Tf "
                + b"".join(
                    b"1 0 0 1 %d %d Tm (%s) Tj " % (540, 92 + 20 * n, text.encode())
                    for n, text in enumerate(SHOWN_LINES)
                )
                + b"ET Q"
            ),
            SHOWN_LINES,
        ),
        Variant("positive", turned("1 0 0 1", 10), SHOWN_LINES),
    ),
)


def form(*fields: bytes) -> bytes:
    """A page of a sentence with form fields beside it."""
    content = placed((72, 700, "1. The Committee elected as its Chair:"))
    annotations = b"".join(
        b"<</Type/Annot/Subtype/Widget/Rect[260 690 400 710]/FT/Tx/T(f)%s>>" % field
        for field in fields
    )
    page = PAGE.replace(b"/Contents", b"/Annots[%s]/Contents" % annotations)
    return pdf([CATALOG, PAGES, page, stream(content), FONT])


FORM_VALUES = Kind(
    "102",
    "values of form fields",
    "The value of a field is shown where its annotation is (12.7): it is text, or a doubt says so.",
    (
        Variant("a text field", form(b"/V(Ms. Diallo)"), Doubted("lost-text")),
        Variant(
            "a value in UTF-16",
            form(b"/V<FEFF004D0073002E0020004400690061006C006C006F>"),
            Doubted("lost-text"),
        ),
        Variant(
            "a free text annotation",
            pdf(
                [
                    CATALOG,
                    PAGES,
                    PAGE.replace(
                        b"/Contents",
                        b"/Annots[<</Type/Annot/Subtype/FreeText/Rect[260 690 400 710]"
                        b"/Contents(Ms. Diallo)>>]/Contents",
                    ),
                    stream(placed((72, 700, "1. The Committee elected as its Chair:"))),
                    FONT,
                ]
            ),
            Doubted("lost-text"),
        ),
        Variant(
            "a hidden field has no value to show",
            form(b"/V(secret)/F 2"),
            ("1. The Committee elected as its Chair:",),
        ),
    ),
)


def bilingual(*paragraphs: tuple[str, str]) -> Variant:
    """Paragraphs from left to right among those of Arabic: logical order, and visual order."""
    shown = [right_to_left(700 - 30 * n, row) for n, row in enumerate(ARABIC_ROWS)]
    shown += [(72, 600 - 30 * n, visual) for n, (_, visual) in enumerate(paragraphs)]
    logical = tuple(text for text, _ in paragraphs)
    return Variant(logical[0], unicode_page(*shown), (*ARABIC_ROWS, *logical))


COMMITTEE, ASSEMBLY = "اللجنة", "الجمعية"

LEFT_TO_RIGHT_PARAGRAPHS = Kind(
    "104",
    "left-to-right paragraphs in Arabic documents",
    "The side of the margin and the first strong letter say the direction of a paragraph.",
    (
        bilingual(
            (
                f"The word {COMMITTEE} stands in the English text.",
                f"The word {COMMITTEE[::-1]} stands in the English text.",
            )
        ),
        bilingual(
            (
                f"See {COMMITTEE} (Committee) and {ASSEMBLY} (Assembly), para. 5.",
                f"See {COMMITTEE[::-1]} (Committee) and {ASSEMBLY[::-1]} (Assembly), para. 5.",
            )
        ),
        bilingual(
            (
                f"Le mot {ASSEMBLY} figure dans le texte de la décision 12/3.",
                f"Le mot {ASSEMBLY[::-1]} figure dans le texte de la décision 12/3.",
            ),
            ("It closed its session on Friday.", "It closed its session on Friday."),
        ),
    ),
)

PDF = (
    LEADERS,
    WIDE_TABLES,
    PAGE_CORNERS,
    CROP_BOXES,
    WATERMARKS_AT_AN_ANGLE,
    WATERMARKS_ACROSS,
    LISTS_OF_NAMES,
    ACTUAL_TEXT,
    INVISIBLE_TEXT,
    NEGATIVE_SIZES,
    FORM_VALUES,
    LEFT_TO_RIGHT_PARAGRAPHS,
)
