from unreport.archive.series import SeriesDocument, group_series


def series(*symbols: str, language: str = "en"):
    members = [
        SeriesDocument(key=s, symbol=s.split()[0], language=(s.split()[1:] or [language])[0])
        for s in symbols
    ]
    return group_series(members)


def test_addenda_of_one_report() -> None:
    (one,) = series("A/1/L.1/Add.10", "A/1/L.1", "A/1/L.1/Add.2", "A/1/L.1/Add.2/Rev.1")

    assert one.base_symbol == "A/1/L.1"
    assert one.members == ("A/1/L.1", "A/1/L.1/Add.2", "A/1/L.1/Add.2/Rev.1", "A/1/L.1/Add.10")
    assert (one.has_base, one.addenda, one.revisions) == (True, (2, 10), 1)
    assert one.missing == (1, 3, 4, 5, 6, 7, 8, 9)


def test_missing_is_between_the_first_and_the_last() -> None:
    (one,) = series("A/1/L.1/Add.3", "A/1/L.1/Add.5")

    assert (one.has_base, one.missing) == (False, (4,))


def test_languages_and_gaps() -> None:
    (one,) = series("A/1/L.1 en", "A/1/L.1/Add.1 en", "A/1/L.1/Add.1 fr", "A/1/L.1/Add.2 ar")

    assert one.languages == ("ar", "en", "fr")
    assert one.missing == ()
    assert one.gaps == ("ar base", "ar Add.1", "en Add.2", "fr base", "fr Add.2")


def test_an_addendum_without_number_is_a_member_only() -> None:
    (one,) = series("A/1/L.1/Add", "A/1/L.1/Corr.1")

    assert (one.addenda, one.missing, one.has_base, one.corrigenda) == ((), (), True, 1)


def test_invalid_symbols_are_in_no_series() -> None:
    assert [one.base_symbol for one in series("no-symbol", "S/2", "A/1")] == ["A/1", "S/2"]
