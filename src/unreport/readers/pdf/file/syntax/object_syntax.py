"""The syntax of objects: each token of the common forms by one pattern (ISO 32000-1, 7.3).

Comments, most escapes in strings, names that are not ASCII and anything malformed make an object
irregular: it is then read by pdfminer's parser, character by character.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, TypeAlias

from pdfminer.psparser import LIT, PSLiteral

from unreport.readers.pdf.file.limits import Budget

_SPACE = rb"[\t\n\f\r ]"
_END = rb"(?=[\t\n\f\r /\[\]<>()]|\Z)"
_PLAIN_NAME = rb"/[A-Za-z0-9_.+-]{1,127}+"
_REFERENCE_ENTRY = (
    _PLAIN_NAME + _SPACE + rb"++[0-9]{1,9}+" + _SPACE + rb"++[0-9]{1,5}+" + _SPACE + rb"++R"
    + _SPACE + rb"*+"
)  # fmt: skip
_ITEM = rb"(?:" + _PLAIN_NAME + rb"|[0-9]{1,9}+)" + _END + _SPACE + rb"*+"
TOKEN = re.compile(
    _SPACE + rb"*+(?:"
    rb"/((?>[!\"$&'*+,\-.0-;=?-Z\\^-z|~]|#[2-7][0-9A-Fa-f]){0,127}+)" + _END
    + rb"|([0-9]{1,9}+)" + _SPACE + rb"++[0-9]{1,5}+" + _SPACE + rb"++R" + _END
    + rb"|([-+]?[0-9]{1,15}+)" + _END
    + rb"|<<" + _SPACE + rb"*+((?:" + _REFERENCE_ENTRY + rb"){1,1000}+)>>"
    rb"|(<<)"
    rb"|(>>)"
    rb"|\[([-+.0-9\t\n\f\r ]*+)\]"
    rb"|\[" + _SPACE + rb"*+((?:" + _ITEM + rb"){2,1000}+)\]"
    rb"|(\[)"
    rb"|(\])"
    rb"|([-+]?(?>[0-9]{1,15}\.[0-9]{0,15}|\.[0-9]{1,15}))" + _END
    + rb"|\(((?>[^()\\\r]++|\\[()\\]){0,100000}+)\)"
    rb"|<((?>[0-9A-Fa-f]{2}){0,50000}+)>"
    rb"|(true|false|null)" + _END
    + rb")"
)  # fmt: skip
(
    _NAME, _REFERENCE, _INTEGER, _REFERENCES, _DICTIONARY, _DICTIONARY_END, _NUMBERS, _NAMES,
    _ARRAY, _ARRAY_END, _REAL, _LITERAL, _HEXADECIMAL, _CONSTANT,
) = range(1, 15)  # fmt: skip
REFERENCE_ENTRY = re.compile(rb"/([^\s/]++)\s++([0-9]++)\s++[0-9]++\s++R")
ESCAPED_PARENTHESIS = re.compile(rb"\\([()\\])")
ESCAPED_CHARACTER = re.compile(r"#([0-9A-Fa-f]{2})")
CONSTANTS = {b"true": True, b"false": False, b"null": None}
OBJECT_HEAD = re.compile(
    _SPACE + rb"*+([0-9]{1,10}+)" + _SPACE + rb"++[0-9]{1,5}+" + _SPACE + rb"++obj" + _END
)
TOKENS_BETWEEN_CHECKS = 512
OBJECT_END = re.compile(_SPACE + rb"*+endobj" + _END)
STREAM = re.compile(_SPACE + rb"*+(?=stream[\t\r\n ])")
STREAM_AND_OBJECT_END = re.compile(_SPACE + rb"*+endstream" + _SPACE + rb"++endobj" + _END)
REST = re.compile(_SPACE + rb"*+\Z")

Reference: TypeAlias = Callable[[int], object]
"""Makes a reference to the object with a number."""


class IrregularObject(Exception):
    """An object that is left to pdfminer's parser."""


