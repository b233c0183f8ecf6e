"""Tokens of RTF: groups, control words, control symbols, text (RTF specification 1.9.1, syntax)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal["open", "close", "word", "symbol", "hex", "text"]

TOKEN = re.compile(
    rb"""(?P<open>\{)
    | (?P<close>\})
    | \\(?P<word>[a-zA-Z]{1,40})(?P<number>-?[0-9]{1,10})?[ ]?
    | \\'(?P<hex>[0-9a-fA-F]{2})
    | \\(?P<symbol>[^a-zA-Z])
    | (?P<break>[\r\n\x00]+)
    | (?P<text>[^\\{}\r\n\x00]+)
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A token: its kind, the name of a control word or symbol, its parameter, its bytes."""

    kind: Kind
    name: str = ""
    number: int | None = None
    data: bytes = b""
    end: int = 0  # offset of what follows


def rest_of_group(tokens: Iterator[Token]) -> Iterator[Token]:
    """The tokens up to the end of the group that is open."""
    depth = 0
    for token in tokens:
        depth += (token.kind == "open") - (token.kind == "close")
        if depth < 0:
            return
        yield token


def tokens(data: bytes) -> Iterator[Token]:
    r"""The tokens of a file; line breaks of the file are no text, `\bin` data is skipped.

    >>> [token.name for token in tokens(b"{\\b bold\\par}") if token.kind == "word"]
    ['b', 'par']
    """
    at = 0
    while match := TOKEN.match(data, at):
        at = match.end()
        kind = match.lastgroup
        if kind in ("word", "number"):
            number = int(match["number"]) if match["number"] else None
            name = match["word"].decode()
            if name == "bin":
                at += max(number or 0, 0)
            yield Token("word", name, number, end=at)
        elif kind == "hex":
            yield Token("hex", data=bytes([int(match["hex"], 16)]), end=at)
        elif kind == "symbol":
            yield Token("symbol", match["symbol"].decode("latin-1"), end=at)
        elif kind == "text":
            yield Token("text", data=match["text"], end=at)
        elif kind in ("open", "close"):
            yield Token("open" if kind == "open" else "close", end=at)
        if kind is None:
            return
    return
