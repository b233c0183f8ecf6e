"""Field codes: the type of a field, its arguments, its switches (17.16.2, 17.16.3)."""

from __future__ import annotations

import re

from msgspec import Struct

# LISTNUM NumberDefault \l 2 \s 3; SYMBOL 177 \f "Times New Roman"
TOKEN = re.compile(r'"([^"]*)"|(\S+)')
MAX_CODE = 10_000  # characters of a field code
WITHOUT_RESULT = frozenset({
    "ASK", "NEXT", "NEXTIF", "PRIVATE", "RD", "SET", "SKIPIF", "TA", "TC", "XE",
})  # fmt: skip
"""Fields that show nothing, also if a result is stored (17.16.5)."""


class FieldCode(Struct, frozen=True):
    """A field code: its type, its arguments, and its switches with their argument."""

    name: str
    arguments: tuple[str, ...] = ()
    switches: dict[str, str] = {}


def shows_result(code: str) -> bool:
    r"""Whether a field of this type shows its result.

    >>> shows_result(' SET Date "5 May" '), shows_result(" REF Date ")
    (False, True)
    """
    return not WITHOUT_RESULT.intersection(code[:MAX_CODE].upper().split(maxsplit=1)[:1])


def read_code(text: str) -> FieldCode:
    r"""Parse a field code.

    >>> read_code(' SYMBOL 177 \\f "Symbol" ')
    FieldCode(name='SYMBOL', arguments=('177',), switches={'f': 'Symbol'})
    """
    words = [
        (quoted or plain, not quoted and plain.startswith("\\"))
        for quoted, plain in TOKEN.findall(text[:MAX_CODE])
    ]
    arguments: list[str] = []
    switches: dict[str, str] = {}
    switch = ""
    for word, is_switch in words[1:]:
        if is_switch:
            switch = word[1:].lower()
            switches[switch] = ""
        elif switch and not switches[switch]:
            switches[switch] = word
        else:
            arguments.append(word)
    return FieldCode(words[0][0].upper() if words else "", tuple(arguments), switches)
