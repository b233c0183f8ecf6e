"""Footnotes and endnotes of Word files: their marks, tables and lists in them."""

import pytest
from word_files import docx, level, numbered, numbering, paragraph, run, table

import unreport
from unreport.readers.word.reader import read_docx

REFERENCE = "<w:r><w:footnoteRef/></w:r>"
RAISED = '<w:vertAlign w:val="superscript"/>'
LISTS = numbering({0: level(0, "decimal", "%1.")}, {1: (0, "")})


def call(note: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{note}"/></w:r>'


def notes_of(*contents: str, body: str = "") -> list[str]:
    notes = "".join(
        f'<w:footnote w:id="{number}">{content}</w:footnote>'
        for number, content in enumerate(contents, 2)
    )
    calls = "".join(call(number) for number in range(2, len(contents) + 2))
    text = body or paragraph(inner=run("The Committee met.") + calls)
    document = read_docx(docx(text, footnotes=notes, numbering=LISTS))
    return [line.text for line in document.lines if line.role == "note"]


VOTES = table([paragraph("For"), paragraph("31")], [paragraph("Against"), paragraph("4")])


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (paragraph(inner=REFERENCE + run(" Votes:")) + VOTES, "1 Votes: For 31 Against 4"),
        (VOTES + paragraph(inner=REFERENCE + run(" Votes.")), "1 For 31 Against 4 Votes."),
        (table([paragraph(inner=REFERENCE + run("For")), paragraph("31")]), "1 For 31"),
        (
            paragraph(inner=REFERENCE + run(" See:")) + numbered("one", 1) + numbered("two", 1),
            "1 See: 1. one 2. two",
        ),
        (
            paragraph(inner=REFERENCE + run(" See.")) + paragraph("17 States replied."),
            "1 See. 17 States replied.",
        ),
        (paragraph(inner=run("1", RAISED) + run(" typed mark")), "1 typed mark"),
        (paragraph(inner=run("1") + run(" State voted.")), "1 1 State voted."),
    ],
)
def test_a_note_is_one_line_from_its_mark_on(note: str, expected: str) -> None:
    assert notes_of(note) == [expected]


def test_a_table_before_the_paragraph_with_the_mark_belongs_to_the_note() -> None:
    note = f'<w:footnote w:id="2">{VOTES}{paragraph(inner=REFERENCE + run(" Votes."))}</w:footnote>'
    body = paragraph(inner=run("1. The Committee voted.") + call(2)) + paragraph("2. It closed.")
    report = unreport.parse(docx(body, footnotes=note))

    assert [(note.marker, note.text) for note in report.footnotes] == [
        ("1", "For 31 Against 4 Votes.")
    ]


def test_a_star_of_a_symbol_font_is_called() -> None:
    star = '<w:sym w:font="Symbol" w:char="F02A"/>'
    reference = f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/>{star}</w:r>'
    body = paragraph(inner=run("1. The Committee met.") + reference)
    note = f'<w:footnote w:id="2">{paragraph(inner=f"<w:r>{star}</w:r>" + run(" Not edited."))}'
    report = unreport.parse(docx(body, footnotes=note + "</w:footnote>"))

    assert [(note.marker, note.text) for note in report.footnotes] == [("*", "Not edited.")]
    assert not {"note-missing", "note-uncalled"} & {issue.code for issue in unreport.check(report)}
