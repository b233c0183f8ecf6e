"""How a text ends: as a sentence, a clause, the lead of a list, or with a comma."""

from __future__ import annotations

import re

from unreport.text.lazy_patterns import lazy_pattern

# 。.؟ and what may stand after them: quotes, brackets, the call of a note
AFTER = (
    r"[\"'”’»›)\]）】」』]*(?:[(（]?\d{1,3}[)）]?|\s(?:\d{1,3}|[a-z]|\*{1,4})/|[*⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾]*"
    # {1}  ^1  [fn 1]  [[1]]  (note 1)
    r"|[\[{<^*#(（〔【]{1,2}(?:[^\W\d_]{1,10}\.?\s?)?\d{1,3}[\]}>)）〕】^]{0,2}"
    r"|\s[\[(（][^\W\d_]{1,10}\.?\s?\d{1,3}[\])）])$"
)
ENUMERATION_COMMA = "、"  # stands between the members of a list in a clause, never at its end
COMMAS = ",،，、"
CLOSED = lazy_pattern(rf"[.!?؟。！？…:：;؛；]{AFTER}")
ENDED = re.compile(rf"[.!?؟。！？…]{AFTER}")
COMMA_AT_END = lazy_pattern(rf"[{COMMAS}]{AFTER}")
TAIL = 20  # characters that tell how a text ends


def ends_clause(text: str) -> bool:
    """Whether a text ends as a clause does: at a stop, a colon or a semicolon."""
    return not text[-1:].isalpha() and CLOSED.search(text[-TAIL:]) is not None


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return not text[-1:].isalpha() and ENDED.search(text[-TAIL:]) is not None


def ends_in_comma(text: str) -> bool:
    """Whether a text ends in a comma."""
    return not text[-1:].isalpha() and COMMA_AT_END.search(text[-TAIL:]) is not None


def ends_clause_or_comma(text: str) -> bool:
    """Whether a text ends as a clause does, or in a comma."""
    return ends_clause(text) or ends_in_comma(text)


def introduces_list(text: str) -> bool:
    """Whether a text ends in a colon, and so leads to a list."""
    return text[-1:] in (":", "：")
