"""What the corrigenda of a series say is to be changed, and where.

A corrigendum names the places that it corrects, each on a line of its own with the new wording
below: `Paragraph 14 (b)`, then `For … read …` (UN Editorial Manual, corrigenda).  Nothing is
changed in the report: a correction points at the node, for a person to make it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from unreport.checks.numbers import SEPARATELY_NUMBERED
from unreport.languages.paragraph_references import ParagraphReference, leading_reference
from unreport.model import Issue, Item, Listing, Node, Paragraph, Report, Section, Walked
from unreport.series.members import Entry, corrected_symbol
from unreport.symbols.symbol import Symbol
from unreport.text.folding import fold_confusables


class Correction(Struct, frozen=True, kw_only=True):
    """A change that a corrigendum asks for."""

    corrigendum: Symbol | None
    text: str
    """The place as the corrigendum names it, and the wording below."""
    key: str | None
    """The key of the node in the assembled report; None if it cannot be told."""


def corrections(
    report: Report, corrigenda: Iterable[Entry]
) -> tuple[tuple[Correction, ...], tuple[Issue, ...]]:
    """The corrections of a series, and doubts about those whose place cannot be told."""
    found = tuple(one for entry in corrigenda for one in _corrections(report, entry))
    doubts = tuple(_doubt(report, one) for one in found)
    return found, doubts


def _corrections(report: Report, entry: Entry) -> Iterator[Correction]:
    language = entry.report.language or report.language or ""
    begun: list[str] = []
    place: ParagraphReference | None = None
    for line in _lines(entry.report, language):
        following = leading_reference(line, language)
        if following is not None:
            if begun:
                yield _correction(report, entry, place, begun)
            begun, place = [], following
        begun.append(line)
    if begun:
        yield _correction(report, entry, place, begun)


def _lines(corrigendum: Report, language: str) -> Iterator[str]:
    """The lines of the text; a short first one may have been taken as the masthead's last."""
    head = [line.text for line in corrigendum.masthead.lines]
    places = (at for at, line in enumerate(head) if leading_reference(line, language))
    yield from head[next(places, len(head)) :]
    for node, _ in corrigendum.walk():
        if isinstance(node, Section):
            yield node.heading
        elif not isinstance(node, Item):
            yield node.text


def _correction(
    report: Report, entry: Entry, place: ParagraphReference | None, lines: Sequence[str]
) -> Correction:
    key = _find(report, entry.symbol, place) if place is not None else None
    return Correction(corrigendum=entry.symbol, text="\n".join(lines), key=key)


def _find(report: Report, symbol: Symbol | None, place: ParagraphReference) -> str | None:
    """The only paragraph with the number in the corrected document, and the item in it."""
    corrected = corrected_symbol(symbol)
    paragraphs = [
        walked
        for walked in report.walk()
        if isinstance(walked[0], Paragraph)
        and walked[0].number == place.number
        and (document := report.document_of(walked[0])) is not None
        and document.symbol == corrected
    ]
    if len(paragraphs) > 1:  # those of an annex are named with it
        paragraphs = [walked for walked in paragraphs if not _is_apart(walked)]
    if len(paragraphs) != 1:
        return None
    return _item_key(paragraphs[0][0], place.items)


def _is_apart(walked: Walked) -> bool:
    return any(isinstance(one, Section) and one.kind in SEPARATELY_NUMBERED for one in walked[1])


def _item_key(node: Node | Item, letters: Sequence[str]) -> str:
    """The key of the item with these letters; of the innermost that is there."""
    for letter in letters:
        lists = node.lists if isinstance(node, Listing) else ()
        items = [item for piece in lists for item in piece.items]
        found = [item for item in items if _bare(item.marker or "") == _bare(letter)]
        if len(found) != 1:
            return node.key
        node = found[0]
    return node.key


def _bare(marker: str) -> str:
    return "".join(c for c in fold_confusables(marker).casefold() if c.isalnum())


def _doubt(report: Report, correction: Correction) -> Issue:
    first = correction.text.partition("\n")[0]
    name = correction.corrigendum or "A corrigendum"
    if correction.key is None:
        message = f"{name} corrects a place that could not be told: “{first}”."
        return Issue(code="series-correction-unplaced", message=message)
    node = report[correction.key]
    message = f"{name} corrects this: “{first}”."
    span = None if isinstance(node, tuple) else node.span
    return Issue(code="series-corrected", message=message, span=span)
