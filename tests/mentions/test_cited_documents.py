"""Citations of ten documents of a corpus: lists that were corrected by hand against the text.

Each file of `citations` holds what a document cites, one line each: kind, name, and what it is of
(`here`: a part of the document itself, `-`: nothing, or the document does not say).
"""

import os
from collections import Counter
from pathlib import Path

import pytest

from unreport import parse
from unreport.mentions.find import citations
from unreport.mentions.model import CitationMention
from unreport.model import Report

CORPUS = os.environ.get("UNREPORT_CORPUS")
MARKED = sorted((Path(__file__).parent / "citations").glob("*.txt"))

pytestmark = pytest.mark.skipif(not CORPUS, reason="UNREPORT_CORPUS names no folder")


def source(marked: Path) -> Path:
    names = (f"en_limited/{marked.stem}.pdf", f"en_unfccc/{marked.stem}.txt")
    return next(path for path in (Path(CORPUS or "", name) for name in names) if path.exists())


def line(cited: CitationMention) -> str:
    here = "here" if cited.target is not None else "-"
    return f"{cited.kind} | {cited.name} | {cited.within or here}"


def test_ten_documents_are_marked() -> None:
    assert len(MARKED) == 10


def test_citations_are_found_and_none_is_wrong() -> None:
    right, wanted = 0, 0
    for marked in MARKED:
        found = [one for one in citations(parse(source(marked))) if one.doubt is None]
        gold = Counter(marked.read_text(encoding="utf-8").splitlines())
        assert not Counter(map(line, found)) - gold, marked.stem
        right += len(found)
        wanted += gold.total()

    assert wanted > 700
    assert right / wanted >= 0.95


@pytest.mark.parametrize("marked", MARKED, ids=lambda path: path.stem)
def test_targets_have_the_number_that_is_cited(marked: Path) -> None:
    report = parse(source(marked))
    for cited in citations(report):
        if cited.target is not None and cited.kind == "paragraph":
            assert printed(report, cited.target) == cited.name.replace(" ", "")


def printed(report: Report, index: int) -> str:
    """The number of a node and of those that it stands in: `3(a)`."""
    node, above = list(report.walk())[index]
    numbered = [one for one in (*above, node) if type(one).__name__ in ("Paragraph", "Item")]
    return "".join((one.marker or "").replace(".", "").strip() for one in numbered)
