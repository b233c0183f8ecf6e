"""Language versions side by side: six of a document; versions that lack or misprint something."""

from pathlib import Path

import pytest
from hypothesis import given
from msgspec.structs import replace
from strategies import reports

from unreport import Paragraph, Report, Section, Text, align, parse, parse_text
from unreport.keys import with_keys
from unreport.series.versions.align import Alignment

PARALLEL = sorted((Path(__file__).parents[2] / "fixtures" / "parallel").glob("*.txt"))
VERSIONS = {path.stem: parse(path) for path in PARALLEL}


def codes(alignment: Alignment) -> list[str]:
    return [doubt.code for doubt in alignment.doubts]


def messages(alignment: Alignment, code: str) -> list[str]:
    return [doubt.message for doubt in alignment.doubts if doubt.code == code]


def without(report: Report, *keys: str) -> Report:
    """The report without some paragraphs."""

    def kept(nodes):
        return tuple(
            replace(node, children=kept(node.children)) if isinstance(node, Section) else node
            for node in nodes
            if node.key not in keys
        )

    return with_keys(replace(report, body=kept(report.body)))


def test_six_versions_agree_node_by_node() -> None:
    alignment = align(VERSIONS.values())

    assert alignment.languages == ("ar", "en", "es", "fr", "ru", "zh")
    assert alignment.pivot == "en"  # the original
    assert alignment.doubts == ()
    assert alignment.unaligned == ()
    for row in alignment.rows:
        assert {node.key for node in row.nodes} == {row.key}
        assert row.score > 0.9
    assert len(alignment.rows) == len([*VERSIONS["en"].walk()]) + 1  # and the footnote


def test_the_order_of_versions_does_not_matter() -> None:
    assert align(reversed([*VERSIONS.values()])) == align(VERSIONS.values())


def test_pairs_of_two_languages() -> None:
    pairs = [*align(VERSIONS.values()).pairs("ar", "zh")]

    assert [(one.key, other.key) for one, other, _ in pairs][:3] == [
        ("II", "II"),
        ("II.A", "II.A"),
        ("II.A.14", "II.A.14"),
    ]
    assert all(score > 0.9 for _, _, score in pairs)


def test_a_link_says_what_it_rests_on() -> None:
    rows = {row.key: row for row in align([VERSIONS["en"], VERSIONS["fr"]]).rows}

    assert rows["II.A.14(b)"].links[1].reason.startswith("number, tokens 3/3, length 1.")
    assert rows["II.A.rec22.p1"].links[1].reason.startswith("position, tokens 1/1, length 0.")
    assert rows["II.A.14(b)"].links[0] is None


@pytest.mark.parametrize("language", ["ar", "fr", "zh"])
def test_a_paragraph_that_a_version_lacks(language: str) -> None:
    alignment = align([VERSIONS["en"], without(VERSIONS[language], "II.A.15")])

    assert messages(alignment, "alignment-missing") == [
        f"paragraph II.A.15 is in en, but not in {language}."
    ]
    assert [row.key for row in alignment.unaligned] == ["II.A.15"]


def test_a_paragraph_that_the_original_lacks() -> None:
    versions = [without(VERSIONS["en"], "II.A.15"), VERSIONS["fr"], VERSIONS["ar"]]

    alignment = align(versions)

    keys = [row.key for row in alignment.rows]
    assert keys.index("II.A.15") == keys.index("II.A.14(b)") + 1  # where it is read
    assert messages(alignment, "alignment-missing") == [
        "paragraph II.A.15 is in ar, fr, but not in en."
    ]


SENTENCES = {
    "en": (
        "The Committee met in Geneva from 3 to 7 March 2031, with 45 States attending.",
        "It elected a Chair and two Vice-Chairs, as set out in document A/80/12, for 2 years.",
        "The secretariat presented a note on the cost of meetings, which had risen by 17 per cent.",
        "Speakers welcomed the note of the secretariat.",
    ),
    "fr": (
        "Le Comité s’est réuni à Genève du 3 au 7 mars 2031, avec la participation de 45 États.",
        "Il a élu un président et deux vice-présidents (voir A/80/12) pour une durée de 2 ans.",
        "Le secrétariat a présenté une note sur le coût des réunions, en hausse de 17 pour cent.",
        "Les orateurs ont salué la note du secrétariat.",
    ),
}


