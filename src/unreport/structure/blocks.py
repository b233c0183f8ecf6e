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
    Mark,
    Role,
    read_bare,
    read_bullet,
    read_marks,
    read_unit,
    split_continued,
)
from unreport.structure.numbering import is_title, number_roles
from unreport.structure.passages import HAN, Passage, ended, leads

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
LONGEST_PAPER = 700  # the title of a resolution or an annex
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
    mark: Mark | None = None
    section: SectionKind = "heading"
    rank: int = 0
    title: str = ""
    continuation: str = ""


class View(Struct, frozen=True, kw_only=True):
    """The passages of a body with what opens each, for rules to look around in."""

    grammar: Grammar
    passages: Sequence[Passage]
    marks: Sequence[tuple[Mark, ...]]
    roles: dict[int, tuple[Role, Mark]]  # of the numbers that open passages
    headings: dict[int, Mark]  # the reading of a heading's mark that fits the sequence

    def text(self, at: int) -> str:
        """The text of a passage; empty beyond the ends."""
        return self.passages[at].text if 0 <= at < len(self.passages) else ""


Rule: TypeAlias = Callable[[int, View], Block | None]


def recognise(passages: Sequence[Passage], grammar: Grammar) -> tuple[Block, ...]:
    """Turn passages into blocks in reading order; what no rule claims goes on with the last."""
    view = _view(passages, grammar)
    blocks: list[Block] = []
    at = 0
    while at < len(passages):
        rules = (text,) if _is_long_text(at, view) else RULES
        block = next(filter(None, (rule(at, view) for rule in rules)), None)
        if block is None or (block.kind != "heading" and _goes_on(at, view, blocks)):
            block = Block(kind="items", passages=[passages[at]])
        at += len(block.passages)
        if block.kind == "items" and blocks and blocks[-1].kind == "paragraph":
            blocks[-1].passages.extend(block.passages)
        else:
            blocks.append(block)
    return tuple(_levelled(blocks))


def _levelled(blocks: Sequence[Block]) -> Iterator[Block]:
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


def _view(passages: Sequence[Passage], grammar: Grammar) -> View:
    marks = [read_marks(p.text, grammar) if not p.table else () for p in passages]
    return View(
        grammar=grammar,
        passages=passages,
        marks=marks,
        roles=number_roles(passages, marks),
        headings=heading_marks(passages, marks),
    )


# --- the rules ----------------------------------------------------------------------------------


def table(at: int, view: View) -> Block | None:
    """Rows of cells, as many as follow one another."""
    end = at
    while end < len(view.passages) and view.passages[end].table:
        end += 1
    return Block(kind="table", passages=list(view.passages[at:end])) if end > at else None


def paper(at: int, view: View) -> Block | None:
    """``77/5. Plenary meetings of the General Assembly``; ``55/8- نظم الدعم``."""
    mark = view.headings.get(at)
    if mark is None or mark.shape != "numbered":
        return None
    return _heading(at, 1, view, mark)


def unit(at: int, view: View) -> Block | None:
    """``Annex II``, ``Recommendation 22 (continued)``; ``المرفق الأول``, ``التوصية ٢٢``."""
    mark = read_unit(view.text(at), view.grammar)
    if mark is None or view.passages[at].level == 0:
        return None
    titled = len(view.text(at)) > mark.end and not _only_continued(view.text(at)[mark.end :], view)
    if mark.kind == "recommendation" and titled:
        return None
    takes = mark.kind != "recommendation" and not titled and _is_plain_title(at + 1, view)
    return _heading(at, 2 if takes else 1, view, mark)


def heading(at: int, view: View) -> Block | None:
    """``II. Organization of the session``, ``A. Opening``; ``ثانياً- التوصيات``, ``ألف- …``."""
    mark = view.headings.get(at)
    return _heading(at, 1, view, mark) if mark is not None else None


