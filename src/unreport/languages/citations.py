"""Symbols, resolutions and decisions cited in running text, in every language of the lexicons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

import regex
from msgspec import Struct

from unreport.languages import LEXICONS
from unreport.languages.lexicon import CitationWords
from unreport.model import Span
from unreport.symbols.grammar import BRACKETED, ROOTS
from unreport.symbols.symbol import NotASymbol, Symbol
from unreport.text.folding import Folded, fold_cased
from unreport.text.numerals import ARABIC_LETTER_NAMES, LATIN_UPPER, LOOKALIKES, ROMAN_UPPER

CitationKind: TypeAlias = Literal["symbol", "resolution", "decision"]


class Citation(Struct, frozen=True):
    """A document named in a text: by its symbol, or a resolution or decision by its number."""

    span: Span
    text: str  # as printed
    kind: CitationKind
    name: str
    """The canonical form: `A/70/1/Corr.1`; `64/68 B`, `2205 (XXI)`, `1/CP.21`."""
    symbol: Symbol | None = None


def find_symbols(text: str) -> Iterator[Citation]:
    """Find the documents cited in running text, in reading order, one citation each.

    What a series shares is filled in: `A/70/1 and Corr.1` cites A/70/1 and A/70/1/Corr.1.

    >>> [cited.name for cited in find_symbols("see A/70/1 and Add.1–3, resolution 8/1")]
    ['A/70/1', 'A/70/1/Add.1', 'A/70/1/Add.2', 'A/70/1/Add.3', '8/1']
    >>> [cited.name for cited in find_symbols("القرار ٦٤/٦٨ باء، و ٢٢٠٥ (د-٢١)")]
    ['64/68 B', '2205 (XXI)']
    """
    if not HAS_SLASH_OR_BRACKET.search(text):
        return iter(())
    folded = fold_cased(text)
    symbols = list(_symbols(folded, text))
    taken = [cited.span for cited in symbols]
    numbered = (cited for cited in _numbered(folded, text) if not _inside(cited.span, taken))
    return iter(sorted([*symbols, *numbered], key=lambda cited: cited.span.start))


HAS_SLASH_OR_BRACKET = regex.compile(r"[/／(（]")

# --- symbols ------------------------------------------------------------------------------------

_ROOTS = "|".join(sorted(map(regex.escape, ROOTS), key=len, reverse=True))
_PART = r"""
    (?: (?:ES|SS|S) - (?: \d{1,3} | [IVX]+ ) (?!\w)
      | Part\ (?:[A-Z]|[IVX]+)(?!\w)
      | \d{4} \. [A-Z]{1,4} \. \d+
      | [A-Z] [A-Za-z]* (?: [-&] [A-Z&]{2,} )* (?: \. [A-Za-z]+ (?=[./]) )*
        (?: \. \s? (?: \d{1,5} [A-Z]? (?: - \d{1,4} )? | [IVX]+ ) )? (?: \( \d{1,3} \) )?
      | \d{1,6} [A-Z]? (?: - \d{1,5} (?!\d|-) )?
      | CODE\ TOT | IRON\ ORE
    )
"""
_BRACKET = (
    rf"(?: \s? \( (?: (?i:{'|'.join(BRACKETED)}) \.? \s? [\dIVX]+ [A-Z]? | (?:19|20)\d\d ) \) )?"
)
_SYMBOL = rf"(?: (?:{_ROOTS} | [A-Z]{{2,8}}) (?:\.\d{{1,3}})? (?: / \s? {_PART} {_BRACKET} )+ )"
# A/79/552-S/2024/767, FCCC/CP/2015/10/Add.1
SYMBOL = regex.compile(
    rf"""
    (?<![\p{{Latin}}\p{{Cyrillic}}\d/.])
    {_SYMBOL} (?: \s?-\s? {_SYMBOL} )* (?P<letter> \s[A-Z](?!\w) )?
    (?! [A-Za-z\d] | /\w )
    """,
    regex.VERBOSE,
)
_CODES = "Add|Corr|Rev|Amend|L|INF|MISC|CRP|WP|SR|PV"
_SUFFIX = rf"(?:{_CODES})\.\s?\d{{1,3}}"
# `and Corr.1`, `, Add.1/Corr.2`, `و Add.1-3`; `and 2` after another suffix
TAIL = r"""
    \s? (?:{conjunctions}|[,;،]) \s?
    (?: (?P<suffix> {suffix} (?:/{suffix})* ) (?: \s?(?:-|{through})\s?(?P<to>\d{{1,3}}) )?
      | (?P<next>\d{{1,3}}) (?: \s?-\s?(?P<to>\d{{1,3}}) )?
        (?! \s? (?!(?:{conjunctions})\s?\d) [\w%/°] | [.,]\d )
    )
    (?! [A-Za-z\d] | /\w )
