"""Citations: documents, treaties and their articles, agenda items, paragraphs of this report."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from unreport.languages.citations import find_symbols
from unreport.mentions.document_parts import Cited, Group, find_parts
from unreport.mentions.model import CitationMention
from unreport.mentions.owners import owners
from unreport.mentions.passages import Passage
from unreport.mentions.phrases import fold_lower, is_word
from unreport.mentions.resolve import HERE
from unreport.mentions.words import WORDS


def find_citations(passage: Passage, language: str) -> list[CitationMention]:
    """All citations in a passage, in order; parts of this report are not resolved yet."""
    parts = find_parts(passage.lower, language)
    whole = [*_documents(passage), *_treaties(passage.lower, language)]
    if parts:
        whole += _treaty_nouns(passage.lower, whole, language)
    groups = sorted([*whole, *parts])
    found = [
        _mention(one, group, owner, passage)
        for group, owner in zip(groups, owners(groups, passage.lower, language), strict=True)
        for one in group.members
        if not group.is_silent
    ]
    return sorted(found, key=lambda one: (one.place.start, one.place.end))


def _mention(cited: Cited, group: Group, owner: str | None, passage: Passage) -> CitationMention:
    return CitationMention(
        place=passage.place(cited.start, cited.end),
        text=passage.source(cited.start, cited.end),
        kind=cited.kind,
        name=cited.name,
        within=HERE if group.is_here else owner,
        symbol=cited.symbol,
    )


def _documents(passage: Passage) -> Iterator[Group]:
    """Symbols, resolutions and decisions, at their places in the folded text."""
    found = list(find_symbols(passage.text))
    if not found:
        return
    places = {at: place for place, at in reversed(list(enumerate(passage.folded.offsets)))}
    for one in found:
        start, end = places[one.span.start], places[one.span.end - 1] + 1
        yield Group(start, end, one.kind, (Cited(start, end, one.kind, one.name, one.symbol),))


def _treaties(lower: str, language: str) -> list[Group]:
    found: list[Group] = []
    for printed, name in _treaty_names(language):
        at = lower.find(printed)
        while at >= 0:
            end = at + len(printed)
            covered = any(one.start <= at and end <= one.end for one in found)
            if not covered and is_word(lower, at, end, language):
                found.append(Group(at, end, "treaty", (Cited(at, end, "treaty", name),)))
            at = lower.find(printed, end)
    return found


def _treaty_nouns(lower: str, whole: list[Group], language: str) -> list[Group]:
    """`the Protocol`: a treaty that was named before, which parts can be of."""
    found: list[Group] = []
    for noun in map(fold_lower, WORDS[language].references.treaty_nouns):
        at = lower.find(noun)
        while at >= 0:
            end = at + len(noun)
            covered = any(one.start <= at and end <= one.end for one in whole)
            if not covered and is_word(lower, at, end, language):
                cited = Cited(at, end, "treaty", noun.strip("《》").capitalize())
                found.append(Group(at, end, "treaty", (cited,), is_silent=True))
            at = lower.find(noun, end)
    return found


@cache
def _treaty_names(language: str) -> tuple[tuple[str, str], ...]:
    names = [(fold_lower(printed), name) for printed, name in WORDS[language].references.treaties]
    return tuple(sorted(names, key=lambda pair: (-len(pair[0]), pair)))
