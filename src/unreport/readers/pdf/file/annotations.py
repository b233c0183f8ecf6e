"""Text that a page shows by annotations: values of form fields and free text.

It is drawn by appearance streams (ISO 32000-1, 12.5.5), which are not among the page's contents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from unreport.readers.pdf.file.syntax.objects import Objects

HIDDEN = 0b100010  # annotation flags 2 (hidden) and 6 (no view)
MAX_ANNOTATIONS = 2000  # of a page
MAX_PARENTS = 8  # fields above a widget
LINK = re.compile(
    rb"[\t\n\f\r ]*+<<[\t\n\f\r ]*+(?:/Type[\t\n\f\r ]*+/Annot[\t\n\f\r ]*+)?+"
    rb"/Subtype[\t\n\f\r ]*+/Link(?=[\t\n\f\r /\[<>])"
)
"""How most producers begin the dictionary of a link, which shows no text of its own."""


def annotation_texts(page: PDFPage) -> Iterator[str]:
    """The values of the form fields of a page that are text, and its free-text annotations."""
    found = resolve1(page.annots) if page.annots else ()
    for reference in found[:MAX_ANNOTATIONS] if isinstance(found, list) else ():
        if _is_link(reference):
            continue
        annotation = resolve1(reference)
        if not isinstance(annotation, dict) or _is_hidden(annotation):
            continue
        subtype = resolve1(annotation.get("Subtype"))
        name = subtype.name if isinstance(subtype, PSLiteral) else ""
        value = _value(annotation) if name == "Widget" else annotation.get("Contents")
        text = resolve1(value) if name in {"Widget", "FreeText"} else None
        if isinstance(text, bytes) and decode_text(text).strip():
            yield " ".join(decode_text(text).split())


def _is_link(reference: object) -> bool:
    """Whether an annotation is a link, as its object begins; a page may have hundreds."""
    file = getattr(reference, "doc", None)
    return isinstance(file, Objects) and file.begins_with(reference.objid, LINK.match)  # type: ignore[attr-defined]


def _is_hidden(annotation: dict[str, object]) -> bool:
    flags = resolve1(annotation.get("F"))
    return isinstance(flags, int) and bool(flags & HIDDEN)


def _value(field: dict[str, object]) -> object:
    """The value of a field, which may be that of the field above it."""
    for _ in range(MAX_PARENTS):
        if "V" in field:
            return field["V"]
        parent = resolve1(field.get("Parent"))
        if not isinstance(parent, dict):
            break
        field = parent
    return None
