"""Doubts about text that is in several encodings, or was decoded wrongly before it was saved."""

from __future__ import annotations

import re

from unreport.model import Issue
from unreport.readers.encoding_fit import MAX_ASCII, fit, ranked
from unreport.text.lazy_patterns import lazy_pattern

MIN_BYTES = 12  # beyond ASCII, of lines that are judged together
CHUNKS, MOST_LINES, LONGEST = 30, 2_000, 1_000  # characters of a line
POOR, MIN_CHANGE = 0.9, 16.0  # points a character; points over the encoding of the whole
LINES = 20  # that are tried
CODECS = ("cp1252", "cp1251", "mac_roman", "cp1256", "cp437")
# windows-1252 has no characters for some bytes, which programs keep as control characters
SPECIAL = {
    ord(bytes([byte]).decode("cp1252", "ignore") or chr(byte)): byte for byte in range(0x80, 0xA0)
}
# What the first byte of a letter becomes; the next bytes become no letter of the same language
SIGNS_OF_DAMAGE = lazy_pattern(r"[ÂÃÄÅÐÑØÙâРСШЩ√ط╨╤├╪┘]")
DAMAGED_LETTER = lazy_pattern(
    r"[ÂÃÄÅÐÑØÙâРСШЩ√ط╨╤├╪┘](?:(?<=[РСШЩ])[^\x00-\x7fА-Яа-я]"
    r"|(?<=ط)[^\x00-\x7f\u0621-\u063A\u0641-\u0652]"
    r"|(?<![РСШЩط])(?:[^\x00-\x7f]|(?<=[^\x00-\x7f].)))"
)
MIN_DAMAGED = 2  # lines, or characters in one
ACCENTED = lazy_pattern(r"[À-ÖØ-öø-ÿ]")
MIN_LETTERS, MAX_ACCENTED = 20, 0.4  # of all characters, also spaces
# Letters in quoted-printable, in HTML, in JavaScript; a text in base64
ESCAPES = (
    ("=", lazy_pattern(r"(?<=[A-Za-z ])=[C-F][0-9A-F]=[89AB][0-9A-F]|[a-z]=E[0-9A-F](?=[a-z])")),
    ("&", lazy_pattern(r"&[A-Za-z](?:acute|grave|circ|uml|tilde|cedil);|&#x?[0-9A-Fa-f]{2,6};")),
    ("\\u", re.compile(r"\\u[0-9A-Fa-f]{4}")),
)
BASE64 = re.compile(r"[A-Za-z0-9+/]{60,76}")
MIN_ESCAPES, LONGEST_ESCAPE = 3, 12
QUESTION_MARKS = re.compile(r"\?{3,}")
MIN_WORDS, MIN_SHARE = 5, 0.3
SAMPLE = 6_000  # characters


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
    """Lines with bytes beyond ASCII, as many together as make some 30 chunks of the text."""
    lines = [line[:LONGEST] for line in data.split(b"\n") if not line.isascii()]
    lines = lines[:: len(lines) // MOST_LINES + 1]
    sizes = [len(line) - len(line.decode("ascii", "ignore")) for line in lines]
    least = max(MIN_BYTES, sum(sizes) // CHUNKS)
    chunks: list[bytes] = []
    start = count = 0
    for at, size in enumerate(sizes):
        count += size
        if count >= least:
            chunks.append(b"\n".join(lines[start : at + 1]))
            start, count = at + 1, 0
    return [*chunks, b"\n".join(lines[start:])] if lines[start:] else chunks


def damage(text: str) -> Issue | None:
    """A doubt about text that was decoded wrongly, or whose letters are question marks."""
    sample = text if len(text) <= SAMPLE else text[: SAMPLE // 2] + text[-SAMPLE // 2 :]
    message = None
    if (codec := _decoded_twice(sample)) is not None:
        message = f"The text is UTF-8 that was read as {codec} and saved anew"
    elif _is_accented(sample):
        message = "The words of the text are accented letters: it was read in a wrong encoding"
    elif (escape := escaped_characters(sample)) is not None:
        message = f"The text has letters as escapes, such as {escape}: it was not decoded"
    elif _is_replaced(sample):
        message = "The words of the text are question marks: its letters were lost in a conversion"
    if message is None:
        return None
    return Issue(code="encoding-doubtful", message=f"{message}; look for another copy of the file.")


def escaped_characters(text: str) -> str | None:
    r"""An escape of a text that has several in place of letters, or the line of encoded bytes.

    >>> escaped_characters(r"Caf\u00e9, cr\u00e8me, th\u00e9")
    '\\u00e9'
    """
    for sign, escape in ESCAPES:
        found = escape.findall(text) if sign in text else []
        if len(found) >= MIN_ESCAPES:
            return str(found[0])
    lines = text.split()
    if len(lines) >= MIN_ESCAPES and all(map(BASE64.fullmatch, lines[:-1])):
        return f"{lines[0][:LONGEST_ESCAPE]}…"
    return None


def _decoded_twice(text: str) -> str | None:
    """The encoding as which UTF-8 was read, as for `Ã©` instead of `é`."""
    if not DAMAGED_LETTER.search(text):
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
    return accented >= MIN_LETTERS and accented > MAX_ACCENTED * len(text)


def _is_replaced(text: str) -> bool:
    """Whether many words are question marks."""
    if "???" not in text:
        return False
    marks = QUESTION_MARKS.findall(text)
    size = sum(map(len, text.split()))
    return len(marks) >= MIN_WORDS and sum(map(len, marks)) > MIN_SHARE * size
