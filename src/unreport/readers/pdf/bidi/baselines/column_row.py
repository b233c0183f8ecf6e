"""Rows as columns of numbers: their clusters are made only where a stage asks for them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, TypeVar

from unreport.readers.pdf.bidi.baselines.row import (
    EDGE_CLUSTERS,
    QUOTED,
    Row,
    usual_size_and_baseline,
)
from unreport.readers.pdf.bidi.clusters import Cluster, EntryValues, clusters_of, describe
from unreport.readers.pdf.bidi.encodings.glyph_texts import GlyphText
from unreport.readers.pdf.bidi.letters import MIRRORED, BidiClass
from unreport.readers.pdf.bidi.logical_order import Token, token_of
from unreport.readers.pdf.file.page_glyphs import Indices, Numbers, PageGlyphs

WIDE_GAP = 4.0  # points; those of a page that are as wide are found at once

T = TypeVar("T")


class Boxes(NamedTuple):
    """The edges, baselines and sizes of the letters of a page."""

    x0: Numbers
    x1: Numbers
    y: Numbers
    size: Numbers


class RowColumns:
    """The letters of a page by baseline and from left to right, a list for each of their values."""

    def __init__(self, glyphs: PageGlyphs, places: Indices, texts: Mapping[int, GlyphText]) -> None:
        self.places = places  # in the columns of the page
        self.boxes = Boxes(*[c[places] for c in (glyphs.x0, glyphs.x1, glyphs.y, glyphs.size)])
        self.entry_ids = glyphs.ids[places]
        self.ids: list[int] = self.entry_ids.tolist()
        self.x0: list[float] = self.boxes.x0.tolist()
        self.x1: list[float] = self.boxes.x1.tolist()
        self.order = glyphs.order[places]  # in the content stream
        self._values = EntryValues(glyphs, texts)
        self.raised: list[bool] = self._values.is_superior[self.entry_ids].tolist()
        self.fonts: list[int] = self._values.fonts[self.entry_ids].tolist()
        self.texts: list[str] = self._values.texts[self.entry_ids].tolist()
        self.spaced = [*self.texts]  # with a space before the first letter of a word within a row
        self.of_entry = texts
        self.has_unnamed = any(text.is_unnamed for text in texts.values())
        self._glyphs = glyphs

    @cached_property
    def centres(self) -> list[float]:
        """Twice the x of their centres."""
        found: list[float] = (self.boxes.x0 + self.boxes.x1).tolist()
        return found

    @cached_property
    def gaps(self) -> Numbers:
        """How far behind each of them the next one begins."""
        found: Numbers = self.boxes.x0[1:] - self.boxes.x1[:-1]
        return found

    @cached_property
    def wide_gaps(self) -> list[int]:
        """Behind which of them the next one is as far as columns are."""
        found: list[int] = (self.gaps >= WIDE_GAP).nonzero()[0].tolist()
        return found

    @cached_property
    def y(self) -> list[float]:
        """Their baselines."""
        found: list[float] = self.boxes.y.tolist()
        return found

    @cached_property
    def size(self) -> list[float]:
        """Their sizes of type."""
        found: list[float] = self.boxes.size.tolist()
        return found

    def glyph_code(self, entry: int) -> tuple[int, int, str]:
        """The font, the code and the text of the glyphs of an entry."""
        found = self._glyphs.entries[entry]
        return found.font, found.code, self.of_entry[entry].text

    @cached_property
    def classes(self) -> Mapping[int, BidiClass]:
        """The bidi class of each entry."""
        return {at: text.bidi_class for at, text in self.of_entry.items()}

    @cached_property
    def bracketed(self) -> frozenset[int]:
        """The entries with a bracket or another mirrored character."""
        texts = self.of_entry.items()
        return frozenset(at for at, text in texts if not MIRRORED.keys().isdisjoint(text.text))

    @cached_property
    def shows_brackets(self) -> bool:
        """Whether each glyph with a bracket draws the bracket of its text, as far as is known."""
        with_bracket = [t for t in self.of_entry.values() if t.text[:1] in MIRRORED]
        return all(text.text == (text.shape or text.text[0]) for text in with_bracket)

    @cached_property
    def tokens(self) -> list[Token]:
        """Their tokens of the bidirectional algorithm."""
        of_entry = {
            at: token_of(text.text, text.bidi_class)
            for at, text in self.of_entry.items()
            if text.text
        }
        return [of_entry[at] for at in self.ids]

    def cluster(self, at: int) -> Cluster:
        """The cluster at an index."""
        text, (font, code, _) = self.of_entry[self.ids[at]], self.glyph_code(self.ids[at])
        box = self.x0[at], self.x1[at], self.y[at], self.size[at]
        order = int(self.order[at])
        cluster = Cluster(text.text, text.bidi_class, *box, font, code, order, self.raised[at])
        describe(cluster, text)
        return cluster

    def clusters(self, index: Sequence[int]) -> list[Cluster]:
        """The clusters at some indices."""
        own = slice(index.start, index.stop) if isinstance(index, range) else index
        made = clusters_of(self._glyphs, self.places[own], self._values)
        for cluster, at in zip(made, index, strict=True):
            cluster.raised = self.raised[at]
        return made


class ColumnRow(Row):
    """A row whose letters all run from left to right."""

    __slots__ = (
        "_made",
        "columns",
        "has_raised",
        "has_words",
        "index",
        "is_part",
        "starts",
        "x0",
        "x1",
    )

    x0: float
    x1: float

    def __init__(self, columns: RowColumns, index: Sequence[int], page: int) -> None:
        self.columns = columns
        self.index = index
        self.page = page
        self.y, self.size = columns.boxes.y.item(index[0]), columns.boxes.size.item(index[0])
        self.spaces = []
        self.has_raised = self.has_two_strings = False
        self.starts: list[int] = []  # clusters before which a space separates words
        self.has_words = False  # whether these are known
        self.is_part = False  # whether it is a part of another row, or made of several
        self._made: list[Cluster] | None = None
        self._find_edges()

    @property
    def clusters(self) -> list[Cluster]:  # type: ignore[override]
        """Its clusters, made when they are first asked for."""
        if self._made is None:
            self._made = self.columns.clusters(self.index)
        return self._made

    def cluster_at(self, at: int) -> Cluster:
        """One of its clusters; no other is made."""
        if self._made is not None:
            return self._made[at]
        return self.columns.cluster(self.index[at])

    def values(self, column: list[T]) -> list[T]:
        """The values of its clusters in a column."""
        index = self.index
        if isinstance(index, range):
            return column[index.start : index.stop]
        return [column[at] for at in index]

    @property
    def first_size(self) -> float:
        """The size of its first cluster."""
        return self.columns.size[self.index[0]]

    @property
    def entry_ids(self) -> Indices:
        """The glyph entries of its clusters."""
        index, ids = self.index, self.columns.entry_ids
        return ids[index.start : index.stop] if isinstance(index, range) else ids[index]

    @property
    def last_right(self) -> float:
        """Right edge of its last cluster."""
        return self.columns.x1[self.index[-1]]

    @property
    def count(self) -> int:
        """How many clusters it has."""
        return len(self.index)

    def width_of_first(self, count: int) -> float:
        """The width of its first clusters, which may lie over one another."""
        x0, x1, own = self.columns.x0, self.columns.x1, self.index[:count]
        return max([x1[at] for at in own]) - min([x0[at] for at in own])

    @property
    def lefts(self) -> list[float]:
        """The left edges of its clusters."""
        return self.values(self.columns.x0)

    @property
    def rights(self) -> list[float]:
        """The right edges of its clusters."""
        return self.values(self.columns.x1)

    @property
    def sizes(self) -> list[float]:
        """The sizes of type of its clusters."""
        return self.values(self.columns.size)

    @property
    def texts(self) -> list[str]:
        """The texts of its clusters."""
        return self.values(self.columns.texts)

    @property
    def fonts(self) -> list[int]:
        """The fonts of its clusters."""
        return self.values(self.columns.fonts)

    @property
    def raised(self) -> list[bool]:
        """Which of its clusters are superscripts."""
        return self.values(self.columns.raised)

    @property
    def orders(self) -> list[int]:
        """The places of its clusters in the content stream."""
        return self.order_array.tolist()  # type: ignore[no-any-return]

    @property
    def order_array(self) -> Indices:
        """The same as an array."""
        index, order = self.index, self.columns.order
        return order[index.start : index.stop] if isinstance(index, range) else order[index]

    @property
    def starts_raised(self) -> bool:
        """Whether its first cluster is a superscript."""
        return self.columns.raised[self.index[0]]

    def edges_beside(self, x: float) -> tuple[list[float], list[float]]:
        """The right edges of the clusters before a place, the left edges of those after it."""
        x0, x1, index = self.columns.x0, self.columns.x1, self.index
        at = bisect_left(index, 2 * x, key=lambda i: x0[i] + x1[i])
        before, after = index[max(0, at - EDGE_CLUSTERS) : at], index[at : at + EDGE_CLUSTERS]
        return [x1[i] for i in before], [x0[i] for i in after]

    def text_at(self, at: int) -> str:
        """The text of one of its clusters."""
        return self.columns.texts[self.index[at]]

    def count_before(self, x: float) -> int:
        """How many of its clusters have their centre before a place."""
        return bisect_left(self.index, 2 * x, key=self.columns.centres.__getitem__)

    def gaps(self, least: float) -> list[tuple[float, float]]:
        """The gaps between its clusters that are not narrower than `least`, from the left."""
        columns, index = self.columns, self.index
        if not isinstance(index, range):
            return Row.gaps(self, least)
        if least < WIDE_GAP:
            own = columns.gaps[index.start : index.stop - 1]
            places = ((own >= least).nonzero()[0] + index.start).tolist()
        else:
            wide = columns.wide_gaps
            places = wide[bisect_left(wide, index.start) : bisect_left(wide, index.stop - 1)]
        gaps = [(columns.x1[at], columns.x0[at + 1]) for at in places]
        return [gap for gap in gaps if gap[1] - gap[0] >= least]

    @property
    def has_right_to_left(self) -> bool:
        """Whether it has right-to-left letters."""
        return False

    @property
    def is_doubtful(self) -> bool:
        """Whether a letter has become uncertain since its clusters were made."""
        return self._made is not None and Row.is_doubtful.fget(self)  # type: ignore[attr-defined]

    @property
    def beginning(self) -> str:
        """The text of its first clusters, from the left."""
        texts = self.columns.texts
        return "".join([texts[at] for at in self.index[:QUOTED]])

    @property
    def text(self) -> str:
        """Its text with spaces between words."""
        return "".join(self.values(self.columns.spaced))

    @property
    def words(self) -> list[tuple[int, int]]:
        """Where its words begin and end, in clusters."""
        return [*pairwise([0, *self.starts, len(self.index)])]

    # --- parts of it ------------------------------------------------------------------------------

    def part(self, start: int, end: int, spaces: list[float]) -> Row:
        """A row of some of its clusters, with the spaces among them."""
        return self._of(self.index[start:end], self.size_of(start, end), spaces)

    def joined(self, other: Row) -> Row:
        """A row of its clusters and those of another segment of its baseline."""
        if not isinstance(other, ColumnRow):
            return Row.joined(self, other)
        index = sorted([*self.index, *other.index], key=self.columns.centres.__getitem__)
        size = max(self, other, key=lambda row: row.count).size
        return self._of(index, size, sorted([*self.spaces, *other.spaces]))

    def _of(self, index: Sequence[int], size: float, spaces: list[float]) -> ColumnRow:
        """A row of some letters of its page on its baseline."""
        out = ColumnRow(self.columns, index, self.page)
        out.y, out.size, out.spaces, out.is_part = self.y, size, spaces, True
        out.has_raised = True in out.raised
        return out

    def separate(self, starts: list[int]) -> None:
        """Separate its words by spaces before some of its clusters."""
        self.starts, self.has_words = starts, True
        texts, spaced, index = self.columns.texts, self.columns.spaced, self.index
        if self.is_part:  # the words of the other row had spaces
            for at in index:
                spaced[at] = texts[at]
        for at in [index[start] for start in starts]:
            spaced[at] = f" {texts[at]}"

    # --- while rows are made ----------------------------------------------------------------------

    def extend(self, other: Row) -> None:
        """Add the clusters of another row of the page."""
        if not isinstance(other, ColumnRow):
            raise TypeError("rows of two kinds on one page")
        self.index = [*self.index, *other.index]
        self.spaces.extend(other.spaces)
        self.has_raised |= other.has_raised
        self._find_edges()

    def mark_raised(self, *, above: bool) -> None:
        """Note that its clusters are superscripts of another row, or subscripts."""
        self.has_raised = above
        for at in self.index:
            self.columns.raised[at] = above

    def sort(self) -> None:
        """Sort its clusters by their centres."""
        if isinstance(self.index, range):
            return  # as they were made
        self.index = sorted(self.index, key=self.columns.centres.__getitem__)
        self._find_edges()

    def measure(self) -> None:
        """Give it the size and the baseline of most of its clusters."""
        sizes, baselines = self.values(self.columns.size), self.values(self.columns.y)
        if len(set(sizes)) == len(set(baselines)) == 1:
            self.size, self.y = round(sizes[0], 1), baselines[0]
        else:
            self.size, self.y = usual_size_and_baseline(sizes, baselines)

    def trim(self) -> None:
        """Sort its clusters, and leave out no-break spaces at its ends."""
        self.sort()
        texts, index = self.columns.texts, self.index
        start, end = 0, len(index)
        while end > start and texts[index[end - 1]].isspace():
            end -= 1
        while start < end and texts[index[start]].isspace():
            start += 1
        if end - start < len(index):
            self.index = index[start:end]
            if self.index:
                self._find_edges()
        self.spaces.sort()

    def _find_edges(self) -> None:
        columns, index = self.columns, self.index
        self.x0 = columns.x0[index[0]]
        self.x1 = max([columns.x1[at] for at in index[-EDGE_CLUSTERS:]])
