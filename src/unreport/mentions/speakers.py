"""The States and organizations that a sentence names as speakers or participants."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, cast

import regex

from unreport.languages import LEXICONS
from unreport.mentions.kinds import Capacity
from unreport.mentions.phrases import Found, fold_lower
from unreport.mentions.speaking_sentences import Sentence
from unreport.mentions.states import FoundState
from unreport.mentions.vocabulary import vocabulary
from unreport.mentions.words import WORDS

SEPARATORS = regex.compile(r"[,;:،؛、，；]")
STRONG_SEPARATORS = regex.compile(r"[;؛；]")
FARTHEST_QUALIFIER = 60  # characters before a role
LONGEST_NAME = 120  # characters of the name of an organization
NAMED: tuple[Capacity, ...] = (
    "observer",
    "entity",
    "group",
    "intergovernmental organization",
    "non-governmental organization",
)
"""Capacities in which an organization can take part."""


class Speaker(NamedTuple):
    """Somebody who spoke or was there: characters of a sentence in folded text."""

    start: int
    end: int
    state: str | None
    capacity: Capacity
    on_behalf_of: tuple[int, int] | None = None
    doubt: str | None = None


def find_speakers(sentence: Sentence) -> list[Speaker]:
    """Everybody whom a sentence names, in the order of their roles."""
    found: list[Speaker] = []
    for at, role in enumerate(sentence.roles):
        following = sentence.roles[at + 1].start if at + 1 < len(sentence.roles) else None
        stop = len(sentence.lower) if following is None else following
        speakers = list(_after_role(sentence, role, stop)) or list(_before_role(sentence, role))
        found += [one for one in speakers if not _known(one, found)]
    return _with_groups(sentence, found)


def _known(speaker: Speaker, found: list[Speaker]) -> bool:
    return any(one.start < speaker.end and speaker.start < one.end for one in found)


def _with_groups(sentence: Sentence, speakers: list[Speaker]) -> list[Speaker]:
    """The speakers, each that stands before `on behalf of …` with the group that follows."""
    grouped = list(speakers)
    for _, start, end in sentence.on_behalf:
        before = [at for at, one in enumerate(grouped) if one.end <= start]
        at = before[-1] if before else len(grouped) - 1
        if grouped:
            grouped[at] = grouped[at]._replace(on_behalf_of=_trimmed(sentence, start, end))
    return [
        one
        for one in grouped
        if not any(a <= one.start and one.end <= b for _, a, b in sentence.on_behalf)
    ]


def _after_role(sentence: Sentence, role: Found, stop: int) -> Iterator[Speaker]:
    """The names behind `the representatives of`, or behind the colon of the list."""
    if role.value == "secretariat":
        if not _is_other_clause(sentence, role):
            yield Speaker(role.start, role.end, None, "secretariat")
        return
    colon = sentence.lower.find(":", role.end, stop)
    start = colon + 1 if colon >= 0 else role.end
    end = stop if colon >= 0 else _region_end(sentence, role.end, stop)
    capacity = _qualified(sentence, role, start)
    yield from _named(sentence, start, end, capacity)


def _is_other_clause(sentence: Sentence, role: Found) -> bool:
    """`The Chair made a statement, followed by a representative …`: said of somebody else."""
    verbs = [one.end for one in sentence.spoke]
    after_comma = any(
        end <= role.start and SEPARATORS.search(sentence.lower, end, role.start) for end in verbs
    )
    return after_comma and not any(end > role.start for end in verbs)


def _region_end(sentence: Sentence, start: int, stop: int) -> int:
    """Without a colon the names end at the verb, or where somebody speaks for others."""
    ends = [one.start for one in sentence.spoke if one.start >= start]
    ends += [
        begin
        for begin, _, _ in sentence.on_behalf
        if begin >= start and sentence.lower[begin] not in "(（"
    ]
    return max(start, min([stop, *ends]))


def _qualified(sentence: Sentence, role: Found, start: int) -> Capacity:
    """What stands between the role and the names: `the following parties to the Protocol`."""
    words = WORDS[sentence.language].statements
    first = next((one.start for one in sentence.states if one.start >= role.end), start)
    between = sentence.lower[role.end : max(start, min(first, len(sentence.lower)))]
    phrases = vocabulary(sentence.language).statements
    found = phrases.qualifiers.find(between, sentence.known)
    opening = max(0, role.start - FARTHEST_QUALIFIER)
    before = sentence.lower[opening : role.end]
    if not found and phrases.following.stands_in(before, sentence.known):
        found = phrases.qualifiers.find(before, sentence.known)  # `下列缔约国的代表`
    said = {one.value for one in found}
    if role.value in ("state", "observer"):
        return next((one for _, one in words.qualifiers if one in said), _capacity(role))
    return _capacity(role)


def _capacity(found: Found) -> Capacity:
    return cast("Capacity", found.value)


def _named(sentence: Sentence, start: int, end: int, capacity: Capacity) -> Iterator[Speaker]:
    """The names of a list: States as far as the list goes, organizations by its separators."""
    strong = STRONG_SEPARATORS.search(sentence.lower, start, end)
    separators = STRONG_SEPARATORS if strong else SEPARATORS
    pieces = list(_pieces(sentence, start, end, separators))
    for first, piece_end in _with_last_divided(sentence, pieces, capacity):
        last = min([piece_end, *(one for one, _, _ in sentence.on_behalf if first < one)])
        if (
            capacity == "group"
            and strong
            and (name := _organization(sentence, first, last, capacity))
        ):
            yield name  # `Brazil, South Africa, India and China`
            continue
        states = [one for one in sentence.states if first <= one.start and one.end <= last]
        lead = _leading(sentence, states, first)
        if lead:
            for state in lead:
                actual = _apposition(sentence, state, capacity) if state is lead[-1] else capacity
                yield Speaker(state.start, state.end, state.state.code, actual)
            if not _is_filler(sentence, lead[-1].end, last) and separators is SEPARATORS:
                return
        elif (name := _organization(sentence, first, last, capacity)) is not None:
            # a comma may stand in its name: `Scientific, Technical and Technological Advice`
            yield name._replace(doubt="name" if len(pieces) > 1 and not strong else None)
        elif not _is_filler(sentence, first, last):
            return


AND = regex.compile(r"(?<!\w)(?P<first>\p{Lu}\w*+)(?P<and>\s\p{L}{1,3}\s)(?:\p{Ll}{2,3}\s)?+\p{Lu}")
# `the African Union and the League of Arab States`: an article stands before each name
AND_ARTICLE = regex.compile(
    r"(?<=[\p{L}\d])(?P<and>\s\p{L}{1,3}\s)(?P<article>\p{Ll}{1,3})[\s'’](?:\p{Ll}{1,3}[\s'’])?+\p{Lu}"
)


def _with_last_divided(
    sentence: Sentence, pieces: list[tuple[int, int]], capacity: Capacity
) -> Iterator[tuple[int, int]]:
    """Pieces of a list, its last one in two: `LDCs and LMDCs`, `LDCs and the Umbrella Group`."""
    yield from pieces[:-1]
    first, last = pieces[-1]
    found = _division(sentence, first, last) if capacity in NAMED else None
    is_state = any(found and one.start >= found.end("and") for one in sentence.states)
    if found and not is_state:
        yield first, found.start("and")
        yield found.end("and"), last
    else:
        yield first, last


def _division(sentence: Sentence, first: int, last: int) -> regex.Match[str] | None:
    """The conjunction between two names of organizations that no comma divides."""
    conjunctions, fillers = (
        WORDS[sentence.language].names.conjunctions,
        _fillers(sentence.language),
    )
    found = [
        *(one for one in AND.finditer(sentence.text, first, last) if _is_acronym(one["first"])),
        *(
            one
            for one in AND_ARTICLE.finditer(sentence.text, first, last)
            if fold_lower(one["article"]) in fillers and _opens_with(fillers, sentence, first)
        ),
    ]
    joined = [
        one
        for one in found
        if one["and"].strip() in conjunctions and _is_name(sentence.text[one.end("and") : last])
    ]
    return joined[0] if joined else None


def _is_name(text: str) -> bool:
    """Whether a text can be the name of an organization: `and the Caribbean` is none."""
    capitalized = CAPITALIZED.findall(text)
    return len(capitalized) > 1 or any(map(_is_acronym, capitalized))


CAPITALIZED = regex.compile(r"(?<!\w)\p{Lu}\w*+")


def _opens_with(fillers: frozenset[str], sentence: Sentence, first: int) -> bool:
    opening = WORD.search(sentence.lower, first)
    return opening is not None and opening[0] in fillers


def _is_acronym(word: str) -> bool:
    return sum(c.isupper() for c in word) > 1


def _pieces(
    sentence: Sentence, start: int, end: int, separators: regex.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """The pieces between separators, and around brackets that say for whom somebody speaks.

    No separator cuts the name of a State.
    """
    brackets = [
        (begin, close + 1)
        for begin, _, close in sentence.on_behalf
        if start <= begin < end and sentence.lower[begin] in "(（"
    ]
    whole = [*brackets, *((one.start, one.end) for one in sentence.states)]
    cuts = (match.span() for match in separators.finditer(sentence.lower, start, end))
    outside = (cut for cut in cuts if not any(one < cut[0] < other for one, other in whole))
    first = start
    for last, following in sorted([*brackets, *outside]):
        yield first, last
        first = following
    yield first, max(first, end)


def _leading(sentence: Sentence, states: list[FoundState], first: int) -> list[FoundState]:
    """The States that a piece begins with: nothing but conjunctions and articles between them."""
    lead: list[FoundState] = []
    at = first
    for state in states:
        if not _is_filler(sentence, at, state.start):
            break
        lead.append(state)
        at = state.end
    return lead


def _is_filler(sentence: Sentence, start: int, end: int) -> bool:
    """Whether there are no words but articles and conjunctions."""
    words = WORD.findall(sentence.lower[start:end])
    if not LEXICONS[sentence.language].spaced:
        return not _filler_pattern(sentence.language).sub("", "".join(words))
    return all(word in _fillers(sentence.language) for word in words)


WORD = regex.compile(r"\p{L}+")
ELISION = regex.compile(r"[dl]['’]")


@cache
def _fillers(language: str) -> frozenset[str]:
    words = WORDS[language]
    fillers = (*words.statements.fillers, *words.names.proclitics, *words.names.conjunctions)
    return frozenset(map(fold_lower, fillers)) - {""}


@cache
def _filler_pattern(language: str) -> regex.Pattern[str]:
    words = sorted(_fillers(language), key=len, reverse=True)
    return regex.compile("|".join(map(regex.escape, words)))


def _apposition(sentence: Sentence, state: FoundState, capacity: Capacity) -> Capacity:
    """`Thailand, a signatory State`: what stands behind the last name is said of it."""
    appositions = vocabulary(sentence.language).statements.appositions
    following = min(
        [one.start for one in sentence.states if one.start > state.end], default=len(sentence.lower)
    )
    found = appositions.find(sentence.lower[state.end : following], sentence.known)
    return _capacity(found[0]) if found else capacity


def _organization(sentence: Sentence, first: int, last: int, capacity: Capacity) -> Speaker | None:
    """An organization, where the role can be one's: its name begins with a capital letter."""
    start, end = _trimmed(sentence, first, last)
    name = sentence.text[start:end]
    cased = WORDS[sentence.language].names.cased
    is_name = name and len(name) <= LONGEST_NAME and (name[0].isupper() or not cased)
    is_list = LEXICONS[sentence.language].spaced or ":" in sentence.lower[:start]
    return (
        Speaker(start, end, None, capacity) if is_name and is_list and capacity in NAMED else None
    )


def _trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """A piece without articles and conjunctions before it, adverbs behind it, and space."""
    given = WORDS[sentence.language].statements
    fillers, adverbs = set(map(fold_lower, given.fillers)), set(map(fold_lower, given.also))
    words = list(regex.finditer(r"[^\s]+", sentence.lower[first:last]))
    while words and words[0][0].strip(".,'’") in fillers:
        words.pop(0)
    while words and words[-1][0] in adverbs:
        words.pop()
    if not words:
        return first, first
    start, end = first + words[0].start(), first + words[-1].end()
    if ELISION.match(sentence.lower, start):  # `de l'Union africaine`
        start += 2
    while end > start and sentence.lower[end - 1] in " .,;:،؛。":
        end -= 1
    return start, end


def _before_role(sentence: Sentence, role: Found) -> Iterator[Speaker]:
    """`挪威和瑞典的代表`: the names that stand directly before the role."""
    before: list[FoundState] = []
    end = role.start
    for state in reversed([one for one in sentence.states if one.end <= role.start]):
        if not _is_filler(sentence, state.end, end):
            break
        before.append(state)
        end = state.start
    for state in reversed(before):
        yield Speaker(state.start, state.end, state.state.code, _capacity(role))
