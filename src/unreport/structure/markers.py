"""Markers: what numbers or letters headings, paragraphs and items, read from a lexicon's series.

A line's markers are read once, by `mark_lines`, and carried with it.  Reading is blind to context:
`(i)` is given as the ninth letter and as roman one, `1.` as a paragraph, a heading and an item.
Which of them fits is decided where sequences are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from unreport.document import Line
from unreport.languages.lexicon import DECIMAL, Lexicon, NumberingSystem, Scheme, Shape
from unreport.model import SectionKind
from unreport.structure.separators import DASHES
from unreport.structure.units import FoundUnit, UnitNames, same_case
from unreport.text.characters import BULLETS
from unreport.text.folding import fold_words
from unreport.text.numerals import decimal_value

Role: TypeAlias = Literal["heading", "paragraph", "item"]

LETTER = r"[^\W\d_\u0640][\u0640\u064B-\u0652]{0,3}"  # with its vowel signs
TOKEN = rf"(?:\d|{LETTER})"
HAN_NUMERAL = "[一二三四五六七八九十百零]{1,5}"

# The shape of what may be a marker at the head of a line, and the token in it.
HEAD = re.compile(
    rf"""
      (?P<tabbed>\d{{1,4}})(?=\t+[^\W\d_])                            # 49⇥For the period
    | (?P<enclosed>[\u3220-\u3229\u2460-\u2473]|[(（]\s?{HAN_NUMERAL}\s?[)）])      # ㈠  ①  （一）
    | [(（]\s?(?P<bracketed>{TOKEN}{{1,5}}(?:\s{LETTER})?)\s?[)）]     # (a)  (هـ)  (أ أ)
    | (?P<copyright>©)                                              # (c), as Word mends it
    | [’‘'`´“”"]\s?(?P<quoted>\d{{1,3}})\s?[’‘'`´“”"]                # ’١‘
    | (?P<closed>{TOKEN}{{1,5}})\s?[)）]                               # a)  iv)
    | (?P<compound>(?:\d{{1,3}}[A-Z]?|[A-Z])(?:\.[IVXL]+)?\.\d{{1,3}})\.?(?=\s)  # 13.4  29A.12
    | (?P<numbered>\d+(?:/\d+)+(?:\s?{LETTER})?)\s*[.:、{DASHES}]\s             # 77/5.  55/8-
    | [{DASHES}]\s?(?P<first>\d{{1,4}})(?:\s?[{DASHES}])?(?=\s)                  # -١  - ١-
    | (?P<dashed>{TOKEN}+(?:\s(?:{LETTER})+){{0,2}})
      (?:\s*[ـ{DASHES}]+|(?<!\d)\s?[:：])(?=\s|$|[^\W\da-zA-Z])                   # ثالثا ــ  أولا:
    | (?P<dotted>{TOKEN}{{1,6}})
      (?:[.．](?:[ºª°](?!\s*[a-z])|[:：{DASHES}]{{1,2}}|(?![ºª°]))(?:(?<=．)|(?!\d|\w\.))|、[:：{DASHES}]?)
      (?=\s|$|\d*[^\W\da-z]|[\[［“「『《〈])                    # II.  一、  A.-  1.º  8．[
    """,
    re.VERBOSE,
)
# Up to three words and a sign with which these may end: a look at them costs a fifth of the
# pattern, and most lines that open with a letter or digit have no marker
MAY_BE_HEAD = re.compile(
    rf"[\u0600-\u06ff]|\d{{1,4}}\t|[^\W_\u0640]++(?:\s[^\W\d_\u0640]++){{0,2}}+"
    rf"(?:/|\s*+[)）.．、:：\u0640\u064B-\u0652{DASHES}])"
)
# The commonest, `12. The Committee`, `II. Work`, `一、导言`, `(a) To`, `a) De`: what `HEAD` finds
# there, too
COMMON_HEAD = re.compile(
    r"\((?P<bracketed>[a-z]{1,5}|\d{1,5}|[\u0621-\u063a\u0641-\u064a])\)"
    r"|(?P<dotted>(?:\d{1,6}|[A-Z]{1,6})(?=\.\s)|[一二三四五六七八九十]{1,6}(?=、[^\W\da-z]))[.、]"
    r"|(?P<closed>[a-z]{1,5})\)"
)
# The opening of running text, on which `HEAD` need not be tried: four words, or fewer before a sign
# that ends no marker
LETTERS = r"[^\W\d_\u0640\u2460-\u2473\u3220-\u3229]++"
RUNNING_TEXT = re.compile(
    rf"{LETTERS}(?:(?:\s{LETTERS}){{3}}"
    rf"|(?:\s{LETTERS}){{0,2}}+(?![\w\s\u064B-\u0652)）.．:：、\u0640{DASHES}]))"
)
SHAPES: dict[str, Shape] = {
    "bracketed": "bracketed",
    "copyright": "bracketed",
    "quoted": "quoted",
    "enclosed": "enclosed",
    "closed": "closed",
    "first": "dashed",
    "dashed": "dashed",
    "dotted": "dotted",
    "tabbed": "dotted",
}
# A marker inside a line: `: (a) …`, `; (b) …`, `: ’١‘ …`, `：㈠`; where lists are so set `: a) …`,
# and on the third level `: a. …`, `: أ - …`.
INLINE = re.compile(
    r"""
      (?<![\w)])[(（]\s?(?:[^\W_\u0640][\u0640\u064B-\u0652]{0,3}){1,5}(?:\s[^\W\d_]\u0640?)?\s?[)）]
    | (?<!\w)[’‘'`´]\s?\d{1,2}\s?[’‘'`´]
    | [\u3220-\u3229\u2460-\u2473]
    | (?<=\s)[^\W_]{1,4}\s?[)）](?=\s)
    | (?:(?<=[:：;；؛])|(?<=[:：;；؛]\s))
      (?:\d{1,2}[.)]|[a-z]\.|[ivx]{1,4}\.|[\u0621-\u064A]\u0640?\s?[-‐‑‒–—−])(?=\s|[\u3400-\u9fff])
    """,
    re.VERBOSE,
)
BULLET = re.compile(rf"[{BULLETS}]\s+(?=\S)")
BULLET_SIGNS = frozenset(BULLETS)
LONGEST_BARE = 20


class Marker(Struct, frozen=True, kw_only=True, gc=False):
    """One reading of a marker."""

    role: Role
    series: str
    shape: str
    number: int | None
    marker: str  # as printed
    end: int  # where the text after it begins
    kind: SectionKind | None = None
    prefix: str = ""  # what stands before the number in `13.4`
    rank: int = 0  # how deep the scheme stands in the lexicon
    inserted: bool = False  # after the paragraph of its number, before the next: `2 bis.`


class LineMarkers(Struct, frozen=True, gc=False):
    """Everything that may open a line; false where nothing does."""

    readings: tuple[Marker, ...] = ()
    """All readings of its number or letter, headings first."""
    unit: Marker | None = None
    """A heading that is a name with its number: `Annex II`."""
    bullet: Marker | None = None
    adjacent_unit: Marker | None = None
    """A unit with one space before its title: a heading only where its type shows one."""

    def __bool__(self) -> bool:
        return bool(self.readings or self.unit or self.bullet)

    def has(self, *roles: Role) -> bool:
        """Whether one of the readings of its number or letter has one of some roles."""
        return any(marker.role in roles for marker in self.readings)


UNMARKED = LineMarkers()


class MarkedLine(Line, frozen=True, kw_only=True, gc=False):
    """A line with its markers."""

    markers: LineMarkers = UNMARKED


SchemeOfShape: TypeAlias = tuple[Role, SectionKind | None, NumberingSystem, int]
"""What a marker of a shape may be: its role and kind, its numerals, the rank of its scheme."""


class Grammar:
    """A lexicon's schemes, laid out so that a marker is found by its shape."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Lay out the schemes of one language."""
        self.lexicon = lexicon
        self.by_shape: dict[tuple[str, bool], list[SchemeOfShape]] = {}
        for rank, heading in enumerate(lexicon.headings):
            self._add(heading, "heading", heading.kind, rank)
        for rank, scheme in enumerate(lexicon.paragraphs):
            self._add(scheme, "paragraph", None, rank)
        for rank, scheme in enumerate(lexicon.items):
            self._add(scheme, "item", None, rank)
        self.continued = _bracketed(lexicon.continued)
        self.units = UnitNames(lexicon, self.continued)
        self.enacting = frozenset(map(fold_words, lexicon.enacting))
        self.enacting_names = frozenset(_without_articles(lexicon))
        self.notes = frozenset(map(fold_words, lexicon.notes))
        self.drafts = frozenset(map(fold_words, lexicon.masthead.drafts))
        self.provision = _provision(lexicon)
        self.caption_initials = frozenset(name[0] for name in lexicon.captions)

    @cached_property
    def inserted(self) -> re.Pattern[str]:
        """The number of an inserted paragraph, `2 bis.`: compiled when a line may have one."""
        return _inserted(self.lexicon)

    def _add(self, scheme: Scheme, role: Role, kind: SectionKind | None, rank: int) -> None:
        for shape in scheme.shapes:
            counts = scheme.system is DECIMAL
            self.by_shape.setdefault((shape, counts), []).append((role, kind, scheme.system, rank))


