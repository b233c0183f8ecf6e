"""Marks of notes in the size of the notes: raised before them, as by `vertical-align: super`."""

from pdf_files import unicode_page

from unreport import read

TEXT = "the lakes and rivers of the north are deep and cold, and clear."
LEFT = 60.0


def test_a_raised_mark_in_the_size_of_its_note() -> None:
    mark, rise = (LEFT - 7.5, 704.0, "1"), 4.0
    notes = [(LEFT, mark[1] - rise, TEXT), (LEFT, 686.0, TEXT)]

    document = read(unicode_page(*notes, over=(mark,), over_size=10))

    assert document.text.splitlines()[0].replace(" ", "") == "1" + TEXT.replace(" ", "")


def test_a_raised_mark_at_the_right_of_an_arabic_note() -> None:
    note = "تقرير الفريق العامل المعني بالبحيرات"[::-1]
    mark = (LEFT + 5 * len(note) + 2.5, 704.0, "١")

    document = read(unicode_page((LEFT, 700.0, note), (LEFT, 686.0, note), over=(mark,)))

    assert document.text.splitlines()[0].replace(" ", "") == "١" + note[::-1].replace(" ", "")


def test_a_number_beside_two_rows_of_a_cell_is_no_mark() -> None:
    number = (LEFT - 30, 694.0, "1")
    rows = [(LEFT, 700.0, TEXT), (LEFT, 688.0, TEXT)]

    document = read(unicode_page(*rows, over=(number,), over_size=10))

    assert f"1{TEXT}" not in document.text
