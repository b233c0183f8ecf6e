"""What each line of a masthead is: ordered rules over the words that tell it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import regex
from msgspec import Struct

from unreport.document import Line
from unreport.languages.dates import DateRange, find_dates, parse_date
from unreport.languages.session_ordinals import session_number
from unreport.model import Meeting, Span
from unreport.structure.furniture.page_feet import is_foot
from unreport.structure.masthead.words import MastheadWords
from unreport.symbols.grammar import ORGANS
from unreport.symbols.symbol import NotASymbol, Symbol
from unreport.text.agenda_numbers import AGENDA_NUMBER
from unreport.text.folding import fold_words
from unreport.text.lazy_patterns import lazy_pattern

SENTENCE = 280  # a line longer than this is text
SHORT = 120
MOST_PLACE_WORDS = 8
MOST_YEAR_WORDS = 4  # Septuagésimo octavo año
MOST_WORDS_BEFORE_NOUN = 4  # Open-ended Intergovernmental Expert Working Group
SYMBOL = re.compile(
    r"(?!.{200})"  # a symbol is shorter: no parse of a longer text is tried
    r"[A-Z][A-Z0-9.]*(?:\s?/\s?[A-Za-z0-9][\w.()&–-]*)+(?:\s?\([^()]{1,20}\))*(?:/[\w ]+)?\*{0,3}"
)
# C ERD/C/URY/CO/21-23: spaces from the runs of a Word file
SPACED = re.compile(r"[A-Z][A-Z0-9. ]{1,12}/[A-Z0-9][\w.()&/ –-]{1,60}\*{0,3}")
# Naciones Unidas A/AC.105/C.1/L.268: the name and the symbol on one line
BESIDE = re.compile(
    r"(?<!\s)\s++(?=[A-Z][A-Z0-9.]*+/[\w.()&/–-]++(?:\s\([^()]{1,20}\)(?:/[\w.]++)*+)?\*{0,3}$)"
)
# Vienna, | ،فيينا | (Bonn) | before the dates; ，维也纳 after them
PLACE = re.compile(r"[^\d:;]{2,80}[,،，(（]\s*|\s*[,،，][^\d:;]{2,40}[)）]?|[(（]?\s*")
# Algeria, Austria, … and Uruguay: revised draft resolution
SPONSORS = re.compile(r"[:：][^\w:：]*+\w++(?:\W++\w++){0,3}+\W*+$")
LONGEST_SPONSORS_END = 120  # characters
PART = re.compile(r"[^\t|]+")  # between tabs and the borders of cells
WORD = re.compile(r"[^\W\d_]+")
VALUE = re.compile(r"\S+")
CALLS = lazy_pattern(r"[\d٠-٩()\[\]*,،\s]+")
EASTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


class Segment(Struct, frozen=True):
    """A line of the masthead, or the part of one between tabs or cells."""

    text: str
    folded: str
    span: Span
    above: int
    goes_on: bool = False  # in the next line, as the page shows
    calls: int = 0  # how many characters at its end are the calls of notes
    bold: bool | None = None

    @property
    def name(self) -> str:
        """The text without the calls of notes."""
        return self.text[: len(self.text) - self.calls].rstrip()


Role: TypeAlias = str
Rule: TypeAlias = Callable[[Segment, MastheadWords], bool]


READINGS = 64  # kept of each kind: a line is read for its role, and again for its value


def segments_of(lines: Sequence[Line], words: MastheadWords) -> tuple[Segment, ...]:
    """The segments of one line, or the one segment of a name that runs over several lines."""
    parts = [segment for line in lines for segment in _segments_of_line(line, words)]
    if len(lines) == 1 or not parts:
        return tuple(parts)
    whole = parts[0]
    for part in parts[1:]:
        whole = joined(whole, part)
    return (whole,)


def joined(above: Segment, rest: Segment) -> Segment:
    """Two segments of one name."""
    text = f"{above.text} {rest.text}"
    span = Span(above.span.start, rest.span.end, above.span.pages)
    folded = f"{above.folded} {rest.folded}"
    return Segment(text, folded, span, above.above, rest.goes_on, rest.calls, above.bold)


def _segments_of_line(line: Line, words: MastheadWords) -> Iterable[Segment]:
    """The parts of a line: cells, what tabs part, lines of the corner block that ran together."""
    pages = (line.page, line.page) if line.page else None
    for part in _parts_of(line.text, words):
        start = line.start + part.start
        span = Span(start, start + len(part.text), pages)
        yield Segment(
            text=part.text,
            folded=part.folded,
            span=span,
            above=line.above if part.opens else 0,
            goes_on=part.ends and line.ends is False,
            calls=_calls(line, span) if line.calls else 0,
            bold=line.bold,
        )


class _Part(NamedTuple):
    """A part of a line: where it begins, its text, that folded."""

    start: int
    text: str
    folded: str
    opens: bool  # the line, or one of its cells
    ends: bool  # the line


@lru_cache(READINGS)  # a line is looked at for its role, and as the one below another
def _parts_of(line: str, words: MastheadWords) -> tuple[_Part, ...]:
    """The parts of a line, by its text alone."""
    parts: list[_Part] = []
    for part in PART.finditer(line):
        start = 0
        text = part[0]
        for end in [*_line_starts(text, words), len(text)]:
            own = text[start:end]
            if stripped := own.strip():
                at = part.start() + start + len(own) - len(own.lstrip())
                ends = part.start() + end == len(line)
                parts.append(_Part(at, stripped, fold_words(stripped), not start, ends))
            start = end
    return tuple(parts)


def _calls(line: Line, span: Span) -> int:
    """How many characters at the end of a segment are calls: `session¹, ²`."""
    for start, _ in sorted(line.calls):
        tail = line.text[start : span.end - line.start]
        if span.start < line.start + start < span.end and CALLS.fullmatch(tail):
            return len(tail)
    return 0


def role_of(segment: Segment, words: MastheadWords) -> Role:
    """What a segment of the masthead is, by its text alone: the first rule that claims it."""
    return _role_of(segment.text, segment.folded, words)


@lru_cache(READINGS)  # `General Assembly`, `Original: English`: the same in many documents
def _role_of(text: str, folded: str, words: MastheadWords) -> Role:
    segment = Segment(text, folded, Span(0, len(text)), 0)
    for role, rule in ROLES:
        if rule(segment, words):
            return role
    return "other"


@lru_cache(READINGS)
def read_symbol(text: str) -> Symbol | None:
    """The symbol that a line is; None for any other text."""
    if len(text) > SHORT or not (SYMBOL.fullmatch(text.strip()) or SPACED.fullmatch(text.strip())):
        return None
    try:
        symbol = Symbol.parse(text)
    except NotASymbol:
        return None
    return symbol if symbol.organ in ORGANS or SYMBOL.fullmatch(text.strip()) else None


@lru_cache(READINGS)
def read_meeting(text: str) -> Meeting | None:
    """`Vienna, 11–13 September 2019`; `2008年10月8日至17日，维也纳`; the dates alone."""
    for found in find_dates(text):
        value = found.value
        if not isinstance(value, DateRange):
            return None
        around = text[: found.span.start] + text[found.span.end :].rstrip(" *)）")
        place = around.strip(" ,،，*()（）")
        if not PLACE.fullmatch(around) or len(place.split()) > MOST_PLACE_WORDS:
            return None
        if not place and value.start == value.end:
            return None
        return Meeting(text=text, place=place or None, start=value.start, end=value.end)
    return None


@lru_cache(READINGS)
def read_date(text: str) -> dt.date | None:
    """The date that a line is: of submission, in the corner block."""
    date = parse_date(text)
    return date if isinstance(date, dt.date) else None


@lru_cache(READINGS)
def read_session(text: str) -> int | None:
    """The number of the session that a line names."""
    return session_number(text)


def _line_starts(text: str, words: MastheadWords) -> tuple[int, ...]:
    """Where the corner block's lines ran together: `Distr.: General 27 March 2025 Original: …`."""
    starts: set[int] = set()
    if (beside := BESIDE.search(text)) and _is_un_name(fold_words(text[: beside.start()]), words):
        starts.add(beside.end())
    distributed = words.distribution.search(text)
    value = VALUE.match(text, distributed.end()) if distributed else None
    known = value is not None and fold_words(value[0]) in words.distributions
    if distributed and (known or not distributed.start() or distributed[0].rstrip()[-1] in ":：."):
        starts.add(distributed.start())
        if value is not None and known:
            starts.add(value.end())
    else:
        distributed = None  # `equitable geographical distribution in the membership`
    original = words.original.search(text) if ":" in text or "：" in text else None
    if original and (distributed or original.start()):
        starts.add(original.start())
    if distributed or original:
        starts.update(at for d in find_dates(text) for at in (d.span.start, d.span.end))
    return tuple(sorted(start for start in starts if 0 < start < len(text))) if starts else ()


