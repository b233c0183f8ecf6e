"""The scripts that make the word data of the PDF reader, on small lists of words."""

import importlib
import zlib
from pathlib import Path

import pytest

from unreport.readers.pdf.spelling.known_words import LENGTH_BYTES, contains, is_known, is_usual
from unreport.readers.pdf.spelling.letter_trigrams import ALPHABETS

FOLDER = Path(__file__).parents[1] / "benchmarks" / "word_data"
LISTS = {
    "ara": "المنظمات منظمات اللجنه اللجنة دولة",
    "eng": "committee session caffé",
    "fra": "résumé resume session sessiooon",
    "rus": "комитет сессия",
    "spa": "comisión comision publico",
}


@pytest.fixture
def scripts(monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER))
    return importlib.import_module


@pytest.fixture
def lists(tmp_path):
    for name, words in LISTS.items():
        (tmp_path / f"{name}.txt").write_text(words.replace(" ", "\n"), "utf-8")
    return tmp_path


@pytest.fixture
def texts(tmp_path):
    for name in ("ar", "en", "es", "fr", "ru"):
        (tmp_path / name).mkdir()
    (tmp_path / "en" / "a.txt").write_text("The Committee met. The committee rose.", "utf-8")
    return tmp_path


def test_words_without_an_accent_or_dots_that_others_have_are_left_out(scripts, lists):
    module = scripts("word_lists")
    none = {language: set() for language in ALPHABETS}
    words = module.all_words(
        lists, module.UsualWords(none, {"Latin": {"zyx"}, "Arabic": set(), "Cyrillic": set()})
    )
    assert words["ar"] >= {"منظمات", "اللجنة", "دولة"}
    assert not words["ar"] & {"المنظمات", "اللجنه"}  # a prefix; teh marbuta without its dots
    assert words["en"] == {"committee", "session", "zyx"}
    assert words["fr"] == {"résumé", "session", "zyx"}
    assert words["es"] == {"comisión", "publico", "zyx"}


def test_words_are_usual_from_a_number_of_occurrences_on(scripts, texts):
    count = scripts("word_lists").counted_words
    assert count(texts, 2).of_scripts["Latin"] == {"the", "committee"}
    assert count(texts, 1).of_languages["en"] == {"the", "committee", "met", "rose"}
    assert count(texts, 1).of_languages["fr"] == set()


def test_filters_are_made_of_lists_and_texts(scripts, lists, texts):
    module = scripts("build_known_words")
    data = module.known_words(lists, scripts("word_lists").counted_words(texts, 2))
    filters = []
    while data:
        size = int.from_bytes(data[:LENGTH_BYTES]) + LENGTH_BYTES
        filters.append(data[LENGTH_BYTES:size])
        data = data[size:]
    arabic, english, _, _, russian, usual_arabic, _, usual_latin = filters
    assert contains(arabic, "منظمات")
    assert contains(english, "session")
    assert contains(russian, "комитет")
    assert contains(usual_latin, "committee")
    assert not contains(usual_latin, "session")
    assert not contains(usual_arabic, "منظمات")


def test_trigrams_are_made_of_lists_and_texts(scripts, lists, texts):
    module = scripts("build_letter_trigrams")
    data = module.letter_trigrams(lists, scripts("word_lists").counted_words(texts, 2))
    tables = zlib.decompress(data)
    sizes = {language: len(letters) + 1 for language, letters in ALPHABETS.items()}
    assert len(tables) == sum(size**3 for size in sizes.values())
    english = tables[sizes["ar"] ** 3 :][: sizes["en"] ** 3]

    def cost(three):
        places = [" abcdefghijklmnopqrstuvwxyz".index(letter) for letter in three]
        return english[(places[0] * sizes["en"] + places[1]) * sizes["en"] + places[2]]

    assert cost("mit") < cost("mis") < cost("mix")  # of `committee`, no word, no letter of a word


def test_usual_words_are_those_of_the_package(scripts):
    words = scripts("word_lists").usual_words()
    assert all(is_usual(word) for own in words.of_scripts.values() for word in own)
    assert all(is_known(word) for word in words.of_languages["en"])


def test_pairs_that_other_texts_have_are_left_out(scripts, texts, monkeypatch, capsys):
    module = scripts("function_word_pairs")
    (texts / "en" / "b.txt").write_text("to be and of it\n" * 200, "utf-8")
    monkeypatch.setattr("sys.argv", ["", str(texts)])
    module.main()
    printed = module.pairs_of(capsys.readouterr().out)["en"]
    assert ("of", "be") in printed
    assert ("of", "it") not in printed
    left_out = module.pairs_of(module.OTHER_TEXTS.read_text("utf-8"))["en"]
    assert left_out
    assert not printed & left_out