def number_alone(at: int, view: View) -> Block | None:
    """``I`` and ``أولا`` on lines of their own, the title below."""
    mark = read_bare(view.text(at), view.grammar)
    if mark is None or not _is_plain_title(at + 1, view):
        return None
    return _heading(at, 2, view, mark)


def numbered_heading(at: int, view: View) -> Block | None:
    """``1. Proceedings``, ``١- الاستنتاجات``: a third level, where the numbers say so."""
    role, mark = view.roles.get(at, (None, None))
    return _heading(at, 1, view, mark) if role == "heading" and mark is not None else None


def lettered_heading(at: int, view: View) -> Block | None:
    """``(a) Travel of staff`` above numbered paragraphs, not in a list."""
    mark = next((m for m in view.marks[at] if m.role == "item"), None)
    level = view.passages[at].level
    if mark is None or mark.shape not in ("bracketed", "closed") or level == 0:
        return None
    listed = leads(view.text(at - 1)) or at + 1 not in view.roles
    if (level or 0) < 1 and (listed or not is_title(view.text(at)[mark.end :])):
        return None
    return _heading(at, 1, view, mark, rank=LETTERED)


def numbered_paragraph(at: int, view: View) -> Block | None:
    """``12. The Committee …``, ``13.4 …``; ``١- في إطار …``, ``- ١- …``."""
    role, mark = view.roles.get(at, (None, None))
    if role != "paragraph":
        return None
    return Block(kind="paragraph", passages=[view.passages[at]], mark=mark)


def item(at: int, view: View) -> Block | None:
    """``(a) To take note``, ``• …``; ``(أ) أن تحيط علما``: it goes on with the paragraph above."""
    role, _ = view.roles.get(at, (None, None))
    opens = any(m.role == "item" and m.series != "decimal" for m in view.marks[at])
    marked = any(m.shape in ("quoted", "bracketed", "closed") for m in view.marks[at])
    if role == "item" or opens or marked or read_bullet(view.text(at)):
        return Block(kind="items", passages=[view.passages[at]])
    return None


def plain_heading(at: int, view: View) -> Block | None:
    """``Summary by the Chair``, ``الاستنتاجات``: short, not stopped, text below it."""
    if not _is_plain_heading(at, view):
        return None
    return _heading(at, 1, view, None)


def text(at: int, view: View) -> Block | None:
    """A paragraph without a number."""
    return Block(kind="paragraph", passages=[view.passages[at]])


RULES: tuple[Rule, ...] = (
    table,
    numbered_paragraph,
    paper,
    unit,
    heading,
    number_alone,
    numbered_heading,
    lettered_heading,
    item,
    plain_heading,
    text,
)


def _is_long_text(at: int, view: View) -> bool:
    """Whether a passage can be nothing but text, so that no other rule need look at it."""
    passage = view.passages[at]
    return (
        len(passage.text) > LONGEST_HEADING
        and passage.text[0].isalpha()
        and not (view.marks[at] or passage.level or passage.table)
    )


# --- headings -----------------------------------------------------------------------------------


def _heading(at: int, count: int, view: View, mark: Mark | None, *, rank: int = -1) -> Block:
    """A heading of one or two passages: its mark, and the title without "(continued)"."""
    taken = list(view.passages[at : at + count])
    first = taken[0].text
    title, printed = split_continued(first[mark.end :] if mark else first, view.grammar)
    if count > 1:
        below, also = split_continued(taken[1].text, view.grammar)
        title, printed = " ".join(filter(None, (title, below))), printed or also
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
        continuation=printed,
    )


def heading_marks(
    passages: Sequence[Passage], marks: Sequence[tuple[Mark, ...]]
) -> dict[int, Mark]:
    """The headings' marks among all readings: `I.` is a chapter unless it follows `H.`."""
    chosen: dict[int, Mark] = {}
    last: dict[SectionKind | None, int] = {}
    for at, (passage, readings) in enumerate(zip(passages, marks, strict=True)):
        fits = [m for m in readings if m.role == "heading" and m.series != "decimal"]
        if not fits or not _may_head(passage, fits[0]):
            continue
        mark = min(fits, key=lambda m: _misfit(m, last))
        chosen[at] = mark
        last[mark.kind] = mark.number or 0
        if mark.kind == "chapter":
            last.pop("section", None)
    return chosen


