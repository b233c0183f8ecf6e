"""The signs between the number of a heading and its title: `I. – Titre`, `ثالثا ــ`, `A.-`."""

from __future__ import annotations

import re

from unreport.text.lazy_patterns import lazy_pattern

DASHES = r"\-‐‑‒–—―−"
SIGNS = rf".:：、\u0640{DASHES}"
# A run of signs with a space after it, or a letter: what is left of `- 5` is no separator
SEPARATOR = re.compile(rf"\s*[{SIGNS}]+(?=\s|[^\W\d]|$)\s*|\s+")
# Between a name with its number and the title also a tab or wide spaces, never one space alone
AFTER_NAME = lazy_pattern(
    rf"\s*[{SIGNS}]+(?:\s+|$|(?<=[：、]))"
    rf"|(?:\s+[\u0640{DASHES}]+|\s*[{SIGNS}]{{2,}})(?=[^\W\d])"
    r"|\t\s*|\s{2,}|\s*$"
)


def after_separator(text: str, at: int) -> int:
    """Where the title begins whose number ends at `at`.

    >>> title = "I. – Introduction"
    >>> title[after_separator(title, 2) :]
    'Introduction'
    """
    match = SEPARATOR.match(text, at)
    return match.end() if match else at
