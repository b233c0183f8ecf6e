"""Inputs of public bug reports, where `UNREPORT_CORPUS` has them: what is right for each."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow.dataset
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
    described = ("expected.txt", "got.txt", "source.txt", "run.py")
    (path,) = (path for path in folder.iterdir() if path.name not in described)
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
    [("07", DamagedSource, "is damaged"), ("70", UnreadableSource, "Word 6.0/95")],
)
def test_errors(bug: str, error: type[UnreportError], message: str) -> None:
    with pytest.raises(error, match=message):
        unreport.read(source(bug))


def test_every_folder_has_a_test() -> None:
    """Point by point: documents, errors, pages, archives."""
    folders = {path.name.partition("-")[0] for path in FOLDER.iterdir() if path.is_dir()}
    elsewhere = {"01", "03", "09", "40", "07", "70", "115"}

    assert folders == CHECKS.keys() | PAGES.keys() | ARCHIVES.keys() | elsewhere


def test_a_row_with_a_long_leader_is_read() -> None:
    """In the report it never ended: the pattern tried every way to part the dots."""
    report = unreport.parse(source("01"))

    contents = [part.text for part in report.furniture if part.kind == "contents"]
    assert contents == ["Contents", f"Annexes {'.' * 64} 20"]


def test_a_symbol_with_many_signs_is_refused() -> None:
    """In the report it never ended."""
    with pytest.raises(unreport.NotASymbol):
        unreport.Symbol.parse("A/C.3/AB" + "&" * 60 + "!")


def test_a_table_of_many_numbers_is_read_within_the_limits() -> None:
    document = unreport.read(source("09"))

    numbers = [word for line in document.lines for word in line.text.split()]
    assert len(numbers) >= 4_000


MASTHEAD = ("United Nations", "A/CONF.900/L.1", "General Assembly", "Distr.: Limited")
CONTRIBUTIONS = (
    ("Member State", "Date of receipt", "Contribution"),
    ("Algeria", "3 March 2024", "164,380"),
    ("Brazil", "14 March 2024", "1,126,547"),
    ("Chile", "16 March 2024", "26,119"),
)
THIRD = "3. The Committee closed its session on Friday and thanked its secretariat for the work."


def paragraphs(document: Document) -> list[str]:
    """The numbered paragraphs of the report with their numbers."""
    nodes = (node for node, _ in unreport.parse_document(document).walk())
    return [
        f"{node.number}. {node.text}"
        for node in nodes
        if isinstance(node, unreport.Paragraph) and node.number is not None
    ]


def same_paragraphs(document: Document) -> bool:
    """Fifteen paragraphs between a masthead and the end, with no letter of a watermark."""
    expected = [
        f"{n}. The Committee took note of the report and invited Member States to submit their "
        "views to the secretariat before the next session in Vienna. "
        f"It decided so on item {n}."
        for n in range(1, 16)
    ]
    sections = [
        node
        for node, _ in unreport.parse_document(document).walk()
        if isinstance(node, unreport.Section)
    ]
    return paragraphs(document) == expected and len(sections) == 1


def shows_or_doubts_the_form(document: Document) -> bool:
    value = "1. The Committee elected as its Chair: Ms. Amina Diallo (Senegal)"
    joined = " ".join(texts(document))
    return value in joined or bool(document.doubts)


PAGES: dict[str, tuple[Callable[[Document], bool], ...]] = {
    "90": (cells(*CONTRIBUTIONS), lambda d: THIRD in paragraphs(d), has(*MASTHEAD)),
    "92": (cells(*CONTRIBUTIONS), lambda d: THIRD in paragraphs(d), has(*MASTHEAD)),
    "93": (same_paragraphs, lacks("ADVANCE"), has(*MASTHEAD)),
    "95": (same_paragraphs, has(*MASTHEAD)),
    "96": (
        has("A/CONF.900/INF.1", "LIST OF PARTICIPANTS"),
        has("RAHMAN, MARIA, MINISTRY JUSTICE, ALGERIA"),
    ),
    "98": (has("1. The Committee met in Vienna on Monday and decided to welcome the report."),),
    "100": (has("1. The Committee met in Vienna on Monday.", "2. It closed its session."),),
    "101": (
        has(*MASTHEAD, "1. The Committee met in Vienna on Monday and elected its officers."),
    ),
    "102": (shows_or_doubts_the_form,),
    "104": (
        has(
            "The word اللجنة stands in the English text of the decision.",
            "See the term اللجنة (Committee), para. 4, and الجمعية (Assembly), para. 5.",
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("bug", PAGES)
def test_pages(bug: str) -> None:
    document = unreport.read(source(bug))

    assert [check(document) for check in PAGES[bug]] == [True] * len(PAGES[bug])


ARCHIVES: dict[str, dict[str, str | None]] = {
    "110": {
        "plain.txt": "A/CONF.900/L.1",
        "../up.txt": "A/CONF.900/L.2",
        "dir/../norm.txt": "A/CONF.900/L.3",
        "Report ..txt": "A/CONF.900/L.4",
    },
    "112": {
        "dot.txt": "A/CONF.900/L.9",
        "../up.txt": "A/CONF.900/L.10",
        "dir/../norm.txt": "A/CONF.900/L.11",
    },
    "113": {"plain.txt": "A/CONF.900/L.12", "link.txt": "special"},
    "114": {
        "r0.txt": "A/CONF.900/L.20",
        "r1.txt": "A/CONF.900/L.21",
        "r2.txt": "A/CONF.900/L.22",
        "": "archive",
    },
    "116": {"empty.txt": "empty", "blank.txt": "empty", "plain.txt": "A/CONF.900/L.30"},
}
"""The outcome of each member: the symbol of its report, or the kind of its error."""


def outcomes(path: Path) -> Iterator[tuple[str, str | None]]:
    for outcome in unreport.parse_archive(path):
        name = outcome.source.path if outcome.source.archive else ""
        if outcome.error is not None:
            yield name, outcome.error.kind
        else:
            yield name, str(outcome.report.masthead.symbol)


@pytest.mark.parametrize("bug", ARCHIVES)
def test_members_of_archives(bug: str) -> None:
    found = list(outcomes(source(bug)))

    assert dict(found) == ARCHIVES[bug]
    assert len(found) == len(ARCHIVES[bug])


def test_the_folder_of_errors_is_a_data_set(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(600))
    tables = tmp_path / "tables"
    unreport.write_archive(unreport.Job(sources=(str(tmp_path / "bad.txt"),), out=tables))

    assert pyarrow.dataset.dataset(tables / "errors", format="parquet").count_rows() == 1
