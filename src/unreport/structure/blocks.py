"""Which block each passage opens: an ordered table of rules, the first that claims it wins."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from unreport.model import Note, SectionKind
from unreport.structure.captions import figure_caption_length, opens_caption, table_below_caption
from unreport.structure.clause_ends import ends_sentence, introduces_list
from unreport.structure.heading_ranks import LETTERED, RANKS, Block, with_relative_ranks
from unreport.structure.headings import (
    COMMAS,
    LETTERED_SHAPES,
    LONGEST_HEADING,
    Context,
    goes_on,
    heading_markers,
    is_plain_heading,
    lettered_titles,
    title_length,
)
from unreport.structure.markers.grammar import Grammar
from unreport.structure.markers.marker import UNMARKED, Marker
from unreport.structure.markers.reading import LONGEST_BARE, read_bare, split_continued
from unreport.structure.numbering import is_question, is_title, number_roles, with_role
from unreport.structure.passages import Passage
from unreport.structure.separators import after_separator
from unreport.text.joined_rows import HAN

STOPS = '.!?؟。:："”»)]'
# Where the source gives a level, headings of one level still stand in this order.
WITHIN: dict[SectionKind, int] = {"section": 5, "subsection": 5, "heading": 7}
LETTERED_WITHIN = 8  # `(a)` stands below unnumbered headings of its level
OWN_RANK = ("annex", "appendix", "resolution", "decision", "part", "recommendation")

Rule: TypeAlias = Callable[[int, Context], Block | None]


def recognise(passages: Sequence[Passage], grammar: Grammar) -> tuple[Block, ...]:
    """Turn passages into blocks in reading order; what no rule claims goes on with the last."""
    context = _context(passages, grammar)
    blocks: list[Block] = []
    at = 0
    while at < len(passages):
        block = _first_block(at, context)
        if block is None or (
            block.kind != "heading"
            and not passages[at].readings
            and _continues_paragraph(at, context, blocks)
        ):
            block = Block(kind="items", passages=[passages[at]])
        at += len(block.passages)
        block = _with_previous_item(block, blocks)
        if block.kind == "items" and blocks and _takes_items(blocks[-1]):
            blocks[-1].passages.extend(block.passages)
        else:
            blocks.append(block)
    return with_relative_ranks(blocks)


def _first_block(at: int, context: Context) -> Block | None:
    """What the first rule makes of a passage that claims it."""
    for rule in _rules_for(at, context):
        if (block := rule(at, context)) is not None:
            return block
    return None


def _rules_for(at: int, context: Context) -> tuple[Rule, ...]:
    """The rules that may claim a passage, by its first character and its markers."""
    passage = context.passages[at]
    if passage.table:
        return RULES
    if passage.markers is UNMARKED:
        long = len(passage.text) > LONGEST_HEADING and not passage.level
        return LONG_TEXT_RULES if long and passage.text[0].isalpha() else UNMARKED_RULES
    if passage.text[0] in context.grammar.caption_initials:
        return RULES
    role = context.roles.get(at)
    if role is not None:
        return PARAGRAPH_RULES if role[0] == "paragraph" else MARKED_RULES
    if at in context.headings or passage.markers.unit is not None or passage.level:
        return MARKED_RULES
    return ITEM_RULES if len(passage.text) > LONGEST_BARE else SHORT_ITEM_RULES


def _takes_items(above: Block) -> bool:
    """Whether items go on with a block: a paragraph, or items from the first of a list on."""
    if above.previous is not None:
        return True
    if above.kind == "items":
        markers = above.passages[0].markers
        return bool(markers.bullet) or any(
            marker.role != "heading" and marker.number == 1 for marker in markers.readings
        )
    return above.kind == "paragraph"


def _with_previous_item(block: Block, above: Sequence[Block]) -> Block:
    """An item below a table with the one before it, if that stands above the table."""
    if block.kind != "items" or len(above) < 2 or above[-1].kind != "table":  # noqa: PLR2004
        return block
    if not _takes_items(above[-2]):
        return block
    kinds = {(m.series, m.shape, (m.number or 0) - 1) for m in block.passages[0].readings}
    for passage in reversed(above[-2].passages):
        for mark in passage.readings:
            if mark is not above[-2].mark and (mark.series, mark.shape, mark.number) in kinds:
                return replace(block, previous=mark)
    return block


def _context(passages: Sequence[Passage], grammar: Grammar) -> Context:
    roles, headings = number_roles(passages), heading_markers(passages)
    return Context(
        grammar=grammar,
        passages=passages,
        roles=roles,
        headings=headings,
        lettered=lettered_titles(passages, roles, headings),
        marked=[at for at, passage in enumerate(passages) if passage.readings],
    )


def table(at: int, context: Context) -> Block | None:
    """Rows of cells, as many as follow one another."""
    if not context.passages[at].table:
        return None
    return Block(kind="table", passages=list(context.passages[at : _table_end(at, context)]))


def caption(at: int, context: Context) -> Block | None:
    """``Table 3``, ``الجدول ٢``: part of the table below it; with no table, text of any type."""
    if not opens_caption(context.text(at), context.grammar):
        return None
    if rows := table_below_caption(at, context):
        return Block(kind="table", passages=list(context.passages[at : _table_end(rows, context)]))
    count = figure_caption_length(at, context)
    return Block(kind="paragraph", passages=list(context.passages[at : at + count]))


def _table_end(at: int, context: Context) -> int:
    while at < len(context.passages) and context.passages[at].table:
        at += 1
    return at


def resolution(at: int, context: Context) -> Block | None:
    """``77/5. Plenary meetings of the General Assembly``; ``55/8- نظم الدعم``."""
    mark = context.headings.get(at)
    if mark is None or mark.shape != "numbered":
        return None
    return _heading(at, 1, context, mark)


def unit(at: int, context: Context) -> Block | None:
    """``Annex II``, ``Recommendation 22 (continued)``; ``المرفق الأول``, ``التوصية ٢٢``."""
    markers, level = context.passages[at].markers, context.passages[at].level
    mark = markers.unit or (markers.adjacent_unit if level else None)
    if mark is None or level == 0:
        return None
    titled = len(context.text(at)) > mark.end and not _only_continued(
        context.text(at)[mark.end :], context
    )
    if mark.kind == "recommendation" and titled:
        return None
    takes = mark.kind != "recommendation" and not titled
    return _heading(at, 1 + (title_length(at + 1, context) if takes else 0), context, mark)


def heading(at: int, context: Context) -> Block | None:
    """``II. Organization of the session``, ``A. Opening``; ``ثانياً- التوصيات``, ``ألف- …``."""
    mark = context.headings.get(at)
    return _heading(at, 1, context, mark) if mark is not None else None


def number_alone(at: int, context: Context) -> Block | None:
    """``I`` and ``أولا`` on lines of their own, the title below."""
    mark = read_bare(context.text(at), context.grammar)
    count = title_length(at + 1, context) if mark is not None else 0
    return _heading(at, 1 + count, context, mark) if count else None


def numbered_heading(at: int, context: Context) -> Block | None:
    """``1. Proceedings``, ``١- الاستنتاجات``: a third level, where the numbers say so."""
    role, mark = context.roles.get(at, (None, None))
    return _heading(at, 1, context, mark) if role == "heading" and mark is not None else None


def lettered_heading(at: int, context: Context) -> Block | None:
    """``(a) Travel of staff`` above numbered paragraphs or running text, not in a list."""
    if not context.passages[at].readings:
        return None
    mark = with_role("item", context.passages[at].readings)
    level = context.passages[at].level
    if mark is None or mark.shape not in LETTERED_SHAPES or level == 0:
        return None
    if at in context.lettered:
        return _heading(at, 1, context, mark, rank=LETTERED)
    above = context.text(at - 1)
    headed = mark.shape == "enclosed" and at + 1 in context.headings and ends_sentence(above)
    listed = introduces_list(above) or not (headed or at + 1 in context.roles)
    if listed and level is None:
        return None
    title = context.text(at)[mark.end :]
    if level and (goes_on(title, context) or _is_listed(at, mark, context)):
        return None
    if (level or 0) < 1 and (listed or is_question(title) or not is_title(title)):
        return None
    return _heading(at, 1, context, mark, rank=LETTERED)


def _is_listed(at: int, mark: Marker, context: Context) -> bool:
    """Whether a text that a style calls a heading is the last item of a list, by its stop."""
    before = context.passages[at - 1] if at else None
    return (
        before is not None
        and ends_sentence(context.text(at))
        and goes_on(before.text, context)
        and any(
            (m.series, m.number) == (mark.series, (mark.number or 0) - 1) for m in before.readings
        )
    )


def numbered_paragraph(at: int, context: Context) -> Block | None:
    """``12. The Committee …``, ``13.4 …``; ``١- في إطار …``, ``- ١- …``."""
    role, mark = context.roles.get(at, (None, None))
    if role != "paragraph":
        return None
    return Block(kind="paragraph", passages=[context.passages[at]], mark=mark)


def item(at: int, context: Context) -> Block | None:
    """``(a) To take note``, ``• …``; ``(أ) أن تحيط علما``: it goes on with the paragraph above."""
    role, _ = context.roles.get(at, (None, None))
    passage = context.passages[at]
    if role == "item" or passage.markers.bullet or any(map(_may_be_item, passage.readings)):
        return Block(kind="items", passages=[passage])
    return None


def _may_be_item(mark: Marker) -> bool:
    listed = mark.role == "item" and mark.series != "decimal"
    return listed or mark.shape in ("quoted", "bracketed", "closed", "counted")


def plain_heading(at: int, context: Context) -> Block | None:
    """``Summary by the Chair``, ``الاستنتاجات``: short, not stopped, text below it.

    One that opens with a name and its number is that unit: ``Section 1 Old bridges``.
    """
    if not is_plain_heading(at, context):
        return None
    return _heading(at, 1, context, context.passages[at].markers.adjacent_unit)


def text(at: int, context: Context) -> Block | None:
    """A paragraph without a number."""
    return Block(kind="paragraph", passages=[context.passages[at]])


RULES: tuple[Rule, ...] = (
    table,
    caption,
    numbered_paragraph,
    resolution,
    unit,
    heading,
    number_alone,
    numbered_heading,
    lettered_heading,
    item,
    plain_heading,
    text,
)
WITH_MARKER = frozenset(
    (numbered_paragraph, resolution, unit, heading, numbered_heading, lettered_heading, item)
)
"""Rules that claim no passage without a marker."""
UNMARKED_RULES = tuple(rule for rule in RULES if rule not in WITH_MARKER)
LONG_TEXT_RULES: tuple[Rule, ...] = (text,)
"""For what is longer than any heading and opens with a letter."""
PARAGRAPH_RULES: tuple[Rule, ...] = (numbered_paragraph,)
"""For what opens with the number of a paragraph, as no caption does."""
MARKED_RULES = tuple(rule for rule in RULES if rule not in (table, caption, numbered_paragraph))
"""For what opens with another marker."""
SHORT_ITEM_RULES = tuple(
    rule for rule in MARKED_RULES if rule not in (resolution, unit, heading, numbered_heading)
)
"""For what opens with a marker that is no heading's and has no role by its sequence."""
ITEM_RULES = tuple(rule for rule in SHORT_ITEM_RULES if rule is not number_alone)
"""For such a text that is longer than a number alone."""


