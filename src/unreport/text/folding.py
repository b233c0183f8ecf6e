"""Text folded for matching: diacritics, case, confusable letters, digits, dashes and spaces."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from unreport.text.lazy_patterns import lazy_pattern

LAST_KEPT = 0xFFFF  # the tables keep the Basic Multilingual Plane, so that they stay small
TATWEEL = "\N{ARABIC TATWEEL}"
CONFUSABLES: dict[int, int] = {
    # Cyrillic letters typed instead of Latin ones: `а)`, `с)` in Russian lists, `ІХ`
    **dict(zip(map(ord, "АВСЕНІЈКМОРЅТХУ"), map(ord, "ABCEHIJKMOPSTXY"), strict=True)),
    **dict(zip(map(ord, "асеіјкорѕху"), map(ord, "aceijkopsxy"), strict=True)),
}
LETTER_VARIANTS = str.maketrans(
    {
        TATWEEL: None,
        "\N{ARABIC LETTER ALEF MAKSURA}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER FARSI YEH}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER KEHEH}": "\N{ARABIC LETTER KAF}",
        "\N{ARABIC LETTER TEH MARBUTA}": "\N{ARABIC LETTER HEH}",
        "\N{ARABIC LETTER AE}": "\N{ARABIC LETTER HEH}",
        "\N{ARABIC LETTER HEH GOAL}": "\N{ARABIC LETTER HEH}",
        "\N{WHITE CIRCLE}": "零",
        "\N{IDEOGRAPHIC NUMBER ZERO}": "零",
    }
)


def fold_diacritics(text: str) -> str:
    """Remove vowel signs, accents, hamza seats, tatweel and format characters.

    >>> fold_diacritics("ثــانياً") == fold_diacritics("ثانيا")
    True
    """
    return text if text.isascii() else text.translate(WITHOUT_DIACRITICS)


def _without_diacritics(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character)
    kept = (c for c in decomposed if unicodedata.category(c)[0] != "M")
    return "".join(c for c in kept if unicodedata.category(c) != "Cf").translate(LETTER_VARIANTS)


def _word_character(character: str) -> str:
    folded = _without_diacritics(character).casefold()
    return "".join(" " if unicodedata.category(c) == "Pd" else c for c in folded)


class _Table(dict[int, str]):
    """A table for `str.translate` that folds each character when it first occurs."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        super().__init__()
        self.fold = fold

    def __missing__(self, point: int) -> str:
        folded = self.fold(chr(point))
        if point <= LAST_KEPT:
            self[point] = folded
        return folded


WITHOUT_DIACRITICS = _Table(_without_diacritics)
WORD_CHARACTERS = _Table(_word_character)


def fold_confusables(text: str) -> str:
    """Fold confusable letters of two scripts to one, and remove diacritics and spaces; keep case.

    >>> fold_confusables("(а а)") == fold_confusables("(aa)")  # Cyrillic and Latin
    True
    """
    if text.isascii():
        return text if text.isalnum() else "".join(text.split())
    return "".join(fold_diacritics(text).translate(CONFUSABLES).split())


def fold_words(text: str) -> str:
    """Fold words for comparison: case, diacritics and the kind of hyphen or space are ignored.

    >>> fold_words("Quatre\N{NO-BREAK SPACE}\N{EN DASH}VINGTIÈME")
    'quatre vingtieme'
    """
    if text.isascii():
        return " ".join(text.casefold().replace("-", " ").split())
    return " ".join(text.translate(WORD_CHARACTERS).split())


def fold_initial(text: str) -> str:
    """The first character of a text as `fold_words` gives it; "" for a text without letters.

    >>> fold_initial("Índice"), fold_initial("- Notes")
    ('i', 'n')
    """
    return fold_character(text[:1]) or fold_words(text)[:1]


@lru_cache(maxsize=1024)
def fold_character(character: str) -> str:
    """The first character of what `fold_words` makes of one character; "" where it removes it."""
    return fold_words(character)[:1]


class CharacterTable(dict[str, bool]):
    """What is true of a character, found out when it is first looked up.

    >>> table = CharacterTable(str.islower)
    >>> table["a"], table["A"], dict(table)
    (True, False, {'a': True, 'A': False})
    """

    def __init__(self, predicate: Callable[[str], bool]) -> None:
        super().__init__()
        self.predicate = predicate

    def __missing__(self, character: str) -> bool:
        self[character] = found = self.predicate(character)
        return found


# --- with offsets -------------------------------------------------------------------------------

# Between digits a soft hyphen is a dash: `11\N{SOFT HYPHEN}13 September`; in words it is ignored.
SOFT_HYPHEN_IN_RANGE = lazy_pattern(r"(?<=\d)\N{SOFT HYPHEN}(?=\d)")
OTHER_DASHES = "−\x1e\x1f"  # the minus sign, and the hyphens of Word's binary format


