"""Words with a capital letter within them or digits beside them, which the document has once.

`comMittee` is no name, since the word in small letters is a known one; in `Committee12` the call of
a note was read as part of the word, or a space is lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.known_words import is_known, is_surely_usual
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
LATER_CAPITAL = re.compile(f"(?<=.)[{CAPITAL}](?=.)")
DIGITS_AFTER = re.compile(
    f"(?<![{JOINED}])([{CAPITAL}]?[{SMALL}]{{4,30}})\\d{{1,3}}(?![\\w/@%&=+*#°]|[.,:-]\\d|-\\w)"
    "|(?<![\\w\u064b-\u0652])([\u0621-\u063a\u0641-\u0652]{3,30})\\d{1,4}(?![\\w/])"
)
DIGITS_BEFORE = re.compile(
    f"(?<![\\w/.,@\\\\:_&=+*#°%'’-])\\d{{1,4}}([{SMALL}]{{4,30}})(?![\\w/@\\\\:_&=+*#(-]|\\.\\w)"
)
BESIDE = re.compile(f"[{CAPITAL}\\d](?:(?<=[{SMALL}\u0621-\u0652].)|(?<=\\d)(?=[{SMALL}]))")
"""A capital or a digit after a small letter, or a digit before one: what most rows have not."""
LEAST_LETTERS = 4
LEAST_PART = 4  # letters of each of two words that are joined as in `JavaScript`
MOST = 2  # rows of a document with one of these
DIGITS = re.compile("\\d+")
VOWELS = re.compile("[\u0640\u064b-\u0652]+")


def mark_odd_word_forms(rows: Sequence[TextLine]) -> None:
    """Mark the rows with a known word that has a capital within it, or digits without a space."""
    found = [
        (row, what)
        for row in rows
        if BESIDE.search(row.text)
        for what in odd_word_forms(row.text, row.calls)
    ]
    counts = Counter(what for _, what in found)
    words = Counter(DIGITS.sub("", what) for what in counts)  # `name` of `name1` and `name2`
    for row, what in found:
        if row.certain and counts[what] <= MOST and words[DIGITS.sub("", what)] == 1:
            mark(row, f"“{what}” is no word, but would be in small letters or with a space")


def odd_word_forms(text: str, calls: Sequence[tuple[int, int]] = ()) -> Iterator[str]:
    """Words of a row with a capital within them, or digits that are no call of a note.

    >>> [*odd_word_forms("the comMittee, JavaScript and the prÈsident")]
    ['comMittee', 'prÈsident']
    >>> [*odd_word_forms("the Committee12 met"), *odd_word_forms("the Committee12", [(13, 15)])]
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
    for pattern in (DIGITS_AFTER, DIGITS_BEFORE):
        for found in pattern.finditer(text):
            word = VOWELS.sub("", found[found.lastindex or 0].lower())
            is_call = any(start < found.end() and found.start() < end for start, end in calls)
            if not is_call and is_surely_usual(word):
                yield found[0]


def _is_joined(word: str) -> bool:
    """Whether a word is two known ones, the second one with a capital."""
    at = LATER_CAPITAL.search(word)
    if at is None:
        return False
    left, right = word[: at.start()].lower(), word[at.start() :].lower()
    return min(len(left), len(right)) >= LEAST_PART and is_known(left) and is_known(right)
