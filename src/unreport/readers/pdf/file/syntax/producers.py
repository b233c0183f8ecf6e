"""The programs that made a file, by its document information dictionary (ISO 32000-1, 14.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pdfminer.pdftypes import resolve1

BY_TEX = re.compile(rb"TeX|dvips|dvipdf|(?i:pdftex)")
COMBINING_GHOSTSCRIPT = re.compile(rb"Ghostscript (?:9\.56|10\.0)")
"""Versions whose ToUnicode values combine two bytes (`font_faults/combined_letters`)."""


def is_by(program: re.Pattern[bytes], info: Iterable[Mapping[str, object]]) -> bool:
    """Whether the document information dictionaries of a file name a program.

    >>> is_by(BY_TEX, [{"Creator": b"dvips(k) 5.86", "Producer": b"GNU Ghostscript 6.52"}])
    True
    >>> is_by(COMBINING_GHOSTSCRIPT, [{"Producer": b"GPL Ghostscript 10.00.0"}])
    True
    """
    values = (resolve1(own.get(key)) for own in info for key in ("Creator", "Producer"))
    return any(isinstance(own, bytes) and program.search(_plain(own)) for own in values)


def _plain(value: bytes) -> bytes:
    """A text string without the byte order mark and zero bytes of UTF-16 (ISO 32000-1, 7.9.2)."""
    return value.replace(b"\0", b"")
