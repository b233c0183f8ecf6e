"""Encodings of texts and pages, and markup, mails and XML that are no plain text."""

from variants.case import Doubted, Kind, Variant
from word_files import NAMESPACES, WORD, level, numbered, numbering, paragraph

from unreport.errors import UnreadableSource

ARABIC = (
    "الأمم المتحدة",
    "الجمعية العامة",
    "1- اجتمعت اللجنة في فيينا وناقشت المسائل المطروحة عليها.",
    "2- وأوصت اللجنة بأن تنظر الدول الأطراف في التعاون الدولي.",
)
RUSSIAN = (
    "Организация Объединенных Наций",
    "Генеральная Ассамблея",
    "1. Комитет собрался в Вене и рассмотрел вопросы повестки дня.",
    "2. Комитет рекомендовал государствам рассмотреть вопрос о сотрудничестве.",
)
FRENCH = (
    "Nations Unies",
    "Assemblée générale",
    "1. Le Comité s'est réuni à Vienne et a examiné les questions dont il était saisi.",
    "2. Il a décidé d'étudier la coopération à sa prochaine session, à Genève.",
)
SPANISH = (
    "Naciones Unidas",
    "Asamblea General",
    "1. La Comisión se reunió en Viena y examinó las cuestiones de su programa.",
    "2. También decidió que el próximo período de sesiones se celebrara en España.",
)
CHINESE = (
    "联合国",
    "大会",
    "1. 委员会在维也纳举行会议并审议了议程项目。",
    "2. 委员会建议各国考虑国际合作问题。",
)
TRADITIONAL = ("聯合國大會", "1. 委員會審議了議程項目,並建議各國考慮國際合作問題。")
UKRAINIAN = (
    "Організація Об'єднаних Націй",
    "1. Комітет зібрався у Відні та розглянув питання порядку денного.",
    "2. Комітет рекомендував державам розглянути питання про співробітництво.",
)


def encoded(title: str, lines: tuple[str, ...], codec: str) -> Variant:
    return Variant(title, "\n".join(lines).encode(codec), lines)


OTHER_ARABIC = Kind(
    "71",
    "Arabic in other encodings than windows-1256 and UTF-8",
    "The letters that form words of the language decide; what fits badly is a doubt.",
    (
        encoded("Mac Arabic", ARABIC, "mac_arabic"),
        encoded("DOS 720", ARABIC, "cp720"),
        encoded("UTF-16 without a byte order mark", ARABIC, "utf-16-le"),
        Variant(
            "Hebrew in windows-1255, which is not tried",
            "הוועדה התכנסה בווינה ודנה בסעיפי סדר היום.".encode("cp1255"),
            Doubted("encoding-doubtful"),
        ),
    ),
)

OTHER_CYRILLIC = Kind(
    "72",
    "Russian in other encodings than windows-1251 and UTF-8",
    OTHER_ARABIC.why,
    (
        encoded("ISO 8859-5", RUSSIAN, "iso8859_5"),
        encoded("DOS 866", RUSSIAN, "cp866"),
        encoded("Mac Cyrillic", RUSSIAN, "mac_cyrillic"),
        encoded("KOI8-U, Ukrainian", UKRAINIAN, "koi8_u"),
        encoded("GB 18030, which has Cyrillic letters too", CHINESE, "gb18030"),
    ),
)

MAC_ROMAN = Kind(
    "75",
    "French and others in Mac Roman",
    OTHER_ARABIC.why,
    (
        encoded("Spanish", SPANISH, "mac_roman"),
        encoded(
            "English with quotation marks and dashes",
            (
                "1. The Committee’s “Vienna” session – its tenth – was opened by Mr. Núñez.",
                "2. It took note of the Secretary-General’s report on “climate change”.",
            ),
            "mac_roman",
        ),
        encoded("French with ligatures", ("Le vœu du Comité, à l’œuvre.",), "mac_roman"),
        encoded("French in ISO 8859-15", FRENCH, "iso8859_15"),
    ),
)

DOS = Kind(
    "76",
    "French and others in code pages of DOS",
    OTHER_ARABIC.why,
    (
        encoded("Spanish, 850", SPANISH, "cp850"),
        encoded("French, 437", FRENCH, "cp437"),
        encoded("Spanish, 437, one line", SPANISH[2:3], "cp437"),
        encoded("Big5, traditional Chinese", TRADITIONAL, "big5"),
    ),
)


