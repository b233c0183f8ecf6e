"""The word lists of a language, and the words of a text that stand in one of them.

A text is split into words once.  Whoever looks for something in it asks first whether it has one of
the words that this needs, so that most texts cost nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from unreport.languages import LEXICONS
from unreport.mentions.gazetteer import gazetteer
from unreport.mentions.kinds import CitedKind
from unreport.mentions.phrases import ALL_WORDS, PhraseList, fold_lower
from unreport.mentions.words import WORDS
from unreport.mentions.words.model import (
    OfficerWords,
    ProvisionWords,
    ReferenceWords,
    StatementWords,
)
from unreport.text.folding import fold

# What is looked for: a text without a word of it has none
NAMES, MONTHS, MEETINGS, SPEAKING, ATTENDING, ELECTING, ACTS, PARTS, TREATIES = (
    1 << bit for bit in range(9)
)
KIND = "\t"  # between the act and the kind of a verb
TOLD_BY_WHAT_FOLLOWS = ""  # the kind of a part whose noun stands behind its number: 第7段


class StatementPhrases(NamedTuple):
    """The phrases of sentences that say who spoke, or was there, and as what."""

    spoke: PhraseList
    attended: PhraseList
    roles: PhraseList
    following: PhraseList
    qualifiers: PhraseList
    appositions: PhraseList


class OfficerPhrases(NamedTuple):
    """The phrases of sentences that say who was elected."""

    elected: PhraseList
    offices: PhraseList
    honorifics: PhraseList


class ProvisionPhrases(NamedTuple):
    """The verbs that a sentence can open with; those of provisions with act and kind."""

    verbs: PhraseList
    acts: frozenset[str]  # words of which a provision has one
    modals: PhraseList
    openings: PhraseList  # before an addressee


class AddresseePhrases(NamedTuple):
    """The small words around an addressee: too frequent to be looked for in every text."""

    subjects: PhraseList
    adverbs: PhraseList
    skipped: PhraseList
    excluded: PhraseList
    ends: PhraseList


class ReferencePhrases(NamedTuple):
    """The nouns of parts of documents, and the names of treaties."""

    parts: PhraseList  # the longest first, with their kinds
    treaties: PhraseList  # the longest first, with their names in English
    treaty_nouns: PhraseList


class Vocabulary:
    """Everything that is looked for in texts of one language, by the words that it needs."""

    def __init__(self, language: str) -> None:
        words = WORDS[language]
        self.language = language
        self.names = gazetteer(language)
        self.statements = _statement_phrases(words.statements, language)
        self.on_behalf = tuple(
            (_plain((opening,), language), fold_lower(closing))
            for opening, closing in words.statements.on_behalf
        )
        self.officers = _officer_phrases(words.officers, words.names.honorifics, language)
        self.provisions = _provision_phrases(words.provisions, language)
        self.addressees = _addressee_phrases(words.provisions, language)
        self.references = _reference_phrases(words.references, language)
        self.meetings = _plain(words.meetings.nouns, language)
        self.months = _months()
        self._subjects = self._words_by_subject()
        # names and months are no keys where words run on
        self._always = 0 if LEXICONS[language].spaced else NAMES | MONTHS

    def known(self, lower: str) -> frozenset[str]:
        """The words of a folded text that stand in a list, with their proclitics.

        >>> sorted(vocabulary("en").known("the chair made a statement on it"))
        ['chair', 'statement']
        """
        if self._beginnings is None:
            return self._words.intersection(ALL_WORDS.findall(lower))
        found = set(self._phrases.findall(lower))
        return frozenset(one for longest in found for one in self._beginnings[longest])

    def subjects(self, known: frozenset[str]) -> int:
        """What a text with these words can have, as the sum of its subjects.

        >>> vocabulary("en").subjects(frozenset({"article"})) == PARTS
        True
        """
        subjects = self._always
        for word in known:
            subjects |= self._subjects[word]
        return subjects

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._subjects)

    def _words_by_subject(self) -> dict[str, int]:
        """The words of all lists, each with the sum of the subjects that need it."""
        statements, references = self.statements, self.references
        needed = (
            (NAMES, self.names.entries),
            (MONTHS, self.months),
            (MEETINGS, self.meetings.keys),
            (SPEAKING, statements.spoke.keys),
            (ATTENDING, statements.attended.keys),
            (ELECTING, self.officers.elected.keys),
            (ACTS, self.provisions.acts),
            (PARTS, references.parts.keys),
            (TREATIES, references.treaties.keys),
            (TREATIES, references.treaty_nouns.keys),
            *((0, one.keys) for one in self._lists()),
        )
        subjects: dict[str, int] = {}
        for subject, words in needed:
            for word in words:
                subjects[word] = subjects.get(word, 0) | subject
        return subjects

    def _lists(self) -> Iterator[PhraseList]:
        yield from (*self.statements, *self.officers, *self.references)
        yield from (self.provisions.verbs, self.provisions.modals, self.provisions.openings)
        yield from (opening for opening, _ in self.on_behalf)
        yield self.meetings

    @cached_property
    def _beginnings(self) -> dict[str, tuple[str, ...]] | None:
        """Where words run on: each phrase with the phrases that it begins with, itself included."""
        if LEXICONS[self.language].spaced:
            return None
        keys = {key for one in self._lists() for key in one.keys}
        return {
            key: tuple(key[:end] for end in range(1, len(key) + 1) if key[:end] in keys)
            for key in keys
        }

    @cached_property
    def _phrases(self) -> re.Pattern[str]:
        """The longest phrase at every place of a text whose words run on."""
        longest = sorted(self._beginnings or (), key=len, reverse=True)
        return re.compile(f"(?=({'|'.join(map(re.escape, longest))}))")


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of a language, made when it is first needed."""
    return Vocabulary(language)


