"""Text of Word files: note calls, hidden text, fields, content controls, digits, line breaks."""

from odt_files import odt, p
from variants.case import Kind, Variant
from word_files import (
    call,
    character,
    docx,
    instruction,
    note,
    paragraph,
    run,
    strict,
    style,
    table,
)

PARAGRAPH_OF_A_CALL = Kind(
    "04",
    "paragraph that is nothing but a note call",
    "A call may slip behind a paragraph mark; it and its note are kept, and nothing fails.",
    (
        Variant(
            "an endnote, French",
            docx(
                paragraph("1. Le Comité s'est réuni.")
                + paragraph(inner=call(2, "endnote"))
                + paragraph("2. Il a clos sa session."),
                endnotes=note(2, "Voir A/80/50.", kind="endnote"),
            ),
            ("1. Le Comité s'est réuni.", "i", "2. Il a clos sa session.", "i Voir A/80/50."),
        ),
        Variant(
            "two calls in one paragraph, before any text",
            docx(
                paragraph(inner=call(2) + call(3)) + paragraph("It met."),
                footnotes=note(2, "One.") + note(3, "Two."),
            ),
            ("12", "It met.", "1 One.", "2 Two."),
        ),
        Variant(
            "a cell of a table with a call alone",
            docx(
                paragraph("It met.")
                + table(
                    [paragraph("State"), paragraph("Paid")],
                    [paragraph("Chad"), paragraph(inner=call(2))],
                ),
                footnotes=note(2, "In kind."),
            ),
            ("It met.", "State | Paid", "Chad | [^1]", "1 In kind."),
        ),
        Variant(
            "OpenDocument",
            odt(
                p("It met.")
                + p(
                    '<text:note text:note-class="footnote"><text:note-citation>1'
                    f"</text:note-citation><text:note-body>{p('See A/80/50.')}</text:note-body>"
                    "</text:note>"
                )
                + p("It closed.")
            ),
            ("It met.", "1", "It closed.", "1 See A/80/50."),
        ),
        Variant(
            "HTML",
            b'<html><body><p>It met.</p><p><a href="#_ftn1"><sup>[1]</sup></a></p>'
            b'<p>It closed.</p><div id="ftn1"><p>[1] See A/80/50.</p></div></body></html>',
            ("It met.", "1", "It closed.", "1 See A/80/50."),
        ),
    ),
)

OFF = '<w:vanish w:val="0"/>'
HIDDEN = style("Hidden", "Hidden", "<w:rPr><w:vanish/></w:rPr>")
CHILD = style("Child", "Child", '<w:basedOn w:val="Hidden"/>')
SHOWN = style("Shown", "Shown", f'<w:basedOn w:val="Hidden"/><w:rPr>{OFF}</w:rPr>')

HIDING_SWITCHED_OFF = Kind(
    "30",
    "hidden text switched off",
    "w:vanish is a toggle property (17.7.3, 17.3.2.41): a run may switch it off.",
    (
        Variant(
            "Arabic, in a style that is based on the hidden one",
            docx(
                paragraph(properties='<w:pStyle w:val="Child"/>', inner=run("اجتمعت اللجنة.", OFF))
                + paragraph(properties='<w:pStyle w:val="Child"/>', inner=run("سري")),
                styles=HIDDEN + CHILD,
            ),
            ("اجتمعت اللجنة.",),
        ),
        Variant(
            "by the style of the paragraph",
            docx(
                paragraph("La Comisión se reunió.", '<w:pStyle w:val="Shown"/>'),
                styles=HIDDEN + SHOWN,
            ),
            ("La Comisión se reunió.",),
        ),
        Variant(
            "a part of a hidden paragraph, in a cell",
            docx(
                table(
                    [
                        paragraph(
                            properties='<w:pStyle w:val="Hidden"/>',
                            inner=run("secret ") + run("12", OFF),
                        ),
                        paragraph("x"),
                    ]
                ),
                styles=HIDDEN,
            ),
            ("12 | x",),
        ),
        Variant(
            "RTF: \\v0 in a group of hidden text",
            rb"{\rtf1\ansi 1. It met {\v in secret {\v0 in Vienna}}.\par}",
            ("1. It met in Vienna.",),
        ),
        Variant(
            "HTML: an element whose style shows it in an element that is not visible",
            b'<html><body><p>1. It met.</p><div style="visibility:hidden">secret'
            b'<p style="visibility:visible">2. It closed.</p></div></body></html>',
            ("1. It met.", "2. It closed."),
        ),
        Variant(
            "OpenDocument",
            odt(
                p('It met <text:span text:style-name="On">in Vienna</text:span>.', "Off"),
                automatic='<style:style style:name="Off" style:family="paragraph">'
                '<style:text-properties text:display="none"/></style:style>'
                '<style:style style:name="On" style:family="text">'
                '<style:text-properties text:display="true"/></style:style>',
            ),
            ("in Vienna",),
        ),
    ),
)

