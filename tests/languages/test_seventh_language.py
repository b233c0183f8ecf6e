"""A seventh language is a data file and nothing else: German, put beside the six."""

import datetime as dt
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from unreport import parse_text
from unreport.languages import (
    LEXICONS,
    citation_patterns,
    citations,
    date_grammars,
    dates,
    plain_dates,
)
from unreport.languages import session_ordinals as sessions
from unreport.languages.lexicon import (
    ROMAN_UPPER,
    CitationWords,
    DateWords,
    SessionOrdinals,
    Unit,
    spellout,
)
from unreport.structure.masthead.words import masthead_words

GERMAN = replace(
    LEXICONS["en"],
    language="de",
    name="German",
    stop_words=("der", "die", "und", "das", "von", "den", "ist", "auf", "mit", "im"),
    units=(Unit(kind="annex", names=("Anlage",), systems=(ROMAN_UPPER,), number_optional=True),),
    continued=("Fortsetzung",),
    dates=DateWords(
        months=(
            ("Januar", "Jänner"),
            ("Februar",),
            ("März",),
            ("April",),
            ("Mai",),
            ("Juni",),
            ("Juli",),
            ("August",),
            ("September",),
            ("Oktober",),
            ("November",),
            ("Dezember",),
        ),
        paired_months=False,
        ordinal_indicators=(".",),
        prepositions=(),
        range_words=("bis",),
        conjunctions=("und",),
        leading_words=("vom", "am", "der", "den"),
        trailing_words=(),
        field_suffixes=(),
    ),
    sessions=SessionOrdinals(
        systems=(
            spellout(
                "german-ordinals",
                "erste, zweite, dritte, vierte, fünfte, sechste, siebte, achte, neunte, zehnte",
                endings=(("e", "er en"),),
            ),
        ),
        ordinal_indicators=(".",),
        prefix="",
        nouns=("Tagung",),
    ),
    citations=CitationWords(
        resolution=("Resolution", "Resolutionen"),
        decision=("Beschluss", "Beschlüsse"),
        proclitics=(),
        numero_words=("Nr.",),
        max_words_between=4,
        number_prefix="",
        number_suffixes=(),
        conjunctions=("und", ","),
        range_words=("bis",),
        session_prefixes=(),
    ),
)
BUILT = (
    date_grammars.grammars,
    date_grammars._day_first_pattern,
    plain_dates.plain_dates,
    sessions._grammar,
    sessions._ordinals_of,
    citation_patterns.noun_forms,
    citation_patterns.number_patterns,
    citation_patterns.shared_suffix,
    masthead_words,
)


@pytest.fixture(autouse=True)
def german(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(LEXICONS, "de", GERMAN)
    for built in BUILT:
        built.cache_clear()
    yield
    monkeypatch.undo()
    for built in BUILT:
        built.cache_clear()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("12. März 2019", dt.date(2019, 3, 12), dt.date(2019, 3, 12)),
        ("11.-13. Oktober 2019", dt.date(2019, 10, 11), dt.date(2019, 10, 13)),
        ("vom 30. Mai bis 1. Juni 2012", dt.date(2012, 5, 30), dt.date(2012, 6, 1)),
        ("8. und 9. Dezember 2020", dt.date(2020, 12, 8), dt.date(2020, 12, 9)),
        ("12 September 2019", dt.date(2019, 9, 12), dt.date(2019, 9, 12)),
    ],
)
def test_dates(text: str, start: dt.date, end: dt.date) -> None:
    assert dates.parse_date_range(text) == dates.DateRange(start, end)


def test_sessions() -> None:
    assert sessions.session_number("Siebte Tagung") == 7
    assert sessions.session_number("auf ihrer neunten Tagung") == 9
    assert sessions.session_number("57. Tagung") == 57


def test_citations() -> None:
    text = (
        "Beschluss 71/538 und Resolutionen der Generalversammlung 70/1 und 71/2; A/70/1 und Corr.1"
    )

    names = [cited.name for cited in citations.find_symbols(text)]

    assert names == ["71/538", "70/1", "71/2", "A/70/1", "A/70/1/Corr.1"]


REPORT = """\
I. Einleitung (Fortsetzung)

1. Die Arbeitsgruppe hat ihre Tagung vom 11. bis 13. Oktober 2019 abgehalten und berichtet
von den folgenden Fragen: (a) den Fragen der Grenzen; (b) der Hilfe im Zeugenschutz.

Anlage II

Liste der Dokumente

1. Das ist die Liste der Dokumente.
"""


def test_a_report() -> None:
    report = parse_text(REPORT)

    assert report.language == "de"
    assert [(s.kind, s.number, s.title, s.continued) for s in report.sections] == [
        ("chapter", 1, "Einleitung", True),
        ("annex", 2, "Liste der Dokumente", False),
    ]
    assert [(p.number, len(p.items)) for p in report.paragraphs] == [(1, 2), (1, 0)]
