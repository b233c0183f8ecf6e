"""The PDF reader: bytes to lines with page and box; every uncertainty is a doubt or an error."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby

from unreport.document import Document, make_document
from unreport.errors import DamagedSource, UnreadableSource, UnreportError
from unreport.model import Source
from unreport.readers.file_types import is_pdf
from unreport.readers.pdf.bidi.combining_marks.hamzas_by_words import read_hamzas
from unreport.readers.pdf.bidi.combining_marks.partial_marks import read_partial_marks
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.combined_letters import read_combined_letters
from unreport.readers.pdf.bidi.font_faults.combined_punctuation import read_combined_punctuation
from unreport.readers.pdf.checks.absent_letters import absent_letter_doubts
from unreport.readers.pdf.checks.doubts import (
    PageLog,
    check_text_found,
    check_text_is_language,
    reader_doubts,
)
from unreport.readers.pdf.checks.font_doubts import font_doubts
from unreport.readers.pdf.checks.hidden_text import ocr_pages, without_overlaid_text
from unreport.readers.pdf.checks.letter_accounting import page_letters
from unreport.readers.pdf.checks.sheet_places import on_sheets
from unreport.readers.pdf.checks.watermarks import without_watermarks
from unreport.readers.pdf.corrections.persian_characters import replace_persian_characters
from unreport.readers.pdf.corrections.superscript_calls import read_superscript_calls
from unreport.readers.pdf.corrections.tanwin import order_tanwin
from unreport.readers.pdf.corrections.wrapped_calls import join_wrapped_calls
from unreport.readers.pdf.file.engine import PdfFile
from unreport.readers.pdf.file.font_tables.font_subsets import FontSubsets
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.file.limits import Budget, PdfLimits
from unreport.readers.pdf.layout.lines import document_lines
from unreport.readers.pdf.layout.text_lines import TextLine, lay_out, text_lines_of
from unreport.readers.pdf.uncertain_rows.marks import mark_uncertain_rows
from unreport.readers.pdf.uncertain_rows.ocr_layers import ocr_doubts
from unreport.readers.pdf.uncertain_rows.unknown_glyphs import unknown_glyph_doubts
from unreport.readers.pdf.uncertain_rows.unknown_words import (
    mark_assumed_letters,
    unknown_word_doubts,
)

PAGES_PER_BATCH = 16  # pages whose evidence about fonts is pooled; more would cost memory
GLYPHS_PER_BATCH = 200_000  # at most; a page of text has four thousand
NEW_OBJECTS = 50_000  # between two collections of cyclic garbage
DEFAULT_LIMITS = PdfLimits()


def read_pdf(data: bytes, name: str | None = None, limits: PdfLimits = DEFAULT_LIMITS) -> Document:
    """Read a PDF in the logical order of its text.

    Raises an `UnreportError` that gives the reason if no text can be read. What was read but is
    not certain is among the `doubts` of the document.
    """
    try:
        with _rare_collection():
            return _read(data, name, limits)
    except UnreportError as problem:
        problem.source = problem.source or name
        raise
    except (Exception, RecursionError, MemoryError) as problem:
        raise DamagedSource(
            f"the file cannot be read as a PDF ({type(problem).__name__}); fetch it again, "
            "and report it to unreport if other programs can read it",
            source=name,
        ) from problem


def _read(data: bytes, name: str | None, limits: PdfLimits) -> Document:
    if not is_pdf(data):
        raise UnreadableSource("the file is not a PDF: it does not begin with %PDF-")
    budget = Budget(limits)
    opened = PdfFile(data, limits, budget)
    log = PageLog()
    evidence = _evidence(opened)
    rows: list[TextLine] = []
    for batch in _batches(opened, log, evidence):
        rows.extend(batch)
        budget.check()
    log.pages -= opened.additional_pages
    check_text_found(opened, log, rows)
    check_text_is_language(opened, rows)
    replace_persian_characters(rows)
    order_tanwin(rows)
    read_superscript_calls(rows)
    join_wrapped_calls(rows)
    recognised = ocr_pages(log.image_pages)
    found = mark_uncertain_rows(rows, evidence, recognised)
    mark_assumed_letters(rows, opened.fonts)
    source = Source(name=name, media_type="application/pdf", pages=log.pages)
    document = make_document(document_lines(rows), source)
    read = Document(
        source=source,
        text=document.text,
        lines=document.lines,
        doubts=(
            *reader_doubts(opened, log, document, rows),
            *ocr_doubts(rows, recognised),
            *font_doubts(found.faults, opened.fonts),
            *unknown_word_doubts(found.words),
            *unknown_glyph_doubts(found.glyphs, opened.fonts),
            *absent_letter_doubts(found.absent, opened.fonts),
        ),
    )
    return on_sheets(read, opened.placed) if opened.additional_pages else read


def _evidence(opened: PdfFile) -> Evidence:
    """What the pages of a file say of its fonts: nothing yet."""
    return Evidence(
        outline_shape=opened.shape,
        unicode_map=opened.unicode_map,
        base_font=FontSubsets(opened.fonts).base,
    )


@contextmanager
def _rare_collection() -> Iterator[None]:
    """Collect cyclic garbage after every 50,000 new objects, and not after 700.

    The values of a page have no cycles, but are so many that the collector would take a tenth of
    the time to find that out.
    """
    usual, *others = gc.get_threshold()
    is_raised = 0 < usual < NEW_OBJECTS  # not by another thread, or by the caller
    try:
        if is_raised:
            gc.set_threshold(NEW_OBJECTS, *others)
        yield
    finally:
        if is_raised:
            gc.set_threshold(usual, *others)


def _batches(opened: PdfFile, log: PageLog, evidence: Evidence) -> Iterator[list[TextLine]]:
    for pages in _page_batches(opened, log):
        marked = read_hamzas(read_partial_marks(pages, evidence), evidence)
        own = _with_combined_values(marked, opened, evidence)
        yield _read_batch(own, log, evidence)


def _with_combined_values(pages: list[Page], opened: PdfFile, evidence: Evidence) -> list[Page]:
    """The pages, with what a fault of one producer leaves of ToUnicode values set right."""
    if not opened.combines_bytes:
        return pages
    return read_combined_punctuation(read_combined_letters(pages, evidence), evidence)


def _page_batches(opened: PdfFile, log: PageLog) -> Iterator[list[Page]]:
    pending: list[Page] = []
    glyphs = 0
    for found in opened.pages():
        page = without_watermarks(without_overlaid_text(found), log.watermarks)
        log.note(page)
        pending.append(page)
        glyphs += len(page.glyphs)
        if len(pending) == PAGES_PER_BATCH or glyphs > GLYPHS_PER_BATCH:
            yield pending
            pending, glyphs = [], 0
    if pending:
        yield pending


def _read_batch(pages: list[Page], log: PageLog, evidence: Evidence) -> list[TextLine]:
    pending = lay_out(pages, log.preceding)
    lines = text_lines_of(pending, evidence)
    kashidas = {glyph for glyph, (inside, _) in evidence.kashidas.items() if inside}
    by_page = {number: [*rows] for number, rows in groupby(lines, key=lambda line: line.page)}
    log.letters += [
        page_letters(item.page, by_page.get(item.page.number, ()), kashidas, evidence.read_glyphs)
        for item in pending
    ]
    return lines
