"""Word 97-2003 files: text, properties, notes, tables; other files are refused by name."""

import stat
import sys
from pathlib import Path
from struct import pack, pack_into

import pytest
from doc_files import compose, doc, flag, word
from hypothesis import given
from hypothesis import strategies as st
from word_files import docx, paragraph

from unreport.errors import (
    DamagedSource,
    EncryptedSource,
    LimitExceeded,
    UnreadableSource,
    UnreportError,
)
from unreport.readers.doc import reader
from unreport.readers.doc.binary_file import BinaryFile
from unreport.readers.doc.interpreter import Interpreter
from unreport.readers.doc.reader import LOCKED_STREAM, WORD_STREAM, read_doc
from unreport.readers.file_types import CFB_SIGNATURE, is_compound_file

OLD = (
    Path(__file__).parents[2] / "fixtures" / "word" / "old"
)  # saved by LibreOffice from our reports
WORD = CFB_SIGNATURE + bytes(600) + WORD_STREAM


def fails(data: bytes, kind: type[UnreportError], office: str | None = None) -> str:
    with pytest.raises(kind) as caught:
        read_doc(data, "x.doc", office=office)
    assert caught.value.source == "x.doc"
    return caught.value.message


@pytest.mark.parametrize(
    ("data", "known"), [(WORD, True), (b"{\\rtf1 x}", False), (b"PK\x03\x04", False), (b"", False)]
)
def test_sniffing(*, data: bytes, known: bool) -> None:
    assert is_compound_file(data) is known


@pytest.mark.parametrize("version", [101, 104, 105])
def test_word_6_and_95_are_refused_by_name(version: int) -> None:
    stream = b"\xdc\xa5" + version.to_bytes(2, "little") + bytes(508)
    directory = (WORD_STREAM + bytes(512))[:512]

    assert "Word 6.0/95" in fails(CFB_SIGNATURE + bytes(504) + stream + directory, UnreadableSource)


def test_unreadable_files() -> None:
    assert "not of Word" in fails(CFB_SIGNATURE + bytes(600), UnreadableSource)
    assert "password" in fails(CFB_SIGNATURE + LOCKED_STREAM, EncryptedSource)


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_BYTES", 100)
    fails(WORD, LimitExceeded)


ENGLISH = [
    "United Nations",
    "CTOC/COP/WG.7/2021/L.1",
    "Distr.: Limited",
    "Draft report",
    "I. Introduction",
    "2. The Working Group is to perform, inter alia, the following functions:",
    "(a) Facilitate the implementation of the Protocol;",
    "(ii) Travel documents, including those of minors;",
    "III. Organization of the meeting",
]
ARABIC = [
    "الأمم المتحدة",
    "(أ) تيسير تنفيذ البروتوكول؛",
    "ثانياً - التوصيات",
    "3 - ينبغي للدول الأطراف أن تتعاون فيما بينها.",
]


@pytest.mark.parametrize(("name", "expected"), [("en_1.doc", ENGLISH), ("ar_1.doc", ARABIC)])
def test_files_of_libreoffice(name: str, expected: list[str]) -> None:
    document = read_doc((OLD / name).read_bytes(), name)
    texts = [line.text.replace("\t", " ") for line in document.lines]

    assert [text for text in texts if text in expected] == expected
    assert (document.source.media_type, document.doubts) == ("application/msword", ())


