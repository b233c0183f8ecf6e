"""Plain text: formats that are not text, and lines with their layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec.structs import replace

from unreport.document import Document, Line
from unreport.errors import UnreadableSource
from unreport.model import Issue, Source, Span
from unreport.readers.encodings import Decoded, decode
from unreport.readers.file_types import sniffed_head
from unreport.readers.linked_notes import with_linked_notes
from unreport.readers.text_tables.cells import barred_cells, is_barred
from unreport.readers.text_tables.tables import with_plain_tables
from unreport.readers.unicode_forms import BOMS, wide_encoding
from unreport.text.characters import BULLETS, normalise
from unreport.text.lazy_patterns import lazy_pattern
from unreport.text.number_cells import is_number_cell

SNIFF_SIZE = 100_000  # bytes

SIGNATURES = (  # signature, format
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (DOC, XLS or PPT)"),
    (b"{\\rtf", "an RTF file"),
    (b"\xdc\xa5", "a Word 6.0/95 file"),
    (b"\xdb\xa5", "a Word 2.0 file"),
    (b"\x31\xbe\x00\x00", "a Word for DOS or Write file"),
    (b"%!PS", "a PostScript file"),
    (b"AT&TFORM", "a DjVu file"),
    (b"\xffWPC", "a WordPerfect file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BM", "a BMP image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
    (b"version https://git-lfs", "a pointer to a file that Git LFS keeps elsewhere"),
    (b"\\documentclass", "the source of a LaTeX document"),
)
# The root element after the XML declaration, or one with a namespace
XML_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml\b[^>]*>\s*(?:<[?!][^>]*>\s*)*<([A-Za-z_][\w:.-]*)"
    rb"|<([A-Za-z_][\w:.-]*)\s[^<>]*xmlns)"
)
# The report of `to_json`, with or without indents
OWN_JSON = re.compile(rb'\s*\{\s*"version":\s*\d+,\s*"source":\s*\{\s*"name":')
OWN_JSON_GIVEN = "this is a report that unreport wrote as JSON; `unreport.from_json` reads it"
XML_FORMATS = (  # part of the namespace, format
    (b"office/word/2003/wordml", "a Word 2003 XML document"),
    (b"urn:schemas-microsoft-com:office:spreadsheet", "an Excel 2003 XML document"),
    (b"http://www.w3.org/2000/svg", "an SVG image"),
    (b"akn/ns/akoma", "an Akoma Ntoso document"),
    (b"docbook.org/ns", "a DocBook document"),
)
# Control characters that text files do not have; some have the field characters of Word.
CONTROL_BYTES = re.compile(rb"[\x00-\x06\x0e-\x12\x16-\x1a\x7f]")

END_OF_FILE = b"\x1a\0"  # Ctrl-Z ends a file of DOS; what follows is the rest of the block
# `X`, backspace, `X`: bold of printers; `_`, backspace, `X`: underlined
OVERSTRUCK = re.compile("[^\n]\x08")

# 1.⇥The Committee  (a)⇥To take note: an item and its number, no table row
LIST_ITEM = lazy_pattern(rf"\W{{0,3}}\w{{1,5}}\W{{1,3}}\t|\s{{0,3}}[{BULLETS}]\s?\t")
# html2text: **** Title ****, of the first level with six stars; Markdown: ## Title
MARKED_HEADING = lazy_pattern(
    r"(?P<stars>\*{2,6})\s(?P<starred>[^*\s](?:[^*]*[^*\s])?)\s(?P=stars)"
    r"|(?P<hashes>#{1,6})\s+(?P<title>[^#\s](?:[^#]*[^#\s])?)(?:\s#{1,6})?"
)
# The rows of such a heading that html2text breaks at its width
FIRST_HEADING_ROW = lazy_pattern(r"(?P<stars>\*{2,6})\s(?P<title>[^*\s][^*]*)")
LAST_HEADING_ROW = lazy_pattern(r"(?P<title>(?:[^*\s](?:[^*]*[^*\s])?\s)?)(?P<stars>\*{2,6})")
MOST_HEADING_ROWS = 4
HIGHEST_STARS = 7
UNCERTAIN_ROWS = (
    "Some lines of this table have no first cell, or no other: whether each is a row or goes on "
    "with another one is not known."
)
MIN_ROWS = 4
FEW_ROWS = 3  # are a table where their cells show it
FEWEST_FILLED_COLUMNS = 3
MAX_ROW = 200


def read_text(data: bytes | str, name: str | None = None) -> Document:
    """Read plain text; a form feed ends a page; blank lines and indents are recorded."""
    decoded = Decoded(data, "str") if isinstance(data, str) else decode_text(data, name)
    raw = decoded.text
    if "\r" in raw:
        raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    if "\x08" in raw:
        raw = OVERSTRUCK.sub("", raw)
    if "</" in raw:
        from unreport.readers.text_tables.tags import without_tags  # noqa: PLC0415  as below

        raw = without_tags(raw)
    raw, uncertain = with_plain_tables(with_linked_notes(raw))
    if "*" in raw or "\\" in raw or "]{" in raw:
        from unreport.readers.markdown import without_markdown  # noqa: PLC0415  few documents need it

        raw = without_markdown(raw)
    text = normalise(raw)
    source = Source(name=name, pages=text.count("\f") + 1 if "\f" in text else None)
    doubts: tuple[Issue, ...] = () if decoded.doubt is None else (decoded.doubt,)
    if uncertain:
        doubts += _doubts_of_tables(text, raw, uncertain)
    lines = list(_lines(text))
    if "\n**" in text:
        lines = list(_with_wrapped_headings(lines))
    if text.count("\t") >= FEW_ROWS:
        lines = list(_with_tables(lines))
    return Document(source=source, text=text, lines=tuple(lines), doubts=doubts)


def decode_text(data: bytes, name: str | None = None) -> Decoded:
    """Decode bytes; raises `UnreadableSource` with the format if they are not text."""
    if kind := not_text(data.removeprefix(BOMS[0][0])):
        raise UnreadableSource(
            f"this is not text but looks like {kind}; convert it to PDF, DOCX, HTML or text first",
            source=name,
        )
    if OWN_JSON.match(data):
        raise UnreadableSource(OWN_JSON_GIVEN, source=name)
    return decode(data)


def not_text(data: bytes) -> str | None:
    """The format of bytes that are not text, such as `a PNG image`; None if they may be text."""
    for magic, kind in SIGNATURES:
        if data.startswith(magic) and (len(magic) > 2 or CONTROL_BYTES.search(data[:SNIFF_SIZE])):  # noqa: PLR2004
            return kind
    xml = sniffed_head(data)  # also of UTF-16, as UTF-8
    if (match := XML_ROOT.match(xml)) is not None:
        return _xml_format((match[1] or match[2]).decode(), xml)
    if data.startswith(tuple(bom for bom, _ in BOMS)) or wide_encoding(data) is not None:
        return None
    head = data.rstrip(END_OF_FILE)[:SNIFF_SIZE]
    return "binary data" if len(CONTROL_BYTES.findall(head)) > len(head) / 100 else None


def _xml_format(root: str, head: bytes) -> str:
    known = next((name for namespace, name in XML_FORMATS if namespace in head), None)
    return known or f"an XML document ({root})"


def _doubts_of_tables(text: str, raw: str, uncertain: Sequence[range]) -> tuple[Issue, ...]:
    """A doubt for each table of which some rows may not be known."""
    rows = text.split("\n")
    if len(rows) != raw.count("\n") + 1:  # some signs of the text ended rows
        return (Issue(code="uncertain-table", message=UNCERTAIN_ROWS),)
    starts = [0, *accumulate(len(row) + 1 for row in rows)]
    spans = [Span(starts[lines[0]], starts[lines[-1] + 1] - 1, None) for lines in uncertain]
    return tuple(Issue(code="uncertain-table", message=UNCERTAIN_ROWS, span=s) for s in spans)


def _lines(text: str) -> Iterator[Line]:
    """The rows that are not blank; a form feed ends a row and a page."""
    at, above, paged = 0, 0, "\f" in text
    for page, rows in enumerate(text.split("\f"), 1):
        for turn, row in enumerate(rows.split("\n")):
            stripped = row.strip()
            if stripped:
                indent = 0 if row[0] == stripped[0] else len(row) - len(row.lstrip())
                line = Line(
                    text=stripped,
                    start=at + indent,
                    page=page if paged else None,
                    above=above,
                    indent=indent,
                )
                marked = stripped[0] in "*#" and MARKED_HEADING.fullmatch(stripped)
                if marked:
                    yield _heading(line, marked)
                    above, at = 0, at + len(row) + 1
                    continue
                bordered = stripped[0] == "|" and is_barred(stripped)
                yield _bordered_row(line) if bordered else line
                above = 0
            elif row or turn or page == 1:
                above += 1
            at += len(row) + 1


def _heading(line: Line, marked: re.Match[str]) -> Line:
    """A line that a converter has marked as a heading, without its signs."""
    group = "starred" if marked["starred"] else "title"
    level = HIGHEST_STARS - len(marked["stars"]) if marked["stars"] else len(marked["hashes"])
    start = line.start + marked.start(group)
    return replace(line, text=marked[group], start=start, level=level)


def _with_wrapped_headings(lines: list[Line]) -> Iterator[Line]:
    """The lines; the rows of a heading whose stars close it some rows below are marked as one."""
    at = 0
    while at < len(lines):
        first = FIRST_HEADING_ROW.fullmatch(lines[at].text) if lines[at].text[:2] == "**" else None
        end = _end_of_heading(lines, at, first["stars"]) if first else None
        if first is None or end is None:
            yield lines[at]
            at += 1
            continue
        level = HIGHEST_STARS - len(first["stars"])
        titles = [_title_row(line) for line in lines[at:end]]
        rows = [row for row in titles if row.text]
        yield from (replace(row, level=level, ends=False) for row in rows[:-1])
        yield replace(rows[-1], level=level, ends=True)
        at = end


def _end_of_heading(lines: list[Line], at: int, stars: str) -> int | None:
    """The row after that which closes a heading; None if none does."""
    for end in range(at + 1, min(at + MOST_HEADING_ROWS, len(lines))):
        if lines[end].above:
            return None
        last = LAST_HEADING_ROW.fullmatch(lines[end].text)
        if last and last["stars"] == stars:
            return end + 1
        if "*" in lines[end].text:
            return None
    return None


def _title_row(line: Line) -> Line:
    """A row of a heading without the stars that open or close it."""
    match = FIRST_HEADING_ROW.fullmatch(line.text) or LAST_HEADING_ROW.fullmatch(line.text)
    if match is None:
        return line
    return replace(line, text=match["title"].strip(), start=line.start + match.start("title"))


def _bordered_row(line: Line) -> Line:
    return replace(line, role="table", cells=tuple(barred_cells(line.text)))


def _with_tables(lines: list[Line]) -> Iterator[Line]:
    """The lines; consecutive ones with equal numbers of tabs and short cells are table rows.

    Three are, where they stand close and all of three columns are filled, or one has numbers: the
    lines of a letterhead and of a list have two cells of words.
    """
    at = 0
    while at < len(lines):
        if "\t" not in lines[at].text:
            yield lines[at]
            at += 1
            continue
        end, tabs = at, lines[at].text.count("\t")
        while end < len(lines) and _is_row(lines[end].text, tabs):
            end += 1
        rows = lines[at : max(end, at + 1)]
        if len(rows) >= MIN_ROWS or (len(rows) == FEW_ROWS and _is_small_table(rows)):
            yield from map(_table_row, rows)
        else:
            yield from rows
        at += len(rows)


def _is_small_table(rows: list[Line]) -> bool:
    if any(line.above for line in rows[1:]):
        return False
    cells = [_cells(line) for line in rows]
    if len(cells[0]) >= FEWEST_FILLED_COLUMNS and all(map(all, cells)):
        return True
    columns = list(zip(*cells[1:], strict=True))[1:]  # below the heads, without the first
    return any(all(map(is_number_cell, column)) for column in columns)


def _table_row(line: Line) -> Line:
    return replace(line, role="table", cells=_cells(line))


def _cells(line: Line) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.text.split("\t"))


def _is_row(text: str, tabs: int) -> bool:
    return text.count("\t") == tabs and len(text) <= MAX_ROW and not LIST_ITEM.match(text)
