"""Documents and the trees that they must give: a folder a case, its source and `expected.txt`.

A source is a text, `source.txt`, or the description of a PDF's pages, `pages.txt` (see `drawn.py`).
The expected tree is what `unreport parse --check` prints.  A case that is known to fail has a
`fails.txt` that says why; it is an error when it passes.  To write the trees of new or changed
cases, run `UNREPORT_UPDATE_CASES=1 pytest tests/test_cases.py` and read the difference.
"""

import difflib
import os
from pathlib import Path

import pytest
from drawn import drawn

from unreport import check, parse_document, read, to_tree

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def shown(case: Path) -> str:
    pages = case / "pages.txt"
    source = drawn(pages) if pages.exists() else case / "source.txt"
    document = read(source, name=case.name)
    report = parse_document(document)
    doubts = (f"! {issue.code}: {issue.message}" for issue in check(report, document))
    return "\n".join([to_tree(report), *doubts, ""])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, request: pytest.FixtureRequest) -> None:
    reason = case / "fails.txt"
    if reason.exists():
        request.applymarker(pytest.mark.xfail(reason=reason.read_text("utf-8"), strict=True))
    have, expected = shown(case), case / "expected.txt"
    if os.environ.get("UNREPORT_UPDATE_CASES") and not reason.exists():
        expected.write_text(have, encoding="utf-8")
    want = expected.read_text(encoding="utf-8")
    if have != want:
        lines = difflib.unified_diff(
            want.splitlines(), have.splitlines(), "expected", "parsed", lineterm="", n=2
        )
        pytest.fail("\n".join([f"{case.name} has another tree:", *lines]), pytrace=False)


def test_there_are_cases_in_every_language() -> None:
    assert {case.name[:2] for case in CASES} == {"ar", "en", "es", "fr", "ru", "zh"}
