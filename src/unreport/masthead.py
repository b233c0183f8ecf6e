"""The masthead: what the first lines say of symbol, bodies, session, meeting, agenda and title.

Each line is asked for its role by ordered rules.  The corner block (distribution, date, languages)
may stand in any language of the UN, before or after the names of bodies; two of its lines may have
run together.  Every line stays in `Masthead.lines` with its role.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from msgspec import Struct

from unreport.dates import DateRange, find_dates, parse_date
from unreport.document import Line
from unreport.furniture import JOB_NUMBER, is_foot
from unreport.languages import LEXICONS
from unreport.marks import Grammar, read_marks, read_unit
from unreport.model import (
    AgendaItem,
    Distribution,
    Furniture,
    Masthead,
    MastheadLine,
    Meeting,
    Session,
    Span,
)
from unreport.numerals import ARABIC_LETTERS, LATIN_LOWER, digits, fold_words
from unreport.sessions import session_number
from unreport.symbol import NotASymbol, Symbol

LONGEST = 60  # lines; no masthead is longer
SENTENCE = 280  # a line longer than this is text
CLAUSE = re.compile(r"[,،，；;]$|[.。]$")
SYMBOL = re.compile(
    r"[A-Z][A-Z0-9.]*(?:\s?/\s?[A-Za-z0-9][\w.()&–-]*)+(?:\s?\([^()]{1,20}\))*(?:/[\w ]+)?\*{0,3}"
)
NUMBER = re.compile(
    r"(?<![\dA-Za-z/.])(\d{1,3})(?![\d/])((?:\s?[(（][^\W\d_]{1,3}[)）]|\s?[^\W\d_]{1,2}\))*)"
)
SUB_ITEM = re.compile(r"[(（]?([^\W\d_]{1,3})[)）]")
STAR = re.compile(r"\s?\*{1,3}$")
# Vienna, | ،فيينا | (Bonn) | before the dates; ，维也纳 after them
PLACE = re.compile(r"[^\d:;]{2,80}[,،，(（]\s*|\s*[,،，][^\d:;]{2,40}[)）]?|[(（]?\s*")


class Piece(Struct, frozen=True):
    """A line of the masthead, or the part of one between tabs or cells."""

    text: str
    folded: str
    span: Span
    above: int


class Words(Struct, frozen=True, kw_only=True):
    """The words that tell masthead lines, folded: the document's, and those of the corner block."""

    grammar: Grammar
    united_nations: frozenset[str]
    distribution: re.Pattern[str]
    distributions: dict[str, Distribution]
    original: re.Pattern[str]
    languages: dict[str, str]
    only: frozenset[str]
    session: tuple[str, ...]
    agenda: tuple[str, ...]
    agenda_item: tuple[str, ...]
    titles: tuple[str, ...]
    types: tuple[str, ...]
    drafts: tuple[str, ...]
    title_endings: tuple[str, ...]
    addendum: frozenset[str]
    changes: tuple[str, ...]
    rapporteur: tuple[str, ...]
    bodies: tuple[str, ...]


Role: TypeAlias = str
Rule: TypeAlias = Callable[[Piece, Words], bool]


class Front(Struct, frozen=True, kw_only=True):
    """The masthead, and the lines after it."""

    masthead: Masthead
    lines: tuple[Line, ...]


def read_masthead(
    lines: Sequence[Line], grammar: Grammar, furniture: Sequence[Furniture] = ()
) -> Front:
    """Part the masthead from the text below it."""
    words = _words(grammar)
    pieces: list[tuple[Role, Piece]] = []
    count = 0
    for count, line in enumerate(lines):
        if count == LONGEST or _begins_text(line, grammar):
            break
        found = [(_role(piece, words), piece) for piece in _pieces(line, words)]
        if _is_over(found, pieces, line):
            break
        pieces.extend(found)
    else:
        count = len(lines)
    masthead = _assembled(_wrapped(pieces, words), words, furniture)
    return Front(masthead=masthead, lines=tuple(lines[count:]))


# --- where the masthead ends --------------------------------------------------------------------


