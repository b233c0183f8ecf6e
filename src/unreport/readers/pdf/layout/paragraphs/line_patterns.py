"""How lines begin and end: markers, the ends of clauses, words and symbols that are cut in two."""

from __future__ import annotations

import re

# `II. Follow-up`, `A. General`, `ثانياً - `, `ألف- `, `三、`
HEADING_MARKER = re.compile(
    r"(?:[IVXLC]+|[A-Z])\.\s[^\W\d]|[\u0621-\u064a\u064b-\u0652]{3,9}\s?[-–]\s"
    r"|[一二三四五六七八九十]{1,3}、"
)
TERMINAL = re.compile(r"[.!?:;؛؟。！？：；…][)\]»”’\"'\d()\[\]٠-٩]*$")
SENTENCE_END = re.compile(r"[.!?؟。！？:：][)\]»”’\"'\d()\[\]٠-٩]*$")
# `١- `, `12. `, `1 - `: a paragraph number; a preamble before it ends with a comma
NUMBERED = re.compile(r"(?:\d{1,3}|[٠-٩]{1,3})(?:\.|\s?[-–])\s?(?=[^\W\d])")
CLAUSE_END = re.compile(r"[.!?:;,،؛؟。！？：；，][)\]»”’\"'\d()\[\]٠-٩]*$")
# `(A/CN.` at the end of a line, `9/1187)` at the start of the next: a symbol has no space
BROKEN_SYMBOL = re.compile(r"(?<!\S)\S*[A-Z\d]/[A-Za-z]{1,6}\.$")
NUMBER_ALONE = re.compile(r"\d{1,3}\.")  # broken before a text that has no place to break
FIRST_WORD = re.compile(r"\w+")
WITHIN_WORD = re.compile(r"[^\W\d_][-\N{HYPHEN}\N{SOFT HYPHEN}\N{NON-BREAKING HYPHEN}]$")
