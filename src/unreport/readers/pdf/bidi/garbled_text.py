"""Whether a text layer is text: its signs against the words that every page of a language has."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unreport.errors import GarbledText

UNREAD = re.compile("[\N{REPLACEMENT CHARACTER}\ue000-\uf8ff\x80-\x9f\x00-\x08]")
SIGNS = re.compile(r"\S")
WORDS = re.compile(r"[^\W\d_]+")
HAN = re.compile("[\u4e00-\u9fff]")

COMMON = frozenset(
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
    # other languages of PDFs that are text, though unreport has no words of theirs
    "der die und den von zu mit di il che per da são os um uma não und het een van در "
    "به از که را این با است "
    "של את על לא עם הוא".split()
)
HAN_COMMON = frozenset("的和在一国会是有为了以大人议第年于不中")
LEAST_WORDS = 120
LEAST_SHARE = 0.015
UNREAD_SHARE = 0.3
ODD_SHARE = 0.2
VOWELS = (0.22, 0.6)  # of Latin letters, in any language written with them
# A letter beside a sign that no word has inside: `E@&,H`, `dlgu$s`
ODD = re.compile(r"(?<=\w)[@#$%^&*+=<>|\\~{}¡¢£¤¥¦§¨¬®¯±²³µ¶¸¹º¼½¾¿×÷!\"?;,:](?=\w)")


def check_letters(texts: Iterable[str]) -> None:
    """Raise `GarbledText` if the fonts' letters are not those that the pages show."""
    text = "\n".join(texts)
    signs = len(SIGNS.findall(text))
    unread = len(UNREAD.findall(text))
    if signs and unread > UNREAD_SHARE * signs:
        raise GarbledText(
            f"{unread} of {signs} signs have no letters behind them: the fonts do not say what "
            "they show; run optical character recognition (OCR) on the file"
        )
    words = WORDS.findall(text.lower())
    if len(words) >= LEAST_WORDS and not _is_language(text, words):
        raise GarbledText(
            "the text layer is no language: it was set in fonts that map letters in a way of "
            "their own; run optical character recognition (OCR) on the file"
        )


def _is_language(text: str, words: list[str]) -> bool:
    """Whether the commonest words stand among the words, as they do on every page."""
    common = sum(word in COMMON for word in words)
    if common >= LEAST_SHARE * len(words):
        return True
    han = HAN.findall(text)
    if len(han) > len(words):
        return sum(char in HAN_COMMON for char in han) > LEAST_SHARE * len(han)
    odd = len(ODD.findall(text)) / len(words)
    short = sum(len(word) == 1 for word in words) / len(words)
    capital = sum(word[1:] != word[1:].lower() for word in WORDS.findall(text)) / len(words)
    return max(odd, short / 2, capital / 3) < ODD_SHARE and not _vowelless(words)


def _vowelless(words: list[str]) -> bool:
    """Whether Latin words lack vowels, or have little else."""
    letters = "".join(word for word in words if word.isascii())
    if len(letters) < 4 * LEAST_WORDS:
        return False
    share = sum(char in "aeiouy" for char in letters) / len(letters)
    return not VOWELS[0] < share < VOWELS[1]
