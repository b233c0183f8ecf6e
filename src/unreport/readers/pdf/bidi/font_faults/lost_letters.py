"""Glyphs of several letters whose ToUnicode value has one of them, by the words that they make.

The font draws `نا` as one glyph, and its ToUnicode has `ن` for it: `برنمج` for `برنامج`.  Most
words with the glyph are unknown, and known once one and the same letter is put after it or before
it.  The place is that of the glyph, so that few other words become known by chance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import sqrt

from msgspec import Struct

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import words_of
from unreport.readers.pdf.spelling.known_words import is_known, is_usual, script_of

MIN_LETTERS = 4  # of a word, with the lost letter
MIN_WORDS = 4  # of all glyphs of a font with the same lost letter
MIN_OF_GLYPH = 2  # of one of them
MIN_UNNAMED = 4  # of a glyph that a font program does not name
COMMON_LETTERS = 1  # of `LETTERS`, that are tried for such a glyph alone
MIN_CONTEXTS = 3  # different letters on each side; the forms of one stem have one
MIN_SHARE = 0.6  # of the unknown words of a glyph
MAX_KNOWN_SHARE = 0.34  # of the words of a glyph
MIN_GLYPHS = 3  # that a font program does not name, of which words are unknown
MIN_DEVIATIONS = 3.5  # standard deviations of the number of unknown words
LETTERS: Mapping[str, str] = {
    "Arabic": "اأإآلمينهرو",
    "Cyrillic": "аеиостнлрвкпмдя",
    "Latin": "filtjhbeoanrscdumpgvqukxyz",
}
"""Letters that may be the other one of a ligature."""

WordPlaces = Mapping[str, int]  # words of a glyph, and the place of its letter in them


class LostLetter(Struct, frozen=True, kw_only=True):
    """A letter that glyphs of a font draw and their ToUnicode values lack."""

    font: int
    letter: str  # that the glyphs are read as; "" for several letters
    lost: str  # that follows it on the page, or stands before it; "" if it is not known
    follows: bool
    words: tuple[str, ...]  # as they were read
    pages: tuple[int, ...]  # of these words


def lost_letters(evidence: Evidence) -> Iterator[LostLetter]:
    """The letters that glyphs of a font draw and that are not in the text."""
    found: dict[tuple[int, str, bool], list[tuple[str, WordPlaces]]] = defaultdict(list)
    for (font, _, letter), words in evidence.glyph_words.items():
        for lost, follows, own in _repairs(words):
            found[font, lost, follows].append((letter, own))
    yield from _single_ligatures(evidence)
    for (font, lost, follows), glyphs in found.items():
        if not _are_many([own for _, own in glyphs]):
            continue
        for letter, own in glyphs:
            yield _lost_letter((font, letter, lost, follows), own, evidence)
    for font, unknown in _unnamed_ligatures(evidence):
        yield _lost_letter((font, "", "", True), unknown, evidence)


def _lost_letter(
    found: tuple[int, str, str, bool], words: Iterable[str], evidence: Evidence
) -> LostLetter:
    font, letter, lost, follows = found
    own = sorted(words)
    pages = {page for word in own for page in evidence.pages_of(font, word)}
    return LostLetter(
        font=font,
        letter=letter,
        lost=lost,
        follows=follows,
        words=tuple(own),
        pages=tuple(sorted(pages)),
    )


def lacks_letter(text: str, found: LostLetter) -> bool:
    """Whether a row has a word that is known once the lost letter is put into it."""
    words = words_of(text)
    return not set(found.words).isdisjoint(words) or any(
        not is_usual(word) and any(_is_likelier(new, word) for new in _inserted(word, found))
        for word in words
    )


def _single_ligatures(evidence: Evidence) -> Iterator[LostLetter]:
    """Glyphs without a name, and without a known word, to some of which one letter is wanting."""
    for (font, code, letter), words in evidence.glyph_words.items():
        if (font, code) not in evidence.unnamed_glyphs or len(words) < MIN_UNNAMED:
            continue
        if any(map(is_known, words)) or not _are_varied(words):
            continue
        for lost in LETTERS[script_of(letter)][:COMMON_LETTERS]:
            own = {w: at for w, at in words.items() if _is_repaired(w, at + 1, lost)}
            if len(own) >= MIN_OF_GLYPH:
                yield _lost_letter((font, letter, lost, True), words, evidence)
                break


def _repairs(words: WordPlaces) -> Iterator[tuple[str, bool, WordPlaces]]:
    """The letters that make most words of a glyph known, after it or before it, and the words."""
    usual = sum(map(is_usual, words))
    if usual > MAX_KNOWN_SHARE * len(words) or len(words) - usual < MIN_OF_GLYPH:
        return
    unknown = [word for word in words if not is_usual(word)]
    first = unknown[: len(unknown) - int(MIN_SHARE * len(unknown)) + 1]  # one must be repaired
    for lost in LETTERS[script_of(unknown[0])]:
        for follows in (True, False):
            if not any(_is_repaired(w, words[w] + follows, lost) for w in first):
                continue
            own = {w: words[w] for w in unknown if _is_repaired(w, words[w] + follows, lost)}
            if len(own) >= MIN_SHARE * len(unknown):
                yield lost, follows, own


def _is_repaired(word: str, place: int, lost: str) -> bool:
    whole = word[:place] + lost + word[place:]
    return len(word) >= MIN_LETTERS - 1 and _is_likelier(whole, word)


def _is_likelier(word: str, read: str) -> bool:
    """Whether a word is a likelier one than another, which is no usual one, as it was read."""
    return is_usual(word) or (is_known(word) and not is_known(read))


def _are_many(glyphs: Sequence[WordPlaces]) -> bool:
    """Whether enough words are repaired, and not the forms of one stem."""
    words = {word: place for own in glyphs for word, place in own.items()}
    return len(words) >= MIN_WORDS and _are_varied(words) and max(map(len, glyphs)) >= MIN_OF_GLYPH


def _are_varied(words: WordPlaces) -> bool:
    before = {word[at - 1] if at else " " for word, at in words.items()}
    after = {word[at + 1 : at + 2] for word, at in words.items()}
    return min(len(before), len(after)) >= MIN_CONTEXTS


def _inserted(word: str, found: LostLetter) -> Sequence[str]:
    places = [at + found.follows for at, char in enumerate(word) if char == found.letter]
    return [word[:at] + found.lost + word[at:] for at in places]


def _unnamed_ligatures(evidence: Evidence) -> Iterator[tuple[int, list[str]]]:
    """Fonts with glyphs that their program does not name and whose words are unknown; these words.

    Other forms of a letter have no names either, but as many known words as all other glyphs.  If
    one font of a document has such glyphs, others of few words have them too.
    """
    glyphs: dict[int, list[set[str]]] = defaultdict(list)
    for (font, _), words in evidence.unnamed_glyphs.items():
        glyphs[font].append(words)
    if not any(_have_unknown_words(font, own, evidence) for font, own in glyphs.items()):
        return
    for font, own in glyphs.items():
        unknown = _unknown_glyphs(own)
        if unknown:
            yield font, sorted(set().union(*unknown))


def _unknown_glyphs(glyphs: Sequence[set[str]]) -> list[set[str]]:
    """The words of the glyphs of which hardly a word is known."""
    return [w for w in glyphs if sum(map(is_known, w)) <= MAX_KNOWN_SHARE * len(w)]


def _have_unknown_words(font: int, glyphs: Sequence[set[str]], evidence: Evidence) -> bool:
    """Whether far more words of these glyphs are unknown than of a font's other ones."""
    of_font = [word for other, word in evidence.words if other == font]
    words = set().union(*glyphs)
    share = sum(not is_known(word) for word in of_font) / len(of_font)
    excess = sum(not is_known(word) for word in words) - share * len(words)
    deviation = sqrt(len(words) * share * (1 - share))
    return len(_unknown_glyphs(glyphs)) >= MIN_GLYPHS and excess > MIN_DEVIATIONS * deviation
