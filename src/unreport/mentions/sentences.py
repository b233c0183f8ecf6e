"""The sentences of a passage, as places in its folded text."""

from __future__ import annotations

from collections.abc import Iterator

import regex

# A full stop ends a sentence where a space and no lower-case letter follows, and it does not
# abbreviate: `Mr. Chen`, `para. 5`, `No. 3`, `A/C.3`.
END = regex.compile(
    r"[。！？]|(?<!\b(?:\p{L}|mr|ms|mrs|dr|st|no|nos|para|paras|art|arts|sr|sra|"
    r"mme|chap|vol|p|pp|г|ст|п|пп|см|párr|párrs))[.!?؟](?=\s+(?!\p{Ll})\S|\s*$)",
    regex.IGNORECASE,
)


def sentences(folded: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends.

    >>> text = "Mr. Chen spoke. The observer for Morocco spoke."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Mr. Chen spoke.', 'The observer for Morocco spoke.']
    """
    start = 0
    for match in END.finditer(folded):
        yield start, match.end()
        start = match.end()
        while start < len(folded) and folded[start].isspace():
            start += 1
    if start < len(folded):
        yield start, len(folded)
