"""Unknown words that are spelt as hardly any word is, or are a known one but for a slip.

Most unknown words of a right text are names, compounds and rare forms, which are spelt as other
words are.  One that has a letter wrong is seldom: its letters stand together as in few words, or
it is a known word once a doubled letter is single or two letters have changed places.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import has_foreign_words
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.affixes import is_derived
from unreport.readers.pdf.spelling.arabic_affixes import is_form_of_known_word
from unreport.readers.pdf.spelling.known_words import (
    is_known,
    is_known_spelling,
    is_usual,
    script_of,
)
from unreport.readers.pdf.spelling.letter_trigrams import likelihood
from unreport.readers.pdf.spelling.species_names import species_epithets
from unreport.readers.pdf.spelling.spelling_errors import is_likely_error
from unreport.readers.pdf.uncertain_rows.reasons import mark
from unreport.readers.pdf.uncertain_rows.unknown_words import is_quoted, words_below

Languages: TypeAlias = Mapping[str, Sequence[str]]

LEAST_LIKELY: Mapping[str, float] = {"Arabic": -19, "Cyrillic": -11.5, "Latin": -12.5}
"""The likelihood of an unknown word of a script; one in thirty of right texts has less."""
DOUBLED: Mapping[str, re.Pattern[str]] = {
    "Arabic": re.compile(r"(\w{3,6})\1"),
    "Cyrillic": re.compile(r"(\w{5,6})\1"),
    "Latin": re.compile(r"(\w{5,6})\1"),
}
"""Letters that stand twice in an unknown word: `recomrecommended`.

Fewer than five may be the doubled syllables of a Pacific or African word: `kerekere`.
"""
LEAST_LETTERS = 4
SOME, SOME_SHARE = 2, 0.007  # distinct improbable words of a document, and of its words
MANY, MANY_SHARE = 4, 0.015
"""Of 330 right documents nine have some, none has many."""
ERRORS_SHARE, IMPROBABLE_SHARE = 0.65, 0.35
"""Of improbable words known ones but for an error, and of unknown words improbable ones: of manuals
of software one in ten has more, of damaged texts nine in ten.
"""
LEAST_WORDS, USUAL_SHARE = 60, 0.85  # distinct words, and those of official documents among them
FEW_SHARE = 0.02  # of the words, unknown
COMPLETE = "en"  # the language of which hardly a right word is unknown: one in a thousand


def mark_improbable_words(rows: Sequence[TextLine], evidence: Evidence) -> None:
    """Mark the rows that have an improbable unknown word.

    A word that is repeated is one of the document's terms, unless several words are improbable.
    Where many are, unknown words that are no forms of known ones are uncertain too.
    """
    words = evidence.distinct_words
    if has_foreign_words(words):
        return
    languages = evidence.languages
    others = evidence.words_of_fonts - words
    improbable = {
        word
        for own in (words, others)
        for word in own
        if not is_known(word) and is_improbable(word, languages)
    }
    found = [*_rows_with(improbable, rows)]
    counts = Counter(word for _, own in found for word in own)
    is_term = len(counts) < max(SOME, SOME_SHARE * len(words))
    unknown = _few_unknown_words(words, languages)
    if unknown is not None:
        unknown |= improbable & others
        found = [*_without_epithets(_rows_with(unknown, rows), rows, improbable)]
        counts.update(word for _, own in found for word in own if word not in counts)
    elif len(counts) >= max(MANY, MANY_SHARE * len(words)):
        found = [*_rows_with(_doubtful(_unexplained(words, languages), counts), rows)]
    for row, own in found:
        once = [
            word
            for word in own
            if (counts[word] == 1 or not (is_term and word in counts))
            and not is_quoted(word, row.text)
        ]
        if once:
            mark(row, f"“{once[0]}” is no known word")


def _doubtful(unexplained: Collection[str], improbable: Collection[str]) -> Collection[str]:
    """The unexplained words that are doubtful in a document of many improbable ones.

    Most of the unknown words of a damaged text are improbable, and known ones but for an error.  Of
    the terms and names of commands in a manual few are.
    """
    errors = {word for word in improbable if is_likely_error(word)}
    if len(errors) >= ERRORS_SHARE * len(improbable) or len(improbable) >= IMPROBABLE_SHARE * len(
        unexplained
    ):
        return unexplained
    return errors


def _unexplained(words: Iterable[str], languages: Languages) -> set[str]:
    return {word for word in words if _is_unexplained(word, languages)}


def _few_unknown_words(words: Collection[str], languages: Languages) -> set[str] | None:
    """The unknown words of a document whose words are nearly all usual ones of official documents.

    None for any other document, and in a language of which right words are unknown, too.
    """
    if len(words) < LEAST_WORDS or sum(map(is_usual, words)) < USUAL_SHARE * len(words):
        return None
    latin = sum(script_of(word) == "Latin" for word in words)
    if 2 * latin < len(words) or languages["Latin"][0] != COMPLETE:
        return None
    unknown = _unexplained(words, languages)
    return unknown if len(unknown) <= FEW_SHARE * len(words) else None


def _rows_with(
    words: Collection[str], rows: Sequence[TextLine]
) -> Iterator[tuple[TextLine, Sequence[str]]]:
    """The rows with some words, without parts of words that are hyphenated at row ends."""
    above = ""
    for row in rows if words else ():
        text = _without_calls(row) if row.calls else row.text
        own = [word for word in words_below(above, text) if word in words]
        if own:
            yield row, own
        above = row.text


def _without_epithets(
    found: Iterable[tuple[TextLine, Sequence[str]]],
    rows: Sequence[TextLine],
    improbable: Collection[str],
) -> Iterator[tuple[TextLine, Sequence[str]]]:
    """The rows with unknown words that are no probable epithets of species."""
    above = {id(below): row.text for row, below in pairwise(rows)}
    for row, words in found:
        epithets = {*species_epithets(row.text, above.get(id(row), ""))} - {*improbable}
        own = [word for word in words if word not in epithets]
        if own:
            yield row, own


def _without_calls(row: TextLine) -> str:
    """The text of a row without the calls of notes, which may be letters: `programmeª`."""
    text = row.text
    for start, end in reversed(row.calls):
        text = f"{text[:start]} {text[end:]}"
    return text


def is_improbable(word: str, languages: Languages) -> bool:
    """Whether a word is unknown, and spelt as hardly any word is or known but for an error.

    `languages` has the languages of each script of the document.

    >>> english = {"Latin": ["en"]}
    >>> is_improbable("committee", english), is_improbable("comimttee", english)
    (False, True)
    >>> is_improbable("storekeepers", english)
    False
    """
    if not _is_unexplained(word, languages):
        return False
    return (
        _has_doubled_part(word)
        or likelihood(word) <= LEAST_LIKELY[script_of(word)]
        or is_likely_error(word)
    )


def _has_doubled_part(word: str) -> bool:
    """Whether letters within a word stand twice; a word doubled as a whole may be right."""
    found = DOUBLED[script_of(word)].search(word)
    return found is not None and found[0] != word


def _is_unexplained(word: str, languages: Languages) -> bool:
    """Whether a word is unknown, and no form of a known one."""
    if len(word) < LEAST_LETTERS or is_known_spelling(word):
        return False
    script = script_of(word)
    if script == "Arabic":
        return not is_form_of_known_word(word)
    return not is_derived(word, languages.get(script, ()))
