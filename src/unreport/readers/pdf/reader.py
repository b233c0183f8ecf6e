"""PDF: bytes to lines, each row proved, each with page and box; refused where that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from unreport.document import Document, make_document
from unreport.errors import DamagedSource, NoTextLayer, UnreadableSource, UnreportError
from unreport.model import Issue, Source, Span
from unreport.readers.file_types import is_pdf
from unreport.readers.pdf.bidi.garbled_text import check_letters
from unreport.readers.pdf.bidi.misspelt_fonts import misspelt
from unreport.readers.pdf.bidi.restore import Evidence
from unreport.readers.pdf.file.engine import Opened
from unreport.readers.pdf.file.glyphs import Font
from unreport.readers.pdf.file.limits import Clock, PdfLimits
from unreport.readers.pdf.layout.furniture import settle
from unreport.readers.pdf.layout.lines import lines_of
from unreport.readers.pdf.layout.page_parts import Before
from unreport.readers.pdf.layout.printed_rows import Printed, Rest, printed, waiting

TOGETHER = 16  # pages whose fonts are judged together; more would cost memory
MOST_TOGETHER = 200_000  # glyphs of such pages; a page of text has four thousand
SHOWN = 60  # signs of a text that a message quotes
WORDS_SHOWN = 6
USUAL = PdfLimits()


def read_pdf(data: bytes, name: str | None = None, limits: PdfLimits = USUAL) -> Document:
    """Read a PDF in the logical order of its text.

    Raises an `UnreportError` that says why where there is no text to be had; what could be read
    but not made sure of is among the document's doubts.
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
    clock = Clock(limits)
    opened = Opened(data, limits, clock)
    seen = _Seen()
    evidence = Evidence()
    rows: list[Printed] = []
    for batch in _batches(opened, seen, evidence):
        rows.extend(batch)
        clock.look()
    _check_pages(opened, seen, rows)
    check_letters([row.text for row in rows])
    settle(rows)
    source = Source(name=name, media_type="application/pdf", pages=seen.pages)
    document = make_document(lines_of(rows), source)
    return Document(
        source=source,
        text=document.text,
        lines=document.lines,
        doubts=(
            *_uncertain(document, rows),
            *_lost(opened, seen),
            *_doubtful(evidence, opened.fonts),
        ),
    )


class _Seen:
    """What the pages held, counted while they pass."""

    def __init__(self) -> None:
        self.pages = 0
        self.before = Before()
        self.empty: list[int] = []  # pages without text, but with pictures
        self.turned: list[tuple[int, str]] = []  # what is drawn in another direction than its page


def _batches(opened: Opened, seen: _Seen, evidence: Evidence) -> Iterator[list[Printed]]:
    held: list[Rest] = []
    glyphs = 0
    for page in opened.pages():
        seen.pages += 1
        if not page.glyphs and page.pictures:
            seen.empty.append(page.number)
        if turned := "".join(glyph.text for glyph in page.turned).strip():
            seen.turned.append((page.number, turned))
        held.append(waiting(page, seen.before))
        glyphs += len(page.glyphs)
        if len(held) == TOGETHER or glyphs > MOST_TOGETHER:
            yield printed(held, evidence)
            held, glyphs = [], 0
    if held:
        yield printed(held, evidence)


# --- refusals and doubts --------------------------------------------------------------------------


def _check_pages(opened: Opened, seen: _Seen, rows: list[Printed]) -> None:
    if not seen.pages:
        why = opened.lost[0][1] if opened.lost else "its list of pages is empty"
        raise DamagedSource(f"no page of the PDF can be read: {why}; fetch the file again")
    if rows:
        return
    if opened.lost:
        page, why = opened.lost[0]
        raise DamagedSource(f"no text can be read: page {page}: {why}; fetch the file again")
    if seen.empty:
        pages = f"all {seen.pages} pages are pictures"
        if seen.pages == 1:
            pages = "its only page is a picture"
        raise NoTextLayer(
            f"{pages} without a text layer; "
            "run optical character recognition (OCR) on the file first"
        )
    raise NoTextLayer(
        "the pages hold no text; if they show any, it is drawn as pictures: "
        "run optical character recognition (OCR) on the file first"
    )


def _uncertain(document: Document, rows: list[Printed]) -> Iterator[Issue]:
    doubtful = {(row.page, round(row.y, 2), round(row.x0, 2)) for row in rows if not row.proved}
    for line in document.lines:
        if line.page is None or line.box is None:
            continue
        if any(page == line.page and _inside(line.box, y, x0) for page, y, x0 in doubtful):
            yield Issue(
                code="uncertain-row",
                message=f"page {line.page}: the order or a letter of this row is not certain: "
                f"{line.text}",
                span=Span(line.start, line.end, (line.page, line.page)),
            )


def _inside(box: tuple[float, float, float, float], y: float, x0: float) -> bool:
    return box[1] <= y <= box[3] and box[0] - 0.1 <= x0 <= box[2]


def _lost(opened: Opened, seen: _Seen) -> Iterator[Issue]:
    if opened.mended:
        yield Issue(
            code="damaged-file",
            message="the file is damaged or cut off; what could be found in it was read "
            f"(pages: {seen.pages}), the rest is missing",
        )
    for page, why in opened.lost:
        where = f"page {page}" if page else "the file"
        yield Issue(code="lost-text", message=f"{where}: {why}; text may be missing")
    if opened.declared is not None and opened.declared > seen.pages:
        yield Issue(
            code="lost-pages",
            message=f"the file says that it has {opened.declared:,} pages; "
            f"{seen.pages} could be read",
        )
    for page, text in seen.turned:
        yield Issue(
            code="turned-text",
            message=f"page {page}: {len(text)} signs drawn in another direction than the page "
            f"is read in are not in the text; as stored: {text[:SHOWN]}",
        )
    for page in seen.empty:
        yield Issue(
            code="page-without-text",
            message=f"page {page} is a picture without a text layer; it needs OCR",
        )


def _doubtful(evidence: Evidence, fonts: list[Font]) -> Iterator[Issue]:
    for found in misspelt(evidence):
        first, last = found.pages[0], found.pages[-1]
        where = f"page {first}" if first == last else f"pages {first} to {last}"
        words = ", ".join(found.words[:WORDS_SHOWN])
        yield Issue(
            code="doubtful-letters",
            message=f"{where}: the font {fonts[found.font].name} gives letters that are hardly "
            f"those on the page, as in: {words}; compare them with the page, or run OCR",
        )
