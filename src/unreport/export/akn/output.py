"""The elements that `to_akn` writes, and their text as XML.

Elements are those of the standard library, which cost less than lxml's.  Names of elements and
attributes are kept as they are written, with their prefixes.
"""

from __future__ import annotations

import re
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
QUOTE = '"'
OWN_PREFIX = "unreport"
"""The prefix of the namespace of this library."""


def root_element(name: str, namespaces: dict[str | None, str]) -> OutputElement:
    """A root element that declares namespaces by their prefixes; None is the default one."""
    declared = {f"xmlns:{key}" if key else "xmlns": uri for key, uri in namespaces.items()}
    return ET.Element(name, declared)


def add(parent: OutputElement, name: str, /, **attributes: str | None) -> OutputElement:
    """Append an element; an attribute that is None is left out.

    `xml_lang` is the attribute `xml:lang`, and `own_absent` is `unreport:absent`.
    """
    element = ET.SubElement(parent, name)
    for key, value in attributes.items():
        if value is not None:
            element.set(ATTRIBUTES[key], value)
    return element


def add_text(
    parent: OutputElement, name: str, text: str, /, **attributes: str | None
) -> OutputElement:
    """Append an element that holds a text."""
    element = add(parent, name, **attributes)
    element.text = text
    return element


def append(element: OutputElement, text: str) -> None:
    """Add a text at the end of an element's content."""
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def set_own(element: OutputElement, name: str, value: str) -> None:
    """Set an attribute in the namespace of this library."""
    element.set(f"{OWN_PREFIX}:{name}", value)


def to_xml(root: OutputElement) -> str:
    """The XML document of an element, which stands in no other."""
    pieces = [DECLARATION]
    _write(root, pieces)
    return "".join(pieces)


def _write(element: OutputElement, pieces: list[str]) -> None:
    """Add an element's XML to the pieces: a list, since most of the time is spent here."""
    tag, text = element.tag, element.text
    start = f"<{tag}"
    for name, value in element.items():
        start += f' {name}="{value if value.isalnum() else _escaped_attribute(value)}"'
    inside = _escaped_text(text) if text else ""
    if not len(element):
        pieces.append(f"{start}/>" if text is None else f"{start}>{inside}</{tag}>")
        return
    pieces.append(f"{start}>{inside}")
    for child in element:
        _write(child, pieces)
        if child.tail:
            pieces.append(_escaped_text(child.tail))
    pieces.append(f"</{tag}>")


def _escaped_text(text: str) -> str:
    """A text as XML holds it, without the characters that it cannot hold."""
    if not text.isprintable():
        text = NOT_IN_XML.sub("", text)
    elif "&" not in text and "<" not in text and ">" not in text:
        return text
    return SPECIAL.sub(_reference, text)


def _escaped_attribute(value: str) -> str:
    """The same for the value of an attribute."""
    if value.isprintable() and QUOTE not in value:
        return _escaped_text(value)
    return SPECIAL_IN_ATTRIBUTE.sub(_reference, NOT_IN_XML.sub("", value))


def _reference(character: re.Match[str]) -> str:
    return REFERENCES[character[0]]


class _Attributes(dict[str, str]):
    """The names of attributes by the keywords that stand for them."""

    def __missing__(self, key: str) -> str:
        name = key.removesuffix("_")  # `as_`, for a word of Python
        if key == "xml_lang":
            name = "xml:lang"
        elif key.startswith("own_"):
            name = f"{OWN_PREFIX}:{key.removeprefix('own_')}"
        self[key] = name
        return name


ATTRIBUTES = _Attributes()
