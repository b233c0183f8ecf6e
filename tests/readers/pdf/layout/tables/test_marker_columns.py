"""Markers of list items, set apart from their text, are no column of a table."""

from __future__ import annotations

import pytest
from pdf_files import page_with, placed

from unreport import Table, parse

ITEMS = [
    "The Office shall publish the report of the meeting.",
    "The Secretariat shall send the report to all members.",
    "The members shall reply within a period of three weeks.",
    "The replies shall be circulated before the session.",
    "The Committee shall decide on the matter in the autumn.",
    "The decision shall be published in six languages.",
]


@pytest.mark.parametrize("sign", ["-", " -", "/", " /", "."])
def test_numbers_with_any_sign(sign: str) -> None:
    rows: list[tuple[float, float, str]] = [
        (72, 700 - 14 * at, "The Committee took note of the report of the office") for at in (0, 1)
    ]
    for at, item in enumerate(ITEMS):
        y = 640 - 14 * at
        rows += [(72, y, f"{at + 1}{sign}"), (104, y, item)]
    report = parse(page_with(placed(*rows)))

    assert not [node for node, _ in report.walk() if isinstance(node, Table)]
