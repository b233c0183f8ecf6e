"""The names of States: complete, distinct, and found in text."""

import os
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unreport import parse
from unreport.mentions.entities import state_names, states
from unreport.mentions.passages import passages
from unreport.mentions.states import find_states
from unreport.model import Paragraph, Table

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
SENTENCES = Path(__file__).parent / "sentences"
CORPUS = os.environ.get("UNREPORT_CORPUS")
OFFICIAL = ("short", "listed", "formal")


def marked(language: str) -> list[tuple[str, list[str]]]:
    """Sentences marked by hand: below each the States that it names, in their order."""
    text = (SENTENCES / f"{language}.txt").read_text(encoding="utf-8")
    pairs = [block.splitlines() for block in text.strip().split("\n\n")]
    return [
        (sentence, marks.removeprefix("=").replace("-", "").split()) for sentence, marks in pairs
    ]


def sure(sentence: str, language: str) -> list[str]:
    return [one.state.code for one in find_states(sentence, language) if one.doubt is None]


# --- names as data ------------------------------------------------------------------------------


def test_all_members_and_observers_are_there() -> None:
    statuses = Counter(state.status for state in states().values())

    assert statuses["member"] == 193
    assert statuses["observer"] == 2
    assert states()["EU"].status == "organization"
    assert {"SUN", "CSK", "YUG", "ZAR", "DDR"} <= states().keys()
    assert all(len(s.code) == 3 and s.iso2 for s in states().values() if s.status == "member")
    assert len({s.iso2 for s in states().values() if s.status != "former"}) == 196


def test_successors_are_states() -> None:
    for state in states().values():
        assert bool(state.successors) == (state.status == "former")
        assert all(states()[code].status == "member" for code in state.successors)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_one_official_short_name_with_its_source(language: str) -> None:
    names = state_names(language)
    short = Counter(one.code for one in names if one.form in ("short", "listed"))
    current = {code for code, state in states().items() if state.status != "former"}

    assert short.keys() == current
    assert set(short.values()) == {1}
    assert {one.code for one in names} - {"-"} == states().keys()
    assert {one.source for one in names} == {"A/RES/79/249", "UNTERM", "usage"}
    assert all(one.source != "usage" for one in names if one.form in OFFICIAL)


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_distinct(language: str) -> None:
    names = Counter(one.name for one in state_names(language))

    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_is_found_as_its_state(language: str) -> None:
    for one in state_names(language):
        if one.form == "adjective":
            continue
        found = [(f.state.code, f.start, f.end) for f in find_states(one.name, language)]
        assert found == ([] if one.code == "-" else [(one.code, 0, len(one.name))]), one


# --- names in text ------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_fifty_sentences_are_marked(language: str) -> None:
    assert len(marked(language)) >= 50
    assert {code for _, codes in marked(language) for code in codes} <= states().keys()


def test_precision_and_recall_on_marked_sentences() -> None:
    found, right, wanted = 0, 0, 0
    for language in LANGUAGES:
        for sentence, codes in marked(language):
            mentioned = sure(sentence, language)
            found += len(mentioned)
            wanted += len(codes)
            right += sum((Counter(mentioned) & Counter(codes)).values())

    assert right / found >= 0.98
    assert right / wanted >= 0.98


@pytest.mark.parametrize(
    ("language", "text", "doubts"),
    [
        ("ar", "عقد الاجتماع في عمان.", [("OMN", "homograph")]),
        ("ar", "هذا تقرير إداري ومالي.", []),
        ("ar", "قدم بيان مالي.", [("MLI", "homograph")]),
        ("en", "Chad Smith spoke.", [("TCD", "person")]),
        ("en", "the question of Palestine", [("PSE", "not-a-state")]),
        ("en", "Serbia and Montenegro", [("SCG", "two-states")]),
        ("fr", "Maurice Strong a parlé.", [("MUS", "person")]),
        ("zh", "中非关系", [("CAF", "not-a-state")]),
    ],
)
def test_what_is_not_certain_is_marked(
    language: str, text: str, doubts: list[tuple[str, str]]
) -> None:
    assert [(f.state.code, f.doubt) for f in find_states(text, language)] == doubts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "le Gouvernement iraquien et les autorités koweïtiennes"),
        ("es", "el Gobierno iraquí y las autoridades kuwaitíes"),
        ("ru", "иракское правительство и кувейтские власти"),
        ("en", "the Iraqi Government and Kuwaiti authorities"),
        ("ar", "الحكومة العراقية والسلطات الكويتية"),
    ],
)
def test_an_adjective_beside_government_names_the_state(language: str, text: str) -> None:
    found = find_states(text, language)

    assert [(one.state.code, one.form) for one in found] == [
        ("IRQ", "adjective"),
        ("KWT", "adjective"),
    ]


def test_a_name_of_the_past_says_so() -> None:
    found = find_states("Turkey, Burma and Zaire", "en")

    assert [(one.state.code, one.form) for one in found] == [
        ("TUR", "former"),
        ("MMR", "former"),
        ("ZAR", "former"),
    ]


PIECES = st.sampled_from(
    [
        *("Guinea", "Papua New Guinea", "Niger", "Congo", "Republic of", "Democratic", "the"),
        *("مالي", "وهولندا", "جمهورية", "كوريا", "Корея", "Республики", "Чад", "озера"),
        *("几内亚", "中国家", "马里", "索", "刚果民主共和国", "(", ")", ",", "-", "’", "é", "ـ"),
    ]
)


@given(st.lists(PIECES).map(" ".join) | st.text(), st.sampled_from(LANGUAGES))
def test_mentions_do_not_overlap_and_quote_the_text(text: str, language: str) -> None:
    found = find_states(text, language)

    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.skipif(not CORPUS, reason="UNREPORT_CORPUS names no folder")
def test_all_languages_name_the_same_states() -> None:
    """In the versions of one document a paragraph names the same States: no gold is needed."""
    same, named = 0, 0
    folder = Path(CORPUS or "", "unxml")
    for english in sorted(folder.glob("*.en.txt")):
        stem = english.name.removesuffix(".en.txt")
        versions = [_states_by_node(folder / f"{stem}.{one}.txt", one) for one in LANGUAGES]
        for sets in zip(*versions, strict=True):
            named += any(sets)
            same += any(sets) and len(set(sets)) == 1

    assert named > 50
    assert same / named >= 0.98


@pytest.mark.skipif(not CORPUS, reason="UNREPORT_CORPUS names no folder")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_scale_of_assessments_names_all_members(language: str) -> None:
    report = parse(Path(CORPUS or "", "unxml", f"a_res_79_249.{language}.txt"))
    tables = [node for node, _ in report.walk() if isinstance(node, Table)]
    rows = [row for table in tables for row in table.rows if row[-1][0].isdecimal()]
    named = [sure(row[0], language) for row in rows]
    members = {code for code, state in states().items() if state.status == "member"}

    assert all(len(codes) == 1 for codes in named)
    assert sorted(code for (code,) in named) == sorted(members)


def _states_by_node(path: Path, language: str) -> list[frozenset[str]]:
    nodes = [node for node, _ in parse(path).walk() if isinstance(node, Paragraph)]
    return [frozenset(sure(node.text, language)) for node in nodes]


def test_the_texts_of_a_report_are_searched_once() -> None:
    report = parse(b"I. Chad\n\n1. Of Peru: (a) Chad; (b) two; and (c) Mali.\n\n2. Nothing.")
    texts = [passage.text for passage in passages(report, "en").own]
    assert texts == ["Chad", "Of Peru:", "Chad;", "Mali."]
