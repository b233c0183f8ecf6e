"""Persian digits and Farsi yeh in documents in Arabic, and in Persian ones."""

from __future__ import annotations

from types import SimpleNamespace

from unreport.readers.pdf.corrections.persian_characters import replace_persian_characters

YEH = "\N{ARABIC LETTER FARSI YEH}"
ARABIC = ["أعمال المؤتمر الثاني", "في المجلس الاقتصادي", "ويرد في هذا الفرع التالي"]


def read(*texts: str, base: str = "R") -> list[str]:
    rows = [SimpleNamespace(text=text, base=base) for text in texts]
    replace_persian_characters(rows)  # type: ignore[arg-type]
    return [row.text for row in rows]


def test_digits_of_an_arabic_document() -> None:
    assert read(*ARABIC, "(۱)", "۲۰۱۶/۲۰۱۷")[-2:] == ["(١)", "٢٠١٦/٢٠١٧"]


def test_persian_shapes_beside_arabic_ones_are_printed_so() -> None:
    assert read(*ARABIC, "٤٥٦", "۴۵۶", "(۱)")[-3:] == ["٤٥٦", "۴۵۶", "(١)"]


def test_alef_maksura_beside_yeh_with_its_dots() -> None:
    assert read(*ARABIC, f"يُرج{YEH} الاتصال إل{YEH} أن عل{YEH}")[-1] == "يُرجى الاتصال إلى أن على"
    assert read(*ARABIC, f"الاجتماع{YEH}")[-1] == "الاجتماعي"


def test_a_document_that_has_farsi_yeh_alone() -> None:
    assert read(f"المجلس الاقتصاد{YEH} عل{YEH}") == [f"المجلس الاقتصاد{YEH} على"]


def test_persian_documents_and_rows_from_left_to_right() -> None:
    persian = ["گزارش کميته چهارم", f"پيشنهاد سال ۲۰۱۷ برا{YEH} اجلاس"]
    assert read(*ARABIC, *persian) == [*ARABIC, *persian]
    assert read("page ۲۰۱۶", base="L") == ["page ۲۰۱۶"]
