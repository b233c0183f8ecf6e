"""A key for every node of a report: `II.A.14(b)`, and in numbers alone `2.1.14.2`.

A key says where a node stands by the numbers of the headings above it, of its paragraph and of its
items, each in the form that English reports print: chapters in Roman numerals, sections in capital
letters, items in lower-case letters, the items in them in Roman numerals (UN Editorial Manual,
headings; paragraphs and subparagraphs).  It is made from values and kinds, never from what is
printed, so that the six versions of a document have the same keys.  `docs/keys.md` has the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from msgspec.structs import replace

from unreport.model import (
    Content,
    Footnote,
    Item,
    List,
    Listing,
    Node,
    Paragraph,
    Report,
    Section,
    SectionKind,
    Table,
)
from unreport.text.numerals import LATIN_UPPER, ROMAN_UPPER, decimal_value

ROMAN = dict(enumerate(ROMAN_UPPER.numerals, start=1))
LETTERS = dict(enumerate(LATIN_UPPER.numerals, start=1))
# Of items by their numbers, the label and the numeric one: `(b)` and `2`, in an item `(ii)` and `2`
LETTERED_ITEMS = {n: (f"({numeral.lower()})", str(n)) for n, numeral in LETTERS.items()}
ROMAN_ITEMS = {n: (f"({numeral.lower()})", str(n)) for n, numeral in ROMAN.items()}
ABBREVIATIONS: Mapping[SectionKind, str] = MappingProxyType(
    {
        "part": "part",
        "chapter": "ch",
        "section": "sec",
        "subsection": "sub",
        "recommendation": "rec",
        "decision": "dec",
        "resolution": "res",
        "annex": "annex",
        "appendix": "app",
        "heading": "h",
    }
)
"""What stands before the number of a heading; of those in `PLAIN` only where it has no number."""
PLAIN: Mapping[SectionKind, Mapping[int, str]] = MappingProxyType(
    {"chapter": ROMAN, "section": LETTERS, "subsection": {}}
)
"""Kinds of headings whose numerals alone tell them apart, and these numerals; else decimals."""

Label = tuple[str, str]
"""A part of a key, and of a numeric key."""


class _Siblings:
    """The labels of the nodes that stand in one node: each is given out once."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}
        self._used_numbers: dict[str, int] = {}
        self._unnumbered: dict[str, int] = {}

    def unique(self, label: Label) -> Label:
        """The label, with `~2` where it is the second of its kind."""
        key, number = label
        if key in self._used or number in self._used_numbers:
            return _counted(self._used, key), _counted(self._used_numbers, number)
        self._used[key] = self._used_numbers[number] = 1
        return label

    def next_unnumbered(self, kind: str) -> str:
        """`p1`, `p2`: the paragraphs without a number."""
        self._unnumbered[kind] = turn = self._unnumbered.get(kind, 0) + 1
        return f"{kind}{turn}"


def _counted(used: dict[str, int], label: str) -> str:
    if label not in used:
        used[label] = 1
        return label
    used[label] += 1
    return f"{label}~{used[label]}"


def with_keys(report: Report) -> Report:
    """The report with the key of every node and footnote, which replace those that it has."""
    return replace(
        report, body=_keyed_nodes(report.body, "", ""), footnotes=_keyed_notes(report.footnotes)
    )


def find(report: Report, key: str) -> Node | Item | Footnote | tuple[str, ...]:
    """The node, footnote or table row with this key or numeric key; spaces do not count.

    A row of a table is `III.t1.r2`, its caption left out.  Raises `KeyError` where there is none,
    `TypeError` for what is no `str`.
    """
    if not isinstance(key, str):
        raise TypeError(
            f"the key of a node is a str such as 'II.14(a)', not {type(key).__name__}; "
            "`report.body` has the nodes in order"
        )
    if not all(node.key for node in (*report.body, *report.footnotes)):  # not made by a parse
        report = with_keys(report)
    wanted = "".join(key.split())
    by_number: Node | Item | Footnote | None = None
    for node in _keyed(report):
        if node.key == wanted:
            return node
        if by_number is None and node.numeric_key == wanted:
            by_number = node
    if by_number is not None:
        return by_number
    table, _, row = wanted.rpartition(".r")
    if row.isdecimal() and table:
        return _row(find(report, table), int(row), key)
    raise KeyError(f"no node of this report has the key {key!r}")


