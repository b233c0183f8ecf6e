"""Numbered titles at the very beginning of a text, above which nothing stands."""

from __future__ import annotations

import unreport


def test_titles_without_a_row_above_them() -> None:
    report = unreport.parse_text(
        "1. TⅫhe Committee met\n2. It northern lakes\n2. It considered it."
    )

    assert "It northern lakes" in unreport.to_markdown(report)
