"""Look up names in a text: a dictionary of first words, with a pattern for the rest of each name.

The cost grows with the number of words, not with the number of names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from unreport.languages import LEXICONS
from unreport.mentions.entities import StateName, state_names
from unreport.mentions.tokens import ALL_WORDS, lower_alike, words_of
from unreport.mentions.words import WORDS
from unreport.mentions.words.model import NameGrammar
from unreport.text.folding import fold_cased

PIECES = re.compile(r"[^\W\d_]+|[\W\d_]+")
BETWEEN_WORDS = r"[\s'’‘-]{1,3}"
APOSTROPHE = "['’‘]"
NO_LETTER_AFTER = r"(?![^\W\d_])"


class FoundName(NamedTuple):
    """A name in folded text."""

    start: int
    end: int
    name: StateName
    word: int
    """Where its first word begins, with what is written together with it."""


class Entry(NamedTuple):
    """The names that begin with one word, longest first; group 1 is the first of them."""

    prefix: int  # letters before the name that are written together with it: `وهولندا`
    pattern: str  # compiled when a text first has the word
    names: tuple[StateName, ...]


CAPITALIZED_WORDS = re.compile(r"\b[A-ZА-Я][^\W\d_]*")  # folded text has no other capitals


class Gazetteer(NamedTuple):
    """The names in a language by their first word; by their first letter where words run on."""

    entries: dict[str, tuple[Entry, ...]]
    heads: re.Pattern[str]  # words, or first letters
    lower_heads: frozenset[str]  # first words without a capital letter, where others have one
    cased: bool

    def find(self, text: str) -> list[FoundName]:
        """The names in folded text, in order; of names that overlap the longest.

        Names of places that contain the name of a State are found too.
        """
        lowered = lower_alike(text)
        found = sorted(self._candidates(text, lowered), key=_preference)
        return sorted(_without_overlaps(found))

    def _candidates(self, text: str, lowered: str) -> Iterator[FoundName]:
        for word in self._words(lowered).finditer(text):
            for entry in self.entries.get(word[0].lower(), ()):
                start = word.start() + entry.prefix
                match = _compiled(entry.pattern).match(lowered, start)
                if match is None or match.lastindex is None:
                    continue
                name = entry.names[match.lastindex - 1]
                if not self.cased or not name.name[0].isupper() or text[start].isupper():
                    yield FoundName(start, match.end(), name, word.start())

    def _words(self, lowered: str) -> re.Pattern[str]:
        """Only capitalized words, unless the text has another that can begin a name."""
        if not self.cased:
            return self.heads
        rare = not self.lower_heads.isdisjoint(words_of(lowered))
        return self.heads if rare else CAPITALIZED_WORDS


def _preference(found: FoundName) -> tuple[int, bool, FoundName]:
    """The longest first, and a name before an adjective: `Argentina` in Spanish."""
    return found.start - found.end, found.name.form == "adjective", found


def _without_overlaps(found: list[FoundName]) -> Iterator[FoundName]:
    taken: set[int] = set()
    for one in found:
        places = range(one.start, one.end)
        if taken.isdisjoint((places[0], places[-1])):
            taken.update(places)
            yield one


@cache
def gazetteer(language: str) -> Gazetteer:
    """The gazetteer of the names of States in a language."""
    grammar, spaced = WORDS[language].names, LEXICONS[language].spaced
    heads: dict[tuple[str, bool], list[StateName]] = defaultdict(list)
    for name in state_names(language):
        folded = _fold(name.name)
        head = _first_word(folded) if spaced else folded[0]
        heads[head, name.form == "adjective"].append(name)
    entries: dict[str, list[Entry]] = defaultdict(list)
    for (head, adjectival), names in heads.items():
        paradigm = _paradigm(grammar, adjectival=adjectival)
        entry = _entry(names, paradigm, spaced=spaced)
        for form, prefix in _head_forms(head, paradigm) if spaced else [(head, 0)]:
            entries[form].append(entry._replace(prefix=prefix))
    return Gazetteer(
        entries={form: tuple(sorted(found, key=_prefix)) for form, found in entries.items()},
        heads=ALL_WORDS if spaced else re.compile(f"[{''.join(entries)}]"),
        lower_heads=frozenset(form for form, found in entries.items() if _any_lower(found)),
        cased=grammar.cased,
    )


def _any_lower(entries: list[Entry]) -> bool:
    return any(name.name[0].islower() for entry in entries for name in entry.names)


def _prefix(entry: Entry) -> int:
    return entry.prefix


class _Paradigm(NamedTuple):
    """How a name, or an adjective, is inflected and what is written together with it."""

    proclitics: tuple[str, ...]
    article: str
    contracting: str
    endings: tuple[tuple[str, tuple[str, ...]], ...]


@cache
def _paradigm(grammar: NameGrammar, *, adjectival: bool) -> _Paradigm:
    if adjectival:
        proclitics = tuple(map(_fold, grammar.adjective_proclitics))
        return _Paradigm(proclitics, "", "", _folded_endings(grammar.adjective_endings))
    return _Paradigm(
        proclitics=tuple(map(_fold, grammar.proclitics)),
        article=_fold(grammar.article),
        contracting=_fold(grammar.contracting),
        endings=_folded_endings(grammar.endings),
    )


def _folded_endings(
    endings: tuple[tuple[str, tuple[str, ...]], ...],
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((_fold(ending), tuple(map(_fold, others))) for ending, others in endings)


def _fold(text: str) -> str:
    return fold_cased(text).text.lower()


def _first_word(folded: str) -> str:
    match = ALL_WORDS.search(folded)
    return match[0] if match else folded


def _head_forms(head: str, paradigm: _Paradigm) -> Iterator[tuple[str, int]]:
    """The forms in which a first word stands in a text, and how many letters stand before it."""
    for form in _inflections(head, paradigm):
        for prefix in paradigm.proclitics:
            contracted = prefix.endswith(paradigm.contracting) and form.startswith(paradigm.article)
            cut = 1 if prefix and paradigm.article and contracted else 0
            yield prefix + form[cut:], len(prefix)


def _inflections(word: str, paradigm: _Paradigm) -> tuple[str, ...]:
    """All cases of a folded word, the first as in the data, by the first ending that fits."""
    for ending, others in paradigm.endings:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            return (word, *(stem + other for other in others))
    return (word,)


def _entry(names: Iterable[StateName], paradigm: _Paradigm, *, spaced: bool) -> Entry:
    ordered = tuple(sorted(names, key=lambda name: (-len(name.name), name)))
    patterns = [_name_pattern(name.name, paradigm, spaced=spaced) for name in ordered]
    return Entry(0, "|".join(f"({pattern})" for pattern in patterns), ordered)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _name_pattern(name: str, paradigm: _Paradigm, *, spaced: bool) -> str:
    """A name as a pattern: each word in all its cases, any hyphen, apostrophe or space between."""
    if not spaced:
        return re.escape(_fold(name))
    pieces = PIECES.findall(_fold(name))
    parts = [
        _word_pattern(piece, paradigm) if piece[0].isalpha() else _separator_pattern(piece)
        for piece in pieces
    ]
    return "".join(parts) + (NO_LETTER_AFTER if pieces[-1][0].isalpha() else "")


def _word_pattern(word: str, paradigm: _Paradigm) -> str:
    forms = set(_inflections(word, paradigm))
    if paradigm.article and word.startswith(paradigm.article):
        forms.add(word[1:])
    return "(?:" + "|".join(sorted(map(re.escape, forms), key=len, reverse=True)) + ")"


def _separator_pattern(piece: str) -> str:
    if piece.strip(" '’-"):
        printed = [APOSTROPHE if c in "'’" else re.escape(c) for c in piece if not c.isspace()]
        return r"\s?" + r"\s?".join(printed) + ("" if piece[-1] == ")" else r"\s?")
    return BETWEEN_WORDS
