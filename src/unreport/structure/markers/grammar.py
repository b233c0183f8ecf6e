"""The numbering schemes of a lexicon, laid out so that a marker is found by its shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import TypeAlias

from unreport.languages.lexicon import DECIMAL, Lexicon, NumberingSystem, Scheme
from unreport.model import SectionKind
from unreport.structure.markers.marker import Role
from unreport.structure.markers.units import UnitNames
from unreport.structure.separators import DASHES
from unreport.text.folding import CharacterTable, fold_words

SchemeOfShape: TypeAlias = tuple[Role, SectionKind | None, NumberingSystem, int]
"""What a marker of a shape may be: its role and kind, its numerals, the rank of its scheme."""


class Grammar:
    """A lexicon's schemes, laid out so that a marker is found by its shape."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Lay out the schemes of one language."""
        self.lexicon = lexicon
        self.by_shape: dict[tuple[str, bool], list[SchemeOfShape]] = {}
        for rank, heading in enumerate(lexicon.headings):
            self._add(heading, "heading", heading.kind, rank)
        for rank, scheme in enumerate(lexicon.paragraphs):
            self._add(scheme, "paragraph", None, rank)
        for rank, scheme in enumerate(lexicon.items):
            self._add(scheme, "item", None, rank)
        self.continued = _bracketed(lexicon.continued)
        self.units = UnitNames(lexicon, self.continued)
        self.enacting = frozenset(map(fold_words, lexicon.enacting))
        self.enacting_names = frozenset(_without_articles(lexicon))
        self.notes = frozenset(map(fold_words, lexicon.notes))
        self.drafts = frozenset(map(fold_words, lexicon.masthead.drafts))
        self.openings = CharacterTable(self._may_open)
        self.insertion_initials = frozenset(word[0] for word in lexicon.insertions)
        self.provision = _provision(lexicon)
        self.caption_initials = frozenset(name[0] for name in lexicon.captions)

    @cached_property
    def inserted(self) -> re.Pattern[str]:
        """The number of an inserted paragraph, `2 bis.`: compiled when a line may have one."""
        return _inserted(self.lexicon)

    def _may_open(self, character: str) -> bool:
        """Whether the number or letter of a marker may begin with a character."""
        if not character.isalpha() or character.isascii():
            return True
        lexicon = self.lexicon
        schemes = (*lexicon.headings, *lexicon.paragraphs, *lexicon.items)
        return any(scheme.system.may_begin(character) for scheme in schemes)

    def _add(self, scheme: Scheme, role: Role, kind: SectionKind | None, rank: int) -> None:
        for shape in scheme.shapes:
            counts = scheme.system is DECIMAL
            self.by_shape.setdefault((shape, counts), []).append((role, kind, scheme.system, rank))


def _without_articles(lexicon: Lexicon) -> Iterator[str]:
    """The names of the bodies that resolve, folded, with their articles and without."""
    articles = tuple(map(fold_words, lexicon.masthead.articles))
    for name in map(fold_words, lexicon.enacting):
        yield name
        yield next((name[len(a) :].strip() for a in articles if name.startswith(a)), name)


@cache
def grammar_of(lexicon: Lexicon) -> Grammar:
    """The grammar of a lexicon, which is made once."""
    return Grammar(lexicon)


def _inserted(lexicon: Lexicon) -> re.Pattern[str]:
    """The number of an inserted paragraph: `2 bis.`, `2-бис.`, `2 مكررا -`, `2之二.`.

    Arabic words may have vowel signs and be lengthened.
    """
    words = sorted(lexicon.insertions, key=len, reverse=True)
    names = "|".join(r"[\u0640\u064B-\u0652]*".join(map(re.escape, word)) for word in words)
    separator = rf"\s?[.．:：、\u0640{DASHES}]+"
    return re.compile(rf"(\d{{1,4}})[\s‐‑-]?(?:{names})[\u064B-\u0652]*{separator}\s*")


def _bracketed(words: tuple[str, ...]) -> re.Pattern[str]:
    inside = "|".join(map(re.escape, words))
    return re.compile(rf"(?<!\s)\s*+[(（]\s*+(?:{inside})\s*+[)）]\s*+$", re.IGNORECASE)


def _provision(lexicon: Lexicon) -> re.Pattern[str]:
    names = "|".join(map(re.escape, lexicon.provisions))
    return re.compile(rf"(?:{names})\s?\w{{1,12}}{lexicon.provision_suffix}\.?")
