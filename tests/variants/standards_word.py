"""Word files: numbers, text of runs, former properties, fields, by the clause of the standard."""

from doc_files import compose, doc
from variants.case import Kind, Variant
from word_files import (
    character,
    docx,
    field,
    instruction,
    level,
    numbered,
    numbering,
    paragraph,
    run,
    style,
)

MET = ("1. It met.", "2. It closed.")


def numbers(fmt: str, text: str = "%1.") -> str:
    return numbering({0: level(0, fmt, text)}, {1: (0, "")})


def items(fmt: str, text: str) -> bytes:
    return docx(numbered("It met.", 1) + numbered("It closed.", 1), numbering=numbers(fmt, text))


FORMATS = (
    ("decimalZero", "%1.", "01.", "02."),
    ("decimalEnclosedCircle", "%1", "①", "②"),
    ("decimalEnclosedParen", "%1", "⑴", "⑵"),
    ("decimalFullWidth", "%1．", "１．", "２．"),
    ("numberInDash", "%1", "- 1 -", "- 2 -"),
    ("chineseCounting", "%1、", "一、", "二、"),
    ("ideographTraditional", "%1、", "甲、", "乙、"),
    ("russianLower", "%1)", "а)", "б)"),
    ("hebrew1", "%1)", "א)", "ב)"),
    ("chicago", "%1", "*", "†"),
    ("none", "Rule", "Rule", "Rule"),
)
NUMBER_FORMATS = Kind(
    "ECMA-376 part 1, 17.18.59",
    "number formats of Word",
    "ST_NumberFormat says how a number is written.",
    tuple(
        Variant(fmt, items(fmt, text), (f"{first} It met.", f"{second} It closed."))
        for fmt, text, first, second in FORMATS
    ),
)
CUSTOM = (
    '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
    'w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
    "</mc:Fallback></mc:AlternateContent>"
)
CUSTOM_LEVEL = (
    f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{CUSTOM}<w:suff w:val="tab"/>'
    '<w:lvlText w:val="%1."/></w:lvl>'
)
STYLES = (
    style("A", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    + style(
        "B",
        "heading 2",
        '<w:basedOn w:val="A"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>',
    )
    + style(
        "C",
        "Body",
        '<w:basedOn w:val="A"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>',
    )
)
OUTLINE = numbering(
    {0: level(0, "upperRoman", "%1.") + level(1, "upperLetter", "%2.")}, {1: (0, "")}
)


def styled(text: str, key: str, more: str = "") -> str:
    return paragraph(text, f'<w:pStyle w:val="{key}"/>{more}')


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def formula(inner: str) -> bytes:
    return docx(paragraph(inner=f"{run('1. ')}<m:oMath>{inner}</m:oMath>"))


def math(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def text_of_doc(text: str) -> bytes:
    return doc(compose([(text, b"")]))


TWO = docx(paragraph("1. It met.") + paragraph("2. It closed."))
LETTERED_NOTES = (
    '<w:sectPr><w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/>'
    "</w:footnotePr></w:sectPr>"
)
RESTARTED = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'


CUSTOM_NUMBER_FORMATS = Kind(
    "ECMA-376 part 1, 17.9.17",
    "custom number formats",
    (
        "The choice of an alternate content whose name space is "
        "understood holds the format (part 3, 7.5)."
    ),
    (
        Variant(
            "001",
            docx(
                numbered("It met.", 1) + numbered("It closed.", 1),
                numbering=numbering({0: CUSTOM_LEVEL}, {1: (0, "")}),
            ),
            (
                "001. It met.",
                "002. It closed.",
            ),
        ),
    ),
)
NUMBERING_OF_STYLES_THAT_ARE_BASED_ON_OTHERS = Kind(
    "ECMA-376 part 1, 17.3.1.19",
    "numbering of styles that are based on others",
    (
        "w:numId and w:ilvl are inherited one without the other; "
        "w:numId 0 removes the number (17.9.18)."
    ),
    (
        Variant(
            "B based on A",
            docx(
                styled("Opening", "A") + styled("Dates", "B") + styled("It met.", "C"),
                styles=STYLES,
                numbering=OUTLINE,
            ),
            (
                "I. Opening",
                "A. Dates",
                "It met.",
            ),
        ),
    ),
)
REMOVED_NUMBERS = Kind(
    "ECMA-376 part 1, 17.9.18",
    "removed numbers",
    ("w:numId 0 removes the number that a style gives; the paragraph is not counted."),
    (
        Variant(
            "removes the number",
            docx(
                styled("Opening", "A")
                + styled("Dates", "A", '<w:numPr><w:numId w:val="0"/></w:numPr>')
                + styled("Closing", "A"),
                styles=STYLES,
                numbering=OUTLINE,
            ),
            (
                "I. Opening",
                "Dates",
                "II. Closing",
            ),
        ),
    ),
)
NUMBERING_INSTANCES_THAT_ARE_MISSING = Kind(
    "ECMA-376 part 1, 17.9.15",
    "numbering instances that are missing",
    "A reference to no definition gives no number.",
    (
        Variant(
            "num 7",
            docx(numbered("It met.", 7) + paragraph("2. It closed."), numbering=numbers("decimal")),
            (
                "It met.",
                "2. It closed.",
            ),
        ),
    ),
)
LEVELS_THAT_ARE_NOT_DEFINED = Kind(
    "ECMA-376 part 1, 17.9.6",
    "levels that are not defined",
    "A level without a definition has no text, and so no number.",
    (
        Variant(
            "level 3",
            docx(
                numbered("It met.", 1) + numbered("It closed.", 1, 3), numbering=numbers("decimal")
            ),
            (
                "1. It met.",
                "It closed.",
            ),
        ),
    ),
)
SUFFIXES_OF_NUMBERS = Kind(
    "ECMA-376 part 1, 17.9.28",
    "suffixes of numbers",
    ("w:suff is a tab, a space or nothing between the number and the text."),
    (
        Variant(
            "space",
            docx(
                numbered("It met.", 1),
                numbering=numbers("decimal").replace('"tab"', '"space"'),
            ),
            ("1. It met.",),
        ),
    ),
)
HYPHENS_OF_A_RUN = Kind(
    "ECMA-376 part 1, 17.3.3.18",
    "hyphens of a run",
    ("w:noBreakHyphen is a hyphen; w:softHyphen shows at the end of a line only (17.3.3.29)."),
    (
        Variant(
            "no-break and soft",
            docx(
                paragraph(
                    inner=(
                        "<w:r><w:t>1. The co</w:t><w:noBreakHyphen/><w:t>op</w:t>"
                        "<w:softHyphen/><w:t>erative met.</w:t></w:r>"
                    )
                )
            ),
            ("1. The co‑operative met.",),
        ),
    ),
)
ABSOLUTE_TABS = Kind(
    "ECMA-376 part 1, 17.3.3.23",
    "absolute tabs",
    "w:ptab is a tab.",
    (
        Variant(
            "ptab",
            docx(
                paragraph(
                    inner=(
                        '<w:r><w:t>A/80/1</w:t><w:ptab w:relativeTo="margin" '
                        'w:alignment="right" w:leader="none"/><w:t>Distr.: General'
                        "</w:t></w:r>"
                    )
                )
            ),
            ("A/80/1 Distr.: General",),
        ),
    ),
)
PHONETIC_GUIDES = Kind(
    "ECMA-376 part 1, 17.3.3.25",
    "phonetic guides",
    ("The text is the base (w:rubyBase); the guide (w:rt) stands above it."),
    (
        Variant(
            "base only",
            docx(
                paragraph(
                    inner=(
                        "<w:r><w:t>1. </w:t></w:r><w:r><w:ruby><w:rubyPr/><w:rt>"
                        "<w:r><w:t>wěi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>委"
                        "</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>员会</w:t>"
                        "</w:r>"
                    )
                )
            ),
            ("1. 委员会",),
        ),
    ),
)
OVERRIDDEN_DIRECTIONS = Kind(
    "ECMA-376 part 1, 17.3.2.3",
    "overridden directions",
    ("w:bdo and w:dir hold runs and links, whose text is that of the paragraph."),
    (
        Variant(
            "around runs",
            docx(
                paragraph(
                    inner=(
                        f'<w:dir w:val="ltr">{run("1. It ")}</w:dir><w:bdo w:val="ltr">'
                        f"{run('met.')}</w:bdo>"
                    )
                )
            ),
            ("1. It met.",),
        ),
        Variant(
            "around a hyperlink",
            docx(
                paragraph(
                    inner=(
                        f'<w:bdo w:val="rtl"><w:hyperlink w:anchor="a">{run("اجتمعت")}</w:hyperlin'
                        "k></w:bdo>"
                    )
                )
            ),
            ("اجتمعت",),
        ),
    ),
)
TEXT_THAT_IS_HIDDEN_IN_WEB_VIEW = Kind(
    "ECMA-376 part 1, 17.3.2.44",
    "text that is hidden in web view",
    "w:webHidden hides text in one view alone; it is printed.",
    (
        Variant(
            "shown in print",
            docx(paragraph(inner=run("1. It ") + run("met.", "<w:webHidden/>"))),
            ("1. It met.",),
        ),
    ),
)
TEXT_THAT_IS_HIDDEN_BY_DEFAULT = Kind(
    "ECMA-376 part 1, 17.7.5.1",
    "text that is hidden by default",
    "w:rPrDefault holds for all runs; a run may switch it off.",
    (
        Variant(
            "docDefaults",
            docx(
                paragraph(inner=run("1. It met.", '<w:vanish w:val="0"/>') + run(" Secret.")),
                styles=(
                    "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr>"
                    "</w:rPrDefault></w:docDefaults>"
                ),
            ),
            ("1. It met.",),
        ),
    ),
)
PROPERTIES_BEFORE_A_TRACKED_CHANGE = Kind(
    "ECMA-376 part 1, 17.13.5.29",
    "properties before a tracked change",
    ("w:pPrChange, w:rPrChange and w:tcPrChange hold what was; the properties beside them hold."),
    (
        Variant(
            "pPrChange with a number",
            docx(
                paragraph(
                    "It met.",
                    (
                        '<w:pPrChange w:id="1" w:author="a"><w:pPr><w:numPr><w:ilvl '
                        'w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
                        "</w:pPrChange>"
                    ),
                )
                + numbered("It closed.", 1),
                numbering=numbers("decimal"),
            ),
            (
                "It met.",
                "1. It closed.",
            ),
        ),
        Variant(
            "rPrChange with vanish",
            docx(
                paragraph(
                    inner=run(
                        "1. It met.",
                        (
                            '<w:b/><w:rPrChange w:id="1" w:author="a"><w:rPr><w:vanish/>'
                            "</w:rPr></w:rPrChange>"
                        ),
                    )
                )
            ),
            ("1. It met.",),
        ),
        Variant(
            "tcPrChange with a span",
            docx(
                (
                    "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr>"
                    '<w:tcPrChange w:id="1" w:author="a"><w:tcPr><w:gridSpan '
                    'w:val="2"/></w:tcPr></w:tcPrChange></w:tcPr>'
                )
                + paragraph("Chad")
                + "</w:tc><w:tc><w:tcPr/>"
                + paragraph("5")
                + "</w:tc></w:tr></w:tbl>"
            ),
            ("Chad | 5",),
        ),
        Variant(
            "the original of a style",
            docx(
                paragraph(
                    "It met.",
                    (
                        '<w:pPrChange w:id="1" w:author="a"><w:pPr><w:numPr><w:ilvl '
                        'w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
                        "</w:pPrChange>"
                    ),
                ),
                numbering=numbers("decimal"),
            ),
            ("It met.",),
        ),
    ),
)
TRACKED_INSERTIONS_OF_NUMBERS = Kind(
    "ECMA-376 part 1, 17.13.5.19",
    "tracked insertions of numbers",
    "w:ins within w:numPr says that the number was added.",
    (
        Variant(
            "numPr inserted",
            docx(
                paragraph(
                    "It met.",
                    (
                        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins '
                        'w:id="3" w:author="a"/></w:numPr>'
                    ),
                ),
                numbering=numbers("decimal"),
            ),
            ("1. It met.",),
        ),
    ),
)
COMMENTS = Kind(
    "ECMA-376 part 1, 17.13.4",
    "comments",
    "Comments are no text of the document.",
    (
        Variant(
            "range and reference",
            docx(
                paragraph(
                    inner='<w:commentRangeStart w:id="0"/>'
                    + run("1. It met.")
                    + ('<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>')
                ),
                comments='<w:comment w:id="0" w:author="a">'
                + paragraph("Really?")
                + "</w:comment>",
            ),
            ("1. It met.",),
        ),
    ),
)
ENTRIES_OF_AN_INDEX = Kind(
    "ECMA-376 part 1, 17.16.5.73",
    "entries of an index",
    "XE shows nothing, also where its text is in w:t.",
    (
        Variant(
            "XE, TC and TA in runs of text",
            docx(
                paragraph(
                    inner=run("1. It met")
                    + character("begin")
                    + '<w:r><w:instrText> XE "</w:instrText></w:r>'
                    + run("meeting")
                    + '<w:r><w:instrText>" </w:instrText></w:r>'
                    + character("end")
                    + run(".")
                )
            ),
            ("1. It met.",),
        ),
    ),
)
RESULTS_THAT_ARE_NOT_SHOWN = Kind(
    "ECMA-376 part 1, 17.16.5.58",
    "results that are not shown",
    "SET gives a bookmark its text and shows nothing.",
    (
        Variant(
            "not shown",
            docx(
                paragraph(
                    inner=character("begin")
                    + instruction(' SET Ref "5 May" ')
                    + character("separate")
                    + '<w:bookmarkStart w:id="1" w:name="Ref"/>'
                    + run("5 May")
                    + '<w:bookmarkEnd w:id="1"/>'
                    + character("end")
                    + run("1. It met.")
                )
            ),
            ("1. It met.",),
        ),
    ),
)
FIELDS_AND_INSERTIONS_IN_LINKS = Kind(
    "ECMA-376 part 1, 17.16.22",
    "fields and insertions in links",
    ("w:hyperlink, w:fldSimple and w:ins nest in any order; their text is that of the paragraph."),
    (
        Variant(
            "fldSimple in a hyperlink",
            docx(
                paragraph(
                    inner=run("1. See ")
                    + (
                        '<w:hyperlink w:anchor="x"><w:fldSimple w:instr=" REF x ">'
                        f"{run('table 1')}</w:fldSimple></w:hyperlink>"
                    )
                    + run(".")
                )
            ),
            ("1. See table 1.",),
        ),
        Variant(
            "insertion and link in each other",
            docx(
                paragraph(
                    inner=(
                        '<w:hyperlink w:anchor="x"><w:ins w:id="1" w:author="a">'
                        f'{run("1. It ")}</w:ins></w:hyperlink><w:ins w:id="2" w:author="a"'
                        f'><w:hyperlink w:anchor="y">{run("met.")}</w:hyperlink>'
                        "</w:ins>"
                    )
                )
            ),
            ("1. It met.",),
        ),
    ),
)
NUMBERS_OF_CAPTIONS = Kind(
    "ECMA-376 part 1, 17.16.5.56",
    "numbers of captions",
    "The stored result of SEQ is text.",
    (
        Variant(
            "SEQ with its result",
            docx(
                paragraph(
                    inner=run("Table ") + field(r" SEQ Table \* ARABIC ", "3") + run(": States")
                )
            ),
            ("Table 3: States",),
        ),
    ),
)
RESULTS_OF_SEVERAL_PARAGRAPHS = Kind(
    "ECMA-376 part 1, 17.16.18",
    "results of several paragraphs",
    "A complex field may end in another paragraph than it begins in.",
    (
        Variant(
            "a result of two paragraphs",
            docx(
                paragraph(
                    inner=character("begin")
                    + instruction(' INCLUDETEXT "a.docx" ')
                    + character("separate")
                    + run("1. It met.")
                )
                + paragraph(inner=run("2. It closed.") + character("end"))
            ),
            MET,
        ),
    ),
)
CONDITIONAL_FIELDS = Kind(
    "ECMA-376 part 1, 17.16.5.24",
    "conditional fields",
    "The result of IF is text; the fields in its code are not.",
    (
        Variant(
            "IF with a result",
            docx(
                paragraph(
                    inner=run("1. It ")
                    + character("begin")
                    + instruction(" IF ")
                    + character("begin")
                    + instruction(" MERGEFIELD n ")
                    + character("separate")
                    + run("1")
                    + character("end")
                    + instruction(' = "1" "met" "closed" ')
                    + character("separate")
                    + run("met")
                    + character("end")
                    + run(".")
                )
            ),
            ("1. It met.",),
        ),
    ),
)
STANDARDS_WORD = (
    NUMBER_FORMATS,
    CUSTOM_NUMBER_FORMATS,
    NUMBERING_OF_STYLES_THAT_ARE_BASED_ON_OTHERS,
    REMOVED_NUMBERS,
    NUMBERING_INSTANCES_THAT_ARE_MISSING,
    LEVELS_THAT_ARE_NOT_DEFINED,
    SUFFIXES_OF_NUMBERS,
    HYPHENS_OF_A_RUN,
    ABSOLUTE_TABS,
    PHONETIC_GUIDES,
    OVERRIDDEN_DIRECTIONS,
    TEXT_THAT_IS_HIDDEN_IN_WEB_VIEW,
    TEXT_THAT_IS_HIDDEN_BY_DEFAULT,
    PROPERTIES_BEFORE_A_TRACKED_CHANGE,
    TRACKED_INSERTIONS_OF_NUMBERS,
    COMMENTS,
    ENTRIES_OF_AN_INDEX,
    RESULTS_THAT_ARE_NOT_SHOWN,
    FIELDS_AND_INSERTIONS_IN_LINKS,
    NUMBERS_OF_CAPTIONS,
    RESULTS_OF_SEVERAL_PARAGRAPHS,
    CONDITIONAL_FIELDS,
)
