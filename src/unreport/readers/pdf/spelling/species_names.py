"""Scientific names of species: a genus with a capital and an epithet, both unknown to word lists.

The name of a species has two words in Latin form (International Code of Zoological Nomenclature,
articles 5 and 28; International Code of Nomenclature for algae, fungi, and plants, article 23).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from unreport.readers.pdf.spelling.known_words import is_known

BINOMIAL = re.compile(
    r"(?<![A-Za-z.])([A-Z][a-z]{3,30}) ([a-z]{3,30}(?:[ai]|ae|[iu]s|um|e|ns|or|ax))"
    r"(?![A-Za-z\u00c0-\u024f])"
)
"""The endings of Latin adjectives and of nouns in the genitive, which epithets have."""


def species_epithets(text: str, above: str = "") -> Iterator[str]:
    """The epithets of the names of species in a row, whose genus may end the row above.

    >>> [*species_epithets("corals such as Acropora palmata and Porites")]
    ['palmata']
    >>> [*species_epithets("lobata were lost.", "corals such as Porites")]
    ['lobata']
    >>> [*species_epithets("the Committee palmata")]
    []
    """
    last = above[above.rfind(" ") + 1 :]
    for found in BINOMIAL.finditer(f"{last} {text}"):
        if not is_known(found[1].lower()):
            yield found[2]
