"""Glyph clusters to rows of one baseline, with superscripts and combining marks attached."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import dropwhile, pairwise
from typing import NamedTuple

import numpy as np

from unreport.readers.pdf.bidi.arabic_evidence import MIN_SCORE, direction_score
from unreport.readers.pdf.bidi.baselines.cascades import join_cascades
from unreport.readers.pdf.bidi.baselines.cluster_rows import (
    TextNumbers,
    cluster_rows,
    letters_of,
)
from unreport.readers.pdf.bidi.baselines.column_row import ColumnRow
from unreport.readers.pdf.bidi.baselines.column_rows import column_rows
from unreport.readers.pdf.bidi.baselines.row import (
    KERNED_SHARE,
    MARK_REACH,
    OVERLAP_SHARE,
    Row,
    sort_by_centre,
)
from unreport.readers.pdf.bidi.baselines.segments import Letters, Segments, segments_of
from unreport.readers.pdf.bidi.baselines.superscripts import merge_raised
from unreport.readers.pdf.bidi.baselines.word_gaps import separate_words
from unreport.readers.pdf.bidi.clusters import Cluster, PageBases, PageTexts, page_texts
from unreport.readers.pdf.bidi.combining_marks.mark_positions import (
    ARABIC_MARK,
    MARK_OVERHANG,
    Raster,
    add_ligature_marks,
    base_under,
    bases_beside,
    fonts_with_marks_after_letters,
    fonts_with_marks_before_letters,
    is_lam_alef,
    is_ligature_of_two,
    lam_alef_marks,
    rastered,
)
from unreport.readers.pdf.bidi.combining_marks.shared_marks import (
    HAMZAS,
    doubt_partial_marks,
    marks_of_several_letters,
    read_drawn_marks,
    unmapped_hamzas,
)
from unreport.readers.pdf.bidi.letters import (
    SOFT_HYPHEN,
    TATWEEL,
    UNMAPPED,
    bidi_class_of,
    repeated_marks,
)
from unreport.readers.pdf.bidi.page_clusters import clusters_of_page
from unreport.readers.pdf.file.glyphs import Page

TANWIN, CASE_ENDINGS = frozenset("ًٌٍ"), frozenset("\u064e\u064f\u0650")
HAMZA_ABOVE, ALEF_MAKSURA, YEH = "\N{ARABIC HAMZA ABOVE}", "ى", "ي"
KASHIDA_GAP = 0.15  # em between a kashida and its letter, or the next kashida, at most
NEIGHBOURS = 4  # clusters on each side


class PlacedMarks(NamedTuple):
    """The marks of a page with the letters that they are on."""

    on_lam_alef: dict[int, tuple[Cluster, list[Cluster]]]
    on_ligatures: list[tuple[Cluster, Cluster]]
    on_letters: list[tuple[Cluster, Cluster]]  # single ones


def rows_of(page: Page) -> list[Row]:
    """The rows of a page, from top to bottom."""
    texts = page_texts(page)
    segments = column_rows(page, texts)
    if segments is None:
        return _in_order(_rows_of_clusters(page, texts))
    rows = [row for row in merge_raised([*segments]) if isinstance(row, ColumnRow)]
    for row in rows:
        row.trim()
    rows = [row for row in rows if row.index]
    separate_words(rows)
    return _in_order(rows)


def _in_order(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (round(row.y, 1), row.x0))


def _rows_of_clusters(page: Page, texts: PageTexts) -> list[Row]:
    found, numbers = clusters_of_page(page, texts), TextNumbers()
    bases, marks = found
    letters = letters_of(found, texts, numbers)
    segments = segments_of(letters)
    rows = cluster_rows(page, bases, segments, letters.at(segments.letters), numbers)
    pieces = merge_raised(join_cascades([*rows]))
    if marks:
        _attach_marks(marks, bases, unreordered=_is_unreordered(segments, letters, numbers))
    if SOFT_HYPHEN in numbers:
        for piece in pieces:
            _replace_soft_hyphens(piece.clusters)
    for piece in pieces:
        _trim_spaces(piece)
    return [piece for piece in pieces if piece.count]


# --- combining marks ----------------------------------------------------------------------------


def _is_unreordered(segments: Segments, letters: Letters, numbers: TextNumbers) -> bool:
    """Whether Arabic is drawn from left to right in logical order, as in OCR layers."""
    texts = np.array([*numbers, " "], dtype=np.object_)
    is_space = letters.is_space[segments.places]
    ordered = texts[np.where(is_space, len(numbers), letters.texts[segments.places])].tolist()
    ends = [*(np.flatnonzero(np.diff(segments.lines)) + 1).tolist(), len(ordered)]
    rows = ("".join(ordered[start:end]) for start, end in pairwise([0, *ends]))
    return direction_score(" ".join(rows)) >= MIN_SCORE


def _attach_marks(marks: list[Cluster], bases: PageBases, *, unreordered: bool) -> None:
    """Add each combining mark to its base letter.

    A producer that draws in visual order writes a mark before its letter, one that draws in
    logical order after it: the positions of the letters on both sides in the stream decide.
    """
    raster: Raster = {}
    placed = PlacedMarks({}, [], [])
    shared = marks_of_several_letters(marks, bases)
    read_drawn_marks(marks, shared)
    doubt_partial_marks(marks, bases)
    multiple = {cluster.order for cluster in marks if len(cluster.text) > 1}
    hamzas = unmapped_hamzas(marks, bases)
    fonts = fonts_with_marks_before_letters(marks, bases)
    following = fonts_with_marks_after_letters(marks, bases)
    for mark in sorted(marks, key=_letters_first):
        if mark.text == UNMAPPED and multiple & {mark.order - 1, mark.order + 1}:
            continue  # one of two marks; the other has the text of both
        if (mark.font, mark.code) in hamzas:
            continue
        at = bases.first_from(mark.order)
        if unmapped := _unmapped_base(mark, bases[max(0, at - 1) : at + 1]):
            _map_base(unmapped, mark, is_shared=(mark.font, mark.code) in shared)
            continue
        before, after = bases_beside(mark, bases, fonts, shared)
        follows = unreordered or mark.font in following
        base = before if follows and before else _preferred_base(before, after)
        base = _letter_of_kashida(base, bases, at)
        if after is None and (before is None or mark.x0 >= before.x1 > before.x0):
            raster = raster or rastered(bases)
            base = base_under(mark, raster) or base  # the stream goes on elsewhere
        if base is None:
            _keep_or_doubt(mark, bases, at)
            continue
        _place(mark, base, placed)
    for base, own in placed.on_lam_alef.values():
        _add_lam_alef_marks(base, own, bases)
    add_ligature_marks(placed.on_ligatures, placed.on_letters)


def _place(mark: Cluster, base: Cluster, placed: PlacedMarks) -> None:
    """Add a mark to a letter, or keep it until all marks of a ligature are known."""
    chars = {*mark.text}
    if is_lam_alef(base) and not chars & {*HAMZAS, *TANWIN, UNMAPPED}:
        placed.on_lam_alef.setdefault(id(base), (base, []))[1].append(mark)
        return
    is_known = not (chars & {*TANWIN, UNMAPPED} or mark.is_uncertain)
    if is_known and is_ligature_of_two(base):
        placed.on_ligatures.append((base, mark))
        return
    if len(base.base_text or base.text) == 1:
        placed.on_letters.append((base, mark))
    _add_or_doubt(base, mark)


def _letters_first(mark: Cluster) -> tuple[bool, int]:
    """The marks that have a letter's text too before the others, in content stream order."""
    return len(mark.mapped_text) <= len(mark.text), mark.order


