"""Line ends within a paragraph: hyphenation, and signs that stand on the wrong line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from unreport.readers.pdf.bidi.letters import OPENING_BRACKETS, SOFT_HYPHEN
from unreport.readers.pdf.layout.paragraphs.divided_numbers import PrefixSpacing, start_of_divided
from unreport.readers.pdf.layout.paragraphs.line_patterns import BROKEN_SYMBOL
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.known_words import is_known, is_surely_usual
from unreport.text.joined_rows import SUSPENDED

HYPHEN = re.compile(r"(?<!\w)(\w++)[-\N{HYPHEN}\N{SOFT HYPHEN}]$")
SHOWN_SOFT_HYPHENS = ("\N{SOFT HYPHEN}-", "\N{SOFT HYPHEN}\N{HYPHEN}")
NON_BREAKING_HYPHEN = "\N{NON-BREAKING HYPHEN}"
FIRST_WORD = re.compile(r"\w+")
WORDS = re.compile(r"\w+(?:-\w+)*")
RELATION = re.compile(r"^.?$|\s[<>]$")  # `p <` above `0.05`; or nothing but a bracket
PUNCTUATION = re.compile(r"[.,;:،؛。，；：]*\s*")
IN_GUILLEMETS = re.compile(r"(?:«(\s?)(?=\S)|(?<=\S)(\s?)»)")
TWO_PARTS = 2
LEAST_PART = 3  # letters of a part that is a word
IN_ADDRESS = re.compile(r"@|://|\bwww\.")  # in the last word of a line: a URL or an e-mail address
ADDRESS_GOES_ON = re.compile(r"[a-z0-9]++[./?#:@]\w|[a-z]{2,6}(?=[/?#:,;)]|\.?$|\.\s)")
LEAST_HYPHENS = 0.02  # of the lines that continue in the next
PREFIXES = frozenset(
    "non co re pre post self sub inter multi anti vice ex cross high low long short semi socio "
    "under over по кое из во".split()
)


def repair_line_ends(rows: list[TextLine], ends: list[bool | None]) -> None:
    """Repair the ends of all lines that continue in the next line of the same region or cell."""
    _replace_hyphens_that_break(rows, ends)
    continued = [row for row, end in zip(rows, ends, strict=True) if end is False]
    hyphens = sum(HYPHEN.search(row.text) is not None for row in continued)
    hyphenates = hyphens > LEAST_HYPHENS * len(continued)  # where few lines end so, they are hard
    hyphenated = [*_hyphenated_in_cells(rows)]
    words = _words(rows) if hyphens or hyphenated else Counter()  # to compare hyphens with
    for above, row in hyphenated:
        _mark_hyphenation(above, row, words, hyphenates=True, is_soft=False)
    distinct = _fonts_with_both_hyphens(continued) if hyphens else frozenset()
    space = _space_in_guillemets(rows)
    spacing = PrefixSpacing(rows)
    last: dict[str, int] = {}
    for at, row in enumerate(rows):
        above_at = last.pop(row.region, None)
        if above_at is not None:
            above = rows[above_at]
            is_soft = bool(distinct) and above.fonts <= distinct
            _mark_hyphenation(above, row, words, hyphenates=hyphenates, is_soft=is_soft)
            _move_misplaced_signs(above, row, space)
            if (start := start_of_divided(above.text, row.text, spacing)) is not None:
                _move_to_next(above, row, start)
            if not row.text:
                ends[above_at] = ends[at]
        if ends[at] is False and row.text:
            last[row.region] = at


def _hyphenated_in_cells(rows: list[TextLine]) -> Iterator[tuple[TextLine, TextLine]]:
    """The rows of table cells that end in a hyphen, each with the next row of its cell."""
    last: dict[tuple[int, int, tuple[int, int]], TextLine] = {}
    for row in rows:
        if row.region != "table":
            continue
        cell = row.page, row.table, row.cell
        above = last.get(cell)
        if above is not None and above.y < row.y and HYPHEN.search(above.text):
            yield above, row
        last[cell] = row


def _replace_hyphens_that_break(rows: list[TextLine], ends: list[bool | None]) -> None:
    """Replace the non-breaking hyphens of a document by hyphens, if rows end with them.

    No row breaks after one (UAX #14, class GL): XeTeX maps the one glyph that a font has for both
    to U+2011.
    """
    if any(
        end is False and row.text.endswith(NON_BREAKING_HYPHEN)
        for row, end in zip(rows, ends, strict=True)
    ):
        for row in rows:
            row.text = row.text.replace(NON_BREAKING_HYPHEN, "-")


def _words(rows: list[TextLine]) -> Counter[str]:
    """All words, and each two parts of hyphenated ones: `case-by-case`, `case-by`, `by-case`."""
    words = Counter(WORDS.findall("\n".join([row.text for row in rows]).lower()))
    for word, count in [(word, count) for word, count in words.items() if "-" in word]:
        parts = word.split("-")
        for pair in map("-".join, pairwise(parts)) if len(parts) > TWO_PARTS else ():
            words[pair] += count
    return words


def _fonts_with_both_hyphens(continued: Iterable[TextLine]) -> frozenset[int]:
    """The fonts in which some rows end with a hyphen and others with a soft hyphen.

    They tell the two apart.  Where all ends have soft hyphens, those of compounds are among them.
    """
    ends: dict[str, set[int]] = {"-": set(), SOFT_HYPHEN: set()}
    for row in continued:
        if len(row.fonts) == 1 and HYPHEN.search(row.text) and row.text[-1] in ends:
            ends[row.text[-1]].update(row.fonts)
    return frozenset.intersection(*map(frozenset, ends.values()))


def _mark_hyphenation(
    above: TextLine, row: TextLine, words: Counter[str], *, hyphenates: bool, is_soft: bool
) -> None:
    """Put a soft hyphen where a line ends within a word; a hard hyphen stays.

    An address is divided without a hyphen of its own (The Chicago Manual of Style, 7.46); after a
    full stop, where the next line has more of it.  Browsers write the soft hyphen of a source, and
    the hyphen that it shows at the end of a line after it.  Where soft hyphens are told apart
    from hyphens, they are what they say.
    """
    if is_soft and above.text.endswith(SOFT_HYPHEN):
        return
    if above.text.endswith(SHOWN_SOFT_HYPHENS):
        above.text = above.text[:-1]
        return
    last_word = above.text[above.text.rfind(" ") + 1 :]
    if IN_ADDRESS.search(last_word):
        if last_word.endswith(".") and ADDRESS_GOES_ON.match(row.text):
            above.text += SOFT_HYPHEN
        return
    found, after = HYPHEN.search(above.text), FIRST_WORD.match(row.text)
    if found and found[0].endswith("-") and SUSPENDED.match(row.text):
        return  # `medium- ⏎ and long-term`
    if found and after and _is_hyphenated(found, after[0], words, hyphenates=hyphenates):
        above.text = above.text[: found.end(1)] + SOFT_HYPHEN
    elif found and after and found[0].endswith(SOFT_HYPHEN):
        above.text = f"{above.text[: found.end(1)]}-"


def _is_hyphenated(
    found: re.Match[str], after: str, words: Counter[str], *, hyphenates: bool
) -> bool:
    """Whether the hyphen after a word is that of hyphenation.

    Of a prefix and a word, official documents have most as one word or most with a hyphen
    (`subregional`, `inter-agency`).  No compound is known as one word where both parts are words
    (`seventy-sixth`, `научно-исследовательский`), nor are two abbreviations (`UNODC-BINUH`).  An
    abbreviation is not divided, and nothing before a digit: `UNESCO-led`, `Model-v2`.
    """
    start = found[1]
    if found[0].endswith(SOFT_HYPHEN):
        return not _is_compound(start, after, words)
    in_capitals = start.isupper() and after.isupper()
    if not (start[-1].isalpha() and (after[0].islower() or in_capitals)):
        return False
    is_abbreviation = start.isupper() and len(start) > 1 and not in_capitals
    if is_abbreviation or not after.isalpha():
        return False
    joined, hyphenated = f"{start}{after}".lower(), f"{start}-{after}".lower()
    if words[joined] or words[hyphenated]:
        return words[joined] > words[hyphenated]
    if not hyphenates:
        return False
    first, second = start.lower(), after.lower()
    if is_known(joined):
        is_prefix = first in PREFIXES and is_known(second)
        return not is_prefix or is_surely_usual(joined)
    if in_capitals or first in PREFIXES or words[first] > 1:
        return False
    return not (min(len(first), len(second)) >= LEAST_PART and is_known(first) and is_known(second))


def _is_compound(start: str, after: str, words: Counter[str]) -> bool:
    """Whether the soft hyphen after a word is a hyphen of its own.

    Fonts draw both with one glyph, which ToUnicode may have as a soft hyphen: `seventy-⏎sixth`.
    """
    if after[0].isdigit():
        return True
    first, second, joined = start.lower(), after.lower(), f"{start}{after}".lower()
    if words[joined] or is_known(joined):
        return False
    are_words = min(len(first), len(second)) >= LEAST_PART and is_known(first) and is_known(second)
    return bool(words[f"{first}-{second}"]) or are_words


def _space_in_guillemets(rows: list[TextLine]) -> str:
    """The space within guillemets in most places, as in French; none if they mostly have none."""
    found = Counter(
        match[1] or match[2] or ""
        for row in rows
        if "«" in row.text or "»" in row.text
        for match in IN_GUILLEMETS.finditer(row.text)
    )
    return found.most_common(1)[0][0] if found else ""


def _move_misplaced_signs(above: TextLine, row: TextLine, space: str) -> None:
    """Move a footnote call to the word before it, and an opening bracket to the word after it.

    Some producers break lines before a call or after a bracket, where there is no space.
    """
    if row.leading_call:
        leading_call = row.text[: row.leading_call]
        follows = PUNCTUATION.match(row.text, row.leading_call)
        remainder = follows.end() if follows else row.leading_call
        above.calls = (*above.calls, (len(above.text), len(above.text) + len(leading_call)))
        above.text += row.text[:remainder].rstrip()
        _drop_start(row, remainder)
    broken = BROKEN_SYMBOL.search(above.text)
    if broken and row.text[:1].isdigit():
        _move_to_next(above, row, broken.start())
    if above.text[-1:] in OPENING_BRACKETS and not RELATION.search(above.text):
        if above.text.endswith("«"):
            _move_to_next(above, row, len(above.text) - 1, space)
        else:
            _move_to_next(above, row, len(above.text) - 1)


def _move_to_next(above: TextLine, row: TextLine, start: int, space: str = "") -> None:
    """Move the end of a line to the start of the next, with a space after it."""
    moved = above.text[start:] + space
    if any(end > start for _, end in above.calls):
        return
    row.text = moved + row.text
    row.calls = tuple((a + len(moved), b + len(moved)) for a, b in row.calls)
    remainder = above.text[:start]
    above.text = remainder.rstrip() if remainder[-1:] in {"", " "} else remainder + SOFT_HYPHEN


def _drop_start(row: TextLine, count: int) -> None:
    row.text = row.text[count:]
    row.calls = tuple((start - count, end - count) for start, end in row.calls if start >= count)
    row.leading_call = 0
