"""RTF and .doc: tracked deletions, hidden text, list numbers, notes, destinations, damage."""

from struct import pack

from doc_files import compose, compound_file, doc, flag
from odt_files import odt, p
from variants.case import Kind, Variant
from word_files import deleted, docx, inserted, paragraph, run

from unreport.errors import DamagedSource, UnreadableSource

DELETED, INSERTED, VANISH = 0x0800, 0x0801, 0x083C

HEAD = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset178 Arial;}"
    rb"{\f2\fcharset204 Arial;}}{\stylesheet{\s0 Normal;}{\s1 Para;}{\*\cs10 Strong;}}"
)
LISTS = (
    rb"{\*\listtable{\list{\listlevel\levelnfc0\levelstartat1{\leveltext\'02\'00.;}"
    rb"{\levelnumbers\'01;}}{\listlevel\levelnfc4\levelstartat1{\leveltext\'03(\'01);}"
    rb"{\levelnumbers\'02;}}\listid7}}{\*\listoverridetable{\listoverride\listid7\ls1}}"
)


def rtf(body: bytes) -> bytes:
    return HEAD + LISTS + body + b"}"


def doc_with_note(mark: str, body: str, note: str, *, automatic: int) -> bytes:
    """A .doc file of a paragraph with a call at its end, and the note."""
    text = f"{body}{mark}\r"
    return doc(
        compose(
            [(text + note, b"")],
            structures={
                2: pack("<IIH", len(body), len(text), automatic),
                3: pack("<III", 0, len(note), len(note)),
            },
            ranges={"body": (0, len(text)), "footnote": (len(text), len(text + note))},
        )
    )


CALL_ALONE = Kind(
    "05",
    "paragraph that is nothing but a note call, in RTF",
    "As in .docx: the call and its note are kept, and nothing fails.",
    (
        Variant(
            "an endnote with lower Roman numbers",
            rtf(
                rb"\aftnnrlc It met.\par{\super\chftn{\footnote\ftnalt\pard\chftn  See A/80/50.}}"
                rb"\par It closed.\par"
            ),
            ("It met.", "i", "It closed.", "i See A/80/50."),
        ),
        Variant(
            "the first paragraph of the file",
            rtf(rb"{\super\chftn{\footnote\pard\chftn  See A/80/50.}}\par It met.\par"),
            ("1", "It met.", "1 See A/80/50."),
        ),
        Variant(
            "a cell of a table",
            rtf(
                rb"\trowd\cellx2000\cellx4000\pard\intbl Chad\cell {\super\chftn{\footnote\pard"
                rb"\chftn  In kind.}}\cell\row\pard It closed.\par"
            ),
            ("Chad | [^1]", "It closed.", "1 In kind."),
        ),
        Variant(
            ".doc",
            doc_with_note("\x02", "", "\x02 See A/80/50.\r", automatic=1),
            ("1", "1 See A/80/50."),
        ),
    ),
)

WHOLE = doc(compose([("It met.\rIt closed.\r", b"")]))

DAMAGED_DOC = Kind(
    "07",
    "damaged .doc files",
    "A damaged file is an error of its own (DamagedSource); the process goes on.",
    (
        Variant("cut off in the text", WHOLE[:2_600], DamagedSource),
        Variant(
            "a piece table that begins behind the end",
            WHOLE.replace(pack("<BI", 2, 16), pack("<BI", 2, 0x7FFFFFF0)),
            DamagedSource,
        ),
        Variant(
            "pieces that end before they begin",
            WHOLE.replace(pack("<BIII", 2, 16, 0, 19), pack("<BIII", 2, 16, 19, 0)),
            DamagedSource,
        ),
        Variant(
            "a text that is longer than the stream",
            WHOLE.replace(pack("<BIII", 2, 16, 0, 19), pack("<BIII", 2, 16, 0, 180_000)),
            DamagedSource,
        ),
    ),
)

