"""The header of an RTF file: font table, style sheet, list tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from unreport.readers.rtf.charsets import Font, font
from unreport.readers.rtf.tokens import Token
from unreport.readers.word.heading_styles import BODY, style_name_level
from unreport.readers.word.numbering import (
    LevelOverride,
    NumberingDefinitions,
    NumberingInstance,
    NumberingLevel,
)

MAX_LEVELS = 9
BODY_OUTLINE_LEVEL = 9
# `\levelnfc` (MSONFC), by ST_NumberFormat
NUMBER_FORMATS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    5: "ordinal", 6: "cardinalText", 7: "ordinalText", 8: "hex", 9: "chicago",
    10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth",
    18: "decimalEnclosedCircle", 22: "decimalZero", 23: "bullet", 26: "decimalEnclosedFullstop",
    27: "decimalEnclosedParen", 37: "chineseCounting", 38: "chineseLegalSimplified",
    39: "chineseCountingThousand", 45: "hebrew1", 46: "arabicAlpha", 47: "hebrew2",
    48: "arabicAbjad", 57: "numberInDash", 58: "russianLower", 59: "russianUpper", 255: "none",
}  # fmt: skip
SUFFIXES = {0: "\t", 1: " ", 2: ""}


@dataclass
class Style:
    """A paragraph style: its name and outline level."""

    name: str = ""
    outline: int | None = None

    @property
    def level(self) -> int | None:
        """The heading level by the name of the style, else by its outline level."""
        known, level = style_name_level(self.name)
        if known:
            return level
        if self.outline is None:
            return None
        return self.outline + 1 if self.outline < BODY_OUTLINE_LEVEL else BODY


@dataclass
class Header:
    """The tables of the header, filled while they are read."""

    fonts: dict[int, Font] = field(default_factory=dict)
    styles: dict[int, Style] = field(default_factory=dict)
    lists: dict[int, dict[int, NumberingLevel]] = field(default_factory=dict)
    instances: dict[int, tuple[int, dict[int, LevelOverride]]] = field(default_factory=dict)

    def definitions(self) -> NumberingDefinitions:
        r"""The list overrides as numbering instances, by the number of `\ls`."""
        return NumberingDefinitions(
            {
                str(number): NumberingInstance(str(key), self.lists.get(key, {}), overrides)
                for number, (key, overrides) in self.instances.items()
            }
        )


def read_fonts(group: list[Token], header: Header) -> None:
    r"""`{\f0\froman\fcharset0 Times New Roman;}` or several fonts without groups."""
    number = 0
    character_set: int | None = None
    page: int | None = None
    name: list[str] = []
    for token in group:
        if token.name == "f":
            number, character_set, page = token.number or 0, None, None
            name.clear()
        elif token.name == "fcharset":
            character_set = token.number
        elif token.name == "cpg":
            page = token.number
        elif token.kind == "text":
            name.append(token.data.decode("latin-1"))
            if b";" in token.data:
                header.fonts[number] = font(
                    "".join(name).partition(";")[0].strip(), character_set, page
                )


def read_style(group: list[Token], header: Header) -> None:
    r"""`{\s1\outlinelevel0 heading 1;}`; character styles (`\cs`) have no level."""
    number, style = 0, Style()
    for token in group:
        if token.kind == "word":
            if token.name in ("cs", "ds", "ts"):
                return
            if token.name == "s":
                number = token.number or 0
            elif token.name == "outlinelevel":
                style.outline = token.number
        elif token.kind == "text":
            style.name += token.data.decode("latin-1")
    style.name = style.name.partition(";")[0].strip()
    header.styles[number] = style


def read_list(group: list[Token], header: Header) -> None:
    """A list of the list table with its levels."""
    levels: dict[int, NumberingLevel] = {}
    starts = [at for at, token in enumerate(group) if token.name == "listlevel"]
    for at, (start, end) in enumerate(pairwise([*starts, len(group)])):
        if at < MAX_LEVELS:
            levels[at] = _level(group[start:end])
    key = next((t.number for t in reversed(group) if t.name == "listid"), None)
    header.lists[key or 0] = levels


def _level(group: list[Token]) -> NumberingLevel:
    numbers = {t.name: t.number for t in group if t.kind == "word" and t.number is not None}
    nfc = numbers.get("levelnfcn", numbers.get("levelnfc", 0))
    return NumberingLevel(
        start=numbers.get("levelstartat", 1),
        format=NUMBER_FORMATS.get(nfc, "decimal"),
        text=_level_text(group),
        separator=SUFFIXES.get(numbers.get("levelfollow", 0), "\t"),
        legal=bool(numbers.get("levellegal", 0)),
    )


def _level_text(group: list[Token]) -> str:
    r"""`{\leveltext\'02\'00.;}`: the length, then text in which a byte below 9 is a level."""
    at = next((i for i, t in enumerate(group) if t.name == "leveltext"), None)
    out: list[str] = []
    for token in group[at + 1 :] if at is not None else []:
        if token.kind == "close":
            break
        if token.kind == "hex":
            byte = token.data[0]
            out.append(
                f"%{byte + 1}" if byte < MAX_LEVELS else token.data.decode("cp1252", "replace")
            )
        elif token.kind == "text":
            out.append(token.data.decode("latin-1"))
        elif token.name == "u" and token.number is not None:
            out.append(chr(token.number % 0x10000))
    text = "".join(out)
    # The first byte is the length, which looks like a level if it is below 9.
    return re.sub(r"^(?:%\d|[\x09-\x1f])", "", text).partition(";")[0].rstrip("?")


def read_override(group: list[Token], header: Header) -> None:
    r"""`{\listoverride\listid1\listoverridecount0\ls1}`, with start values of levels."""
    numbers = {t.name: t.number for t in group if t.kind == "word"}
    overrides: dict[int, LevelOverride] = {}
    at = -1
    for token in group:
        if token.name == "lfolevel":
            at += 1
        elif token.name == "levelstartat" and 0 <= at < MAX_LEVELS:
            overrides[at] = LevelOverride(token.number, None)
    key = (numbers.get("listid") or 0, overrides)
    header.instances[numbers.get("ls") or 0] = key


def read_groups(tokens: Iterator[Token], *, nested: bool) -> Iterator[list[Token]]:
    """The groups of a table up to its end, and the tokens outside groups as one."""
    direct: list[Token] = []
    group: list[Token] = []
    depth = 0
    for token in tokens:
        if token.kind == "close" and depth == 0:
            break
        if token.kind == "open":
            depth += 1
        target = group if depth else direct
        if depth <= 1 or nested:
            target.append(token)
        if token.kind == "close":
            depth -= 1
            if depth == 0:
                yield group
                group = []
    if direct:
        yield direct


HEADER_READERS: dict[str, Callable[[list[Token], Header], None]] = {
    "fonttbl": read_fonts,
    "stylesheet": read_style,
    "listtable": read_list,
    "listoverridetable": read_override,
}
