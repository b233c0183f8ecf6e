"""Packages, tables, notes, formulas and other containers of Word files, by the clause."""

from doc_files import compound_file
from variants.case import Doubted, Kind, Variant
from variants.standards_word import (
    LETTERED_NOTES,
    MET,
    RESTARTED,
    TWO,
    cell,
    formula,
    math,
    numbers,
)
from word_files import (
    call,
    deleted,
    docx,
    field,
    note,
    numbered,
    paragraph,
    run,
    zipped,
)

from unreport.errors import EncryptedSource, UnreadableSource

OMITTED_CELLS_OF_A_ROW = Kind(
    "ECMA-376 part 1, 17.4.15",
    "omitted cells of a row",
    "w:gridBefore leaves out grid columns before the first cell.",
    (
        Variant(
            "gridBefore",
            docx(
                "<w:tbl><w:tblPr/><w:tblGrid/><w:tr>"
                + cell("State")
                + cell("Due")
                + cell("Paid")
                + '</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>'
                + cell("7")
                + cell("5")
                + "</w:tr></w:tbl>"
            ),
            (
                "State | Due | Paid",
                " | 7 | 5",
            ),
        ),
    ),
)
TABLES_FROM_RIGHT_TO_LEFT = Kind(
    "ECMA-376 part 1, 17.4.1",
    "tables from right to left",
    "w:bidiVisual changes where cells are shown, not their order.",
    (
        Variant(
            "bidiVisual",
            docx(
                "<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr><w:tblGrid/><w:tr>"
                + cell("تشاد")
                + cell("5")
                + "</w:tr></w:tbl>"
            ),
            ("تشاد | 5",),
        ),
    ),
)
BRANCHES_THAT_ARE_NOT_UNDERSTOOD = Kind(
    "ECMA-376 part 3, 7.5",
    "branches that are not understood",
    ("A choice is read if its name spaces are understood, else the fallback."),
    (
        Variant(
            "fallback is read",
            docx(
                paragraph(
                    inner=(
                        '<w:r><mc:AlternateContent xmlns:w99="urn:x"><mc:Choice '
                        'Requires="w99"><w99:t>Future</w99:t></mc:Choice>'
                        "<mc:Fallback><w:t>1. It met.</w:t></mc:Fallback>"
                        "</mc:AlternateContent></w:r>"
                    )
                )
            ),
            ("1. It met.",),
        ),
        Variant(
            "known tags in the choice",
            docx(
                paragraph(
                    inner=(
                        '<w:r><mc:AlternateContent xmlns:w99="urn:x"><mc:Choice '
                        'Requires="w99"><w:t>Future</w:t></mc:Choice><mc:Fallback>'
                        "<w:t>1. It met.</w:t></mc:Fallback></mc:AlternateContent>"
                        "</w:r>"
                    )
                )
            ),
            ("1. It met.",),
        ),
    ),
)
COMMENTS_AND_INSTRUCTIONS_WITHIN_TEXT = Kind(
    "XML 1.0, 2.5",
    "comments and instructions within text",
    ("Comments and processing instructions are no text; a CDATA section is."),
    (
        Variant(
            "XML comment, CDATA, instruction",
            docx(paragraph(inner="<w:r><w:t>1. <!-- x -->It <?x y?><![CDATA[met.]]></w:t></w:r>")),
            ("1. It met.",),
        ),
    ),
)
LINE_ENDS_OF_THE_XML_FILE = Kind(
    "XML 1.0, 2.11",
    "line ends of the XML file",
    "A line end of the file is white space, no break of the text.",
    (
        Variant(
            "indented XML",
            docx(paragraph(inner="<w:r><w:t>\n   1. It\n   met.\n </w:t></w:r>")),
            ("1. It met.",),
        ),
    ),
)
BYTES_BEFORE_A_ZIP_ARCHIVE = Kind(
    "APPNOTE 6.3.9, 4.1.9",
    "bytes before a zip archive",
    ("A program before the archive makes it a program; it is refused by name."),
    (Variant("a self-extracting stub", b"MZ" + bytes(100) + TWO, UnreadableSource),),
)
SUBDOCUMENTS = Kind(
    "ECMA-376 part 1, 17.17.2.1",
    "subdocuments",
    ("w:subDoc stands within a paragraph and refers to another file: a doubt."),
    (
        Variant(
            "w:subDoc",
            docx(paragraph("1. It met.") + paragraph(inner='<w:subDoc r:id="rId9"/>')),
            Doubted("unread-part"),
        ),
    ),
)
PAGE_BREAKS = Kind(
    "ECMA-376 part 1, 17.3.3.1",
    "page breaks",
    ("A page break ends a line; w:lastRenderedPageBreak is where a page ended once."),
    (
        Variant(
            "in a paragraph",
            docx(
                paragraph(inner='<w:r><w:t>1. It met.</w:t><w:br w:type="page"/></w:r>')
                + paragraph(
                    inner=(
                        "<w:r><w:lastRenderedPageBreak/><w:t>2. It </w:t>"
                        "<w:lastRenderedPageBreak/><w:t>closed.</w:t></w:r>"
                    )
                )
            ),
            MET,
        ),
    ),
)
NUMBER_FORMATS_OF_NOTES = Kind(
    "ECMA-376 part 1, 17.11.11",
    "number formats of notes",
    ("w:numFmt, w:numStart and w:numRestart of a section hold for its notes."),
    (
        Variant(
            "in a section",
            docx(
                paragraph(inner=run("1. It met.") + call(2)) + LETTERED_NOTES,
                footnotes=note(2, "See above."),
            ),
            (
                "1. It met.c",
                "c See above.",
            ),
        ),
        Variant(
            "restarted in each section",
            docx(
                paragraph(
                    "", (f"<w:sectPr>{RESTARTED}</w:sectPr>"), inner=run("1. It met.") + call(2)
                )
                + paragraph(inner=run("2. It closed.") + call(3))
                + (f"<w:sectPr>{RESTARTED}</w:sectPr>"),
                footnotes=note(2, "A.") + note(3, "B."),
            ),
            (
                "1. It met.1",
                "2. It closed.1",
                "1 A.",
                "1 B.",
            ),
        ),
    ),
)
REFERENCES_TO_A_NOTE = Kind(
    "ECMA-376 part 1, 17.16.5.40",
    "references to a note",
    ("NOTEREF shows the mark of a note again, but has no note of its own."),
    (
        Variant(
            "NOTEREF",
            docx(
                paragraph(
                    inner=run("1. It met")
                    + call(2)
                    + run(" and closed")
                    + field(r" NOTEREF _Ref1 \f \h ", "1")
                    + run(".")
                ),
                footnotes=note(2, "See above."),
            ),
            (
                "1. It met1 and closed1.",
                "1 See above.",
            ),
        ),
    ),
)
STRUCTURES_OF_FORMULAS = Kind(
    "ECMA-376 part 1, 22.1.2",
    "structures of formulas",
    "Each structure has a linear format; no argument is lost.",
    (
        Variant(
            "sum without its argument (naryPr)",
            formula(
                '<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>'
                f"{math('i=1')}</m:sub><m:sup>{math('n')}</m:sup></m:nary>"
                f"{math('x')}"
            ),
            ("1. ∑_(i=1)ⁿ x",),
        ),
        Variant(
            "integral by default",
            formula(
                f"<m:nary><m:naryPr/><m:sub>{math('0')}</m:sub><m:sup>"
                f"{math('1')}</m:sup><m:e>{math('x')}</m:e></m:nary>"
            ),
            ("1. ∫₀¹ x",),
        ),
        Variant(
            "empty delimiter",
            formula(
                '<m:d><m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr>'
                f"<m:e><m:eqArr><m:e>{math('a')}</m:e><m:e>{math('b')}</m:e>"
                "</m:eqArr></m:e></m:d>"
            ),
            ("1. {a; b",),
        ),
        Variant(
            "matrix",
            formula(
                f"<m:d><m:e><m:m><m:mr><m:e>{math('a')}</m:e><m:e>{math('b')}</m:e>"
                f"</m:mr><m:mr><m:e>{math('c')}</m:e><m:e>{math('d')}</m:e>"
                "</m:mr></m:m></m:e></m:d>"
            ),
            ("1. ([a&b; c&d])",),
        ),
        Variant(
            "limits and functions",
            formula(
                f"<m:func><m:fName><m:limLow><m:e>{math('lim')}</m:e><m:lim>"
                f"{math('n→∞')}</m:lim></m:limLow></m:fName><m:e>{math('x')}</m:e>"
                "</m:func>"
            ),
            ("1. lim_(n→∞) x",),
        ),
        Variant(
            "pre-scripts",
            formula(
                f"<m:sPre><m:sub>{math('6')}</m:sub><m:sup>{math('14')}</m:sup>"
                f"<m:e>{math('C')}</m:e></m:sPre>"
            ),
            ("1. ₆¹⁴C",),
        ),
        Variant(
            "under and over braces, phantom, box",
            formula(
                f"<m:groupChr><m:groupChrPr/><m:e>{math('a')}</m:e></m:group"
                f"Chr><m:box><m:e>{math('=b')}</m:e></m:box><m:phant><m:phantPr>"
                f'<m:show m:val="0"/></m:phantPr><m:e>{math("z")}</m:e></m:phant>'
            ),
            ("1. a=b",),
        ),
    ),
)
ENCRYPTED_FILES = Kind(
    "MS-OFFCRYPTO 2.3",
    "encrypted files",
    "A file with the stream EncryptedPackage is locked.",
    (
        Variant(
            "docx in a compound file",
            compound_file({"EncryptionInfo": bytes(600), "EncryptedPackage": bytes(5000)}),
            EncryptedSource,
        ),
    ),
)
OTHER_FILES_IN_THE_SAME_CONTAINERS = Kind(
    "MS-CFB 2.6",
    "other files in the same containers",
    "Workbooks, messages and books are refused by name.",
    (
        Variant(
            "xlsx",
            zipped(
                {
                    "[Content_Types].xml": (
                        '<Types xmlns="http://schemas.openxmlformats.org/package/2006'
                        '/content-types"><Override PartName="/xl/workbook.xml" '
                        'ContentType="application/vnd.openxmlformats-officedocument.s'
                        'preadsheetml.sheet.main+xml"/></Types>'
                    ),
                    "xl/workbook.xml": "<workbook/>",
                }
            ),
            UnreadableSource,
        ),
        Variant(
            "Outlook .msg",
            compound_file(
                {
                    "__properties_version1.0": bytes(5000),
                    "__substg1.0_1000001F": "1. It met.".encode("utf-16-le") * 300,
                }
            ),
            UnreadableSource,
        ),
        Variant("Excel .xls", compound_file({"Workbook": bytes(5000)}), UnreadableSource),
        Variant(
            "EPUB",
            zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": "<container/>"}),
            UnreadableSource,
        ),
    ),
)
LINKED_TEXT_BOXES = Kind(
    "ECMA-376 part 1, 20.4.2.36",
    "linked text boxes",
    "The text of a chain of boxes is in its first.",
    (
        Variant(
            "linked text box once",
            docx(
                paragraph(
                    inner=(
                        "<w:r><w:drawing><wp:anchor><a:graphic><a:graphicData>"
                        '<wps:wsp><wps:txbx id="1"><w:txbxContent>'
                    )
                    + paragraph("In a box.")
                    + (
                        "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData>"
                        "</a:graphic></wp:anchor></w:drawing></w:r><w:r><w:drawing>"
                        "<wp:anchor><a:graphic><a:graphicData><wps:wsp>"
                        '<wps:linkedTxbx id="1" seq="1"/></wps:wsp></a:graphicData>'
                        "</a:graphic></wp:anchor></w:drawing></w:r>"
                    )
                )
                + paragraph("1. It met.")
            ),
            (
                "In a box.",
                "1. It met.",
            ),
        ),
    ),
)
NUMBERS_OF_DELETED_PARAGRAPHS = Kind(
    "ECMA-376 part 1, 17.13.5.14",
    "numbers of deleted paragraphs",
    "A paragraph whose mark and text are deleted is not counted.",
    (
        Variant(
            "a deleted paragraph has none",
            docx(
                numbered("It met.", 1)
                + paragraph(
                    "",
                    (
                        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
                        '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
                    ),
                    inner=deleted("Gone."),
                )
                + numbered("It closed.", 1),
                numbering=numbers("decimal"),
            ),
            MET,
        ),
    ),
)
CHARACTERS_OF_PRIVATE_USE = Kind(
    "ECMA-376 part 1, 17.3.3.30",
    "characters of private use",
    "A code of F000 and after is that of the font (Symbol, Wingdings).",
    (
        Variant(
            "Symbol font by w:t",
            docx(
                paragraph(
                    inner=run("1. Rise of 2 ")
                    + run("\uf0b0", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')
                    + run("C.")
                )
            ),
            ("1. Rise of 2 °C.",),
        ),
        Variant(
            "Wingdings check boxes",
            docx(
                paragraph(
                    inner='<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
                    + run(" Yes ")
                    + '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
                    + run(" No")
                )
            ),
            ("☑ Yes ◻ No",),
        ),
        Variant(
            "w:sym without F0",
            docx(
                paragraph(
                    inner=run("1. Rise of 2 ")
                    + '<w:r><w:sym w:font="Symbol" w:char="00B0"/></w:r>'
                    + run("C.")
                )
            ),
            ("1. Rise of 2 °C.",),
        ),
    ),
)
STANDARDS_PACKAGES = (
    OMITTED_CELLS_OF_A_ROW,
    TABLES_FROM_RIGHT_TO_LEFT,
    BRANCHES_THAT_ARE_NOT_UNDERSTOOD,
    COMMENTS_AND_INSTRUCTIONS_WITHIN_TEXT,
    LINE_ENDS_OF_THE_XML_FILE,
    BYTES_BEFORE_A_ZIP_ARCHIVE,
    SUBDOCUMENTS,
    PAGE_BREAKS,
    NUMBER_FORMATS_OF_NOTES,
    REFERENCES_TO_A_NOTE,
    STRUCTURES_OF_FORMULAS,
    ENCRYPTED_FILES,
    OTHER_FILES_IN_THE_SAME_CONTAINERS,
    LINKED_TEXT_BOXES,
    NUMBERS_OF_DELETED_PARAGRAPHS,
    CHARACTERS_OF_PRIVATE_USE,
)
