"""Fields (ECMA-376 part 1, 17.16): field codes, and results that Word does not store."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec import Struct

from unreport.readers.word.formulas import fraction, nary, root, subscript, superscript
from unreport.readers.word.numbering import (
    LEVELS,
    ListCounters,
    NumberingDefinitions,
    NumberingInstance,
    NumberingLevel,
)
from unreport.readers.word.symbol_fonts import FONTS, symbol_character
from unreport.readers.word.xml_names import VAL, Element, W, child, integer, toggle, val

FIELD_CHARACTER = f"{W}fldChar"
TYPE = f"{W}fldCharType"
FIELD_SCOPES = tuple(
    W + name for name in ("txbxContent", "footnote", "endnote", "body", "hdr", "ftr", "comment")
)
# LISTNUM NumberDefault \l 2 \s 3; SYMBOL 177 \f "Times New Roman"
TOKEN = re.compile(r'"([^"]*)"|(\S+)')
BRACKET = re.compile(r"([lrb])c\\(.)")  # `\lc\[`
OPTION_CHARACTER = re.compile(r"\\[^a-zA-Z]")
BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
OPERATORS = {"su": "∑", "pr": "∏"}  # `\i\su(1,5,x)`; without option an integral
MAX_CODE = 10_000  # characters of a field code
MAX_DEPTH = 20  # of nested parts of an EQ field
CHECKED, UNCHECKED = "☒", "☐"
BUTTONS = frozenset({"MACROBUTTON", "GOTOBUTTON"})  # they show their text after an argument


class FieldCode(Struct, frozen=True):
    """A field code: its type, its arguments, and its switches with their argument."""

    name: str
    arguments: tuple[str, ...] = ()
    switches: dict[str, str] = {}


class ListNumber(NamedTuple):
    """A number of a LISTNUM or AUTONUM field, which is counted when its paragraph is."""

    list_name: str  # "" for the numbering of the paragraph
    level: int | None  # from 0; None: by the paragraph
    start: int | None = None
    period: str | None = None  # in place of the final full stop


@dataclass(slots=True)
class Field:
    """An open complex field."""

    form: Element | None = None  # `w:ffData`
    code: list[str] = field(default_factory=list)
    in_result: bool = False
    has_result: bool = False


def remove_unclosed(root: Element, *, original: bool) -> None:
    """Disable the field characters that do not form a field in their story.

    If a complex field is not closed before the end of its story, its field characters are ignored
    (17.16.18).  Characters in removed rows do not close a field of the remaining text.
    """
    stacks: dict[Element | None, list[list[Element]]] = {}
    for element in root.iter(FIELD_CHARACTER):
        stack = stacks.setdefault(next(element.iterancestors(*FIELD_SCOPES), None), [])
        kind = element.get(TYPE)
        if _in_removed_row(element, original=original):
            _disable(element)
        elif kind == "begin":
            stack.append([element])
        elif stack and kind == "separate":
            stack[-1].append(element)
        elif stack and kind == "end":
            stack.pop()
        else:
            _disable(element)
    for stack in stacks.values():
        for characters in stack:
            for element in characters:
                _disable(element)


def _disable(element: Element) -> None:
    element.attrib.pop(TYPE, None)


def _in_removed_row(element: Element, *, original: bool) -> bool:
    name = "ins" if original else "del"
    return any(
        child(child(row, "trPr"), name) is not None for row in element.iterancestors(f"{W}tr")
    )


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


def missing_result(code: FieldCode, text: str, form: Element | None) -> str | ListNumber:
    """The result of a field whose result is not stored; "" if the field has none."""
    if code.name in FORM_FIELDS:
        return FORM_FIELDS[code.name](form)
    if code.name in LIST_FIELDS:
        return LIST_FIELDS[code.name](code)
    if code.name == "SYMBOL":
        return _symbol(code)
    if code.name == "EQ":
        return _Equation(text[:MAX_CODE].strip()[2:]).read()
    if code.name in BUTTONS:
        return " ".join(text[:MAX_CODE].split()[2:])
    return " ".join(code.arguments) if code.name == "QUOTE" else ""


def _symbol(code: FieldCode) -> str:
    """SYMBOL (17.16.5.64): a character by its code in a font or code page."""
    argument = code.arguments[0] if code.arguments else ""
    try:
        number = int(argument, 16 if argument.lower().startswith("0x") else 10)
    except ValueError:
        return argument[:1]
    number %= 0x10000 if number < 0 else 0x110000
    font = code.switches.get("f", "")
    if not 0 < number <= 0x10FFFF or 0xD800 <= number < 0xE000:  # noqa: PLR2004
        return ""
    if font.lower() in FONTS:
        return symbol_character(number, font)
    if "u" in code.switches or number > 0xFF:  # noqa: PLR2004
        return chr(number)
    return bytes([number]).decode("cp1252", errors="replace")


def _drop_down(form: Element | None) -> str:
    """FORMDROPDOWN (17.16.9): the entry of the list that is selected."""
    entries = child(form, "ddList")
    if entries is None:
        return ""
    chosen = val(entries, "result") or val(entries, "default")
    names = [entry.get(VAL, "") for entry in entries.findall(f"{W}listEntry")]
    at = integer(chosen) or 0
    return names[at] if 0 <= at < len(names) else ""


def _check_box(form: Element | None) -> str:
    """FORMCHECKBOX (17.16.7): its state, else its default state."""
    box = child(form, "checkBox")
    state = toggle(box, "checked")
    return CHECKED if (toggle(box, "default") if state is None else state) else UNCHECKED


def _text_input(form: Element | None) -> str:
    return val(child(form, "textInput"), "default") or ""


FORM_FIELDS: dict[str, Callable[[Element | None], str]] = {
    "FORMDROPDOWN": _drop_down,
    "FORMCHECKBOX": _check_box,
    "FORMTEXT": _text_input,
}


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


class _Equation:
    r"""Reads the code of an EQ field (17.16.5.22), such as `\f(1,2)`, as linear text."""

    def __init__(self, code: str) -> None:
        self._code = code
        self._at = 0
        self._depth = 0

    def read(self, closing: str = "") -> str:
        r"""The text up to one of the characters `closing`, which is not consumed."""
        out: list[str] = []
        while self._at < len(self._code) and self._code[self._at] not in closing:
            character = self._code[self._at]
            self._at += 1
            if character == "\\" and self._at < len(self._code):
                out.append(self._switch())
            else:
                out.append(character)
        return "".join(out).strip()

    def _switch(self) -> str:
        name = self._code[self._at].lower()
        self._at += 1
        if not name.isalpha():
            return name  # an escaped character
        while self._code[self._at : self._at + 1] not in ("(", ""):  # options: `\s\up8(2)`
            size = 2 if OPTION_CHARACTER.match(self._code, self._at) else 1
            name += self._code[self._at : self._at + size].lower()
            self._at += size
        arguments = self._arguments()
        return _equation_part(name, arguments)

    def _arguments(self) -> list[str]:
        arguments: list[str] = []
        if self._code[self._at : self._at + 1] != "(" or self._depth == MAX_DEPTH:
            return arguments
        self._depth += 1
        while self._at < len(self._code) and self._code[self._at] != ")":
            self._at += 1
            arguments.append(self.read(",;)"))
        self._at += 1
        self._depth -= 1
        return arguments


def _equation_part(name: str, arguments: list[str]) -> str:
    match name[0]:
        case "f" if len(arguments) == len(("above", "below")):
            return fraction(*arguments)
        case "r" if arguments:
            return root(arguments[0] if len(arguments) > 1 else "", arguments[-1])
        case "i" if len(arguments) == len(("low", "high", "operand")):
            signs = (sign for option, sign in OPERATORS.items() if option in name)
            return nary(next(signs, "∫"), *arguments)
        case "s":
            raised = superscript if "up" in name else subscript
            return (
                raised("".join(arguments)) if "up" in name or "do" in name else " ".join(arguments)
            )
        case "b":
            opening, closing = _brackets(name)
            return f"{opening}{''.join(arguments)}{closing}"
        case "l":
            return ",".join(arguments)
        case "o":
            return "".join(arguments)
        case _:
            return " ".join(filter(None, arguments))


def _brackets(name: str) -> tuple[str, str]:
    r"""The brackets of `\b`: `\lc\[`, `\rc\]`, `\bc\{`, which gives both."""
    given: dict[str, str] = dict(BRACKET.findall(name))
    if both := given.get("b"):
        return both, BRACKETS.get(both, both)
    if given:
        return given.get("l", ""), given.get("r", "")
    return "(", ")"
