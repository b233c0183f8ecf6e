"""The objects of a PDF file: found where the file says, else where they stand; no rings."""

from __future__ import annotations

import re
from contextlib import suppress

from pdfminer.pdfdocument import PDFBaseXRef, PDFDocument, PDFNoValidXRef
from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, decipher_all
from pdfminer.psexceptions import PSEOF

from unreport.errors import UnreportError
from unreport.readers.pdf.file.limits import Clock
from unreport.readers.pdf.file.tokens import FileParser, PackedParser

OBJECT = re.compile(rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+obj\b")
STARTXREF = re.compile(rb"startxref\s*(\d{1,10})(?!\d)")
TAIL = 4096  # bytes at the end of the file in which its last `startxref` stands
MOST_REFERENCES = 32  # from one object to the next that is nothing but a reference
MOST_TABLES = 500  # of objects, one for each time that the file was added to


class Objects(PDFDocument):
    """A file's objects by their numbers."""

    def __init__(self, data: bytes, clock: Clock) -> None:
        self._data = data
        self._clock = clock
        self._tables: set[int] = set()
        self._asked: set[int] = set()
        self._places: dict[int, int] | None = None
        self._misplaced = False
        self.damaged: list[str] = []
        """What was wrong with streams that have been read."""
        self._file = FileParser(data, clock, self.damaged)
        super().__init__(self._file)

    @property
    def mended(self) -> bool:
        """Whether an object did not stand where the file says, or was not as long."""
        return self._misplaced or self._file.mended

    def find_xref(self, parser: PDFParser) -> int:  # noqa: ARG002
        """Where the last table of objects begins."""
        found = STARTXREF.findall(self._data[-TAIL:]) or STARTXREF.findall(self._data)
        if not found or int(found[-1]) >= len(self._data):
            raise PDFNoValidXRef("no startxref")
        return int(found[-1])

    def read_xref_from(self, parser: PDFParser, start: int, xrefs: list[PDFBaseXRef]) -> None:
        """Read a table of objects and those before it, each once."""
        if start in self._tables or len(self._tables) >= MOST_TABLES:
            return
        self._tables.add(start)
        super().read_xref_from(parser, start, xrefs)

    def getobj(self, objid: int) -> object:
        """An object; one that cannot be read counts as missing."""
        for _ in range(MOST_REFERENCES):
            found = self._found(objid)
            if not isinstance(found, PDFObjRef):
                return found
            objid = found.objid
        raise PDFObjectNotFound(objid)

    def _found(self, objid: int) -> object:
        self._clock.step()
        if objid in self._asked:  # what is needed to read it asks for it
            raise PDFObjectNotFound(objid)
        self._asked.add(objid)
        try:
            return super().getobj(objid)
        except UnreportError:
            raise
        except Exception as problem:  # noqa: BLE001 - the library raises anything on damaged files
            return self._searched(objid, problem)
        finally:
            self._asked.discard(objid)

    def _searched(self, objid: int, problem: Exception) -> object:
        """An object that is not where the table says, or in no table since that is damaged."""
        if self._places is None:
            self._places = {int(m[1]): m.start() for m in OBJECT.finditer(self._data)}
        place = self._places.get(objid)
        if place is None:
            raise PDFObjectNotFound(objid) from problem
        try:
            found = self._getobj_parse(place, objid)
            if self.decipher:
                found = decipher_all(self.decipher, objid, 0, found)
        except UnreportError:
            raise
        except Exception:  # noqa: BLE001
            raise PDFObjectNotFound(objid) from problem
        if isinstance(found, PDFStream):
            found.set_objid(objid, 0)
        self._cached_objs[objid] = (found, 0)
        self._misplaced = True
        return found

    def _get_objects(self, stream: PDFStream) -> tuple[list[object], int]:
        """The objects of an object stream, and how many there should be."""
        parser = PackedParser(stream.get_data(), self._clock)
        parser.set_document(self)
        found: list[object] = []
        with suppress(PSEOF):
            while True:
                found.append(parser.nextobject()[1])
        count = stream.get("N")
        return found, count if isinstance(count, int) else 0
