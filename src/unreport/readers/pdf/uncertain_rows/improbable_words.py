"""Unknown words that are spelt as hardly any word is, or are a known one but for a slip.

Most unknown words of a right text are names, compounds and rare forms, which are spelt as other
words are.  One that has a letter wrong is seldom: its letters stand together as in few words, or
it is a known word once a doubled letter is single or two letters have changed places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import OTHER_LANGUAGES
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.arabic_affixes import is_form_of_known_word
from unreport.readers.pdf.spelling.known_words import is_known, is_known_spelling, script_of
from unreport.readers.pdf.spelling.letter_trigrams import likelihood
from unreport.readers.pdf.spelling.spelling_errors import is_likely_error
from unreport.readers.pdf.uncertain_rows.unknown_words import MIN_FOREIGN, words_below

LEAST_LIKELY: Mapping[str, float] = {"Arabic": -19, "Cyrillic": -11.5, "Latin": -12.5}
"""The likelihood of an unknown word of a script; one in thirty of right texts has less."""
LEAST_LETTERS = 4
MANY = 8  # distinct improbable words of a document, of which those that are repeated count too
MANY_SHARE = 0.04  # of its distinct words


def mark_improbable_words(rows: Sequence[TextLine], evidence: Evidence) -> None:
    """Mark the rows that have an improbable unknown word.

    A word that is repeated is one of the document's terms, unless far too many are improbable.
    """
    words = {word for _, word in evidence.words}
    if len(OTHER_LANGUAGES & words) >= MIN_FOREIGN:
        return
    improbable = {word for word in words if not is_known(word) and is_improbable(word)}
    found = [*_rows_with(improbable, rows)] if improbable else []
    counts = Counter(word for _, own in found for word in own)
    is_term = len(counts) < max(MANY, MANY_SHARE * len(words))
    for row, own in found:
        if not is_term or any(counts[word] == 1 for word in own):
            row.certain = False


def _rows_with(
    words: Collection[str], rows: Sequence[TextLine]
) -> Iterator[tuple[TextLine, Sequence[str]]]:
    """The rows with some words, without parts of words that are hyphenated at row ends."""
    above = ""
    for row in rows:
        if any(word in row.text for word in words):
            own = [word for word in words_below(above, row.text) if word in words]
            if own:
                yield row, own
        above = row.text


def is_improbable(word: str) -> bool:
    """Whether a word is unknown, and spelt as hardly any word is or known but for an error.

    >>> is_improbable("committee"), is_improbable("comimttee"), is_improbable("storekeepers")
    (False, True, False)
    """
    if len(word) < LEAST_LETTERS or is_known_spelling(word):
        return False
    script = script_of(word)
    if script == "Arabic" and is_form_of_known_word(word):
        return False
    return likelihood(word) <= LEAST_LIKELY[script] or is_likely_error(word)