def _heading(
    at: int, count: int, context: Context, mark: Marker | None, *, rank: int = -1
) -> Block:
    """A heading of one or two passages: its mark, and the title without "(continued)"."""
    taken = list(context.passages[at : at + count])
    first = taken[0].text
    mark = _with_separator(mark, first) if mark else None
    title, continuation = split_continued(first[mark.end :] if mark else first, context.grammar)
    if count > 1:
        joined = ("" if HAN.match(first[-1]) else " ").join(p.text for p in taken[1:])
        below, also = split_continued(joined, context.grammar)
        title, continuation = " ".join(filter(None, (title, below))), continuation or also
    kind: SectionKind = (mark.kind if mark else None) or ("subsection" if mark else "heading")
    level, noted = taken[0].level, any(passage.notes for passage in taken)
    if level and kind not in OWN_RANK:
        rank = 10 * level + (LETTERED_WITHIN if rank == LETTERED else WITHIN.get(kind, 0))
    return Block(
        kind="heading",
        passages=taken,
        mark=mark,
        section=kind,
        rank=rank if rank >= 0 else RANKS[kind],
        title=" ".join(title.split()),
        continuation=continuation,
        notes=tuple(_calls_in_title(taken, mark.end if mark else 0)) if noted else (),
    )


def _calls_in_title(taken: Sequence[Passage], begin: int) -> Iterator[Note]:
    """The note calls of a heading's passages, with their places in the title."""
    length = 0  # of the title before a passage
    for passage in taken:
        for at, marker in passage.notes:
            before = " ".join(passage.text[begin:at].split())
            yield Note(marker, length + bool(length and before) + len(before))
        own = " ".join(passage.text[begin:].split())
        length, begin = length + bool(length and own) + len(own), 0


