"""Where a corrigendum says that its change is."""

import pytest

from unreport.languages.paragraph_references import leading_reference


@pytest.mark.parametrize(
    ("text", "language", "number", "items"),
    [
        ("Paragraph 14 (b) (ii)", "en", 14, ("b", "ii")),
        ("1. Page 5, para. 3, line 2", "en", 3, ()),
        ("Paragraphe 14 b)", "fr", 14, ("b",)),
        ("Chapitre II, par. 9", "fr", 9, ()),
        ("Párrafo 14 b)", "es", 14, ("b",)),
        ("Пункт 14 b)", "ru", 14, ("b",)),
        ("الفقرة ١٤ (ب)", "ar", 14, ("ب",)),
        ("第14(b)段", "zh", 14, ("b",)),
        ("第14段(b)", "zh", 14, ("b",)),
    ],
)
def test_places(text: str, language: str, number: int, items: tuple[str, ...]) -> None:
    found = leading_reference(text, language)

    assert found is not None
    assert (found.number, found.items) == (number, items)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("For fuel read diesel fuel.", "en"),
        ("It recalled in the course of the debate on harbours that paragraph 14 was new.", "en"),
        ("اعتمدت اللجنة تقريرها.", "ar"),
        ("委员会举行会议。", "zh"),
        ("Paragraph 14", "xx"),
    ],
)
def test_other_texts_name_no_place(text: str, language: str) -> None:
    assert leading_reference(text, language) is None
