"""Numbers that count up in the text and at the beginnings of rows below, and are no footnotes."""

import pytest

from unreport import parse, parse_text

NOTED = "1. The Committee met.¹\n\n2. It closed.²\n\n¹ See A/80/50.\n\n² See A/80/51.\n\n"


def test_a_numbered_annex_below_the_notes_of_a_document() -> None:
    report = parse_text(
        f"{NOTED}Annex\n\nAgenda\n\n1. Parties shall report.\n\n2. Parties may speak."
    )

    assert [note.marker for note in report.footnotes] == ["1", "2"]
    assert [paragraph.text for paragraph in report.paragraphs][-2:] == [
        "Parties shall report.",
        "Parties may speak.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. 在议程项目1下，主席发言，在议程项目2下，委员会通过了报告。\n\n附件\n\n议程\n\n1. 选举主席团成员。\n\n2. 通过议程。",  # noqa: E501
        "1- نظرت اللجنة في البندين 1 و2 والبند و1 والبند و2.\n\nالمرفق\n\n1- انتخاب أعضاء المكتب.\n\n2- إقرار الجدول.",  # noqa: E501
        "1. It adopted options {1} and {2} below.\n\n{1} To meet every year.\n\n{2} To close early.",  # noqa: E501
        "1. Комитет принял проекты «1» и «2».\n\n«1» Первый проект.\n\n«2» Второй проект.",
        "1. See the table.\n\nChairs|1|12\nTables|2|13\n\n|1|Kenya\n\n|2|Chad",
        "1. The document (note 1) was read.\n\nNote 1 by the Secretariat was read out in full.",
    ],
    ids=["zh", "ar", "options", "ru", "table", "title"],
)
def test_no_footnotes(text: str) -> None:
    report = parse_text(text)

    assert report.footnotes == ()
    assert "[^" not in "".join(paragraph.text for paragraph in report.paragraphs)


@pytest.mark.parametrize(
    ("above", "below", "kept"),
    [
        ("1. The list (A/75/L.12/", "Rev.2, annex) is old.", "Rev.2, annex"),
        ("1. The lake covers 5 km² (less than", "before).", "5 km² (less"),
        ("1. 他说目标1、2和5", "落后。", "目标1、2和5落后"),
    ],
)
def test_a_symbol_over_two_rows_a_unit_or_an_enumeration(above: str, below: str, kept: str) -> None:
    notes = "The views differ.1 It met.2\n\n____________\n1 See para. 3.\n2 Ibid."
    report = parse_text(f"{above}\n{below}\n\n2. {notes}")

    assert kept in "".join(paragraph.text for paragraph in report.paragraphs)


def test_a_call_with_a_slash_after_a_year() -> None:
    report = parse_text("1. They agreed in 2030.1/\n\n____________\n1/ See para. 3.\n")

    assert [paragraph.text for paragraph in report.paragraphs] == ["They agreed in 2030."]
    assert [note.text for note in report.footnotes] == ["See para. 3."]


def test_a_paragraph_right_below_a_note_of_a_page() -> None:
    rows = [
        "1. It saw the table (note 1).",
        "Note 1: Figures are rounded.",
        "2. It went on.",
        "3. It closed.",
    ]
    page = "".join(f"<p>{row}</p>" for row in rows)
    report = parse(f"<html><body>{page}</body></html>".encode())

    assert [note.text for note in report.footnotes] == ["Figures are rounded."]
    assert [paragraph.number for paragraph in report.paragraphs] == [1, 2, 3]
