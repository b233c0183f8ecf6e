"""Why a PDF has no text to read, and the doubts about one that was read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from unreport.document import Document
from unreport.errors import DamagedSource, GarbledText, NoTextLayer
from unreport.model import Issue, Span
from unreport.readers.pdf.checks.hidden_text import (
    ImagePage,
    image_page,
    scanned_pages,
)
from unreport.readers.pdf.checks.letter_accounting import PageLetters, unaccounted
from unreport.readers.pdf.checks.outlined_text import outlined_rows
from unreport.readers.pdf.checks.watermarks import Watermark
from unreport.readers.pdf.file.engine import PdfFile
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.file.page_glyphs import PageGlyphs
from unreport.readers.pdf.layout.page_layout import PrecedingPages
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.garbled_text import check_text_layer

UNKNOWN_REASON = "the order or a letter of this row is not certain"
QUOTED_CHARACTERS = 60  # of a text in a message


class PageLog:
    """What is noted about the pages while they are read."""

    def __init__(self) -> None:
        self.pages = 0
        self.preceding = PrecedingPages()
        self.empty: list[int] = []  # pages with images and no text
        self.with_text = 0  # pages with glyphs, be it a stamp
        self.rotated: list[tuple[int, str]] = []  # page, and its text in another direction
        self.covered: list[tuple[int, str]] = []  # page, and its text under images
        self.letters: list[PageLetters] = []
        self.image_pages: list[ImagePage] = []
        self.watermarks: set[Watermark] = set()
        self.outlined: list[tuple[int, int]] = []  # page, and its rows that are drawn as curves

    def note(self, page: Page) -> None:
        """Note what a page holds beside its lines."""
        self.pages += 1
        distinct = PageGlyphs.of(page.glyphs).distinct
        has_text = not all(glyph.text.isspace() for glyph in distinct)
        self.with_text += has_text
        if not has_text and page.images:
            self.empty.append(page.number)
        elif found := image_page(page):
            self.image_pages.append(found)
        if outlined := outlined_rows(page):
            self.outlined.append((page.number, outlined))
        if turned := "".join(glyph.text for glyph in page.rotated).strip():
            self.rotated.append((page.number, turned))
        covered = "".join(glyph.text for glyph in page.covered_glyphs).strip()
        if any(char.isalnum() for char in covered):
            self.covered.append((page.number, covered))


# --- errors ---------------------------------------------------------------------------------------


def check_text_found(opened: PdfFile, log: PageLog, rows: list[TextLine]) -> None:
    """Raise an error that says what to do with a file that has no text.

    A file that is cut off is to be fetched again, whatever its pages look like; pages that are
    images, perhaps with a stamp or page foot on them, need OCR.
    """
    if not log.pages:
        why = opened.damage[0][1] if opened.damage else "its list of pages is empty"
        raise DamagedSource(f"no page of the PDF can be read: {why}; fetch the file again")
    scanned = scanned_pages(log.image_pages)
    if rows and len(scanned) < log.with_text:
        return
    if opened.cut_off:
        raise DamagedSource("the file is cut off before its text; fetch the file again")
    if opened.damage and not scanned:
        page, why = opened.damage[0]
        raise DamagedSource(f"no text can be read: page {page}: {why}; fetch the file again")
    images = [*log.empty, *scanned]
    raise NoTextLayer(_ocr_advice(log, images) if images else _advice(opened, log))


def check_text_is_language(opened: PdfFile, rows: list[TextLine]) -> None:
    """Raise an error if the letters cannot be those of the pages: OCR is needed, or the whole file.

    The fonts of a file that is cut off may be missing, so its letters tell nothing.
    """
    try:
        check_text_layer([row.text for row in rows])
    except GarbledText as problem:
        if not opened.cut_off:
            raise
        raise DamagedSource(
            "the file is cut off, and the fonts of its text are missing; fetch the file again"
        ) from problem


def _ocr_advice(log: PageLog, images: list[int]) -> str:
    pages = f"all {log.pages} pages are pictures" if log.pages > 1 else "its only page is a picture"
    if len(images) < log.pages:
        pages = f"{len(images)} of {log.pages} pages are pictures, and all are"
    return (
        f"{pages} without a text layer; run optical character recognition (OCR) on the file first"
    )


def _advice(opened: PdfFile, log: PageLog) -> str:
    """What to do with pages that have neither text nor images."""
    if log.rotated:
        return (
            "all text of the pages is slanted, or drawn in several directions: "
            "run optical character recognition (OCR) on the file first"
        )
    if opened.annotations:
        return (
            "the pages hold no text but that of form fields and annotations, which is not read: "
            "print the file to a new PDF, and read that"
        )
    return (
        "the pages hold no text; if they show any, it is drawn as pictures: "
        "run optical character recognition (OCR) on the file first"
    )


# --- doubts ---------------------------------------------------------------------------------------


def reader_doubts(
    opened: PdfFile, log: PageLog, document: Document, rows: list[TextLine]
) -> Iterator[Issue]:
    """The doubts about the file, its pages and its rows."""
    yield from _uncertain_rows(document, rows)
    yield from _damage(opened, log)
    yield from unaccounted(log.letters, document.lines)
    yield from _unread_pages(log)
    for page, shown in opened.annotations:
        yield Issue(
            code="lost-text",
            message=f"page {page}: the value of a form field or a free-text annotation is not in "
            f"the text: {shown[:QUOTED_CHARACTERS]}",
        )


def _uncertain_rows(document: Document, rows: list[TextLine]) -> Iterator[Issue]:
    uncertain: dict[int, list[tuple[float, float, str]]] = defaultdict(list)
    for row in rows:
        if not row.certain:
            uncertain[row.page].append((round(row.y, 2), round(row.x0, 2), row.reason))
    for line in document.lines:
        if line.page is None or line.box is None:
            continue
        reasons = [
            reason for y, x0, reason in uncertain.get(line.page, ()) if _inside(line.box, y, x0)
        ]
        if reasons:
            why = "; ".join(dict.fromkeys(filter(None, reasons))) or UNKNOWN_REASON
            yield Issue(
                code="uncertain-row",
                message=f"page {line.page}: {why}: {line.text}",
                span=Span(line.start, line.end, (line.page, line.page)),
            )


def _inside(box: tuple[float, float, float, float], y: float, x0: float) -> bool:
    return box[1] <= y <= box[3] and box[0] - 0.1 <= x0 <= box[2]


def _damage(opened: PdfFile, log: PageLog) -> Iterator[Issue]:
    if opened.repaired:
        state = "cut off" if opened.cut_off else "damaged"
        yield Issue(
            code="damaged-file",
            message=f"the file is {state}; what could be found in it was read "
            f"(pages: {log.pages}), the rest is missing; fetch it again",
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


def _unread_pages(log: PageLog) -> Iterator[Issue]:
    for page, text in log.rotated:
        yield Issue(
            code="turned-text",
            message=f"page {page}: {len(text)} signs drawn in another direction than the page "
            "is read in, or across its rows, are not in the text; as stored: "
            f"{text[:QUOTED_CHARACTERS]}",
        )
    for page, count in log.outlined:
        yield Issue(
            code="lost-text",
            message=f"page {page}: {count} {'row' if count == 1 else 'rows'} of curves that may be "
            "letters, drawn without text; compare the page, or run OCR",
        )
    for page, text in log.covered:
        yield Issue(
            code="covered-text",
            message=f"page {page}: {len(text)} signs that the page hides, under a picture, "
            "outside a clipping path or on a layer that is off, are not in the text; as stored: "
            f"{text[:QUOTED_CHARACTERS]}",
        )
    for page in sorted([*log.empty, *scanned_pages(log.image_pages)]):
        yield Issue(
            code="page-without-text",
            message=f"page {page} is a picture without a text layer; it needs OCR",
        )


def page_range(first: int, last: int) -> str:
    """Some pages in words.

    >>> page_range(2, 2), page_range(2, 5)
    ('page 2', 'pages 2 to 5')
    """
    return f"page {first}" if first == last else f"pages {first} to {last}"


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """The first and last of each run of consecutive numbers."""
    out: list[tuple[int, int]] = []
    for number in numbers:
        if out and number == out[-1][1] + 1:
            out[-1] = (out[-1][0], number)
        else:
            out.append((number, number))
    return out
