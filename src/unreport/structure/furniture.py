"""Page furniture: running heads, page feet, job numbers and contents lists, split from the text.

Sources print them in mid-sentence.  Readers that know the page say so themselves
(`Line.role`); in plain text they are known by form and by repetition.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from string import ascii_uppercase

from msgspec import Struct
from msgspec.structs import replace

from unreport.document import Line
from unreport.languages import LEXICONS
from unreport.languages.lexicon import Lexicon
from unreport.model import Furniture, Span
from unreport.structure.clause_ends import ends_clause, ends_clause_or_comma
from unreport.structure.contents import Kind, mark_contents
from unreport.text.folding import fold_words
from unreport.text.lazy_patterns import lazy_pattern

# V.19-08921  GE.18-10740(E)  20-09399 (E)  11-37476*  K0360265  V1705889  B21-00123  S2100123:
# New York prints the number bare; Vienna, Geneva, Nairobi, Bangkok and Santiago put their sign
# before it.
JOB = r"(?:(?:V|GE|FO|B|K|S)\s?\.\s?|B)?\d{2}\s?[-‐‑–]\s?\d{4,6}|[BKSV]\.?\d{7}"
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
# With what these end, and the other forms of feet: `Page 2)`, `第2页`, `/...`; or with a digit
FOOT_ENDS = frozenset(")]*/.…-–—页）\N{REPLACEMENT CHARACTER}" + ascii_uppercase)
PAGE_NAME = r"(?:pages?|páginas?|pagina|pág\.|p\.|страница|стр\.?|с\.|الصفحة|صفحة|ص)"
OF = "(?:of|sur|de|из|من)"
PAGE_NUMBER = re.compile(
    rf"[-–—－(\[\s]*(?:{PAGE_NAME}\s*(?:[|:]\s*)?)?\d{{1,4}}[-–—－)\]\s]*|第\s?\d{{1,4}}\s?页"
    rf"|\d{{1,4}}\s{OF}\s\d{{1,4}}|[~·|•]\s?\d{{1,4}}\s?[~·|•]",
    re.IGNORECASE,
)
PAGE_ENDS = frozenset("-–—－)]页~·|•")  # or a digit
BETWEEN_SIGNS = lazy_pattern(r"[-–—－~·|•]\s?\d{1,4}\s?[-–—－~·|•]")  # - 2 -
FIRST_NUMBER = re.compile(r"\d+")
# Please recycle, beside the bar code
RECYCLED = re.compile(
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
# CTOC/COP/WG.7/2019/L.1/Add.3 alone on its line
SYMBOL_LINE = re.compile(r"[A-Z]{1,6}[A-Za-z0-9.()]*(?:/[A-Za-z0-9.,()&* _–-]+)+\*{0,3}")
COLUMNS = re.compile(r"\t+|\s{2,}")
BESIDE_TITLE = " \t|·•0123456789٠١٢٣٤٥٦٧٨٩"  # between a running title and the page number
BESIDE_SYMBOL = " \t|,;·•"  # between a running symbol and the page number
CONTINUATION = lazy_pattern(r"\.{2,3}\s?/|/\s?\.{2,3}|…\s?/|/\s?…")  # at the foot: `/...`
# Rows of low lines, or of dashes, of any of the signs that are drawn as one line
RULE_CHARACTERS = "_‗＿¯‾ـ-‐‑–—―－⸺⸻⎯─━═┄┅┈┉╌╍="
RULE = re.compile(r"[_‗＿¯‾ـ]{4,}|[-‐‑–—―－⎯─━═┄┅┈┉╌╍=]{8,}|[⸺⸻]{3,}|(?:_ ){4,}_?")
LANGUAGE_NAMES = frozenset(
    fold_words(name) for lexicon in LEXICONS.values() for name, _ in lexicon.masthead.languages
)
HEAD_LINES = 40  # a masthead is not longer
LONGEST_HEAD = 90
LONGEST_PAGE_NUMBER = 25
LONGEST_CONTINUATION = 5
LONGEST_RECYCLED = 50
SHORTEST_TITLE = 4
SHORTEST_CUT = 30  # characters of a row in mid-sentence
SHORTEST_CUT_CASELESS = 40


class FurnitureSplit(Struct, frozen=True):
    """The lines of the text, and the page furniture that stood between them."""

    lines: tuple[Line, ...]
    furniture: tuple[Furniture, ...]


def split_furniture(lines: Sequence[Line], lexicon: Lexicon) -> FurnitureSplit:
    """Split page furniture from the text.

    Where furniture stood in the middle of text, the blank lines around it mean nothing: the line
    after it is marked as turned over a page (`above` is -1).
    """
    kinds = _kinds(lines)
    mark_contents(lines, kinds, lexicon)
    if not any(kinds):
        return FurnitureSplit(tuple(lines), ())
    kept: list[Line] = []
    pieces: list[Furniture] = []
    turned = False
    for line, kind in zip(lines, kinds, strict=True):
        if kind is None:
            kept.append(replace(line, above=-1) if turned and kept else line)
            turned = False
        else:
            pieces.append(Furniture(kind=kind, text=line.text, span=Span(line.start, line.end)))
            turned = turned or kind in ("head", "foot")
    return FurnitureSplit(tuple(kept), tuple(pieces))


def _kinds(lines: Sequence[Line]) -> list[Kind | None]:
    """For each line the kind of furniture that it is, or None."""
    short = [i for i, line in enumerate(lines) if len(line.text) <= LONGEST_HEAD]
    kinds: list[Kind | None] = [
        line.role if line.role == "head" or line.role == "foot" else None  # noqa: PLR1714  narrowed
        for line in lines
    ]
    for i in short:
        if kinds[i] is None and _may_be_foot(lines[i].text):
            kinds[i] = _own_kind(lines[i])
    feet = [i for i, kind in enumerate(kinds) if kind == "foot"]
    _mark_symbols(lines, kinds, short)
    _mark_repeated(lines, kinds, feet)
    _mark_titles(lines, kinds)
    _mark_page_numbers(lines, kinds, short)
    if "head" in kinds:
        _mark_languages(lines, kinds)
    return kinds


def _may_be_foot(text: str) -> bool:
    """Whether a line ends as one of the forms of page feet does, or begins as `Please recycle`."""
    return text[0] in RECYCLED_INITIALS or _ends_as_foot(text)


def _ends_as_foot(text: str) -> bool:
    last = text[-1]
    return last in FOOT_ENDS or last.isdecimal() or "\ue000" <= last <= "\uf8ff"  # of bar codes


def _own_kind(line: Line) -> Kind | None:
    """Whether a line is a page foot by its form; None where its reader knows the page."""
    if line.role != "body" or line.box is not None:
        return None
    if len(line.text) <= LONGEST_CONTINUATION and CONTINUATION.fullmatch(line.text):
        return "foot"
    recycled = line.text[0] in RECYCLED_INITIALS and len(line.text) <= LONGEST_RECYCLED
    if recycled and RECYCLED.fullmatch(line.text):
        return "foot"
    if _is_page_of_pages(line.text):
        return "foot"
    return "foot" if is_foot(line.text) else None


def _is_page_of_pages(text: str) -> bool:
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
    if not _ends_as_foot(text):
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


def _mark_symbols(lines: Sequence[Line], kinds: list[Kind | None], short: Sequence[int]) -> None:
    """Running symbols: the document's own, again, or one that stands beside a page foot.

    The number of the page, or the job number, may stand on the same line.
    """
    own: dict[str, str] = {}  # with the form that is printed
    alone = False  # whether one of them stood alone on its line
    for i in [i for i in short if "/" in lines[i].text]:
        line = lines[i]
        text = line.text
        if kinds[i]:
            continue
        if any(_is_page_beside(printed, text) for printed in own.values()):
            kinds[i] = "head"
        elif SYMBOL_LINE.fullmatch(text):
            symbol = _bare(text)
            beside = i > 0 and (kinds[i - 1] == "foot" or line.page != lines[i - 1].page)
            if symbol in own or (beside and i > 1):
                kinds[i] = "head"
            elif not alone and i < HEAD_LINES:
                own[symbol], alone = text.rstrip("*"), True
        elif not own and i < HEAD_LINES and (symbol := _symbol_in_columns(text)):
            own[_bare(symbol)] = symbol


def _symbol_in_columns(text: str) -> str:
    """The symbol in a line of several columns, or none: `United Nations    A/81/554`."""
    columns = COLUMNS.split(text)
    found = (column for column in columns if "/" in column and SYMBOL_LINE.fullmatch(column))
    return next(found, "").rstrip("*") if len(columns) > 1 else ""


def _is_page_beside(symbol: str, text: str) -> bool:
    """Whether a line is the symbol and the number of a page, or a page foot: `2⇥A/81/554`."""
    if text.startswith(symbol):
        rest = text[len(symbol) :]
        apart = rest[:1] in BESIDE_SYMBOL
    elif text.endswith(symbol):
        rest = text[: -len(symbol)]
        apart = rest[-1:] in BESIDE_SYMBOL
    else:
        return False
    rest = rest.strip(BESIDE_SYMBOL)
    return (
        apart and bool(rest) and (_is_page_number(rest) or _is_page_of_pages(rest) or is_foot(rest))
    )


def _bare(text: str) -> str:
    return re.sub(r"[\s*]", "", text)


def _mark_repeated(lines: Sequence[Line], kinds: list[Kind | None], feet: list[int]) -> None:
    """Short lines that come again at page turns: `Part IV …`, a running title.

    A reader that sees where on the page they stand has told them from `Table 3` itself.
    """
    turns = {i for foot in feet for i in (foot - 1, foot + 1, foot + 2)}
    pages = [line.page for line in lines]
    if not feet and len(set(pages)) <= 1:
        return
    turns |= {i for i, (above, page) in enumerate(pairwise(pages), 1) if page != above}
    turns = {i for i in turns if 0 <= i < len(lines) and len(lines[i].text) <= LONGEST_HEAD}
    turns = {i for i in turns if lines[i].box is None}
    texts = Counter(_masked(lines[i].text) for i in turns if kinds[i] is None)
    for i in turns:
        if kinds[i] is None and texts[_masked(lines[i].text)] > 2:  # noqa: PLR2004
            kinds[i] = "head"


def _mark_titles(lines: Sequence[Line], kinds: list[Kind | None]) -> None:
    """The document's title as a running head: a line of the masthead beside a running symbol.

    It is one where it comes more than once, or in mid-sentence; once between sentences it may be
    the heading of a section.
    """
    first = next((i for i, kind in enumerate(kinds) if kind), 0)
    head = _blocks(lines[: min(first, HEAD_LINES)])
    found: set[int] = set()
    for i in [i for i, kind in enumerate(kinds) if kind]:
        for j in (i - 1, i + 1):
            free = first < j < len(lines) and kinds[j] is None and not lines[j].box
            if free and _is_running_title(lines[j].text, head):
                found.add(j)
    for i in found:
        if len(found) > 1 or _is_cut_at(lines, kinds, i):
            kinds[i] = "head"


def _blocks(lines: Sequence[Line]) -> set[str]:
    """The texts between blank lines, the rows of each as one, but those that end as clauses do."""
    blocks: list[list[str]] = []
    for line in lines:
        if line.above or not blocks:
            blocks.append([])
        blocks[-1].append(line.text)
    joined = {" ".join(rows) for rows in blocks}
    return {text.rstrip("*† ") for text in joined if not ends_clause_or_comma(text)}


def _is_running_title(line: str, head: Collection[str]) -> bool:
    """Whether a line is a block of the masthead; one that is cut off ends in dots.

    The number of the page may stand beside it.
    """
    for title in (line.strip(), line.strip(BESIDE_TITLE)):
        cut = title.rstrip(" .…")
        if len(cut) < SHORTEST_TITLE:
            continue
        if title in head or (cut != title and any(text.startswith(cut) for text in head)):
            return True
    return False


def _is_cut_at(lines: Sequence[Line], kinds: Sequence[Kind | None], at: int) -> bool:
    """Whether the text above some furniture breaks off in mid-sentence."""
    above = at - 1
    while above > 0 and kinds[above]:
        above -= 1
    text = lines[above].text
    return len(text) >= SHORTEST_CUT and not ends_clause(text)


def _masked(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _mark_page_numbers(
    lines: Sequence[Line], kinds: list[Kind | None], short: Sequence[int]
) -> None:
    """Lone page numbers stand where pages turn or beside other furniture; `Page 2` counts up.

    So do bare numbers between blank lines, where one of them stands in mid-sentence.
    """
    ended = [i for i in short if lines[i].text[-1] in PAGE_ENDS or lines[i].text[-1].isdecimal()]
    found = [i for i in ended if kinds[i] is None and _is_page_number(lines[i].text)]
    apart = {i for i in found if _is_apart(lines, i)}
    cut = {i for i in apart if _is_in_mid_sentence(lines, i)}
    before: int | None = None
    for i in found:
        line = lines[i]
        number = _first_number(line.text)
        beside = any(
            0 <= j < len(lines) and (kinds[j] == "head" or lines[j].page != line.page)
            for j in (i - 1, i + 1)
        )
        beside = beside or (i + 1 == len(lines) and number == (line.page or _last_page(kinds)))
        counts = _is_worded(line.text) or (bool(cut) and i in apart)
        follows = number == (before or 1) + 1 or (before is None and i in cut)
        if beside or (counts and follows):
            kinds[i] = "foot"
            before = number


def _last_page(kinds: Sequence[Kind | None]) -> int:
    """The number of the last page of a text, by its running heads; 0 where it has none."""
    heads = sum(kind == "head" != above for above, kind in pairwise(kinds))
    return heads + 1 if heads else 0


def _first_number(text: str) -> int:
    match = FIRST_NUMBER.search(text)
    return int(match[0]) if match else 0


def _is_worded(text: str) -> bool:
    """Whether a page number has its name, or the signs on both sides that set it apart."""
    return not text.strip("-–—－()[] ").isdecimal() or BETWEEN_SIGNS.fullmatch(text) is not None


def _is_apart(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands between blank lines, in a text without pages."""
    line = lines[at]
    if line.box is not None or line.role != "body" or line.above < 1 or not at:
        return False
    return at + 1 < len(lines) and lines[at + 1].above > 0


def _is_in_mid_sentence(lines: Sequence[Line], at: int) -> bool:
    """Whether a sentence breaks off above a line and goes on below it, with no capital letter.

    In a script without case only the length of the row above tells it from a heading.
    """
    above, first = lines[at - 1].text, lines[at + 1].text[0]
    if not first.isalpha() or first.isupper() or ends_clause_or_comma(above):
        return False
    shortest = SHORTEST_CUT if first.islower() else SHORTEST_CUT_CASELESS
    return len(above) >= shortest


def _mark_languages(lines: Sequence[Line], kinds: list[Kind | None]) -> None:
    """The language of a document between its running symbol and `Page 2`."""
    for i in range(1, len(lines) - 1):
        if kinds[i] is None and kinds[i - 1] == "head" and kinds[i + 1] == "foot":
            text = lines[i].text
            if len(text) <= LONGEST_PAGE_NUMBER and fold_words(text) in LANGUAGE_NAMES:
                kinds[i] = "head"


def _is_page_number(text: str) -> bool:
    return len(text) <= LONGEST_PAGE_NUMBER and PAGE_NUMBER.fullmatch(text) is not None
