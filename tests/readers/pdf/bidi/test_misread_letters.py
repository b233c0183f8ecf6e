"""Fonts with a letter that stands for another one, and fonts that only seem to."""

from __future__ import annotations

import pytest
from pdf_files import CATALOG, PAGES, pdf, set_lines, stream

from unreport.readers.pdf.bidi.font_faults.misread_letters import (
    Misreading,
    is_affected,
    is_affected_alike,
    misread_letters,
)
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import words_of
from unreport.readers.pdf.reader import read_pdf
from unreport.readers.pdf.spelling.known_words import contains, is_known, word_filter

ARABIC = (
    "تشجع الجمعية العامة الدول الأعضاء على مواصلة تقديم المساعدة إلى البلدان النامية في مجال "
    "بناء القدرات وتطلب من الأمين العام أن يقدم تقريرا عن تنفيذ هذا القرار وتدعو المنظمات "
    "الدولية والإقليمية إلى التعاون مع الحكومات بغية تعزيز حقوق الإنسان والتنمية المستدامة "
    "وتؤكد من جديد أهمية الحوار بين الثقافات وتعرب عن تقديرها للجهود التي تبذلها اللجنة في "
    "سبيل تحقيق أهداف التنمية وتحث جميع الدول على التصديق على الاتفاقية وتقرر إدراج البند في "
    "جدول أعمال الدورة المقبلة وتلاحظ مع التقدير المعلومات المقدمة بشأن الأنشطة المضطلع بها "
    "خلال السنة الماضية وتشدد على ضرورة حماية البيئة البحرية وحفظ الموارد الطبيعية وإذ تشير "
    "إلى قراراتها السابقة وإذ تضع في اعتبارها مبادئ الميثاق المتعلقة بالمساواة والسلام والأمن "
    "وتهيب بالمجتمع الدولي توفير الموارد المالية اللازمة لتمكين الصندوق من أداء ولايته وترحب "
    "بالنتائج وبالتوصيات الواردة في الوثيقة وتوصي باعتماد مشروع المقرر بعد المشاورات التي "
    "أجراها الرئيس وفقا للنظام الداخلي ومع مراعاة التوزيع الجغرافي وتبرز الدور الذي يمكن أن "
    "تؤديه المرأة والشباب"
)
RUSSIAN = (
    "генеральная ассамблея призывает государства продолжать оказывать помощь развивающимся "
    "странам в области создания потенциала и просит секретаря представить доклад об "
    "осуществлении настоящей резолюции и предлагает международным организациям сотрудничать с "
    "правительствами в целях поощрения прав человека и устойчивого развития подтверждает "
    "важность диалога между культурами выражает признательность комитету за усилия в "
    "интересах достижения целей постановляет включить пункт в повестку дня следующей сессии "
    "отмечает информацию о деятельности в течение года и подчеркивает необходимость защиты "
    "морской среды и сохранения природных ресурсов ссылаясь на предыдущие резолюции и "
    "принимая во внимание принципы устава касающиеся равенства мира и безопасности "
    "приветствует рекомендации содержащиеся в документе"
)
ENGLISH = (
    "the general assembly encourages member states to continue to provide assistance to "
    "developing countries in the field of capacity-building and requests the "
    "secretary-general to submit a report on the implementation of the present resolution and "
    "invites international and regional organizations to cooperate with governments with a "
    "view to promoting human rights and sustainable development reaffirms the importance of "
    "dialogue among cultures expresses its appreciation for the efforts of the committee to "
    "achieve the objectives decides to include the item in the agenda of the next session "
    "notes with appreciation the information provided on activities carried out during the "
    "past year stresses the need to protect the environment and to conserve natural resources "
    "recalling its previous resolutions bearing in mind the principles of the charter "
    "concerning equality peace and security welcomes the findings and recommendations "
    "contained in the document and calls for adequate financial resources"
)


def found_in(text: str, *replaced: tuple[str, str]) -> list[Misreading]:
    for old, new in replaced:
        text = text.replace(old, new)
    return list(misread_letters({(0, word): [1] for word in words_of(text)}))


@pytest.mark.parametrize("text", [ARABIC, RUSSIAN, ENGLISH])
def test_a_right_text(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (ARABIC, "ب", "ت"),
        (ARABIC, "ة", "ه"),
        (ARABIC, "ي", "ى"),
        (ARABIC, "س", "ش"),
        (RUSSIAN, "и", "н"),
        (RUSSIAN, "в", "б"),
        (ENGLISH, "r", "n"),
        (ENGLISH, "c", "e"),
    ],
)
def test_a_letter_that_stands_for_another_one(text: str, right: str, wrong: str) -> None:
    (found,) = found_in(text, (right, wrong))

    assert (found.letter, found.other) == (wrong, right)
    assert found.pages == (1,)
    assert not any(map(is_known, found.words))


