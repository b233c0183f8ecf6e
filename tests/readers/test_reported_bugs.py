"""Inputs of public bug reports, where `UNREPORT_CORPUS` has them: what is right for each."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import unreport
from unreport.document import Document
from unreport.errors import DamagedSource, UnreadableSource, UnreportError

FOLDER = Path(os.environ.get("UNREPORT_CORPUS", "")) / "bugs"
pytestmark = pytest.mark.skipif(
    "UNREPORT_CORPUS" not in os.environ or not FOLDER.is_dir(), reason="no corpus"
)


def source(bug: str) -> Path:
    (folder,) = FOLDER.glob(f"{bug}-*")
    (path,) = (p for p in folder.iterdir() if p.suffix != ".txt" or p.stem == "report")
    return path


def texts(document: Document) -> list[str]:
    return [line.text.replace("\t", " ") for line in document.lines]


def has(*expected: str) -> Callable[[Document], bool]:
    """Whether lines stand in the document, in order."""

    def check(document: Document) -> bool:
        found = iter(texts(document))
        return all(any(line == text for line in found) for text in expected)

    return check


def lacks(*unexpected: str) -> Callable[[Document], bool]:
    return lambda document: not any(text in document.text for text in unexpected)


def cells(*rows: tuple[str, ...]) -> Callable[[Document], bool]:
    return lambda document: tuple(line.cells for line in document.lines if line.cells) == rows


def decoded(document: Document) -> bool:
    """Whether the text is that of the expectation, or the encoding a doubt."""
    bug = str(document.source.name)
    expected = (Path(bug).parent / "expected.txt").read_text(encoding="utf-8")
    wanted = [line for line in expected.split("\n\n", 1)[1].split("\n\n(")[0].splitlines() if line]
    return [text for text in texts(document) if text] == wanted


CLOSED = "2. It closed."
CHECKS: dict[str, tuple[Callable[[Document], bool], ...]] = {
    "04": (has("1. The Committee met.", "1", CLOSED, "1 See document A/CONF.900/2."),),
    "05": (has("1. The Committee met.", "1", CLOSED, "1 See document A/CONF.900/2."),),
    "10": (
        has(
            "1. The Committee met.", "2. It considered the following:", "(a) finance;",
            "(b) staff:", "(i) general service;", "(ii) professional.", "3. It closed.",
        ),
    ),
    "12": (
        has("3. It adopted the agenda:", "(a) item one;", "(b) item two."),
        has("4. It invited comments.", "5. It closed."),
    ),
    "14": (has("1. It elected:", "(c) a Chair;", "(d) a Rapporteur.", "2. It adopted:"),
           has("(a) an agenda;", "(b) a plan.")),
    "16": (cells(("Africa", "Algeria"), ("", "Benin"), ("", "Chad")), has(CLOSED)),
    "18": (
        has("1. The Committee met in Vienna.", "2. It elected its officers."),
        has("3. It closed its session."),
    ),
    "20": (has("The Committee met.", "It closed."),),
    "21": (
        has("1er Le Comité s’est réuni à Vienne.", "2e Il a adopté son ordre du jour."),
    ),
    "30": (
        has(
            "1. The Committee met.",
            "2. The Committee adopted its report by consensus.",
            "3. It closed.",
        ),
    ),
    "32": (has("1. The Committee met on Monday.", "4. It closed."),),
    "34": (has("1. The Committee elected Ms. Diallo as its Chair."),),
    "36": (
        has(
            "1 See the list of States. 17 December 2024 is the date of the next session. "
            "12 States replied."
        ),
    ),
    "38": (lacks("106", "453"), lambda document: "10⁶" in document.text),
    "42": (
        has("United Nations", "A/CONF.900/L.1", "General Assembly"),
        has("Distr.: Limited", "3 March 2024", "Original: English"),
    ),
    "44": (has("The Committee met in Vienna."),),
    "45": (
        has("1. The Committee considered the following table:", "Algeria 5", "Brazil 12", CLOSED),
    ),
    "46": (cells(("Algeria", "12")),),
    "47": (has("1. The session is held in Vienna. Public: ☒."),),
    "48": (has("1. The tolerance is 5 ± 1 per cent."),),
    "49": (has("1 The votes: For 31 Against 4"), cells()),
    "50": (
        cells(
            ("State", "Pledged", "Paid"), ("Algeria (no pledge)", "", "7"), ("", "", "9")
        ),
    ),
    "52": (has("United Nations", "A/CONF.900/L.1", "1. The Committee met.", CLOSED),),
    "53": (has("1. A share of x+1 was agreed."),),
    "60": (has("1. The Committee agreed with the proposal.", CLOSED),),
    "62": (has("1. The Committee met in Vienna.", CLOSED), lacks("editor", "closed doors")),
    "64": (has("(a) finance;", "A break in the list.", "(b) staff.", CLOSED), lacks("•")),
    "66": (has("1. The Committee met.*", CLOSED, "* The text has not been edited."),),
    "68": (has("1. The Committee met in Vienna.", CLOSED),),
    "71": (decoded,),
    "72": (decoded,),
    "75": (decoded,),
    "76": (decoded,),
    "78": (decoded,),
    "79": (has("A/CONF.900/L.1", "1. The Committee met.", CLOSED), lacks("<", "margin")),
    "81": (has("A/CONF.900/L.1", "1. The Committee met.", CLOSED), lacks("<")),
    "82": (has("A/CONF.900/L.1", "1. The Committee met.", CLOSED), lacks("<")),
    "83": (has("1- اجمعت اللجنة.", "2- واختتمت."), lacks("=C7")),
}  # fmt: skip


@pytest.mark.parametrize("bug", CHECKS)
def test_lines(bug: str) -> None:
    path = source(bug)
    document = unreport.read(path, name=str(path))

    assert [check(document) for check in CHECKS[bug]] == [True] * len(CHECKS[bug])


@pytest.mark.parametrize("bug", CHECKS)
def test_every_input_gives_a_report(bug: str) -> None:
    report = unreport.parse(source(bug))

    assert report.text or report.masthead.lines


def test_a_deleted_cell_is_in_the_original() -> None:
    document = unreport.read(source("46"), original=True)

    assert [line.cells for line in document.lines if line.cells] == [("Algeria", "5")]


def test_a_note_call_in_a_table_cell() -> None:
    report = unreport.parse(source("40"))
    tables = [node for node, _ in report.walk() if isinstance(node, unreport.Table)]

    assert ("Algeria", "5[^1]") in tables[0].rows
    assert "note-uncalled" not in {issue.code for issue in unreport.check(report)}


def test_a_masthead_with_line_breaks() -> None:
    masthead = unreport.parse(source("42")).masthead

    assert (str(masthead.symbol), str(masthead.date), masthead.distribution) == (
        "A/CONF.900/L.1",
        "2024-03-03",
        "limited",
    )


@pytest.mark.parametrize(
    ("bug", "error", "message"),
    [("07", DamagedSource, "cannot be read"), ("70", UnreadableSource, "Word 6.0/95")],
)
def test_errors(bug: str, error: type[UnreportError], message: str) -> None:
    with pytest.raises(error, match=message):
        unreport.read(source(bug))
