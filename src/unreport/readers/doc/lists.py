"""The lists of a .doc file (MS-DOC 2.9.131 and after): PlfLst and PlfLfo as numbering."""

from __future__ import annotations

from contextlib import suppress
from struct import error, unpack_from

from unreport.readers.rtf.header import NUMBER_FORMATS, SUFFIXES
from unreport.readers.word.numbering import (
    LevelOverride,
    NumberingDefinitions,
    NumberingInstance,
    NumberingLevel,
)

LISTS, OVERRIDES = 73, 74  # in FibRgFcLcb97
LSTF, LVLF, LFO = 28, 28, 16  # bytes
SIMPLE, LEGAL, NO_RESTART = 0x01, 0x04, 0x08
LEVELS = 9
VANISH = b"\x3c\x08\x01"  # sprmCFVanish, on


def read_lists(lists: bytes, levels: bytes, overrides: bytes) -> NumberingDefinitions:
    """The list formats as numbering instances, by their number from 1 (`sprmPIlfo`).

    `levels` follow the list structures in the table stream.  Raises `ValueError` if there are fewer
    overrides than the table says.
    """
    definitions: dict[int, dict[int, NumberingLevel]] = {}
    instances: dict[str, NumberingInstance] = {}
    with suppress(error, IndexError):
        at = 0
        for index in range(unpack_from("<H", lists)[0] if lists else 0):
            start = 2 + LSTF * index
            identifier = unpack_from("<i", lists, start)[0]
            count = 1 if lists[start + 26] & SIMPLE else LEVELS
            definitions[identifier] = {}
            for number in range(count):
                definitions[identifier][number], at = _level(levels, at)
        _read_instances(overrides, definitions, instances)
    return NumberingDefinitions(instances)


def _read_instances(
    data: bytes,
    definitions: dict[int, dict[int, NumberingLevel]],
    instances: dict[str, NumberingInstance],
) -> None:
    count = unpack_from("<I", data)[0] if data else 0
    at = 4 + LFO * count
    if at > max(len(data), 4):
        raise ValueError("the table of list overrides is damaged")
    for index in range(count):
        start = 4 + LFO * index
        identifier, changed = unpack_from("<i", data, start)[0], data[start + 12]
        own: dict[int, LevelOverride] = {}
        if at + 4 <= len(data):
            at += 4
        for _ in range(changed):
            number, own_override, at = _override(data, at)
            own[number] = own_override
        instances[str(index + 1)] = NumberingInstance(
            str(identifier), definitions.get(identifier, {}), own
        )


def _override(data: bytes, at: int) -> tuple[int, LevelOverride, int]:
    start, flags = unpack_from("<iI", data, at)
    at += 8
    level = None
    if flags & 0x20:
        level, at = _level(data, at)
    return flags & 0xF, LevelOverride(start if flags & 0x10 else None, level), at


def _level(data: bytes, at: int) -> tuple[NumberingLevel, int]:
    """A level and the offset after it: LVLF, paragraph and character modifiers, text."""
    start, form, flags = unpack_from("<iBB", data, at)
    follow, character_size, paragraph_size, restart = (
        data[at + 15],
        data[at + 24],
        data[at + 25],
        data[at + 26],
    )
    at += LVLF + paragraph_size
    character = data[at : at + character_size]
    at += character_size
    length = unpack_from("<H", data, at)[0]
    text = data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", errors="replace")
    pattern = "".join(f"%{ord(c) + 1}" if ord(c) < LEVELS else c for c in text)
    level = NumberingLevel(
        start=start,
        format=NUMBER_FORMATS.get(form, "decimal"),
        text=pattern,
        separator=SUFFIXES.get(follow, "\t"),
        legal=bool(flags & LEGAL),
        restart=restart if flags & NO_RESTART else None,
        hidden=VANISH in character,
    )
    return level, at + 2 + 2 * length
