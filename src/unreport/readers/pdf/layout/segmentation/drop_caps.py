"""Drop caps: the initial letter of a paragraph that is as high as two rows or more.

Its baseline is that of the last row beside it (CSS Inline Layout 3, `initial-letter`), but it is
read before the first.
"""

from __future__ import annotations

from statistics import median

from msgspec.structs import replace

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.spelling.known_words import is_known

LARGER = 1.7  # times the type beside it
RISE = 0.85  # of its size, from its baseline to the top of it
BESIDE = 1.2  # em of the type beside it
LEAST_ROWS = 2
SAME_BASELINE = 0.5  # em
WORD_GAP = 0.15  # em
SPACE = 0.25  # em
ONE_LETTER_WORDS = frozenset("aàeioóuyавикосуя")


def join_drop_caps(segments: list[Row]) -> list[Row]:
    """Segments, of which a drop cap begins the first row beside it."""
    usual = median([row.size for row in segments]) if segments else 0.0
    out = segments
    for row in [row for row in segments if _has_large_initial(row, usual)]:
        out = _joined(out, row)
    return out


def _has_large_initial(row: Row, usual: float) -> bool:
    """Whether the first letter is larger than the others, or than most rows if it is alone."""
    return row.first_size > LARGER * (usual if row.count == 1 else row.size)


def _joined(segments: list[Row], row: Row) -> list[Row]:
    initial = row.clusters[0]
    if not initial.text[:1].isalpha():
        return segments
    rest = _row(row, row.clusters[1:]) if row.count > 1 else None
    others = [own for other in segments if (own := rest if other is row else other)]
    beside = [other for other in others if _is_beside(initial, other)]
    if len(beside) < LEAST_ROWS:
        return segments
    first = min(beside, key=lambda other: other.y)
    if first.y > initial.y - SAME_BASELINE * first.size:
        return segments  # a label, on the baseline of the first row
    return [_with_initial(other, initial) if other is first else other for other in others]


def _is_beside(initial: Cluster, row: Row) -> bool:
    return (
        abs(row.x0 - initial.x1) < BESIDE * row.size
        and row.x0 > (initial.x0 + initial.x1) / 2
        and initial.size > LARGER * row.size
        and initial.y - RISE * initial.size < row.y < initial.y + BESIDE * row.size
    )


def _with_initial(row: Row, initial: Cluster) -> Row:
    """A row that begins with a letter, which takes so little room that it is not indented."""
    spaces, end = row.spaces, row.x0
    if _is_word(initial.text, row):
        end -= SPACE * row.size
        spaces = [(end + row.x0) / 2, *row.spaces]
    start = end - (row.x0 - end)
    letter = replace(initial, x0=start, x1=end, y=row.y, size=row.size)
    return Row([letter, *row.clusters], row.y, row.size, row.page, spaces)


def _is_word(letter: str, row: Row) -> bool:
    """Whether a letter is a word, as the article in `A report was submitted`, or a label.

    No word has its second letter alone as a capital: `B` beside `Legal framework` is a label.
    """
    word = _first_word(row)
    if word[:1].isupper() and word[1:2].islower():
        return True
    word = word.lower()
    joined = f"{letter}{word}".lower()
    return letter.lower() in ONE_LETTER_WORDS and is_known(word) and not is_known(joined)


def _first_word(row: Row) -> str:
    clusters, end = row.clusters, 1
    while end < len(clusters) and clusters[end].x0 - clusters[end - 1].x1 < WORD_GAP * row.size:
        end += 1
    return "".join(cluster.text for cluster in clusters[:end])


def _row(row: Row, clusters: list[Cluster]) -> Row:
    x0 = clusters[0].x0
    part = Row(clusters, row.y, row.size, row.page, [x for x in row.spaces if x > x0])
    part.measure()
    return part
