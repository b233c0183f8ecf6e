"""Which passages are headings: by marker and sequence, by level, by form and place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import regex
from msgspec import Struct, field

from unreport.languages.dates import parse_date
from unreport.model import SectionKind
from unreport.structure.clause_ends import ends_clause, ends_sentence, introduces_list
from unreport.structure.markers.grammar import Grammar
from unreport.structure.markers.marker import Marker, Role
from unreport.structure.markers.reading import split_continued
from unreport.structure.numbering import is_title
from unreport.structure.passages import Passage
from unreport.text.folding import fold_words
from unreport.text.joined_rows import HAN
from unreport.text.lazy_patterns import lazy_pattern
from unreport.text.numerals import LATIN_UPPER

BRACKETED = lazy_pattern(r"[(\[（［].*[)\]）］]$")
# A stop inside and what opens the next sentence: text, not a title. `(arts. 2 and 3)` is no stop;
# the articles that a question is about may follow it in brackets
SENTENCES = re.compile(r"\w{3}[.؟]\s+(?=[^\W\d_a-zа-я]|[\"“«(])|。\S|[！？][^\s（(]")
# A document in a list of documents: `Note by the Secretariat (A/72/470)`
REFERENCE = lazy_pattern(r"[(（][A-Z]{1,8}(?:/[\w.-]+)+[)）]$")
# What a heading opens with: a letter, a quotation or question mark, a year (`2035: the aims`, the
# word for it before the colon), a number in Chinese; a day is an entry of a calendar,
# and `14号` part of an address
OPENING = regex.compile(
    r"[¿¡«“„\"‘’”]{0,2}\s?[^\W\d_]|\d{4}\s[^\W\d_a-zа-я]|\d{1,4}(?!年\d{1,2}月|号)[\u3400-\u9fff]"
    r"|\d{4}(?:\s[a-zа-я]{2,6}\.?)?\s?[:—–]\s[^\W\d_]"
)
COMMAS = (",", ";", "،", "؛", "，", "；")
LONGEST_PLAIN = 120
LONGEST_HAN = 40
LONGEST_CENTRED = 250
CENTRED_INDENT = 4  # further in than its neighbours, in characters or points
LONGEST_HEADING = 400  # with a mark
LONGEST_RESOLUTION_TITLE = 700  # the title of a resolution or an annex
LONGEST_CLOSING_LINE = 5  # words
LONGEST_NOTES_HEADING = 20
LETTERED_SHAPES = ("bracketed", "closed", "enclosed")
MOST_TITLE_ROWS = 3
SHORT_RUN = 3  # so many short lines in a row are a list, not headings
LETTERS = 26  # L. and C. are letters before they are 50 and 100, and II. is no doubled letter
HAS_NUMERAL = re.compile(r"\d|[〇零一二三四五六七八九十]")  # as every date has


class Context(Struct, frozen=True, kw_only=True):
    """The passages of a body with what opens each, for rules to look around in."""

    grammar: Grammar
    passages: Sequence[Passage]
    roles: dict[int, tuple[Role, Marker]]  # of the numbers that open passages
    headings: dict[int, Marker]  # the reading of a heading's mark that fits the sequence
    lettered: frozenset[int] = frozenset()  # `(a)`, `(b)` with a title each and text below
    marked: Sequence[int] = ()  # passages that open with a number or a letter, in order
    short: dict[int, bool] = field(default_factory=dict)  # results of `_is_short`, asked for often

    def text(self, at: int) -> str:
        """The text of a passage; empty beyond the ends."""
        return self.passages[at].text if 0 <= at < len(self.passages) else ""

    def has_marks(self, begin: int, end: int) -> bool:
        """Whether one of the passages between two places opens with a number or a letter."""
        found = bisect_left(self.marked, begin)
        return found < len(self.marked) and self.marked[found] < end


def heading_markers(passages: Sequence[Passage]) -> dict[int, Marker]:
    """The headings' markers among all readings: `I.` is a chapter unless it follows `H.`.

    Of two readings that fit, that one is right whose next number comes first: `I.` after `H.` is a
    roman one where `II.` follows.
    """
    candidates = list(_heading_readings(passages))
    places = _places_of_readings(candidates)
    chosen: dict[int, Marker] = {}
    last: dict[SectionKind | None, int] = {}
    latest: SectionKind | None = None
    for i, (at, fits) in enumerate(candidates):
        order = {id(m): _misfit(m, last, latest) for m in fits}
        mark = min(fits, key=lambda m: order[id(m)])
        if len(fits) > 1 and (followed := _with_successor(fits, last, places, i)):
            mark = followed
        chosen[at] = mark
        last[mark.kind] = mark.number or 0
        latest = mark.kind
        if mark.kind == "chapter":
            last.pop("section", None)
    return chosen


def _heading_readings(passages: Sequence[Passage]) -> Iterator[tuple[int, list[Marker]]]:
    """The passages that may be numbered headings, with the readings of their marks."""
    for at, passage in enumerate(passages):
        if not passage.readings or passage.readings[0].role != "heading":  # headings come first
            continue
        fits = [m for m in passage.readings if m.role == "heading" and m.series != "decimal"]
        fits = [m for m in fits if not _is_label(m)]
        if fits and _can_be_heading(passage, fits[0]):
            yield at, fits


def _is_label(mark: Marker) -> bool:
    """Whether a mark is a letter with a colon, `C:`, `A:`: the label of a formula or an answer."""
    lettered = mark.series == LATIN_UPPER.name or (mark.number or 0) > LETTERS
    return mark.marker[-1:] in ":：" and mark.shape == "dashed" and lettered


def _misfit(
    mark: Marker, last: dict[SectionKind | None, int], latest: SectionKind | None
) -> tuple[int, bool, int]:
    """How badly a mark follows the last of its kind: a letter that could be a roman number."""
    number = mark.number or 0
    step = number - last.get(mark.kind, 0)
    near = 1 if number == 1 else 2 if step > 0 else 3
    near += 2 if number > LETTERS else 0
    goes_on = step == 1 and number > 1 and mark.kind == latest
    return (0 if step == 1 else near, not goes_on, mark.rank)


Numeral = tuple[str, SectionKind | None, int]
"""A number of a series of headings."""


def _places_of_readings(
    candidates: Sequence[tuple[int, list[Marker]]],
) -> dict[Numeral, list[int]]:
    """Where among the candidates each number of each series stands, in order."""
    places: dict[Numeral, list[int]] = {}
    for i, (_, readings) in enumerate(candidates):
        for mark in readings:
            places.setdefault((mark.series, mark.kind, mark.number or 0), []).append(i)
    return places


def _with_successor(
    fits: Sequence[Marker],
    last: dict[SectionKind | None, int],
    places: dict[Numeral, list[int]],
    at: int,
) -> Marker | None:
    """Of readings that all go on or begin a sequence, the one whose next number comes first."""
    if any(m.number not in (1, last.get(m.kind, 0) + 1) for m in fits):
        return None
    nearest: tuple[int, Marker] | None = None
    for mark in fits:
        following = places.get((mark.series, mark.kind, (mark.number or 0) + 1), [])
        found = bisect_right(following, at)
        if found < len(following) and (nearest is None or following[found] < nearest[0]):
            nearest = following[found], mark
    return nearest[1] if nearest else None


def _can_be_heading(passage: Passage, mark: Marker) -> bool:
    title = passage.text[mark.end :]
    if passage.level is not None:
        return passage.level > 0
    if mark.shape == "numbered":
        return len(title) <= LONGEST_RESOLUTION_TITLE and not ends_sentence(title)
    return is_title(title, LONGEST_HEADING)


def lettered_titles(
    passages: Sequence[Passage], roles: dict[int, tuple[Role, Marker]], headings: dict[int, Marker]
) -> frozenset[int]:
    """The passages `(a)`, `(b)` … of a sequence in which each is a title with text below it.

    The text may be numbered.  `（一）` may also stand above other headings.  Items of a list follow
    one another, or end as clauses do; a sequence has two members at least.
    """
    opened = [at for at, passage in enumerate(passages) if passage.readings]
    lettered = [at for at in opened if passages[at].readings[0].shape in LETTERED_SHAPES]
    signs = [at for at in lettered if len(passages[at].readings[0].marker) == 1]  # ㈠, not (一)
    others = [at for at in lettered if len(passages[at].readings[0].marker) > 1]
    found = (_titled_runs(rows, passages, roles, headings) for rows in (signs, others))
    return frozenset(at for runs in found for at in runs)


def _titled_runs(
    rows: Sequence[int],
    passages: Sequence[Passage],
    roles: dict[int, tuple[Role, Marker]],
    headings: dict[int, Marker],
) -> list[int]:
    found: list[int] = []
    run: list[int] = []
    last: Marker | None = None
    for at in rows:
        marks = [m for m in passages[at].readings if m.role == "item"]
        if not marks:
            continue
        following = next((m for m in marks if last is not None and _follows(m, last)), None)
        if following is None:
            found += run if len(run) > 1 else []
            run = []
        mark = following or marks[0]
        fits = following is not None or mark.number == 1
        numbered = at + 1 in roles and roles[at + 1][0] != "item"
        numbered = numbered or (mark.shape == "enclosed" and at + 1 in headings)
        titled = fits and _is_title_above_text(at, mark, passages, numbered=numbered)
        run = [*run, at] if titled else []
        last = mark if run else None
    return [*found, *(run if len(run) > 1 else [])]


def _follows(mark: Marker, last: Marker) -> bool:
    return (mark.series, mark.number) == (last.series, (last.number or 0) + 1)


def _is_title_above_text(
    at: int, mark: Marker, passages: Sequence[Passage], *, numbered: bool
) -> bool:
    """Whether a lettered passage is a title, with text below, running or numbered, and no list."""
    title = passages[at].text[mark.end :]
    if passages[at].level is not None or not title or at + 1 >= len(passages):
        return False
    below, above = passages[at + 1], passages[at - 1].text if at else ""
    text = not (below.markers or below.table or below.level) and ends_clause(below.text)
    return (
        (text or numbered)
        and is_title(title)
        and not title[0].islower()
        and not below.text[0].islower()
        and not introduces_list(above)
        and above[-1:] not in COMMAS
    )


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


def title_length(at: int, context: Context) -> int:
    """How many passages the title below a name or a number has, 0 if none stands there.

    The rows of a centred title in Chinese are balanced, so that none is full; they stand close.  So
    does the last row of any title, above a blank line.
    """
    if not is_plain_title(at, context) or context.passages[at].markers.unit is not None:
        return 0
    count = 1
    while count < MOST_TITLE_ROWS and _is_next_title_row(at + count, context):
        count += 1
    return count


def _is_next_title_row(at: int, context: Context) -> bool:
    if not is_plain_title(at, context) or context.passages[at].markers.unit is not None:
        return False
    passage, before = context.passages[at], context.text(at - 1)
    if passage.above != 0 or passage.size is not None or passage.level is not None:
        return False
    if len(before) > LONGEST_HAN / 2 and HAN.match(before[-1]):
        return True
    apart = at + 1 < len(context.passages) and context.passages[at + 1].above > 0
    return apart and len(passage.text) <= len(before)


def is_plain_heading(at: int, context: Context) -> bool:
    """Whether a passage without a marker is a heading: by its level, else by form and place."""
    passage = context.passages[at]
    if passage.level is not None:
        text = passage.text
        return passage.level > 0 and not goes_on(text, context) and not _is_formula(text, context)
    return (
        _is_short(at, context)
        and (_heads_text(at, context) or _heads_notes(at, context))
        and not (introduces_list(context.text(at - 1)) and not _is_provision(passage, context))
        and not _opens_preamble(at, context)
    )


def _opens_preamble(at: int, context: Context) -> bool:
    """Whether a line is the name of the body that resolves, above a preamble: `General Assembly`.

    Above what ends in a comma, it opens the sentence even without its article and its own comma.
    """
    text = context.text(at)
    if len(text) > LONGEST_PLAIN or at + 1 >= len(context.passages):
        return False
    below = context.text(at + 1)
    names = context.grammar.enacting_names
    return below[-1:] in COMMAS and fold_words(text.rstrip(" ,،，:：")) in names


def _is_provision(passage: Passage, context: Context) -> bool:
    """Whether a line is the name and number of an article or a rule: `Article 3`, `第三条`.

    So it heads one even below `Proclaims this Declaration:`, where the first line of a list stands.
    """
    return context.grammar.provision.fullmatch(passage.text) is not None


def _heads_notes(at: int, context: Context) -> bool:
    """Whether a line is the heading of the notes, which have been taken from below it."""
    text = context.text(at)
    return len(text) <= LONGEST_NOTES_HEADING and fold_words(text) in context.grammar.notes


def _is_short(at: int, context: Context) -> bool:
    """Whether a passage has the form of a heading without a number."""
    found = context.short.get(at)
    if found is None:
        found = context.short[at] = _has_short_form(at, context)
    return found


def _has_short_form(at: int, context: Context) -> bool:
    title = context.text(at)
    if len(title) > LONGEST_CENTRED:
        return False
    limit = LONGEST_HAN if HAN.search(title) else LONGEST_PLAIN
    if len(title) > limit and not _is_centred(at, context):
        return False
    if not is_plain_title(at, context) or not OPENING.match(title) or title[0].islower():
        return False
    if SENTENCES.search(split_continued(title, context.grammar)[0]) or REFERENCE.search(title):
        return False
    return not _is_formula(title, context)


def _is_centred(at: int, context: Context) -> bool:
    """Whether a passage is centred, by its alignment or by its place between its neighbours."""
    passage = context.passages[at]
    if passage.centred is not None or passage.indent is None:
        return bool(passage.centred)
    around = [p.indent or 0 for p in context.passages[max(at - 1, 0) : at + 2] if p is not passage]
    return passage.indent >= CENTRED_INDENT + max(around, default=passage.indent)


def goes_on(text: str, context: Context) -> bool:
    """Whether a text ends in a comma or semicolon, as an item of a list does and no title.

    The conjunction before the last item may follow: `; and`.
    """
    head, _, last = text.rpartition(" ")
    end = head if last in context.grammar.lexicon.conjunctions else text
    return end[-1:] in COMMAS


def _is_formula(title: str, context: Context) -> bool:
    """Whether a line is a formula of resolutions, whatever its type.

    A date; `27th plenary meeting`; `The General Assembly`; the sponsors' line.
    """
    grammar = context.grammar
    _, colon, last = title.rpartition(":")
    if colon and fold_words(last[:LONGEST_PLAIN]) in grammar.drafts:
        return True
    if len(title) > LONGEST_PLAIN:
        return False
    return (
        fold_words(title.rstrip(" ,،，:：")) in grammar.enacting
        or _is_date(title)
        or _is_closing_line(title, context)
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
    return HAS_NUMERAL.search(title) is not None and parse_date(title) is not None


def _is_closing_line(title: str, context: Context) -> bool:
    """Whether a line closes a resolution: `27th plenary meeting`."""
    if len(title.split()) > LONGEST_CLOSING_LINE or len(title) > LONGEST_HEADING:
        return False
    return any(word in title for word in context.grammar.lexicon.adoption_lines) and bool(
        re.search(r"\d", title)
    )
