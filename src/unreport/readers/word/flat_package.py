"""Word files as one XML file: Flat OPC (`pkg:package`), as Word saves "Word XML document"."""

from __future__ import annotations

import binascii
import zipfile
from base64 import b64decode
from io import BytesIO

from lxml import etree

from unreport.document import Document
from unreport.errors import DamagedSource, LimitExceeded
from unreport.readers.word.reader import read_docx
from unreport.readers.word.xml_names import Element

PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
MAX_BYTES = 64 * 2**20


def read_flat_docx(data: bytes, name: str | None = None, *, original: bool = False) -> Document:
    """Read a Flat OPC file, as the same package in a zip archive."""
    if len(data) > MAX_BYTES:
        raise LimitExceeded(f"this file is larger than {MAX_BYTES:,} bytes", source=name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
        package = _packed(root)
    except (etree.XMLSyntaxError, ValueError, binascii.Error) as error:
        raise DamagedSource(
            f"this looks like a Word XML document, but it is damaged: {error}", source=name
        ) from error
    return read_docx(package, name, original=original)


def _packed(root: Element) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part in root.findall(f"{PKG}part"):
            archive.writestr(part.get(f"{PKG}name", "").lstrip("/"), _content(part))
    return out.getvalue()


def _content(part: Element) -> bytes:
    binary = part.find(f"{PKG}binaryData")
    if binary is not None:
        return b64decode(binary.text or "")
    xml = part.find(f"{PKG}xmlData")
    return b"" if xml is None or not len(xml) else etree.tostring(xml[0])
