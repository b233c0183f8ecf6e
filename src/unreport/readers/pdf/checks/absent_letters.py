"""Fonts without one of the commonest letters of their language, and the rows that may lack it.

A producer may drop a glyph, or read it as something that is no letter: then a text of 1,500 letters
or more has none of a letter that it should have sixteen times, in Arabic none in one of its joining
forms, each of which is a glyph.  No right text of the six languages lacks a letter so: where the
expected number was higher than fifteen, letters were lost.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from unreport.languages import LEXICONS
from unreport.model import Issue
from unreport.readers.pdf.bidi.arabic_evidence import RIGHT_JOINING
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import has_foreign_words, words_of
from unreport.readers.pdf.bidi.letters import TATWEEL
from unreport.readers.pdf.file.glyphs import Font
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.known_words import (
    is_known,
    is_usual,
    likeliest_language,
    script_of,
)

MIN_EXPECTED = 16.0  # occurrences of a letter that a font does not have
MIN_LETTERS = 700  # of a font; the words of one with few may be those without a letter
MAX_ELSEWHERE = 0.2  # of those expected in the document, in its other fonts
MIN_REPAIRED, MIN_SHARE = 6, 0.4
"""Unknown words, and their share, that are known with an absent letter, if that was dropped."""
MIN_KNOWN = 0.35  # of the distinct words of a text in one of the languages
MAX_COUNT = 2  # of a word; sentences that a text repeats show nothing more
HAMZA = "ء"  # is joined to no letter
FIRST_ARABIC = "\u0620"

Letters = Counter[str]
"""Letters with their numbers; Arabic ones in the joining forms `ي`, `يـ`, `ـيـ`, `ـي`."""


class AbsentLetters(Struct, frozen=True, kw_only=True):
    """The letters that a font lacks."""

    font: int
    language: str
    letters: tuple[str, ...]
    count: int  # of all letters in the words of the font


def absent_letters(evidence: Evidence) -> Iterator[AbsentLetters]:
    """The fonts that lack common letters of their language, which the document has nowhere."""
    for script, fonts in _counted_words(evidence).items():
        sizes = {font: sum(len(word) * own[word] for word in own) for font, own in fonts.items()}
        large = [font for font, size in sizes.items() if size >= MIN_LETTERS]
        language = _language([word for own in fonts.values() for word in own]) if large else ""
        if not language:
            continue
        shares = dict(LEXICONS[language].frequent_letters)
        lacking = {font: _lacking(fonts[font], script, shares, sizes[font]) for font in large}
        elsewhere = _letters(fonts, script) if any(lacking.values()) else Letters()
        limit = MAX_ELSEWHERE * sum(sizes.values())
        for font, expected in lacking.items():
            letters = tuple(one for one in expected if elsewhere[one] <= limit * shares[one])
            if letters:
                yield AbsentLetters(
                    font=font, language=language, letters=letters, count=sizes[font]
                )


def _counted_words(evidence: Evidence) -> dict[str, dict[int, dict[str, int]]]:
    """The words of each script and font, and how often they are counted."""
    words: dict[str, dict[int, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for (font, word), pages in evidence.words.items():
        if word:
            words[script_of(word)][font][word] = min(len(pages), MAX_COUNT)
    return words


def _language(words: list[str]) -> str:
    """The language of words of one script, if it is one of the six."""
    if has_foreign_words(words):
        return ""
    if sum(map(is_known, words)) < MIN_KNOWN * len(words):
        return ""
    return likeliest_language(words)


def _lacking(
    words: Iterable[str], script: str, shares: Mapping[str, float], size: int
) -> list[str]:
    """The letters that a font should have in its words, and has not; most are in the first few."""
    expected = {letter for letter, share in shares.items() if share * size >= MIN_EXPECTED}
    for word in words:
        if not expected:
            break
        expected.difference_update(_forms_of(word, script))
    return [letter for letter in shares if letter in expected]


def _letters(fonts: Mapping[int, Mapping[str, int]], script: str) -> Letters:
    """The letters of the words of all fonts."""
    found = Letters()
    for words in fonts.values():
        for word, count in words.items():
            for letter in _forms_of(word, script):
                found[letter] += count
    return found


def _forms_of(word: str, script: str) -> Iterable[str]:
    return _joined(word) if script == "Arabic" else word


def _joined(word: str) -> Iterator[str]:
    """The letters of an Arabic word with a tatweel on each side on which they are joined.

    >>> [*_joined("يعاني")]
    ['يـ', 'ـعـ', 'ـا', 'نـ', 'ـي']
    """
    before = ""
    for letter, after in zip(word, f"{word[1:]} ", strict=True):
        joins = letter not in RIGHT_JOINING and after not in {" ", HAMZA}
        own = letter if letter == HAMZA else before + letter
        before = TATWEEL if joins else ""
        yield own + before


def mark_absent_letters(
    rows: Iterable[TextLine], found: Iterable[AbsentLetters], evidence: Evidence
) -> None:
    """Mark the rows with a word that lacks a letter which its font has dropped.

    An unknown word lacks one if it is known with it, a known word if it is usual with it.  Words
    with a letter that is read as another one do not lack it, and are marked by what they are.
    """
    letters = {
        absent.font: _forms(absent, evidence) for absent in found if _dropped(absent, evidence)
    }
    if not letters:
        return
    for row in rows:
        fonts = [font for font in row.fonts if font in letters] if row.certain else []
        if fonts:
            words = words_of(row.text)
            row.certain = not any(_lacks(word, letters[font]) for font in fonts for word in words)


def _dropped(absent: AbsentLetters, evidence: Evidence) -> bool:
    """Whether many unknown words of a font are known with an absent letter put into them."""
    unknown = [
        word for font, word in evidence.words if font == absent.font and word and not is_known(word)
    ]
    letters = _forms(absent, evidence)
    repaired = sum(_lacks(word, letters) for word in unknown)
    return repaired >= max(MIN_REPAIRED, MIN_SHARE * len(unknown))


def _forms(absent: AbsentLetters, evidence: Evidence) -> frozenset[str]:
    """The absent letters in the forms that the font does not have."""
    own = [word for font, word in evidence.words if font == absent.font]
    present = {form for word in own if word > FIRST_ARABIC for form in _joined(word)}
    plain = {letter.strip(TATWEEL) for letter in absent.letters}
    forms = {
        form
        for letter in plain
        for form in (letter, letter + TATWEEL, TATWEEL + letter, TATWEEL + letter + TATWEEL)
    }
    return frozenset(forms - present)


def _lacks(word: str, letters: Iterable[str]) -> bool:
    """Whether a word is known, or usual if it is known, with one of some letters more.

    The letters of Arabic are those of one joining form.
    """
    makes = is_usual if is_known(word) else is_known
    return any(
        makes(whole) and _has_form(whole, at, letter)
        for letter in letters
        for at in range(len(word) + 1)
        for whole in [word[:at] + letter.strip(TATWEEL) + word[at:]]
    )


def _has_form(word: str, at: int, letter: str) -> bool:
    """Whether a letter of a word has the joining form of a letter with its tatweels."""
    return script_of(word) != "Arabic" or [*_joined(word)][at] == letter


def absent_letter_doubts(found: Iterable[AbsentLetters], fonts: list[Font]) -> Iterator[Issue]:
    """A doubt for each font that lacks letters."""
    for absent in found:
        name = LEXICONS[absent.language].name
        yield Issue(
            code="doubtful-letters",
            message=f"the font {fonts[absent.font].name} lacks letters that a text in {name} of "
            f"{absent.count:,} letters has: {', '.join(absent.letters)}; "
            "compare its words with the page, or run OCR",
        )
