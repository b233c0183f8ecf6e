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
    Provision,
    Statement,
    StateMention,
)
from unreport.mentions.officers import find_officers
from unreport.mentions.passages import Passage, Passages, passages
from unreport.mentions.provisions import find_provisions
from unreport.mentions.resolve import Targets
from unreport.mentions.statements import find_attendance, find_statements, with_inherited_items
from unreport.mentions.vocabulary import (
    ACTS,
    ATTENDING,
    ELECTING,
    MEETINGS,
    MONTHS,
    NAMES,
    PARTS,
    SPEAKING,
    TREATIES,
)
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
    texts = _passages(report)
    found: list[Mention] = [*_states(texts.own), *_statements(texts)]
    for passage in texts.own:
        if passage.subjects & (MONTHS | MEETINGS):
            found.extend(find_date_mentions(passage))
            found.extend(find_meetings(passage))
    for whole in texts.paragraphs:
        if whole.subjects & (ATTENDING | ELECTING | ACTS):
            found.extend(find_attendance(whole))
            found.extend(find_officers(whole))
            found.extend(find_provisions(whole))
    found.extend(_citations(texts))
    return tuple(sorted(found, key=_order))


KINDS = {kind: rank for rank, kind in enumerate(Mention.__args__)}


def _order(one: Mention) -> tuple[bool, int, int, int, int]:
    place = one.place
    node = place.node if place.footnote is None else place.footnote
    return place.footnote is not None, node or 0, place.start, -place.end, KINDS[type(one)]


def state_mentions(report: Report) -> tuple[StateMention, ...]:
    """The States named in a report, every time.

    >>> from unreport import parse_text
    >>> report = parse_text("1. Chad spoke, then Peru, then Chad.", language="en")
    >>> [one.state for one in state_mentions(report)]
    ['TCD', 'PER', 'TCD']
    """
    return tuple(_states(_passages(report).own))


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
    return tuple(_statements(_passages(report)))


def attendance(report: Report) -> tuple[Attendance, ...]:
    """The States and organizations that were represented.

    >>> from unreport import parse_text
    >>> report = parse_text("1. The following States were represented: Chad and Peru.")
    >>> [one.text for one in attendance(report)]
    ['Chad', 'Peru']
    """
    return tuple(one for whole in _passages(report).paragraphs for one in find_attendance(whole))


def officers(report: Report) -> tuple[Officer, ...]:
    """The persons elected.

    >>> from unreport import parse_text
    >>> report = parse_text("1. The Committee elected Ms. Ana Silva (Brazil) as Chair.")
    >>> [(one.text, one.office) for one in officers(report)]
    [('Ana Silva', 'chair')]
    """
    return tuple(one for whole in _passages(report).paragraphs for one in find_officers(whole))


def provisions(report: Report) -> tuple[Provision, ...]:
    """The decisions and recommendations.

    >>> from unreport import parse_text
    >>> report = parse_text("1. The Committee invited States to report by June.", language="en")
    >>> [(one.verb, one.addressee) for one in provisions(report)]
    [('invited', 'States')]
    """
    return tuple(one for whole in _passages(report).paragraphs for one in find_provisions(whole))


def citations(report: Report) -> tuple[CitationMention, ...]:
    """What a report cites, parts of the report itself with their nodes.

    >>> from unreport import parse_text
    >>> report = parse_text("1. It recalled resolution 64/68 B.", language="en")
    >>> [(one.kind, one.name) for one in citations(report)]
    [('resolution', '64/68 B')]
    """
    return tuple(_citations(_passages(report)))


def _passages(report: Report) -> Passages:
    return passages(report, report.language if report.language in WORDS else DEFAULT)


def _states(texts: Iterable[Passage]) -> Iterator[StateMention]:
    for passage in texts:
        for one in passage.states if passage.subjects & NAMES else ():
            place, text = passage.located(one.start, one.end)
            yield StateMention(
                place=place,
                text=text,
                state=one.state.code,
                form=one.form,
                doubt=one.doubt,
            )


def _statements(texts: Passages) -> list[Statement]:
    found = [
        (one, whole)
        for whole in texts.paragraphs
        if whole.subjects & SPEAKING
        for one in find_statements(whole)
    ]
    return with_inherited_items(found)


def _citations(texts: Passages) -> Iterator[CitationMention]:
    targets = Targets(texts.walked)
    for passage in texts.own:
        if passage.is_numbered or passage.subjects & (PARTS | TREATIES):
            yield from targets.resolve(find_citations(passage))
