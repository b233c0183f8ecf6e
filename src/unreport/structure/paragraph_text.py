"""The passages of a paragraph as one text, with the way back to where each part stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from unreport.model import Span
from unreport.structure.passages import Passage


class ParagraphText(Struct, frozen=True, kw_only=True):
    """The passages of a paragraph as one text: a line feed where a passage begins."""

    text: str
    starts: tuple[int, ...]
    passages: tuple[Passage, ...]
    calls: tuple[tuple[int, str], ...]  # of notes: offset in `text`, and mark

    def span(self, start: int, end: int) -> Span:
        """Where a part of the text stands in the document."""
        if len(self.passages) == 1:
            return self.passages[0].span(start, end)
        first = self._passage(start)
        passage, at = self.passages[first], self.starts[first]
        if end <= at + len(passage.text):
            return passage.span(start - at, end - at)
        last = self._passage(max(end - 1, start))
        begin = self.passages[first].offset(start - self.starts[first])
        stop = self.passages[last].end_offset(end - self.starts[last])
        pages = [p for i in (first, last) for p in (self.passages[i].pages or ())]
        return Span(begin, stop, (min(pages), max(pages)) if pages else None)

    def notes(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """The note calls of a part: their offsets in it, and their marks."""
        for at in range(bisect_right(self.calls, (start, "\uffff")), len(self.calls)):
            offset, mark = self.calls[at]
            if offset > end:
                return
            yield offset - start, mark

    def next_start(self, at: int) -> int:
        """Where the first passage after a place begins; the end if there is none."""
        i = bisect_right(self.starts, at)
        return self.starts[i] if i < len(self.starts) else len(self.text)

    def _passage(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1


def join_passages(passages: Sequence[Passage]) -> ParagraphText:
    """Lay the passages of a paragraph one after the other."""
    if len(passages) == 1:
        (one,) = passages
        return ParagraphText(text=one.text, starts=(0,), passages=(one,), calls=one.notes)
    starts: list[int] = []
    calls: list[tuple[int, str]] = []
    at = 0
    for passage in passages:
        starts.append(at)
        calls.extend((at + offset, mark) for offset, mark in passage.notes)
        at += len(passage.text) + 1
    text = "\n".join(passage.text for passage in passages)
    return ParagraphText(
        text=text, starts=tuple(starts), passages=tuple(passages), calls=tuple(calls)
    )
