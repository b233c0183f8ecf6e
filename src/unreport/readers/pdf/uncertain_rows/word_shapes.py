"""Words of an odd shape: a capital letter or sign within, digits beside them; once in a document.

`comMittee` is no name, since the word in small letters is a known one; in `Committee12` the call of
a note was read as part of the word, or a space is lost.  In `coastaT` and `en/ure` another glyph
stands in the place of one letter, with which the word would be a usual one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.known_words import (
    LANGUAGES_OF,
    is_known,
    is_surely_usual,
    script_of,
)
from unreport.readers.pdf.spelling.letter_trigrams import ALPHABETS
from unreport.readers.pdf.uncertain_rows.reasons import mark

SMALL, CAPITAL = "a-zß-öø-ÿœа-яё", "A-ZÀ-ÖØ-ÞŒА-ЯЁ"
JOINED = "\\w/.@\\\\:_&=+*#-"
CAPITAL_WITHIN = re.compile(
    f"(?<![{JOINED}])(?:[{SMALL}]{{2,30}}[{CAPITAL}][{SMALL}]{{0,30}}"
    f"|[{CAPITAL}]{{2,30}}[{SMALL}][{CAPITAL}]{{1,30}})(?![\\w/@\\\\:_&=+*#(]|\\.\\w)"
)
"""`comMittee`, `COMMiTTEE`; but `McLaughlin`, `ProGres`, `eGovernment`."""
ACCENTED_WITHIN = re.compile(
    f"(?<![{JOINED}])[{CAPITAL}]?[{SMALL}]{{1,30}}[À-ÖØ-ÞŒ][{SMALL}][{SMALL}À-ÖØ-ÞŒ]{{0,30}}(?![\\w@/])"
)
"""`prÈsident`: what the code page of another system has for `é`; no name is spelt so."""
ODD_LETTER = re.compile(
    f"(?<![{JOINED}'’])[{CAPITAL}]?[{SMALL}]{{1,30}}"
    f"(?:[{CAPITAL}](?=[{SMALL}]{{0,30}}(?![{JOINED}'’(]))|[\"$/*%&=+](?=[{SMALL}]))"
    f"[{SMALL}]{{0,30}}(?![{JOINED}'’(])"
)
"""A word in small letters but for one sign or capital."""
IS_SMALL = re.compile(f"[{SMALL}]")
LATER_CAPITAL = re.compile(f"(?<=.)[{CAPITAL}](?=.)")
DIGITS_AFTER = re.compile(
    f"(?<![{JOINED}])([{CAPITAL}]?[{SMALL}]{{4,30}})\\d{{1,3}}(?![\\w/@%&=+*#°]|[.,:-]\\d|-\\w)"
    "|(?<![\\w\u064b-\u0652])([\u0621-\u063a\u0641-\u0652]{3,30})\\d{1,4}(?![\\w/])"
)
DIGITS_BEFORE = re.compile(
    f"(?<![\\w/.,@\\\\:_&=+*#°%'’-])\\d{{1,4}}([{SMALL}]{{4,30}})(?![\\w/@\\\\:_&=+*#(-]|\\.\\w)"
)
BESIDE = re.compile(f'["$/*%&=+{CAPITAL}\\d](?:(?<=[{SMALL}\u0621-\u0652].)|(?<=\\d)(?=[{SMALL}]))')
"""A capital, sign or digit after a small letter, or a digit before one: most rows have none."""
LEAST_LETTERS = 4
LEAST_COMPLETED = 5  # letters of a word of which one is another glyph
LEAST_PART = 4  # letters of each of two words that are joined as in `JavaScript`
MOST = 2  # rows of a document with one of these
DIGITS = re.compile("\\d+")
VOWELS = re.compile("[\u0640\u064b-\u0652]+")


def mark_odd_word_shapes(rows: Sequence[TextLine]) -> None:
    """Mark the rows with a known word that has a capital within it, or digits without a space."""
    found = [
        (row, what)
        for row in rows
        if BESIDE.search(row.text)
        for what in odd_word_shapes(row.text, row.calls)
    ]
    counts = Counter(what for _, what in found)
    words = Counter(DIGITS.sub("", what) for what in counts)  # `name` of `name1` and `name2`
    for row, what in found:
        if row.certain and counts[what] <= MOST and words[DIGITS.sub("", what)] == 1:
            mark(row, f"“{what}” is no word, but would be in small letters or with a space")


def odd_word_shapes(text: str, calls: Sequence[tuple[int, int]] = ()) -> Iterator[str]:
    """Words of a row with a capital within them, or digits that are no call of a note.

    >>> [*odd_word_shapes("the comMittee, JavaScript and the prÈsident")]
    ['comMittee', 'prÈsident']
    >>> [*odd_word_shapes("the Committee12 met"), *odd_word_shapes("the Committee12", [(13, 15)])]
    ['Committee12']
    """
    if text.isupper():
        return
    for found in CAPITAL_WITHIN.finditer(text):
        word = found[0]
        if len(word) >= LEAST_LETTERS and is_known(word.lower()) and not _is_joined(word):
            yield word
    yield from (
        found[0] for found in ACCENTED_WITHIN.finditer(text) if not is_known(found[0].lower())
    )
    for found in ODD_LETTER.finditer(text):
        if not ACCENTED_WITHIN.fullmatch(found[0]) and _is_usual_but_for_one(found[0]):
            yield found[0]
    for pattern in (DIGITS_AFTER, DIGITS_BEFORE):
        for found in pattern.finditer(text):
            word = VOWELS.sub("", found[found.lastindex or 0].lower())
            is_call = any(start < found.end() and found.start() < end for start, end in calls)
            if not is_call and is_surely_usual(word):
                yield found[0]


def _is_usual_but_for_one(word: str) -> bool:
    """Whether a word would be a usual one with a letter instead of its sign or later capital.

    Two words may be on both sides of a sign: `and/or`.
    """
    at = next(at for at in range(1, len(word)) if not IS_SMALL.fullmatch(word[at]))
    left, right = word[:at].lower(), word[at + 1 :]
    if len(word) < LEAST_COMPLETED or is_known(word.lower()):
        return False
    if not word[at].isalpha() and is_known(left) and is_known(right):
        return False
    if word[at].isalpha() and len(right) >= LEAST_PART - 1 and is_known(word[at:].lower()):
        return False
    languages = LANGUAGES_OF[script_of(left)]
    letters = dict.fromkeys("".join(ALPHABETS[language] for language in languages))
    return any(is_surely_usual(left + letter + right) for letter in letters)


def _is_joined(word: str) -> bool:
    """Whether a word is two known ones, the second one with a capital."""
    at = LATER_CAPITAL.search(word)
    if at is None:
        return False
    left, right = word[: at.start()].lower(), word[at.start() :].lower()
    return min(len(left), len(right)) >= LEAST_PART and is_known(left) and is_known(right)
