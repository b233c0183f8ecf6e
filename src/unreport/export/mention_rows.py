"""Rows of the tables `mentions` and `citations`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from unreport.export.rows import OWNER_COLUMNS, TABLES, Row
from unreport.mentions.model import CitationMention, Mention, Place
from unreport.model import Report

OWN_COLUMNS = {
    table: [column.name for column in TABLES[table][len(OWNER_COLUMNS) :]]
    for table in ("mentions", "citations")
}
FIELD_NAMES = {"date_start": "start", "date_end": "end", "cited_symbol": "symbol"}
"""Columns that are named after what they hold, since `start` and `end` are characters."""


def mention_rows(report: Report, found: Iterable[Mention]) -> list[Row]:
    """A row for every mention but citations, in reading order."""
    others = (one for one in found if not isinstance(one, CitationMention))
    keys = Keys.of(report)
    return [_row("mentions", order, one, keys) for order, one in enumerate(others)]


def citation_rows(report: Report, found: Iterable[Mention]) -> list[Row]:
    """A row for every citation, in reading order."""
    cited = (one for one in found if isinstance(one, CitationMention))
    keys = Keys.of(report)
    return [_row("citations", order, one, keys) for order, one in enumerate(cited)]


class Keys(NamedTuple):
    """The keys of the nodes and footnotes of a report, in their order."""

    nodes: list[str]
    footnotes: list[str]

    @classmethod
    def of(cls, report: Report) -> Keys:
        """The keys of a report."""
        nodes = [node.key for node, _ in report.walk()]
        return cls(nodes, [note.key for note in report.footnotes])

    def at(self, place: Place) -> str | None:
        """The key of the node or footnote of a place."""
        if place.footnote is not None:
            return self.footnotes[place.footnote]
        return None if place.node is None else self.nodes[place.node]


def _row(table: str, order: int, mention: Mention, keys: Keys) -> Row:
    kind = getattr(mention, "kind", None) if table == "citations" else mention.__struct_config__.tag
    known = {
        **_place_cells(mention.place),
        "mention": order,
        "citation": order,
        "kind": kind,
        "key": keys.at(mention.place),
    }
    return [known[name] if name in known else _cell(mention, name) for name in OWN_COLUMNS[table]]


def _place_cells(place: Place) -> dict[str, object]:
    return {"node": place.node, "footnote": place.footnote, "start": place.start, "end": place.end}


def _cell(mention: Mention, column: str) -> object:
    value = getattr(mention, FIELD_NAMES.get(column, column), None)
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if column == "cited_symbol" and value is not None else value
