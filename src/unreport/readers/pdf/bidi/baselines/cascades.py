"""Letters drawn above or below the baseline of their row, as calligraphic fonts do.

In Nastaliq and in the Kano style the letters of a word stand on one another, so that a font moves
some of them from the baseline (OpenType GPOS, cursive attachment).
"""

from __future__ import annotations

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.baselines.row_index import RowIndex

CASCADE = (0.1, 0.75)  # em from the baseline
MOST_LETTERS = 3  # of a word that leave the baseline together
FEWEST = 6  # clusters of the row that they belong to
SAME_SIZE = 0.05  # of the size of type


def join_cascades(pieces: list[Row]) -> list[Row]:
    """Rows with the few letters beside their baseline put into them."""
    rows = RowIndex(row for row in pieces if row.count >= FEWEST)
    kept: list[Row] = []
    for piece in pieces:
        row = _row_of(piece, rows) if _is_arabic(piece) else None
        if row is None:
            kept.append(piece)
        else:
            row.extend(piece)
    return kept


def _is_arabic(piece: Row) -> bool:
    return piece.count <= MOST_LETTERS and all(
        piece.cluster_at(at).bidi_class == "R" for at in range(piece.count)
    )


def _row_of(piece: Row, rows: RowIndex) -> Row | None:
    """The nearest row of the same size of type across which a piece stands."""
    low, high = (reach * piece.size for reach in CASCADE)

    def has_piece(row: Row) -> bool:
        return (
            low < abs(row.y - piece.y)
            and abs(row.size - piece.size) < SAME_SIZE * row.size
            and row.x0 - row.size < piece.x0
            and piece.x1 < row.x1 + row.size
        )

    return rows.nearest(piece.y, (high, high), has_piece)