TRACKED_DELETIONS = Kind(
    "60",
    "tracked deletions",
    "\\deleted marks text that a tracked change took out (RTF 1.9.1), as w:del does in .docx.",
    (
        Variant(
            "RTF in Russian: deleted and revised text",
            rtf(
                rb"\pard\f2 \'ca\'ee\'ec\'e8\'f2\'e5\'f2 {\deleted\revauthdel1 \'ed\'e5 }"
                rb"{\revised\revauth1 \'ef\'ee\'eb\'ed\'ee\'f1\'f2\'fc\'fe }"
                rb"\'f1\'ee\'e3\'eb\'e0\'f1\'e5\'ed.\par"
            ),
            ("Комитет полностью согласен.",),
        ),
        Variant(
            "RTF, the original",
            rtf(rb"It {\deleted did not agree}{\revised agreed}.\par"),
            ("It did not agree.",),
            original=True,
        ),
        Variant(
            "RTF: a deleted paragraph mark, a row of a table after it",
            rtf(
                rb"1. It {\deleted\par }met.\par\trowd\cellx2000\cellx4000\pard\intbl Chad\cell "
                rb"{\deleted 5}{\revised 7}\cell\row\pard"
            ),
            ("1. It met.", "Chad | 7"),
        ),
        Variant(
            ".doc",
            doc(
                compose(
                    [
                        ("It ", b""),
                        ("did not agree", flag(DELETED)),
                        ("agreed", flag(INSERTED)),
                        (".\r", b""),
                    ]
                )
            ),
            ("It agreed.",),
        ),
        Variant(
            "OpenDocument",
            odt(
                '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
                + p("did not agree")
                + "</text:deletion></text:changed-region></text:tracked-changes>"
                + p('It <text:change text:change-id="c1"/>agreed.')
            ),
            ("It agreed.",),
        ),
        Variant(
            "Word, a deletion in an insertion",
            docx(
                paragraph(
                    "It ",
                    inner=f'<w:ins w:id="3">{deleted("did not ")}{run("fully ")}</w:ins>'
                    + inserted("agreed."),
                )
            ),
            ("It fully agreed.",),
        ),
    ),
)

HIDDEN_TEXT = Kind(
    "62",
    "hidden text",
    "\\v hides text (RTF 1.9.1), as w:vanish and sprmCFVanish do.",
    (
        Variant(
            "RTF: a hidden paragraph in Arabic",
            rtf(
                rb"\pard\f1 \'c7\'cc\'ca\'e3\'da\'ca.\par{\v\f1 \'d3\'d1\'ed\par}"
                rb"\pard\f1 \'c7\'ce\'ca\'ca\'e3\'ca.\par"
            ),
            ("اجتمعت.", "اختتمت."),
        ),
        Variant(
            "RTF: hidden by a character style",
            HEAD.replace(rb"{\*\cs10 Strong;}", rb"{\*\cs10\v Secret;}")
            + rb"It met {\cs10\v behind closed doors }in Vienna.\par}",
            ("It met in Vienna.",),
        ),
        Variant(
            "RTF: a hidden cell text and a hidden note",
            rtf(
                rb"\trowd\cellx2000\cellx4000\pard\intbl Chad\cell 5{\v  (draft)}\cell\row\pard It "
                rb"closed{\v{\super\chftn{\footnote\pard\chftn  Internal.}}}.\par"
            ),
            ("Chad | 5", "It closed."),
        ),
        Variant(
            ".doc",
            doc(compose([("It met", b""), (" in secret", flag(VANISH)), (".\r", b"")])),
            ("It met.",),
        ),
        Variant(
            "HTML of Word",
            b"<html><body><p>1. It met <span style='display:none;mso-hide:all'>in secret </span>in"
            b" Vienna.</p><p>2. It closed.</p></body></html>",
            ("1. It met in Vienna.", "2. It closed."),
        ),
    ),
)

LIST_AFTER_A_BREAK = Kind(
    "64",
    "list numbers after a break",
    "A nested list that goes on after a paragraph of text has the mark of its own level only.",
    (
        Variant(
            "RTF with list text, a nested list first",
            rtf(
                rb"\pard\ls1\ilvl1{\listtext (a)\tab}finance;\par\pard A break.\par"
                rb"\pard\ls1\ilvl1{\listtext (b)\tab}staff.\par"
            ),
            ("(a) finance;", "A break.", "(b) staff."),
        ),
        Variant(
            "RTF without list text, after a table",
            rtf(
                rb"\pard\ls1\ilvl0 It considered:\par\pard\ls1\ilvl1 finance;\par\trowd\cellx2000"
                rb"\cellx4000\pard\intbl Chad\cell 5\cell\row\pard\ls1\ilvl1 staff.\par"
                rb"\pard\ls1\ilvl0 It closed.\par"
            ),
            ("1. It considered:", "(a) finance;", "Chad | 5", "(b) staff.", "2. It closed."),
        ),
        Variant(
            "OpenDocument: a continued list",
            odt(
                '<text:list xml:id="l1" text:style-name="L"><text:list-item>'
                + p("finance;")
                + "</text:list-item></text:list>"
                + p("A break.")
                + '<text:list text:continue-list="l1" text:style-name="L"><text:list-item>'
                + p("staff.")
                + "</text:list-item></text:list>",
                automatic='<text:list-style style:name="L"><text:list-level-style-number '
                'text:level="1" style:num-format="a" style:num-prefix="(" '
                'style:num-suffix=")"/></text:list-style>',
            ),
            ("(a) finance;", "A break.", "(b) staff."),
        ),
        Variant(
            "HTML: a list that begins at 2",
            b'<html><body><ol type="a"><li>finance;</li></ol><p>A break.</p>'
            b'<ol type="a" start="2"><li>staff.</li></ol></body></html>',
            ("a. finance;", "A break.", "b. staff."),
        ),
    ),
)

