"""Blocks of Word files: tracked changes at tables, form fields, cells, imports, formulas."""

from doc_files import compose, doc
from odt_files import odt, p
from variants.case import Doubted, Kind, Variant
from word_files import (
    call,
    character,
    deleted,
    docx,
    field,
    inserted,
    instruction,
    paragraph,
    run,
    strict,
    table,
    with_import,
)

DELETED_MARK = '<w:rPr><w:del w:id="9"/></w:rPr>'

DELETED_MARK_BEFORE_A_TABLE = Kind(
    "45",
    "deleted paragraph mark before a table",
    "A paragraph whose mark is deleted cannot join a table: it stays before it.",
    (
        Variant(
            "Russian, with numbers typed",
            docx(
                paragraph("1. Комитет рассмотрел таблицу:", DELETED_MARK)
                + table([paragraph("Чад"), paragraph("5")])
                + paragraph("2. Он завершил работу.")
            ),
            ("1. Комитет рассмотрел таблицу:", "Чад | 5", "2. Он завершил работу."),
        ),
        Variant(
            "two deleted marks in a row before the table",
            docx(
                paragraph("1. The Committee ", DELETED_MARK)
                + paragraph("considered:", DELETED_MARK)
                + table([paragraph("Chad"), paragraph("5")])
                + paragraph("2. It closed.")
            ),
            ("1. The Committee considered:", "Chad | 5", "2. It closed."),
        ),
        Variant(
            "the mark of the last paragraph of a cell",
            docx(
                table([paragraph("Chad", DELETED_MARK), paragraph("5", DELETED_MARK)])
                + paragraph("1. It closed.")
            ),
            ("Chad | 5", "1. It closed."),
        ),
        Variant(
            "a hidden mark",
            docx(
                paragraph("1. Se examinó:", "<w:rPr><w:vanish/></w:rPr>")
                + table([paragraph("Chad"), paragraph("5")])
                + paragraph("2. Concluyó.")
            ),
            ("1. Se examinó:", "Chad | 5", "2. Concluyó."),
        ),
        Variant(
            "the original: the mark is there",
            docx(
                paragraph("1. It considered:", DELETED_MARK)
                + table([paragraph("Chad"), paragraph("5")])
            ),
            ("1. It considered:", "Chad | 5"),
            original=True,
        ),
    ),
)


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


REMOVED = '<w:cellDel w:id="3"/>'
ADDED = '<w:cellIns w:id="4"/>'
CHANGED_ROW = f"<w:tbl><w:tr>{cell('Чад')}{cell('5', REMOVED)}{cell('12', ADDED)}</w:tr></w:tbl>"
ROW = '<w:tr><w:trPr><w:{} w:id="1"/></w:trPr><w:tc>{}</w:tc></w:tr>'

DELETED_CELL = Kind(
    "46",
    "deleted cells",
    "w:cellDel takes a cell out of the accepted text, w:cellIns out of the original "
    "(17.13.5.1, 17.13.5.2).",
    (
        Variant("Russian, accepted", docx(CHANGED_ROW), ("Чад | 12",)),
        Variant("Russian, the original", docx(CHANGED_ROW), ("Чад | 5",), original=True),
        Variant(
            "all cells of a row",
            docx(
                f"<w:tbl><w:tr>{cell('Chad', REMOVED)}{cell('5', REMOVED)}</w:tr>"
                f"<w:tr>{cell('Benin')}{cell('9')}</w:tr></w:tbl>"
            ),
            ("Benin | 9",),
        ),
        Variant(
            "a deleted row",
            docx(
                f"<w:tbl>{ROW.format('del', paragraph('Chad'))}"
                f"<w:tr>{cell('Benin')}{cell('9')}</w:tr></w:tbl>"
            ),
            ("Benin | 9",),
        ),
        Variant(
            "the text of a cell, deleted and replaced",
            docx(table([paragraph("Chad"), paragraph(inner=deleted("5") + inserted("12"))])),
            ("Chad | 12",),
        ),
    ),
)


def form_field(code: str, form: str, result: str = "") -> str:
    """A legacy form field with its data."""
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{form}</w:ffData></w:fldChar></w:r>'
    stored = character("separate") + (run(result) if result else "")
    return begin + instruction(f" {code} ") + stored + character("end")


