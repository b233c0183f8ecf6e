"""The glyphs that a font puts for others, by its `GSUB` table: forms of letters, and ligatures.

A producer that embeds the table tells with it what glyphs without a character are: final forms, a
shadda with a vowel, ligatures (OpenType 1.9, "GSUB: Glyph Substitution Table", lookup types 1, 4
and 7).  Others have parts of letters, or depend on what stands around them, and are not read.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

SINGLE, LIGATURE, EXTENSION = 1, 4, 7  # lookup types
LOOKUP_LIST = 8  # offset of the offset of the lookup list in the header
MAX_SUBSTITUTIONS = 1 << 16  # of one font; a Nastaliq font has some ten thousand
MAX_PARTS = 6  # glyphs of a ligature
MAX_ROUNDS = 4  # a ligature of forms, a form of a ligature


class Substitution(NamedTuple):
    """One glyph that is put for others."""

    glyph: int
    parts: tuple[int, ...]  # in logical order


def texts_of_substitutes(gsub: bytes, known: Mapping[int, Sequence[str]]) -> dict[int, str]:
    """The texts of glyphs that a font puts for known ones; of each glyph, if all agree.

    `known` has the characters of glyphs by their index.  Raises `struct.error` for a table that is
    damaged.
    """
    found: dict[int, str] = {}
    left = [made for made in substitutions(gsub) if made.glyph not in known]
    for _ in range(MAX_ROUNDS):
        texts: dict[int, dict[str, str]] = {}
        rest = []
        for made in left:
            parts = [
                known[part][0] if part in known else found.get(part, "") for part in made.parts
            ]
            if all(parts):
                text = unicodedata.normalize("NFC", "".join(parts))
                texts.setdefault(made.glyph, {})[unicodedata.normalize("NFKC", text)] = text
            else:
                rest.append(made)
        found |= {glyph: own.popitem()[1] for glyph, own in texts.items() if len(own) == 1}
        if not texts:
            break
        left = [made for made in rest if made.glyph not in texts]
    return found


def substitutions(gsub: bytes) -> Iterator[Substitution]:
    """The single substitutions and ligatures of a `GSUB` table, up to a limit."""
    (start,) = struct.unpack_from(">H", gsub, LOOKUP_LIST)
    left = MAX_SUBSTITUTIONS
    for lookup in _offsets(gsub, start):
        kind, _ = struct.unpack_from(">HH", gsub, lookup)
        for subtable in _offsets(gsub, lookup, 4):
            for made in _of_subtable(gsub, kind, subtable):
                if left == 0:
                    return
                left -= 1
                yield made


def _of_subtable(gsub: bytes, kind: int, at: int) -> Iterator[Substitution]:
    if kind == EXTENSION:
        _, kind, offset = struct.unpack_from(">HHL", gsub, at)
        at += offset
    if kind == SINGLE:
        yield from _singles(gsub, at)
    elif kind == LIGATURE:
        yield from _ligatures(gsub, at)


def _singles(gsub: bytes, at: int) -> Iterator[Substitution]:
    kind, coverage, value = struct.unpack_from(">3H", gsub, at)
    for number, glyph in enumerate(_covered(gsub, at + coverage)):
        if kind == 1:
            yield Substitution((glyph + value) % (1 << 16), (glyph,))
        elif number < value:
            (other,) = struct.unpack_from(">H", gsub, at + 6 + 2 * number)
            yield Substitution(other, (glyph,))


def _ligatures(gsub: bytes, at: int) -> Iterator[Substitution]:
    (coverage,) = struct.unpack_from(">H", gsub, at + 2)
    firsts = _covered(gsub, at + coverage)
    for first, own in zip(firsts, _offsets(gsub, at, 4), strict=False):
        for ligature in _offsets(gsub, own):
            glyph, count = struct.unpack_from(">2H", gsub, ligature)
            if 1 < count <= MAX_PARTS:
                others = struct.unpack_from(f">{count - 1}H", gsub, ligature + 4)
                yield Substitution(glyph, (first, *others))


def _offsets(gsub: bytes, start: int, at: int = 0) -> Iterator[int]:
    """The tables whose offsets from `start` are in a list that begins `at` further on."""
    (count,) = struct.unpack_from(">H", gsub, start + at)
    for number in range(count):
        (offset,) = struct.unpack_from(">H", gsub, start + at + 2 + 2 * number)
        yield start + offset


def _covered(gsub: bytes, at: int) -> Iterator[int]:
    """The glyphs of a coverage table, in order."""
    kind, count = struct.unpack_from(">2H", gsub, at)
    if kind == 1:
        yield from struct.unpack_from(f">{count}H", gsub, at + 4)
        return
    for number in range(count):
        first, last, _ = struct.unpack_from(">3H", gsub, at + 4 + 6 * number)
        yield from range(first, last + 1)
