"""Precision and recall on sentences marked by hand: statements, attendance, officers, provisions.

The sentences are written for this test in the manner of session reports, in six languages; some
mention nothing.  `statements` and the others of `cases` are tests of single rules.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from unreport import Report, parse_text
from unreport.mentions import Attendance, Officer, Provision, Statement
from unreport.mentions.find import attendance, officers, provisions, statements

FOLDER = Path(__file__).parent / "marked"
LANGUAGES = {"ar", "en", "es", "fr", "ru", "zh"}


def statement_line(one: Statement) -> str:
    items, group = ", ".join(one.agenda_items) or "-", one.on_behalf_of or "-"
    return f"{one.text} | {one.state or '-'} | {one.capacity} | {items} | {group}"


def attendance_line(one: Attendance) -> str:
    return f"{one.text} | {one.state or '-'} | {one.capacity}"


def officer_line(one: Officer) -> str:
    return f"{one.text} | {one.state or '-'} | {one.office}"


def provision_line(one: Provision) -> str:
    return f"{one.kind} | {one.act} | {one.addressee or '-'}"


FINDERS: dict[str, tuple[Callable[[Report], tuple[Any, ...]], Callable[[Any], str]]] = {
    "statements": (statements, statement_line),
    "attendance": (attendance, attendance_line),
    "officers": (officers, officer_line),
    "provisions": (provisions, provision_line),
    # the drafting conventions of resolutions, conclusions and treaty bodies; the second half was
    # marked with the first, and first read when the rules for that one stood (0.82 and 0.75)
    "provisions_of_resolutions": (provisions, provision_line),
    "provisions_kept_aside": (provisions, provision_line),
}


def marked(kind: str) -> list[tuple[str, str, Counter[str]]]:
    """Language, sentence and mentions of the blocks of a file."""
    blocks = (FOLDER / f"{kind}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    lines = [block.splitlines() for block in blocks]
    return [(first[:2], first[4:], Counter(map(str.strip, rest))) for first, *rest in lines]


@pytest.mark.parametrize("kind", FINDERS)
def test_precision_and_recall(kind: str) -> None:
    find, line = FINDERS[kind]
    right, found, wanted = 0, 0, 0
    for language, sentence, expected in marked(kind):
        lines = Counter(map(line, find(parse_text(f"1. {sentence}", language=language))))
        right += (lines & expected).total()
        found += lines.total()
        wanted += expected.total()

    assert right / found >= 0.97
    assert right / wanted >= 0.97


def test_enough_sentences_are_marked_in_every_language() -> None:
    blocks = [block for kind in FINDERS for block in marked(kind)]

    assert len(blocks) >= 120
    assert {language for language, _, _ in blocks} == LANGUAGES
    for kind in FINDERS:
        assert {language for language, _, _ in marked(kind)} == LANGUAGES