NOTE_WITH_A_STAR = Kind(
    "66",
    "notes with a mark of their own",
    "A note whose mark is typed has this mark, and no number.",
    (
        Variant(
            "RTF: a dagger",
            rtf(rb"It met.{\super \'86{\footnote\pard{\super \'86} Not edited.}}\par"),
            ("It met.†", "† Not edited."),
        ),
        Variant(
            "RTF: two stars, then an automatic note that is the first",
            rtf(
                rb"It met.{\super **{\footnote\pard{\super **} Not edited.}}\par It closed."
                rb"{\super\chftn{\footnote\pard\chftn  See A/80/50.}}\par"
            ),
            ("It met.**", "It closed.1", "** Not edited.", "1 See A/80/50."),
        ),
        Variant(
            ".doc",
            doc_with_note("*", "It met.", "* Not edited.\r", automatic=0),
            ("It met.*", "* Not edited."),
        ),
        Variant(
            "Word: w:customMarkFollows",
            docx(
                paragraph(
                    "It met.",
                    inner='<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/>'
                    "<w:t>*</w:t></w:r>",
                ),
                footnotes=f'<w:footnote w:id="2">{paragraph("* Not edited.")}</w:footnote>',
            ),
            ("It met.*", "* Not edited."),
        ),
    ),
)

TEXT_BEHIND_A_STYLE = Kind(
    "68",
    "text behind `\\*` and a known control word",
    "Only a destination that is not understood is skipped (RTF 1.9.1); `\\*` before formatting has "
    "no effect.",
    (
        Variant(
            "a paragraph style",
            rtf(rb"{\*\s1 It met.}\par It closed.\par"),
            ("It met.", "It closed."),
        ),
        Variant(
            "bold and a font, Russian",
            rtf(rb"{\*\b\f2 \'ca\'ee\'ec\'e8\'f2\'e5\'f2}{\*\i  met.}\par"),
            ("Комитет met.",),
        ),
        Variant(
            "an unknown destination is skipped, the text behind its group is not",
            rtf(rb"{\*\unknown lost {\b too}} It met.\par"),
            ("It met.",),
        ),
        Variant(
            "an unknown control word without `\\*`",
            rtf(rb"{\newword12 It met.}\par{\*\cs10 It closed.}\par"),
            ("It met.", "It closed."),
        ),
    ),
)


def old_word(identifier: int, version: int) -> bytes:
    """A compound file whose Word stream is of an earlier version."""
    return compound_file({"WordDocument": pack("<HH", identifier, version) + bytes(5_000)})


OLD_VERSIONS = Kind(
    "70",
    "earlier versions of Word",
    "Word 6.0 and 95 have wIdent 0xA5DC and nFib 101 to 105; they are refused by name, not as "
    "damaged.",
    (
        Variant("Word 6.0", old_word(0xA5DC, 101), UnreadableSource),
        Variant("Word 95", old_word(0xA5DC, 104), UnreadableSource),
        Variant(
            "Word 2.0, which is no compound file", b"\xdb\xa5\x2d\0" + bytes(600), UnreadableSource
        ),
        Variant("Word for DOS", b"\x31\xbe\0\0\0\xab" + bytes(600), UnreadableSource),
    ),
)

RTF_AND_DOC = (
    CALL_ALONE,
    DAMAGED_DOC,
    TRACKED_DELETIONS,
    HIDDEN_TEXT,
    LIST_AFTER_A_BREAK,
    NOTE_WITH_A_STAR,
    TEXT_BEHIND_A_STYLE,
    OLD_VERSIONS,
)
