"""The numbers of notes in a .doc file: document and section properties (MS-DOC 2.6.4, 2.7)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from struct import unpack_from

from msgspec import Struct
from msgspec.structs import replace

from unreport.readers.doc.binary_file import BinaryFile
from unreport.readers.doc.properties import sprms
from unreport.readers.rtf.header import NUMBER_FORMATS
from unreport.readers.word.note_marks import DEFAULT_FORMATS, NoteNumbering
from unreport.readers.word.number_formats import format_number

DOCUMENT_PROPERTIES, SECTIONS = 31, 6  # Dop and PlcfSed, in FibRgFcLcb97
STARTS = {"footnote": 2, "endnote": 52}  # offsets of `rncFtn` and `nFtn`, `rncEdn` and `nEdn`
FORMATS = {"footnote": 492, "endnote": 494}  # offsets of `nfcFtnRef`, `nfcEdnRef` in Dop97
RESTARTS, FIRST, FORMAT = "restarts", "start", "format"
SECTION_MODIFIERS = {
    "footnote": {0x303C: RESTARTS, 0x503F: FIRST, 0x5040: FORMAT},
    "endnote": {0x303E: RESTARTS, 0x5041: FIRST, 0x5042: FORMAT},
}
IN_EACH_SECTION = 1  # of `rncFtn`; a restart on each page is not known before pages are made
NO_PROPERTIES = 0xFFFFFFFF  # `fcSepx` of a section without properties
SED_SIZE = 12  # bytes of the entry of a section


class NoteSections(Struct, frozen=True):
    """How the notes of a kind are numbered in each section, and the characters after which."""

    numberings: tuple[NoteNumbering, ...]
    ends: tuple[int, ...]  # of all sections but the last

    def marks(self, positions: Sequence[int], automatic: Sequence[int]) -> Iterator[str]:
        """The mark of each reference by its position; those that are not automatic have none."""
        section, number = 0, self.numberings[0].start - 1
        for position, counted in zip(positions, automatic, strict=True):
            here = bisect_right(self.ends, position)
            numbering = self.numberings[here]
            if here != section and numbering.restarts:
                number = numbering.start - 1
            section, number = here, number + (counted != 0)
            yield format_number(number, numbering.format) if counted else ""


def note_sections(file: BinaryFile, kind: str) -> NoteSections:
    """How notes of a kind are numbered: the document properties, then those of each section."""
    numbering = _of_document(file.structure(DOCUMENT_PROPERTIES), kind)
    table = file.structure(SECTIONS)
    count = max((len(table) - 4) // (SED_SIZE + 4), 0)
    ends = unpack_from(f"<{count}I", table, 4) if count else ()
    if count == 0 or list(ends) != sorted(ends):
        return NoteSections((numbering,), ())
    starts = [
        unpack_from("<I", table, 4 * (count + 1) + SED_SIZE * at + 2)[0] for at in range(count)
    ]
    return NoteSections(
        tuple(_of_section(file.stream, start, kind, numbering) for start in starts), ends[:-1]
    )


def _of_document(properties: bytes, kind: str) -> NoteNumbering:
    start, form = STARTS[kind], FORMATS[kind]
    numbering = NoteNumbering(DEFAULT_FORMATS[kind], 1, restarts=False)
    if len(properties) >= start + 2:
        number = unpack_from("<H", properties, start)[0]
        restarts = number & 3 == IN_EACH_SECTION
        numbering = replace(numbering, start=max(number >> 2, 1), restarts=restarts)
    if len(properties) >= form + 2:
        numbering = _with_format(numbering, unpack_from("<H", properties, form)[0])
    return numbering


def _of_section(stream: bytes, start: int, kind: str, numbering: NoteNumbering) -> NoteNumbering:
    """The numbering of the document with what the properties of a section (`Sepx`) change."""
    if start == NO_PROPERTIES:
        return numbering
    size = unpack_from("<H", stream, start)[0]
    for code, operand in sprms(stream[start + 2 : start + 2 + size]):
        changed = SECTION_MODIFIERS[kind].get(code)
        value = int.from_bytes(operand, "little")
        if changed == RESTARTS:
            numbering = replace(numbering, restarts=value == IN_EACH_SECTION)
        elif changed == FIRST:
            numbering = replace(numbering, start=max(value, 1))
        elif changed == FORMAT:
            numbering = _with_format(numbering, value)
    return numbering


def _with_format(numbering: NoteNumbering, code: int) -> NoteNumbering:
    return replace(numbering, format=NUMBER_FORMATS.get(code, numbering.format))
