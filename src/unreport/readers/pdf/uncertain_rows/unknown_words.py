"""Documents of which far more words are unknown than of any right text, and their rows.

A text layer may have wrong letters of many kinds, so that no single letter or glyph can be named:
it was recognized, or written by a converter that lost a part of the fonts.  Then too many words are
unknown, and each row that has one is uncertain.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from unreport.model import Issue
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import has_foreign_words, words_of
from unreport.readers.pdf.checks.font_doubts import FontFaults
from unreport.readers.pdf.file.glyphs import Font
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.arabic_affixes import is_form_of_known_word
from unreport.readers.pdf.spelling.known_words import is_known, script_of
from unreport.readers.pdf.uncertain_rows.reasons import mark

MAX_UNKNOWN_SHARE: Mapping[str, float] = {"Arabic": 0.08, "Cyrillic": 0.12, "Latin": 0.1}
"""Of the distinct words of a script: of 627 right documents none has more.  In Arabic, where a verb
has hundreds of forms, those of known words are not counted.
"""
MOSTLY_UNKNOWN_SHARE = 0.3  # of the distinct words of a script, of which any may be wrong
MIN_WORDS = 60  # distinct ones of a script
HALF = 0.5  # of these shares
QUOTED_WORDS = 6
FIRST_OF_OTHERS = "\u0370"  # letter of another script than the Latin one
HYPHENATED = re.compile(r"(?<!\w)\w{1,60}[-\N{HYPHEN}\N{SOFT HYPHEN}]$")


def unknown_words(
    rows: Sequence[TextLine], evidence: Evidence, faults: FontFaults
) -> Mapping[str, frozenset[str]]:
    """The unknown words of each script of which too many are unknown.

    Words that a fault of a font explains are not counted: its rows are marked; unless so many words
    are unknown that the fault that was found cannot be the only one.  Nor are the parts of words
    that are hyphenated at the end of a row.  The rows that are not marked yet must have at least
    half as many unknown words as are too many.
    """
    found = _too_many(evidence.distinct_words, faults)
    if not found:
        return found
    own = [*zip(rows, whole_words(rows), strict=True)]
    whole = {word for _, words in own for word in words}
    found = _too_many(evidence.distinct_words & whole, faults)
    if not found:
        return found
    rest = {word for row, words in own if row.certain for word in words}
    half = _too_many(rest, faults, HALF, least=1)
    return {script: unknown for script, unknown in found.items() if script in half}


def _too_many(
    words: Iterable[str], faults: FontFaults, part: float = 1.0, least: int = MIN_WORDS
) -> Mapping[str, frozenset[str]]:
    explained = {found.letter for found in faults.misread} - {""}
    listed = {word for found in faults.misspelt for word in found.words}
    listed.update(word for found in faults.lost for word in found.words)
    scripts: dict[str, set[str]] = defaultdict(set)
    for word in words:
        scripts[script_of(word)].add(word)
    found: dict[str, frozenset[str]] = {}
    for script, own in scripts.items():
        if len(own) < least or has_foreign_words(own):
            continue
        unknown = frozenset(word for word in own if not is_known(word))
        if len(unknown) <= MOSTLY_UNKNOWN_SHARE * len(own):
            unknown = frozenset(w for w in unknown - listed if explained.isdisjoint(w))
        most = part * MAX_UNKNOWN_SHARE[script] * len(own)
        if len(unknown) > most and _without_forms(unknown, script) > most:
            found[script] = unknown
    return found


def _without_forms(unknown: Collection[str], script: str) -> int:
    """How many unknown words are no forms of known ones."""
    if script != "Arabic":
        return len(unknown)
    return sum(not is_form_of_known_word(word) for word in unknown)


def whole_words(rows: Iterable[TextLine]) -> Iterator[Sequence[str]]:
    """The whole words of each row, without the parts of words that are hyphenated at row ends."""
    above = ""
    for row in rows:
        yield words_below(above, row.text)
        above = row.text


def words_below(above: str, text: str) -> Sequence[str]:
    """The whole words of a row below another one, of three letters or more.

    >>> words_below("the recom-", "mendations of the Com-")
    ['the']
    """
    words = words_of(HYPHENATED.sub("", text))
    return words[1:] if HYPHENATED.search(above) else words


def is_quoted(word: str, text: str) -> bool:
    """Whether a Latin word stands in a row of another script: a name or command, known or not.

    >>> is_quoted("buildd", "يستخدم المصطلح buildd أحيانا"), is_quoted("buildd", "the buildd term")
    (True, False)
    """
    if text.isascii() or script_of(word) != "Latin":
        return False
    letters = [*filter(str.isalpha, text)]
    return sum(letter >= FIRST_OF_OTHERS for letter in letters) > HALF * len(letters)


def mark_unknown_words(rows: Sequence[TextLine], found: Mapping[str, frozenset[str]]) -> None:
    """Mark the rows that have an unknown word of a script of which too many are unknown."""
    if not found:
        return
    for row, words in zip(rows, whole_words(rows), strict=True):
        if row.certain:
            row.certain = not any(script_of(word) in found and not is_known(word) for word in words)


def unknown_word_doubts(found: Mapping[str, frozenset[str]]) -> Iterator[Issue]:
    """A doubt for each script of which too many words are unknown."""
    for script, words in found.items():
        some = ", ".join(sorted(words)[:QUOTED_WORDS])
        yield Issue(
            code="doubtful-letters",
            message=f"{len(words)} different words in {script} letters are unknown, more than in "
            f"any right text, such as: {some}; compare them with the page, or run OCR",
        )


def mark_assumed_letters(rows: Sequence[TextLine], fonts: Sequence[Font]) -> None:
    """Mark the rows of such fonts that have an unknown word with a letter above ASCII."""
    assumed = {at for at, font in enumerate(fonts) if font.is_encoding_assumed}
    if not assumed:
        return
    for row, words in zip(rows, whole_words(rows), strict=True):
        if not row.certain or assumed.isdisjoint(row.fonts):
            continue
        unknown = next((own for own in words if not own.isascii() and not is_known(own)), "")
        if unknown:
            mark(row, f"the encoding of the font is not in the file, and “{unknown}” is not known")
