"""Page numbers that stand alone on their lines, told by their place and their count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from unreport.document import Line
from unreport.structure.clause_ends import ends_clause_or_comma
from unreport.structure.contents import Kind
from unreport.structure.furniture.page_feet import (
    LONGEST_HEAD,
    LONGEST_PAGE_NUMBER,
    OF,
    PAGE_NAME,
)
from unreport.text.lazy_patterns import lazy_pattern

PAGE_NUMBER = re.compile(
    rf"[-–—－(\[\s]*(?:{PAGE_NAME}\s*(?:[|:]\s*)?)?\d{{1,4}}[-–—－)\]\s]*|第\s?\d{{1,4}}\s?页"
    rf"|\d{{1,4}}\s{OF}\s\d{{1,4}}|[~·|•]\s?\d{{1,4}}\s?[~·|•]",
    re.IGNORECASE,
)
PAGE_ENDS = frozenset("-–—－)]页~·|•")  # or a digit
BETWEEN_SIGNS = lazy_pattern(r"[-–—－~·|•]\s?\d{1,4}\s?[-–—－~·|•]")  # - 2 -
FIRST_NUMBER = re.compile(r"\d+")
SHORTEST_CUT = 30  # characters of a row in mid-sentence
SHORTEST_CUT_CASELESS = 40


def mark_page_numbers(
    lines: Sequence[Line], kinds: list[Kind | None], short: Sequence[int]
) -> None:
    """Lone page numbers stand where pages turn or beside other furniture; `Page 2` counts up.

    So do bare numbers between blank lines, where one of them stands in mid-sentence.
    """
    ended = [i for i in short if lines[i].text[-1] in PAGE_ENDS or lines[i].text[-1].isdecimal()]
    found = [i for i in ended if kinds[i] is None and is_page_number(lines[i].text)]
    apart = {i for i in found if _is_apart(lines, i)}
    cut = {i for i in apart if is_in_mid_sentence(lines, i)}
    before: int | None = None
    for i in found:
        line = lines[i]
        number = _first_number(line.text)
        beside = any(
            0 <= j < len(lines) and (kinds[j] == "head" or lines[j].page != line.page)
            for j in (i - 1, i + 1)
        )
        beside = beside or (i + 1 == len(lines) and number == (line.page or _last_page(kinds)))
        counts = _is_worded(line.text) or (bool(cut) and i in apart)
        follows = number == (before or 1) + 1 or (before is None and i in cut)
        if beside or (counts and follows):
            kinds[i] = "foot"
            before = number


def _last_page(kinds: Sequence[Kind | None]) -> int:
    """The number of the last page of a text, by its running heads; 0 where it has none."""
    heads = sum(kind == "head" != above for above, kind in pairwise(kinds))
    return heads + 1 if heads else 0


def _first_number(text: str) -> int:
    match = FIRST_NUMBER.search(text)
    return int(match[0]) if match else 0


def _is_worded(text: str) -> bool:
    """Whether a page number has its name, or the signs on both sides that set it apart."""
    return not text.strip("-–—－()[] ").isdecimal() or BETWEEN_SIGNS.fullmatch(text) is not None


def _is_apart(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands between blank lines, in a text without pages."""
    line = lines[at]
    if line.box is not None or line.role != "body" or line.above < 1 or not at:
        return False
    return at + 1 < len(lines) and lines[at + 1].above > 0


def is_in_mid_sentence(lines: Sequence[Line], at: int) -> bool:
    """Whether a sentence breaks off above a line and goes on below it, with no capital letter.

    In a script without case only the length of the row above tells it from a heading.
    """
    above, first = lines[at - 1].text, lines[at + 1].text[0]
    if not first.isalpha() or first.isupper() or ends_clause_or_comma(above):
        return False
    if first.islower():
        return len(above) >= SHORTEST_CUT
    titled = lines[at - 1].above > 0 and len(above) <= LONGEST_HEAD
    return len(above) >= SHORTEST_CUT_CASELESS and not titled


def is_page_number(text: str) -> bool:
    """Whether a line is a page number in one of the usual forms: `Page 2`, `- 2 -`, `2`."""
    return len(text) <= LONGEST_PAGE_NUMBER and PAGE_NUMBER.fullmatch(text) is not None
