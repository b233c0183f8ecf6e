"""Citations of document symbols, resolutions and decisions, in the languages of all lexicons."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias, get_args

import regex
from msgspec import Struct

from unreport.languages.citation_patterns import (
    SUFFIX_CODES,
    noun_forms,
    number_patterns,
    shared_suffix,
)
from unreport.model import Span
from unreport.symbols.grammar import BRACKETED, ORGANS
from unreport.symbols.symbol import NotASymbol, Symbol
from unreport.text.arabic_numerals import ARABIC_LETTER_NAMES
from unreport.text.folding import CONFUSABLES, Folded, fold_cased
from unreport.text.numerals import LATIN_UPPER, ROMAN_UPPER

CitationKind: TypeAlias = Literal["symbol", "resolution", "decision"]
CITATION_KINDS: tuple[CitationKind, ...] = get_args(CitationKind)


class Citation(Struct, frozen=True):
    """A document cited in a text: by its symbol, or a resolution or decision by its number.

    >>> cited = next(find_symbols("as requested in resolution 64/68 B"))
    >>> cited.kind, cited.name, cited.symbol
    ('resolution', '64/68 B', None)
    """

    span: Span
    """Where it stands in the text."""
    text: str
    """As in the source."""
    kind: CitationKind
    """What is cited: a document by its symbol, a resolution, a decision."""
    name: str
    """The canonical form: `A/70/1/Corr.1`; `64/68 B`, `2205 (XXI)`, `1/CP.21`."""
    symbol: Symbol | None = None
    """The symbol, of a document that is cited by it."""


def find_symbols(
    text: str, *, kinds: Collection[CitationKind] = CITATION_KINDS
) -> Iterator[Citation]:
    """Find the documents cited in running text, in reading order, one citation each.

    Elliptical citations are completed: `A/70/1 and Corr.1` cites A/70/1 and A/70/1/Corr.1.
    `kinds` are the kinds of citations to find; symbols alone take half of the time.  Spans are
    offsets in `text`.

    >>> [cited.name for cited in find_symbols("see A/70/1 and Add.1–3, resolution 8/1")]
    ['A/70/1', 'A/70/1/Add.1', 'A/70/1/Add.2', 'A/70/1/Add.3', '8/1']
    >>> [cited.name for cited in find_symbols("القرار ٦٤/٦٨ باء، و ٢٢٠٥ (د-٢١)")]
    ['64/68 B', '2205 (XXI)']
    >>> [cited.name for cited in find_symbols("A/70/1, resolution 8/1", kinds=("symbol",))]
    ['A/70/1']
    """
    by_number = "resolution" in kinds or "decision" in kinds
    if not (HAS_SLASH_OR_BRACKET if by_number else HAS_SLASH).search(text):
        return iter(())
    folded = fold_cased(text)
    if not by_number:
        return iter(list(_symbols(folded, text)) if "symbol" in kinds else ())
    return (cited for cited in citations_in(folded, text) if cited.kind in kinds)


def citations_in(folded: Folded, text: str, nouns: Collection[int] | None = None) -> list[Citation]:
    """All citations in a folded text, case kept; `text` is its source.

    `nouns`: where words begin that may be `resolution` or `decision` in a language that sets them
    before the number, in order, for a caller who knows.
    """
    symbols = list(_symbols(folded, text))
    occupied = [cited.span for cited in symbols]
    numbered = list(_by_number(folded, text, occupied, nouns))
    if not symbols:
        return sorted(numbered, key=lambda cited: cited.span.start)
    found = [*symbols, *(cited for cited in numbered if not _overlaps(cited.span, occupied))]
    return sorted(found, key=lambda cited: cited.span.start)


HAS_SLASH = re.compile(r"[/／]")
HAS_SLASH_OR_BRACKET = re.compile(r"[/／(（]")

# --- symbols ------------------------------------------------------------------------------------

_ORGANS = "|".join(sorted(map(regex.escape, ORGANS), key=len, reverse=True))
_PART = r"""
    (?: (?:ES|SS|S) - (?: \d{1,3} | [IVX]++ ) (?!\w)
      | Part\ (?:[A-Z]|[IVX]++)(?!\w)
      | \d{4} \. [A-Z]{1,4} \. \d+
      | [A-Z] [A-Za-z]*+ (?: [-&] [A-Z&]{2,}+ )* (?: \. [A-Za-z]++ (?=[./]) )*
        (?: \. \s? (?: \d{1,5} [A-Z]? (?: - \d{1,4} )? | [IVX]+ ) )? (?: \( \d{1,3} \) )?
      | \d{1,6} [A-Z]? (?: - \d{1,5} (?!\d|-) )?
      | CODE\ TOT | IRON\ ORE
    )
