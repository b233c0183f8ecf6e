"""Rows to logical text, by what the whole document shows about its fonts."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from unreport.readers.pdf.bidi.arabic_evidence import (
    ARABIC,
    LEAST_SCORE,
    ligature_runs,
    running,
    turned,
)
from unreport.readers.pdf.bidi.brackets import ENDERS, is_balanced, wanted_brackets
from unreport.readers.pdf.bidi.clusters import Cell
from unreport.readers.pdf.bidi.letters import MIRROR, TATWEEL, Kind, is_han
from unreport.readers.pdf.bidi.logical_order import (
    Around,
    Base,
    Reading,
    Token,
    read_row,
    words_from_right,
)
from unreport.readers.pdf.bidi.rows import Row

WORD_GAP = 0.15  # em; wider, and two words meet
HANGING = 0.22  # em; a space that ends a row may be painted over its last letter
RAISED_GAP = 0.18  # em; a raised mark may stand a little off its word
NO_GAP = -0.08  # em; a drawn space that takes less room is none (fonts kern across spaces)
WORD_END = "ة"  # stands at the end of words only
KERNED = 0.03  # em; what some fonts leave of a space before a letter that reaches over it
LEAST_DRAWN = 3  # spaces of a row
MOST_OF_A_SPACE = 0.75  # the share of a drawn space that a gap without one must have
SURE = 0.8  # share of votes from which a font is believed against a row's balance
FILLED = re.compile(rf"(?<=[\u0621-\u0652]){TATWEEL}+(?=[\u0621-\u0652])")
CLOSED_RIGHT = re.compile("[\u0621-\u064a][،.؛](?: |$)")
CLOSED_LEFT = re.compile("(?:^| )[،.؛][\u0621-\u064a]")


@dataclass(slots=True)
class Strip:
    """A row as tokens from left to right; `cells` is None where a space stands."""

    row: Row
    tokens: list[Token]
    cells: list[Cell | None]
    base: Base = "L"
    reading: Reading | None = None
    brackets: dict[int, str] = field(default_factory=dict)  # token -> logical sign
    stored: str = ""  # "row" or "word": what is stored from left to right against its direction


@dataclass(slots=True)
class Restored:
    """The logical text of a row, with what is known of each character."""

    row: Row
    text: str
    sources: list[Cell | None]  # per character of `text`
    base: Base
    proved: bool
    last: Kind  # R, L or S: the last strong letter


@dataclass(slots=True)
class Evidence:
    """What rows seen so far tell about fonts; kept for the whole document."""

    ligatures: Counter[int] = field(default_factory=Counter)  # font -> logical minus visual
    brackets: dict[tuple[int, int, str], list[int]] = field(default_factory=dict)
    """(font, glyph, text) -> how often the text was the shape, how often the mirrored shape."""
    turned: list[int] = field(default_factory=lambda: [0, 0])
    """Brackets in right-to-left runs: how often the text was the shape, how often the sign."""
    fillers: dict[tuple[int, int], list[int]] = field(default_factory=dict)
    """(font, glyph) that is no Arabic letter -> how often within an Arabic word, how often not."""
    bare: dict[tuple[int, int], set[str]] = field(default_factory=dict)
    """(font, glyph) -> marks that its text has, but that are drawn by glyphs of their own."""
    words: dict[tuple[int, str], list[int]] = field(default_factory=dict)
    """(font, word) -> the pages that it stands on."""

    def is_swapped(self, font: int) -> bool:
        """Whether the letters of a font's ligatures are stored from left to right."""
        own = self.ligatures.get(font, 0)
        return (own or sum(self.ligatures.values())) < 0

    def shape(self, cell: Cell) -> tuple[str | None, bool]:
        """The bracket that a glyph shows, if rows have told, and whether they were of one mind."""
        as_is, mirrored = self.brackets.get((cell.font, cell.code, cell.text), (0, 0))
        if as_is == mirrored:
            return None, False
        share = max(as_is, mirrored) / (as_is + mirrored)
        return (cell.text if as_is > mirrored else MIRROR[cell.text]), share >= SURE


# --- rows to strips -------------------------------------------------------------------------------


def strips_of(rows: Iterable[Row], page_base: Base) -> list[Strip]:
    """Rows with their spaces, each with the direction that it is read in."""
    strips = []
    for row in rows:
        strip = _strip(row, page_base)
        strip.base = _base(strip.tokens, page_base)
        strips.append(strip)
    return strips


def page_base(rows: Iterable[Row]) -> Base:
    """The direction in which most letters of a page run."""
    kinds = Counter(cell.kind for row in rows for cell in row.cells)
    return "R" if kinds["R"] > kinds["L"] / 2 else "L"


