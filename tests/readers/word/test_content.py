"""Run content of Word files: toggles, fields, content controls, revisions, breaks, imports."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from word_files import OFFICE, docx, paragraph, run, style, table, zipped

import unreport
from unreport.document import Document
from unreport.errors import UnreadableSource
from unreport.readers.word.reader import read_docx


def read(body: str, *, original: bool = False, **parts: str) -> Document:
    return read_docx(docx(body, **parts), original=original)


def texts(body: str, **parts: str) -> list[str]:
    return [line.text for line in read(body, **parts).lines]


def character(kind: str, inner: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'


def instruction(code: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'


def field(code: str, form: str = "") -> str:
    data = f"<w:ffData>{form}</w:ffData>" if form else ""
    return character("begin", data) + instruction(code) + character("end")


HIDDEN = style("Hidden", "Hidden", "<w:rPr><w:vanish/></w:rPr>")
HIDDEN_RUN = style("HiddenRun", "HiddenRun", "<w:rPr><w:vanish/></w:rPr>", kind="character")


@pytest.mark.parametrize(
    ("paragraph_style", "properties", "expected"),
    [
        ("Hidden", "", []),
        ("Hidden", '<w:vanish w:val="0"/>', ["x"]),
        ("Hidden", '<w:vanish w:val="false"/>', ["x"]),
        ("", '<w:rStyle w:val="HiddenRun"/>', []),
        ("Hidden", '<w:rStyle w:val="HiddenRun"/>', ["x"]),  # on twice is off (17.7.3)
        ("", '<w:rStyle w:val="HiddenRun"/><w:vanish w:val="0"/>', ["x"]),
    ],
)
def test_hidden_text(paragraph_style: str, properties: str, expected: list[str]) -> None:
    named = f'<w:pStyle w:val="{paragraph_style}"/>' if paragraph_style else ""
    body = paragraph(properties=named, inner=run("x", properties))

    assert texts(body, styles=HIDDEN + HIDDEN_RUN) == expected


OPEN = character("begin") + instruction(" DATE ") + run("Monday")


@pytest.mark.parametrize(
    "closing",
    [
        "",
        f'<w:del w:id="1">{character("end")}</w:del>',
        f'<w:moveFrom w:id="1">{character("end")}</w:moveFrom>',
    ],
)
def test_text_after_a_field_that_is_not_closed(closing: str) -> None:
    body = paragraph("a ", inner=OPEN + closing + run(" b")) + paragraph("c")

    assert " ".join(texts(body)).endswith("b c")


def test_a_field_closed_in_a_deleted_row() -> None:
    deleted = table([paragraph(inner=character("end"))], row_properties="<w:trPr><w:del/></w:trPr>")

    assert texts(paragraph(inner=OPEN) + deleted + paragraph("b")) == ["Monday", "b"]


def test_a_field_that_is_not_closed_in_a_note_ends_with_its_story() -> None:
    note = f'<w:footnote w:id="1">{paragraph(inner=OPEN)}</w:footnote>'
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>'

    assert texts(paragraph("a", inner=call) + paragraph("b"), footnotes=note) == [
        "a1",
        "b",
        "1 Monday",
    ]


def control(content: str, properties: str = "<w:showingPlcHdr/>") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


PROMPT = run("Click here.", '<w:rStyle w:val="PlaceholderText"/>')
TABLE_CELL = f"<w:tc>{paragraph('cell')}</w:tc>"
TABLE_ROW = f"<w:tr><w:tc>{paragraph('row')}</w:tc></w:tr>"
PROMPT_STYLE = style("PlaceholderText", "Placeholder Text", kind="character")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (paragraph("a ", inner=control(run("Ms. X"))), ["a Ms. X"]),
        (paragraph("a ", inner=control(PROMPT)), ["a"]),
        (control(paragraph("block")), ["block"]),
        (control(paragraph(inner=PROMPT)), []),
        (control(table([paragraph("x"), paragraph("y")])), ["x\ty"]),
        (f"<w:tbl>{control(TABLE_ROW)}</w:tbl>", ["row"]),
        (f"<w:tbl><w:tr>{control(TABLE_CELL)}{TABLE_CELL}</w:tr></w:tbl>", ["cell\tcell"]),
        (control(control(paragraph("nested"))), ["nested"]),
        (paragraph(inner=control(run("☒"), "<w14:checkbox/>")), ["☒"]),
        (
            paragraph(inner=control("", '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>')),
            ["☒"],
        ),
        (
            paragraph(inner=control("", '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>')),
            ["☐"],
        ),
    ],
)
def test_content_controls(body: str, expected: list[str]) -> None:
    assert texts(body, styles=PROMPT_STYLE) == expected


CHOICES = '<w:listEntry w:val="Geneva"/><w:listEntry w:val="Vienna"/>'


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (field("FORMDROPDOWN", f'<w:ddList><w:result w:val="1"/>{CHOICES}</w:ddList>'), "Vienna"),
        (field("FORMDROPDOWN", f"<w:ddList>{CHOICES}</w:ddList>"), "Geneva"),
        (field("FORMCHECKBOX", "<w:checkBox><w:checked/></w:checkBox>"), "☒"),
        (field("FORMCHECKBOX", '<w:checkBox><w:default w:val="1"/></w:checkBox>'), "☒"),
        (field("FORMCHECKBOX", '<w:checkBox><w:checked w:val="0"/></w:checkBox>'), "☐"),
        (field(' SYMBOL 177 \\f "Symbol" '), "±"),
        (field(" SYMBOL 0xB1 "), "±"),
        (field(" SYMBOL 8364 \\u "), "€"),
        (field(" SYMBOL 252 \\f Wingdings \\s 12 "), "✓"),
        (field(" EQ \\f(1,2) "), "1/2"),
        (field(" EQ x\\s\\up8(2) "), "x²"),
        (field(" QUOTE &quot;as said&quot; "), "as said"),
        ('<w:fldSimple w:instr=" SYMBOL 177 \\f Symbol "/>', "±"),
        (f'<w:fldSimple w:instr=" DATE ">{run("Monday")}</w:fldSimple>', "Monday"),
        (field(" DATE "), ""),
    ],
)
def test_fields_without_a_stored_result(inner: str, expected: str) -> None:
    assert texts(paragraph("a ", inner=inner + run(" b"))) == [f"a {expected} b"]


def raised(text: str, position: str = "superscript") -> str:
    return run(text, f'<w:vertAlign w:val="{position}"/>')


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (run("10") + raised("6") + run(" t"), "10⁶ t"),
        (run("decision 45") + raised("3"), "decision 45³"),
        (run("km") + raised("2"), "km²"),
        (run("3") + raised("1") + run("⁄") + raised("2", "subscript"), "3¹⁄₂"),
        (run("CO") + raised("2", "subscript"), "CO2"),
        (run("21") + raised("st"), "21st"),
        (raised("1") + run(" See"), "1 See"),
    ],
)
def test_superscripts_are_no_digits_of_the_number_before(inner: str, expected: str) -> None:
    assert texts(paragraph(inner=inner)) == [expected]


BREAK = "<w:r><w:br/></w:r>"


def test_line_breaks_in_the_masthead_and_before_numbers() -> None:
    body = (
        paragraph("A/1", inner=BREAK + run("General Assembly") + BREAK + run("Distr.: Limited"))
        + paragraph("Introduction", '<w:outlineLvl w:val="0"/><w:pStyle w:val="H1"/>')
        + paragraph("1. One", inner=BREAK + run("Two") + BREAK + run("2. Three"))
    )
    lines = read(body, styles=style("H1", "heading 1")).lines

    assert [line.text for line in lines] == [
        "A/1", "General Assembly", "Distr.: Limited", "Introduction", "1. One Two", "2. Three",
    ]  # fmt: skip
    assert [line.ends for line in lines[:3]] == [None, None, True]


def test_a_line_break_before_a_lower_case_letter_does_not_end_a_line() -> None:
    assert texts(paragraph("On Monday,", inner=BREAK + run("in Salle VII"))) == [
        "On Monday, in Salle VII"
    ]


@pytest.mark.parametrize("kind", ["drop", "margin"])
def test_drop_caps(kind: str) -> None:
    cap = paragraph("T", f'<w:framePr w:dropCap="{kind}" w:lines="3"/>')

    assert texts(cap + paragraph("he Committee met.")) == ["The Committee met."]


def test_a_deleted_or_hidden_paragraph_mark_before_a_table() -> None:
    for mark in ("<w:del/>", "<w:vanish/>"):
        body = (
            paragraph("a", f"<w:rPr>{mark}</w:rPr>")
            + table([paragraph("x"), paragraph("y")])
            + paragraph("b")
        )
        assert texts(body) == ["a", "x\ty", "b"]


@pytest.mark.parametrize(("original", "expected"), [(False, ("a", "c")), (True, ("a", "b"))])
def test_tracked_cells(*, original: bool, expected: tuple[str, ...]) -> None:
    cells = "".join(
        f"<w:tc><w:tcPr>{mark}</w:tcPr>{paragraph(text)}</w:tc>"
        for text, mark in [
            ("a", ""),
            ("b", '<w:cellDel w:id="1"/>'),
            ("c", '<w:cellIns w:id="2"/>'),
        ]
    )
    lines = read(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>", original=original).lines

    assert [line.cells for line in lines] == [expected]


def row(*cells: tuple[str, int], before: int = 0) -> str:
    skipped = f'<w:trPr><w:gridBefore w:val="{before}"/></w:trPr>' if before else ""
    inner = "".join(
        f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{paragraph(text)}</w:tc>'
        for text, span in cells
    )
    return f"<w:tr>{skipped}{inner}</w:tr>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [
                row(("State", 1), ("Due", 1), ("Paid", 1)),
                row(("A", 2), ("7", 1)),
                row(("9", 1), before=2),
            ],
            [("State", "Due", "Paid"), ("A", "", "7"), ("", "", "9")],
        ),
        # grid columns in which no cell begins are no columns of the table
        ([row(("a", 2), ("b", 3)), row(("c", 2), ("d", 3))], [("a", "b"), ("c", "d")]),
        ([row(("a", 1), ("b", 1)), row(("all", 2))], [("a", "b"), ("all",)]),
    ],
)
def test_merged_cells_keep_their_columns(rows: list[str], expected: list[tuple[str, ...]]) -> None:
    lines = read(f"<w:tbl>{''.join(rows)}</w:tbl>").lines

    assert [line.cells for line in lines] == expected


def test_paragraphs_and_tables_of_a_note_are_one_note() -> None:
    first = paragraph(inner=f"<w:r><w:footnoteRef/></w:r>{run(' The votes:')}")
    note = first + table([paragraph("For"), paragraph("31")]) + paragraph("17 States abstained.")
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    lines = read(
        paragraph("x", inner=call), footnotes=f'<w:footnote w:id="1">{note}</w:footnote>'
    ).lines

    assert [(line.role, line.text) for line in lines] == [
        ("body", "x1"),
        ("note", "1 The votes: For 31 17 States abstained."),
    ]


def math(inner: str) -> str:
    return f"<m:oMath>{inner}</m:oMath>"


def term(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


SUM = (
    f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{term("1")}</m:sub>'
    f"<m:sup>{term('n')}</m:sup><m:e>{term('x')}</m:e></m:nary>"
)


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (term("x+1"), "x+1"),
        (f"<m:f><m:num>{term('a+b')}</m:num><m:den>{term('c')}</m:den></m:f>", "(a+b)/c"),
        (f"<m:sSup><m:e>{term('x')}</m:e><m:sup>{term('2')}</m:sup></m:sSup>", "x²"),
        (f"<m:sSup><m:e>{term('e')}</m:e><m:sup>{term('kt')}</m:sup></m:sSup>", "e^kt"),
        (f"<m:sSub><m:e>{term('x')}</m:e><m:sub>{term('max')}</m:sub></m:sSub>", "x_max"),
        (f"<m:rad><m:deg/><m:e>{term('x+1')}</m:e></m:rad>", "√(x+1)"),
        (f"<m:d><m:e>{term('a')}</m:e></m:d>", "(a)"),
        (SUM, "∑₁ⁿ x"),
        (f'<w:del w:id="1">{term("old")}</w:del>{term("new")}', "new"),
    ],
)
def test_formulas(inner: str, expected: str) -> None:
    assert texts(paragraph("a ", inner=math(inner) + run(" b"))) == [f"a {expected} b"]


def test_formulas_of_strict_files() -> None:
    data = read_strict(paragraph("a ", inner=math(term("x+1"))))

    assert [line.text for line in data.lines] == ["a x+1"]


def read_strict(body: str) -> Document:
    names = {
        f"http://schemas.openxmlformats.org/{part.format('/2006')}": (
            f"http://purl.oclc.org/ooxml/{part.format('')}"
        )
        for part in (
            "wordprocessingml{}/main",
            "officeDocument{}/relationships",
            "officeDocument{}/math",
        )
    }
    parts = {}
    with ZipFile(BytesIO(docx(body))) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode()
            for old, new in names.items():
                text = text.replace(old, new)
            parts[name] = text
    return read_docx(zipped(parts))


def with_import(content: bytes | str, body: str = "") -> bytes:
    parts: dict[str, str | bytes] = {}
    with ZipFile(BytesIO(docx(f'{body}<w:altChunk r:id="c1"/>'))) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name)
    parts["word/chunk.bin"] = content
    parts["word/_rels/document.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="c1" Type="{OFFICE}/aFChunk" Target="chunk.bin"/></Relationships>'
    )
    return zipped(parts)


@pytest.mark.parametrize(
    "content",
    [
        "<html><body><p>One.</p><p>Two.</p></body></html>",
        "One.\n\nTwo.",
        docx(paragraph("One.") + paragraph("Two.")),
    ],
    ids=["html", "text", "docx"],
)
def test_alternative_format_import(content: bytes | str) -> None:
    document = read_docx(with_import(content, paragraph("Before.")))

    assert [line.text for line in document.lines] == ["Before.", "One.", "Two."]
    assert document.doubts == ()
    assert all(document.text[line.start : line.end] == line.text for line in document.lines)


def test_an_import_that_cannot_be_read() -> None:
    document = read_docx(with_import(b"\x89PNG\r\n\x1a\n\0\0\0\0", paragraph("Before.")))

    assert [doubt.code for doubt in document.doubts] == ["unread-part"]
    with pytest.raises(UnreadableSource, match="nothing was read"):
        read_docx(with_import(b"\x89PNG\r\n\x1a\n\0\0\0\0"))


def test_word_files_in_word_files_have_a_limit() -> None:
    data = with_import("<html><body><p>inner</p></body></html>")
    for _ in range(4):
        data = with_import(data, paragraph("outer"))

    assert [line.text for line in read_docx(data).lines].count("outer") == 3


def test_note_calls_in_table_cells() -> None:
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1">{paragraph("In kind.")}</w:footnote>'
    rows = table([paragraph("A"), paragraph("5", inner=call)], [paragraph("B"), paragraph("12")])
    data = docx(paragraph("Text.") + rows, footnotes=note)
    report = unreport.parse(data)
    tables = [node for node, _ in report.walk() if isinstance(node, unreport.Table)]

    assert tables[0].rows == (("A", "5[^1]"), ("B", "12"))
    assert "| A | 5[^1] |" in report.to_markdown()
    assert "note-uncalled" not in {issue.code for issue in unreport.check(report)}


BINDING = (
    '<w:dataBinding w:prefixMappings="xmlns:n=\'urn:x\'" w:xpath="/n:report[1]/n:chair[1]" '
    'w:storeItemID="{0A1B}"/>'
)


def bound_file(body: str) -> bytes:
    parts: dict[str, str | bytes] = {}
    with ZipFile(BytesIO(docx(body, styles=PROMPT_STYLE))) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name)
    relations = bytes(parts["word/_rels/document.xml.rels"]).decode()  # type: ignore[arg-type]
    store = f'<Relationship Id="s1" Type="{OFFICE}/customXml" Target="../customXml/item1.xml"/>'
    parts["word/_rels/document.xml.rels"] = relations.replace("</Rel", store + "</Rel", 1)
    parts["customXml/item1.xml"] = "<report xmlns='urn:x'><chair>Ms. Diallo</chair></report>"
    parts["customXml/_rels/item1.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="p" Type="{OFFICE}/customXmlProps" Target="props.xml"/></Relationships>'
    )
    parts["customXml/props.xml"] = (
        '<ds:item xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
        'ds:itemID="{0a1b}"/>'
    )
    return zipped(parts)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (paragraph("a ", inner=control(PROMPT, f"{BINDING}<w:showingPlcHdr/>")), "a Ms. Diallo"),
        (control(paragraph(inner=PROMPT + PROMPT), f"{BINDING}<w:showingPlcHdr/>"), "Ms. Diallo"),
        (paragraph("a ", inner=control("", BINDING)), "a Ms. Diallo"),
        (paragraph("a ", inner=control(run("Mr. X"), BINDING)), "a Mr. X"),
    ],
)
def test_content_controls_bound_to_data(body: str, expected: str) -> None:
    assert read_docx(bound_file(body)).text == expected


CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


@pytest.mark.parametrize(
    ("inner", "objects"),
    [
        (f'<w:drawing><c:chart xmlns:c="{CHART}"/></w:drawing>' * 2, "2 charts"),
        ("<w:object/>", "1 embedded object"),
        (f'<w:drawing><c:chart xmlns:c="{CHART}"/></w:drawing><w:object/>', "1 chart, 1 embedded"),
        ('<w:drawing><a:blip r:embed="r9"/></w:drawing>', None),
    ],
)
def test_objects_whose_text_is_not_read_are_a_doubt(inner: str, objects: str | None) -> None:
    doubts = read(paragraph("a", inner=f"<w:r>{inner}</w:r>")).doubts

    assert [doubt.code for doubt in doubts] == ["unread-part"] * bool(objects)
    assert all(objects in doubt.message for doubt in doubts if objects)