def _begins_text(line: Line, grammar: Grammar) -> bool:
    """Whether a line is a heading, a paragraph or a sentence: something that no masthead has."""
    text = line.text
    if line.role == "table":
        return len(line.cells) > MOST_CELLS
    if line.level:
        return True
    if len(text) > SENTENCE:
        return True
    marks = read_marks(text, grammar)
    if any(m.role in ("heading", "paragraph") and len(text) > m.end for m in marks):
        return True
    unit = read_unit(text, grammar)
    return unit is not None and unit.kind in ENDING


def _is_over(
    found: Sequence[tuple[Role, Piece]], before: Sequence[tuple[Role, Piece]], line: Line
) -> bool:
    """Whether text begins: a clause after the title, or any plain line after the last sub-title."""
    if not found or not before or any(role not in ("other", "body") for role, _ in found):
        return False
    roles = [role for role, _ in before]
    titled = any(role in ("title", "type", "draft", "addendum", "rapporteur") for role in roles)
    if CLAUSE.search(line.text) and (titled or "agenda" in roles or "session" in roles):
        return not line.text.endswith((",", "،")) or line.above >= 0
    closing = next((role for role in reversed(roles) if role != "note"), "")
    if closing in ("addendum", "rapporteur") and line.above > 0:
        return True
    dated = any(True for _ in find_dates(line.text))
    return closing == "title" and closing != "draft report" and line.above > 0 and not dated


# --- pieces and their roles ---------------------------------------------------------------------


def _pieces(line: Line, words: Words) -> Iterable[Piece]:
    """The parts of a line: cells, what tabs part, lines of the corner block that ran together."""
    for part in re.finditer(r"[^\t|]+", line.text):
        start = 0
        text = part[0]
        for end in [*_seams(text, words), len(text)]:
            own = text[start:end]
            if stripped := own.strip():
                at = line.start + part.start() + start + len(own) - len(own.lstrip())
                pages = (line.page, line.page) if line.page else None
                span = Span(at, at + len(stripped), pages)
                yield Piece(stripped, fold_words(stripped), span, line.above if not start else 0)
            start = end


def _seams(text: str, words: Words) -> list[int]:
    """Where the corner block's lines ran together: `Distr.: General 27 March 2025 Original: …`."""
    seams: set[int] = set()
    if distributed := words.distribution.search(text):
        seams.add(distributed.start())
        value = re.compile(r"\S+").match(text, distributed.end())
        if value and fold_words(value[0]) in words.distributions:
            seams.add(value.end())
    if (original := words.original.search(text)) and (distributed or original.start()):
        seams.add(original.start())
    if distributed or original:
        seams.update(at for d in find_dates(text) for at in (d.span.start, d.span.end))
    return sorted(seam for seam in seams if 0 < seam < len(text))


def _role(piece: Piece, words: Words) -> Role:
    return next((role for role, rule in ROLES if rule(piece, words)), "other")


def _is_symbol(piece: Piece, _: Words) -> bool:
    return "/" in piece.text and _symbol(piece.text) is not None


def _symbol(text: str) -> str | None:
    if not SYMBOL.fullmatch(text.strip()):
        return None
    try:
        return str(Symbol.parse(text))
    except NotASymbol:
        return None


def _is_distribution(piece: Piece, words: Words) -> bool:
    return (
        words.distribution.match(piece.text) is not None
        or piece.folded.rstrip(" *") in words.distributions
    )


def _is_original(piece: Piece, words: Words) -> bool:
    return words.original.match(piece.text) is not None


def _is_language(piece: Piece, words: Words) -> bool:
    tokens = set(re.findall(r"[^\W\d_]+", piece.folded))
    named = tokens & words.languages.keys()
    return bool(named) and not tokens - words.languages.keys() - words.only - CONNECTORS


def _is_date(piece: Piece, _: Words) -> bool:
    return isinstance(parse_date(piece.text), dt.date)


def _is_un(piece: Piece, words: Words) -> bool:
    return piece.folded in words.united_nations


def _is_foot(piece: Piece, _: Words) -> bool:
    return is_foot(piece.text)


def _is_note(piece: Piece, _: Words) -> bool:
    return piece.text[0] in "*[［" or piece.text.startswith("__")