def _map_base(base: Cluster, mark: Cluster, *, is_shared: bool) -> None:
    """Give an unmapped letter the text of a mark that is mapped to letter and mark."""
    base.text = UNMAPPED + mark.text if is_shared else mark.mapped_text
    base.bidi_class = bidi_class_of(mark.mapped_text)


def _add_or_doubt(base: Cluster, mark: Cluster) -> None:
    """Add a mark to a letter, which is doubted if the mark is unknown or another letter's."""
    unknown = mark.text == UNMAPPED or mark.is_uncertain or _is_ambiguous(base, mark)
    base.is_uncertain = base.is_uncertain or unknown
    if mark.text != UNMAPPED:
        _add_mark(base, mark.text)


def _add_lam_alef_marks(base: Cluster, marks: list[Cluster], bases: PageBases) -> None:
    """Add vowels to a lam-alef, after its hamza."""
    if not is_lam_alef(base):  # a tanwin was added in the meantime
        base.is_uncertain = True
        _add_mark(base, "".join(mark.text for mark in marks))
        return
    found = lam_alef_marks(base, marks, bases)
    uncertain = not found.is_certain or any(mark.is_uncertain for mark in marks)
    base.is_uncertain = base.is_uncertain or uncertain
    base.base_text = base.base_text or base.text
    text = base.text[0] + found.lam + base.text[1] + found.alef
    base.text = unicodedata.normalize("NFC", text)


