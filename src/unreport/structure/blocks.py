"""Which block each passage opens: an ordered table of rules, the first that claims it wins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from unreport.languages.dates import parse_date
from unreport.model import SectionKind
from unreport.structure.markers import (
    Grammar,
    Marker,
    Role,
    read_bare,
    split_continued,
)
from unreport.structure.numbering import is_title, number_roles
from unreport.structure.passages import HAN, Passage, ends_sentence, introduces_list

STOPS = '.!?؟。:："”»)]'
BRACKETED = re.compile(r"[(\[（［].*[)\]）］]$")
# Table 8.III.  Figure 3  Tableau 2  表1: captions
CAPTION = re.compile(
    r"(?:table|figure|box|chart|map|tableau|cuadro|gráfico|рисунок|таблица|الجدول|الشكل)\s+[\dA-Z]"
    r"|[表图]\s?\d",
    re.IGNORECASE,
)
SENTENCES = re.compile(r"\w{3}[.؟]\s|[。！？]\S")  # a stop inside: text, not a title
LONGEST_PLAIN = 120
LONGEST_HAN = 40
LONGEST_HEADING = 400  # with a mark
LONGEST_RESOLUTION_TITLE = 700  # the title of a resolution or an annex
SHORT_RUN = 3  # so many short lines in a row are a list, not headings

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
# Where the source gives a level, headings of one level still stand in this order.
WITHIN: dict[SectionKind, int] = {"section": 5, "subsection": 5, "heading": 7}
LEVELLED = ("chapter", "section")
OWN_RANK = ("annex", "appendix", "resolution", "decision", "part", "recommendation")
ROMAN_DOUBT = 50  # L., C., D. and M. are letters before they are roman numbers


class Block(Struct, frozen=True, kw_only=True):
    """A heading, paragraph, table or run of items, not yet placed in the tree."""

    kind: Literal["heading", "paragraph", "items", "table"]
    passages: list[Passage]
    mark: Marker | None = None
    section: SectionKind = "heading"
    rank: int = 0
    title: str = ""
    continuation: str = ""


class Context(Struct, frozen=True, kw_only=True):
    """The passages of a body with what opens each, for rules to look around in."""

    grammar: Grammar
    passages: Sequence[Passage]
    roles: dict[int, tuple[Role, Marker]]  # of the numbers that open passages
    headings: dict[int, Marker]  # the reading of a heading's mark that fits the sequence

    def text(self, at: int) -> str:
        """The text of a passage; empty beyond the ends."""
        return self.passages[at].text if 0 <= at < len(self.passages) else ""


Rule: TypeAlias = Callable[[int, Context], Block | None]


def recognise(passages: Sequence[Passage], grammar: Grammar) -> tuple[Block, ...]:
    """Turn passages into blocks in reading order; what no rule claims goes on with the last."""
    context = _context(passages, grammar)
    blocks: list[Block] = []
    at = 0
    while at < len(passages):
        rules = (text,) if _is_long_text(at, context) else RULES
        block = next(filter(None, (rule(at, context) for rule in rules)), None)
        if block is None or (block.kind != "heading" and _continues_paragraph(at, context, blocks)):
            block = Block(kind="items", passages=[passages[at]])
        at += len(block.passages)
        if block.kind == "items" and blocks and blocks[-1].kind == "paragraph":
            blocks[-1].passages.extend(block.passages)
        else:
            blocks.append(block)
    return tuple(_with_equal_ranks(blocks))


def _with_equal_ranks(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks whose numbered headings of one kind all stand on the level that most of them have."""
    counts: dict[SectionKind, Counter[int]] = {}
    for block in blocks:
        if block.kind == "heading" and block.section in LEVELLED:
            counts.setdefault(block.section, Counter())[block.rank] += 1
    for block in blocks:
        if block.kind == "heading" and block.section in LEVELLED:
            yield replace(block, rank=counts[block.section].most_common(1)[0][0])
        else:
            yield block


def _context(passages: Sequence[Passage], grammar: Grammar) -> Context:
    return Context(
        grammar=grammar,
        passages=passages,
        roles=number_roles(passages),
        headings=heading_markers(passages),
    )


# --- the rules ----------------------------------------------------------------------------------


def table(at: int, context: Context) -> Block | None:
    """Rows of cells, as many as follow one another."""
    end = at
    while end < len(context.passages) and context.passages[end].table:
        end += 1
    return Block(kind="table", passages=list(context.passages[at:end])) if end > at else None


def resolution(at: int, context: Context) -> Block | None:
    """``77/5. Plenary meetings of the General Assembly``; ``55/8- نظم الدعم``."""
    mark = context.headings.get(at)
    if mark is None or mark.shape != "numbered":
        return None
    return _heading(at, 1, context, mark)


