"""Control words of RTF by what they do (RTF specification 1.9.1, appendix B)."""

from __future__ import annotations

HEADER_TABLES = frozenset({"fonttbl", "stylesheet", "listtable", "listoverridetable"})
HEADERS = frozenset({"header", "headerf", "headerl", "headerr"})
FOOTERS = frozenset({"footer", "footerf", "footerl", "footerr"})
TEXT_BOXES = frozenset({"shptxt", "dptxbxtext"})

SKIPPED = frozenset({
    "colortbl", "filetbl", "info", "pict", "nonshppict", "shprslt", "sp", "xe", "tc", "tcn", "rxe",
    "txe", "annotation", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn",
    "nonesttables", "pn", "pnseclvl", "revtbl", "rsidtbl", "xmlnstbl", "generator", "bkmkstart",
    "bkmkend", "template", "themedata", "colorschememapping", "latentstyles", "datastore",
    "datafield", "formfield", "objdata", "mmathPr", "mrPr", "mctrlPr", "mfPr", "mradPr", "mdPr",
    "mnaryPr", "maccPr", "mmPr", "mmathPict", "listpicture", "falt", "panose", "userprops",
})  # fmt: skip
"""Destinations without text of the document."""

TRANSPARENT = frozenset({
    "shpinst", "shpgrp", "do", "result",
    "mmath", "moMath", "moMathPara", "mr", "mnum", "mden", "me",
    "msup", "msub", "mdeg", "fldrslt", "shp", "field",
    "object",
})  # fmt: skip
r"""Destinations whose text is that of the paragraph, also after `\*`."""

CHARACTERS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "tab": "\t", "emspace": " ", "enspace": " ", "qmspace": " ", "page": " ",
    "column": " ", "line": "\n", "lbr": "\n", "softline": " ",
}  # fmt: skip
SYMBOLS = {
    "~": "\N{NO-BREAK SPACE}", "_": "\N{NON-BREAKING HYPHEN}", "\t": "\t",
    "{": "{", "}": "}", "\\": "\\",
}  # fmt: skip

NOTE_FORMATS = {
    "ar": "decimal", "alc": "lowerLetter", "auc": "upperLetter", "rlc": "lowerRoman",
    "ruc": "upperRoman", "chi": "chicago",
}  # fmt: skip

FORMATTING = frozenset({
    "cs", "s", "ds", "ts", "b", "i", "ul", "ulnone", "f", "fs", "cf", "cb", "highlight", "lang",
    "langfe", "langnp", "langfenp", "noproof", "expnd", "expndtw", "kerning", "charscalex", "caps",
    "scaps", "outl", "shad", "strike", "striked", "animtext", "af", "afs", "ab", "ai", "alang",
    "ltrch", "rtlch", "fcs", "loch", "hich", "dbch", "cgrid", "g", "nosupersub", "super", "sub",
    "up", "dn", "v", "plain", "uc", "insrsid", "charrsid", "pararsid", "delrsid", "deleted",
    "revised", "revauth", "revdttm", "par", "pard", "ql", "qr", "qj", "qc", "li", "ri", "fi", "sa",
    "sb", "sl", "slmult", "intbl", "itap", "ls", "ilvl", "outlinelevel", "rtlpar", "ltrpar",
    "keep", "keepn", "nowidctlpar", "widctlpar", "lin", "rin", "webhidden", "chcbpat", "chshdng",
})  # fmt: skip
r"""Words of formatting: before them, `\*` has no effect, since they are no destinations."""
