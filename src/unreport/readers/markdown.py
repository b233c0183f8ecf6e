"""Markdown, as converters write it, to plain text: escaped signs, emphasis, spans and links.

CommonMark 0.31: backslash escapes (2.4), emphasis (6.2), links (6.3); pandoc's bracketed spans and
its dashes.  A text is Markdown where several of these stand in it: a star alone calls a note.
"""

from __future__ import annotations

import re

from unreport.text.lazy_patterns import lazy_pattern

ESCAPED_SIGN = lazy_pattern(r"\\([!-/:-@\[-`{-~])")
ESCAPED_MARKER = lazy_pattern(r"(?m)^[ \t]*(?:\w{1,5}\\[.)]|\\\(\w{1,5}\\\))\s")
DASHES = lazy_pattern(r"(?<![-\s])-{2,3}(?![-\s])|(?<=\s)-{2,3}(?=\s)")
# *General Assembly*  **Article 1**  ***Proclaimed on 20 November***
EMPHASIS = lazy_pattern(
    r"(?<![\w*\\])(?P<stars>\*{1,3})(?P<inside>[^*\s](?:[^*]*[^*\s])?)(?P=stars)(?![\w*])"
)
BAR_CODE = lazy_pattern(r"[0-9A-Z.]{6,14}")  # *1903070*
# [text]{dir="rtl"}, with the calls of notes, [^1], in the text
SPAN = lazy_pattern(r"\[((?:[^\[\]]|\[\^\w{1,9}\])*+)\]\{[.\w#][^{}\n]{0,200}\}")
LINK = lazy_pattern(r"\[([^\[\]]{1,300})\]\((?:https?:|mailto:|#)[^()\s]{0,500}\)")
SUPERSCRIPT = lazy_pattern(
    r"\^([()]|[^\W\d_]{1,3}|º)\^"
)  # 1^er^; brackets around a call, ^(^[^1]^)^
QUOTED = lazy_pattern(r"(?m)^>[ ]?")
FEWEST = 3  # escaped markers, or emphasized words


def without_markdown(text: str) -> str:
    r"""The text of a Markdown file without its signs; any other text as it is.

    >>> without_markdown("1\\. *It* met.\n\n2\\. *It* closed.\n\n3\\. *It* ended.")
    '1. It met.\n\n2. It closed.\n\n3. It ended.'
    >>> without_markdown("The session* met.\n\n*See A/80/1.")
    'The session* met.\n\n*See A/80/1.'
    """
    escaped = "\\" in text and len(ESCAPED_MARKER.findall(text)) >= FEWEST
    if not (escaped or text.count("]{") >= FEWEST or _is_emphasized(text)):
        return text
    text = SPAN.sub(r"\1", SPAN.sub(r"\1", LINK.sub(r"\1", text)))
    text = QUOTED.sub("", SUPERSCRIPT.sub(r"\1", EMPHASIS.sub(_inside, text)))
    if not escaped:
        return text
    dashed = DASHES.sub(lambda match: "–" if len(match[0]) < 3 else "—", text)  # noqa: PLR2004
    return ESCAPED_SIGN.sub(r"\1", dashed)


def _is_emphasized(text: str) -> bool:
    """Whether some words on one row are emphasized."""
    if text.count("*") < 2 * FEWEST:
        return False
    found = (m for m in EMPHASIS.finditer(text) if "\n" not in m[0] and _inside(m) != m[0])
    return next((True for at, _ in enumerate(found, 1) if at == FEWEST), False)


def _inside(match: re.Match[str]) -> str:
    """The words between stars; a bar code and the stars of two paragraphs are no emphasis."""
    inside = match["inside"]
    kept = BAR_CODE.fullmatch(inside) or "\n\n" in inside or not any(map(str.isalpha, inside))
    return match[0] if kept else inside
