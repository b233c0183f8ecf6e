"""Formulas in Office Math Markup (ECMA-376 part 1, 22.1) as linear text."""

from __future__ import annotations

from collections.abc import Callable

from unreport.readers.word.xml_names import MATH, Element, W

SUPERSCRIPTS = str.maketrans("0123456789+-−()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿⁱ")
SUBSCRIPTS = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
MATH_VAL = f"{MATH}val"
PROPERTIES = ("rPr", "ctrlPr", "fPr", "radPr", "dPr", "naryPr", "accPr", "mPr", "argPr")
SKIPPED = frozenset(
    {f"{MATH}{name}" for name in PROPERTIES} | {f"{W}rPr", f"{W}del", f"{W}moveFrom"}
)


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


def _fraction(element: Element) -> str:
    above, below = _argument(element, "num"), _argument(element, "den")
    if _property(element, "fPr/type", "bar") == "noBar":
        return f"({above}¦{below})"
    return f"{_group(above)}/{_group(below)}"


def _scripts(element: Element) -> str:
    """A base with index and exponent, whichever it has."""
    base, index, power = (_argument(element, name) for name in ("e", "sub", "sup"))
    return f"{_group(base)}{subscript(index)}{superscript(power)}"


def _pre_scripts(element: Element) -> str:
    index, power, base = (_argument(element, name) for name in ("sub", "sup", "e"))
    return f"{subscript(index)}{superscript(power)}{base}"


def _radical(element: Element) -> str:
    degree, radicand = _argument(element, "deg"), _argument(element, "e")
    sign = {"3": "∛", "4": "∜"}.get(degree, f"{superscript(degree)}√")
    return f"{sign}{_group(radicand)}"


def _delimiters(element: Element) -> str:
    opening = _property(element, "dPr/begChr", "(")
    closing = _property(element, "dPr/endChr", ")")
    separator = _property(element, "dPr/sepChr", "|")
    return opening + separator.join(map(linear, element.findall(f"{MATH}e"))) + closing


def _nary(element: Element) -> str:
    """A sum, product or integral with its limits."""
    sign = _property(element, "naryPr/chr", "∫")
    low, high = _argument(element, "sub"), _argument(element, "sup")
    return f"{sign}{subscript(low)}{superscript(high)} {_argument(element, 'e')}"


def _limit(element: Element) -> str:
    return f"{_argument(element, 'e')}{subscript(_argument(element, 'lim'))}"


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
    f"{MATH}limUpp": _limit,
    f"{MATH}func": _function,
    f"{MATH}m": _matrix,
    f"{MATH}eqArr": _equations,
    f"{MATH}acc": _accent,
}
