"""Columns in two scripts that were read across, so that each row has a piece of both.

Words in another script stand within sentences, and at their ends, but hardly in two rows that
follow one another so that each has some words in one script and then some in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.uncertain_rows.reasons import mark

REASON = "it goes on in another script, as the rows beside it do, like two columns read across"
FURNITURE = frozenset(("head", "foot", "note"))
LETTER = re.compile(
    "(?P<Latin>[A-Za-zÀ-ɏ])|(?P<Cyrillic>[Ѐ-ԯ])|(?P<Arabic>[\u0621-\u06ff])|(?P<Han>[一-鿿])"
)
LATIN, OTHER = re.compile("[A-Za-z]"), re.compile("[Ѐ-ԯ\u0621-\u06ff一-鿿]")
UNSPACED = "Han"
TWO = 2
LEAST_WORDS = 3  # in each script
LEAST_ROWS = 2


def mark_parallel_columns(rows: Sequence[TextLine]) -> None:
    """Mark rows that follow one another and go from one script to another in the same way."""
    body = [row for row in rows if row.region not in FURNITURE]
    for scripts, own in groupby(body, key=_scripts_of):
        found = [*own] if scripts else []
        if len(found) >= LEAST_ROWS:
            for row in found:
                if row.certain:
                    mark(row, REASON)


def _scripts_of(row: TextLine) -> tuple[str, ...]:
    text = row.text
    if row.table or not LATIN.search(text) or not OTHER.search(text):
        return ()
    return two_scripts(text)


def two_scripts(text: str) -> tuple[str, ...]:
    """The scripts of a text that has some words in one and then some in another; else nothing.

    >>> two_scripts("وأفاد أحد الخبراء بأن كتلة الجليد One expert reported that the mass")
    ('Arabic', 'Latin')
    >>> two_scripts("وأفاد أحد الخبراء بأن World Bank أعلن")
    ()
    """
    runs = [(script, sum(1 for _ in words)) for script, words in groupby(_scripts(text))]
    are_long = all(script == UNSPACED or count >= LEAST_WORDS for script, count in runs)
    return tuple(script for script, _ in runs) if len(runs) == TWO and are_long else ()


def _scripts(text: str) -> Iterator[str]:
    """The script of each word that has letters."""
    for word in text.split(" "):
        if (found := LETTER.search(word)) is not None:
            yield found.lastgroup or ""
