r"""Formulas of RTF (`\moMath`), which have the structure of Office Math Markup, as linear text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from unreport.readers.rtf.tokens import Token
from unreport.readers.word.formulas import MATH_VAL, linear
from unreport.readers.word.xml_names import MATH, Element

HIDING = ("v", "deleted")
"""Character properties of text that is not read."""
NOT_IN_XML = re.compile("[\0-\x1f\ud800-\udfff\ufffe\uffff]")


class Group(NamedTuple):
    """An open group: its element, or that of the group around it, and whether its text is read."""

    element: Element
    is_own: bool
    hidden: bool


def read_formula(group: Iterable[Token], codec: str, fallback: int) -> str:
    r"""A formula as linear text: `{\mf{\mnum{\mr a}}{\mden{\mr b}}}` is `a/b`.

    `group` has the tokens of the group `\moMath` or `\moMathPara`; `codec` is that of its bytes,
    `fallback` the number of characters after `\u` that stand in for it (`\uc`).
    """
    groups = [Group(etree.Element(f"{MATH}oMath"), is_own=True, hidden=False)]
    for item in _texts_and_words(group, codec, fallback):
        here = groups[-1]
        if isinstance(item, str):
            _add_text(here, item)
        elif item.kind == "open":
            groups.append(here._replace(is_own=False))
        elif item.kind == "close" and len(groups) > 1:
            groups.pop()
        elif item.kind == "word":
            groups[-1] = _worded(here, item)
    (root, *_), inner = groups, groups[0].element.find(f"{MATH}oMath")
    if inner is not None:
        root.element.tag = f"{MATH}oMathPara"  # the formulas of a paragraph
    return linear(root.element)


def _texts_and_words(group: Iterable[Token], codec: str, fallback: int) -> Iterator[str | Token]:
    """The tokens, with those of text as strings."""
    units: list[str] = []
    skip = 0
    for token in group:
        if token.kind in ("text", "hex"):
            units.append(token.data[skip:].decode(codec, errors="replace"))
            skip = max(skip - len(token.data), 0)
        elif token.name == "u" and token.number is not None:
            units.append(chr(token.number % 0x10000))
            skip = fallback
        else:
            yield _joined(units)
            units.clear()
            yield token
    yield _joined(units)


def _joined(units: list[str]) -> str:
    """Text without the characters that XML does not have; surrogates are paired."""
    text = "".join(units).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return NOT_IN_XML.sub("", text)


def _worded(here: Group, token: Token) -> Group:
    """The group after a control word; the first with `m` names its element."""
    if token.name in HIDING and token.number != 0:
        return here._replace(hidden=True)
    if here.is_own or not token.name.startswith("m") or len(token.name) == 1:
        return here
    return here._replace(element=etree.SubElement(here.element, MATH + token.name[1:]), is_own=True)


def _add_text(here: Group, text: str) -> None:
    """Add text to a run, or to the value of a property."""
    parent = here.element.getparent()
    if parent is not None and parent.tag.endswith("Pr"):
        here.element.set(MATH_VAL, (here.element.get(MATH_VAL, "") + text).strip())
    elif text and not here.hidden:
        etree.SubElement(here.element, f"{MATH}t").text = text
