"""Headings at one height in both columns of a section: neither is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn import drawn

from unreport import read

LEFT = (
    "text 72 296 10 2. In her statement the Chair recalled the work that had been done since the "
    "last session, thanked those who had taken part in it for what they had given, and said that "
    "the survey of the lakes would be taken up first, before the election of the officers, so that"
)
RIGHT = (
    "text 316 540 10 its results could be used. 3. The representative of Kenya said that the "
    "survey had been delayed by the floods of the spring, that two of the seven stations were "
    "still under water, and that the figures for the north were therefore no more than estimates."
)
HEADINGS = ("row 72 11b Survey of the lakes", "row 316 11b Election of officers")


@pytest.mark.parametrize("height", [211, 216, 222])
def test_headings_beside_one_another(tmp_path: Path, height: int) -> None:
    commands = ["page", "to 150", LEFT, f"to {height}", HEADINGS[0], f"to {height + 26}", LEFT]
    commands += ["to 150", RIGHT, f"to {height - 1}", HEADINGS[1], f"to {height + 25}", RIGHT]
    path = tmp_path / "pages.txt"
    path.write_text("\n".join(commands), encoding="utf-8")

    document = read(drawn(path))

    assert "Survey of the lakes" in document.text
    assert "Election of officers" in document.text
    assert "lost-text" not in {doubt.code for doubt in document.doubts}
