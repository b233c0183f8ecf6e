"""Composed reports in six languages: the lines of the Word file are the expected ones."""

from pathlib import Path

import pytest
from compose_word import compose, load

from unreport.readers.word.reader import read_docx
from unreport.text.characters import normalise

REPORTS = sorted((Path(__file__).parents[2] / "fixtures" / "word" / "reports").glob("*.txt"))


def test_every_language_has_two() -> None:
    names = [path.stem.split("_")[0] for path in REPORTS]

    assert {name: names.count(name) for name in names} == dict.fromkeys(
        ("ar", "en", "es", "fr", "ru", "zh"), 2
    )


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_lines(path: Path, seed: int) -> None:
    report = load(path)
    document = read_docx(compose(report, seed))

    assert [line.text for line in document.lines] == [normalise(t) for t in report.expected_lines]
    assert {line.role for line in document.lines} == {"body"}


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_labels_and_levels(path: Path) -> None:
    report = load(path)
    lines = read_docx(compose(report)).lines[len(report.masthead) :]

    for line, (key, text) in zip(lines, report.body, strict=True):
        assert line.label == (0 if key == "-" else len(text.split("\t")[0]))
        assert line.level == (int(key[1]) if key[0] == "o" else None)
