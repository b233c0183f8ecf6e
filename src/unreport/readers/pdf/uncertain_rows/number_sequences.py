"""Numbers that break a sequence: of paragraphs, of pages with their total, of notes that have two.

No spelling proves a digit, but the numbers of paragraphs and pages count up by one.  Where the
number between `14.` and `16.` is another one than 15, a digit of it is wrong, or the row stands in
another place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from unreport.readers.pdf.layout.page_layout import HEADS_AND_FEET
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.uncertain_rows.reasons import mark

PARAGRAPH_NUMBER = re.compile(r"(\d{1,3}) ?([.\-\N{EN DASH}])(?!\d)(?=\s|$|[^\W\d])")
NUMBER_WITHIN = re.compile(
    r"(?<=\S )(\d{1,3}) ?([.\-\N{EN DASH}])(?!\d)(?=\s?(?![a-zß-ÿа-яё])(?:[^\W\d_]|$))"
)
CITED = re.compile(
    r"(?<![^\W_])(?:paragraph|para|article|art|item|point|annexe?|chapter|chap|section|sect|rule|resolution"
    r"|decision|recommendation|table|figure|page|note|goal|no|nos|paragraphe|par|chapitre|recommandation"
    r"|tableau|résolution|décision|règle|párrafo|párr|artículo|tema|punto|anexo|capítulo|cap|sección|regla"
    r"|resolución|decisión|cuadro|página|núm|пункт|стат|стать|прилож|глав|раздел|правил|резолюц|решен"
    r"|таблиц|рекомендац|стр|ст|пп|п|الفقر|فقر|الماد|ماد|البند|بند|البنود|المرفق|الفصل|الفرع|القرار|قرار|المقرر"
    r"|مقرر|التوصي|الجدول|第)[^\W\d_]{0,4}\.? ?$"
    r"|\d(?:,|،|,? (?:and|to|or|et|à|ou|y|a|o|и|до|по|или|و|إلى|أو|至|和)) ?$",
    re.IGNORECASE,
)
"""Before the number of a part that is cited: `paragraph 15`, `paragraphs 12 to 15`."""
LONGEST_NOUN = 20  # characters
MOST_MISSING = 5  # from one number to the next one that begins a row
REPEATED_MARK = re.compile(r"(\(\d{1,3}\)) ?\1")  # of a note, which is a row of its own at first
NOTE_NUMBER = re.compile(r"(\d{1,3}) (?=\D)")  # of a note at its beginning
MARK_AT_END = re.compile(r"\((\d{1,3})\)$")  # of a note, which stands before its text
LEAST_AT_ENDS = 3  # notes that count up
DOUBLED_FIGURES = range(11, 100, 11)
SENTENCE_END = re.compile(r"[.。;؛!?؟][\"'»”’)\]）]?\Z")
DIGIT = re.compile(r"\d")
LAST_DIGIT = 9
PAGE_OF_TOTAL = re.compile(r"(\d{1,3}) ?(?:/|من|of|de|sur|из) ?(\d{1,3})")
WITHOUT_TOTAL = re.compile(r"\d{1,3} (?:[^\W\d_]{1,10} \d{1,3} )?(?:من|of|de|sur|из)")
"""A page number whose total stands before it: `4 الصفحة 2 من`."""


class PageNumber(NamedTuple):
    """A page number that is printed with the number of all pages: `3/12`."""

    row: TextLine
    number: int
    total: int


Numbered: TypeAlias = tuple[TextLine, int, str]  # a row, its number and the sign after it


def mark_broken_sequences(rows: Sequence[TextLine]) -> None:
    """Mark the rows whose number breaks the sequence of the numbers around it."""
    pages: list[PageNumber] = []
    paragraphs: list[Numbered] = []
    notes: dict[int, TextLine] = {}
    places: list[int] = []
    for at, (above, row) in enumerate(zip((None, *rows), rows, strict=False)):
        if row.region == "note" and REPEATED_MARK.match(row.text):
            row.certain = False
        if not row.text[:1].isdecimal():
            continue
        if _opens_note(row, above) and (found := NOTE_NUMBER.match(row.text)):
            notes[int(found[1])] = row
        if row.region in HEADS_AND_FEET and WITHOUT_TOTAL.fullmatch(row.text):
            row.certain = False
        if row.region in HEADS_AND_FEET and (found := PAGE_OF_TOTAL.fullmatch(row.text)):
            pages.append(PageNumber(row, int(found[1]), int(found[2])))
        elif found := PARAGRAPH_NUMBER.match(row.text):
            paragraphs.append((row, int(found[1]), found[2]))
            places.append(at)
    for row in (
        *_outliers(paragraphs),
        *_impossible_pages(pages),
        *_doubled_numbers(notes),
        *_marks_at_ends(rows),
    ):
        row.certain = False
    _mark_misread_digits(rows, paragraphs)
    _mark_numbers_within_rows(rows, paragraphs, places)


def _mark_numbers_within_rows(
    rows: Sequence[TextLine], paragraphs: Sequence[Numbered], places: Sequence[int]
) -> None:
    """Mark the rows that have the number of a paragraph within them that no row begins with."""
    for start, end, before, after in zip(
        places, places[1:], paragraphs, paragraphs[1:], strict=False
    ):
        if before[2] != after[2] or not 1 < after[1] - before[1] <= MOST_MISSING:
            continue
        for row in rows[start:end]:
            found = _number_within(row.text)
            is_missing = found is not None and before[1] < int(found[1]) < after[1]
            if found and is_missing and found[2] == before[2] and row.certain:
                mark(row, f"“{found[0].strip()}” numbers a paragraph, but does not begin its row")


def _number_within(text: str) -> re.Match[str] | None:
    """The first number within a row that may be that of a paragraph, and cites none."""
    for found in NUMBER_WITHIN.finditer(text):
        if not CITED.search(text, max(0, found.start() - LONGEST_NOUN), found.start()):
            return found
    return None


def _mark_misread_digits(rows: Sequence[TextLine], paragraphs: Sequence[Numbered]) -> None:
    """Mark all numbers of a font whose numbers of paragraphs count tens at another digit than 9.

    A font that has each digit in the place of another one counts `42, 53` for `19, 20`.
    """
    odd = {is_early: here[0].fonts for here, is_early in _odd_carries(paragraphs)}
    if len(odd) < len((True, False)):
        return
    fonts = frozenset.union(*odd.values())
    for row in rows:
        if row.certain and DIGIT.search(row.text) and not fonts.isdisjoint(row.fonts):
            mark(row, "the digits of its font do not count in order")


def _odd_carries(paragraphs: Sequence[Numbered]) -> Iterator[tuple[Numbered, bool]]:
    """The numbers of which the units count on, but not the tens, and whether these are too early.

    Some documents leave numbers out, and others print some twice; hardly any has both forms.
    """
    for before, here in pairwise(paragraphs):
        step, is_last = here[1] - before[1], before[1] % 10 == LAST_DIGIT
        if before[2] == here[2] and step == (-LAST_DIGIT if is_last else LAST_DIGIT + 2):
            yield here, not is_last


def _outliers(numbered: Sequence[Numbered]) -> Iterator[TextLine]:
    """The numbered rows between two whose numbers leave room for one, which theirs is not."""
    for before, here, after in zip(numbered, numbered[1:], numbered[2:], strict=False):
        is_alike = before[2] == here[2] == after[2]
        if is_alike and after[1] == before[1] + 2 and here[1] != before[1] + 1:
            yield here[0]


def _opens_note(row: TextLine, above: TextLine | None) -> bool:
    """Whether a row of the notes is the first of one: the row above is none, or ends a sentence."""
    if row.region != "note":
        return False
    return above is None or above.region != "note" or bool(SENTENCE_END.search(above.text))


def _doubled_numbers(notes: Mapping[int, TextLine]) -> Iterator[TextLine]:
    """The notes whose number was read twice: `11`, `22` without 10, 12, 21, 23, 1 and 2.

    The lowest number is right unless there is another one of the kind: notes may begin at 11.
    """
    doubled = [
        number
        for number in notes
        if number in DOUBLED_FIGURES
        and notes.keys().isdisjoint((number - 1, number + 1, number // 11))
    ]
    if len(doubled) > 1 or (doubled and doubled[0] != min(notes)):
        yield from map(notes.__getitem__, doubled)


def _marks_at_ends(rows: Sequence[TextLine]) -> Sequence[TextLine]:
    """The rows of notes that end with a mark, where these count up: it was read after its text."""
    found = [
        (row, int(at_end[1]))
        for row in rows
        if row.region == "note" and not row.has_marker and row.text.endswith(")")
        if (at_end := MARK_AT_END.search(row.text)) is not None and at_end.start()
    ]
    counts_up = all(before[1] < after[1] for before, after in pairwise(found))
    return [row for row, _ in found] if counts_up and len(found) >= LEAST_AT_ENDS else []


def _impossible_pages(pages: Iterable[PageNumber]) -> Iterator[TextLine]:
    """The page numbers with a total that cannot be, as that of `3/2`."""
    own = list(pages)
    totals = {page.total for page in own if not 0 < page.number <= page.total}
    yield from (page.row for page in own if page.total in totals)