def _strip(row: Row, page: Base) -> Strip:
    tokens: list[Token] = []
    cells: list[Cell | None] = []
    drawn = _drawn(row)
    least = _least_gap(row, drawn)
    for at, cell in enumerate(row.cells):
        if at and _apart((row.cells[at - 1], cell), page, least, drawn=at in drawn):
            tokens.append(Token(" ", "S"))
            cells.append(None)
        tokens.append(Token(cell.text[0], cell.kind))
        cells.append(cell)
    return Strip(row, tokens, cells)


def _drawn(row: Row) -> set[int]:
    """The cells before which a space is drawn: its middle lies between the middles of two cells."""
    out: set[int] = set()
    at = 0
    before = float("inf")
    low = row.cells[0].x0 + HANGING * row.size
    high = row.cells[-1].x1 - HANGING * row.size
    for place, cell in enumerate(row.cells):
        middle = (cell.x0 + cell.x1) / 2
        while at < len(row.spaces) and row.spaces[at] <= middle:
            if row.spaces[at] >= before and low < row.spaces[at] < high:
                out.add(place)
            at += 1
        before = middle
    return out


def _least_gap(row: Row, drawn: set[int]) -> float:
    """How wide a gap without a drawn space must be for two words, in em.

    In a row that draws its spaces, other gaps are those of letters spread to fill it.
    """
    gaps = sorted(row.cells[at].x0 - row.cells[at - 1].x1 for at in drawn)
    if len(gaps) < LEAST_DRAWN:
        return WORD_GAP
    return max(WORD_GAP, MOST_OF_A_SPACE * gaps[len(gaps) // 2] / row.size)


def _apart(pair: tuple[Cell, Cell], page: Base, least: float, *, drawn: bool) -> bool:
    left, right = pair
    raised = left.raised != right.raised
    size = max(left.size, right.size) if raised else min(left.size, right.size)
    gap = right.x0 - left.x1
    if drawn:
        return gap > NO_GAP * size
    if is_han(left.text[-1]) or is_han(right.text[0]):
        return False
    mark = left if page == "R" else right
    if right.text[0] == WORD_END and left.kind == "R":
        return gap > KERNED * size
    return gap > (RAISED_GAP if raised and mark.raised else least) * size


def _base(tokens: list[Token], page: Base) -> Base:
    kinds = Counter(token.kind for token in tokens)
    if kinds["R"]:
        return "R" if page == "R" or kinds["R"] > kinds["L"] else "L"
    if page == "L":
        return "L"
    if not kinds["L"] and (kinds["AN"] or kinds["EN"]):
        return "R"
    starts, ends = tokens[0].sign in ENDERS, tokens[-1].sign in ENDERS
    return "R" if starts and not ends else "L"


# --- learning -------------------------------------------------------------------------------------


def learn(strips: list[Strip], evidence: Evidence) -> None:
    """Read each row once and note what it tells about the fonts."""
    before: Kind = "S"
    for strip, after in zip(strips, _afters(strips), strict=True):
        _read(strip, before, after, evidence)
        _vote_brackets(strip, evidence)
        _vote_ligatures(strip, evidence)
        _note_doubled(strip, evidence)
        before = _last_strong(strip)


def _note_doubled(strip: Strip, evidence: Evidence) -> None:
    """A font may name a bare glyph after its first use: `أ` for an alef that is drawn alone too."""
    for cell in strip.cells:
        if cell is not None and cell.doubled:
            evidence.bare.setdefault((cell.font, cell.code), set()).update(cell.doubled)


def _afters(strips: list[Strip]) -> list[str]:
    """For each row the kind of the first strong letter, or number, of the row below it."""
    firsts = [_first_strong(strip) for strip in strips]
    return [*firsts[1:], ""][: len(strips)]


def _first_strong(strip: Strip) -> str:
    tokens = reversed(strip.tokens) if strip.base == "R" else strip.tokens
    kinds = (token.kind for token in tokens)
    found = next((kind for kind in kinds if kind in {"R", "L", "EN"}), "")
    return "R" if found == "R" else "L" if found else ""


def _read(strip: Strip, before: Kind, after: str, evidence: Evidence) -> None:
    around = Around(before if before in {"R", "L"} else "", after)
    kinds = {token.kind for token in strip.tokens}
    if not kinds & {"R", "AN"}:
        around = Around("", after)

    def signs(reading: Reading) -> list[str]:
        chosen = _brackets(strip, reading, evidence)
        return [chosen.get(i, strip.tokens[i].sign) for i in reading.order]

    if strip.stored:
        strip.reading = _stored_reading(strip)
    else:
        strip.reading = read_row(strip.tokens, strip.base, around, signs)
    strip.brackets = _brackets(strip, strip.reading, evidence)


def _last_strong(strip: Strip) -> Kind:
    order = strip.reading.order if strip.reading else ()
    for i in reversed(order):
        if strip.tokens[i].kind in {"R", "L"}:
            return strip.tokens[i].kind
    return "S"


def _vote_brackets(strip: Strip, evidence: Evidence) -> None:
    reading = strip.reading
    if reading is None:
        return
    for at, logical in wanted_brackets(strip.tokens, reading.order).items():
        cell = strip.cells[at]
        if cell is None or cell.sure:
            continue
        shape = MIRROR[logical] if reading.turned[at] else logical
        votes = evidence.brackets.setdefault((cell.font, cell.code, cell.text), [0, 0])
        votes[shape != cell.text] += 1
        if reading.turned[at]:
            evidence.turned[shape != cell.text] += 1


def _vote_ligatures(strip: Strip, evidence: Evidence) -> None:
    word = ""
    for i in strip.reading.order if strip.reading else ():
        cell = strip.cells[i]
        if cell is None or cell.kind != "R":
            word = ""
            continue
        if len(cell.text) > 1 and not cell.sure:
            evidence.ligatures[cell.font] += ligature_runs(cell.text, word)
        word += cell.text


# --- brackets -------------------------------------------------------------------------------------


def _brackets(strip: Strip, reading: Reading, evidence: Evidence) -> dict[int, str]:
    """The logical sign of each bracket: as its glyph's shape says, else as balance asks."""
    places = [i for i in reading.order if strip.tokens[i].sign in MIRROR]
    if not places:
        return {}
    wanted = wanted_brackets(strip.tokens, reading.order)
    chosen: dict[int, str] = {}
    doubtful = False
    for i in places:
        cell = strip.cells[i]
        sign = strip.tokens[i].sign
        if cell is None or cell.sure:
            chosen[i] = sign
            continue
        shape, sure = evidence.shape(cell)
        doubtful = doubtful or not sure
        if shape is None:
            shape = _unseen_shape(sign, wanted.get(i), evidence, turned=reading.turned[i])
        chosen[i] = MIRROR[shape] if reading.turned[i] else shape
    if doubtful and not is_balanced([chosen[i] for i in places]):
        chosen.update(wanted)
    return chosen


def _unseen_shape(sign: str, wanted: str | None, evidence: Evidence, *, turned: bool) -> str:
    """What a bracket shows that has no votes: what balance asks, else as the others do."""
    if wanted is not None:
        return MIRROR[wanted] if turned else wanted
    as_is, mirrored = evidence.turned
    return MIRROR[sign] if turned and mirrored > as_is else sign


# --- text -----------------------------------------------------------------------------------------


def restore(strips: list[Strip], evidence: Evidence) -> list[Restored]:
    """The logical text of rows that have been learnt from."""
    out = []
    before: Kind = "S"
    for strip, after in zip(strips, _afters(strips), strict=True):
        if strip.brackets or strip.reading is None:
            _read(strip, before, after, evidence)
        before = _last_strong(strip)
        out.append(_restored(strip, evidence, before))
    return out


def _restored(strip: Strip, evidence: Evidence, last: Kind) -> Restored:
    reading = strip.reading or Reading((), (), proved=True)
    text: list[str] = []
    sources: list[Cell | None] = []
    for i in reading.order:
        cell = strip.cells[i]
        piece = strip.brackets.get(i) or _letters(cell, evidence)
        text.append(piece)
        sources.extend([cell] * len(piece))
    whole = "".join(text)
    for found in reversed(list(FILLED.finditer(whole))):
        whole = whole[: found.start()] + whole[found.end() :]
        del sources[found.start() : found.end()]
    return Restored(strip.row, whole, sources, strip.base, reading.proved, last)


def _letters(cell: Cell | None, evidence: Evidence) -> str:
    if cell is None:
        return " "
    if cell.filler:
        return ""
    if cell.sure:
        return cell.text
    text = _stripped(cell, evidence)
    return turned(text) if cell.kind == "R" and evidence.is_swapped(cell.font) else text


def _stripped(cell: Cell, evidence: Evidence) -> str:
    """A letter without the marks that its glyph does not draw and no other glyph has drawn."""
    gone = evidence.bare.get((cell.font, cell.code), set()).difference(cell.doubled)
    if not gone:
        return cell.text
    plain = unicodedata.normalize("NFD", cell.text)
    return unicodedata.normalize("NFC", "".join(char for char in plain if char not in gone))


def mark_forward(strips: list[Strip]) -> None:
    """Mark rows that hold Arabic from left to right: text layers of scans, mirrored storage.

    A page's words tell, read both ways; which way the words follow one another, its commas tell.
    """
    own = [strip for strip in strips if strip.base == "R"]
    lefts = ["".join(token.sign for token in strip.tokens) for strip in own]
    words = " ".join(lefts)
    score = running(words)
    if not ARABIC.search(words) or score < LEAST_SCORE:
        return
    closed = len(CLOSED_RIGHT.findall(words)) - len(CLOSED_LEFT.findall(words))
    for strip in own:
        strip.stored = "row" if closed >= 0 else "word"


def _stored_reading(strip: Strip) -> Reading:
    if strip.stored == "row":
        count = len(strip.tokens)
        return Reading(tuple(range(count)), (False,) * count, proved=True)
    return words_from_right(strip.tokens)
