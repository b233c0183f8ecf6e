"""Account for every glyph: each letter that a page shows stands in its lines, and once.

The letters and digits of the glyphs of a page are counted, and those of the lines that were made of
them.  Where the two differ, a doubt names the page and the letters.  What need not be in the lines
is allowed for only where counts differ: glyphs outside the paper, glyphs painted twice for bold
type or a shadow, strokes that fill a line, and text that `/ActualText` replaces (ISO 32000-1,
14.9.4).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from unreport.document import Line
from unreport.model import Issue
from unreport.readers.pdf.bidi.encodings.glyph_texts import glyph_texts
from unreport.readers.pdf.bidi.encodings.skeletons import DOTS_UNIT
from unreport.readers.pdf.bidi.letters import TATWEEL, UNMAPPED, glyph_letters
from unreport.readers.pdf.file.glyphs import Glyph, Page
from unreport.readers.pdf.file.page_glyphs import PageGlyphs
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.text.characters import PERSIAN_TO_ARABIC, RADICALS_SUPPLEMENT

YEH = str.maketrans("ى", "ي")  # `ئ` is drawn as either with a hamza
ACCENTS = str.maketrans("ıȷ", "ij", "ˆˇ")  # drawn apart from their letter
FOLDED: dict[int, int | str | None] = {**PERSIAN_TO_ARABIC, **RADICALS_SUPPLEMENT, **YEH, **ACCENTS}
REPAINTED = 0.5  # of a glyph's width that another glyph of the same letters covers
BASELINE_TOLERANCE = 0.3  # em
WIDTHLESS = 0.01  # points; such a glyph is a mark on its letter
QUOTED_WORDS = 12
LAST_OF_PLANE = 0xFFFF  # the last code point of the Basic Multilingual Plane
WORDS = re.compile(r"[^\W_]+")

Letters = Counter[str]
GlyphCode = tuple[int, int]  # font and glyph
NONE_READ: Mapping[GlyphCode, str] = MappingProxyType({})


class PageLetters(Struct, frozen=True, kw_only=True):
    """The letters that the lines of a page must have, and those that they may have."""

    page: int
    least: Letters
    most: Letters
    words: str = ""  # of the page as stored, where its lines have other letters


def page_letters(
    page: Page,
    lines: Iterable[TextLine],
    fillers: Collection[GlyphCode],
    read: Mapping[GlyphCode, str] = NONE_READ,
) -> PageLetters:
    """Count the letters of a page's glyphs, and allow for what its lines rightly leave out.

    `fillers` are the glyphs that fill lines, `read` has the letters of glyphs without text.
    """
    have = letters_of(line.text for line in lines)
    drawn = _letters_of_glyphs(page.glyphs)
    if drawn != have:
        page = _with_decided_texts(page, read)
        drawn = _letters_of_glyphs(page.glyphs)
    differing = _difference(drawn, have)
    if not differing:
        return PageLetters(page=page.number, least=drawn, most=drawn)
    suspects = [glyph for glyph in page.glyphs if _folded(glyph.text) & differing or glyph.span]
    unneeded = _letters_of_glyphs(_unneeded(page, suspects, fillers))
    fewest, most = _span_letters(page, suspects)
    skeletons, dotted = _dotted_letters(page, read)
    return PageLetters(
        page=page.number,
        least=drawn - unneeded - fewest - skeletons,
        most=drawn + most + dotted,
        words=_stored_text(page.glyphs),
    )


def unaccounted(pages: Iterable[PageLetters], lines: Iterable[Line]) -> Iterator[Issue]:
    """A doubt for each page whose lines lack letters, or have some more often than the page.

    A sign may have moved over a page break with the word that it belongs to, so letters that one
    page lacks and the next one has too often are no fault.
    """
    texts: dict[int, list[str]] = defaultdict(list)
    for line in lines:
        texts[line.page or 0].append(line.text)
    counted = [(page, letters_of(texts[page.page])) for page in pages]
    lost = [page.least - have for page, have in counted]
    doubled = [have - page.most for page, have in counted]
    for here, there in pairwise(range(len(counted))):
        _cancel(lost[here], doubled[there])
        _cancel(lost[there], doubled[here])
    for (page, _), gone, more in zip(counted, lost, doubled, strict=True):
        yield from _doubts(page, texts[page.page], gone, more)


def letters_of(texts: Iterable[str]) -> Letters:
    """The letters and digits of texts, folded: without marks, ligatures and variants of form."""
    out: Letters = Counter()
    for char, count in _characters_of("".join(texts)):
        for letter in _fold(char):
            out[letter] += count
    return out


def _characters_of(text: str) -> Iterator[tuple[str, int]]:
    """The characters of a text in order, with their numbers; `Counter` takes five times as long."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    if codes.max(initial=0) > LAST_OF_PLANE:  # few texts have such characters
        yield from Counter(text).items()
        return
    counts = np.bincount(codes)
    for char in sorted(map(chr, np.flatnonzero(counts).tolist()), key=text.index):
        yield char, counts.item(ord(char))


# --- counting -------------------------------------------------------------------------------------


def _with_decided_texts(page: Page, read: Mapping[GlyphCode, str]) -> Page:
    """A page whose glyphs have the text that is read, which may differ from ToUnicode's."""
    glyphs = PageGlyphs.of(page.glyphs)
    texts = glyph_texts(glyphs)
    entries = [*glyphs.entries]
    for at in glyphs.counts:
        key = entries[at].font, entries[at].code
        text = read.get(key, texts[key].text)
        if text not in {entries[at].text, UNMAPPED}:
            entries[at] = entries[at]._replace(text=text)
    return replace(page, glyphs=glyphs.with_entries(entries))