def _is_agenda(piece: Piece, words: Words) -> bool:
    return (
        len(piece.text) <= SHORT
        and any(word in piece.folded for word in words.agenda)
        and NUMBER.search(piece.text) is not None
        and any(word in piece.folded for word in words.agenda_item)
    )


def _is_rapporteur(piece: Piece, words: Words) -> bool:
    return ":" in piece.text.replace("：", ":") and piece.folded.startswith(words.rapporteur)


def _is_addendum(piece: Piece, words: Words) -> bool:
    return piece.folded.strip(" *") in words.addendum


def _is_change(piece: Piece, words: Words) -> bool:
    return len(piece.text) <= SHORT and piece.folded.startswith(words.changes)


def _is_meeting(piece: Piece, _: Words) -> bool:
    return len(piece.text) <= SHORT and _meeting(piece.text) is not None


def _is_session(piece: Piece, words: Words) -> bool:
    return (
        len(piece.text) <= SHORT
        and any(word in piece.folded for word in words.session)
        and not piece.folded.startswith((*words.titles, *words.types))
        and (session_number(piece.text) is not None or _has_year(piece.text))
    )


def _is_title(piece: Piece, words: Words) -> bool:
    return piece.folded.startswith(words.titles) or piece.folded.endswith(words.title_endings)


def _is_type(piece: Piece, words: Words) -> bool:
    return piece.folded.startswith(words.types)


def _is_draft(piece: Piece, words: Words) -> bool:
    return len(piece.text) <= SENTENCE and any(word in piece.folded for word in words.drafts)


def _is_body(piece: Piece, words: Words) -> bool:
    return len(piece.text) <= 2 * SHORT and any(word in piece.folded for word in words.bodies)


def _has_year(text: str) -> bool:
    return re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text.translate(EASTERN)) is not None


ROLES: tuple[tuple[Role, Rule], ...] = (
    ("united-nations", _is_un),
    ("symbol", _is_symbol),
    ("distribution", _is_distribution),
    ("original", _is_original),
    ("language", _is_language),
    ("date", _is_date),
    ("foot", _is_foot),
    ("note", _is_note),
    ("agenda", _is_agenda),
    ("rapporteur", _is_rapporteur),
    ("addendum", _is_addendum),
    ("change", _is_change),
    ("meeting", _is_meeting),
    ("session", _is_session),
    ("title", _is_title),
    ("draft", _is_draft),
    ("type", _is_type),
    ("body", _is_body),
)


# --- facts --------------------------------------------------------------------------------------


def _wrapped(pieces: Sequence[tuple[Role, Piece]], words: Words) -> list[tuple[Role, Piece]]:
    """Pieces with the names of bodies and titles put together that lie on two lines.

    In a masthead whose lines are set apart by blanks, one that follows close and does not begin
    as a body's name does goes on with the line above.
    """
    spaced = any(piece.above > 0 for _, piece in pieces[1:])
    out: list[tuple[Role, Piece]] = []
    for role, piece in pieces:
        if out and role in WRAPPING and out[-1][0] in WRAPPING and _is_rest(piece, spaced, words):
            before = out[-1][1]
            text = f"{before.text} {piece.text}"
            span = Span(before.span.start, piece.span.end, before.span.pages)
            joined = Piece(text, fold_words(text), span, before.above)
            out[-1] = (out[-1][0], joined)
        else:
            out.append((role, piece))
    return out


def _is_rest(piece: Piece, spaced: bool, words: Words) -> bool:  # noqa: FBT001
    if piece.above > 0:
        return False
    return piece.text[0].islower() or (spaced and not piece.folded.startswith(words.bodies))


def _assembled(
    pieces: Sequence[tuple[Role, Piece]], words: Words, furniture: Sequence[Furniture]
) -> Masthead:
    by_role: dict[Role, list[Piece]] = {}
    for role, piece in pieces:
        by_role.setdefault(role, []).append(piece)
    symbol = next((_symbol(p.text) for p in by_role.get("symbol", ())), None)
    symbol = symbol or next(
        (s for f in furniture if f.kind == "head" and (s := _symbol(f.text))), None
    )
    title = _title(pieces)
    return Masthead(
        symbol=symbol,
        distribution=_distribution(by_role, words),
        date=_date(by_role),
        language=_language(by_role, words),
        original_languages=_originals(by_role, words),
        bodies=tuple(p.text for p in _bodies(pieces)),
        session=_session(by_role),
        meeting=_first_meeting(by_role),
        agenda_items=tuple(_agenda(p) for p in by_role.get("agenda", ())),
        title=STAR.sub("", title.text) if title else None,
        addendum=_addendum(symbol, by_role),
        job_number=_job(pieces, furniture),
        rapporteur=next((p.text for p in by_role.get("rapporteur", ())), None),
        lines=tuple(
            MastheadLine(role="title" if p is title else _shown(role), text=p.text, span=p.span)
            for role, p in pieces
        ),
    )