def test_a_font_without_any_hamza() -> None:
    found = found_in(ARABIC, ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ؤ", "و"), ("ئ", "ى"))

    assert ("ا", "أإآ") in {(one.letter, one.other) for one in found}


def test_final_yeh_without_dots_is_a_spelling() -> None:
    egyptian = " ".join(w[:-1] + "ى" if w.endswith("ي") else w for w in ARABIC.split())

    assert found_in(egyptian) == []


def test_a_font_whose_letters_are_all_shifted() -> None:
    letters = sorted(set(ARABIC) - {" "})
    shift = str.maketrans(dict(zip(letters, [*letters[7:], *letters[:7]], strict=True)))

    assert {found.letter for found in found_in(ARABIC.translate(shift))} == {""}


def test_rows_that_may_have_the_wrong_letter() -> None:
    (found,) = found_in(ARABIC, ("ب", "ت"))

    assert is_affected("وتدعو تلدان المنطقة", found)
    assert not is_affected("وإذ تشير إلى القرار", found)


def test_rows_in_another_font() -> None:
    found = Misreading(font=0, letter="o", other="ó", words=(), pages=(), language="es")

    assert is_affected_alike("I. Introduccion", found)
    assert not is_affected_alike("II. Proyecto de informe sobre cooperación", found)


def test_rows_of_such_a_font_are_marked() -> None:
    words = ENGLISH.replace("r", "n").split()
    rows = [" ".join(words[at : at + 12]) for at in range(0, len(words), 12)]
    document = read_pdf(set_lines(rows))
    (doubt,) = [d for d in document.doubts if d.code == "doubtful-letters"]

    assert (
        "gives letters that are hardly those on the page (n where r makes words)" in doubt.message
    )
    assert sum(d.code == "uncertain-row" for d in document.doubts) >= 0.8 * len(rows)


def test_digits_that_make_impossible_years() -> None:
    rows = ["It met on 12 May 3124 and on 6 June 3125.", "It heard 41 speakers.", "It agreed."]
    document = read_pdf(set_lines(rows))

    assert [d.code for d in document.doubts] == ["uncertain-row"] * 2 + ["doubtful-letters"]
    assert "make impossible years" in document.doubts[-1].message


def test_digits_that_make_years() -> None:
    rows = ["It met on 12 May 2024 and on 6 June 2025.", "It has 3,125 members; see page 3125."]

    assert read_pdf(set_lines(rows)).doubts == ()


def test_a_bloom_filter_has_all_its_words_and_hardly_others() -> None:
    words = [f"word{n}" for n in range(2000)]
    bits = word_filter(words)

    assert all(contains(bits, word) for word in words)
    assert sum(contains(bits, f"other{n}") for n in range(2000)) < 60


def test_a_french_text_without_any_accent() -> None:
    text = (
        "le comité des droits de la personne a examiné les rapports sur la situation dans les "
        "pays concernés et a décidé que les délégations et les représentants seraient invités aux "
        "réunions pour présenter leurs priorités et les activités prévues par la résolution "
        "adoptée à sa dernière session sans préjudice des mesures déjà prises par le secrétaire"
    )
    without = text.translate(str.maketrans("éèà", "eea"))

    assert [(fault.letter, fault.other) for fault in found_in(without)] == [("e", "é")]
    assert found_in(text) == []


def test_a_ligature_of_lam_and_alef_that_lost_the_alef() -> None:
    found = found_in(ARABIC, ("لا", "ل"), ("لأ", "ل"), ("لإ", "ل"))

    (lost,) = (one for one in found if (one.letter, one.other) == ("ل", "لا"))
    assert is_affected("التصديق على التفاقية", lost)
    assert not is_affected("تشجع الجمعية العامة", lost)


def test_words_in_two_subsets_of_a_font() -> None:
    """Cairo draws an f that ToUnicode has as i with another subset than the letters beside it."""
    rows = [ENGLISH[at : at + 80] for at in range(0, len(ENGLISH), 80)]
    shown = "".join(
        f"1 0 0 1 72 {700 - 14 * at} Tm ({row.replace('f', ') Tj /G 10 Tf (i) Tj /F 10 Tf (')}) Tj "
        for at, row in enumerate(rows)
    )
    widths = "/FirstChar 0/LastChar 255/Widths[" + "600 " * 256 + "]"
    fonts = "".join(
        f"/{key}<</Type/Font/Subtype/TrueType/BaseFont/{name}/Encoding/WinAnsiEncoding{widths}>>"
        for key, name in (("F", "AAAAAA+Courier"), ("G", "BBBBBB+Courier"))
    )
    page = (
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        f"/Resources<</Font<<{fonts}>>>>>>"
    )
    content = stream(f"BT /F 10 Tf {shown} ET".encode())
    document = read_pdf(pdf([CATALOG, PAGES, page.encode(), content]))

    marked = [doubt for doubt in document.doubts if doubt.code == "uncertain-row"]
    assert len(marked) >= sum("f" in row for row in rows) - 1