@given(st.data())
def test_damaged_files_raise_an_unreport_error_or_are_read(data: st.DataObject) -> None:
    file = bytearray((OLD / "en_1.doc").read_bytes())
    for _ in range(data.draw(st.integers(1, 20))):
        file[data.draw(st.integers(0, len(file) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(file)))
    try:
        read_doc(bytes(file[: cut if data.draw(st.booleans()) else len(file)]))
    except UnreportError:
        return


VANISH, DELETED, INSERTED, SYMBOL, SUPER = 0x083C, 0x0800, 0x0801, 0x6A09, 0x2A48


def texts(file: BinaryFile, *, original: bool = False) -> list[str]:
    interpreter = Interpreter(file, original=original)
    return [line.text for line in interpreter.lines("body", *file.ranges["body"])]


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([("One.\rTwo.\r", b"")], ["One.", "Two."]),
        ([("It ", b""), ("did not agree", flag(DELETED)), ("agreed.\r", b"")], ["It agreed."]),
        ([("It met", b""), (" in secret", flag(VANISH)), (".\r", b"")], ["It met."]),
        ([("a", flag(VANISH, 0)), ("b\r", b"")], ["ab"]),
        ([("One", b""), ("\r", flag(DELETED)), (" two\r", b"")], ["One two"]),
        ([("10", b""), ("6", flag(SUPER)), (" t\r", b"")], ["10⁶ t"]),
        ([("see \x13 PAGEREF x \x147\x15.\r", b"")], ["see 7."]),
        ([('5 \x13 SYMBOL 177 \\f "Symbol" \x15 1\r', b"")], ["5 ± 1"]),
        ([("\x13 AUTONUM \x15 One\r\x13 AUTONUM \x15 Two\r", b"")], ["1. One", "2. Two"]),
        ([("a\x0bb\x1ec\x1fd\x01e\r", b"")], ["a b\u2011cde"]),
        ([("no mark at the end", b"")], ["no mark at the end"]),
    ],
)
def test_text_and_properties(runs: list[tuple[str, bytes]], expected: list[str]) -> None:
    assert texts(compose(runs)) == expected


def test_the_original_of_tracked_changes() -> None:
    runs = [
        ("It ", b""),
        ("did not agree", flag(DELETED)),
        ("agreed", flag(INSERTED)),
        (".\r", b""),
    ]

    assert texts(compose(runs), original=True) == ["It did not agree."]


@pytest.mark.parametrize(("half_points", "expected"), [(0, "Adopted."), (2, "."), (21, "Adopted.")])
def test_characters_of_no_size_are_read_and_those_of_a_point_are_not(
    half_points: int, expected: str
) -> None:
    assert texts(compose([("Adopted", word(0x4A43, half_points)), (".\r", b"")])) == [expected]


def test_text_boxes_of_headers_are_headers() -> None:
    file = compose([("One\rA/81/L.7\r", b"")])._replace(ranges={"headerbox": (4, 13)})

    assert [
        (line.text, line.role) for line in Interpreter(file, original=False).header_box_lines()
    ] == [("A/81/L.7", "head")]


def test_symbols_of_fonts() -> None:
    symbol = pack("<HHH", SYMBOL, 0, 0xF0B1)
    font = bytes(39) + "Symbol\0".encode("utf-16-le")
    fonts = pack("<HH", 1, 0) + bytes([len(font)]) + font

    assert texts(compose([("5 ", b""), ("(", symbol), (" 1\r", b"")], structures={15: fonts})) == [
        "5 ± 1"
    ]


def test_paragraphs_of_a_missing_list_are_read_without_number_and_reported() -> None:
    reference = word(0x460B, 3)
    file = compose([("One\rTwo\r", b"")], paragraphs=[reference, reference])
    reader = Interpreter(file, original=False)

    assert [line.text for line in reader.lines("body", 0, len(file.text))] == ["One", "Two"]
    assert [(doubt.code, " 2, " in doubt.message) for doubt in reader.doubts()] == [
        ("unread-part", True)
    ]


def test_headers_with_a_damaged_table_of_positions_are_reported() -> None:
    file = compose([("One\r", b"")], structures={11: pack("<3I", 0, 9, 4)})
    reader = Interpreter(file, original=False)

    assert list(reader.headers()) == []
    assert [doubt.message for doubt in reader.doubts()] == [
        "The headers and footers are not read: the table of their positions is damaged."
    ]