def _shown(role: Role) -> Role:
    return {"title": "subtitle", "type": "subtitle", "draft": "subtitle"}.get(role, role)


def _distribution(by_role: dict[Role, list[Piece]], words: Words) -> Distribution | None:
    for piece in by_role.get("distribution", ()):
        for word in re.findall(r"[^\W\d_]+", piece.folded):
            if word in words.distributions:
                return words.distributions[word]
    return None


def _date(by_role: dict[Role, list[Piece]]) -> dt.date | None:
    return next(
        (d for p in by_role.get("date", ()) if isinstance(d := parse_date(p.text), dt.date)), None
    )


def _language(by_role: dict[Role, list[Piece]], words: Words) -> str | None:
    return next(
        (code for p in by_role.get("language", ()) for code in _named(p.folded, words)), None
    )


def _originals(by_role: dict[Role, list[Piece]], words: Words) -> tuple[str, ...]:
    for piece in by_role.get("original", ()):
        if codes := tuple(dict.fromkeys(_named(piece.folded, words))):
            return codes
    return ()


def _named(folded: str, words: Words) -> list[str]:
    """The codes of the languages that a line names, in its order."""
    found = re.findall(r"[^\W\d_]+", folded)
    return [words.languages[word] for word in found if word in words.languages]


def _session(by_role: dict[Role, list[Piece]]) -> Session | None:
    for piece in by_role.get("session", ()):
        return Session(text=piece.text, number=session_number(piece.text))
    return None


def _first_meeting(by_role: dict[Role, list[Piece]]) -> Meeting | None:
    for piece in by_role.get("meeting", ()):
        return _meeting(piece.text)
    for piece in by_role.get("session", ()):  # الدورة السابعة والأربعون (7-18 تموز/يوليه 2014)
        for found in find_dates(piece.text):
            if isinstance(found.value, DateRange) and found.value.start != found.value.end:
                text = piece.text[found.span.start : found.span.end]
                return Meeting(text=text, start=found.value.start, end=found.value.end)
    return None


def _meeting(text: str) -> Meeting | None:
    """`Vienna, 11–13 September 2019`; `2008年10月8日至17日，维也纳`; the dates alone."""
    for found in find_dates(text):
        value = found.value
        if not isinstance(value, DateRange):
            return None
        around = text[: found.span.start] + text[found.span.end :].rstrip(" *)）")
        place = around.strip(" ,،，*()（）")
        if not PLACE.fullmatch(around) or len(place.split()) > MOST_PLACE_WORDS:
            return None
        if not place and value.start == value.end:
            return None
        return Meeting(text=text, place=place or None, start=value.start, end=value.end)
    return None


def _agenda(piece: Piece) -> AgendaItem:
    """`Agenda items 13 and 115`; `البند 3 (ب)`: the sub-item's letter as Latin, by position."""
    numbers: list[str] = []
    for match in NUMBER.finditer(piece.text):
        number = str(digits(match[1]))
        subs = [_latin(sub) for sub in SUB_ITEM.findall(match[2])]
        numbers += [f"{number} ({sub})" for sub in subs] if subs else [number]
    return AgendaItem(text=piece.text, numbers=tuple(numbers))


def _latin(letter: str) -> str:
    if (position := ARABIC_LETTERS.number(letter)) is not None and not letter.isascii():
        return LATIN_LOWER.mark(position) or letter
    if (position := LATIN_LOWER.number(letter)) is not None:
        return LATIN_LOWER.mark(position) or letter
    return letter


def _addendum(symbol: str | None, by_role: dict[Role, list[Piece]]) -> int | None:
    number = Symbol.parse(symbol).addendum if symbol else None
    return number if number is not None else 0 if "addendum" in by_role else None