def _is_symbol(segment: Segment, _: MastheadWords) -> bool:
    return "/" in segment.text and read_symbol(segment.text) is not None


def _is_distribution(segment: Segment, words: MastheadWords) -> bool:
    return (
        words.distribution.match(segment.text) is not None
        or segment.folded.rstrip(" *") in words.distributions
    )


def _is_original(segment: Segment, words: MastheadWords) -> bool:
    return words.original.match(segment.text) is not None


def _is_language(segment: Segment, words: MastheadWords) -> bool:
    named = False
    for token in WORD.finditer(segment.folded):
        if token[0] not in words.in_language_lines:
            return False
        named = named or token[0] in words.languages
    return named


def _is_date(segment: Segment, _: MastheadWords) -> bool:
    return read_date(segment.text) is not None


def _is_un(segment: Segment, words: MastheadWords) -> bool:
    return _is_un_name(segment.folded, words)


def _is_un_name(folded: str, words: MastheadWords) -> bool:
    """`United Nations`, `联 合 国`: a name without a space may be spaced out."""
    return folded in words.united_nations or folded.replace(" ", "") in words.united_nations


def _is_foot(segment: Segment, _: MastheadWords) -> bool:
    return is_foot(segment.text)


def _is_note(segment: Segment, _: MastheadWords) -> bool:
    return segment.text[0] in "*[［" or segment.text.startswith("__")