def _with_separator(mark: Marker, text: str) -> Marker:
    """A heading's mark with the signs between it and the title: `I. –`, `ثالثا ــ`."""
    end = after_separator(text, mark.end)
    return mark if end == mark.end else replace(mark, marker=text[:end].strip(), end=end)


def _only_continued(title: str, context: Context) -> bool:
    return not split_continued(title, context.grammar)[0]


def _continues_paragraph(at: int, context: Context, blocks: Sequence[Block]) -> bool:
    """Whether text without a mark belongs to the paragraph above.

    A closing clause follows an item that ends in a comma or with no mark at all; the lead of a
    second list follows a numbered paragraph's first.
    """
    if at in context.roles or not (blocks and _takes_items(blocks[-1])):
        return False
    if len(context.passages[at].cells) > 1:  # a table, though the item above ends in `;`
        return False
    above = blocks[-1]
    if opens_caption(above.passages[0].text, context.grammar):
        values = not any(map(str.isalpha, context.text(at)))  # of a chart
        return values and not context.passages[at].table
    if not context.has_marks(at - len(above.passages) + 1, at):
        broken = context.text(at)[:1].islower() or len(above.passages) > 1
        return broken and context.text(at - 1)[-1:].isalnum()
    if above.mark is None and _is_preambular(at, at - len(above.passages), context):
        return False
    if context.text(at - 1)[-1:] not in STOPS and not ends_sentence(context.text(at - 1)):
        return True
    lead = introduces_list(context.text(at)) and bool(
        at + 1 < len(context.passages)
        and any(m.role == "item" and m.number == 1 for m in context.passages[at + 1].readings)
    )
    return lead and above.mark is not None


def _is_preambular(at: int, lead: int, context: Context) -> bool:
    """Whether a text below a list in a preamble is the next preambular paragraph.

    All of them end in commas: this one, the last item, and the paragraph above the list's lead.
    """
    text, before = context.text(at), context.text(lead - 1)
    commas = all(part[-1:] in COMMAS for part in (text, context.text(at - 1), before))
    return commas and not context.passages[lead].readings
