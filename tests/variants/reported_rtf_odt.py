"""RTF, .doc and OpenDocument: Unicode escapes, tables, braces, lists, sections, frames."""

from doc_files import compose, doc
from odt_files import odt, p
from variants.case import Doubted, Kind, Variant
from variants.rtf_and_doc import rtf

MET = ("1. It met.", "2. It closed.")

UNICODE_FALLBACK = Kind(
    "jgm/pandoc#8264",
    "characters behind \\u in RTF",
    "\\ucN says how many characters follow \\u for older readers; a hexadecimal escape and a "
    "control word count as one (RTF 1.9.1, Unicode RTF).",
    (
        Variant("one, by default", rtf(rb"a\u160?curious\par"), ("a curious",)),
        Variant("none", rtf(rb"{\uc0 San Jos\u233 } met\par"), ("San José met",)),
        Variant("two, as escapes", rtf(rb"\uc2 \u22996\'a4\'40.\uc1\par"), ("委.",)),
        Variant("in a group, where it ends", rtf(rb"{\uc0\u233 }\u233?t\u233?.\par"), ("éété.",)),
        Variant(
            "the group ends before the fallback",
            rtf(rb"{\u233}t\u233?.\par"),
            ("été.",),
        ),
    ),
)
SURROGATES = Kind(
    "erdomke/RtfPipe#18",
    "surrogate pairs in RTF",
    "Characters beyond U+FFFF are two \\u of UTF-16, negative beyond 32,767.",
    (
        Variant("with spaces", rtf(rb"It met \u-10179 ?\u-8694 ?.\par"), ("It met 😊.",)),
        Variant("positive numbers", rtf(rb"It met \u55357?\u56842?.\par"), ("It met 😊.",)),
        Variant("a half alone", rtf(rb"It met \u-10179?.\par"), ("It met �.",)),
    ),
)
SUPERSCRIPT_ENDS = Kind(
    "jgm/pandoc#8170",
    "end of a superscript in RTF",
    "\\nosupersub ends \\super and \\sub.",
    (
        Variant(
            "in a word",
            rtf(rb"In 5\super th\nosupersub  grade.\par It met.\par"),
            ("In 5th grade.", "It met."),
        ),
        Variant("a power", rtf(rb"10\super 6\nosupersub  t\par"), ("10⁶ t",)),
    ),
)
CELLS_WITHOUT_ROW = Kind(
    "kota7/striprtf#7",
    "tables without \\trowd or \\row in RTF",
    "\\cell ends a cell; text is never lost.",
    (
        Variant(
            "no \\trowd",
            rtf(rb"\pard\intbl Chad\cell 5\cell\row\pard It closed.\par"),
            ("Chad | 5", "It closed."),
        ),
        Variant(
            "\\trowd behind the cells",
            rtf(rb"\pard\intbl Chad\cell 5\cell\trowd\cellx2000\cellx4000\row\pard It closed.\par"),
            ("Chad | 5", "It closed."),
        ),
        Variant(
            "no \\row before the end of the file",
            rtf(rb"It met.\par\trowd\cellx2000\cellx4000\pard\intbl Chad\cell 5\cell"),
            ("It met.", "Chad | 5"),
        ),
        Variant(
            "no \\intbl",
            rtf(rb"\trowd\cellx2000\cellx4000 Chad\cell 5\cell\row It closed.\par"),
            ("Chad | 5", "It closed."),
        ),
        Variant(
            "two paragraphs in a cell, and a list",
            rtf(
                rb"\trowd\cellx2000\cellx4000\pard\intbl Chad\par and others\cell 5\cell\row"
                rb"\pard It closed.\par"
            ),
            ("Chad and others | 5", "It closed."),
        ),
    ),
)
NESTED_RTF_TABLES = Kind(
    "jgm/pandoc#11218",
    "tables in tables of RTF",
    "\\nestcell and \\nestrow end the cells and rows of \\itap2 (RTF 1.9.1, Nested Tables).",
    (
        Variant(
            "one level",
            rtf(
                rb"\trowd\cellx2000\cellx4000\pard\intbl\itap1 Chad\cell\pard\intbl\itap2 due"
                rb"\nestcell 7\nestcell{\*\nesttableprops\trowd\cellx2500\cellx3000\nestrow}"
                rb"{\nonesttables\par}\pard\intbl\itap1 all\cell\row\pard It closed.\par"
            ),
            ("Chad | due 7 all", "It closed."),
        ),
    ),
)
BRACES = Kind(
    "kota7/striprtf#18",
    "braces that do not match in RTF",
    "The text up to the end of the file is read; what is behind the closing brace is not.",
    (
        Variant(
            "one is missing",
            rtf(rb"1. It met {\b in Vienna.\par 2. It closed.\par")[:-1],
            ("1. It met in Vienna.", "2. It closed."),
        ),
        Variant("all are missing", rb"{\rtf1\ansi{\b 1. It met.\par{\i 2. It closed.\par", MET),
    ),
)
TRAILING_BYTES = Kind(
    "joshy/striprtf#69",
    "bytes behind the closing brace of RTF",
    "A file is one group (RTF 1.9.1, Syntax); what is behind it is no text, unless groups and "
    "control words go on.",
    (
        Variant("two files in one", rtf(rb"1. It met.\par") + rtf(rb"2. It closed.\par"), MET),
        Variant("letters", rtf(rb"1. It met.\par") + b"TRAILING", Doubted("unread-part")),
        Variant("NUL bytes", rtf(rb"1. It met.\par") + bytes(40), ("1. It met.",)),
    ),
)
CODE_PAGES = Kind(
    "joshy/striprtf#37",
    "code pages of RTF",
    "\\ansicpg holds for text without a font of another character set; \\u does not need it.",
    (
        Variant(
            "Russian, the font says nothing",
            rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fnil Arial;}}\f0 "
            rb"\'ca\'ee\'ec\'e8\'f2\'e5\'f2 \u1089?\u1086?.\par}",
            ("Комитет со.",),
        ),
        Variant(
            "bytes beyond ASCII that are not escaped",
            b"{\\rtf1\\ansi\\ansicpg1256{\\fonttbl{\\f0\\fcharset178 Arial;}}\\f0 "
            + "اجتمعت اللجنة".encode("cp1256")
            + b".\\par}",
            ("اجتمعت اللجنة.",),
        ),
        Variant(
            "UTF-8",
            b"{\\rtf1\\ansi\\ansicpg65001{\\fonttbl{\\f0 Arial;}}\\f0 "
            + "Комитет".encode()
            + b" \\'d1\\'81\\'d0\\'be.\\par}",
            ("Комитет со.",),
        ),
        Variant(
            "Big5, whose second byte is a backslash or a brace",
            b"{\\rtf1\\ansi\\ansicpg950{\\fonttbl{\\f0\\fcharset136 Ming;}}\\f0 \\'a5\\'5c\\'af"
            b"\\'e0 \\'b3\\'5c.\\par}",
            ("功能 許.",),
        ),
        Variant(
            "GB 2312, one byte escaped, the other a letter",
            b"{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 Song;}}\\f0 \\'81A\\'ce\\'af."
            b"\\par}",
            ("丄委.",),
        ),
    ),
)
BINARY = Kind(
    "hercules-390/hyperion#135",
    "binary data in RTF",
    "\\binN is followed by N bytes, which may be braces (RTF 1.9.1, Pictures).",
    (
        Variant(
            "a picture with braces",
            rtf(rb"1. It met.\par{\pict\pngblip\bin6 }}}{\\x}2. It closed.\par"),
            MET,
        ),
        Variant(
            "in a shape, with its text",
            rtf(
                rb"1. It met.\par{\shp{\*\shpinst{\sp{\sn pib}{\sv {\pict\bin4 }{}{}}}{\shptxt In "
                rb"a box.\par}}}\pard 2. It closed.\par"
            ),
            ("1. It met.", "2. It closed.", "In a box."),
        ),
    ),
)
HTML_IN_RTF = Kind(
    "mazira/rtf-stream-parser#4",
    "HTML in RTF, as mails have it",
    "Text is that of RTF; {\\*\\htmltag …} holds tags (MS-OXRTFEX 2.1.3), and destinations that "
    "are not known are skipped.",
    (
        Variant(
            "tags, and an apostrophe for RTF alone",
            rtf(
                rb"\fromhtml1{\*\formatConverter converted from html;}{\*\htmltag64 <p>}\htmlrtf {"
                rb"\htmlrtf0 The Committee{\*\htmltag84 &#8217;}\htmlrtf \'92\htmlrtf0 s report."
                rb"\htmlrtf\par}\htmlrtf0{\*\htmltag72 </p>}"
            ),
            ("The Committee’s report.",),
        ),
    ),
)

