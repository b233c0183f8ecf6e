"""Checks of where paragraphs begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from unreport.checks.subject import Finding, Subject
from unreport.model import Paragraph

# A stop, comma, bracket or dash, and the quotes and note calls after it: a text may end there
ENDED = regex.compile(r"[.!?؟。！？…:：;؛；,،，、\])）】”’»›\"'\p{Pd}][\s\p{N}*]*$")
ENUMERATION_COMMA = "、"
WITHOUT_PARAGRAPHS = ("text/plain", "application/pdf")  # media types that mark no paragraphs
TAIL = 12  # characters that tell how a text ends
LONGEST_QUOTED = 40
SHORTEST = 80  # a shorter text may be a signature, a name or a title
SHORTEST_HAN = 40
HAN = regex.compile(r"\p{Han}")


def paragraph_broken(subject: Subject) -> Iterator[Finding]:
    """A paragraph that ends within a sentence, and text without a number below it.

    Not in files of word processors and in HTML, where authors say where a paragraph ends.
    """
    if subject.report.source.media_type not in WITHOUT_PARAGRAPHS:
        return
    for siblings in subject.siblings:
        for above, below in pairwise(siblings):
            if not (isinstance(above, Paragraph) and isinstance(below, Paragraph)):
                continue
            if below.marker is None and _is_cut(above.text) and _may_go_on(below.text):
                end = above.text[-LONGEST_QUOTED:]
                yield f"This may go on with the paragraph above, which ends “…{end}”.", below.span


def _is_cut(text: str) -> bool:
    """Whether a text of some length ends without a sign that ends a sentence or clause."""
    shortest = SHORTEST_HAN if HAN.search(text[:TAIL]) else SHORTEST
    if len(text) < shortest:
        return False
    return text[-1] == ENUMERATION_COMMA or ENDED.search(text[-TAIL:]) is None


def _may_go_on(text: str) -> bool:
    """Whether a text may be the rest of a sentence: one that opens with a capital has a stop."""
    return bool(text) and (not text[0].isupper() or ENDED.search(text[-TAIL:]) is not None)
