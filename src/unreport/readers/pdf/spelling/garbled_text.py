"""Whether a text layer is text: by the share of a language's commonest words in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unreport.errors import GarbledText

UNMAPPED = re.compile("[\N{REPLACEMENT CHARACTER}\ue000-\uf8ff\x80-\x9f\x00-\x08þÿ]")
"""No letters; þ and ÿ are the bytes of Arabic presentation forms, combined (Ghostscript 10.0)."""
VISIBLE = re.compile(r"\S")
WORDS = re.compile(r"[^\W\d_]+")
HAN = re.compile("[\u4e00-\u9fff]")

COMMON_WORDS = frozenset(
    # Arabic
    "في من على إلى أن و عن التي الذي هذا هذه مع بين أو لا ما كما قد ذلك وفي ومن وعلى "
    "وأن بما كل غير أي "
    # English
    "the of and to in for on by with that as at is be its which this from or are was "
    "an has not it have "
    # French
    "la le les de des du et en à dans que pour par sur au aux est un une qui ses ce "
    "sa son ou ne pas "
    # Spanish
    "el los las del y a que se por con para su una un al lo como sus o es no sobre "
    "entre "
    # Russian
    "и в на по с о что к для не от из за при а об его их как или также это во со до "
    # other languages, which are text although unreport has no lexicon for them
    "der die und den von zu mit di il che per da são os um uma não und het een van در "
    "به از که را این با است "
    "של את על לא עם הוא".split()
)
COMMON_HAN = frozenset("的和在一国会是有为了以大人议第年于不中")
MIN_WORDS = 120
MIN_COMMON_SHARE = 0.015
MIN_COMMON = 3  # distinct ones
MAX_UNMAPPED_SHARE = 0.3
MAX_ODD_SHARE = 0.2
VOWEL_SHARE = (0.22, 0.6)  # of Latin letters, in any language written with them
# Symbols between two letters, where no language has them, `E@&,H`, `dlgu$s`; not between digits
SYMBOL_IN_WORD = re.compile(
    r"(?<=\w)(?!(?<=\d).\d)[@#$%^&*+=<>|\\~{}¡¢£¤¥¦§¨¬®¯±²³µ¶¸¹º¼½¾¿×÷!\"?;,:](?=\w)"
)
HAN_CODECS = {"gb2312": range(0xB0, 0xD8), "big5": range(0xA4, 0xC7)}
"""Character sets of Chinese, and the first bytes of the rows of their common characters."""
LEAST_KNOWN_HAN = 0.8  # share of such in a list of names; a fifth of all Han characters are such


def check_text_layer(texts: Iterable[str]) -> None:
    """Raise `GarbledText` if the text layer cannot be the text that the pages show."""
    text = "\n".join(texts)
    unmapped = len(UNMAPPED.findall(text))
    visible = len(VISIBLE.findall(text)) if unmapped else 0
    if visible and unmapped > MAX_UNMAPPED_SHARE * visible:
        raise GarbledText(
            f"{unmapped} of {visible} signs have no letters behind them: the fonts do not say what "
            "they show; run optical character recognition (OCR) on the file"
        )
    if _begins_with_common_words(text):
        return
    words = WORDS.findall(text.lower())
    if len(words) >= MIN_WORDS and not _is_language(text, words):
        raise GarbledText(
            "the text layer is no language: it was set in fonts that map letters in a way of "
            "their own; run optical character recognition (OCR) on the file"
        )


def _begins_with_common_words(text: str) -> bool:
    """Whether the first third has enough common words for all the words that a text can have."""
    most = len(text) // 2 + 1  # words; each has a letter and a space
    common = [
        word for word in WORDS.findall(text[: len(text) // 3].lower())[:-1] if _is_common(word)
    ]
    return len(common) >= MIN_COMMON_SHARE * most and len(set(common)) >= MIN_COMMON


def _is_common(word: str) -> bool:
    return len(word) > 1 and word in COMMON_WORDS  # words of one letter occur in any text


def _is_language(text: str, words: list[str]) -> bool:
    """Whether enough of the words are among the commonest of a language."""
    common = [word for word in words if _is_common(word)]
    if len(common) >= MIN_COMMON_SHARE * len(words) and len(set(common)) >= MIN_COMMON:
        return True
    han = HAN.findall(text)
    if len(han) > len(words):
        common_han = sum(char in COMMON_HAN for char in han)
        return common_han > MIN_COMMON_SHARE * len(han) or _are_of_one_character_set(han)
    symbols = len(SYMBOL_IN_WORD.findall(text)) / len(words)
    short = sum(len(word) == 1 for word in words) / len(words)
    capital = sum(map(_has_odd_capitals, WORDS.findall(text))) / len(words)
    return max(symbols, short / 2, capital / 3) < MAX_ODD_SHARE and not _has_odd_vowel_share(words)


def _are_of_one_character_set(han: list[str]) -> bool:
    """Whether nearly all Han characters are common ones of simplified or traditional Chinese."""
    return any(
        sum(char.encode(codec, "ignore")[:1] in firsts for char in han) > LEAST_KNOWN_HAN * len(han)
        for codec, rows in HAN_CODECS.items()
        for firsts in [{bytes([row]) for row in rows}]
    )


def _has_odd_capitals(word: str) -> bool:
    """`eBHbIX`: a capital after a small letter or before one; a list of names is in capitals."""
    return word[1:] != word[1:].lower() and not word.isupper()


def _has_odd_vowel_share(words: list[str]) -> bool:
    """Whether the share of vowels in Latin words is that of no language."""
    letters = "".join(word for word in words if word.isascii())
    if len(letters) < 4 * MIN_WORDS:
        return False
    share = sum(char in "aeiouy" for char in letters) / len(letters)
    return not VOWEL_SHARE[0] < share < VOWEL_SHARE[1]
