"""Documents of which too many words are unknown, and signs that stand for letters."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace

from pdf_files import set_lines

from unreport.document import Document
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.checks.font_doubts import font_faults
from unreport.readers.pdf.reader import read_pdf
from unreport.readers.pdf.spelling.known_words import is_known
from unreport.readers.pdf.uncertain_rows.unknown_words import unknown_words

TEXT = (
    "the committee decided to include the item in the provisional agenda of its next session and "
    "requested the secretariat to prepare a report on the implementation of the programme of work "
    "several delegations welcomed the progress achieved by developing countries in the use of "
    "renewable energy and expressed concern about the decline of funding for technical assistance "
    "it was emphasized that international cooperation should be strengthened through exchange of "
    "experience training courses workshops and scholarships for young scientists from all regions "
    "some speakers noted that natural disasters had destroyed bridges schools and hospitals while "
    "others described measures taken by their governments against the illicit trade in cultural "
    "property including customs controls public registers and agreements with neighbouring states"
)


def document(words: list[str]) -> Document:
    return read_pdf(set_lines([" ".join(words[at : at + 11]) for at in range(0, len(words), 11)]))


def marked(found: Document) -> list[str]:
    spans = [doubt.span for doubt in found.doubts if doubt.code == "uncertain-row"]
    return [found.text[span.start : span.end] for span in spans if span]


def test_a_right_text_has_no_doubt() -> None:
    found = document(TEXT.split())

    assert not found.doubts


def test_rows_with_unknown_words_of_a_damaged_text_are_marked() -> None:
    words = TEXT.split()
    words[2::5] = [f"{word[0]}x{word[1:]}q" for word in words[2::5]]
    found = document(words)

    assert all(any(word in row for row in marked(found)) for word in words[2::5])
    (doubt,) = [doubt for doubt in found.doubts if doubt.code == "doubtful-letters"]
    assert "more than in any right text" in doubt.message


def test_parts_of_hyphenated_words_are_no_words() -> None:
    words = TEXT.split()
    rows = [words[at : at + 11] for at in range(0, len(words), 11)]
    for above, below in pairwise(rows):
        long = max(range(len(above)), key=lambda at: len(above[at]))
        word = above[long]
        del above[long:]
        above.append(f"{word[:4]}-")
        below.insert(0, word[4:])
    found = read_pdf(set_lines([" ".join(row) for row in rows]))

    assert not marked(found)


def test_a_row_with_an_unknown_word_among_rows_that_are_marked_already_is_marked() -> None:
    words = TEXT.split()
    words[2:-11:5] = [f"{word[0]}x{word[1:]}q" for word in words[2:-11:5]]
    words[4:-11:11] = [f"{word[:3]}ÿÿÿ{word[3:]}" for word in words[4:-11:11]]
    words[-4] = "agxreements"
    found = document(words)

    assert any("agxreements" in row for row in marked(found))


def test_names_of_markup_are_no_words() -> None:
    words = TEXT.split()
    words[2::5] = [f"<{word[0]}x{word[1:]}q>" for word in words[2::5]]
    words[3::10] = [f"\\{word[::-1]}{{}}" for word in words[3::10]]

    assert not [doubt for doubt in document(words).doubts if doubt.code == "doubtful-letters"]


ARABIC = (
    "تقرير اللجنة الدورة الأعمال الدول الأطراف الوثائق القرار الأمانة العامة المؤتمر الفقرة "
    "المعلومات التعاون الدولي التنمية المستدامة حقوق الإنسان الجلسة المعقودة المندوبين "
    "البيانات الميزانية البرنامج الموارد البشرية المالية التوصيات المجلس الأمن السلام الخبراء "
    "المرأة الطفل التعليم الصحة البيئة المناخ الطاقة"
)
FORMS = (
    "أتحبين سيتقدمون أناقشه سأقتلك أتريدين تريدينها أسرعي وستنجبين أسأله ستختارين دعوناك "
    "يحيطك أبقي أملكها"
)


def unknown(words: list[str]) -> frozenset[str]:
    """The words of a document for which it is doubted."""
    rows = [SimpleNamespace(text=word, certain=True) for word in words]
    evidence = Evidence(words={(0, word): [1] for word in words})
    found = unknown_words(rows, evidence, font_faults(Evidence()))  # type: ignore[arg-type]
    return found.get("Arabic", frozenset())


def test_forms_of_known_arabic_words_are_not_unknown() -> None:
    words = [*ARABIC.split(), *FORMS.split()]

    assert not any(map(is_known, FORMS.split()))
    assert unknown(words * 2) == frozenset()


def test_arabic_words_in_reverse_are_unknown() -> None:
    words = ARABIC.split()
    damaged = [word[::-1] for word in words[3::3]]

    assert len(unknown([*words, *FORMS.split(), *damaged])) > len(damaged) // 2
