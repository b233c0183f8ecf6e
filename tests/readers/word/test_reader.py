"""Word files: all visible text is read, once, and nothing else."""

import re
from collections import Counter
from pathlib import Path

import pytest
from executed_lines import LINEAR, growth
from word_files import docx, level, numbered, numbering, paragraph, run, style, table

import unreport
from unreport.document import Document, Line
from unreport.readers.word.reader import read_docx

DRAWING = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic>'
    "<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp>"
    "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
    "<v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
PLACEHOLDER = '<w:rStyle w:val="PlaceholderText"/>'


def read(body: str, *, original: bool = False, **parts: str) -> Document:
    return read_docx(docx(body, **parts), "report.docx", original=original)


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def by_text(document: Document, text: str) -> Line:
    return next(line for line in document.lines if text in line.text)


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def call(note: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{note}"/></w:r>'


def note(key: int, text: str, kind: str = "footnote") -> str:
    mark = f"<w:r><w:{kind}Ref/></w:r>"
    return f'<w:{kind} w:id="{key}">{paragraph(inner=mark + run(f" {text}"))}</w:{kind}>'


# --- text in every place ------------------------------------------------------------------------

SECTION = (
    '<w:sectPr><w:headerReference w:type="first" r:id="header1"/>'
    '<w:headerReference w:type="default" r:id="header2"/>'
    '<w:footerReference w:type="default" r:id="footer1"/><w:titlePg/></w:sectPr>'
)
EVERYWHERE = "".join(
    [
        paragraph("body01 "),
        table([paragraph("row02"), paragraph("row03") + paragraph("row04")]),
        table([paragraph("outer05") + table([paragraph("inner06"), paragraph("inner07")])]),
        paragraph("anchor08", inner=DRAWING.format(paragraph("box09") + paragraph("box10"))),
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('control11')}</w:sdtContent></w:sdt>",
        paragraph(inner=f"<w:sdt><w:sdtContent>{run('control12')}</w:sdtContent></w:sdt>"),
        paragraph(
            inner=field(" HYPERLINK x13 ", "link14") + run(" ") + field(" REF y15 ", "ref16")
        ),
        paragraph(inner=f'<w:fldSimple w:instr="PAGE z17">{run("page18")}</w:fldSimple>'),
        paragraph(inner=f'<w:hyperlink r:id="r9">{run("link19")}</w:hyperlink>'),
        paragraph("called20 ", inner=call(2) + call(1) + call(1, "endnote")),
        paragraph("kept21 ", inner=f'<w:ins w:id="1">{run("inserted22 ")}</w:ins>'),
        paragraph(
            inner='<w:del w:id="2"><w:r><w:delText>deleted23</w:delText></w:r></w:del>'
            f'<w:del w:id="5">{run(" ")}</w:del>'
            f'<w:moveFrom w:id="3">{run("from24")}</w:moveFrom>'
            f'<w:moveTo w:id="4">{run("to25")}</w:moveTo>'
        ),
        paragraph(inner=run("hidden26", "<w:vanish/>") + run("tiny27", '<w:sz w:val="2"/>')),
        paragraph(
            inner='<w:r><w:commentReference w:id="1"/></w:r>'
            f"<w:smartTag>{run('smart28')}</w:smartTag>"
            f'<w:bdo w:val="rtl">{run(" turned29")}</w:bdo>'
        ),
        paragraph(inner="<m:oMath><m:r><m:t>formula30</m:t></m:r></m:oMath>"),
        f'<w:customXml w:element="x">{paragraph("custom31")}</w:customXml>',
        paragraph(
            inner="<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>rt32</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>base33</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        ),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
            f"<w:sdtContent>{paragraph(inner=run('prompt34', PLACEHOLDER))}</w:sdtContent></w:sdt>"
        ),
        SECTION,
    ]
)
PARTS = {
    "header1": table([paragraph("head35"), paragraph("head36") + paragraph("Distr.: Limited37")]),
    "header2": paragraph("running38"),
    "footer1": paragraph("foot39 ", inner=field(" PAGE ", "2")),
    "footnotes": '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>line40</w:t></w:r></w:p>'
    f"</w:footnote>{note(1, 'note41')}{note(2, 'note42')}{note(3, 'uncalled43')}",
    "endnotes": note(1, "end44", "endnote"),
    "comments": f'<w:comment w:id="1">{paragraph("comment45")}</w:comment>',
}
NEVER = {13, 15, 17, 26, 27, 32, 34, 40, 43, 45}
ORIGINAL_ONLY = {23, 24}
FINAL_ONLY = {22, 25}


