"""Look up names in a text: a trie of words; where words run on each name is one word.

The cost grows with the number of words, not with the number of names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from unreport.languages import LEXICONS
from unreport.mentions.entities import StateName, state_names
from unreport.mentions.phrases import ALL_WORDS
from unreport.mentions.words import WORDS
from unreport.mentions.words.model import NameGrammar
from unreport.text.folding import fold_cased
from unreport.text.word_scanner import Hits

PIECES = re.compile(r"[^\W\d_]+|[\W\d_]+")
NEXT_WORD = re.compile(r"([\W\d_]{1,6})([^\W\d_]+)")
BETWEEN_WORDS = " '’‘-"
LONGEST_GAP = 3  # characters between two words that are no brackets or commas


class FoundName(NamedTuple):
    """A name in folded text."""

    start: int
    end: int
    name: StateName
    word: int
    """Where its first word begins, with what is written together with it."""


class Trie:
    """What can follow the words of a name read so far: the end of a name, or another word."""

    __slots__ = ("closed", "name", "next_words")

    def __init__(self) -> None:
        self.name: StateName | None = None
        self.closed: list[tuple[str, StateName]] = []  # names that a bracket ends
        self.next_words: dict[tuple[str, str], Trie] = {}  # by what stands between, and the word

    def longest(self, lower: str, at: int) -> tuple[StateName, int] | None:
        """The longest name whose first word ends at a place, and where it ends."""
        found: tuple[StateName, int] | None = None
        node: Trie | None = self
        while node is not None:
            if node.name is not None:
                found = node.name, at
            for closing, name in node.closed:
                end = at + lower.startswith(" ", at)
                if lower.startswith(closing, end):
                    found = name, end + len(closing)
            match = NEXT_WORD.match(lower, at) if node.next_words else None
            if match is None:
                return found
            node = node.next_words.get((_between(match[1]), match[2]))
            at = match.end()
        return found

    def add(self, name: StateName, pieces: list[str], paradigm: _Paradigm) -> None:
        """Add what follows the first word of a name, in all cases."""
        if not pieces:
            self.name = self.name or name
            return
        between, *words = pieces
        if not words:
            self.closed.append((between.strip(), name))
            return
        forms = _forms_inside(words[0], paradigm)
        keys = [(_between(between), form) for form in forms]
        new = Trie()
        nodes = {self.next_words.setdefault(key, new) for key in keys}
        for node in nodes:  # one, unless some forms are those of another word
            node.add(name, words[1:], paradigm)


def _between(piece: str) -> str:
    """What stands between two words, any hyphen, apostrophe and space alike: ` (`, `, `."""
    kept = piece.strip(BETWEEN_WORDS)
    if not kept:
        return " " if len(piece) <= LONGEST_GAP else piece
    return "".join("'" if c in "'’‘" else c for c in piece if not c.isspace())


class Entry(NamedTuple):
    """The names that begin with one word."""

    prefix: int  # letters before the name that are written together with it: `وهولندا`
    head: str
    adjectival: bool


class Gazetteer:
    """The names in a language by their first word; each is one word where words run on."""

    def __init__(self, language: str) -> None:
        self.grammar = WORDS[language].names
        self.spaced = LEXICONS[language].spaced
        self._names: dict[tuple[str, bool], list[StateName]] = defaultdict(list)
        for name in sorted(state_names(language), key=lambda name: (-len(name.name), name)):
            self._names[self._head(_fold(name.name)), name.form == "adjective"].append(name)
        self._tries: dict[tuple[str, bool], Trie] = {}  # made when a text first has the word
        self.entries: dict[str, list[Entry]] = defaultdict(list)
        for head, adjectival in self._names:
            paradigm = _paradigm(self.grammar, adjectival=adjectival)
            forms = _head_forms(head, paradigm) if self.spaced else [(head, 0)]
            for form, prefix in forms:
                self.entries[form].append(Entry(prefix, head, adjectival))

    def _head(self, folded: str) -> str:
        return _first_word(folded) if self.spaced else folded

    def find(self, text: str, lower: str, hits: Hits) -> list[FoundName]:
        """The names in folded text, in order; of names that overlap the longest.

        `hits` are the words of the vocabulary in it.  Names of places that contain the name of a
        State are found too.
        """
        found = list(self._candidates(text, lower, hits))
        if not self.spaced:
            found = list({one.start: one for one in sorted(found)}.values())  # the longest
        if len(found) > 1:
            found.sort(key=_preference)
            return sorted(_without_overlaps(found))
        return found

    def _candidates(self, text: str, lower: str, hits: Hits) -> Iterator[FoundName]:
        cased, entries = self.grammar.cased, self.entries
        for at, word in hits:
            for entry in entries.get(word, ()):
                found = self._trie(entry).longest(lower, at + len(word))
                start = at + entry.prefix
                if found and not (
                    cased and found[0].name[0].isupper() and not text[start].isupper()
                ):
                    yield FoundName(start, found[1], found[0], at)

    def _trie(self, entry: Entry) -> Trie:
        key = entry.head, entry.adjectival
        if key not in self._tries:
            trie = Trie()
            paradigm = _paradigm(self.grammar, adjectival=entry.adjectival)
            for name in self._names[key]:
                pieces = PIECES.findall(_fold(name.name)) if self.spaced else []
                trie.add(name, pieces[1:], paradigm)
            self._tries[key] = trie
        return self._tries[key]


def _preference(found: FoundName) -> tuple[int, bool, FoundName]:
    """The longest first, and a name before an adjective: `Argentina` in Spanish."""
    return found.start - found.end, found.name.form == "adjective", found


def _without_overlaps(found: list[FoundName]) -> Iterator[FoundName]:
    taken: set[int] = set()
    for one in found:  # the longest first: what overlaps covers an end of a later one
        if taken.isdisjoint((one.start, one.end - 1)):
            taken.update(range(one.start, one.end))
            yield one


@cache
def gazetteer(language: str) -> Gazetteer:
    """The gazetteer of the names of States in a language."""
    return Gazetteer(language)


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


@cache
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


def _forms_inside(word: str, paradigm: _Paradigm) -> tuple[str, ...]:
    """All cases of a word that is not the first, and a form with a contracted article."""
    forms = _inflections(word, paradigm)
    if paradigm.article and word.startswith(paradigm.article):
        return (*forms, word[1:])
    return forms
