"""HTML documents: read as a browser renders them."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unreport.document import Line
from unreport.errors import EmptySource, LimitExceeded, UnreportError
from unreport.readers.file_types import is_html
from unreport.readers.html.reader import read_html


def lines(html: str, *, original: bool = False) -> tuple[Line, ...]:
    return read_html(html.encode(), "page.html", original=original).lines


def texts(html: str) -> list[str]:
    return [line.text for line in lines(html)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>one  two\n three<p>four", ["one two three", "four"]),
        ("<div>a<p>b</p>c</div>", ["a", "b", "c"]),
        ("<h1>Draft<br>report</h1><p>x", ["Draft report", "x"]),
        ("<b>A</b>/80/<i>1</i>", ["A/80/1"]),
        ("<p>caf&eacute; &amp; &laquo;x&raquo; &#1575;&nbsp;&#x628;", ["café & «x» ا ب"]),
        ("<p>a<script>no</script><style>no</style><!-- no -->b", ["ab"]),
        ("<p>a<span style='display: none'>no</span><span hidden>no</span>b", ["ab"]),
        ("<p>co&shy;operation", ["cooperation"]),
        ("<dl><dt>Chair<dd>Ms. X</dl>", ["Chair", "Ms. X"]),
        ("<p>a<del>no</del><ins>yes</ins>", ["ayes"]),
        ("<p dir=rtl>تقرير <bdo dir=rtl>اللجنة</bdo>", ["تقرير اللجنة"]),
        ("text alone", ["text alone"]),
        ("<p>a<o:p></o:p><![if !supportEmptyParas]>&nbsp;<![endif]>b", ["a b"]),
        ("<title>no</title><body>yes", ["yes"]),
    ],
)
def test_text(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


def test_original() -> None:
    assert [line.text for line in lines("<p>a<del>b</del><ins>c</ins>", original=True)] == ["ab"]


def test_line_breaks_and_blank_lines() -> None:
    found = lines("<p>Distr.: Limited<br>12 May 2020<br><br>Original: English</p><p>x</p>")

    assert [(line.text, line.ends, line.above) for line in found] == [
        ("Distr.: Limited", None, 0),
        ("12 May 2020", True, 0),
        ("Original: English", True, 1),
        ("x", True, 0),
    ]


def test_preformatted_text() -> None:
    found = lines("<pre>Title\n\n  1.  As typed\nand wrapped</pre>")

    assert [(x.text, x.above, x.indent, x.ends) for x in found] == [
        ("Title", 0, 0.0, True),
        ("1.  As typed", 1, 2.0, None),
        ("and wrapped", 0, 0.0, True),
    ]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ol><li>x<li>y</ol>", ["1. x", "2. y"]),
        ("<ol type=a start=3><li>x<li value=7>y<li>z</ol>", ["c. x", "g. y", "h. z"]),
        ("<ol type=I><li>x<ol type=i><li>y</ol><li>z</ol>", ["I. x", "i. y", "II. z"]),
        ("<ol reversed><li>x<li>y</ol>", ["2. x", "1. y"]),
        ("<ol style='list-style-type: lower-russian'><li>x<li>y</ol>", ["а. x", "б. y"]),
        ("<ol style='list-style-type: arabic-indic'><li>x<li>y</ol>", ["١. x", "٢. y"]),
        ("<ol style='list-style-type:cjk-ideographic'><li>x</ol>", ["一、 x"]),
        ("<ol style='list-style-type:none'><li>(a) x</ol>", ["(a) x"]),
        ("<ul><li><p>x</p><p>y</p></ul>", ["• x", "y"]),
    ],
)
def test_lists(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


def test_list_numbers_of_word() -> None:
    number = "<span style='mso-list:Ignore'>(أ)<span style='font:7.0pt'>&nbsp;&nbsp;</span></span>"
    html = (
        f"<p class=MsoNormal dir=RTL style='mso-list:l0 level1 lfo1'><![if !supportLists]>{number}"
    )
    (line,) = lines(f"{html}<![endif]>أن تنظر</p>")

    assert (line.text, line.label) == ("(أ) أن تنظر", 3)


def test_heading_levels_and_formats() -> None:
    found = lines(
        "<h2>a</h2><p class=HChG>b</p><p class=SingleTxtG>c</p><center><b>d</b></center>"
        "<p style='text-align:center;font-size:14.0pt'><i>e</i></p>"
    )

    assert [(x.level, x.bold, x.italic, x.centred, x.size) for x in found] == [
        (2, False, False, None, None),
        (1, False, False, None, None),
        (0, False, False, None, None),
        (None, True, False, True, None),
        (None, False, True, True, 14.0),
    ]


# --- tables -------------------------------------------------------------------------------------


def test_a_data_table() -> None:
    found = lines(
        "<table border=1><caption>Table 1</caption><thead><tr><th>A<th>B</thead>"
        "<tr><td>x<br>y<td><p>z</p><p>w<sup>2</sup></p></tr><tr><td><td></tr></table>after"
    )

    assert [(x.role, x.text) for x in found] == [
        ("body", "Table 1"),
        ("table", "A\tB"),
        ("table", "x y\tz w2"),
        ("body", "after"),
    ]
    assert found[2].cells == ("x y", "z w2")
    assert [found[2].text[a:b] for a, b in found[2].calls] == ["2"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            (
                "<tr><th>State<th>Pledged<th>Paid<tr><td colspan=2>Algeria (no pledge)<td>7"
                "<tr><td rowspan=2>Brazil<td>4<td>9<tr><td>5<td>6"
            ),
            ["State\tPledged\tPaid", "Algeria (no pledge)\t\t7", "Brazil\t4\t9", "\t5\t6"],
        ),
        (  # a cell over two rows and two columns; a span does not leave its group
            (
                "<tbody><tr><td>a<td colspan=2 rowspan=9>b<td>c<tr><td>d<td>e</tbody>"
                "<tbody><tr><td>f<td>g<td>h<td>i</tbody>"
            ),
            ["a\tb\t\tc", "d\t\t\te", "f\tg\th\ti"],
        ),
        (  # `rowspan=0` reaches to the end of the group; what is no number is 1
            "<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d<td colspan=x>e",
            ["a\tb", "\tc", "\td\te"],
        ),
        ("<tr><td>a<td colspan=-1 rowspan=99999999>b<td>c<tr><td>d<td>e", ["a\tb\tc", "d\t\te"]),
        (
            "<tr><td>مقر<td rowspan=2>٥<tr><td>فيينا<tr><td>جنيف<td>٧",
            ["مقر\t٥", "فيينا", "جنيف\t٧"],
        ),
    ],
)
def test_spans_keep_the_columns(rows: str, expected: list[str]) -> None:
    assert texts(f"<table>{rows}</table>") == expected


def test_a_caption_between_rows_is_shown_above_them() -> None:
    """As in a browser (CSS 2.2, 17.4)."""
    rows = "<tr><td>a<td>b</tr><caption>Table 1</caption><tr><td>c<td>d</tr>"

    assert texts(f"<table>{rows}</table>after") == ["Table 1", "a\tb", "c\td", "after"]


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>A/80/1<td>Distr.: Limited</table>",
        "<table><tr><td>A/80/1</tr><tr><td>Distr.: Limited</table>",
        "<table><tr><td>A/80/1<td><table><tr><td>Distr.: Limited</table></table>",
        "<table><tr><td><h2>A/80/1</h2><td>Distr.: Limited</table>",
    ],
)
def test_layout_tables(html: str) -> None:
    assert [(line.role, line.text) for line in lines(html)] == [
        ("body", "A/80/1"),
        ("body", "Distr.: Limited"),
    ]


# --- notes --------------------------------------------------------------------------------------

WORD_NOTE = (
    '<p>Text<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>.</p>'
    '<div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> Note.</p></div>'
    "<p>After</p>"
)
WEB_NOTE = (
    '<p>Text<sup><a href="#fn:1">1</a></sup>.</p><p>After</p>'
    '<section class="footnotes"><ol><li id="fn:1">Note.</li></ol></section>'
)


@pytest.mark.parametrize("html", [WORD_NOTE, WEB_NOTE], ids=["word", "web"])
def test_calls_and_notes(html: str) -> None:
    found = lines(html)

    assert [(line.role, line.text) for line in found] == [
        ("body", "Text1."),
        ("body", "After"),
        ("note", "1 Note."),
    ]
    assert found[0].calls == ((4, 5),)


@pytest.mark.parametrize("html", ["5 km<sup>2</sup>", "1<sup>st</sup>", "<sup>1</sup> Note"])
def test_superscripts_that_are_no_calls(html: str) -> None:
    assert lines(html)[0].calls == ()


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>10<sup>6</sup> t", "10⁶ t"),
        ("<p>10<sup>6,</sup> t", "10⁶, t"),
        ("<p>10<span style='vertical-align:super'>6</span> t", "10⁶ t"),
        ("<p>10<span style='mso-text-raise:4pt;font-size:8pt'>6</span> t", "10⁶ t"),
        ("<p>4<sup>1</sup>/<sub>2</sub> t", "4¹/₂ t"),
        ("<p><math><msup><mn>10</mn><mn>6</mn></msup></math> t", "10⁶ t"),
        ("<p><math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> t", "1/2 t"),
        ("<p>5 km<sup>2</sup>", "5 km²"),
        ("<p>CO<sub>2</sub>", "CO2"),
        ("<p>1<sup>st</sup>", "1st"),
    ],
)
def test_superscript_digits(html: str, expected: str) -> None:
    assert lines(html)[0].text == expected


def test_furniture() -> None:
    found = lines("<nav>Home</nav><p>x</p><footer>Contact</footer>")

    assert [(line.role, line.text) for line in found] == [
        ("head", "Home"),
        ("body", "x"),
        ("foot", "Contact"),
    ]


# --- encodings ----------------------------------------------------------------------------------

ARABIC = "تقرير اللجنة عن أعمال دورتها الخامسة والستين المعقودة في فيينا، ووافقت عليه الدول الأطراف"
RUSSIAN = "Доклад Комитета о работе его шестьдесят второй сессии, состоявшейся в Вене"
CHINESE = "委员会第六十二届会议的报告，会议于二〇一九年在维也纳举行，各国代表出席了会议"
FRENCH = "Rapport de la Conférence des États parties sur les travaux de sa huitième session"


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (ARABIC, "windows-1256", "windows-1256"),
        (ARABIC, "utf-8", "windows-1256"),
        (ARABIC, "utf-8-sig", None),
        (ARABIC, "windows-1256", None),
        (RUSSIAN, "windows-1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "windows-1251", None),
        (CHINESE, "gb18030", "gb2312"),
        (CHINESE, "gb18030", None),
        (CHINESE, "big5", "big5"),
        (FRENCH, "windows-1252", "iso-8859-1"),
        (FRENCH, "utf-8", None),
        (FRENCH, "utf-8", "no-such-thing"),
        (FRENCH, "utf-16", "utf-16"),
        (FRENCH, "ascii", "utf-8"),
    ],
)
def test_encodings(text: str, encoding: str, declared: str | None) -> None:
    if encoding == "ascii":
        text = "Report of the Committee"
    elif encoding == "big5":
        text = "委員會第六十二屆會議的報告"
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    page = f"<html><head>{meta if declared else ''}</head><body><p>{text}</p></body></html>"
    document = read_html(page.encode(encoding))

    assert document.text == text
    assert document.source.media_type == "text/html"


def test_mhtml() -> None:
    page = (
        b"From: <Saved by a browser>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="XX"\r\n\r\n'
        b"--XX\r\nContent-Type: text/html; charset=windows-1256\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<html><body><p>=CA=DE=D1=ED=D1</p></body></html>\r\n--XX--\r\n"
    )

    assert is_html(page)
    assert read_html(page).text == "تقرير"


@pytest.mark.parametrize(
    ("data", "html"),
    [
        (b"<!DOCTYPE html><p>x", True),
        (b"\xef\xbb\xbf<HTML>", True),
        (b'<?xml version="1.0"?>\n<!-- saved from url=(0014)about:internet -->\n<html>', True),
        ("<html>".encode("utf-16"), True),
        (b"<div><p>x</p><p>y</p></div>", True),
        (b"<akomaNtoso><p>x", False),
        (b"<p>", False),
        (b"1. A <b> in a text", False),
        (b"%PDF-1.7", False),
        (b"", False),
    ],
)
def test_sniffing(data: bytes, html: bool) -> None:  # noqa: FBT001
    assert is_html(data) is html


# --- bad pages ----------------------------------------------------------------------------------


def test_external_entities_are_not_loaded() -> None:
    page = '<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/passwd">]><p>&e;</p>'

    assert "root:" not in read_html(page.encode()).text


@pytest.mark.parametrize("html", ["<div>" * 100_000, "<b>" * 2_100_000])
def test_size_limits(html: str) -> None:
    with pytest.raises(LimitExceeded):
        read_html(html.encode())


def test_empty_pages() -> None:
    with pytest.raises(EmptySource):
        read_html(b"")
    with pytest.raises(EmptySource):
        read_html(b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--")


TAGS = "p div b table tr td th ol ul li br pre h1 sup span a caption center script del"
SOUP = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS.split()]),
        st.sampled_from([f"</{tag}>" for tag in TAGS.split()]),
        st.text(max_size=5),
    ),
    max_size=30,
).map("".join)


@given(SOUP)
def test_any_page_can_be_read(html: str) -> None:
    try:
        document = read_html(html.encode("utf-8", "replace"))
    except UnreportError:
        return
    for line in document.lines:
        assert document.text[line.start : line.end] == line.text
        assert "\n" not in line.text


WORDS = "p div b table tr td th ol ul li br pre h1 sup span a caption center"


@given(st.lists(st.sampled_from([f"<{t}>" for t in WORDS.split()] + ["</td>", "</p>", "</table>"])))
def test_every_word_is_read_once(tags: list[str]) -> None:
    """Every word is read once, whatever the tags between them."""
    html = "".join(f"{tag}w{at:03} " for at, tag in enumerate(tags)) + "end"
    found = Counter(re.findall(r"w\d\d\d", read_html(html.encode()).text))

    assert found == Counter(f"w{at:03}" for at in range(len(tags)))


def test_a_separator_in_a_number() -> None:
    assert texts("<ol start='&#28;5'><li>one</li></ol>") == ["5. one"]
