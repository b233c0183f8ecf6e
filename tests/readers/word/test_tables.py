"""Tables of Word files: tracked merges, breaks in cells, nested and bound content."""

import pytest
from word_files import docx, level, numbered, numbering, paragraph

from unreport.readers.word.reader import read_docx

LISTS = numbering({0: level(0, "decimal", "%1.")}, {1: (0, "")})


def rows(body: str, *, original: bool = False) -> list[tuple[str, ...]]:
    document = read_docx(docx(body, numbering=LISTS), original=original)
    return [line.cells or (line.text.replace("\t", " "),) for line in document.lines]


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table_of(*trs: list[str]) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{chr(10).join(tr)}</w:tr>' for tr in trs)}</w:tbl>"


@pytest.mark.parametrize(
    ("merge", "accepted", "rejected"),
    [
        ('w:vMerge="cont"', "2. next", "3. next"),
        ('w:vMergeOrig="cont"', "3. next", "2. next"),
        ('w:vMerge="rest" w:vMergeOrig="cont"', "3. next", "2. next"),
        ('w:vMerge="cont" w:vMergeOrig="rest"', "2. next", "3. next"),
        ("", "3. next", "3. next"),  # says nothing, and is ignored
    ],
)
def test_a_tracked_merge_hides_the_empty_cell(merge: str, accepted: str, rejected: str) -> None:
    """Empty numbered paragraphs of a cell that continues a merge are not counted."""
    tracked = f'<w:cellMerge w:id="1" {merge}/>'
    body = table_of(
        [cell(numbered("one", 1)), cell(paragraph("a"))],
        [cell(numbered("", 1), tracked), cell(paragraph("b"))],
    ) + numbered("next", 1)

    assert rows(body)[-1] == (accepted,)
    assert rows(body, original=True)[-1] == (rejected,)


def test_the_text_of_a_tracked_merge_is_kept() -> None:
    tracked = '<w:cellMerge w:id="1" w:vMerge="cont"/>'
    body = table_of(
        [cell(paragraph("one")), cell(paragraph("a"))],
        [cell(paragraph("two"), tracked), cell(paragraph("b"))],
    )

    assert rows(body) == [("one", "a"), ("two", "b")]
