"""Glyphs of left-to-right scripts whose ToUnicode value has both bytes of a character in one.

Ghostscript 10.0 writes the first value of a range as its high byte OR its low byte, and counts the
others up from it: `4` for д or а, `û` for the ligature fi, `A` for Ł.  Of the letters of a ligature
it adds up the first and the third: `f` for fi, `o` for ffi.  Which one of a few letters a glyph is,
show its words, and those of others of its range.  A glyph that no word shows is left as it is.
(Arabic: `combined_bytes`.)
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, product
from math import prod
from typing import NamedTuple, TypeAlias

import numpy as np

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.combined_punctuation import with_texts
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
LETTERS = frozenset(map(chr, (0x401, *range(0x410, 0x450), 0x451, *range(0xFB00, 0xFB05)))) | {
    *"Œœ"
}
CERTAIN_SUMS = CONTROLS | {*"ûüýþÿĀāĂă"}
"""Values that may be sums although no other glyph has them."""
SUMS_OF_LETTERS: Mapping[str, Sequence[str]] = {
    "f": ("ff", "fi", "fl", "ft", "fj"), "t": ("ti", "tt", "tf"), "o": ("ffi",), "n": ("ffl",),
}  # fmt: skip
"""Of the letters of a ligature, the second is lost; the first is added up with a third."""
MOST_COMBINED = "\u0103"  # of a ligature
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
WIDER = 1.3  # times as wide as the narrowest space of a font
MIN_CONTROLS = 2  # values of a font
PARTS = re.compile("[-’']")
CYRILLIC_WORD = re.compile("[а-яё]{4,}")
SIGNS = frozenset("!\"#$%&'*+")  # the values of capital letters, from Н on
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


class Values(NamedTuple):
    """The ToUnicode values of some fonts, and what the glyphs may be of which they are sums."""

    texts: Mapping[GlyphCode, str]
    options: Mapping[GlyphCode, Sequence[str]]  # the value itself among them, if it may be right


def read_combined_letters(pages: Sequence[Page], evidence: Evidence) -> list[Page]:
    """The pages, with the letters that such glyphs have by their words."""
    widths = _widths(pages)
    if not any(_may_have_sums(evidence.unicode_map(font)) for font in widths):
        return [*pages]
    maps = {font: _characters(evidence.unicode_map(font), own) for font, own in widths.items()}
    is_cyrillic = any(map(_has_controls, maps.values()))
    values = _values(maps, is_cyrillic=is_cyrillic)
    if not values.options:
        return [*pages]
    words = _words(pages, values)
    found = _corrections(values, words)
    if is_cyrillic and not _is_proved(values, found, words):
        return [*pages]
    found |= _of_same_range(values, found)
    if is_cyrillic:
        found |= _undecided(values, found)
    evidence.combined_letters |= {
        glyph: text for glyph, text in found.items() if text != values.texts[glyph]
    }
    return [with_texts(page, evidence.combined_letters) for page in pages]


def _may_have_sums(texts: Mapping[int, str]) -> bool:
    """Whether a font has values that may be sums, or one value twice."""
    values = {*texts.values()}
    return len(values) < len(texts) or not values.isdisjoint(CERTAIN_SUMS)


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
        if code in widths and len(text) == 1 and (text != " " or spaces.get(code, 0) > usual)
    }


def _has_controls(texts: Mapping[int, str]) -> bool:
    """Whether a font has several control characters for values, as Cyrillic capitals give them."""
    return len(CONTROLS.intersection(texts.values())) >= MIN_CONTROLS


def _values(maps: Mapping[int, Mapping[int, str]], *, is_cyrillic: bool) -> Values:
    """The values of some fonts, and what the glyphs may be of which they are sums."""
    texts: dict[GlyphCode, str] = {}
    options: dict[GlyphCode, Sequence[str]] = {}
    for font, own in maps.items():
        counts = Counter(own.values())
        for code, text in own.items():
            found = _summed(text, is_cyrillic=is_cyrillic, is_repeated=counts[text] > 1)
            texts[font, code] = text
            if found:
                options[font, code] = found if text in CONTROLS or text == " " else [text, *found]
    return Values(texts, options)


def _summed(text: str, *, is_cyrillic: bool, is_repeated: bool) -> list[str]:
    """The letters of which a value may be the sum."""
    if text > MOST_COMBINED or text == NO_BREAK_SPACE:
        return []
    if not (is_cyrillic or is_repeated or text in CERTAIN_SUMS):
        return []
    blocks = [LIGATURES, *([CYRILLIC] if is_cyrillic else [LATIN] * is_repeated)]
    chars = [
        chr(ord(text) + (high << 8) - high + both) for high in blocks for both in IN_BOTH[high]
    ]
    found = [unicodedata.normalize("NFKC", char) for char in chars if char in LETTERS]
    return found + [*SUMS_OF_LETTERS.get(text, ())] * is_repeated


def _of_same_range(values: Values, found: Mapping[GlyphCode, str]) -> dict[GlyphCode, str]:
    """The letters of glyphs that no word shows, by the others of their range."""
    out: dict[GlyphCode, str] = {}
    ordered = sorted(values.texts)
    for _, own in groupby(ordered, lambda glyph: _distances(glyph, values.texts)):
        run = [*own]
        shifts = {
            ord(found[glyph]) - ord(values.texts[glyph])
            for glyph in run
            if len(found.get(glyph, "")) == 1
        }
        if len(shifts) == 1 and (shift := shifts.pop()):
            likely = {g: chr(ord(values.texts[g]) + shift) for g in run if g not in found}
            out |= {g: text for g, text in likely.items() if text in values.options.get(g, ())}
    return out


def _distances(glyph: GlyphCode, texts: Mapping[GlyphCode, str]) -> tuple[int, int]:
    """What the glyphs of a range have in common: a font, and the distance of code and value.

    Where all codes are their values, the distance shows no ranges.
    """
    font, code = glyph
    distance = ord(texts[glyph]) - code
    return (font, distance) if distance else (font, -code)


def _undecided(values: Values, found: Mapping[GlyphCode, str]) -> dict[GlyphCode, str]:
    """The signs for which a font has several glyphs, where no word shows that they are letters.

    They are left without a text, for what else is known of unknown glyphs, or for a doubt.
    """
    counts = Counter([(font, text) for (font, _), text in values.texts.items()])
    return {
        glyph: ""
        for glyph in values.options
        if glyph not in found
        and (text := values.texts[glyph]) in SIGNS
        and counts[glyph[0], text] > 1
    }


# --- words ----------------------------------------------------------------------------------------


def _words(pages: Iterable[Page], values: Values) -> list[Word]:
    """The distinct words with such a glyph, in the order of the content stream."""
    words: dict[Word, None] = {}
    for page in pages:
        glyphs = PageGlyphs.of(page.glyphs)
        own = {at for at, e in enumerate(glyphs.entries) if (e.font, e.code) in values.options}
        for run in _runs(glyphs, own):
            words[tuple([glyphs.entries[at][1:3] for at in run])] = None
        if len(words) > MAX_WORDS:
            break
    return [*words]


def _runs(glyphs: PageGlyphs, own: Collection[int]) -> Iterator[list[int]]:
    """The entries of glyphs that follow one another without a space, some of them among them."""
    if not len(glyphs):
        return
    ids = glyphs.ids
    wanted = np.zeros(len(glyphs.entries), dtype=bool)
    wanted[[*own]] = True
    is_wanted = wanted[ids]
    if not is_wanted.any():
        return
    spaces = [e.text.isspace() and at not in own for at, e in enumerate(glyphs.entries)]
    is_space = np.array(spaces, dtype=bool)[ids]
    gaps = (glyphs.x0[1:] - glyphs.x1[:-1]) / np.maximum(glyphs.size[1:], 1e-6)
    is_apart = (np.abs(gaps) > GAP) | is_space[1:] | is_space[:-1]
    is_apart |= np.abs(np.diff(glyphs.y)) > BASELINE * glyphs.size[1:]
    starts = np.concatenate([[0], np.flatnonzero(is_apart) + 1])
    ends = [*starts[1:].tolist(), len(ids)]
    numbers = ids.tolist()
    for at in np.flatnonzero(np.add.reduceat(is_wanted, starts)).tolist():
        start, end = starts.item(at), ends[at]
        if 1 < end - start <= LONGEST_WORD:
            yield numbers[start:end]


# --- corrections ----------------------------------------------------------------------------------


def _corrections(values: Values, words: Sequence[Word]) -> dict[GlyphCode, str]:
    """The letters of glyphs by their words: by those of few glyphs first, which tell others.

    Where no more glyphs have several words, one word that is long enough shows its glyph.
    """
    found: dict[GlyphCode, str] = {}
    for least, is_word in ((MIN_WORDS, is_surely_usual), (1, is_known)):
        if least == 1:
            words = [word for word in words if _known_letters(word, values, found) >= MIN_LETTERS]
        for _ in range(MAX_ROUNDS):
            votes = _votes(values, words, found, is_word)
            clear = {glyph: _clear(own, least) for glyph, own in votes.items()}
            new = {glyph: text for glyph, text in clear.items() if text}
            if not new:
                break
            found |= new
        if all(text == values.texts[glyph] for glyph, text in found.items()):
            return {}
        found |= _only_letters(values, words, found)
    return found


def _known_letters(word: Word, values: Values, found: Mapping[GlyphCode, str]) -> int:
    """How many glyphs of a word are letters without question."""
    return sum(
        found[glyph] != values.texts[glyph]
        if glyph in found
        else glyph not in values.options and values.texts.get(glyph, "").isalpha()
        for glyph in word
    )


def _only_letters(
    values: Values, words: Iterable[Word], found: Mapping[GlyphCode, str]
) -> dict[GlyphCode, str]:
    """The glyphs between Cyrillic letters that may be one Cyrillic letter only, as ё."""
    return {
        second: options[0]
        for word in words
        for first, second, third in zip(word, word[1:], word[2:], strict=False)
        if second in values.options
        and second not in found
        and len(options := [o for o in values.options[second] if o != values.texts[second]]) == 1
        and _is_cyrillic(first, values, found)
        and _is_cyrillic(third, values, found)
    }


def _votes(
    values: Values,
    words: Iterable[Word],
    found: Mapping[GlyphCode, str],
    is_word: Callable[[str], bool],
) -> Mapping[GlyphCode, Counter[str]]:
    """In how many words each reading of an open glyph is the only one that makes a word."""
    votes: dict[GlyphCode, Counter[str]] = defaultdict(Counter)
    open_words = [
        (word, options)
        for word in words
        if (options := _options(word, values, found))
        and not all(values.texts.get(glyph, "").isdecimal() for glyph in word)
    ]
    tried = 0
    for word, options in sorted(open_words, key=lambda item: _count(item[1])):
        tried += _count(options)
        if tried > MAX_TRIED:
            break
        readings = [
            dict(zip(options, chosen, strict=True)) for chosen in product(*options.values())
        ]
        fitting = [
            own for own in readings if _are_words(_read(word, values, {**found, **own}), is_word)
        ]
        for glyph in options:
            texts = {reading[glyph] for reading in fitting}
            if len(texts) == 1:
                votes[glyph][texts.pop()] += 1 if len(word) < LONG_WORD else MIN_WORDS
    return votes


def _options(
    word: Word, values: Values, found: Mapping[GlyphCode, str]
) -> dict[GlyphCode, Sequence[str]]:
    """What the open glyphs of a word may be.

    A word of Cyrillic letters has others than these at its ends only.
    """
    options = {g: values.options[g] for g in word if g in values.options and g not in found}
    if any(_is_cyrillic(glyph, values, found) for glyph in word):
        for glyph in word[1:-1]:
            own = values.texts[glyph] if glyph in options else ""
            if own:
                options[glyph] = [o for o in options[glyph] if o != own] or [own]
    return options


def _is_cyrillic(glyph: GlyphCode, values: Values, found: Mapping[GlyphCode, str]) -> bool:
    return "\u0400" < found.get(glyph, values.texts.get(glyph, "")) < "\u0460"


def _count(options: Mapping[GlyphCode, Sequence[str]]) -> int:
    return prod(map(len, options.values()))


def _clear(votes: Counter[str], least: int) -> str:
    """The reading that far more words show than any other; "" if there is none."""
    (best, most), *others = votes.most_common(2)
    second = others[0][1] if others else 0
    return best if most >= max(least, CLEAR_LEAD * second) else ""


def _read(word: Word, values: Values, found: Mapping[GlyphCode, str]) -> str:
    """A word in lower case, without what is no letter at its ends."""
    texts = (found.get(glyph, values.texts.get(glyph, UNMAPPED)) for glyph in word)
    text = "".join(texts).lower()
    start = next((at for at, char in enumerate(text) if char.isalpha()), len(text))
    end = next((at for at in range(len(text), start, -1) if text[at - 1].isalpha()), start)
    return text[start:end]


def _are_words(text: str, is_word: Callable[[str], bool]) -> bool:
    """Whether a text is a word, or words with hyphens and apostrophes between them."""
    long = [part for part in PARTS.split(text) if len(part) >= LEAST_LETTERS]
    return bool(long) and all(part.isalpha() and is_word(part) for part in long)


def _is_proved(values: Values, found: Mapping[GlyphCode, str], words: Sequence[Word]) -> bool:
    """Whether most words of which all glyphs are read, in Cyrillic, are known."""
    read = [word for word in words if all(g in found or g not in values.options for g in word)]
    texts = (_read(word, values, found) for word in read)
    own = [text for text in texts if CYRILLIC_WORD.fullmatch(text)]
    known = sum(map(is_known, own))
    return known >= max(MIN_PROVED, MIN_KNOWN * len(own))