def test_tables() -> None:
    cell = flag(0x2416)
    definition = pack("<B4h", 3, 0, 1000, 2000, 3000)
    end = cell + flag(0x2417) + pack("<HH", 0xD608, len(definition) + 1) + definition
    merged = pack("<B3h", 2, 0, 2000, 3000)
    merged_end = cell + flag(0x2417) + pack("<HH", 0xD608, len(merged) + 1) + merged
    file = compose(
        [("State\x07Due\x07Paid\x07\x07Algeria\x077\x07\x07After\r", b"")],
        paragraphs=[cell, cell, cell, end, cell, cell, merged_end, b""],
    )
    lines = Interpreter(file, original=False).lines("body", 0, len(file.text))

    assert [line.cells for line in lines] == [("State", "Due", "Paid"), ("Algeria", "", "7"), ()]


@pytest.mark.parametrize(
    ("mark", "automatic", "expected"),
    [("\x02", 1, ("met.1", "1 See.")), ("*", 0, ("met.*", "* See."))],
)
def test_notes(mark: str, automatic: int, expected: tuple[str, str]) -> None:
    body, note = f"met.{mark}\r", f"{mark} See.\r"
    file = compose(
        [(body + note, b"")],
        structures={
            2: pack("<IIH", 4, len(body), automatic),
            3: pack("<III", 0, len(note), len(note)),
        },
        ranges={"body": (0, len(body)), "footnote": (len(body), len(body) + len(note))},
    )
    interpreter = Interpreter(file, original=False)
    (line,) = interpreter.lines("body", *file.ranges["body"])
    (found,) = interpreter.note_lines("footnote")

    assert (line.text, found.text) == expected
    assert (line.calls, found.role) == (((4, 5),), "note")


def section(stream: bytes, *modifiers: bytes) -> tuple[bytes, int]:
    """A stream with the properties of a section behind it, and where they begin."""
    data = b"".join(modifiers)
    return stream + pack("<H", len(data)) + data, len(stream)


LETTERS, ROMAN = 3, 2  # upper-case letters, lower-case Roman numerals


def test_formats_of_note_numbers() -> None:
    """The document properties, changed by those of the second section."""
    body, note = "a\x02b\x02\x0cc\x02\r", "\x02 See.\r"
    document = bytearray(500)
    pack_into("<H", document, 2, 3 << 2)  # footnotes begin at 3
    pack_into("<H", document, 492, LETTERS)
    file = compose(
        [(body + 3 * note, b"")],
        structures={
            2: pack("<IIII3H", 1, 3, 6, len(body), 1, 1, 1),
            3: pack("<5I", *(n * len(note) for n in range(4)), 3 * len(note) + 1),
            31: bytes(document),
        },
        ranges={"body": (0, len(body)), "footnote": (len(body), len(body) + 3 * len(note))},
    )
    stream, start = section(file.stream, flag(0x303C), word(0x503F, 1), word(0x5040, ROMAN))
    sections = pack("<III", 0, 5, len(body)) + pack("<HIHI", 0, 0xFFFFFFFF, 0, 0)
    sections += pack("<HIHI", 0, start, 0, 0)
    table = file.table + sections
    fib = bytearray(stream)
    pack_into("<II", fib, 0x9A + 8 * 6, len(file.table), len(sections))
    interpreter = Interpreter(file._replace(stream=bytes(fib), table=table), original=False)
    lines = interpreter.lines("body", *file.ranges["body"])

    assert [line.text for line in lines] == ["aCbD", "ci"]
    assert [line.text for line in interpreter.note_lines("footnote")] == [
        "C See.",
        "D See.",
        "i See.",
    ]


# --- LibreOffice, played by a script ------------------------------------------------------------


