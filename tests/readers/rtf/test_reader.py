"""RTF files: text, character sets, notes, tables, list numbers, revisions, destinations."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unreport
from unreport.document import Line
from unreport.errors import EmptySource, LimitExceeded, UnreportError
from unreport.readers.file_types import is_rtf
from unreport.readers.rtf import reader
from unreport.readers.rtf.reader import read_rtf

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times;}"
    r"{\f1\fnil\fcharset178 Arial;}{\f2\fnil\fcharset204 Arial;}{\f3\fnil\fcharset134 SimSun;}"
    r"{\f4\fnil\fcharset2 Symbol;}}"
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\*\cs10 Default;}}"
)


def lines(body: str, *, original: bool = False) -> list[Line]:
    data = (HEAD + body + "}").encode("latin-1")
    return list(read_rtf(data, original=original).lines)


def texts(body: str, *, original: bool = False) -> list[str]:
    return [line.text for line in lines(body, original=original)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"One.\par Two.", ["One.", "Two."]),
        (r"a\~b\_c\-d \{e\} \\f", ["a b\u2011cd {e} \\f"]),
        (r"\ldblquote a\rdblquote\emdash b\bullet", ["“a”—b•"]),
        (r"\'e9t\'e9", ["été"]),
        (r"{\f1 \'c7\'e1\'c3\'e3\'e3}", ["الأمم"]),
        (r"{\f2 \'cd\'e0\'f6\'e8\'e8}", ["Нации"]),
        (r"{\f3 \'c1\'aa\'ba\'cf\'b9\'fa}", ["联合国"]),
        (r"{\f4 \'b7} x", ["• x"]),
        (r"\u1575?\u1604?x", ["الx"]),
        (r"\u1575\'3f\u1604\'3fx", ["الx"]),
        (r"{\uc0\u1575 x}", ["اx"]),
        (r"{\uc2\u8364\'80\'80x}", ["€x"]),
        (r"\u-10179?\u-8704?", ["\U0001f600"]),
        (r"{\upr{a?b}{\*\ud{a\u1575 ?b}}}", ["aاb"]),
        (r"a\line b\par c", ["a b", "c"]),
        (r"A\line B\par c", ["A", "B", "c"]),
        (r"\pard text{\b bold}\plain more", ["textboldmore"]),
        ("x\r\ny\\\nz", ["xy", "z"]),
        (r"a{\fs2 s}b", ["ab"]),
    ],
)
def test_text(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"{\*\cs10 kept} x", ["kept x"]),
        (r"{\*\b bold} x", ["bold x"]),
        (r"{\*\unknownword lost} x", ["x"]),
        (r"{\unknownword kept} x", ["kept x"]),
        (r"{\*\bkmkstart name}x{\*\bkmkend name}", ["x"]),
        (r"{\pict\pngblip 89504e47}x", ["x"]),
        (r"{\pict\bin4 {}\{}x", ["x"]),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}} y", ["link y"]),
        (r'{\field{\*\fldinst SYMBOL 177 \\f "Symbol"}} y', ["± y"]),
        (
            r"{\field{\*\fldinst AUTONUM}} One\par {\field{\*\fldinst AUTONUM}} Two",
            ["1. One", "2. Two"],
        ),
        (r"{\object{\*\objdata 0105}{\result shown}} y", ["shown y"]),
        (r"{\xe index}x", ["x"]),
        (r"x{\*\annotation comment}y", ["xy"]),
        (r"10{\super 6} CO{\sub 2}", ["10⁶ CO2"]),
    ],
)
def test_destinations(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


@pytest.mark.parametrize(
    ("original", "expected"),
    [(False, ["It agreed.", "One two", "x"]), (True, ["It did not agree.", "One", "two", "x"])],
)
def test_revisions(*, original: bool, expected: list[str]) -> None:
    body = (
        r"It {\deleted\revauthdel1 did not agree}{\revised\revauth1 agreed}.\par "
        r"One{\deleted\par} two\par x"
    )
    assert [text.replace("  ", " ") for text in texts(body, original=original)] == expected


def test_hidden_text() -> None:
    assert texts(r"It met{\v  behind closed doors} today.\par{\v A note.\par}It closed.") == [
        "It met today.",
        "It closed.",
    ]


LISTS = (
    r"{\*\listtable{\list{\listlevel\levelnfc0\levelnfcn0\levelfollow0\levelstartat1"
    r"{\leveltext\'02\'00.;}{\levelnumbers\'01;}}{\listlevel\levelnfc4\levelnfcn4\levelstartat1"
    r"{\leveltext\'03(\'01);}{\levelnumbers\'02;}}\listid7}}"
    r"{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}}"
)


def test_list_numbers_from_the_list_table() -> None:
    body = (
        LISTS
        + r"\pard\ls1\ilvl0 One\par\pard\ls1\ilvl1 sub\par sub\par\pard A break.\par"
        + r"\pard\ls1\ilvl1 more\par\pard\ls1\ilvl0 Two"
    )
    found = lines(body)

    assert [line.text for line in found] == [
        "1.\tOne", "(a)\tsub", "(b)\tsub", "A break.", "(c)\tmore", "2.\tTwo",
    ]  # fmt: skip
    assert found[1].label == 3


@pytest.mark.parametrize("word", ["listtext", "pntext"])
def test_written_list_numbers(word: str) -> None:
    body = rf"\pard{{\{word}\tab 1.\tab}}\ls1\ilvl0 One\par{{\{word} (a)\tab}}sub"

    assert texts(LISTS + body) == ["1.\tOne", "(a)\tsub"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"met.{\super\chftn}{\footnote {\super\chftn} See.}", ("met.1", (4, 5), "1 See.")),
        (r"met.{\super *}{\footnote {\super *} See.}", ("met.*", (4, 5), "* See.")),
        (r"met.*{\footnote * See.}", ("met.*", (4, 5), "* See.")),
        (r"met.{\super 3}{\footnote {\super 3} See.}", ("met.3", (4, 5), "3 See.")),
        (
            r"met.{\super\chftn{\footnote\pard {\chftn} See.\par 17 States.}} x",
            ("met.1 x", (4, 5), "1 See. 17 States."),
        ),
        (
            r"\aftnnrlc met.{\super\chftn}{\footnote\ftnalt {\super\chftn} See.}",
            ("met.i", (4, 5), "i See."),
        ),
    ],
)
def test_notes(body: str, expected: tuple[str, tuple[int, int], str]) -> None:
    text, note = lines(body)

    assert (text.text, *text.calls, note.text) == expected
    assert note.role == "note"


def test_tables() -> None:
    head = r"\trowd\cellx1000\cellx2000\cellx3000\pard\intbl "
    body = (
        "Before"
        r"\par "
        + head
        + r"State\cell Due\cell Paid\cell\row"
        + r"\trowd\cellx2000\cellx3000\pard\intbl Algeria\par (none)\cell 7\cell\row\pard After"
    )
    found = lines(body)

    assert [line.cells for line in found] == [
        (), ("State", "Due", "Paid"), ("Algeria (none)", "", "7"), (),
    ]  # fmt: skip


def test_a_paragraph_of_an_empty_label_is_no_line() -> None:
    assert texts(r"One.\par{\listtext\~\tab}\par Two.") == ["One.", "Two."]


def test_nested_tables() -> None:
    body = (
        r"\trowd\cellx1000\cellx2000\pard\intbl\itap2 a\nestcell b\nestcell"
        r"{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables\par}"
        r"\pard\intbl\itap1 c\cell d\cell\row"
    )
    assert [line.cells for line in lines(body)] == [("a b c", "d")]


def test_headers_masthead_and_text_boxes() -> None:
    body = (
        r"\titlepg{\headerf United Nations\par A/1\par Distr.: Limited}{\header A/1}"
        r"Report.{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt A box.}}}\par{\footer 2}More."
    )
    assert [(line.role, line.text) for line in lines(body)] == [
        ("body", "United Nations"), ("body", "A/1"), ("body", "Distr.: Limited"),
        ("body", "A box."), ("body", "Report."), ("body", "More."), ("head", "A/1"), ("foot", "2"),
    ]  # fmt: skip


def test_styles_and_formats() -> None:
    title, text = lines(r"\pard\s1\qc\b\fs28 Title\par\pard\plain\li720\fi-360\i x")

    assert (title.level, title.style, title.centred) == (1, "heading 1", True)
    assert (title.bold, title.size) == (True, 14.0)
    assert (text.indent, text.italic, text.bold) == (18.0, True, False)


def test_a_file_of_libreoffice() -> None:
    path = Path(__file__).parents[2] / "fixtures" / "word" / "old" / "ar_1.rtf"
    found = [line.text for line in read_rtf(path.read_bytes()).lines]

    assert found[0] == "الأمم المتحدة"
    assert found[-1] == "3 -\tينبغي للدول الأطراف أن تتعاون فيما بينها."
    assert "(ب)\tتقديم التوصيات، وبخاصة بشأن:" in found


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (rb"{\rtf1 x}", True),
        (b"\xef\xbb\xbf{\\rtf1 x}", True),
        (b"\r\n {\\rtf x}", True),
        (b"{\\pard x}", False),
    ],
)
def test_sniffing(data: bytes, expected: bool) -> None:  # noqa: FBT001
    assert is_rtf(data) is expected


def test_rtf_with_another_suffix_is_read_by_content() -> None:
    document = unreport.read(rb"{\rtf1 Text.\par More.}", name="report.txt")

    assert document.source.media_type == "application/rtf"
    assert [line.text for line in document.lines] == ["Text.", "More."]


def test_files_without_text_are_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EmptySource, match="no text"):
        read_rtf(rb"{\rtf1\ansi{\pict 00}}")
    with pytest.raises(UnreportError, match="too deeply"):
        read_rtf(b"{\\rtf1 " + b"{" * 5_000)
    monkeypatch.setattr(reader, "MAX_BYTES", 10)
    with pytest.raises(LimitExceeded):
        read_rtf(rb"{\rtf1 some text}")


WORDS = st.sampled_from(
    [
        "{", "}", "\\par ", "\\*", "\\cell ", "\\row ", "\\trowd ", "\\footnote ", "\\chftn ",
        "\\u1575?", "\\'e9", "\\field ", "\\fldinst ", "\\listtext ", "\\ls1 ", "\\shptxt ",
        "\\header ", "\\upr ", "\\ud ", "\\bin3 ", "\\fonttbl ", "\\stylesheet ", "\\listtable ",
        "\\nestcell ", "\\nestrow ", "\\nesttableprops ", "\\v ", "\\deleted ", "\\uc9 ", "text ",
        "\\u-10179?", "\\super ", "*", "\\ftnalt ", "\\itap2 ", "\\intbl ", "\\listlevel ",
        "\\leveltext ", "\\sect ", "\\line ", ";", "\\f1 ", "\\page ", "\\cellx100 ",
    ]
)  # fmt: skip


@given(st.lists(WORDS, max_size=60))
def test_any_control_words_are_read_or_refused(words: list[str]) -> None:
    try:
        document = read_rtf((HEAD + "".join(words)).encode("latin-1"))
    except UnreportError:
        return
    assert all(document.text[line.start : line.end] == line.text for line in document.lines)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read_rtf(b"{\\rtf1 " + data)
    except UnreportError:
        return
