"""Arguments of a wrong type: a `TypeError` of one sentence; what makes sense is accepted."""

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

import unreport
from unreport import Limits, PdfLimits, Selection, UnreadableSource

TEXT = b"I. Introduction\n\n1. It met.\n"
REPORT = unreport.parse_text(TEXT.decode())


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: unreport.parse(None), "a path, bytes or an open file can be read, not NoneType"),
        (lambda: unreport.read(1), "a path, bytes or an open file can be read, not int"),
        (lambda: unreport.parse(["a.txt"]), "not a list; use `parse_archive`"),
        (lambda: unreport.parse(("a.txt",)), "not a tuple; use `parse_archive`"),
        (lambda: unreport.parse(TEXT, symbol=3), "`symbol` is a str such as 'A/80/L.1', not int"),
        (lambda: unreport.parse(TEXT, limits=20), "`limits` is a `ReadLimits` or `PdfLimits`"),
        (lambda: unreport.align(["a", REPORT]), "a Report is needed, not str"),
        (lambda: unreport.assemble(["a"]), "a Report is needed, not str"),
        (lambda: unreport.parse_text(TEXT), "a text is parsed, not bytes; use `unreport.parse`"),
        (lambda: unreport.parse_text(None), "a text is parsed, not NoneType"),
        (lambda: unreport.parse_document("a.txt"), "`unreport.parse` reads and parses a file"),
        (lambda: unreport.check("a.txt"), "a Report is checked, not str; use `unreport.parse`"),
        (lambda: unreport.check(REPORT, REPORT), "what `unreport.read` returns, not Report"),
        (lambda: REPORT[1], "a str such as 'II.14(a)', not int"),
        (lambda: [*REPORT], "`report.body` has the nodes in order"),
        (lambda: unreport.to_json("x"), "a Report is needed, not str"),
        (lambda: unreport.to_html(None), "a Report is needed, not NoneType"),
        (lambda: unreport.to_markdown({}), "a Report is needed, not dict"),
        (lambda: unreport.to_tree([REPORT]), "a Report is needed, not list"),
        (lambda: unreport.from_json(None), "JSON is a str or bytes, not NoneType"),
        (lambda: unreport.from_json({"version": 1}), "JSON is a str or bytes, not dict"),
        (lambda: unreport.parse_archive("a", limits=PdfLimits()), "`unreport.Limits`, not Pdf"),
        (
            lambda: unreport.parse_archive("a", selection="*.pdf"),
            "`unreport.Selection`, not str",
        ),
        (lambda: unreport.parse_archive(None), "a source is a path or a pattern, not NoneType"),
        (lambda: unreport.parse_archive(b"a"), "a source is a path or a pattern, not bytes"),
        (lambda: [*unreport.parse_archive([1])], "a source is a path or a pattern, not int"),
        (lambda: unreport.write_archive("a.zip"), "an `unreport.Job` is needed, not str"),
    ],
)
def test_wrong_types(call: Callable[[], object], says: str) -> None:
    with pytest.raises(TypeError) as caught:
        call()

    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("limits", [{"seconds": -1}, {"pages": -3}])
def test_a_limit_below_nought(limits: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="is below 0"):
        PdfLimits(**limits)


def test_the_language_of_a_file_can_be_given() -> None:
    assert unreport.parse("I. Наука".encode(), language="fr").language == "fr"
    with pytest.raises(ValueError, match="there is no lexicon for the language 'xx'"):
        unreport.parse("no-such-file.txt", language="xx")


class PathOf(os.PathLike):
    def __init__(self, path: Path) -> None:
        self.path = path

    def __fspath__(self) -> str:
        return str(self.path)


def test_what_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT)
    with path.open("rb") as binary, path.open(encoding="utf-8") as text:
        sources = (
            *(path, str(path), PathOf(path), binary, text),
            *(
                TEXT,
                bytearray(TEXT),
                memoryview(TEXT),
                io.BytesIO(TEXT),
                io.StringIO(TEXT.decode()),
            ),
        )
        reports = [unreport.parse(source) for source in sources]

    assert [report.body for report in reports] == [REPORT.body] * 10
    assert [report.source.name for report in reports] == ["a.txt"] * 5 + [None] * 5
    with pytest.raises(unreport.EmptySource, match="this file is empty"):
        unreport.parse(memoryview(b""))
    assert unreport.from_json(memoryview(unreport.to_json(REPORT).encode())) == REPORT


@pytest.mark.parametrize(
    "text",
    [
        TEXT.decode(),
        "The Committee met in the spring and took note of the report.",
        "مشروع التقرير " * 40,
        "a\0b\nc",
    ],
)
def test_a_text_given_for_a_path(text: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        unreport.parse(text)

    assert str(caught.value) == (
        "this is a text, not the path of a file; use `unreport.parse_text` to parse a text"
    )


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("https://example.org/A/80/L.1.pdf", "this is an address, not a path; download the file"),
        (Path("http://example.org/L.1.pdf"), "this is an address, not a path; download the file"),
        (".", "this is a folder; use `unreport.parse_archive`"),
        ("", "the name of the file is empty"),
        ("~/none.txt", "`Path(…).expanduser()` replaces the ~"),
    ],
)
def test_what_is_no_path_of_a_file(path: str | Path, says: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        unreport.parse(path)

    assert says in str(caught.value)


def test_keys_of_a_report() -> None:
    assert "I.1" in REPORT
    assert "1.1" in REPORT
    assert "I.2" not in REPORT
    assert 1 not in REPORT


def test_a_prompt_completes_all_public_names() -> None:
    assert set(unreport.__all__) <= set(dir(unreport))
    assert "LAZY" not in dir(unreport)


def test_a_path_of_many_words() -> None:
    with pytest.raises(UnreadableSource, match=r"session.docx: cannot be opened"):
        unreport.parse("the report of the first session.docx")


def test_an_open_file_that_gives_no_bytes() -> None:
    class Odd:
        def read(self) -> None:
            return None

    with pytest.raises(TypeError, match="`read` of the open file returned NoneType"):
        unreport.parse(Odd())


def test_archives_may_be_given_together(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(TEXT)
    nested = [tmp_path / "a.txt", (str(tmp_path / "b.txt"),)]
    selection, limits = Selection(patterns=("*.txt",)), Limits(workers=1)

    for _ in range(2):  # a selection can be used again
        found = unreport.parse_archive(nested, limits=limits, selection=selection)
        assert [outcome.source.name for outcome in found] == ["a.txt", "b.txt"]