def _without_articles(lexicon: Lexicon) -> Iterator[str]:
    """The names of the bodies that resolve, folded, with their articles and without."""
    articles = tuple(map(fold_words, lexicon.masthead.articles))
    for name in map(fold_words, lexicon.enacting):
        yield name
        yield next((name[len(a) :].strip() for a in articles if name.startswith(a)), name)


@cache
def grammar_of(lexicon: Lexicon) -> Grammar:
    """The grammar of a lexicon, which is made once."""
    return Grammar(lexicon)


def mark_lines(lines: Sequence[Line], grammar: Grammar) -> tuple[MarkedLine, ...]:
    """Lines with everything that may open them."""
    return tuple(
        [
            _marked(
                line,
                UNMARKED if line.calls and _is_call(line) else line_markers(line.text, grammar),
            )
            for line in lines
        ]
    )


def _marked(line: Line, markers: LineMarkers) -> MarkedLine:
    # CPython makes a dictionary for a call with more than 15 keywords, which takes 2 µs
    marked = MarkedLine(
        text=line.text,
        start=line.start,
        page=line.page,
        box=line.box,
        role=line.role,
        ends=line.ends,
        above=line.above,
        indent=line.indent,
        level=line.level,
        label=line.label,
        calls=line.calls,
        cells=line.cells,
        markers=markers,
    )
    if (
        line.style is None
        and line.size is None
        and line.bold is line.italic is line.centred is None
    ):
        return marked
    return replace(
        marked,
        style=line.style,
        size=line.size,
        bold=line.bold,
        italic=line.italic,
        centred=line.centred,
    )


