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


def test_an_opening_bracket_in_the_place_of_the_closing_quotation_mark_before_it() -> None:
    rows = [(60, 700, "他说“须再议！”"), (80 - 0.02 + 15, 700, "（见附件）"), (60, 680, "纪念公约")]

    assert "再议！”（见附件）" in read(unicode_page(*rows)).text


def test_brackets_with_nothing_in_them() -> None:
    rows = [
        (60, 700, "他说须再议了（"),
        (60 + 6 * 5 + 0.02, 700, "）见附件"),
        (60, 680, "纪念公约"),
    ]

    assert "（）见附件" in read(unicode_page(*rows)).text
