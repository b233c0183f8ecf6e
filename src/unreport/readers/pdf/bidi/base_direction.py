"""Rows as tokens of the bidirectional algorithm, each with its base direction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from unreport.readers.pdf.bidi.baselines.column_row import ColumnRow
from unreport.readers.pdf.bidi.baselines.letter_kinds import CLASS_FLAGS, classes_of, union
from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.baselines.token_row import (
    ColumnTokens,
    TokenRow,
    with_spaces,
)
from unreport.readers.pdf.bidi.baselines.word_gaps import separate_words, word_starts
from unreport.readers.pdf.bidi.brackets import CLOSING_PUNCTUATION
from unreport.readers.pdf.bidi.logical_order import SPACE, BaseDirection, Token


def tokenised_rows(rows: Sequence[Row], page_direction: BaseDirection) -> list[TokenRow]:
    """Rows of a page with their word spaces, each with its base direction."""
    separate_words([row for row in rows if isinstance(row, ColumnRow) and not row.has_words])
    open_rows = [r for r in rows if not isinstance(r, ColumnRow) and r.word_starts is None]
    for row, starts in zip(open_rows, word_starts(open_rows, page_direction), strict=True):
        row.word_starts = starts
    out: list[TokenRow] = []
    for row in rows:
        if isinstance(row, ColumnRow):
            out.append(ColumnTokens(row))
            continue
        row_tokens = _tokenised(row)
        row_tokens.base = _row_base_direction(row_tokens, page_direction)
        out.append(row_tokens)
    return out


def page_base_direction(rows: Iterable[Row]) -> BaseDirection:
    """The base direction of a page, from the classes of its letters."""
    classes = [row.classes for row in rows if not isinstance(row, ColumnRow)]
    right, left = (sum([own.count(name) for own in classes]) for name in ("R", "L"))
    return "R" if right > left / 2 else "L"


def _tokenised(row: Row) -> TokenRow:
    starts = row.word_starts or []
    tokenised = TokenRow(row, with_spaces(row.tokens, starts, SPACE), starts)
    kinds = tokenised.kinds = union(tokenised.letter_kinds)
    tokenised.classes = classes_of(kinds | CLASS_FLAGS["S"] if starts else kinds)
    return tokenised


def _row_base_direction(row_tokens: TokenRow, page: BaseDirection) -> BaseDirection:
    tokens, classes = row_tokens.tokens, row_tokens.classes
    if "R" in classes:
        every = row_tokens.row.classes
        right, left = every.count("R"), every.count("L")
        if right > left:
            return "R"
        return "R" if page == "R" and (right == left or not _is_left_to_right(tokens)) else "L"
    if page == "L":
        return "L"
    if "L" not in classes and classes & {"AN", "EN"}:
        return "R"
    first, last = tokens[_first_on_baseline(row_tokens)], tokens[-1]
    starts, ends = first.char in CLOSING_PUNCTUATION, last.char in CLOSING_PUNCTUATION
    return "R" if starts and not ends else "L"


def _first_on_baseline(row_tokens: TokenRow) -> int:
    """The place of the leftmost token that is not raised; 0 if all are.

    The call of a note follows the full stop of its sentence, `(GMT+3).(2)`: in a right-to-left row
    it is at the left of it.
    """
    if not row_tokens.row.starts_raised:
        return 0
    return next((at for at, is_raised in enumerate(row_tokens.raised) if not is_raised), 0)


def _is_left_to_right(tokens: list[Token]) -> bool:
    """Whether a row of mostly Latin letters begins with one at the left and ends at the right.

    The full stop of a right-to-left row is its leftmost character.
    """
    first, before_last, last = tokens[0], tokens[-2] if len(tokens) > 1 else tokens[0], tokens[-1]
    ends = last.char in CLOSING_PUNCTUATION and before_last.bidi_class in {"L", "EN"}
    return first.bidi_class == "L" and ends
