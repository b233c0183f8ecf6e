"""Symbol: what identifies a United Nations document, `CTOC/COP/WG.7/2019/L.1/Add.3`.

Components stand between slashes in a fixed order: organ, bodies, session or year, nature,
number, modifications; not every slot is filled.  All language versions share the symbol.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property, total_ordering
from typing import Literal, NamedTuple, TypeAlias
from urllib.parse import quote

from unreport.numerals import LATIN_UPPER, LOOKALIKES, ROMAN_UPPER, digits

Role: TypeAlias = Literal[
    "organ", "body", "country", "session", "year", "nature", "number", "modification"
]


class NotASymbol(ValueError):
    """The text names no document; the message says what is wrong with it."""


class Modification(NamedTuple):
    """A suffix that changes what stands before it: `Add.3`, `Rev.1`, `(Part II)`."""

    code: str  # `Add`, `Amend`, `Corr`, `Rev`, `Summary`, `Part`, `Vol`, `Sect`, `Resumption` …
    number: int | None = None


class Part(NamedTuple):
    """A component of a symbol and its place in the order."""

    role: Role
    text: str


# --- what the letters mean ----------------------------------------------------------------------

ROOTS = frozenset(
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

SUFFIXES = ("Corr", "Rev", "Amend", "Summary", "Corrigendum", "Add", "Part")  # as they are sorted
BRACKETED = ("Part", "Vol", "Sect", "Resumption", "Annex", "Supp", "Chap")

NATURES = frozenset("L R CRP INF WP NGO PET GOV PV SR MISC MIN Res Dec".split())  # `L.1`
BARE_NATURES = frozenset("RES DEC PRST INF NGO PET GOV CO Q QPR D L TP CRP WP".split())  # `INF/1`

BODIES = frozenset("AC C CN CONF GC PC SC Sub WG EG GE EA HA Bur".split())  # `WG.7`
DOTTED = NATURES | BODIES | frozenset(("Add", "Corr", "Rev", "Amend"))

NUMBERED_NATURES = DOTTED - BODIES - BARE_NATURES | {"L", "CRP", "WP"}
NUMBERED_BODIES = BODIES - {"GC", "PC"}

FIRST_YEAR = 1946
LAST_YEAR = 2099

# --- one component ------------------------------------------------------------------------------

# `CONF.2020`, `PC.I`, `OzL.Pro.23`, `COP-MOP`, `WG-L&R`; `S-30`, `ES-IV`; `217 A (III)`, `1-28`,
# `17 (Part I)`; `CODE TOT`, a compound word fixed by usage
PART = re.compile(
    r"""
    (?P<stem>
        (?: ES | SS | S ) - (?: \d{1,3} | [IVX]+ )
      | [A-Z] [A-Za-z]* (?: [-&] [A-Z&]+ )* (?: \. [A-Za-z]+ )*
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
ROOT = re.compile(r"[A-Z]{1,7}(?:-[A-Z]{2,5}|\.[A-Z]{2,4})?(?:\.\d{1,3})?")
SESSION = re.compile(r"(?:ES|SS|S)-(?:\d+|[IVX]+)")
SUFFIX = re.compile(rf"({'|'.join(SUFFIXES)})(?:\.\d+| [A-Z]+| \d+)?")
# how a symbol ends
NUMBERED = re.compile(rf"\d|[.-][IVXL]+$|\)$|^(?:{'|'.join(SUFFIXES[:-1])})$|^Part ")
WORD_NUMBER = re.compile(r"([A-Za-z]+)(?:\. ?| )?(\d+|[IVX]+|[A-Z])?[A-Z]?")

# --- tolerant reading ---------------------------------------------------------------------------

_CODES = "|".join(sorted(DOTTED, key=len, reverse=True))
_WORDS = "|".join(BRACKETED)
# What is put right before a text is read, in this order.
REPAIRS: tuple[tuple[re.Pattern[str], str], ...] = (
    # `A/RES/ 77/1`, a symbol wrapped at a slash
    (re.compile(r"\s*/\s*"), "/"),
    # `A/CONF 48/14`, `L,1`, `Add. 3`
    (re.compile(rf"(?i)(?<![A-Za-z])({_CODES})(?:\s*[.,]\s*|\s+)(?=\d|[IVX]+(?:/|$))"), r"\1."),
    # `Add3`, `L1`
    (re.compile(r"(?i)(?<=/)(Add|Rev|Corr|Amend|L|CRP|INF|SR|PV|WP|WG)(?=\d)"), r"\1."),
    # FCCC/SBSTA/2014.INF.21
    (re.compile(r"(?<=/\d{4})\.(?=[A-Za-z])"), "/"),
    # `(PartI)`, `(SECT. 13)`
    (
        re.compile(rf"(?i)\s*\(\s*({_WORDS})(?![a-z]{{2}})\.?\s*([\dIVXLC]*[A-Z]?)\s*\)"),
        r" (\1 \2)",
    ),
    # `2282(2016)`, `217 A(III)`
    (re.compile(r"(?<=[\dA-Za-z])\s*\(\s*(\d{4}|[IVXLC]+)\s*\)"), r" (\1)"),
    # A/81/6 (Sect. 25)/PART A
    (re.compile(r"(?i)/Part ?([A-Z]|[IVX]+|\d+)(?=/|$)"), r"/Part \1"),
    # `S_RES_2682_2023`
    (re.compile(r"(?i)^(S/RES/\d+)/((?:19|20)\d\d)$"), r"\1 (\2)"),
    # `217A (III)`
    (re.compile(r"(?<=\d)([A-Z])(?= \()"), r" \1"),
)
SIGNS = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－", "-") | dict.fromkeys("⁄∕", "/"))
# A second symbol of the same document: `A/79/552-S/2024/767`; PDF texts join by a space, a slash
JOINT = re.compile(
    r"(?<=[\d)*])(?:\s*-\s*|\s+|/)(?=(?:A|S|E|ST|TD|DP|UNEP|FCCC)/(?:\d|[A-Z]+[./\d-]))"
)
STARS = re.compile(r"/?\s*(\*+)$")
AROUND = " \t\r\n.,;:()[]{}«»\"'“”„"
CASED = {code.upper(): code for code in (*SUFFIXES, "Sub")}
CASED_WITH_DOT = {"RES": "Res", "DEC": "Dec", "BUR": "Bur", "OZL": "OzL", "PRO": "Pro"}


@total_ordering
@dataclass(frozen=True)
class Symbol:
    """A document's symbol; compare, sort and hash it, or ask for its parts.

    >>> symbol = Symbol.parse("CTOC/COP/WG.7/2019/L.1/Add.3")
    >>> symbol.organ, symbol.bodies, symbol.year, symbol.nature, symbol.number, symbol.addendum
    ('CTOC', ('COP', 'WG.7'), 2019, 'L', '1', 3)
    >>> str(symbol.base)
    'CTOC/COP/WG.7/2019/L.1'
    """

    text: str
    """The canonical form, without a second symbol of the same document."""
    joint: tuple[Symbol, ...] = ()
    """Further symbols of the same document: `E/2001/28–E/CN.7/2001/12`."""
    mark: str = field(default="", compare=False)
    """The stars of a reissue, `*` or `**`; no part of the symbol."""

    @classmethod
    def parse(cls, text: str, *, strict: bool = False) -> Symbol:
        """Read a symbol; what is dirty in print, copies and addresses is put right.

        With `strict` the text must be the canonical form itself, a reissue's stars aside.

        >>> str(Symbol.parse("а/ac.254/4/add.1/rev.4"))
        'A/AC.254/4/Add.1/Rev.4'
        """
        printed = text.strip() if strict else text.strip(AROUND)
        stars = STARS.search(printed)
        bare = printed[: stars.start()] if stars else text
        first, *others = (_single(piece, text) for piece in _pieces(_repaired(bare)))
        symbol = cls(first, tuple(cls(other) for other in others), stars[1] if stars else "")
        if strict and str(symbol) != bare.strip():
            raise NotASymbol(f"{text!r} is no symbol in its canonical form: that is {symbol}.")
        return symbol

    @classmethod
    def from_filename(cls, name: str) -> Symbol:
        """Read the symbol that a file is named after, in any of the usual forms.

        >>> str(Symbol.from_filename("CTOC_COP_WG.7_2019_L.1_Add.3.txt"))
        'CTOC/COP/WG.7/2019/L.1/Add.3'
        """
        stem = FILE_TAIL.sub("", name.replace("\\", "/").rpartition("/")[2])
        symbol = cls.parse("-".join(_unfiled(piece) for piece in stem.split("+")))
        if symbol.organ not in ROOTS:
            raise NotASymbol(f"{name!r} is no symbol: {symbol.organ!r} is not known as an organ.")
        return symbol

    def to_filename(self) -> str:
        """The symbol as a file's name, without suffix; `from_filename` reads it back.

        >>> Symbol.parse("CTOC/COP/WG.7/2019/L.1/Add.3").to_filename()
        'CTOC_COP_WG.7_2019_L.1_Add.3'
        """
        return "+".join(symbol.text.replace("/", "_") for symbol in self.symbols)

    def to_url_path(self) -> str:
        """The symbol as the path of an address, in the form without spaces.

        >>> Symbol.parse("S/RES/2282 (2016)").to_url_path()
        'S/RES/2282(2016)'
        """
        return quote(re.sub(r" (?=[^()]*\))| (?=\()", "", self.text), safe="/()&")

    @property
    def symbols(self) -> tuple[Symbol, ...]:
        """All symbols of the document, each on its own."""
        return (Symbol(self.text), *self.joint)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The components in their order, each with its role."""
        return tuple(_parts(self.text))

    @property
    def organ(self) -> str:
        """The first component: `A`, `CTOC`, `FCCC`."""
        return self.parts[0].text

    @property
    def bodies(self) -> tuple[str, ...]:
        """The subsidiary bodies, outermost first: `COP`, `WG.7`."""
        return self._all("body")

    @property
    def country(self) -> str | None:
        """The State that a treaty body's document is about: `CMW/C/TJK/CO/2`."""
        return self._first("country")

    @property
    def session(self) -> str | None:
        """The session as printed: `77`, `S-30`, `XXVIII`."""
        return self._first("session")

    @property
    def year(self) -> int | None:
        """The year, in series that count by years."""
        year = self._first("year")
        return int(year) if year else None

    @property
    def nature(self) -> str | None:
        """The kind of document: `L` limited, `INF` information, `RES` resolution."""
        return self._first("nature")

    @property
    def number(self) -> str | None:
        """The running number as printed: `3`, `16-20`, `217 A`."""
        return self._first("number")

    @cached_property
    def modifications(self) -> tuple[Modification, ...]:
        """The suffixes in their order: each changes what stands before it."""
        return tuple(_modification(text) for text in self._all("modification"))

    @property
    def base(self) -> Symbol:
        """The symbol without its modifications."""
        modified = self._all("modification")
        if not modified:
            return Symbol(self.text)
        return Symbol(self.text[: self.text.index(modified[0])].rstrip("/ ("))

    @property
    def addendum(self) -> int | None:
        """The number of the addendum, 0 for one without number, None for no addendum."""
        return self._modified("Add")

    @property
    def revision(self) -> int | None:
        """The number of the revision."""
        return self._modified("Rev")

    @property
    def corrigendum(self) -> int | None:
        """The number of the corrigendum."""
        return self._modified("Corr", "Corrigendum")

    @property
    def is_limited(self) -> bool:
        """Whether it is of the limited series: drafts, among them draft reports."""
        return self.nature == "L"

    def __str__(self) -> str:
        return "–".join(symbol.text for symbol in self.symbols)

    def __repr__(self) -> str:
        return f"Symbol({str(self) + self.mark!r})"

    def __lt__(self, other: object) -> bool:
        return self._key < other._key if isinstance(other, Symbol) else NotImplemented

    @cached_property
    def _key(self) -> tuple[object, ...]:
        return tuple(_order(part) for text in self.symbols for part in text.text.split("/"))

    def _all(self, role: Role) -> tuple[str, ...]:
        return tuple(part.text for part in self.parts if part.role == role)

    def _first(self, role: Role) -> str | None:
        return next(iter(self._all(role)), None)

    def _modified(self, *codes: str) -> int | None:
        found = [change.number or 0 for change in self.modifications if change.code in codes]
        return found[-1] if found else None


# --- reading ------------------------------------------------------------------------------------


def _repaired(text: str) -> str:
    """Put right what print, copies and addresses do to a symbol."""
    plain = "".join(c for c in unicodedata.normalize("NFKC", text) if _kept(c))
    plain = plain.translate(SIGNS).translate(LOOKALIKES)
    plain = "".join(str(digits(c)) if c.isdecimal() else c for c in plain)
    plain = plain if any(c.isupper() for c in plain) else plain.upper()
    plain = re.sub(r"\s+", " ", plain).strip(AROUND.replace(")", "")).rstrip()
    if plain.endswith(")") and "(" not in plain:
        plain = plain.rstrip(") .,;")
    for pattern, better in REPAIRS:
        plain = pattern.sub(better, plain)
    return _ordered(_joined_root("/".join(_cased(part) for part in plain.split("/"))))


def _kept(character: str) -> bool:
    return unicodedata.category(character) != "Cf"


def _cased(part: str) -> str:
    """Give codes their own case: `add.1` of an address, `ADD.1` of a heading."""
    stem, bracket, rest = part.partition(" (")
    known = CASED | CASED_WITH_DOT if "." in stem else CASED
    words = stem.split(".")
    if bracket:
        rest = re.sub(rf"(?i)^({_WORDS})\b", lambda m: m[1].capitalize(), rest)
        rest = re.sub(r"^(Sect|Vol|Supp|Chap) ", r"\1. ", rest).replace(" )", ")")
    return ".".join(_cased_word(word, known) for word in words) + bracket + rest


def _cased_word(word: str, known: dict[str, str]) -> str:
    return known.get(word.upper(), word.upper() if word.islower() else word)


def _joined_root(text: str) -> str:
    """`C ERD/C/…`: runs of a Word file put together with spaces."""
    root, slash, rest = text.partition("/")
    joined = root.replace(" ", "")
    return joined + slash + rest if joined in ROOTS else text


def _ordered(text: str) -> str:
    """Turn round a symbol whose components come out from right to left: `Add.1/L.1/2019/CTOC`."""
    parts = text.split("/")
    turned = parts[0] not in ROOTS and parts[-1] in ROOTS and len(parts) > 2  # noqa: PLR2004
    return "/".join(reversed(parts)) if turned else text


def _pieces(text: str) -> list[str]:
    return [piece for piece in JOINT.split(text.replace("–", "-")) if piece] or [text]


def _single(text: str, printed: str) -> str:
    """Check one symbol, and give it back; an error tells what the whole text was."""
    root, *parts = text.split("/")
    if not parts:
        raise NotASymbol(f"{printed!r} is no symbol: a symbol has components between slashes.")
    if not ROOT.fullmatch(root):
        raise NotASymbol(f"{printed!r} is no symbol: {root!r} names no organ.")
    for part in parts:
        if not PART.fullmatch(part):
            raise NotASymbol(f"{printed!r} is no symbol: {part!r} is no component of one.")
        if re.match(r"(?:Add|Corr|Rev)\.\d+-", part):
            raise NotASymbol(f"{printed!r} names several documents: {part!r} is a range.")
    if not (root in ROOTS or root.split(".")[0] in ROOTS or _telling(parts)):
        raise NotASymbol(f"{printed!r} is no symbol: {root!r} is not known as an organ.")
    if not (NUMBERED.search(parts[-1]) and any(c.isdigit() for c in text)):
        raise NotASymbol(f"{printed!r} is no symbol: it ends without a number.")
    return text


def _telling(parts: list[str]) -> bool:
    """Whether the components after an unknown organ are those of a symbol."""
    codes = sum(part.split(".")[0] in DOTTED and "." in part for part in parts)
    years = sum(_year(part) for part in parts[:-1])
    return codes + years > 0 and any(part[-1].isdigit() for part in parts)


def _year(text: str) -> bool:
    return text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR


def _modification(text: str) -> Modification:
    match = WORD_NUMBER.fullmatch(text)
    if match is None:
        return Modification(text)
    code, printed = match.groups(default="")
    number = digits(printed) or ROMAN_UPPER.number(printed) or LATIN_UPPER.number(printed)
    return Modification(code, number)


def _order(part: str) -> tuple[object, ...]:
    """Sort numbers as numbers; a corrigendum comes before what else is added to a document."""
    suffix = SUFFIX.fullmatch(part)
    rank = SUFFIXES.index(suffix[1]) if suffix else len(SUFFIXES)
    pieces = re.split(r"(\d+)", part)
    return (rank, *(int(piece) if at % 2 else piece for at, piece in enumerate(pieces)))


# --- roles --------------------------------------------------------------------------------------


def _parts(text: str) -> list[Part]:
    """Give each component its role, from left to right."""
    root, *texts = text.split("/")
    organ, dot, session = root.rpartition(".")
    found = [Part("organ", organ), Part("session", session)] if dot and session.isdecimal() else []
    found = found or [Part("organ", root)]
    for at, part in enumerate(texts):
        match = PART.fullmatch(part)
        stem, letter, bracket = (
            match.group("stem", "letter", "bracket") if match else (part, "", "")
        )
        rest = [later for later in texts[at + 1 :] if not SUFFIX.fullmatch(later)]
        found += _component(stem, letter or "", rest, found)
        found += _bracketed((bracket or "").strip(" ()"))
    return found


def _component(stem: str, letter: str, rest: list[str], found: list[Part]) -> list[Part]:
    """Read one component; `rest` follows it, `found` stands before it."""
    code, _, number = stem.partition(".")
    if code in NATURES and number and not any(later[0].isdecimal() for later in rest):
        return [Part("nature", code), Part("number", number)]
    return [Part(_role(stem, rest, found), stem + letter)]


def _role(stem: str, rest: list[str], found: list[Part]) -> Role:
    if stem[0].isdecimal():
        return _counted(stem, rest, found)
    if SUFFIX.fullmatch(stem):
        return "modification"
    if SESSION.fullmatch(stem):
        return "session"
    if stem in BARE_NATURES:
        return "nature"
    return "country" if _is_country(stem, found) else "body"


def _counted(stem: str, rest: list[str], found: list[Part]) -> Role:
    """What a bare number counts: `A/77/5`, `S/2020/184`, `CCPR/C/95/D/1479/2006`."""
    roles = {part.role for part in found}
    placed = bool(roles & {"session", "year"})
    if _year(stem) and "year" not in roles and (rest or "number" in roles):
        return "year"
    return "number" if placed or not rest else "session"


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


# --- file names ---------------------------------------------------------------------------------

# What follows the symbol: a job number (`-2228494A`), languages (`-AR`, `_EA`, `.ar`; `1E`)
FILE_TAIL = re.compile(
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


def _unfiled(name: str) -> str:
    """Find the slashes and dots of a symbol again in a file's name."""
    if "_" in name:
        # FCCC_SBSTA_2008_L-24: the library writes a dot as a hyphen
        name = re.sub(r"(?<=[a-z])(?<!_S)(?<!_ES)-(?=\d)", ".", name, flags=re.IGNORECASE)
        parts = name.split("_")
    else:
        parts = name.split("-")
    dotted = any(re.search(r"[A-Za-z]\.\d", part) for part in parts)
    return "/".join(parts if dotted else _dotted(parts))


def _dotted(parts: list[str]) -> list[str]:
    """`A_AC_109_2019_L_18`, where dots and slashes are written alike."""
    out = [parts[0]]
    for part in parts[1:]:
        code = _cased_word(out[-1], CASED)
        if part.isdecimal() and len(out) > 1 and _lost_dot(code, out):
            out[-1] = f"{code}.{part}"
        elif part.isdecimal() and code in ("S", "ES") and len(out) > 1:
            out[-1] = f"{code}-{part}"
        else:
            out.append(part)
    return out


def _lost_dot(code: str, parts: list[str]) -> bool:
    """Whether the last part is one that always has a number: `AC`, `L`, but not `INF`.

    Bodies stand before numbers: ISBA/23/C/13.  The C of a treaty body has none.
    """
    if code == "C" and parts[0].upper() in TREATY_BODIES:
        return False
    return code in NUMBERED_NATURES or (code in NUMBERED_BODIES and not parts[-2].isdecimal())
