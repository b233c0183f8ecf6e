"""A series of documents gives one report, whatever order they come in."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from series.series_cases import CASES, reports
from strategies import reports as any_reports

from unreport import (
    Report,
    Section,
    Span,
    Symbol,
    check,
    from_json,
    parse_text,
    to_html,
    to_json,
    to_tree,
)
from unreport.series.assemble import Assembly, assemble
from unreport.series.merge import merge

HARBOURS = Path(__file__).parent / "cases" / "en-harbours"


def shown(assembly: Assembly) -> str:
    members = [
        f"{one.status}: {one.symbol}{f' of {one.of}' if one.of else ''}" for one in assembly.members
    ]
    missing = [f"missing: {symbol}" for symbol in assembly.missing]
    corrections = [
        f"correction of {one.key}: {one.text.splitlines()[0]}" for one in assembly.corrections
    ]
    doubts = [f"! {doubt.code}: {doubt.message}" for doubt in assembly.doubts]
    return "\n".join([to_tree(assembly.report), *members, *missing, *corrections, *doubts, ""])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    have, expected = shown(assemble(reports(case))), case / "expected.txt"
    if os.environ.get("UNREPORT_UPDATE_CASES"):
        expected.write_text(have, encoding="utf-8")

    assert have == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@given(data=st.data())
def test_any_order_gives_the_same(case: Path, data: st.DataObject) -> None:
    documents = reports(case)
    shuffled = data.draw(st.permutations(documents))

    assert to_json(assemble(shuffled).report) == to_json(assemble(documents).report)


@given(any_reports)
def test_one_report_is_itself_but_for_its_provenance(report: Report) -> None:
    report = replace(report, masthead=replace(report.masthead, symbol=None, addendum=None))
    source = replace(report.source, name=None)
    report = replace(report, source=source)

    assembled = assemble([report]).report

    assert replace(assembled, documents=()) == report
    assert [document.source for document in assembled.documents] == [source]


@given(any_reports, any_reports)
def test_every_node_of_every_document_is_kept(first: Report, second: Report) -> None:
    numbered = [
        replace(
            one,
            language=None,
            masthead=replace(one.masthead, symbol=Symbol.parse(f"A/1/L.1/Add.{n}")),
        )
        for n, one in enumerate((first, second), start=1)
    ]
    whole = assemble(numbered).report

    assert len(whole.paragraphs) == sum(len(one.paragraphs) for one in numbered)
    assert len(whole.items) == sum(len(one.items) for one in numbered)
    assert sorted(note.text for note in whole.footnotes) == sorted(
        note.text for one in numbered for note in one.footnotes
    )
    keys = [node.key for node, _ in whole.walk()]
    assert len(set(keys)) == len(keys)


def test_every_node_knows_its_document() -> None:
    report = assemble(reports(HARBOURS)).report

    def symbol(key: str) -> str:
        document = report.document_of(report[key])
        return str(document.symbol) if document else ""

    assert symbol("II.A.2(b)") == "A/CONF.301/L.1"
    assert symbol("II.A.3") == symbol("II.B") == "A/CONF.301/L.1/Add.1"
    assert symbol("III.6") == "A/CONF.301/L.1/Add.2/Rev.1"
    assert {symbol(node.key) for node, _ in report.walk()} == {
        str(document.symbol) for document in report.documents
    }


def test_footnotes_are_numbered_in_the_order_of_their_calls() -> None:
    report = assemble(reports(HARBOURS)).report

    notes = [(note.marker, note.printed, note.text) for note in report.footnotes]
    assert notes == [
        ("1", "1", "See A/CONF.301/1, para. 3."),
        ("2", "1", "See A/CONF.301/4."),
        ("3", "1", "See A/CONF.301/6."),
        ("4", "2", "See A/CONF.301/5."),
    ]
    call = report["III.6"].content[1]
    assert (call.marker, call.printed) == ("3", "1")
    assert check(report) == report.doubts


def test_eastern_digits_of_notes_stay_eastern() -> None:
    texts = (
        "A/1/L.1{}\n\n{}- {}\n\n{}- عقدت اللجنة اجتماعها(١).\n\n__________\n\n(١) {}".format(*part)
        for part in (
            ("/Add.1", "ثانياً", "الختام", "٢", "انظر المرفق."),
            ("", "أولاً", "مقدمة", "١", "انظر الوثيقة."),
        )
    )
    notes = assemble(map(parse_text, texts)).report.footnotes

    assert [(note.marker, note.text) for note in notes] == [
        ("١", "انظر الوثيقة."),
        ("٢", "انظر المرفق."),
    ]


@pytest.mark.parametrize("missing", [0, 1, 2])
def test_a_document_that_is_missing_is_named(missing: int) -> None:
    symbols = ["A/80/L.1", "A/80/L.1/Add.1", "A/80/L.1/Add.2", "A/80/L.1/Add.3"]
    texts = [f"{symbol}\n\n{n}. It met in Vienna." for n, symbol in enumerate(symbols, start=1)]
    del texts[missing]

    assembly = assemble(map(parse_text, texts))

    assert assembly.missing == (Symbol.parse(symbols[missing]),)
    messages = [
        doubt.message for doubt in assembly.doubts if doubt.code == "series-document-missing"
    ]
    assert messages == [f"{symbols[missing]} is not among the documents."]
    assert str(assembly.report.symbol) == "A/80/L.1"


def test_a_series_that_was_revised_as_a_whole() -> None:
    texts = ["A/80/L.1", "A/80/L.1/Add.1", "A/80/L.1/Rev.1", "A/80/L.1/Rev.1/Add.1"]
    assembly = assemble(parse_text(f"{symbol}\n\n1. It met.") for symbol in texts)

    assert [member.status for member in assembly.members] == [
        "replaced",
        "used",
        "replaced",
        "used",
    ]
    assert [str(one.symbol) for one in assembly.report.documents] == texts[2:]


def test_a_document_given_twice_is_used_once() -> None:
    report = parse_text("A/80/L.1\n\n1. It met.", name="a.txt")
    assembly = assemble([report, replace(report, source=replace(report.source, name="b.txt"))])

    assert [member.status for member in assembly.members] == ["used", "duplicate"]
    assert [doubt.code for doubt in assembly.doubts] == ["series-document-repeated"]


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ([], "there is no report to assemble"),
        (["A/80/L.1\n\n1. It met.", "A/81/L.1\n\n1. It met."], "of 2 series: A/80/L.1, A/81/L.1"),
        (["A/80/L.1/Corr.1\n\n1. It met."], "only corrigenda"),
        (
            [
                "A/80/L.1\n\n1. It met in the spring and in the autumn.",
                "A/80/L.1/Add.1\n\n1. Il s’est réuni au printemps et à l’automne.",
            ],
            "in en, fr; assemble one language at a time",
        ),
    ],
)
def test_what_is_no_series_is_refused(texts: list[str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        assemble(map(parse_text, texts))


def test_the_result_is_a_report_like_any_other() -> None:
    report = assemble(reports(HARBOURS)).report

    assert from_json(to_json(report)) == report
    assert "Lights and buoys" in to_html(report)


def chapter(number: int, title: str, *, continued: bool = False) -> Section:
    return Section(
        kind="chapter",
        level=1,
        marker=None,
        number=number,
        title=title,
        continued=continued,
        children=(),
        span=Span(0, 1),
    )


def test_numbers_that_restart_within_a_document_stay_in_its_order() -> None:
    first = (chapter(1, "Rain"), chapter(2, "Wind"), chapter(1, "Sun"), chapter(2, "Moon"))
    second = (chapter(2, "Moon", continued=True), chapter(3, "Stars"))

    merged = merge([first, second])

    assert [node.title for node in merged.nodes] == ["Rain", "Wind", "Sun", "Moon", "Stars"]
    assert merged.doubts == ()


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_a_chapter_issued_before_an_earlier_one(order: tuple[int, ...]) -> None:
    texts = (
        "A/80/L.1\n\nI. Rain\n\n1. It rained.\n\nAnnex\n\nA list",
        "A/80/L.1/Add.1\n\nIV. Snow\n\n4. It snowed.\n\nV. Ice\n\n5. It froze.",
        "A/80/L.1/Add.2\n\nII. Wind\n\n2. It blew.\n\nIII. Fog\n\n3. It cleared.",
    )

    assembly = assemble(parse_text(texts[at]) for at in order)

    assert [section.number for section in assembly.report.sections] == [1, 2, 3, 4, 5, None]
    assert assembly.doubts == ()
