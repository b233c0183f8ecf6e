"""Fields without a stored result, formulas, raised digits, imports of other formats."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from word_files import OFFICE, docx, paragraph, run, style, table, zipped

from unreport.document import Document
from unreport.readers.word.reader import read_docx

RAISED, LOWERED = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'


def read(body: str, *, original: bool = False, **parts: str) -> Document:
    return read_docx(docx(body, **parts), original=original)


def text_of(inner: str, *, original: bool = False, **parts: str) -> str:
    (line,) = read(paragraph(inner=inner), original=original, **parts).lines
    return line.text


def field(code: str, form: str = "") -> str:
    character = '<w:r><w:fldChar w:fldCharType="{}">{}</w:fldChar></w:r>'
    data = f"<w:ffData>{form}</w:ffData>" if form else ""
    return (
        character.format("begin", data)
        + f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        + character.format("end", "")
    )


CITIES = '<w:ddList>{}<w:listEntry w:val="Vienna"/><w:listEntry w:val="Geneva"/></w:ddList>'


@pytest.mark.parametrize(
    ("code", "form", "expected"),
    [
        (" FORMDROPDOWN ", CITIES.format('<w:result w:val="1"/>'), "in Geneva."),
        ("FORMDROPDOWN", CITIES.format('<w:default w:val="1"/>'), "in Geneva."),
        (" FORMDROPDOWN ", CITIES.format(""), "in Vienna."),
        (" FORMDROPDOWN ", CITIES.format('<w:result w:val="7"/>'), "in ."),
        (" FORMCHECKBOX ", '<w:checkBox><w:default w:val="1"/></w:checkBox>', "in ☒."),
        (
            " FORMCHECKBOX ",
            '<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>',
            "in ☐.",
        ),
        (" FORMTEXT ", '<w:textInput><w:default w:val="Nairobi"/></w:textInput>', "in Nairobi."),
        (" MACROBUTTON AcceptAll New York ", "", "in New York."),
        (r" GOTOBUTTON mark New York \* MERGEFORMAT ", "", "in New York."),
        (" GOTOBUTTON page2 Addis Ababa", "", "in Addis Ababa."),
    ],
)
def test_form_fields_and_buttons(code: str, form: str, expected: str) -> None:
    assert text_of(run("in ") + field(code, form) + run(".")) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("SYMBOL 177", "±"),
        (r"SYMBOL 183 \f Symbol", "•"),
        (r"SYMBOL 0xB3 \f &quot;Symbol&quot; \s 12", "≥"),
        (r"SYMBOL -3913 \f Symbol", "•"),  # a code of the private use area as a signed number
        (r"SYMBOL 61617 \f Symbol", "±"),
        (r"SYMBOL 254 \f Wingdings \h", "☑"),
        (r"SYMBOL 8364 \u", "€"),
        (r"SYMBOL 128 \a", "€"),
        ("SYMBOL 42 \\f Symbol", "*"),
    ],
)
def test_symbol_fields(code: str, expected: str) -> None:
    assert text_of(run("a ") + field(code) + run(" b")) == f"a {expected} b"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (r"EQ \f(1,2)", "1/2"),
        (r"EQ \f(\f(1,2),a+b)", "(1/2)/(a+b)"),
        (r"EQ \r(x+1)", "√(x+1)"),
        (r"EQ \r(3,x)", "∛x"),
        (r"EQ x\s\up6(2)", "x²"),
        (r"EQ CO\s\do4(2)", "CO₂"),
        (r"EQ \o(x,\s\up8(2))", "x²"),
        (r"EQ \i\su(1,5,3x)", "∑₁⁵ 3x"),
        (r"EQ \i\pr(1,n,k)", "∏₁ⁿ k"),
        (r"EQ \i(0,1,x)", "∫₀¹ x"),
        (r"EQ \b(a)", "(a)"),
        (r"EQ \b\bc\[(a)", "[a]"),
        (r"EQ \b\lc\{(a)", "{a"),
        (r"EQ \b\bc\((a)", "(a)"),
        (r"EQ \l(a,b)", "a,b"),
    ],
)
def test_equation_fields(code: str, expected: str) -> None:
    assert text_of(field(code)) == expected


def term(text: str, properties: str = "") -> str:
    return f"<m:r>{properties}<m:t>{text}</m:t></m:r>"


def maths(name: str, **arguments: str) -> str:
    inner = "".join(
        value if key == "properties" else f"<m:{key}>{value}</m:{key}>"
        for key, value in arguments.items()
    )
    return f"<m:{name}>{inner}</m:{name}>"


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (maths("limUpp", e=term("max"), lim=term("2")), "max²"),
        (maths("limLow", e=term("lim"), lim=term("x→0")), "lim_(x→0)"),
        (
            maths("bar", properties='<m:barPr><m:pos m:val="top"/></m:barPr>', e=term("x")),
            "x\N{COMBINING OVERLINE}",
        ),
        (
            maths("phant", properties='<m:phantPr><m:show m:val="0"/></m:phantPr>', e=term("x")),
            "",
        ),
        (maths("phant", e=term("x")), "x"),
        (term("x") + term("y", "<w:rPr><w:vanish/></w:rPr>"), "x"),
        (maths("box", e=term("x")) + maths("borderBox", e=term("+1")), "x+1"),
        (maths("rad", deg=term("5"), e=term("x+1")), "⁵√(x+1)"),
    ],
)
def test_structures_of_formulas(inner: str, expected: str) -> None:
    found = text_of(run("a ") + f"<m:oMath>{inner}</m:oMath>" + run(" b"))

    assert found.split() == ["a", *([expected] if expected else []), "b"]


def test_the_formulas_of_a_paragraph_are_separate() -> None:
    both = f"<m:oMath>{term('E=m')}</m:oMath><m:oMath>{term('F=n')}</m:oMath>"

    assert text_of(f"<m:oMathPara>{both}</m:oMathPara>") == "E=m; F=n"


@pytest.mark.parametrize(("original", "expected"), [(False, "a+new"), (True, "a+old")])
def test_tracked_changes_in_a_formula(*, original: bool, expected: str) -> None:
    new = f'<w:ins w:id="1">{term("new")}</w:ins>'
    old = f'<w:del w:id="2">{term("old")}</w:del>'

    assert text_of(f"<m:oMath>{term('a+')}{new}{old}</m:oMath>", original=original) == expected


@pytest.mark.parametrize(
    ("before", "raised", "after", "expected"),
    [
        ("10", "6,", " of it", "10⁶, of it"),
        ("10", " 6", " units", "10 ⁶ units"),
        ("10", "15–20", "", "10¹⁵–²⁰"),
        ("2019", "1, 2", ".", "2019¹, ²."),
        ("٥", "٢", "", "٥²"),
        ("2", "n", "+1", "2ⁿ+1"),
        ("2", "nd", " session", "2nd session"),
        ("1", "er", " mars", "1er mars"),
        ("see ", "5", " above", "see 5 above"),
    ],
)
def test_superscripts_do_not_change_a_number(
    before: str, raised: str, after: str, expected: str
) -> None:
    assert text_of(run(before) + run(raised, RAISED) + run(after)) == expected


@pytest.mark.parametrize(
    ("slash", "expected"),
    [("⁄", "4¹⁄₂ per cent"), ("/", "4¹/₂ per cent"), (" of ", "4¹ of 2 per cent")],
)
def test_fractions_of_raised_and_lowered_digits(slash: str, expected: str) -> None:
    inner = run("4") + run("1", RAISED) + run(slash) + run("2", LOWERED) + run(" per cent")

    assert text_of(inner) == expected


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('<w:position w:val="6"/><w:sz w:val="14"/>', "10⁶ t"),
        ('<w:position w:val="6"/>', "106 t"),  # a line set higher as a whole
        ('<w:position w:val="-4"/><w:sz w:val="14"/>', "106 t"),
        ('<w:rStyle w:val="Raised"/>', "10⁶ t"),
    ],
)
def test_digits_raised_by_their_position(properties: str, expected: str) -> None:
    styles = style("Raised", "raised", f"<w:rPr>{RAISED}</w:rPr>", kind="character")

    assert text_of(run("10") + run("6", properties) + run(" t"), styles=styles) == expected


def with_part(data: bytes, extension: str, content_type: str, body: str = "") -> bytes:
    """A Word file that imports a part, with the content type of its extension."""
    body = body or paragraph("1. One.") + '<w:altChunk r:id="c1"/>' + paragraph("3. Three.")
    with ZipFile(BytesIO(docx(body))) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    relations = archive_text(files, "word/_rels/document.xml.rels").replace(
        "</Relationships>",
        f'<Relationship Id="c1" Type="{OFFICE}/aFChunk" Target="part.{extension}"/>'
        "</Relationships>",
    )
    types = archive_text(files, "[Content_Types].xml").replace(
        "<Override", f'<Default Extension="{extension}" ContentType="{content_type}"/><Override', 1
    )
    return zipped(
        files
        | {
            "word/_rels/document.xml.rels": relations,
            "[Content_Types].xml": types,
            f"word/part.{extension}": data,
        }
    )


def archive_text(files: dict[str, str | bytes], name: str) -> str:
    content = files[name]
    return content.decode() if isinstance(content, bytes) else content


MHTML = (
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
    b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    b"PHA+Mi4gVHfDsy48L3A+\r\n--x--\r\n"
)


@pytest.mark.parametrize(
    ("data", "extension", "content_type", "expected"),
    [
        (b"<p>2. Two.", "htm", "text/html", "2. Two."),
        (b"<b>2.</b> Two.", "xhtml", "application/xhtml+xml", "2. Two."),
        ("<p>2. Twó.</p>".encode("utf-16"), "html", "text/html", "2. Twó."),
        (b"2. Two <b> x.", "txt", "text/plain", "2. Two <b> x."),
        (MHTML, "mht", "message/rfc822", "2. Twó."),
        (rb"{\rtf1\ansi 2. Tw\'f3.\par}", "rtf", "application/rtf", "2. Twó."),
        (rb"{\rtf1\ansi 2. Two.\par}", "html", "text/html", "2. Two."),
        (docx(paragraph("2. Two.")), "docx", "application/x", "2. Two."),
    ],
)
def test_imports_by_content_and_content_type(
    data: bytes, extension: str, content_type: str, expected: str
) -> None:
    document = read_docx(with_part(data, extension, content_type))

    assert [line.text for line in document.lines] == ["1. One.", expected, "3. Three."]
    assert document.doubts == ()


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n" + bytes(60), b"PK\x03\x04 broken"])
def test_imports_without_text_are_a_doubt(data: bytes) -> None:
    document = read_docx(with_part(data, "html", "text/html"))

    assert [line.text for line in document.lines] == ["1. One.", "3. Three."]
    assert [doubt.code for doubt in document.doubts] == ["unread-part"]


def test_doubts_of_an_import_are_doubts_of_the_file() -> None:
    page = "<meta charset=iso-8859-1><p>2. اجتمعت اللجنة في فيينا يوم الاثنين.</p>".encode("cp1256")
    document = read_docx(with_part(page, "html", "text/html"))

    assert [doubt.code for doubt in document.doubts] == ["encoding-doubtful"]


def test_an_import_in_a_table_cell() -> None:
    cell = '<w:altChunk r:id="c1"/>' + paragraph("")
    page = with_part(b"<p>b</p><p>c</p>", "html", "text/html", table([paragraph("a"), cell]))

    assert [line.cells for line in read_docx(page).lines] == [("a", "b c")]
