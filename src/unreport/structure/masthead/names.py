"""Names of the masthead that lie on several lines: of bodies, titles, the sponsors of a draft."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unreport.languages.dates import find_dates
from unreport.languages.session_ordinals import session_number
from unreport.structure.markers.marker import MarkedLine
from unreport.structure.masthead.lines import (
    ALONE,
    CORNER,
    SPONSORS,
    TITLED,
    WRAPPING,
    Role,
    Segment,
    joined,
    read_meeting,
    role_of,
    segments_of,
)
from unreport.structure.masthead.words import MastheadWords
from unreport.text.folding import fold_initial, fold_words

COMMA = re.compile(r"[,،，、]")
SESSION_LINE_START = 3  # words, among which a session line has its number
MOST_NAME_LINES = 30  # the names of all sponsors of a draft
LONGEST_CORNER = 120  # characters of a line


def name_lines(lines: Sequence[MarkedLine], at: int, words: MastheadWords) -> Sequence[MarkedLine]:
    """The lines of one name, where the page shows that it runs over several; else one line.

    A line of the corner block is never part of a name, and a session line is whole.
    """
    if lines[at].ends is None:
        return lines[at : at + max(1, _sponsor_line_count(lines, at, words))]
    if lines[at].ends:
        return lines[at : at + 1]
    roles = {role_of(segment, words) for segment in segments_of(lines[at : at + 1], words)}
    if not roles <= set(WRAPPING):
        return lines[at : at + 1]
    end = at + 1
    while (
        end < len(lines)
        and lines[end - 1].ends is False
        and lines[end].role == lines[at].role == "body"
        and end - at < MOST_NAME_LINES
        and not _is_corner(lines[end - 1], words)
        and not _is_corner(lines[end], words)
        and not _stands_alone(lines[end - 1], lines[end], words)
    ):
        end += 1
    return lines[at:end]


def _sponsor_line_count(lines: Sequence[MarkedLine], at: int, words: MastheadWords) -> int:
    """How many lines of a text name the sponsors of a draft, `: draft resolution` at the end; or 0.

    Names stand between commas; each begins in upper case where the script has it.
    """
    text = ""
    if COMMA.search(lines[at].text) is None:
        return 0
    for count, line in enumerate(lines[at : at + MOST_NAME_LINES], 1):
        names = [name.strip() for name in COMMA.split(line.text)]
        listed = len(names) > 1 and not any(name[:1].islower() for name in names)
        if not listed and not text:
            return 0
        goes_on = listed or COMMA.search(text[-1:]) is not None
        text = f"{text} {line.text}".strip()
        tail = text[-LONGEST_CORNER:]
        if _ends_in_draft(tail, words):
            return count if SPONSORS.search(tail) else 0
        if not goes_on:
            return 0
    return 0


def _ends_in_draft(text: str, words: MastheadWords) -> bool:
    """Whether a text ends in the name of a draft; most do not end in its last letter."""
    last = fold_initial(text.rstrip(" *")[-1:])
    if last and last not in words.last_letters_of_drafts:
        return False
    return fold_words(text).rstrip(" *").endswith(words.drafts)


def _is_corner(line: MarkedLine, words: MastheadWords) -> bool:
    return len(line.text) <= LONGEST_CORNER and any(
        role_of(segment, words) in CORNER for segment in segments_of((line,), words)
    )


def _stands_alone(above: MarkedLine, line: MarkedLine, words: MastheadWords) -> bool:
    """Whether a line is the place and date, the agenda item or the rapporteur below a whole name.

    Bold lines of a masthead look like those of one heading.
    """
    if len(line.text) > LONGEST_CORNER:
        return False
    opening = segments_of((line,), words)[:1]
    if not any(_is_alone(role_of(segment, words), segment) for segment in opening):
        return False
    return not any(_is_cut(segment, words) for segment in segments_of((above,), words)[-1:])


def join_wrapped(
    segments: Sequence[tuple[Role, Segment]], words: MastheadWords
) -> list[tuple[Role, Segment]]:
    """Segments with the names of bodies and titles put together that lie on two lines.

    Where the page shows that a line goes on, it does; elsewhere, in a masthead whose lines are set
    apart by blanks, one that follows close and does not begin as a body's name does goes on with
    the line above.
    """
    spaced = any(segment.above > 0 for _, segment in segments[1:])
    out: list[tuple[Role, Segment]] = []
    for role, segment in segments:
        above = out[-1] if out else None
        if above and _goes_on((role, segment), above, words, spaced=spaced):
            whole = joined(above[1], segment)
            out[-1] = (_role_of_joined(above[0], whole, words), whole)
        else:
            out.append((role, segment))
    return out


def _role_of_joined(above: Role, whole: Segment, words: MastheadWords) -> Role:
    """The role of two lines: `New York, 25 October - 1 November | 2011` tells it by its year."""
    dated = above == "other" and whole.text[-1:].isdecimal()
    return "meeting" if dated and role_of(whole, words) == "meeting" else above


def _goes_on(
    found: tuple[Role, Segment],
    above: tuple[Role, Segment],
    words: MastheadWords,
    *,
    spaced: bool,
) -> bool:
    role, segment = found
    if above[0] not in WRAPPING:
        return False
    if above[1].goes_on and role not in CORNER:
        return not _is_alone(role, segment) or _is_cut(above[1], words)
    if segment.above > 0:
        return False
    if role in ("session", "body", "other") and _ends_in_function_word(above[1], words):
        return True
    if role == "session" and above[0] in TITLED:  # … | Advice on its forty-ninth session
        return session_number(" ".join(segment.text.split()[:SESSION_LINE_START])) is None
    if role == "date":  # Resolution adopted by the General Assembly | on 26 February 2024
        found_date = next(find_dates(segment.text), None)  # none in `/4 February 2026`
        return not spaced and found_date is not None and found_date.span.start > 0
    if role not in ("other", "body"):
        return False
    return segment.text[0].islower() or (spaced and not segment.folded.startswith(words.bodies))


def _is_alone(role: Role, segment: Segment) -> bool:
    """Whether a line with a role is one of its own; dates alone may be those of a title."""
    if role == "meeting":
        meeting = read_meeting(segment.text)
        return meeting is not None and meeting.place is not None
    return role in ALONE


def _is_cut(segment: Segment, words: MastheadWords) -> bool:
    """Whether a name cannot end where a segment does: `Report of the meeting held in`."""
    return COMMA.match(segment.text[-1:]) is not None or _ends_in_function_word(segment, words)


def _ends_in_function_word(segment: Segment, words: MastheadWords) -> bool:
    """`Provisional agenda for the 7229th meeting of the`: no name ends in an article."""
    last = segment.folded.rpartition(" ")[2]
    return last in words.function_words
