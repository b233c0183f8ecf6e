"""Align the language versions of a document, node by node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from msgspec import Struct

from unreport.export.arguments import require_report
from unreport.model import Report
from unreport.series.versions.beads import Bead, align_units
from unreport.series.versions.concordance import Disagreement, disagreements, masthead_disagreements
from unreport.series.versions.links import UNCERTAIN, Link
from unreport.series.versions.units import (
    AlignedNode,
    Unit,
    body_units,
    footnote_units,
    join_units,
)

MOST_LANGUAGES = 6


class AlignedRow(Struct, frozen=True, kw_only=True):
    """A node in all versions that have it, in the order of `Alignment.languages`.

    A version may have two nodes in a row: what is one paragraph in another version.
    """

    key: str  # of the first node of the first version that has it
    kind: str  # section, paragraph, item, table or footnote
    groups: tuple[tuple[AlignedNode, ...], ...]
    """The nodes of each version: one, none if it lacks it, or two where it splits it."""
    links: tuple[Link | None, ...]
    """None for a version that lacks it, and for the one that the others are compared with."""

    @property
    def nodes(self) -> tuple[AlignedNode | None, ...]:
        """The node of each version, the first of two, or None."""
        return tuple(group[0] if group else None for group in self.groups)

    @property
    def match(self) -> str:
        """How many nodes each version has: `1-1`, `1-2` where the second splits it, `1-0`."""
        return "-".join(str(len(group)) for group in self.groups)

    @property
    def score(self) -> float:
        """The least score of the links; 0 for a node that only one version has."""
        scores = [link.score for link in self.links if link is not None]
        return min(scores, default=0.0)

    @property
    def is_complete(self) -> bool:
        """Whether all versions have it."""
        return all(self.groups)


class Alignment(Struct, frozen=True, kw_only=True):
    """The versions of a document side by side.

    >>> from unreport.parse import parse_text
    >>> english = parse_text("1. It met on 3 May 2021.", language="en")
    >>> french = parse_text("1. Il s’est réuni le 3 mai 2021.", language="fr")
    >>> alignment = align([french, english])
    >>> alignment.languages, alignment.pivot, alignment.unaligned
    (('en', 'fr'), 'en', ())
    """

    languages: tuple[str, ...]
    """The languages of the versions (ISO 639-1), in the order of their codes."""
    pivot: str
    """The language that the others are compared with: the original, if it is among them."""
    reports: tuple[Report, ...]
    """The versions, in the order of `languages`."""
    rows: tuple[AlignedRow, ...]
    """Every node of every version once, in the reading order of the pivot."""
    doubts: tuple[Disagreement, ...]
    """Nodes that a version lacks, uncertain pairs; numbers, symbols and dates that differ."""

    @property
    def unaligned(self) -> tuple[AlignedRow, ...]:
        """The nodes that some version lacks."""
        return tuple(row for row in self.rows if not row.is_complete)

    def pairs(self, first: str, second: str) -> Iterator[tuple[AlignedNode, AlignedNode, float]]:
        """The nodes that two languages both have, with the score of the pair, 0 to 1.

        A node that is two in the other language is in two pairs.

        Raises `ValueError` for a language that is not among `languages`.

        >>> from unreport.parse import parse_text
        >>> english = parse_text("1. It met on 3 May 2021.", language="en")
        >>> french = parse_text("1. Il s’est réuni le 3 mai 2021.", language="fr")
        >>> pairs = align([french, english]).pairs("en", "fr")
        >>> [(one.text, other.text) for one, other, score in pairs]
        [('It met on 3 May 2021.', 'Il s’est réuni le 3 mai 2021.')]
        """
        one, other = self.languages.index(first), self.languages.index(second)
        for row in self.rows:
            left, right = row.groups[one], row.groups[other]
            links = (row.links[one], row.links[other])
            score = min((link.score for link in links if link), default=1.0)
            same = len(left) == len(right)
            pairs = zip(left, right, strict=True) if same else product(left, right)
            yield from ((node, counterpart, score) for node, counterpart in pairs)


def align(reports: Iterable[Report]) -> Alignment:
    r"""Align two to six language versions of one document.

    Structure comes first (kinds, numbers, places in the tree), then length and the numbers, symbols
    and dates in the texts.  Every node of every version is in one row.

    Raises `ValueError` if there are fewer than two versions, more than six, or two in one language.

    >>> from unreport.parse import parse_text
    >>> english = parse_text("I. Introduction\n\n1. The Committee met on 3 May 2021 in the Palais.")
    >>> french = parse_text("I. Introduction\n\n1. Le Comité s’est réuni le 3 mai 2021 au Palais.")
    >>> alignment = align([english, french])
    >>> [(row.key, [node.text[:6] for node in row.nodes]) for row in alignment.rows[1:]]
    [('I.1', ['The Co', 'Le Com'])]
    """
    versions = _versions(reports)
    languages = tuple(versions)
    body = {language: list(body_units(report)) for language, report in versions.items()}
    notes = {language: list(footnote_units(report)) for language, report in versions.items()}
    order = _pivots(versions, body)
    drafts = [*_align_all(body, order), *_align_all(notes, order)]
    rows = tuple(_row(draft, languages) for draft in drafts)
    doubts = (
        *masthead_disagreements(versions),
        *(
            doubt
            for row, draft in zip(rows, drafts, strict=True)
            for doubt in _doubts(row, draft, languages)
        ),
    )
    reports = tuple(versions.values())
    return Alignment(languages=languages, pivot=order[0], reports=reports, rows=rows, doubts=doubts)


def _versions(reports: Iterable[Report]) -> dict[str, Report]:
    """The reports by language, in the order of the languages' codes."""
    versions: dict[str, Report] = {}
    for report in reports:
        require_report(report)
        language = report.language or "und"
        if language in versions:
            raise ValueError(f"two of these reports are in the language {language!r}")
        versions[language] = report
    if not 1 < len(versions) <= MOST_LANGUAGES:
        raise ValueError(f"two to six language versions can be aligned, not {len(versions)}")
    return dict(sorted(versions.items()))


