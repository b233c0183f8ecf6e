"""A row as tokens of the bidirectional algorithm, and as text in logical order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from unreport.readers.pdf.bidi.baselines.column_row import ColumnRow
from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.letters import MIRRORED, UNMAPPED, BidiClass
from unreport.readers.pdf.bidi.logical_order import (
    SPACE,
    Alternative,
    BaseDirection,
    Reading,
    Token,
)


@dataclass(slots=True)
class TokenRow:
    """A row as tokens in visual order; an entry of `clusters` is None at a space."""

    row: Row
    tokens: list[Token]
    clusters: list[Cluster | None]
    base: BaseDirection = "L"
    reading: Reading | None = None
    brackets: dict[int, str] = field(default_factory=dict)  # token -> logical character
    is_ambiguous: bool = False  # two readings look alike on the page
    unreordered: str = ""  # "row" or "word": within which letters are drawn in logical order
    classes: frozenset[BidiClass] = frozenset()  # of its tokens
    has_brackets: bool = False
    has_mirrored_signs: bool = False
    has_unmapped: bool = False  # glyphs without text
    has_ligatures: bool = False  # clusters of several characters, marks included
    read_with: object = None  # what its reading and brackets were decided with
    text: str | None = None
    """Its text, where that is known without its tokens: all letters run from left to right."""

    def cluster_at(self, at: int) -> Cluster | None:
        """The cluster of a token; None at a space."""
        return self.clusters[at]

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
    last: BidiClass  # R, L or S: that of the last strong character
    alternative: Alternative | None = None  # another order that looks alike on the page

    @property
    def has_glyph_evidence(self) -> bool:
        """Whether its glyphs may tell of letters that they draw and their text lacks."""
        return True

    @property
    def fonts(self) -> list[int | None]:
        """The font of each character of `text`; None at a space."""
        return [None if cluster is None else cluster.font for cluster in self.sources]


class ColumnTokens(TokenRow):
    """The tokens of a row whose letters all run from left to right, made when asked for."""

    __slots__ = ("_clusters", "_tokens", "column_row")

    def __init__(self, row: ColumnRow) -> None:
        of_entry, ids = row.columns.of_entry, row.columns.ids
        self.row = self.column_row = row
        self.base = "L"
        self.reading = None
        self.brackets = {}
        self.is_ambiguous = False
        self.unreordered = ""
        self.read_with = None
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
            row = self.column_row
            own = row.values(row.columns.tokens)
            self._tokens = []
            for start, end in row.words:
                self._tokens += [SPACE, *own[start:end]] if start else own[:end]
        return self._tokens

    def cluster_at(self, at: int) -> Cluster | None:
        """The cluster of a token, of which no other is made; None at a space."""
        if self._clusters is not None:
            return self._clusters[at]
        starts = self.column_row.starts
        before = sum(start + n <= at for n, start in enumerate(starts))
        is_space = any(start + n == at for n, start in enumerate(starts))
        return None if is_space else self.column_row.cluster_at(at - before)

    @property
    def clusters(self) -> list[Cluster | None]:  # type: ignore[override]
        """The cluster of each token; None at a space."""
        if self._clusters is None:
            clusters = self.column_row.clusters
            self._clusters = []
            for start, end in self.column_row.words:
                self._clusters += [None, *clusters[start:end]] if start else clusters[:end]
        return self._clusters


class ColumnLogicalRow(LogicalRow):
    """The text of a row whose letters all run from left to right."""

    __slots__ = ("_sources", "_tokens", "column_row")

    def __init__(self, tokens: ColumnTokens, *, proved: bool) -> None:
        self.row = self.column_row = tokens.column_row
        self.text = tokens.text or ""
        self.base = "L"
        self.proved = proved
        self.last = tokens.last_strong
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
