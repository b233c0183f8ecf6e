"""Character encoding detection: byte order marks, Unicode forms, then letters that form words.

A text in an encoding of one byte can be decoded by any other, to letters that form no words.  Each
encoding is judged by the pairs of letters in its words, by the frequencies of letter pairs in the
six languages, and by the place of its punctuation; a poor fit or a tie is a doubt.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from unreport.model import Issue
from unreport.readers.encoding_damage import change_of_encoding, damage
from unreport.readers.encoding_fit import (
    BEYOND_ASCII,
    BEYOND_LATIN,
    ENCODINGS,
    LETTERS,
    MAX_ASCII,
    OWN_LETTERS,
    SCRIPTS,
    WORD,
    Fit,
    fit,
    missing_script,
    ranked,
)
from unreport.readers.encoding_signs import FOREIGN
from unreport.readers.frequent_han import FREQUENT_HAN
from unreport.readers.unicode_forms import (
    BOMS,
    UN_LETTERS,
    decode_wide,
    seven_bit_encoding,
    wide_encoding,
)
from unreport.text.lazy_patterns import lazy_pattern

SAMPLE = 12_000  # bytes of lines with characters beyond ASCII
# Points a character; less is a doubt.  Hebrew read as Russian has 1.1, Korean read as Chinese 1.2.
MIN_FIT = {"Arabic": 1.8, "Cyrillic": 1.7, "Han": 1.3, "Latin": 1.0}
# Less is no doubt if all others fit much worse, as for the names of States.
CLEAR_FIT, CLEAR_LEAD = 0.3, 1.5
# Points of all characters over the second best; less is a doubt.  The most common encoding of all
# needs less; others need more in a text of few different bytes beyond ASCII (`Qur’an` or `Qurían`),
# those of Arabic and Cyrillic in a text of few words, and over the common encodings.
MIN_LEAD, LEAD_OF_MOST_COMMON, LEAD_OVER_COMMON = 3.0, 2.0, 16.0
FEW_BYTES, LEAD_OF_FEW_BYTES = 4, 5.0
FEW_WORDS, FEW_HAN, LEAD_OF_FEW_WORDS = 4, 10, 16.0
COMMON_CODECS = frozenset({"cp1252", "cp1256", "cp1251", "gb18030"})
# Different letters; fewer are no evidence for an Arabic or a Cyrillic encoding: `2022.لا`
MIN_OWN_LETTERS = 4
# Bytes that are not UTF-8, per character beyond ASCII: a third, since texts in other encodings have
# hardly a sequence of bytes that is UTF-8.
MAX_STRAY = 0.34
IN_WORD = lazy_pattern(r"[A-Za-z][^\x00-\x7f]|[^\x00-\x7f][A-Za-z]")
MOST_BY_CHANCE = 2  # different characters
MIN_OF_A_WORD = 1.0  # points of a word in place of a letter that none of the languages has


# Control sequences of terminals (ECMA-48, 5.4), such as those of bold letters
TERMINAL_SIGN = b"\x1b["
TERMINAL = re.compile(rb"\x1b\[[0-?]*+[ -/]*+[@-~]")
ISO_2022_SIGN = b"\x1b$"


class Decoded(NamedTuple):
    """Decoded text, its codec, and a doubt about it."""

    text: str
    codec: str
    doubt: Issue | None = None


def decode(data: bytes) -> Decoded:
    """Decode text in any of the encodings; never fails."""
    for bom, codec in BOMS:
        if data.startswith(bom):
            return _marked(data, codec)
    if wide := wide_encoding(data):
        return _wide(data, wide)
    if escaped := seven_bit_encoding(data):
        return Decoded(data.decode(escaped), escaped)
    if ISO_2022_SIGN in data:
        return _iso_2022(data)
    if TERMINAL_SIGN in data:
        data = TERMINAL.sub(b"", data)
    return _utf8(data) or detected(data)


def _iso_2022(data: bytes) -> Decoded:
    """Text with the escape sequences of ISO 2022 (RFC 1468, RFC 1557)."""
    for codec in ("iso2022_jp_2", "iso2022_kr"):
        try:
            return Decoded(data.decode(codec), codec)
        except UnicodeDecodeError:
            continue
    message = "The text has escape sequences of ISO 2022 that are not known; save it as UTF-8."
    doubt = Issue(code="encoding-doubtful", message=message)
    return Decoded(data.decode("utf-8", errors="replace"), "utf-8", doubt)


def _marked(data: bytes, codec: str) -> Decoded:
    """Text with a byte order mark."""
    if codec != "utf-8-sig":
        return _wide(data, codec)
    decoded = _utf8(data.removeprefix(codecs.BOM_UTF8))
    return decoded._replace(codec=codec) if decoded else detected(data)


def _wide(data: bytes, codec: str) -> Decoded:
    text, certain = decode_wide(data, codec)
    name = ENCODINGS.get(codec, codec.upper())
    message = (
        f"The text is {name}, but some of its bytes are not; it may be joined of several files."
    )
    doubt = None if certain else Issue(code="encoding-doubtful", message=message)
    return Decoded(text, codec, doubt)


def _utf8(data: bytes) -> Decoded | None:
    """UTF-8, also cut off in its last character."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        text = decoder.decode(data)
    except UnicodeDecodeError:
        return _mostly_utf8(data)
    cut_off = decoder.getstate()[0] != b""
    if cut_off and text.isascii():
        return None
    doubt = _chance_doubt(data, text) or damage(text)
    return Decoded(text + "\N{REPLACEMENT CHARACTER}" * cut_off, "utf-8", doubt)