@lru_cache(maxsize=8192)
def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", glyph_letters(text).translate(FOLDED)).translate(FOLDED)
    return "".join(
        c for c in plain if c.isalnum() and c != TATWEEL and not unicodedata.combining(c)
    )


@lru_cache(maxsize=8192)
def _folded(text: str) -> frozenset[str]:
    return frozenset(_fold(text))


def _letters_of_glyphs(glyphs: Iterable[Glyph]) -> Letters:
    if isinstance(glyphs, PageGlyphs):
        texts = [(glyphs.entries[at].text, count) for at, count in glyphs.counts.items()]
    else:
        texts = [*Counter([glyph.text for glyph in glyphs]).items()]
    out: Letters = Counter()
    for text, count in texts:
        for letter in _fold(text) if text else ():
            out[letter] += count
    return out


def _dotted_letters(page: Page, read: Mapping[GlyphCode, str]) -> tuple[Letters, Letters]:
    """The letters of skeletons that were read with their dots, and at most how many these made."""
    dotted = {key: letter for key, letter in read.items() if key[1] >= DOTS_UNIT}
    skeletons, letters = Letters(), Letters()
    if dotted:
        glyphs = Counter((glyph.font, glyph.code, glyph.text) for glyph in page.glyphs)
        counts = {(font, code): (text, n) for (font, code, text), n in glyphs.items()}
        for (font, code), letter in dotted.items():
            text, count = counts.get((font, code % DOTS_UNIT), ("", 0))
            for out, own in ((skeletons, text), (letters, letter)):
                for char in _fold(own):
                    out[char] += count
    return skeletons, letters


def _difference(one: Letters, other: Letters) -> frozenset[str]:
    if one == other:
        return frozenset()
    return frozenset(letter for letter in one.keys() | other.keys() if one[letter] != other[letter])


def _cancel(lost: Letters, doubled: Letters) -> None:
    common = lost & doubled
    if common:
        lost.subtract(common)
        doubled.subtract(common)


# --- what lines rightly leave out -----------------------------------------------------------------


def _unneeded(
    page: Page, glyphs: Iterable[Glyph], fillers: Collection[GlyphCode]
) -> Iterator[Glyph]:
    """Glyphs outside the paper, without width, painted twice, or that fill a line."""
    same: dict[str, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        inside = -1 < glyph.y < page.height + 1 and glyph.x1 >= -1 and glyph.x0 <= page.width + 1
        filler = (glyph.font, glyph.code) in fillers
        if not inside or filler or glyph.x1 - glyph.x0 < WIDTHLESS:
            yield glyph
        elif letters := _fold(glyph.text):
            same[letters[:1]].append(glyph)
    for candidates in same.values():
        yield from _repainted(candidates)


def _repainted(glyphs: list[Glyph]) -> Iterator[Glyph]:
    """Glyphs that another glyph of the same letter is painted over."""
    glyphs.sort(key=lambda glyph: (glyph.x0 + glyph.x1, glyph.y))
    near: list[Glyph] = []  # those that may reach over the next
    for glyph in glyphs:
        near = [other for other in near if other.x1 > glyph.x0]
        covered = any(
            abs(other.y - glyph.y) < BASELINE_TOLERANCE * glyph.size
            and other.x1 - glyph.x0 > REPAINTED * (glyph.x1 - glyph.x0)
            for other in near
        )
        if covered:
            yield glyph
        else:
            near.append(glyph)


def _span_letters(page: Page, glyphs: Iterable[Glyph]) -> tuple[Letters, Letters]:
    """The letters of glyphs that `/ActualText` may replace, and the letters of that text."""
    fewest: Letters = Counter()
    most: Letters = Counter()
    spans: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if glyph.span:
            spans[glyph.span].append(glyph)
    for span, own in spans.items():
        drawn, said = _letters_of_glyphs(own), letters_of([page.spans[span]])
        fewest += drawn - said
        most += said - drawn
    return fewest, most


# --- messages -------------------------------------------------------------------------------------


def _doubts(
    page: PageLetters, texts: list[str], lost: Letters, doubled: Letters
) -> Iterator[Issue]:
    if count := (+lost).total():
        words = _differing_words([page.words], texts, lost)
        yield Issue(
            code="lost-text",
            message=f"page {page.page}: {count} letters or digits of the page are not in the "
            f"text: {words}",
        )
    if count := (+doubled).total():
        words = _differing_words(texts, [page.words], doubled)
        yield Issue(
            code="doubled-text",
            message=f"page {page.page}: {count} letters or digits stand in the text more often "
            f"than on the page: {words}",
        )


def _differing_words(these: Iterable[str], others: Iterable[str], letters: Letters) -> str:
    """Words that the first texts have more often than the second; else the letters themselves."""
    words, less = (Counter(_words(texts)) for texts in (these, others))
    found = [word for word in words - less if set(word) & letters.keys()]
    return " ".join(found[:QUOTED_WORDS]) or " ".join((+letters).elements())


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for found in WORDS.finditer(text):
            yield _fold(found[0])


def _stored_text(glyphs: Iterable[Glyph]) -> str:
    """The words of a page in the order in which they are drawn."""
    out: list[str] = []
    for before, glyph in pairwise([None, *glyphs]):
        if glyph is None:
            continue
        if before and not (
            abs(before.y - glyph.y) < BASELINE_TOLERANCE * glyph.size
            and abs(glyph.x0 - before.x1) < REPAINTED * glyph.size
        ):
            out.append(" ")
        out.append(glyph.text)
    return "".join(out)