def _keep_or_doubt(mark: Cluster, bases: PageBases, at: int) -> None:
    """Keep a mark that is over a sign, such as a dotted circle; else it is a doubt of its row."""
    if ARABIC_MARK.match(mark.text):
        beside = bases[max(0, at - 1) : at + 1]
        _doubt_neighbours(mark, [cluster for cluster in beside if cluster.bidi_class == "R"])
    elif not any(_is_on_sign(mark, sign) for sign in bases[max(0, at - 1) : at]):
        _doubt_neighbours(mark, bases[max(0, at - 2) : at + 2])


def _is_on_sign(mark: Cluster, sign: Cluster) -> bool:
    """Add a mark to a sign that it is over; whether it is."""
    is_over = sign.x0 <= (mark.x0 + mark.x1) / 2 <= sign.x1 + MARK_OVERHANG * sign.size
    if sign.bidi_class in "RL" or sign.text.isspace() or not is_over:
        return False
    _add_mark(sign, mark.text)
    return True


def _doubt_neighbours(mark: Cluster, beside: list[Cluster]) -> None:
    """A mark without a letter under it belongs to one of those beside it in the stream."""
    for cluster in beside:
        if abs(cluster.y - mark.y) < 2 * cluster.size:
            cluster.is_uncertain = True


def _unmapped_base(mark: Cluster, beside: list[Cluster]) -> Cluster | None:
    """The unmapped letter beside a mark that is mapped to letter and mark."""
    if len(mark.mapped_text) <= len(mark.text):
        return None
    unmapped = (base for base in beside if base.text == UNMAPPED and not base.mapped_text)
    return next((base for base in unmapped if abs(base.order - mark.order) == 1), None)


def _is_ambiguous(base: Cluster, mark: Cluster) -> bool:
    """Whether a mark may belong to any letter of a ligature.

    Tanwin belongs to the last one, hamza and madda of a lam-alef to its alef, a vowel over `الله`
    to its heh: the glyph draws the shadda and the vowel of its lams.
    """
    plain = unicodedata.normalize("NFD", base.text)
    letters = [char for char in plain if not unicodedata.combining(char)]
    if len(letters) == 1 or base.from_actual_text or set(mark.text) <= TANWIN:
        return False
    is_hamza = letters == ["ل", "ا"] and set(mark.text) <= HAMZAS
    is_case_ending = letters[-3:] == ["ل", "ل", "ه"] and mark.text in CASE_ENDINGS
    return not (is_hamza or is_case_ending) and not set(mark.text) <= set(base.undrawn)


def _letter_of_kashida(kashida: Cluster | None, bases: PageBases, at: int) -> Cluster | None:
    """The letter that a kashida lengthens: the one under it, or the first one at its right.

    A mark on a kashida belongs to that letter; a tatweel of the author may stand alone.  A letter
    that is no kashida is given back.
    """
    if kashida is None or kashida.text != TATWEEL:
        return kashida
    right = kashida.x1
    near = bases[max(0, at - MARK_REACH) : at + MARK_REACH]
    row = [c for c in near if c.bidi_class == "R" and c.y == kashida.y and c.x1 > right]
    for cluster in sorted(row, key=lambda cluster: cluster.x0):
        if cluster.x0 > right + KASHIDA_GAP * kashida.size:
            break
        if cluster.text != TATWEEL:
            return cluster
        right = max(right, cluster.x1)
    return kashida