"""
LAST_SUFFIX = regex.compile(rf"(?<![A-Za-z])({_CODES})\.\s?(\d+)(?:\s?-\s?(\d+))?$")
LONGEST_SERIES = 60
OLD_NUMBER = 3  # digits of a symbol that is a single number: A/3425, S/1234


def _symbols(folded: Folded, text: str) -> Iterator[Citation]:
    plain = folded.text.translate(LOOKALIKES)
    for match in SYMBOL.finditer(plain):
        if (first := _first(match)) is None:
            continue
        names, end = first
        cited = _cited(folded, text, match.start(), end)
        yield from (_of(cited, name) for name in names)
        yield from _tails(folded, text, Symbol.parse(names[-1]), end)


def _first(match: regex.Match[str]) -> tuple[list[str], int] | None:
    """The symbols of a match, a range of suffixes told apart, and where they end."""
    printed, end = match[0], match.end()
    if match["letter"] and "/RES/" not in printed and "/DEC/" not in printed:
        end = match.start("letter")
        printed = printed[: end - match.start()]
    stem, numbers = printed, [""]
    ranged = LAST_SUFFIX.search(printed)
    if ranged and ranged[1] in ("Add", "Corr", "Rev"):
        stem, numbers = printed[: ranged.start(2)], _counted(ranged[2], ranged[3])
    try:
        symbols = [Symbol.parse(stem + number) for number in numbers]
    except NotASymbol:
        return None
    return None if _too_short(symbols[0]) else ([str(symbol) for symbol in symbols], end)


def _too_short(symbol: Symbol) -> bool:
    """`A/4` is paper: a lone number after a lone letter is a symbol only in the oldest series."""
    organ, _, rest = symbol.text.partition("/")
    return len(organ) <= 2 and rest.isdecimal() and len(rest) < OLD_NUMBER  # noqa: PLR2004


def _counted(first: str, last: str | None) -> list[str]:
    """The numbers of `Add.1-3`; only the first where the range makes no sense."""
    start, end = int(first), int(last or first)
    return (
        [str(n) for n in range(start, end + 1)]
        if start <= end < start + LONGEST_SERIES
        else [first]
    )


def _tails(folded: Folded, text: str, anchor: Symbol, end: int) -> Iterator[Citation]:
    """Suffixes that share the symbol before them: `and Corr.1`, `, Add.2 and 3`."""
    latest = anchor
    while match := _words().tail.match(folded.text, end):
        stem, number = _shared(anchor, latest, match)
        if not stem:
            return
        start, end = match.start("suffix" if match["suffix"] else "next"), match.end()
        cited = _cited(folded, text, start, end)
        for count in _counted(number, match["to"]):
            latest = Symbol.parse(stem + count)
            yield _of(cited, str(latest))
        if not latest.modifications:  # `MISC.7` after `MISC.6` is a document of its own
            anchor = latest


def _shared(anchor: Symbol, latest: Symbol, match: regex.Match[str]) -> tuple[str, str]:
    """What a tail is added to, and its number; nothing if it is no tail."""
    if match["suffix"]:
        return _stem(anchor, latest, match["suffix"])
    last = LAST_SUFFIX.search(latest.text)
    if last is None or not int(last[2]) < int(match["next"]) < int(last[2]) + 20:
        return "", ""
    return latest.text[: last.start(2)], match["next"]


def _stem(anchor: Symbol, latest: Symbol, suffix: str) -> tuple[str, str]:
    """A second Add. takes the place of the first; a Corr. corrects the addendum before it."""
    code = suffix.partition(".")[0]
    base = latest.text if code == "Corr" and anchor.modifications else anchor.text
    at = base.find(f"/{code}.")
    if at < 0 and code not in ("Add", "Corr", "Rev", "Amend"):
        return "", ""
    last = LAST_SUFFIX.search(suffix)
    opening = suffix[: last.start(2)] if last else suffix
    return f"{base[:at] if at >= 0 else base}/{opening}", last[2] if last else ""


# --- resolutions and decisions by number --------------------------------------------------------

# 70/1, S-20/2, ES-11/1, دإ-20/2; 1/CP.21; XIII/5; 2282 (2016), 217 A (III), 2205 (د-21)
NUMBER = r"""
    (?: (?P<session> (?:ES|S)-\d{{1,3}} | (?:{sessions})\s?\d{{1,3}} | \d{{1,4}} | [IVXL]+ )
        / (?P<number> \d{{1,4}} | [A-Z]{{2,4}}\.\d{{1,3}} ) (?!\d|/\w)
        (?: (?P<part> \s?{letter}(?:\s?-\s?{letter})? | \s(?:{letters})(?!\w) )
            (?P<more> (?: \s?(?:{conjunctions})\s? (?:{letter} | (?:{letters})(?!\w)) )* ) )?
      | (?P<number> \d{{1,4}} )
        (?P<part> \s?{letter}(?:-{letter})? | \s(?:{letters}) )?
        \s? \( \s?
        (?P<session> (?:19|20)\d\d | (?:ES-|S-)?[IVXL]+ | (?:{sessions})\s?\d{{1,3}} )
        \s? \)
    )
