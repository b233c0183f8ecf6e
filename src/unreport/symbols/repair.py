"""Repair of symbols damaged in print, copies, URLs and file names."""

from __future__ import annotations

import re
import unicodedata

from unreport.symbols.grammar import (
    BARE_NATURES,
    BODIES,
    BRACKETED,
    DOTTED,
    ORGANS,
    SUFFIXES,
    TREATY_BODIES,
)
from unreport.text.folding import CONFUSABLES
from unreport.text.lazy_patterns import lazy_pattern
from unreport.text.numerals import decimal_value

_CODES = "|".join(sorted(DOTTED, key=len, reverse=True))
_WORDS = "|".join(BRACKETED)
# Substitutions before a symbol is parsed, in this order.  All spaces are single by then.
REPAIRS: tuple[tuple[re.Pattern[str], str], ...] = (
    # `A/RES/ 77/1`, a symbol wrapped at a slash
    (lazy_pattern(r" ?/ ?"), "/"),
    # `A/CONF 48/14`, `L,1`, `Add. 3`
    (lazy_pattern(rf"(?i)(?<![A-Za-z])({_CODES})(?: ?[.,] ?| )(?=\d|[IVX]++(?:/|$))"), r"\1."),
    # `Add3`, `L1`
    (lazy_pattern(r"(?i)(?<=/)(Add|Rev|Corr|Amend|L|CRP|INF|SR|PV|WP|WG)(?=\d)"), r"\1."),
    # FCCC/SBSTA/2014.INF.21
    (lazy_pattern(r"(?<=/\d{4})\.(?=[A-Za-z])"), "/"),
    # `(PartI)`, `(SECT. 13)`
    (
        lazy_pattern(rf"(?i) ?\( ?({_WORDS})(?![a-z]{{2}})\.? ?([\dIVXLC]*[A-Z]?) ?\)"),
        r" (\1 \2)",
    ),
    # `2282(2016)`, `217 A(III)`
    (lazy_pattern(r"(?<=[\dA-Za-z]) ?\( ?(\d{4}|[IVXLC]++) ?\)"), r" (\1)"),
    # A/81/6 (Sect. 25)/PART A
    (lazy_pattern(r"(?i)/Part ?([A-Z]|[IVX]+|\d+)(?=/|$)"), r"/Part \1"),
    # `S_RES_2682_2023`
    (lazy_pattern(r"(?i)^(S/RES/\d+)/((?:19|20)\d\d)$"), r"\1 (\2)"),
    # `217A (III)`
    (lazy_pattern(r"(?<=\d)([A-Z])(?= \()"), r" \1"),
)
DASHES_AND_SLASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－", "-") | dict.fromkeys("⁄∕", "/"))
# A second symbol of the same document: `A/79/552-S/2024/767`; text of PDFs has a space or slash
JOINT_SYMBOL = lazy_pattern(
    r"(?<=[\d)*])(?:\s*-\s*|\s+|/)(?=(?:A|S|E|ST|TD|DP|UNEP|FCCC)/(?:\d|[A-Z]+[./\d-]))"
)
SURROUNDING_PUNCTUATION = " \t\r\n.,;:()[]{}«»\"'“”„"
CASED = {code.upper(): code for code in (*SUFFIXES, "Sub")}
CASED_WITH_DOT = {"RES": "Res", "DEC": "Dec", "BUR": "Bur", "OZL": "OzL", "PRO": "Pro"}
# CTOC/COP/WG.7/2019/L.1/Add.3: numbers, codes in capital letters, codes with a number
PLAIN = lazy_pattern(
    r"[A-Z]{1,7}(?:/(?:\d{1,6}|[A-Z]{1,8}|[A-Z][A-Za-z]{0,4}\.\d{1,4}))+", re.ASCII
)


def repair(text: str) -> str:
    """Repair a symbol: spaces, dashes, confusable letters, case, lost dots, reversed order."""
    return text if _is_plain(text) else _repair(text)


def _is_plain(text: str) -> bool:
    """Whether a text has only components that need no repair."""
    if PLAIN.fullmatch(text) is None or text.startswith("S/RES/"):
        return False
    organ, *parts = text.split("/")
    forward = organ in ORGANS or parts[-1] not in ORGANS
    return forward and not any(
        part.partition(".")[0] not in DOTTED if "." in part else part in CASED
        for part in (organ, *parts)
    )