def unit(at: int, context: Context) -> Block | None:
    """``Annex II``, ``Recommendation 22 (continued)``; ``المرفق الأول``, ``التوصية ٢٢``."""
    mark = context.passages[at].markers.unit
    if mark is None or context.passages[at].level == 0:
        return None
    titled = len(context.text(at)) > mark.end and not _only_continued(
        context.text(at)[mark.end :], context
    )
    if mark.kind == "recommendation" and titled:
        return None
    takes = mark.kind != "recommendation" and not titled and _is_plain_title(at + 1, context)
    return _heading(at, 2 if takes else 1, context, mark)


def heading(at: int, context: Context) -> Block | None:
    """``II. Organization of the session``, ``A. Opening``; ``ثانياً- التوصيات``, ``ألف- …``."""
    mark = context.headings.get(at)
    return _heading(at, 1, context, mark) if mark is not None else None


def number_alone(at: int, context: Context) -> Block | None:
    """``I`` and ``أولا`` on lines of their own, the title below."""
    mark = read_bare(context.text(at), context.grammar)
    if mark is None or not _is_plain_title(at + 1, context):
        return None
    return _heading(at, 2, context, mark)


def numbered_heading(at: int, context: Context) -> Block | None:
    """``1. Proceedings``, ``١- الاستنتاجات``: a third level, where the numbers say so."""
    role, mark = context.roles.get(at, (None, None))
    return _heading(at, 1, context, mark) if role == "heading" and mark is not None else None


def lettered_heading(at: int, context: Context) -> Block | None:
    """``(a) Travel of staff`` above numbered paragraphs, not in a list."""
    mark = next((m for m in context.passages[at].readings if m.role == "item"), None)
    level = context.passages[at].level
    if mark is None or mark.shape not in ("bracketed", "closed") or level == 0:
        return None
    listed = introduces_list(context.text(at - 1)) or at + 1 not in context.roles
    if (level or 0) < 1 and (listed or not is_title(context.text(at)[mark.end :])):
        return None
    return _heading(at, 1, context, mark, rank=LETTERED)


def numbered_paragraph(at: int, context: Context) -> Block | None:
    """``12. The Committee …``, ``13.4 …``; ``١- في إطار …``, ``- ١- …``."""
    role, mark = context.roles.get(at, (None, None))
    if role != "paragraph":
        return None
    return Block(kind="paragraph", passages=[context.passages[at]], mark=mark)


def item(at: int, context: Context) -> Block | None:
    """``(a) To take note``, ``• …``; ``(أ) أن تحيط علما``: it goes on with the paragraph above."""
    role, _ = context.roles.get(at, (None, None))
    opens = any(m.role == "item" and m.series != "decimal" for m in context.passages[at].readings)
    marked = any(
        m.shape in ("quoted", "bracketed", "closed") for m in context.passages[at].readings
    )
    if role == "item" or opens or marked or context.passages[at].markers.bullet:
        return Block(kind="items", passages=[context.passages[at]])
    return None


def plain_heading(at: int, context: Context) -> Block | None:
    """``Summary by the Chair``, ``الاستنتاجات``: short, not stopped, text below it."""
    if not _is_plain_heading(at, context):
        return None
    return _heading(at, 1, context, None)


def text(at: int, context: Context) -> Block | None:
    """A paragraph without a number."""
    return Block(kind="paragraph", passages=[context.passages[at]])


