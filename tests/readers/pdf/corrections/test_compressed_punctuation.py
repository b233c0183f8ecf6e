"""Chinese punctuation whose glyphs share one place."""

from pdf_files import unicode_page

from unreport import read


def test_an_opening_bracket_whose_box_begins_with_that_of_the_colon_before_it() -> None:
    rows = [
        (60, 700, "委员会决定如下："),
        (80 - 0.02 + 15, 700, "（a）举行会议"),
        (60, 680, "纪念公约"),
    ]

    document = read(unicode_page(*rows))

    assert "如下：（a）举行" in document.text
