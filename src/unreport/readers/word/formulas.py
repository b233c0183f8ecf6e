"""Formulas in Office Math Markup (ECMA-376 part 1, 22.1) as linear text."""

from __future__ import annotations

import copy
from collections.abc import Callable

from unreport.readers.word.xml_names import MATH, OFF, Element, W, child, toggle

SUPERSCRIPTS = str.maketrans("0123456789+-−()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿⁱ")
SUBSCRIPTS = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
MATH_VAL = f"{MATH}val"
PROPERTIES = ("rPr", "ctrlPr", "fPr", "radPr", "dPr", "naryPr", "accPr", "mPr", "argPr")
SKIPPED = frozenset({f"{MATH}{name}" for name in PROPERTIES} | {f"{W}rPr"})
OVERLINE, UNDERLINE = "\N{COMBINING OVERLINE}", "\N{COMBINING LOW LINE}"


def shown(formula: Element, removed: frozenset[str]) -> Element:
    """A formula without hidden text and without the tracked changes that are removed."""
    hidden = [element for element in formula.iter(*removed, f"{MATH}r") if _hides(element)]
    if not hidden:
        return formula
    formula = copy.deepcopy(formula)
    for element in [e for e in formula.iter(*removed, f"{MATH}r") if _hides(e)]:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return formula


def _hides(element: Element) -> bool:
    return element.tag != f"{MATH}r" or bool(toggle(child(element, "rPr"), "vanish"))


def linear(element: Element) -> str:
    """A formula or a part of it in linear format (UnicodeMath): `(a+b)/c`, `x²`, `√(x+1)`."""
    tag = element.tag
    if not isinstance(tag, str) or tag in SKIPPED:
        return ""
    if tag in (f"{MATH}t", f"{W}t"):
        return element.text or ""
    structure = STRUCTURES.get(tag)
    return structure(element) if structure else _children(element)


def superscript(text: str) -> str:
    """An exponent: in superscript characters where all exist, else after `^`."""
    raised = text.translate(SUPERSCRIPTS)
    if text and not any(character in raised for character in text):
        return raised
    return f"^{_group(text)}" if text else ""


def subscript(text: str) -> str:
    """An index: in subscript characters where all exist, else after `_`."""
    lowered = text.translate(SUBSCRIPTS)
    if text and not any(character in lowered for character in text):
        return lowered
    return f"_{_group(text)}" if text else ""


def _children(element: Element) -> str:
    return "".join(map(linear, element))


def _argument(element: Element, name: str) -> str:
    argument = element.find(MATH + name)
    return "" if argument is None else linear(argument)


def _group(text: str) -> str:
    """In parentheses, unless it is one number or one name."""
    return text if len(text) <= 1 or text.isalnum() or _is_enclosed(text) else f"({text})"


def _is_enclosed(text: str) -> bool:
    """Whether the first parenthesis is closed by the last character."""
    if not text.startswith("("):
        return False
    depth = 0
    for at, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return at == len(text) - 1
    return False


def _property(element: Element, path: str, default: str) -> str:
    found = element.find("/".join(MATH + name for name in path.split("/")))
    return default if found is None else found.get(MATH_VAL, "")


def fraction(above: str, below: str) -> str:
    """A fraction: `1/2`, `(a+b)/c`."""
    return f"{_group(above)}/{_group(below)}"


def _fraction(element: Element) -> str:
    above, below = _argument(element, "num"), _argument(element, "den")
    if _property(element, "fPr/type", "bar") == "noBar":
        return f"({above}¦{below})"
    return fraction(above, below)


def _scripts(element: Element) -> str:
    """A base with index and exponent, whichever it has."""
    base, index, power = (_argument(element, name) for name in ("e", "sub", "sup"))
    return f"{_group(base)}{subscript(index)}{superscript(power)}"


def _pre_scripts(element: Element) -> str:
    index, power, base = (_argument(element, name) for name in ("sub", "sup", "e"))
    return f"{subscript(index)}{superscript(power)}{base}"


def root(degree: str, radicand: str) -> str:
    """A root: `√x`, `∛(x+1)`, `ⁿ√x`."""
    sign = {"3": "∛", "4": "∜"}.get(degree, f"{superscript(degree)}√")
    return f"{sign}{_group(radicand)}"


def nary(sign: str, low: str, high: str, operand: str) -> str:
    """A sum, product or integral with its limits: `∑₁ⁿ x`."""
    return f"{sign}{subscript(low)}{superscript(high)} {operand}"


def _radical(element: Element) -> str:
    return root(_argument(element, "deg"), _argument(element, "e"))


def _delimiters(element: Element) -> str:
    opening = _property(element, "dPr/begChr", "(")
    closing = _property(element, "dPr/endChr", ")")
    separator = _property(element, "dPr/sepChr", "|")
    return opening + separator.join(map(linear, element.findall(f"{MATH}e"))) + closing


def _nary(element: Element) -> str:
    sign = _property(element, "naryPr/chr", "∫")
    return nary(sign, *(_argument(element, name) for name in ("sub", "sup", "e")))


def _limit(element: Element) -> str:
    return f"{_argument(element, 'e')}{subscript(_argument(element, 'lim'))}"


def _upper_limit(element: Element) -> str:
    return f"{_argument(element, 'e')}{superscript(_argument(element, 'lim'))}"


def _bar(element: Element) -> str:
    """A line over or under a text, as combining characters."""
    text = _argument(element, "e")
    line = OVERLINE if _property(element, "barPr/pos", "bot") == "top" else UNDERLINE
    return "".join(f"{character}{line}" for character in text)


def _phantom(element: Element) -> str:
    """A text that only takes its place; it may be shown."""
    shows = _property(element, "phantPr/show", "1") not in OFF
    return _argument(element, "e") if shows else ""


def _paragraph(element: Element) -> str:
    """The formulas of a paragraph, each on its line."""
    return "; ".join(filter(None, map(linear, element.findall(f"{MATH}oMath"))))


def _function(element: Element) -> str:
    return f"{_argument(element, 'fName')} {_argument(element, 'e')}".strip()


def _matrix(element: Element) -> str:
    rows = (
        "&".join(linear(cell) for cell in row.findall(f"{MATH}e"))
        for row in element.findall(f"{MATH}mr")
    )
    return f"[{'; '.join(rows)}]"


def _equations(element: Element) -> str:
    return "; ".join(map(linear, element.findall(f"{MATH}e")))


def _accent(element: Element) -> str:
    return _argument(element, "e") + _property(
        element, "accPr/chr", "\N{COMBINING CIRCUMFLEX ACCENT}"
    )


STRUCTURES: dict[str, Callable[[Element], str]] = {
    f"{MATH}f": _fraction,
    f"{MATH}sSup": _scripts,
    f"{MATH}sSub": _scripts,
    f"{MATH}sSubSup": _scripts,
    f"{MATH}sPre": _pre_scripts,
    f"{MATH}rad": _radical,
    f"{MATH}d": _delimiters,
    f"{MATH}nary": _nary,
    f"{MATH}limLow": _limit,
    f"{MATH}limUpp": _upper_limit,
    f"{MATH}bar": _bar,
    f"{MATH}phant": _phantom,
    f"{MATH}oMathPara": _paragraph,
    f"{MATH}func": _function,
    f"{MATH}m": _matrix,
    f"{MATH}eqArr": _equations,
    f"{MATH}acc": _accent,
}