def _is_agenda(segment: Segment, words: MastheadWords) -> bool:
    return (
        len(segment.text) <= SHORT
        and any(word in segment.folded for word in words.agenda)
        and AGENDA_NUMBER.search(segment.text) is not None
        and any(word in segment.folded for word in words.agenda_item)
    )


def _is_rapporteur(segment: Segment, words: MastheadWords) -> bool:
    return ":" in segment.text.replace("：", ":") and segment.folded.startswith(words.rapporteur)


def _is_addendum(segment: Segment, words: MastheadWords) -> bool:
    return segment.folded.strip(" *") in words.addendum


def _is_change(segment: Segment, words: MastheadWords) -> bool:
    return len(segment.text) <= SHORT and segment.folded.startswith(words.changes)


def _is_meeting(segment: Segment, _: MastheadWords) -> bool:
    return len(segment.text) <= SHORT and read_meeting(segment.text) is not None


def _is_session(segment: Segment, words: MastheadWords) -> bool:
    return (
        len(segment.text) <= SHORT
        and _names_session(segment, words)
        and not segment.folded.startswith((*words.titles, *words.types))
        and not segment.folded.endswith((*words.title_endings, *words.type_endings))
    )


def _names_session(segment: Segment, words: MastheadWords) -> bool:
    named = any(word in segment.folded for word in words.session)
    return named and (read_session(segment.text) is not None or _has_year(segment.text))


def _is_council_year(segment: Segment, words: MastheadWords) -> bool:
    """`Seventy-eighth year`: documents of the Security Council count years, not sessions."""
    few = len(segment.folded.split()) <= MOST_YEAR_WORDS
    named = few and any(word in segment.folded for word in words.years)
    return named and read_session(segment.text) is not None and not _is_title(segment, words)


def _is_title(segment: Segment, words: MastheadWords) -> bool:
    name = segment.folded.rstrip(" *")
    if name[-1:] in (")", "）"):
        name = YEAR_AT_END.sub("", name)  # 第26号一般性意见(2023年)
    return name.startswith(words.titles) or name.endswith(words.title_endings)


def _is_type(segment: Segment, words: MastheadWords) -> bool:
    return segment.folded.startswith(words.types) or _ends_with(segment, words.type_endings)


def _ends_with(segment: Segment, endings: tuple[str, ...]) -> bool:
    return segment.folded.rstrip(" *").endswith(endings)


def _is_draft(segment: Segment, words: MastheadWords) -> bool:
    if SPONSORS.search(segment.text[-LONGEST_SPONSORS_END:]):
        return segment.folded.rstrip(" *").endswith(words.drafts)
    return len(segment.text) <= SENTENCE and any(word in segment.folded for word in words.drafts)


def _is_body(segment: Segment, words: MastheadWords) -> bool:
    """A name with its noun among the first words; a title may cite a body further on."""
    name = segment.folded
    return len(segment.text) <= 2 * SHORT and any(
        (at := name.find(noun)) >= 0
        and name.count(" ", 0, at) <= MOST_WORDS_BEFORE_NOUN
        and not SAME_WORD.match(name, at + len(noun))
        for noun in words.bodies
    )


YEAR_AT_END = lazy_pattern(r"[(（]\d{4}年?[)）]$")
SAME_WORD = regex.compile(r"[^\W\d_\u3400-\u9fff]")  # `организации` is no `орган`


def _has_year(text: str) -> bool:
    return re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text.translate(EASTERN)) is not None


ROLES: tuple[tuple[Role, Rule], ...] = (
    ("united-nations", _is_un),
    ("symbol", _is_symbol),
    ("distribution", _is_distribution),
    ("original", _is_original),
    ("language", _is_language),
    ("date", _is_date),
    ("foot", _is_foot),
    ("note", _is_note),
    ("agenda", _is_agenda),
    ("rapporteur", _is_rapporteur),
    ("addendum", _is_addendum),
    ("change", _is_change),
    ("meeting", _is_meeting),
    ("session", _is_session),
    ("year", _is_council_year),
    ("title", _is_title),
    ("draft", _is_draft),
    ("type", _is_type),
    ("body", _is_body),
)
WRAPPING = ("other", "body", "title", "type", "draft")  # names that may lie on several lines
CORNER = ("symbol", "distribution", "language", "original")
ALONE = ("agenda", "rapporteur", "meeting")  # a line of its own below a name
TITLED = ("title", "type", "draft")
