"""Namespaces, elements and codes of Akoma Ntoso 3.0 and of AKN4UN, as data."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from unreport.export.akn.output import OWN_PREFIX
from unreport.model import SectionKind

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
AKN4UN = "http://un.org/akn4un"
OWN = "urn:x-unreport:akn:1"
"""Of values that have no place in Akoma Ntoso: the number of an item, a doubt, a running head."""
XML = "http://www.w3.org/XML/1998/namespace"
PREFIXES: dict[str | None, str] = {None: AKN, "akn4un": AKN4UN, OWN_PREFIX: OWN}
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


def name_of(element: Element) -> str:
    """The local name of an element; "" of a comment or a processing instruction."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def own(element: Element, name: str) -> str | None:
    """An attribute in the namespace of this library."""
    value: str | None = element.get(f"{{{OWN}}}{name}")
    return value
