"""Numbers of headings in a printed form that no scheme of the language has, told by sequence.

`II  Work`, `(II) Work` and `§ II. Work` open a heading where the numerals of one printed form count
up by one above titles with text below each.  One that a wide space sets off from its title is a
heading even alone, as in a document with one chapter of a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from string import ascii_uppercase

from msgspec.structs import replace

from unreport.languages.lexicon import DECIMAL, HeadingScheme
from unreport.structure.clause_ends import ends_clause_or_comma
from unreport.structure.line_breaks import stands_apart
from unreport.structure.markers.grammar import Grammar
from unreport.structure.markers.marker import LineMarkers, MarkedLine, Marker
from unreport.structure.separators import DASHES
from unreport.text.arabic_numerals import ARABIC_LETTER_NAMES, ARABIC_ORDINALS
from unreport.text.lazy_patterns import lazy_pattern
from unreport.text.number_sequences import Candidate, counting_sequences
from unreport.text.numerals import LATIN_UPPER

ARABIC = r"[\u0621-\u063A\u0641-\u0652]{2,12}"
# II  Work   (II) Work   § II. Work   — II — Work   一　导言   أولا  التوصيات   حادي عشر  التوصيات
PRINTED = tuple(
    lazy_pattern(
        rf"(?P<before>[§¶|<(（\[［〔【{DASHES}]{{0,2}})\s?(?P<numeral>{numeral})"
        rf"(?P<after>(?:\s?[.．:：、/|•·°º>)）\]］〕】{DASHES}]{{1,3}})?)"
        r"(?P<gap>\s+|(?<=[^\w\s])(?=[^\W\d_]|[“«\"‘„《「]))"
    )
    for numeral in (
        rf"[A-ZА-Я]{{1,7}}|[一二三四五六七八九十]{{1,4}}|{ARABIC}",
        rf"{ARABIC}\s{ARABIC}",
    )
)


# How a row begins that may have a numeral: no word but the Arabic numbers'
MAY_BE_NUMERAL = lazy_pattern(
    r"[A-ZА-Я]{1,7}[^\w’']|[一二三四五六七八九十]{1,4}[^\w、]|[§¶|<(（\[［〔【\-‐‑–—]"
)
ARABIC_LETTERS = frozenset(map(chr, range(0x621, 0x64B)))
OPENINGS = ARABIC_LETTERS | frozenset(  # of what `MAY_BE_NUMERAL` finds
    (*"一二三四五六七八九十§¶|<(（[［〔【-‐‑–—", *ascii_uppercase, *map(chr, range(0x410, 0x430)))
)
WIDE = lazy_pattern(r"\t|[\u2003\u3000]|\s{2}")
COLONS = (":", "：")
QUESTION_MARKS = "?？؟"
LONGEST = 160  # characters of a title
FEWEST = 2  # members of a sequence that tells what it numbers


def mark_counted_headings(lines: Sequence[MarkedLine], grammar: Grammar) -> tuple[MarkedLine, ...]:
    """The lines, with readings as the number of a heading where the sequence shows one."""
    rows = [
        at
        for at, line in enumerate(lines)
        if line.text[0] in OPENINGS
        and not line.text[1:2].islower()
        and not (line.markers.readings and _is_known(line.markers.readings[0]))
        and len(line.text) <= LONGEST
        and _may_be_numeral(line.text)
    ]
    if not rows:
        return tuple(lines)
    names = {scheme.system.name: scheme for scheme in _schemes(grammar)}
    marked = list(lines)
    for sequence in counting_sequences(_candidates(rows, lines, grammar)):
        if _numbers_headings(sequence, lines):
            for found in sequence:
                scheme = names[found.form.rpartition(" ")[2]]
                marked[found.at] = _with_reading(marked[found.at], found, scheme)
    return tuple(marked)


def _may_be_numeral(text: str) -> bool:
    if text[0] in ARABIC_LETTERS:
        return text[:2] in _arabic_openings()
    return MAY_BE_NUMERAL.match(text) is not None


@cache
def _arabic_openings() -> frozenset[str]:
    """The first two letters of the Arabic numerals, whatever hamza an alef has."""
    words = ARABIC_ORDINALS.first_words | ARABIC_LETTER_NAMES.first_words
    letters = {"ا": "اأإآ"}
    return frozenset(first + word[1] for word in words for first in letters.get(word[0], word[0]))


def _schemes(grammar: Grammar) -> list[HeadingScheme]:
    return [scheme for scheme in grammar.lexicon.headings if scheme.system is not DECIMAL]


def _candidates(
    rows: Sequence[int], lines: Sequence[MarkedLine], grammar: Grammar
) -> Iterator[Candidate]:
    for at in rows:
        text = lines[at].text
        first = PRINTED[0].match(text)
        if first is None or not _may_open_numeral(first["numeral"], grammar):
            continue
        for match in (first, PRINTED[1].match(text)):
            if match and _may_open_title(lines[at], match.end()):
                yield from _readings(at, match, grammar, apart=stands_apart(lines, at))


@lru_cache(maxsize=4096)  # the first words of rows are often the same
def _may_open_numeral(word: str, grammar: Grammar) -> bool:
    """Whether a word is a numeral of headings, or the first word of one: `حادي عشر`."""
    return any(
        scheme.system.number(word) is not None
        or scheme.system.fold(word) in scheme.system.first_words
        for scheme in _schemes(grammar)
    )


def _may_open_title(line: MarkedLine, at: int) -> bool:
    """Whether a title may begin at a place in a row."""
    text = line.text
    if line.role != "body" or line.level or line.markers.unit or not text[at : at + 1]:
        return False
    stopped = ends_clause_or_comma(text) and text[-1] not in QUESTION_MARKS
    return not stopped and not text[at].islower()


def _is_known(mark: Marker) -> bool:
    """Whether the grammar tells what a mark is.

    `(I)` may be an item's letter or a chapter, `A:` the label of an answer or a section.
    """
    if mark.role == "item":
        return mark.series != LATIN_UPPER.name
    return mark.shape != "dashed" or mark.marker[-1:] not in COLONS


def _readings(
    at: int, match: re.Match[str], grammar: Grammar, *, apart: bool
) -> Iterator[Candidate]:
    token = match["numeral"]
    for scheme in _schemes(grammar):
        number = scheme.system.number(token)
        if number is not None:
            form = f"{match['before']}#{match['after']} {scheme.system.name}"
            marker = match.string[: match.end("after")].strip()
            yield Candidate(at, number, form, marker, match.end(), apart)


def _numbers_headings(sequence: Sequence[Candidate], lines: Sequence[MarkedLine]) -> bool:
    """Whether a sequence numbers titles with text below each; so does one set off by its space."""
    members = {found.at for found in sequence}
    if any(at + 1 in members or at + 1 == len(lines) for at in members):
        return False
    at = sequence[0].at
    apart = lines[at].above > 0 and lines[at + 1].above > 0
    return len(sequence) >= FEWEST or (apart and _is_set_off(sequence[0], lines[at].text))


def _is_set_off(found: Candidate, text: str) -> bool:
    """Whether a wide space stands between a numeral, not a letter, and its title."""
    gap = text[len(found.marker) : found.end]
    bare = found.form.startswith("# ") and not found.form.endswith("latin-upper")
    return bare and WIDE.search(gap) is not None


def _with_reading(line: MarkedLine, found: Candidate, scheme: HeadingScheme) -> MarkedLine:
    marker = Marker(
        role="heading",
        kind=scheme.kind,
        series=scheme.system.name,
        shape="counted",
        number=found.number,
        marker=found.marker,
        end=found.end,
    )
    counted = [mark for mark in line.markers.readings if mark.shape == "counted"]
    others = [mark for mark in line.markers.readings if mark.role == "item" and not counted]
    return replace(line, markers=LineMarkers((*counted, marker, *others)))
