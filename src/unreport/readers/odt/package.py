"""The parts of an OpenDocument file (ODF 1.3 part 2), from a zip archive or a single XML file."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import NamedTuple

from lxml import etree

from unreport.errors import DamagedSource, EncryptedSource, LimitExceeded, UnreportError
from unreport.readers.mathml import local_name
from unreport.readers.odt.names import HREF
from unreport.readers.word.xml_names import Element

MAX_PART = 64 * 2**20  # bytes
ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)
MANIFEST = "META-INF/manifest.xml"


class Parts(NamedTuple):
    """The root elements with the content and with the styles."""

    content: Element
    styles: Element | None
    archive: bytes = b""

    def part(self, reference: Element) -> Element | None:
        """The content of an object (`draw:object`), which is in it or in a part of its own."""
        inline = (inner for inner in reference if local_name(inner) in ("math", "document"))
        if (content := next(inline, None)) is not None:
            return content
        name = reference.get(HREF, "").removeprefix("./").rstrip("/")
        return _object(self.archive, f"{name}/content.xml") if name and self.archive else None


def formula_of(part: Element) -> Element | None:
    """The formula that an object is, or None."""
    return part if local_name(part) == "math" else None


def open_document(data: bytes, name: str | None) -> Parts:
    """Open a file; a flat file (.fodt) has content and styles in one root element."""
    if not data.startswith(b"PK"):
        root = _parsed(data, name)
        return Parts(root, root)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if b"encryption-data" in (_part(archive, MANIFEST, name) or b""):
                raise EncryptedSource(
                    "this OpenDocument file is locked with a password", source=name
                )
            content = _part(archive, "content.xml", name)
            styles = _part(archive, "styles.xml", name)
    except ZIP_ERRORS as error:
        raise DamagedSource(
            "this looks like an OpenDocument file, but its zip archive is cut off or broken",
            source=name,
        ) from error
    if content is None:
        raise DamagedSource("this OpenDocument file has no content", source=name)
    return Parts(_parsed(content, name), None if styles is None else _parsed(styles, name), data)


def _object(data: bytes, part: str) -> Element | None:
    """The root element of an embedded object; None if it cannot be read."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            content = _part(archive, part, None)
        return None if content is None else _parsed(content, None)
    except (*ZIP_ERRORS, UnreportError):
        return None


def _part(archive: zipfile.ZipFile, part: str, name: str | None) -> bytes | None:
    if part not in archive.namelist():
        return None
    if archive.getinfo(part).flag_bits & 1:
        raise EncryptedSource("this OpenDocument file is locked with a password", source=name)
    if archive.getinfo(part).file_size > MAX_PART:
        raise LimitExceeded(f"the part {part} is larger than {MAX_PART:,} bytes", source=name)
    with archive.open(part) as stream:
        return stream.read(MAX_PART + 1)


def _parsed(data: bytes, name: str | None) -> Element:
    if len(data) > MAX_PART:
        raise LimitExceeded(f"this file is larger than {MAX_PART:,} bytes", source=name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedSource(
            f"the XML of this OpenDocument file is not well-formed: {error}", source=name
        ) from error
    if root.getroottree().docinfo.doctype:
        raise DamagedSource("this OpenDocument file declares a document type", source=name)
    return root