"""
# What may stand between the numbers of a list: `57/4 B of 20 December 2002, 58/1 B of …`,
# `59/39, para. 9, and 65/21, para. 18`
BETWEEN_NUMBERS = r"(?: (?!\s\s) [^/()] | \p{Arabic}/\s?\p{Arabic} | \(\p{L}[^()/]*\) ){0,90}?"
# the letter of a resolution, with Cyrillic ones that look like it
LETTER = r"[A-ZАВЕКМНОРСТХ](?![\p{Latin}\p{Cyrillic}\d])"
SYMBOL_HEAD = r"(?:[ASE]/(?:HRC/)?(?:RES|DEC)/)?"  # `resolutions A/RES/55/5 B and C, 57/4 B`
FOOTNOTE_CALL = r"(?: \s? [\[(] \^? \d{1,3} [\])] )?"  # `قرار الجمعية العامة(2) 75/240`
NEVER = "(?!)"
# These need no word beside them.
PLAIN_NUMBER = r"""
    (?<![\d/.-])
    (?: (?P<number>\d{{3,4}}) (?P<part> \s?{letter}(?:-{letter})? | \s(?:{letters}) )?
        \s? \( (?P<session> [IVXL]{{2,}} | (?:{sessions})\s?\d{{1,3}} ) \)
      | (?P<session>\d{{1,4}}) / (?P<number>\d{{1,4}}) (?P<part> \s(?:{letters})(?!\w) )
      | (?P<session>\d{{1,3}}) / (?P<number>(?:CP|CMA|CMP)\.\d{{1,3}}) (?!\w)
      | (?P<session>(?:{sessions})\s?\d{{1,3}}) / (?P<number>\d{{1,3}}) (?!\w)
      | (?<=(?:{opening})\s?) (?P<session>\d{{2,4}}) / (?P<number>\d{{1,4}})
        (?: (?P<part> \s?{letter} ) (?P<more> (?: \s?(?:{conjunctions})\s? {letter} )* ) )?
        (?= \s? (?:{closing}) )
    )
