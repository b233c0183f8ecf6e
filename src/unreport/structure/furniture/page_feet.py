"""Page feet by their form: job numbers, bar codes, counts of pages, `Please recycle`."""

from __future__ import annotations

import re
from string import ascii_uppercase

from unreport.document import Line
from unreport.structure.contents import Kind
from unreport.text.folding import CharacterTable
from unreport.text.lazy_patterns import lazy_pattern

# V.19-08921  GE.18-10740(E)  20-09399 (E)  11-37476*  K0360265  V1705889  B21-00123  S2100123:
# New York prints the number bare; Vienna, Geneva, Nairobi, Bangkok and Santiago put their sign
# before it, others some letters: ESC-26-33216
JOB = r"(?:(?:V|GE|FO|B|K|S)\s?\.\s?|B|[A-Z]{2,5}[-‐‑])?\d{2}\s?[-‐‑–]\s?\d{4,6}|[BKSV]\.?\d{7}"
JOB_NUMBER = re.compile(rf"(?<![\w/.-])((?:{JOB}))(?!\d|[/-](?![ACEFRSGO]\b))(?!\s*[-–]\d)")
# What a page foot is made of: job number, language letter, dates, bar code, page numbers.
FOOT_PIECE = re.compile(
    rf"""
      (?P<job>(?:{JOB})(?:/\d{{1,3}})?\*{{0,2}})(?:[-_/]?[ACEFRSGO](?=\s|$))?
    | (?P<bars>\*[0-9A-Za-z.]{{6,12}}\*|[\uE000-\uF8FF\uFFFD]{{4,}})
    | (?P<count>\d{{1,3}}\s?/\s?\d{{1,3}})   # not 2026/27
    | \([ACEFRSGO]\)|\[[ACEFRSGO]\]            # K2400123[E]: the language
    | \d{{6}}(?=\s|$)                        # 170919: day, month and year of the typing
    | /?\d{{1,3}}/?(?=\s|$)
    | [A-Z]{{2,3}}(?=\s\d{{6}}|$)              # the typist
    """,
    re.VERBOSE,
)
SIGNS_AT_END = frozenset(")]*/-–—－~·|•页）\N{REPLACEMENT CHARACTER}" + ascii_uppercase)
# With what these end, and the other forms of feet and page numbers: `Page 2)`, `第2页`, `.../`; or
# with a digit or a character of a bar code
FOOT_ENDS = CharacterTable(
    lambda last: last in SIGNS_AT_END or last.isdecimal() or "\ue000" <= last <= "\uf8ff"
)
PAGE_NAME = r"(?:pages?|páginas?|pagina|pág\.|p\.|страница|стр\.?|с\.|الصفحة|صفحة|ص)"
OF = "(?:of|sur|de|из|من)"
# Please recycle, beside the bar code
RECYCLED = lazy_pattern(
    r"(?:please recycle|(?:merci de|veuillez) recycler|se ruega reciclar|请回收"
    r"|просьба отправить на вторичную переработку"
    r"|الرجاء إعادة (?:الاستعمال|استعمال الورق|تدوير الورق))\W{0,3}",
    re.IGNORECASE,
)
RECYCLED_INITIALS = frozenset("PpMmVvSs请Пп\N{ARABIC LETTER ALEF}")
# Page 2 of 6   Page 2 sur 6   Página 2 de 6   стр. 2 из 6   الصفحة 2 من 6   第2页，共6页
PAGE_OF_PAGES = re.compile(
    rf"[-–—(\s]*{PAGE_NAME}\s*\d{{1,4}}\s?(?:{OF}|/)\s?\d{{1,4}}[-–—)\s]*"
    r"|第\s?\d{1,4}\s?页?\s?[,，、/（(]?\s?(?:[共总]\s?)?\d{1,4}\s?页\s?[）)]?",
    re.IGNORECASE,
)
CONTINUATION = lazy_pattern(r"\.{2,3}\s?/|/\s?\.{2,3}|…\s?/|/\s?…")  # at the foot: `/...`
LONGEST_HEAD = 90
LONGEST_PAGE_NUMBER = 25
LONGEST_CONTINUATION = 5
LONGEST_RECYCLED = 50


def may_be_foot(text: str) -> bool:
    """Whether a line ends as a page foot or number does, or may be `/...` or `Please recycle`."""
    return (
        FOOT_ENDS[text[-1]]
        or len(text) <= LONGEST_CONTINUATION
        or (text[0] in RECYCLED_INITIALS and len(text) <= LONGEST_RECYCLED)
    )


def own_kind(line: Line) -> Kind | None:
    """Whether a line is a page foot by its form; None where its reader knows the page."""
    if line.role != "body" or line.box is not None:
        return None
    if len(line.text) <= LONGEST_CONTINUATION and CONTINUATION.fullmatch(line.text):
        return "foot"
    recycled = line.text[0] in RECYCLED_INITIALS and len(line.text) <= LONGEST_RECYCLED
    if recycled and RECYCLED.fullmatch(line.text):
        return "foot"
    if is_page_of_pages(line.text):
        return "foot"
    return "foot" if is_foot(line.text) else None


def is_page_of_pages(text: str) -> bool:
    """Whether a line is the number of a page and that of all pages: `Page 2 of 6`."""
    if len(text) > LONGEST_PAGE_NUMBER or not (text[-1].isdecimal() or text[-1] in "-–—)页）"):
        return False
    return PAGE_OF_PAGES.fullmatch(text) is not None


def is_foot(text: str) -> bool:
    """Whether a line is nothing but the pieces of a page foot, a job number or a count among them.

    >>> is_foot("V.19-08921 2/3"), is_foot("2/5"), is_foot("170919 V.19-08921 (A)"), is_foot("25")
    (True, True, True, False)
    """
    if len(text) > LONGEST_HEAD:
        return False
    if text[0].isalpha() and (not "A" <= text[0] <= "Z" or text[1:2].islower()):
        return False
    if not FOOT_ENDS[text[-1]]:
        return False
    at, telling = 0, False
    while at < len(text):
        match = FOOT_PIECE.match(text, at)
        if match is None:
            return False
        telling = telling or match.lastgroup is not None
        at = match.end()
        while at < len(text) and text[at].isspace():
            at += 1
    return telling
