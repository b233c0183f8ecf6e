"""The PDF reader: bytes to lines with page and box; every uncertainty is a doubt or an error."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from unreport.document import Document, make_document
from unreport.errors import DamagedSource, NoTextLayer, UnreadableSource, UnreportError
from unreport.model import Issue, Source, Span
from unreport.readers.file_types import is_pdf
from unreport.readers.pdf.bidi.garbled_text import check_text_layer
from unreport.readers.pdf.bidi.logical_rows import Evidence
from unreport.readers.pdf.bidi.misspelt_fonts import misspelt_fonts
from unreport.readers.pdf.file.engine import PdfFile
from unreport.readers.pdf.file.glyphs import Font
from unreport.readers.pdf.file.limits import Budget, PdfLimits
from unreport.readers.pdf.layout.furniture import confirm_furniture
from unreport.readers.pdf.layout.letter_accounting import PageLetters, page_letters, unaccounted
from unreport.readers.pdf.layout.lines import document_lines
from unreport.readers.pdf.layout.page_layout import PrecedingPages
from unreport.readers.pdf.layout.text_lines import PendingPage, TextLine, lay_out, text_lines_of

PAGES_PER_BATCH = 16  # pages whose evidence about fonts is pooled; more would cost memory
GLYPHS_PER_BATCH = 200_000  # at most; a page of text has four thousand
QUOTED_CHARACTERS = 60  # of a text in a message
QUOTED_WORDS = 6
DEFAULT_LIMITS = PdfLimits()


def read_pdf(data: bytes, name: str | None = None, limits: PdfLimits = DEFAULT_LIMITS) -> Document:
    """Read a PDF in the logical order of its text.

    Raises an `UnreportError` that gives the reason if no text can be read. What was read but is
    not certain is among the `doubts` of the document.
    """
    try:
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
    log = _PageLog()
    evidence = Evidence()
    rows: list[TextLine] = []
    for batch in _batches(opened, log, evidence):
        rows.extend(batch)
        budget.check()
    _check_pages(opened, log, rows)
    check_text_layer([row.text for row in rows])
    confirm_furniture(rows)
    source = Source(name=name, media_type="application/pdf", pages=log.pages)
    document = make_document(document_lines(rows), source)
    return Document(
        source=source,
        text=document.text,
        lines=document.lines,
        doubts=(
            *_uncertain_rows(document, rows),
            *_lost_text(opened, log),
            *unaccounted(log.letters, document.lines),
            *_misspelt_fonts(evidence, opened.fonts),
        ),
    )


class _PageLog:
    """What is noted about the pages while they are read."""

    def __init__(self) -> None:
        self.pages = 0
        self.preceding = PrecedingPages()
        self.empty: list[int] = []  # pages with pictures and no text
        self.rotated: list[tuple[int, str]] = []  # page, and its text in another direction
        self.letters: list[PageLetters] = []


def _batches(opened: PdfFile, log: _PageLog, evidence: Evidence) -> Iterator[list[TextLine]]:
    pending: list[PendingPage] = []
    glyphs = 0
    for page in opened.pages():
        log.pages += 1
        if not page.glyphs and page.images:
            log.empty.append(page.number)
        if turned := "".join(glyph.text for glyph in page.rotated).strip():
            log.rotated.append((page.number, turned))
        pending.append(lay_out(page, log.preceding))
        glyphs += len(page.glyphs)
        if len(pending) == PAGES_PER_BATCH or glyphs > GLYPHS_PER_BATCH:
            yield _read_batch(pending, log, evidence)
            pending, glyphs = [], 0
    if pending:
        yield _read_batch(pending, log, evidence)


def _read_batch(pending: list[PendingPage], log: _PageLog, evidence: Evidence) -> list[TextLine]:
    lines = text_lines_of(pending, evidence)
    kashidas = {glyph for glyph, (inside, _) in evidence.kashidas.items() if inside}
    by_page = {number: [*own] for number, own in groupby(lines, key=lambda line: line.page)}
    log.letters += [
        page_letters(item.page, by_page.get(item.page.number, ()), kashidas) for item in pending
    ]
    return lines


# --- refusals and doubts --------------------------------------------------------------------------


def _check_pages(opened: PdfFile, log: _PageLog, rows: list[TextLine]) -> None:
    if not log.pages:
        why = opened.damage[0][1] if opened.damage else "its list of pages is empty"
        raise DamagedSource(f"no page of the PDF can be read: {why}; fetch the file again")
    if rows:
        return
    if opened.damage:
        page, why = opened.damage[0]
        raise DamagedSource(f"no text can be read: page {page}: {why}; fetch the file again")
    if log.empty:
        pages = f"all {log.pages} pages are pictures"
        if log.pages == 1:
            pages = "its only page is a picture"
        raise NoTextLayer(
            f"{pages} without a text layer; "
            "run optical character recognition (OCR) on the file first"
        )
    raise NoTextLayer(
        "the pages hold no text; if they show any, it is drawn as pictures: "
        "run optical character recognition (OCR) on the file first"
    )


def _uncertain_rows(document: Document, rows: list[TextLine]) -> Iterator[Issue]:
    uncertain = {(row.page, round(row.y, 2), round(row.x0, 2)) for row in rows if not row.certain}
    for line in document.lines:
        if line.page is None or line.box is None:
            continue
        if any(page == line.page and _inside(line.box, y, x0) for page, y, x0 in uncertain):
            yield Issue(
                code="uncertain-row",
                message=f"page {line.page}: the order or a letter of this row is not certain: "
                f"{line.text}",
                span=Span(line.start, line.end, (line.page, line.page)),
            )


def _inside(box: tuple[float, float, float, float], y: float, x0: float) -> bool:
    return box[1] <= y <= box[3] and box[0] - 0.1 <= x0 <= box[2]


def _lost_text(opened: PdfFile, log: _PageLog) -> Iterator[Issue]:
    if opened.repaired:
        yield Issue(
            code="damaged-file",
            message="the file is damaged or cut off; what could be found in it was read "
            f"(pages: {log.pages}), the rest is missing",
        )
    for page, why in opened.damage:
        where = f"page {page}" if page else "the file"
        yield Issue(code="lost-text", message=f"{where}: {why}; text may be missing")
    if opened.declared_pages is not None and opened.declared_pages > log.pages:
        yield Issue(
            code="lost-pages",
            message=f"the file says that it has {opened.declared_pages:,} pages; "
            f"{log.pages} could be read",
        )
    for page, text in log.rotated:
        yield Issue(
            code="turned-text",
            message=f"page {page}: {len(text)} signs drawn in another direction than the page "
            f"is read in are not in the text; as stored: {text[:QUOTED_CHARACTERS]}",
        )
    for page in log.empty:
        yield Issue(
            code="page-without-text",
            message=f"page {page} is a picture without a text layer; it needs OCR",
        )


def _misspelt_fonts(evidence: Evidence, fonts: list[Font]) -> Iterator[Issue]:
    for found in misspelt_fonts(evidence):
        first, last = found.pages[0], found.pages[-1]
        where = f"page {first}" if first == last else f"pages {first} to {last}"
        words = ", ".join(found.words[:QUOTED_WORDS])
        yield Issue(
            code="doubtful-letters",
            message=f"{where}: the font {fonts[found.font].name} gives letters that are hardly "
            f"those on the page, as in: {words}; compare them with the page, or run OCR",
        )
