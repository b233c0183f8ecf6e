"""pdfminer's parsers of PDF syntax, watched: none runs on, or copies one token, for ever."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdfparser import PDFParser, PDFStreamParser
from pdfminer.pdftypes import PDFStream, dict_value, int_value
from pdfminer.psexceptions import PSEOF, PSSyntaxError
from pdfminer.psparser import PSBaseParser, PSKeyword

from unreport.readers.pdf.file.limits import Clock
from unreport.readers.pdf.file.streams import Stream

MOST_TOKEN = 250_000  # bytes of one number, name or string
LONG_TOKEN = 30_000
LINE_END = re.compile(rb"\r\n?|\n")
STREAM_HEAD = re.compile(rb"stream[ \t]*(?:\r\n?|\n)?")
STREAM_END = re.compile(rb"\s{0,8}endstream")


class Watched(PSBaseParser):
    """A parser that asks the clock, and gives up on a token that has no end."""

    clock: Clock

    def fillbuf(self) -> bool:
        """Fetch the next piece of the file."""
        if len(self._curtoken) > LONG_TOKEN:  # it is copied for every piece that is added
            self.clock.look()
        if len(self._curtoken) > MOST_TOKEN:
            raise PSSyntaxError("a token that is too long")
        return super().fillbuf()

    def nexttoken(self) -> Any:  # noqa: ANN401 - as the library has it
        """Give the next number, name, string or keyword, as the library does."""
        self.clock.step()
        if self.eof:
            raise PSEOF("the data ends")
        while not self._tokens:
            try:
                if self.charpos >= len(self.buf) and self.fillbuf() and self._curtoken:
                    self._parse1(b"\n", 0)  # a token ends where a stream does
                else:
                    self.charpos = self._parse1(self.buf, self.charpos)
            except PSEOF:
                self.charpos = self._parse1(b"\n", 0)
                self.eof = True
                if not self._tokens:
                    raise
        return self._tokens.pop(0)


class FileParser(Watched, PDFParser):
    """The objects of a file; a stream ends where it ends, whatever its length is said to be."""

    def __init__(self, data: bytes, clock: Clock, damaged: list[str]) -> None:
        self.clock = clock
        self._data = data
        self._damaged = damaged
        self.mended = False
        """Whether the length of a stream was not what the file says."""
        super().__init__(BytesIO(data))

    def nextline(self) -> tuple[int, bytes]:
        """Give the next line and its place."""
        self.clock.step()
        start = self.bufpos + self.charpos
        found = LINE_END.search(self._data, start)
        if found is None:
            raise PSEOF("the file ends")
        PSBaseParser.seek(self, found.end())
        return start, self._data[start : found.end()]

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Take a stream from the file as it stands there."""
        if token is not self.KEYWORD_STREAM:
            super().do_keyword(pos, token)
            return
        said = self.pop(1)
        attributes = dict_value(said[0][1]) if said else {}
        begin, end = self._extent(pos, int_value(attributes.get("Length")))
        self.seek(end)
        decipher = self.doc.decipher if self.doc else None
        stream = Stream(attributes, self._data[begin:end], decipher)
        stream.watch(self.clock, self._damaged)
        self.push((pos, stream))

    def _extent(self, pos: int, length: int) -> tuple[int, int]:
        """Where the data of a stream begins and ends."""
        head = STREAM_HEAD.match(self._data, pos)
        begin = head.end() if head else pos
        if length >= 0 and STREAM_END.match(self._data, begin + length):
            return begin, begin + length
        end = self._data.find(b"endstream", begin)
        if end < 0:
            return begin, len(self._data)
        self.mended = True
        before = self._data[max(begin, end - 2) : end]
        return begin, end - (2 if before == b"\r\n" else before[-1:] in {b"\n", b"\r"})


class PackedParser(Watched, PDFStreamParser):
    """The objects in a stream."""

    def __init__(self, data: bytes, clock: Clock) -> None:
        self.clock = clock
        super().__init__(data)


class ContentParser(Watched, PDFContentParser):
    """The instructions of a page."""

    def __init__(self, streams: list[PDFStream], clock: Clock) -> None:
        self.clock = clock
        super().__init__(streams)

    def get_inline_data(self, pos: int, target: bytes = b"EI") -> tuple[int, bytes]:
        """Give the data of a picture that stands among the instructions."""
        self.seek(pos)
        whole = self.fp.read()
        end = whole.find(target)
        while end >= 0 and whole[end + len(target) : end + len(target) + 1].strip():
            end = whole.find(target, end + 1)
        end = end if end >= 0 else len(whole)
        PSBaseParser.seek(self, min(pos + end + len(target) + 1, pos + len(whole)))
        return pos, whole[:end]
