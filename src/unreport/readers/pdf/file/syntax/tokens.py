"""pdfminer's parsers of PDF syntax, within limits of time and of the length of a token."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdfparser import PDFParser, PDFStreamParser
from pdfminer.pdftypes import PDFStream, dict_value, int_value
from pdfminer.psexceptions import PSEOF, PSSyntaxError
from pdfminer.psparser import KWD, LIT, PSBaseParser, PSKeyword

from unreport.readers.pdf.file.limits import Budget
from unreport.readers.pdf.file.streams import Stream
from unreport.readers.pdf.file.syntax.object_syntax import (
    STREAM,
    STREAM_AND_OBJECT_END,
    IrregularObject,
)

MAX_TOKEN = 250_000  # bytes of one number, name or string
LONG_TOKEN = 30_000
CONSTRUCTS = frozenset(map(KWD, (b"[", b"]", b"<<", b">>", b"{", b"}", b"BI", b"ID", b"EI")))
TOKEN = re.compile(
    rb"""\s*(?:
    (?P<integer>[-+]?[0-9]{1,15})(?=[\s/\[\]<>()])
    |(?P<real>[-+]?(?:[0-9]{1,15}\.[0-9]{0,15}|\.[0-9]{1,15}))(?=[\s/\[\]<>()])
    |(?P<operator>[A-SU-Za-eg-su-z][A-Za-z0-9*]{0,2}|T[A-Za-z*]|f\*?|t[a-qs-z]?)(?=[\s/\[\]<>()])
    |<(?P<hexadecimal>(?:[0-9A-Fa-f]{2}){0,512})>
    |/(?P<name>[A-Za-z0-9_.+-]{1,64})(?=[\s/\[\]<>()])
    )""",
    re.VERBOSE,
)
"""The common forms of numbers, operators, hexadecimal strings and names, each complete."""
READ_TOKEN: Mapping[str, Callable[[bytes], object]] = {
    "integer": int,
    "real": float,
    "operator": KWD,
    "hexadecimal": lambda digits: bytes.fromhex(digits.decode()),
    "name": lambda name: LIT(name.decode()),
}
ESCAPED = frozenset(bytes((code,)) for code in b"01234567nrtbf()\\\r\n")
"""What a backslash gives another meaning, or takes away."""
LINE_END = re.compile(rb"\r\n?|\n")
STREAM_HEAD = re.compile(rb"stream[ \t]*(?:\r\n?|\n)?")
STREAM_END = re.compile(rb"\s{0,8}endstream")


class LimitedParser(PSBaseParser):
    """A parser that observes the budget, and gives up on a token that is too long."""

    budget: Budget

    def fillbuf(self) -> bool:
        """Fetch the next buffer."""
        if len(self._curtoken) > LONG_TOKEN:  # it is copied for every buffer that is added
            self.budget.check()
        if len(self._curtoken) > MAX_TOKEN:
            raise PSSyntaxError("a token that is too long")
        return super().fillbuf()

    def nexttoken(self) -> Any:  # noqa: ANN401 - as the library has it
        """Give the next number, name, string or keyword, as pdfminer does."""
        self.budget.step()
        if self.eof:
            raise PSEOF("the data ends")
        while not self._tokens:
            try:
                if self.charpos >= len(self.buf) and self.fillbuf() and self._curtoken:
                    self._parse1(b"\n", 0)  # a token ends with its stream
                else:
                    self.charpos = self._parse1(self.buf, self.charpos)
            except PSEOF:
                self.charpos = self._parse1(b"\n", 0)
                self.eof = True
                if not self._tokens:
                    raise
        return self._tokens.pop(0)

    def _parse_string_1(self, s: bytes, i: int) -> int:
        """Read what follows a backslash; pdfminer loses a character that needs none (7.3.4.2)."""
        char = s[i : i + 1]
        if not self.oct and char not in ESCAPED:
            self._curtoken += char
        return super()._parse_string_1(s, i)


class PatternParser(LimitedParser):
    """A parser that takes tokens of the common forms by one pattern."""

    def nexttoken(self) -> Any:  # noqa: ANN401 - as the library has it
        """Give the next token; one of a common form by one pattern, others as pdfminer does."""
        if not self._tokens and self._parse1 == self._parse_main:
            found = TOKEN.match(self.buf, self.charpos)
            if found and found.lastgroup:
                self.budget.step()
                self.charpos = found.end()
                kind = found.lastgroup
                return self.bufpos + found.start(kind), READ_TOKEN[kind](found[kind])
        return super().nexttoken()


class FileParser(PatternParser, PDFParser):
    """The objects of a file; a stream whose /Length is wrong ends at its `endstream`."""

    def __init__(self, data: bytes, budget: Budget, damaged: list[str]) -> None:
        self.budget = budget
        self._data = data
        self._damaged = damaged
        self.repaired = False
        """Whether the /Length of a stream was wrong."""
        super().__init__(BytesIO(data))

    def nextline(self) -> tuple[int, bytes]:
        """Give the next line and its offset."""
        self.budget.step()
        start = self.bufpos + self.charpos
        match = LINE_END.search(self._data, start)
        if match is None:
            raise PSEOF("the file ends")
        PSBaseParser.seek(self, match.end())
        return start, self._data[start : match.end()]

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Take the data of a stream from the file."""
        if token is not self.KEYWORD_STREAM:
            super().do_keyword(pos, token)
            return
        operands = self.pop(1)
        attributes = dict_value(operands[0][1]) if operands else {}
        begin, end = self._data_range(pos, int_value(attributes.get("Length")))
        self.seek(end)
        self.push((pos, self._stream(attributes, begin, end)))

    def stream_of(self, attributes: object, offset: int) -> Stream:
        """The stream whose dictionary ends at an offset; raises if something else follows."""
        head = STREAM.match(self._data, offset)
        if head is None or not isinstance(attributes, dict):
            raise IrregularObject("no stream")
        begin, end = self._data_range(head.end(), int_value(attributes.get("Length")))
        if STREAM_AND_OBJECT_END.match(self._data, end) is None:
            raise IrregularObject("a stream without its end")
        return self._stream(attributes, begin, end)

    def _stream(self, attributes: dict[str, Any], begin: int, end: int) -> Stream:
        decipher = self.doc.decipher if self.doc else None
        stream = Stream(attributes, self._data[begin:end], decipher)
        stream.set_limits(self.budget, self._damaged)
        return stream

    def _data_range(self, pos: int, length: int) -> tuple[int, int]:
        """The offsets at which the data of a stream begins and ends."""
        head = STREAM_HEAD.match(self._data, pos)
        begin = head.end() if head else pos
        if length >= 0 and STREAM_END.match(self._data, begin + length):
            return begin, begin + length
        end = self._data.find(b"endstream", begin)
        if end < 0:
            return begin, len(self._data)
        self.repaired = True
        before = self._data[max(begin, end - 2) : end]
        return begin, end - (2 if before == b"\r\n" else before[-1:] in {b"\n", b"\r"})


