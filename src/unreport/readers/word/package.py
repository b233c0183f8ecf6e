"""The parts of a Word file: a zip archive, opened with limits and without trust."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

from lxml import etree
from msgspec import Struct

from unreport.errors import DamagedSource, EncryptedSource, LimitExceeded, UnreadableSource
from unreport.readers.word.xml_names import MAIN, RELATIONS, STRICT, STRICT_RELATIONS, Element

TYPES = "[Content_Types].xml"


# What `zipfile` raises where an archive is broken: a negative offset is a ValueError.
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    ValueError,
)


class Limits(Struct, frozen=True, kw_only=True):
    """How much a Word file may unfold to; a report of 1,000 pages stays far below."""

    part: int = 64 * 2**20  # bytes of one part
    total: int = 128 * 2**20  # bytes of all parts that are read
    tags: int = 4_000_000  # of one part; the New York template has one for every 30 bytes
    entries: int = 20_000  # files in the archive


class Relation(Struct, frozen=True):
    """What a part points to: the last word of the relation's type, and the target's name."""

    kind: str
    target: str


class Kind(Struct, frozen=True):
    """Something else that comes as a zip archive, and how it is known by its entries."""

    name: str
    known: Callable[[frozenset[str]], bool]


KINDS = (
    Kind("an Excel workbook (.xlsx)", lambda names: "xl/workbook.xml" in names),
    Kind("a PowerPoint presentation (.pptx)", lambda names: "ppt/presentation.xml" in names),
    Kind("an EPUB book", lambda names: "META-INF/container.xml" in names),
    Kind("a Java archive", lambda names: "META-INF/MANIFEST.MF" in names),
    Kind(
        "an OpenDocument file (such as .odt)",
        lambda names: "mimetype" in names and "content.xml" in names,
    ),
    Kind("an Apple Pages file", lambda names: any(n.endswith(".iwa") for n in names)),
)


class Package:
    """An open Word file: its parts by name, parsed when asked for."""

    def __init__(self, data: bytes, name: str | None = None, limits: Limits | None = None) -> None:
        self._name = name
        self._limits = limits or Limits()
        self._spent = 0
        self._zip = self._opened(data)
        # Some writers use other letters' case or a backslash in part names than the relations do.
        self._entries = {_folded(info.filename): info for info in self._zip.infolist()}
        if len(self._zip.infolist()) > self._limits.entries:
            raise LimitExceeded(
                f"the archive holds more than {self._limits.entries:,} files", source=name
            )
        self.main = self._main()

    def has(self, part: str) -> bool:
        """Whether the archive holds the part."""
        return _folded(part) in self._entries

    def part(self, part: str) -> Element | None:
        """The root element of a part; None if the archive lacks it."""
        if not self.has(part):
            return None
        return self._parsed(part, self._bytes(self._entries[_folded(part)]))

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part points to inside the archive, by relation id."""
        folder, file = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return {}
        return {
            element.get("Id", ""): Relation(
                kind=element.get("Type", "").rsplit("/", 1)[-1],
                target=_joined(folder, element.get("Target", "")),
            )
            for element in root
            if isinstance(element.tag, str) and element.get("TargetMode") != "External"
        }

    def _opened(self, data: bytes) -> zipfile.ZipFile:
        try:
            return zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise DamagedSource(
                "this looks like a Word file, but its zip archive is cut off or broken; "
                "get the file again or save it anew in Word",
                source=self._name,
            ) from error

    def _main(self) -> str:
        """The part with the text: as the package says, else where Word always puts it."""
        for relation in self.relations("").values():
            office = relation.target.startswith(("xl/", "ppt/", "visio/"))
            if relation.kind == "officeDocument" and not office and self.has(relation.target):
                return relation.target
        if self.has("word/document.xml"):
            return "word/document.xml"
        names = frozenset(info.filename for info in self._zip.infolist())
        raise UnreadableSource(_described(names), source=self._name)

    def _bytes(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 1:
            raise EncryptedSource(
                "the parts of this Word file are locked with a password", source=self._name
            )
        self._allow(info)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(info.file_size + 1)
        except DAMAGE as error:
            raise DamagedSource(
                f"the part {info.filename} of this Word file is broken; "
                "get the file again or open and save it in Word",
                source=self._name,
            ) from error
        self._spent += len(data)
        return data

    def _allow(self, info: zipfile.ZipInfo) -> None:
        """Refuse by the size that the archive declares; more than that is never unpacked."""
        if info.file_size > self._limits.part:
            raise LimitExceeded(
                f"the part {info.filename} unpacks to {info.file_size:,} bytes, "
                f"more than the {self._limits.part:,} allowed",
                source=self._name,
            )
        if self._spent + info.file_size > self._limits.total:
            raise LimitExceeded(
                f"the parts of this Word file unpack to more than {self._limits.total:,} bytes",
                source=self._name,
            )

    def _parsed(self, part: str, data: bytes) -> Element:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
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
    """Text cannot hold `<!DOCTYPE`, as its `<` is escaped; so the bytes alone tell."""
    return any("<!DOCTYPE".encode(code) in data for code in ("ascii", "utf-16-le", "utf-16-be"))


def _transitional(data: bytes) -> bytes:
    """Strict files (ISO 29500 part 1) differ from all others in the names of their namespaces."""
    if STRICT.encode() not in data:
        return data
    plain = data.replace(STRICT.encode(), MAIN.encode())
    return plain.replace(STRICT_RELATIONS.encode(), RELATIONS.encode())


def _joined(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))


def _folded(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _described(names: frozenset[str]) -> str:
    kind = next((kind.name for kind in KINDS if kind.known(names)), None)
    if kind:
        return f"this is {kind}, not a Word file; save it as .docx or PDF first"
    if TYPES in names or any(name.startswith("word/") for name in names):
        return "this is an Office file without a Word document in it; its main part is missing"
    shown = ", ".join(sorted(n for n in names if not n.endswith("/"))[:3]) or "nothing"
    return (
        f"this is a zip archive (it holds {shown}), not a Word file; "
        "unpack it, or read it as an archive"
    )
