"""A row as tokens of the bidirectional algorithm, and as text in logical order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from unreport.readers.pdf.bidi.baselines.column_row import ColumnRow
from unreport.readers.pdf.bidi.baselines.letter_kinds import UNNAMED
from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.font_evidence import GlyphKey
from unreport.readers.pdf.bidi.letters import MIRRORED, UNMAPPED, BidiClass
from unreport.readers.pdf.bidi.logical_order import (
    SPACE,
    Alternative,
    BaseDirection,
    Reading,
    Token,
)

T = TypeVar("T")
S = TypeVar("S")
LetterGlyph: TypeAlias = tuple[GlyphKey | None, bool]
"""The glyph of a character, none for a space, and whether its font program does not name it."""


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
    has_brackets: bool = False
    has_mirrored_signs: bool = False
    has_unmapped: bool = False  # glyphs without text
    has_ligatures: bool = False  # clusters of several characters, marks included
    read_with: object = None  # what its reading and brackets were decided with
    text: str | None = None
    """Its text, where that is known without its tokens: all letters run from left to right."""
    _clusters: list[Cluster | None] | None = None

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
    def keys(self) -> list[GlyphKey | None]:
        """The font, the code and the text of each cluster; None at a space."""
        return with_spaces(self.row.keys, self.starts, None)

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

    def forget_text(self) -> None:
        """Note that a token has changed, so that the text must be made of the tokens."""
        self.text = None


@dataclass(slots=True)
class LogicalRow:
    """The text of a row in logical order, with the cluster of each character."""

    row: Row
    text: str
    sources: Sequence[Cluster | None]  # per character of `text`
    base: BaseDirection
    proved: bool
    alternative: Alternative | None = None  # another order that looks alike on the page

    @property
    def has_glyph_evidence(self) -> bool:
        """Whether its glyphs may tell of letters that they draw and their text lacks."""
        return True

    @property
    def fonts(self) -> list[int | None]:
        """The font of each character of `text`; None at a space."""
        return [None if cluster is None else cluster.font for cluster in self.sources]

    def glyphs(self, start: int, end: int) -> list[LetterGlyph]:
        """The glyphs of the characters between two places of its text."""
        return [
            (None, False) if c is None else ((c.font, c.code, c.text), c.is_unnamed)
            for c in self.sources[start:end]
        ]


class TokenLogicalRow(LogicalRow):
    """The text of a row of which the cluster of a character is made when it is asked for."""

    __slots__ = ("_glyphs", "_sources", "places", "tokens")

    def __init__(self, tokens: TokenRow, text: str, places: Sequence[int], *, proved: bool) -> None:
        self.row = tokens.row
        self.tokens = tokens
        self.text = text
        self.places = places  # of the token of each character
        self.base = tokens.base
        self.proved = proved
        self.alternative = None
        self._glyphs: list[LetterGlyph] | None = None  # of each token
        self._sources: list[Cluster | None] | None = None

    @property
    def sources(self) -> list[Cluster | None]:  # type: ignore[override]
        """The cluster of each character of its text."""
        if self._sources is None:
            clusters = self.tokens.clusters
            self._sources = [clusters[place] for place in self.places]
        return self._sources

    @property
    def fonts(self) -> list[int | None]:
        """The font of each character of its text; None at a space."""
        fonts = with_spaces(self.row.fonts, self.tokens.starts, None)
        return [fonts[place] for place in self.places]

    def glyphs(self, start: int, end: int) -> list[LetterGlyph]:
        """The glyphs of the characters between two places of its text."""
        if self._glyphs is None:
            tokens = self.tokens
            if tokens.kinds & UNNAMED:
                unnamed = [bool(kinds & UNNAMED) for kinds in tokens.letter_kinds]
            else:
                unnamed = [False] * len(tokens.tokens)
            self._glyphs = [*zip(tokens.keys, unnamed, strict=True)]
        glyphs = self._glyphs
        return [glyphs[place] for place in self.places[start:end]]


class ColumnTokens(TokenRow):
    """The tokens of a row whose letters all run from left to right, made when asked for."""

    __slots__ = ("_tokens", "column_row")

    def __init__(self, row: ColumnRow) -> None:
        of_entry, ids = row.columns.of_entry, row.columns.ids
        self.row = self.column_row = row
        self.starts = row.starts
        self.base = "L"
        self.reading = None
        self.brackets = {}
        self.is_ambiguous = False
        self.unreordered = ""
        self.read_with = None
        self.kinds = 0
        self.classes = frozenset([of_entry[at].bidi_class for at in set(row.values(ids))])
        if row.starts:
            self.classes |= {SPACE.bidi_class}
        self.text = row.text
        self.has_brackets = not MIRRORED.keys().isdisjoint(self.text)
        self.has_mirrored_signs = False  # they are mirrored in right-to-left runs only
        self.has_unmapped = UNMAPPED in self.text
        self.has_ligatures = len(self.text) > row.count + len(row.starts)
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


class ColumnLogicalRow(LogicalRow):
    """The text of a row whose letters all run from left to right."""

    __slots__ = ("_sources", "_tokens", "column_row")

    def __init__(self, tokens: ColumnTokens, *, proved: bool) -> None:
        self.row = self.column_row = tokens.column_row
        self.text = tokens.text or ""
        self.base = "L"
        self.proved = proved
        self.alternative = None
        self._tokens = tokens
        self._sources: list[Cluster | None] | None = None

    @property
    def has_glyph_evidence(self) -> bool:
        """Whether the font program of one of its glyphs does not say what that draws."""
        return self.column_row.columns.has_unnamed

    @property
    def fonts(self) -> list[int | None]:
        """The font of each character of its text; None at a space."""
        row = self.column_row
        texts, fonts = row.texts, row.fonts
        out: list[int | None] = []
        is_plain = max(map(len, texts)) == 1
        for start, end in row.words:
            if start:
                out.append(None)
            if is_plain:
                out += fonts[start:end]
                continue
            for text, font in zip(texts[start:end], fonts[start:end], strict=True):
                out += [font] * len(text)
        return out

    @property
    def sources(self) -> list[Cluster | None]:  # type: ignore[override]
        """The cluster of each character of its text."""
        if self._sources is None:
            self._sources = []
            for cluster in self._tokens.clusters:
                self._sources += [cluster] * (1 if cluster is None else len(cluster.text))
        return self._sources


TextRow: TypeAlias = ColumnLogicalRow | TokenLogicalRow
"""A row as it is read from a page."""
