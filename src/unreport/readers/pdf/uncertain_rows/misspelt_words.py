"""Unknown words that occur once or a few times and that other words of the document explain.

A text layer may be right but for a letter here and there, or a space.  An unknown word shows
nothing by itself, but a text repeats its words: one that lacks a letter, has one twice or another
one instead is next to the word that it should be; one that is two words without the space between
is made of words that stand elsewhere.  In right texts hardly any unknown word is: forms of one word
are known, or differ in their endings.  In Arabic, forms also differ in weak letters and in those of
the patterns: there any letter may be lost, but only others may be exchanged, or added unless twice.
Of words that occur two or three times only slips count: a letter lost or twice, or two in the other
order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from unreport.languages import LEXICONS
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import has_foreign_words
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.arabic_affixes import is_form_of_known_word
from unreport.readers.pdf.spelling.known_words import (
    is_known,
    is_known_spelling,
    is_surely_usual,
    is_usual,
    script_of,
)
from unreport.readers.pdf.uncertain_rows.unknown_words import is_quoted, words_below

LEAST_LETTERS = 5  # of a word that may have a wrong letter
MOST_REPEATED = 3  # occurrences of such a word
LEAST_EXCHANGED = 6  # of an Arabic word that may have one letter for another
LEAST_PART = 3  # letters of each of two words that no space divides
LEAST_USUAL_PART = {"Arabic": 3, "Cyrillic": 5, "Latin": 7}  # if the document has it not
LEAST_WHOLE, MOST_WHOLE = 7, 13  # letters of a word that a space divides
WEAK = frozenset("اأإآىئؤةويهنتم")
"""Letters of Arabic that forms of one word exchange."""
LAM = "ل"  # twice where the preposition stands before the article
SHORT_WORDS = frozenset("في من عن أن إن".split()).union(
    word
    for lexicon in LEXICONS.values()
    for word in lexicon.stop_words
    if len(word) == 2 and word < "\u0600"  # noqa: PLR2004 - words of the text have three
)
"""Words of two letters that stand before or after others."""
PIECE = re.compile(r"[(«“]*([a-zß-öø-ÿœа-яё]{2,40})[.,;:)»”]*")


def mark_misspelt_words(rows: Sequence[TextLine], evidence: Evidence) -> None:
    """Mark the rows with an unknown word, if other words of the document explain it."""
    rare = _unknown_words(evidence)
    if not rare:
        return
    words = _trusted_words(evidence)
    same_ends = by_ends(words)
    found: dict[int, set[str]] = defaultdict(set)
    for word, pages in rare.items():
        if len(pages) == 1 or _is_near(word, same_ends, is_slip):
            for page in pages:
                found[page].add(word)
    for row, unknown in _candidates(rows, found):
        if any(
            _is_near(word, same_ends, is_one_edit) or _is_joined(word, words) for word in unknown
        ) or _has_divided_word(row.text, unknown):
            row.certain = False


def _unknown_words(evidence: Evidence) -> Mapping[str, Sequence[int]]:
    """The unknown words that occur once or a few times in the document, and their pages."""
    pages: dict[str, list[int]] = defaultdict(list)
    for (_, word), own in evidence.words.items():
        pages[word] += own
    if has_foreign_words(pages):
        return {}
    return {
        word: own
        for word, own in pages.items()
        if len(own) <= MOST_REPEATED and not is_known_spelling(word)
    }


def _trusted_words(evidence: Evidence) -> Collection[str]:
    """The words of a document that are usual, or known and repeated."""
    counts: dict[str, int] = defaultdict(int)
    for (_, word), own in evidence.words.items():
        counts[word] += len(own)
    return {
        word for word, count in counts.items() if is_usual(word) or (count > 1 and is_known(word))
    }


def by_ends(words: Iterable[str]) -> Mapping[tuple[str, str], list[str]]:
    """Words by their first and last letters, which damage within a word leaves."""
    out: dict[tuple[str, str], list[str]] = defaultdict(list)
    for word in words:
        out[word[0], word[-1]].append(word)
    return out


def _candidates(
    rows: Sequence[TextLine], found: Mapping[int, Collection[str]]
) -> Iterator[tuple[TextLine, Sequence[str]]]:
    """The rows with such words, without parts of words that are hyphenated at row ends."""
    above = ""
    for row in rows:
        own = found.get(row.page)
        if own and row.certain and any(word in row.text for word in own):
            unknown = [
                word
                for word in words_below(above, row.text)
                if word in own and not is_quoted(word, row.text)
            ]
            if unknown:
                yield row, unknown
        above = row.text


def _is_near(
    word: str, by_ends: Mapping[tuple[str, str], Sequence[str]], test: Callable[[str, str], bool]
) -> bool:
    similar = by_ends.get((word[0], word[-1]), ())
    return len(word) >= LEAST_LETTERS and any(test(word, other) for other in similar)


def is_slip(word: str, other: str) -> bool:
    """Whether a word has lost a letter of another one, or has one twice, or two in other order.

    >>> is_slip("المتحة", "المتحدة"), is_slip("plaftorm", "platform"), is_slip("sessjon", "session")
    (True, True, False)
    >>> is_slip("لمترشحين", "للمترشحين")  # without the article
    False
    """
    left, right = _differing(word, other)
    if not left and not right:
        return False
    if len(word) == len(other):
        return left[:2] == right[1::-1] and left[2:] == right[2:]
    if len(word) < len(other):
        is_article = right[0] == LAM and word[: len(word) - len(left)].endswith(LAM)
        return right[1:] == left and not is_article
    return left[1:] == right and word[-len(left) - 1 : -len(left)] == left[0]


def is_one_edit(word: str, other: str) -> bool:
    """Whether a word has a slip, or one letter exchanged or added that forms of it have not.

    >>> is_one_edit("requestcd", "requested"), is_one_edit("sesion", "session")
    (True, True)
    >>> is_one_edit("المتحة", "المتحدة"), is_one_edit("جهودهما", "جهودها")
    (True, False)
    """
    if is_slip(word, other):
        return True
    left, right = _differing(word, other)
    if not left or len(word) < len(other):
        return False
    if len(word) == len(other):
        return left[1:] == right[1:] and _is_exchange(word, left[0], right[0])
    return left[1:] == right and (script_of(word) != "Arabic" or left[0] not in WEAK)


def _differing(word: str, other: str) -> tuple[str, str]:
    """What follows the letters that two words begin with alike; nothing if they cannot be near."""
    if abs(len(word) - len(other)) > 1 or word == other:
        return "", ""
    pairs = enumerate(zip(word, other, strict=False))
    start = next((at for at, (a, b) in pairs if a != b), min(len(word), len(other)))
    return word[start:], other[start:]


def _is_exchange(word: str, letter: str, other: str) -> bool:
    """Whether a letter of a word may be one for another, and no form of the word has it."""
    if script_of(word) == "Arabic" and len(word) < LEAST_EXCHANGED:
        return False
    return not WEAK.issuperset((letter, other))


def _is_joined(word: str, words: Collection[str]) -> bool:
    """Whether a word is two others, of the document or usual, without the space between."""
    if len(word) > LEAST_PART + 2 and (
        (word[:2] in SHORT_WORDS and word[2:] in words)
        or (word[-2:] in SHORT_WORDS and word[:-2] in words)
    ):
        return True
    pairs = [(word[:at], word[at:]) for at in range(LEAST_PART, len(word) - LEAST_PART + 1)]
    if any(left in words and right in words for left, right in pairs):
        return True
    if script_of(word) == "Arabic" and is_form_of_known_word(word):
        return False
    least = LEAST_USUAL_PART[script_of(word)]
    return any(
        least <= min(len(left), len(right)) and is_surely_usual(left) and is_surely_usual(right)
        for left, right in pairs
    )


def _has_divided_word(text: str, unknown: Sequence[str]) -> bool:
    """Whether one of some words is a known one together with the piece beside it."""
    pieces = [PIECE.fullmatch(piece) for piece in text.split(" ")]
    return any(
        left is not None
        and right is not None
        and left.end(1) == left.end()
        and (left[1] in unknown or right[1] in unknown)
        and LEAST_WHOLE <= len(left[1] + right[1]) <= MOST_WHOLE
        and _is_whole(left[1], right[1])
        for left, right in pairwise(pieces)
    )


def _is_whole(left: str, right: str) -> bool:
    """Whether two pieces are one word; if one is a usual word by itself, a usual one."""
    if not SHORT_WORDS.isdisjoint((left, right)) or is_usual(left) or is_usual(right):
        return is_surely_usual(left + right)
    return is_known(left + right)
