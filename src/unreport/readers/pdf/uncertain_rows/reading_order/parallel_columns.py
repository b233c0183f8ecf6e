"""Columns in two scripts that were read across, so that each row has a piece of both.

Words in another script stand within sentences, and at their ends, but hardly in two rows that
follow one another so that each has some words in one script and then some in the other.  Lists of
names and titles in two scripts do, but each of their rows is complete in itself, and what stands in
brackets explains a name: no sentence runs on from row to row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from unreport.readers.pdf.layout.page_layout import BESIDE_TEXT
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.function_words import needs_noun
from unreport.readers.pdf.spelling.known_words import LANGUAGES_OF
from unreport.readers.pdf.uncertain_rows.reasons import mark

REASON = "it goes on in another script, as the rows beside it do, like two columns read across"
LETTER = re.compile(
    "(?P<Latin>[A-Za-zÀ-ɏ])|(?P<Cyrillic>[Ѐ-ԯ])|(?P<Arabic>[\u0621-\u06ff])|(?P<Han>[一-鿿])"
)
LATIN, OTHER = re.compile("[A-Za-z]"), re.compile("[Ѐ-ԯ\u0621-\u06ff一-鿿]")
HAN = re.compile("[一-鿿]")
UNSPACED, LEAST_CHARACTERS = "Han", 6
CASED = frozenset(("Latin", "Cyrillic"))
EXPLANATION = re.compile("[(（\\[](?![^\\W_]{1,3}[)）\\]])")
"""The beginning of what stands in brackets, but not that of item `(a)`."""
TWO = 2
LEAST_WORDS = 3  # in each script
LEAST_ROWS = 2


class Piece(NamedTuple):
    """The words of a row in one script, with signs and numbers that stand among them."""

    script: str
    words: Sequence[str]


def mark_parallel_columns(rows: Sequence[TextLine]) -> None:
    """Mark rows that follow one another and go from one script to another in the same way."""
    body = [row for row in rows if row.region not in BESIDE_TEXT]
    for scripts, own in groupby(body, key=_scripts_of):
        found = [*own] if scripts else []
        if len(found) >= LEAST_ROWS and _runs_on([pieces_of(row.text) for row in found]):
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
    pieces = pieces_of(text)
    if len(pieces) != TWO or EXPLANATION.match(pieces[1].words[0]):
        return ()
    return tuple(piece.script for piece in pieces) if all(map(_is_long, pieces)) else ()


def pieces_of(text: str) -> Sequence[Piece]:
    """The pieces of a row in one script each, without the words that have no letters."""
    scripts = [
        (found.lastgroup or "", word) for word in text.split() if (found := LETTER.search(word))
    ]
    return [
        Piece(script, [word for _, word in own])
        for script, own in groupby(scripts, key=itemgetter(0))
    ]


def _is_long(piece: Piece) -> bool:
    if piece.script == UNSPACED:
        return len(HAN.findall("".join(piece.words))) >= LEAST_CHARACTERS
    return len(piece.words) >= LEAST_WORDS


def _runs_on(rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether a sentence runs on from row to row in each script that has small letters.

    Entries of a glossary begin with small letters, too, but not with a preposition or determiner,
    nor do they end with one.
    """
    columns = [column for column in zip(*rows, strict=True) if column[0].script in CASED]
    return all(
        any(piece.words[0][0].islower() for piece in column[1:]) for column in columns
    ) and any(
        needs_noun(word, language)
        for column in columns
        for piece in column
        for word in (piece.words[0], piece.words[-1])
        for language in LANGUAGES_OF[piece.script]
    )
