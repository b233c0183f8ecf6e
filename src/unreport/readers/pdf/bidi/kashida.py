"""Kashidas whose glyphs have the text of another character, or none."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

import numpy as np

from unreport.readers.pdf.bidi.arabic_evidence import RIGHT_JOINING
from unreport.readers.pdf.bidi.baselines.letter_kinds import (
    IN_WORD,
    REPLACED,
    WORD_SEPARATORS,
)
from unreport.readers.pdf.bidi.baselines.token_row import ColumnTokens, TokenRow
from unreport.readers.pdf.bidi.clusters import ZERO_WIDTH, Cluster
from unreport.readers.pdf.bidi.font_evidence import Evidence, GlyphKey
from unreport.readers.pdf.bidi.letters import MIRRORED, TATWEEL
from unreport.readers.pdf.bidi.unknown_glyphs import may_be_kashida

USUAL = frozenset("-?!,:;") | MIRRORED.keys()
"""Characters that often stand within a word or touch one: `الموظف(ة)`, `كتب:`."""
MIN_KASHIDAS = 3
MIN_HYPHENS = 12
USUAL_RATIO = 20  # of the places within words to those outside, for hyphens and brackets
SYMBOL_RATIO = 3  # of the places within words to those outside, where LibreOffice draws some too


def replace_kashida_glyphs(rows: list[TokenRow], evidence: Evidence) -> None:
    """Replace glyphs that occur only between joined Arabic letters by tatweel.

    LibreOffice justifies with kashidas mapped to any character, or to none.
    """
    _vote_without_arabic([row for row in rows if "R" not in row.classes], evidence)
    for row in rows:
        if "R" in row.classes:
            _vote(row, evidence)
    likely = {key for key, (inside, _) in evidence.kashidas.items() if inside >= MIN_KASHIDAS}
    for row in rows if likely else ():
        places = _candidates(row)
        keys = row.keys if places else []
        for at in places:
            if keys[at][:2] in likely:
                _replace(row, at, evidence)


def _vote(row: TokenRow, evidence: Evidence) -> None:
    """Count for each glyph whether it stands within an Arabic word."""
    places = _candidates(row)
    keys = row.keys if places else []
    for at in places:
        votes = evidence.kashidas.setdefault(keys[at][:2], [0, 0])
        votes[not _within_word(row, keys, at)] += 1


def _vote_without_arabic(rows: list[TokenRow], evidence: Evidence) -> None:
    """Count the glyphs of rows without Arabic letters, which are not within Arabic words."""
    glyphs: Counter[GlyphKey] = Counter()
    for row in rows:
        if not isinstance(row, ColumnTokens):
            pairs = zip(row.keys, row.letter_kinds, strict=True)
            glyphs.update([key for key, kinds in pairs if kinds and not kinds & REPLACED])
    columned = [row.column_row for row in rows if isinstance(row, ColumnTokens)]
    columned.sort(key=attrgetter("page"))
    for columns, own in groupby(columned, key=attrgetter("columns")):
        counts = np.bincount(np.concatenate([row.entry_ids for row in own]))
        for entry in np.flatnonzero(counts).tolist():
            _count_outside(columns.glyph_code(entry), counts.item(entry), evidence)
    for glyph, count in glyphs.items():
        _count_outside(glyph, count, evidence)


def _count_outside(glyph: tuple[int, int, str], count: int, evidence: Evidence) -> None:
    font, code, text = glyph
    if text not in WORD_SEPARATORS:
        evidence.kashidas.setdefault((font, code), [0, 0])[1] += count


def _replace(row: TokenRow, at: int, evidence: Evidence) -> None:
    """Replace a glyph by tatweel, if it occurs between joined letters only."""
    cluster = row.clusters[at]
    if cluster is None or not may_be_kashida(cluster, evidence):
        return
    if cluster.x1 - cluster.x0 < ZERO_WIDTH:
        return  # a mark that is read as a letter
    inside, outside = evidence.kashidas[cluster.font, cluster.code]
    keys = row.keys
    is_within = _within_word(row, keys, at)
    is_usual = cluster.text in USUAL
    minimum = MIN_HYPHENS if is_usual else MIN_KASHIDAS
    ratio = USUAL_RATIO if is_usual else SYMBOL_RATIO
    if not is_usual and _is_symbol(cluster) and inside > SYMBOL_RATIO * outside:
        cluster.is_uncertain = cluster.is_uncertain or (
            not is_within and _is_after_joining(row, keys, at)
        )
        cluster.is_kashida = True
    elif inside < minimum or inside <= ratio * outside:
        return
    elif not is_within:
        cluster.is_uncertain = True
        return
    row.change(at, TATWEEL, "R")


def _is_symbol(cluster: Cluster) -> bool:
    return not cluster.text.isalnum()


def _candidates(row: TokenRow) -> list[int]:
    """The places of the glyphs that may be kashidas."""
    if not isinstance(row, ColumnTokens) and not row.kinds & IN_WORD:
        return []
    kinds = enumerate(row.letter_kinds)
    return [at for at, own in kinds if own & IN_WORD and not own & REPLACED]


def _within_word(row: TokenRow, keys: Sequence[GlyphKey], at: int) -> bool:
    """Whether Arabic letters are on both sides, the right one of which joins the left one."""
    left, right = at - 1, _right_of(keys, at)
    while left >= 0 and _is_same_glyph(keys[left], keys[at]):
        left -= 1
    return left >= 0 and row.tokens[left].bidi_class == "R" and _joins_left(row, keys, right)


def _is_after_joining(row: TokenRow, keys: Sequence[GlyphKey], at: int) -> bool:
    """Whether a letter that joins the next one is at the right: what lengthens it may be meant.

    An author writes a tatweel before a number, `الـ 15`, but none after a sign or a final letter.
    """
    return _joins_left(row, keys, _right_of(keys, at))


def _right_of(keys: Sequence[GlyphKey], at: int) -> int:
    """The place after a run of one glyph."""
    right = at + 1
    while right < len(keys) and _is_same_glyph(keys[right], keys[at]):
        right += 1
    return right


def _joins_left(row: TokenRow, keys: Sequence[GlyphKey], at: int) -> bool:
    """Whether a glyph is that of an Arabic letter of joining type D (dual-joining)."""
    if at >= len(keys) or row.tokens[at].bidi_class != "R":
        return False
    letters = [char for char in keys[at][2] if not unicodedata.combining(char)]
    return bool(letters) and letters[-1] not in RIGHT_JOINING


def _is_same_glyph(key: GlyphKey, own: GlyphKey) -> bool:
    return key[:2] == own[:2] or key[2] == TATWEEL
