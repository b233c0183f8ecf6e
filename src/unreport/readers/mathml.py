"""Formulas in MathML 3, in OpenDocument and HTML, as linear text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from unreport.readers.word.formulas import fraction, root, subscript, superscript
from unreport.readers.word.xml_names import Element

SKIPPED = frozenset({
    "annotation", "annotation-xml", "none", "mprescripts", "maligngroup", "malignmark", "mphantom",
})  # fmt: skip
SPACES = "\N{FUNCTION APPLICATION}\N{INVISIBLE TIMES}\N{INVISIBLE SEPARATOR}\N{INVISIBLE PLUS}"
WITHOUT_SPACES = str.maketrans("", "", SPACES)


def linear(element: Element) -> str:
    """A formula or a part of it in linear format: `(a+b)/c`, `x²`, `√(x+1)`."""
    name = local_name(element)
    if name in SKIPPED:
        return ""
    if name in STRUCTURES:
        return STRUCTURES[name]([linear(inner) for inner in _arguments(element)])
    if name == "mfenced":
        return _fenced(element)
    texts = chain([element.text], *((linear(inner), inner.tail) for inner in _arguments(element)))
    words = " ".join("".join(text or "" for text in texts).split())
    return words.translate(WITHOUT_SPACES)


def local_name(element: Element) -> str:
    """The name of an element without its namespace; "" for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _arguments(element: Element) -> list[Element]:
    return [inner for inner in element if local_name(inner)]


def _fenced(element: Element) -> str:
    inner = (linear(argument) for argument in _arguments(element))
    opening, closing = element.get("open", "("), element.get("close", ")")
    return f"{opening}{(element.get('separators') or ',')[0].join(inner)}{closing}"


def _group(text: str) -> str:
    return text if len(text) <= 1 or text.isalnum() else f"({text})"


def _at(arguments: list[str], index: int) -> str:
    return arguments[index] if index < len(arguments) else ""


def _script(power: int | None, index: int | None) -> Callable[[list[str]], str]:
    """A base with an index and an exponent, by the number of the argument that each is."""

    def text(arguments: list[str]) -> str:
        low = "" if index is None else subscript(_at(arguments, index))
        high = "" if power is None else superscript(_at(arguments, power))
        return f"{_group(_at(arguments, 0))}{low}{high}"

    return text


STRUCTURES: dict[str, Callable[[list[str]], str]] = {
    "mfrac": lambda a: fraction(_at(a, 0), _at(a, 1)),
    "msqrt": lambda a: root("", "".join(a)),
    "mroot": lambda a: root(_at(a, 1), _at(a, 0)),
    "msup": _script(1, None),
    "msub": _script(None, 1),
    "msubsup": _script(2, 1),
    "mover": _script(1, None),
    "munder": _script(None, 1),
    "munderover": _script(2, 1),
    "mtable": "; ".join,
    "mtr": "&".join,
    "mlabeledtr": "&".join,
    "mspace": lambda _: " ",
}