OPEN = character("begin") + instruction(" DATE ") + run("on Monday")

FIELD_NEVER_CLOSED = Kind(
    "32",
    "field that is never closed",
    "If a complex field is not closed before the end of its story, there is no field (17.16.18): "
    "what follows is text.",
    (
        Variant(
            "two open fields, one in the other, Spanish",
            docx(
                paragraph("1. La Comisión ", inner=OPEN + character("begin") + run("."))
                + paragraph("2. La Comisión concluyó.")
            ),
            ("1. La Comisión on Monday.", "2. La Comisión concluyó."),
        ),
        Variant(
            "in a cell of a table",
            docx(
                table([paragraph("State", inner=OPEN), paragraph("Paid")])
                + paragraph("1. It closed.")
            ),
            ("Stateon Monday | Paid", "1. It closed."),
        ),
        Variant(
            "in a footnote: the body is whole",
            docx(
                paragraph("1. It met.", inner=call(2)) + paragraph("2. It closed."),
                footnotes=f'<w:footnote w:id="2">{paragraph("See", inner=OPEN)}</w:footnote>',
            ),
            ("1. It met.1", "2. It closed.", "1 Seeon Monday"),
        ),
        Variant(
            "closed in a deletion",
            docx(
                paragraph("1. ", inner=OPEN + f'<w:del w:id="1">{character("end")}</w:del>')
                + paragraph("2. It closed.")
            ),
            ("1. on Monday", "2. It closed."),
        ),
        Variant(
            "RTF: a field whose group is never closed",
            rb"{\rtf1\ansi 1. It met {\field{\*\fldinst DATE}{\fldrslt on Monday}.\par 2. It "
            rb"closed.\par}",
            ("1. It met on Monday.", "2. It closed."),
        ),
    ),
)


def control(content: str, properties: str = "<w:showingPlcHdr/>") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


PROMPT_STYLE = style("PlaceholderText", "Placeholder Text", kind="character")
PROMPT = run("Click here.", '<w:rStyle w:val="PlaceholderText"/>')

FILLED_CONTROLS = Kind(
    "34",
    "filled content controls",
    "w:showingPlcHdr is left behind by programs that fill in templates; a prompt has the style "
    "PlaceholderText.",
    (
        Variant(
            "a block, Russian",
            docx(control(paragraph("1. Комитет собрался.")) + paragraph("2. Он завершил работу.")),
            ("1. Комитет собрался.", "2. Он завершил работу."),
        ),
        Variant(
            "a row and a cell of a table",
            docx(
                "<w:tbl>"
                + control(
                    f"<w:tr><w:tc>{paragraph('Chad')}</w:tc><w:tc>{paragraph('7')}</w:tc></w:tr>"
                )
                + f"<w:tr><w:tc>{paragraph('Benin')}</w:tc>"
                + control(f"<w:tc>{paragraph('9')}</w:tc>")
                + "</w:tr></w:tbl>"
            ),
            ("Chad | 7", "Benin | 9"),
        ),
        Variant(
            "a repeating section with two items",
            docx(
                control(
                    control(paragraph("(a) a Chair;"), "<w:id w:val='1'/>")
                    + control(paragraph("(b) a Rapporteur."), "<w:id w:val='2'/>"),
                    "<w:id w:val='3'/>",
                )
            ),
            ("(a) a Chair;", "(b) a Rapporteur."),
        ),
        Variant(
            "a drop-down list with its choice, strict",
            strict(
                docx(
                    paragraph(
                        "1. Se reunió en ",
                        inner=control(
                            run("Viena"),
                            '<w:showingPlcHdr/><w:dropDownList><w:listItem w:displayText="Viena"/>'
                            '<w:listItem w:displayText="Ginebra"/></w:dropDownList>',
                        )
                        + run("."),
                    )
                )
            ),
            ("1. Se reunió en Viena.",),
        ),
        Variant(
            "a prompt beside a filled control is no text",
            docx(
                paragraph("1. Chair: ", inner=control(PROMPT))
                + paragraph("2. Rapporteur: ", inner=control(run("Mr. Li"))),
                styles=PROMPT_STYLE,
            ),
            ("1. Chair:", "2. Rapporteur: Mr. Li"),
        ),
    ),
)

