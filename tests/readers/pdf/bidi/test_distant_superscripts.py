"""Superscripts and subscripts far from their baselines: they touch the letter before them."""

from pdf_files import unicode_page

from unreport import read

TEXT = "the lakes and rivers of the north are deep and cold,"
SIZE, LEFT = 10, 60.0
WIDTH = SIZE / 2  # of a letter


def test_a_call_at_the_end_of_a_row_that_is_raised_by_an_em() -> None:
    rows = [(LEFT, 700.0, TEXT), (LEFT, 680.0, "and clear;"), (LEFT, 660.0, TEXT)]
    call = (LEFT + WIDTH * len("and clear;"), 689.5, "2")

    document = read(unicode_page(*rows, over=(call,), over_size=7))

    assert "and clear;2" in document.text


def test_a_low_subscript_that_is_nearer_to_the_next_row() -> None:
    above, below = "the share of CO  in the air was measured", "in the lakes of  the north"
    place = LEFT + WIDTH * (above.index("CO") + len("CO"))
    gap_below = place - WIDTH * (below.index("of") + len("of")) - 3  # the space is wider there
    rows = [(LEFT, 700.0, above), (gap_below, 688.0, below)]

    document = read(unicode_page(*rows, over=((place, 694.5, "2"),), over_size=8))

    assert "CO2 in" in document.text
