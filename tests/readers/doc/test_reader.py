"""Word 97-2003 files: by the extra, by LibreOffice, and refused without them."""

import stat
import sys
from pathlib import Path

import msgspec
import pytest
from word_files import docx, paragraph

from unreport.errors import (
    DamagedSource,
    EncryptedSource,
    LimitExceeded,
    UnreadableSource,
    UnreportError,
)
from unreport.readers.doc import reader
from unreport.readers.doc.convert import MISSING
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


def test_the_error_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "CONVERTER", "unreport.errors")  # which writes no lines
    with pytest.raises(msgspec.DecodeError):
        read_doc(WORD)
    failed = reader._failed(MISSING, "", "x.doc")

    assert "unreport[doc]" in failed.message


def test_a_process_that_aborts_is_a_damaged_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "abort.py"
    program.write_text("import os; os.abort()", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(reader, "CONVERTER", "abort")

    assert "cannot be read" in fails(WORD, DamagedSource)


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
    "Draft report",
    "I. Introduction",
    "2. The Working Group is to perform, inter alia, the following functions:",
    "(a) Facilitate the implementation of the Protocol;",
    "(ii) Travel documents, including those of minors;",
    "III. Organization of the meeting",
]


def test_the_extra_reads_text_and_numbers() -> None:
    pytest.importorskip("anydoc")
    document = read_doc((OLD / "en_1.doc").read_bytes(), "en_1.doc")
    texts = [line.text for line in document.lines]

    assert [text for text in texts if text in ENGLISH] == ENGLISH
    assert document.source.media_type == "application/msword"
    assert [issue.code for issue in document.doubts] == ["headers-unread"]


def test_the_extra_reads_arabic() -> None:
    pytest.importorskip("anydoc")
    texts = [line.text for line in read_doc((OLD / "ar_1.doc").read_bytes()).lines]

    assert "ثانياً - التوصيات" in texts
    assert "3 - ينبغي للدول الأطراف أن تتعاون فيما بينها." in texts


def test_damaged_files_with_the_extra() -> None:
    pytest.importorskip("anydoc")
    fails(WORD, DamagedSource)


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