PARAGRAPHS_OF_A_NOTE = Kind(
    "36",
    "further paragraphs of a note",
    "The mark of a note stands in its first paragraph only; digits that begin others are text.",
    (
        Variant(
            "an endnote, whose second paragraph begins with its number",
            docx(
                paragraph("It met.", inner=call(2, "endnote")),
                endnotes=note(2, "See the list.", "i. The first.", kind="endnote"),
            ),
            ("It met.i", "i See the list. i. The first."),
        ),
        Variant(
            "two notes, the second of three paragraphs",
            docx(
                paragraph("Se reunió", inner=call(2) + run(" y concluyó") + call(3)),
                footnotes=note(2, "Véase A/80/50.") + note(3, "Véase:", "2 Estados.", "22 Partes."),
            ),
            ("Se reunió1 y concluyó2", "1 Véase A/80/50.", "2 Véase: 2 Estados. 22 Partes."),
        ),
        Variant(
            "RTF",
            rb"{\rtf1\ansi It met.{\super\chftn{\footnote\pard\chftn  See the list.\par 17 "
            rb"States replied.}}\par}",
            ("It met.1", "1 See the list. 17 States replied."),
        ),
        Variant(
            "OpenDocument",
            odt(
                p(
                    'It met.<text:note text:note-class="footnote"><text:note-citation>1'
                    f"</text:note-citation><text:note-body>{p('See the list.')}"
                    f"{p('17 States replied.')}</text:note-body></text:note>"
                )
            ),
            ("It met.1", "1 See the list. 17 States replied."),
        ),
    ),
)

RAISED = '<w:vertAlign w:val="superscript"/>'

RAISED_DIGITS = Kind(
    "38",
    "raised digits",
    "A raised digit is no digit of the number before it: 10⁶, not 106.",
    (
        Variant(
            "by a character style",
            docx(
                paragraph("about 10", inner=run("6", '<w:rStyle w:val="Up"/>') + run(" tonnes")),
                styles=style("Up", "Up", f"<w:rPr>{RAISED}</w:rPr>", kind="character"),
            ),
            ("about 10⁶ tonnes",),
        ),
        Variant(
            "a negative power and a unit",
            docx(paragraph("10", inner=run("-3", RAISED) + run(" m") + run("2", RAISED))),
            ("10⁻³ m²",),
        ),
        Variant("RTF", rb"{\rtf1\ansi 10{\super 6} t, CO{\sub 2}\par}", ("10⁶ t, CO2",)),
        Variant(
            "RTF: raised by its position",
            rb"{\rtf1\ansi\fs24 10{\up6\fs16 6} t\par}",
            ("10⁶ t",),
        ),
        Variant(
            "HTML",
            b"<html><body><p>1. 10<sup>6</sup> t, 5&nbsp;km<sup>2</sup>.</p></body></html>",
            ("1. 10⁶ t, 5 km².",),
        ),
        Variant(
            "OpenDocument",
            odt(
                p('10<text:span text:style-name="Up">6</text:span> t'),
                automatic='<style:style style:name="Up" style:family="text">'
                '<style:text-properties style:text-position="super 58%"/></style:style>',
            ),
            ("10⁶ t",),
        ),
    ),
)

