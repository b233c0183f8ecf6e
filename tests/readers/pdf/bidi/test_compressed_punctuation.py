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


def test_signs_that_are_quoted_or_alone_in_brackets_keep_their_place() -> None:
    texts = ["该名男子（？）于四月七日抵达该镇并（！）离开", "逗号写作「，」，句号写作「。」，"]
    rows = [(60, 700 - 20 * at, text) for at, text in enumerate(texts)]

    document = read(unicode_page(*rows))

    assert [line.text for line in document.lines] == texts
