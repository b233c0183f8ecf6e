"""Chinese headings whose letters stand apart: a marker is one word."""

from __future__ import annotations

from pdf_files import unicode_page

from unreport import read

TEXT = "委员会注意到秘书长关于湖泊的报告并请秘书处提出文件"


def test_a_marker_in_a_spaced_heading() -> None:
    heading = [(72 + 20 * at, 700, char) for at, char in enumerate("A.夏令时")]

    document = read(unicode_page(*heading, (72, 670, TEXT), (72, 655, TEXT)))

    assert document.lines[0].text == "A.夏令时"
