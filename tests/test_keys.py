"""Every node has a key that is the same in all languages."""

from pathlib import Path

import pytest
from hypothesis import given
from msgspec.structs import replace
from strategies import reports

from unreport import Footnote, Report, Span, Table, from_json, parse, parse_text, to_json
from unreport.keys import with_keys

VERSIONS = sorted((Path(__file__).parent / "fixtures" / "parallel").glob("*.txt"))
ENGLISH = next(path for path in VERSIONS if path.stem == "en")
KEYS = [
    ("II", "2"),
    ("II.A", "2.1"),
    ("II.A.14", "2.1.14"),
    ("II.A.14(a)", "2.1.14.1"),
    ("II.A.14(a)(i)", "2.1.14.1.1"),
    ("II.A.14(a)(ii)", "2.1.14.1.2"),
    ("II.A.14(b)", "2.1.14.2"),
    ("II.A.15", "2.1.15"),
    ("II.A.rec22", "2.1.rec22"),
    ("II.A.rec22.p1", "2.1.rec22.p1"),
    ("annex2", "annex2"),
    ("annex2.1", "annex2.1"),
]


def keys(report: Report) -> list[str]:
    return [node.key for node, _ in report.walk()]


@pytest.mark.parametrize("version", VERSIONS, ids=lambda path: path.stem)
def test_six_versions_have_the_same_keys(version: Path) -> None:
    assert [(node.key, node.numeric_key) for node, _ in parse(version).walk()] == KEYS


def test_a_key_finds_its_node() -> None:
    report = parse(ENGLISH)

    assert report["II.A.14(a)(ii)"].text == report["2.1.14.1.2"].text == "In the plains;"
    assert report["II.A.14 (b)"] is report["II.A.14(b)"]
    assert report["annex2"].title == "List of documents"
    assert report["n1"] == report.footnotes[0]
    with pytest.raises(KeyError, match=r"no node of this report has the key 'II\.A\.16'"):
        report["II.A.16"]


def test_what_has_no_number_is_counted_among_its_siblings() -> None:
    parsed = parse_text("I. Work\n\nIt met.\n\nIt talked:\n\n• of rain;\n\n• of wind.")
    table = Table(rows=(("Table 1",), ("Ann", "7"), ("Ben", "8")), span=Span(0, 1), caption_rows=1)
    chapter = parsed.sections[0]
    chapter = replace(chapter, children=(*chapter.children, table))
    report = with_keys(replace(parsed, body=(chapter,)))

    assert keys(report) == ["I", "I.p1", "I.p2", "I.p2(*1)", "I.p2(*2)", "I.t1"]
    assert report["I.t1.r2"] == ("Ben", "8")
    with pytest.raises(KeyError):
        report["I.t1.r9"]
    with pytest.raises(KeyError):
        report["I.p1.r1"]


def test_numbers_that_come_again_are_told_apart() -> None:
    report = parse_text(
        "I. Work\n\n1. It met.\n\n2. It asked for: (a) rain; (b) wind. It also asked for: (a) sun; "
        "(b) snow.\n\nII. Rest\n\n1. It slept.\n\nAnnex\n\n1. A list.\n\nAnnex\n\n1. Another list."
    )

    assert keys(report) == [
        *("I", "I.1", "I.2", "I.2(a)", "I.2(b)", "I.2(a)~2", "I.2(b)~2", "II", "II.1"),
        *("annex", "annex.1", "annex~2", "annex~2.1"),
    ]


def test_footnotes_have_keys() -> None:
    notes = (Footnote(marker=mark, text="", span=None) for mark in ("1", "٢", "1", "*", None))
    report = with_keys(
        Report(source=None, language=None, masthead=None, body=(), footnotes=tuple(notes))
    )

    assert [note.key for note in report.footnotes] == ["n1", "n2", "n1~2", "n*", "n"]


@given(reports)
def test_keys_are_unique_and_find_their_nodes(report: Report) -> None:
    keyed = with_keys(report)
    nodes = [*(node for node, _ in keyed.walk()), *keyed.footnotes]

    assert (
        len({node.key for node in nodes}) == len({node.numeric_key for node in nodes}) == len(nodes)
    )
    assert all(keyed[node.key] is node for node in nodes)


@given(reports)
def test_keys_are_in_the_json(report: Report) -> None:
    keyed = with_keys(report)

    assert from_json(to_json(keyed)) == keyed
