"""Bad input: a report or one clear error, in bounded time."""

import random
import time

import pytest

from unreport import UnreportError, check, parse, parse_text, read, to_json

SECONDS = 20  # of processor time on a slow machine: quadratic cost would take far longer

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
HOSTILE = {
    "brackets": "(" * 1_000 + "a" + ")" * 1_000,
    "bracketed marks": "(a) " * 1_000,
    "lists in lists": ": (a) b: (i) c: (1) d: (A) e" * 300,
    "the same number": "1. The Committee met.\n\n" * 5_000,
    "100,000 items": "\n".join(f"({n}) item {n};" for n in range(1, 100_001)),
    "100,000 bulleted items": "1. The Committee:\n" + "• met;\n" * 100_000,
    "100,000 calls of a note": "1. It met:\n" + "on [a] \n\n" * 100_000 + "_____\n[a] See.\n",
    "100,000 paragraphs": "\n\n".join(f"{n}. It met." for n in range(1, 100_001)),
    "100,000 headings": "I. Introduction\n" * 100_000,
    "100,000 notes": "word.1\n__________\n" + "\n".join(f"{n} See." for n in range(1, 100_001)),
    "100,000 page feet": "word\n2/3\n" * 50_000,
    "one line": "The Committee considered the report, and took note of it. " * 35_000,
    "one line of words": "a" * 2_000_000,
    "one line of spaces": "1. a" + " " * 2_000_000 + "b",
    "one line of dots": "1. Introduction " + "." * 2_000_000,
    "one line of rule": "_" * 2_000_000,
    "one line of digits": "1" * 2_000_000,
    "one line of run-in items": "It decided: "
    + "; ".join(f"({n}) to act" for n in range(1, 100_001)),
    "one line of note calls": "word.1 " * 200_000 + "\n__________\n1 See.",
    "one line of dates": "12 September 2019 " * 100_000,
    "one line of symbols": "A/80/L.7 " * 200_000,
    "one line of Arabic": "١- اجتمعت اللجنة ونظرت في التقرير؛ (أ) وأحاطت علما به. " * 35_000,
    "one line of Chinese": "委员会审议了报告；㈠ 注意到报告。" * 100_000,
    "tabs": "a\tb\tc\n" * 50_000,
    "blank lines": "\n" * 500_000 + "1. The Committee met.",
    "form feeds": "\f" * 200_000 + "1. The Committee met.",
    "vowel signs": "ب" + "\u064b" * 500_000,
    "soft hyphens": "co\u00adop\u00ad" * 200_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_time_is_bounded(text: str) -> None:
    began = time.process_time()
    report = parse_text(text)
    check(report)

    assert time.process_time() - began < SECONDS
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
