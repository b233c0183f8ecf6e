"""XML names of WordprocessingML (ECMA-376 part 1) and access to elements."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001  # lxml has no public name for it

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
MATH_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/math"
STRICT_MATH = "http://purl.oclc.org/ooxml/officeDocument/math"

W = f"{{{MAIN}}}"
R = f"{{{RELATIONSHIPS}}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = f"{{{MATH_NAMESPACE}}}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

VAL = f"{W}val"
PARAGRAPH = f"{W}p"
RUN = f"{W}r"
TABLE = f"{W}tbl"
PPR = f"{W}pPr"
RPR = f"{W}rPr"
SECTION = f"{W}sectPr"

OFF = frozenset({"0", "false", "off", "none"})


def child(parent: Element | None, name: str) -> Element | None:
    """The first child `w:name`, or None."""
    return None if parent is None else parent.find(W + name)


def val(parent: Element | None, name: str) -> str | None:
    """The `w:val` of the child `w:name`."""
    found = child(parent, name)
    return None if found is None else found.get(VAL)


def integer(text: str | None) -> int | None:
    """An integer in any form that Word accepts (`12`, `-1`, `12.0`), or None."""
    try:
        return None if text is None else int(float(text))
    except (ValueError, OverflowError):
        return None


def toggle(parent: Element | None, name: str) -> bool | None:
    """The value of a toggle property such as `w:b`; None if absent."""
    found = child(parent, name)
    return None if found is None else found.get(VAL, "1") not in OFF
