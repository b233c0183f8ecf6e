r"""Markdown, as converters write it, to plain text: escaped signs, emphasis, spans and quotations.

CommonMark 0.31: backslash escapes (2.4), block quotes (5.1), emphasis (6.2), links (6.3); pandoc's
bracketed spans and its dashes.  A star alone calls a note, `[3]{x}` is TeX and `C:\[a]` a path:
each kind of sign is removed only where several of its own kind, or of a surer one, stand in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from unreport.text.lazy_patterns import lazy_pattern

# An escaped bracket is one of two: pandoc writes \[sic\], and C:\[temp] is a path
ESCAPED_SIGN = lazy_pattern(r"\\(?!\[[^\[\]\\\n]{0,100}\])([!-/:-@\[-`{-~])")
ESCAPED_MARKER = lazy_pattern(r"(?m)^[ \t]*(?:\w{1,5}\\[.)]|\\\(\w{1,5}\\\))\s")
DASHES = lazy_pattern(r"(?<![-+|\s])-{2,3}(?![-+|\s])|(?<=\s)-{2,3}(?=\s)")
# *General Assembly*  **Article 1**  (*idem*)  ***Proclaimed on 20 November***, but (2026)*, (2027)*
EMPHASIS = lazy_pattern(
    r"(?:(?<![^\s(（\[“‘«„「『])|(?<=\s[\"'])|(?<=^[\"']))"
    r"(?P<stars>\*{1,3})(?P<inside>[\u200e\u200f]?[(（\[“‘«„「『\"]?[^\W_](?:[^*]*[^*\s])?)(?P=stars)(?![\w*])"
)
# __Draft report__  _Rapporteur: Ms. Okoro_, but a_b_c, \_name\_, __init__, /_index_ and ____
UNDERSCORED = lazy_pattern(
    r"(?<![\w\\/])(?!__[a-z]+__)(?P<lines>_{1,2})"
    r"(?P<inside>[^\s_\\](?:[^_\n]{0,300}[^\s_\\])?)(?P=lines)(?!\w)"
)
BAR_CODE = lazy_pattern(r"[0-9A-Z.]{6,14}")  # *1903070*
# [text]{dir="rtl"}, with the calls of notes, [^1], in the text; \sqrt[3]{x} is none
SPAN = lazy_pattern(
    r"\[((?:[^\[\]]|\[\^\w{1,9}\])*+)\]"
    r"\{(?:[.#][^\W\d_]|[a-z]{1,12}=[\"\w])[^{}\n]{0,200}\}"
)
LINK = lazy_pattern(r"\[([^\[\]]{1,300})\]\((?:https?:|mailto:|#)[^()\s]{0,500}\)")
SUPERSCRIPT = lazy_pattern(
    r"\^([()]|[^\W\d_]{1,3}|º)\^"
)  # 1^er^; brackets around a call, ^(^[^1]^)^
# Rows between blank ones; `> 50 per cent` is a comparison
BLOCK_QUOTE = lazy_pattern(
    r"(?:\A|(?<=\n\n))(?!>\s?[\d.,]{1,12}\s[^\W\d_])(?:>[^\n]*(?:\n|\Z))+(?=\n|\Z)"
)
QUOTED = lazy_pattern(r"(?m)^>[ ]?")
FEWEST = 3  # signs of a kind


def without_markdown(text: str) -> str:
    r"""The text of a Markdown file without its signs; any other text as it is.

    >>> without_markdown("1\\. *It* met.\n\n2\\. *It* closed.\n\n3\\. *It* ended.")
    '1. It met.\n\n2. It closed.\n\n3. It ended.'
    >>> without_markdown("The session* met.\n\n*See A/80/1.")
    'The session* met.\n\n*See A/80/1.'
    """
    escaped = "\\" in text and _has_several(ESCAPED_MARKER, text)
    spanned = text.count("]{") >= FEWEST and _has_several(SPAN, text)
    emphasized = _is_emphasized(text)
    if spanned:
        text = SPAN.sub(r"\1", SPAN.sub(r"\1", LINK.sub(r"\1", text)))
    if escaped or spanned:
        text = SUPERSCRIPT.sub(r"\1", _without_block_quotes(LINK.sub(r"\1", text)))
    if escaped or spanned or emphasized:
        text = EMPHASIS.sub(_inside, text)
    if not escaped:
        return text
    if "_" in text:
        text = UNDERSCORED.sub(r"\g<inside>", text)
    dashed = DASHES.sub(lambda match: "–" if len(match[0]) < 3 else "—", text)  # noqa: PLR2004
    return ESCAPED_SIGN.sub(r"\1", dashed)


def _has_several(pattern: re.Pattern[str], text: str) -> bool:
    return _are_several(pattern.finditer(text))


def _are_several(found: Iterable[re.Match[str]]) -> bool:
    return len([*islice(found, FEWEST)]) == FEWEST


def _without_block_quotes(text: str) -> str:
    """The text without the signs of quoted rows."""
    return BLOCK_QUOTE.sub(lambda block: QUOTED.sub("", block[0]), text)


def _is_emphasized(text: str) -> bool:
    """Whether some words on one row are emphasized."""
    if text.count("*") < 2 * FEWEST:
        return False
    found = (m for m in EMPHASIS.finditer(text) if "\n" not in m[0] and _inside(m) != m[0])
    return _are_several(found)


def _inside(match: re.Match[str]) -> str:
    """The words between stars; a bar code and the stars of two paragraphs are no emphasis."""
    inside = match["inside"]
    kept = BAR_CODE.fullmatch(inside) or "\n\n" in inside or not any(map(str.isalpha, inside))
    return match[0] if kept else inside
