"""Word files: packages, tables, content controls, moves, list numbers, objects and text boxes."""

import zipfile
from io import BytesIO

from variants.case import Kind, Variant
from word_files import (
    call,
    changed_parts,
    character,
    docx,
    inserted,
    instruction,
    level,
    note,
    numbered,
    numbering,
    paragraph,
    run,
    style,
    table,
    zipped,
)


def renamed(data: bytes, **names: str) -> bytes:
    """A zip archive whose entries have other names: `_` stands for all, by a pair `old_new`."""
    old, new = names["old"], names["new"]
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return zipped({n.replace(old, new): archive.read(n) for n in archive.namelist()})


TWO = paragraph("1. It met.") + paragraph("2. It closed.")
MET = ("1. It met.", "2. It closed.")


def cells(*texts: str, properties: str = "") -> str:
    return "".join(f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>" for text in texts)


TABLE_WITHOUT_GRID = Kind(
    "jgm/pandoc#11380",
    "table without w:tblGrid",
    "The grid holds the widths (17.4.48); the cells are those of the rows.",
    (
        Variant(
            "no grid and no properties",
            docx(
                f"<w:tbl><w:tr>{cells('State', 'Paid')}</w:tr><w:tr>{cells('Chad', '5')}</w:tr>"
                "</w:tbl>"
            ),
            ("State | Paid", "Chad | 5"),
        ),
    ),
)
RAGGED_TABLE = Kind(
    "jgm/pandoc#11833",
    "first row with fewer cells than the others",
    "A row may have any number of cells (17.4.78); none of another row is lost.",
    (
        Variant(
            "one cell without a span, then three",
            docx(
                f"<w:tbl><w:tr>{cells('Contributions')}</w:tr><w:tr>{cells('State', 'Due', 'Paid')}"
                f"</w:tr><w:tr>{cells('Chad', '7', '5')}</w:tr></w:tbl>"
            ),
            ("Contributions", "State | Due | Paid", "Chad | 7 | 5"),
        ),
    ),
)


def control(content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


NESTED_CONTROLS = Kind(
    "jgm/pandoc#4415",
    "content controls in content controls",
    "Content controls of blocks nest (17.5.2.29).",
    (
        Variant(
            "three deep, around a paragraph and a table",
            docx(
                paragraph("1. It met.")
                + control(control(control(paragraph("2. It closed."))))
                + control(control(table([paragraph("Chad"), paragraph("5")])))
            ),
            ("1. It met.", "2. It closed.", "Chad | 5"),
        ),
    ),
)

BOX = f"<w:txbxContent>{paragraph('In a box.')}</w:txbxContent>"
SHAPE = (
    "<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>{}</wps:txbx></wps:wsp>"
    "</a:graphicData></a:graphic></wp:inline></w:drawing>"
)
PICTURE = "<w:pict><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict>"


def alternative(choice: str, fallback: str) -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback>'
        f"{fallback}</mc:Fallback></mc:AlternateContent>"
    )


ALTERNATE_CONTENT = Kind(
    "jgm/pandoc#5394",
    "alternate content around runs and paragraphs",
    "One branch is read, once (part 3, 7.5); the element may stand wherever its content may.",
    (
        Variant(
            "a text box with a fallback in VML",
            docx(
                paragraph("1. It met.")
                + paragraph(
                    inner=f"<w:r>{alternative(SHAPE.format(BOX), PICTURE.format(BOX))}</w:r>"
                )
                + paragraph("2. It closed.")
            ),
            ("1. It met.", "In a box.", "2. It closed."),
        ),
        Variant(
            "around whole runs",
            docx(
                paragraph("1. ", inner=alternative(run("It met"), run("It met")) + run("."))
                + paragraph("2. It closed.")
            ),
            MET,
        ),
        Variant(
            "around a paragraph and a table of the body",
            docx(
                paragraph("1. It met.")
                + alternative(
                    paragraph("2. It closed.") + table([paragraph("Chad"), paragraph("5")]),
                    paragraph("2. It closed."),
                )
            ),
            (*MET, "Chad | 5"),
        ),
        Variant(
            "around a row and a cell",
            docx(
                "<w:tbl>"
                + alternative(f"<w:tr>{cells('Chad', '5')}</w:tr>", "")
                + f"<w:tr>{cells('Benin')}{alternative(cells('7'), '')}</w:tr></w:tbl>"
            ),
            ("Chad | 5", "Benin | 7"),
        ),
    ),
)


def tagged(content: str, name: str = "smartTag") -> str:
    return f'<w:{name} w:uri="urn:x" w:element="place">{content}</w:{name}>'


SMART_TAGS = Kind(
    "python-openxml/python-docx#328",
    "smart tags and custom XML elements",
    "w:smartTag and w:customXml surround content at any level (17.5.1); it is text.",
    (
        Variant(
            "runs, nested",
            docx(
                paragraph("1. It met in ", inner=tagged(tagged(run("Vienna"), "customXml")))
                + paragraph("2. It closed.")
            ),
            ("1. It met in Vienna", "2. It closed."),
        ),
        Variant(
            "blocks, rows and cells",
            docx(
                tagged(paragraph("1. It met."), "customXml")
                + "<w:tbl>"
                + tagged(f"<w:tr>{cells('Chad', '5')}</w:tr>", "customXml")
                + f"<w:tr>{cells('Benin')}{tagged(cells('7'), 'customXml')}</w:tr></w:tbl>"
            ),
            ("1. It met.", "Chad | 5", "Benin | 7"),
        ),
    ),
)
MAIN_PART_ELSEWHERE = Kind(
    "mwilliamson/mammoth.js#218",
    "main part with another name, absolute targets",
    "The relationship says which part is the document (part 2, 6.5); targets may be absolute.",
    (
        Variant(
            "/word/document2.xml",
            changed_parts(
                renamed(docx(TWO), old="document", new="document2"),
                lambda text: text.replace('"word/document.xml"', '"/word/document2.xml"'),
            ),
            MET,
        ),
        Variant(
            "a part at the root, with ./ and ../ in targets",
            changed_parts(
                renamed(
                    docx(
                        numbered("It met.", 1),
                        numbering=numbering({0: level(0, "decimal", "%1.")}, {1: (0, "")}),
                    ),
                    old="word/",
                    new="content/word/",
                ),
                lambda text: text.replace('"word/document', '"./content/../content/word/document'),
            ),
            ("1. It met.",),
        ),
    ),
)
BACKSLASHES = Kind(
    "dotnet/Open-XML-SDK#1128",
    "zip entries with backslashes",
    "Some programs write `word\\document.xml`; Word reads them as paths.",
    (
        Variant("all entries", renamed(docx(TWO), old="/", new="\\"), MET),
        Variant(
            "with notes",
            renamed(
                docx(paragraph("It met.", inner=call(2)), footnotes=note(2, "See A/80/50.")),
                old="/",
                new="\\",
            ),
            ("It met.1", "1 See A/80/50."),
        ),
    ),
)


def moved(tag: str, text: str) -> str:
    """A paragraph that is moved with its mark, in a list."""
    mark = f'<w:rPr><w:{tag} w:id="8"/></w:rPr>'
    inner = f'<w:{tag} w:id="9">{run(text)}</w:{tag}>'
    numbers = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return paragraph("", numbers + mark, inner=inner)


DECIMAL = numbering({0: level(0, "decimal", "%1.")}, {1: (0, "")})
MOVES = Kind(
    "bokuweb/docx-rs#794",
    "tracked moves",
    "w:moveFrom is out of the accepted text, w:moveTo in it (17.13.5.22, 17.13.5.25); a moved "
    "paragraph has no number at its origin.",
    (
        Variant(
            "text moved within a paragraph",
            docx(
                paragraph(
                    "1. It ",
                    inner=f'<w:moveFrom w:id="1">{run("met ")}</w:moveFrom>{run("in Vienna")}'
                    f'<w:moveTo w:id="2">{run(" met")}</w:moveTo>',
                )
            ),
            ("1. It in Vienna met",),
        ),
        Variant(
            "an item of a list",
            docx(
                numbered("It met.", 1)
                + moved("moveFrom", "It voted.")
                + numbered("It closed.", 1)
                + moved("moveTo", "It voted."),
                numbering=DECIMAL,
            ),
            ("1. It met.", "2. It closed.", "3. It voted."),
        ),
        Variant(
            "the original of the same",
            docx(
                numbered("It met.", 1)
                + moved("moveFrom", "It voted.")
                + numbered("It closed.", 1)
                + moved("moveTo", "It voted."),
                numbering=DECIMAL,
            ),
            ("1. It met.", "2. It voted.", "3. It closed."),
            original=True,
        ),
    ),
)
DELETED_ITEMS = Kind(
    "OfficeDev/Open-Xml-PowerTools#140",
    "deleted items of a list",
    "A paragraph whose mark and text are deleted has no number; the next item has it.",
    (
        Variant(
            "accepted",
            docx(
                numbered("It met.", 1)
                + paragraph(
                    "",
                    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
                    '<w:rPr><w:del w:id="1"/></w:rPr>',
                    inner='<w:del w:id="2"><w:r><w:delText>It voted.</w:delText></w:r></w:del>',
                )
                + numbered("It closed.", 1),
                numbering=DECIMAL,
            ),
            MET,
        ),
        Variant(
            "an inserted item in the original",
            docx(
                numbered("It met.", 1)
                + paragraph(
                    "",
                    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
                    '<w:rPr><w:ins w:id="1"/></w:rPr>',
                    inner=inserted("It voted."),
                )
                + numbered("It closed.", 1),
                numbering=DECIMAL,
            ),
            MET,
            original=True,
        ),
    ),
)
RESUMED_LIST = Kind(
    "docling-project/docling#3896",
    "list that goes on after another list",
    "Each abstract definition has a count of its own (17.9.15).",
    (
        Variant(
            "bullets between",
            docx(
                numbered("It met.", 1)
                + numbered("finance", 2)
                + numbered("staff", 2)
                + numbered("It closed.", 1),
                numbering=numbering(
                    {0: level(0, "decimal", "%1."), 1: level(0, "bullet", "•")},
                    {1: (0, ""), 2: (1, "")},
                ),
            ),
            ("1. It met.", "• finance", "• staff", "2. It closed."),
        ),
    ),
)
STYLE_LINKS = Kind(
    "thomas-villani/all2md#498",
    "list whose levels are in a numbering style",
    "w:numStyleLink refers to the definition with the w:styleLink of that style (17.9.21).",
    (
        Variant(
            "levels of the linked definition",
            docx(
                numbered("It met.", 1) + numbered("finance;", 1, 1) + numbered("It closed.", 1),
                styles=style(
                    "UN",
                    "UN list",
                    '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>',
                    kind="numbering",
                ),
                numbering=numbering(
                    {
                        0: '<w:numStyleLink w:val="UN"/>',
                        1: '<w:styleLink w:val="UN"/>'
                        + level(0, "decimal", "%1.")
                        + level(1, "lowerLetter", "(%2)"),
                    },
                    {1: (0, ""), 2: (1, "")},
                ),
            ),
            ("1. It met.", "(a) finance;", "2. It closed."),
        ),
    ),
)
LEGAL_NUMBERS = Kind(
    "developer0hye/office2pdf#207",
    "legal numbering",
    "w:isLgl shows the levels above as decimal numbers (17.9.4).",
    (
        Variant(
            "roman chapters, decimal sections",
            docx(
                numbered("General", 1)
                + numbered("Elections", 1, 1)
                + numbered("Budget", 1)
                + numbered("Staff", 1, 1),
                numbering=numbering(
                    {
                        0: level(0, "upperRoman", "%1.")
                        + level(1, "decimal", "%1.%2", more="<w:isLgl/>")
                    },
                    {1: (0, "")},
                ),
            ),
            ("I. General", "1.1 Elections", "II. Budget", "2.1 Staff"),
        ),
        Variant(
            "switched off",
            docx(
                numbered("General", 1) + numbered("Elections", 1, 1),
                numbering=numbering(
                    {
                        0: level(0, "upperRoman", "%1.")
                        + level(1, "decimal", "%1.%2", more='<w:isLgl w:val="0"/>')
                    },
                    {1: (0, "")},
                ),
            ),
            ("I. General", "I.1 Elections"),
        ),
    ),
)
MARK_HIDDEN = Kind(
    "nationalarchives/tna-judgments-parser#36",
    "hidden paragraph mark of a numbered paragraph",
    "w:vanish of the mark is not that of the number, whose properties are those of its level "
    "(17.9.24).",
    (
        Variant(
            "the last paragraph of a cell",
            docx(
                numbered("It met.", 1, more="<w:rPr><w:vanish/></w:rPr>")
                + table([paragraph("Chad"), paragraph("5")])
                + numbered("It closed.", 1),
                numbering=DECIMAL,
            ),
            ("1. It met.", "Chad | 5", "2. It closed."),
        ),
    ),
)
SEPARATOR = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
STYLE_SEPARATORS = Kind(
    "jgm/pandoc#9225",
    "style separators",
    "A mark with w:vanish and w:specVanish does not end the line: the next paragraph goes on "
    "(17.3.2.36).",
    (
        Variant(
            "a heading run into its paragraph",
            docx(paragraph("Budget. ", SEPARATOR) + paragraph("It took note.") + paragraph("End.")),
            ("Budget. It took note.", "End."),
        ),
        Variant(
            "three in a row, numbered, Russian",
            docx(
                numbered("Бюджет. ", 1, more=SEPARATOR)
                + paragraph("Комитет ", SEPARATOR)
                + paragraph("собрался.")
                + numbered("Персонал.", 1),
                numbering=DECIMAL,
            ),
            ("1. Бюджет. Комитет собрался.", "2. Персонал."),
        ),
    ),
)
DIAGRAM_FIELD = character("begin") + instruction(" ADDIN Citavi ") + character("begin")
NESTED_FIELDS = Kind(
    "jgm/pandoc#5302",
    "fields in field codes",
    "The code of a field is no text, also where it has fields (17.16.18); its result is.",
    (
        Variant(
            "a field in the code of another one, in a content control",
            docx(
                paragraph(
                    "1. See ",
                    inner=control(
                        DIAGRAM_FIELD
                        + instruction(" REF x ")
                        + character("separate")
                        + run("secret")
                        + character("end")
                        + instruction(" more")
                        + character("separate")
                        + run("A/80/50")
                        + character("end")
                    )
                    + run("."),
                )
            ),
            ("1. See A/80/50.",),
        ),
        Variant(
            "HYPERLINK, its code in three runs",
            docx(
                paragraph(
                    "1. See ",
                    inner=character("begin")
                    + instruction(" HYPER")
                    + instruction('LINK "http://un')
                    + instruction('.org" ')
                    + character("separate")
                    + run("the page")
                    + character("end")
                    + run("."),
                )
            ),
            ("1. See the page.",),
        ),
    ),
)
WPG = 'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"'


def shape(text: str) -> str:
    return (
        f"<wps:wsp><wps:txbx><w:txbxContent>{paragraph(text)}</w:txbxContent></wps:txbx></wps:wsp>"
    )


GROUPED_BOXES = Kind(
    "developer0hye/office2pdf#200",
    "text boxes in groups",
    "Shapes of a group, also nested, hold text boxes of their own.",
    (
        Variant(
            "DrawingML, a group in a group",
            docx(
                TWO
                + paragraph(
                    inner="<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>"
                    f"<wpg:wgp {WPG}>{shape('One.')}<wpg:grpSp>{shape('Two.')}{shape('Three.')}"
                    "</wpg:grpSp></wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
                )
            ),
            (*MET, "One.", "Two.", "Three."),
        ),
        Variant(
            "VML",
            docx(
                TWO
                + paragraph(
                    inner="<w:r><w:pict><v:group><v:shape><v:textbox><w:txbxContent>"
                    f"{paragraph('One.')}</w:txbxContent></v:textbox></v:shape><v:group><v:rect>"
                    f"<v:textbox><w:txbxContent>{paragraph('Two.')}</w:txbxContent></v:textbox>"
                    "</v:rect></v:group></v:group></w:pict></w:r>"
                )
            ),
            (*MET, "One.", "Two."),
        ),
    ),
)
NESTED_TABLES = Kind(
    "langgenius/dify#42414",
    "tables and boxes in cells",
    "A cell holds blocks (17.4.65): tables, content controls and text boxes among them.",
    (
        Variant(
            "a table in a cell",
            docx(
                table(
                    [
                        paragraph("Chad"),
                        table([paragraph("due"), paragraph("7")]) + paragraph("all"),
                    ],
                    [paragraph("Benin"), paragraph("5")],
                )
                + paragraph("1. It closed.")
            ),
            ("Chad | due 7 all", "Benin | 5", "1. It closed."),
        ),
        Variant(
            "a text box in a cell",
            docx(
                table(
                    [paragraph("Chad"), paragraph("5", inner=f"<w:r>{SHAPE.format(BOX)}</w:r>")],
                    [paragraph("Benin"), paragraph("7")],
                )
            ),
            ("Chad | 5 In a box.", "Benin | 7"),
        ),
    ),
)
H_MERGE = '<w:hMerge w:val="{}"/>'
HORIZONTAL_MERGE = Kind(
    "Clhikari/astrbot_plugin_office_assistant#49",
    "cells merged horizontally by w:hMerge",
    "A cell that continues a horizontal merge (17.4.22) shows nothing; its column stays.",
    (
        Variant(
            "a head over two columns",
            docx(
                f"<w:tbl><w:tr>{cells('State')}{cells('Due', properties=H_MERGE.format('restart'))}"
                f"{cells('', properties=H_MERGE.format('continue'))}</w:tr>"
                f"<w:tr>{cells('Chad', '7', '5')}</w:tr></w:tbl>"
            ),
            ("State | Due | ", "Chad | 7 | 5"),
        ),
    ),
)
REPORTED_WORD = (
    TABLE_WITHOUT_GRID, RAGGED_TABLE, NESTED_CONTROLS, ALTERNATE_CONTENT, SMART_TAGS,
    MAIN_PART_ELSEWHERE, BACKSLASHES, MOVES, DELETED_ITEMS, RESUMED_LIST, STYLE_LINKS,
    LEGAL_NUMBERS, MARK_HIDDEN, STYLE_SEPARATORS, NESTED_FIELDS, GROUPED_BOXES,
    NESTED_TABLES, HORIZONTAL_MERGE,
)  # fmt: skip
