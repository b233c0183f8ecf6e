"""The package of a Word file (ECMA-376 part 2): a zip archive with parts and relationships."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

from lxml import etree
from msgspec import Struct

from unreport.errors import DamagedSource, EncryptedSource, LimitExceeded, UnreadableSource
from unreport.readers.word.xml_names import (
    MAIN,
    MATH_NAMESPACE,
    RELATIONSHIPS,
    STRICT,
    STRICT_MATH,
    STRICT_RELATIONSHIPS,
    Element,
)

CONTENT_TYPES = "[Content_Types].xml"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
NAMESPACES = (  # of strict and of transitional files
    (STRICT, MAIN),
    (STRICT_RELATIONSHIPS, RELATIONSHIPS),
    (STRICT_MATH, MATH_NAMESPACE),
)


# What `zipfile` raises where an archive is broken: a negative offset is a ValueError.
ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    ValueError,
)


class WordLimits(Struct, frozen=True, kw_only=True):
    """Size limits of a Word file; a report of 1,000 pages stays far below."""

    part: int = 64 * 2**20  # bytes of one part
    total: int = 128 * 2**20  # bytes of all parts that are read
    tags: int = 4_000_000  # of one part; the New York template has one tag per 30 bytes
    entries: int = 20_000  # files in the archive


class Relationship(Struct, frozen=True):
    """A relationship: the last segment of its type, and its target part."""

    kind: str
    target: str


class OtherFormat(Struct, frozen=True):
    """Another format in a zip archive, recognised by its entries."""

    name: str
    matches: Callable[[frozenset[str]], bool]


OTHER_FORMATS = (
    OtherFormat("an Excel workbook (.xlsx)", lambda names: "xl/workbook.xml" in names),
    OtherFormat("a PowerPoint presentation (.pptx)", lambda names: "ppt/presentation.xml" in names),
    OtherFormat("an EPUB book", lambda names: "META-INF/container.xml" in names),
    OtherFormat("a Java archive", lambda names: "META-INF/MANIFEST.MF" in names),
    OtherFormat(
        "an OpenDocument file (such as .odt)",
        lambda names: "mimetype" in names and "content.xml" in names,
    ),
    OtherFormat("an Apple Pages file", lambda names: any(n.endswith(".iwa") for n in names)),
)


class Package:
    """An open package; parts are parsed on request."""

    def __init__(
        self, data: bytes, name: str | None = None, limits: WordLimits | None = None
    ) -> None:
        self._name = name
        self._limits = limits or WordLimits()
        self._bytes_read = 0
        self._zip = self._opened(data)
        # Some writers use other letters' case or a backslash in part names than the relations do.
        self._entries = {_normalised_name(info.filename): info for info in self._zip.infolist()}
        if len(self._zip.infolist()) > self._limits.entries:
            raise LimitExceeded(
                f"the archive holds more than {self._limits.entries:,} files", source=name
            )
        self.main = self._main()

    def has(self, part: str) -> bool:
        """Whether the archive holds the part."""
        return _normalised_name(part) in self._entries

    def part(self, part: str) -> Element | None:
        """The root element of a part; None if the archive lacks it."""
        if not self.has(part):
            return None
        return self._parsed(part, self._bytes(self._entries[_normalised_name(part)]))

    def data(self, part: str) -> bytes | None:
        """The bytes of a part; None if the archive lacks it."""
        if not self.has(part):
            return None
        return self._bytes(self._entries[_normalised_name(part)])

    def content_type(self, part: str) -> str:
        """The content type of a part in lower case, by its name or its extension; "" if unknown."""
        root = self.part(CONTENT_TYPES)
        own, extension = _normalised_name(part), posixpath.splitext(part)[1].lstrip(".").lower()
        by_name = by_extension = ""
        for element in [] if root is None else root.iter(f"{TYPES}Override", f"{TYPES}Default"):
            told = element.get("ContentType", "").lower()
            if _normalised_name(element.get("PartName", "")) == own:
                by_name = told
            elif element.get("Extension", "").lower() == extension:
                by_extension = told
        return by_name or by_extension

    def relationships(self, part: str) -> dict[str, Relationship]:
        """The internal relationships of a part by id."""
        folder, file = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return {}
        return {
            element.get("Id", ""): Relationship(
                kind=element.get("Type", "").rsplit("/", 1)[-1],
                target=_resolved_target(folder, element.get("Target", "")),
            )
            for element in root
            if isinstance(element.tag, str) and element.get("TargetMode") != "External"
        }

    def _opened(self, data: bytes) -> zipfile.ZipFile:
        try:
            return zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise DamagedSource(_describe_damage(data), source=self._name) from error

    def _main(self) -> str:
        """The main document part: by relationship, else by its usual name."""
        for relation in self.relationships("").values():
            office = relation.target.startswith(("xl/", "ppt/", "visio/"))
            if relation.kind == "officeDocument" and not office and self.has(relation.target):
                return relation.target
        if self.has("word/document.xml"):
            return "word/document.xml"
        names = frozenset(info.filename for info in self._zip.infolist())
        raise UnreadableSource(_describe_archive(names), source=self._name)

    def _bytes(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 1:
            raise EncryptedSource(
                "the parts of this Word file are locked with a password", source=self._name
            )
        self._check_size(info)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(info.file_size + 1)
        except ZIP_ERRORS as error:
            raise DamagedSource(
                f"the part {info.filename} of this Word file is broken; "
                "get the file again or open and save it in Word",
                source=self._name,
            ) from error
        self._bytes_read += len(data)
        return data

    def _check_size(self, info: zipfile.ZipInfo) -> None:
        """Check the declared size before decompression; no more than that is decompressed."""
        if info.file_size > self._limits.part:
            raise LimitExceeded(
                f"the part {info.filename} unpacks to {info.file_size:,} bytes, "
                f"more than the {self._limits.part:,} allowed",
                source=self._name,
            )
        if self._bytes_read + info.file_size > self._limits.total:
            raise LimitExceeded(
                f"the parts of this Word file unpack to more than {self._limits.total:,} bytes",
                source=self._name,
            )

    def _parsed(self, part: str, data: bytes) -> Element:
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        if _declares_entities(data):
            raise DamagedSource(
                f"the part {part} declares a document type, which no Word file does; "
                "it is not read, since such declarations can hide attacks",
                source=self._name,
            )
        if data.count(b"<") > self._limits.tags:
            raise LimitExceeded(
                f"the part {part} holds more than {self._limits.tags:,} XML tags", source=self._name
            )
        try:
            root = etree.fromstring(_transitional(data), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise DamagedSource(
                f"the part {part} of this Word file is not well-formed XML: {error}",
                source=self._name,
            ) from error
        if root.getroottree().docinfo.doctype:
            raise DamagedSource(f"the part {part} declares a document type", source=self._name)
        return root


def _declares_entities(data: bytes) -> bool:
    """Whether a part has a document type; `<` is escaped in text, so a search is enough."""
    return any("<!DOCTYPE".encode(code) in data for code in ("ascii", "utf-16-le", "utf-16-be"))


def _transitional(data: bytes) -> bytes:
    """Replace the namespaces of strict files (ISO/IEC 29500-1) by the transitional ones."""
    if STRICT.encode() not in data:
        return data
    for strict, transitional in NAMESPACES:
        data = data.replace(strict.encode(), transitional.encode())
    return data


def _resolved_target(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))


def _normalised_name(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _describe_damage(data: bytes) -> str:
    """What a zip archive without its directory is, by the names before its parts."""
    if b"[Content_Types].xml" in data or b"word/" in data:
        return (
            "this looks like a Word file, but its zip archive is cut off or broken; "
            "get the file again or save it anew in Word"
        )
    return (
        "this is a zip archive that is cut off or broken, and hardly a Word file; get it again, or "
        "read it with `unreport batch` or `unreport.parse_archive`, which give its complete members"
    )


def _describe_archive(names: frozenset[str]) -> str:
    kind = next((known.name for known in OTHER_FORMATS if known.matches(names)), None)
    if kind:
        return f"this is {kind}, not a Word file; save it as .docx or PDF first"
    if CONTENT_TYPES in names or any(name.startswith("word/") for name in names):
        return "this is an Office file without a Word document in it; its main part is missing"
    listed = ", ".join(sorted(n for n in names if not n.endswith("/"))[:3]) or "nothing"
    return (
        f"this is a zip archive (it holds {listed}), not a Word file; "
        "unpack it, or read it with `unreport batch` or `unreport.parse_archive`"
    )
