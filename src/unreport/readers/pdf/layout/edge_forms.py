"""What stands at the edges of pages, by its form: symbols, job numbers, bar codes, numbers."""

from __future__ import annotations

import re

# `A/C.3/75/L.41/Rev.1`, `ECE/TRADE/C/CEFACT/2019/26`
SYMBOL = re.compile(r"[A-Z][A-Za-z]{0,9}(?:[./ -][A-Za-z0-9().&*-]+)*/[A-Za-z0-9().&* /-]+")
WORD = re.compile(r"\b(?!and\b)[a-z]{2,}\b")  # stands in no symbol, but in `… the 2024/25 period`
# `V.19-08921 (A)`, `20-15321 (E) 180319`, `GE.18-01763(E)`, `K0360265.s`,
# `170720 140720 20-09399 (A)`
JOB = re.compile(
    r"(?:\d{6}\s+)*(?:[A-Z]{1,3}\.)?\d\d-\d{4,6}\*?\s*(?:\([A-Z]\))?(?:\s*[A-Z]{2})?(?:\s+\d{6})*"
    r"(?:\s*\*\d{6,8}\*)?|[A-Z]\d{7}(?:\.\w)?(?:\s+\d{6})*"
)
BARCODE = re.compile(r"[*\uf02a][\d\uf030-\uf039 ]{5,12}[*\uf02a]|[\uf000-\uf0ff\s]+")
PAGE_NAMES = r"page|página|страница|стр\.|صفحة|الصفحة|第"
# `2/9`, `- 3 -`, `Page 4`, `3`, `iv`, `page 2 of 7`; not `2026/27`
PAGE = re.compile(
    rf"[-–—]?\s*(?:(?:{PAGE_NAMES})\s*)?"
    r"(?:(?:\d{1,4}|[٠-٩]{1,4}|[ivxlc]{1,6})"
    r"|(?:\d{1,3}|[٠-٩]{1,3})\s*(?:/|of|de|sur|из|من)\s*(?:\d{1,3}|[٠-٩]{1,3}))\s*[-–—页]?",
    re.IGNORECASE,
)
# `Table 2`, `الجدول ٣`: a name and its number, but not that of a page
CAPTION = re.compile(rf"(?!(?:{PAGE_NAMES})\b)[^\W\d_]{{2,}}\s[\d٠-٩]", re.IGNORECASE)
RECYCLED = re.compile(
    r"please recycle|veuillez recycler|请回收|просьба|сделано из вторсырья|recíclese", re.IGNORECASE
)
LINE = re.compile(r"[_\N{EM DASH}]{5,}")  # a rule made of letters
DIGITS = re.compile(r"[0-9٠-٩]+")


def is_typical(text: str) -> bool:
    """Whether a text is nothing but a number of a page or job, a bar code, symbol or rule."""
    text = text.strip()
    symbol = SYMBOL.fullmatch(text) and not WORD.search(text)
    return bool(not text or symbol or PAGE.fullmatch(text) or LINE.fullmatch(text) or is_job(text))


def is_job(text: str) -> bool:
    """Whether a text is a job number or what stands with it."""
    text = text.strip()
    return bool(JOB.fullmatch(text) or BARCODE.fullmatch(text) or RECYCLED.match(text))
