"""Words with a capital that have an error."""

from __future__ import annotations

from types import SimpleNamespace

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import words_of
from unreport.readers.pdf.uncertain_rows.capitalised_words import mark_capitalised_words


def marked(*texts: str) -> dict[str, str]:
    rows = [SimpleNamespace(text=text, certain=True, reason="") for text in texts]
    words = [word for text in texts for word in words_of(text)]
    evidence = Evidence(words={(0, word): [1] * words.count(word) for word in words})
    mark_capitalised_words(rows, evidence)  # type: ignore[arg-type]
    return {row.text: row.reason for row in rows if not row.certain}


def test_a_name_that_is_spelt_in_another_way_elsewhere() -> None:
    other = "the Okonkwo report", "as Okonkwo said", "and Okonkwo agreed"
    assert marked("in Okonkvo, the", *other) == {
        "in Okonkvo, the": "“Okonkvo” is “okonkwo” elsewhere"
    }


def test_a_known_word_with_an_error() -> None:
    assert marked("the Commttiee on trade") == {
        "the Commttiee on trade": "“Commttiee” is no known word"
    }


def test_names() -> None:
    assert not marked("said Johannes Wrzesniewski and Mr. Krzyzewski", "in Bangkok and Tbilisi")
    assert not marked("واقترحت اللجنة شراء كتب من دار Figuiret، مع مصاريف الشحن")