SECTIONS = Kind(
    "jgm/pandoc#8409",
    "sections and indexes of OpenDocument",
    "text:section holds blocks (ODF 1.3 part 3, 5.4); so does the body of an index (8.2).",
    (
        Variant(
            "sections in sections",
            odt(
                p("1. It met.")
                + f'<text:section text:name="a"><text:section text:name="b">{p("2. It closed.")}'
                "</text:section></text:section>"
            ),
            MET,
        ),
        Variant(
            "a table of contents",
            odt(
                '<text:table-of-content text:name="t"><text:table-of-content-source/>'
                f"<text:index-body><text:index-title>{p('Contents')}</text:index-title>"
                f"{p('I. General<text:tab/>3')}</text:index-body></text:table-of-content>"
                + p("I. General")
            ),
            ("Contents", "I. General 3", "I. General"),
        ),
    ),
)
LIST = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" '
    'style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
)


def items(*texts: str, more: str = "", item: str = "") -> str:
    inner = "".join(f"<text:list-item{item}>{p(text)}</text:list-item>" for text in texts)
    return f'<text:list text:style-name="L"{more}>{inner}</text:list>'


LIST_WITHOUT_NUMBERS = Kind(
    "jgm/pandoc#7730",
    "items without a number in OpenDocument",
    "A list header and a level without format have no number, and are text (5.3.3, 16.30).",
    (
        Variant(
            "a list header",
            odt(
                '<text:list text:style-name="L"><text:list-header>'
                + p("Preface")
                + f"</text:list-header><text:list-item>{p('It met.')}</text:list-item></text:list>",
                automatic=LIST,
            ),
            ("Preface", "1. It met."),
        ),
        Variant(
            "a format that is empty",
            odt(
                items("It met.", "It closed."),
                automatic='<text:list-style style:name="L"><text:list-level-style-number '
                'text:level="1" style:num-format=""/></text:list-style>',
            ),
            ("It met.", "It closed."),
        ),
        Variant(
            "a further paragraph of an item",
            odt(
                f'<text:list text:style-name="L"><text:list-item>{p("It met.")}{p("Twice.")}'
                f"</text:list-item><text:list-item>{p('It closed.')}</text:list-item></text:list>",
                automatic=LIST,
            ),
            ("1. It met.", "Twice.", "2. It closed."),
        ),
    ),
)
CONTINUED_NUMBERING = Kind(
    "jgm/pandoc#8979",
    "continued numbering in OpenDocument",
    "text:continue-numbering goes on with the list before it of the same style (19.780).",
    (
        Variant(
            "after a paragraph",
            odt(
                items("It met.")
                + p("A break.")
                + items("It closed.", more=' text:continue-numbering="true"'),
                automatic=LIST,
            ),
            ("1. It met.", "A break.", "2. It closed."),
        ),
        Variant(
            "not continued",
            odt(items("It met.") + p("A break.") + items("It closed."), automatic=LIST),
            ("1. It met.", "A break.", "1. It closed."),
        ),
        Variant(
            "an item with a start value",
            odt(
                items("It met.", item=' text:start-value="7"')
                + items("It closed.", more=' text:continue-numbering="true"'),
                automatic=LIST,
            ),
            ("7. It met.", "8. It closed."),
        ),
    ),
)
LISTS_IN_CELLS = Kind(
    "jgm/pandoc#8892",
    "lists and headings in the cells of OpenDocument",
    "A cell holds lists, headings, sections and tables (9.1.4).",
    (
        Variant(
            "a heading in a list in a cell, and a list beside it",
            odt(
                "<table:table><table:table-row><table:table-cell><text:list text:style-name='L'>"
                '<text:list-item><text:h text:outline-level="1">Chad</text:h></text:list-item>'
                f"</text:list></table:table-cell><table:table-cell>{items('due', 'paid')}"
                "</table:table-cell></table:table-row></table:table>" + p("It closed."),
                automatic=LIST,
            ),
            ("1. Chad | 1. due 2. paid", "It closed."),
        ),
        Variant(
            "a table in a cell, a covered cell",
            odt(
                "<table:table><table:table-row><table:table-cell table:number-columns-spanned='2'>"
                f"{p('Paid')}</table:table-cell><table:covered-table-cell/></table:table-row>"
                f"<table:table-row><table:table-cell>{p('Chad')}</table:table-cell>"
                "<table:table-cell><table:table table:is-sub-table='true'><table:table-row>"
                f"<table:table-cell>{p('5')}</table:table-cell><table:table-cell>{p('7')}"
                "</table:table-cell></table:table-row></table:table></table:table-cell>"
                "</table:table-row></table:table>"
            ),
            ("Paid", "Chad | 5 7"),
        ),
    ),
)
FRAMES = Kind(
    "GitHubNewbie0/odf-kit#94",
    "text boxes of OpenDocument",
    "draw:text-box, also in groups and at the page, holds text (10.4.3).",
    (
        Variant(
            "in a paragraph, and a shape with text",
            odt(
                p("1. It met.")
                + p(f"<draw:frame><draw:text-box>{p('In a box.')}</draw:text-box></draw:frame>")
                + p(f"<draw:g><draw:custom-shape>{p('In a shape.')}</draw:custom-shape></draw:g>")
                + p("2. It closed.")
            ),
            ("1. It met.", "In a box.", "In a shape.", "2. It closed."),
        ),
        Variant(
            "anchored to the page",
            odt(
                f"<draw:frame><draw:text-box>{p('In a box.')}</draw:text-box></draw:frame>"
                + p("1. It met.")
            ),
            ("In a box.", "1. It met."),
        ),
        Variant(
            "an image with a description",
            odt(
                p(
                    '1. It met.<draw:frame><draw:image xlink:href="a.png"/><svg:title '
                    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">Logo'
                    "</svg:title></draw:frame>"
                )
            ),
            ("1. It met.",),
        ),
    ),
)
REMARKS = Kind(
    "eea/odfpy#92",
    "spaces, annotations and fields of OpenDocument",
    "text:s stands for spaces (6.1.3); an annotation is no text (14.1); a field is what it shows.",
    (
        Variant(
            "spaces and a tab",
            odt(p('It<text:s/>met<text:s text:c="3"/>in<text:tab/>Vienna.')),
            ("It met   in Vienna.",),
        ),
        Variant(
            "an annotation with its paragraph",
            odt(
                p(
                    '1. It<office:annotation office:name="a"><dc:creator xmlns:dc="http://purl.org'
                    f'/dc/elements/1.1/">X</dc:creator>{p("Why?")}</office:annotation> met'
                    '<office:annotation-end office:name="a"/>.'
                )
            ),
            ("1. It met.",),
        ),
        Variant(
            "fields, bookmarks and a soft page break",
            odt(
                p(
                    '1. It met on <text:date text:fixed="true">3 May</text:date> ('
                    "<text:bookmark-ref>para. 5</text:bookmark-ref>), see "
                    "<text:a xlink:href='#x'>chapter "
                    "<text:span>I</text:span></text:a><text:soft-page-break/>."
                )
            ),
            ("1. It met on 3 May (para. 5), see chapter I.",),
        ),
        Variant(
            "text of a hidden and a conditional field",
            odt(
                p(
                    'It met<text:hidden-text text:is-hidden="true" text:string-value="x">secret'
                    '</text:hidden-text> <text:conditional-text text:current-value="true">in Vienna'
                    "</text:conditional-text>."
                )
            ),
            ("It met in Vienna.",),
        ),
    ),
)
HEADING_NUMBERS = Kind(
    "jgm/pandoc#11700",
    "numbers of headings in OpenDocument",
    "The outline style numbers headings by their level, unless they are list headers (5.1.2, "
    "16.32).",
    (
        Variant(
            "two levels and a heading without a number",
            odt(
                '<text:h text:outline-level="1">General</text:h>'
                '<text:h text:outline-level="2">Elections</text:h>'
                '<text:h text:outline-level="1" text:is-list-header="true">Preface</text:h>'
                '<text:h text:outline-level="1">Budget</text:h>',
                styles='<text:outline-style style:name="Outline"><text:outline-level-style '
                'text:level="1" style:num-format="I" style:num-suffix="."/>'
                '<text:outline-level-style text:level="2" style:num-format="1" '
                'style:num-suffix="." text:display-levels="1"/></text:outline-style>',
            ),
            ("I. General", "1. Elections", "Preface", "II. Budget"),
        ),
        Variant(
            "a word before the number",
            odt(
                '<text:h text:outline-level="1">General</text:h>',
                styles='<text:outline-style style:name="Outline"><text:outline-level-style '
                'text:level="1" style:num-format="1" style:num-prefix="Chapter " '
                'style:num-suffix="."/></text:outline-style>',
            ),
            ("Chapter 1. General",),
        ),
        Variant(
            "a numbered paragraph",
            odt(
                '<text:numbered-paragraph text:list-id="x" text:level="1" text:style-name="L">'
                f"{p('It met.')}</text:numbered-paragraph>"
                '<text:numbered-paragraph text:list-id="x" text:level="1" text:style-name="L">'
                f"{p('It closed.')}</text:numbered-paragraph>",
                automatic=LIST,
            ),
            MET,
        ),
    ),
)
DELETED_IN_ODT = Kind(
    "webodf/WebODF#71",
    "deleted text of OpenDocument",
    "Deleted text is in the list of changes (5.5.4); text:change marks its place.",
    (
        Variant(
            "within a paragraph, and over two",
            odt(
                '<text:tracked-changes><text:changed-region text:id="a"><text:deletion>'
                + p("never ")
                + '</text:deletion></text:changed-region><text:changed-region text:id="b">'
                f"<text:deletion>{p('It voted.')}{p('')}</text:deletion></text:changed-region>"
                "</text:tracked-changes>"
                + p('1. It <text:change text:change-id="a"/>met.')
                + p('<text:change text:change-id="b"/>2. It closed.')
            ),
            MET,
        ),
    ),
)
FIELD_CODES = Kind(
    "yfedoseev/office_oxide#249",
    "field codes in .doc",
    "The code stands between 0x13 and 0x14 and is no text; the result does, up to 0x15 "
    "(MS-DOC 2.8.25).",
    (
        Variant(
            "a link, and a field in a code",
            doc(
                compose(
                    [
                        (
                            (
                                'See \x13 HYPERLINK "http://un.org" \x14the page\x15 and '
                                "\x13 IF \x13 PAGE \x141\x15 = 1 \x14this\x15.\r"
                            ),
                            b"",
                        )
                    ]
                )
            ),
            ("See the page and this.",),
        ),
        Variant(
            "a field that is never closed",
            doc(compose([("1. It met \x13 DATE \x14on Monday.\r2. It closed.\r", b"")])),
            ("1. It met on Monday.", "2. It closed."),
        ),
    ),
)
TEXT_BOXES_OF_DOC = Kind(
    "extend-hq/ui#23",
    "text boxes of .doc",
    "The text boxes are a subdocument of their own (ccpTxbx, MS-DOC 2.3.5).",
    (
        Variant(
            "a body of one line",
            doc(
                compose(
                    [("It met.\rIn a box.\r", b"")],
                    ranges={"body": (0, 8), "textbox": (8, 18)},
                )
            ),
            ("It met.", "In a box."),
        ),
    ),
)
REPORTED_RTF_ODT = (
    UNICODE_FALLBACK, SURROGATES, SUPERSCRIPT_ENDS, CELLS_WITHOUT_ROW, NESTED_RTF_TABLES, BRACES,
    TRAILING_BYTES, CODE_PAGES, BINARY, HTML_IN_RTF, SECTIONS, LIST_WITHOUT_NUMBERS,
    CONTINUED_NUMBERING, LISTS_IN_CELLS, FRAMES, REMARKS, HEADING_NUMBERS, DELETED_IN_ODT,
    FIELD_CODES, TEXT_BOXES_OF_DOC,
)  # fmt: skip
