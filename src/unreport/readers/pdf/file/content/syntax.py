"""The syntax of content streams: each operator with its operands by one pattern.

Only the forms that producers write are matched (ISO 32000-1, 7.2 and 7.8.2).  Inline images,
comments, `#` in names and anything malformed make a content stream irregular: it is then read by
pdfminer's interpreter, token by token.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias

MAX_OPERANDS = 200  # bytes of the operands of an operator that takes numbers or names
MAX_STRING_OPERANDS = 200_000  # bytes of a string or an array that is shown

_NUMBERS = rb"[-+.\d\t\n\f\r ]"
_NAME = rb"/[^\x00\s()<>\[\]{}/%#]*+"
_HEXADECIMAL = rb"<[0-9A-Fa-f\t\n\f\r ]*+>"
_LITERAL = rb"\([^()\\]*+(?>\\[\s\S][^()\\]*+|\([^()\\]*+(?>\\[\s\S][^()\\]*+)*+\)[^()\\]*+)*+\)"
_ARRAY = rb"\[(?>[^\[\]()%]++|" + _LITERAL + rb")*+\]"
_DICTIONARY = rb"<<(?>[^<>()%]++|" + _HEXADECIMAL + rb"|" + _LITERAL + rb")*+>>"
_OPERANDS = b"|".join((_NUMBERS + rb"++", _NAME, _ARRAY, _LITERAL, _HEXADECIMAL, _DICTIONARY))
_SPACES = rb"[\t\n\f\r ]++"
_NUMBER = rb"[-+.\d]++" + _SPACES
_CLIP = rb"re" + _SPACES + rb"W\*?+" + _SPACES + rb"n"
_PAINTS_NOTHING = rb"q" + _SPACES + rb"(?:(?:" + _NUMBER + rb"){4}" + _CLIP + _SPACES + rb")*+Q"
_GAP = rb"[\t\n\f\r ]*+"
_STRING = _HEXADECIMAL + rb"|" + _LITERAL
_SHOWN = _GAP + rb"(?:" + _STRING + rb")" + _GAP + rb"Tj"
_PLACED = (
    rb"Td" + _SHOWN + rb"(?:" + _SPACES + rb"(?:" + _NUMBER + rb"){2}Td" + _SHOWN + rb"){3,}+"
    rb"|Tm" + _SHOWN + rb"(?:" + _SPACES + rb"(?:" + _NUMBER + rb"){6}Tm" + _SHOWN + rb"){3,}+"
)
"""Four strings or more, each at a place of its own, but for the operands of the first place."""
_TEXT_OBJECT = (
    rb"(?:q" + _SPACES + rb"((?:(?:" + _NUMBER + rb"){4}" + _CLIP + _SPACES + rb")*+))?+"
    rb"BT" + _SPACES + rb"(" + _NAME + rb")" + _SPACES + rb"([-+.\d]++)" + _SPACES + rb"Tf"
    + _SPACES + rb"((?:" + _NUMBER + rb"){6})Tm" + _SPACES
    + rb"((?:(?:" + _NUMBER + rb")++(?:[gGkK]|rg|RG|T[cwz])" + _SPACES + rb")*+)"
    + rb"(\[[^\[\]\\%]*+\](?=[\t\n\f\r ]*+TJ)|" + _ARRAY + rb")"
    + rb"[\t\n\f\r ]*+TJ[\t\n\f\r ]*+ET(?(3)" + _SPACES + rb"Q)"
)  # fmt: skip
"""The commonest text object of Word and Distiller: font, matrix, colours, one array; also between
`q` and `Q`, after rectangles that clip."""
OPERATION = re.compile(
    rb"((?>" + _OPERANDS + rb")*+)"
    rb"((?>"
    + _TEXT_OBJECT
    + rb"|"
    + _PAINTS_NOTHING
    + rb"|"
    + _CLIP
    + rb"|"
    + _PLACED
    + rb"|[A-Za-z'\"][A-Za-z*01]*+)"
    rb"(?=[\t\n\f\r /\[(<]|\Z)"
    rb"|[\s\S]*+)"  # the rest as one unknown operator: each byte is looked at at most twice
)
CLIP = re.compile(_CLIP)
"""A rectangle that only clips, taken as one operator."""
PAINTS_NOTHING = re.compile(_PAINTS_NOTHING)
"""A graphics state that is saved, clipped and restored, as Word leaves them around table cells,
taken as one operator."""
PLACED = re.compile(_PLACED)
"""Strings that are placed one by one, taken as one operator."""
PLACED_STRING = re.compile(
    rb"(?<![-+.\d])((?:" + _NUMBER + rb"){4})?+((?:" + _NUMBER + rb"){2})?+T[dm]"
    + _GAP + rb"(" + _STRING + rb")" + _GAP + rb"Tj"
)  # fmt: skip
"""One of them: the numbers of its place, of which the first four are those of a matrix; a string.
"""
CLIPS = re.compile(rb"(?<![-+.\d])((?:" + _NUMBER + rb"){4})" + _CLIP)
DICTIONARY_ENTRY = re.compile(
    rb"/(" + _NAME[1:] + rb")[\t\n\f\r ]*+"
    rb"("
    + b"|".join((_LITERAL, _HEXADECIMAL, _NAME, _ARRAY, rb"[^\x00\s()<>\[\]{}/%]++"))
    + rb")[\t\n\f\r ]*+"
)
PROPERTIES = re.compile(
    rb"[\t\n\f\r ]*+" + _NAME + rb"[\t\n\f\r ]*+"
    rb"(?:(?P<name>" + _NAME + rb")|(?P<dictionary>" + _DICTIONARY + rb"))[\t\n\f\r ]*+"
)
"""A tag of marked content and its property list, by name or in place (ISO 32000-1, 14.6)."""
NAME = re.compile(rb"[\t\n\f\r ]*+(" + _NAME + rb")[\t\n\f\r ]*+")
SHOWN_STRING = re.compile(
    rb"(?:<?+(?P<hexadecimal>[0-9A-Fa-f\t\n\f\r ]*+)>|(?P<literal>" + _LITERAL + rb"))"
    rb"(?P<adjustments>" + _NUMBERS + rb"{0,100}+)"
)
"""A string of a `TJ` array, with the numbers after it; the `<` of a hexadecimal one may be gone."""
SHOWN_STRINGS = re.compile(rb"(?:" + _LITERAL + rb"|" + _HEXADECIMAL + rb")[^<(]*+|[\s\S]++")
"""The strings of a `TJ` array; the last may be no string, and then the array is malformed."""
ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\r\n])|([\s\S]))")
ESCAPED = {
    b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f",
    b"(": b"(", b")": b")", b"\\": b"\\",
}  # fmt: skip
MAX_BYTE = 0xFF


Operation: TypeAlias = tuple[bytes, bytes, bytes, bytes, bytes, bytes, bytes, bytes]
"""Operands and operator.  A text object of the commonest form is taken as one operator, and then
its clipping paths, font, size, matrix, settings and array follow; else these are empty."""


class IrregularContent(Exception):
    """A content stream that is left to pdfminer's interpreter."""


