"""Doubts about text that is in several encodings, or was decoded wrongly before it was saved."""

from __future__ import annotations

import re

from unreport.model import Issue
from unreport.readers.encoding_fit import MAX_ASCII, fit, ranked
from unreport.text.lazy_patterns import lazy_pattern

MIN_BYTES = 12  # beyond ASCII, of lines that are judged together
MOST_CHUNKS = 120
POOR, MIN_CHANGE = 0.9, 16.0  # points a character; points over the encoding of the whole
LINES = 60  # that are tried
CODECS = ("cp1252", "cp1251", "mac_roman", "cp1256", "cp437")
# windows-1252 has no characters for some bytes, which programs keep as control characters
SPECIAL = {
    ord(bytes([byte]).decode("cp1252", "ignore") or chr(byte)): byte for byte in range(0x80, 0xA0)
}
SIGNS_OF_DAMAGE = lazy_pattern(r"[ÂÃÄÅÐÑØÙâРСШЩ√ط╨╤├╪┘]")
MIN_DAMAGED = 2  # lines, or characters in one
ACCENTED = lazy_pattern(r"[À-ÖØ-öø-ÿ]")
LETTER = lazy_pattern(r"[^\W\d_]")
MIN_LETTERS, MAX_ACCENTED = 20, 0.5
QUESTION_MARKS = re.compile(r"\?{3,}")
MIN_WORDS, MIN_SHARE = 5, 0.3
SAMPLE = 40_000  # characters


def change_of_encoding(data: bytes, codec: str) -> str | None:
    """Another encoding that some lines fit much better than the one of the whole text."""
    for chunk in _chunks(data):
        own = fit(chunk, codec)
        if own.points >= POOR:
            continue
        best = ranked(chunk)[0]
        lead = (best.points - own.points) * sum(byte > MAX_ASCII for byte in chunk)
        if best.text != own.text and best.points >= POOR and lead >= MIN_CHANGE:
            return best.codec
    return None


def _chunks(data: bytes) -> list[bytes]:
    """Lines with bytes beyond ASCII, a few together; of a long text, chunks at equal distances."""
    chunks: list[bytes] = []
    lines: list[bytes] = []
    count = 0
    for line in data.split(b"\n"):
        if line.isascii():
            continue
        lines.append(line[:1_000])
        count += sum(byte > MAX_ASCII for byte in lines[-1])
        if count >= MIN_BYTES:
            chunks.append(b"\n".join(lines))
            lines, count = [], 0
    if lines:
        chunks.append(b"\n".join(lines))
    return chunks[:: len(chunks) // MOST_CHUNKS + 1]


def damage(text: str) -> Issue | None:
    """A doubt about text that was decoded wrongly, or whose letters are question marks."""
    sample = text[:SAMPLE]
    message = None
    if (codec := _decoded_twice(sample)) is not None:
        message = f"The text is UTF-8 that was read as {codec} and saved anew"
    elif _is_accented(sample):
        message = "The words of the text are accented letters: it was read in a wrong encoding"
    elif _is_replaced(sample):
        message = "The words of the text are question marks: its letters were lost in a conversion"
    if message is None:
        return None
    return Issue(code="encoding-doubtful", message=f"{message}; look for another copy of the file.")


def _decoded_twice(text: str) -> str | None:
    """The encoding as which UTF-8 was read, as for `Ã©` instead of `é`."""
    if not SIGNS_OF_DAMAGE.search(text):
        return None
    lines = [line for line in text.splitlines() if SIGNS_OF_DAMAGE.search(line)][:LINES]
    for codec in CODECS:
        damaged = [repaired for line in lines if (repaired := _repaired(line, codec))]
        if len(damaged) * 2 >= len(lines) and (
            len(damaged) >= MIN_DAMAGED or len(damaged[0]) >= MIN_DAMAGED
        ):
            return codec
    return None


def _repaired(line: str, codec: str) -> str:
    """The characters beyond ASCII of a line that was decoded twice; "" if it was not."""
    try:
        data = (
            line.translate(SPECIAL).encode("latin-1") if codec == "cp1252" else line.encode(codec)
        )
        text = data.decode("utf-8")
    except UnicodeError:
        return ""
    return "".join(character for character in text if not character.isascii())


def _is_accented(text: str) -> bool:
    """Whether most letters are accented ones, as in no language: `Êîìèòåò`, `ÇáÌãÚíÉ`."""
    accented = len(ACCENTED.findall(text))
    return accented >= MIN_LETTERS and accented > MAX_ACCENTED * len(LETTER.findall(text))


def _is_replaced(text: str) -> bool:
    """Whether many words are question marks."""
    if "???" not in text:
        return False
    marks = QUESTION_MARKS.findall(text)
    size = sum(map(len, text.split()))
    return len(marks) >= MIN_WORDS and sum(map(len, marks)) > MIN_SHARE * size
