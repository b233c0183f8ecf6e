"""Signs and digits that a font gives for letters.

`الوكا*ت` has a sign within a word, which no word has, so its row is marked.  The same sign at the
end of a word, or a Latin letter between two words, may be right, unless the document has it within
words again and again: then the font gives it for a ligature, and it stands for one there too.

In `A9B5IB8<@O9 CDB9>F` signs and digits stand for letters throughout: the codes of another encoding
were taken for text.  Code has such words, but fewer in a row; formulas (`H2O`), the names of rooms
and addresses are none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.row_spelling import BULLETS
from unreport.readers.pdf.uncertain_rows.reasons import mark

LETTER = "[\u0621-\u063a\u0641-\u064a]"
WITHIN_WORD = re.compile(f"({LETTER})([A-Za-z*'+<=>@\\\\^_`|~#$&])(?=({LETTER}))")
MIN_CONTEXTS = 2  # pairs of letters around a sign
WITHIN_LETTERS = re.compile(
    "[<>=?@;](?:(?<=[^\\W\\d_].)(?=[^\\W_])|(?<=[^\\W_].)(?=[^\\W\\d_]))"
    "|\\d(?<=[^\\W\\d_].)(?=[^\\W\\d_])"
)
"""A sign or digit within a word."""
BESIDE_LETTERS = re.compile(f"{WITHIN_LETTERS.pattern}|\\d(?:(?<=[^\\W\\d_].)|(?=[^\\W\\d_]))")
"""A digit at the beginning or the end of a word, too: `раннег0`, `6урях`."""
ADDRESS = re.compile("//|www\\.|[&?][a-z_]{1,20}=")
MAIL_ADDRESS = re.compile(
    "(?<![\\w.+-])[A-Za-z\\d_.+-]{1,64}@[A-Za-z\\d-]{1,63}(?:\\.[A-Za-z\\d-]{1,63}){1,8}"
)
HAN = "[\u3400-\u9fff]"
LATIN_SIGN = "[¡¢¤¦¨ª¬¯´¶¸º¿]"  # but £, ¥ and ÷ stand beside characters, too
WITHIN_HAN = re.compile(
    f"{LATIN_SIGN}(?:(?<={HAN}.)|(?={HAN}))"
    f"|[À-ÖØ-öø-ſ](?:(?<={HAN}.)(?![À-ÖØ-öø-ſ]?[A-Za-z])|(?<![A-Za-z].)(?={HAN}))"
)
"""What a code page of Latin letters has for Chinese characters: `本ô°第1段`."""
WITHIN_LATIN = re.compile("[¤¦§¬¶¼-¾](?<=[A-Za-zß-ÿ].)(?=[A-Za-zß-ÿ])|ª(?<!\\w.)(?=[A-Za-zß-ÿ])")
"""No sign of a word in any language: `women¶s`; an ordinal sign that a word begins with: `ªday`."""
PRIVATE = "[\ue000-\uf8ff]"
PRIVATE_WITHIN = re.compile(f"{PRIVATE}(?:(?<=[^\\s\ue000-\uf8ff].)|(?<!^[{BULLETS}])(?=\\S))")
"""But not a bullet before its text, however near."""
PRIVATE_CHARACTER = re.compile(PRIVATE)
WORD_CHARACTER = re.compile("\\w")
"""Letters and digits; those of bar codes, which some fonts have for private use, are none."""
FORMULA_OR_NAME = re.compile(
    "\\W?(?:[A-Z\\d]{1,6}|(?=\\w{1,6}\\b)(?:[A-Z][a-z]?\\d{0,2}){2,6}[a-z]?)\\W?"
)
"""`CO2`, `H1N1`, `K1A`; `HbA1c`, in which each small letter follows a capital."""
ORDINAL_OR_QUANTITY = re.compile(
    "\\W{0,2}(?:[1-9]\\d{0,3}-?(?:"
    "st|nd|rd|th|s|er|re|ère|e|ème|èmes|nde|º|ª|a|o|й|я|е|го|му|х|ми|ю|ой|ом"
    "|bis|ter|quater|quinquies|[a-d]"  # of inserted articles
    "|[kcdmµ]?m|[kmµ]?g|[mchk]?l|[km]?t|ha|[kMGT]?W|[kMGT]Wh|min|h|kV|[kMGT]B"
    "|[кдсм]?м|[км]?г|л|т|га|ч|мин|[км]?Вт"  # the International System of Units (BIPM)
    ")|[\\d.,]{0,9}(?:[kcdm]?m|[кдсм]?м)[23])\\W{0,2}"
)
"""Ordinals and decades, articles, quantities: `5th`, `3ème`, `90-х`; `12bis`; `25kg`, `40 km2`."""
MIN_GARBLED = 4  # rows of a document in which any other one is uncertain
LEAST_GARBLED, GARBLED_SHARE = 2, 0.25  # words of a row with one, and of its words


def mark_signs_within_words(rows: Iterable[TextLine]) -> None:
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
        if row.certain and (sign := beside.search(row.text)) is not None:
            mark(row, f"“{sign[0].strip()}” has a sign that stands within words elsewhere")


def _beside_words(signs: Iterable[str]) -> re.Pattern[str]:
    """One of some signs at the start or the end of an Arabic word, or alone behind one."""
    some = "[" + "".join(map(re.escape, signs)) + "]"
    return re.compile(f"{LETTER}{some}(?![\\w])|(?<!\\S){some}{LETTER}|{LETTER}[.,،؛:]? {some} ")


def mark_signs_within_han(rows: Iterable[TextLine]) -> None:
    """Mark the rows with letters or signs of Latin code pages beside Chinese characters."""
    for row in rows:
        if row.certain and not row.text.isascii() and (found := WITHIN_HAN.search(row.text)):
            mark(row, f"“{found[0]}” stands in the place of a Chinese character")


def mark_signs_within_latin(rows: Iterable[TextLine]) -> None:
    """Mark the rows with signs in the places of apostrophes, ligatures and quotation marks."""
    for row in rows:
        if row.certain and not row.text.isascii() and (found := WITHIN_LATIN.search(row.text)):
            mark(row, f"“{found[0]}” stands in the place of another sign within a word")


def mark_private_characters(rows: Iterable[TextLine]) -> None:
    """Mark the rows with characters for private use (Unicode 23.5) in the places of others.

    One that stands apart may be the bullet or box of a font of symbols, unless such characters
    stand within words or numbers again and again.
    """
    own = [
        row
        for row in rows
        if PRIVATE_CHARACTER.search(row.text) and WORD_CHARACTER.search(row.text)
    ]
    within = [row for row in own if PRIVATE_WITHIN.search(row.text)]
    for row in own if len(within) >= MIN_GARBLED else within:
        if row.certain:
            mark(row, "it has characters for private use, of which only the font knows the meaning")


def mark_garbled_words(rows: Iterable[TextLine]) -> None:
    """Mark the rows of which many words have signs or digits within them.

    Where several rows are garbled, any other one that has a sign beside a letter is uncertain, too.
    """
    own = list(rows)
    found = [(row, words) for row in own if (words := _garbled_words(row.text, WITHIN_LETTERS))]
    garbled = [one for one in found if _is_garbled(*one)]
    if len(garbled) >= MIN_GARBLED:
        garbled = [
            (row, words) for row in own if (words := _garbled_words(row.text, BESIDE_LETTERS))
        ]
    for row, words in garbled:
        mark(row, f"“{words[0]}” has signs or digits in the places of letters")


def _garbled_words(text: str, pattern: re.Pattern[str]) -> Sequence[str]:
    """The words with such signs or digits that are no formulas, names or addresses."""
    if not pattern.search(text) or ADDRESS.search(text):
        return ()
    words = (MAIL_ADDRESS.sub(" ", text) if "@" in text else text).split()
    return [word for word in words if pattern.search(word) and not _is_meant(word)]


def _is_meant(word: str) -> bool:
    """Whether a word has its digits by a convention."""
    return bool(FORMULA_OR_NAME.fullmatch(word) or ORDINAL_OR_QUANTITY.fullmatch(word))


def _is_garbled(row: TextLine, words: Sequence[str]) -> bool:
    return len(words) >= max(LEAST_GARBLED, GARBLED_SHARE * len(row.text.split()))
