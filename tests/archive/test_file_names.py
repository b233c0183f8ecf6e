import pytest
from hypothesis import given
from hypothesis import strategies as st

from unreport.archive.file_names import decode_file_name

NAMES = {
    "cp1256": "تقرير اللجنة_٢.txt".replace("٢", "2"),
    "cp720": "تقرير الدورة.pdf",
    "cp1251": "Проект доклада.docx",
    "cp866": "доклад/Добавление.pdf",
    "koi8-r": "отчет о работе.txt",
    "cp1252": "résumé exécutif.doc",
    "cp850": "Añadido español.txt",
    "gb18030": "委员会报告草稿.pdf",
}


@pytest.mark.parametrize(("table", "name"), NAMES.items())
def test_the_encoding_of_a_name_is_detected(table: str, name: str) -> None:
    assert decode_file_name(name.encode(table)) == name
    assert decode_file_name(name.encode()) == name


def test_undecodable_bytes_are_escaped() -> None:
    assert decode_file_name(b"a\x81\xfe\xffb.txt") == r"a\x81\xfe\xffb.txt"


@given(st.binary())
def test_any_bytes_are_decoded(raw: bytes) -> None:
    decode_file_name(raw).encode("utf-8")
