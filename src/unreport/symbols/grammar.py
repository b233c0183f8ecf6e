"""The grammar of document symbols: the codes of their components, and the roles of these.

Components are separated by slashes and have a fixed order: organ, subsidiary bodies, session or
year, nature, number, modifications; most symbols have only some of them.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, TypeAlias

from unreport.text.lazy_patterns import lazy_pattern
from unreport.text.numerals import LATIN_UPPER, ROMAN_UPPER, decimal_value

Role: TypeAlias = Literal[
    "organ", "body", "country", "session", "year", "nature", "number", "modification"
]


class Modification(NamedTuple):
    """A suffix for a modification of the document before it: `Add.3`, `Rev.1`, `(Part II)`."""

    code: str  # `Add`, `Amend`, `Corr`, `Rev`, `Summary`, `Part`, `Vol`, `Sect`, `Resumption` …
    number: int | None = None


class Part(NamedTuple):
    """A component of a symbol, and its role."""

    role: Role
    text: str


# --- codes --------------------------------------------------------------------------------------

ORGANS = frozenset(
    """
    A S E ST T AT
    CERD CEDAW CCPR CAT CRC CMW CRPD CED HRI
    DP TD UNEP UNW UNODC HSP ID IDB GC PBC UNICEF UNFPA JIU CEB
    FCCC ICCD CBD IPBES CTOC CAC ISBA SPLOS CLCS LOS PCNICC ICC-ASP
    NPT BWC CCW CD DC TPNW APLC CWC PALMA
    ECE ECA ESCAP LC TRANS TRADE ENERGY EB.AIR MP.PP MP.WAT MP.EIA
    """.split()
)
TREATY_BODIES = frozenset("CERD CEDAW CCPR CAT CRC CMW CRPD CED".split())

SUFFIXES = (
    "Corr",
    "Rev",
    "Amend",
    "Summary",
    "Corrigendum",
    "Add",
    "Part",
)  # in the order of sorting
BRACKETED = ("Part", "Vol", "Sect", "Resumption", "Annex", "Supp", "Chap")

NATURES = frozenset("L R CRP INF WP NGO PET GOV PV SR MISC MIN Res Dec".split())  # `L.1`
BARE_NATURES = frozenset("RES DEC PRST INF NGO PET GOV CO Q QPR D L TP CRP WP".split())  # `INF/1`

BODIES = frozenset("AC C CN CONF GC PC SC Sub WG EG GE EA HA Bur".split())  # `WG.7`
DOTTED = NATURES | BODIES | frozenset(("Add", "Corr", "Rev", "Amend"))

FIRST_YEAR = 1946
LAST_YEAR = 2099

# --- one component ------------------------------------------------------------------------------

# `CONF.2020`, `PC.I`, `OzL.Pro.23`, `COP-MOP`, `WG-L&R`; `S-30`, `ES-IV`; `217 A (III)`, `1-28`,
# `17 (Part I)`; `CODE TOT`, a compound word fixed by usage
PART = re.compile(
    r"""
    (?P<stem>
        (?: ES | SS | S ) - (?: \d{1,3} | [IVX]+ )
      | [A-Z] [A-Za-z]*+ (?: [-&] [A-Z&]++ )*+ (?: \. [A-Za-z]++ )*
        (?: \. \d{1,5} [A-Za-z]? (?: - \d{1,5} )? )?
      | \d{1,6} [A-Z]? (?: - \d{1,6} )?
      | [A-Z]{3,} \  [A-Z]{2,}
      | Part \  (?: [A-Z] | [IVX]+ | \d+ )
    )
    (?P<letter> \  [A-Z] (?: - [A-Z] )? )?
    (?P<bracket> \ ? \( [A-Za-z0-9.\  -]{1,24} \) )?
    """,
    re.VERBOSE,
)
ORGAN = re.compile(r"[A-Z]{1,7}(?:-[A-Z]{2,5}|\.[A-Z]{2,4})?(?:\.\d{1,3})?")
SESSION = re.compile(r"(?:ES|SS|S)-(?:\d+|[IVX]+)")
SUFFIX = re.compile(rf"({'|'.join(SUFFIXES)})(?:\.\d+| [A-Z]+| \d+)?")
SUFFIX_RANGE = re.compile(r"(?:Add|Corr|Rev)\.\d+-")
# the last component of a symbol
NUMBERED = re.compile(rf"\d|[.-][IVXL]+$|\)$|^(?:{'|'.join(SUFFIXES[:-1])})$|^Part ")
WORD_NUMBER = lazy_pattern(r"([A-Za-z]++)(?:\. ?| )?(\d+|[IVX]+|[A-Z])?[A-Z]?")


# --- syntax -------------------------------------------------------------------------------------


def syntax_error(text: str) -> str | None:
    """Why a text is not one symbol in canonical form; None for a symbol."""
    organ, *parts = text.split("/")
    if not parts:
        return "a symbol has components between slashes"
    if not ORGAN.fullmatch(organ):
        return f"{organ!r} names no organ"
    for part in parts:
        if not PART.fullmatch(part):
            return f"{part!r} is no component of one"
        if SUFFIX_RANGE.match(part):
            return f"{part!r} names several documents"
    if not (organ in ORGANS or organ.split(".")[0] in ORGANS or _has_symbol_components(parts)):
        return f"{organ!r} is not known as an organ"
    if not (NUMBERED.search(parts[-1]) and any(c.isdigit() for c in text)):
        return "it ends without a number"
    return None


def _has_symbol_components(parts: list[str]) -> bool:
    """Whether components after an unknown organ show that the text is a symbol."""
    codes = sum(part.split(".")[0] in DOTTED and "." in part for part in parts)
    years = sum(_year(part) for part in parts[:-1])
    return codes + years > 0 and any(part[-1].isdigit() for part in parts)


def _year(text: str) -> bool:
    return text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR


def modification(text: str) -> Modification:
    """Read a suffix: `Add.3`, `Sect. 29A`, `Part II`."""
    match = WORD_NUMBER.fullmatch(text)
    if match is None:
        return Modification(text)
    code, numeral = match.groups(default="")
    number = decimal_value(numeral) or ROMAN_UPPER.number(numeral) or LATIN_UPPER.number(numeral)
    return Modification(code, number)


def sort_key(part: str) -> tuple[object, ...]:
    """A sort key: numbers by value, a corrigendum before the other modifications."""
    suffix = SUFFIX.fullmatch(part)
    rank = SUFFIXES.index(suffix[1]) if suffix else len(SUFFIXES)
    pieces = re.split(r"(\d+)", part)
    return (rank, *(int(piece) if at % 2 else piece for at, piece in enumerate(pieces)))


# --- roles --------------------------------------------------------------------------------------


def components(text: str) -> list[Part]:
    """The components with their roles, from left to right."""
    root, *texts = text.split("/")
    organ, session = organ_and_session(root)
    found = [Part("organ", organ), *([Part("session", session)] if session else ())]
    for at, part in enumerate(texts):
        match = PART.fullmatch(part)
        stem, letter, bracket = (
            match.group("stem", "letter", "bracket") if match else (part, "", "")
        )
        rest = [later for later in texts[at + 1 :] if not SUFFIX.fullmatch(later)]
        found += _component(stem, letter or "", rest, found)
        found += _bracketed((bracket or "").strip(" ()"))
    return found


def organ_and_session(root: str) -> tuple[str, str]:
    """The organ in the first component, and its session, which most have not: `LOS.7`."""
    organ, dot, session = root.rpartition(".")
    return (organ, session) if dot and session.isdecimal() else (root, "")


def _component(stem: str, letter: str, rest: list[str], found: list[Part]) -> list[Part]:
    """Read one component, with the components after it (`rest`) and before it (`found`)."""
    code, _, number = stem.partition(".")
    if code in NATURES and number and not any(later[0].isdecimal() for later in rest):
        return [Part("nature", code), Part("number", number)]
    return [Part(_role(stem, rest, found), stem + letter)]


def _role(stem: str, rest: list[str], found: list[Part]) -> Role:
    if stem[0].isdecimal():
        return _number_role(stem, rest, found)
    if SUFFIX.fullmatch(stem):
        return "modification"
    if SESSION.fullmatch(stem):
        return "session"
    if stem in BARE_NATURES:
        return "nature"
    return "country" if _is_country(stem, found) else "body"


def _number_role(stem: str, rest: list[str], found: list[Part]) -> Role:
    """The role of a number without a code: `A/77/5`, `S/2020/184`, `CCPR/C/95/D/1479/2006`."""
    roles = {part.role for part in found}
    in_series = bool(roles & {"session", "year"})
    if _year(stem) and "year" not in roles and (rest or "number" in roles):
        return "year"
    return "number" if in_series or not rest else "session"


def _is_country(stem: str, found: list[Part]) -> bool:
    """`CERD/C/URY/CO/16-20`: three letters after the committee of a treaty body."""
    return found[0].text in TREATY_BODIES and bool(re.fullmatch(r"[A-Z]{3}", stem))


def _bracketed(text: str) -> list[Part]:
    """`2282 (2016)`, `3000 (XXVIII)`, `17 (Part I)`, `COP(15)`."""
    if not text:
        return []
    if _year(text):
        return [Part("year", text)]
    if text.isdecimal() or ROMAN_UPPER.number(text):
        return [Part("session", text)]
    return [Part("modification", text)]
