r"""Notes that converters link with their calls, in the form of Markdown: `[^1]`, `[^1]: See …`.

Pages and Markdown have a link back behind each note, `↩` or `[↑](#…)`, and its call; a bare `↑` is
the sign of a rise; reStructuredText has `[1]_` and
`.. [1]` (docutils, "Footnotes").
"""

from __future__ import annotations

import re
from collections.abc import Collection

from unreport.text.lazy_patterns import lazy_pattern

BACK = ("↩", "↑")
LINKED_CALL = lazy_pattern(
    r"\[(?:\[|\\\[)?\^?(\d{1,3})(?:\]|\\\])?\]\(#(?:fn|footnote|_ftn|note)[\w-]{0,40}\)"
)
# 1. See A/78/15.↩  2. Official Records [↑](#footnote-ref-2), with the rows between
LINKED_NOTE = lazy_pattern(
    r"(?m)^[ ]{0,6}(?:\[?\^)?(\d{1,3})(?:\\?\.|\])[ ]{1,4}"
    r"([^\n↩↑\[]*(?:\n[ ]*[^\s↩↑\[][^\n↩↑\[]*){0,6})"
    r"(?:\[?↩\ufe0e?(?:\]\([^()\n]{1,60}\))?|\[↑\ufe0e?\]\([^()#\n]{0,60}#[^()\n]{1,60}\))[ ]*$"
)
CALL = lazy_pattern(r"\^(\d{1,3})(?!\d)")  # in one form by then, or w3m's ^1
RST_CALL = lazy_pattern(r"[ ]?\[(\d{1,3})\]_(?!\w)")
RST_NOTE = lazy_pattern(r"(?m)^\.\.[ ]\[(\d{1,3})\](?:[ ]|\n[ ]{1,8})")


def with_linked_notes(text: str) -> str:
    r"""The text with its linked notes and their calls in one form.

    >>> with_linked_notes("It met.[[1]](#footnote-2)\n\n1. See A/78/15. [↑](#footnote-ref-2)")
    'It met.[^1]\n\n[^1]: See A/78/15.'
    >>> with_linked_notes("It met. [1]_\n\n.. [1]\n   See A/78/15.")
    'It met.[^1]\n\n[^1]: See A/78/15.'
    """
    if any(sign in text for sign in BACK):
        text = LINKED_CALL.sub(r"[^\1]", text)
        called = set(CALL.findall(text))
        text = LINKED_NOTE.sub(lambda note: _note(note, called), text)
    if "]_" in text and RST_NOTE.search(text):
        text = RST_NOTE.sub(r"[^\1]: ", RST_CALL.sub(r"[^\1]", text))
    return text


def _note(note: re.Match[str], called: Collection[str]) -> str:
    """A note in the form of Markdown; as it is where nothing calls it."""
    return f"[^{note[1]}]: {note[2].strip()}" if note[1] in called else note[0]
