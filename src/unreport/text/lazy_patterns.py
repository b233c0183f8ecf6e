"""Regular expressions that are compiled when they are first used.

Compiling the patterns for what few documents have (old encodings, damaged symbols, footnotes) takes
longer than parsing a report, so those are left until such text is met.
"""

from __future__ import annotations

import re
from typing import TypeAlias, TypeVar, cast

import regex

Text = TypeVar("Text", str, bytes)
AnyPattern: TypeAlias = re.Pattern[str] | re.Pattern[bytes] | regex.Pattern[str]

METHODS = ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")


def lazy_pattern(source: Text, flags: int = 0) -> re.Pattern[Text]:
    r"""A pattern with the methods of a compiled one, which is compiled at the first use.

    >>> lazy_pattern(r"\d+").findall("1 and 23")
    ['1', '23']
    """
    return cast("re.Pattern[Text]", LazyPattern(source, flags))


def lazy_regex(source: str, flags: int = 0) -> regex.Pattern[str]:
    r"""The same for the library `regex`.

    >>> lazy_regex(r"\p{Han}+").findall("1 and 二十")
    ['二十']
    """
    return cast("regex.Pattern[str]", LazyRegex(source, flags))


class LazyPattern:
    """Stands for a compiled pattern; see `lazy_pattern`."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.source = source
        self.own_flags = flags

    def __getattr__(self, name: str) -> object:
        """Compile the pattern, and keep its methods as attributes."""
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = self.compile()
        self.__dict__.update((method, getattr(compiled, method)) for method in METHODS)
        return getattr(compiled, name)

    def compile(self) -> AnyPattern:
        """The compiled pattern."""
        return re.compile(self.source, self.own_flags)


class LazyRegex(LazyPattern):
    """Stands for a compiled pattern of the library `regex`; see `lazy_regex`."""

    def compile(self) -> AnyPattern:
        """The compiled pattern."""
        return regex.compile(str(self.source), self.own_flags)
