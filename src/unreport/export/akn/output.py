"""The elements that `to_akn` writes, and their text as XML.

Elements are those of the standard library, which cost less than lxml's.  Names of elements and
attributes are kept as they are written, with their prefixes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TypeAlias
from xml.etree import ElementTree as ET

import regex

OutputElement: TypeAlias = ET.Element
DECLARATION = "<?xml version='1.0' encoding='utf-8'?>\n"
NOT_IN_XML = regex.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold (section 2.2)."""
REFERENCES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\r": "&#13;",
    "\t": "&#9;",
    "\n": "&#10;",
}
SPECIAL = re.compile(r"[&<>\r]")
SPECIAL_IN_ATTRIBUTE = re.compile(r'[&<>"\t\n\r]')
OWN_PREFIX = "unreport"
"""The prefix of the namespace of this library."""


def root_element(name: str, namespaces: dict[str | None, str]) -> OutputElement:
    """A root element that declares namespaces by their prefixes; None is the default one."""
    declared = {f"xmlns:{key}" if key else "xmlns": uri for key, uri in namespaces.items()}
    return ET.Element(name, declared)


def legal(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return text if text.isprintable() else NOT_IN_XML.sub("", text)


def add(parent: OutputElement, name: str, /, **attributes: str | None) -> OutputElement:
    """Append an element; an attribute that is None is left out.

    `xml_lang` is the attribute `xml:lang`, and `own_absent` is `unreport:absent`.
    """
    element = ET.SubElement(parent, name)
    for key, value in attributes.items():
        if value is not None:
            element.set(_attribute(key), legal(value))
    return element


def add_text(
    parent: OutputElement, name: str, text: str, /, **attributes: str | None
) -> OutputElement:
    """Append an element that holds a text."""
    element = add(parent, name, **attributes)
    element.text = legal(text)
    return element


def append(element: OutputElement, text: str) -> None:
    """Add a text at the end of an element's content."""
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + legal(text)
    else:
        element.text = (element.text or "") + legal(text)


def set_own(element: OutputElement, name: str, value: str) -> None:
    """Set an attribute in the namespace of this library."""
    element.set(f"{OWN_PREFIX}:{name}", legal(value))


def to_xml(root: OutputElement) -> str:
    """The XML document of an element, which stands in no other."""
    pieces = [DECLARATION]
    _write(root, pieces)
    return "".join(pieces)


def _write(element: OutputElement, pieces: list[str]) -> None:
    """Add an element's XML to the pieces: a list, since most of the time is spent here."""
    tag, text = element.tag, element.text
    pieces.append(f"<{tag}")
    for name, value in element.items():
        safe = value if value.isalnum() else _escaped(value, SPECIAL_IN_ATTRIBUTE)
        pieces.append(f' {name}="{safe}"')
    if text is None and not len(element):
        pieces.append("/>")
        return
    pieces.append(f">{_escaped(text, SPECIAL)}" if text else ">")
    for child in element:
        _write(child, pieces)
        if child.tail:
            pieces.append(_escaped(child.tail, SPECIAL))
    pieces.append(f"</{tag}>")


def _escaped(text: str, special: re.Pattern[str]) -> str:
    return special.sub(_reference, text) if special.search(text) else text


def _reference(character: re.Match[str]) -> str:
    return REFERENCES[character[0]]


@cache
def _attribute(key: str) -> str:
    if key == "xml_lang":
        return "xml:lang"
    if key.startswith("own_"):
        return f"{OWN_PREFIX}:{key.removeprefix('own_')}"
    return key.removesuffix("_")  # `as_`, for a word of Python