@pytest.mark.parametrize("original", [False, True])
def test_every_word_is_read_once(*, original: bool) -> None:
    document = read(EVERYWHERE, original=original, **PARTS)
    found = Counter(int(n) for n in re.findall(r"[a-z](\d\d)\b", document.text))
    left_out = NEVER | (FINAL_ONLY if original else ORIGINAL_ONLY)

    assert found == Counter(set(range(1, 46)) - left_out)


def test_roles() -> None:
    document = read(EVERYWHERE, **PARTS)
    roles = {
        "head35": "body", "Distr.: Limited37": "body", "running38": "head", "foot39": "foot",
        "row02": "table", "inner06": "table", "box09": "body", "note41": "note", "end44": "note",
    }  # fmt: skip

    assert {text: by_text(document, text).role for text in roles} == roles
    assert texts(document)[:4] == ["head35", "head36", "Distr.: Limited37", "body01"]


def test_offsets() -> None:
    document = read(EVERYWHERE, **PARTS)

    for line in document.lines:
        assert document.text[line.start : line.end] == line.text
        assert "\n" not in line.text
        assert all(0 <= a < b <= len(line.text) for a, b in line.calls)


# --- headers ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "title_page", "role"),
    [
        (paragraph("A/80/1"), False, "head"),
        (paragraph("A/80/1"), True, "head"),
        (paragraph("A/80/1") + paragraph("Distr.: General"), True, "body"),
        (paragraph("United Nations") + paragraph("A/80/1") + paragraph("Council"), False, "body"),
    ],
)
def test_the_first_header_as_masthead(*, header: str, title_page: bool, role: str) -> None:
    kind = "first" if title_page else "default"
    section = f'<w:sectPr><w:headerReference w:type="{kind}" r:id="header1"/>'
    section += f"{'<w:titlePg/>' * title_page}</w:sectPr>"
    document = read(paragraph("Report") + section, header1=header)

    assert by_text(document, "A/80/1").role == role


def test_a_layout_table_of_the_masthead() -> None:
    rows = (
        [paragraph("United Nations"), paragraph("ECE/TRADE/2018/1")],
        [paragraph("Council"), paragraph("Distr.: General") + paragraph("8 February 2018")],
    )
    document = read(table(*rows) + paragraph("Report") + table(*rows[:1]))

    assert [(line.role, line.text) for line in document.lines] == [
        ("body", "United Nations"),
        ("body", "ECE/TRADE/2018/1"),
        ("body", "Council"),
        ("body", "Distr.: General"),
        ("body", "8 February 2018"),
        ("body", "Report"),
        ("table", "United Nations\tECE/TRADE/2018/1"),
    ]


def test_a_frame_at_the_foot_of_the_title_page_is_a_note() -> None:
    frame = '<w:framePr w:vAnchor="page" w:hAnchor="page" w:y="12961"/>'
    document = read(
        paragraph(inner=run("*") + "<w:r><w:tab/></w:r>" + run("A/81/50."), properties=frame)
    )

    assert [(line.role, line.text) for line in document.lines] == [("note", "* A/81/50.")]


# --- tables -------------------------------------------------------------------------------------


def test_cells_and_calls_in_a_row() -> None:
    document = read(
        table(
            [paragraph("a") + paragraph("b"), "", paragraph("c", inner=call(1)), paragraph("d")],
            [paragraph(), paragraph()],
        ),
        footnotes=note(1, "n"),
    )
    row = document.lines[0]

    assert row.cells == ("a b", "", "c1", "d")
    assert row.text == "a b\t\tc1\td"
    assert [row.text[a:b] for a, b in row.calls] == ["1"]
    assert [line.role for line in document.lines] == ["table", "note"]


