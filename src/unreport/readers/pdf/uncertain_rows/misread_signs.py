"""Signs and Latin letters that a font gives for Arabic letters, in rows where they might be right.

`الوكا*ت` has a sign within a word, which no word has, so its row is marked.  The same sign at the
end of a word, or a Latin letter between two words, may be right, unless the document has it within
words again and again: then the font gives it for a ligature, and it stands for one there too.

Ghostscript 10.0 combines both bytes of some characters, so that `9` stands for the apostrophe
(U+2019), `S` for œ (U+0153), `¬` for € (U+20AC), and letters and signs for ideographs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.known_words import is_known

LETTER = "[\u0621-\u063a\u0641-\u064a]"
WITHIN_WORD = re.compile(f"({LETTER})([A-Za-z*'+<=>@\\\\^_`|~#$&])(?=({LETTER}))")
MIN_CONTEXTS = 2  # pairs of letters around a sign
APOSTROPHE = re.compile(r"(?i)(?<![\w.-])([a-zà-ÿ]{1,9})9([a-zà-ÿœ]{1,20})(?!\.?[a-zà-ÿœ_@])")
ELISIONS = frozenset("c d j l m n s t qu jusqu lorsqu puisqu aujourd".split())
CONTRACTIONS = frozenset("s t re ve ll d".split())
LIGATURE = re.compile(r"(?<![^\W\d_])([A-Za-zà-ÿ]{0,12})S([a-zà-ÿ]{2,20})(?!\w)")
EURO = "\N{NOT SIGN}"


HAN = "[\u4e00-\u9fff]"
ACCENTED = "[À-ÖØ-öø-Ā]"
AMONG_HAN = re.compile(rf"{HAN}{ACCENTED}(?![A-Za-zÀ-ÿ])|(?<![A-Za-zÀ-ÿ]){ACCENTED}{HAN}")
BETWEEN_HAN = re.compile(rf"{HAN}[!-~]{HAN}|{HAN}[!-~](?:\s|$)|^[!-~]{HAN}")
MIN_ROWS = 3  # with an accented letter among ideographs


def mark_misread_signs(rows: Iterable[TextLine]) -> None:
    """Mark the rows that have a sign beside or between Arabic words that stands for letters."""
    own = list(rows)
    for row in own:
        row.certain = row.certain and not has_combined_bytes(row.text)
    _mark_ideographs(own)
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


def _mark_ideographs(rows: Iterable[TextLine]) -> None:
    """Mark Chinese rows with an accented letter alone, or any letter if several have such."""
    han = [row for row in rows if row.certain and not row.text.isascii()]
    accented = [row for row in han if AMONG_HAN.search(row.text)]
    more = (row for row in han if BETWEEN_HAN.search(row.text))
    for row in (*accented, *more) if len(accented) >= MIN_ROWS else accented:
        row.certain = False


def _beside_words(signs: Iterable[str]) -> re.Pattern[str]:
    """One of some signs at the start or the end of an Arabic word, or alone behind one."""
    some = "[" + "".join(map(re.escape, signs)) + "]"
    return re.compile(f"{LETTER}{some}(?![\\w])|(?<!\\S){some}{LETTER}|{LETTER}[.,،؛:]? {some} ")


def has_combined_bytes(text: str) -> bool:
    """Whether a row has a sign or letter that is another character with both bytes in one.

    >>> has_combined_bytes("l9art"), has_combined_bytes("les Suvres"), has_combined_bytes("le S9")
    (True, True, False)
    """
    if EURO in text:
        return True
    if "9" in text and any(map(_is_apostrophe, APOSTROPHE.finditer(text))):
        return True
    words = LIGATURE.finditer(text) if "S" in text else ()
    return any(
        not is_known(found[0].lower()) and is_known(f"{found[1]}œ{found[2]}".lower())
        for found in words
    )


def _is_apostrophe(found: re.Match[str]) -> bool:
    before, after = found[1].lower(), found[2].lower()
    return before in ELISIONS or (is_known(before) and after in CONTRACTIONS)
