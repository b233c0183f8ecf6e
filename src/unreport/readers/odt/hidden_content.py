"""Content of OpenDocument that is not shown: hidden text, declarations, sources of indexes."""

from __future__ import annotations

from unreport.readers.odt.names import OFFICE, TEXT
from unreport.readers.word.xml_names import Element

PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
NUMBER = f"{TEXT}number"  # of an item or a heading, for programs that do not count
SKIPPED = frozenset({
    f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{OFFICE}annotation-end",
    f"{TEXT}placeholder", f"{TEXT}hidden-text", f"{TEXT}ruby-text", f"{TEXT}sequence-decls",
    f"{TEXT}variable-decls", f"{TEXT}user-field-decls", f"{OFFICE}forms",
    f"{TEXT}script", NUMBER, f"{TEXT}table-of-content-source", f"{TEXT}alphabetical-index-source",
    f"{TEXT}illustration-index-source",
})  # fmt: skip


def is_hidden(element: Element) -> bool:
    """Whether a section, a paragraph or a field is hidden; conditions are as saved."""
    if element.tag == f"{TEXT}section":
        shown = element.get(f"{TEXT}display"), element.get(f"{TEXT}is-hidden")
        return shown[0] == "none" or shown == ("condition", "true")
    if element.tag not in PARAGRAPHS:
        return bool(element.get(f"{TEXT}display") == "none")
    marks = element.iterfind(f"{TEXT}hidden-paragraph")
    return any(mark.get(f"{TEXT}is-hidden") == "true" for mark in marks)
