"""Forms of known Arabic words: with the prefixes and suffixes that are written as part of them.

Conjunctions, prepositions, the article and the future particle stand before a word, the endings of
gender, number and person and the pronouns after it.  No list of words has all forms.
"""

from __future__ import annotations

from collections.abc import Iterator

from unreport.readers.pdf.spelling.known_words import is_known

PROCLITICS = ("", *"و ف ب ل ك س وس فس وب ول وك فب فل ال وال فال بال كال وبال لل ولل أ".split())
IMPERFECT = ("", "ي", "ت", "ن", "أ")
ENDINGS = ("", *"ا ة ت ن و ي ات ان ين ون وا تا تان تين ية يا يات يين يون ".split())
PRONOUNS = ("", *"ه ها هم هما هن ك كم نا ني ي".split())
PREFIXES = frozenset(
    clitic + person
    for clitic in PROCLITICS
    for person in IMPERFECT
    if not person or clitic in {"", "و", "ف", "ل", "س", "وس", "فس", "ول", "فل"}
)
SUFFIXES = frozenset(ending + pronoun for ending in ENDINGS for pronoun in PRONOUNS)
LONGEST_PREFIX, LONGEST_SUFFIX = max(map(len, PREFIXES)), max(map(len, SUFFIXES))
LEAST_STEM = 3  # letters
HAMZA_AFTER_PREFIX = "ؤ"  # in the imperfect of a verb that begins with a hamza: `يؤوي`, `آوى`
FIRST_HAMZAS = "آأ"
RESTORED = {"ت": "ة", "ا": "ى", "ي": "ى", "ؤ": "ء", "ئ": "ء"}
"""Last letters of a stem before a suffix, and at the end of the word."""


def is_form_of_known_word(word: str) -> bool:
    """Whether an Arabic word without vowel signs is a known one with prefixes and suffixes.

    >>> is_form_of_known_word("وعناوينهم"), is_form_of_known_word("وعناونيهم")
    (True, False)
    """
    return any(is_known(stem) for stem in _stems(word))


def _stems(word: str) -> Iterator[str]:
    for start in range(min(LONGEST_PREFIX, len(word) - LEAST_STEM) + 1):
        if word[:start] not in PREFIXES:
            continue
        for end in range(len(word), max(start + LEAST_STEM, len(word) - LONGEST_SUFFIX) - 1, -1):
            suffix, stem = word[end:], word[start:end]
            if suffix in SUFFIXES:
                yield from _without_changes(stem, suffix)


def _without_changes(stem: str, suffix: str) -> Iterator[str]:
    """A stem as it stands without its prefix and suffix."""
    yield stem
    if stem[0] == HAMZA_AFTER_PREFIX:
        last = RESTORED.get(stem[-1], stem[-1])
        yield from (hamza + stem[1:-1] + last for hamza in FIRST_HAMZAS)
    if suffix:
        yield f"{stem}ة"
        if stem[-1] in RESTORED:
            yield stem[:-1] + RESTORED[stem[-1]]
