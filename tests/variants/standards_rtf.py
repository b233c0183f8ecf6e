"""RTF: character sets, destinations, breaks, objects, by the clause of the specification."""

from variants.case import Kind, Variant
from variants.rtf_and_doc import rtf

MET = ("1. It met.", "2. It closed.")


CHARACTER_SETS_OF_RTF = Kind(
    "RTF 1.9.1, Character Set",
    "character sets of RTF",
    (
        "The words for the character set of the document, the fonts "
        r"and their code pages say what bytes mean; \cpg precedes "
        r"\fcharset; fonts of right-to-left runs are associated (\af)."
    ),
    (
        Variant("\\mac", rb"{\rtf1\mac 1. R\'8eunion.\par}", ("1. Réunion.",)),
        Variant("\\pc", rb"{\rtf1\pc 1. R\'82union.\par}", ("1. Réunion.",)),
        Variant("\\pca", rb"{\rtf1\pca 1. R\'82union.\par}", ("1. Réunion.",)),
        Variant("no character set", rb"{\rtf1 1. R\'e9union.\par}", ("1. Réunion.",)),
        Variant(
            "\\cpg of a font over \\fcharset",
            rtf(
                rb"{\fonttbl{\f0\fnil\fcharset128\cpg65001 Arial;}}\f0 1. "
                rb"R\'c3\'a9union.\par"
            ),
            ("1. Réunion.",),
        ),
        Variant(
            "fonts of right-to-left runs",
            rtf(
                rb"{\fonttbl{\f0\froman\fcharset0 "
                rb"Times;}{\f1\froman\fcharset178 Arial;}}{\ltrch\fcs0\f0 "
                rb"\rtlch\fcs1\af1 \rtlch \'c7\'e1\'e1\'cc\'e4\'c9}\par"
            ),
            ("اللجنة",),
        ),
        Variant(
            "associated fonts, as Word writes them",
            rtf(
                rb"{\fonttbl{\f0\froman\fcharset0 "
                rb"Times;}{\f1\froman\fcharset178 Arial;}}{\ltrch\fcs0 "
                rb"\f0\rtlch\fcs1 \af1 \hich\af0\dbch\af0\loch\f1 "
                rb"\'c7\'e1\'e1\'cc\'e4\'c9}\par"
            ),
            ("اللجنة",),
        ),
        Variant(
            "double-byte font by \\dbch",
            rtf(
                rb"{\fonttbl{\f0\froman\fcharset0 Times;}{\f2\fnil\fcharset134 "
                rb"SimSun;}}\loch\af0\hich\af0\dbch\f2 1. "
                rb"\'ce\'af\'d4\'b1\'bb\'e1\par"
            ),
            ("1. 委员会",),
        ),
    ),
)
TEXT_IN_TWO_FORMS = Kind(
    "RTF 1.9.1, Unicode RTF",
    "text in two forms",
    r"Of \upr the Unicode form (\ud) is read.",
    (
        Variant(
            "\\upr", rtf(rb"{\upr{1. R?union.}{\*\ud{1. R\u233\'e9union.}}}\par"), ("1. Réunion.",)
        ),
    ),
)
CHARACTERS_BY_NAME = Kind(
    "RTF 1.9.1, Special Characters",
    "characters by name",
    "Dashes, quotation marks, spaces and hyphens have control words.",
    (
        Variant(
            "dashes, quotation marks, spaces",
            rtf(
                rb"1.\~\ldblquote It\rdblquote\emdash met\endash\lquote "
                rb"so\rquote\_x\-y\emspace z\bullet\zwj\par"
            ),
            ("1. “It”—met–‘so’‑xy z•",),
        ),
    ),
)
BREAKS_OF_RTF = Kind(
    "RTF 1.9.1, Page Breaks",
    "breaks of RTF",
    (
        r"\page, \column, \sect and a backslash before a line end "
        "break lines; line ends of the file do not."
    ),
    (
        Variant(
            "\\page, \\column, \\sect",
            rtf(rb"1. It met.\page 2. It closed.\sect 3. It rose.\column 4. It sat.\par"),
            (
                "1. It met.",
                "2. It closed.",
                "3. It rose.",
                "4. It sat.",
            ),
        ),
        Variant(
            "line ends are no text", rtf(b"1. It m\r\net.\r\n\\par\r\n2. It \r\nclosed.\\par"), MET
        ),
        Variant(
            "a backslash before a line end is \\par", rtf(b"1. It met.\\\n2. It closed.\\\r\n"), MET
        ),
    ),
)
ENTRIES_OF_INDEXES_IN_RTF = Kind(
    "RTF 1.9.1, Index Entries",
    "entries of indexes in RTF",
    r"\xe and \tc are destinations whose text is not shown.",
    (
        Variant(
            "\\xe and \\tc",
            rtf(rb"1. It met{\xe{\v meeting}}{\xe\bxe meeting}{\tc States}.\par"),
            ("1. It met.",),
        ),
    ),
)
HEADERS_AND_COMMENTS_OF_RTF = Kind(
    "RTF 1.9.1, Comments (Annotations)",
    "headers and comments of RTF",
    "They are destinations of their own.",
    (
        Variant(
            "\\header, \\annotation, \\info",
            rtf(
                rb"{\info{\title T}{\author A}}{\header\pard "
                rb"Head\par}{\footerf\pard Foot\par}1. It met{\*\atnid "
                rb"AB}{\*\atnauthor A}\chatn{\*\annotation{\*\atnref 1}\pard "
                rb"Really?\par}.\par"
            ),
            (
                "1. It met.",
                "Head",
                "Foot",
            ),
        ),
    ),
)
OBJECTS_AND_DRAWINGS_OF_RTF = Kind(
    "RTF 1.9.1, Objects",
    "objects and drawings of RTF",
    (
        "The result of an object and the text of boxes are text; a "
        "second form for older readers is not."
    ),
    (
        Variant(
            "result of an object",
            rtf(
                rb"{\object\objemb{\*\objclass Word.Document.8}{\*\objdata "
                rb"01050000}{\result {\pard 1. It met.\par}}}2. It closed.\par"
            ),
            MET,
        ),
        Variant(
            "text box of Word 6 (\\do)",
            rtf(
                rb"{\*\do\dobxpage\dptxbx\dptxlrtb{\dptxbxtext\pard In a "
                rb"box.\par}\dpx1\dpy1}1. It met.\par"
            ),
            (
                "In a box.",
                "1. It met.",
            ),
        ),
        Variant(
            "shape with a result for older readers",
            rtf(
                rb"{\shp{\*\shpinst\shpleft1{\sp{\sn shapeType}{\sv "
                rb"202}}{\shptxt\pard In a box.\par}}{\shprslt{\*\do\dptxbx{\dp"
                rb"txbxtext\pard In a box.\par}}}}1. It met.\par"
            ),
            (
                "In a box.",
                "1. It met.",
            ),
        ),
    ),
)
SYMBOL_FONTS_OF_RTF = Kind(
    "RTF 1.9.1, Font Table",
    "symbol fonts of RTF",
    "The codes of a font of the character set 2 are those of the font.",
    (
        Variant(
            "Symbol font, escaped",
            rtf(
                rb"{\fonttbl{\f0\fcharset0 Times;}{\f3\ftech\fcharset2 "
                rb"Symbol;}}1. Rise of 2 {\f3\'b0}C.\par"
            ),
            ("1. Rise of 2 °C.",),
        ),
        Variant(
            "Symbol font, as \\u",
            rtf(
                rb"{\fonttbl{\f0\fcharset0 Times;}{\f3\ftech\fcharset2 "
                rb"Symbol;}}1. Rise of 2 {\f3\u-3920 ?}C.\par"
            ),
            ("1. Rise of 2 °C.",),
        ),
        Variant(
            "Greek letters by Symbol",
            rtf(
                rb"{\fonttbl{\f0\fcharset0 Times;}{\f3\ftech\fcharset2 "
                rb"Symbol;}}1. {\f3 a}-rays.\par"
            ),
            ("1. α-rays.",),
        ),
    ),
)
BOOKMARKS_OF_RTF = Kind(
    "RTF 1.9.1, Bookmarks",
    "bookmarks of RTF",
    "Their names are no text.",
    (
        Variant(
            "names are no text",
            rtf(rb"1. {\*\bkmkstart _Toc1}It met{\*\bkmkend _Toc1}.\par"),
            ("1. It met.",),
        ),
    ),
)
DATA_AND_TAGS_OF_RTF = Kind(
    "RTF 1.9.1, Custom XML Tags",
    "data and tags of RTF",
    "Themes, styles and names of tags are no text.",
    (
        Variant(
            "theme and custom XML",
            rtf(
                rb"{\*\themedata 504b0304}{\*\datastore "
                rb"0105}{\*\latentstyles{\lsdlockedexcept "
                rb"Normal;}}{\*\xmlnstbl{\xmlns1 urn:x;}}1. "
                rb"{\xmlopen\xmlns1{\factoidname place}}It met{\xmlclose}.\par"
            ),
            ("1. It met.",),
        ),
    ),
)
BEGINNINGS_OF_RTF = Kind(
    "RTF 1.9.1, RTF Version",
    "beginnings of RTF",
    ("White space or a byte order mark may precede the file, and the version may lack."),
    (
        Variant(
            "white space, mark, no version",
            b"\xef\xbb\xbf \r\n{\\rtf\\ansi 1. It met.\\par}",
            ("1. It met.",),
        ),
    ),
)
PARAGRAPH_NUMBERS_OF_WORD_6 = Kind(
    "RTF 1.9.1, Bullets and Numbering",
    "paragraph numbers of Word 6",
    r"\pntext is the number as text.",
    (
        Variant(
            "\\pntext",
            rtf(
                rb"{\pntext\f0 1.\tab}\pard{\*\pn\pnlvlbody\pndec\pnstart1{\pnt"
                rb"xta .}}It met.\par{\pntext\f0 2.\tab}It closed.\par"
            ),
            MET,
        ),
    ),
)
CONTROL_WORDS = Kind(
    "RTF 1.9.1, RTF Syntax",
    "control words",
    ("One space belongs to a control word; unknown words are skipped; a size below zero is none."),
    (
        Variant(
            "a space belongs to the word before", rtf(rb"1. It\b  met\b0 .\par"), ("1. It met.",)
        ),
        Variant(
            "upper case escapes, numbers with signs",
            rtf(rb"1. R\'E9union\fs-20 \li+20 .\par"),
            ("1. Réunion+20 .",),
        ),
        Variant(
            "a control word of more than 32 letters",
            rtf(rb"1. It \abcdefghijklmnopqrstuvwxyzabcdefghijklm met.\par"),
            ("1. It met.",),
        ),
    ),
)
MERGED_AND_RIGHT_TO_LEFT_ROWS = Kind(
    "RTF 1.9.1, Table Definitions",
    "merged and right-to-left rows",
    r"\clmrg continues a cell; \rtlrow does not change the order of cells.",
    (
        Variant(
            "\\clmrg, horizontal merge",
            rtf(
                rb"\trowd\clmgf\cellx1000\clmrg\cellx2000\cellx3000\pard\intbl "
                rb"Head\cell\cell 5\cell\row\trowd\cellx1000\cellx2000\cellx300"
                rb"0 a\cell b\cell c\cell\row\pard 1. It met.\par"
            ),
            (
                "Head |  | 5",
                "a | b | c",
                "1. It met.",
            ),
        ),
        Variant(
            "\\rtlrow: cells in logical order",
            rtf(
                rb"\trowd\rtlrow\cellx1000\cellx2000\pard\intbl Chad\cell "
                rb"5\cell\row\pard 1. It met.\par"
            ),
            (
                "Chad | 5",
                "1. It met.",
            ),
        ),
    ),
)
FIELDS_IN_FIELDS = Kind(
    "RTF 1.9.1, Fields",
    "fields in fields",
    "The result of a field is text, also in the result of another.",
    (
        Variant(
            "result with a nested field",
            rtf(
                rb"{\field{\*\fldinst{HYPERLINK \\l x}}{\fldrslt{1. It "
                rb"{\field{\*\fldinst{REF y}}{\fldrslt met}}}}}.\par"
            ),
            ("1. It met.",),
        ),
        Variant(
            "hidden TC field and PAGE",
            rtf(rb"{\field\fldlock{\*\fldinst{TC \\f C }}{\fldrslt}}1. It met.\par"),
            ("1. It met.",),
        ),
    ),
)
DESTINATIONS_WITHIN_TEXT = Kind(
    "RTF 1.9.1, Destinations",
    "destinations within text",
    "What follows the group of a destination is text.",
    (
        Variant(
            "skipped destinations within text",
            rtf(rb"1. It {\*\protstart 1}met{\*\protend 1}{\*\revtbl{Unknown;}}.\par"),
            ("1. It met.",),
        ),
    ),
)
NOTES_IN_CELLS_OF_RTF = Kind(
    "RTF 1.9.1, Footnotes",
    "notes in cells of RTF",
    "A note in a cell is a note.",
    (
        Variant(
            "a note in a cell and an endnote",
            rtf(
                rb"\trowd\cellx1000\cellx2000\pard\intbl "
                rb"Chad{\super\chftn}{\footnote\pard{\super\chftn} See "
                rb"above.}\cell 5\cell\row\pard\par"
            ),
            (
                "Chad[^1] | 5",
                "1 See above.",
            ),
        ),
    ),
)
STANDARDS_RTF = (
    CHARACTER_SETS_OF_RTF,
    TEXT_IN_TWO_FORMS,
    CHARACTERS_BY_NAME,
    BREAKS_OF_RTF,
    ENTRIES_OF_INDEXES_IN_RTF,
    HEADERS_AND_COMMENTS_OF_RTF,
    OBJECTS_AND_DRAWINGS_OF_RTF,
    SYMBOL_FONTS_OF_RTF,
    BOOKMARKS_OF_RTF,
    DATA_AND_TAGS_OF_RTF,
    BEGINNINGS_OF_RTF,
    PARAGRAPH_NUMBERS_OF_WORD_6,
    CONTROL_WORDS,
    MERGED_AND_RIGHT_TO_LEFT_ROWS,
    FIELDS_IN_FIELDS,
    DESTINATIONS_WITHIN_TEXT,
    NOTES_IN_CELLS_OF_RTF,
)
