"""Kashidas whose glyphs have the text of another character, or none."""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import groupby
from operator import attrgetter

import numpy as np

from unreport.readers.pdf.bidi.arabic_evidence import RIGHT_JOINING
from unreport.readers.pdf.bidi.baselines.token_row import ColumnTokens, TokenRow
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.letters import MIRRORED, TATWEEL
from unreport.readers.pdf.bidi.logical_order import token_of
from unreport.readers.pdf.bidi.unknown_glyphs import may_be_kashida

WORD_SEPARATORS = frozenset("/.،؛؟'\"’‘“”…·•")
"""Characters that may be right between two words without a space."""
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
    if all(inside < MIN_KASHIDAS for inside, _ in evidence.kashidas.values()):
        return
    for row in rows:
        for at, cluster in _candidates(row):
            _replace(row, at, cluster, evidence)


def _vote(row: TokenRow, evidence: Evidence) -> None:
    """Count for each glyph whether it stands within an Arabic word."""
    for at, cluster in _candidates(row):
        votes = evidence.kashidas.setdefault((cluster.font, cluster.code), [0, 0])
        votes[not _within_word(row, at)] += 1


def _vote_without_arabic(rows: list[TokenRow], evidence: Evidence) -> None:
    """Count the glyphs of rows without Arabic letters, which are not within Arabic words."""
    glyphs = Counter(
        [
            (cluster.font, cluster.code, cluster.text)
            for row in rows
            if not isinstance(row, ColumnTokens)
            for cluster in row.clusters
            if cluster is not None and not cluster.from_actual_text
        ]
    )
    columned = [row.column_row for row in rows if isinstance(row, ColumnTokens)]
    for columns, own in groupby(columned, key=attrgetter("columns")):
        counts = np.bincount(np.concatenate([row.entry_ids for row in own]))
        for entry in np.flatnonzero(counts).tolist():
            glyphs[columns.glyph_code(entry)] += counts.item(entry)
    for (font, code, text), count in glyphs.items():
        if text not in WORD_SEPARATORS:
            evidence.kashidas.setdefault((font, code), [0, 0])[1] += count


def _replace(row: TokenRow, at: int, cluster: Cluster, evidence: Evidence) -> None:
    """Replace a glyph by tatweel, if it occurs between joined letters only."""
    inside, outside = evidence.kashidas[cluster.font, cluster.code]
    if inside < MIN_KASHIDAS or not may_be_kashida(cluster, evidence):
        return
    is_within = _within_word(row, at)
    is_usual = cluster.text in USUAL
    minimum = MIN_HYPHENS if is_usual else MIN_KASHIDAS
    ratio = USUAL_RATIO if is_usual else SYMBOL_RATIO
    if not is_usual and _is_symbol(cluster) and inside > SYMBOL_RATIO * outside:
        cluster.is_uncertain = cluster.is_uncertain or (
            not is_within and _is_after_joining(row, at)
        )
        cluster.is_kashida = True
    elif inside < minimum or inside <= ratio * outside:
        return
    elif not is_within:
        cluster.is_uncertain = True
        return
    cluster.text, cluster.bidi_class = TATWEEL, "R"
    row.tokens[at] = token_of(TATWEEL, "R")
    row.classes |= {"R"}
    row.forget_text()


def _is_symbol(cluster: Cluster) -> bool:
    return not cluster.text.isalnum()


def _candidates(row: TokenRow) -> list[tuple[int, Cluster]]:
    """The glyphs that may be kashidas, with their places."""
    return [
        (at, cluster)
        for at, cluster in enumerate(row.clusters)
        if cluster is not None
        and cluster.bidi_class != "R"
        and cluster.text not in WORD_SEPARATORS
        and not cluster.from_actual_text
    ]


def _within_word(row: TokenRow, at: int) -> bool:
    """Whether Arabic letters are on both sides, the right one of which joins the left one."""
    own = row.clusters[at]
    left, right = at - 1, at + 1
    while left >= 0 and _is_same_glyph(row.clusters[left], own):
        left -= 1
    while right < len(row.clusters) and _is_same_glyph(row.clusters[right], own):
        right += 1
    if left < 0 or right >= len(row.clusters):
        return False
    after, before = row.clusters[left], row.clusters[right]
    return after is not None and after.bidi_class == "R" and _joins_left(before)


def _is_after_joining(row: TokenRow, at: int) -> bool:
    """Whether a letter that joins the next one is at the right: what lengthens it may be meant.

    An author writes a tatweel before a number, `الـ 15`, but none after a sign or a final letter.
    """
    right = at + 1
    while right < len(row.clusters) and _is_same_glyph(row.clusters[right], row.clusters[at]):
        right += 1
    return right < len(row.clusters) and _joins_left(row.clusters[right])


def _joins_left(cluster: Cluster | None) -> bool:
    """Whether a glyph is that of an Arabic letter of joining type D (dual-joining)."""
    if cluster is None or cluster.bidi_class != "R":
        return False
    letters = [char for char in cluster.text if not unicodedata.combining(char)]
    return bool(letters) and letters[-1] not in RIGHT_JOINING


def _is_same_glyph(cluster: Cluster | None, own: Cluster | None) -> bool:
    return (
        cluster is not None
        and own is not None
        and ((cluster.font, cluster.code) == (own.font, own.code) or cluster.text == TATWEEL)
    )
