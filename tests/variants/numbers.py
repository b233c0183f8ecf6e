"""Automatic numbers: levels of styles, restarts, overrides, merged cells, fields, ordinals."""

from odt_files import odt, p
from variants.case import Kind, Variant
from word_files import (
    docx,
    field,
    level,
    numbered,
    numbering,
    paragraph,
    run,
    strict,
    style,
    table,
)

LEVELS = (
    level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)") + level(2, "lowerRoman", "(%3)")
)
RUSSIAN = level(0, "decimal", "%1.") + level(1, "russianLower", "%2)")


def restart(at: int, start: int) -> str:
    """The start override of a level."""
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def restarts(*starts: int) -> str:
    """Start overrides of the first levels."""
    return "".join(restart(at, start) for at, start in enumerate(starts))


def number_style(key: str, base: str = "", properties: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    number = f"<w:pPr><w:numPr>{properties}</w:numPr></w:pPr>" if properties else ""
    return style(key, key, based + number)


def styled(text: str, key: str, more: str = "") -> str:
    return paragraph(text, f'<w:pStyle w:val="{key}"/>{more}')


ONE_LIST = numbering({0: LEVELS}, {1: (0, "")})
IN_LIST = '<w:numId w:val="1"/>'

LEVEL_OF_A_STYLE = Kind(
    "10",
    "level of a style that is based on another",
    "A style is linked to its own level (w:pStyle in w:lvl, ECMA-376 17.9.23), or says it "
    "(w:ilvl); from its base style it inherits which list it is.",
    (
        Variant(
            "Russian, three styles in a row, each based on the one before",
            docx(
                styled("Комитет собрался.", "Пункт")
                + styled("доклад;", "Подпункт")
                + styled("бюджет.", "Подпункт")
                + styled("Комитет завершил работу.", "Пункт"),
                numbering=numbering({0: RUSSIAN}, {1: (0, "")}),
                styles=number_style("Пункт", "", IN_LIST)
                + number_style("Подпункт", "Пункт", '<w:ilvl w:val="1"/>'),
            ),
            ("1. Комитет собрался.", "а) доклад;", "б) бюджет.", "2. Комитет завершил работу."),
        ),
        Variant(
            "the level is linked to the style, which says no level itself",
            docx(
                styled("It met.", "A") + styled("staff;", "B") + styled("general;", "C"),
                numbering=numbering(
                    {
                        0: level(0, "decimal", "%1.", more='<w:pStyle w:val="A"/>')
                        + level(1, "lowerLetter", "(%2)", more='<w:pStyle w:val="B"/>')
                        + level(2, "lowerRoman", "(%3)", more='<w:pStyle w:val="C"/>')
                    },
                    {1: (0, "")},
                ),
                styles=number_style("A", "", IN_LIST)
                + number_style("B", "A")
                + number_style("C", "B"),
            ),
            ("1. It met.", "(a) staff;", "(i) general;"),
        ),
        Variant(
            "a paragraph that says its level itself, in a strict file",
            strict(
                docx(
                    styled("Se reunió.", "A")
                    + styled("personal;", "B", '<w:numPr><w:ilvl w:val="2"/></w:numPr>')
                    + styled("finanzas.", "B"),
                    numbering=ONE_LIST,
                    styles=number_style("A", "", IN_LIST)
                    + number_style("B", "A", '<w:ilvl w:val="1"/>'),
                )
            ),
            ("1. Se reunió.", "(i) personal;", "(b) finanzas."),
        ),
        Variant(
            "OpenDocument: an item at the second level by its list, not by its style",
            odt(
                '<text:list text:style-name="L"><text:list-item>'
                + p("Se reunió.", "Base")
                + "<text:list><text:list-item>"
                + p("personal.", "Own")
                + "</text:list-item></text:list></text:list-item></text:list>",
                automatic='<text:list-style style:name="L"><text:list-level-style-number '
                'text:level="1" style:num-format="1" style:num-suffix="."/>'
                '<text:list-level-style-number text:level="2" style:num-format="a" '
                'style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
                '<style:style style:name="Base" style:family="paragraph" '
                'style:list-style-name="L"/><style:style style:name="Own" '
                'style:family="paragraph" style:parent-style-name="Base"/>',
            ),
            ("1. Se reunió.", "(a) personal."),
        ),
    ),
)

RESTARTED_SUBLIST = Kind(
    "12",
    "restarted sublist",
    "“Restart at a” of Word makes an instance with start overrides of all levels; its first "
    "paragraph takes that of its own level, and the levels above go on.",
    (
        Variant(
            "Russian, restarted twice",
            docx(
                numbered("Комитет избрал:", 1)
                + numbered("Председателя;", 1, 1)
                + numbered("Докладчика.", 1, 1)
                + numbered("Комитет утвердил:", 1)
                + numbered("повестку дня;", 2, 1)
                + numbered("доклад.", 2, 1)
                + numbered("Комитет постановил:", 1)
                + numbered("созвать сессию;", 3, 1)
                + numbered("Он завершил работу.", 1),
                numbering=numbering(
                    {0: RUSSIAN}, {1: (0, ""), 2: (0, restarts(1, 1)), 3: (0, restarts(1, 1))}
                ),
            ),
            (
                "1. Комитет избрал:",
                "а) Председателя;",
                "б) Докладчика.",
                "2. Комитет утвердил:",
                "а) повестку дня;",
                "б) доклад.",
                "3. Комитет постановил:",
                "а) созвать сессию;",
                "4. Он завершил работу.",
            ),
        ),
        Variant(
            "the third level, inside one item of the second",
            docx(
                numbered("It elected:", 1)
                + numbered("officers:", 1, 1)
                + numbered("a Chair;", 1, 2)
                + numbered("others:", 1, 1)
                + numbered("a Rapporteur;", 2, 2)
                + numbered("an Auditor;", 2, 2)
                + numbered("staff.", 1, 1)
                + numbered("It closed.", 1),
                numbering=numbering({0: LEVELS}, {1: (0, ""), 2: (0, restarts(1, 1, 1))}),
            ),
            (
                "1. It elected:",
                "(a) officers:",
                "(i) a Chair;",
                "(b) others:",
                "(i) a Rapporteur;",
                "(ii) an Auditor;",
                "(c) staff.",
                "2. It closed.",
            ),
        ),
        Variant(
            "French, within one paragraph: the letters begin again after a text",
            docx(
                numbered("Le Comité a examiné :", 1)
                + numbered("le budget ;", 1, 1)
                + numbered("le personnel ;", 1, 1)
                + paragraph("et en outre :")
                + numbered("le rapport.", 2, 1)
                + numbered("Il a clos sa session.", 2),
                numbering=numbering({0: LEVELS}, {1: (0, ""), 2: (0, restarts(1, 1))}),
            ),
            (
                "1. Le Comité a examiné :",
                "(a) le budget ;",
                "(b) le personnel ;",
                "et en outre :",
                "(a) le rapport.",
                "2. Il a clos sa session.",
            ),
        ),
    ),
)

OVERRIDE_ONCE = Kind(
    "14",
    "start override once",
    "w:startOverride says where the list begins (17.9.27), once; after a higher level the level "
    "begins at its own w:start.",
    (
        Variant(
            "Arabic letters, begun at the third",
            docx(
                numbered("انتخبت اللجنة:", 1)
                + numbered("الرئيس؛", 1, 1)
                + numbered("المقرر.", 1, 1)
                + numbered("واعتمدت:", 1)
                + numbered("التقرير.", 1, 1),
                numbering=numbering(
                    {0: level(0, "decimal", "%1-") + level(1, "arabicAlpha", "(%2)")},
                    {1: (0, restart(1, 3))},
                ),
            ),
            (
                "1- انتخبت اللجنة:",
                "(ت) الرئيس؛",
                "(ث) المقرر.",
                "2- واعتمدت:",
                "(أ) التقرير.",
            ),
        ),
        Variant(
            "the first level: it goes on after a text, and is not set back",
            docx(
                numbered("Five.", 1)
                + paragraph("A text.")
                + numbered("Six.", 1)
                + numbered("a part;", 1, 1)
                + numbered("Seven.", 1),
                numbering=numbering({0: LEVELS}, {1: (0, restarts(5))}),
            ),
            ("5. Five.", "A text.", "6. Six.", "(a) a part;", "7. Seven."),
        ),
        Variant(
            "a level whose own start is no 1",
            docx(
                numbered("Uno:", 1)
                + numbered("x;", 1, 1)
                + numbered("Dos:", 1)
                + numbered("y;", 1, 1),
                numbering=numbering(
                    {0: level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)", start=2)},
                    {1: (0, restart(1, 5))},
                ),
            ),
            ("1. Uno:", "e) x;", "2. Dos:", "b) y;"),
        ),
        Variant(
            "RTF: the override of one level (\\listoverridestartat)",
            rb"{\rtf1\ansi{\fonttbl{\f0 Times;}}{\*\listtable{\list{\listlevel\levelnfc0"
            rb"\levelstartat1{\leveltext\'02\'00.;}{\levelnumbers\'01;}}{\listlevel\levelnfc4"
            rb"\levelstartat1{\leveltext\'03(\'01);}{\levelnumbers\'02;}}\listid7}}"
            rb"{\*\listoverridetable{\listoverride\listid7\listoverridecount2{\lfolevel}"
            rb"{\lfolevel\listoverridestartat\levelstartat3}\ls1}}"
            rb"\pard\ls1\ilvl0 It elected:\par\pard\ls1\ilvl1 a Chair;\par\pard\ls1\ilvl0 It "
            rb"adopted:\par\pard\ls1\ilvl1 a plan.\par}",
            ("1. It elected:", "(c) a Chair;", "2. It adopted:", "(a) a plan."),
        ),
    ),
)


def merged(*rows: tuple[str, str]) -> str:
    """A table of two columns; `^` in place of a cell continues the cell above, with a number."""
    cells = ""
    for first, second in rows:
        merge = "<w:vMerge/>" if first == "^" else '<w:vMerge w:val="restart"/>'
        inner = numbered("", 1) if first == "^" else numbered(first, 1)
        cells += (
            f"<w:tr><w:tc><w:tcPr>{merge}</w:tcPr>{inner}</w:tc>"
            f"<w:tc><w:tcPr/>{paragraph(second)}</w:tc></w:tr>"
        )
    return f"<w:tbl>{cells}</w:tbl>"


MERGED_CELLS = Kind(
    "16",
    "empty cells of a vertical merge are counted",
    "Word neither prints nor counts the empty paragraphs of cells that continue a vertical merge.",
    (
        Variant(
            "Chinese, two merges of two and three rows",
            docx(
                merged(
                    ("非洲", "乍得"), ("^", "贝宁"), ("亚洲", "泰国"), ("^", "约旦"), ("^", "印度")
                )
                + numbered("委员会闭幕。", 1),
                numbering=numbering({0: level(0, "decimal", "%1.")}, {1: (0, "")}),
            ),
            (
                "1. 非洲 | 乍得",
                " | 贝宁",
                "2. 亚洲 | 泰国",
                " | 约旦",
                " | 印度",
                "3. 委员会闭幕。",
            ),
        ),
        Variant(
            "two empty paragraphs in the cell",
            docx(
                "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>"
                + numbered("Africa", 1)
                + f"</w:tc><w:tc>{paragraph('Chad')}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/>"
                f"</w:tcPr>{numbered('', 1)}{numbered('', 1)}</w:tc><w:tc>{paragraph('Benin')}"
                "</w:tc></w:tr></w:tbl>" + numbered("It closed.", 1),
                numbering=ONE_LIST,
            ),
            ("1. Africa | Chad", " | Benin", "2. It closed."),
        ),
        Variant(
            "an empty numbered cell that continues no merge is counted",
            docx(
                table([numbered("a", 1), paragraph("b")], [numbered("", 1), paragraph("c")])
                + numbered("d", 1),
                numbering=ONE_LIST,
            ),
            ("1. a | b", "2. | c", "3. d"),
        ),
        Variant(
            "RTF: \\clvmgf and \\clvmrg",
            rb"{\rtf1\ansi{\fonttbl{\f0 Times;}}{\*\listtable{\list{\listlevel\levelnfc0"
            rb"\levelstartat1{\leveltext\'02\'00.;}{\levelnumbers\'01;}}\listid7}}"
            rb"{\*\listoverridetable{\listoverride\listid7\ls1}}"
            rb"\trowd\clvmgf\cellx2000\cellx4000\pard\intbl\ls1\ilvl0 Africa\cell\pard\intbl Chad"
            rb"\cell\row\trowd\clvmrg\cellx2000\cellx4000\pard\intbl\ls1\ilvl0\cell\pard\intbl "
            rb"Benin\cell\row\pard\ls1\ilvl0 It closed.\par}",
            ("1. Africa | Chad", " | Benin", "2. It closed."),
        ),
    ),
)


def counted(code: str, *texts: str) -> str:
    return "".join(paragraph(inner=field(code) + run(f" {text}")) for text in texts)


AUTONUM = Kind(
    "18",
    "numbers of AUTONUM fields",
    "AUTONUM, AUTONUMLGL and AUTONUMOUT (17.16.5.7 to 9) store no result: Word counts them.",
    (
        Variant(
            "French, AUTONUM with Arabic numerals and a switch of format",
            docx(counted(r" AUTONUM \* Arabic ", "Le Comité s'est réuni.", "Il a clos.")),
            ("1. Le Comité s'est réuni.", "2. Il a clos."),
        ),
        Variant(
            "AUTONUMLGL without a full stop",
            docx(counted(r" AUTONUMLGL \e ", "The Committee met.", "It closed.")),
            ("1 The Committee met.", "2 It closed."),
        ),
        Variant(
            "simple fields (w:fldSimple)",
            docx(
                "".join(
                    paragraph(inner=f'<w:fldSimple w:instr=" AUTONUM "/>{run(f" {text}")}')
                    for text in ("The Committee met.", "It closed.")
                )
            ),
            ("1. The Committee met.", "2. It closed."),
        ),
        Variant(
            "RTF",
            rb"{\rtf1\ansi{\field{\*\fldinst  AUTONUM }} One.\par"
            rb"{\field{\*\fldinst  AUTONUM }} Two.\par}",
            ("1. One.", "2. Two."),
        ),
    ),
)


def hidden(at: int = 0, properties: str = "<w:vanish/>") -> str:
    """Three levels, of which one has hidden numbers."""
    before, end, after = LEVELS.partition(f'<w:lvl w:ilvl="{at}">')
    body, close, rest = after.partition("</w:lvl>")
    return f"{before}{end}{body}<w:rPr>{properties}</w:rPr>{close}{rest}"


HIDDEN_NUMBERS = Kind(
    "20",
    "hidden numbers",
    "The run properties of a level (17.9.24) are those of its number: w:vanish hides it.",
    (
        Variant(
            "the second level only; it is counted nevertheless",
            docx(
                numbered("It elected:", 1) + numbered("a Chair;", 1, 1) + numbered("It closed.", 1),
                numbering=numbering({0: hidden(1)}, {1: (0, "")}),
            ),
            ("1. It elected:", "a Chair;", "2. It closed."),
        ),
        Variant(
            "switched off in the level",
            docx(
                numbered("Комитет собрался.", 1),
                numbering=numbering({0: hidden(0, '<w:vanish w:val="false"/>')}, {1: (0, "")}),
            ),
            ("1. Комитет собрался.",),
        ),
        Variant(
            "by a character style of the level",
            docx(
                numbered("It met.", 1),
                numbering=numbering({0: hidden(0, '<w:rStyle w:val="No"/>')}, {1: (0, "")}),
                styles=style("No", "No", "<w:rPr><w:vanish/></w:rPr>", kind="character"),
            ),
            ("It met.",),
        ),
        Variant(
            "by a level in an override of the instance",
            docx(
                numbered("It met.", 1),
                numbering=numbering(
                    {0: LEVELS},
                    {
                        1: (
                            0,
                            '<w:lvlOverride w:ilvl="0">'
                            + level(0, "decimal", "%1.").replace(
                                "</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>"
                            )
                            + "</w:lvlOverride>",
                        )
                    },
                ),
            ),
            ("It met.",),
        ),
    ),
)


def ordinals(form: str, language: str, *texts: str) -> bytes:
    more = f'<w:rPr><w:lang w:val="{language}"/></w:rPr>'
    return docx(
        "".join(numbered(text, 1, more=more) for text in texts),
        numbering=numbering({0: level(0, form, "%1")}, {1: (0, "")}),
    )


ORDINALS = Kind(
    "21",
    "ordinals of each language",
    "ordinal, ordinalText and cardinalText are in the language of the run (17.18.59).",
    (
        Variant(
            "Spanish",
            ordinals("ordinal", "es-MX", "La Comisión se reunió.", "La Comisión concluyó."),
            ("1.º La Comisión se reunió.", "2.º La Comisión concluyó."),
        ),
        Variant(
            "Russian, in words",
            ordinals("ordinalText", "ru-RU", "Комитет собрался.", "Комитет завершил работу."),
            ("Первый Комитет собрался.", "Второй Комитет завершил работу."),
        ),
        Variant(
            "French of Canada, cardinal words",
            ordinals("cardinalText", "fr-CA", "Le Comité s'est réuni.", "Il a clos sa session."),
            ("Un Le Comité s'est réuni.", "Deux Il a clos sa session."),
        ),
        Variant(
            "Chinese, in words",
            ordinals("ordinalText", "zh-CN", "委员会开会。", "委员会闭幕。"),
            ("第一 委员会开会。", "第二 委员会闭幕。"),
        ),
        Variant(
            "English of Britain, twenty-first and after",
            docx(
                numbered("It met.", 1) + numbered("It closed.", 1),
                numbering=numbering({0: level(0, "ordinal", "%1", start=21)}, {1: (0, "")}),
                styles='<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr>'
                "</w:rPrDefault></w:docDefaults>",
            ),
            ("21st It met.", "22nd It closed."),
        ),
    ),
)

NUMBERS = (
    LEVEL_OF_A_STYLE,
    RESTARTED_SUBLIST,
    OVERRIDE_ONCE,
    MERGED_CELLS,
    AUTONUM,
    HIDDEN_NUMBERS,
    ORDINALS,
)