def numbered(texts: tuple[str, ...], language: str) -> Report:
    text = "\n\n".join(f"{number}. {text}" for number, text in enumerate(texts, start=1))
    return parse_text(text, language=language)


def test_numbers_that_a_version_counts_anew() -> None:
    """The French version lacks paragraph 2 and numbers the following ones 2 and 3."""
    french = SENTENCES["fr"][:1] + SENTENCES["fr"][2:]

    alignment = align([numbered(SENTENCES["en"], "en"), numbered(french, "fr")])

    pairs = [(one.number, other.number) for one, other, _ in alignment.pairs("en", "fr")]
    assert pairs == [(1, 1), (3, 2), (4, 3)]


LONG = {
    "en": (
        *SENTENCES["en"],
        "A fund was established, as requested in resolution 75/241, for the costs of travel.",
        "The Committee adopted its report.",
        "The next session will be held in Nairobi from 4 to 8 March 2033.",
    ),
    "fr": (
        *SENTENCES["fr"],
        "Un fonds a été créé, comme demandé dans la résolution 75/241, pour financer les voyages.",
        "Le Comité a adopté son rapport.",
        "La prochaine session se tiendra à Nairobi du 4 au 8 mars 2033.",
    ),
}


@pytest.mark.parametrize(("lacking", "other"), [(0, 6), (1, 5), (2, 6), (4, 1), (5, 2), (6, 3)])
def test_versions_that_lack_different_paragraphs_and_count_anew(lacking: int, other: int) -> None:
    """As many paragraphs with equal numbers, and the numbers are those of other texts."""
    english, french = (
        [at for at in range(len(LONG["en"])) if at != left] for left in (lacking, other)
    )
    alignment = align(
        numbered(tuple(LONG[language][at] for at in kept), language)
        for language, kept in (("en", english), ("fr", french))
    )
    pairs = [
        (english[(one.number or 0) - 1], french[(two.number or 0) - 1], score)
        for one, two, score in alignment.pairs("en", "fr")
    ]
    assert [(i, j) for i, j, score in pairs if i != j and score >= 0.5] == []
    assert sum(i == j for i, j, _ in pairs) >= 5


def test_a_pair_beside_a_gap_that_no_text_tells_is_uncertain() -> None:
    """The French version lacks one of two paragraphs of one length; nothing tells which."""
    english = (SENTENCES["en"][0], "It adopted its report.", "It ended its debate.", LONG["en"][6])
    french = (SENTENCES["fr"][0], "Il a adopté son rapport.", LONG["fr"][6])

    alignment = align([numbered(english, "en"), numbered(french, "fr")])

    scores = {two.number: score for _, two, score in alignment.pairs("en", "fr")}
    assert {number: score >= 0.5 for number, score in scores.items()} == {
        1: True,
        2: False,
        3: True,
    }


@pytest.mark.parametrize(
    ("english", "french", "expected"),
    [
        ("It met 3 times.", "Il s’est réuni 4 fois.", ["3 en fr", "4 fr en"]),
        ("It met three times.", "Il s’est réuni 3 fois.", []),
        ("There were 4,327,800 wells.", "Il y avait 4 327 800 puits.", []),
        ("At 3 p.m. it met.", "Il s’est réuni à 15 heures.", []),
        ("Target 5.4 was met.", "La cible 5-4 a été atteinte.", []),
        ("It cost 2.5 million.", "Il a coûté 2,4 millions.", ["2400000 fr en", "2500000 en fr"]),
        ("It met in 2030.", "Il s’est réuni.", ["2030 en fr"]),
    ],
)  # fmt: skip
def test_numbers_are_compared_by_value(english: str, french: str, expected: list[str]) -> None:
    alignment = align(
        [parse_text(f"1. {english}", language="en"), parse_text(f"1. {french}", language="fr")]
    )

    found = sorted(messages(alignment, "alignment-number"))
    assert found == ["1: {} is in {}, but not in {}.".format(*one.split()) for one in expected]


