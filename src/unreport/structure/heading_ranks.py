"""How deep headings stand: the ranks of their kinds, and what a document shows of its own order.

The manual orders part, chapter `I.`, section `A.`, subsection `1.`; documents vary it, which shows
where one kind of heading begins anew at 1 below another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from unreport.model import Note, SectionKind
from unreport.structure.markers.marker import Marker
from unreport.structure.passages import Passage

# How deep each kind of heading stands, in tens of levels.
RANKS: dict[SectionKind, int] = {
    "annex": 1,
    "appendix": 5,
    "resolution": 5,
    "decision": 5,
    "part": 8,
    "chapter": 10,
    "section": 20,
    "subsection": 30,
    "recommendation": 60,
    "heading": 80,
}
LETTERED = 40
SECTION, SUBSECTION = RANKS["section"], RANKS["subsection"]
ABOVE_SECTIONS = 15
DRAFTS = ("resolution", "decision")
DRAFT = 25  # a draft resolution that stands in a chapter, or in a section of one
# Chapters `I.` and sections `A.` that begin anew below a heading like `Section 1`, `第一节`
BELOW_NAMED_SECTION: dict[SectionKind, int] = {"chapter": 22, "section": 24}
ABOVE_CHAPTERS = 9  # `Chapter One` above chapters `I.`
LEVELLED = ("chapter", "section")


class Block(Struct, frozen=True, kw_only=True):
    """A heading, paragraph, table or run of items, not yet placed in the tree."""

    kind: Literal["heading", "paragraph", "items", "table"]
    passages: list[Passage]
    mark: Marker | None = None
    section: SectionKind = "heading"
    rank: int = 0
    title: str = ""
    continuation: str = ""
    notes: tuple[Note, ...] = ()  # calls in the title
    previous: Marker | None = None  # the item above a table with whose list items go on


def with_relative_ranks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks with the ranks that the sequence of a document's headings shows."""
    headings: Sequence[Block] = [block for block in blocks if block.kind == "heading"]
    headings = _with_enclosed_above_numbered(_with_numbers_above_letters(headings))
    headings = _with_named_above_numbered(headings)
    ranked = _with_equal_ranks(_with_drafts_in_chapters(headings))
    return tuple([next(ranked) if block.kind == "heading" else block for block in blocks])


def _with_numbers_above_letters(blocks: Sequence[Block]) -> Sequence[Block]:
    """Headings of which those numbered `1.` stand above those lettered `A.` that begin anew below.

    The manual sets `A.` above `1.`; some documents count their chapters `1.º`, `2.º`.
    """
    above = below = 0
    last: SectionKind | None = None
    for block in blocks:
        if block.mark is None:
            continue
        if block.mark.number == 1 and last not in (None, block.section):
            above += block.section == "section" and last == "subsection"
            below += block.section == "subsection" and last == "section"
        last = block.section if block.rank in (SECTION, SUBSECTION) else None
    if above <= below:
        return blocks
    return [
        replace(block, rank=ABOVE_SECTIONS) if block.rank == SUBSECTION else block
        for block in blocks
    ]


def _with_enclosed_above_numbered(blocks: Sequence[Block]) -> Sequence[Block]:
    """Headings of which `（一）` stands above `1.`, or `A.`, where that begins anew below.

    The manual sets `㈠` below `(a)`; Chinese documents of other makers follow GB/T 9704: `一、`,
    `（一）`, `1.`, `（1）`.
    """
    above = Counter[int]()  # by the rank of the numbered headings
    last: Block | None = None
    for block in blocks:
        if last is not None and block.mark is not None and block.mark.number == 1:
            above[block.rank] += _is_enclosed(last) and block.rank in (SECTION, SUBSECTION)
            above[last.rank] -= _is_enclosed(block) and last.rank in (SECTION, SUBSECTION)
        last = block
    ranks = [rank for rank, count in above.items() if count > 0]
    if not ranks:
        return blocks
    return [
        replace(block, rank=min(ranks) - 1) if _is_enclosed(block) else block for block in blocks
    ]


def _is_enclosed(block: Block) -> bool:
    mark = block.mark
    return block.rank == LETTERED and mark is not None and mark.shape == "enclosed"


def _with_named_above_numbered(blocks: Sequence[Block]) -> Sequence[Block]:
    """Headings of which those with a name, `Chapter One`, stand above those with a number alone.

    So they do where `I.` or `A.` begins anew right below a heading with a name.
    """
    above = set[tuple[SectionKind, SectionKind]]()
    last: Block | None = None
    for block in blocks:
        if not _is_division(block):
            continue
        if last is not None and _is_named(last) and not _is_named(block) and _number(block) == 1:
            above.add((last.section, block.section))
        last = block
    if ("section", "section") in above or ("section", "chapter") in above:
        return [_below_named_section(block) for block in blocks]
    if ("chapter", "chapter") in above:
        return [
            replace(block, rank=ABOVE_CHAPTERS)
            if _is_division(block) and _is_named(block) and block.section == "chapter"
            else block
            for block in blocks
        ]
    return blocks


def _below_named_section(block: Block) -> Block:
    if not _is_division(block) or _is_named(block):
        return block
    return replace(block, rank=BELOW_NAMED_SECTION[block.section])


def _is_division(block: Block) -> bool:
    """Whether a heading is that of a chapter or section with the rank of its kind."""
    return (
        block.section in LEVELLED and block.rank == RANKS[block.section] and block.mark is not None
    )


def _is_named(block: Block) -> bool:
    return block.mark is not None and block.mark.shape == "unit"


def _number(block: Block) -> int | None:
    return block.mark.number if block.mark else None


def _with_drafts_in_chapters(blocks: Sequence[Block]) -> Sequence[Block]:
    """Headings whose draft resolutions stand in the last chapter, which recommends their adoption.

    A resolution that has chapters itself stands above them.
    """
    kinds = [block.section for block in blocks]
    drafts = [at for at, block in enumerate(blocks) if _is_draft(block)]
    if not drafts or "chapter" not in kinds[: drafts[0]] or "chapter" in kinds[drafts[0] :]:
        return blocks
    return [replace(block, rank=DRAFT) if _is_draft(block) else block for block in blocks]


def _is_draft(block: Block) -> bool:
    mark = block.mark if block.section in DRAFTS else None
    return mark is not None and mark.shape == "unit"


def _with_equal_ranks(blocks: Sequence[Block]) -> Iterator[Block]:
    """Headings of which those of one kind all stand on the level that most of them have."""
    counts: defaultdict[tuple[SectionKind, bool], Counter[int]] = defaultdict(Counter)
    for block in blocks:
        if block.section in LEVELLED:
            counts[block.section, _is_named(block)][block.rank] += 1
    ranks = {kind: found.most_common(1)[0][0] for kind, found in counts.items()}
    for block in blocks:
        if block.section in LEVELLED:
            rank = ranks[block.section, _is_named(block)]
            yield block if rank == block.rank else replace(block, rank=rank)
        else:
            yield block
