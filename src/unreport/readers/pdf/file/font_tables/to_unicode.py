"""ToUnicode CMaps by patterns; what is irregular is left to pdfminer's parser.

The forms are those of ISO 32000-1, 9.10.3: `<0041> <0627>` in `bfchar` sections, and
`<0041> <0043> <0627>` or `<0041> <0042> [<0627> <0628>]` in `bfrange` sections.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from pdfminer.cmapdb import FileUnicodeMap

MAX_CODE_BYTES = 4
HEXADECIMAL = rb"<[0-9A-Fa-f\t\n\f\r ]*+>"
ARRAY = rb"\[(?>[\t\n\f\r ]++|" + HEXADECIMAL + rb")*+\]"
SECTION = re.compile(
    rb"\bbeginbf(char|range)((?>[\t\n\f\r ]++|" + HEXADECIMAL + rb"|" + ARRAY + rb")*+)end(\w++)"
)
ITEM = re.compile(rb"<[^<>]*+>|\[[^\[\]]*+\]")
VALUE = re.compile(rb"<[^<>]*+>")
PLAIN_CHARACTERS = re.compile(rb"(?>(?>[\t\n\f\r ]*+<[0-9A-Fa-f]{4}>){2})*+[\t\n\f\r ]*+")
SURROGATES = range(0xD800, 0xE000)
NO_BREAK_SPACE = 0xA0  # it replaces no space of the same code
ODD = re.compile(rb"usecmap|begincid|beginbf|[%{}]")  # outside sections
MIN_VALUES = 3  # distinct, for a judgement of their byte order
MAX_ALPHABETIC, MIN_ALPHABETIC = 0.2, 0.9  # shares of the values, in the two byte orders
ENTRY_SIZES = {b"char": 2, b"range": 3}


class IrregularMap(Exception):
    """A ToUnicode CMap that is left to pdfminer's parser."""


def regular_unicode_map(data: bytes, max_codes: int) -> FileUnicodeMap:
    """The Unicode values of a font's codes; raises on a CMap of any other form."""
    head, begin, rest = data.partition(b"begincmap")
    body, _, tail = rest.partition(b"endcmap")
    if not begin or b"beginbf" in head or b"begincmap" in tail:
        raise IrregularMap
    outside = SECTION.sub(b" ", body)
    if ODD.search(outside) or outside.count(b"<<") != outside.count(b">>"):
        raise IrregularMap
    found = FileUnicodeMap()
    codes = 0
    for kind, items, end in SECTION.findall(body):
        if end != b"bf" + kind:
            raise IrregularMap
        if kind == b"char" and _add_plain_characters(found, items):
            continue
        for first, last, values in _entries(ITEM.findall(items), ENTRY_SIZES[kind]):
            codes += max(0, last - first)
            if codes > max_codes:
                raise IrregularMap
            for code, value in zip(range(first, last + 1), values, strict=False):
                found.add_cid2unichr(code, value)
    return found


def _add_plain_characters(found: FileUnicodeMap, items: bytes) -> bool:
    """Add entries of one code of two bytes and one character each, if all are; as most are."""
    if PLAIN_CHARACTERS.fullmatch(items) is None:
        return False
    digits = items.translate(None, b"<>\t\n\f\r ")
    numbers = struct.unpack(f">{len(digits) // 4}H", bytes.fromhex(digits.decode()))
    values = numbers[1::2]
    if any(value in SURROGATES for value in values) or NO_BREAK_SPACE in values:
        return False  # pdfminer decides on these
    found.cid2unichr.update(zip(numbers[::2], map(chr, values), strict=True))
    return True


def correct_byte_order(found: FileUnicodeMap) -> None:
    """Exchange the bytes of values in UTF-16LE, where UTF-16BE is required (ISO 32000-1, 9.10.3).

    Letters of most scripts have small code points, so that the wrong order makes ideographs of
    them.
    """
    values = {cid: value for cid, value in found.cid2unichr.items() if value}
    if len(set(values.values())) < MIN_VALUES:
        return
    if sum(map(_is_alphabetic, values.values())) > MAX_ALPHABETIC * len(values):
        return
    other = {cid: _with_bytes_exchanged(value) for cid, value in values.items()}
    if sum(map(_is_alphabetic, other.values())) >= MIN_ALPHABETIC * len(values):
        found.cid2unichr.update(other)


def _with_bytes_exchanged(value: str) -> str:
    return value.encode("utf-16-be", "surrogatepass").decode("utf-16-le", "replace")


def _is_alphabetic(value: str) -> bool:
    """Whether the characters are of the blocks before U+0700, or presentation forms."""
    return all(" " <= char < "\u0700" or "\ufb00" <= char <= "\ufefc" for char in value)


def _entries(items: list[bytes], size: int) -> Iterator[tuple[int, int, Iterator[bytes]]]:
    """First and last code of each entry, and the values of the codes."""
    if len(items) % size:
        raise IrregularMap
    for at in range(0, len(items), size):
        low, high, value = _bytes(items[at]), _bytes(items[at + size - 2]), items[at + size - 1]
        if not low or len(low) != len(high) or len(low) > MAX_CODE_BYTES:
            raise IrregularMap
        start, end = int.from_bytes(low), int.from_bytes(high)
        if size == ENTRY_SIZES[b"char"]:
            yield start, end, iter((_bytes(value),))
        elif value.startswith(b"["):
            yield start, end, map(_bytes, VALUE.findall(value))
        else:
            yield start, end, _consecutive(_bytes(value), end - start + 1)


def _bytes(item: bytes) -> bytes:
    """The bytes of a hexadecimal string; it may be empty, for a glyph without a value."""
    digits = b"".join(item[1:-1].split())
    if item[:1] != b"<" or len(digits) % 2:
        raise IrregularMap
    return bytes.fromhex(digits.decode())


def _consecutive(value: bytes, count: int) -> Iterator[bytes]:
    """A value and those after it, whose last four bytes are counted up."""
    prefix, last = value[:-4], value[-4:]
    start, size = int.from_bytes(last), len(last)
    if not value or start + count > 1 << 32:
        raise IrregularMap
    for number in range(start, start + count):
        yield prefix + number.to_bytes(4)[-size:]