@pytest.mark.parametrize(("original", "expected"), [(False, ["b", "c"]), (True, ["a", "c"])])
def test_tracked_rows(*, original: bool, expected: list[str]) -> None:
    body = "".join(
        table([paragraph(text)], row_properties=properties)
        for text, properties in (
            ("a", "<w:trPr><w:del/></w:trPr>"),
            ("b", "<w:trPr><w:ins/></w:trPr>"),
            ("c", ""),
        )
    )

    assert texts(read(body, original=original)) == expected


# --- changes ------------------------------------------------------------------------------------

HEADING = '<w:pStyle w:val="H23"/>'
DELETED_MARK = "<w:rPr><w:del/></w:rPr>"
INSERTED_MARK = "<w:rPr><w:ins/></w:rPr>"


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        (False, ["1.\tone two", "2.\tthree", "3.\tfour"]),
        (True, ["1.\tone ", "2.\ttwo", "3.\tthreefour"]),
    ],
)
def test_tracked_paragraph_marks(*, original: bool, expected: list[str]) -> None:
    lists = numbering({0: level(0, "decimal", "%1.")}, {1: (0, "")})
    body = (
        numbered("one ", 1, more=DELETED_MARK)
        + numbered("two", 1)
        + numbered("three", 1, more=INSERTED_MARK)
        + numbered("four", 1)
    )

    assert texts(read(body, original=original, numbering=lists)) == [w.strip() for w in expected]