def _chance_doubt(data: bytes, text: str) -> Issue | None:
    """A doubt if bytes may be UTF-8 by chance: in Mac Roman `’é` is an Armenian letter of UTF-8.

    In DOS 720 a word of three letters is a rare Han character.
    """
    beyond = set(BEYOND_ASCII.findall(text))
    rare = {c for c in beyond if LETTERS["Han"].match(c)} - FREQUENT_HAN
    if not 0 < len(beyond) <= MOST_BY_CHANCE or any(map(UN_LETTERS.match, beyond - rare)):
        return None
    fits = ranked(_sample(data))
    best = fits[0]
    word = SCRIPTS.get(best.codec) in BEYOND_LATIN and best.points >= MIN_OF_A_WORD
    is_letter = any(map(str.isalpha, beyond))
    if not rare and not _is_good(fits) and not (word and is_letter):
        return None
    return _doubt([Fit(0.0, "utf-8", text), best])


def _mostly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few stray bytes."""
    text = data.decode("utf-8", errors="surrogateescape")
    stray = sum("\udc80" <= character <= "\udcff" for character in text)
    if stray > MAX_STRAY * (sum(not character.isascii() for character in text) - stray):
        return None
    message = (
        f"The text is UTF-8, but {stray} of its bytes are not; they are shown as "
        "\N{REPLACEMENT CHARACTER}."
    )
    doubt = Issue(code="encoding-doubtful", message=message)
    return Decoded(data.decode("utf-8", errors="replace"), "utf-8", doubt)


def detected(data: bytes) -> Decoded:
    """The encoding whose letters form words; a poor fit or a tie is a doubt."""
    sample = _sample(data)
    fits = ranked(sample)
    best = fits[0]
    rivals = _rivals(sample, fits)
    text = data.decode(best.codec, errors="replace")
    doubt = None
    if rivals or not _is_good(fits):
        doubt = _doubt([best, *(rivals or fits[1:2])])
    elif other := change_of_encoding(data, best.codec):
        message = (
            f"The text is {ENCODINGS[best.codec]}, but some lines are {ENCODINGS[other]}; "
            "it may be joined of several files."
        )
        doubt = Issue(code="encoding-doubtful", message=message)
    return Decoded(text, best.codec, doubt)


def _rivals(sample: bytes, fits: list[Fit]) -> list[Fit]:
    """The encodings that give another text than the best, and fit nearly as well."""
    best = fits[0]
    beyond = [byte for byte in sample if byte > MAX_ASCII]
    few = _has_few_words(best)
    lead = _least_lead(best, len(set(beyond)), few=few)
    is_rare = SCRIPTS.get(best.codec) in BEYOND_LATIN and best.codec not in COMMON_CODECS
    over_common = LEAD_OVER_COMMON if is_rare else lead
    return [
        other
        for other in fits[1:]
        if other.text != best.text
        and _lead(best, other, len(beyond), few=few)
        < (over_common if other.codec in COMMON_CODECS else min(lead, _lead_over(other, lead)))
    ]


def _lead_over(other: Fit, lead: float) -> float:
    """The lead over a rare encoding: less if the text would have no letter of its script."""
    is_foreign = missing_script(other.text, other.codec) and SCRIPTS[other.codec] in BEYOND_LATIN
    return MIN_LEAD if is_foreign else lead


def _lead(best: Fit, other: Fit, beyond: int, *, few: bool) -> float:
    """The points by which an encoding is ahead; of few words, each counts once."""
    if few:
        return (best.distinct - other.distinct) * best.evidence
    return (best.points - other.points) * beyond


def _has_few_words(best: Fit) -> bool:
    """Whether a text has few different words, or few Han characters."""
    script = SCRIPTS.get(best.codec)
    if script == "Han":
        return 0 < len(set(LETTERS["Han"].findall(best.text))) < FEW_HAN
    words = {word for word in WORD.findall(best.text) if len(word) > 1 and not word.isascii()}
    if script in BEYOND_LATIN:
        return len(words) < FEW_WORDS
    return len(words) == 1 and best.codec != next(iter(ENCODINGS))


def _least_lead(best: Fit, different_bytes: int, *, few: bool) -> float:
    """The points by which the best encoding has to be ahead."""
    if best.codec == next(iter(ENCODINGS)):
        words = {word for word in WORD.findall(best.text) if not word.isascii()}
        foreign = {c for word in words for c in word if not c.isascii()} - OWN_LETTERS
        return MIN_LEAD if foreign else LEAD_OF_MOST_COMMON  # `Kõrösi`, in fact `Kőrösi`
    if few and best.codec in SCRIPTS:
        return LEAD_OF_FEW_WORDS
    return LEAD_OF_FEW_BYTES if different_bytes < FEW_BYTES else MIN_LEAD


def _is_good(fits: list[Fit]) -> bool:
    """Whether the best encoding fits by itself, or very much better than any other."""
    best = fits[0]
    script = _script(best.text)
    own = SCRIPTS.get(best.codec, "Latin")
    letters = set(LETTERS[own].findall(best.text))
    if own in BEYOND_LATIN and len(letters) < MIN_OWN_LETTERS:
        return False
    signs = set(BEYOND_ASCII.findall(best.text))
    if best.codec not in COMMON_CODECS and len(signs) == 1 and not IN_WORD.search(best.text):
        return False  # `…` alone, in fact a word of one letter
    if best.points + missing_script(best.text, best.codec) >= MIN_FIT[script]:
        return True
    lead = best.points - _next_points(fits)
    several = len(set(BEYOND_ASCII.findall(best.text))) > 1
    return script == "Latin" and best.points >= CLEAR_FIT and lead >= CLEAR_LEAD and several


def _script(text: str) -> str:
    """The script of most letters beyond ASCII; Latin if there are none."""
    beyond = "".join(BEYOND_ASCII.findall(text))
    return max(
        LETTERS, key=lambda script: (len(LETTERS[script].findall(beyond)), script == "Latin")
    )


def _next_points(fits: list[Fit]) -> float:
    """The points of the best encoding that gives another text than the first."""
    return next((fit.points for fit in fits if fit.text != fits[0].text), -FOREIGN)


def fits_as_well(data: bytes, codec: str, other: str) -> bool:
    """Whether an encoding fits a text at least as well as another one."""
    sample = _sample(data)
    beyond = sum(byte > MAX_ASCII for byte in sample)
    own, best = fit(sample, codec), fit(sample, other)
    return own.text == best.text or (best.points - own.points) * beyond < LEAD_OF_MOST_COMMON


def _doubt(fits: list[Fit]) -> Issue:
    names = " or ".join(dict.fromkeys(ENCODINGS.get(fit.codec, fit.codec) for fit in fits[:4]))
    return Issue(
        code="encoding-doubtful",
        message=f"The encoding of the text is uncertain: it may be {names}; save it as UTF-8.",
    )


def _sample(data: bytes) -> bytes:
    """Lines with bytes beyond ASCII, as far as they are needed."""
    if len(data) <= SAMPLE:
        return data
    lines: list[bytes] = []
    size = 0
    for line in re.finditer(rb"[^\n]{1,2000}\n?", data):
        if not line[0].isascii():
            lines.append(line[0])
            size += len(line[0])
        if size > SAMPLE:
            break
    return b"".join(lines)
