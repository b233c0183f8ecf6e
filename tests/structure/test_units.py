"""Units: names with their numbers, in digits and in words, before and after."""

import pytest

from unreport.languages import LEXICONS
from unreport.model import SectionKind
from unreport.structure.markers.grammar import Grammar
from unreport.structure.markers.marker import Marker
from unreport.structure.markers.reading import line_markers

GRAMMARS = {language: Grammar(lexicon) for language, lexicon in LEXICONS.items()}


def unit(language: str, text: str) -> Marker | None:
    return line_markers(text, GRAMMARS[language]).unit


@pytest.mark.parametrize(
    ("language", "text", "kind", "number", "title"),
    [
        ("ar", "الباب الثاني", "part", 2, ""),
        ("ar", "الفرع الأول: الحضور", "section", 1, "الحضور"),
        ("ar", "الفصل الثاني – الانتخاب", "chapter", 2, "الانتخاب"),
        ("ar", "المرفق ألف", "annex", 1, ""),
        ("en", "Part Two", "part", 2, ""),
        ("en", "Chapter twenty-one – Other matters", "chapter", 21, "Other matters"),
        ("en", "Annex II. List", "annex", 2, "List"),
        ("es", "Capítulo 1.º", "chapter", 1, ""),
        ("es", "Vigésima primera parte", "part", 21, ""),
        ("fr", "Chapitre premier", "chapter", 1, ""),
        ("fr", "2e partie : Recommandations", "part", 2, "Recommandations"),
        ("fr", "Section deuxième.– Titre", "section", 2, "Titre"),
        ("ru", "1-я часть", "part", 1, ""),
        ("ru", "Раздел третий. Прочее", "section", 3, "Прочее"),
        ("zh", "第二部分：建议", "part", 2, "建议"),
        ("zh", "第十一章 其他事项", "chapter", 11, "其他事项"),
        ("zh", "第一节导言", "section", 1, "导言"),
        ("zh", "附件一与会者名单", "annex", 1, "与会者名单"),
        ("zh", "附件 二", "annex", 2, ""),
    ],
)
def test_a_unit_has_kind_number_and_title(
    language: str, text: str, kind: SectionKind, number: int, title: str
) -> None:
    found = unit(language, text)

    assert found is not None
    assert (found.kind, found.number, text[found.end :]) == (kind, number, title)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "الفصل الثاني من هذا التقرير"),
        ("en", "Annex I to the Convention"),
        ("en", "First Committee"),
        ("en", "Part of the report"),
        ("es", "Parte de la Comisión"),
        ("fr", "Première partie de la session"),
        ("ru", "Вторая часть возобновленной сессии"),
        ("zh", "附件一所列的文件"),
        ("zh", "第一章的规定"),
        ("zh", "建议一个工作组"),
    ],
)
def test_a_reference_is_no_unit(language: str, text: str) -> None:
    assert unit(language, text) is None


@pytest.mark.parametrize("language", ["en", "es", "fr", "ru"])
def test_ordinals_before_and_after_a_name_to_a_hundred(language: str) -> None:
    grammar = GRAMMARS[language]
    part = next(unit for unit in grammar.lexicon.units if unit.kind == "part")
    for number in range(1, 101):
        for system in part.ordinals:
            ordinal = system.numeral(number) or ""
            for text in (f"{part.names[0]} {ordinal}", f"{ordinal.capitalize()} {part.names[0]}"):
                found = unit(language, text)
                assert found is not None, text
                assert (found.kind, found.number) == ("part", number)


def test_one_space_before_a_title_is_a_doubt() -> None:
    found = line_markers("الفصل الثاني تزوير الأختام", GRAMMARS["ar"])

    assert found.unit is None
    assert found.adjacent_unit is not None
    assert found.adjacent_unit.number == 2
