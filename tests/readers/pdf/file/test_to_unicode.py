"""ToUnicode CMaps: the patterns give what pdfminer's parser gives, or leave the map to it."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.cmapdb import CMapParser, FileUnicodeMap

from unreport.readers.pdf.file.font_tables.to_unicode import (
    IrregularMap,
    correct_byte_order,
    regular_unicode_map,
)

HEAD = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo "
    b"<< /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def /CMapName /X def "
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange "
)
TAIL = b" endcmap CMapName currentdict /CMap defineresource pop end end"
MAX_CODES = 1 << 17


def by_pdfminer(data: bytes) -> dict[int, str]:
    found = FileUnicodeMap()
    CMapParser(found, BytesIO(data)).run()
    return found.cid2unichr


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        (b"1 beginbfchar <0041> <0627> endbfchar", {0x41: "ا"}),
        (b"1 beginbfchar<41><06270644>endbfchar", {0x41: "ال"}),
        (b"1 beginbfrange <0041> <0043> <0627> endbfrange", {0x41: "ا", 0x42: "ب", 0x43: "ة"}),
        (b"1 beginbfrange <41> <42> [<0066 0066> <0069>] endbfrange", {0x41: "ff", 0x42: "i"}),
        (b"beginbfrange <0041> <0042> <0041D801DC00> endbfrange", {0x41: "A𐐀", 0x42: "A𐐁"}),
        (b"beginbfchar <41> <0020> <41> <00A0> endbfchar", {0x41: " "}),
        (b"beginbfrange <43> <41> <0041> endbfrange", {}),
        (b"beginbfchar <0041> <> <0042> <0627> <0043> <> endbfchar", {65: "", 66: "ا", 67: ""}),
        (b"beginbfrange <41> <42> [<> <0041>] endbfrange", {0x41: "", 0x42: "A"}),
    ],
)
def test_regular_maps(sections: bytes, expected: dict[int, str]) -> None:
    data = HEAD + sections + TAIL

    assert regular_unicode_map(data, MAX_CODES).cid2unichr == expected == by_pdfminer(data)


@pytest.mark.parametrize(
    "data",
    [
        b"beginbfchar <0041> <0627> endbfchar",
        HEAD + b"beginbfchar <0041> <627> endbfchar" + TAIL,
        HEAD + b"beginbfrange <0041> <0042> <> endbfrange" + TAIL,
        HEAD + b"beginbfchar <> <0041> endbfchar" + TAIL,
        HEAD + b"beginbfchar <0041> /alef endbfchar" + TAIL,
        HEAD + b"beginbfchar <0041> % comment\n<0627> endbfchar" + TAIL,
        HEAD + b"beginbfchar <0041> <0627> <0042> endbfchar" + TAIL,
        HEAD + b"beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange" + TAIL,
        HEAD + b"beginbfrange <0041> <42> <0041> endbfrange" + TAIL,
        HEAD + b"begincidrange <0000> <FFFF> 0 endcidrange" + TAIL,
        HEAD + b"beginbfchar <0041> <0627>" + TAIL,
    ],
)
def test_other_maps_are_left_to_pdfminer(data: bytes) -> None:
    with pytest.raises(IrregularMap):
        regular_unicode_map(data, MAX_CODES)


HEXADECIMAL = st.sampled_from(
    [
        "<0041>",
        "<0627>",
        "<41>",
        "<0 0 4 2>",
        "<D800>",
        "<FFFF>",
        "<0000>",
        "<00660069>",
        "<>",
        "<>",
    ]
)
ARRAY = st.lists(HEXADECIMAL, max_size=3).map(lambda items: f"[{' '.join(items)}]")
ITEM = (
    HEXADECIMAL | ARRAY | st.sampled_from(["<4>", "<>", "/a", "12", "%x\n", "<<", "(a)", "endcmap"])
)
SECTION = st.tuples(
    st.sampled_from(["beginbfchar", "beginbfrange", "begincidchar"]),
    st.lists(ITEM, max_size=6).map(" ".join),
    st.sampled_from(["endbfchar", "endbfrange", "endcidrange", ""]),
).map("\n".join)


@given(st.lists(SECTION, max_size=3).map(" ".join))
def test_any_map(sections: str) -> None:
    data = HEAD + sections.encode() + TAIL
    try:
        found = regular_unicode_map(data, MAX_CODES).cid2unichr
    except IrregularMap:
        return
    assert found == by_pdfminer(data)


@pytest.mark.parametrize(
    ("entries", "text"),
    [
        ("<01> <4A00> <02> <6100> <03> <2706> <04> <4406>", "Jaال"),  # UTF-16LE
        ("<01> <4E00> <02> <4E2D> <03> <5100> <04> <0041>", "一中\u5100A"),
        ("<01> <4A00> <02> <6100>", "\u4a00\u6100"),  # too few
    ],
)
def test_byte_order(entries: str, text: str) -> None:
    section = f"beginbfchar {entries} endbfchar"
    found = regular_unicode_map(HEAD + section.encode() + TAIL, MAX_CODES)

    correct_byte_order(found)

    assert "".join(found.cid2unichr.values()) == text
