"""The types of the words that mentions are found by, one value of `MentionWords` for each language.

The data are in the modules `ar`, `en`, `es`, `fr`, `ru` and `zh`; comparison ignores accents and
vowel signs.  Fields have no defaults, so that type checking fails until a new field is filled for
every language.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from unreport.mentions.kinds import Capacity, CitedKind


class Homograph(Struct, frozen=True, kw_only=True):
    """A name that is also another word, and what stands beside it where it is the name."""

    name: str
    certain: bool  # a mention unless something speaks against it; else doubtful unless confirmed
    confirmed_by_lists: bool  # certain between the names of a list: `لبنان، مالي، مصر`
    confirmed_after: tuple[str, ...]  # words before it that confirm it: `حكومة مالي`
    excluded_after: tuple[str, ...]  # words before it that exclude it: `كل قطر`
    excluded_before: tuple[str, ...]  # words after it that exclude it: `Того же`


class NameGrammar(Struct, frozen=True, kw_only=True):
    """How names of States stand in running text."""

    cased: bool  # whether names are capitalized
    proclitics: tuple[str, ...]  # written together with the name, the empty one included: `وهولندا`
    article: str  # contracted after one of them: `للمكسيك` for `ل` and `المكسيك`
    contracting: str  # the proclitic after which it is
    endings: tuple[tuple[str, tuple[str, ...]], ...]  # of the nominative, and of the other cases
    adjective_proclitics: tuple[str, ...]  # before an adjective: `والعراقية`
    adjective_endings: tuple[
        tuple[str, tuple[str, ...]], ...
    ]  # of its form in the data, the others
    governed: tuple[str, ...]  # nouns beside an adjective that names a State: `Iraqi Government`
    honorifics: tuple[str, ...]  # before the name of a person: `Mr. Jordan`
    given_names: tuple[str, ...]  # names of States that are also given names: `Jordan`
    homographs: tuple[Homograph, ...]
    conjunctions: tuple[str, ...]  # between the names of a list


class StatementWords(Struct, frozen=True, kw_only=True):
    """The sentences that say who spoke, or was there, and as what."""

    spoke: tuple[str, ...]  # what makes a sentence one about statements
    attended: tuple[str, ...]  # or one about attendance
    roles: tuple[tuple[str, Capacity], ...]  # before the names, or after them: `the observer for`
    following: tuple[str, ...]  # before the names of a list that a colon opens: `the following`
    qualifiers: tuple[
        tuple[str, Capacity], ...
    ]  # between role and names: `parties to the Protocol`
    appositions: tuple[tuple[str, Capacity], ...]  # after a name: `a signatory State`
    on_behalf: tuple[tuple[str, str], ...]  # before, and after, whom somebody speaks for
    group_nouns: tuple[str, ...]  # one of them is in the name of a group; (): not checked
    also: tuple[str, ...]  # continues the statements before it
    fillers: tuple[str, ...]  # words between a role and a name: articles, `States`, `each of`


class OfficerWords(Struct, frozen=True, kw_only=True):
    """The sentences that say who was elected."""

    elected: tuple[str, ...]
    offices: tuple[tuple[str, str], ...]  # with the office in English, the longest first


class ProvisionWords(Struct, frozen=True, kw_only=True):
    """The verbs of decisions and recommendations, with the act in English."""

    decisions: tuple[tuple[str, str], ...]  # `decides`; "": no such verb, `the approved`
    requests: tuple[tuple[str, str], ...]  # before the addressee: `requests`
    requests_around: tuple[tuple[str, str, str], ...]  # `обращается к … с призывом`, and the act
    recommendations: tuple[tuple[str, str], ...]  # behind the addressee: `should`; "": no such verb
    declaratives: (
        str  # other verbs that a sentence opens with: `welcomes`, `recalling`; commas between
    )
    longest_subject: int  # characters before the verb: `At its 3rd meeting, the Board decided`
    modal_opens: bool  # whether `should` stands before the addressee: `ينبغي للدول أن`
    adverbs: tuple[str, ...]  # between or before verbs: `also`, `strongly`
    addressee_prefixes: tuple[str, ...]  # before the addressee: `upon`
    addressee_ends: tuple[str, ...]  # behind the addressee: `to`
    relatives: tuple[str, ...]  # `that have`: goes on with the addressee
    attached_prefixes: tuple[tuple[str, str], ...]  # written together with the addressee, by act
    attached_ends: tuple[tuple[str, str], ...]  # and with the word behind it: توصي الدول باتخاذ
    subjects: tuple[str, ...]  # that can stand between the verb and the addressee: حثت اللجنة الدول
    infinitives: tuple[str, ...]  # endings of a verb that begins what is asked for
    not_addressees: tuple[str, ...]  # what begins the content, not an addressee: `that`


class ReferenceWords(Struct, frozen=True, kw_only=True):
    """The words around citations of parts of documents, and the names of treaties."""

    parts: tuple[tuple[str, CitedKind], ...]  # before the number: `paragraph`
    prefix: str  # where the noun follows the number, the sign before it: 第7段
    conjunctions: tuple[str, ...]  # between numbers
    ranges: tuple[str, ...]  # between the ends of a range
    of_is_word: bool  # whether a space stands behind them
    of: tuple[str, ...]  # between a part and what it is of
    here: tuple[str, ...]  # behind the number, for a part of this document: `above`
    agenda: tuple[str, ...]  # behind the number of an agenda item: `of the provisional agenda`
    agenda_parts: tuple[str, ...]  # `item` where `agenda` stands behind it
    treaties: tuple[tuple[str, str], ...]  # with the name in English, "" for what is no treaty
    treaty_nouns: tuple[str, ...]  # `the Protocol`: named before, or with a name of its own
    treaty_connectors: tuple[str, ...]  # small words in such a name: `Convention on the Rights of`
    charter: tuple[str, ...]  # the Charter of the United Nations, if no other one is named


class MeetingWords(Struct, frozen=True, kw_only=True):
    """The words of numbered meetings."""

    nouns: tuple[str, ...]  # `meeting`
    ordinal_indicators: tuple[str, ...]  # behind the digits: `3rd`
    ordinals: tuple[str, ...]  # in words, from the first
    number_first: bool  # `3rd meeting`; else `الجلسة 3`
    prefix: str  # before the number: 第


class MentionWords(Struct, frozen=True, kw_only=True):
    """Everything that finding mentions knows about one language."""

    script: Literal["Arabic", "Cyrillic", "Han", "Latin"]
    names: NameGrammar
    statements: StatementWords
    officers: OfficerWords
    provisions: ProvisionWords
    references: ReferenceWords
    meetings: MeetingWords
