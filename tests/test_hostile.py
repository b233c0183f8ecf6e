"""Bad input: a report or one clear error, at a cost that grows with it."""

import random
from collections.abc import Callable

import pytest
from executed_lines import LINEAR, growth

from unreport import UnreportError, check, parse, parse_text, read, to_json

SIZE = 500  # of the texts whose cost is counted; they, and texts of four times that

ITEMS = {
    "ar": "(أ) أن تحيط علما بالتقرير؛",
    "en": "(a) To take note of the report;",
    "es": "a) Tomar nota del informe;",
    "fr": "a) Prendre note du rapport ;",
    "ru": "a) принять к сведению доклад;",
    "zh": "㈠ 注意到报告；",
}
MASTHEAD = """\
A/80/L.7

Distr.: Limited
12 September 2025

Original: English

General Assembly
Eightieth session

Draft report
"""


def counted(text: str, count: int) -> str:
    """A text for each of so many numbers."""
    return "".join(text.format(n=n) for n in range(1, count + 1))


HOSTILE: dict[str, tuple[int, Callable[[int], str]]] = {
    "brackets": (1_000, lambda n: "(" * n + "a" + ")" * n),
    "bracketed marks": (1_000, lambda n: "(a) " * n),
    "lists in lists": (300, lambda n: ": (a) b: (i) c: (1) d: (A) e" * n),
    "the same number": (5_000, lambda n: "1. The Committee met.\n\n" * n),
    "items": (100_000, lambda n: counted("({n}) item {n};\n", n)),
    "bulleted items": (100_000, lambda n: "1. The Committee:\n" + "• met;\n" * n),
    "calls of a note": (
        100_000,
        lambda n: "1. It met:\n" + "on [a] \n\n" * n + "_____\n[a] See.\n",
    ),
    "paragraphs": (100_000, lambda n: counted("{n}. It met.\n\n", n)),
    "headings": (100_000, lambda n: "I. Introduction\n" * n),
    "notes": (100_000, lambda n: "word.1\n__________\n" + counted("{n} See.\n", n)),
    "page feet": (50_000, lambda n: "word\n2/3\n" * n),
    "one line": (
        35_000,
        lambda n: "The Committee considered the report, and took note of it. " * n,
    ),
    "one line of words": (2_000_000, lambda n: "a" * n),
    "one line of spaces": (2_000_000, lambda n: "1. a" + " " * n + "b"),
    "one line of dots": (2_000_000, lambda n: "1. Introduction " + "." * n),
    "one line of rule": (2_000_000, lambda n: "_" * n),
    "one line of digits": (2_000_000, lambda n: "1" * n),
    "one line of run-in items": (100_000, lambda n: "It decided: " + counted("({n}) to act; ", n)),
    "one line of note calls": (200_000, lambda n: "word.1 " * n + "\n__________\n1 See."),
    "one line of dates": (100_000, lambda n: "12 September 2019 " * n),
    "one line of symbols": (200_000, lambda n: "A/80/L.7 " * n),
    "one line of Arabic": (
        35_000,
        lambda n: "١- اجتمعت اللجنة ونظرت في التقرير؛ (أ) وأحاطت علما به. " * n,
    ),
    "one line of Chinese": (100_000, lambda n: "委员会审议了报告；㈠ 注意到报告。" * n),
    "tabs": (50_000, lambda n: "a\tb\tc\n" * n),
    "blank lines": (500_000, lambda n: "\n" * n + "1. The Committee met."),
    "form feeds": (200_000, lambda n: "\f" * n + "1. The Committee met."),
    "vowel signs": (500_000, lambda n: "ب" + "\u064b" * n),
    "soft hyphens": (200_000, lambda n: "co\u00adop\u00ad" * n),
}
"""Texts of any length, with the number of times at which they are read whole."""


@pytest.mark.parametrize("make", [make for _, make in HOSTILE.values()], ids=HOSTILE)
def test_cost_grows_no_faster_than_the_text(make: Callable[[int], str]) -> None:
    assert growth(lambda text: check(parse_text(text)), make, SIZE) < LINEAR


@pytest.mark.parametrize(("times", "make"), HOSTILE.values(), ids=HOSTILE)
def test_long_texts_are_read(times: int, make: Callable[[int], str]) -> None:
    """What a pattern or another compiled function would need quadratic time for does not end."""
    report = parse_text(make(times))
    check(report)

    assert to_json(report)


@pytest.mark.parametrize("text", ["", " ", "\n\n \t\n", "\f\f", "\ufeff", "\u200f\u200e"])
def test_no_text_is_an_empty_report(text: str) -> None:
    report = parse_text(text)

    assert report.body == report.footnotes == report.furniture == report.masthead.lines == ()
    assert [issue.code for issue in check(report)] == [
        "symbol-missing",
        "title-missing",
        "language-unknown",
    ]


def test_only_a_masthead() -> None:
    report = parse_text(MASTHEAD)

    assert report.body == ()
    assert (str(report.symbol), report.title) == ("A/80/L.7", "Draft report")


@pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)
@pytest.mark.parametrize("cut", [False, True], ids=["with text", "alone"])
def test_a_lone_item(item: str, *, cut: bool) -> None:
    text = item.split(maxsplit=1)[0] if cut else item
    report = parse_text(text)

    texts = [line.text for line in report.masthead.lines] + [p.text for p in report.paragraphs]
    assert "".join(texts).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("seed", range(50))
def test_random_bytes(seed: int) -> None:
    data = random.Random(seed).randbytes(2_000)  # noqa: S311
    with pytest.raises(UnreportError, match=r"noise.bin: this is not text but looks like "):
        parse(data, name="noise.bin")


def test_bytes_in_the_middle_of_text() -> None:
    report = parse(b"I. Introduction\n\n1. The Committee met.\xff\xfe It closed.\n")

    assert report.paragraphs[0].number == 1


def test_a_path_that_is_none() -> None:
    with pytest.raises(UnreportError, match="cannot be opened"):
        read("no/such/file.txt")
    with pytest.raises(UnreportError, match="cannot be opened"):
        read("a\0b")
