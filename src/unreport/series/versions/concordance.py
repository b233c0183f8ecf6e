"""What the language versions of a document say apart: numbers, documents, dates and States.

Every check compares what versions of one node have in common in any language.  Further checks are
functions of the same form in `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations
from types import MappingProxyType
from typing import TypeAlias

from msgspec import Struct

from unreport.languages import LEXICONS
from unreport.languages.number_values import has_number_word
from unreport.mentions.states import find_states
from unreport.model import Report, Span
from unreport.series.versions.units import Unit
from unreport.text.folding import fold_confusables

HALF_A_DAY = 12  # hours
SMALL = 10
"""Numbers up to this are words in one version and digits in another, in inflected forms."""


class Disagreement(Struct, frozen=True, kw_only=True):
    """A doubt about the versions of a node: what some say and others do not.

    >>> from unreport import align, parse_text
    >>> english = parse_text("1. It held 14 meetings.", language="en")
    >>> french = parse_text("1. Il a tenu 15 séances.", language="fr")
    >>> print(align([english, french]).doubts[0].message)
    1: 14 is in en, but not in fr.
    """

    code: str
    """A stable name, such as `alignment-number`; docs/checks.md explains it."""
    message: str
    """One sentence in English."""
    key: str | None = None
    """The key of the node; None for the masthead."""
    languages: tuple[str, ...] = ()
    """The versions that lack something (ISO 639-1)."""
    spans: tuple[Span, ...] = ()
    """Where the node stands in these versions, in their order."""


Versions: TypeAlias = Mapping[str, Unit]
"""The versions of a node by language."""
Finding: TypeAlias = tuple[str, str, str]
"""What differs, the language that has it, and the one that lacks it."""
Check: TypeAlias = Callable[[Versions], Iterator[Finding]]


def disagreements(key: str, versions: Versions) -> Iterator[Disagreement]:
    """What the versions of a node say apart, each thing once."""
    for code, check in CHECKS.items():
        found: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
        for what, holder, lacking in check(versions):
            held, lacked = found.setdefault(what, ({}, {}))
            held[holder] = lacked[lacking] = None
        for what, (held, lacked) in found.items():
            languages = tuple(language for language in versions if language in lacked)
            yield Disagreement(
                code=code,
                message=f"{key}: {what} is in {', '.join(sorted(held))}, "
                f"but not in {', '.join(sorted(languages))}.",
                key=key,
                languages=languages,
                spans=tuple(versions[language].node.span for language in languages),
            )


def _numbers(versions: Versions) -> Iterator[Finding]:
    """Numbers that one version has, and another has neither in digits nor in words."""
    for one, other in combinations(versions, 2):
        first, second = versions[one], versions[other]
        alone = _unmatched(first, second, other)
        alone_too = _unmatched(second, first, one)
        alone, alone_too = _without_hours(alone, alone_too), _without_hours(alone_too, alone)
        substituted = bool(alone and alone_too)
        for numbers, holder, lacking in ((alone, one, other), (alone_too, other, one)):
            for number in sorted(numbers):
                if substituted or not _is_small(number):
                    yield number, holder, lacking


def _unmatched(one: Unit, other: Unit, language: str) -> set[str]:
    """The numbers of a version that the other version, in a language, does not have."""
    have = {*other.anchors.numbers, *_parts(other.anchors.numbers)}
    return {
        number
        for number in one.anchors.numbers - have
        if not have.issuperset(number.split("."))
        and not (number.isdecimal() and has_number_word(other.text, int(number), language))
    }


def _parts(numbers: frozenset[str]) -> Iterator[str]:
    """The parts of numbers with a point: Arabic prints target 5.4 as `5-4`."""
    for number in numbers:
        if "." in number:
            yield from number.split(".")


def _without_hours(alone: set[str], others: set[str]) -> set[str]:
    """The numbers without hours of the afternoon: `3 p.m.` in one version is 15 in another."""
    return {
        number
        for number in alone
        if not number.isdecimal()
        or not others & {str(int(number) + HALF_A_DAY), str(int(number) - HALF_A_DAY)}
    }


def _is_small(number: str) -> bool:
    return number.isdecimal() and int(number) <= SMALL


def _documents(versions: Versions) -> Iterator[Finding]:
    """Symbols, resolutions and decisions whose letters and digits another version does not have."""
    for holder, unit in versions.items():
        for name in sorted(unit.anchors.documents):
            for lacking, other in versions.items():
                if lacking == holder or name in other.anchors.documents:
                    continue
                if not _has_all_parts(name, other):
                    yield name, holder, lacking


def _has_all_parts(name: str, unit: Unit) -> bool:
    """Whether all numbers of a name stand in a text, whatever stands between them."""
    numbers = {str(int(part)) for part in _digits(name).split()}
    if "/" in name and name[0].isalpha():
        return fold_confusables(name) in fold_confusables(unit.text)
    return numbers <= unit.anchors.numbers


def _digits(name: str) -> str:
    return "".join(c if c.isdecimal() else " " for c in name)


def _dates(versions: Versions) -> Iterator[Finding]:
    """Days that one version has and another replaces by others."""
    for one, other in combinations(versions, 2):
        first = versions[one].anchors.dates - versions[other].anchors.dates
        second = versions[other].anchors.dates - versions[one].anchors.dates
        if first and second:
            yield from ((date, one, other) for date in sorted(first))
            yield from ((date, other, one) for date in sorted(second))


def _states(versions: Versions) -> Iterator[Finding]:
    """States that one version names beyond doubt, and another does not name at all."""
    named = {language: states_named(unit.text, language) for language, unit in versions.items()}
    for holder, (certain, _) in named.items():
        for code in sorted(certain):
            for lacking, (_, possible) in named.items():
                if code not in possible:
                    yield code, holder, lacking


@lru_cache(maxsize=4096)
def states_named(text: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The codes of the States that a text names: beyond doubt, and possibly."""
    found = find_states(text, language) if language in LEXICONS else []
    certain = frozenset(one.state.code for one in found if one.doubt is None)
    return certain, frozenset(one.state.code for one in found)


CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "alignment-number": _numbers,
        "alignment-document": _documents,
        "alignment-date": _dates,
        "alignment-state": _states,
    }
)
"""The checks by their codes; a new kind of mention is checked by a function added here."""


# --- masthead -------------------------------------------------------------------------------------


def masthead_disagreements(versions: Mapping[str, Report]) -> Iterator[Disagreement]:
    """Facts of the masthead that differ: symbol, date, session, meeting, agenda items."""
    for name, fact in FACTS.items():
        values = {language: fact(report) for language, report in versions.items()}
        present = {language: value for language, value in values.items() if value is not None}
        if len(set(present.values())) > 1:
            listed = "; ".join(f"{language} {value}" for language, value in present.items())
            message = f"The {name} differs: {listed}."
            yield Disagreement(code="alignment-masthead", message=message)


def _session(report: Report) -> str | None:
    session = report.masthead.session
    return str(session.number) if session and session.number is not None else None


def _meeting(report: Report) -> str | None:
    meeting = report.masthead.meeting
    return f"{meeting.start} to {meeting.end}" if meeting and meeting.start else None


def _agenda(report: Report) -> str | None:
    numbers = [number for item in report.masthead.agenda_items for number in item.numbers]
    return ", ".join(numbers) or None


FACTS: Mapping[str, Callable[[Report], str | None]] = MappingProxyType(
    {
        "symbol": lambda report: str(report.symbol) if report.symbol else None,
        "date": lambda report: str(report.date) if report.date else None,
        "session": _session,
        "meeting": _meeting,
        "distribution": lambda report: report.masthead.distribution,
        "list of agenda items": _agenda,
    }
)
