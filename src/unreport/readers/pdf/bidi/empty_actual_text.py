"""Letters and marks under an empty /ActualText that no other replacement text has.

A producer that gives each glyph of a grapheme cluster a span of its own puts the text of the
cluster on one glyph, and an empty /ActualText on the others: their letter is in the text beside
them.  Some give every glyph that has been one of those, in another word, an empty one too.  There
nothing replaces the letter (ISO 32000-1, 14.9.4), and the text is that of its ToUnicode.  A program
that writes a file anew puts an empty text on each glyph for which it found none (cairo): a letter
or mark there is on the page, and unknown.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from unreport.readers.pdf.bidi.arabic_evidence import RIGHT_JOINING
from unreport.readers.pdf.bidi.clusters import ZERO_WIDTH, Cluster, PageBases
from unreport.readers.pdf.bidi.letters import UNMAPPED, combining_marks

LONGEST_RUN = 4  # spans of one grapheme cluster
TOUCHING = 0.1  # em between a glyph and the one beside it in its word


def unreplaced_spans(spans: Mapping[int, Sequence[Cluster]], texts: Mapping[int, str]) -> set[int]:
    """The spans with an empty text whose letters the text of no span beside them has."""
    empty = [span for span in spans if not texts[span] and _are_letters(spans[span])]
    unread = [span for span in spans if not texts[span] and _is_unread_mark(spans[span])]
    if not (empty or unread):
        return set()
    replacing = {
        cluster.order: "" if _is_drawn_mark(own) else texts[span]
        for span, own in spans.items()
        for cluster in own
    }
    found = {span for span in empty if not _is_replaced(spans[span], replacing)}
    return found | {span for span in unread if not _is_mark_replaced(spans[span], replacing)}


def letters_among_kashidas(bases: PageBases) -> None:
    """Make unknown letters of the glyphs that are taken for kashidas, where no letters join.

    A kashida lengthens the join of two letters.  `bases` are in the order of the content stream.
    """
    likely = sorted(at for at in bases.own if bases[at].is_kashida)
    apart: Counter[tuple[int, int]] = Counter()
    for _, run in groupby(enumerate(likely), key=lambda numbered: numbered[1] - numbered[0]):
        own = [at for _, at in run]
        joined = _is_between_joined(bases, own[0], own[-1])
        if joined is not None:
            for kashida in bases.at(own):
                apart[kashida.font, kashida.code] += -1 if joined else 1
    for letter in bases.at(likely):
        if apart[letter.font, letter.code] > 0:
            letter.is_kashida, letter.text = False, UNMAPPED  # and right-to-left, as a kashida is


def _is_between_joined(bases: PageBases, start: int, end: int) -> bool | None:
    """Whether letters that join are on both sides of a run of glyphs; None if it stands apart."""
    run = bases[start : end + 1]
    x0, x1 = min(own.x0 for own in run), max(own.x1 for own in run)
    reach = TOUCHING * run[0].size
    around = [*bases[max(0, start - 1) : start], *bases[end + 1 : end + 2]]
    own = [other for other in around if abs(other.y - run[0].y) < other.size]
    left = next((other for other in own if abs(other.x1 - x0) < reach), None)
    right = next((other for other in own if abs(other.x0 - x1) < reach), None)
    if left is None and right is None:
        return None
    if left is None or right is None:
        return False
    return left.bidi_class == "R" and right.bidi_class == "R" and _joins(right.text)


def _joins(text: str) -> bool:
    """Whether the last letter of a text joins the letter after it."""
    letters = _decomposed(text)
    return bool(letters) and letters[-1] not in RIGHT_JOINING


def _are_letters(clusters: Sequence[Cluster]) -> bool:
    return all(
        cluster.text != UNMAPPED and _decomposed(cluster.text).isalpha() for cluster in clusters
    )


def _is_drawn_mark(clusters: Sequence[Cluster]) -> bool:
    """Whether a span has one glyph, a combining mark, which is read as that whatever its text."""
    mark = clusters[0]
    return len(clusters) == 1 and mark.bidi_class == "M" and mark.x1 - mark.x0 < ZERO_WIDTH


def _is_unread_mark(clusters: Sequence[Cluster]) -> bool:
    mark = clusters[0]
    return len(clusters) == 1 and mark.text == UNMAPPED and mark.x1 - mark.x0 < ZERO_WIDTH


def _is_mark_replaced(clusters: Sequence[Cluster], replacing: Mapping[int, str]) -> bool:
    """Whether a text beside a mark has a combining mark."""
    order = clusters[0].order
    beside = (_text_beside(order - 1, -1, replacing), _text_beside(order + 1, 1, replacing))
    return any(bool(combining_marks(unicodedata.normalize("NFD", text))) for text in beside)


def _is_replaced(clusters: Sequence[Cluster], replacing: Mapping[int, str]) -> bool:
    """Whether a text beside the span has all of its letters."""
    letters = Counter("".join(_decomposed(cluster.text) for cluster in clusters))
    orders = [cluster.order for cluster in clusters]
    beside = (
        _text_beside(min(orders) - 1, -1, replacing),
        _text_beside(max(orders) + 1, 1, replacing),
    )
    return any(letters <= Counter(_decomposed(text)) for text in beside)


def _text_beside(order: int, step: int, replacing: Mapping[int, str]) -> str:
    """The first text that is not empty, of the spans that adjoin a glyph on one side."""
    for at in range(order, order + step * LONGEST_RUN, step):
        text = replacing.get(at)
        if text or text is None:
            return text or ""
    return ""


def _decomposed(text: str) -> str:
    """The characters of a text without composition, presentation forms and combining marks."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(char for char in plain if not unicodedata.combining(char))