CITIES = '<w:ddList><w:result w:val="{}"/>{}</w:ddList>'
NAMES = "".join(f'<w:listEntry w:val="{name}"/>' for name in ("Вена", "Женева", "Найроби"))

FORM_FIELDS = Kind(
    "47",
    "choices of form fields",
    "The chosen entry is w:result (17.16.28), a box has w:checked (17.16.9).",
    (
        Variant(
            "Russian, the third entry",
            docx(
                paragraph(
                    "Сессия пройдет в городе ",
                    inner=form_field("FORMDROPDOWN", CITIES.format(2, NAMES)) + run("."),
                )
            ),
            ("Сессия пройдет в городе Найроби.",),
        ),
        Variant(
            "check boxes: ticked, not ticked, ticked by default",
            docx(
                paragraph(
                    inner="".join(
                        form_field("FORMCHECKBOX", f"<w:checkBox>{state}</w:checkBox>")
                        for state in (
                            "<w:checked/>",
                            '<w:default w:val="1"/><w:checked w:val="0"/>',
                            '<w:default w:val="1"/>',
                        )
                    )
                )
            ),
            ("☒☐☒",),
        ),
        Variant(
            "RTF: a ticked box and a list",
            rb"{\rtf1\ansi Public: {\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres1"
            rb"\ffdefres0}}}{\fldrslt}}, in {\field{\*\fldinst FORMDROPDOWN {\*\formfield{\fftype2"
            rb"\ffres1{\*\ffl Vienna}{\*\ffl Geneva}}}}{\fldrslt}}.\par}",
            ("Public: ☒, in Geneva.",),
        ),
        Variant(
            "a text field with its stored result",
            docx(
                paragraph(
                    "Présidente : ",
                    inner=form_field("FORMTEXT", "<w:textInput/>", "Mme Diallo") + run("."),
                )
            ),
            ("Présidente : Mme Diallo.",),
        ),
        Variant(
            "HTML: a list, a ticked box and a field",
            b"<html><body><p>1. In <select><option>Vienna<option selected>Geneva</select>, public: "
            b'<input type="checkbox" checked>, Chair: <input value="Ms. Diallo">.</p><p>2. It '
            b"closed.</p></body></html>",
            ("1. In Geneva, public: ☒, Chair: Ms. Diallo.", "2. It closed."),
        ),
        Variant(
            "OpenDocument: a list box",
            odt(
                '<office:forms><form:form><form:listbox form:id="c1">'
                '<form:option form:label="Vienna"/><form:option form:label="Geneva" '
                'form:current-selected="true"/></form:listbox></form:form></office:forms>'
                + p('1. In <draw:control draw:control="c1"/>.')
            ),
            ("1. In Geneva.",),
        ),
    ),
)

SYMBOL_FIELDS = Kind(
    "48",
    "SYMBOL fields",
    "A SYMBOL field (17.16.5.64) has no stored result: its number is a character of its font.",
    (
        Variant(
            "a number of windows-1252",
            docx(paragraph("a section ", inner=field(r" SYMBOL 167 \a ") + run(" 5"))),
            ("a section § 5",),
        ),
        Variant(
            "a Unicode number in hexadecimal digits",
            docx(paragraph("x ", inner=field(r" SYMBOL 0x2264 \u ") + run(" 5"))),
            ("x ≤ 5",),
        ),
        Variant(
            "RTF",
            rb'{\rtf1\ansi 5 {\field{\*\fldinst SYMBOL 177 \\f "Symbol" \\s 10}{\fldrslt}} 1\par}',
            ("5 ± 1",),
        ),
        Variant(
            ".doc",
            doc(compose([('5 \x13 SYMBOL 177 \\f "Symbol" \x15 1\r', b"")])),
            ("5 ± 1",),
        ),
    ),
)

NOTE_MARK = "<w:r><w:footnoteRef/></w:r>"


def note_with_table(text: str, *rows: list[str], after: str = "") -> str:
    first = paragraph(inner=NOTE_MARK + run(f" {text}"))
    last = paragraph(after) if after else ""
    return f'<w:footnote w:id="2">{first}{table(*rows)}{last}</w:footnote>'