def _preferred_base(before: Cluster | None, after: Cluster | None) -> Cluster | None:
    if before is None or after is None:
        return before or after
    if before.bidi_class == "L":
        return before
    return after if after.x0 >= before.x0 else before


def _add_mark(base: Cluster, mark: str) -> None:
    """Add a mark to a letter, unless it has it already: some files have a mark twice."""
    base.base_text = base.base_text or base.text
    if base.undrawn:
        before = Counter(unicodedata.normalize("NFD", base.base_text))
        received = Counter(unicodedata.normalize("NFD", base.text) + mark) - before
        if received == Counter(base.undrawn):  # now the order of its letters and marks is known
            base.text, base.undrawn = base.mapped_text, ""
            return
    base.repeated_marks += repeated_marks(base.base_text, mark)
    if HAMZA_ABOVE in mark and base.text.endswith(ALEF_MAKSURA):
        base.text = base.text[:-1] + YEH  # a yeh without dots, which bears the hamza
    has = unicodedata.normalize("NFD", base.text)
    new = "".join(char for char in mark if char not in has)
    base.text = unicodedata.normalize("NFC", base.text + new)


def _trim_spaces(row: Row) -> None:
    row.sort()
    if row.has_overlaps:
        clusters = [*row.clusters]
        _order_overlapping(clusters)
        row.word_starts = None
        if [*map(id, clusters)] != [*map(id, row.clusters)]:
            row.clusters = clusters
    texts = row.texts
    if texts[0].isspace() or texts[-1].isspace():
        while row.clusters and row.clusters[-1].text.isspace():
            row.clusters.pop()  # no-break spaces, which are kept between digits
        row.clusters = [*dropwhile(lambda cluster: cluster.text.isspace(), row.clusters)]
        row.word_starts = None
    row.spaces.sort()


def _replace_soft_hyphens(clusters: list[Cluster]) -> None:
    """Make hyphens of soft hyphens that are drawn where no row ends.

    A soft hyphen shows only at the end of a row (UAX #14, BA).  Fonts draw it with the glyph of the
    hyphen, so that ToUnicode may have either of the two for both.
    """
    sort_by_centre(clusters)
    for at, cluster in enumerate(clusters):
        if cluster.text != SOFT_HYPHEN or cluster.from_actual_text:
            continue
        before = clusters[at - 1] if at else None
        is_last = at == len(clusters) - 1 and before is not None and before.bidi_class == "L"
        if not is_last:
            cluster.text, cluster.bidi_class = "-", bidi_class_of("-")


def _order_overlapping(clusters: list[Cluster]) -> None:
    """Order letters that lie over each other as the content stream has them, not by position.

    The two pieces of a lam-alef may have one place; the letters around them show whether the stream
    is in visual or in logical order.
    """
    if "R" not in [cluster.bidi_class for cluster in clusters]:
        return
    if not any(right.x0 < left.x1 for left, right in pairwise(clusters)):
        return
    for at in range(1, len(clusters)):
        left, right = clusters[at - 1], clusters[at]
        if right.x0 >= left.x1:
            continue
        if abs(right.order - left.order) > MARK_REACH or not _lie_over(left, right):
            continue
        around = clusters[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
        steps = [b.order - a.order for a, b in pairwise(around) if a is not left]
        rising = sum(step > 0 for step in steps) - sum(step < 0 for step in steps)
        if rising * (right.order - left.order) < 0:
            clusters[at - 1], clusters[at] = right, left


def _lie_over(left: Cluster, right: Cluster) -> bool:
    """Whether two letters, or a letter and a sign that is kerned over it, lie over each other."""
    shared = min(left.x1, right.x1) - max(left.x0, right.x0)
    narrower = min(left.x1 - left.x0, right.x1 - right.x0)
    classes = {left.bidi_class, right.bidi_class}
    is_kerned = classes == {"R", "ON"}
    share = KERNED_SHARE if is_kerned else OVERLAP_SHARE
    return (classes == {"R"} or is_kerned) and shared > share * narrower > 0
