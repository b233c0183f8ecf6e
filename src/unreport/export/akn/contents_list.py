"""Lists of contents in AKN4UN: a `toc` in the preface, an entry a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from unreport.export.akn.output import OutputElement, add, add_text
from unreport.model import Furniture
from unreport.text.folding import fold_words

MOST_WORDS_AROUND = 5  # of an entry, before its title (the number) and after it (page numbers)
NOWHERE = "#body"
"""The target of an entry whose heading is not found: the schema asks for one."""


def add_contents(
    preface: OutputElement, furniture: Sequence[Furniture], targets: Mapping[str, str]
) -> None:
    """The lists of contents among what was set aside; `targets` are eIds by folded headings."""
    for number, piece in enumerate(furniture, start=1):
        if piece.kind == "contents":
            contents = add(preface, "toc", eId=f"toc_{number}", own_index=str(number))
            for line in piece.text.split("\n"):
                href = _target(line, targets)
                add_text(contents, "tocItem", line, level="1", href=href)


def _target(line: str, targets: Mapping[str, str]) -> str:
    words = fold_words(line).split()
    most = range(min(len(words), MOST_WORDS_AROUND))
    for before, after in product(most, most):
        title = " ".join(words[before : len(words) - after])
        if title in targets:
            return f"#{targets[title]}"
    return NOWHERE
