"""Namespaces, elements and codes of Akoma Ntoso 3.0 and of AKN4UN, as data."""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

import regex
from lxml import etree

from unreport.model import SectionKind

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
AKN4UN = "http://un.org/akn4un"
OWN = "urn:x-unreport:akn:1"
"""Of values that have no place in Akoma Ntoso: the number of an item, a doubt, a running head."""
XML = "http://www.w3.org/XML/1998/namespace"
PREFIXES: dict[str | None, str] = {None: AKN, "akn4un": AKN4UN, "unreport": OWN}
DOCUMENT_URL = "https://docs.un.org"

Element: TypeAlias = etree._Element  # noqa: SLF001 (lxml has no public name for it)

LANGUAGE_CODES = {"ar": "ara", "zh": "zho", "en": "eng", "fr": "fra", "ru": "rus", "es": "spa"}
"""ISO 639-1 to ISO 639-2, which AKN4UN asks for in IRIs."""
UNDETERMINED = "und"  # ISO 639-2: the language is not known

SECTION_ELEMENTS: dict[SectionKind, str] = {
    "part": "part",
    "chapter": "chapter",
    "section": "section",
    "subsection": "subsection",
    "heading": "division",
}
"""The elements of sections; the other kinds are an `hcontainer` with their name."""
ATTACHMENTS: frozenset[SectionKind] = frozenset({"annex", "appendix"})
ABBREVIATIONS = {
    "alinea": "al",
    "attachment": "att",
    "chapter": "chp",
    "division": "dvs",
    "paragraph": "para",
    "section": "sec",
    "subsection": "subsec",
}
"""The prefixes of eIds, where they are not the element's name (Akoma Ntoso naming convention)."""
NOT_IN_XML = regex.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold (section 2.2)."""


def legal(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return text if text.isprintable() else NOT_IN_XML.sub("", text)


def add(parent: Element, name: str, /, **attributes: str | None) -> Element:
    """Append an element of Akoma Ntoso; an attribute that is None is left out.

    `xml_lang` is the attribute `xml:lang`, and `own_absent` is `unreport:absent`.
    """
    element = etree.SubElement(parent, _tag(name))
    for key, value in attributes.items():
        if value is not None:
            element.set(_attribute(key), legal(value))  # quicker than a dict for `SubElement`
    return element


def add_text(parent: Element, name: str, text: str, /, **attributes: str | None) -> Element:
    """Append an element of Akoma Ntoso that holds a text."""
    element = add(parent, name, **attributes)
    element.text = legal(text)
    return element


def name_of(element: Element) -> str:
    """The local name of an element; "" of a comment or a processing instruction."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def own(element: Element, name: str) -> str | None:
    """An attribute in the namespace of this library."""
    value: str | None = element.get(f"{{{OWN}}}{name}")
    return value


def set_own(element: Element, name: str, value: str) -> None:
    """Set an attribute in the namespace of this library."""
    element.set(f"{{{OWN}}}{name}", legal(value))


@cache
def _tag(name: str) -> str:
    return f"{{{AKN}}}{name}"


@cache
def _attribute(key: str) -> str:
    if key == "xml_lang":
        return f"{{{XML}}}lang"
    if key.startswith("own_"):
        return f"{{{OWN}}}{key.removeprefix('own_')}"
    return key.removesuffix("_")  # `as_`, for a word of Python
