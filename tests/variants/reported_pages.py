"""Web pages: lists, tables, hidden text, character references, depth, damage."""

from variants.case import Kind, Variant

from unreport.errors import LimitExceeded

MET = ("1. It met.", "2. It closed.")
WHATWG = "HTML Living Standard"


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


LISTS_IN_TABLES = Kind(
    "adbar/trafilatura#531",
    "lists and headings in the cells of tables",
    "A cell holds any flow content (4.9.9).",
    (
        Variant(
            "a list in a cell",
            page(
                "<table><tr><td>Mon</td><td><ul><li>10 to 12</li><li>15 to 18</li></ul></td></tr>"
                "<tr><td>Tue</td><td>Closed</td></tr></table><p>1. It met.</p>"
            ),
            ("Mon | • 10 to 12 • 15 to 18", "Tue | Closed", "1. It met."),
        ),
    ),
)
TAILS = Kind(
    "adbar/trafilatura#890",
    "text behind inline elements",
    "All text of a paragraph is its text, whatever inline elements it has (3.2.5.2.5).",
    (
        Variant(
            "in a layout table, paragraphs without end tags",
            page(
                "<table><tr><td><h1>I. Gears</h1><p>1. It <i>turns</i> at <i>r</i>, <b>not</b> 3<i>"
                "r</i>/2.<p>2. It <a href=x>closed</a>, <span>then</span> <wbr>left.</td></tr>"
                "</table>"
            ),
            ("I. Gears", "1. It turns at r, not 3r/2.", "2. It closed, then left."),
        ),
    ),
)
NUL_BYTES = Kind(
    "scrapy/parsel#123",
    "NUL characters in pages",
    "A NUL in text is dropped (13.2.5.1 and 13.2.6.4.7); what follows is not.",
    (
        Variant("in a paragraph", page("<p>1. It\0 met.</p><p>2. It closed.</p>"), MET),
        Variant("between elements", page("<p>1. It met.</p>\0<p>2. It closed.</p>"), MET),
        Variant(
            "as a reference",
            page("<p>1. It met&#0;.</p><p>2. It closed.</p>"),
            ("1. It met�.", MET[1]),
        ),
    ),
)
C1_REFERENCES = Kind(
    "apache/commons-text#191",
    "numeric references to characters of windows-1252",
    "References 128 to 159 are those of windows-1252 (13.2.5.80, numeric character reference end "
    "state).",
    (
        Variant(
            "quotation marks, a dash and an apostrophe",
            page("<p>1. &#147;Peace&#148; &#150; the Committee&#146;s work, &#x80;5.</p>"),
            ("1. “Peace” – the Committee’s work, €5.",),
        ),
        Variant(
            "references without a semicolon",
            page("<p>1. Le Comit&eacute s'est r&eacuteuni &agrave; Gen&#232ve.</p>"),
            ("1. Le Comité s'est réuni à Genève.",),
        ),
        Variant(
            "names that are not in HTML 4",
            page(
                "<p>1. &Ccaron;&acaron; &lbrack;5&rbrack; &NotEqual;.</p>".replace("&acaron;", "")
            ),
            ("1. Č [5] ≠.",),
        ),
    ),
)
START_OF_LISTS = Kind(
    "JohannesKaufmann/html-to-markdown#84",
    "first numbers of lists",
    "start, value and reversed are integers, also 0 and negative (4.4.5, 4.4.8).",
    (
        Variant(
            "from zero",
            page('<ol start="0"><li>It met.</li><li>It closed.</li></ol>'),
            ("0. It met.", "1. It closed."),
        ),
        Variant(
            "a value of zero, then a value of ten",
            page('<ol><li value="0">It met.</li><li value="10">It voted.</li><li>It closed.</ol>'),
            ("0. It met.", "10. It voted.", "11. It closed."),
        ),
        Variant(
            "backwards to zero",
            page("<ol reversed start=1><li>It met.</li><li>It closed.</li></ol>"),
            ("1. It met.", "0. It closed."),
        ),
        Variant(
            "a number with a sign and a unit",
            page('<ol start="+3 x"><li>It met.</li></ol>'),
            ("3. It met.",),
        ),
        Variant(
            "the counter style of a style sheet",
            page(
                '<ol class="a"><li>It met.</li></ol><ol id=r><li>It closed.</li></ol>',
                "<style>.a { list-style-type: lower-alpha } #r {list-style: upper-roman}</style>",
            ),
            ("a. It met.", "I. It closed."),
        ),
        Variant(
            "items without a list, and a list in a list without an item",
            page(
                "<li>It met.</li><ol><li>It voted.</li><ol><li>twice;</li></ol><li>It closed.</ol>"
            ),
            ("• It met.", "1. It voted.", "1. twice;", "2. It closed."),
        ),
    ),
)
DEEP = 300
DEEP_NESTING = Kind(
    "Unstructured-IO/unstructured#4340",
    "elements that nest deeply",
    "Pages of layout tables nest more than 256 elements; no text below is lost.",
    (
        Variant(
            "divisions",
            page(f"<p>1. It met.</p>{'<div>' * DEEP}2. It closed.{'</div>' * DEEP}"),
            MET,
        ),
        Variant(
            "unclosed inline elements",
            page("<p>1. It met.</p>" + "<font>" * 1200 + "<p>2. It closed.</p>"),
            MET,
        ),
        Variant(
            "far deeper",
            page(f"<p>1. It met.</p>{'<div>' * 5000}2. It closed.{'</div>' * 5000}"),
            LimitExceeded,
        ),
        Variant(
            "layout tables",
            page(
                f"{'<table><tr><td>' * 100}<p>1. It met.</p>{'</td></tr></table>' * 100}"
                "<p>2. It closed.</p>"
            ),
            MET,
        ),
    ),
)
LONG_TEXT = Kind(
    "scrapy/parsel#110",
    "text of more than ten million characters",
    "A long script or text is no reason to stop reading.",
    (
        Variant(
            "a long script",
            lambda: page(
                f"<p>1. It met.</p><script>{'a' * 10_100_000}</script><p>2. It closed.</p>"
            ),
            MET,
        ),
    ),
)
HIDDEN = Kind(
    "xberg-io/html-to-markdown#468",
    "other ways to hide text in a page",
    "`!important` is no part of a value (CSS Cascade 5, 6.3); text of size 0 shows nothing.",
    (
        Variant(
            "display: none !important",
            page(
                '<p>1. It met.</p><p style="display:none !important">secret</p><p>2. It closed.</p>'
            ),
            MET,
        ),
        Variant(
            "size 0",
            page('<p>1. It met.</p><div style="font-size:0px">secret</div><p>2. It closed.</p>'),
            MET,
        ),
        Variant(
            "size 0 around text of another size",
            page(
                '<div style="font-size:0"><span style="font-size:14px">1. It met.</span></div>'
                "<p>2. It closed.</p>"
            ),
            MET,
        ),
        Variant(
            "the last declaration of an element holds",
            page('<p style="display:none;display:block">1. It met.</p><p>2. It closed.</p>'),
            MET,
        ),
        Variant(
            "comments in a style attribute, upper case",
            page(
                '<p>1. It met.</p><p style="/* x */ DISPLAY: NONE">secret</p><p>2. It closed.</p>'
            ),
            MET,
        ),
        Variant(
            "hidden=until-found and aria-hidden",
            page('<p>1. It met.</p><p hidden="">secret</p><p aria-hidden="true">2. It closed.</p>'),
            MET,
        ),
    ),
)
SELF_CLOSING = Kind(
    "jhy/jsoup#906",
    "empty elements of XHTML",
    "In XML `<title/>` and `<script/>` are empty (XML 1.0, 3.1); the page behind them is text.",
    (
        Variant(
            "a title, a script and a style in XHTML",
            b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/>'
            b'<script src="a.js"/><style/></head><body><p>1. It met.</p><a name="x"/><p>2. It '
            b"closed.</p></body></html>",
            MET,
        ),
        Variant(
            "in a page that is no XML",
            b"<html><head><title/><script src=a.js /></head><body><p>1. It met.</p><p>2. It closed."
            b"</p></body></html>",
            MET,
        ),
        Variant(
            "a division and a text area",
            b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head/><body><div/>'
            b"<p>1. It met.</p><textarea/><iframe src='x'/><p>2. It closed.</p></body></html>",
            MET,
        ),
    ),
)
FOOTER_ROWS = Kind(
    "woocommerce/woocommerce#5833",
    "table footers before the rows",
    "A browser shows the rows of tfoot last (15.3.8, display: table-footer-group).",
    (
        Variant(
            "head, foot, body",
            page(
                "<table><thead><tr><th>State</th><th>Paid</th></tr></thead><tfoot><tr><td>Total</td>"
                "<td>12</td></tr></tfoot><tbody><tr><td>Chad</td><td>5</td></tr></tbody></table>"
                "<p>1. It met.</p>"
            ),
            ("State | Paid", "Chad | 5", "Total | 12", "1. It met."),
        ),
        Variant(
            "text in a table outside of its cells",
            page(
                "<table>1. It met.<tr><td>Chad</td><td>5</td></tr><p>2. It closed.</p><tr><td>Benin"
                "</td><td>7</td></tr></table>"
            ),
            ("1. It met.", "2. It closed.", "Chad | 5", "Benin | 7"),
        ),
        Variant(
            "a caption",
            page("<table><caption>Table 1</caption><tr><td>Chad</td><td>5</td></tr></table>"),
            ("Table 1", "Chad | 5"),
        ),
        Variant(
            "a span of more columns than there are, and one to the end",
            page(
                "<table><tr><td colspan=100000>Paid</td></tr><tr><td rowspan=0>Chad</td><td>5</td>"
                "</tr><tr><td>7</td></tr></table>"
            ),
            ("Paid", "Chad | 5", " | 7"),
        ),
    ),
)
DAMAGED_PAGES = Kind(
    "jhy/jsoup#691",
    "pages whose tags do not close",
    "The parser recovers (13.2.2); text is not lost.",
    (
        Variant(
            "text behind </html>, a second body",
            b"<html><body><p>1. It met.</p></body></html><p>2. It closed.</p><body><p>3. Annex</p>",
            ("1. It met.", "2. It closed.", "3. Annex"),
        ),
        Variant(
            "two pages in one file",
            page("<p>1. It met.</p>")
            + page("<p>2. It closed.</p>", "<style>p {color:red}</style>"),
            MET,
        ),
        Variant(
            "a comment that is never closed hides the rest, and a short one does not",
            page("<p>1. It met.</p><!--><p>2. It closed.</p><!-- <p>secret</p>"),
            MET,
        ),
        Variant(
            "attributes with > and quotation marks",
            page("<p title='a > b'>1. It met.</p><p title=\"it's\" x=>2. It closed.</p>"),
            MET,
        ),
        Variant(
            "a signless <",
            page("<p>1. The rate was < 5 and <3 per cent.</p><p>2. It closed.</p>"),
            ("1. The rate was < 5 and <3 per cent.", "2. It closed."),
        ),
        Variant(
            "conditional comments of Word around a list number",
            page(
                "<p>1. It met.</p><p><![if !supportLists]><span style='mso-list:Ignore'>2.<span>"
                "&nbsp;</span></span><![endif]>It closed.</p><!--[if mso]><p>x</p><![endif]-->"
            ),
            MET,
        ),
    ),
)
QUOTES = Kind(
    "adbar/trafilatura#829",
    "quotations and other inline elements with a rendering of their own",
    "q has quotation marks (15.3.4).",
    (Variant("a quotation", page("<p>1. It said <q>yes</q>.</p>"), ("1. It said “yes”.",)),),
)
ORDER_OF_SPACES = Kind(
    "zytedata/html-text#7",
    "spaces and line breaks",
    "White space collapses outside of `pre` (CSS Text 3, 4.1); br ends a line.",
    (
        Variant(
            "line breaks between numbered lines",
            page("<p>1. It met.<br>2. It closed.<br/><br>3. Annex</p>"),
            ("1. It met.", "2. It closed.", "3. Annex"),
        ),
        Variant(
            "preformatted text",
            page("<pre>\n1. It met.\n2. It   closed.\n</pre>"),
            ("1. It met.", "2. It   closed."),
        ),
        Variant(
            "pre-line by style",
            page('<p style="white-space: pre-line">1. It met.\n2. It   closed.</p>'),
            MET,
        ),
        Variant(
            "inline elements do not add spaces, blocks do",
            page("<p>1. It <b>m</b><i>et</i>.</p><div>2. It<div>closed.</div></div>"),
            ("1. It met.", "2. It", "closed."),
        ),
        Variant(
            "soft hyphens and word breaks",
            page("<p>1. The Com&shy;mit<wbr>tee&#8203; met.</p>"),
            ("1. The Committee met.",),
        ),
    ),
)
CHARSET_LABELS = Kind(
    "jawah/charset_normalizer#104",
    "labels of encodings",
    "Labels are those of the Encoding Standard, 4.2: `iso-8859-1` is windows-1252, `gb2312` is "
    "GBK, `utf-16` in a meta element is UTF-8.",
    (
        Variant(
            "gb2312 with letters of GBK",
            "<html><head><meta charset=gb2312></head><body><p>1. "
            "朱镕基委员会在维也纳举行会议并审议了议程。</p></body></html>".encode("gb18030"),
            ("1. 朱镕基委员会在维也纳举行会议并审议了议程。",),
        ),
        Variant(
            "utf-16 declared, UTF-8 in fact",
            "<html><head><meta charset=utf-16></head><body><p>1. Le Comité s'est réuni.</p></body>"
            "</html>".encode(),
            ("1. Le Comité s'est réuni.",),
        ),
        Variant(
            "latin1 with quotation marks of windows-1252",
            "<html><head><meta charset=latin1></head><body><p>1. Le “Comité” s’est réuni à Genève "
            "– enfin.</p></body></html>".encode("cp1252"),
            ("1. Le “Comité” s’est réuni à Genève – enfin.",),
        ),
        Variant(
            "a label that is not known",
            "<html><head><meta charset=x-unknown></head><body><p>1. Комитет собрался в Вене и "
            "рассмотрел вопросы повестки дня.</p></body></html>".encode("cp1251"),
            ("1. Комитет собрался в Вене и рассмотрел вопросы повестки дня.",),
        ),
        Variant(
            "far behind the beginning",
            f"<html><head><!--{'x' * 3000}--><meta http-equiv='Content-Type' content='text/html; "
            "charset=koi8-r'></head><body><p>1. Комитет собрался в Вене.</p></body></html>".encode(
                "koi8_r"
            ),
            ("1. Комитет собрался в Вене.",),
        ),
    ),
)
REPORTED_PAGES = (
    LISTS_IN_TABLES, TAILS, NUL_BYTES, C1_REFERENCES, START_OF_LISTS, DEEP_NESTING, LONG_TEXT,
    HIDDEN, SELF_CLOSING, FOOTER_ROWS, DAMAGED_PAGES, QUOTES, ORDER_OF_SPACES, CHARSET_LABELS,
)  # fmt: skip
