"""Checks of what was set aside as a contents list, and of the text below it."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from unreport.checks.subject import Finding, Subject
from unreport.languages import LEXICONS
from unreport.languages.lexicon import Lexicon
from unreport.model import Furniture, Section, Table
from unreport.text.folding import fold_words

NO_LETTER = regex.compile(r"[^\p{L}]+")
PAGE_NUMBER = regex.compile(r"(?<=[.…\s])[ivxl\p{N}–-]+$")
DEFAULT = "en"
LONGEST_ENTRY = 400


def contents_unmatched(subject: Subject) -> Iterator[Finding]:
    """An entry of a contents list that is no heading, caption or text below it."""
    listed = [piece for piece in subject.report.furniture if piece.kind == "contents"]
    if not listed:
        return
    lexicon = LEXICONS[subject.report.language or DEFAULT]
    headings = _letters(" ".join(_headings(subject)))
    entries = [(piece, _entry(piece, lexicon)) for piece in listed]
    unfound = [piece for piece, letters in entries if letters not in headings]
    if unfound:
        body = _letters(subject.report.text)
        unfound = [piece for piece in unfound if _entry(piece, lexicon) not in body]
    for piece in unfound:
        text = " ".join(piece.text.split())
        yield (
            f"Set aside as an entry of a contents list, but found nowhere below: “{text[:80]}”.",
            (piece.span),
        )


def contents_as_text(subject: Subject) -> Iterator[Finding]:
    """An entry of a contents list that stands below as a paragraph, not as a heading."""
    listed = [piece for piece in subject.report.furniture if piece.kind == "contents"]
    if not listed:
        return
    lexicon = LEXICONS[subject.report.language or DEFAULT]
    entries = {_entry(piece, lexicon) for piece in listed} - {""}
    for paragraph in subject.paragraphs:
        if len(paragraph.text) <= LONGEST_ENTRY and _letters(paragraph.text) in entries:
            text = " ".join(paragraph.text.split())
            yield (
                f"“{text[:80]}” is an entry of the contents list, but no heading here.",
                paragraph.span,
            )


def _headings(subject: Subject) -> Iterator[str]:
    for node, _ in subject.walked:
        if isinstance(node, Section):
            yield node.heading
        elif isinstance(node, Table) and node.caption:
            yield node.caption


def _entry(piece: Furniture, lexicon: Lexicon) -> str:
    """The letters of an entry without its page; none in the name and column heads of a list."""
    folded = fold_words(piece.text)
    names = {fold_words(name) for name in (*lexicon.contents, *lexicon.contents_columns)}
    if folded in names or names.issuperset(folded.split()):
        return ""
    return _letters(PAGE_NUMBER.sub("", piece.text.rstrip()))


def _letters(text: str) -> str:
    return NO_LETTER.sub("", fold_words(text))
