"""What reports mention: places that quote the text, statements, officers, provisions, citations."""

import datetime as dt
import os
from pathlib import Path

import pytest
from hypothesis import given
from strategies import reports

from unreport import parse, parse_text
from unreport.mentions import (
    DateMention,
    MeetingMention,
    attendance,
    citations,
    mentions,
    node_text,
    officers,
    provisions,
    statements,
)
from unreport.model import Paragraph, Report

CORPUS = os.environ.get("UNREPORT_CORPUS")
CASES = Path(__file__).parent / "cases"
ADDENDUM = """\
رابعاً - تنظيم الاجتماع

باء- الكلمات (تابع)

٣- ألقى ممثلو الأطراف التالية في البروتوكول كلمات في إطار البند ٤ من جدول الأعمال: بلجيكا، مصر.

٤- وألقى كلمة ممثل تايلند، وهي من الدول الموقعة على البروتوكول.

٥- كما ألقى كلمة المراقب عن المغرب.
"""


@given(reports)
def test_places_quote_the_text(report: Report) -> None:
    for one in mentions(report):
        quoted = node_text(report, one.place)[one.place.start : one.place.end]
        assert quoted == one.text


def test_speakers_and_their_capacity() -> None:
    report = parse_text(ADDENDUM, language="ar")

    assert [(one.state, one.capacity) for one in report.statements] == [
        ("BEL", "party"),
        ("EGY", "party"),
        ("THA", "signatory"),
        ("MAR", "observer"),
    ]
    assert {one.agenda_items for one in report.statements} == {("4",)}
    assert [one.doubt for one in report.statements][-2:] == ["agenda-item", "agenda-item"]


@pytest.mark.skipif(not CORPUS, reason="UNREPORT_CORPUS names no folder")
def test_the_speakers_of_the_seed() -> None:
    report = parse(Path(CORPUS or "", "seed", "draft-report-addendum.ar.txt"))

    assert sum(one.capacity == "party" for one in report.statements) == 7
    assert [one.text for one in report.statements if one.capacity == "signatory"] == ["تايلند"]
    assert [one.text for one in report.statements if one.capacity == "observer"] == ["المغرب"]
    assert len({one.place.node for one in report.statements if one.agenda_items == ("4",)}) == 3


def cases(name: str) -> list[tuple[str, str, list[str]]]:
    """Cases of a file: a line `language: sentence`, and below it a line for each mention."""
    blocks = (CASES / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    lines = [block.splitlines() for block in blocks]
    return [(first[:2], first[4:], [one.strip() for one in rest]) for first, *rest in lines]


def report_of(text: str, language: str) -> Report:
    return parse_text(f"1. {text}", language=language)


@pytest.mark.parametrize(("language", "text", "expected"), cases("statements"))
def test_statements(language: str, text: str, expected: list[str]) -> None:
    found = statements(report_of(text, language))

    assert [
        " | ".join(
            [
                one.text,
                one.state or "-",
                one.capacity,
                ", ".join(one.agenda_items) or "-",
                one.on_behalf_of or "-",
            ]
        )
        for one in found
    ] == expected


@pytest.mark.parametrize(("language", "text", "expected"), cases("attendance"))
def test_attendance(language: str, text: str, expected: list[str]) -> None:
    found = attendance(report_of(text, language))

    assert [f"{one.text} | {one.state or '-'} | {one.capacity}" for one in found] == expected


@pytest.mark.parametrize(("language", "text", "expected"), cases("officers"))
def test_officers(language: str, text: str, expected: list[str]) -> None:
    found = officers(report_of(text, language))

    assert [f"{one.text} | {one.state or '-'} | {one.office}" for one in found] == expected


@pytest.mark.parametrize(("language", "text", "expected"), cases("provisions"))
def test_provisions(language: str, text: str, expected: list[str]) -> None:
    found = provisions(report_of(text, language))

    assert [f"{one.kind} | {one.act} | {one.addressee or '-'}" for one in found] == expected


@pytest.mark.parametrize(("language", "text", "expected"), cases("citations"))
def test_citations(language: str, text: str, expected: list[str]) -> None:
    found = citations(report_of(text, language))

    assert [
        f"{one.kind} | {one.name} | {one.within or '-'}{' | ?' if one.doubt else ''}"
        for one in found
    ] == expected


def test_parts_of_the_report_are_resolved_to_their_nodes() -> None:
    report = parse_text(
        "I. Introduction\n\n1. The meeting was opened.\n\n2. It considered: (a) its agenda; "
        "(b) its budget.\n\n3. See paragraph 2 (b) above, paragraph 9 above and chapter I above.",
        language="en",
    )
    nodes = [node for node, _ in report.walk()]
    found = report.citations

    assert [(one.name, one.doubt) for one in found] == [
        ("2 (b)", None),
        ("9", "unresolved"),
        ("I", None),
    ]
    assert nodes[found[0].target or 0].text == "its budget."
    assert nodes[found[2].target or 0] == report.sections[0]
    assert report[found[0].target_key or ""] is nodes[found[0].target or 0]


def test_items_of_a_recommendation() -> None:
    report = parse_text(
        "1. States parties should consider the following: (a) training; (b) exchange of data.",
        language="en",
    )
    (found,) = provisions(report)
    nodes = [node for node, _ in report.walk()]

    assert (found.kind, found.act, found.addressee) == (
        "recommendation",
        "should consider",
        "States parties",
    )
    assert [nodes[item].text for item in found.items] == ["training;", "exchange of data."]


def test_dates_and_meetings() -> None:
    report = report_of("At its 1st and 3rd meetings, on 12 September 2019, it met.", "en")
    found = mentions(report)

    assert [one.number for one in found if isinstance(one, MeetingMention)] == [1, 3]
    assert [one.start for one in found if isinstance(one, DateMention)] == [dt.date(2019, 9, 12)]


def test_states_of_a_report() -> None:
    report = report_of("France, Chad and France. The question of Palestine.", "en")

    assert [state.code for state in report.states] == ["FRA", "TCD"]


@pytest.mark.skipif(not CORPUS, reason="UNREPORT_CORPUS names no folder")
@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
def test_versions_decide_and_recommend_alike(language: str) -> None:
    """In the versions of a resolution a paragraph is the same kind of provision."""
    alike, provided = 0, 0
    for english in sorted(Path(CORPUS or "", "unxml").glob("*.en.txt")):
        other = english.with_name(english.name.replace(".en.", f".{language}."))
        kinds = [_kinds(parse(path)) for path in (english, other)]
        for pair in zip(*kinds, strict=True):
            provided += any(pair)
            alike += any(pair) and len(set(pair)) == 1

    assert provided > 100
    assert alike / provided >= 0.95


def _kinds(report: Report) -> list[str | None]:
    """The kind of the first provision of every paragraph."""
    kinds: dict[int | None, str] = {}
    for one in provisions(report):
        kinds.setdefault(one.place.node, one.kind)
    nodes = enumerate(node for node, _ in report.walk())
    return [kinds.get(index) for index, node in nodes if isinstance(node, Paragraph)]
