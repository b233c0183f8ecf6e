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
    "datafield", "objdata", "mmathPr", "mrPr", "mctrlPr", "mfPr", "mradPr", "mdPr",
    "mnaryPr", "maccPr", "mmPr", "mmathPict", "listpicture", "falt", "panose", "userprops",
    "factoidname", "xmlname", "xmlattrname", "xmlattrvalue",
})  # fmt: skip
"""Destinations without text of the document."""

TRANSPARENT = frozenset({
    "shpinst", "shpgrp", "do", "result",
    "mmath", "fldrslt", "shp", "field", "object",
})  # fmt: skip
r"""Destinations whose text is that of the paragraph, also after `\*`."""

CHARACTERS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "tab": "\t", "emspace": " ", "enspace": " ", "qmspace": " ", "page": "\n",
    "column": "\n", "line": "\n", "lbr": "\n", "softline": " ",
}  # fmt: skip
SYMBOLS = {
    "~": "\N{NO-BREAK SPACE}", "_": "\N{NON-BREAKING HYPHEN}", "\t": "\t",
    "{": "{", "}": "}", "\\": "\\",
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

DESTINATIONS = {
    "fldinst": "code", "listtext": "label", "pntext": "label", "upr": "ansi", "ud": "text",
    "nesttableprops": "row",
}  # fmt: skip
"""Destinations by what their text is."""
SUBDOCUMENTS = frozenset({"footnote"}) | HEADERS | FOOTERS | TEXT_BOXES

TOGGLES = {
    "b": "bold", "i": "italic", "v": "hidden", "deleted": "deleted", "revised": "inserted",
}  # fmt: skip
"""Character properties that are off with the parameter 0."""
CHARACTER_VALUES = {
    "super": ("vertical", "superscript"), "sub": ("vertical", "subscript"),
    "nosupersub": ("vertical", None), "loch": ("associated", True),
    "hich": ("associated", True), "dbch": ("associated", True),
}  # fmt: skip
PARAGRAPH_VALUES = {
    "qc": ("centred", True), "ql": ("centred", False), "qr": ("centred", False),
    "qj": ("centred", False), "intbl": ("in_table", True),
}  # fmt: skip
PARAGRAPH_NUMBERS = {
    "s": "style", "ls": "list_number", "ilvl": "list_level", "outlinelevel": "outline",
    "itap": "table_depth", "dropcapt": "drop_cap", "li": "left", "lin": "left", "fi": "first",
}  # fmt: skip
ACTIONS = {
    "par": "paragraph_mark", "sect": "section_mark", "nestcell": "nested_cell",
    "nestrow": "nested_row", "u": "unicode", "cell": "cell", "row": "row", "trowd": "row_defaults",
    "cellx": "cell_edge", "clvmrg": "continue_merge", "chftn": "note_mark", "ansicpg": "code_page",
    "formfield": "form_field",
    "moMath": "formula", "moMathPara": "formula",
}  # fmt: skip
"""Methods of the interpreter."""
STATE_ACTIONS = {
    "pard": "default_paragraph", "plain": "plain", "f": "set_font", "af": "set_rtl_font",
    "rtlch": "right_to_left", "ltrch": "left_to_right", "fs": "set_size", "up": "raise_text",
    "uc": "set_fallback",
}  # fmt: skip
"""Methods of the state of a group."""