def _plain(phrases: tuple[str, ...], language: str) -> PhraseList:
    return PhraseList(((phrase, "") for phrase in phrases), language)


def _statement_phrases(words: StatementWords, language: str) -> StatementPhrases:
    return StatementPhrases(
        spoke=_plain(words.spoke, language),
        attended=_plain(words.attended, language),
        roles=PhraseList(words.roles, language),
        following=PhraseList(((phrase, "state") for phrase in words.following), language),
        qualifiers=PhraseList(words.qualifiers, language),
        appositions=PhraseList(words.appositions, language),
    )


def _officer_phrases(
    words: OfficerWords, honorifics: tuple[str, ...], language: str
) -> OfficerPhrases:
    return OfficerPhrases(
        elected=_plain(words.elected, language),
        offices=PhraseList(words.offices, language),
        honorifics=_plain(honorifics, language),
    )


def _provision_phrases(words: ProvisionWords, language: str) -> ProvisionPhrases:
    verbs = (
        *((verb, f"{act}{KIND}recommendation") for verb, act in words.requests),
        *((verb, f"{act}{KIND}decision") for verb, act in words.decisions),
        *((verb, "") for verb in words.declaratives.split(", ")),
    )
    modals = PhraseList(words.recommendations, language)
    acts = PhraseList((one for one in verbs if one[1]), language)
    return ProvisionPhrases(
        verbs=PhraseList(verbs, language),
        acts=acts.keys | modals.keys,
        modals=modals,
        openings=_plain(words.addressee_prefixes, language),
    )


def _addressee_phrases(words: ProvisionWords, language: str) -> AddresseePhrases:
    return AddresseePhrases(
        subjects=_plain(words.subjects, language),
        adverbs=_plain(words.adverbs, language),
        skipped=_plain((*words.adverbs, *words.addressee_prefixes), language),
        excluded=_plain(words.not_addressees, language),
        ends=_plain(words.addressee_ends, language),
    )


def _reference_phrases(words: ReferenceWords, language: str) -> ReferencePhrases:
    treaties = [(fold_lower(printed), name) for printed, name in words.treaties]
    nouns = (*words.treaty_nouns, *words.charter)
    return ReferencePhrases(
        parts=PhraseList(_part_nouns(words), language),
        treaties=PhraseList(sorted(treaties, key=_longest_first), language),
        treaty_nouns=PhraseList(((noun, noun) for noun in nouns), language),
    )


def _part_nouns(words: ReferenceWords) -> list[tuple[str, str]]:
    kinds: dict[str, CitedKind | str] = {}
    for noun in words.agenda_parts:
        kinds[fold_lower(noun)] = TOLD_BY_WHAT_FOLLOWS if words.agenda else "agenda item"
    if words.prefix:
        kinds[words.prefix] = TOLD_BY_WHAT_FOLLOWS
    else:
        kinds.update((fold_lower(noun), kind) for noun, kind in words.parts)
    return sorted(kinds.items(), key=_longest_first)


def _longest_first(phrase: tuple[str, str]) -> tuple[int, tuple[str, str]]:
    return -len(phrase[0]), phrase


@cache
def _months() -> frozenset[str]:
    """The first words of the names of the months, in all languages: dates may be in another one."""
    names = (
        fold(name).text
        for lexicon in LEXICONS.values()
        for month in lexicon.dates.months
        for name in month
    )
    return frozenset(words[0] for words in map(ALL_WORDS.findall, names) if words)
