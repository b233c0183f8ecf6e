"""Words with a capital that have an error: at the beginning of a sentence, in titles and names.

Most unknown words with a capital are names, which no list has.  One is doubtful if its letters
stand together as in hardly any word, if it is a known word but for an error, or if the document has
a name that differs in one letter again and again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import has_foreign_words
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.known_words import is_known, script_of
from unreport.readers.pdf.uncertain_rows.improbable_words import is_improbable
from unreport.readers.pdf.uncertain_rows.misspelt_words import by_ends, is_one_edit
from unreport.readers.pdf.uncertain_rows.reasons import mark

CAPITALISED = re.compile(
    r"(?<![\w@/:._\\#$&=<>{}|^~'’-])[A-ZÀ-ÖØ-ÞА-ЯЁ][a-zß-öø-ÿœа-яё]{5,}"
    r"(?![\w@/_\\&=<>{}|^~'’-]|\.\w)"
)
"""Of six letters or more; shorter ones are mostly names."""
NAME_BEFORE = re.compile("(?<![^\\W\\d_])[A-ZÀ-ÖØ-ÞА-ЯЁ][^\\W\\d_]*[.]?,? $")
NAME_AFTER = re.compile(",? ?[A-ZÀ-ÖØ-ÞА-ЯЁ]")
LONGEST_NAME = 20  # characters
REPEATED = 3  # occurrences of the other word
MAX_SHARE = 0.04  # of the distinct words; beyond it the names are those of another language
MIN_WORDS = 50


def mark_capitalised_words(rows: Sequence[TextLine], evidence: Evidence) -> None:
    """Mark the rows that have a word with a capital and an error, once in the document."""
    known = evidence.distinct_words
    if has_foreign_words(known):
        return
    own = [(row, found) for row in rows for found in CAPITALISED.finditer(row.text)]
    counts = Counter(found[0].lower() for _, found in own)
    rare = {w for w, n in counts.items() if n == 1 and w not in known and not is_known(w)}
    script = _usual_script(known) if rare else ""
    rare = {word for word in rare if script_of(word) == script}
    if not rare or len(rare) > MAX_SHARE * max(MIN_WORDS, len(known)):
        return
    repeated = by_ends(_repeated(counts, evidence))
    for row, found in own:
        word = found[0].lower()
        if row.certain and word in rare:
            if other := _elsewhere(word, repeated):
                mark(row, f"“{found[0]}” is “{other}” elsewhere")
            elif is_improbable(word, evidence.languages) and not _is_part_of_name(found):
                mark(row, f"“{found[0]}” is no known word")


def _usual_script(words: Iterable[str]) -> str:
    """The script of most words; capitals in another one, as in Arabic, are those of names."""
    counts = Counter(map(script_of, words))
    return max(counts, key=counts.__getitem__, default="")


def _elsewhere(word: str, repeated: Mapping[tuple[str, str], Sequence[str]]) -> str:
    """A word that the document has again and again, of which one has an error."""
    own = repeated.get((word[0], word[-1]), ())
    return next((other for other in own if is_one_edit(word, other)), "")


def _is_part_of_name(found: re.Match[str]) -> bool:
    """Whether another word with a capital stands beside a word, as a name of a person has."""
    start, end = found.span()
    before, after = found.string[max(0, start - LONGEST_NAME) : start], found.string[end : end + 3]
    return NAME_BEFORE.search(before) is not None or NAME_AFTER.match(after) is not None


def _repeated(counts: Mapping[str, int], evidence: Evidence) -> Iterator[str]:
    """The words that the document has again and again, with a capital or without."""
    yield from (word for word, count in counts.items() if count >= REPEATED)
    yield from (word for (_, word), pages in evidence.words.items() if len(pages) >= REPEATED)
