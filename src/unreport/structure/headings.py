"""Which passages are headings: by marker and sequence, by level, by form and place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from unreport.languages.dates import parse_date
from unreport.model import SectionKind
from unreport.structure.markers import Grammar, Marker, Role
from unreport.structure.numbering import is_title
from unreport.structure.passages import HAN, Passage, ends_sentence, introduces_list

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
ROMAN_DOUBT = 50  # L., C., D. and M. are letters before they are roman numbers


class Context(Struct, frozen=True, kw_only=True):
    """The passages of a body with what opens each, for rules to look around in."""

    grammar: Grammar
    passages: Sequence[Passage]
    roles: dict[int, tuple[Role, Marker]]  # of the numbers that open passages
    headings: dict[int, Marker]  # the reading of a heading's mark that fits the sequence

    def text(self, at: int) -> str:
        """The text of a passage; empty beyond the ends."""
        return self.passages[at].text if 0 <= at < len(self.passages) else ""


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


def is_plain_title(at: int, context: Context) -> bool:
    """Whether a passage can be the title below a name or a number."""
    if at >= len(context.passages) or context.passages[at].table or context.passages[at].readings:
        return False
    title = context.text(at)
    return (
        is_title(title, LONGEST_RESOLUTION_TITLE)
        and not BRACKETED.fullmatch(title)
        and context.passages[at].level != 0
    )


def is_plain_heading(at: int, context: Context) -> bool:
    """Whether a passage without a marker is a heading: by its level, else by form and place."""
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
    if not is_plain_title(at, context) or title[0].islower() or not title[0].isalpha():
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
    while run < SHORT_RUN and at + run < len(context.passages) and _is_short(at + run, context):
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
