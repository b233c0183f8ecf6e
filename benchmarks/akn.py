"""Compare reports with the United Nations' own XML of the same documents, row by row.

    python benchmarks/akn.py XML_FOLDER SOURCE_FOLDER

A file of XML (`A_RES_79_1.xml`) and a source (`A_RES_79_1.pdf`, `.docx`, `.txt`) belong together if
their names are the same but for the suffix.  Elements and eIds are not compared, since the files of
the United Nations number their elements by a counter: both sides are read into reports, and their
headings, paragraphs, items and tables are aligned by their letters and digits.

The files of the United Nations leave some headings as paragraphs without a number: what such a
paragraph is, they do not say.  The kinds of the rows that they do mark (headings, tables, items,
numbered paragraphs) are compared; those of the others are listed.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from unreport import Item, Paragraph, Report, Section, Table, from_akn, parse

LEAST_RATIO = 0.9  # of two rows that are not equal but the same row


class Row(NamedTuple):
    """A heading, paragraph, item or table."""

    kind: str
    marker: str
    text: str
    depth: int  # of items

    @property
    def is_marked(self) -> bool:
        """Whether a file of the United Nations says what the row is."""
        return self.kind != "paragraph" or bool(self.marker)

    @property
    def number(self) -> str:
        """The letters and digits of its marker."""
        return "".join(filter(str.isalnum, normalize("NFKC", self.marker).casefold()))

    @property
    def key(self) -> str:
        """Its letters and digits."""
        folded = normalize("NFKC", f"{self.marker} {self.text}").casefold()
        return "".join(filter(str.isalnum, folded))


def rows(report: Report) -> Iterator[Row]:
    """The rows of a report in reading order; each says its own text only."""
    for node, above in report.walk():
        depth = sum(isinstance(one, Item) for one in above)
        match node:
            case Section():
                yield Row("heading", node.marker or "", node.title, 0)
            case Table():
                yield Row("table", "", node.text, 0)
            case Item():
                yield Row("item", node.marker or "", _own_text(node), depth)
            case Paragraph():
                yield Row("paragraph", node.marker or "", _own_text(node), 0)


def _own_text(node: Paragraph | Item) -> str:
    return " ".join(piece.text for piece in node.content if hasattr(piece, "text"))


def aligned(ours: Sequence[Row], theirs: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Pairs of rows with the same letters, or nearly the same between such pairs."""
    keys = [row.key for row in ours], [row.key for row in theirs]
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(ours[i1:i2], theirs[j1:j2], strict=True)
        elif tag == "replace":
            for own in ours[i1:i2]:
                near = (row for row in theirs[j1:j2] if _ratio(own, row) >= LEAST_RATIO)
                if (found := next(near, None)) is not None:
                    yield own, found


def _ratio(one: Row, other: Row) -> float:
    return SequenceMatcher(None, one.key, other.key, autojunk=False).ratio()


def compare(xml: Path, source: Path) -> Counter[str]:
    """Counts of one document: rows, aligned rows, and of these what agrees and what differs."""
    ours, theirs = [*rows(parse(source))], [*rows(from_akn(xml.read_bytes()))]
    pairs = [*aligned(ours, theirs)]
    marked = [(own, row) for own, row in pairs if row.is_marked]
    counts = Counter(
        f"{own.kind} for {row.kind}{'' if row.is_marked else ' without a number'}"
        for own, row in pairs
        if own.kind != row.kind
    )
    return counts + Counter(
        rows=len(theirs),
        own=len(ours),
        aligned=len(pairs),
        marked=len(marked),
        kind=sum(own.kind == row.kind for own, row in marked),
        number=sum(own.number == row.number for own, row in marked),
        depth=sum(own.depth == row.depth for own, row in marked),
    )


def main(xml_folder: Path, source_folder: Path) -> None:
    """Print the counts of each document, and of all."""
    sources = {path.stem: path for path in sorted(source_folder.iterdir()) if path.is_file()}
    total: Counter[str] = Counter()
    for xml in sorted(xml_folder.glob("*.xml")):
        if source := sources.get(xml.stem):
            counts = compare(xml, source)
            total += counts
            print(xml.stem, dict(counts))
    if not total["rows"]:
        sys.exit("no file of XML has a source of the same name")
    print(f"rows {total['rows']}, aligned {total['aligned'] / total['rows']:.2%}", end=", ")
    print(f"of our {total['own']} rows {total['aligned'] / max(total['own'], 1):.2%}")
    print(f"marked and aligned {total['marked']}, of these", end=" ")
    names = {"kind": "the same kind", "number": "number", "depth": "depth"}
    shares = (f"{name} {total[key] / max(total['marked'], 1):.2%}" for key, name in names.items())
    print(*shares, sep=", ")


if __name__ == "__main__":
    if len(sys.argv) != len(("program", "xml", "sources")):
        sys.exit(__doc__)
    main(*map(Path, sys.argv[1:]))
