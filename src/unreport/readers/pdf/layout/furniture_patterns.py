"""Patterns of page furniture: symbols, job numbers, bar codes, page numbers."""

from __future__ import annotations

import re

# `A/C.3/75/L.41/Rev.1`, `ECE/TRADE/C/CEFACT/2019/26`, `EB150/23`, `GC(67)/RES/1`
SYMBOL = re.compile(
    r"[A-Z][A-Za-z]{0,9}(?:\d{1,4}|\(\d{1,4}\))?+"
    r"(?:[. -][A-Za-z0-9().&*-]++(?: [A-Za-z0-9().&*-]++)*+)?+/[A-Za-z0-9().&* /-]++"
)
WORD = re.compile(r"\b(?!and\b)[a-z]{2,}\b")  # occurs in no symbol, but in `… the 2024/25 period`
# `V.19-08921 (A)`, `20-15321 (E) 180319`, `GE.18-01763(E)`, `K0360265.s`,
# `170720 140720 20-09399 (A)`
JOB_NUMBER = re.compile(
    r"(?:\d{6}\s++)*+(?:[A-Z]{1,3}\.)?\d\d-\d{4,6}\*?(?:\s*+\([A-Z]\))?(?:\s*+[A-Z]{2})?"
    r"(?:\s*+\d{6})*+(?:\s*+\*\d{6,8}\*)?\s*+|[A-Z]\d{7}(?:\.\w)?(?:\s++\d{6})*+"
)
BARCODE = re.compile(r"[*\uf02a][\d\uf030-\uf039 ]{5,12}[*\uf02a]|[\uf000-\uf0ff\s]+")
PAGE_WORDS = r"page|página|страница|стр\.|صفحة|الصفحة|第"
# `2/9`, `- 3 -`, `Page 4`, `3`, `iv`, `page 2 of 7`; not `2026/27`
PAGE_NUMBER = re.compile(
    rf"[-–—]?\s*(?:(?:{PAGE_WORDS})\s*)?"
    r"(?:(?:\d{1,4}|[٠-٩]{1,4}|[ivxlc]{1,6})"
    r"|(?:\d{1,3}|[٠-٩]{1,3})\s*(?:/|of|de|sur|из|من)\s*(?:\d{1,3}|[٠-٩]{1,3}))\s*[-–—页]?",
    re.IGNORECASE,
)
# `Page two`, `第二页`: the number of a page in one word
PAGE_IN_WORDS = re.compile(rf"(?:{PAGE_WORDS})\s*[^\W\d_]{{1,16}}", re.IGNORECASE)
# `Table 2`, `الجدول ٣`: a word and a number, but not a page number
CAPTION = re.compile(rf"(?!(?:{PAGE_WORDS})\b)[^\W\d_]{{2,}}\s[\d٠-٩]", re.IGNORECASE)
LIST_ITEM = re.compile(r"[(（][^\W\d_]{1,4}[)）]\s?(?=[^\W\d_])")  # `(c) reflective`, `(أ) سوار`
RECYCLED = re.compile(
    r"please recycle|veuillez recycler|请回收|просьба|сделано из вторсырья|recíclese", re.IGNORECASE
)
TYPED_RULE = re.compile(r"[_\N{EM DASH}]{5,}")  # a ruling line typed as characters
DIGITS = re.compile(r"[0-9٠-٩]+")


def is_furniture_text(text: str) -> bool:
    """Whether a text is only a page number, job number, bar code, symbol or typed rule."""
    text = text.strip()
    # not the end of a sentence: `A/68/367).`, `A/68/367.`
    is_whole = text.count("(") == text.count(")") and not text.endswith(".")
    symbol = is_whole and SYMBOL.fullmatch(text) and not WORD.search(text)
    return bool(
        not text
        or symbol
        or PAGE_NUMBER.fullmatch(text)
        or TYPED_RULE.fullmatch(text)
        or is_job_number(text)
    )


def is_job_number(text: str) -> bool:
    """Whether a text is a job number, or the bar code or recycling note printed beside it."""
    text = text.strip()
    return bool(JOB_NUMBER.fullmatch(text) or BARCODE.fullmatch(text) or RECYCLED.match(text))
