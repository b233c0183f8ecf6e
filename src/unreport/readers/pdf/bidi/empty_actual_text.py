"""Letters under an empty /ActualText that no other replacement text has.

A producer that gives each glyph of a grapheme cluster a span of its own puts the text of the
cluster on one glyph, and an empty /ActualText on the others: their letter is in the text beside
them.  Some give every glyph that has been one of those, in another word, an empty one too.  There
nothing replaces the letter (ISO 32000-1, 14.9.4), and the text is that of its ToUnicode.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

from unreport.readers.pdf.bidi.clusters import ZERO_WIDTH, Cluster
from unreport.readers.pdf.bidi.letters import UNMAPPED

LONGEST_RUN = 4  # spans of one grapheme cluster


def unreplaced_spans(spans: Mapping[int, Sequence[Cluster]], texts: Mapping[int, str]) -> set[int]:
    """The spans with an empty text whose letters the text of no span beside them has."""
    empty = [span for span in spans if not texts[span] and _are_letters(spans[span])]
    if not empty:
        return set()
    replacing = {
        cluster.order: "" if _is_drawn_mark(own) else texts[span]
        for span, own in spans.items()
        for cluster in own
    }
    return {span for span in empty if not _is_replaced(spans[span], replacing)}


def _are_letters(clusters: Sequence[Cluster]) -> bool:
    return all(
        cluster.text != UNMAPPED and _decomposed(cluster.text).isalpha() for cluster in clusters
    )


def _is_drawn_mark(clusters: Sequence[Cluster]) -> bool:
    """Whether a span has one glyph, a combining mark, which is read as that whatever its text."""
    mark = clusters[0]
    return len(clusters) == 1 and mark.bidi_class == "M" and mark.x1 - mark.x0 < ZERO_WIDTH


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
