"""Aligned segments as a translation memory in TMX 1.4 (Translation Memory eXchange, LISA 2005)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

import regex

from unreport.series.versions.align import Alignment
from unreport.series.versions.links import UNCERTAIN
from unreport.series.versions.segments import PAIR, Segment, segments

NOT_IN_XML = regex.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'


def to_tmx(alignment: Alignment, *, least_score: float = UNCERTAIN) -> str:
    """The segments of an alignment as TMX, without nodes whose score is below `least_score`.

    Each unit has properties: the key and kind of its node (`x-key`, `x-kind`), how many sentences
    each language has (`x-match`: `1-1`, `1-2`), and its score, 0 to 1 (`x-score`).

    >>> from unreport.parse import parse_text
    >>> from unreport.series.versions.align import align
    >>> texts = "1. The Committee met. It closed.", "1. Le Comité s’est réuni. Il a clos."
    >>> tmx = to_tmx(align(map(parse_text, texts)))
    >>> tmx.count("<tu "), tmx.count('<tuv xml:lang="fr">')
    (2, 2)
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        DOCTYPE,
        '<tmx version="1.4">',
        _header(alignment),
        "<body>",
        *(line for one in segments(alignment) for line in _unit(one, alignment, least_score)),
        "</body>",
        "</tmx>",
    ]
    return "\n".join(lines) + "\n"


def _header(alignment: Alignment) -> str:
    from unreport import __version__  # noqa: PLC0415  the package imports this module

    attributes = {
        "creationtool": "unreport",
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": "unreport",
        "adminlang": "en",
        "srclang": alignment.pivot,
        "datatype": "plaintext",
    }
    return f"<header {' '.join(f'{name}={quoteattr(text)}' for name, text in attributes.items())}/>"


def _unit(segment: Segment, alignment: Alignment, least_score: float) -> Iterator[str]:
    texts = {
        language: clean
        for language, text in zip(alignment.languages, segment.texts, strict=True)
        if text and (clean := NOT_IN_XML.sub(" ", text).strip())
    }
    if len(texts) < PAIR or segment.score < least_score:
        return
    yield f"<tu tuid={quoteattr(f'{segment.key}#{segment.order}')}>"
    yield f'<prop type="x-key">{escape(segment.key)}</prop>'
    yield f'<prop type="x-kind">{escape(segment.kind)}</prop>'
    yield f'<prop type="x-match">{segment.match}</prop>'
    yield f'<prop type="x-score">{segment.score:.3f}</prop>'
    for language, text in texts.items():
        yield f'<tuv xml:lang="{language}"><seg>{escape(text)}</seg></tuv>'
    yield "</tu>"