CALLS_IN_CELLS = Kind(
    "40",
    "note calls in the cells of tables",
    "The mark of a call is no part of the number before it: `5[^1]`, never 51.",
    (
        Variant(
            "Arabic",
            docx(
                table([paragraph("الجزائر"), paragraph("5", inner=call(2))]),
                footnotes=note(2, "عينا."),
            ),
            ("الجزائر | 5[^1]", "1 عينا."),
        ),
        Variant(
            "RTF",
            rb"{\rtf1\ansi\trowd\cellx2000\cellx4000\pard\intbl Chad\cell 5{\super\chftn"
            rb"{\footnote\chftn  In kind.}}\cell\row\pard\par}",
            ("Chad | 5[^1]", "1 In kind."),
        ),
        Variant(
            "HTML",
            b'<html><body><table><tr><td>Chad</td><td>5<a href="#fn1"><sup>1</sup></a></td></tr>'
            b"<tr><td>Benin</td><td>7</td></tr></table>"
            b'<div id="fn1">1. In kind.</div></body></html>',
            ("Chad | 5[^1]", "Benin | 7", "1 In kind."),
        ),
        Variant(
            "OpenDocument",
            odt(
                f"<table:table><table:table-row><table:table-cell>{p('Chad')}</table:table-cell>"
                "<table:table-cell>"
                + p(
                    '5<text:note text:note-class="footnote"><text:note-citation>1'
                    f"</text:note-citation><text:note-body>{p('In kind.')}</text:note-body>"
                    "</text:note>"
                )
                + "</table:table-cell></table:table-row></table:table>"
            ),
            ("Chad | 5[^1]", "1 In kind."),
        ),
    ),
)

BREAK = "<w:r><w:br/></w:r>"

LINE_BREAKS = Kind(
    "42",
    "line breaks in the masthead",
    "Each w:br (Shift+Enter) ends a printed line (17.3.3.1).",
    (
        Variant(
            "Russian",
            docx(
                paragraph(
                    "Организация Объединенных Наций",
                    inner=BREAK
                    + run("A/CONF.900/L.1")
                    + BREAK
                    + run("Генеральная Ассамблея")
                    + BREAK
                    + run("Distr.: Limited"),
                )
                + paragraph("1. Комитет собрался.")
            ),
            (
                "Организация Объединенных Наций",
                "A/CONF.900/L.1",
                "Генеральная Ассамблея",
                "Distr.: Limited",
                "1. Комитет собрался.",
            ),
        ),
        Variant(
            "carriage returns (w:cr)",
            docx(
                paragraph("United Nations", inner="<w:r><w:cr/></w:r>" + run("A/CONF.900/L.1"))
                + paragraph("1. It met.")
            ),
            ("United Nations", "A/CONF.900/L.1", "1. It met."),
        ),
        Variant(
            "RTF",
            rb"{\rtf1\ansi United Nations\line A/CONF.900/L.1\line General Assembly\par 1. It "
            rb"met.\par}",
            ("United Nations", "A/CONF.900/L.1", "General Assembly", "1. It met."),
        ),
        Variant(
            "OpenDocument",
            odt(
                p("United Nations<text:line-break/>A/CONF.900/L.1<text:line-break/>GA")
                + p("1. It met.")
            ),
            ("United Nations", "A/CONF.900/L.1", "GA", "1. It met."),
        ),
    ),
)


def dropped(letter: str, text: str, kind: str = "drop") -> str:
    frame = f'<w:framePr w:dropCap="{kind}" w:lines="3" w:wrap="around"/>'
    return paragraph(letter, frame) + paragraph(text)


DROP_CAPS = Kind(
    "44",
    "drop caps",
    "A drop cap is the first letter of the paragraph after it (w:dropCap, 17.3.1.11).",
    (
        Variant("Russian", docx(dropped("К", "омитет собрался.")), ("Комитет собрался.",)),
        Variant(
            "in the margin, French",
            docx(dropped("L", "e Comité s'est réuni.", "margin")),
            ("Le Comité s'est réuni.",),
        ),
        Variant(
            "a word as drop cap, before a paragraph that goes on with a space",
            docx(dropped("The", " Committee met.") + paragraph("It closed.")),
            ("The Committee met.", "It closed."),
        ),
        Variant(
            "HTML: a floating first letter",
            b'<html><body><p><span style="float:left;font-size:40pt">T</span>he Committee met.</p>'
            b"<p>It closed.</p></body></html>",
            ("The Committee met.", "It closed."),
        ),
        Variant(
            "RTF: \\dropcapt",
            rb"{\rtf1\ansi\pard\dropcapli3\dropcapt1 T\par\pard he Committee met.\par}",
            ("The Committee met.",),
        ),
    ),
)

TEXT = (
    PARAGRAPH_OF_A_CALL,
    HIDING_SWITCHED_OFF,
    FIELD_NEVER_CLOSED,
    FILLED_CONTROLS,
    PARAGRAPHS_OF_A_NOTE,
    RAISED_DIGITS,
    CALLS_IN_CELLS,
    LINE_BREAKS,
    DROP_CAPS,
)
