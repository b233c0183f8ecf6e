"""Find the nodes of a report that its own text cites: `paragraph 7 (a) above`, `annex II`."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

import regex
from msgspec.structs import replace

from unreport.mentions.document_parts import ONLY_ANNEX
from unreport.mentions.kinds import CitedKind
from unreport.mentions.model import CitationMention
from unreport.model import Item, Listing, Paragraph, Section, Walked
from unreport.text.folding import fold_cased
from unreport.text.numerals import ROMAN_UPPER

HERE = "."
"""What a part of this document is within, until it is resolved."""
UNRESOLVED = "unresolved"
WORD = regex.compile(r"\w+")
SECTIONS: tuple[CitedKind, ...] = ("annex", "chapter", "section", "recommendation")


class Targets:
    """The nodes of a report that can be cited, by kind and number."""

    def __init__(self, walked: list[Walked]) -> None:
        self._nodes = walked

    def resolve(self, found: Iterable[CitationMention]) -> Iterator[CitationMention]:
        """Citations with their targets; what is not certain is left open and marked."""
        for one in found:
            if one.within is None and one.kind in ("symbol", "resolution", "decision", "treaty"):
                yield one
            elif one.within == HERE:
                target = self._target(one)
                doubt = UNRESOLVED if target is None else None
                key = None if target is None else self._nodes[target][0].key
                yield replace(one, within=None, target=target, target_key=key, doubt=doubt)
            elif one.within is None and one.kind != "agenda item":
                yield replace(one, doubt=UNRESOLVED)
            else:
                yield one

    @cached_property
    def _by_number(self) -> dict[tuple[str, int], list[int]]:
        numbers: dict[tuple[str, int], list[int]] = defaultdict(list)
        for index, (node, _) in enumerate(self._nodes):
            kind = "paragraph" if isinstance(node, Paragraph) else getattr(node, "kind", None)
            number = getattr(node, "number", None)
            if kind is not None and number is not None:
                numbers[kind, number].append(index)
        return numbers

    @cached_property
    def _by_marker(self) -> dict[str, list[int]]:
        markers: dict[str, list[int]] = defaultdict(list)
        for index, (node, _) in enumerate(self._nodes):
            if isinstance(node, Section) and node.kind not in ("annex", "recommendation"):
                markers["".join(WORD.findall(node.marker or "")).upper()].append(index)
        return markers

    def _target(self, cited: CitationMention) -> int | None:
        base, _, letters = cited.name.partition(" ")
        number = ROMAN_UPPER.number(base) or (int(base) if base.isdecimal() else None)
        if number is None:
            return self._annex_behind(cited.place.node) if cited.name == ONLY_ANNEX else None
        candidates = self._by_number.get((cited.kind, number), [])
        if cited.kind in ("chapter", "section"):  # `section II` may be called a chapter here
            candidates = self._by_marker.get(base, candidates)
        index = self._nearest(candidates, cited.place.node)
        return self._item(index, letters) if index is not None and letters else index

    def _annex_behind(self, citing: int | None) -> int | None:
        """The annex that a node stands in, or the first one behind it.

        Where several decisions follow one another, each has its annexes before the next one.
        """
        above = self._nodes[citing][1] if citing is not None else ()
        inside = [one for one in above if isinstance(one, Section) and one.kind == "annex"]
        if inside:
            return self._places[id(inside[-1])]
        behind = bisect_left(self._texts, citing or 0)
        if behind == len(self._texts):
            return None
        index = self._texts[behind]
        is_annex = getattr(self._nodes[index][0], "kind", None) == "annex"
        return index if is_annex else None

    @cached_property
    def _texts(self) -> list[int]:
        """Where annexes, decisions and resolutions begin."""
        kinds = ("annex", "decision", "resolution")
        nodes = enumerate(node for node, _ in self._nodes)
        return [at for at, node in nodes if isinstance(node, Section) and node.kind in kinds]

    def _nearest(self, candidates: list[int], citing: int | None) -> int | None:
        """The only candidate in the innermost section of the citing node that has one."""
        above = self._nodes[citing][1] if citing is not None else ()
        for section in (*reversed([one for one in above if isinstance(one, Section)]), None):
            inside = [at for at in candidates if section is None or self._is_in(at, section)]
            if inside:
                return inside[0] if len(inside) == 1 else None
        return None

    def _is_in(self, index: int, section: Section) -> bool:
        return any(one is section for one in self._nodes[index][1])

    def _item(self, index: int, letters: str) -> int | None:
        """The item of a paragraph with the letters `(a)(ii)`."""
        node: Listing | None = _as_listing(self._nodes[index][0])
        for letter in WORD.findall(letters):
            items = [item for piece in node.lists for item in piece.items] if node else []
            node = next((item for item in items if _letter(item) == letter), None)
        return self._places.get(id(node)) if node is not None else None

    @cached_property
    def _places(self) -> dict[int, int]:
        return {id(node): at for at, (node, _) in enumerate(self._nodes)}


def _as_listing(node: object) -> Listing | None:
    return node if isinstance(node, Listing) else None


def _letter(item: Item) -> str:
    return "".join(WORD.findall(fold_cased(item.marker or "").text.lower()))
