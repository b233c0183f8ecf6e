"""Rows to text in logical order, with evidence on the fonts from the whole document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from unreport.readers.pdf.bidi.arabic_evidence import (
    ARABIC,
    LONGEST_ARTICLE,
    MIN_SCORE,
    direction_score,
    ligature_order,
    reversed_clusters,
)
from unreport.readers.pdf.bidi.baselines.letter_kinds import (
    CLASS_FLAGS,
    OPEN_LIGATURE,
    REMOVED_KASHIDA,
    REPEATED_MARKS,
    REPLACED,
)
from unreport.readers.pdf.bidi.baselines.logical_row import (
    ColumnLogicalRow,
    TextRow,
    TokenLogicalRow,
)
from unreport.readers.pdf.bidi.baselines.token_row import ColumnTokens, TokenRow
from unreport.readers.pdf.bidi.brackets import expected_brackets
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.letters import MIRRORED, PRESENTATION_FORMS, TATWEEL, BidiClass
from unreport.readers.pdf.bidi.logical_order import (
    Alternative,
    Context,
    Reading,
    reversed_reading,
    words_right_to_left,
)
from unreport.readers.pdf.bidi.mirrored_characters import logical_brackets, mirror_signs
from unreport.readers.pdf.bidi.order.content_order import drawn_order, inversions
from unreport.readers.pdf.bidi.order.order_alternatives import open_alternative
from unreport.readers.pdf.bidi.order.order_evidence import unclosed_brackets
from unreport.readers.pdf.bidi.order.order_proof import logical_reading
from unreport.readers.pdf.spelling.row_spelling import is_plausible

RIGHT_TO_LEFT: frozenset[BidiClass] = frozenset({"R", "AN"})
LEFT_TO_RIGHT: frozenset[BidiClass] = frozenset({"L", "EN", "AN"})
KASHIDA = re.compile(
    rf"(?<=[\u0621-\u0652]){TATWEEL}+(?=[\u0621-\u0652])"
    rf"|(?<=[A-Za-z]\)){TATWEEL}(?= )|(?<=[A-Za-z]){TATWEEL}(?= )"  # LibreOffice: `(EU)ـ No`
    rf"|(?<=\S)(?P<last>{TATWEEL})(?![\u0621-\u0652\u0640])"
)
MOST_OF_KASHIDA = 0.5  # of its width
PUNCTUATION_AT_RIGHT = re.compile("[\u0621-\u064a][،.؛](?: |$)")
PUNCTUATION_AT_LEFT = re.compile("(?:^| )[،.؛][\u0621-\u064a]")


# --- evidence -------------------------------------------------------------------------------------


def collect_evidence(rows: list[TokenRow], evidence: Evidence) -> None:
    """Read each row once and record what it shows about the fonts."""
    before: BidiClass = "S"
    opened = ""
    for row_tokens, after in zip(rows, _following_strong(rows), strict=True):
        if isinstance(row_tokens, ColumnTokens) and row_tokens.text is not None:
            if row_tokens.has_brackets:
                _vote_brackets(row_tokens, _left_to_right_reading(row_tokens), evidence)
            before, opened = row_tokens.last_strong, ""
            continue
        _reorder(row_tokens, Context(before, after, opened), evidence)
        opened = _left_open(row_tokens, opened)
        _vote_brackets(row_tokens, row_tokens.reading, evidence)
        _vote_ligatures(row_tokens, evidence)
        _record_separate_marks(row_tokens, evidence)
        before = _last_strong(row_tokens)


def _record_separate_marks(row_tokens: TokenRow, evidence: Evidence) -> None:
    """ToUnicode may map a base glyph to its first use: `أ` for an alef that is also drawn bare.

    Not if it is a presentation form, which is that of the glyph: then the mark is another one.
    """
    if not row_tokens.kinds & REPEATED_MARKS:
        return
    for cluster in [c for c in row_tokens.clusters if c is not None and c.repeated_marks]:
        text = evidence.unicode_map(cluster.font).get(cluster.code, "")
        if PRESENTATION_FORMS.fullmatch(text):
            cluster.is_uncertain = True
            continue
        marks = evidence.separate_marks.setdefault((cluster.font, cluster.code), set())
        marks.update(cluster.repeated_marks)


def _following_strong(rows: list[TokenRow]) -> list[str]:
    """For each row the direction of the first strong character, or number, of the next row."""
    firsts = [_first_strong(row_tokens) for row_tokens in rows]
    return [*firsts[1:], ""][: len(rows)]


def _first_strong(row_tokens: TokenRow) -> str:
    if isinstance(row_tokens, ColumnTokens) and "R" not in row_tokens.classes:
        return "L" if row_tokens.classes & {"L", "EN"} else ""
    tokens = reversed(row_tokens.tokens) if row_tokens.base == "R" else row_tokens.tokens
    classes = (token.bidi_class for token in tokens)
    found = next((bidi_class for bidi_class in classes if bidi_class in {"R", "L", "EN"}), "")
    return "R" if found == "R" else "L" if found else ""


def _left_open(row_tokens: TokenRow, opened: str) -> str:
    """The brackets that are open after a row."""
    if not row_tokens.brackets or row_tokens.reading is None:
        return opened
    chosen = row_tokens.brackets
    own = "".join([chosen.get(i, "") for i in row_tokens.reading.order])
    return unclosed_brackets(own, opened)


def _reorder(row_tokens: TokenRow, context: Context, evidence: Evidence) -> None:
    row_tokens.read_with = context, _bracket_shapes(row_tokens, evidence)
    reading = _reading_of_one_direction(row_tokens)
    if reading is not None:
        row_tokens.reading = reading
        row_tokens.brackets = logical_brackets(row_tokens, reading, evidence)
        return
    if row_tokens.unreordered:
        row_tokens.reading = _unreordered_reading(row_tokens)
    else:
        drawn = drawn_order(row_tokens)
        row_tokens.reading = logical_reading(
            row_tokens.tokens,
            row_tokens.base,
            _own_context(row_tokens, context),
            _characters(row_tokens, evidence),
            lambda reading: inversions(reading, drawn),
        )
    row_tokens.brackets = logical_brackets(row_tokens, row_tokens.reading, evidence)


def _reorder_if_known_better(row_tokens: TokenRow, context: Context, evidence: Evidence) -> None:
    """Read a row again, if more is known of its brackets, or of what stands around it."""
    if row_tokens.read_with != (context, _bracket_shapes(row_tokens, evidence)):
        _reorder(row_tokens, context, evidence)


def _bracket_shapes(row_tokens: TokenRow, evidence: Evidence) -> list[object]:
    """All that the reading of a row takes from the evidence on fonts."""
    if not row_tokens.has_brackets:
        return []
    places = [at for at, token in enumerate(row_tokens.tokens) if token.char in MIRRORED]
    brackets = [cluster for cluster in map(row_tokens.cluster_at, places) if cluster is not None]
    as_is, mirrored = evidence.rtl_brackets
    return [mirrored > as_is, *map(evidence.bracket_shape, brackets)]


def _own_context(row_tokens: TokenRow, context: Context) -> Context:
    """What stands before a row, without what says nothing about its order."""
    if context.before in {"R", "L"} and row_tokens.classes & {"R", "AN", "EN"}:
        return context
    return context._replace(before="")


def _characters(row_tokens: TokenRow, evidence: Evidence) -> Callable[[Reading], list[str]]:
    """A function that gives the characters of a reading in logical order."""

    def chars(reading: Reading) -> list[str]:
        chosen = logical_brackets(row_tokens, reading, evidence)
        return [chosen.get(i, row_tokens.tokens[i].char) for i in reading.order]

    return chars


def _reading_of_one_direction(row_tokens: TokenRow) -> Reading | None:
    """The reading of a row in which all runs in the direction of the row, if it is one."""
    if row_tokens.unreordered:
        return None
    if row_tokens.base == "L" and not row_tokens.classes & RIGHT_TO_LEFT:
        return _left_to_right_reading(row_tokens)
    if row_tokens.base == "R" and not row_tokens.classes & LEFT_TO_RIGHT:
        return reversed_reading(row_tokens.tokens)
    return None


def _left_to_right_reading(row_tokens: TokenRow) -> Reading:
    """The reading of a row in which all runs from left to right."""
    count = len(row_tokens.tokens)
    return Reading(tuple(range(count)), (False,) * count, proved=True)


def _last_strong(row_tokens: TokenRow) -> BidiClass:
    order = row_tokens.reading.order if row_tokens.reading else ()
    for i in reversed(order):
        if row_tokens.tokens[i].bidi_class in {"R", "L"}:
            return row_tokens.tokens[i].bidi_class
    return "S"


def _vote_brackets(row_tokens: TokenRow, reading: Reading | None, evidence: Evidence) -> None:
    if reading is None or not row_tokens.has_brackets:
        return
    for at, logical in expected_brackets(row_tokens.tokens, reading.order).items():
        cluster = row_tokens.cluster_at(at)
        if cluster is None or cluster.from_actual_text or cluster.text not in MIRRORED:
            continue
        shape = MIRRORED[logical] if reading.rtl[at] else logical
        votes = evidence.brackets.setdefault((cluster.font, cluster.code, cluster.text), [0, 0])
        votes[shape != cluster.text] += 1
        if reading.rtl[at]:
            evidence.rtl_brackets[shape != cluster.text] += 1


def _vote_ligatures(row_tokens: TokenRow, evidence: Evidence) -> None:
    reading = row_tokens.reading
    if reading is None or not row_tokens.kinds & OPEN_LIGATURE:
        return
    kinds, clusters, order = row_tokens.letter_kinds, row_tokens.clusters, reading.order
    for at in [at for at, place in enumerate(order) if kinds[place] & OPEN_LIGATURE]:
        before = ""
        for other in reversed(order[max(0, at - LONGEST_ARTICLE) : at]):
            letter = clusters[other]
            if letter is None or not kinds[other] & CLASS_FLAGS["R"]:
                break
            before = letter.text + before
        ligature = clusters[order[at]]
        if ligature is None:
            continue
        found = ligature_order(ligature.text, before)
        if kinds[order[at]] & REPLACED:
            evidence.actual_text_order += found
        else:
            evidence.ligatures[ligature.font] += found


# --- text -----------------------------------------------------------------------------------------


def logical_rows(rows: list[TokenRow], evidence: Evidence) -> list[TextRow]:
    """The text in logical order of rows from which evidence has been collected."""
    out: list[TextRow] = []
    before: BidiClass = "S"
    opened = ""
    for row_tokens, after in zip(rows, _following_strong(rows), strict=True):
        if isinstance(row_tokens, ColumnTokens) and _shows_its_text(row_tokens, evidence):
            before, opened = row_tokens.last_strong, ""
            out.append(ColumnLogicalRow(row_tokens, proved=is_plausible(row_tokens.text or "")))
            continue
        context = Context(before, after, opened)
        if row_tokens.brackets or row_tokens.reading is None:
            _reorder_if_known_better(row_tokens, context, evidence)
        opened = _left_open(row_tokens, opened)
        row_tokens.brackets |= mirror_signs(row_tokens, evidence)
        before = _last_strong(row_tokens)
        restored = _logical_row(row_tokens, evidence)
        restored.alternative = _other_order(row_tokens, context, evidence)
        out.append(restored)
    return out


def _other_order(row_tokens: TokenRow, context: Context, evidence: Evidence) -> Alternative | None:
    """Another order of a row that looks alike on the page and that no evidence excludes."""
    if row_tokens.classes.isdisjoint(LEFT_TO_RIGHT):
        return None
    chars = _characters(row_tokens, evidence)
    return open_alternative(row_tokens, _own_context(row_tokens, context), chars)


def _shows_its_text(row_tokens: ColumnTokens, evidence: Evidence) -> bool:
    """Whether the text of a row from left to right is that of its glyphs, brackets included."""
    if row_tokens.text is None or evidence.separate_marks:
        return False
    if not row_tokens.has_brackets:
        return True
    if not any(evidence.rtl_brackets) and row_tokens.column_row.columns.shows_brackets:
        return True
    reading = _left_to_right_reading(row_tokens)
    return all(
        cluster is not None and cluster.text == char
        for at, char in logical_brackets(row_tokens, reading, evidence).items()
        for cluster in (row_tokens.cluster_at(at),)
    )


def _logical_row(row_tokens: TokenRow, evidence: Evidence) -> TokenLogicalRow:
    reading = row_tokens.reading or Reading((), (), proved=True)
    places: Sequence[int] = reading.order
    pieces = _pieces(row_tokens, places, evidence)
    for i, char in row_tokens.brackets.items():
        pieces[places.index(i)] = char
    whole = "".join(pieces)
    if len(whole) != len(places) or "" in pieces:
        places = [place for piece, place in zip(pieces, places, strict=True) for _ in piece]
    if TATWEEL in whole:
        places = [*places]
        for start, end in reversed([*_kashidas(whole, row_tokens, places)]):
            whole = whole[:start] + whole[end:]
            del places[start:end]
    proved = reading.proved and not row_tokens.is_ambiguous and is_plausible(whole)
    return TokenLogicalRow(row_tokens, whole, places, proved=proved)


def _pieces(row_tokens: TokenRow, order: Sequence[int], evidence: Evidence) -> list[str]:
    """The text of each token in logical order; the letters of ligatures in theirs."""
    texts = row_tokens.texts
    pieces = [texts[i] for i in order]
    is_reordered = row_tokens.has_ligatures and evidence.reorders_ligatures()
    if not (is_reordered or evidence.separate_marks or row_tokens.kinds & REMOVED_KASHIDA):
        return pieces
    clusters = row_tokens.clusters
    return [" " if (c := clusters[i]) is None else _cluster_text(c, evidence) for i in order]


def _kashidas(text: str, row: TokenRow, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where the text has kashidas that justify its row.

    LibreOffice draws some after the last letter of a word, over the most part of it, where they
    lengthen nothing; a tatweel of the author stands beside its letter: `ال\u0640 15`.
    """
    for found in KASHIDA.finditer(text):
        start, end = found.span()
        beside = row.clusters[places[start]], row.clusters[places[start - 1]]
        if not found["last"] or _lies_over(*beside):
            yield start, end