def page(declared: str, lines: tuple[str, ...], codec: str, *, xml: bool = False) -> bytes:
    head = (
        f'<?xml version="1.0" encoding="{declared}"?><html><head></head><body>'
        if xml
        else f'<html><head><meta charset="{declared}"></head><body>'
    )
    return (head + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>").encode(codec)


DECLARED_WRONGLY = Kind(
    "78",
    "pages that declare another encoding",
    "A declaration is believed unless the letters form words only in another encoding.",
    (
        Variant(
            "Russian, KOI8-R declared as windows-1251",
            page("windows-1251", RUSSIAN, "koi8_r"),
            RUSSIAN,
        ),
        Variant(
            "Arabic, UTF-8 declared as windows-1256", page("windows-1256", ARABIC, "utf-8"), ARABIC
        ),
        Variant("Chinese, GB 18030 declared as UTF-8", page("utf-8", CHINESE, "gb18030"), CHINESE),
        Variant(
            "XHTML, French in windows-1252 declared as UTF-8",
            page("utf-8", FRENCH, "cp1252", xml=True),
            FRENCH,
        ),
        Variant("declared rightly: ISO 8859-5", page("iso-8859-5", RUSSIAN, "iso8859_5"), RUSSIAN),
    ),
)

STYLE = f"<style>{'p.MsoNormal {margin:0cm; font-size:11.0pt} ' * 120}</style>"

FRAGMENTS = Kind(
    "79",
    "fragments of HTML",
    "A text of tags is a web page also without html, head and body, and behind a long style sheet.",
    (
        Variant(
            "Arabic, a long style sheet and a script first",
            (
                f"{STYLE}<script>{'var a = 1 < 2; ' * 400}</script><div dir=rtl>"
                + "".join(f"<p>{line}</p>" for line in ARABIC)
                + "</div>"
            ).encode(),
            ARABIC,
        ),
        Variant(
            "a comment of 5,000 characters, then a table",
            (
                f"<!-- {'x ' * 2_500} --><table><tr><td>Chad</td><td>5</td></tr>"
                "<tr><td>Benin</td><td>7</td></tr></table><p>1. It closed.</p>"
            ).encode(),
            ("Chad | 5", "Benin | 7", "1. It closed."),
        ),
        Variant(
            "text before the first tag",
            b"1. It met.<br>2. It voted.<p>3. It <b>closed</b>.</p><p>4. <i>Fin</i>.</p>"
            b"<p>5. <b>Annex</b></p>",
            ("1. It met.", "2. It voted.", "3. It closed.", "4. Fin.", "5. Annex"),
        ),
        Variant(
            "signs of less and greater in a text are no tags",
            b"1. The rate was < 5 per cent and > 3 per cent.\n2. It closed.",
            ("1. The rate was < 5 per cent and > 3 per cent.", "2. It closed."),
        ),
    ),
)

PAGES_IN_UTF_16 = Kind(
    "81",
    "pages in UTF-16 or UTF-32 without a byte order mark",
    "The encoding is found first, and then whether it is a page.",
    (
        Variant("big-endian, Russian", page("utf-16", RUSSIAN, "utf-16-be"), RUSSIAN),
        Variant("UTF-32, French", page("utf-32", FRENCH, "utf-32-le"), FRENCH),
        Variant("little-endian, Chinese", page("utf-16", CHINESE, "utf-16-le"), CHINESE),
        Variant("with a byte order mark, Arabic", page("utf-16", ARABIC, "utf-16"), ARABIC),
    ),
)


def flat_package(body: str, numbering_part: str = "") -> bytes:
    """A Word file as one XML file (Flat OPC)."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"

    def part(name: str, kind: str, inner: str) -> str:
        return (
            f'<pkg:part pkg:name="{name}" pkg:contentType="{kind}"><pkg:xmlData>{inner}'
            "</pkg:xmlData></pkg:part>"
        )

    relation_type = "application/vnd.openxmlformats-package.relationships+xml"
    parts = part(
        "/_rels/.rels",
        relation_type,
        f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{office}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
    ) + part(
        "/word/document.xml",
        f"{WORD}.document.main+xml",
        f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
    )
    if numbering_part:
        parts += part(
            "/word/_rels/document.xml.rels",
            relation_type,
            f'<Relationships xmlns="{relations}"><Relationship Id="n" Type="{office}/numbering" '
            'Target="numbering.xml"/></Relationships>',
        ) + part(
            "/word/numbering.xml",
            f"{WORD}.numbering+xml",
            f"<w:numbering {NAMESPACES}>{numbering_part}</w:numbering>",
        )
    return (
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package '
        f'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{parts}</pkg:package>'
    ).encode()


FODT = (
    '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:'
    'office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
    "<text:p>1. Se reunió.</text:p><text:p>2. Concluyó.</text:p></office:text></office:body>"
    "</office:document>"
).encode()
WORD_2003 = (
    b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w='
    b'"http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t>1. It met.'
    b"</w:t></w:r></w:p></w:body></w:wordDocument>"
)
AKOMA_NTOSO = (
    b'<?xml version="1.0"?><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
    b"<doc><mainBody><p>1. It met.</p></mainBody></doc></akomaNtoso>"
)

XML = Kind(
    "82",
    "XML that is no text",
    "Read as what it is (Flat OPC, flat OpenDocument), or refused by name.",
    (
        Variant(
            "Flat OPC with automatic numbers, Russian",
            flat_package(
                numbered("Комитет собрался.", 1) + numbered("Он завершил работу.", 1),
                numbering({0: level(0, "decimal", "%1.")}, {1: (0, "")}),
            ),
            ("1. Комитет собрался.", "2. Он завершил работу."),
        ),
        Variant("flat OpenDocument, Spanish", FODT, ("1. Se reunió.", "2. Concluyó.")),
        Variant("Word 2003 XML", WORD_2003, UnreadableSource),
        Variant("another vocabulary", AKOMA_NTOSO, UnreadableSource),
        Variant(
            "Flat OPC in UTF-16",
            flat_package(paragraph("1. Се")).decode().encode("utf-16"),
            ("1. Се",),
        ),
    ),
)


def mail(kind: str, body: bytes, transfer: str = "8bit") -> bytes:
    head = (
        "From: secretariat@un.example\r\nSubject: Draft report\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {transfer}\r\n\r\n"
    )
    return head.encode() + body


MAILS = Kind(
    "83",
    "mails",
    "The text of the message is read, decoded (RFC 2045, 2046).",
    (
        Variant(
            "Russian, base64, windows-1251",
            mail(
                "text/plain; charset=windows-1251",
                b"MS4gyu7s6PLl8iDx7uHw4Ovx/y4NCjIuIM7tIOfg4uXw+OjrIPDg4e7y8y4NCg==",
                "base64",
            ),
            ("1. Комитет собрался.", "2. Он завершил работу."),
        ),
        Variant(
            "a page, French, quoted-printable",
            mail(
                "text/html; charset=utf-8",
                b"<p>1. Le Comit=C3=A9 s'est r=C3=A9uni.</p><p>2. Il a clos=\r\n sa session.</p>",
                "quoted-printable",
            ),
            ("1. Le Comité s'est réuni.", "2. Il a clos sa session."),
        ),
        Variant(
            "text and page of one message (multipart/alternative)",
            mail(
                'multipart/alternative; boundary="b"',
                b"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n1. Se reuni\xc3\xb3.\r\n"
                b"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>1. Se reuni\xc3\xb3.</p>"
                b"\r\n--b--\r\n",
            ),
            ("1. Se reunió.",),
        ),
        Variant(
            "an attachment that is not read",
            mail(
                'multipart/mixed; boundary="b"',
                b"--b\r\nContent-Type: text/plain\r\n\r\n1. It met.\r\n--b\r\nContent-Type: "
                b"application/pdf; name=a.pdf\r\nContent-Disposition: attachment; "
                b"filename=a.pdf\r\n\r\n%PDF-1.4\r\n--b--\r\n",
            ),
            Doubted("unread-part"),
        ),
    ),
)

ENCODINGS = (
    OTHER_ARABIC,
    OTHER_CYRILLIC,
    MAC_ROMAN,
    DOS,
    DECLARED_WRONGLY,
    FRAGMENTS,
    PAGES_IN_UTF_16,
    XML,
    MAILS,
)
