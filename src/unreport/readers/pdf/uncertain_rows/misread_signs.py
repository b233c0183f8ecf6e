"""Signs and Latin letters that a font gives for Arabic letters, in rows where they might be right.

`الوكا*ت` has a sign within a word, which no word has, so its row is marked.  The same sign at the
end of a word, or a Latin letter between two words, may be right, unless the document has it within
words again and again: then the font gives it for a ligature, and it stands for one there too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from unreport.readers.pdf.layout.text_lines import TextLine

LETTER = "[\u0621-\u063a\u0641-\u064a]"
WITHIN_WORD = re.compile(f"({LETTER})([A-Za-z*'+<=>@\\\\^_`|~#$&])(?=({LETTER}))")
MIN_CONTEXTS = 2  # pairs of letters around a sign


def mark_misread_signs(rows: Iterable[TextLine]) -> None:
    """Mark the rows that have a sign beside or between Arabic words that stands for letters."""
    own = list(rows)
    contexts: dict[str, set[str]] = defaultdict(set)
    for row in own:
        if not row.certain:
            for found in WITHIN_WORD.finditer(row.text):
                contexts[found[2]].add(found[1] + found[3])
    signs = [sign for sign, around in contexts.items() if len(around) >= MIN_CONTEXTS]
    if not signs:
        return
    beside = _beside_words(signs)
    for row in own:
        if row.certain and beside.search(row.text):
            row.certain = False


def _beside_words(signs: Iterable[str]) -> re.Pattern[str]:
    """One of some signs at the start or the end of an Arabic word, or alone behind one."""
    some = "[" + "".join(map(re.escape, signs)) + "]"
    return re.compile(f"{LETTER}{some}(?![\\w])|(?<!\\S){some}{LETTER}|{LETTER}[.,،؛:]? {some} ")
