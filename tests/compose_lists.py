"""Composes Word files with lists in every arrangement, at random.

What LibreOffice 7.4 numbers in another way than ECMA-376 17.9 is left out: `w:lvlRestart` and
`w:isLgl`, which it does not read; the start value of a `w:lvl` in an override; the separators
around the placeholder of a level without number.  It applies one start override of an instance
only, not one for each level (17.9.27), which is seen where instances alternate.
"""

import random

from msgspec import Struct
from word_files import docx, level, numbered, numbering, paragraph, style, table

FORMATS = (
    "decimal", "lowerLetter", "lowerRoman", "upperLetter", "upperRoman", "decimalZero",
    "russianLower", "chineseCountingThousand", "ordinal",
)  # fmt: skip
STARTS = (1, 1, 1, 1, 3, 9)
STEPS = (-3, -1, -1, 0, 0, 0, 1, 1, 2)


class Definition(Struct, frozen=True):
    """An abstract numbering definition: its levels, their starts, whether styles name them."""

    levels: str
    starts: tuple[int, ...]
    linked: bool


def compose(seed: int) -> bytes:
    """A Word file of one to three lists with several instances each."""
    chance = random.Random(seed)  # noqa: S311
    definitions = {key: _definition(chance, key) for key in range(chance.randint(1, 3))}
    instances: dict[int, tuple[int, str]] = {}
    for key, definition in definitions.items():
        for at in range(chance.randint(1, 3)):
            overrides = _overrides(chance, definition) if at else ""
            instances[len(instances) + 1] = (key, overrides)
    first = {key: min(n for n, (k, _) in instances.items() if k == key) for key in definitions}
    styles = "".join(
        _styles(chance, key, first[key], definition)
        for key, definition in definitions.items()
        if definition.linked
    )
    return docx(
        _body(chance, definitions, instances),
        numbering=numbering({key: d.levels for key, d in definitions.items()}, instances),
        styles=styles,
    )


def _definition(chance: random.Random, key: int) -> Definition:
    linked = chance.random() < 0.4
    starts = tuple(chance.choice(STARTS) for _ in range(chance.choice((3, 5, 9))))
    levels = "".join(
        level(
            at,
            chance.choice(FORMATS),
            _text(chance, at),
            start=start,
            more=f'<w:pStyle w:val="S{key}{at}"/>' if linked else "",
        )
        for at, start in enumerate(starts)
    )
    return Definition(levels, starts, linked)


def _text(chance: random.Random, at: int) -> str:
    own = f"%{at + 1}"
    path = ".".join(f"%{above + 1}" for above in range(at + 1))
    return chance.choice((f"{own}.", f"({own})", f"{own})", path, f"Part {own}:", f"{path}-"))


def _overrides(chance: random.Random, definition: Definition) -> str:
    """None, one level, or a restart of all levels, as Word writes it."""
    count = len(definition.starts)
    match chance.choice(("none", "one", "all")):
        case "one":
            return _override(chance.randrange(count), chance.choice((1, 2, 5)))
        case "all":
            return "".join(_override(at, start) for at, start in enumerate(definition.starts))
    return ""


def _override(at: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def _styles(chance: random.Random, key: int, instance: int, definition: Definition) -> str:
    """A style for each level, some of them based on that of the level above."""
    out = ""
    for at in range(len(definition.starts)):
        base = f'<w:basedOn w:val="S{key}{at - 1}"/>' if at and chance.random() < 0.5 else ""
        number = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{instance}"/></w:numPr>'
        out += style(f"S{key}{at}", f"S{key}{at}", f"{base}<w:pPr>{number}</w:pPr>")
    return out


def _body(
    chance: random.Random,
    definitions: dict[int, Definition],
    instances: dict[int, tuple[int, str]],
) -> str:
    out = ""
    at, instance = 0, chance.choice(list(instances))
    for n in range(chance.randint(15, 45)):
        if chance.random() < 0.15:
            instance = chance.choice(list(instances))
        key = instances[instance][0]
        depth = len(definitions[key].starts)
        at = min(max(at + chance.choice(STEPS), 0), depth - 1)
        block = _paragraph(
            chance, f"text {n}", instance, at, key if definitions[key].linked else None
        )
        out += table([block]) if chance.random() < 0.05 else block
    return out + paragraph("end")


def _paragraph(chance: random.Random, text: str, instance: int, at: int, linked: int | None) -> str:
    kind = chance.random()
    if kind < 0.05:
        return paragraph(text)
    if linked is None or kind > 0.6:
        return numbered(text, instance, at)
    name = f'<w:pStyle w:val="S{linked}{chance.randrange(at + 1)}"/>'
    off = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>' if kind < 0.1 else ""
    return paragraph(text, name + off)
