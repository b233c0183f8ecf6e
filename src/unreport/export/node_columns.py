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
from unreport.model import Item, List, Node, Paragraph, Report, Section, Table, Text

OWN_NAMES = [column.name for column in TABLES["nodes"][len(OWNER_COLUMNS) :]]
KIND_INDEX = OWN_NAMES.index("kind")
MAX_INT32 = 2**31 - 1
NO_PAGES = (None, None)

Placed: TypeAlias = tuple[Node | Item, int | None, int, int, int | None, str | None]
"""A node with its parent, order and depth, the nearest section and the title of that."""
Cells: TypeAlias = tuple[str, int | None, int | None, str | None, str | None, str | None, object]
"""Kind, level, number, marker, title, text, and whether it is continued."""


def node_columns(report: Report) -> Columns:
    r"""The columns of the table `nodes`, without those that name the document.

    >>> from unreport import parse_text
    >>> columns = node_columns(parse_text("I. Work\n\n1. It met."))
    >>> columns[KIND_INDEX], columns[OWN_NAMES.index("key")]
    (['chapter', 'paragraph'], ['I', 'I.1'])
    """
    placed = _placed_nodes(report.body)
    if not placed:
        return [[] for _ in OWN_NAMES]
    nodes, parents, orders, depths, sections, titles = map(list, zip(*placed, strict=True))
    kinds, levels, numbers, markers, own_titles, texts, continued = map(
        list, zip(*[CELLS[type(node)](node) for node in nodes], strict=True)
    )
    spans = [node.span for node in nodes]
    first_pages, last_pages = map(list, zip(*[s.pages or NO_PAGES for s in spans], strict=True))
    return [
        *(list(range(len(nodes))), parents, orders, depths),
        *(kinds, levels, numbers, markers, own_titles, texts, sections, titles, continued),
        *(list(map(START, spans)), list(map(END, spans)), first_pages, last_pages),
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


def _placed_nodes(body: Sequence[Node]) -> list[Placed]:
    """All nodes in reading order, each with its place."""
    found: list[Placed] = []
    pending: list[Placed] = [(node, None, order, 0, None, None) for order, node in enumerate(body)]
    pending.reverse()  # the next one at the end
    while pending:
        one = pending.pop()
        node, _, _, depth, section, title = one
        own = len(found)
        found.append(one)
        below = _children(node)
        if not below:
            continue
        if isinstance(node, Section):
            section, title = own, node.title
        depth += 1
        children = [(child, own, turn, depth, section, title) for turn, child in enumerate(below)]
        pending.extend(reversed(children))
    return found


def _children(node: Node | Item) -> Sequence[Node | Item]:
    if isinstance(node, Section):
        return node.children
    if isinstance(node, Table) or (len(node.content) == 1 and isinstance(node.content[0], Text)):
        return ()
    return [item for piece in node.content if isinstance(piece, List) for item in piece.items]


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
