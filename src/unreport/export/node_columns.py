"""The table `nodes`: a row for every section, paragraph, item and table, in reading order.

One walk over the report finds the nodes, then the table is made a column at a time: an archive has
some hundred nodes in a document, and a list for each row would cost more than all its cells.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType
from typing import TypeAlias

from unreport.export.rows import OWNER_COLUMNS, TABLES, Columns, Row
from unreport.model import Content, Item, List, Node, Paragraph, Report, Section, Table, Text

OWN_NAMES = [column.name for column in TABLES["nodes"][len(OWNER_COLUMNS) :]]
KIND_INDEX = OWN_NAMES.index("kind")
MAX_INT32 = 2**31 - 1
NO_PAGES = (None, None)

Placed: TypeAlias = tuple[Node | Item, int | None, int, int, int | None, str | None]
"""A node with its parent, order and depth, the nearest section and the title of that."""
Above: TypeAlias = tuple[int | None, int, int | None, str | None]
"""The parent of some nodes, their depth, the nearest section and the title of that."""
Cells: TypeAlias = tuple[str, int | None, int | None, str | None, str | None, str | None, object]
"""Kind, level, number, marker, title, text, and whether it is continued."""


def node_columns(report: Report) -> Columns:
    r"""The columns of the table `nodes`, without those that name the document.

    >>> from unreport import parse_text
    >>> columns = node_columns(parse_text("I. Work\n\n1. It met."))
    >>> columns[KIND_INDEX], columns[OWN_NAMES.index("key")]
    (['chapter', 'paragraph'], ['I', 'I.1'])
    """
    placed: list[Placed] = []
    _append_nodes(placed, report.body, (None, 0, None, None))
    if not placed:
        return [[] for _ in OWN_NAMES]
    nodes, parents, orders, depths, sections, titles = map(list, zip(*placed, strict=True))
    kinds, levels, numbers, markers, own_titles, texts, continued = map(
        list, zip(*[CELLS[type(node)](node) for node in nodes], strict=True)
    )
    spans = [node.span for node in nodes]
    pages = [span.pages or NO_PAGES for span in spans]
    return [
        *(list(range(len(nodes))), parents, orders, depths),
        *(kinds, levels, numbers, markers, own_titles, texts, sections, titles, continued),
        *(list(map(START, spans)), list(map(END, spans)), *map(list, zip(*pages, strict=True))),
        *(list(map(KEY, nodes)), list(map(NUMERIC_KEY, nodes))),
    ]


def node_rows(report: Report) -> list[Row]:
    """The rows of the table `nodes`, without the cells that name the document."""
    return list(map(list, zip(*node_columns(report), strict=True)))


def node_records(report: Report) -> list[dict[str, object]]:
    """The rows of the table `nodes` as dictionaries, with the symbol and the language.

    The column `document` is left out: it tells the documents of an archive apart.
    """
    owner = [str(report.symbol) if report.symbol else None, report.language]
    names = [column.name for column in TABLES["nodes"] if column.name != "document"]
    return [dict(zip(names, [*owner, *row], strict=True)) for row in node_rows(report)]


START, END, KEY, NUMERIC_KEY = map(attrgetter, ("start", "end", "key", "numeric_key"))


def _append_nodes(placed: list[Placed], nodes: Sequence[Node | Item], above: Above) -> None:
    """Append nodes and all nodes in them, in reading order."""
    parent, depth, section, title = above
    for order, node in enumerate(nodes):
        own = len(placed)
        placed.append((node, parent, order, depth, section, title))
        if isinstance(node, Section):
            _append_nodes(placed, node.children, (own, depth + 1, own, node.title))
        elif not isinstance(node, Table) and (items := _own_items(node.content)):
            _append_nodes(placed, items, (own, depth + 1, section, title))


def _own_items(content: Sequence[Content]) -> list[Item]:
    if len(content) == 1 and isinstance(content[0], Text):
        return []
    return [item for piece in content if isinstance(piece, List) for item in piece.items]


def _section_cells(node: Section) -> Cells:
    number = _as_int32(node.number)
    return (node.kind, node.level, number, node.marker, node.title, None, node.continued)


def _table_cells(node: Table) -> Cells:
    return ("table", None, None, None, None, node.text, None)


def _paragraph_cells(node: Paragraph) -> Cells:
    return ("paragraph", None, _as_int32(node.number), node.marker, None, node.text, None)


def _item_cells(node: Item) -> Cells:
    return ("item", None, _as_int32(node.number), node.marker, None, node.text, None)


def _as_int32(number: int | None) -> int | None:
    """A number that fits the column; None for one that does not: `1234567890123.` in a table."""
    return number if number is not None and abs(number) <= MAX_INT32 else None


CELLS: Mapping[type, Callable[..., Cells]] = MappingProxyType(
    {
        Section: _section_cells,
        Table: _table_cells,
        Paragraph: _paragraph_cells,
        Item: _item_cells,
    }
)
