"""Plain text: bytes in any encoding that UN text files have, to lines with what layout tells."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from msgspec.structs import replace

from unreport.document import Document, Line
from unreport.errors import UnreadableSource
from unreport.model import Source
from unreport.text.characters import normalise

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The encodings of UN text files before UTF-8, and what words look like when the table is the right
# one: letters of one script together, capitals only where a word begins.
LEGACY = {
    "cp1256": re.compile(r"[\u0621-\u063A\u0640-\u0652،؛؟]{2,}"),
    "cp1251": re.compile(r"[А-ЯЁ]?[а-яё]{2,}|[А-ЯЁ]{2,}|\b[аиковсуяАИКОВСУЯ]\b|[«»№–—]"),
    "gb18030": re.compile(r"[的和国会议第年月日委员在一、，。：；（）《》是有关于各以及对与将为]"),
    "cp1252": re.compile(r"(?<=[A-Za-z])[À-ÿ’œ](?![À-ÿ])|\b[À-ÖØ-Þà-ö](?=[a-z])|[«»–—’“”ºª°…§]"),
}
ENOUGH = {"cp1256": 0.8, "cp1251": 0.8, "gb18030": 0.12, "cp1252": 0.7}  # of what is not ASCII
SNIFF = 100_000  # bytes are enough to tell an encoding

NOT_TEXT = (  # what a file begins with, and what it is then
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (DOC, XLS or PPT)"),
    (b"{\\rtf", "an RTF file"),
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
)
# Control characters that no text file has; Word's field marks are among those that some have.
BINARY = re.compile(rb"[\x00-\x06\x0e-\x12\x16-\x1a\x7f]")

# Latin, Cyrillic, Arabic, Han with their signs: what UTF-16 without a mark must give
UN_LETTERS = re.compile(
    r"[\t\n\f\r -~\u00A0-\u017F\u0400-\u045F\u0600-\u06FF"
    r"\u2000-\u206F\u3000-\u303F\u3220-\u3229\u4E00-\u9FA5\uFE70-\uFEFF\uFF00-\uFF5E]+"
)
# 1.⇥The Committee  (a)⇥To take note: a mark and its text, no row of a table
MARKED = re.compile(r"\W{0,3}\w{1,5}\W{1,3}\t|[•●▪◦–-]\t")
FEWEST_ROWS = 4
LONGEST_ROW = 200
LATIN_TEXT = 0.15  # fewer letters than this beyond ASCII: a language written in Latin letters


def read_text(data: bytes | str, name: str | None = None) -> Document:
    """Read plain text; a form feed ends a page, blank lines and indents are kept as evidence."""
    decoded = data if isinstance(data, str) else decode(data, name)
    text = normalise(decoded.replace("\r\n", "\n").replace("\r", "\n"))
    source = Source(name=name, pages=text.count("\f") + 1 if "\f" in text else None)
    return Document(source=source, text=text, lines=tuple(_tabled(list(_lines(text)))))


def decode(data: bytes, name: str | None = None) -> str:
    """Turn bytes into text; `UnreadableSource` says what they look like if they are none."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    if kind := not_text(data):
        raise UnreadableSource(
            f"this is not text but looks like {kind}; convert it to PDF, DOCX, HTML or text first",
            source=name,
        )
    if wide := _wide(data):
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3:
            return data[: error.start].decode("utf-8") + "\N{REPLACEMENT CHARACTER}"
    return data.decode(_legacy(data[:SNIFF]), errors="replace")


def not_text(data: bytes) -> str | None:
    """What bytes look like, if not text: `a PNG image`; None if they may be text."""
    for magic, kind in NOT_TEXT:
        if data.startswith(magic) and (len(magic) > 2 or BINARY.search(data[:SNIFF])):  # noqa: PLR2004
            return kind
    head = data[:SNIFF]
    if not _wide(data) and len(BINARY.findall(head)) > len(head) / 100:
        return "binary data"
    return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: zero bytes, and letters of the six languages when read so."""
    head = data[: min(len(data), SNIFF) // 2 * 2]
    if b"\0" not in head:
        return None
    encoding = "utf-16-be" if head[0::2].count(0) > head[1::2].count(0) else "utf-16-le"
    text = head.decode(encoding, errors="replace")
    known = sum(map(len, UN_LETTERS.findall(text)))
    return encoding if known >= 0.95 * len(text) else None


def _legacy(sample: bytes) -> str:
    """The legacy encoding: charset-normalizer's, if its letters make words; else the likeliest."""
    letters = [byte for byte in sample if byte > ord("@")]
    if sum(byte > ord("~") for byte in letters) < LATIN_TEXT * len(letters):
        return "cp1252"
    fits = {encoding: _fit(sample, encoding) / ENOUGH[encoding] for encoding in LEGACY}
    likeliest = max(fits, key=lambda encoding: fits[encoding])
    from charset_normalizer import from_bytes  # noqa: PLC0415  few files need it

    guess = from_bytes(sample, cp_isolation=[*LEGACY]).best()
    if guess is not None and fits.get(guess.encoding, 0) >= max(1, fits[likeliest] * 0.95):
        return guess.encoding
    return likeliest


def _fit(sample: bytes, encoding: str) -> float:
    """Share of what is not ASCII that stands in words as the language has them."""
    text = sample.decode(encoding, errors="replace")
    beyond = sum(not c.isascii() for c in text)
    if not beyond or text.count("\N{REPLACEMENT CHARACTER}") > beyond / 50:
        return 0.0
    words = "".join(LEGACY[encoding].findall(text))
    return sum(not c.isascii() for c in words) / beyond


def _lines(text: str) -> Iterator[Line]:
    above, paged = 0, "\f" in text
    for page, start, row in _rows(text):
        stripped = row.strip()
        if not stripped:
            above += 1
            continue
        indent = len(row) - len(row.lstrip())
        table = stripped[0] == "|" and len(stripped) > 1 and stripped[-1] == "|"
        yield Line(
            text=stripped,
            start=start + indent,
            page=page if paged else None,
            above=above,
            indent=indent,
            role="table" if table else "body",
            cells=tuple(cell.strip() for cell in stripped[1:-1].split("|")) if table else (),
        )
        above = 0


def _tabled(lines: list[Line]) -> Iterator[Line]:
    """The lines, those marked as rows of a table that tabs part into as many short cells each."""
    at = 0
    while at < len(lines):
        end, tabs = at, lines[at].text.count("\t")
        while tabs and end < len(lines) and _is_row(lines[end].text, tabs):
            end += 1
        rows = lines[at : max(end, at + 1)]
        yield from map(_table_row, rows) if len(rows) >= FEWEST_ROWS else rows
        at += len(rows)


def _table_row(line: Line) -> Line:
    cells = tuple(cell.strip() for cell in line.text.split("\t"))
    return replace(line, role="table", cells=cells)


def _is_row(text: str, tabs: int) -> bool:
    return text.count("\t") == tabs and len(text) <= LONGEST_ROW and not MARKED.match(text)


def _rows(text: str) -> Iterator[tuple[int, int, str]]:
    """Page, offset and text of every row; a form feed is no row of its own."""
    page, at = 1, 0
    for row in text.split("\n"):
        start = at
        for turn, piece in enumerate(row.split("\f")):
            page += turn > 0
            if piece or not turn:
                yield page, start, piece
            start += len(piece) + 1
        at += len(row) + 1