class ObjectStreamParser(PatternParser, PDFStreamParser):
    """The objects of an object stream."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        self.budget = budget
        super().__init__(data)


class ContentParser(PatternParser, PDFContentParser):
    """The operators and operands of a content stream."""

    def __init__(self, streams: list[PDFStream], budget: Budget) -> None:
        self.budget = budget
        super().__init__(streams)

    def nextobject(self) -> Any:  # noqa: ANN401 - as the library has it
        """Give the next operand or operator; one outside arrays and the like needs no stack."""
        if not (self.results or self.context or self.curstack):
            entry = self.nexttoken()
            token = entry[1]
            if not isinstance(token, PSKeyword) or token not in CONSTRUCTS:
                return entry
            self._tokens.insert(0, entry)
            self.eof = False
        return super().nextobject()

    def get_inline_data(self, pos: int, target: bytes = b"EI") -> tuple[int, bytes]:
        """Give the data of an inline image."""
        self.seek(pos)
        whole = self.fp.read()
        end = whole.find(target)
        while end >= 0 and whole[end + len(target) : end + len(target) + 1].strip():
            end = whole.find(target, end + 1)
        end = end if end >= 0 else len(whole)
        PSBaseParser.seek(self, min(pos + end + len(target) + 1, pos + len(whole)))
        return pos, whole[:end]
