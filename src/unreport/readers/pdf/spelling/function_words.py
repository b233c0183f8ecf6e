"""Function words that never stand side by side: after a determiner or preposition, any but a noun.

`the of`, `de por`, `в для`: an article is followed by its noun, a preposition by what it governs.
The pairs are those of determiners and prepositions with the commonest function words of a language
other than conjunctions, and with a sign after them, that a text would have at least two or three
times if words stood in any order, and has not.
`benchmarks/word_data/function_word_pairs.py` counts them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from msgspec import Struct

from unreport.readers.pdf.spelling.known_words import LANGUAGES_OF, script_of

SIGNS: Mapping[str, str] = {",": ",،", ";": ";؛", ".": ".", ")": ")", "»": "»”"}
"""The signs of the list, and the characters that they stand for."""
SECOND_SHARE = 0.5  # of the function words of the likeliest language


class FunctionWordPairs(Struct, frozen=True, kw_only=True):
    """What does not occur in a language."""

    pairs: frozenset[tuple[str, str]]  # of words
    before_signs: frozenset[str]  # words with a sign after them: `the,`
    words: frozenset[str]  # that the pairs have
    first: frozenset[str]  # determiners and prepositions, the first words of pairs


def impossible_pair(words: list[str], language: str) -> str:
    """Two words side by side, or a word with a sign, that a language has not; nothing if it may be.

    `words` are what spaces part, in one row.

    >>> impossible_pair("report the of Committee".split(), "en")
    'the of'
    >>> impossible_pair("by the, Committee".split(), "en")
    'the,'
    >>> impossible_pair("report of the Committee".split(), "en")
    ''
    """
    known = function_word_pairs()[language]
    if known.before_signs.isdisjoint(words) and known.pairs.isdisjoint(pairwise(words)):
        return ""
    for word in words:
        if word in known.before_signs:
            return word
    return next(f"{a} {b}" for a, b in pairwise(words) if (a, b) in known.pairs)


def needs_noun(word: str, language: str) -> bool:
    """Whether a word is a determiner or preposition of a language, which stands at no end.

    >>> needs_noun("the", "en"), needs_noun("this", "en"), needs_noun("للمحكمة", "ar")
    (True, False, False)
    """
    return word in function_word_pairs()[language].first


def languages_of(words: Collection[str]) -> Mapping[str, Sequence[str]]:
    """The languages of a document by script, the likeliest first.

    A document may be in two: of the second one it has half as many function words, or more.

    >>> languages_of(["les", "dans", "que", "on", "report"])
    {'Latin': ['fr']}
    """
    own, known = frozenset(words), function_word_pairs()
    found: dict[str, Sequence[str]] = {}
    for script in {script_of(word) for word in own}:
        counts = {name: len(known[name].words & own) for name in LANGUAGES_OF[script]}
        most = max(counts.values())
        found[script] = sorted(
            (name for name in counts if counts[name] >= max(SECOND_SHARE * most, 1)),
            key=counts.__getitem__,
            reverse=True,
        ) or [LANGUAGES_OF[script][0]]
    return found


@lru_cache(maxsize=1)
def function_word_pairs() -> Mapping[str, FunctionWordPairs]:
    """The pairs of each language."""
    text = files(__package__).joinpath("function_word_pairs.txt").read_text(encoding="utf-8")
    found: dict[str, FunctionWordPairs] = {}
    for part in text.split("# ")[1:]:
        language, *lines = part.splitlines()
        found[language] = _pairs_of(lines)
    return found


def _pairs_of(lines: Iterable[str]) -> FunctionWordPairs:
    pairs: set[tuple[str, str]] = set()
    before_signs: set[str] = set()
    for line in lines:
        word, _, others = line.partition(": ")
        for other in others.split():
            if other in SIGNS:
                before_signs.update(word + sign for sign in SIGNS[other])
            else:
                pairs.add((word, other))
    return FunctionWordPairs(
        pairs=frozenset(pairs),
        before_signs=frozenset(before_signs),
        words=frozenset(word for pair in pairs for word in pair),
        first=frozenset(word for word, _ in pairs),
    )
