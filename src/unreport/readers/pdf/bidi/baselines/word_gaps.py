"""The gaps between the letters of rows that separate words, for many rows at once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, chain, pairwise
from statistics import median
from typing import NamedTuple

import numpy as np

from unreport.readers.pdf.bidi.baselines.column_row import ColumnRow, RowColumns
from unreport.readers.pdf.bidi.baselines.letter_spacing import (
    has_letter_spacing,
    is_letter_spaced,
    least_gap_of_spaced,
)
from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.baselines.segments import Flags, Letters
from unreport.readers.pdf.bidi.baselines.word_segmentation import TextAt, is_word_boundary
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.letters import UNMAPPED, BidiClass, bidi_class_of, has_han, is_han
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.file.page_glyphs import Indices, Numbers

WORD_GAP = 0.15  # em; a wider gap separates two words
MAX_SPACE_OVERLAP = 0.22  # em; a space at the end of a row may overlap its last letter
RAISED_WORD_GAP = 0.18  # em; a superscript may be a little apart from its word
MIN_DRAWN_SPACE = -0.08  # em; narrower, a drawn space separates nothing (fonts kern across spaces)
TEH_MARBUTA = "ة"  # occurs at the end of words only
KERNED_SPACE = 0.03  # em; what some fonts leave of a space before a letter kerned into it
MIN_DRAWN_SPACES = 3  # in a row
MIN_EVEN = 3  # gaps of one width in a row
MAX_EVEN_SHARE = 0.4  # gaps to letters; more are letter spacing
EVEN = 0.04  # tolerance, as a share of the gap
NARROWEST_SPACE = 0.06  # em; less is letter spacing
MOST_EVEN = 0.5  # of the gaps of a row
EVEN_SHARE = 0.75  # of the gaps of a row, and of the rows of a page
SPACE_SHARE = 0.75  # of the median drawn space that a gap without one must have
DIRECTION_GAP = 0.1  # em; between letters of two directions, which no kerning brings apart
ARABIC_SHARE = 1.25  # the same between two Arabic letters, which are joined or kept close
MAX_LETTER_GAP = 0.6  # em; a wider gap is no fault of the letters of one word
MARKER_ENDS = frozenset(".)")
THIN_SPACE = 0.08  # em; half the space of a narrow font, before signs that French sets apart
HIGH_SIGNS = frozenset(";!?:»")
LEFT, RIGHT, ARABIC_DIGIT, UNKNOWN = 1, 2, 3, 4  # unknown: of a glyph without text, as a kashida
DIRECTIONS = {"L": LEFT, "EN": LEFT, "R": RIGHT, "AN": ARABIC_DIGIT}


class _Letters(NamedTuple):
    """The letters of rows, one row after the other, as columns."""

    x0: Numbers
    x1: Numbers
    size: Numbers
    centres: list[float]  # twice their x; in each row none is less than the one before it
    raised: Flags
    beside_han: Flags  # an ideograph, or after one: words have no space beside them
    high_signs: Callable[[], Flags]  # before which French has a thin space
    ends_word: Flags  # a letter that ends a word, after an Arabic one
    direction: Indices  # of a letter or digit; 0: a neutral character
    text_at: TextAt


def word_starts(rows: Sequence[Row], page: BaseDirection) -> list[list[int]]:
    """For each row of clusters of a page those before which a space separates words."""
    return _word_starts(rows, _letters_of_clusters(rows), page) if rows else []


def find_words(rows: Sequence[Row], letters: Letters, texts: list[str]) -> list[list[int]]:
    """As `word_starts`, for rows without superscripts whose letters are known as columns.

    The numbers in `letters.texts` are indices of `texts`.
    """
    none = np.zeros(len(letters.x0), dtype=bool)
    beside_han = none
    if has_han("".join(texts)):
        beside_han = _beside_han([texts[at] for at in letters.texts.tolist()])
    is_final = np.array([text[:1] == TEH_MARBUTA for text in texts], dtype=bool)
    classes = [bidi_class_of(text) for text in texts]
    is_letter = np.array([*map(_is_arabic_letter, texts, classes)], dtype=bool)
    ends_word = is_final[letters.texts]
    ends_word[1:] &= is_letter[letters.texts[:-1]]
    ends_word[:1] = False
    centres = (letters.x0 + letters.x1).tolist()
    directions = [*map(_direction, texts, classes)]
    columns = _Letters(
        letters.x0,
        letters.x1,
        letters.size,
        centres,
        none,
        beside_han,
        lambda: _high_signs(texts)[letters.texts],
        ends_word,
        np.array(directions, dtype=np.int64)[letters.texts],
        lambda at: texts[letters.texts[at]],
    )
    return _word_starts(rows, columns, "L")


def separate_words(rows: list[ColumnRow]) -> None:
    """Find the words of rows of a page whose letters run from left to right."""
    if not rows:
        return
    order = np.array([*chain.from_iterable([row.index for row in rows])], dtype=np.int64)
    columns = rows[0].columns
    found = _word_starts(rows, _letters_of_columns(columns, order), "L")
    for row, starts in zip(rows, found, strict=True):
        row.separate(starts)


# --- letters as columns ---------------------------------------------------------------------------


def _letters_of_columns(columns: RowColumns, order: Indices) -> _Letters:
    boxes, none = columns.boxes, np.zeros(len(order), dtype=bool)
    beside_han = none
    distinct = "".join([text.text for text in columns.of_entry.values()])
    has_signs = not HIGH_SIGNS.isdisjoint(distinct)
    if has_han(distinct):
        beside_han = _beside_han([columns.texts[at] for at in order.tolist()])
    raised = np.array(columns.raised)[order] if True in columns.raised else none
    x0, x1, size = boxes.x0[order], boxes.x1[order], boxes.size[order]
    one_direction = np.zeros(len(order), dtype=np.int64)
    centres = (x0 + x1).tolist()
    return _Letters(
        x0,
        x1,
        size,
        centres,
        raised,
        beside_han,
        lambda: (
            _high_signs([columns.texts[at] for at in order.tolist()]) if has_signs else none.copy()
        ),
        none,
        one_direction,
        "".format,
    )


def _letters_of_clusters(rows: Sequence[Row]) -> _Letters:
    clusters = [cluster for row in rows for cluster in row.clusters]
    texts = [cluster.text for cluster in clusters]
    ends_word = np.array([text[0] == TEH_MARBUTA for text in texts], dtype=bool)
    for at in np.flatnonzero(ends_word).tolist():
        before = clusters[at - 1]
        ends_word[at] = at > 0 and _is_arabic_letter(before.text, before.bidi_class)
    return _Letters(
        np.array([cluster.x0 for cluster in clusters]),
        np.array([cluster.x1 for cluster in clusters]),
        np.array([cluster.size for cluster in clusters]),
        [centre for row in rows for centre in accumulate(map(_centre, row.clusters), max)],
        np.array([cluster.raised for cluster in clusters], dtype=bool),
        _beside_han(texts),
        lambda: _high_signs(texts),
        ends_word,
        np.array([_direction(c.text, c.bidi_class) for c in clusters], dtype=np.int64),
        texts.__getitem__,
    )


def _high_signs(texts: Sequence[str]) -> Flags:
    return np.array([text in HIGH_SIGNS for text in texts], dtype=bool)


def _is_arabic_letter(text: str, bidi_class: BidiClass) -> bool:
    return bidi_class == "R" and text[0].isalpha()  # `؟` is of class AL too


def _direction(text: str, bidi_class: BidiClass) -> int:
    return UNKNOWN if text == UNMAPPED else DIRECTIONS.get(bidi_class, 0)


def _centre(cluster: Cluster) -> float:
    return cluster.x0 + cluster.x1


def _beside_han(texts: list[str]) -> Flags:
    """The letters before which a gap is none between words: beside Han characters.

    Nor is one before a sign that parts a marker from such a character: `A.` in a spaced heading.
    """
    out = np.zeros(len(texts), dtype=bool)
    distinct = set(texts)
    firsts = {text for text in distinct if is_han(text[0])}
    lasts = {text for text in distinct if is_han(text[-1])}
    if firsts or lasts:
        is_first = np.array([text in firsts for text in texts], dtype=bool)
        out |= is_first
        out[:-1] |= is_first[1:] & np.array(
            [text in MARKER_ENDS for text in texts[:-1]], dtype=bool
        )
        out[1:] |= np.array([text in lasts for text in texts[:-1]], dtype=bool)
    return out


# --- gaps -----------------------------------------------------------------------------------------


def _word_starts(rows: Sequence[Row], letters: _Letters, page: BaseDirection) -> list[list[int]]:
    counts = np.array([row.count for row in rows])
    starts = np.cumsum(counts) - counts
    gap = np.zeros(len(letters.x0))
    gap[1:] = letters.x0[1:] - letters.x1[:-1]
    drawn, least = _drawn_spaces(rows, starts, gap, letters.centres)
    em, limit = _limits(letters, np.repeat(least, counts), page)
    is_gap = (gap > limit * em) & ~letters.beside_han
    undrawn: list[tuple[int, bool]] = []
    if letters.direction.any():
        is_gap[_direction_gaps(letters, gap, em, starts)] = True
        between_arabic = _is_between_arabic(letters, starts)
    else:
        between_arabic = letters.direction > 0  # none
    if drawn:
        candidates = is_gap & between_arabic & ~letters.ends_word
        candidates[drawn] = False
        undrawn = [
            *_undrawn_gaps(np.flatnonzero(candidates).tolist(), drawn, gap, letters.size, starts)
        ]
        is_gap[drawn] = gap[drawn] > MIN_DRAWN_SPACE * em[drawn]
    elif page == "L":
        is_gap[_thin_spaces(letters, gap, em, starts)] = True
    if not drawn and between_arabic.any():
        narrow = between_arabic & ~is_gap & (gap > KERNED_SPACE * em)
        undrawn = [(at, False) for at in np.flatnonzero(narrow).tolist()]
    is_gap[starts] = False
    if undrawn:
        bounds = {*np.flatnonzero(is_gap).tolist(), *starts.tolist(), len(gap)}
        bounds.update([at for at, _ in undrawn])
        for at, is_wide in undrawn:
            is_gap[at] = is_word_boundary(at, bounds, letters.text_at, is_wide=is_wide)
    found = np.flatnonzero(is_gap)
    bounds = np.searchsorted(found, [*starts, len(gap)]).tolist()
    places = (found - np.repeat(starts, counts)[found]).tolist()
    return [places[low:high] for low, high in pairwise(bounds)]


def _is_between_arabic(letters: _Letters, starts: Indices) -> Flags:
    """Which letters of rows have an Arabic one, or a glyph without text, on both sides of a gap."""
    is_arabic = (letters.direction == RIGHT) | (letters.direction == UNKNOWN)
    found: Flags = is_arabic.copy()
    found[1:] &= is_arabic[:-1]
    found[starts] = False
    return found


def _drawn_spaces(
    rows: Sequence[Row], starts: Indices, gap: Numbers, centres: list[float]
) -> tuple[list[int], list[float]]:
    """The letters of rows before which a space is drawn, and the least gap in each row."""
    drawn: list[int] = []
    least: list[float] = []
    gaps = [
        gap[start + 1 : start + row.count] for row, start in zip(rows, starts.tolist(), strict=True)
    ]
    is_drawn_page = any(row.spaces for row in rows)
    even = [] if is_drawn_page else _even_gaps(rows, gaps)
    for at, (row, start) in enumerate(zip(rows, starts.tolist(), strict=True)):
        own = _spaces_before(row, start, centres) if row.spaces else []
        drawn += own
        if own and (len(own) >= MIN_DRAWN_SPACES or has_letter_spacing(row, gaps[at])):
            least.append(_least_gap(row, gap[own]))
        else:
            usual = even[at] if even else WORD_GAP
            least.append(usual if own else max(usual, least_gap_of_spaced(row, gaps[at])))
    return drawn, least


def _spaces_before(row: Row, start: int, centres: list[float]) -> list[int]:
    """The letters before which a space is drawn: its centre is between the centres of two."""
    end = start + row.count
    low = row.x0 + MAX_SPACE_OVERLAP * row.size
    high = row.last_right - MAX_SPACE_OVERLAP * row.size
    middles = [2 * space for space in row.spaces if low < space < high]
    places = {bisect_left(centres, middle, start, end) for middle in middles}
    return [place for place in places if start < place < end]


def _least_gap(row: Row, drawn: Numbers) -> float:
    """The least gap without a drawn space that separates words, in em.

    In a row that draws its spaces, other gaps are letter spacing (justification).
    """
    usual: float = sorted(drawn.tolist())[len(drawn) // 2]
    return max(WORD_GAP, SPACE_SHARE * usual / row.size)


def _even_gaps(rows: Sequence[Row], gaps: Sequence[Numbers]) -> list[float]:
    """The least gap that separates words in each row of a page without drawn spaces, in em.

    TeX draws none, and stretches or shrinks all spaces of a row alike (The TeXbook, chapter 12);
    in fonts with narrow spaces these are less than the usual gap.
    """
    wide = [
        sorted(own[own > KERNED_SPACE * row.size].tolist())
        for row, own in zip(rows, gaps, strict=True)
    ]
    even = [_is_even(row, own) for row, own in zip(rows, wide, strict=True)]
    long = [is_even for is_even, own in zip(even, wide, strict=True) if len(own) >= MIN_EVEN]
    if not long or sum(long) < EVEN_SHARE * len(long):
        return [WORD_GAP] * len(rows)
    return [
        min(WORD_GAP, SPACE_SHARE * median(own) / row.size) if is_even else WORD_GAP
        for row, own, is_even in zip(rows, wide, even, strict=True)
    ]


def _is_even(row: Row, gaps: list[float]) -> bool:
    r"""Whether nearly all gaps are of one width, and fewer than letter spacing would make.

    The spaces after a sentence or a comma are wider than others, unless `\frenchspacing` is set.
    """
    if not 0 < len(gaps) < MAX_EVEN_SHARE * row.count:
        return False
    usual = median(gaps)
    if usual < NARROWEST_SPACE * row.size and not row.has_right_to_left:
        return False  # Arabic letters are joined: no letter spacing parts them
    even = sum([abs(gap - usual) < EVEN * usual for gap in gaps])
    narrow = bisect_right(gaps, SPACE_SHARE * usual)
    return even > MOST_EVEN * len(gaps) and narrow < (1 - EVEN_SHARE) * len(gaps)


def _undrawn_gaps(
    candidates: list[int], drawn: list[int], gap: Numbers, size: Numbers, starts: Indices
) -> Iterator[tuple[int, bool]]:
    """The gaps between Arabic letters without a space, in rows that draw their spaces.

    Each with whether it is wider than the gap at a drawn space: a gap that is not is left by
    kerning, a kashida or rounded positions.
    """
    ends = [*starts[1:].tolist(), len(gap)]
    least: dict[int, float] = {}
    for at in candidates:
        row = int(np.searchsorted(starts, at, side="right")) - 1
        if row not in least:
            low, high = bisect_left(drawn, starts[row]), bisect_left(drawn, ends[row])
            is_drawn = high - low >= MIN_DRAWN_SPACES
            usual = median(gap[drawn[low:high]].tolist()) if is_drawn else 0.0
            least[row] = ARABIC_SHARE * usual
        if least[row] and gap[at] < MAX_LETTER_GAP * size[at]:
            yield at, bool(gap[at] >= least[row])


def _direction_gaps(letters: _Letters, gap: Numbers, em: Numbers, starts: Indices) -> list[int]:
    """The letters before which a gap, narrower than others, separates runs of two directions.

    Runs are placed one beside the other, without kerning; Pango rounds their positions to points,
    and draws no space between them.
    """
    direction, raised = letters.direction, letters.raised
    is_strong = (direction > 0) & (direction != UNKNOWN)
    is_change = (direction[1:] != direction[:-1]) & is_strong[1:] & is_strong[:-1]
    is_change &= ~(raised[1:] | raised[:-1]) & (gap[1:] > DIRECTION_GAP * em[1:])
    found = (np.flatnonzero(is_change) + 1).tolist()
    ends = [*starts[1:].tolist(), len(gap)]
    return [at for at in found if not is_letter_spaced(at, gap, em, starts, ends)]


def _thin_spaces(letters: _Letters, gap: Numbers, em: Numbers, starts: Indices) -> list[int]:
    """The signs of a page before which there is a thin space, as in French.

    It may be half the space between words (babel-french), so that only a page tells it from the
    italic correction of TeX: most of these signs are set apart.
    """
    is_high = letters.high_signs() & ~letters.beside_han
    is_high[starts] = False
    apart = np.flatnonzero(is_high & (gap > THIN_SPACE * em)).tolist()
    if 2 * len(apart) <= np.count_nonzero(is_high):
        return []
    ends = [*starts[1:].tolist(), len(gap)]
    return [at for at in apart if not is_letter_spaced(at, gap, em, starts, ends)]


def _limits(letters: _Letters, least: Numbers, page: BaseDirection) -> tuple[Numbers, Numbers]:
    """The size of type at the gap before each letter, and the least gap of a word space in it."""
    size, raised = letters.size, letters.raised
    em = size.copy()
    em[1:] = np.minimum(size[1:], size[:-1])
    if raised.any():
        changes = np.diff(raised, prepend=raised[:1])
        em[1:] = np.where(changes[1:], np.maximum(size[1:], size[:-1]), em[1:])
        least = np.where(changes & (raised != (page == "R")), RAISED_WORD_GAP, least)
    return em, np.where(letters.ends_word, KERNED_SPACE, least)
