"""Split a text into sentences, in any language.

The rules are those of sentence boundaries in UAX #29, with abbreviations added: a full stop ends no
sentence before a small letter (SB8), nor after an initial or an abbreviation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from unreport.text.folding import fold_words

CLOSING = "”’»\"')\\]）」』》"
# French sets a space before a guillemet: `« Bien ! »`
TERMINATOR = re.compile(rf"(?P<stop>[.!?؟…。！？]+)(?:\s?»|[{CLOSING}])*+(?P<space>\s*+)")
WIDE = frozenset("。！？")  # no space follows
PUNCTUATION = frozenset(",;:،؛，；：)]")
ABBREVIATIONS = frozenset(
    fold_words(word)
    for word in (
        *("Mr Mrs Ms Dr Prof St No Nos Vol Art Arts Para Paras Chap Sect Cf Corr Add Rev".split()),
        *("M MM Mme Mlle par art al vol p pp fig chap éd".split()),
        *("Sr Sra Srta Sres párr párrs núm núms págs pág cap".split()),
        *("г гг г-н г-жа ст п пп стр см т тт др им рис гл долл млн млрд".split()),
        *("د أ ص م ج".split()),
    )
)
"""Words after which a full stop ends no sentence; a number or a name follows."""
ABBREVIATIONS_ANYWHERE = ABBREVIATIONS | frozenset(
    fold_words(word)
    for word in (
        *("approx ca etc ibid incl excl resp cit dept intl misc orig univ".split()),
        *("vols chaps sects secs figs refs cols ann suppl prov env réf réfs".split()),
        *("aprox secc secs admón resol depto gral ej tel".split()),
        *("ред изд тыс руб коп прил табл разд соотв напр прим вып кв чел обл".split()),
    )
)
"""These, too, and words after which one may end or go on: `5,000 approx. and more`."""
LONGEST_ABBREVIATION = 8  # characters, marks included
WINDOW = 24  # characters before a full stop that are looked at


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, without the spaces between them.

    >>> split_sentences("Mr. Diop spoke of art. 5. He thanked them! وافقت اللجنة. ثم اجتمعت.")
    ('Mr. Diop spoke of art. 5.', 'He thanked them!', 'وافقت اللجنة.', 'ثم اجتمعت.')
    >>> split_sentences("委员会举行会议。会议结束。")
    ('委员会举行会议。', '会议结束。')
    """
    return tuple(text[start:end] for start, end in sentence_spans(text))


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text begins and ends, without the spaces between them.

    >>> list(sentence_spans("It met. It closed."))
    [(0, 7), (8, 18)]
    """
    begin = 0
    for match in TERMINATOR.finditer(text):
        if match.end() < len(text) and _ends_sentence(text, match):
            yield from _stripped(text, begin, match.start("space"))
            begin = match.end()
    yield from _stripped(text, begin, len(text))


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    inside = text[start:end]
    first = start + len(inside) - len(inside.lstrip())
    last = start + len(inside.rstrip())
    if first < last:
        yield first, last


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    stop = match["stop"]
    if stop[-1] in WIDE:
        return True
    if not match["space"] or _goes_on(text[match.end()]):
        return False
    return stop != "." or not _is_abbreviation(_word_before(text, match.start()))


def _goes_on(character: str) -> bool:
    """A small letter, or punctuation that stands at the start of no sentence."""
    if character.isalnum():
        return character.islower()
    return character in PUNCTUATION or unicodedata.category(character) == "Pd"


def _word_before(text: str, at: int) -> str:
    """The word that ends at a place, with the full stops and marks in it: `U.S`, `г-жа`."""
    start, first = at, max(at - WINDOW, 0)
    while start > first and _is_word_character(text[start - 1]):
        start -= 1
    return text[start:at]


def _is_word_character(character: str) -> bool:
    if character.isalnum() or character in ".°":
        return True
    return not character.isascii() and unicodedata.category(character)[0] == "M"


def is_abbreviated(word: str) -> bool:
    """Whether the full stop after a word may be that of an abbreviation.

    >>> is_abbreviated("paras"), is_abbreviated("approx"), is_abbreviated("Committee")
    (True, True, False)
    """
    return len(word) <= LONGEST_ABBREVIATION and fold_words(word) in ABBREVIATIONS_ANYWHERE


def _is_abbreviation(word: str) -> bool:
    """An initial, `U.S`, or a word that is abbreviated: `para`."""
    letters = word.rpartition(".")[2]
    if len(letters) == 1 and letters.isalpha() and letters.upper() != letters.lower():
        return True
    return len(word) <= LONGEST_ABBREVIATION and fold_words(word) in ABBREVIATIONS