def _keyed(report: Report) -> Iterable[Node | Item | Footnote]:
    yield from (node for node, _ in report.walk())
    yield from report.footnotes


def _row(node: object, number: int, key: str) -> tuple[str, ...]:
    rows = node.rows[node.caption_rows :] if isinstance(node, Table) else ()
    if not 1 <= number <= len(rows):
        raise KeyError(f"no row of a table of this report has the key {key!r}")
    return rows[number - 1]


# --- nodes ----------------------------------------------------------------------------------------


def _keyed_nodes(nodes: tuple[Node, ...], above: str, numeric_above: str) -> tuple[Node, ...]:
    siblings = _Siblings()
    keyed: list[Node] = []
    for node in nodes:
        label, number = siblings.unique(_label(node, siblings))
        key, numeric_key = above + label, numeric_above + number
        if isinstance(node, Section):
            children = _keyed_nodes(node.children, f"{key}.", f"{numeric_key}.")
            keyed.append(replace(node, key=key, numeric_key=numeric_key, children=children))
        elif isinstance(node, Paragraph) and _has_list(node):
            content = _keyed_content(node, key, numeric_key, 1)
            keyed.append(replace(node, key=key, numeric_key=numeric_key, content=content))
        else:
            keyed.append(replace(node, key=key, numeric_key=numeric_key))
    return tuple(keyed)


def _label(node: Node, siblings: _Siblings) -> Label:
    if isinstance(node, Section):
        return _section_label(node, siblings)
    if isinstance(node, Paragraph) and node.number is not None:
        number = str(node.number)
        return number, number
    label = siblings.next_unnumbered("t" if isinstance(node, Table) else "p")
    return label, label


def _section_label(section: Section, siblings: _Siblings) -> Label:
    """Label a heading: `II`, `A`, `1`, `rec7`; without a number `annex`, `h1`, `h2`."""
    kind, number = section.kind, section.number
    name = ABBREVIATIONS[kind]
    if number is None:
        label = name if kind in ("annex", "appendix") else siblings.next_unnumbered(name)
        return label, label
    if kind in PLAIN:
        return PLAIN[kind].get(number, str(number)), str(number)
    return f"{name}{number}", f"{name}{number}"


# --- items ----------------------------------------------------------------------------------------


def _has_list(node: Listing) -> bool:
    content = node.content
    if len(content) == 1:
        return isinstance(content[0], List)
    return any(isinstance(piece, List) for piece in content)


def _keyed_content(
    node: Listing, above: str, numeric_above: str, depth: int
) -> tuple[Content, ...]:
    """The content with the keys of its items; those of all its lists are siblings."""
    siblings = _Siblings()
    return tuple(
        List(_keyed_items(piece.items, siblings, (above, numeric_above), depth))
        if isinstance(piece, List)
        else piece
        for piece in node.content
    )


def _keyed_items(
    items: tuple[Item, ...], siblings: _Siblings, above: Label, depth: int
) -> tuple[Item, ...]:
    keyed: list[Item] = []
    for item in items:
        label, number = siblings.unique(_item_label(item, siblings, depth))
        key, numeric_key = above[0] + label, f"{above[1]}.{number}"
        content = item.content
        if _has_list(item):
            content = _keyed_content(item, key, numeric_key, depth + 1)
        keyed.append(replace(item, key=key, numeric_key=numeric_key, content=content))
    return tuple(keyed)


def _item_label(item: Item, siblings: _Siblings, depth: int) -> Label:
    """`(b)`, in an item `(ii)`, in that `(b)` again; `(*2)` for the second bullet."""
    if item.number is None:
        label = siblings.next_unnumbered("*")
        return f"({label})", label
    known = (LETTERED_ITEMS if depth % 2 else ROMAN_ITEMS).get(item.number)
    return known or (f"({item.number})", str(item.number))


# --- footnotes ------------------------------------------------------------------------------------


def _keyed_notes(notes: tuple[Footnote, ...]) -> tuple[Footnote, ...]:
    """`n3` by the number of the mark, `n*` by another mark, `n` without one."""
    siblings = _Siblings()
    keyed: list[Footnote] = []
    for note in notes:
        number = decimal_value(note.marker) if note.marker else None
        mark = "".join((note.marker or "").split()) if number is None else str(number)
        label, numeric = siblings.unique((f"n{mark}", f"n{mark}"))
        keyed.append(replace(note, key=label, numeric_key=numeric))
    return tuple(keyed)