def test_documents_dates_and_states() -> None:
    english = "1. On 3 May 2031 Norway introduced document A/80/L.3, under resolution 75/240."
    french = "1. Le 3 juin 2031, la Suède a présenté A/80/L.4, en vertu de la résolution 75/240."

    alignment = align([parse_text(english, language="en"), parse_text(french, language="fr")])

    assert sorted(doubt.message for doubt in alignment.doubts if "number" not in doubt.code) == [
        "1: 2031-05-03 is in en, but not in fr.",
        "1: 2031-06-03 is in fr, but not in en.",
        "1: A/80/L.3 is in en, but not in fr.",
        "1: A/80/L.4 is in fr, but not in en.",
        "1: NOR is in en, but not in fr.",
        "1: SWE is in fr, but not in en.",
    ]


def test_facts_of_the_masthead() -> None:
    french = VERSIONS["fr"]
    other = replace(
        french,
        masthead=replace(french.masthead, symbol=None, date=VERSIONS["en"].masthead.meeting.start),
    )

    alignment = align([VERSIONS["en"], other])

    assert messages(alignment, "alignment-masthead") == [
        "The date differs: en 2032-05-11; fr 2032-05-09."
    ]


def test_a_pair_that_does_not_fit_is_uncertain() -> None:
    english = numbered(SENTENCES["en"], "en")
    french = numbered((*SENTENCES["fr"][:2], "Il est clos.", SENTENCES["fr"][3]), "fr")

    alignment = align([english, french])

    assert [doubt.key for doubt in alignment.doubts if doubt.code == "alignment-uncertain"] == ["3"]


@given(reports)
def test_a_report_and_itself(report: Report) -> None:
    same = with_keys(report)
    alignment = align([replace(same, language="en"), replace(same, language="fr")])

    assert alignment.unaligned == ()
    assert all(row.nodes[0] == row.nodes[1] for row in alignment.rows)
    assert len(alignment.rows) == len([*report.walk()]) + len(report.footnotes)


@given(reports, reports)
def test_every_node_is_in_one_row(first: Report, second: Report) -> None:
    alignment = align(
        [replace(with_keys(first), language="ar"), replace(with_keys(second), language="en")]
    )

    for at, report in enumerate(alignment.reports):
        nodes = [node for row in alignment.rows for node in row.groups[at]]
        own = [*(node for node, _ in report.walk()), *report.footnotes]
        assert sorted(map(id, nodes)) == sorted(map(id, own))


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        (["1. It met."], "two to six language versions can be aligned, not 1"),
        (["1. It met.", "1. It sat."], "two of these reports are in the language 'en'"),
    ],
)  # fmt: skip
def test_what_cannot_be_aligned(texts: list[str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        align(parse_text(text, language="en") for text in texts)


def test_the_cost_is_linear() -> None:
    """A long version against one that lacks its first paragraphs: the band follows the numbers."""
    paragraphs = [
        Paragraph(
            marker=f"{n}.",
            number=n,
            content=(Text(f"Paragraph {n} of many."),),
            span=VERSIONS["en"].body[0].span,
        )
        for n in range(1, 1501)
    ]
    english = with_keys(replace(VERSIONS["en"], body=tuple(paragraphs), footnotes=()))
    french = with_keys(replace(VERSIONS["fr"], body=tuple(paragraphs[200:]), footnotes=()))

    alignment = align([english, french])

    assert len([*alignment.pairs("en", "fr")]) == 1300
    assert all(one.number == other.number for one, other, _ in alignment.pairs("en", "fr"))
