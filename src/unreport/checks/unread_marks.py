"""Checks of texts that open with the mark of something else: a paragraph, heading, note or page.

Their marks have a printed form that was not recognized, so they are kept as text without a number.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

import regex

from unreport.checks.subject import Finding, Subject
from unreport.languages import LEXICONS
from unreport.languages.plain_dates import opens_with_day
from unreport.text.folding import fold_words
from unreport.text.number_sequences import Candidate, counting_sequences

# 12)  (12)  [12]  § 12.  Para. 12.  12 Text
NUMBER = regex.compile(
    r"(?P<before>(?:\p{L}{1,12}\.\s)?[^\p{L}\p{N}\s]{0,2})\s?(?P<number>\p{Nd}{1,4})"
    r"(?P<after>\s?[^\p{L}\p{N}\s]{0,3})(?=\s|\p{L}|$)"
)
# II  Work   (II) Work
CHAPTER = regex.compile(r"[^\p{L}\p{N}\s]{0,2}[IVX]{2,6}[^\p{L}\p{N}\s]{0,3}\s+[\p{Lu}\p{Lo}]")
# ① See   [^1]: See   ^1 See   {1} See   <1> See   [fn1] See
NOTE = regex.compile(
    r"(?:[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+|[\u2460-\u2473\u3251-\u325f]"
    r"|\[(?:\^|fn)\p{Nd}{1,3}\]:?|[\^*]\p{Nd}{1,3}|[{<]\p{Nd}{1,3}[}>])\s*[\p{L}«“\"„]"
)
# Note 1: See   (note 1) See   fn. 1 See
LABELLED_NOTE = regex.compile(
    r"[\[(（]?(\p{L}{1,12}(?:\s\p{L}{1,5}){0,3})\.?\s?\p{Nd}{1,3}[\])）.:：]{0,2}\s*[\p{L}«“\"„]"
)
NOTE_LABELS = frozenset(
    fold_words(label) for lexicon in LEXICONS.values() for label in lexicon.note_labels
)
# text{1}  text.^1  text[fn 1]  text[[1]]  text<sup>1</sup>
NOTE_CALL = regex.compile(
    r"(?<=\p{L}{2}|[.,;:)”»\"、。，；：）])(?:\^\p{Nd}{1,3}|\{\p{Nd}{1,3}\}|<\p{Nd}{1,3}>"
    r"|\[\^\p{Nd}{1,3}\]|\[\[\p{Nd}{1,3}\]\]|<sup>\p{Nd}{1,3}</sup>|\s?[\[(]fn\.?\s?\p{Nd}{1,3}[\])])"
)
# 2  - 2 -  /2/  iii
PAGE = regex.compile(r"[^\p{L}\p{N}\s]{0,3}\s?(?:\p{Nd}{1,3}|[ivx]{1,6})\s?[^\p{L}\p{N}\s]{0,3}")
FEWEST = 3  # numbers that count tell that they may be those of paragraphs
FIRST_YEAR = 1900
LONGEST_TITLE = 120
LONGEST_PAGE = 14
SHORTEST = 15  # characters of a sentence
SENTENCE_ENDS = ".;:?。；：؛؟？"
STOPS = ".;:。；：؛"


def number_unread(subject: Subject) -> Iterator[Finding]:
    """`Para. 12.`, `Para. 13.`, `Para. 14.` at the heads of texts without a number."""
    texts = subject.unnumbered
    candidates = (found for at, text in enumerate(texts) if (found := _candidate(at, text.text)))
    for sequence in counting_sequences(candidates):
        if len(sequence) >= FEWEST and _are_sentences(texts[found.at].text for found in sequence):
            for found in sequence:
                message = f"This text opens with {found.marker}, which may be a paragraph's number."
                yield message, texts[found.at].span


def _are_sentences(texts: Iterable[str]) -> bool:
    """Whether most texts end as sentences do or lead to lists; rows of charts and dates do not."""
    ended = [text[-1] in SENTENCE_ENDS and len(text) >= SHORTEST for text in texts]
    return 2 * sum(ended) > len(ended)


def _candidate(at: int, text: str) -> Candidate | None:
    match = NUMBER.match(text)
    if match is None or not 0 < int(match["number"]) < FIRST_YEAR:
        return None
    form = f"{match['before']}#{match['after']}".replace(" ", "")
    if form == "#" and opens_with_day(text):  # `1 January 2020`
        return None
    return Candidate(at, int(match["number"]), form, match[0].strip(), match.end())


def heading_unread(subject: Subject) -> Iterator[Finding]:
    """`II/ Work of the stations` as text, or as a heading without a number."""
    titles = [(title.title, title.span) for title in subject.report.sections if not title.marker]
    texts = [(text.text, text.span) for text in subject.unnumbered]
    for text, span in (*titles, *texts):
        short = len(text) <= LONGEST_TITLE and not text.endswith(tuple(STOPS))
        if short and CHAPTER.match(text):
            yield "This text may be a numbered heading: it opens with a roman numeral.", span


def note_unread(subject: Subject) -> Iterator[Finding]:
    """`[^1]: See A/80/50.` as text; any text right below a rule, where notes stand."""
    texts = subject.unnumbered
    starts = [text.span.start for text in texts]
    below = {
        bisect_left(starts, piece.span.end)
        for piece in subject.report.furniture
        if piece.kind == "rule"
    }
    notes = sorted(note.span.start for note in subject.report.footnotes)
    for at, text in enumerate(texts):
        above = starts[at - 1] if at else 0
        ruled = at in below and _none_between(notes, above, text.span.start)
        if NOTE.match(text.text) or _opens_with_label(text.text):
            yield "This text may be a footnote: it opens with the mark of one.", text.span
        elif ruled and NUMBER.match(text.text):
            yield "This text may be a footnote: it stands below a rule.", text.span
    for text in subject.paragraphs:
        if found := NOTE_CALL.search(text.text):
            yield f"{found[0]} may be the call of a footnote.", text.span


def _opens_with_label(text: str) -> bool:
    """Whether a text opens as `Note 1: See A/80/50.` does."""
    found = LABELLED_NOTE.match(text)
    return found is not None and fold_words(found[1]) in NOTE_LABELS


def _none_between(places: list[int], start: int, end: int) -> bool:
    return bisect_left(places, start) == bisect_left(places, end)


def page_number_unread(subject: Subject) -> Iterator[Finding]:
    """`iii` or `/2/` alone, kept as a text."""
    if subject.report.source.media_type != "text/plain":
        return
    for text in subject.unnumbered:
        if len(text.text) <= LONGEST_PAGE and PAGE.fullmatch(text.text):
            yield f"This text is {text.text} alone, which may be a page number.", text.span
