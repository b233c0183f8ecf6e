"""OpenDocument: number formats, hidden content, tables, packages, by the clause of the standard."""

import zipfile
from collections.abc import Callable
from io import BytesIO

from odt_files import NAMESPACES, odt, p
from variants.case import Kind, Variant
from word_files import zipped

from unreport.errors import EncryptedSource, UnreadableSource

MET = ("1. It met.", "2. It closed.")


def list_style(form: str, more: str = "", name: str = "L") -> str:
    return (
        f'<text:list-style style:name="{name}"><text:list-level-style-number text:level="1" '
        f'style:num-format="{form}" style:num-suffix="." {more}/></text:list-style>'
    )


def item(text: str) -> str:
    return f"<text:list-item>{p(text)}</text:list-item>"


def items(*inner: str, style: str = "L", more: str = "") -> str:
    return f'<text:list text:style-name="{style}" {more}>{"".join(inner)}</text:list>'


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{p(text)}</table:table-cell>"


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def table(*rows: str) -> str:
    return f"<table:table>{''.join(rows)}</table:table>"


def flat(body: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMESPACES} '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
        f"{body}</office:text></office:body></office:document>"
    )


def repacked(change: Callable[[dict[str, str | bytes]], dict[str, str | bytes]]) -> bytes:
    """A file whose parts are changed."""
    with zipfile.ZipFile(BytesIO(odt(p("1. It met.")))) as archive:
        return zipped(change({name: archive.read(name) for name in archive.namelist()}))


TWO = items(item("It met."), item("It closed."))
FORMATS = (
    ("一, 二, 三, ...", "一.", "二."),
    ("أ, ب, ت, ...", "أ.", "ب."),
    ("①", "①.", "②."),
    ("а, б, .., аа, аб, ... (ru)", "а.", "б."),
    ("i", "i.", "ii."),
    ("甲, 乙, 丙, ...", "甲.", "乙."),
    ("１, ２, ３, ...", "１.", "２."),
    ("01, 02, 03, ...", "01.", "02."),
)
LIBRE_OFFICE = (
    'loext:num-list-format="(%1%)" '
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)
NUMBER_FORMATS = Kind(
    "ODF 1.3 part 3, 19.500",
    "number formats of OpenDocument",
    "style:num-format names a format, or its first numbers; LibreOffice writes a template too.",
    (
        *(
            Variant(
                form,
                odt(TWO, automatic=list_style(form)),
                (f"{first} It met.", f"{second} It closed."),
            )
            for form, first, second in FORMATS
        ),
        Variant(
            "a template of LibreOffice",
            odt(TWO, automatic=list_style("1", LIBRE_OFFICE)),
            ("(1) It met.", "(2) It closed."),
        ),
    ),
)


