"""Text lines: each row of a page in logical order, with its region, type and footnote calls."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from unreport.readers.pdf.bidi.base_direction import page_base_direction, tokenised_rows
from unreport.readers.pdf.bidi.baselines.column_row import ColumnRow
from unreport.readers.pdf.bidi.baselines.compressed_punctuation import text_in_order
from unreport.readers.pdf.bidi.baselines.logical_row import (
    ColumnLogicalRow,
    TextRow,
    TokenLogicalRow,
)
from unreport.readers.pdf.bidi.baselines.token_row import TokenRow
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.combined_bytes import read_combined_bytes
from unreport.readers.pdf.bidi.font_faults.misread_digits import record_years
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import record_words
from unreport.readers.pdf.bidi.kashida import replace_kashida_glyphs
from unreport.readers.pdf.bidi.letters import has_han, is_han
from unreport.readers.pdf.bidi.logical_order import Alternative, BaseDirection
from unreport.readers.pdf.bidi.logical_rows import (
    collect_evidence,
    logical_rows,
    mark_unreordered_rows,
)
from unreport.readers.pdf.bidi.number_groups import order_number_groups
from unreport.readers.pdf.bidi.rows import rows_of
from unreport.readers.pdf.bidi.unknown_glyphs import read_unknown_glyphs
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.layout.doubts.aligned_gaps import doubt_aligned_gaps
from unreport.readers.pdf.layout.doubts.numbered_cells import doubt_numbered_cells
from unreport.readers.pdf.layout.doubts.undecided_columns import (
    doubt_rows_beside_others,
    doubt_undecided_columns,
)
from unreport.readers.pdf.layout.doubts.undetected_columns import doubt_undetected_columns
from unreport.readers.pdf.layout.page_layout import LabelledRow, PrecedingPages, Region
from unreport.readers.pdf.layout.reading_order import reading_order
from unreport.readers.pdf.layout.tables.rows_at_page_end import move_to_table_below

PAGE_EDGE = 1.0  # points
NEAR_END = 12  # characters
MAJORITY = 0.6  # of a row's glyph clusters
CALL = re.compile(r"[(\[]?(?:\d{1,3}|[٠-٩]{1,3}|[*†‡§]{1,3}|[a-zа-я])[)\]/]?(?:[,،]\s?\d{1,3})*")
FRACTION_SLASH = "\N{FRACTION SLASH}"
# raised letters that are no call: `1er`, `57º`, `1.º`, `nº`, `n.º`, `XIXe`; but `2026a`, `2024/25b`
ORDINAL = re.compile(
    r"(?:(?<!\b(?:19|20)\d)(?<!\b(?:19|20)\d\d[/–-]\d)(?:[\dnN][^\W\d_])"
    r"|\de|[\dnN]\.[oa]|\b[IVXLCDM]++e)$"
)
# before the raised 2 or 3 of square and cubic metres: `km2`, `м3`, `م2`
METRE = re.compile(r"(?<![^\W_])(?:[kcdm]?m|[кдсм]?м|[كس]?م)[23]")
# before the exponent of a formula: `E = mc2`, `(a + b)2`
BASE_OF_POWER = re.compile(
    r"[=+−×·<>≤≥±]\s?[^\W\d_]{1,3}$"
    r"|\([^\W\d_]{1,2}(?:\s?[+−–=×·-]\s?[^\W_]{1,2}){1,4}\)$"
)
LONGEST_BASE = 32  # characters


class TextLine(Struct, kw_only=True, gc=False):
    """A row of a page, or the fragment of a table cell, in logical order."""

    text: str
    page: int
    region: Region
    fallback: Region  # if it proves to be no page furniture
    x0: float
    x1: float
    y: float
    size: float
    base: BaseDirection
    fonts: frozenset[int]
    bold: bool
    italic: bool
    first_word_width: float
    calls: tuple[tuple[int, int], ...]
    leading_call: int  # length of a footnote call before the first word
    has_marker: bool  # whether a footnote marker opens it
    certain: bool  # whether its order and letters are
    block: int
    text_column: int
    table: int
    cell: tuple[int, int]
    page_width: float
    page_height: float
    alternative: Alternative | None = None  # another order that looks alike on the page
    reason: str = ""  # why it is not certain, in words


class PendingPage(Struct, frozen=True, kw_only=True):
    """A page whose rows wait until the evidence about its fonts is complete."""

    page: Page
    labelled: list[LabelledRow]
    token_rows: list[list[TokenRow]]  # per row: its footnote marker, if any, and the row


def lay_out(pages: Sequence[Page], preceding: PrecedingPages) -> list[PendingPage]:
    """Layout analysis of some pages: their rows in reading order, as tokens."""
    found = []
    for page in pages:
        rows = rows_of(page)
        base = page_base_direction(rows)
        found.append((page, base, reading_order(page, rows, base, preceding)))
    for (_, _, labelled), (_, _, following) in pairwise(found):
        move_to_table_below(labelled, following)
    return [_tokenised(*own) for own in found]


def _tokenised(page: Page, base: BaseDirection, labelled: list[LabelledRow]) -> PendingPage:
    doubt_aligned_gaps(labelled)
    doubt_undecided_columns(labelled)
    doubt_rows_beside_others(labelled)
    doubt_numbered_cells(labelled, page, base)
    doubt_undetected_columns(labelled, base)
    pairs = [[p.marker, p.row] if p.marker else [p.row] for p in labelled]
    tokenised = iter(tokenised_rows([row for own in pairs for row in own], base))
    token_rows = [[next(tokenised) for _ in own] for own in pairs]
    mark_unreordered_rows([row for own in token_rows for row in own])
    return PendingPage(page=page, labelled=labelled, token_rows=token_rows)


def text_lines_of(pages: list[PendingPage], evidence: Evidence) -> list[TextLine]:
    """The text lines of some pages, by the evidence of these pages and all before them."""
    sequences = _reading_sequences(pages)
    read_combined_bytes((row for sequence in sequences for row in sequence), evidence)
    read_unknown_glyphs((row for sequence in sequences for row in sequence), evidence)
    replace_kashida_glyphs([strip for sequence in sequences for strip in sequence], evidence)
    order_number_groups((row for sequence in sequences for row in sequence), evidence)
    for sequence in sequences:
        collect_evidence(sequence, evidence)
    texts = {id(r.row): r for sequence in sequences for r in logical_rows(sequence, evidence)}
    for restored in texts.values():
        record_words(restored, evidence)
        record_years(restored, evidence)
    out: list[TextLine] = []
    for pending in pages:
        styles = _Styles(
            bold=frozenset(i for i, font in enumerate(pending.page.fonts) if font.bold),
            italic=frozenset(i for i, font in enumerate(pending.page.fonts) if font.italic),
        )
        for labelled, token_rows in zip(pending.labelled, pending.token_rows, strict=True):
            restored_rows = [texts[id(strip.row)] for strip in token_rows]
            out.append(_text_line(pending.page, labelled, restored_rows, styles))
    return out


class _Styles(Struct, frozen=True, kw_only=True):
    """The fonts that are bold, and those that are italic."""

    bold: frozenset[int]
    italic: frozenset[int]


def _reading_sequences(pages: list[PendingPage]) -> list[list[TokenRow]]:
    """Rows that may continue in one another: body text, footnotes; every other row by itself."""
    running: dict[str, list[TokenRow]] = {"body": [], "note": []}
    alone: list[list[TokenRow]] = []
    for pending in pages:
        for labelled, token_rows in zip(pending.labelled, pending.token_rows, strict=True):
            sequence = running.get(labelled.region)
            if sequence is None:
                alone.append(token_rows)
                continue
            if labelled.marker:
                alone.append(token_rows[:1])
            sequence.append(token_rows[-1])
    return [*running.values(), *alone]


def _text_line(
    page: Page, labelled: LabelledRow, restored_rows: list[TextRow], styles: _Styles
) -> TextLine:
    row, body = labelled.row, restored_rows[-1]
    marker = f"{restored_rows[0].text} " if labelled.marker else ""
    x0, x1 = row.x0, row.x1
    if labelled.marker:
        x0, x1 = min(x0, labelled.marker.x0), max(x1, labelled.marker.x1)
    distinct = frozenset(fonts := row.fonts)
    calls = () if labelled.region == "note" else _calls(body)
    return TextLine(
        text=marker + text_in_order(body),
        page=page.number,
        region=labelled.region,
        fallback=labelled.fallback,
        x0=x0,
        x1=x1,
        y=row.y,
        size=row.size,
        base=body.base,
        fonts=distinct,
        bold=_mostly(fonts, distinct & styles.bold),
        italic=_mostly(fonts, distinct & styles.italic),
        first_word_width=_first_word_width(body) if not labelled.marker else x1 - x0,
        calls=tuple(call for call in calls if call[0]),
        leading_call=max((end for start, end in calls if not start), default=0),
        has_marker=labelled.marker is not None,
        certain=all(r.proved for r in restored_rows)
        and not row.is_doubtful
        and not labelled.doubt
        and (not reaches_page_edge(x0, x1, page.width) or _ends_in_han(body.text)),
        block=labelled.block,
        text_column=labelled.text_column,
        table=labelled.table,
        cell=labelled.cell,
        page_width=page.width,
        page_height=page.height,
        alternative=body.alternative,
        reason=labelled.doubt,
    )


def reaches_page_edge(x0: float, x1: float, page_width: float) -> bool:
    """Whether a row has no room on the page: its producer found no place to break it.

    Some producers do not write the glyphs that would be beyond the edge of the page.
    """
    return x0 < PAGE_EDGE or x1 > page_width - PAGE_EDGE


def _ends_in_han(text: str) -> bool:
    """Whether a row has Han characters near its end: it could be broken there (UAX #14, ID)."""
    return has_han(text[-NEAR_END:])


def _mostly(fonts: list[int], those: frozenset[int]) -> bool:
    return bool(those) and sum(map(fonts.count, those)) > MAJORITY * len(fonts)


def _first_word_width(body: TextRow) -> float:
    """The width of the first word; of two characters in scripts without spaces.

    A number and the word after it count as one word: `30 June`.
    """
    if isinstance(body, ColumnLogicalRow):
        return _width_of_first_word(body.column_row)
    return _width_of_first_tokens(body)


def _width_of_first_word(row: ColumnRow) -> float:
    texts, end, word = row.texts, 0, ""
    for end in (*row.starts, row.count):
        word = "".join(texts[:end])
        if not word.isdecimal():
            break
    if has_han(word):
        end = next((at + 1 for at in range(1, end) if is_han(texts[at][-1])), end)
    return row.width_of_first(end)


def _width_of_first_tokens(body: TokenLogicalRow) -> float:
    clusters = body.tokens.clusters
    word: list[Cluster] = []
    for place in body.places:
        cluster = clusters[place]
        if cluster is None:
            if word and all(own.text.isdecimal() for own in word):
                continue
            break
        word.append(cluster)
        if len(word) > 1 and is_han(cluster.text[-1]):
            break
    return max(own.x1 for own in word) - min(own.x0 for own in word) if word else 0.0


def _calls(restored: TextRow) -> tuple[tuple[int, int], ...]:
    """Where footnote calls stand in the text: raised marks."""
    row = restored.row
    if not (row.has_raised if isinstance(row, ColumnRow) else True in row.raised):
        return ()
    return tuple(
        _with_brackets(restored.text, start, end)
        for start, end in _raised(restored.sources)
        if CALL.fullmatch(restored.text[start:end].strip())
        and restored.text[end : end + 1] != FRACTION_SLASH
        and not ORDINAL.search(restored.text[: start + 1])
        and not METRE.fullmatch(restored.text, restored.text.rfind(" ", 0, start) + 1, end)
        and not BASE_OF_POWER.search(restored.text, max(0, start - LONGEST_BASE), start)
    )


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """A call with the brackets around it or the slash after it, where they are not raised.

    Typst takes the superscript forms of a font (OpenType `sups`), which has none of `(` and `/`.
    """
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return start - 1, end + 1
    slashed = text[end : end + 1] == "/" and not text[end + 1 : end + 2].isalnum()
    return start, end + slashed


def _raised(sources: Sequence[Cluster | None]) -> list[tuple[int, int]]:
    """Runs of raised clusters; a space between two of them is raised too: `¹, ²`."""
    runs: list[tuple[int, int]] = []
    raised = [at for at, cell in enumerate(sources) if cell is not None and cell.raised]
    for at in raised:
        if runs and all(between is None for between in sources[runs[-1][1] : at]):
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs
