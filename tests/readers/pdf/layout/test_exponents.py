"""Raised figures after the base of a power are exponents, and no footnote calls."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from drawn import drawn

from unreport import Report, parse


def report(tmp_path: Path, text: str) -> Report:
    commands = [f"row 72 10 1. {text}", "row 72 10 2. It met again.^2^"]
    commands += ["to 700", "rule 72 170", "down 4", "row 72 8 ^1^ A note.", "row 72 8 ^2^ Another."]
    path = tmp_path / "pages.txt"
    path.write_text("\n".join(["page", *commands]), encoding="utf-8")
    return parse(drawn(path))


@pytest.mark.parametrize(
    "text",
    [
        "It took E = mc^2^ for the energy of the lake.",
        "It took (a + b)^2^ for the square of both.",
        "It noted that x = y^2^ in all cases.",
        "Au XIX^e^ siècle, le III^e^ Comité et la 2^e^ partie.",
        "El art. 1.^o^ de la n.^o^ 3 y el 5^o^ piso.",
    ],
)
def test_exponents_are_no_calls(tmp_path: Path, text: str) -> None:
    found = report(tmp_path, text)

    assert [node.text for node in found.paragraphs] == [text.replace("^", ""), "It met again."]


@pytest.mark.parametrize(
    "text",
    [
        "It met in group A^1^ and went on.",
        "It met (see the annex)^1^ and went on.",
        "It met (Chad and Mali)^1^ and went on.",
        "It met on 3 + 4 May (A/77/1-A/77/2)^1^ and went on.",
    ],
)
def test_calls_after_letters_and_brackets(tmp_path: Path, text: str) -> None:
    found = report(tmp_path, text)

    assert [node.text for node in found.paragraphs] == [text.replace("^1^", ""), "It met again."]


@pytest.mark.parametrize(
    "text", ["It met by 31 March 2031^a^ and went on.", "It met in 2030/31^b^ and went on."]
)
def test_letters_after_years_are_calls(tmp_path: Path, text: str) -> None:
    """A year is no ordinal number, as `1^a^` is."""
    found = report(tmp_path, text)

    assert next(node.text for node in found.paragraphs) == re.sub(r"\^.\^", "", text)