def _repair(text: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKC", text) if _is_visible(c))
    plain = plain.translate(DASHES_AND_SLASHES).translate(CONFUSABLES)
    plain = "".join(str(decimal_value(c)) if c.isdecimal() else c for c in plain)
    plain = plain if any(c.isupper() for c in plain) else plain.upper()
    plain = re.sub(r"\s+", " ", plain).strip(SURROUNDING_PUNCTUATION.replace(")", "")).rstrip()
    if plain.endswith(")") and "(" not in plain:
        plain = plain.rstrip(") .,;")
    for pattern, better in REPAIRS:
        plain = pattern.sub(better, plain)
    return _left_to_right(_join_organ("/".join(_cased(part) for part in plain.split("/"))))


def _is_visible(character: str) -> bool:
    return unicodedata.category(character) != "Cf"


def _cased(part: str) -> str:
    """Restore the case of codes: `add.1` in a URL, `ADD.1` in a heading."""
    stem, bracket, rest = part.partition(" (")
    known = CASED | CASED_WITH_DOT if "." in stem else CASED
    words = stem.split(".")
    if bracket:
        rest = re.sub(rf"(?i)^({_WORDS})\b", lambda m: m[1].capitalize(), rest)
        rest = re.sub(r"^(Sect|Vol|Supp|Chap) ", r"\1. ", rest).replace(" )", ")")
    return ".".join(_cased_word(word, known) for word in words) + bracket + rest


def _cased_word(word: str, known: dict[str, str]) -> str:
    return known.get(word.upper(), word.upper() if word.islower() else word)


def _join_organ(text: str) -> str:
    """`C ERD/C/…`: spaces inserted between the runs of a Word file."""
    organ, slash, rest = text.partition("/")
    joined = organ.replace(" ", "")
    return joined + slash + rest if joined in ORGANS else text


def _left_to_right(text: str) -> str:
    """Reverse the components of a symbol that were extracted backwards: `Add.1/L.1/2019/CTOC`."""
    parts = text.split("/")
    is_reversed = parts[0] not in ORGANS and parts[-1] in ORGANS and len(parts) > 2  # noqa: PLR2004
    return "/".join(reversed(parts)) if is_reversed else text


def split_asterisks(text: str) -> tuple[str, str]:
    """Split the asterisks of a reissue from a symbol: `A/65/L.78*`, `A/65/L.78/*`."""
    symbol = text.rstrip("*")
    asterisks = text[len(symbol) :]
    return (symbol.rstrip().removesuffix("/"), asterisks) if asterisks else (text, "")


def split_joint(text: str) -> list[str]:
    """Split the joint symbols of one document."""
    return [piece for piece in JOINT_SYMBOL.split(text.replace("–", "-")) if piece] or [text]


# --- file names ---------------------------------------------------------------------------------

# After the symbol: a job number (`-2228494A`), languages (`-AR`, `_EA`, `.ar`; `1E`)
FILE_NAME_SUFFIXES = lazy_pattern(
    r"""
    (?: -\d{7}[A-Z]? )?
    (?: [-_.] (?: AR | EN | ES | FR | RU | ZH | [ACEFRS] [ACEFRS] | [ACEFRS] )
      | (?: (?<=_\d) | (?<=_\d\d) ) [ACEFRS] )?
    (?: \.gold )?
    (?: \. [a-z] [a-z0-9]{1,4} )?
    $
    """,
    re.VERBOSE | re.IGNORECASE,
)


def restore_separators(name: str) -> str:
    """Restore the slashes and dots of a symbol in a file name."""
    if "_" in name:
        # FCCC_SBSTA_2008_L-24: a hyphen instead of a dot
        name = re.sub(r"(?<=[a-z])(?<!_S)(?<!_ES)-(?=\d)", ".", name, flags=re.IGNORECASE)
        parts = name.split("_")
    else:
        parts = name.split("-")
    dotted = any(re.search(r"[A-Za-z]\.\d", part) for part in parts)
    return "/".join(parts if dotted else _restore_dots(parts))


# codes that always have a number
NUMBERED_NATURES = DOTTED - BODIES - BARE_NATURES | {"L", "CRP", "WP"}
NUMBERED_BODIES = BODIES - {"GC", "PC"}


def _restore_dots(parts: list[str]) -> list[str]:
    """`A_AC_109_2019_L_18`: the same character instead of dots and slashes."""
    out = [parts[0]]
    for part in parts[1:]:
        code = _cased_word(out[-1], CASED)
        if part.isdecimal() and len(out) > 1 and _takes_dot(code, out):
            out[-1] = f"{code}.{part}"
        elif part.isdecimal() and code in ("S", "ES") and len(out) > 1:
            out[-1] = f"{code}-{part}"
        else:
            out.append(part)
    return out


def _takes_dot(code: str, parts: list[str]) -> bool:
    """Whether the last part is a code that always has a number: `AC`, `L`, but not `INF`.

    ISBA/23/C/13: a body without a number.  The C of a treaty body never has one.
    """
    if code == "C" and parts[0].upper() in TREATY_BODIES:
        return False
    return code in NUMBERED_NATURES or (code in NUMBERED_BODIES and not parts[-2].isdecimal())
