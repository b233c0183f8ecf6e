"""Plain text: character encoding detection, and lines with their layout."""

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
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its prefix
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Patterns of words in correctly decoded text, by encoding: letters of one script, capitals only at
# the beginning of words.
ENCODING_WORDS = {
    "cp1256": re.compile(r"[\u0621-\u063A\u0640-\u0652،؛؟]{2,}"),
    "cp1251": re.compile(r"[А-ЯЁ]?[а-яё]{2,}|[А-ЯЁ]{2,}|\b[аиковсуяАИКОВСУЯ]\b|[«»№–—]"),
    "gb18030": re.compile(r"[的和国会议第年月日委员在一、，。：；（）《》是有关于各以及对与将为]"),
    "cp1252": re.compile(r"(?<=[A-Za-z])[À-ÿ’œ](?![À-ÿ])|\b[À-ÖØ-Þà-ö](?=[a-z])|[«»–—’“”ºª°…§]"),
}
MIN_WORD_SHARE = {
    "cp1256": 0.8,
    "cp1251": 0.8,
    "gb18030": 0.12,
    "cp1252": 0.7,
}  # of the characters beyond ASCII
SNIFF_SIZE = 100_000  # bytes

SIGNATURES = (  # signature, format
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
# Control characters that text files do not have; some have the field characters of Word.
CONTROL_BYTES = re.compile(rb"[\x00-\x06\x0e-\x12\x16-\x1a\x7f]")

# Latin, Cyrillic, Arabic, Han letters and punctuation, for UTF-16 without a byte order mark
UN_LETTERS = re.compile(
    r"[\t\n\f\r -~\u00A0-\u017F\u0400-\u045F\u0600-\u06FF"
    r"\u2000-\u206F\u3000-\u303F\u3220-\u3229\u4E00-\u9FA5\uFE70-\uFEFF\uFF00-\uFF5E]+"
)
# 1.⇥The Committee  (a)⇥To take note: an item and its number, no table row
LIST_ITEM = re.compile(r"\W{0,3}\w{1,5}\W{1,3}\t|[•●▪◦–-]\t")
MIN_ROWS = 4
MAX_ROW = 200
MAX_LATIN_SHARE = 0.15  # of letters beyond ASCII, in Latin script


def read_text(data: bytes | str, name: str | None = None) -> Document:
    """Read plain text; a form feed ends a page; blank lines and indents are recorded."""
    decoded = data if isinstance(data, str) else decode(data, name)
    text = normalise(decoded.replace("\r\n", "\n").replace("\r", "\n"))
    source = Source(name=name, pages=text.count("\f") + 1 if "\f" in text else None)
    return Document(source=source, text=text, lines=tuple(_with_tables(list(_lines(text)))))


def decode(data: bytes, name: str | None = None) -> str:
    """Decode bytes; raises `UnreadableSource` with the format if they are not text."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    if kind := not_text(data):
        raise UnreadableSource(
            f"this is not text but looks like {kind}; convert it to PDF, DOCX, HTML or text first",
            source=name,
        )
    if utf16 := _utf16_without_bom(data):
        return data.decode(utf16, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3:
            return data[: error.start].decode("utf-8") + "\N{REPLACEMENT CHARACTER}"
    return data.decode(_detect_encoding(data[:SNIFF_SIZE]), errors="replace")


def not_text(data: bytes) -> str | None:
    """The format of bytes that are not text, such as `a PNG image`; None if they may be text."""
    for magic, kind in SIGNATURES:
        if data.startswith(magic) and (len(magic) > 2 or CONTROL_BYTES.search(data[:SNIFF_SIZE])):  # noqa: PLR2004
            return kind
    head = data[:SNIFF_SIZE]
    if not _utf16_without_bom(data) and len(CONTROL_BYTES.findall(head)) > len(head) / 100:
        return "binary data"
    return None


def _utf16_without_bom(data: bytes) -> str | None:
    """The byte order of UTF-16 without a byte order mark; None if the bytes are not UTF-16."""
    head = data[: min(len(data), SNIFF_SIZE) // 2 * 2]
    if b"\0" not in head:
        return None
    encoding = "utf-16-be" if head[0::2].count(0) > head[1::2].count(0) else "utf-16-le"
    text = head.decode(encoding, errors="replace")
    known = sum(map(len, UN_LETTERS.findall(text)))
    return encoding if known >= 0.95 * len(text) else None


def _detect_encoding(sample: bytes) -> str:
    """The encoding by charset-normalizer, if its letters form words; else the most probable one."""
    letters = [byte for byte in sample if byte > ord("@")]
    if sum(byte > ord("~") for byte in letters) < MAX_LATIN_SHARE * len(letters):
        return "cp1252"
    fits = {
        encoding: _word_share(sample, encoding) / MIN_WORD_SHARE[encoding]
        for encoding in ENCODING_WORDS
    }
    likeliest = max(fits, key=lambda encoding: fits[encoding])
    from charset_normalizer import from_bytes  # noqa: PLC0415  few files need it

    guess = from_bytes(sample, cp_isolation=[*ENCODING_WORDS]).best()
    if guess is not None and fits.get(guess.encoding, 0) >= max(1, fits[likeliest] * 0.95):
        return guess.encoding
    return likeliest


def _word_share(sample: bytes, encoding: str) -> float:
    """The share of characters beyond ASCII that are in well-formed words."""
    text = sample.decode(encoding, errors="replace")
    beyond = sum(not c.isascii() for c in text)
    if not beyond or text.count("\N{REPLACEMENT CHARACTER}") > beyond / 50:
        return 0.0
    words = "".join(ENCODING_WORDS[encoding].findall(text))
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


def _with_tables(lines: list[Line]) -> Iterator[Line]:
    """The lines; consecutive ones with equal numbers of tabs and short cells are table rows."""
    at = 0
    while at < len(lines):
        end, tabs = at, lines[at].text.count("\t")
        while tabs and end < len(lines) and _is_row(lines[end].text, tabs):
            end += 1
        rows = lines[at : max(end, at + 1)]
        yield from map(_table_row, rows) if len(rows) >= MIN_ROWS else rows
        at += len(rows)


def _table_row(line: Line) -> Line:
    cells = tuple(cell.strip() for cell in line.text.split("\t"))
    return replace(line, role="table", cells=cells)


def _is_row(text: str, tabs: int) -> bool:
    return text.count("\t") == tabs and len(text) <= MAX_ROW and not LIST_ITEM.match(text)


def _rows(text: str) -> Iterator[tuple[int, int, str]]:
    """Page, offset and text of every row; a form feed separates rows."""
    page, at = 1, 0
    for row in text.split("\n"):
        start = at
        for turn, piece in enumerate(row.split("\f")):
            page += turn > 0
            if piece or not turn:
                yield page, start, piece
            start += len(piece) + 1
        at += len(row) + 1