TABLE_IN_A_NOTE = Kind(
    "49",
    "tables in notes",
    "A table in a note belongs to the note and is no table of the body.",
    (
        Variant(
            "Spanish, before a paragraph of the body and a table of its own",
            docx(
                paragraph("1. Votó.", inner=call(2)) + table([paragraph("Chad"), paragraph("5")]),
                footnotes=note_with_table("Los votos:", [paragraph("A favor"), paragraph("31")]),
            ),
            ("1. Votó.1", "Chad | 5", "1 Los votos: A favor 31"),
        ),
        Variant(
            "with a paragraph after the table",
            docx(
                paragraph("1. It voted.", inner=call(2)) + paragraph("2. It closed."),
                footnotes=note_with_table(
                    "The votes:",
                    [paragraph("For"), paragraph("31")],
                    [paragraph("Against"), paragraph("4")],
                    after="Two abstained.",
                ),
            ),
            ("1. It voted.1", "2. It closed.", "1 The votes: For 31 Against 4 Two abstained."),
        ),
        Variant(
            "OpenDocument",
            odt(
                p(
                    'It voted.<text:note text:note-class="footnote"><text:note-citation>1'
                    f"</text:note-citation><text:note-body>{p('The votes:')}<table:table>"
                    f"<table:table-row><table:table-cell>{p('For')}</table:table-cell>"
                    f"<table:table-cell>{p('31')}</table:table-cell></table:table-row></table:table>"
                    "</text:note-body></text:note>"
                )
            ),
            ("It voted.1", "1 The votes: For 31"),
        ),
        Variant(
            "RTF",
            rb"{\rtf1\ansi It voted.{\super\chftn{\footnote\pard\chftn  The votes:\par\trowd"
            rb"\cellx2000\cellx4000\pard\intbl For\cell 31\cell\row\pard}}\par It closed.\par}",
            ("It voted.1", "It closed.", "1 The votes: For 31"),
        ),
    ),
)


def spanned(text: str, properties: str) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


SPAN = '<w:gridSpan w:val="2"/>'

MERGED_CELLS = Kind(
    "50",
    "merged cells and their columns",
    "A cell over several columns (w:gridSpan, 17.4.17), and columns left out before a row "
    "(w:gridBefore, 17.4.15), move no other cell.",
    (
        Variant(
            "Arabic, a cell over two columns in the middle",
            docx(
                "<w:tbl><w:tr>"
                + "".join(cell(text) for text in ("الدولة", "المعلن", "المسدد", "المجموع"))
                + f"</w:tr><w:tr>{cell('تشاد')}{spanned('لا شيء', SPAN)}"
                f"{cell('7')}</w:tr></w:tbl>"
            ),
            ("الدولة | المعلن | المسدد | المجموع", "تشاد | لا شيء |  | 7"),
        ),
        Variant(
            "horizontal merges of Word 97 (w:hMerge)",
            docx(
                f"<w:tbl><w:tr>{cell('State')}{cell('Due')}{cell('Paid')}</w:tr><w:tr>"
                + spanned("Chad", '<w:hMerge w:val="restart"/>')
                + spanned("", "<w:hMerge/>")
                + cell("7")
                + "</w:tr></w:tbl>"
            ),
            ("State | Due | Paid", "Chad |  | 7"),
        ),
        Variant(
            "RTF",
            rb"{\rtf1\ansi\trowd\cellx1000\cellx2000\cellx3000\pard\intbl State\cell Due\cell "
            rb"Paid\cell\row\trowd\cellx2000\cellx3000\pard\intbl Chad\cell 7\cell\row\pard}",
            ("State | Due | Paid", "Chad |  | 7"),
        ),
        Variant(
            "HTML: colspan and rowspan",
            b"<html><body><table><tr><th>State</th><th>Due</th><th>Paid</th></tr><tr><td "
            b'rowspan="2">Chad</td><td colspan="2">none</td></tr><tr><td>5</td><td>7</td></tr>'
            b"</table></body></html>",
            ("State | Due | Paid", "Chad | none", " | 5 | 7"),
        ),
        Variant(
            "OpenDocument",
            odt(
                "<table:table><table:table-row>"
                + "".join(
                    f"<table:table-cell>{p(text)}</table:table-cell>"
                    for text in ("State", "Due", "Paid")
                )
                + "</table:table-row><table:table-row><table:table-cell "
                f'table:number-columns-spanned="2">{p("Chad")}</table:table-cell>'
                f"<table:covered-table-cell/><table:table-cell>{p('7')}</table:table-cell>"
                "</table:table-row></table:table>"
            ),
            ("State | Due | Paid", "Chad |  | 7"),
        ),
    ),
)

