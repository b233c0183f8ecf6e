"""Drop caps: the initial letter of a paragraph that is as high as two rows or more.

Its baseline is that of the last row beside it (CSS Inline Layout 3, `initial-letter`), but it is
read before the first.
"""

from __future__ import annotations

from msgspec.structs import replace

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.spelling.known_words import is_known

LARGER = 1.7  # times the type beside it
RISE = 0.85  # of its size, from its baseline to the top of it
BESIDE = 1.2  # em of the type beside it
LEAST_ROWS = 2
WORD_GAP = 0.15  # em


def join_drop_caps(segments: list[Row]) -> list[Row]:
    """Segments, of which a drop cap begins the first row beside it."""
    out = segments
    for row in [row for row in segments if _has_large_initial(row)]:
        out = _joined(out, row)
    return out


def _has_large_initial(row: Row) -> bool:
    return row.first_size > LARGER * row.size or row.count == 1


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
    return [_with_initial(other, initial) if other is first else other for other in others]


def _is_beside(initial: Cluster, row: Row) -> bool:
    return (
        abs(row.x0 - initial.x1) < BESIDE * row.size
        and row.x0 > (initial.x0 + initial.x1) / 2
        and initial.size > LARGER * row.size
        and initial.y - RISE * initial.size < row.y < initial.y + BESIDE * row.size
    )


def _with_initial(row: Row, initial: Cluster) -> Row:
    """A row that begins with a letter; it has no width, so that the row starts where it did."""
    letter = replace(initial, x0=row.x0, x1=row.x0, y=row.y, size=row.size)
    spaces = [row.x0, *row.spaces] if _is_word(initial.text, row) else row.spaces
    return Row([letter, *row.clusters], row.y, row.size, row.page, spaces)


def _is_word(letter: str, row: Row) -> bool:
    """Whether a letter is a word, as the article in `A report was submitted`."""
    word = _first_word(row)
    return is_known(letter.lower()) and is_known(word) and not is_known(f"{letter}{word}".lower())


def _first_word(row: Row) -> str:
    clusters, end = row.clusters, 1
    while end < len(clusters) and clusters[end].x0 - clusters[end - 1].x1 < WORD_GAP * row.size:
        end += 1
    return "".join(cluster.text for cluster in clusters[:end]).lower()


def _row(row: Row, clusters: list[Cluster]) -> Row:
    x0 = clusters[0].x0
    part = Row(clusters, row.y, row.size, row.page, [x for x in row.spaces if x > x0])
    part.measure()
    return part
