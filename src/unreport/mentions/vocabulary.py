"""The word lists of a language, and the words of a text that stand in one of them.

All texts are scanned once for these words.  Whoever looks for something in a text asks first
whether it has one of the words that this needs, so that most texts cost nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from unreport.languages import LEXICONS
from unreport.languages.citation_patterns import noun_forms
from unreport.mentions.gazetteer import gazetteer
from unreport.mentions.kinds import CitedKind
from unreport.mentions.phrases import ALL_WORDS, PhraseList, fold_lower, scan_key
from unreport.mentions.words import WORDS
from unreport.mentions.words.model import (
    OfficerWords,
    ProvisionWords,
    ReferenceWords,
    StatementWords,
)
from unreport.text.folding import fold
from unreport.text.word_scanner import WordScanner

# What is looked for: a text without a word of it has none
NAMES, MONTHS, MEETINGS, SPEAKING, ATTENDING, ELECTING, ACTS, PARTS, TREATIES, DOCUMENTS = (
    1 << bit for bit in range(10)
)
OTHER = 0  # what is no reason alone to look at a text
NO_VERB = "-"  # a participle that looks like one
KIND = "\t"  # between the act and the kind of a verb
AROUND = "around"  # the kind of a request whose verb has the addressee in its midst
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
    acts: PhraseList  # those of provisions
    modals: PhraseList
    openings: PhraseList  # before an addressee


class AddresseePhrases(NamedTuple):
    """The small words around an addressee: too frequent to be looked for in every text."""

    subjects: PhraseList
    adverbs: PhraseList
    skipped: PhraseList
    excluded: PhraseList
    ends: PhraseList
    relatives: PhraseList
    attached_prefixes: dict[str, str]  # by act
    attached_ends: dict[str, str]


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
        self.document_nouns = frozenset(
            scan_key(one, language)[0] for one in noun_forms(proclitics=True)
        )
        self.subjects = self._subjects_of_words()
        """What a text with one of these words or phrases can have; without it, it has none."""
        spaced = LEXICONS[language].spaced
        self.scanner = WordScanner(self.subjects, spaced=spaced)
        """Finds these words and phrases in folded texts, with their proclitics."""
        words_of_lists = (key for one in self._lists() for key in one.keys)
        self.details = WordScanner(dict.fromkeys(words_of_lists, 0), spaced=spaced)
        """Finds the words of all lists, for the texts that have one of some subjects."""

    def _subjects_of_words(self) -> dict[str, int]:
        statements, references = self.statements, self.references
        needed = (
            (NAMES, self.names.entries),
            (MONTHS, self.months),
            (MONTHS, LEXICONS[self.language].dates.field_suffixes[-1:]),
            (MEETINGS, self.meetings.scan_keys),
            (SPEAKING, statements.spoke.scan_keys),
            (ATTENDING, statements.attended.scan_keys),
            (ELECTING, self.officers.elected.scan_keys),
            (ACTS, self.provisions.acts.scan_keys),
            (ACTS, self.provisions.modals.scan_keys),
            (OTHER, self.provisions.verbs.scan_keys),
            (DOCUMENTS, self.document_nouns),
            (PARTS, references.parts.scan_keys),
            (TREATIES, references.treaties.scan_keys),
            (TREATIES, references.treaty_nouns.scan_keys),
        )
        subjects: dict[str, int] = {}
        for subject, words in needed:
            for word in words:
                subjects[word] = subjects.get(word, 0) | subject
        return subjects

    def _lists(self) -> Iterator[PhraseList]:
        yield from (*self.statements, *self.officers, self.provisions.openings)
        yield from (opening for opening, _ in self.on_behalf)


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
        *(
            (f"{opening} … {closing}", KIND.join((act, AROUND, opening, closing)))
            for opening, closing, act in words.requests_around
        ),
        *((verb, f"{act}{KIND}decision" if act else NO_VERB) for verb, act in words.decisions),
        *((verb, "") for verb in words.declaratives.split(", ")),
    )
    modals = PhraseList(words.recommendations, language)
    acts = PhraseList((one for one in verbs if one[1]), language)
    return ProvisionPhrases(
        verbs=PhraseList(verbs, language),
        acts=acts,
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
        relatives=_plain(words.relatives, language),
        attached_prefixes={act: fold_lower(one) for act, one in words.attached_prefixes},
        attached_ends={act: fold_lower(one) for act, one in words.attached_ends},
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
