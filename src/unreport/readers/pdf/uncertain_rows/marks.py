"""Mark the rows of a document that are uncertain, one kind of evidence after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.checks.absent_letters import (
    AbsentLetters,
    absent_letters,
    mark_absent_letters,
)
from unreport.readers.pdf.checks.font_doubts import FontFaults, font_faults, mark_rows
from unreport.readers.pdf.layout.furniture import confirm_furniture
from unreport.readers.pdf.layout.repeated_heads import confirm_repeated_heads
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.uncertain_rows.bracket_pairs import mark_unpaired_signs
from unreport.readers.pdf.uncertain_rows.capitalised_words import mark_capitalised_words
from unreport.readers.pdf.uncertain_rows.character_variants import mark_character_variants
from unreport.readers.pdf.uncertain_rows.heading_numerals import mark_misspelt_numerals
from unreport.readers.pdf.uncertain_rows.impossible_dates import mark_impossible_dates
from unreport.readers.pdf.uncertain_rows.improbable_words import mark_improbable_words
from unreport.readers.pdf.uncertain_rows.misplaced_signs import mark_misplaced_signs
from unreport.readers.pdf.uncertain_rows.misread_signs.code_pages import mark_code_page_signs
from unreport.readers.pdf.uncertain_rows.misread_signs.combined_bytes import mark_combined_bytes
from unreport.readers.pdf.uncertain_rows.misread_signs.detached_marks import mark_detached_marks
from unreport.readers.pdf.uncertain_rows.misread_signs.lost_neighbours import (
    mark_lost_neighbours,
)
from unreport.readers.pdf.uncertain_rows.misread_signs.signs_for_letters import (
    mark_garbled_words,
    mark_private_characters,
    mark_signs_within_han,
    mark_signs_within_latin,
    mark_signs_within_words,
)
from unreport.readers.pdf.uncertain_rows.misread_signs.unreadable_fonts import (
    mark_unreadable_fonts,
)
from unreport.readers.pdf.uncertain_rows.misspelt_words import mark_misspelt_words
from unreport.readers.pdf.uncertain_rows.number_sequences import mark_broken_sequences
from unreport.readers.pdf.uncertain_rows.ocr_layers import mark_ocr_rows
from unreport.readers.pdf.uncertain_rows.reading_order.broken_sentences import (
    mark_broken_sentences,
)
from unreport.readers.pdf.uncertain_rows.reading_order.divided_cells import mark_divided_cells
from unreport.readers.pdf.uncertain_rows.reading_order.parallel_columns import (
    mark_parallel_columns,
)
from unreport.readers.pdf.uncertain_rows.sentence_signs import mark_sentence_signs
from unreport.readers.pdf.uncertain_rows.undecided_orders import mark_undecided_orders
from unreport.readers.pdf.uncertain_rows.unknown_glyphs import (
    UnknownGlyphs,
    mark_unknown_glyphs,
    unknown_glyphs,
)
from unreport.readers.pdf.uncertain_rows.unknown_words import mark_unknown_words, unknown_words
from unreport.readers.pdf.uncertain_rows.word_sequences import mark_word_sequences
from unreport.readers.pdf.uncertain_rows.word_shapes import mark_odd_word_shapes

BY_SIGNS: tuple[Callable[[list[TextLine]], None], ...] = (
    mark_combined_bytes,
    mark_signs_within_words,
    mark_signs_within_han,
    mark_code_page_signs,
    mark_signs_within_latin,
    mark_private_characters,
    mark_lost_neighbours,
    mark_detached_marks,
    mark_garbled_words,
    mark_unreadable_fonts,
    mark_undecided_orders,
    mark_misplaced_signs,
)
"""Marks by signs that stand for others, and by the fonts and places of signs."""

BY_TEXT: tuple[Callable[[list[TextLine]], None], ...] = (
    mark_parallel_columns,
    mark_unpaired_signs,
    mark_sentence_signs,
    mark_impossible_dates,
    mark_misspelt_numerals,
    mark_character_variants,
    mark_broken_sequences,
)
"""Marks by the text of the rows, once those of their words are known."""


class Found(NamedTuple):
    """What the words of a document say against its fonts."""

    faults: FontFaults
    words: Mapping[str, frozenset[str]]
    glyphs: Sequence[UnknownGlyphs]
    absent: Sequence[AbsentLetters]


def mark_uncertain_rows(
    rows: list[TextLine], evidence: Evidence, recognised: Sequence[int]
) -> Found:
    """Mark the rows that are uncertain by the fonts, words, numbers and dates of the document.

    `recognised` are the numbers of the pages whose text is an OCR layer.
    """
    faults = font_faults(evidence)
    mark_rows(rows, faults)
    for mark_by_signs in BY_SIGNS:
        mark_by_signs(rows)
    mark_ocr_rows(rows, recognised)
    unknown: Mapping[str, frozenset[str]] = (
        {} if recognised else unknown_words(rows, evidence, faults)
    )
    mark_unknown_words(rows, unknown)
    glyphs = unknown_glyphs(evidence)
    mark_unknown_glyphs(rows, glyphs)
    absent = () if recognised else (*absent_letters(evidence),)
    mark_absent_letters(rows, absent, evidence)
    mark_misspelt_words(rows, evidence)
    mark_improbable_words(rows, evidence)
    mark_capitalised_words(rows, evidence)
    mark_word_sequences(rows, evidence)
    mark_odd_word_shapes(rows)
    confirm_furniture(rows)
    confirm_repeated_heads(rows)
    mark_divided_cells(rows)
    mark_broken_sentences(rows, evidence)
    for mark_by_text in BY_TEXT:
        mark_by_text(rows)
    return Found(faults, unknown, glyphs, absent)
