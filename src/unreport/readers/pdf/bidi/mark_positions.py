"""The letter under a combining mark that the content stream draws apart from it.

Producers and editors of PDF may draw the marks of a row in one text object and its letters in
another; then only the positions tell which letter a mark is on.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from unreport.readers.pdf.bidi.clusters import Cluster, PageBases

MARK_RISE = 1.4  # em; a kasra is raised to the shadda that it belongs to
MARK_OFFSET = 0.12  # em beside a letter; the zero width of a mark may be at its edge
CELL = 24.0  # points; of a raster
MOST_IN_CELL = 100  # letters; more lie over each other

LAM, ALEF = "\N{ARABIC LETTER LAM}", "\N{ARABIC LETTER ALEF}"
LAM_ALEF = frozenset(LAM + alef for alef in "اأإآ")
HAMZA_ABOVE_ALEF, HAMZA_BELOW_ALEF = "أ", "إ"
FATHA, DAMMA, KASRA = "\N{ARABIC FATHA}", "\N{ARABIC DAMMA}", "\N{ARABIC KASRA}"
SHADDA, SUKUN = "\N{ARABIC SHADDA}", "\N{ARABIC SUKUN}"
VOWELS = frozenset(FATHA + DAMMA + KASRA)
BORNE = {HAMZA_ABOVE_ALEF: frozenset(FATHA + DAMMA + SUKUN), HAMZA_BELOW_ALEF: frozenset(KASRA)}
"""The marks that an alef after lam can bear, tanwin aside; a bare alef is a long vowel."""
PREFIXES = frozenset("وفبكل")  # particles that are written with the word after them
JOINED = 0.15  # em between two letters of a word at most
APART = 0.1  # em between two marks that surely stand on two letters
ALEF_PART = 0.25  # of the width of a lam-alef, where fonts set the origin of the alef's marks

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


# --- lam-alef -------------------------------------------------------------------------------------


def is_lam_alef(cluster: Cluster) -> bool:
    """Whether a glyph is a lam-alef that has no mark yet but a hamza."""
    return cluster.text in LAM_ALEF and not (cluster.from_actual_text or cluster.undrawn)


def lam_alef_marks(base: Cluster, marks: list[Cluster], bases: PageBases) -> LamAlefMarks:
    """Divide the marks over a lam-alef between its letters, by Arabic orthography.

    A bare alef bears none, but for a shadda that is typed after both letters, `ألاّ`; that with a
    hamza above no kasra and no shadda, that with a hamza below nothing but a kasra.  The lam of the
    article bears at most a sukun before a hamza.
    """
    alef = base.text[1]
    distinct = {(mark.text, round(mark.x0), round(mark.y)): mark for mark in marks}
    ordered = sorted(distinct.values(), key=lambda mark: -mark.x0)  # the lam is at the right
    chars = "".join(mark.text for mark in ordered)
    if alef == ALEF and SHADDA in chars and all(_is_over_alef(mark, base) for mark in ordered):
        return LamAlefMarks("", chars, is_certain=True)
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


def _is_over_alef(mark: Cluster, lam_alef: Cluster) -> bool:
    """Whether a mark stands on the left part of a lam-alef, the alef's.

    Fonts anchor a mark to one component of a ligature (OpenType 1.9, GPOS lookup type 5).
    """
    place = (mark.x0 + mark.x1) / 2 - lam_alef.x0
    return place < ALEF_PART * (lam_alef.x1 - lam_alef.x0)


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
