"""Glyphs that are read as another letter than they draw, by the words that they make.

A ToUnicode map may be wrong for one form of a letter: final ط is read as ض, and all other forms of
both are right.  Hardly a word with such a glyph is known, and most are once one and the same letter
stands in its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.lost_letters import MAX_KNOWN_SHARE
from unreport.readers.pdf.bidi.font_faults.misread_letters import ALPHABETS, Misreading
from unreport.readers.pdf.spelling.known_words import is_known, script_of

MIN_WORDS = 3  # that are known with the other letter
MIN_SHARE = 0.6  # of the unknown words of a glyph
MIN_CONTEXTS = 3  # different letters on one side; the forms of one stem have fewer
CLEAR_LEAD = 2  # times as many as with any other letter


def misread_glyphs(evidence: Evidence) -> Iterator[Misreading]:
    """The glyphs that stand for another letter than the one that they are read as."""
    for (font, _, letter), words in evidence.glyph_words.items():
        unknown = {word: place for word, place in words.items() if not is_known(word)}
        if len(unknown) < MIN_WORDS or len(words) - len(unknown) > MAX_KNOWN_SHARE * len(words):
            continue
        other, own = _best_letter(letter, unknown)
        if own:
            pages = {page for word in own for page in evidence.pages_of(font, word)}
            yield Misreading(
                font=font,
                letter=letter,
                other=other,
                words=tuple(sorted(own)),
                pages=tuple(sorted(pages)),
                share=0.0,  # other glyphs of the font draw the letter
            )


def _best_letter(letter: str, words: Mapping[str, int]) -> tuple[str, list[str]]:
    """The letter in the place of a glyph that makes far more words known than any other does."""
    first = [*words.items()][: len(words) - int(MIN_SHARE * len(words)) + 1]
    found = {
        other: [w for w, at in words.items() if is_known(w[:at] + other + w[at + 1 :])]
        for other in ALPHABETS[script_of(letter)]
        if other != letter and any(is_known(w[:at] + other + w[at + 1 :]) for w, at in first)
    }
    if not found:
        return "", []
    best = max(found, key=lambda other: len(found[other]))
    own = found.pop(best)
    second = max(map(len, found.values()), default=0)
    is_clear = len(own) >= max(MIN_WORDS, MIN_SHARE * len(words), CLEAR_LEAD * second)
    return best, own if is_clear and _are_varied({word: words[word] for word in own}) else []


def _are_varied(words: Mapping[str, int]) -> bool:
    before = {word[at - 1] if at else " " for word, at in words.items()}
    after = {word[at + 1 : at + 2] for word, at in words.items()}
    return max(len(before), len(after)) >= MIN_CONTEXTS