def _pivots(versions: Mapping[str, Report], units: Mapping[str, Sequence[Unit]]) -> list[str]:
    """The languages in the order in which the others are compared with them: the original first."""
    originals = {
        code for report in versions.values() for code in report.masthead.original_languages
    }
    return sorted(versions, key=lambda code: (code not in originals, -len(units[code]), code))


# --- rows -----------------------------------------------------------------------------------------


class Draft(NamedTuple):
    """A row as it is found: the units by language, the links to those of the pivot."""

    units: dict[str, tuple[Unit, ...]]
    links: dict[str, Link]
    pivot: str


def _align_all(units: Mapping[str, Sequence[Unit]], order: Sequence[str]) -> list[Draft]:
    """Rows of all languages: the others against the pivot, then what is left among themselves."""
    found: list[Draft] = []
    left: dict[str, Sequence[Unit]] = dict(units)
    for at, pivot in enumerate(order):
        beads = {language: align_units(left[pivot], left[language]) for language in order[at + 1 :]}
        found += _drafts(pivot, left, beads)
        for language, some in beads.items():
            joined = {j for bead in some for j in bead.second}
            left[language] = [unit for j, unit in enumerate(left[language]) if j not in joined]
    return _in_reading_order(found, units, order)


def _drafts(
    pivot: str, units: Mapping[str, Sequence[Unit]], beads: Mapping[str, Sequence[Bead]]
) -> list[Draft]:
    """A row for each node of the pivot; for two that some version has as one, a row for both."""
    first = list(range(len(units[pivot])))  # of the nodes in a row, the place of the first
    for bead in (bead for some in beads.values() for bead in some):
        for at in range(bead.first[0] + 1, bead.first[-1] + 1):
            if at in bead.first:
                first[at] = first[bead.first[0]]
    rows: dict[int, Draft] = {}
    for unit, at in zip(units[pivot], first, strict=True):
        draft = rows.setdefault(at, Draft({pivot: ()}, {}, pivot))
        draft.units[pivot] += (unit,)
    for language, some in beads.items():
        for bead in some:
            _add(rows[first[bead.first[0]]], language, bead, units[language])
    return list(rows.values())