class Folded(NamedTuple):
    """Folded text; `offsets[i]` is the offset of its character i in the source text."""

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the source text of a match in the folded text."""
        return self.offsets[start], self.offsets[end - 1] + 1


class _FoldingTable(dict[int, str]):
    """The folding of each character, computed when it is first looked up."""

    def __init__(self, *, case_sensitive: bool) -> None:
        self.case_sensitive = case_sensitive
        self.resized: set[str] = set()  # characters that fold to none or several; none is ASCII

    def __missing__(self, code_point: int) -> str:
        folded = _folded(chr(code_point))
        self[code_point] = folded = folded if self.case_sensitive else folded.casefold()
        if len(folded) != 1:
            self.resized.add(chr(code_point))
        return folded


def _folded(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Pd" or character in OTHER_DASHES:
        return "-"
    if category in ("Cf", "Mn", "Me"):
        return ""
    if character.isspace():
        return " "
    return fold_diacritics(character)


CASE_INSENSITIVE = _FoldingTable(case_sensitive=False)
CASE_SENSITIVE = _FoldingTable(case_sensitive=True)


def fold(text: str) -> Folded:
    """Fold letters, digits, dashes and spaces to one form each, and ignore case.

    >>> fold("١٢ أيــلول").text
    '12 ايلول'
    """
    return _fold(text, CASE_INSENSITIVE)


def fold_text(text: str) -> str:
    """The text of `fold` alone, for what needs no offsets.

    >>> fold_text("١٢ أيــلول")
    '12 ايلول'
    """
    if "\N{SOFT HYPHEN}" in text:
        text = SOFT_HYPHEN_IN_RANGE.sub("-", text)
    return text.translate(CASE_INSENSITIVE)


def fold_cased(text: str) -> Folded:
    """Fold letters, digits, dashes and spaces to one form each; keep case.

    >>> fold_cased("Résolution ٦٤/٦٨ B").text
    'Resolution 64/68 B'
    """
    return _fold(text, CASE_SENSITIVE)


def _fold(text: str, table: _FoldingTable) -> Folded:
    if "\N{SOFT HYPHEN}" in text:
        text = SOFT_HYPHEN_IN_RANGE.sub("-", text)
    folded = text.translate(table)
    resized = set() if text.isascii() else table.resized.intersection(text)
    if not resized:
        return Folded(folded, range(len(text) + 1))
    return Folded(folded, _offsets(text, {c: table[ord(c)] for c in resized}))


class FoldedTexts(NamedTuple):
    """Many texts folded; `resized` are those of which characters fold to none or to several."""

    texts: list[str]
    resized: frozenset[int]


def fold_cased_all(texts: Sequence[str]) -> FoldedTexts:
    """Fold many texts as `fold_cased` does, in the time of a few searches for characters.

    All texts are folded as one: each of its different characters is replaced once.

    >>> fold_cased_all(["Résolution ٦٤/٦٨ B", "a\N{SOFT HYPHEN}b"])
    FoldedTexts(texts=['Resolution 64/68 B', 'ab'], resized=frozenset({1}))
    """
    if not texts:
        return FoldedTexts([], frozenset())
    joined = BETWEEN_TEXTS.join(texts)
    if joined.count(BETWEEN_TEXTS) != len(texts) - 1:
        return _each_folded(texts)
    if "\N{SOFT HYPHEN}" in joined:
        joined = SOFT_HYPHEN_IN_RANGE.sub("-", joined)
    table = CASE_SENSITIVE
    folded = {c: table[ord(c)] for c in set(OFTEN_FOLDED.findall(joined))}
    if any(table[ord(one)] != one for text in folded.values() for one in text):
        return _each_folded(texts)  # a replacement would be replaced once more
    resized = _texts_with([c for c, to in folded.items() if len(to) != 1], joined, texts)
    for character, to in folded.items():
        if character != to:
            joined = joined.replace(character, to)
    return FoldedTexts(joined.split(BETWEEN_TEXTS), resized)


BETWEEN_TEXTS = "\0"  # in no text that was read; folded to itself
# The frequent characters of the six languages that are folded to themselves: ASCII, Cyrillic,
# Arabic and Han letters.  To search for others takes less than to list all characters of a text.
OFTEN_FOLDED = lazy_pattern("[^ -~\0А-ИК-Яа-ик-яءابت-غف-وي一-龥]")


def _texts_with(characters: list[str], joined: str, texts: Sequence[str]) -> frozenset[int]:
    """Which of the texts have one of some characters."""
    if not characters:
        return frozenset()
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    places = (at for c in characters for at in _places(joined, c))
    return frozenset(bisect_right(starts, at) - 1 for at in places)


def _each_folded(texts: Sequence[str]) -> FoldedTexts:
    return FoldedTexts([fold_cased(text).text for text in texts], frozenset(range(len(texts))))


def _offsets(text: str, resized: dict[str, str]) -> Sequence[int]:
    """Where each character of the folded text, and its end, stand in the text."""
    offsets: list[int] = []
    start = 0
    for at in sorted(place for c in resized for place in _places(text, c)):
        offsets.extend(range(start, at))
        offsets.extend([at] * len(resized[text[at]]))
        start = at + 1
    offsets.extend(range(start, len(text) + 1))
    return offsets


def _places(text: str, character: str) -> Iterator[int]:
    at = text.find(character)
    while at >= 0:
        yield at
        at = text.find(character, at + 1)