def object_start(data: bytes, offset: int, number: int) -> int:
    """The offset behind the `1 0 obj` of an indirect object, which stands at an offset."""
    head = OBJECT_HEAD.match(data, offset)
    if head is None or int(head[1]) != number:
        raise IrregularObject("an object somewhere else")
    return head.end()


def value_at(data: bytes, offset: int, refer: Reference, budget: Budget) -> tuple[Any, int]:
    """The value at an offset, and the offset behind it.

    >>> from unreport.readers.pdf.file.limits import PdfLimits
    >>> value_at(b"<</W[1 2.5]/N null/T(a)>> endobj", 0, int, Budget(PdfLimits()))
    ({'W': [1, 2.5], 'T': b'a'}, 25)
    """
    outer: list[tuple[list[Any], int]] = []  # lists that are open, and the kind of each inner one
    values: list[Any] = []
    budget.step()
    tokens = iter(TOKEN.scanner(data, offset).match, None)  # type: ignore[attr-defined]
    for count, found in enumerate(tokens, start=1):
        if count % TOKENS_BETWEEN_CHECKS == 0:
            budget.check()
        kind = found.lastindex
        if kind in {_DICTIONARY, _ARRAY}:
            outer.append((values, kind))
            values = []
        elif kind in {_DICTIONARY_END, _ARRAY_END}:
            inner = values
            if not outer or outer[-1][1] != kind - 1:
                raise IrregularObject("brackets")
            values, _ = outer.pop()
            values.append(_dictionary(inner) if kind == _DICTIONARY_END else inner)
        else:
            values.append(_value(kind, found[kind], refer))
        if not outer:
            return values[0], found.end()
    raise IrregularObject("a token")


def _value(kind: int, text: bytes, refer: Reference) -> Any:  # noqa: ANN401 - of any type
    if kind == _REFERENCE:
        return refer(int(text))
    if kind == _REFERENCES:
        entries = REFERENCE_ENTRY.findall(text)
        return {key.decode(): refer(int(number)) for key, number in entries}
    return READ[kind](text)


def values_of(data: bytes, refer: Reference, budget: Budget) -> Iterator[Any]:
    """The values of an object stream, one after the other (7.5.7)."""
    offset = 0
    while REST.match(data, offset) is None:
        value, offset = value_at(data, offset, refer, budget)
        yield value


def _dictionary(entries: list[Any]) -> dict[str, Any]:
    """A dictionary from its keys and values; an entry that is null is as one that is absent."""
    keys = entries[::2]
    if len(entries) % 2 or not all(type(key) is PSLiteral for key in keys):
        raise IrregularObject("a dictionary")
    pairs = zip(keys, entries[1::2], strict=True)
    return {key.name: value for key, value in pairs if value is not None}


def _numbers(text: bytes) -> list[float]:
    """An array of nothing but numbers, as the widths of a font."""
    try:
        if b"." not in text:
            return [*map(int, text.split())]
        return [float(item) if b"." in item else int(item) for item in text.split()]
    except ValueError:
        raise IrregularObject("numbers") from None


def _names(text: bytes) -> list[Any]:
    """An array of names and integers, as the differences of an encoding."""
    items = text.replace(b"/", b" /").split()
    return [_name(item[1:]) if item[:1] == b"/" else int(item) for item in items]


@lru_cache(maxsize=4096)
def _name(text: bytes) -> PSLiteral:
    name = text.decode()
    return LIT(ESCAPED_CHARACTER.sub(_character, name) if "#" in name else name)


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


def _literal(text: bytes) -> bytes:
    """A literal string, in which parentheses may be escaped, as in the addresses of links."""
    return ESCAPED_PARENTHESIS.sub(rb"\1", text) if b"\\" in text else text


def _hexadecimal(digits: bytes) -> bytes:
    return bytes.fromhex(digits.decode())


READ: dict[int, Callable[[bytes], Any]] = {
    _NAME: _name,
    _INTEGER: int,
    _NUMBERS: _numbers,
    _NAMES: _names,
    _REAL: float,
    _LITERAL: _literal,
    _HEXADECIMAL: _hexadecimal,
    _CONSTANT: CONSTANTS.__getitem__,
}
