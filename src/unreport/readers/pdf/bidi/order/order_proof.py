"""The logical order of a row: the likeliest reading that the bidirectional algorithm proves.

The possible readings are tried in order of likelihood; a reading is proved when the algorithm
(UAX #9) displays it exactly as the row.  Some producers follow the algorithm as it was before
Unicode 6.3, without pairs of brackets (N0).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

from bidi import get_display
from bidi.algorithm import get_display as display_without_pairs

from unreport.readers.pdf.bidi.letters import MIRRORED
from unreport.readers.pdf.bidi.logical_order import (
    BaseDirection,
    Context,
    Reading,
    Segmentation,
    Token,
    divisions,
    left_to_right_readings,
    likeliest_division,
    reading_of,
)
from unreport.readers.pdf.bidi.order.order_evidence import (
    SIGN_TURNED,
    UNCLOSED,
    UNLIKELY,
    penalty,
)

MAX_CANDIDATES = 160
ROUNDS = 2  # in which the division of each stretch is improved
MAX_CANDIDATES_ONCE_PROVED = 24
INVERTED = 4  # the penalty of a run that is not drawn from left to right; of a bracket too
CONTEXT_CHARS = {"R": "\N{SYRIAC LETTER ALAPH}", "L": "\N{LATIN LETTER BILABIAL CLICK}", "": ""}
DIGIT = re.compile(r"\d")  # is ordered by what stands before it
FOLDED = "|"
FOLD_BRACKETS = str.maketrans(dict.fromkeys(MIRRORED, FOLDED))


def logical_reading(
    tokens: list[Token],
    base: BaseDirection,
    context: Context,
    chars_of: Callable[[Reading], list[str]],
    inversions_of: Callable[[Reading], int] = lambda _reading: 0,
) -> Reading:
    """The logical order of a row: the likeliest reading that is proved.

    The row may continue the paragraph of the row above or begin one; both are tried.
    `chars_of` gives the characters of a reading in logical order, with mirrored brackets resolved;
    `inversions_of` how often the content stream contradicts it.
    """
    if base == "L" and not any(token.bidi_class in {"R", "AN"} for token in tokens):
        return Reading(tuple(range(len(tokens))), (False,) * len(tokens), proved=True)
    visual = "".join(token.char for token in tokens).translate(FOLD_BRACKETS).strip()
    search = _Search(visual, base, context, chars_of, inversions_of)
    _try_readings(search, tokens)
    if search.is_doubtful and visual.count(FOLDED) > 1:
        search.pairs_brackets, search.tried = False, 0
        _try_readings(search, tokens)
    if search.best is not None:
        return search.best[1]
    return search.first or Reading((), (), proved=True)


def displays_alike(tokens: list[Token], base: BaseDirection, context: Context, text: str) -> bool:
    """Whether the bidirectional algorithm displays a text as a row, with or without its rule N0."""
    visual = "".join(token.char for token in tokens).translate(FOLD_BRACKETS).strip()
    search = _Search(visual, base, context, lambda _reading: [], lambda _reading: 0)
    ways = (True, False) if visual.count(FOLDED) > 1 else (True,)
    return any(search.is_proved(text, pairs_brackets=pairs) for pairs in ways)


@dataclass(slots=True)
class _Search:
    """The readings of a row that were tried, and the likeliest one that is proved."""

    visual: str
    base: BaseDirection
    context: Context
    chars_of: Callable[[Reading], list[str]]
    inversions_of: Callable[[Reading], int]
    pairs_brackets: bool = True  # as UAX #9 does since Unicode 6.3 (N0)
    best: tuple[int, Reading] | None = None
    first: Reading | None = None
    tried: int = 0

    @property
    def is_over(self) -> bool:
        if self.best is None:
            return self.tried > MAX_CANDIDATES
        return not self.best[0] or self.tried > MAX_CANDIDATES_ONCE_PROVED

    @property
    def is_doubtful(self) -> bool:
        return self.best is None or self.best[0] > UNCLOSED

    def prefers(self, reading: Reading) -> bool:
        """Try a reading; whether it is proved, and likelier than the best before it."""
        self.tried += 1
        self.first = self.first or reading
        logical = "".join(self.chars_of(reading))
        found = penalty(logical, self.context.opened, self.context.before)
        found += INVERTED * self.inversions_of(reading)
        found += UNLIKELY * (SIGN_TURNED.search(logical) is not None)
        if self.best is not None and found >= self.best[0]:
            return False
        only_standalone = self._proof(logical)
        if only_standalone is None:
            return False
        found += only_standalone + (not self.pairs_brackets)
        if self.best is not None and found >= self.best[0]:
            return False
        self.best = (found, reading._replace(proved=True))
        return True

    def is_proved(self, logical: str, *, pairs_brackets: bool) -> bool:
        """Whether a text is displayed as the row, by the algorithm with or without N0."""
        self.pairs_brackets = pairs_brackets
        return self._proof(logical) is not None

    def _proof(self, logical: str) -> bool | None:
        """None if it is not proved; else whether it is proved only without the row above."""
        before, after, opened = self.context
        if after and self._displays(logical + CONTEXT_CHARS[after], before):
            return False
        if (
            opened
            and before
            and any(self._displays(logical, before, strong + opened) for strong in ("R", "L"))
        ):
            return False
        contexts = [before, "", "R"] if before or DIGIT.search(logical) else [""]
        for at, strong in enumerate(dict.fromkeys(contexts)):
            if self._displays(logical, strong):
                return at > 0
        return True if not after and self._displays(logical + CONTEXT_CHARS["L"], before) else None

    def _displays(self, logical: str, before: str, opened: str = "") -> bool:
        """Whether the bidirectional algorithm displays a text as the row is.

        `before` is the direction of the last strong character before it; `opened` are the brackets
        that are open there, after the direction of the strong character before them.
        """
        display = get_display if self.pairs_brackets else display_without_pairs
        added = CONTEXT_CHARS[opened[:1]] + opened[1:]
        start = added + CONTEXT_CHARS[before]
        added = added.translate(FOLD_BRACKETS)
        added = added[::-1] if opened[:1] == "R" else added
        for gap in (" ", "") if before else ("",):
            displayed = str(display(start + gap + logical, base_dir=self.base))
            displayed = displayed.translate(FOLD_BRACKETS).replace(added, "", 1)
            for char in CONTEXT_CHARS.values():
                displayed = displayed.replace(char, "") if char else displayed
            if displayed.strip() == self.visual:
                return True
        return False


def _try_readings(search: _Search, tokens: list[Token]) -> None:
    """Try the readings of a row: first those in which one stretch departs from its first choice."""
    if search.base == "L":
        for reading in left_to_right_readings(tokens):
            search.prefers(reading)
        return
    chosen = likeliest_division(tokens, search.context)
    search.prefers(reading_of(tokens, chosen))
    if search.is_over:
        return
    choices = divisions(tokens, search.context)
    if choices:
        choices[-1] = _with_first_signs(tokens, choices[-1])
    for _ in range(ROUNDS if len(choices) > 1 else 1):
        if not _improves(search, tokens, choices, chosen):
            break
    if search.best is None and len(choices) > 1:
        for combination in product(*choices):
            if search.is_over:
                return
            search.prefers(reading_of(tokens, combination))


def _with_first_signs(tokens: list[Token], ways: list[Segmentation]) -> list[Segmentation]:
    """The first run of a row also with the signs that touch its number, which W5 makes digits.

    WeasyPrint and programs that order each row by itself know no letter before it (W2).
    """
    *others, (start, end) = ways[0]
    if any(token.bidi_class == "R" for token in tokens[end:]):
        return ways
    around = with_signs_around(tokens, start, end)
    return ways if around == (start, end) else [*ways, (*others, around)]


def with_signs_around(tokens: list[Token], start: int, end: int) -> tuple[int, int]:
    """A run with the signs, such as `%` and `±`, that touch it."""
    while start and tokens[start - 1].bidi_class == "ET":
        start -= 1
    while end < len(tokens) and tokens[end].bidi_class == "ET":
        end += 1
    return start, end


def _improves(
    search: _Search,
    tokens: list[Token],
    choices: list[list[Segmentation]],
    chosen: list[Segmentation],
) -> bool:
    """Try the divisions of each stretch, and keep one that is better while others are tried."""
    before = search.best
    for at, options in enumerate(choices):
        for option in options:
            if search.is_over:
                return False
            if option == chosen[at]:
                continue
            if search.prefers(reading_of(tokens, [*chosen[:at], option, *chosen[at + 1 :]])):
                chosen[at] = option
    return search.best is not before