"""
_BRACKET = (
    rf"(?: \s? \( (?: (?i:{'|'.join(BRACKETED)}) \.? \s? [\dIVX]+ [A-Z]? | (?:19|20)\d\d ) \) )?"
)
_SYMBOL = (
    rf"(?: (?:{_ORGANS} | [A-Z]{{2,8}}) (?:\.\d{{1,3}})? (?: / \s? {_PART} {_BRACKET} ){{1,24}} )"
)
# A/79/552-S/2024/767, FCCC/CP/2015/10/Add.1
SYMBOL = regex.compile(
    rf"""
    (?<![\p{{Latin}}\p{{Cyrillic}}\d/.])
    {_SYMBOL} (?: \s?-\s? {_SYMBOL} ){{0,8}} (?P<letter> \s[A-Z](?!\w) )?
    (?! [A-Za-z\d] | /\w )
    """,
    regex.VERBOSE,
)
LAST_SUFFIX = regex.compile(rf"(?<![A-Za-z])({SUFFIX_CODES})\.\s?(\d+)(?:\s?-\s?(\d+))?$")
LONGEST_SERIES = 60
OLD_NUMBER = 3  # digits of a symbol that is a single number: A/3425, S/1234


# the first slash of a symbol stands behind the letters of an organ: `A/`, `WAT.1/`
BEHIND_LETTER = re.compile(r"/(?<=[^\W\d_]/)")
BEHIND_NUMBER = re.compile(r"\.\d{1,3}/")


def _symbols(folded: Folded, text: str) -> Iterator[Citation]:
    if not (BEHIND_LETTER.search(folded.text) or BEHIND_NUMBER.search(folded.text)):
        return
    latin = folded.text.translate(CONFUSABLES)
    for match in SYMBOL.finditer(latin):
        if (written_out := _written_out(match)) is None:
            continue
        names, end = written_out
        place = _place(folded, text, match.start(), end)
        yield from (_citation(place, name) for name in names)
        yield from _shared_suffixes(folded, text, _parsed(names[-1]), end)


@lru_cache(maxsize=1024)
def _parsed(text: str) -> Symbol:
    """A symbol; a report cites the same ones again and again."""
    return Symbol.parse(text)


def _written_out(match: regex.Match[str]) -> tuple[list[str], int] | None:
    """The symbols of a match, one for each suffix of a range, and where they end."""
    source, end = match[0], match.end()
    if match["letter"] and "/RES/" not in source and "/DEC/" not in source:
        end = match.start("letter")
        source = source[: end - match.start()]
    stem, numbers = source, [""]
    ranged = LAST_SUFFIX.search(source)
    if ranged and ranged[1] in ("Add", "Corr", "Rev"):
        stem, numbers = source[: ranged.start(2)], _expand_range(ranged[2], ranged[3])
    try:
        symbols = [_parsed(stem + number) for number in numbers]
    except NotASymbol:
        return None
    return None if _too_short(symbols[0]) else ([str(symbol) for symbol in symbols], end)


def _too_short(symbol: Symbol) -> bool:
    """`A/4` is a paper size: only the oldest series have symbols of one letter and one number."""
    organ, _, rest = symbol.text.partition("/")
    return len(organ) <= 2 and rest.isdecimal() and len(rest) < OLD_NUMBER  # noqa: PLR2004


def _expand_range(first: str, last: str | None) -> list[str]:
    """The numbers of `Add.1-3`; only the first if the range is impossible."""
    start, end = int(first), int(last or first)
    return (
        [str(n) for n in range(start, end + 1)]
        if start <= end < start + LONGEST_SERIES
        else [first]
    )


def _shared_suffixes(folded: Folded, text: str, anchor: Symbol, end: int) -> Iterator[Citation]:
    """Suffixes to the symbol cited before them: `and Corr.1`, `, Add.2 and 3`."""
    latest = anchor
    while match := shared_suffix().match(folded.text, end):
        stem, number = _stem_and_number(anchor, latest, match)
        if not stem:
            return
        start, end = match.start("suffix" if match["suffix"] else "next"), match.end()
        place = _place(folded, text, start, end)
        for count in _expand_range(number, match["to"]):
            latest = _parsed(stem + count)
            yield _citation(place, str(latest))
        if not latest.modifications:  # `MISC.7` after `MISC.6` is another document
            anchor = latest


def _stem_and_number(anchor: Symbol, latest: Symbol, match: regex.Match[str]) -> tuple[str, str]:
    """The symbol that a suffix is added to, and its number; "" if it continues nothing."""
    if match["suffix"]:
        return _stem(anchor, latest, match["suffix"])
    last = LAST_SUFFIX.search(latest.text)
    if last is None or not int(last[2]) < int(match["next"]) < int(last[2]) + 20:
        return "", ""
    return latest.text[: last.start(2)], match["next"]


def _stem(anchor: Symbol, latest: Symbol, suffix: str) -> tuple[str, str]:
    """An Add. replaces the Add. before it; a Corr. is added to the addendum before it."""
    code = suffix.partition(".")[0]
    base = latest.text if code == "Corr" and anchor.modifications else anchor.text
    at = base.find(f"/{code}.")
    if at < 0 and code not in ("Add", "Corr", "Rev", "Amend"):
        return "", ""
    last = LAST_SUFFIX.search(suffix)
    opening = suffix[: last.start(2)] if last else suffix
    return f"{base[:at] if at >= 0 else base}/{opening}", last[2] if last else ""


# --- resolutions and decisions by number --------------------------------------------------------


def _by_number(
    folded: Folded, text: str, symbols: list[Span], nouns: Collection[int] | None
) -> Iterator[Citation]:
    patterns = number_patterns()
    likely = [match.start() for match in patterns.slash_like.finditer(folded.text)]
    likely += [match.start() for match in patterns.bracket_like.finditer(folded.text)]
    if not likely:
        return
    occupied: list[Span] = []
    for noun, numbers in _with_noun(folded.text, nouns):
        kind: CitationKind = "decision" if noun.casefold() in patterns.decisions else "resolution"
        for span, names in _each_number(folded.text, numbers):
            place = _place(folded, text, *span)
            occupied.append(place.span)
            yield from (_citation(place, name, kind) for name in names)
    known = [*symbols, *occupied]
    if all(_overlaps(Span(*folded.span(at, at + 1)), known) for at in likely):
        return
    for number in patterns.number_alone.finditer(folded.text):
        place = _place(folded, text, *number.span())
        if not _overlaps(place.span, occupied):
            kind = "decision" if "." in number["number"] else "resolution"
            yield from (_citation(place, name, kind) for name in _names(number))


class _Numbered(NamedTuple):
    """A noun, and where the list of its numbers stands."""

    noun: str
    numbers: tuple[int, int]


def _with_noun(text: str, nouns: Collection[int] | None) -> Iterator[_Numbered]:
    """The lists of numbers with their noun, looked for only where a noun is, if that is known."""
    patterns = number_patterns()
    if nouns is None or patterns.number_sign.search(text):
        for match in patterns.with_noun.finditer(text):
            yield _Numbered(match["noun"], match.span("numbers"))
        return
    reached = 0
    for at in nouns:
        if at < reached:
            continue
        if found := _plain_number(text, at):
            yield found
            reached = found.numbers[1]
        elif _may_be_numbered(text, at) and (listed := patterns.with_noun.match(text, at)):
            yield _Numbered(listed["noun"], listed.span("numbers"))
            reached = listed.end()


# `resolution 70/1 of`: no letter behind it; the standard library's pattern is much faster
PLAIN_NUMBER = re.compile(
    r"(?<!\w)(?P<noun>[^\W\d_]+)\s(?P<number>\d{1,4}/(?:\d{1,4}|[A-Z]{2,4}\.\d{1,3}))(?![\d/])"
    r"(?!\s?[A-ZА-Я]|\s[\u0600-\u06FF])"
)
FARTHEST_NUMBER = 130  # characters between two numbers of a list


def _plain_number(text: str, at: int) -> _Numbered | None:
    """A number directly behind its noun, of no list: no other number follows."""
    match = PLAIN_NUMBER.match(text, at)
    if match is None or match["noun"].lower() not in noun_forms(proclitics=False):
        return None
    near = text[match.end() : match.end() + FARTHEST_NUMBER]
    return None if "/" in near or "(" in near else _Numbered(match["noun"], match.span("number"))


FARTHEST_FROM_NOUN = 160  # characters from a noun to the slash or bracket of its number
MOST_SPACES = 12  # between a noun and the slash: six words, a note, the word `No.`


def _may_be_numbered(text: str, at: int) -> bool:
    """Whether the slash or bracket that each number has stands near a noun."""
    places = (text.find(sign, at, at + FARTHEST_FROM_NOUN) for sign in "/([")
    first = min((place for place in places if place >= 0), default=-1)
    return first >= 0 and text.count(" ", at, first) <= MOST_SPACES


def _each_number(
    text: str, numbers: tuple[int, int]
) -> Iterator[tuple[tuple[int, int], Iterable[str]]]:
    """Where each number of a list stands, with its canonical forms."""
    printed = text[slice(*numbers)]
    if ONE_NUMBER.fullmatch(printed):
        yield numbers, (printed,)
        return
    for number in number_patterns().number.finditer(text, *numbers):
        yield number.span(), _names(number)


ONE_NUMBER = re.compile(r"\d{1,4}/(?:\d{1,4}|[A-Z]{2,4}\.\d{1,3})")


def _names(number: regex.Match[str]) -> Iterator[str]:
    """The canonical forms, in Latin letters: `64/68 B`, `2205 (XXI)`; two for `55/5 B and C`."""
    in_bracket = number.start("session") > number.start("number")
    session = _session(number["session"], roman=in_bracket)
    others = number_patterns().letter.findall(number.groupdict().get("more") or "")
    for part in (number["part"] or "", *others):
        letter = f" {_letters(part)}" if part else ""
        count = number["number"] + letter
        yield f"{count} ({session})" if in_bracket else f"{session}/{count}"


def _session(source: str, *, roman: bool) -> str:
    """`د-21` is XXI in brackets, `دإ-20` is S-20."""
    for prefix, latin in number_patterns().sessions.items():
        if source.startswith(prefix):
            number = source.removeprefix(prefix).strip()
            return latin + ((ROMAN_UPPER.numeral(int(number)) if roman else None) or number)
    return source


def _letters(part: str) -> str:
    """`B`, `A-B`; `باء` is the second letter."""
    letter = part.strip()
    position = ARABIC_LETTER_NAMES.number(letter)
    latin = LATIN_UPPER.numeral(position) if position else None
    return latin or "".join(letter.split()).translate(CONFUSABLES)


# --- places -------------------------------------------------------------------------------------


class _Place(NamedTuple):
    """The place of a citation in the source, and its text there."""

    span: Span
    text: str


def _place(folded: Folded, text: str, start: int, end: int) -> _Place:
    first, last = folded.span(start, end)
    return _Place(Span(first, last), text[first:last])


def _citation(place: _Place, name: str, kind: CitationKind = "symbol") -> Citation:
    symbol = _parsed(name) if kind == "symbol" else None
    return Citation(place.span, place.text, kind, name, symbol)


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in others)
