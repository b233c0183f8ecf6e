"""Words in an order that no text has: one word twice, an article before a preposition or a sign.

The rows of a page whose words are known may still be in disorder: two words exchanged, a row of
the next column within another one, a number on the other side of its word.  What stands side by
side then is seldom impossible, but of function words often is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress, groupby
from operator import eq

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import has_foreign_words
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.function_words import impossible_pair
from unreport.readers.pdf.spelling.known_words import is_known
from unreport.readers.pdf.uncertain_rows.reasons import mark

REPEATED = re.compile(r"(?:[^\W\d_]{3,}|[a-zа-яё]{2})")
TWICE = frozenset(
    "nous vous had that quelque jour bora blah tom so чуть еле едва вот جنبا شيئا يوما".split()
)
"""Words that are written twice: `nous nous engageons`, `the fact that that was`."""
ELISION = re.compile(
    r"[ldnsmtjq](?<![\w'’-].)(?:(?<!q)e|(?<=l)a|(?<=q)ue) "
    r"(?!onz|oui|ouï|uhlan|iota|ululer|un(?:ième)?\b)[aeiouâéèêîôœ][a-zß-öø-ÿœ]{3,}"
)
"""A word that French elides before a vowel: `de Assemblée`."""
ARTICLE = re.compile(
    r"a(?<![\w'’.-].)(?: (?:[aio](?!n[ce])|e(?!u|w|ur|ach))[a-z]{3,}"
    r"|n (?!honou?r|hour|heir|honest|herb|http|xml|[b-df-hj-np-tv-z]{2})[b-dfgj-np-tv-z][a-z]{3,})"
    r"(?![\w-])"
)
"""`a important`, `an session`."""
CODE = re.compile(r"[\\{}_=<>|~^$#`]|::|//")
ROW_END = " \n "  # is no word that stands beside another one
MOST_REPEATED = 2  # times that a document has what is impossible


def mark_word_sequences(rows: Sequence[TextLine], evidence: Evidence) -> None:
    """Mark the rows with words that cannot stand side by side."""
    if has_foreign_words(evidence.distinct_words):
        return
    languages = {script: own[0] for script, own in evidence.languages.items()}
    if not languages:
        return
    found = [
        (row, what)
        for _, page in groupby(rows, key=lambda row: row.page)
        for row in _candidates([row for row in page if row.certain], languages)
        if (what := impossible_words(row.text, languages))
    ]
    counts = Counter(what for _, what in found)
    for row, what in found:
        if counts[what] <= MOST_REPEATED:
            mark(row, f"“{what}” is not to be expected")


def _candidates(page: Sequence[TextLine], languages: Mapping[str, str]) -> Sequence[TextLine]:
    """The rows of a page if any of them may have such words: all are looked at as one text."""
    text = ROW_END.join([row.text for row in page])
    own = FORMS.get(languages.get("Latin", ""))
    is_possible = (
        any(map(REPEATED.fullmatch, _repeated_pieces(text)))
        or (own is not None and own.search(text) is not None)
        or any(impossible_pair(text.split(" "), language) for language in languages.values())
    )
    return page if is_possible else ()


def impossible_words(text: str, languages: Mapping[str, str]) -> str:
    """Words of a row that cannot stand side by side, nothing if all can.

    `languages` has the language of each script.

    >>> impossible_words("by the the Committee", {"Latin": "en"})
    'the the'
    >>> impossible_words("un projet de accord", {"Latin": "fr"})
    'de accord'
    >>> impossible_words("un projet de accord", {"Latin": "es"})
    ''
    """
    words = text.split(" ")
    for language in languages.values():
        if (pair := impossible_pair(words, language)) and not CODE.search(text):
            return pair
    if (word := _repeated_word(text)) and not CODE.search(text):
        return f"{word} {word}"
    own = FORMS.get(languages.get("Latin", ""))
    found = own.search(text) if own else None
    if found and not CODE.search(text) and is_known(found[0].partition(" ")[2]):
        return found[0]
    return ""


def _repeated_word(text: str) -> str:
    """A word that stands twice, with a sign after the second one or without."""
    return next(
        (
            word
            for word in _repeated_pieces(text)
            if f"{word} {word}" in text
            and REPEATED.fullmatch(word)
            and word.lower() not in TWICE
            and is_known(word.lower())
        ),
        "",
    )


def _repeated_pieces(text: str) -> Iterator[str]:
    """What stands twice between spaces, but for commas and full stops."""
    pieces = text.replace(",", "").replace(".", "").split(" ")
    return compress(pieces, map(eq, pieces, pieces[1:]))


FORMS: Mapping[str, re.Pattern[str]] = {"en": ARTICLE, "fr": ELISION}
