"""Glyphs of left-to-right scripts whose ToUnicode value has both bytes of a character in one.

Ghostscript 10.0 writes the first value of a range as its high byte OR its low byte, and counts the
others up from it: `4` for д or а, `û` for the ligature fi, `A` for Ł.  So the character is the
value and one of a few numbers; which one it is, show the words of the glyph, and those of others of
its range.  A glyph that no word shows is left as it is.  (Arabic: `combined_bytes`.)
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise, product
from math import prod
from typing import NamedTuple, TypeAlias

import numpy as np
from msgspec.structs import replace

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.letters import UNMAPPED
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.file.page_glyphs import PageGlyphs
from unreport.readers.pdf.spelling.known_words import is_known, is_surely_usual

GlyphCode: TypeAlias = tuple[int, int]  # font and code
Word: TypeAlias = tuple[GlyphCode, ...]

CONTROLS = frozenset(map(chr, (*range(1, 0x20), *range(0x7F, 0xA0))))
CYRILLIC, LATIN, LIGATURES = 0x04, 0x01, 0xFB  # high bytes
IN_BOTH: Mapping[int, Sequence[int]] = {CYRILLIC: (0, 4), LATIN: (0, 1), LIGATURES: (0, 1, 2, 3)}
"""The bits that both bytes of the first value may have had, by its high byte."""
LETTERS: Mapping[int, frozenset[str]] = {
    CYRILLIC: frozenset(map(chr, (0x401, *range(0x410, 0x450), 0x451))),
    LATIN: frozenset(map(chr, range(0x100, 0x180))),
    LIGATURES: frozenset("\ufb00\ufb01\ufb02\ufb03\ufb04"),
}
MOST_COMBINED = "\u0103"  # of a ligature
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
WIDER = 1.3  # times as wide as the narrowest space of a font
MIN_CONTROLS = 2  # values of a font
PARTS = re.compile("[-’']")
MAX_WORDS = 4000  # of some pages
LONGEST_WORD = 30
MAX_TRIED = 100_000  # readings of words at a time
MAX_ROUNDS = 8
LEAST_LETTERS, LONG_WORD = 3, 6
MIN_LETTERS = 2  # that are known, of a word that shows a glyph by itself
MIN_WORDS = 2
CLEAR_LEAD = 3  # times as many words as with any other correction
MIN_PROVED, MIN_KNOWN = 8, 0.7  # words of a document in Cyrillic, and the share that is known
GAP, BASELINE = 0.15, 0.3  # em between two words, and between the baselines of two rows
AS_IS = 0
CYRILLIC_SHIFTS = frozenset((CYRILLIC << 8) - CYRILLIC + both for both in IN_BOTH[CYRILLIC])


class Values(NamedTuple):
    """The ToUnicode values of some fonts, and what may have to be added to them."""

    texts: Mapping[GlyphCode, str]
    shifts: Mapping[GlyphCode, Sequence[int]]


def read_combined_letters(pages: Sequence[Page], evidence: Evidence) -> list[Page]:
    """The pages, with the letters that such glyphs have by their words."""
    widths = _widths(pages)
    maps = {font: _characters(evidence.unicode_map(font), own) for font, own in widths.items()}
    is_cyrillic = any(map(_has_controls, maps.values()))
    values = _values(maps, is_cyrillic=is_cyrillic)
    if not values.shifts:
        return [*pages]
    words = _words(pages, values)
    found = _corrections(values, words)
    if is_cyrillic and not _is_proved(values, found, words):
        return [*pages]
    evidence.combined_letters |= {
        glyph: _corrected(values.texts[glyph], shift)
        for glyph, shift in (found | _of_same_range(values, found)).items()
        if shift
    }
    return [_with_texts(page, evidence.combined_letters) for page in pages]


def _widths(pages: Iterable[Page]) -> dict[int, dict[int, float]]:
    """The fonts of some pages, and the widths of the codes that are used."""
    widths: dict[int, dict[int, float]] = defaultdict(dict)
    for page in pages:
        for entry in PageGlyphs.of(page.glyphs).distinct:
            widths[entry.font][entry.code] = entry.width
    return widths


def _characters(texts: Mapping[int, str], widths: Mapping[int, float]) -> Mapping[int, str]:
    """The values of a font that are one character, by code, without its space.

    A second space that is wider is Р, U+0420.
    """
    spaces = {code: widths[code] for code, text in texts.items() if text == " " and code in widths}
    usual = WIDER * min(spaces.values(), default=0)
    return {
        code: text
        for code, text in sorted(texts.items())
        if len(text) == 1 and (text != " " or spaces.get(code, 0) > usual)
    }


def _has_controls(texts: Mapping[int, str]) -> bool:
    """Whether a font has several control characters for values, as Cyrillic capitals give them."""
    return len(CONTROLS.intersection(texts.values())) >= MIN_CONTROLS


def _values(maps: Mapping[int, Mapping[int, str]], *, is_cyrillic: bool) -> Values:
    """The values of some fonts, and what may have to be added to them."""
    texts: dict[GlyphCode, str] = {}
    shifts: dict[GlyphCode, Sequence[int]] = {}
    for font, own in maps.items():
        counts = Counter(own.values())
        for code, text in own.items():
            found = _shifts(text, is_cyrillic=is_cyrillic, is_repeated=counts[text] > 1)
            texts[font, code] = text
            if found:
                shifts[font, code] = found if text in CONTROLS or text == " " else (AS_IS, *found)
    return Values(texts, shifts)


def _shifts(text: str, *, is_cyrillic: bool, is_repeated: bool) -> list[int]:
    """What may have to be added to a value."""
    if text > MOST_COMBINED or text == NO_BREAK_SPACE:
        return []
    blocks = [LIGATURES, *([CYRILLIC] if is_cyrillic else [LATIN] * is_repeated)]
    return [
        shift
        for high in blocks
        for both in IN_BOTH[high]
        if chr(ord(text) + (shift := (high << 8) - high + both)) in LETTERS[high]
    ]


def _corrected(text: str, shift: int) -> str:
    return unicodedata.normalize("NFKC", chr(ord(text) + shift))


def _of_same_range(values: Values, found: Mapping[GlyphCode, int]) -> dict[GlyphCode, int]:
    """The corrections of glyphs that no word shows, by the others of their range."""
    out: dict[GlyphCode, int] = {}
    ordered = enumerate(sorted(values.texts))
    for _, own in groupby(ordered, lambda item: _distances(item[1], values.texts)):
        run = [glyph for _, glyph in own]
        known = {found[glyph] for glyph in run if glyph in found}
        if len(known) == 1 and (shift := known.pop()):
            open_ = (glyph for glyph in run if glyph not in found)
            out |= {glyph: shift for glyph in open_ if shift in values.shifts.get(glyph, ())}
    return out


def _distances(glyph: GlyphCode, texts: Mapping[GlyphCode, str]) -> tuple[int, int]:
    """What the glyphs of a range have in common: a font, and the distance of code and value.

    Where all codes are their values, the distance shows no ranges.
    """
    font, code = glyph
    distance = ord(texts[glyph]) - code
    return (font, distance) if distance else (font, -code)


# --- words ----------------------------------------------------------------------------------------


def _words(pages: Iterable[Page], values: Values) -> list[Word]:
    """The distinct words with such a glyph, in the order of the content stream."""
    words: dict[Word, None] = {}
    for page in pages:
        glyphs = PageGlyphs.of(page.glyphs)
        own = {at for at, e in enumerate(glyphs.entries) if (e.font, e.code) in values.shifts}
        for run in _runs(glyphs, own):
            if len(run) <= LONGEST_WORD and not own.isdisjoint(run):
                words[tuple([glyphs.entries[at][1:3] for at in run])] = None
        if len(words) > MAX_WORDS:
            break
    return [*words]


def _runs(glyphs: PageGlyphs, others: Collection[int]) -> Iterator[list[int]]:
    """The entries of glyphs that follow one another without a space; `others` are none."""
    if not len(glyphs):
        return
    ids = glyphs.ids
    spaces = [e.text.isspace() and at not in others for at, e in enumerate(glyphs.entries)]
    is_space = np.array(spaces, dtype=bool)[ids]
    gaps = (glyphs.x0[1:] - glyphs.x1[:-1]) / np.maximum(glyphs.size[1:], 1e-6)
    is_apart = (np.abs(gaps) > GAP) | is_space[1:] | is_space[:-1]
    is_apart |= np.abs(np.diff(glyphs.y)) > BASELINE * glyphs.size[1:]
    ends = [0, *(np.flatnonzero(is_apart) + 1).tolist(), len(ids)]
    numbers = ids.tolist()
    for start, end in pairwise(ends):
        if end - start > 1:
            yield numbers[start:end]


# --- corrections ----------------------------------------------------------------------------------


def _corrections(values: Values, words: Sequence[Word]) -> dict[GlyphCode, int]:
    """The corrections of glyphs by their words: by those of few glyphs first, which tell others.

    Where no more glyphs have several words, one word that is long enough shows its glyph.
    """
    found: dict[GlyphCode, int] = {}
    for least, is_known_word in ((MIN_WORDS, is_surely_usual), (1, is_known)):
        if least == 1:
            words = [word for word in words if _known_letters(word, values, found) >= MIN_LETTERS]
        for _ in range(MAX_ROUNDS):
            votes = _votes(values, words, found, is_known_word)
            clear = ((glyph, _clear(own, least)) for glyph, own in votes.items())
            new = {glyph: shift for glyph, shift in clear if shift is not None}
            if not new:
                break
            found |= new
        if not any(found.values()):
            return {}
        found |= _only_letters(values, words, found)
    return found


def _known_letters(word: Word, values: Values, found: Mapping[GlyphCode, int]) -> int:
    """How many glyphs of a word are letters without question."""
    return sum(
        found.get(glyph, AS_IS) != AS_IS
        or (glyph not in values.shifts and values.texts.get(glyph, "").isalpha())
        for glyph in word
    )


def _only_letters(
    values: Values, words: Iterable[Word], found: Mapping[GlyphCode, int]
) -> dict[GlyphCode, int]:
    """The corrections of glyphs between letters that may be one Cyrillic letter only, as ё."""
    return {
        second: values.shifts[second][-1]
        for word in words
        for first, second, third in zip(word, word[1:], word[2:], strict=False)
        if second in values.shifts
        and second not in found
        and [shift for shift in values.shifts[second] if shift] == [values.shifts[second][-1]]
        and _is_cyrillic(first, values, found)
        and _is_cyrillic(third, values, found)
    }


def _votes(
    values: Values,
    words: Iterable[Word],
    found: Mapping[GlyphCode, int],
    is_known_word: Callable[[str], bool],
) -> Mapping[GlyphCode, Counter[int]]:
    """In how many words each correction of an open glyph is the only one that makes a word."""
    votes: dict[GlyphCode, Counter[int]] = defaultdict(Counter)
    open_words = [(word, options) for word in words if (options := _options(word, values, found))]
    tried = 0
    for word, options in sorted(open_words, key=lambda item: _count(item[1])):
        tried += _count(options)
        if tried > MAX_TRIED:
            break
        readings = (
            dict(zip(options, chosen, strict=True)) for chosen in product(*options.values())
        )
        fitting = [
            own
            for own in readings
            if _are_words(_read(word, values, {**found, **own}), is_known_word)
        ]
        for glyph in options:
            shifts = {reading[glyph] for reading in fitting}
            if len(shifts) == 1:
                votes[glyph][shifts.pop()] += 1 if len(word) < LONG_WORD else MIN_WORDS
    return votes


def _options(
    word: Word, values: Values, found: Mapping[GlyphCode, int]
) -> dict[GlyphCode, Sequence[int]]:
    """The corrections that the open glyphs of a word may have.

    A word of Cyrillic letters has others than these at its ends only.
    """
    options = {g: values.shifts[g] for g in word if g in values.shifts and g not in found}
    if any(_is_cyrillic(glyph, values, found) for glyph in word):
        for glyph in word[1:-1]:
            if glyph in options:
                options[glyph] = [shift for shift in options[glyph] if shift] or [AS_IS]
    return options


def _is_cyrillic(glyph: GlyphCode, values: Values, found: Mapping[GlyphCode, int]) -> bool:
    text = values.texts.get(glyph, "")
    return "\u0400" < text < "\u0460" or found.get(glyph, AS_IS) in CYRILLIC_SHIFTS


def _count(options: Mapping[GlyphCode, Sequence[int]]) -> int:
    return prod(map(len, options.values()))


def _clear(votes: Counter[int], least: int) -> int | None:
    """The correction that far more words show than any other; None if there is none."""
    (best, most), *others = votes.most_common(2)
    second = others[0][1] if others else 0
    return best if most >= max(least, CLEAR_LEAD * second) else None


def _read(word: Word, values: Values, shifts: Mapping[GlyphCode, int]) -> str:
    """A word with corrections, in lower case, without what is no letter at its ends."""
    text = "".join(
        _corrected(text, shift) if (shift := shifts.get(glyph, AS_IS)) else text
        for glyph in word
        for text in (values.texts.get(glyph, UNMAPPED),)
    )
    start = next((at for at, char in enumerate(text) if char.isalpha()), len(text))
    end = next((at for at in range(len(text), start, -1) if text[at - 1].isalpha()), start)
    return text[start:end].lower()


def _are_words(text: str, is_word: Callable[[str], bool]) -> bool:
    """Whether a text is a word, or words with hyphens and apostrophes between them."""
    long = [part for part in PARTS.split(text) if len(part) >= LEAST_LETTERS]
    return bool(long) and all(part.isalpha() and is_word(part) for part in long)


def _is_proved(values: Values, found: Mapping[GlyphCode, int], words: Sequence[Word]) -> bool:
    """Whether most words of which all glyphs are read are known."""
    read = [word for word in words if all(g in found or g not in values.shifts for g in word)]
    own = [text for word in read if len(text := _read(word, values, found)) > LEAST_LETTERS]
    known = sum(map(is_known, filter(str.isalpha, own)))
    return known >= max(MIN_PROVED, MIN_KNOWN * len(own))


def _with_texts(page: Page, texts: Mapping[GlyphCode, str]) -> Page:
    """A page whose glyphs have other texts, where they are known."""
    glyphs = PageGlyphs.of(page.glyphs)
    if not any(entry[1:3] in texts for entry in glyphs.distinct):
        return page
    entries = [e._replace(text=texts.get(e[1:3], e.text)) for e in glyphs.entries]
    return replace(page, glyphs=glyphs.with_entries(entries))