def office(folder: Path, script: str) -> str:
    program = folder / "soffice"
    program.write_text(f"#!{sys.executable}\nimport sys, pathlib, time\n{script}", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    return str(program)


def test_conversion_by_libreoffice(tmp_path: Path) -> None:
    (tmp_path / "made.docx").write_bytes(docx(paragraph("text")))
    script = (
        "folder = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        f"made = pathlib.Path({str(tmp_path / 'made.docx')!r}).read_bytes()\n"
        "(folder / 'source.docx').write_bytes(made)\n"
    )
    document = read_doc(WORD, "x.doc", office=office(tmp_path, script))

    assert (document.text, document.doubts) == ("text", ())
    assert document.source.media_type == "application/msword"


def test_libreoffice_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "could not convert" in fails(WORD, DamagedSource, office(tmp_path, "sys.exit(1)"))
    assert "could not convert" in fails(WORD, DamagedSource, office(tmp_path, ""))
    assert "could not convert" in fails(WORD, DamagedSource, str(tmp_path / "nothing"))
    monkeypatch.setattr(reader, "CONVERSION_TIMEOUT", 0.5)
    assert "did not finish" in fails(WORD, LimitExceeded, office(tmp_path, "time.sleep(20)"))


def counted(text: str, *, ended: bool = True) -> bytes:
    return pack("<H", len(text)) + text.encode("utf-16-le") + bytes(2 * ended)


def form_data(kind: int, result: int, after_name: bytes) -> bytes:
    """A form field with the header that precedes it in the Data stream."""
    data = pack("<IHHH", 0xFFFFFFFF, kind | result << 2, 0, 0) + counted("F") + after_name
    return pack("<IH", 68 + len(data), 68) + bytes(62) + data


CITIES = counted("") * 5 + pack("<HHH", 0xFFFF, 2, 0) + counted("Vienna", ended=False)
CITIES += counted("Geneva", ended=False)


@pytest.mark.parametrize(
    ("code", "data", "expected"),
    [
        ("FORMCHECKBOX", form_data(1, 1, pack("<H", 0)), "☒"),
        ("FORMCHECKBOX", form_data(1, 0, pack("<H", 1)), "☐"),
        ("FORMCHECKBOX", form_data(1, 25, pack("<H", 1)), "☒"),
        ("FORMDROPDOWN", form_data(2, 1, pack("<H", 0) + CITIES), "Geneva"),
        ("FORMDROPDOWN", form_data(2, 25, pack("<H", 0) + CITIES), "Vienna"),
        ("FORMTEXT", form_data(0, 0, counted("Nairobi")), "Nairobi"),
        ("FORMTEXT", form_data(0, 0, counted("Nairobi"))[:76], ""),  # cut off
    ],
)
def test_form_fields(code: str, data: bytes, expected: str) -> None:
    location = pack("<HI", 0x6A03, 4) + flag(0x0806)
    runs = [("in \x13 " + code + " ", b""), ("\x01", location), ("\x14\x15.\r", b"")]
    file = compose(runs)._replace(data=bytes(4) + data)
    (line,) = Interpreter(file, original=False).lines("body", 0, len(file.text))

    assert line.text == f"in {expected}."


def test_text_boxes_are_read_at_their_anchors() -> None:
    body, boxes = "1. It met.\r2. It \x08closed.\r", "Distr.: Limited\rA table.\r\r"
    ends = (16, 25, 26)  # of the stories: the last one is empty
    stories = pack("<4I", 0, *ends) + b"".join(
        bytes(14) + pack("<I", shape) + bytes(4) for shape in (7, 8, 0)
    )
    anchors = pack("<3I", 0, body.index("\x08"), len(body)) + b"".join(
        pack("<I", shape) + bytes(22) for shape in (9, 8)
    )
    file = compose(
        [(body + boxes, b"")],
        structures={40: anchors, 56: stories},
        ranges={
            "body": (0, len(body)),
            "textbox": (len(body), len(body) + len(boxes)),
        },
    )

    assert [line.text for line in read_doc(doc(file)).lines] == [
        "1. It met.",
        "2. It closed.",
        "A table.",
        "Distr.: Limited",
    ]