def _add(draft: Draft, language: str, bead: Bead, units: Sequence[Unit]) -> None:
    """Add the nodes of a version to a row, with the least certain link."""
    draft.units[language] = (
        *draft.units.get(language, ()),
        *(units[at] for at in bead.second),
    )
    held = draft.links.get(language)
    if held is None or bead.link.score < held.score:
        draft.links[language] = bead.link


def _in_reading_order(
    drafts: Sequence[Draft], units: Mapping[str, Sequence[Unit]], order: Sequence[str]
) -> list[Draft]:
    """The rows in the order of the first pivot; a row that it lacks after what stands before it."""
    at = {id(unit): place for some in units.values() for place, unit in enumerate(some)}
    of_unit = {
        id(unit): draft for draft in drafts for group in draft.units.values() for unit in group
    }
    place: dict[int, tuple[int, ...]] = {}
    for draft in drafts:  # those of the first pivot come first
        own = draft.units[draft.pivot][0]
        if draft.pivot == order[0]:
            place[id(draft)] = (at[id(own)],)
            continue
        before = (
            place[id(of_unit[id(unit)])][:1]
            for unit in reversed(units[draft.pivot][: at[id(own)]])
            if id(of_unit[id(unit)]) in place
        )
        place[id(draft)] = (*next(before, (-1,)), order.index(draft.pivot), at[id(own)])
    return sorted(drafts, key=lambda draft: place[id(draft)])


def _row(draft: Draft, languages: Sequence[str]) -> AlignedRow:
    pivot = draft.units[draft.pivot][0]
    groups = [draft.units.get(language, ()) for language in languages]
    return AlignedRow(
        key=pivot.node.key,
        kind=pivot.kind,
        groups=tuple(tuple(unit.node for unit in group) for group in groups),
        links=tuple(draft.links.get(language) for language in languages),
    )


def _doubts(row: AlignedRow, draft: Draft, languages: Sequence[str]) -> Iterator[Disagreement]:
    """A node that a version lacks or splits, an uncertain pair, what the versions say apart."""
    missing = tuple(code for code in languages if code not in draft.units)
    if missing:
        held = ", ".join(code for code in languages if code in draft.units)
        message = f"{row.kind} {row.key} is in {held}, but not in {', '.join(missing)}."
        yield Disagreement(
            code="alignment-missing", message=message, key=row.key, languages=missing
        )
    units = {language: join_units(group) for language, group in draft.units.items()}
    for language, link in draft.links.items():
        if link.score < UNCERTAIN:
            yield Disagreement(
                code="alignment-uncertain",
                message=f"{row.kind} {row.key}: its {language} version is uncertain, "
                f"with a score of {link.score} ({link.reason}).",
                key=row.key,
                languages=(language,),
                spans=(units[language].node.span,),
            )
    yield from _split(row, languages)
    yield from disagreements(row.key, units)


def _split(row: AlignedRow, languages: Sequence[str]) -> Iterator[Disagreement]:
    """What is one node in some versions and two in others."""
    numbers = {code: len(group) for code, group in zip(languages, row.groups, strict=True) if group}
    if len(set(numbers.values())) > 1:
        counts = ", ".join(f"{number} in {code}" for code, number in numbers.items())
        more = tuple(code for code, number in numbers.items() if number > 1)
        yield Disagreement(
            code="alignment-split",
            message=f"{row.kind} {row.key}: the same text is {counts}.",
            key=row.key,
            languages=more,
            spans=tuple(row.groups[languages.index(code)][0].span for code in more),
        )
