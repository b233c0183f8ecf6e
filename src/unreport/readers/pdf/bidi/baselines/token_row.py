"""A row as tokens of the bidirectional algorithm, and as text in logical order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from unreport.readers.pdf.bidi.baselines.column_row import ColumnRow
from unreport.readers.pdf.bidi.baselines.letter_kinds import (
    BRACKET,
    MIRRORED_SIGN,
    SEVERAL_CHARACTERS,
    WITHOUT_TEXT,
    kinds_of,
)
from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.font_evidence import GlyphKey
from unreport.readers.pdf.bidi.letters import UNMAPPED, BidiClass
from unreport.readers.pdf.bidi.logical_order import (
    SPACE,
    BaseDirection,
    Reading,
    Token,
    token_of,
)

T = TypeVar("T")
S = TypeVar("S")
SPACE_KEY: GlyphKey = (-1, -1, " ")


def with_spaces(values: list[T], starts: Sequence[int], space: S) -> list[T | S]:
    """A new list of values with one for the space before each of some places.

    >>> with_spaces(["a", "b", "c"], [1], " ")
    ['a', ' ', 'b', 'c']
    """
    spaced: list[T | S] = [*values]
    for start in reversed(starts):
        spaced.insert(start, space)
    return spaced


@dataclass(slots=True)
class TokenRow:
    """A row as tokens in visual order."""

    row: Row
    tokens: list[Token]
    starts: Sequence[int]  # the clusters before which a space separates words
    base: BaseDirection = "L"
    reading: Reading | None = None
    brackets: dict[int, str] = field(default_factory=dict)  # token -> logical character
    is_ambiguous: bool = False  # two readings look alike on the page
    unreordered: str = ""  # "row" or "word": within which letters are drawn in logical order
    classes: frozenset[BidiClass] = frozenset()  # of its tokens
    kinds: int = 0  # the flags of its letters
    read_with: object = None  # what its reading and brackets were decided with
    text: str | None = None
    """Its text, where that is known without its tokens: all letters run from left to right."""
    _clusters: list[Cluster | None] | None = None

    @property
    def has_brackets(self) -> bool:
        """Whether it has brackets or quotation marks, which are mirrored."""
        return self.kinds & BRACKET > 0

    @property
    def has_mirrored_signs(self) -> bool:
        """Whether it has other signs that are mirrored in right-to-left runs."""
        return self.kinds & MIRRORED_SIGN > 0

    @property
    def has_unmapped(self) -> bool:
        """Whether it has glyphs without text."""
        return self.kinds & WITHOUT_TEXT > 0

    @property
    def has_ligatures(self) -> bool:
        """Whether it has clusters of several characters, marks included."""
        return self.kinds & SEVERAL_CHARACTERS > 0

    @property
    def clusters(self) -> list[Cluster | None]:
        """The cluster of each token; None at a space."""
        if self._clusters is None:
            self._clusters = with_spaces(self.row.clusters, self.starts, None)
        return self._clusters

    def cluster_at(self, at: int) -> Cluster | None:
        """The cluster of a token, of which no other need be made; None at a space."""
        if self._clusters is not None:
            return self._clusters[at]
        spaces = [start + n for n, start in enumerate(self.starts)]
        before = bisect_left(spaces, at)
        if before < len(spaces) and spaces[before] == at:
            return None
        return self.row.cluster_at(at - before)

    # --- columns of its tokens --------------------------------------------------------------------

    @property
    def texts(self) -> list[str]:
        """The text of each cluster, and its word spaces."""
        return with_spaces(self.row.texts, self.starts, " ")

    @property
    def keys(self) -> list[GlyphKey]:
        """The font, the code and the text of each cluster; those of a space say nothing."""
        return with_spaces(self.row.keys, self.starts, SPACE_KEY)

    @property
    def letter_kinds(self) -> list[int]:
        """The flags of each cluster; 0 at a space."""
        return with_spaces(self.row.kinds, self.starts, 0)

    @property
    def orders(self) -> list[int | None]:
        """The place of each cluster in the content stream; None at a space."""
        return with_spaces(self.row.orders, self.starts, None)

    @property
    def raised(self) -> list[bool]:
        """Which of its tokens are superscripts."""
        return with_spaces(self.row.raised, self.starts, False)  # noqa: FBT003 - a value

    def change(self, at: int, text: str, bidi_class: BidiClass) -> None:
        """Give the cluster of a token another text, by which its row has to be read."""
        if (cluster := self.clusters[at]) is not None:
            cluster.text, cluster.bidi_class = text, bidi_class
            self.tokens[at] = token_of(text, bidi_class)
            self.classes |= {bidi_class}
            self.kinds |= kinds_of(cluster)
            self.text = None


class ColumnTokens(TokenRow):
    """The tokens of a row whose letters all run from left to right, made when asked for."""

    __slots__ = ("_tokens", "column_row")

    def __init__(self, row: ColumnRow) -> None:
        entries = {*row.values(row.columns.ids)}
        self.row = self.column_row = row
        self.starts = row.starts
        self.base = "L"
        self.reading = None
        self.brackets = {}
        self.is_ambiguous = False
        self.unreordered = ""
        self.read_with = None
        self.classes = frozenset(map(row.columns.classes.__getitem__, entries))
        if row.starts:
            self.classes |= {SPACE.bidi_class}
        self.text = row.text
        self.kinds = (  # signs are mirrored in right-to-left runs only
            BRACKET * (not row.columns.bracketed.isdisjoint(entries))
            | WITHOUT_TEXT * (UNMAPPED in self.text)
            | SEVERAL_CHARACTERS * (len(self.text) > row.count + len(row.starts))
        )
        self._tokens: list[Token] | None = None
        self._clusters: list[Cluster | None] | None = None

    @property
    def last_strong(self) -> BidiClass:
        """The class of the last strong character of the row."""
        return "L" if "L" in self.classes else "S"

    @property
    def tokens(self) -> list[Token]:  # type: ignore[override]
        """Its tokens in visual order."""
        if self._tokens is None:
            own = self.column_row.values(self.column_row.columns.tokens)
            self._tokens = with_spaces(own, self.starts, SPACE)
        return self._tokens

    @property
    def texts(self) -> list[str]:
        """The text of each cluster, which may have changed since, and its word spaces."""
        return [" " if cluster is None else cluster.text for cluster in self.clusters]