def operations(data: bytes) -> list[Operation]:
    r"""The operands and the operator of each operation of a content stream, in order.

    >>> [operation[:2] for operation in operations(b"BT /F1 12 Tf [(A) -20 (B)] TJ ET")]
    [(b'', b'BT'), (b' /F1 12 ', b'Tf'), (b' [(A) -20 (B)] ', b'TJ'), (b' ', b'ET')]
    >>> operations(b"BT /F1 12 Tf 1 0 0 1 72 720 Tm 0 g [(A) -20 (B)] TJ ET")[0][2:]
    (b'', b'/F1', b'12', b'1 0 0 1 72 720 ', b'0 g ', b'[(A) -20 (B)]')
    """
    found: list[Operation] = OPERATION.findall(data)
    while found and not found[-1][1]:
        if found.pop()[0].strip():
            raise IrregularContent("operands without an operator")
    return found


@lru_cache(maxsize=1024)
def repeated_operations(data: bytes) -> list[Operation]:
    """The operations of a short piece of content that comes again and again."""
    return operations(data)


def numbers(operands: bytes, count: int) -> list[float]:
    """The operands of an operator that takes a fixed count of numbers."""
    values = [*map(float, operands.split())]
    if len(values) != count or len(operands) > MAX_OPERANDS:
        raise IrregularContent("operands")
    return values


@lru_cache(maxsize=4096)
def color_components(operands: bytes, count: int) -> tuple[float, ...]:
    """The components of a colour, which a page sets again and again."""
    return tuple(numbers(operands, count))


@lru_cache(maxsize=1024)
def name(operands: bytes) -> str:
    """The only operand of an operator that takes a name."""
    found = NAME.fullmatch(operands)
    if found is None or len(operands) > MAX_OPERANDS:
        raise IrregularContent("operands")
    return found[1][1:].decode()


def string_bytes(token: bytes) -> bytes:
    r"""The bytes of a literal or hexadecimal string (ISO 32000-1, 7.3.4).

    >>> string_bytes(rb"(\(\101)"), string_bytes(b"<0041>")
    (b'(A', b'\x00A')
    """
    if token[:1] == b"<":
        digits = b"".join(token[1:-1].split())
        if len(digits) % 2:
            raise IrregularContent("a hexadecimal string")
        return bytes.fromhex(digits.decode())
    inner = token[1:-1]
    return ESCAPE.sub(_unescaped, inner) if b"\\" in inner else inner


def dictionary_entries(dictionary: bytes) -> dict[bytes, bytes]:
    """The keys and values of a dictionary, as they are written.

    >>> dictionary_entries(b"<</Lang (ar)/MCID 3>>")
    {b'Lang': b'(ar)', b'MCID': b'3'}
    """
    inner = dictionary[2:-2].strip()
    found = [*DICTIONARY_ENTRY.finditer(inner)]
    if sum(len(entry[0]) for entry in found) != len(inner):
        raise IrregularContent("a dictionary")
    return {entry[1]: entry[2] for entry in found}


def _unescaped(found: re.Match[bytes]) -> bytes:
    return _escaped_byte(found[0])


@lru_cache(maxsize=1024)
def _escaped_byte(sequence: bytes) -> bytes:
    """The byte of an escape sequence, none at a line end; there are some hundreds of them."""
    found = ESCAPE.fullmatch(sequence)
    digits, line_end, char = found.groups() if found else (b"", b"", sequence)
    if line_end:
        return b""
    if not digits:
        return ESCAPED.get(char, char)  # of any other character, the backslash is ignored
    value = int(digits, 8)
    if value > MAX_BYTE:
        raise IrregularContent("an escape sequence")
    return bytes((value,))
