"""Sentences of aligned nodes, and the files that they are written to."""

import json
from itertools import pairwise
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from unreport import Table, align, parse, parse_text, to_tmx
from unreport.keys import with_keys
from unreport.series.versions.alignment_tables import to_jsonl, to_tsv, write_parquet
from unreport.series.versions.gale_church import MATCHES, align_sentences
from unreport.series.versions.segments import segments
from unreport.text.sentences import split_sentences

FIXTURES = Path(__file__).parents[2] / "fixtures"
ALIGNMENT = align(map(parse, sorted((FIXTURES / "parallel").glob("*.txt"))))
DTD = FIXTURES / "tmx14.dtd"


@pytest.mark.parametrize(
    "text",
    [
        "The Committee met.|It closed.",
        "Mr. Diop spoke of art. 5.|He thanked them!|Was it so?",
        "See A/80/L.1, para. 3, and vol. 2.|It met at 3 p.m. on Monday.",
        "He said: “It is over.”|Nobody answered.",
        "Il a parlé de l’art. 5.|M. Diop a répondu.|« Bien ! »|Il est parti.",
        "Véase el párr. 3.|El Sr. Díaz habló.|¿Quién más?|Nadie.",
        "См. п. 3.|В 2031 г. он выступил.|Г-н И. И. Петров ответил.",
        "وافقت اللجنة على ذلك.|هل من أسئلة؟|لا.",
        "委员会举行会议。|“会议结束了。”|谢谢！",
        "The U.S. delegation spoke.|It left.",
    ],
)
def test_sentences_end(text: str) -> None:
    sentences = tuple(text.split("|"))
    joint = "" if "\u3400" <= text[0] <= "\u9fff" else " "

    assert split_sentences(joint.join(sentences)) == sentences


