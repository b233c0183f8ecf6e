"""The XML names of WordprocessingML (ECMA-376 part 1) that the reader looks at."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001  # lxml has no public name for it

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"

W = f"{{{MAIN}}}"
R = f"{{{RELATIONS}}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
VML = "{urn:schemas-microsoft-com:vml}"

VAL = f"{W}val"
P = f"{W}p"
RUN = f"{W}r"
TABLE = f"{W}tbl"
PPR = f"{W}pPr"
RPR = f"{W}rPr"
SECTION = f"{W}sectPr"

OFF = frozenset({"0", "false", "off", "none"})


def child(parent: Element | None, name: str) -> Element | None:
    """The first child `w:name`, if there is one."""
    return None if parent is None else parent.find(W + name)


def value(parent: Element | None, name: str) -> str | None:
    """The `w:val` of the child `w:name`."""
    found = child(parent, name)
    return None if found is None else found.get(VAL)


def number(text: str | None) -> int | None:
    """A whole number as Word writes it (`12`, `-1`, `12.0`), or None."""
    try:
        return None if text is None else int(float(text))
    except (ValueError, OverflowError):
        return None


def switch(parent: Element | None, name: str) -> bool | None:
    """Whether a toggle such as `w:b` is on; None where it does not stand."""
    found = child(parent, name)
    return None if found is None else found.get(VAL, "1") not in OFF