def _is_call(line: Line) -> bool:
    """Whether a line is nothing but a footnote call, cut off from the row above it."""
    return line.calls[0] == (0, len(line.text))


def line_markers(text: str, grammar: Grammar) -> LineMarkers:
    """Everything that may open a line."""
    found = grammar.units.read(text)
    if found is None and text[:1].isalpha() and RUNNING_TEXT.match(text):
        return UNMARKED
    readings = read_markers(text, grammar)
    bullet = read_bullet(text) if text[:1] in BULLET_SIGNS else None
    unit = read_unit(found) if found else None
    if not (readings or unit or bullet):
        return UNMARKED
    if found and not found.apart:
        return LineMarkers(readings, None, bullet, unit)
    return LineMarkers(readings, unit, bullet)


def inline_markers(
    text: str, start: int, end: int, grammar: Grammar
) -> Iterator[tuple[int, int, tuple[Marker, ...]]]:
    """Where markers of items stand inside a part of a text, with all readings of each."""
    for match in INLINE.finditer(text, start, end):
        if items := _items_of(text[match.start() : match.end() + 1], grammar):
            yield match.start(), match.end(), items


@lru_cache(maxsize=4096)  # the same in most documents: `(a) `
def _items_of(marker: str, grammar: Grammar) -> tuple[Marker, ...]:
    """The readings as an item of a marker, and the character after it."""
    head = HEAD.match(marker)
    readings = _readings(head, grammar) if head else ()
    return tuple(marker for marker in readings if marker.role == "item")


def read_markers(text: str, grammar: Grammar) -> tuple[Marker, ...]:
    """All readings of the number or letter that opens a line, headings first; () if none does."""
    match = COMMON_HEAD.match(text)
    if match is None:
        if text[:1].isdecimal() and (inserted := grammar.inserted.match(text)):
            return (_insertion(inserted),)
        opened = text[:1].isalpha() or text[:1].isdecimal()
        if not opened or MAY_BE_HEAD.match(text):
            match = HEAD.match(text)
    return _readings(match, grammar) if match else ()


def _readings(match: re.Match[str], grammar: Grammar) -> tuple[Marker, ...]:
    text, name = match.string, match.lastgroup or ""
    end = _after(text, match.end())
    marker = text[: match.end()].strip()
    if name == "compound":
        return (_compound(match[name], marker, end),)
    if name == "numbered":
        return (_resolution(match[name], marker, end),)
    token = "c" if name == "copyright" else match[name]
    return _readings_of(token, SHAPES[name], marker, end, grammar)


