"""Make `known_words.bin`: Bloom filters of the words of each language, and of usual ones.

    python build_known_words.py LISTS OUT [--texts TEXTS] [--least 2]

LISTS has a list of words for each language, one a line: ara.txt, eng.txt, fra.txt, rus.txt, spa.txt
(README.md says how to get those that the package was made of).  Usual words are those of
usual_words.txt, or of TEXTS, a folder with plain texts (.txt) in a folder for each language (`ar`,
`en`, `es`, `fr`, `ru`): the words that its texts have at least so many times.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from word_lists import UsualWords, all_words, counted_words, usual_words

from unreport.readers.pdf.spelling.known_words import LENGTH_BYTES, SCRIPTS, word_filter

LEAST = 2  # occurrences of a usual word


def known_words(lists: Path, usual: UsualWords) -> bytes:
    """The filters of the languages, then those of the usual words of the scripts."""
    words = [*all_words(lists, usual).values(), *(usual.of_scripts[own] for own in SCRIPTS)]
    filters = [word_filter(own) for own in words]
    return b"".join(len(bits).to_bytes(LENGTH_BYTES) + bits for bits in filters)


def arguments(description: str | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(description or "").partition("\n")[0])
    parser.add_argument("lists", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--least", type=int, default=LEAST)
    return parser.parse_args()


def usual_words_of(options: argparse.Namespace) -> UsualWords:
    return counted_words(options.texts, options.least) if options.texts else usual_words()


def main() -> None:
    options = arguments(__doc__)
    options.out.write_bytes(known_words(options.lists, usual_words_of(options)))


if __name__ == "__main__":
    main()
