"""Everything that a report mentions, and each kind of it alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from unreport.mentions.citations import find_citations
from unreport.mentions.entities import State, states
from unreport.mentions.meetings import find_date_mentions, find_meetings
from unreport.mentions.model import (
    Attendance,
    CitationMention,
    Mention,
    Officer,
    Place,
    Provision,
    Statement,
    StateMention,
)
from unreport.mentions.officers import find_officers
from unreport.mentions.passages import Passage, Passages, passages
from unreport.mentions.provisions import find_provisions
from unreport.mentions.resolve import Targets
from unreport.mentions.statements import find_attendance, find_statements, with_inherited_items
from unreport.mentions.states import find_folded_states
from unreport.mentions.words import WORDS
from unreport.model import Report

DEFAULT = "en"  # whose words are tried where the language is not known


def mentions(report: Report) -> tuple[Mention, ...]:
    r"""Everything that a report mentions, in reading order; footnotes at the end.

    >>> from unreport import parse_text
    >>> report = parse_text("1. The observer for Morocco made a statement.", language="en")
    >>> [type(one).__name__ for one in mentions(report)]
    ['StateMention', 'Statement']
    """
    texts, language = passages(report), _language(report)
    found: list[Mention] = [*_states(texts.own, language), *_statements(texts, language)]
    for passage in texts.own:
        found.extend(find_date_mentions(passage))
        found.extend(find_meetings(passage, language))
    for whole in texts.paragraphs:
        found.extend(find_attendance(whole.passage, language))
        found.extend(find_officers(whole.passage, language))
        found.extend(find_provisions(whole.passage, whole.items, language))
    found.extend(_citations(report, texts, language))
    return tuple(sorted(found, key=lambda one: (*_order(one.place), KINDS[type(one)])))


KINDS = {kind: rank for rank, kind in enumerate(Mention.__args__)}


def _order(place: Place) -> tuple[bool, int, int, int]:
    node = place.node if place.footnote is None else place.footnote
    return place.footnote is not None, node or 0, place.start, -place.end


def state_mentions(report: Report) -> tuple[StateMention, ...]:
    """The States named in a report, every time.

    >>> from unreport import parse_text
    >>> report = parse_text("1. Chad spoke, then Peru, then Chad.", language="en")
    >>> [one.state for one in state_mentions(report)]
    ['TCD', 'PER', 'TCD']
    """
    return tuple(_states(passages(report).own, _language(report)))


def named_states(report: Report) -> tuple[State, ...]:
    """The States that a report names without doubt, each once, in order of their first mention.

    >>> from unreport import parse_text
    >>> report = parse_text("1. Chad spoke, then Peru, then Chad.", language="en")
    >>> [state.name for state in named_states(report)]
    ['Chad', 'Peru']
    """
    codes = dict.fromkeys(one.state for one in state_mentions(report) if one.doubt is None)
    return tuple(states()[code] for code in codes)


def statements(report: Report) -> tuple[Statement, ...]:
    """The speakers of statements, in reading order.

    >>> from unreport import parse_text
    >>> report = parse_text("1. Statements were made by the representatives of France and Kenya.")
    >>> [(one.text, one.capacity) for one in statements(report)]
    [('France', 'state'), ('Kenya', 'state')]
    """
    return tuple(_statements(passages(report), _language(report)))


def attendance(report: Report) -> tuple[Attendance, ...]:
    """The States and organizations that were represented.

    >>> from unreport import parse_text
    >>> report = parse_text("1. The following States were represented: Chad and Peru.")
    >>> [one.text for one in attendance(report)]
    ['Chad', 'Peru']
    """
    language = _language(report)
    return tuple(
        one
        for whole in passages(report).paragraphs
        for one in find_attendance(whole.passage, language)
    )


def officers(report: Report) -> tuple[Officer, ...]:
    """The persons elected.

    >>> from unreport import parse_text
    >>> report = parse_text("1. The Committee elected Ms. Ana Silva (Brazil) as Chair.")
    >>> [(one.text, one.office) for one in officers(report)]
    [('Ana Silva', 'chair')]
    """
    language = _language(report)
    return tuple(
        one
        for whole in passages(report).paragraphs
        for one in find_officers(whole.passage, language)
    )


def provisions(report: Report) -> tuple[Provision, ...]:
    """The decisions and recommendations.

    >>> from unreport import parse_text
    >>> report = parse_text("1. The Committee invited States to report by June.", language="en")
    >>> [(one.verb, one.addressee) for one in provisions(report)]
    [('invited', 'States')]
    """
    language = _language(report)
    return tuple(
        one
        for whole in passages(report).paragraphs
        for one in find_provisions(whole.passage, whole.items, language)
    )


def citations(report: Report) -> tuple[CitationMention, ...]:
    """What a report cites, parts of the report itself with their nodes.

    >>> from unreport import parse_text
    >>> report = parse_text("1. It recalled resolution 64/68 B.", language="en")
    >>> [(one.kind, one.name) for one in citations(report)]
    [('resolution', '64/68 B')]
    """
    return tuple(_citations(report, passages(report), _language(report)))


def _language(report: Report) -> str:
    return report.language if report.language in WORDS else DEFAULT


def _states(texts: Iterable[Passage], language: str) -> Iterator[StateMention]:
    for passage in texts:
        for one in find_folded_states(passage.text, passage.folded, language):
            yield StateMention(
                place=passage.place_of(one.start, one.end),
                text=passage.text[one.start : one.end],
                state=one.state.code,
                form=one.form,
                doubt=one.doubt,
            )


def _statements(texts: Passages, language: str) -> list[Statement]:
    found = [
        (one, whole.passage.lower, whole.section)
        for whole in texts.paragraphs
        for one in find_statements(whole.passage, language)
    ]
    return with_inherited_items(found, language)


def _citations(report: Report, texts: Passages, language: str) -> Iterator[CitationMention]:
    targets = Targets(report)
    for passage in texts.own:
        yield from targets.resolve(find_citations(passage, language))