RULES: tuple[Rule, ...] = (
    table,
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


def _is_long_text(at: int, context: Context) -> bool:
    """Whether a passage can be nothing but text, so that no other rule need look at it."""
    passage = context.passages[at]
    return (
        len(passage.text) > LONGEST_HEADING
        and passage.text[0].isalpha()
        and not (context.passages[at].readings or passage.level or passage.table)
    )


# --- headings -----------------------------------------------------------------------------------


def _heading(
    at: int, count: int, context: Context, mark: Marker | None, *, rank: int = -1
) -> Block:
    """A heading of one or two passages: its mark, and the title without "(continued)"."""
    taken = list(context.passages[at : at + count])
    first = taken[0].text
    title, continuation = split_continued(first[mark.end :] if mark else first, context.grammar)
    if count > 1:
        below, also = split_continued(taken[1].text, context.grammar)
        title, continuation = " ".join(filter(None, (title, below))), continuation or also
    kind: SectionKind = (mark.kind if mark else None) or ("subsection" if mark else "heading")
    level = taken[0].level
    if level and kind not in OWN_RANK:
        rank = 10 * level + WITHIN.get(kind, 0)
    return Block(
        kind="heading",
        passages=taken,
        mark=mark,
        section=kind,
        rank=rank if rank >= 0 else RANKS[kind],
        title=" ".join(title.split()),
        continuation=continuation,
    )


def heading_markers(passages: Sequence[Passage]) -> dict[int, Marker]:
    """The headings' markers among all readings: `I.` is a chapter unless it follows `H.`."""
    chosen: dict[int, Marker] = {}
    last: dict[SectionKind | None, int] = {}
    for at, passage in enumerate(passages):
        fits = [m for m in passage.readings if m.role == "heading" and m.series != "decimal"]
        if not fits or not _can_be_heading(passage, fits[0]):
            continue
        mark = min(fits, key=lambda m: _misfit(m, last))
        chosen[at] = mark
        last[mark.kind] = mark.number or 0
        if mark.kind == "chapter":
            last.pop("section", None)
    return chosen


def _misfit(mark: Marker, last: dict[SectionKind | None, int]) -> tuple[int, int]:
    """How badly a mark follows the last of its kind: a letter that could be a roman number."""
    number = mark.number or 0
    step = number - last.get(mark.kind, 0)
    near = 1 if step > 0 and number < ROMAN_DOUBT else 2
    return (0 if step == 1 else near, mark.rank)


def _can_be_heading(passage: Passage, mark: Marker) -> bool:
    title = passage.text[mark.end :]
    if passage.level is not None:
        return passage.level > 0
    if mark.shape == "numbered":
        return len(title) <= LONGEST_RESOLUTION_TITLE and not ends_sentence(title)
    return is_title(title, LONGEST_HEADING)


def _only_continued(title: str, context: Context) -> bool:
    return not split_continued(title, context.grammar)[0]


def _is_plain_title(at: int, context: Context) -> bool:
    """Whether a passage can be the title below a name or a number."""
    if at >= len(context.passages) or context.passages[at].table or context.passages[at].readings:
        return False
    title = context.text(at)
    return (
        is_title(title, LONGEST_RESOLUTION_TITLE)
        and not BRACKETED.fullmatch(title)
        and context.passages[at].level != 0
    )


def _is_plain_heading(at: int, context: Context) -> bool:
    passage = context.passages[at]
    if passage.level is not None:
        return passage.level > 0
    return (
        _is_short(at, context)
        and _heads_text(at, context)
        and not introduces_list(context.text(at - 1))
    )


def _is_short(at: int, context: Context) -> bool:
    """Whether a passage has the form of a heading without a number."""
    title = context.text(at)
    if not _is_plain_title(at, context) or title[0].islower() or not title[0].isalpha():
        return False
    if CAPTION.match(title) or SENTENCES.search(title):
        return False
    limit = LONGEST_HAN if HAN.search(title) else LONGEST_PLAIN
    return (
        len(title) <= limit and parse_date(title) is None and not _is_closing_line(title, context)
    )


def _heads_text(at: int, context: Context) -> bool:
    """Whether text or another heading follows, not a list of short lines or the end."""
    run = 1
    while (
        run < SHORT_RUN and _is_short(at + run, context)
        if at + run < len(context.passages)
        else False
    ):
        run += 1
    below = at + run
    if run == SHORT_RUN or below >= len(context.passages):
        return False
    return context.passages[below].markers.unit is None and not _is_date(context.text(below))


def _is_date(title: str) -> bool:
    return parse_date(title) is not None


def _is_closing_line(title: str, context: Context) -> bool:
    """Whether a line closes a resolution: `27th plenary meeting`."""
    return any(word in title for word in context.grammar.lexicon.adoption_lines) and bool(
        re.search(r"\d", title)
    )


# --- going on -----------------------------------------------------------------------------------


def _continues_paragraph(at: int, context: Context, blocks: Sequence[Block]) -> bool:
    """Whether text without a mark belongs to the paragraph above.

    A closing clause follows an item that ends in a comma or with no mark at all; the lead of a
    second list follows a numbered paragraph's first.
    """
    if (
        not blocks
        or blocks[-1].kind != "paragraph"
        or at in context.roles
        or context.passages[at].readings
    ):
        return False
    above = blocks[-1]
    if not any(p.readings for p in context.passages[at - len(above.passages) + 1 : at]):
        broken = context.text(at)[0].islower() or len(above.passages) > 1
        return broken and context.text(at - 1)[-1:].isalnum()
    if context.text(at - 1)[-1] not in STOPS and not ends_sentence(context.text(at - 1)):
        return True
    lead = introduces_list(context.text(at)) and bool(
        at + 1 < len(context.passages)
        and any(m.role == "item" and m.number == 1 for m in context.passages[at + 1].readings)
    )
    return lead and above.mark is not None
