"""What holds for every text: a report, no letter lost, and everything in its place."""

import contextlib
import io
from collections import Counter
from collections.abc import Iterator

from hypothesis import example, given
from hypothesis import strategies as st
from strategies import LINES, texts

from unreport import (
    Document,
    Item,
    List,
    Note,
    Paragraph,
    Report,
    Section,
    Span,
    Table,
    Text,
    UnreportError,
    check,
    parse,
    parse_document,
    parse_text,
    to_html,
    to_json,
    to_markdown,
    to_tree,
)
from unreport.readers.text import read_text


def letters(text: str) -> Counter[str]:
    return Counter(c for c in text if c.isalpha())


def content_parts(content) -> Iterator[tuple[str, Span | None]]:
    for piece in content:
        match piece:
            case Text():
                yield piece.text, None
            case Note():
                yield piece.marker, None
            case List():
                for item in piece.items:
                    yield item.marker or "", item.span
                    yield from content_parts(item.content)


def node_parts(report: Report) -> Iterator[tuple[str, Span | None]]:
    """Every piece of text in the tree, each once, with its node's place where it has one."""
    for node, _ in report.walk():
        match node:
            case Section():
                yield node.marker or "", node.span
                yield node.title, node.span
                yield node.continuation or "", node.span
            case Paragraph():
                yield node.marker or "", node.span
                yield from content_parts(node.content)
            case Table():
                for row in node.rows:
                    for cell in row:
                        yield cell, node.span


def other_parts(report: Report) -> Iterator[tuple[str, Span]]:
    yield from ((line.text, line.span) for line in report.masthead.lines)
    yield from ((f"{note.marker} {note.text}", note.span) for note in report.footnotes)
    yield from ((piece.text, piece.span) for piece in report.furniture)


def parsed(text: str) -> tuple[Document, Report]:
    document = read_text(text)
    return document, parse_document(document)


@given(texts)
@example("\n".join(LINES))
@example("\n\n".join(LINES))
def test_no_letter_is_lost_or_doubled(text: str) -> None:
    document, report = parsed(text)

    have = letters("".join(part for part, _ in (*node_parts(report), *other_parts(report))))
    assert have == letters(document.text)


@given(texts)
@example("\n".join(LINES))
@example("ANNEX\n0/0\n0")
def test_nothing_is_in_no_node(text: str) -> None:
    document, report = parsed(text)

    assert [issue for issue in check(report, document) if issue.code == "text-lost"] == []


@given(texts)
@example("\n".join(LINES))
@example("\n\n".join(LINES))
def test_a_span_holds_the_text_of_its_node(text: str) -> None:
    document, report = parsed(text)

    for part, span in (*node_parts(report), *other_parts(report)):
        if span is not None:
            assert letters(part) <= letters(document.text[span.start : span.end]), part
    for paragraph in report.paragraphs:
        inside = letters(document.text[paragraph.span.start : paragraph.span.end])
        assert letters(paragraph.text) <= inside


@given(texts)
@example("\n".join(LINES))
def test_items_stand_in_their_paragraph(text: str) -> None:
    for node, above in parsed(text)[1].walk():
        if isinstance(node, Item):
            outer = above[-1].span
            assert outer.start <= node.span.start <= node.span.end <= outer.end


@given(texts)
def test_sections_lie_in_one_another(text: str) -> None:
    _, report = parsed(text)

    for node, above in report.walk():
        for section in above:
            assert section.span.start <= node.span.start
            assert node.span.end <= section.span.end
        sections = [outer for outer in (*above, node) if isinstance(outer, Section)]
        assert [section.level for section in sections] == list(range(1, len(sections) + 1))


@given(texts)
def test_every_report_can_be_shown(text: str) -> None:
    report = parse_text(text)

    assert to_tree(report)
    assert to_html(report)
    assert isinstance(to_markdown(report), str)
    assert parse_text(text) == report
    assert to_json(report) == to_json(parse_text(text))


@given(st.binary(max_size=300))
def test_bytes_are_a_report_or_an_error(data: bytes) -> None:
    for source in (data, io.BytesIO(data)):
        with contextlib.suppress(UnreportError):
            assert isinstance(parse(source, name="x"), Report)


@given(
    st.lists(st.sampled_from(LINES), max_size=20), st.sampled_from(["utf-8", "utf-16", "cp1256"])
)
def test_encoded_lines_are_a_report(lines: list[str], encoding: str) -> None:
    data = "\n".join(["1. It met.", *lines]).encode(encoding, errors="replace")

    assert isinstance(parse(data), Report)
