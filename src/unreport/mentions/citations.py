"""Citations: documents, treaties and their articles, agenda items, paragraphs of this report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import regex

from unreport.mentions.document_parts import ONLY_ANNEX, Cited, Group, find_parts
from unreport.mentions.model import CitationMention
from unreport.mentions.owners import owners
from unreport.mentions.passages import Passage
from unreport.mentions.phrases import Coverage
from unreport.mentions.resolve import HERE, UNRESOLVED
from unreport.mentions.vocabulary import PARTS, TREATIES, vocabulary
from unreport.mentions.words import WORDS


def find_citations(passage: Passage) -> list[CitationMention]:
    """All citations in a passage, in order; parts of this report are not resolved yet."""
    language = passage.language
    parts = find_parts(passage.lower, passage.hits, language) if passage.subjects & PARTS else []
    whole = list(_documents(passage))
    if passage.subjects & TREATIES:
        whole += _treaties(passage)
        whole += _named_by_noun(passage, whole)
    whole += _dated_numbers(passage, whole)
    groups = [*whole, *parts]
    if len(groups) > 1:
        groups.sort()
    if not groups:
        return []
    found = [
        _mention(one, group, owner, passage)
        for group, owner in zip(groups, owners(groups, passage.lower, language), strict=True)
        for one in group.members
        if not group.is_silent and (owner or _stands_alone(group, passage, language))
    ]
    if len(found) > 1:
        found.sort(key=lambda one: (one.place.start, one.place.end))
    return found


def _stands_alone(group: Group, passage: Passage, language: str) -> bool:
    """An annex without a number is of this document: `contained in the annex`, in lower case."""
    if group.is_here or group.members[0].name != ONLY_ANNEX:
        return True
    return WORDS[language].names.cased and passage.cased[group.start].islower()


def _mention(cited: Cited, group: Group, owner: str | None, passage: Passage) -> CitationMention:
    place, text = passage.located(cited.start, cited.end)
    return CitationMention(
        place=place,
        text=text,
        kind=cited.kind,
        name=cited.name,
        within=_within(group, owner, passage),
        symbol=cited.symbol,
        doubt=UNRESOLVED if _is_cut_off(cited, passage.cased) else None,
    )


def _within(group: Group, owner: str | None, passage: Passage) -> str | None:
    """What a part is of, as far as the text says; a rule is one of procedure."""
    if group.is_here or (owner is None and group.members[0].name == ONLY_ANNEX):
        return HERE
    if group.kind == "rule":
        return owner or "rules of procedure"
    if owner is None and group.kind == "agenda item":
        return _body_before(group, passage)
    return owner


BODY_BEFORE = regex.compile(r"\b(\p{Lu}{2,6}\s\d{1,3})\s$")
LONGEST_BODY = 12


def _body_before(group: Group, passage: Passage) -> str | None:
    """`SBI 49 agenda item 11`: an item of the agenda of another body."""
    text = passage.cased
    found = BODY_BEFORE.search(text, max(0, group.start - LONGEST_BODY), group.start)
    return found[1] if found else None


CUT_OFF = regex.compile(r"\.?[A-Z]+\.?\d")


def _is_cut_off(cited: Cited, text: str) -> bool:
    """`A/C.6/79.SR.37`: what stands behind belongs to the symbol, and makes it another one."""
    return cited.kind == "symbol" and CUT_OFF.match(text, cited.end) is not None


def _documents(passage: Passage) -> Iterator[Group]:
    """Symbols, resolutions and decisions, at their places in the folded text."""
    found = passage.documents
    for one in found:
        start, end = passage.folded_span(one.span.start, one.span.end)
        yield Group(start, end, one.kind, (Cited(start, end, one.kind, one.name, one.symbol),))


DATED_NUMBER = regex.compile(r"(?<![\d/.])(\d{1,3}/\d{1,4})(?:\s([A-Z]))?(?=\s)")
FARTHEST_DATE = 12  # characters between a number and its date: `69/313 of 27 July 2015`


def _dated_numbers(passage: Passage, known: list[Group]) -> Iterator[Group]:
    """Numbers with a date far behind the noun: `resolutions 70/1 of … on … and 69/313 of 27 July`.

    They are of the kind of the last one before them.
    """
    numbered = [one for one in known if one.kind in ("resolution", "decision")]
    if not numbered or not passage.dates:
        return
    numbered.sort()
    text, taken = passage.cased, _coverage(passage, known)
    numbers = [one for one in DATED_NUMBER.finditer(text) if taken.is_free(*one.span(1))]
    starts = [one.start for one in numbered]
    dates = [one.span.start for one in passage.dates]
    for number in numbers:
        before = bisect_left(starts, number.start())
        end = passage.span(*number.span())[1]
        at = bisect_right(dates, end)
        dated = dates[at : at + 1]
        if before and dated and dated[0] - end <= FARTHEST_DATE:
            kind = numbered[before - 1].kind
            name = " ".join(filter(None, number.groups()))
            cited = Cited(*number.span(), kind, name)
            yield Group(*number.span(), kind, (cited,))


def _coverage(passage: Passage, known: list[Group]) -> Coverage:
    taken = Coverage(len(passage.lower))
    for one in known:
        taken.take(one.start, one.end)
    return taken


def _treaties(passage: Passage) -> list[Group]:
    treaties = vocabulary(passage.language).references.treaties
    located = sorted(treaties.located(passage.lower, passage.hits))  # the longest first
    found: list[Group] = []
    taken = Coverage(len(passage.lower)) if located else None
    for _, at, end, name in located:
        if taken and taken.is_free(at, end):
            taken.take(at, end)
            cited = Cited(at, end, "treaty", name)
            found.append(Group(at, end, "treaty", (cited,), is_silent=not name))
    return found


def _named_by_noun(passage: Passage, whole: list[Group]) -> list[Group]:
    """Treaties by a noun: with a name of its own, `Fourth Geneva Convention`, or named before.

    One named before, `the Protocol`, is not cited again; parts can be of it.
    """
    nouns = vocabulary(passage.language).references.treaty_nouns
    located = sorted(nouns.located(passage.lower, passage.hits))
    if not located:
        return []
    words, cased = WORDS[passage.language].references, WORDS[passage.language].names.cased
    text = passage.cased
    found: list[Group] = []
    taken = _coverage(passage, whole)
    for _, at, end, noun in located:
        if not taken.is_free(at, end) or (cased and not text[at].isupper()):
            continue
        start, stop = _name_around(text, at, end, words.treaty_connectors)
        is_charter = noun in words.charter
        if is_charter and start < at:
            continue  # `Olympic Charter`
        name = CHARTER if is_charter else passage.source(start, stop).strip("《》")
        silent = not is_charter and (start, stop) == (at, end)
        taken.take(start, stop)
        cited = Cited(start, stop, "treaty", name)
        found.append(Group(start, stop, "treaty", (cited,), is_silent=silent))
    return found


CHARTER = "Charter of the United Nations"


CAPITALIZED_BEFORE = regex.compile(r"(?<![\p{L}'’-])(?:\p{Lu}[\p{L}'’-]++\s){1,5}+$")
WORD_BEHIND = regex.compile(r"\s([\p{L}'’-]+)")
LONGEST_TREATY_NAME = 120


def _name_around(text: str, start: int, end: int, connectors: tuple[str, ...]) -> tuple[int, int]:
    """The capitalized words around a noun, and behind it the small words between them."""
    if not connectors:
        return start, end
    before = CAPITALIZED_BEFORE.search(text, max(0, start - LONGEST_TREATY_NAME), start)
    first = before.start() if before and not _opens_sentence(text, before.start()) else start
    last, at = end, end
    while at - end < LONGEST_TREATY_NAME and (word := WORD_BEHIND.match(text, at)):
        at = word.end()
        if word[1][0].isupper():
            last = at
        elif word[1] not in connectors:
            break
    return first, last


def _opens_sentence(text: str, start: int) -> bool:
    """A capital letter at the start of a sentence says nothing: `The Convention`."""
    before = text[max(0, start - FARTHEST_STOP) : start].rstrip()
    return not before or before[-1] in ".;:"


FARTHEST_STOP = 8  # characters