@lru_cache(maxsize=4096)  # the same in most documents: `12.`, `(a)`
def _readings_of(
    token: str, shape: Shape, marker: str, end: int, grammar: Grammar
) -> tuple[Marker, ...]:
    return tuple(
        Marker(
            role=role,
            kind=kind,
            series=series.name,
            shape=shape,
            number=number,
            marker=marker,
            end=end,
            rank=rank,
        )
        for role, kind, series, rank in grammar.by_shape.get((shape, token.isdecimal()), ())
        if (number := series.number(token)) is not None and same_case(series, token)
    )


def read_bullet(text: str) -> Marker | None:
    """A bullet, which counts nothing."""
    match = BULLET.match(text)
    if match is None:
        return None
    return Marker(
        role="item",
        series="bullet",
        shape="bullet",
        number=None,
        marker=match[0].strip(),
        end=match.end(),
        rank=99,
    )


def read_bare(text: str, grammar: Grammar) -> Marker | None:
    """A chapter's number that stands alone on its line, as in resolutions: `I`, `أولا`, `一`."""
    if len(text) > LONGEST_BARE:
        return None
    for heading in grammar.lexicon.headings:
        number = heading.system.number(text) if heading.system is not DECIMAL else None
        if number is not None and same_case(heading.system, text):
            return Marker(
                role="heading",
                kind=heading.kind,
                series=heading.system.name,
                shape="bare",
                number=number,
                marker=text,
                end=len(text),
            )
    return None


def read_unit(found: FoundUnit) -> Marker:
    """A heading that is a name with its number: `Annex II`, `التوصية ٢٢`, `第一章`."""
    return Marker(
        role="heading",
        kind=found.unit.kind,
        series=found.unit.names[0],
        shape="unit",
        number=found.number,
        marker=found.marker,
        end=found.title,
    )


def split_continued(title: str, grammar: Grammar) -> tuple[str, str]:
    """A title without its "(continued)", and that; "" where it has none."""
    if title and title[-1] in ")）" and (match := grammar.continued.search(title)):
        return title[: match.start()].rstrip(), match[0].strip()
    return title, ""


def _compound(token: str, marker: str, end: int) -> Marker:
    prefix, _, number = token.rpartition(".")
    return Marker(
        role="paragraph",
        series="compound",
        shape="compound",
        number=int(number),
        marker=marker,
        end=end,
        prefix=prefix,
    )


def _resolution(token: str, marker: str, end: int) -> Marker:
    """`77/5.`: the number that a resolution or decision has within its session."""
    number = decimal_value(token.rpartition("/")[2])
    return Marker(
        role="heading",
        kind="resolution",
        series="resolution",
        shape="numbered",
        number=number,
        marker=marker,
        end=end,
    )


def _insertion(match: re.Match[str]) -> Marker:
    """`2 bis.`: a paragraph that was inserted between 2 and 3."""
    return Marker(
        role="paragraph",
        series=DECIMAL.name,
        shape="dotted",
        number=decimal_value(match[1]),
        marker=match[0].strip(),
        end=match.end(),
        inserted=True,
    )


def _inserted(lexicon: Lexicon) -> re.Pattern[str]:
    """The number of an inserted paragraph: `2 bis.`, `2-бис.`, `2 مكررا -`, `2之二.`.

    Arabic words may have vowel signs and be lengthened.
    """
    words = sorted(lexicon.insertions, key=len, reverse=True)
    names = "|".join(r"[\u0640\u064B-\u0652]*".join(map(re.escape, word)) for word in words)
    separator = rf"\s?[.．:：、\u0640{DASHES}]+"
    return re.compile(rf"(\d{{1,4}})[\s‐‑-]?(?:{names})[\u064B-\u0652]*{separator}\s*")


def _bracketed(words: tuple[str, ...]) -> re.Pattern[str]:
    inside = "|".join(map(re.escape, words))
    return re.compile(rf"(?<!\s)\s*+[(（]\s*+(?:{inside})\s*+[)）]\s*+$", re.IGNORECASE)


def _provision(lexicon: Lexicon) -> re.Pattern[str]:
    names = "|".join(map(re.escape, lexicon.provisions))
    return re.compile(rf"(?:{names})\s?\w{{1,12}}{lexicon.provision_suffix}\.?")


def _after(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at
