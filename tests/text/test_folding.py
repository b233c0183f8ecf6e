"""Many texts folded as one, the same as each of them."""

import pytest

from unreport.text.folding import OFTEN_FOLDED, fold_cased, fold_cased_all


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [""],
        ["Résolution ٦٤/٦٨ B", "", "١٢ أيــلول", "№ 5…", "Й ё ﷺ Ǆ"],
        ["11\N{SOFT HYPHEN}13 May", "co\N{SOFT HYPHEN}operate", "1", "\N{SOFT HYPHEN}2"],
        ["a\0b", "é"],
        ["第一次会议，", "\t\n\N{NO-BREAK SPACE}\N{EM DASH}", "\ud800"],
    ],
)
def test_many_texts_are_folded_as_each_of_them(texts: list[str]) -> None:
    folded, resized = fold_cased_all(texts)

    assert folded == [fold_cased(text).text for text in texts]
    for at, text in enumerate(texts):
        same_places = list(fold_cased(text).offsets) == list(range(len(text) + 1))
        assert same_places or at in resized


def test_what_is_not_searched_for_is_folded_to_itself() -> None:
    kept = [c for c in map(chr, range(0x10000)) if not OFTEN_FOLDED.match(c)]

    assert len(kept) > 20_000
    assert [c for c in kept if fold_cased(c).text != c] == []
