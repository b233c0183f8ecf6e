"""References to paragraphs by number, as corrigenda open with: `Paragraph 14 (b)`, `第14(b)段`."""

from __future__ import annotations

from functools import cache

import regex
from msgspec import Struct

from unreport.text.folding import fold
from unreport.text.numerals import decimal_value


class ParagraphWords(Struct, frozen=True, kw_only=True):
    """How a language refers to a paragraph: the nouns before its number, or signs around it."""

    nouns: tuple[str, ...]
    prefix: str = ""
    suffix: str = ""


PARAGRAPH_WORDS: dict[str, ParagraphWords] = {
    "ar": ParagraphWords(nouns=("الفقرة", "الفقرتان", "الفقرتين", "الفقرات", "فقرة")),
    "en": ParagraphWords(nouns=("Paragraph", "Paragraphs", "Para.", "Paras.")),
    "es": ParagraphWords(nouns=("Párrafo", "Párrafos", "Párr.", "Párrs.")),
    "fr": ParagraphWords(nouns=("Paragraphe", "Paragraphes", "Par.")),
    "ru": ParagraphWords(nouns=("Пункт", "Пункта", "Пункте", "Пункты", "П.", "Пп.")),
    "zh": ParagraphWords(nouns=(), prefix="第", suffix="段"),
}
MOST_WORDS_BEFORE = 40  # characters: `Page 5, section A,`
ITEM = r"\s?[(（]?(?P<item>[^\W\d_]{1,4}\u0640?|\d{1,2})[)）]"


class ParagraphReference(Struct, frozen=True):
    """A paragraph by its number, and the letters of the item in it, outermost first."""

    number: int
    items: tuple[str, ...] = ()
    start: int = 0  # offset of the reference in its text


def leading_reference(text: str, language: str) -> ParagraphReference | None:
    """The paragraph that a text refers to at its beginning; None if there is none.

    >>> leading_reference("Chapter II, paragraph 14 (b), line 3", "en").items
    ('b',)
    >>> leading_reference("第14(b)段", "zh").number, leading_reference("It met.", "en")
    (14, None)
    """
    words = PARAGRAPH_WORDS.get(language)
    if words is None:
        return None
    folded = fold(text[: MOST_WORDS_BEFORE + MOST_WORDS_BEFORE])
    match = _pattern(language).search(folded.text)
    if match is None or match.start() > MOST_WORDS_BEFORE:
        return None
    number = decimal_value(match["number"])
    if number is None:
        return None
    return ParagraphReference(
        number, tuple(match.captures("item")), folded.span(match.start(), match.start() + 1)[0]
    )


@cache
def _pattern(language: str) -> regex.Pattern[str]:
    words = PARAGRAPH_WORDS[language]
    if not words.nouns:
        return regex.compile(
            rf"{words.prefix}\s?(?P<number>\d{{1,4}})(?:{ITEM})*+\s?{words.suffix}(?:{ITEM})*+"
        )
    nouns = "|".join(regex.escape(fold(noun).text) for noun in words.nouns)
    return regex.compile(rf"(?<!\w)(?:{nouns})\s?(?P<number>\d{{1,4}})(?!\d)(?:{ITEM})*+")
