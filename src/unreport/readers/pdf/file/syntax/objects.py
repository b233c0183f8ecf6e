"""Indirect objects: by the cross-reference table, else by a scan of the file; without cycles."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress

from pdfminer.pdfdocument import PDFBaseXRef, PDFDocument, PDFNoValidXRef
from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, decipher_all
from pdfminer.psexceptions import PSEOF

from unreport.errors import UnreportError
from unreport.readers.pdf.file.limits import Budget
from unreport.readers.pdf.file.syntax.object_syntax import (
    OBJECT_END,
    IrregularObject,
    object_start,
    value_at,
    values_of,
)
from unreport.readers.pdf.file.syntax.tokens import FileParser, ObjectStreamParser

OBJECT = re.compile(rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+obj\b")
STARTXREF = re.compile(rb"startxref\s*(\d{1,10})(?!\d)")
TAIL = 4096  # bytes at the end of the file that are searched for the last `startxref`
MAX_REFERENCE_CHAIN = 32  # of indirect objects that are themselves references
MAX_XREF_SECTIONS = 500  # one for each incremental update


class Objects(PDFDocument):
    """The indirect objects of a file by their numbers."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        self._data = data
        self._budget = budget
        self._xref_offsets: set[int] = set()
        self._resolving: set[int] = set()
        self._object_offsets: dict[int, int] | None = None
        self._relocated = False
        self.damaged: list[str] = []
        """Damage found in streams and fonts since the last page."""
        self._file = FileParser(data, budget, self.damaged)
        super().__init__(self._file)

    @property
    def repaired(self) -> bool:
        """Whether an object was not where the cross-reference table says, or not as long."""
        return self._relocated or self._file.repaired

    def find_xref(self, parser: PDFParser) -> int:  # noqa: ARG002
        """The offset of the last cross-reference section."""
        found = STARTXREF.findall(self._data[-TAIL:]) or STARTXREF.findall(self._data)
        if not found or int(found[-1]) >= len(self._data):
            raise PDFNoValidXRef("no startxref")
        return int(found[-1])

    def read_xref_from(self, parser: PDFParser, start: int, xrefs: list[PDFBaseXRef]) -> None:
        """Read a cross-reference section and the earlier ones, each once."""
        if start in self._xref_offsets or len(self._xref_offsets) >= MAX_XREF_SECTIONS:
            return
        self._xref_offsets.add(start)
        super().read_xref_from(parser, start, xrefs)

    def getobj(self, objid: int) -> object:
        """An object; one that cannot be parsed counts as missing."""
        for _ in range(MAX_REFERENCE_CHAIN):
            found = self._resolve(objid)
            if not isinstance(found, PDFObjRef):
                return found
            objid = found.objid
        raise PDFObjectNotFound(objid)

    def _getobj_parse(self, pos: int, objid: int) -> object:
        """The object at an offset of the file."""
        with suppress(IrregularObject):
            start = object_start(self._data, pos, objid)
            value, end = value_at(self._data, start, self._reference, self._budget)
            if OBJECT_END.match(self._data, end):
                return value
            return self._file.stream_of(value, end)
        return super()._getobj_parse(pos, objid)

    def begins_with(self, objid: int, match: Callable[[bytes, int], object]) -> bool:
        """Whether a pattern matches at an object that is where the cross-reference table says."""
        for xref in self.xrefs:
            try:
                stream, offset, _ = xref.get_pos(objid)
                start = object_start(self._data, offset, objid)
            except KeyError:
                continue
            except IrregularObject:
                return False
            return stream is None and match(self._data, start) is not None
        return False

    def _reference(self, objid: int) -> PDFObjRef:
        return PDFObjRef(self, objid)

    def _resolve(self, objid: int) -> object:
        self._budget.step()
        if objid in self._resolving:  # a cycle: reading it needs itself
            raise PDFObjectNotFound(objid)
        self._resolving.add(objid)
        try:
            return super().getobj(objid)
        except UnreportError:
            raise
        except Exception as problem:  # noqa: BLE001 - the library raises anything on damaged files
            return self._scan(objid, problem)
        finally:
            self._resolving.discard(objid)

    def _scan(self, objid: int, problem: Exception) -> object:
        """An object that is not where the cross-reference table says, found by a scan."""
        if self._object_offsets is None:
            self._object_offsets = {int(m[1]): m.start() for m in OBJECT.finditer(self._data)}
        offset = self._object_offsets.get(objid)
        if offset is None:
            raise PDFObjectNotFound(objid) from problem
        try:
            found = self._getobj_parse(offset, objid)
            if self.decipher:
                found = decipher_all(self.decipher, objid, 0, found)
        except UnreportError:
            raise
        except Exception:  # noqa: BLE001
            raise PDFObjectNotFound(objid) from problem
        if isinstance(found, PDFStream):
            found.set_objid(objid, 0)
        self._cached_objs[objid] = (found, 0)
        self._relocated = True
        return found

    def _get_objects(self, stream: PDFStream) -> tuple[list[object], int]:
        """The objects of an object stream, and their number by its /N."""
        data, found = stream.get_data(), list[object]()
        try:
            found = [*values_of(data, self._reference, self._budget)]
        except IrregularObject:
            parser = ObjectStreamParser(data, self._budget)
            parser.set_document(self)
            with suppress(PSEOF):
                while True:
                    found.append(parser.nextobject()[1])
        count = stream.get("N")
        return found, count if isinstance(count, int) else 0
