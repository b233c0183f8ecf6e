"""Page numbers in any printed form, told by their count and by the text that breaks off at them.

`iii`, `/2/`, `2.` and `pg. 2` alone on their rows are page numbers where those of one printed form
count up by one, with text between them, and one stands in mid-sentence or half of them beside other
furniture.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from unreport.document import Line
from unreport.structure.contents import Kind
from unreport.structure.furniture.page_feet import PAGE_NAME
from unreport.structure.furniture.page_numbers import is_in_mid_sentence
from unreport.structure.furniture.running_heads import LANGUAGE_NAMES
from unreport.text.folding import fold_words
from unreport.text.lazy_patterns import lazy_pattern
from unreport.text.number_sequences import Candidate, counting_sequences
from unreport.text.numerals import ROMAN_LOWER, ROMAN_UPPER

# 2.  /2/  [2]  (iii)  = 2 =  pg. 2  S. 2  № 2
PRINTED = lazy_pattern(
    rf"(?P<before>(?:(?i:{PAGE_NAME}|[A-Z]{{1,2}})(?![^\W\d_])\.?\s?)?[^\w\s]{{0,4}}\s?_{{0,2}})"
    r"(?P<number>\d{1,4}|[ivxl]{1,7}|[IVXL]{1,7})"
    r"(?P<after>\s?[^\w\s]{0,4}_{0,2})"
)
UPPER_ROMAN = frozenset(ROMAN_UPPER.numerals)
HAS_NUMERAL = lazy_pattern(r"\d|(?<![^\W_])[ivxlIVXL]{1,7}(?![^\W_])")
ROMAN_SIGNS = frozenset("ivxlIVXL")
LONGEST = 14  # characters
MOST_PAGES = 999  # `2013.` ends a sentence
FEWEST = 2  # members of a sequence
NEAREST = 3  # rows from one page number to the next: a list is closer


def mark_counted_pages(
    lines: Sequence[Line], kinds: list[Kind | None], short: Sequence[int]
) -> None:
    """Mark the page numbers of each form whose numbers count through the document."""
    forms: dict[str, list[list[Candidate]]] = defaultdict(list)
    few = [
        at
        for at in short
        if len(text := lines[at].text) <= LONGEST
        and kinds[at] is None
        and (text[-1] in ROMAN_SIGNS or not text[-1].isalpha())
        and HAS_NUMERAL.search(text)
    ]
    candidates = (found for at in few if (found := _candidate(lines, at)))
    for sequence in counting_sequences(candidates):
        alone = len(sequence) < FEWEST and not _is_beside_head(kinds, sequence[0].at)
        if not alone and not _is_list(sequence):
            forms[sequence[0].form].append(sequence)
    for sequences in forms.values():
        places = [found.at for sequence in sequences for found in sequence]
        if _are_pages(lines, kinds, places, opens=sequences[0][0].number == 1):
            for at in places:
                kinds[at] = "foot"


def _are_pages(
    lines: Sequence[Line], kinds: Sequence[Kind | None], places: Sequence[int], *, opens: bool
) -> bool:
    """Whether numbers are those of pages; `I` and `II` may be those of parts of a resolution.

    `1.` and `(i)`, from the first on, may be those of paragraphs and items.
    """
    marked = opens and lines[places[0]].text[-1] in ".)．）、"
    if not marked and any(at + 1 < len(lines) and is_in_mid_sentence(lines, at) for at in places):
        return True
    beside = sum(_is_beside(lines, kinds, at) for at in places)
    if lines[places[0]].text in UPPER_ROMAN:
        return beside == len(places) > FEWEST
    return 2 * beside >= len(places)


def _candidate(lines: Sequence[Line], at: int) -> Candidate | None:
    line = lines[at]
    if line.box is not None or line.ends is not None or line.role != "body":
        return None  # its reader knows the page, or the paragraph
    match = PRINTED.fullmatch(line.text)
    if match is None or at == 0:
        return None
    printed = match["number"]
    number = int(printed) if printed.isdecimal() else ROMAN_LOWER.number(printed.lower())
    numerals = "1" if printed.isdecimal() else "i" if printed.islower() else "I"
    form = f"{match['before']}{numerals}{match['after']}".replace(" ", "")
    if not number or number > MOST_PAGES:
        return None
    return Candidate(at, number, form, line.text, len(line.text))


def _is_list(sequence: Sequence[Candidate]) -> bool:
    """Whether the numbers stand close together, as the first cells of the rows of a table do."""
    return any(following.at - found.at < NEAREST for found, following in pairwise(sequence))


def _is_beside(lines: Sequence[Line], kinds: Sequence[Kind | None], at: int) -> bool:
    """Whether a row stands beside other furniture, or where a page turns.

    The language of the document may stand between its symbol and the number.
    """
    above = at - 2 if at > 1 and fold_words(lines[at - 1].text) in LANGUAGE_NAMES else at - 1
    if at + 1 == len(lines):
        return True
    around = ((kinds[i] is not None, lines[i].page) for i in (above, at + 1))
    return any(set_aside or page != lines[at].page for set_aside, page in around)


def _is_beside_head(kinds: Sequence[Kind | None], at: int) -> bool:
    """Whether the running head of the next page stands below a row: one alone tells then, too."""
    return at + 1 < len(kinds) and kinds[at + 1] == "head"