PAGE = "<html><body><p>1. La Comisión se reunió.</p><p>2. La Comisión concluyó.</p></body></html>"

IMPORTS = Kind(
    "52",
    "whole text in an altChunk",
    "Word shows an imported part (17.17.2.1); a file of which nothing could be read is an error.",
    (
        Variant(
            "a web page, Spanish",
            with_import(PAGE),
            ("1. La Comisión se reunió.", "2. La Comisión concluyó."),
        ),
        Variant(
            "a Word file between two paragraphs",
            with_import(
                docx(paragraph("2. It voted.")),
                paragraph("1. It met."),
                paragraph("3. It closed."),
            ),
            ("1. It met.", "2. It voted.", "3. It closed."),
        ),
        Variant(
            "RTF in Russian",
            with_import(
                rb"{\rtf1\ansi\ansicpg1251 1. \'ca\'ee\'ec\'e8\'f2\'e5\'f2.\par 2. \'ce\'ed.\par}"
            ),
            ("1. Комитет.", "2. Он."),
        ),
        Variant(
            "plain text in Chinese, UTF-8",
            with_import("1. 委员会开会。\n\n2. 委员会闭幕。\n"),
            ("1. 委员会开会。", "2. 委员会闭幕。"),
        ),
        Variant(
            "a picture beside text",
            with_import(b"\x89PNG\r\n\x1a\n" + bytes(40), paragraph("1. It met.")),
            Doubted("unread-part"),
        ),
    ),
)


def math(inner: str) -> str:
    return f"<m:oMath>{inner}</m:oMath>"


def term(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


FRACTION = f"<m:f><m:num>{term('a')}</m:num><m:den>{term('b')}</m:den></m:f>"

FORMULAS = Kind(
    "53",
    "formulas",
    "Strict files have another name space for formulas as well (ISO 29500-1); a formula is linear "
    "text.",
    (
        Variant(
            "a fraction in a strict file, French",
            strict(docx(paragraph("1. Une part de ", inner=math(FRACTION) + run(" est due.")))),
            ("1. Une part de a/b est due.",),
        ),
        Variant(
            "a formula that is a paragraph of its own, strict",
            strict(
                docx(
                    paragraph("1. Sea:")
                    + f"<w:p><m:oMathPara>{math(term('x=5'))}</m:oMathPara></w:p>"
                )
            ),
            ("1. Sea:", "x=5"),
        ),
        Variant(
            "a power in a transitional file",
            docx(
                paragraph(
                    "1. x is ",
                    inner=math(
                        f"<m:sSup><m:e>{term('10')}</m:e><m:sup>{term('6')}</m:sup></m:sSup>"
                    )
                    + run("."),
                )
            ),
            ("1. x is 10⁶.",),
        ),
        Variant(
            "HTML: MathML",
            b"<html><body><p>1. A share of <math><mi>x</mi><mo>+</mo><mn>1</mn></math> was agreed."
            b"</p><p>2. It closed.</p></body></html>",
            ("1. A share of x+1 was agreed.", "2. It closed."),
        ),
        Variant(
            "OpenDocument: an embedded formula",
            odt(
                p('1. x is <draw:frame><draw:object xlink:href="./O"/></draw:frame>.'),
                parts={"O/content.xml": "<math><msup><mn>10</mn><mn>6</mn></msup></math>"},
            ),
            ("1. x is 10⁶.",),
        ),
        Variant(
            "RTF",
            rb"{\rtf1\ansi 1. x is {\mmath{\*\moMath{\mf{\mnum {\mr a}}{\mden {\mr b}}}}}.\par}",
            ("1. x is a/b.",),
        ),
    ),
)

BLOCKS = (
    DELETED_MARK_BEFORE_A_TABLE,
    DELETED_CELL,
    FORM_FIELDS,
    SYMBOL_FIELDS,
    TABLE_IN_A_NOTE,
    MERGED_CELLS,
    IMPORTS,
    FORMULAS,
)