"""


class _Words(NamedTuple):
    """Patterns made of the words of all languages."""

    tail: regex.Pattern[str]
    cited: regex.Pattern[str]  # a word with the numbers that follow or precede it
    number: regex.Pattern[str]
    plain: regex.Pattern[str]
    letter: regex.Pattern[str]
    decisions: frozenset[str]
    sessions: dict[str, str]


def _numbered(folded: Folded, text: str) -> Iterator[Citation]:
    words = _words()
    taken: list[Span] = []
    for match in words.cited.finditer(folded.text):
        kind: CitationKind = (
            "decision" if match["word"].casefold() in words.decisions else "resolution"
        )
        for number in words.number.finditer(folded.text, *match.span("numbers")):
            cited = _cited(folded, text, *number.span())
            taken.append(cited.span)
            yield from (_of(cited, name, kind) for name in _names(number))
    for number in words.plain.finditer(folded.text):
        cited = _cited(folded, text, *number.span())
        if not _inside(cited.span, taken):
            kind = "decision" if "." in number["number"] else "resolution"
            yield from (_of(cited, name, kind) for name in _names(number))


def _names(number: regex.Match[str]) -> Iterator[str]:
    """The canonical forms, in Latin letters: `64/68 B`, `2205 (XXI)`; two for `55/5 B and C`."""
    in_bracket = number.start("session") > number.start("number")
    session = _session(number["session"], roman=in_bracket)
    others = _words().letter.findall(number.groupdict().get("more") or "")
    for part in (number["part"] or "", *others):
        letter = f" {_letters(part)}" if part else ""
        count = number["number"] + letter
        yield f"{count} ({session})" if in_bracket else f"{session}/{count}"


def _session(printed: str, *, roman: bool) -> str:
    """`د-21` is XXI in brackets, `دإ-20` is S-20."""
    for prefix, latin in _words().sessions.items():
        if printed.startswith(prefix):
            number = printed.removeprefix(prefix).strip()
            return latin + ((ROMAN_UPPER.mark(int(number)) if roman else None) or number)
    return printed


def _letters(part: str) -> str:
    """`B`, `A-B`; `باء` is the second letter."""
    bare = part.strip()
    position = ARABIC_LETTER_NAMES.number(bare)
    latin = LATIN_UPPER.mark(position) if position else None
    return latin or "".join(bare.split()).translate(LOOKALIKES)


@cache
def _words() -> _Words:
    words = [lexicon.citations for lexicon in LEXICONS.values()]
    sessions = sorted((pair for one in words for pair in one.session), key=lambda p: -len(p[0]))
    conjunctions = _any(word for one in words for word in one.conjunctions)
    pieces = {
        "conjunctions": conjunctions,
        "sessions": _any(prefix for prefix, _ in sessions),
        "letters": _any(ARABIC_LETTER_NAMES.marks[: len(LATIN_UPPER.marks) // 4]),
        "opening": _any(one.opening for one in words if one.opening),
        "closing": _any(word for one in words for word in one.closing),
        "through": _any(word for one in words for word in one.through),
        "suffix": _SUFFIX,
        "letter": LETTER,
    }
    return _Words(
        tail=_compiled(TAIL.format(**pieces)),
        cited=_compiled(_cited_pattern(words, NUMBER.format(**pieces), conjunctions)),
        number=_compiled(NUMBER.format(**pieces)),
        plain=_compiled(PLAIN_NUMBER.format(**pieces)),
        letter=_compiled("{letter}|(?:{letters})".format(**pieces)),
        decisions=frozenset(_folded(word).casefold() for one in words for word in one.decision),
        sessions={_folded(prefix): latin for prefix, latin in sessions},
    )


def _cited_pattern(words: list[CitationWords], number: str, conjunctions: str) -> str:
    every = _any(word for one in words for word in (*one.resolution, *one.decision))
    after = "|".join(_after(one, every) for one in words if not one.opening)
    before = "|".join(_opened(one, number) for one in words if one.opening)
    joint = rf"\s? (?:{conjunctions}|,) \s?"
    later = rf"{BETWEEN_NUMBERS} (?:[,،;] | (?<!\w)(?:{conjunctions})) \s?"
    listed = rf"{SYMBOL_HEAD} (?:{number}) (?: (?:{joint} | {later}) (?:{number}) )*"
    return rf"(?:{after}) \s? (?P<numbers>{listed}) | {before}"


def _after(words: CitationWords, every: str) -> str:
    """`resolution 8/1`, `القرار ٨/١`, `قرار الجمعية العامة 75/240`, `решение № 3/2`."""
    named = _any((*words.resolution, *words.decision))
    prefixed = rf"(?:{_any(words.prefixes)})? (?P<word>(?i:{named})) (?!\w)"
    number = _any(words.number)
    between = rf"(?: [,،]? \s (?!(?i:{every})(?!\w)) [\p{{L}}'’]+ ){{0,{words.distance}}}?"
    return (
        rf"(?<!\w) {prefixed}"
        rf"{between} {FOOTNOTE_CALL} (?: \s? (?i:{number}) )?"
    )


def _opened(words: CitationWords, number: str) -> str:
    """`第8/1号决议`, `第1325(2000)、1820(2008)号决议`, `第70/1号和第71/2号决议`."""
    closing, joint = _any(words.closing), _any(words.conjunctions)
    one = rf"\s?(?:{number})\s?"
    more = rf"(?: (?:{closing})? \s?(?:{joint})\s? (?:{words.opening})? {one} )*"
    named = _any((*words.resolution, *words.decision))
    return rf"{words.opening} (?P<numbers>{one} {more}) (?:{closing}) \s? (?P<word>{named})"


def _folded(word: str) -> str:
    return fold_cased(word).text


def _any(words: Iterable[str]) -> str:
    r"""Make an alternation of words, longest first, with any white space between them."""
    folded = sorted({_folded(word) for word in words}, key=lambda word: (-len(word), word))
    return "|".join(regex.escape(word).replace(r"\ ", r"\s") for word in folded) or NEVER


def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.VERBOSE)


# --- where --------------------------------------------------------------------------------------


class _Place(NamedTuple):
    """A citation's printed place."""

    span: Span
    text: str


def _cited(folded: Folded, text: str, start: int, end: int) -> _Place:
    first, last = folded.span(start, end)
    return _Place(Span(first, last), text[first:last])


def _of(place: _Place, name: str, kind: CitationKind = "symbol") -> Citation:
    symbol = Symbol.parse(name) if kind == "symbol" else None
    return Citation(place.span, place.text, kind, name, symbol)


def _inside(span: Span, others: list[Span]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in others)
