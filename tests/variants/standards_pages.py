"""Web pages: counter styles, style sheets, frames, encodings, by the clause of the standard."""

from variants.case import Doubted, Kind, Variant
from variants.reported_pages import page

from unreport.errors import EmptySource

MET = ("1. It met.", "2. It closed.")


TYPES_OF_LISTS_AND_ITEMS = Kind(
    "HTML 4.4.5 and 15.3.8",
    "types of lists and items",
    (
        "The type of an item precedes that of its list; letters go "
        "on with aa, ab (CSS Counter Styles 3, 3.1.5); a string may "
        "be a marker."
    ),
    (
        Variant(
            "a, I, i of elements and items",
            page(
                '<ol type="a"><li>It met.<li>It closed.</ol><ol type="I">'
                '<li>A<li type="1">B</ol><ol type=i start=4><li>C</ol>'
            ),
            (
                "a. It met.",
                "b. It closed.",
                "I. A",
                "2. B",
                "iv. C",
            ),
        ),
        Variant(
            "list-style-type of languages",
            page(
                '<ol style="list-style-type: cjk-ideographic"><li>一<li>二'
                '</ol><ol style="list-style-type: lower-greek"><li>x</ol><ol '
                'style="list-style: upper-roman inside"><li>y</ol>'
            ),
            (
                "一、 一",
                "二、 二",
                "α. x",
                "I. y",
            ),
        ),
        Variant(
            "a text as marker",
            page(
                "<ul style=\"list-style-type: '– '\"><li>It met.</ul><ol "
                'style="list-style-type:none"><li>1. It met.</ol>'
            ),
            (
                "– It met.",
                "1. It met.",
            ),
        ),
    ),
)
TEXT_THAT_A_STYLE_SHEET_ADDS = Kind(
    "CSS 2.2, 12.2",
    "text that a style sheet adds",
    ("What ::before and ::after add is a doubt, if it has letters or counters."),
    (
        Variant(
            "::before with a text",
            page("<p class=n>It met.</p>", '<style>p.n::before{content:"Rule. "}</style>'),
            Doubted("unread-part"),
        ),
        Variant(
            "counters in ::before",
            page(
                "<h2>It met.</h2><h2>It closed.</h2>",
                (
                    "<style>body{counter-reset:n} h2::before{counter-increment:n;"
                    'content:counter(n) ". "}</style>'
                ),
            ),
            Doubted("unread-part"),
        ),
        Variant(
            "an empty ::before is nothing",
            page("<p>1. It met.</p>", '<style>p::before{content:""} p:after{content:none}</style>'),
            ("1. It met.",),
        ),
    ),
)
STYLE_SHEETS_FOR_SOME_MEDIA = Kind(
    "HTML 4.2.6",
    "style sheets for some media",
    "A sheet or a rule for print or narrow screens hides nothing.",
    (
        Variant(
            "print and screen",
            page(
                "<p class=a>1. It met.</p><p class=b>2. It closed.</p>",
                (
                    "<style>@media print{.a{display:none}} @media "
                    "(max-width:600px){.b{display:none}}</style>"
                ),
            ),
            MET,
        ),
        Variant(
            "a rule behind @media and @import",
            page(
                "<p class=a>1. It met.</p><p class=b>2. It closed.</p>",
                (
                    "<style>@import url(x.css); @media print{.a{display:none}} "
                    ".b{display:none}</style>"
                ),
            ),
            ("1. It met.",),
        ),
        Variant(
            "media of the style element",
            page("<p class=a>1. It met.</p>", "<style media=print>.a{display:none}</style>"),
            ("1. It met.",),
        ),
    ),
)
DIRECTIONS = Kind(
    "HTML 4.5.25",
    "directions",
    "bdo, bdi and dir change how text is shown, not its order.",
    (
        Variant(
            "bdo, bdi and dir",
            page("<p>1. <bdo dir=ltr>It </bdo><bdi>met</bdi>.</p><p dir=rtl>٢- اجتمعت.</p>"),
            (
                "1. It met.",
                "٢- اجتمعت.",
            ),
        ),
    ),
)
QUOTATIONS_IN_QUOTATIONS = Kind(
    "HTML 15.3.4",
    "quotations in quotations",
    "q within q has single quotation marks.",
    (
        Variant(
            "in each other",
            page("<p>1. It said <q>the <q>rule</q> holds</q>.</p>"),
            ("1. It said “the ‘rule’ holds”.",),
        ),
    ),
)
ELEMENTS_THAT_ARE_NOT_RENDERED = Kind(
    "HTML 15.3.1",
    "elements that are not rendered",
    "Templates, options of a datalist and fallbacks are not shown.",
    (
        Variant(
            "template, datalist, canvas, video",
            page(
                "<p>1. It met.</p><template><p>T</p></template><datalist>"
                "<option>D</datalist><canvas>C</canvas><video>V</video>"
                "<audio>A</audio><dialog>G</dialog>"
            ),
            ("1. It met.",),
        ),
        Variant(
            "noscript, iframe, object",
            page("<p>1. It met.</p><noscript><p>Switch on.</p></noscript><iframe src=x>I</iframe>"),
            ("1. It met.",),
        ),
    ),
)
ELEMENTS_WITH_TEXT_OF_THEIR_OWN = Kind(
    "HTML 4.11.1",
    "elements with text of their own",
    (
        "The text of details, legends and objects without data is "
        "shown; text of drawings is a doubt."
    ),
    (
        Variant(
            "details, summary, button, legend",
            page(
                "<details><summary>Opening</summary><p>1. It met.</p>"
                "</details><fieldset><legend>Closing</legend><p>2. It "
                "closed.</p></fieldset>"
            ),
            (
                "Opening",
                "1. It met.",
                "Closing",
                "2. It closed.",
            ),
        ),
        Variant(
            "fallback of an object, text of SVG",
            page(
                "<object><p>1. It met.</p></object><svg><title>T</title>"
                "<desc>D</desc><text>Figure</text></svg>"
            ),
            Doubted("unread-part"),
        ),
    ),
)
FRAMES = Kind(
    "HTML 16.6",
    "frames",
    ("The text for readers without frames is read; without it, the page is refused."),
    (
        Variant(
            "frameset with noframes",
            (
                b'<html><frameset cols="1,2"><frame src=a.html><noframes>'
                b"<body><p>1. It met.</p></body></noframes></frameset></html>"
            ),
            ("1. It met.",),
        ),
        Variant(
            "frameset without text",
            (
                b"<html><head><title>T</title></head><frameset><frame "
                b"src=a.html><frame src=b.html></frameset></html>"
            ),
            EmptySource,
        ),
    ),
)
PHONETIC_GUIDES_OF_HTML = Kind(
    "HTML 4.5.10",
    "phonetic guides of HTML",
    "rt and rp are no text of the line.",
    (
        Variant(
            "rt and rp",
            page("<p>1. <ruby>委<rp>(</rp><rt>wěi</rt><rp>)</rp></ruby>员会</p>"),
            ("1. 委员会",),
        ),
    ),
)
DEFINITION_LISTS = Kind(
    "HTML 4.4.9",
    "definition lists",
    "Terms and definitions are lines.",
    (
        Variant(
            "terms and definitions",
            page("<dl><dt>State<dd>A Member State.<dt>Body<dd>An organ.</dl>"),
            (
                "State",
                "A Member State.",
                "Body",
                "An organ.",
            ),
        ),
    ),
)
FIGURES_AND_ADDRESSES = Kind(
    "HTML 4.4.12",
    "figures and addresses",
    "Captions, quotations and addresses are lines.",
    (
        Variant(
            "captions",
            page(
                '<figure><img alt="Chart"><figcaption>Figure 1</figcaption>'
                "</figure><blockquote><p>1. It met.</p></blockquote>"
                "<address>Geneva</address>"
            ),
            (
                "Figure 1",
                "1. It met.",
                "Geneva",
            ),
        ),
    ),
)
LINE_BREAKS_IN_HEADINGS = Kind(
    "HTML 4.5.27",
    "line breaks in headings",
    "A heading of two rows is one heading.",
    (
        Variant(
            "br in h1",
            page("<h1>Report<br>of the Committee</h1><p>1. It met.</p>"),
            (
                "Report of the Committee",
                "1. It met.",
            ),
        ),
    ),
)
ENCODINGS_OF_PAGES = Kind(
    "HTML 13.2.3.2",
    "encodings of pages",
    ("A byte order mark precedes a declaration; one in a comment is none; the first holds."),
    (
        Variant(
            "UTF-8 with a mark, windows-1251 declared",
            b"\xef\xbb\xbf"
            + (
                "<html><head><meta charset=windows-1251></head><body><p>1. "
                "Комитет.</p></body></html>"
            ).encode(),
            ("1. Комитет.",),
        ),
        Variant(
            "UTF-16 with a mark, utf-8 declared",
            (
                "<html><head><meta charset=utf-8></head><body><p>1. Комитет.</p></body></html>"
            ).encode("utf-16"),
            ("1. Комитет.",),
        ),
        Variant(
            "XML declaration alone",
            (
                '<?xml version="1.0" encoding="windows-1251"?><html '
                'xmlns="http://www.w3.org/1999/xhtml"><body><p>1. Комитет.'
                "</p></body></html>"
            ).encode("cp1251"),
            ("1. Комитет.",),
        ),
        Variant(
            "a declaration in a comment",
            (
                '<html><head><!-- <meta charset="koi8-r"> --><meta '
                'charset="windows-1251"></head><body><p>1. Комитет собрался.'
                "</p></body></html>"
            ).encode("cp1251"),
            ("1. Комитет собрался.",),
        ),
        Variant(
            "two declarations: the first holds",
            (
                '<html><head><meta charset="windows-1251"><meta '
                'charset="koi8-r"></head><body><p>1. Комитет собрался.</p>'
                "</body></html>"
            ).encode("cp1251"),
            ("1. Комитет собрался.",),
        ),
    ),
)
CHARACTER_REFERENCES = Kind(
    "HTML 13.2.5.73",
    "character references",
    ("Some names need no semicolon; a surrogate is a replacement character."),
    (
        Variant(
            "long names without semicolon, double escapes",
            page(
                "<p>1. caf&eacute and &notit; &amp;amp; &lt;b&gt; &#128512; "
                "&#xD800; &AMP; &copy2</p>"
            ),
            ("1. café and ¬it; &amp; <b> 😀 � & ©2",),
        ),
        Variant(
            "in attributes and raw text",
            page('<p title="&lt;p&gt;">1. It met.</p><textarea>&eacute;</textarea>'),
            (
                "1. It met.",
                "é",
            ),
        ),
    ),
)
RAW_TEXT = Kind(
    "HTML 13.2.6.4.7",
    "raw text",
    "Tags in xmp are text.",
    (
        Variant(
            "xmp and plaintext",
            page("<xmp>1. a < b & <i>c</i></xmp><p>2. It closed.</p>"),
            (
                "1. a < b & <i>c</i>",
                "2. It closed.",
            ),
        ),
    ),
)
CDATA_SECTIONS_OF_XHTML = Kind(
    "XML 1.0, 2.7",
    "CDATA sections of XHTML",
    "A CDATA section is text.",
    (
        Variant(
            "CDATA sections are text",
            (
                b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xht'
                b'ml"><body><p><![CDATA[1. It met.]]></p><p>2. It closed.</p>'
                b"</body></html>"
            ),
            MET,
        ),
    ),
)
PAGES_OF_WORD = Kind(
    "HTML of Word",
    "pages of Word",
    "Comments, tracked deletions and field codes are no text.",
    (
        Variant(
            "comments and tracked changes",
            page(
                "<p>1. It <ins cite=mailto:a>met</ins><del cite=mailto:a>sat"
                "</del>.<span class=MsoCommentReference><a "
                'style="mso-comment-reference:A_1" href="#_msocom_1">[A1]'
                '</a></span></p><div style="mso-element:comment-list"><div '
                'style="mso-element:comment"><p>Really?</p></div></div>'
            ),
            ("1. It met.",),
        ),
        Variant(
            "field codes",
            page(
                "<p>1. See <!--[if supportFields]><span "
                r"style='mso-element:field-begin'></span> REF x \h <span "
                "style='mso-element:field-separator'></span>"
                "<![endif]-->table 1<!--[if supportFields]><span "
                "style='mso-element:field-end'></span><![endif]-->.</p>"
            ),
            ("1. See table 1.",),
        ),
        Variant(
            "field codes without comments",
            page(
                "<p>1. See <span style='mso-element:field-begin'></span>"
                r"<span> REF x \h </span><span style='mso-element:field-separa"
                "tor'></span>table 1<span style='mso-element:field-end'>"
                "</span>.</p>"
            ),
            ("1. See table 1.",),
        ),
        Variant(
            "headers of a section",
            page('<div style="mso-element:header" id=h1><p>Head</p></div><p>1. It met.</p>'),
            (
                "Head",
                "1. It met.",
            ),
        ),
    ),
)
FONTS_OF_SYMBOLS = Kind(
    "CSS Fonts 4, 2.1",
    "fonts of symbols",
    "Word writes characters of Symbol by their codes in the font.",
    (
        Variant(
            "Greek letters by a face",
            page(
                '<p>1. <font face="Symbol">a</font>-rays, <span '
                'style="font-family:Symbol">&#61619;</span> 5</p>'
            ),
            ("1. α-rays, ≥ 5",),
        ),
    ),
)
ROWS_AND_CELLS = Kind(
    "HTML 4.9.12.1",
    "rows and cells",
    ("A rowspan of 0 extends to the end of the group; text behind a table goes on."),
    (
        Variant(
            "rowspan=0, empty rows, th",
            page(
                "<table border=1><tr><th>State<th>Due<tr></tr><tr><td "
                "rowspan=0>Chad<td>7</tr><tr><td>5</table>"
            ),
            (
                "State | Due",
                "Chad | 7",
                " | 5",
            ),
        ),
        Variant(
            "a table in a paragraph, text behind",
            page("<p>1. It met.<table border=1><tr><td>Chad<td>5</table>2. It closed."),
            (
                "1. It met.",
                "Chad | 5",
                "2. It closed.",
            ),
        ),
    ),
)
LINKS_AND_PICTURES = Kind(
    "HTML 4.5.1",
    "links and pictures",
    "Calls of notes stay in the text.",
    (
        Variant(
            "text and footnotes of links",
            page(
                '<p>1. It met<a href="#n1"><sup>1</sup></a>.</p><p><a '
                "name=n1><sup>1</sup></a> See above.</p>"
            ),
            (
                "1. It met1.",
                "1 See above.",
            ),
        ),
        Variant(
            "images with a text",
            page('<p>1. It met <img src=x alt="yesterday">.</p>'),
            ("1. It met .",),
        ),
    ),
)
SPACES_OF_PAGES = Kind(
    "HTML 15.5.1",
    "spaces of pages",
    "Spaces of other widths are spaces.",
    (
        Variant(
            "em and thin spaces, tabs in pre",
            page("<p>1.&emsp;It&thinsp;met.</p><pre>2.\tIt closed.</pre>"),
            MET,
        ),
    ),
)
HIDDEN_TEXT_OF_PAGES = Kind(
    "CSS Cascading 4, 6",
    "hidden text of pages",
    ("Buttons and hidden values are no text; the cascade says which rule holds."),
    (
        Variant(
            "input and option",
            page("<p>1. It met.</p><input type=hidden value=X><input type=submit value=Send>"),
            ("1. It met.",),
        ),
        Variant(
            "a class of a later sheet wins",
            page(
                "<p class=a>1. It met.</p>",
                "<style>.a{display:none}</style><style>.a{display:block}</style>",
            ),
            ("1. It met.",),
        ),
        Variant(
            "an id against a class",
            page(
                "<p class=a id=b>1. It met.</p>",
                "<style>#b{display:block} .a{display:none}</style>",
            ),
            ("1. It met.",),
        ),
        Variant(
            "clip and off-screen",
            page('<p>1. It met.<span style="position:absolute;left:-9999px">S</span></p>'),
            ("1. It met.S",),
        ),
    ),
)
STANDARDS_PAGES = (
    TYPES_OF_LISTS_AND_ITEMS,
    TEXT_THAT_A_STYLE_SHEET_ADDS,
    STYLE_SHEETS_FOR_SOME_MEDIA,
    DIRECTIONS,
    QUOTATIONS_IN_QUOTATIONS,
    ELEMENTS_THAT_ARE_NOT_RENDERED,
    ELEMENTS_WITH_TEXT_OF_THEIR_OWN,
    FRAMES,
    PHONETIC_GUIDES_OF_HTML,
    DEFINITION_LISTS,
    FIGURES_AND_ADDRESSES,
    LINE_BREAKS_IN_HEADINGS,
    ENCODINGS_OF_PAGES,
    CHARACTER_REFERENCES,
    RAW_TEXT,
    CDATA_SECTIONS_OF_XHTML,
    PAGES_OF_WORD,
    FONTS_OF_SYMBOLS,
    ROWS_AND_CELLS,
    LINKS_AND_PICTURES,
    SPACES_OF_PAGES,
    HIDDEN_TEXT_OF_PAGES,
)
