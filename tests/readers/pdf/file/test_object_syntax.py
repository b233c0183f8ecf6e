"""Objects by one pattern are those that pdfminer's parser gives, token by token."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_files import FIXTURES
from pdfminer.pdftypes import PDFObjRef, PDFStream

from unreport.readers.pdf.file.limits import Budget, PdfLimits
from unreport.readers.pdf.file.syntax.object_syntax import IrregularObject, value_at, values_of
from unreport.readers.pdf.file.syntax.objects import Objects
from unreport.readers.pdf.file.syntax.tokens import FileParser

LIMITS = PdfLimits()
PIECES = [
    "<<", ">>", "[", "]", "/K", "/A#20B", "/A#B", "/", "1", "-2", "+3.5", ".25", "-.5", "7.", "--1",
    "1 0 R", "12 3 4 0 R", "R", "null", "true", "false", "(a)", "(a(b))", "(\\))", "(a\rb)", "<41>",
    "<4 1>", "<414>", "<>", "%c\n", "{", "}", "endobj", "obj", "12.3.4", "1e5", "[1 2.5 -3]",
    "[1-2]", "\0", "/é", "(a\\(b\\)\\\\)", "(\\n)",
]  # fmt: skip


def described(value: object) -> object:
    if isinstance(value, PDFStream):
        return "stream", described(value.attrs), value.rawdata
    if isinstance(value, PDFObjRef):
        return "reference", value.objid
    if isinstance(value, dict):
        return {key: described(item) for key, item in value.items()}
    if isinstance(value, list):
        return [described(item) for item in value]
    return type(value).__name__, repr(value)


def by_pdfminer(data: bytes) -> object:
    parser = FileParser(data + b" endobj", Budget(LIMITS), [])
    return described(parser.nextobject()[1])


def reference(number: int) -> PDFObjRef:
    return PDFObjRef(None, number)


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from([" ", "\n", "\r\n"]))
def test_any_value(pieces: list[str], gap: str) -> None:
    data = gap.join(["<</K [", *pieces, "]>>"]).encode("latin-1")
    try:
        own, end = value_at(data, 0, reference, Budget(LIMITS))
    except IrregularObject:
        return

    if not data[end:].strip():
        assert described(own) == by_pdfminer(data)


@pytest.mark.parametrize(
    "data",
    [
        b"<</Type/Font/BaseFont/Times#20New#20Roman,Bold/W[3[250 0 333.5]]/F 5 0 R/N null>>",
        b"[/A(b)<43>[true false null][1 0 R]]",
        b"<</K[ 1 2 3 0 R -4 ]>>",
        rb"<</A<</S/URI/URI(https://docs.un.org/en/A/RES/1514\(XV\)) >>>>",
        b" 12 ",
        b"7 0 R",
        b"null",
    ],
)
def test_common_values(data: bytes) -> None:
    assert described(value_at(data, 0, reference, Budget(LIMITS))[0]) == by_pdfminer(data)


def test_values_of_an_object_stream() -> None:
    assert [*values_of(b"1 0 2 7 <</A 1>> [2]\n", reference, Budget(LIMITS))] == [
        1, 0, 2, 7, {"A": 1}, [2],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        b"<</A 1>", b"<</A>>", b"<<1 2>>", b"[1 2>>", b"]", b"<</A(\\101)>>", b"[1--2]", b"[1.2.3]",
        b"/A%20\n", b"<</A 1%c\n>>", b"(unended", b"",
    ],
)  # fmt: skip
def test_irregular_values(data: bytes) -> None:
    with pytest.raises(IrregularObject):
        value_at(data, 0, reference, Budget(LIMITS))


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.pdf")), ids=lambda path: path.stem)
def test_objects_of_producers(path: Path) -> None:
    data = path.read_bytes()
    own, expected = Objects(data, Budget(LIMITS)), _ByPdfminer(data, Budget(LIMITS))
    for xref in own.xrefs:
        for number in xref.get_objids():
            assert described(own.getobj(number)) == described(expected.getobj(number))


class _ByPdfminer(Objects):
    def _getobj_parse(self, pos: int, objid: int) -> object:
        return super(Objects, self)._getobj_parse(pos, objid)


def test_a_long_name_is_left_to_pdfminer() -> None:
    with pytest.raises(IrregularObject):
        value_at(b"/" + b"a" * 1000, 0, reference, Budget(LIMITS))