def _job(pieces: Sequence[tuple[Role, Piece]], furniture: Sequence[Furniture]) -> str | None:
    """The job number: in the masthead, at the foot of a page, or at the end."""
    texts = [piece.text for role, piece in pieces if role in ("foot", "other")]
    texts += [piece.text for piece in furniture if piece.kind == "foot"]
    for text in texts:
        if match := JOB_NUMBER.search(text):
            return re.sub(r"\s", "", match[1]).translate(PLAIN_DASH)
    return None


def _bodies(pieces: Sequence[tuple[Role, Piece]]) -> list[Piece]:
    """The names above session and title, and those of committees between session and agenda."""
    roles = [role for role, _ in pieces]
    first = min((roles.index(role) for role in BELOW_BODIES if role in roles), default=len(roles))
    agenda = roles.index("agenda") if "agenda" in roles else first
    above = [piece for role, piece in pieces[:first] if role in ("body", "other")]
    below = [piece for role, piece in pieces[first:agenda] if role == "body"]
    return above + below


def _title(pieces: Sequence[tuple[Role, Piece]]) -> Piece | None:
    """The title: a line that is one by its words, else the line that a type or draft goes with."""
    roles = [role for role, _ in pieces]
    start = max((roles.index(r) for r in ("session", "meeting", "agenda") if r in roles), default=0)
    below = [(role, piece) for role, piece in pieces[start:] if role in TITLE_ROLES]
    strong = [piece for role, piece in below if role == "title"]
    if strong:
        return strong[0]
    for i, (role, piece) in enumerate(below):
        if role == "type":
            plain = [p for r, p in below[:i] if r in ("other", "body")]
            return plain[-1] if len(plain) > 1 else piece
        if role == "draft":
            after = [p for r, p in below[i + 1 :] if r in ("other", "body")]
            return after[0] if after else piece
    plain = [piece for role, piece in below if role == "other"]
    return plain[-1] if plain and start else None


# --- words --------------------------------------------------------------------------------------

SHORT = 120
MOST_CELLS = 4
MOST_PLACE_WORDS = 8
ENDING = ("annex", "chapter", "part", "recommendation", "section", "decision")
WRAPPING = ("other", "body", "title", "type")
BELOW_BODIES = ("session", "meeting", "agenda", "title", "type", "draft", "addendum")
TITLE_ROLES = ("title", "type", "draft", "other", "body")
CONNECTORS = frozenset(map(fold_words, ("and", "et", "y", "e", "и", "و", "和", "a")))
EASTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
PLAIN_DASH = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


def _words(grammar: Grammar) -> Words:
    """The words of the document's language, and for the corner block those of all languages."""
    own = grammar.lexicon.masthead
    every = [lexicon.masthead for lexicon in LEXICONS.values()]
    return Words(
        grammar=grammar,
        united_nations=frozenset(_folded(name for words in every for name in words.united_nations)),
        distribution=_opening(word for words in every for word in words.distribution),
        distributions={fold_words(w): v for words in every for w, v in words.distributions},
        original=_opening((word for words in every for word in words.original), colon=True),
        languages={fold_words(w): code for words in every for w, code in words.languages},
        only=frozenset(_folded(word for words in every for word in words.language_only)),
        session=_folded(own.session),
        agenda=_folded(own.agenda),
        agenda_item=_folded(own.agenda_item),
        titles=_folded(own.titles),
        types=_folded(own.types),
        drafts=_folded(own.drafts),
        title_endings=_folded(own.title_endings),
        addendum=frozenset(_folded(own.addendum)),
        changes=_folded(own.changes),
        rapporteur=_folded(own.rapporteur),
        bodies=_folded(own.bodies),
    )


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(fold_words, words))


def _opening(words: Iterable[str], *, colon: bool = False) -> re.Pattern[str]:
    names = "|".join(sorted({re.escape(word.rstrip(".")) for word in words}, key=len, reverse=True))
    after = r"\s*[:：]\s*" if colon else r"\b\s*\.?\s*[:：]?\s*"
    return re.compile(rf"(?<!\w)(?:{names}){after}", re.IGNORECASE)