def _lies_over(kashida: Cluster | None, letter: Cluster | None) -> bool:
    """Whether a kashida covers the greater part of its own width on the letter at its right."""
    if kashida is None or letter is None or kashida is letter or kashida.y != letter.y:
        return False
    width, shared = kashida.x1 - kashida.x0, kashida.x1 - letter.x0
    return MOST_OF_KASHIDA * width < shared <= width


def _cluster_text(cluster: Cluster, evidence: Evidence) -> str:
    if cluster.is_kashida:
        return ""
    if len(cluster.text) == 1 and not evidence.separate_marks:
        return cluster.text
    if cluster.from_actual_text:
        is_reversed = cluster.bidi_class == "R" and evidence.has_reversed_actual_text()
        return reversed_clusters(cluster.text) if is_reversed else cluster.text
    text = _without_separate_marks(cluster, evidence)
    if cluster.is_ordered:
        return text
    if cluster.bidi_class == "R" and evidence.is_visual_order(cluster.font):
        return reversed_clusters(text)
    return text


def _without_separate_marks(cluster: Cluster, evidence: Evidence) -> str:
    """A letter without the marks of its text that neither its glyph nor another one draws."""
    separate = evidence.separate_marks.get((cluster.font, cluster.code))
    undrawn = separate.difference(cluster.repeated_marks) if separate else None
    if not undrawn:
        return cluster.text
    plain = unicodedata.normalize("NFD", cluster.text)
    return unicodedata.normalize("NFC", "".join(char for char in plain if char not in undrawn))


def mark_unreordered_rows(rows: list[TokenRow]) -> None:
    """Mark Arabic rows drawn left to right in logical order, as in OCR layers.

    The spelling of a page's words decides; whether words too are ordered from left to right, the
    sides of its commas decide.
    """
    rtl_rows = [row_tokens for row_tokens in rows if row_tokens.base == "R"]
    from_left = ["".join([token.char for token in row.tokens]) for row in rtl_rows]
    text = " ".join(from_left)
    score = direction_score(text)
    if not ARABIC.search(text) or score < MIN_SCORE:
        return
    at_right = len(PUNCTUATION_AT_RIGHT.findall(text)) - len(PUNCTUATION_AT_LEFT.findall(text))
    for row_tokens in rtl_rows:
        row_tokens.unreordered = "row" if at_right >= 0 else "word"


def _unreordered_reading(row_tokens: TokenRow) -> Reading:
    if row_tokens.unreordered == "row":
        return _left_to_right_reading(row_tokens)
    return words_right_to_left(row_tokens.tokens)
