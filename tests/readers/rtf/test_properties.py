"""RTF: form fields, note numbers, merged cells, fonts of right-to-left text, raised digits."""

import pytest

from unreport.document import Line
from unreport.readers.rtf.reader import read_rtf

FONTS = (
    rb"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset178 Arial;}{\f2\fcharset204 Times Cyr;}"
    rb"{\f3\fcharset134 SimSun;}{\f4\fcharset2 Symbol;}{\f5\fcharset136 MingLiU;}}"
)
LISTS = (
    rb"{\*\listtable{\list{\listlevel\levelnfc0\levelstartat1{\leveltext\'02\'00.;}"
    rb"{\levelnumbers\'01;}}\listid7}}{\*\listoverridetable{\listoverride\listid7\ls1}}"
)


def lines(body: bytes, *, original: bool = False) -> tuple[Line, ...]:
    data = rb"{\rtf1\ansi\ansicpg1252\uc1\deff0" + FONTS + LISTS + body + b"}"
    return read_rtf(data, original=original).lines


def texts(body: bytes, *, original: bool = False) -> list[str]:
    return [line.text.replace("\t", " ") for line in lines(body, original=original)]


def form(code: bytes, data: bytes) -> bytes:
    return rb"{\field{\*\fldinst {" + code + rb"}{\*\formfield{" + data + rb"}}}{\fldrslt }}"


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (form(b"FORMCHECKBOX", rb"\fftype1\ffres1{\*\ffname C}\ffdefres0"), "☒"),
        (form(b"FORMCHECKBOX", rb"\fftype1\ffres0\ffdefres1"), "☐"),
        (form(b"FORMCHECKBOX", rb"\fftype1\ffres25\ffdefres1"), "☒"),
        (form(b"FORMCHECKBOX", rb"\fftype1\ffdefres0"), "☐"),
        (form(b"FORMDROPDOWN", rb"\fftype2\ffres1{\*\ffl Vienna}{\*\ffl Geneva}"), "Geneva"),
        (form(b"FORMDROPDOWN", rb"\fftype2\ffres25\ffdefres0{\*\ffl Vienna}{\*\ffl X}"), "Vienna"),
        (form(b"FORMDROPDOWN", rb"\fftype2\ffres0{\*\ffl S\'e3o Tom\u233?}"), "São Tomé"),
        (form(b"FORMTEXT", rb"\fftype0{\*\ffdeftext Nairobi}"), "Nairobi"),
    ],
)
def test_form_fields(field: bytes, expected: str) -> None:
    assert texts(rb"\pard in " + field + rb".\par") == [f"in {expected}."]


NOTE = rb"{\super\chftn{\footnote\pard\super\chftn\nosupersub  See it.}}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (rb"\ftnstart5", ["5 See it.", "6 See it."]),
        (rb"\ftnnrlc\ftnstart3", ["iii See it.", "iv See it."]),
        (rb"\ftnrestart", ["1 See it.", "1 See it."]),
        (rb"\ftnrstcont", ["1 See it.", "2 See it."]),
        (rb"\ftnnchi", ["* See it.", "† See it."]),
    ],
)
def test_numbers_of_notes(words: bytes, expected: list[str]) -> None:
    body = words + rb"\pard One." + NOTE + rb"\par\sect\pard Two." + NOTE + rb"\par"

    assert [line.text for line in lines(body) if line.role == "note"] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (rb"\f1 \'c7\'e1\'e1\'cc\'e4\'c9\par", "اللجنة"),
        (rb"{\ltrch\f0\rtlch\af1 \'c7\'e1\'e1\'cc\'e4\'c9}\par", "اللجنة"),  # the run is RTL
        (rb"{\rtlch\fcs1\af1\ltrch\fcs0\f0 caf\'e9}\par", "café"),  # the run is LTR
        (rb"\f2 \'ca\'ee\'ec\'e8\'f2\'e5\'f2\par", "Комитет"),
        (rb"\f3 \'ce\'af\'d4\'b1\'bb\'e1\par", "委员会"),
        (rb"\f5 \'a9\'65\'ad\'fb\par", "委員"),
        (rb"a {\f4\'b1} {\f4 \u-3919?} b\par", "a ± ± b"),
        (rb"\uc2 a\u1578\'3f\'3fb\uc0\u1585 c\uc1\u233 ?\par", "aتbرcé"),
    ],
)
def test_character_sets_of_fonts(body: bytes, expected: str) -> None:
    assert texts(rb"\pard " + body) == [expected]


def test_the_empty_cells_of_a_vertical_merge_are_not_counted() -> None:
    row = rb"\trowd%s\cellx1000\cellx2000\pard\intbl\ls1 %s\cell\pard\intbl %s\cell\row"
    body = (
        row % (rb"\clvmgf", b"one", b"a")
        + row % (rb"\clvmrg", b"", b"b")
        + row % (rb"\clvmrg", b"kept", b"c")
        + rb"\pard\ls1 after\par"
    )

    assert [line.cells or line.text for line in lines(body)] == [
        ("1. one", "a"), ("", "b"), ("2. kept", "c"), "3.\tafter",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (rb"10{\super 6} t\par", "10⁶ t"),
        (rb"10{\super 6,} t\par", "10⁶, t"),
        (rb"10{\fs16\up6 6} t\par", "10⁶ t"),
        (rb"10{\up6 6} t\par", "106 t"),
        (rb"4{\super 1}/{\sub 2} t\par", "4¹/₂ t"),
    ],
)
def test_raised_digits(body: bytes, expected: str) -> None:
    assert texts(rb"\pard\fs24 " + body) == [expected]
