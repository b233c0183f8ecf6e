"""The letter under a combining mark: beside it in the content stream, or drawn apart from it.

Producers and editors of PDF may draw the marks of a row in one text object and its letters in
another; then only the positions tell which letter a mark is on.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterator
from statistics import median
from typing import NamedTuple, TypeAlias

from unreport.readers.pdf.bidi.baselines.row import MARK_REACH
from unreport.readers.pdf.bidi.clusters import ZERO_WIDTH, Cluster, PageBases
from unreport.readers.pdf.bidi.combining_marks.shared_marks import (
    HAMZAS,
    has_letter_of,
)
from unreport.readers.pdf.bidi.letters import TATWEEL, UNMAPPED
from unreport.readers.pdf.file.page_glyphs import GlyphCode

MARK_RISE = 1.4  # em; a kasra is raised to the shadda that it belongs to
MARK_OFFSET = 0.12  # em beside a letter; the zero width of a mark may be at its edge
MARK_OVERHANG = 0.6  # em beyond its letter, which is beside it in the stream
MIN_ALONE = 3  # hamzas of a font that have one letter beside them
MIN_AFTER = 2  # marks of a font that have a letter before them, and none after
PAIR = 2  # letters
BETWEEN = 0.1  # of the width of a ligature, on each side of its middle
CELL = 24.0  # points; of a raster
MOST_IN_CELL = 100  # letters; more lie over each other

KASHIDA_TEXTS = frozenset({UNMAPPED, TATWEEL, "-"})
ARABIC_MARK = re.compile("[\u064b-\u0655\u0670]")
LAM, ALEF = "\N{ARABIC LETTER LAM}", "\N{ARABIC LETTER ALEF}"
LAM_ALEF = frozenset(LAM + alef for alef in "اأإآ")
HAMZA_ABOVE_ALEF, HAMZA_BELOW_ALEF = "أ", "إ"
FATHA, DAMMA, KASRA = "\N{ARABIC FATHA}", "\N{ARABIC DAMMA}", "\N{ARABIC KASRA}"
SHADDA, SUKUN = "\N{ARABIC SHADDA}", "\N{ARABIC SUKUN}"
VOWELS = frozenset(FATHA + DAMMA + KASRA)
BORNE = {HAMZA_ABOVE_ALEF: frozenset(FATHA + DAMMA + SUKUN), HAMZA_BELOW_ALEF: frozenset(KASRA)}
"""The marks that an alef after lam can bear, tanwin aside; a bare alef is a long vowel."""
HAMZA_BEARERS = {
    mark: frozenset(letters + composed)
    for mark, letters, composed in (
        ("\N{ARABIC MADDAH ABOVE}", "ا", "آ"),
        ("\N{ARABIC HAMZA ABOVE}", "اويى", "أؤئ"),
        ("\N{ARABIC HAMZA BELOW}", "ا", "إ"),
    )
}
PREFIXES = frozenset("وفبكل")  # particles that are written with the word after them
JOINED = 0.15  # em between two letters of a word at most
APART = 0.1  # em between two marks that surely stand on two letters
ALEF_EDGE = 0.05  # of the width of a lam-alef, where a mark is surely the alef's
ALEF_PART = 0.25  # of the width of a lam-alef, where fonts set the origin of the alef's marks
ALEF_SIDE, LAM_SIDE = 0.4, 0.57  # of the width of a lam-alef: the ends of what is over neither

Raster: TypeAlias = dict[tuple[int, int], list[Cluster]]


class LamAlefMarks(NamedTuple):
    """The marks of the two letters of a lam-alef."""

    lam: str
    alef: str
    is_certain: bool


def rastered(bases: PageBases) -> Raster:
    """The right-to-left letters in each cell of a raster; of very many in one cell, the first."""
    out: Raster = {}
    for base in bases:
        if base.bidi_class == "R":
            for column in range(int(base.x0 // CELL), int(base.x1 // CELL) + 1):
                own = out.setdefault((column, int(base.y // CELL)), [])
                if len(own) < MOST_IN_CELL:
                    own.append(base)
    return out


def base_under(mark: Cluster, raster: Raster) -> Cluster | None:
    """The letter on whose width a mark stands, wherever it is in the content stream.

    A mark that stands a little beside a letter may belong to another one.
    """

    def distance(cluster: Cluster) -> float:
        return max(cluster.x0 - mark.x0, mark.x0 - cluster.x1, 0.0)

    column, row = int(mark.x0 // CELL), int(mark.y // CELL)
    cells = ((column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1))
    around = {id(cluster): cluster for cell in cells for cluster in raster.get(cell, ())}
    near = [
        cluster
        for cluster in around.values()
        if distance(cluster) < MARK_OFFSET * cluster.size
        and abs(cluster.y - mark.y) < MARK_RISE * cluster.size
    ]
    found = min(near, key=lambda c: (distance(c), abs(c.y - mark.y)), default=None)
    if found is not None and distance(found):
        found.is_uncertain = found.is_uncertain or len(near) > 1
    return found


# --- letters beside a mark in the content stream --------------------------------------------------


def bases_beside(
    mark: Cluster, bases: PageBases, fonts: Container[int], shared: Container[GlyphCode]
) -> tuple[Cluster | None, Cluster | None]:
    """The letters before and after a mark in the stream that it can be on.

    `fonts` are those whose hamzas begin over their letters, before or after these, `shared` the
    marks that are drawn over other letters, too, than ToUnicode maps them to.
    """
    before, after = _nearest_bases(mark, bases)
    if before is None or after is None:
        return before, after
    if mark.mapped_text and (mark.font, mark.code) not in shared:
        is_of = [has_letter_of(mark, base) for base in (before, after)]
        if is_of[0] is not is_of[1]:
            return (before, None) if is_of[0] else (None, after)
    is_hamza = not HAMZAS.isdisjoint(mark.text)
    is_mark = is_hamza and mark.x1 - mark.x0 < ZERO_WIDTH
    if is_mark and _can_bear(mark, before) is not _can_bear(mark, after):
        return (before, None) if _can_bear(mark, before) else (None, after)
    if is_hamza and mark.font in fonts and after.x0 < before.x0:
        if _begins_over(mark, before) is not _begins_over(mark, after):
            return (before, None) if _begins_over(mark, before) else (None, after)
        mark.is_uncertain = True
    return before, after


def _can_bear(mark: Cluster, base: Cluster) -> bool:
    """Whether Unicode has a letter of a base and the hamza or madda on it, which it may have."""
    is_unknown = base.text == UNMAPPED and not base.mapped_text
    return is_unknown or any(
        letter in HAMZA_BEARERS.get(char, ()) for char in mark.text for letter in base.text
    )


def _nearest_bases(mark: Cluster, bases: PageBases) -> tuple[Cluster | None, Cluster | None]:
    at = bases.first_from(mark.order)
    before = _nearest_base(mark, bases[max(0, at - MARK_REACH) : at][::-1])
    return before, _nearest_base(mark, bases[at : at + MARK_REACH])


def _nearest_base(mark: Cluster, clusters: list[Cluster]) -> Cluster | None:
    """The first letter of some clusters that a mark can be on, with kashidas before it.

    LibreOffice maps its kashidas to Latin letters, which never bear an Arabic mark (UAX #24).  A
    mark whose width is that of a letter may stand over the kashida alone.
    """
    is_arabic = ARABIC_MARK.match(mark.text) is not None
    left = mark.x0 + 1.0  # of the kashidas
    for cluster in clusters:
        if is_arabic and cluster.bidi_class == "L":
            continue
        reach = MARK_OVERHANG * cluster.size
        if (
            cluster.bidi_class in {"R", "L"}
            and abs(cluster.y - mark.y) < MARK_RISE * cluster.size
            and min(cluster.x0 - reach, left) <= mark.x0 <= cluster.x1 + reach
        ):
            return cluster
        if cluster.text not in KASHIDA_TEXTS:
            break
        left = min(left, cluster.x0)
    return None


def fonts_with_marks_before_letters(marks: list[Cluster], bases: PageBases) -> set[int]:
    """The fonts whose hamzas and maddas stand before letters in the stream and begin over these.

    A font may decompose a letter, and its producer draw the letters in logical order, but the parts
    of each in visual order (MuPDF).  Where such a mark begins or ends a word, one letter is beside
    it, which shows whether a mark begins over its letter.
    """
    before_letter: Counter[int] = Counter()
    apart: set[int] = set()
    for mark in marks:
        if not HAMZAS.isdisjoint(mark.text):
            before, after = _nearest_bases(mark, bases)
            if before is None or after is None:
                before_letter[mark.font] += after is not None
                if not _begins_over(mark, before or after):
                    apart.add(mark.font)
    return {font for font, count in before_letter.items() if count >= MIN_ALONE} - apart


def fonts_with_marks_after_letters(marks: list[Cluster], bases: PageBases) -> set[int]:
    """The fonts whose marks follow their letters, although the letters are drawn left to right.

    Graphite orders glyphs so, where other engines draw the marks of a row from left to right before
    their letters.  A mark at an end of a word has one letter beside it, which shows it; fonts that
    have none there are like the others of their page.
    """
    after_letter, before_letter, seen = Counter[int](), set[int](), set[int]()
    for mark in marks:
        if ARABIC_MARK.match(mark.text):
            before, after = _nearest_bases(mark, bases)
            seen.add(mark.font)
            if before is not None and after is None:
                after_letter[mark.font] += 1
            elif before is None and after is not None:
                before_letter.add(mark.font)
    if after_letter.total() >= MIN_AFTER and not before_letter:
        return seen
    return {font for font, count in after_letter.items() if count >= MIN_AFTER} - before_letter


def _begins_over(mark: Cluster, base: Cluster | None) -> bool:
    return base is None or base.x0 <= mark.x0 <= base.x1


# --- ligatures of two letters ---------------------------------------------------------------------


def is_ligature_of_two(cluster: Cluster) -> bool:
    """Whether a glyph draws two letters whose order is known, other than lam and alef."""
    if not cluster.is_ordered or cluster.from_actual_text or cluster.undrawn:
        return False
    letters = _letters_of(cluster)
    is_drawn = cluster.x1 - cluster.x0 > ZERO_WIDTH
    return is_drawn and len(letters) == PAIR and letters not in LAM_ALEF


def add_ligature_marks(
    ligatures: list[tuple[Cluster, Cluster]], single: list[tuple[Cluster, Cluster]]
) -> None:
    """Add marks to the letter of a ligature over which they stand, by their places over letters.

    Fonts anchor a mark to one component of a ligature (OpenType 1.9, GPOS lookup type 5); where a
    mark of a font begins, beside the centre of its letter, shows from `single` letters with marks.
    """
    offsets: dict[int, list[float]] = {}
    for letter, mark in single:
        offsets.setdefault(mark.font, []).append((mark.x0 - _centre(letter)) / mark.size)
    for ligature, mark in sorted(ligatures, key=lambda pair: pair[1].order):
        own = offsets.get(mark.font, [])
        offset = median(own) if len(own) >= MIN_ALONE else 0.0
        place = (mark.x0 - offset * mark.size - ligature.x0) / (ligature.x1 - ligature.x0)
        is_certain = len(own) >= MIN_ALONE and abs(place - 1 / 2) > BETWEEN
        ligature.is_uncertain = ligature.is_uncertain or not is_certain
        ligature.base_text = ligature.base_text or ligature.text
        second = ligature.text.rindex(_letters_of(ligature)[1])
        at = second if is_certain and place > 1 / 2 else len(ligature.text)
        text = ligature.text[:at] + mark.text + ligature.text[at:]
        ligature.text = unicodedata.normalize("NFC", text)


def _letters_of(cluster: Cluster) -> str:
    return "".join(char for char in cluster.text if not unicodedata.combining(char))


def _centre(letter: Cluster) -> float:
    return (letter.x0 + letter.x1) / 2


# --- lam-alef -------------------------------------------------------------------------------------


def is_lam_alef(cluster: Cluster) -> bool:
    """Whether a glyph is a lam-alef that has no mark yet but a hamza."""
    return cluster.text in LAM_ALEF and not cluster.undrawn


def lam_alef_marks(base: Cluster, marks: list[Cluster], bases: PageBases) -> LamAlefMarks:
    """Divide the marks over a lam-alef between its letters, by Arabic orthography.

    A bare alef bears none, but for a shadda that is typed after both letters, `ألاّ`; that with a
    hamza above no kasra and no shadda, that with a hamza below nothing but a kasra.  The lam of the
    article bears at most a sukun before a hamza.
    """
    alef = base.text[1]
    distinct = {(mark.text, round(mark.x0), round(mark.y)): mark for mark in marks}
    ordered = sorted(distinct.values(), key=lambda mark: -mark.x0)  # the lam is at the right
    if alef != ALEF or not any(SHADDA in mark.text for mark in ordered):
        return _divided(base, ordered, bases)
    chars = "".join(mark.text for mark in ordered)
    outlines = [*_places_of_outlines(ordered, base, bases)]
    if not outlines:
        places = [_place_over(mark, base) for mark in ordered]
        if max(places) < ALEF_PART:
            return LamAlefMarks("", chars, is_certain=max(places) < ALEF_EDGE)
        return _divided(base, ordered, bases)
    if max(outlines) < ALEF_SIDE:
        return LamAlefMarks("", chars, is_certain=True)
    found = _divided(base, ordered, bases)
    return found if min(outlines) > LAM_SIDE else found._replace(is_certain=False)


def _divided(base: Cluster, ordered: list[Cluster], bases: PageBases) -> LamAlefMarks:
    """Divide marks, from right to left, of which none is a shadda of the alef."""
    alef, chars = base.text[1], "".join(mark.text for mark in ordered)
    lam = "".join(char for char in chars if char not in BORNE.get(alef, ""))
    open_marks = "".join(char for char in chars if char in BORNE.get(alef, ""))
    if not open_marks:
        return LamAlefMarks(lam, "", alef != ALEF or not _is_after_article(base, bases))
    if SUKUN in open_marks and len(open_marks) > 1:
        lam, open_marks = lam + SUKUN, open_marks.replace(SUKUN, "", 1)
    if len(open_marks) > 1:  # two vowels, one for each letter
        apart = ordered[0].x0 - ordered[-1].x0 > APART * base.size
        is_certain = not lam and (apart or open_marks[0] == open_marks[1])
        return LamAlefMarks(lam + open_marks[0], open_marks[1:], is_certain)
    if SHADDA in lam and not VOWELS & set(lam):
        return LamAlefMarks(lam + open_marks, "", is_certain=False)
    if _is_after_article(base, bases):
        is_sukun = open_marks == SUKUN and not lam
        return LamAlefMarks(
            SUKUN if is_sukun else lam, "" if is_sukun else open_marks, is_certain=True
        )
    return LamAlefMarks(lam, open_marks, is_certain=bool(lam))


def _places_of_outlines(
    marks: list[Cluster], lam_alef: Cluster, bases: PageBases
) -> Iterator[float]:
    """Where the outlines of shaddas stand on a lam-alef, as shares of its width from the left.

    The page shows them on the lam or on the alef, wherever a font sets the origins of its marks.
    """
    middles = bases.values.middles
    width = max(lam_alef.x1 - lam_alef.x0, ZERO_WIDTH)
    for mark in marks:
        middle = middles.get((mark.font, mark.code))
        if middle is not None:
            yield (mark.x0 + middle * mark.size - lam_alef.x0) / width


def _place_over(mark: Cluster, lam_alef: Cluster) -> float:
    """Where a mark stands on a lam-alef, as a share of its width from the left, the alef's side.

    Fonts anchor a mark to one component of a ligature (OpenType 1.9, GPOS lookup type 5), or have
    no anchor for components, and a mark stands at the left edge if it was typed after both letters.
    """
    return ((mark.x0 + mark.x1) / 2 - lam_alef.x0) / max(lam_alef.x1 - lam_alef.x0, ZERO_WIDTH)


def _is_after_article(base: Cluster, bases: PageBases) -> bool:
    """Whether a lam belongs to the article: an alef is before it, that begins a word.

    One particle, such as `و`, may be before that.
    """
    alef = _before(base, bases)
    if alef is None or alef.text != ALEF:
        return False
    first = _before(alef, bases)
    return first is None or (first.text[:1] in PREFIXES and _before(first, bases) is None)


def _before(letter: Cluster, bases: PageBases) -> Cluster | None:
    """The letter before another one in its word, which is beside it in the content stream."""
    at = bases.first_from(letter.order)
    for beside in bases[at - 1 : at] + bases[at + 1 : at + 2]:
        is_joined = abs(beside.x0 - letter.x1) < JOINED * letter.size
        if beside.bidi_class == "R" and is_joined and beside.y == letter.y:
            return beside
    return None
