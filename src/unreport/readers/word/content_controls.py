"""Content controls (ECMA-376 part 1, 17.5.2): placeholders, check boxes, data binding."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree
from msgspec import Struct

from unreport.readers.word.package import Package, Relationship
from unreport.readers.word.styles import Styles
from unreport.readers.word.xml_names import OFF, RPR, VAL, W14, Element, W, val

CONTROL = f"{W}sdt"
PLACEHOLDER_STYLES = frozenset({"placeholder text", "placeholdertext"})  # as Word names its style
CHECKED, UNCHECKED = "☒", "☐"

# xmlns:ns0='urn:x' of `w:prefixMappings`; paths such as /ns0:report[1]/ns0:chair[1]/@name
PREFIX = re.compile(r"xmlns:([\w.-]{1,50})=['\"]([^'\"]{1,500})['\"]")
PATH = re.compile(r"(?:/{1,2}@?[\w.:*-]+(?:\(\))?(?:\[\d+\])?)+")
MAX_PATH = 500
DATA_STORE = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}"
# The stores of document properties have fixed ids.
PROPERTY_STORES = {
    "core-properties": "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}",
    "extended-properties": "{6668398D-A668-4E3E-A5EB-62B293D839F1}",
}


class DataStores(Struct, frozen=True):
    """The custom XML parts of a file by their id, read on first use."""

    load: Callable[[], dict[str, Element]]
    loaded: list[dict[str, Element]] = []

    def value(self, control: Element) -> str:
        """The text that a content control is bound to (`w:dataBinding`), or ""."""
        binding = control.find(f"{W}sdtPr/{W}dataBinding")
        path = "" if binding is None else binding.get(f"{W}xpath", "")
        if binding is None or len(path) > MAX_PATH or not PATH.fullmatch(path):
            return ""
        if not self.loaded:
            self.loaded.append(self.load())
        store = self.loaded[0].get(binding.get(f"{W}storeItemID", "").upper())
        prefixes = dict(PREFIX.findall(binding.get(f"{W}prefixMappings", "")))
        return "" if store is None else _select(store, path, prefixes)


def _select(store: Element, path: str, prefixes: dict[str, str]) -> str:
    try:
        found = store.xpath(path, namespaces=prefixes or None)
    except etree.XPathError:
        return ""
    first = found[0] if isinstance(found, list) and found else ""
    text = first if isinstance(first, str) else "".join(first.itertext())
    return " ".join(str(text).split())


def load_stores(package: Package, relationships: dict[str, Relationship]) -> dict[str, Element]:
    """The custom XML parts of the document, and the document properties."""
    stores = dict(_custom_xml(package, relationships))
    for relationship in package.relationships("").values():
        identifier = PROPERTY_STORES.get(relationship.kind)
        part = package.part(relationship.target) if identifier else None
        if identifier and part is not None:
            stores[identifier] = part
    return stores


def _custom_xml(
    package: Package, relationships: dict[str, Relationship]
) -> Iterator[tuple[str, Element]]:
    for relationship in relationships.values():
        if relationship.kind != "customXml":
            continue
        for properties in package.relationships(relationship.target).values():
            described = package.part(properties.target)
            part = package.part(relationship.target)
            if described is not None and part is not None:
                yield described.get(f"{DATA_STORE}itemID", "").upper(), part


def placeholder_control(run: Element, styles: Styles) -> Element | None:
    """The content control of which a run is the placeholder, since it is not filled in.

    Programs that fill in forms leave `w:showingPlcHdr` behind, so the style of the run decides.
    """
    style = val(run.find(RPR), "rStyle")
    if style is None or styles.names.get(style, style.lower()) not in PLACEHOLDER_STYLES:
        return None
    controls = run.iterancestors(CONTROL)
    shown = (c for c in controls if c.find(f"{W}sdtPr/{W}showingPlcHdr") is not None)
    return next(shown, None)


def check_box(control: Element) -> str:
    """The state of a check box as character; "" for other content controls."""
    box = control.find(f"{W}sdtPr/{W14}checkbox")
    if box is None:
        return ""
    state = box.find(f"{W14}checked")
    on = state is not None and (state.get(f"{W14}val") or state.get(VAL) or "1") not in OFF
    return CHECKED if on else UNCHECKED