def _misfit(mark: Mark, last: dict[SectionKind | None, int]) -> tuple[int, int]:
    """How badly a mark follows the last of its kind: a letter that could be a roman number."""
    number = mark.number or 0
    step = number - last.get(mark.kind, 0)
    near = 1 if step > 0 and number < ROMAN_DOUBT else 2
    return (0 if step == 1 else near, mark.rank)


def _may_head(passage: Passage, mark: Mark) -> bool:
    title = passage.text[mark.end :]
    if passage.level is not None:
        return passage.level > 0
    if mark.shape == "numbered":
        return len(title) <= LONGEST_PAPER and not ended(title)
    return is_title(title, LONGEST_HEADING)


def _only_continued(title: str, view: View) -> bool:
    return not split_continued(title, view.grammar)[0]


def _is_plain_title(at: int, view: View) -> bool:
    """Whether a passage can be the title below a name or a number."""
    if at >= len(view.passages) or view.passages[at].table or view.marks[at]:
        return False
    title = view.text(at)
    return (
        is_title(title, LONGEST_PAPER)
        and not BRACKETED.fullmatch(title)
        and view.passages[at].level != 0
    )


def _is_plain_heading(at: int, view: View) -> bool:
    passage = view.passages[at]
    if passage.level is not None:
        return passage.level > 0
    return _is_short(at, view) and _heads_text(at, view) and not leads(view.text(at - 1))


def _is_short(at: int, view: View) -> bool:
    """Whether a passage has the form of a heading without a number."""
    title = view.text(at)
    if not _is_plain_title(at, view) or title[0].islower() or not title[0].isalpha():
        return False
    if CAPTION.match(title) or SENTENCES.search(title):
        return False
    limit = LONGEST_HAN if HAN.search(title) else LONGEST_PLAIN
    return len(title) <= limit and parse_date(title) is None and not _closes(title, view)


def _heads_text(at: int, view: View) -> bool:
    """Whether text or another heading follows, not a list of short lines or the end."""
    run = 1
    while run < SHORT_RUN and _is_short(at + run, view) if at + run < len(view.passages) else False:
        run += 1
    below = at + run
    if run == SHORT_RUN or below >= len(view.passages):
        return False
    return read_unit(view.text(below), view.grammar) is None and not _is_date(view.text(below))


def _is_date(title: str) -> bool:
    return parse_date(title) is not None


def _closes(title: str, view: View) -> bool:
    """Whether a line closes a resolution: `27th plenary meeting`."""
    return any(word in title for word in view.grammar.lexicon.adoption_lines) and bool(
        re.search(r"\d", title)
    )


# --- going on -----------------------------------------------------------------------------------


def _goes_on(at: int, view: View, blocks: Sequence[Block]) -> bool:
    """Whether text without a mark belongs to the paragraph above.

    A closing clause follows an item that ends in a comma or with no mark at all; the lead of a
    second list follows a numbered paragraph's first.
    """
    if not blocks or blocks[-1].kind != "paragraph" or at in view.roles or view.marks[at]:
        return False
    above = blocks[-1]
    if not any(view.marks[at - len(above.passages) + 1 : at]):
        broken = view.text(at)[0].islower() or len(above.passages) > 1
        return broken and view.text(at - 1)[-1:].isalnum()
    if view.text(at - 1)[-1] not in STOPS and not ended(view.text(at - 1)):
        return True
    lead = leads(view.text(at)) and bool(
        at + 1 < len(view.marks)
        and any(m.role == "item" and m.number == 1 for m in view.marks[at + 1])
    )
    return lead and above.mark is not None
