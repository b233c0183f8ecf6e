"""Latin letters and signs that an Arabic code page has for Arabic punctuation and marks.

Windows-1256 has the comma, the semicolon and the marks where Windows-1252 has `¡`, `º` and letters
with accents: `الإبل¡ منها` for `الإبل، منها`.  No text has one of these right behind an Arabic
letter.  Nor does a word begin with the tanwin of `لاً`, which a font gives for the mark alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.uncertain_rows.reasons import mark

ARABIC = "\u0621-\u063a\u0640-\u0652"
BEHIND_ARABIC = re.compile(
    f"[¡¿ºª¦¨¬¯´¸À-ÖØ-öø-ÿ](?<=[{ARABIC}\u0660-\u0669].)(?![A-Za-z])|[¡º](?<=[)»”’].)(?=\\s|$)"
)
LAM_ALEF_WITH_TANWIN = re.compile(f"(?<![{ARABIC}])ل(?:اً|ًا)|لاً(?=[{ARABIC}])")
AFTER_ALEF = re.compile("ال(?:اً|ًا)")
"""`ليلالاً` for `ليلاً`, beside `مجالاً`."""


def mark_code_page_signs(rows: Iterable[TextLine]) -> None:
    """Mark the rows with such a letter or sign, and those where a mark is read as `لاً`."""
    own = [row for row in rows if row.base == "R" and not row.text.isascii()]
    for row in own:
        if (found := BEHIND_ARABIC.search(row.text)) is not None:
            mark(row, f"“{found[0]}” stands for a sign or mark of an Arabic code page")
    is_mark = any(LAM_ALEF_WITH_TANWIN.search(row.text) for row in own)
    for row in own if is_mark else ():
        if LAM_ALEF_WITH_TANWIN.search(row.text) or AFTER_ALEF.search(row.text):
            mark(row, "a mark is read as “لاً”")
