"""EQ fields (17.16.5.22) as linear text."""

from __future__ import annotations

import re

from unreport.readers.word.formulas import fraction, nary, root, subscript, superscript

BRACKET = re.compile(r"([lrb])c\\(.)")  # `\lc\[`
OPTION_CHARACTER = re.compile(r"\\[^a-zA-Z]")
BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
OPERATORS = {"su": "∑", "pr": "∏"}  # `\i\su(1,5,x)`; without option an integral
MAX_DEPTH = 20  # of nested parts


def equation(code: str) -> str:
    r"""The code of an EQ field as linear text.

    >>> equation(r"\f(1,2)")
    '1/2'
    """
    return _Equation(code).read()


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
