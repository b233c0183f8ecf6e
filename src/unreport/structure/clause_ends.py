"""How a text ends: as a sentence, a clause, the lead of a list, or with a comma."""

from __future__ import annotations

import re

# 。.؟ and what may stand after them: quotes, brackets, the call of a note
AFTER = (
    r"[\"'”’»›)\]）】」』]*(?:[(（]?\d{1,3}[)）]?|\s(?:\d{1,3}|[a-z]|\*{1,4})/|[*⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾]*"
    # {1}  ^1  [fn 1]  [[1]]  (note 1)
    r"|[\[{<^*#(（〔【]{1,2}(?:[^\W\d_]{1,10}\.?\s?)?\d{1,3}[\]}>)）〕】^]{0,2}"
    r"|\s[\[(（][^\W\d_]{1,10}\.?\s?\d{1,3}[\])）])$"
)
ENUMERATION_COMMA = "、"  # stands between the members of a list in a clause, never at its end
COMMAS = ",،，、"
COMMA_SIGNS = frozenset(COMMAS)
STOPS = ".!?؟。！？…"
CLAUSE_SIGNS = frozenset(STOPS + ":：;؛；")
SENTENCE_SIGNS = frozenset(STOPS)
SIGN_AT_END = re.compile(rf"([{STOPS}:：;؛；{COMMAS}]){AFTER}")
TAIL = 20  # characters that tell how a text ends


def _sign_at_end(text: str) -> str | None:
    """The stop, colon, semicolon or comma with which a text ends; None if it ends with none."""
    if text[-1:].isalpha():
        return None
    match = SIGN_AT_END.search(text[-TAIL:])
    return match[1] if match else None


def ends_clause(text: str) -> bool:
    """Whether a text ends as a clause does: at a stop, a colon or a semicolon."""
    return _sign_at_end(text) in CLAUSE_SIGNS


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return _sign_at_end(text) in SENTENCE_SIGNS


def ends_in_comma(text: str) -> bool:
    """Whether a text ends in a comma."""
    return _sign_at_end(text) in COMMA_SIGNS


def ends_clause_or_comma(text: str) -> bool:
    """Whether a text ends as a clause does, or in a comma."""
    return _sign_at_end(text) is not None


def introduces_list(text: str) -> bool:
    """Whether a text ends in a colon, and so leads to a list."""
    return text[-1:] in (":", "：")