LISTS_THAT_CONTINUE_ANOTHER = Kind(
    "ODF 1.3 part 3, 19.779",
    "lists that continue another",
    "text:continue-list names the list that goes on.",
    (
        Variant(
            "text:continue-list by id",
            odt(
                items(item("A"), more='xml:id="a"')
                + items(item("x"), style="M")
                + items(item("B"), more='text:continue-list="a"'),
                automatic=list_style("1") + list_style("a", name="M"),
            ),
            (
                "1. A",
                "a. x",
                "2. B",
            ),
        ),
    ),
)
NUMBERS_AS_TEXT = Kind(
    "ODF 1.3 part 3, 6.1.10",
    "numbers as text",
    "text:number is the number for programs that do not count.",
    (
        Variant(
            "text:number in items and headings",
            odt(
                "<text:list><text:list-item><text:number>(a)</text:number>"
                + p("It met.")
                + (
                    "</text:list-item></text:list><text:h "
                    'text:outline-level="1"><text:number>II.'
                    "</text:number>Closing</text:h>"
                )
            ),
            (
                "(a) It met.",
                "II. Closing",
            ),
        ),
    ),
)
LIST_STYLES_OF_ITEMS = Kind(
    "ODF 1.3 part 3, 19.863",
    "list styles of items",
    "text:style-override is the list style of one item.",
    (
        Variant(
            "text:style-override",
            odt(
                items(
                    item("A"),
                    (f'<text:list-item text:style-override="M">{p("B")}</text:list-item>'),
                    item("C"),
                ),
                automatic=list_style("1") + list_style("a", name="M"),
            ),
            (
                "1. A",
                "b. B",
                "3. C",
            ),
        ),
    ),
)
HIDDEN_TEXT_OF_OPENDOCUMENT = Kind(
    "ODF 1.3 part 3, 5.4",
    "hidden text of OpenDocument",
    ("Sections, paragraphs and fields may be hidden; scripts and marks of indexes are no text."),
    (
        Variant(
            "hidden sections",
            odt(
                '<text:section text:name="s" text:display="none">'
                + p("Secret.")
                + (
                    '</text:section><text:section text:display="condition" '
                    'text:condition="ooow:x" text:is-hidden="true">'
                )
                + p("Secret.")
                + "</text:section>"
                + p("1. It met.")
            ),
            ("1. It met.",),
        ),
        Variant(
            "hidden paragraph and variables",
            odt(
                p('<text:hidden-paragraph text:is-hidden="true"/>Secret.')
                + p(
                    '1. It <text:variable-set text:name="v" text:display="none" '
                    'office:value-type="string">five</text:variable-set>met.'
                )
            ),
            ("1. It met.",),
        ),
        Variant(
            "script and marks of indexes",
            odt(
                p(
                    "1. It <text:script>alert(1)</text:script>met<text:toc-mark "
                    'text:string-value="S"/><text:alphabetical-index-mark '
                    'text:string-value="T"/>.'
                )
            ),
            ("1. It met.",),
        ),
    ),
)
FIELDS_OF_OPENDOCUMENT = Kind(
    "ODF 1.3 part 3, 7",
    "fields of OpenDocument",
    "A field is what it shows.",
    (
        Variant(
            "drop-down, sequence, references",
            odt(
                p(
                    '1. <text:drop-down text:name="d"><text:label '
                    'text:value="Mali"/><text:label text:value="Chad" '
                    'text:current-selected="true"/>Chad</text:drop-down> in '
                    'table <text:sequence text:name="T">3</text:sequence>, see '
                    '<text:bookmark-ref text:ref-name="b">5</text:bookmark-ref> '
                    'and <text:note-ref text:ref-name="n">1</text:note-ref>.'
                )
            ),
            ("1. Chad in table 3, see 5 and 1.",),
        ),
        Variant(
            "metadata around text",
            odt(
                p(
                    '1. <text:meta xml:id="m">It <text:meta-field xml:id="f">met'
                    "</text:meta-field></text:meta>."
                )
            ),
            ("1. It met.",),
        ),
    ),
)
PHONETIC_GUIDES_OF_OPENDOCUMENT = Kind(
    "ODF 1.3 part 3, 6.4",
    "phonetic guides of OpenDocument",
    "The text is the base (text:ruby-base).",
    (
        Variant(
            "base alone",
            odt(
                p(
                    "1. <text:ruby><text:ruby-base>委</text:ruby-base>"
                    "<text:ruby-text>wěi</text:ruby-text></text:ruby>员会"
                )
            ),
            ("1. 委员会",),
        ),
    ),
)
REPEATED_AND_HIDDEN_ROWS = Kind(
    "ODF 1.3 part 3, 19.677",
    "repeated and hidden rows",
    "Rows and cells may be repeated, collapsed or grouped.",
    (
        Variant(
            "repeated cells and rows",
            odt(
                table(
                    row(cell("Chad"), cell("5", 'table:number-columns-repeated="2"')),
                    row(cell("Mali"), cell("7"), cell("9"), more='table:number-rows-repeated="2"'),
                )
            ),
            (
                "Chad | 5 | 5",
                "Mali | 7 | 9",
                "Mali | 7 | 9",
            ),
        ),
        Variant(
            "hidden rows",
            odt(
                table(
                    row(cell("Chad"), cell("5")),
                    row(cell("Mali"), cell("7"), more='table:visibility="collapse"'),
                )
            ),
            ("Chad | 5",),
        ),
        Variant(
            "a table that divides a cell",
            odt(
                table(
                    row(
                        cell("Chad"),
                        '<table:table-cell><table:table table:is-sub-table="true">'
                        + row(cell("5"), cell("7"))
                        + "</table:table></table:table-cell>",
                    )
                )
            ),
            ("Chad | 5 7",),
        ),
        Variant(
            "header rows and row groups",
            odt(
                table(
                    (
                        f"<table:table-header-rows>{row(cell('State'), cell('Due'))}</table:tabl"
                        "e-header-rows>"
                    ),
                    (
                        "<table:table-row-group><table:table-rows>"
                        f"{row(cell('Chad'), cell('5'))}</table:table-rows></table:tabl"
                        "e-row-group>"
                    ),
                )
            ),
            (
                "State | Due",
                "Chad | 5",
            ),
        ),
        Variant(
            "protected and soft page breaks",
            odt(
                table(
                    row(cell("Chad"), cell("5")),
                    "<text:soft-page-break/>",
                    row(cell("Mali"), cell("7")),
                )
            ),
            (
                "Chad | 5",
                "Mali | 7",
            ),
        ),
    ),
)
PACKAGES_OF_OPENDOCUMENT = Kind(
    "ODF 1.3 part 2, 3.3",
    "packages of OpenDocument",
    ("A flat file, a template, a package without mimetype are read; others are refused by name."),
    (
        Variant("flat", flat(p("1. It met.")).encode(), ("1. It met.",)),
        Variant(
            "flat, UTF-16",
            flat(p("1. It met.")).replace("UTF-8", "UTF-16").encode("utf-16"),
            ("1. It met.",),
        ),
        Variant(
            "flat, a long comment first",
            (
                '<?xml version="1.0"?><!--'
                + "x" * 6000
                + "-->"
                + flat(p("1. It met.")).split("?>", 1)[1]
            ).encode(),
            UnreadableSource,
        ),
        Variant(
            "template",
            repacked(
                lambda f: {**f, "mimetype": b"application/vnd.oasis.opendocument.text-template"}
            ),
            ("1. It met.",),
        ),
        Variant(
            "master document",
            repacked(
                lambda f: {**f, "mimetype": b"application/vnd.oasis.opendocument.text-master"}
            ),
            ("1. It met.",),
        ),
        Variant(
            "no mimetype",
            repacked(lambda f: {n: v for n, v in f.items() if n != "mimetype"}),
            ("1. It met.",),
        ),
        Variant(
            "mimetype is not the first",
            repacked(
                lambda f: {
                    **{n: v for n, v in f.items() if n != "mimetype"},
                    "mimetype": f["mimetype"],
                }
            ),
            ("1. It met.",),
        ),
        Variant(
            "locked",
            repacked(
                lambda f: {
                    **f,
                    "META-INF/manifest.xml": (
                        b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendo'
                        b'cument:xmlns:manifest:1.0"><manifest:file-entry>'
                        b"<manifest:encryption-data/></manifest:file-entry>"
                        b"</manifest:manifest>"
                    ),
                }
            ),
            EncryptedSource,
        ),
        Variant(
            "spreadsheet",
            zipped(
                {
                    "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                    "content.xml": (
                        f"<office:document-content {NAMESPACES}><office:body><office:spre"
                        "adsheet/></office:body></office:document-content>"
                    ),
                }
            ),
            UnreadableSource,
        ),
        Variant(
            "StarOffice 6 (.sxw)",
            zipped(
                {
                    "mimetype": "application/vnd.sun.xml.writer",
                    "content.xml": (
                        '<office:document-content xmlns:office="http://openoffice.org'
                        '/2000/office" xmlns:text="http://openoffice.org/2000/text">'
                        "<office:body><text:p>1. It met.</text:p></office:body>"
                        "</office:document-content>"
                    ),
                }
            ),
            UnreadableSource,
        ),
    ),
)
NOTES_OF_OPENDOCUMENT = Kind(
    "ODF 1.3 part 3, 6.3.2",
    "notes of OpenDocument",
    "The mark is that of text:note-citation.",
    (
        Variant(
            "a label of its own",
            odt(
                p(
                    (
                        '1. It met<text:note text:note-class="footnote">'
                        '<text:note-citation text:label="*">*</text:note-citation>'
                        "<text:note-body>"
                    )
                    + p("See above.")
                    + "</text:note-body></text:note>."
                )
            ),
            (
                "1. It met*.",
                "* See above.",
            ),
        ),
        Variant(
            "in an item of a list",
            odt(
                items(
                    item(
                        'It met<text:note text:note-class="endnote"><text:note-citation>i'
                        f"</text:note-citation><text:note-body>{p('See.')}</text:note-body>"
                        "</text:note>."
                    )
                ),
                automatic=list_style("1"),
            ),
            ("1. It meti.", "i See."),
        ),
    ),
)
LINKS_AND_BOOKMARKS_OF_OPENDOCUMENT = Kind(
    "ODF 1.3 part 3, 6.1.8",
    "links and bookmarks of OpenDocument",
    "Their text is that of the paragraph.",
    (
        Variant(
            "text:a, bookmarks, reference marks",
            odt(
                p(
                    '1. <text:a xlink:href="x">It <text:span>met</text:span>'
                    '</text:a><text:bookmark-start text:name="b"/>.'
                    '<text:bookmark-end text:name="b"/>'
                    '<text:reference-mark-start text:name="r"/>'
                    '<text:reference-mark-end text:name="r"/>'
                )
            ),
            ("1. It met.",),
        ),
    ),
)
WHITE_SPACE_OF_OPENDOCUMENT = Kind(
    "ODF 1.3 part 3, 6.1.2",
    "white space of OpenDocument",
    "White space is one space, also over elements.",
    (
        Variant(
            "collapsed over spans and lines",
            odt(p("1. \n   It<text:span> </text:span> met.\n")),
            ("1. It met.",),
        ),
        Variant(
            "text:line-break and text:tab in numbers",
            odt(p("1.<text:tab/>It met.<text:line-break/>2.<text:tab/>It closed.")),
            MET,
        ),
    ),
)
LIST_STYLES_OF_PARAGRAPH_STYLES = Kind(
    "ODF 1.3 part 3, 19.502",
    "list styles of paragraph styles",
    "A paragraph outside a list has no number.",
    (
        Variant(
            "list style of the paragraph style",
            odt(
                items((f"<text:list-item>{p('It met.', 'P')}</text:list-item>"), style="L")
                + p("It closed.", "P"),
                automatic=list_style("1")
                + (
                    '<style:style style:name="P" style:family="paragraph" '
                    'style:list-style-name="L"/>'
                ),
            ),
            (
                "1. It met.",
                "It closed.",
            ),
        ),
    ),
)
NUMBERS_OF_HEADINGS = Kind(
    "ODF 1.3 part 3, 19.846",
    "numbers of headings",
    ("A heading in a list has its number; text:restart-numbering begins anew."),
    (
        Variant(
            "in a list, and a list header",
            odt(
                (
                    '<text:list text:style-name="L"><text:list-item><text:h '
                    'text:outline-level="1">Opening</text:h></text:list-item>'
                    '</text:list><text:h text:outline-level="1" '
                    'text:is-list-header="true">Closing</text:h>'
                ),
                automatic=list_style("1"),
            ),
            (
                "1. Opening",
                "Closing",
            ),
        ),
        Variant(
            "restarted number",
            odt(
                (
                    '<text:h text:outline-level="1">A</text:h><text:h '
                    'text:outline-level="1" text:restart-numbering="true" '
                    'text:start-value="5">B</text:h><text:h '
                    'text:outline-level="1">C</text:h>'
                ),
                styles=(
                    '<text:outline-style style:name="Outline">'
                    '<text:outline-level-style text:level="1" '
                    'style:num-format="1" style:num-suffix="."/>'
                    "</text:outline-style>"
                ),
            ),
            (
                "1. A",
                "5. B",
                "6. C",
            ),
        ),
    ),
)
SHAPES_OF_OPENDOCUMENT = Kind(
    "ODF 1.3 part 3, 10.3.1",
    "shapes of OpenDocument",
    "The text of a shape is read, its title is not.",
    (
        Variant(
            "custom shapes, titles and captions",
            odt(
                p(
                    ('1. It met.<draw:custom-shape><svg:title xmlns:svg="urn:x">T</svg:title>')
                    + p("In a shape.")
                    + "</draw:custom-shape>"
                )
            ),
            (
                "1. It met.",
                "In a shape.",
            ),
        ),
    ),
)
COMMENTS_IN_OPENDOCUMENT = Kind(
    "XML 1.0, 2.6",
    "comments in OpenDocument",
    "Comments and instructions are no text.",
    (Variant("XML comment in text", odt(p("1. It <!-- x -->met<?y z?>.")), ("1. It met.",)),),
)
STANDARDS_ODT = (
    NUMBER_FORMATS,
    LISTS_THAT_CONTINUE_ANOTHER,
    NUMBERS_AS_TEXT,
    LIST_STYLES_OF_ITEMS,
    HIDDEN_TEXT_OF_OPENDOCUMENT,
    FIELDS_OF_OPENDOCUMENT,
    PHONETIC_GUIDES_OF_OPENDOCUMENT,
    REPEATED_AND_HIDDEN_ROWS,
    PACKAGES_OF_OPENDOCUMENT,
    NOTES_OF_OPENDOCUMENT,
    LINKS_AND_BOOKMARKS_OF_OPENDOCUMENT,
    WHITE_SPACE_OF_OPENDOCUMENT,
    LIST_STYLES_OF_PARAGRAPH_STYLES,
    NUMBERS_OF_HEADINGS,
    SHAPES_OF_OPENDOCUMENT,
    COMMENTS_IN_OPENDOCUMENT,
)