@given(st.text(max_size=80))
def test_no_letter_is_lost_between_sentences(text: str) -> None:
    assert "".join("".join(split_sentences(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([50, 60, 70], [52, 58, 73], [(1, 1), (2, 2), (3, 3)]),
        ([50, 60, 70], [110, 70], [(2, 1), (3, 2)]),
        ([110, 70], [50, 60, 70], [(1, 2), (2, 3)]),
        ([], [], []),
        ([10], [], [(1, 0)]),
    ],
)
def test_sentences_are_aligned_by_length(
    first: list[int], second: list[int], expected: list[tuple[int, int]]
) -> None:
    assert [tuple(bead) for bead in align_sentences(first, second)] == expected


@given(st.lists(st.integers(0, 300), max_size=12), st.lists(st.integers(0, 300), max_size=12))
def test_beads_cover_both_versions(first: list[int], second: list[int]) -> None:
    beads = [(0, 0), *align_sentences(first, second)]

    assert beads[-1] == (len(first), len(second))
    steps = {(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(beads)}
    assert steps <= set(MATCHES)


def test_each_sentence_has_its_translations() -> None:
    found = [one for one in segments(ALIGNMENT) if one.key == "II.A.15"]

    assert [one.texts[1] for one in found] == [
        "The Chair thanked the speakers.",
        "He recalled that the budget of 2.5 million dollars had been approved.",
        "No other matter was raised.",
    ]
    assert found[2].texts[5] == "没有人提出其他事项。"
    assert found[1].texts[0] == "وأشار إلى أن الميزانية البالغة ٢,٥ مليون دولار قد اعتُمدت."


def test_sentences_that_a_version_joins_stay_together() -> None:
    english = (
        "1. The Chair opened the meeting of the Committee. She thanked the speakers. It was late."
    )
    french = (
        "1. La Présidente a ouvert la séance du Comité et a remercié les orateurs. Il était tard."
    )

    found = [
        *segments(align([parse_text(english, language="en"), parse_text(french, language="fr")]))
    ]

    assert [one.texts for one in found] == [
        (
            "The Chair opened the meeting of the Committee. She thanked the speakers.",
            "La Présidente a ouvert la séance du Comité et a remercié les orateurs.",
        ),
        ("It was late.", "Il était tard."),
    ]


def test_cells_of_tables_of_one_shape() -> None:
    def version(language: str, *rows: tuple[str, ...]):
        report = parse_text("1. See below.", language=language)
        table = Table(rows=rows, span=report.body[0].span)
        return with_keys(
            type(report)(
                **{f: getattr(report, f) for f in report.__struct_fields__} | {"body": (table,)}
            )
        )

    english = version("en", ("Post", "Number"), ("Judges", "7"))
    french = version("fr", ("Poste", "Nombre"), ("Juges", "7"))

    assert [one.texts for one in segments(align([english, french]))] == [
        ("Post", "Poste"),
        ("Number", "Nombre"),
        ("Judges", "Juges"),
    ]


def test_tmx_is_valid() -> None:
    tree = etree.fromstring(to_tmx(ALIGNMENT).encode("utf-8"))

    with DTD.open("rb") as stream:
        dtd = etree.DTD(stream)
    assert dtd.validate(tree), dtd.error_log
    assert tree.find("header").get("srclang") == "en"
    units = tree.findall("body/tu")
    assert len(units) == len({unit.get("tuid") for unit in units}) == len([*segments(ALIGNMENT)])
    languages = [v.get("{http://www.w3.org/XML/1998/namespace}lang") for v in units[0].iter("tuv")]
    assert languages == ["ar", "en", "es", "fr", "ru", "zh"]


@given(st.text(min_size=1, max_size=30))
def test_any_text_gives_well_formed_tmx(text: str) -> None:
    english, french = (parse_text(f"1. It met. {text}", language=code) for code in ("en", "fr"))

    tree = etree.fromstring(to_tmx(align([english, french]), least_score=0).encode("utf-8"))

    assert tree.tag == "tmx"


def test_tsv_has_a_column_for_every_language() -> None:
    lines = [line.split("\t") for line in to_tsv(ALIGNMENT).splitlines()]

    assert lines[0] == ["key", "kind", "match", "score", "ar", "en", "es", "fr", "ru", "zh"]
    assert {len(line) for line in lines} == {10}
    assert (lines[2][0], lines[2][2], lines[2][5], lines[2][9]) == (
        *("II.A", "1-1-1-1-1-1"),
        *("Statements", "发言"),
    )
    assert len(to_tsv(ALIGNMENT, sentences=True).splitlines()) == len([*segments(ALIGNMENT)]) + 1


def test_jsonl_has_keys_scores_and_reasons() -> None:
    rows = [json.loads(line) for line in to_jsonl(ALIGNMENT).splitlines()]

    assert rows[2]["keys"] == {code: ["II.A.14"] for code in ALIGNMENT.languages}
    assert rows[2]["reasons"]["fr"].startswith("number, tokens")
    assert rows[2]["scores"]["en"] is None


def test_parquet_opens_as_a_data_frame(tmp_path: Path) -> None:
    write_parquet(ALIGNMENT, tmp_path / "texts.parquet", sentences=True)

    frame = pl.read_parquet(tmp_path / "texts.parquet")
    assert frame.columns == ["key", "kind", "order", "match", "score", *ALIGNMENT.languages]
    assert frame.filter(pl.col("key") == "annex2")["ru"].to_list() == ["Перечень документов"]


TEXTS = {
    "en": (
        "The Committee met in Geneva from 3 to 7 March 2031, with 45 States attending.",
        "A fund of 250,000 dollars was established, as requested in resolution 75/241.",
        "Speakers from 17 States welcomed the note in document A/80/12.",
        "The next session will be held in Nairobi from 4 to 8 March 2033.",
    ),
    "fr": (
        "Le Comité s’est réuni à Genève du 3 au 7 mars 2031, avec la participation de 45 États.",
        "Un fonds de 250 000 dollars a été créé, comme demandé dans la résolution 75/241.",
        "Les orateurs de 17 États ont salué la note contenue dans le document A/80/12.",
        "La prochaine session se tiendra à Nairobi du 4 au 8 mars 2033.",
    ),
    "es": (
        "El Comité se reunió en Ginebra del 3 al 7 de marzo de 2031, con 45 Estados.",
        "Se creó un fondo de 250.000 dólares, como se pedía en la resolución 75/241.",
        "Oradores de 17 Estados acogieron con satisfacción la nota del documento A/80/12.",
        "El próximo período de sesiones será en Nairobi del 4 al 8 de marzo de 2033.",
    ),
}


def split_and_joined(language: str, joined: int | None):
    """A version whose paragraphs `joined` and the next are one, with numbers that run on."""
    texts = list(TEXTS[language])
    if joined is not None:
        texts[joined : joined + 2] = [" ".join(texts[joined : joined + 2])]
    numbered = (f"{number}. {text}" for number, text in enumerate(texts, start=1))
    return parse_text("\n\n".join(numbered), language=language)


@pytest.mark.parametrize(
    ("english", "french", "spanish", "match"),
    [(None, 1, None, "2-2-1"), (1, None, None, "1-2-2"), (2, None, 2, "1-1-2"), (0, 0, 0, None)],
)
def test_two_paragraphs_that_a_version_has_as_one(
    english: int | None, french: int | None, spanish: int | None, match: str | None
) -> None:
    joined = {"en": english, "es": spanish, "fr": french}
    alignment = align(split_and_joined(language, at) for language, at in joined.items())

    assert alignment.unaligned == ()
    assert [row.match for row in alignment.rows if row.match != "1-1-1"] == [match] * bool(match)
    if match is None:
        return
    (row,) = (row for row in alignment.rows if row.match == match)
    assert row.score > 0.5
    assert "alignment-split" in {doubt.code for doubt in alignment.doubts}
    assert [one.texts for one in segments(alignment)] == [  # the sentences, as in three whole texts
        tuple(TEXTS[language][at] for language in alignment.languages) for at in range(4)
    ]
    tree = etree.fromstring(to_tmx(alignment).encode("utf-8"))
    with DTD.open("rb") as stream:
        assert etree.DTD(stream).validate(tree)
    (line,) = (one for one in to_tsv(alignment).splitlines() if match in one)
    assert all(TEXTS[language][french or english or 0] in line for language in ("en", "fr"))


def test_pairs_of_a_paragraph_that_is_two() -> None:
    alignment = align([split_and_joined("en", None), split_and_joined("fr", 1)])

    pairs = [(one.key, other.key) for one, other, _ in alignment.pairs("en", "fr")]
    assert pairs == [("1", "1"), ("2", "2"), ("3", "2"), ("4", "3")]
    rows = [json.loads(line) for line in to_jsonl(alignment).splitlines()]
    assert [row["match"] for row in rows] == ["1-1", "2-1", "1-1"]
    assert rows[1]["keys"] == {"en": ["2", "3"], "fr": ["2"]}


def test_a_paragraph_of_its_own_joins_no_neighbour() -> None:
    lacking = [text for text in TEXTS["fr"] if "250" not in text]
    french = parse_text(
        "\n\n".join(f"{number}. {text}" for number, text in enumerate(lacking, start=1)),
        language="fr",
    )
    alignment = align([split_and_joined("en", None), french])

    assert [row.match for row in alignment.rows] == ["1-1", "1-0", "1-1", "1-1"]


@pytest.mark.parametrize(("moved", "to"), [(1, 3), (2, 0)])
def test_a_paragraph_that_stands_elsewhere(moved: int, to: int) -> None:
    texts = list(TEXTS["fr"])
    texts.insert(to, texts.pop(moved))
    french = parse_text(
        "\n\n".join(f"{number}. {text}" for number, text in enumerate(texts, start=1)),
        language="fr",
    )
    alignment = align([split_and_joined("en", None), french])

    pairs = {one.text: other.text for one, other, _ in alignment.pairs("en", "fr")}
    assert pairs == dict(zip(TEXTS["en"], TEXTS["fr"], strict=True))