def test_a_deleted_paragraph_is_not_counted() -> None:
    lists = numbering({0: level(0, "decimal", "%1.")}, {1: (0, "")})
    gone = numbered("", 1, more=DELETED_MARK).replace(
        "</w:p>", "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    )
    body = numbered("a", 1) + gone + numbered("b", 1)

    assert texts(read(body, numbering=lists)) == ["1.\ta", "2.\tb"]
    assert texts(read(body, original=True, numbering=lists)) == ["1.\ta", "2.\tgone", "3.\tb"]


def test_tracked_numbering_changes() -> None:
    lists = numbering({0: level(0, "decimal", "%1.")}, {1: (0, "")})
    changed = paragraph(
        "x", '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    )

    assert texts(read(changed, numbering=lists)) == ["x"]
    assert texts(read(changed, original=True, numbering=lists)) == ["1.\tx"]


NESTED = (
    f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{field(" PAGE ", "3")}'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("shown")}'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


# --- runs ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (run("Com") + run("mit") + run("tee"), "Committee"),
        (run("co") + "<w:r><w:softHyphen/></w:r>" + run("operation"), "cooperation"),
        (run("P") + "<w:r><w:noBreakHyphen/></w:r>" + run("5"), "P\u20115"),
        (run("a") + "<w:r><w:br/></w:r>" + run("b"), "a b"),
        (run("a") + "<w:r><w:tab/></w:r>" + run("b"), "a\tb"),
        (run("a") + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + run("b"), "a≥b"),
        (run("a") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "a✓"),
        (run("\uf02a\uf031\uf032\uf02a", '<w:rFonts w:ascii="C39T30Lfz"/>'), "*12*"),
        (run("ال") + run("لجنة", "<w:rtl/>") + run(" ") + run("١٢", "<w:rtl/>"), "اللجنة ١٢"),
        (run("e") + run("\u0301"), "é"),
        (run("30\u00a0June"), "30 June"),
        (NESTED, "shown"),
        (run("left") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("over"), "leftover"),
    ],
)
def test_runs(inner: str, expected: str) -> None:
    assert texts(read(paragraph(inner=inner))) == [expected]


def test_a_field_that_spans_paragraphs() -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = paragraph(inner=begin + run("one")) + paragraph("two", inner=end) + paragraph("three")

    assert texts(read(body)) == ["one", "two", "three"]


def test_a_hidden_paragraph_mark() -> None:
    heading = paragraph("Heading. ", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>")

    assert texts(read(heading + paragraph("Text."))) == ["Heading. Text."]


def test_run_formats() -> None:
    styles = style(
        "Big", "Big", '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr>'
    )
    styles += style("Strong", "Strong", "<w:rPr><w:i/></w:rPr>", kind="character")
    latin = paragraph(
        inner=run("Report", '<w:rStyle w:val="Strong"/>'), properties='<w:pStyle w:val="Big"/>'
    )
    arabic = paragraph(inner=run("تقرير", '<w:rtl/><w:bCs/><w:szCs w:val="32"/><w:sz w:val="20"/>'))
    off = paragraph(
        inner=run("x", '<w:b w:val="0"/>'), properties='<w:pStyle w:val="Big"/><w:jc w:val="left"/>'
    )
    lines = read(latin + arabic + off, styles=styles).lines

    assert [(x.size, x.bold, x.italic, x.centred) for x in lines] == [
        (14.0, True, True, True),
        (16.0, True, False, False),
        (14.0, False, False, False),
    ]


@pytest.mark.parametrize(
    ("name", "level_wanted"),
    [
        ("_ H __M", 1), ("_ H _Ch", 1), ("_ H _Ch_G", 1), ("_ H_1", 2), ("_ H_1_G", 2),
        ("_ H_2/3", 3), ("_ H_4", 5), ("_ H_5/6", 6), ("__Single Txt", 0), ("_ Single Txt_G", 0),
        ("heading 3", 3), ("Heading 1", 1), ("Body Text", 0), ("Title_H_CH", None), ("Foo", None),
    ],
)  # fmt: skip
def test_heading_levels_by_style_name(name: str, level_wanted: int | None) -> None:
    document = read(paragraph("x", '<w:pStyle w:val="S"/>'), styles=style("S", name))

    assert document.lines[0].level == level_wanted
    assert document.lines[0].style == name


def test_heading_levels_by_outline_level() -> None:
    styles = style("S", "Foo", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>') + style(
        "T", "__Single Txt"
    )
    body = (
        paragraph("masthead", '<w:outlineLvl w:val="0"/>')
        + paragraph("a", '<w:pStyle w:val="S"/>')
        + paragraph("b", '<w:outlineLvl w:val="0"/>')
        + paragraph("c", '<w:pStyle w:val="T"/><w:outlineLvl w:val="2"/>')
        + paragraph("d", '<w:pStyle w:val="T"/><w:outlineLvl w:val="9"/>')
    )

    assert [line.level for line in read(body, styles=styles).lines] == [None, 2, 1, 3, 0]


def test_text_much_smaller_than_its_heading_style() -> None:
    units = paragraph(inner=run("(Percentage)", '<w:sz w:val="14"/>'), properties=HEADING)

    assert read(units, styles=style("H23", "_ H_2/3")).lines[0].level is None


def test_text_boxes_have_no_headings() -> None:
    box = paragraph("Office", HEADING)
    body = paragraph("x") + paragraph("y", inner=DRAWING.format(box))
    document = read(body, styles=style("H23", "_ H_2/3"))

    assert [(x.text, x.level) for x in document.lines] == [("x", None), ("y", None), ("Office", 0)]


def test_text_boxes_of_the_first_paragraph_come_first() -> None:
    body = paragraph("Report", inner=DRAWING.format(paragraph("United Nations")))

    assert texts(read(body)) == ["United Nations", "Report"]


def test_indents() -> None:
    ind = '<w:ind w:left="1440" w:hanging="720"/>'
    body = paragraph("a", ind) + paragraph("\tb", ind) + paragraph("\t\tc") + paragraph("d")

    assert [line.indent for line in read(body).lines] == [36.0, 72.0, 72.0, 0.0]


# --- notes --------------------------------------------------------------------------------------


def test_calls_and_notes() -> None:
    body = paragraph("First", inner=call(7) + run(", then") + call(5) + run("."))
    document = read(body, footnotes=note(5, "five") + note(7, "seven"))
    line = document.lines[0]

    assert line.text == "First1, then2."
    assert [line.text[a:b] for a, b in line.calls] == ["1", "2"]
    assert texts(document)[1:] == ["1 seven", "2 five"]


def test_calls_after_an_automatic_label() -> None:
    lists = numbering({0: level(0, "upperRoman", "%1.")}, {1: (0, "")})
    heading = numbered("Opening", 1).replace("</w:p>", f"{call(1)}</w:p>")
    line = read(heading, numbering=lists, footnotes=note(1, "n")).lines[0]

    assert line.text == "I.\tOpening1"
    assert [line.text[a:b] for a, b in line.calls] == ["1"]


def test_calls_beside_arabic_brackets() -> None:
    body = paragraph("القرار (", inner=call(1) + run(") الصادر"))
    line = read(body, footnotes=note(1, "n")).lines[0]

    assert line.text == "القرار (1) الصادر"
    assert line.calls == ((8, 9),)


def test_custom_marks() -> None:
    format_custom = (
        '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>**</w:t></w:r>'
    )
    document = read(
        paragraph("Title", inner=format_custom) + paragraph("x", inner=call(2)),
        footnotes=f'<w:footnote w:id="1">{paragraph("** Reissued.")}</w:footnote>{note(2, "n")}',
    )

    assert texts(document) == ["Title**", "x1", "** Reissued.", "1 n"]
    assert document.lines[0].calls == ((5, 7),)


def test_note_numbers_restart_in_each_section() -> None:
    section = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    body = paragraph("a", section, inner=call(1)) + paragraph("b", inner=call(2)) + section
    document = read(body, footnotes=note(1, "x") + note(2, "y"))

    assert texts(document) == ["a1", "b1", "1 x", "1 y"]


@pytest.mark.parametrize(
    ("form", "mark"), [("lowerLetter", "a"), ("chicago", "*"), ("arabicAbjad", "أ")]
)
def test_number_formats_of_notes(form: str, mark: str) -> None:
    settings = f'<w:footnotePr><w:numFmt w:val="{form}"/></w:footnotePr>'
    section = "<w:sectPr/>"
    document = read(
        paragraph("x", inner=call(1)) + section, settings=settings, footnotes=note(1, "n")
    )

    assert texts(document) == [f"x{mark}", f"{mark} n"]


def test_endnotes_have_lower_roman_numbers() -> None:
    body = paragraph("x", inner=call(1, "endnote") + call(2, "endnote"))
    document = read(body, endnotes=note(1, "m", "endnote") + note(2, "n", "endnote"))

    assert texts(document) == ["xiii", "i m", "ii n"]
    assert document.lines[0].calls == ((1, 2), (2, 4))


def test_a_note_of_several_paragraphs() -> None:
    marked = paragraph(inner=f"<w:r><w:footnoteRef/></w:r>{run(chr(9) + 'text')}")
    inner = paragraph("Note: abbreviations.") + marked + paragraph("More.")
    document = read(
        paragraph("x", inner=call(1)), footnotes=f'<w:footnote w:id="1">{inner}</w:footnote>'
    )

    assert texts(document)[1:] == ["Note: abbreviations.", "1 text More."]
    assert {line.role for line in document.lines[1:]} == {"note"}


def test_a_note_without_a_mark() -> None:
    document = read(
        paragraph("x", inner=call(1)),
        footnotes=f'<w:footnote w:id="1">{paragraph("text")}</w:footnote>',
    )

    assert texts(document)[1:] == ["1 text"]


def test_unread_content_is_a_doubt() -> None:
    document = read(paragraph("x") + '<w:altChunk r:id="r5"/>')

    assert [issue.code for issue in document.doubts] == ["unread-part"]


def long_report(paragraphs: int) -> bytes:
    """Numbered paragraphs of 48 words, in 8 runs each."""
    lists = numbering({0: level(0, "decimal", "%1.")}, {1: (0, "")})
    runs = "".join(run("the Committee took note of it ", "<w:b/>") for _ in range(8))
    return docx(numbered("", 1).replace("</w:p>", f"{runs}</w:p>") * paragraphs, numbering=lists)


def test_cost_grows_no_faster_than_the_report() -> None:
    assert growth(read_docx, long_report, 100) < LINEAR
    assert read_docx(long_report(400)).lines[-1].text.startswith("400.\tthe Committee")


def test_tracked_changes_by_read(tmp_path: Path) -> None:
    path = tmp_path / "changed.docx"
    path.write_bytes(docx(EVERYWHERE, **PARTS))

    final, before = unreport.read(path).text, unreport.read(path, original=True).text

    assert final != before
    assert all(f"{n}" in before and f"{n}" not in final for n in ORIGINAL_ONLY)
    assert unreport.parse(path, original=True).places == ()
