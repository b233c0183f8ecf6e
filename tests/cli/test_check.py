"""`unreport check`: the issues of files with their places, for people, scripts and editors."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from reportlab.pdfgen.canvas import Canvas

import unreport
from unreport.checks import CHECKS
from unreport.checks.codes import ALIGNMENT_CODES, READER_CODES, SERIES_CODES
from unreport.cli import main as cli

ROOT = Path(__file__).parents[2]
DRAFT = "I. Introduction\n\n1. The Committee met.\n\n\n\n3. It closed.\n"
GAP = "numbering-gap: Paragraph 3 follows paragraph 1: 2 is missing. [3. It closed.]"
QUIET = "symbol-missing,title-missing,language-unknown"
CODES = ["symbol-missing", "title-missing", "numbering-gap"]


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("draft 1.txt")
    path.write_text(DRAFT, encoding="utf-8")
    return path


def check(capsys: pytest.CaptureFixture[str], *args: object) -> tuple[int, list[str], str]:
    code = cli.main(["check", *map(str, args)])
    out, error = capsys.readouterr()
    return code, out.splitlines(), error


def test_file_line_code_sentence_and_words(draft: Path, capsys) -> None:
    assert check(capsys, "--ignore", QUIET, draft) == (1, [f"draft 1.txt:7: {GAP}"], "")


def test_nothing_wrong(draft: Path, capsys) -> None:
    draft.write_text(DRAFT.replace("3. It", "2. It"), encoding="utf-8")

    assert check(capsys, "--ignore", QUIET, draft) == (0, [], "")


def test_select_and_ignore(draft: Path, capsys) -> None:
    def codes(*args: str) -> list[str]:
        return [line.split(": ")[1] for line in check(capsys, *args, draft)[1]]

    assert codes() == CODES
    assert codes("--select", "numbering-gap") == ["numbering-gap"]
    assert codes("--select", "title-missing, numbering-gap", "--select", "symbol-missing") == CODES
    assert codes("--select", "title-missing", "--ignore", "title-missing") == []


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_code_is_wrong_usage(draft: Path, capsys, option: str) -> None:
    code, lines, error = check(capsys, option, "numbering-gaps", draft)

    assert (code, lines, error.count("\n")) == (2, [], 1)
    assert "no such code: numbering-gaps. Codes: " in error


def test_every_code_can_be_selected() -> None:
    source = (ROOT / "src").rglob("*.py")
    used = {c for path in source for c in re.findall(r'code="([a-z-]+)"', path.read_text("utf-8"))}

    of_series = {code for code in used if code.startswith(("series-", "alignment-"))}
    assert used - set(CHECKS) - of_series == set(READER_CODES)
    assert of_series <= {*SERIES_CODES, *ALIGNMENT_CODES}


def test_pages_of_a_pdf(tmp_path: Path, capsys) -> None:
    path = tmp_path / "draft.pdf"
    canvas = Canvas(str(path))
    for text in ("1. The Committee met in the spring.", "3. It closed in the autumn."):
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()

    code, lines, _ = check(capsys, "--select", "numbering-gap", path)

    assert code == 1
    words = "[3. It closed in the autumn.]"
    assert lines == [f"{path}, page 2: {GAP.partition(' [')[0]} {words}"]


def test_json_is_one_issue_per_line(draft: Path, capsys) -> None:
    code, lines, _ = check(capsys, "--format", "json", draft)

    found = [json.loads(line) for line in lines]
    assert code == 1
    assert [issue["code"] for issue in found] == CODES
    assert found[-1] == {
        "file": "draft 1.txt",
        "code": "numbering-gap",
        "message": "Paragraph 3 follows paragraph 1: 2 is missing.",
        "page": None,
        "line": 7,
        "text": "3. It closed.",
        "start": 42,
        "end": 55,
    }


def test_sarif(draft: Path, capsys) -> None:
    code, lines, _ = check(capsys, "--format", "sarif", draft)

    log = json.loads("\n".join(lines))
    (run,) = log["runs"]
    assert (code, log["version"]) == (1, "2.1.0")
    assert run["tool"]["driver"]["name"] == "unreport"
    assert run["tool"]["driver"]["version"] == unreport.__version__
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        result["ruleId"] for result in run["results"]
    ]
    (location,) = run["results"][-1]["locations"]
    physical = location["physicalLocation"]
    assert unquote(physical["artifactLocation"]["uri"]) == "draft 1.txt"
    assert physical["artifactLocation"]["uri"] == "draft%201.txt"
    assert physical["region"] == {"startLine": 7, "snippet": {"text": "3. It closed."}}


def test_an_unreadable_file_does_not_stop_the_others(draft: Path, capsys) -> None:
    Path("empty.txt").touch()
    code, lines, error = check(capsys, "--ignore", QUIET, "none.txt", "empty.txt", ".", draft)

    assert (code, lines) == (1, [f"draft 1.txt:7: {GAP}"])
    assert error.splitlines() == [
        "unreport: none.txt: cannot be opened: No such file or directory",
        "unreport: empty.txt: this file is empty",
        "unreport: .: is a folder; use `unreport batch . --out TABLES`",
    ]
    draft.write_text(DRAFT.replace("3. It", "2. It"), encoding="utf-8")
    assert check(capsys, "--ignore", QUIET, "empty.txt", draft)[0] == 1


def test_long_words_are_cut_and_control_characters_removed(draft: Path, capsys) -> None:
    draft.write_text("1. It met.\n\n3. \x1b[31m" + "The Committee met. " * 20, encoding="utf-8")
    _, (line,), _ = check(capsys, "--select", "numbering-gap", draft)

    words = line.partition("[")[2]
    assert "\x1b" not in line
    assert words.startswith("3. ")
    assert len(words) <= 81
    assert words.endswith("…]")


# --- an editor's task --------------------------------------------------------------------------

SLIPS = """\
General Assembly
A/CONF.900/L.4
Distr.: General
31 February 2024
Original: English

Committee on the Uses of River Water
Second session
Vienna, 11–13 March 2024

Draft report



II. Deliberations

12. The Committee considered the item at its third meeting.

13. The Committee took note of the following:

(a) The report of the Secretariat;

(b) The statement of the observer;

(d) The programme of work.

15. The Committee thanked the host country.1

15. The Committee adopted the agenda.

16.

IV. Adoption of the report

V. Closure of the session

17. The Committee closed its session.

__________
1 See A/CONF.900/2.
2 See A/CONF.900/3.
"""
PLANTED = [
    ("date-impossible", 4),
    ("list-broken", 25),
    ("numbering-gap", 27),
    ("numbering-repeat", 29),
    ("paragraph-empty", 31),
    ("heading-order", 33),
    ("section-empty", 33),
    ("note-uncalled", 41),
]


def test_eight_planted_slips_are_found_with_their_lines(draft: Path, capsys) -> None:
    draft.write_text(SLIPS, encoding="utf-8")
    _, lines, _ = check(capsys, "--format", "json", draft)

    found = [json.loads(line) for line in lines]
    assert [(issue["code"], issue["line"]) for issue in found] == PLANTED
