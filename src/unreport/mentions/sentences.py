"""The sentences of a passage, as places in its folded text."""

from __future__ import annotations

from collections.abc import Iterator

import regex

# A full stop ends a sentence where a space and no lower-case letter follows, and it does not
# abbreviate: `Mr. Chen`, `para. 5`, `No. 3`, `S. Petrov`.
TITLES = r"\p{L}|mr|ms|mrs|dr|st|sra?|sres|mme|mm|г"
REFERENCES = r"nos?|paras?|arts?|chap|cap|vol|pp?|parrs?|п|ст|см"
END = regex.compile(
    rf"[。！？] | (?<!\b(?i:{TITLES}|{REFERENCES})) [.!?؟] (?= \s+ (?!\p{{Ll}})\S | \s*$ )",
    regex.VERBOSE,
)


def sentences(folded: str, longest: int = 1_000_000) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends; one that is too long is cut.

    >>> text = "Mr. Chen spoke. The observer for Morocco spoke."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Mr. Chen spoke.', 'The observer for Morocco spoke.']
    """
    start = 0
    for match in END.finditer(folded):
        yield from _cut(start, match.end(), longest)
        start = match.end()
        while start < len(folded) and folded[start].isspace():
            start += 1
    if start < len(folded):
        yield from _cut(start, len(folded), longest)


def _cut(start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    for first in range(start, end, longest):
        yield first, min(first + longest, end)
