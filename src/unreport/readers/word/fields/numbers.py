"""Numbers of LISTNUM and AUTONUM fields (17.16.5), which are counted when their paragraph is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from unreport.readers.word.fields.codes import FieldCode
from unreport.readers.word.numbering import (
    LEVELS,
    ListCounters,
    NumberingDefinitions,
    NumberingInstance,
    NumberingLevel,
)
from unreport.readers.word.xml_names import integer


class ListNumber(NamedTuple):
    """A number of a LISTNUM or AUTONUM field, which is counted when its paragraph is."""

    list_name: str  # "" for the numbering of the paragraph
    level: int | None  # from 0; None: by the paragraph
    start: int | None = None
    period: str | None = None  # in place of the final full stop


def _list_number(code: FieldCode) -> ListNumber:
    r"""LISTNUM (17.16.5.32): `\l` is the level from 1, `\s` the start value."""
    level, start = integer(code.switches.get("l")), integer(code.switches.get("s"))
    name = code.arguments[0] if code.arguments else ""
    return ListNumber(name, None if level is None else min(max(level, 1), 9) - 1, start)


def _auto_number(code: FieldCode) -> ListNumber:
    r"""AUTONUM, AUTONUMLGL, AUTONUMOUT: `\s` is the separator, `\e` removes it."""
    period = "" if "e" in code.switches else code.switches.get("s") or None
    return ListNumber(code.name, None, period=period)


LIST_FIELDS: dict[str, Callable[[FieldCode], ListNumber]] = {
    "LISTNUM": _list_number,
    "AUTONUM": _auto_number,
    "AUTONUMLGL": _auto_number,
    "AUTONUMOUT": _auto_number,
}


def _built_in(name: str, *levels: tuple[str, str]) -> NumberingInstance:
    return NumberingInstance(
        name,
        {
            at: NumberingLevel(format=form, text=text, separator=" ")
            for at, (form, text) in enumerate(levels)
        },
        {},
    )


_NUMBERS = ("decimal", "lowerLetter", "lowerRoman") * 3
_OUTLINE = (
    ("upperRoman", "%1."), ("upperLetter", "%2."), ("decimal", "%3."), ("lowerLetter", "%4)"),
    ("decimal", "(%5)"), ("lowerLetter", "(%6)"), ("lowerRoman", "(%7)"),
    ("lowerLetter", "(%8)"), ("lowerRoman", "(%9)"),
)  # fmt: skip
_LEGAL = tuple(
    ("decimal", ".".join(f"%{level}" for level in range(1, at + 1)) + ".") for at in range(1, 10)
)
BUILT_IN_LISTS: dict[str, NumberingInstance] = {
    "NUMBERDEFAULT": _built_in(
        "NumberDefault",
        *(
            (form, f"%{at})" if at <= 3 else f"(%{at})" if at <= 6 else f"%{at}.")  # noqa: PLR2004
            for at, form in enumerate(_NUMBERS, 1)
        ),
    ),
    "OUTLINEDEFAULT": _built_in("OutlineDefault", *_OUTLINE),
    "LEGALDEFAULT": _built_in("LegalDefault", *_LEGAL),
    "AUTONUM": _built_in("AUTONUM", *(("decimal", f"%{at}.") for at in range(1, 10))),
    "AUTONUMLGL": _built_in("AUTONUMLGL", *_LEGAL),
    "AUTONUMOUT": _built_in("AUTONUMOUT", *_OUTLINE),
}
"""The lists of LISTNUM and AUTONUM fields, by name in capitals."""
BUILT_IN = NumberingDefinitions(BUILT_IN_LISTS)


def count_field(
    counters: ListCounters,
    lists: NumberingDefinitions,
    number: ListNumber,
    own: tuple[str | None, int],
    heading: int | None,
) -> str:
    """The text of a LISTNUM or AUTONUM field.

    `own` is the numbering instance and level of the paragraph, `heading` its heading level.
    """
    num, at = own
    name = number.list_name.upper()
    if number.list_name or lists.get(num) is None:
        lists, num = _field_list(lists, name)
        at = _auto_level(counters, name, heading) if name in LIST_FIELDS else 0
    else:
        at += 1
    at = min(at if number.level is None else number.level, LEVELS - 1)
    if number.start is not None and (instance := lists.get(num)) is not None:
        counters.values.setdefault(instance.abstract, {})[at] = number.start - 1
    label = counters.next(lists, num or "", at)
    text = label.text if label else ""
    return text if number.period is None else text.removesuffix(".") + number.period


def _field_list(lists: NumberingDefinitions, name: str) -> tuple[NumberingDefinitions, str]:
    """The list with a name: a list of the file, or a built-in one."""
    if name in lists.names:
        return lists, lists.names[name]
    return BUILT_IN, name if name in BUILT_IN_LISTS else "NUMBERDEFAULT"


def _auto_level(counters: ListCounters, name: str, heading: int | None) -> int:
    """The level of an AUTONUM field: that of its heading; in body text, below the last heading."""
    if heading:
        counters.headings[name] = heading
        return heading - 1
    return counters.headings.get(name, 0)
