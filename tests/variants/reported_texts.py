"""Mails and plain texts: parts, flowed text, character sets, joined files, byte order marks."""

import base64

from variants.case import Doubted, Kind, Variant
from variants.encodings import ARABIC, CHINESE, FRENCH, RUSSIAN, mail

from unreport.errors import UnreadableSource

MET = ("1. It met.", "2. It closed.")


def multipart(kind: str, *parts: tuple[str, bytes], end: bytes = b"--b--\r\n") -> bytes:
    """A message of parts, each with its header fields and its body."""
    body = b"".join(
        b"--b\r\n" + head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + text + b"\r\n"
        for head, text in parts
    )
    return mail(f'multipart/{kind}; boundary="b"', body + end)


PLAIN, HTML = "Content-Type: text/plain; charset=utf-8", "Content-Type: text/html; charset=utf-8"

SEVERAL_TEXTS = Kind(
    "nodemailer/mailparser#52",
    "several texts in one mail",
    "The parts of multipart/mixed are shown one after the other (RFC 2046, 5.1.3).",
    (
        Variant(
            "text, picture, text",
            multipart(
                "mixed",
                (PLAIN, b"1. It met."),
                ("Content-Type: image/png\nContent-Disposition: inline", b"\x89PNG"),
                (PLAIN, b"2. It closed."),
            ),
            Doubted("unread-part"),
        ),
        Variant(
            "two texts", multipart("mixed", (PLAIN, b"1. It met."), (PLAIN, b"2. It closed.")), MET
        ),
        Variant(
            "text and page",
            multipart("mixed", (PLAIN, b"1. It met."), (HTML, b"<p>2. It closed.</p>")),
            MET,
        ),
    ),
)
EMPTY_ALTERNATIVE = Kind(
    "blueimp/mailhog-node#13",
    "an empty text beside a page",
    "Of alternatives the best that has text is read (RFC 2046, 5.1.4).",
    (
        Variant(
            "an empty plain text",
            multipart("alternative", (PLAIN, b"\r\n"), (HTML, b"<p>1. It met.</p>")),
            ("1. It met.",),
        ),
        Variant(
            "in multipart/mixed",
            multipart(
                "mixed",
                (
                    'Content-Type: multipart/alternative; boundary="c"',
                    (
                        b"--c\r\nContent-Type: text/plain\r\n\r\n\r\n--c\r\nContent-Type: "
                        b"text/html\r\n\r\n<p>1. It met.</p>\r\n--c--"
                    ),
                ),
            ),
            ("1. It met.",),
        ),
    ),
)
INLINE_TEXT = Kind(
    "sepinf-inc/IPED#330",
    "text with the disposition inline",
    "Inline says that the part is shown with the message (RFC 2183, 2.1).",
    (
        Variant(
            "a page",
            multipart("mixed", (HTML + "\nContent-Disposition: inline", b"<p>1. It met.</p>")),
            ("1. It met.",),
        ),
    ),
)
CHARSET_OF_PAGE = Kind(
    "nodemailer/mailparser#370",
    "page in a mail that declares its encoding itself",
    "Without a parameter charset the page is decoded as any page.",
    (
        Variant(
            "ISO 8859-1, quoted-printable",
            mail(
                "text/html",
                b'<html><head><meta http-equiv=3D"Content-Type" content=3D"text/html; charset=\r\n'
                b"=3Diso-8859-1\"></head><body><p>1. Le Comit=E9 s'est r=E9uni =E0 Gen=E8ve.</p>"
                b"</body></html>",
                "quoted-printable",
            ),
            ("1. Le Comité s'est réuni à Genève.",),
        ),
    ),
)
DECLARED_ASCII = Kind(
    "jstedfast/MimeKit#870",
    "mails declared as ASCII",
    "us-ascii cannot be true of bytes beyond ASCII; the letters decide.",
    (
        Variant(
            "UTF-8 in fact",
            mail("text/plain; charset=us-ascii", "1. Le Comité s'est réuni.".encode(), "7bit"),
            ("1. Le Comité s'est réuni.",),
        ),
        Variant(
            "windows-1251 in fact",
            mail("text/plain; charset=us-ascii", "\n".join(RUSSIAN).encode("cp1251")),
            RUSSIAN,
        ),
        Variant(
            "a character set that is not known",
            mail('text/plain; charset="x-user-defined"', "\n".join(ARABIC).encode("cp1256")),
            ARABIC,
        ),
        Variant(
            "GB 2312",
            mail("text/plain; charset=gb2312", "\n".join(CHINESE).encode("gb18030")),
            CHINESE,
        ),
    ),
)
FORWARDED = Kind(
    "SpamScope/mail-parser#23",
    "mails in mails",
    "message/rfc822 is a message of its own (RFC 2046, 5.2.1): its text is not lost without a "
    "doubt.",
    (
        Variant(
            "attached",
            multipart(
                "mixed",
                (PLAIN, b"See below."),
                (
                    "Content-Type: message/rfc822\nContent-Disposition: attachment",
                    mail("text/plain", b"1. It met."),
                ),
            ),
            Doubted("unread-part"),
        ),
        Variant(
            "the only part",
            multipart("mixed", ("Content-Type: message/rfc822", mail("text/plain", b"1. It met."))),
            ("1. It met.",),
        ),
    ),
)
FLOWED = Kind(
    "nodemailer/mailparser#114",
    "flowed text of mails",
    "A line that ends with a space goes on; one space before From, > and spaces is no text "
    "(RFC 3676, 4).",
    (
        Variant(
            "soft breaks and a fixed line",
            mail(
                "text/plain; charset=utf-8; format=flowed",
                b"1. It met \r\nin Vienna \r\nand voted.\r\n2. It closed.\r\n  From there on\r\n",
            ),
            ("1. It met in Vienna and voted.", "2. It closed.", "From there on"),
        ),
        Variant(
            "the space of a soft break is no text (DelSp)",
            mail(
                "text/plain; charset=utf-8; format=flowed; delsp=yes",
                "1. 委员会在维也纳 \r\n举行会议。\r\n".encode(),
            ),
            ("1. 委员会在维也纳举行会议。",),
        ),
        Variant(
            "a signature is not joined",
            mail(
                "text/plain; format=flowed",
                b"1. It met.\r\n-- \r\nThe secretariat\r\n",
            ),
            ("1. It met.", "--", "The secretariat"),
        ),
    ),
)
DAMAGED_MAILS = Kind(
    "GOVCERT-LU/eml_parser#24",
    "damaged mails",
    "What is whole is read: no end boundary, bad transfer encodings, lines before the header.",
    (
        Variant(
            "no end boundary",
            multipart("mixed", (PLAIN, b"1. It met.\r\n2. It closed."), end=b""),
            MET,
        ),
        Variant(
            "base64 without padding and with spaces",
            mail(
                "text/plain; charset=utf-8",
                base64.b64encode(b"1. It met.\n2. It closed.!!").rstrip(b"=") + b" \r\n",
                "base64",
            ),
            ("1. It met.", "2. It closed.!!"),
        ),
        Variant(
            "quoted-printable with bare equals signs",
            mail(
                "text/plain; charset=utf-8",
                b"1. It met = twice.=\r\n\r\n2. It closed=2E\r\n",
                "quoted-printable",
            ),
            ("1. It met = twice.", "2. It closed."),
        ),
        Variant(
            "an empty line before the header",
            b"\r\n\r\n" + mail("text/plain", b"1. It met.\r\n2. It closed.\r\n"),
            MET,
        ),
        Variant(
            "a page of text without a declared type of its parts",
            mail("multipart/mixed", b"1. It met.\r\n2. It closed.\r\n"),
            MET,
        ),
    ),
)
MBOX = Kind(
    "TKasperczyk/thunderbird-mcp#138",
    "several mails in one file",
    "A line `From ` begins a message (RFC 4155); none is lost without a doubt.",
    (
        Variant(
            "two messages",
            b"From a@un.example Mon May  3 10:00:00 2027\r\n"
            + mail("text/plain", b"1. It met.\r\n")
            + b"\r\nFrom b@un.example Mon May  3 11:00:00 2027\r\n"
            + mail("text/plain; charset=utf-8", "2. Réunion.\r\n".encode()),
            Doubted("unread-part"),
        ),
    ),
)

SHORT_UTF_16 = Kind(
    "CharsetDetector/UTF-unknown#5",
    "short texts in UTF-16 without a byte order mark",
    "Bytes of zero are spaces and line ends of UTF-16; the letters of one block share a byte.",
    (
        Variant("Arabic", "اجتمعت اللجنة".encode("utf-16-le"), ("اجتمعت اللجنة",)),
        Variant("Arabic, big-endian", "اجتمعت اللجنة".encode("utf-16-be"), ("اجتمعت اللجنة",)),
        Variant("one Arabic word", "اللجنة".encode("utf-16-le"), ("اللجنة",)),
        Variant("one Russian word", "Комитет".encode("utf-16-be"), ("Комитет",)),
        Variant("Chinese", "委员会举行会议。".encode("utf-16-le"), ("委员会举行会议。",)),
        Variant("French", "réuni".encode("utf-16-le"), ("réuni",)),
        Variant(
            "a byte is missing at the end",
            "\n".join(ARABIC).encode("utf-16-le") + b"\n",
            ARABIC,
        ),
        Variant("Arabic and a number", "المرفق 5".encode("utf-16-le"), ("المرفق 5",)),
    ),
)
MARKS_OF_ORDER = Kind(
    "jawah/charset_normalizer#633",
    "signs before short texts",
    "A sign beyond the letters is part of the text in each of the Unicode forms.",
    (
        Variant("UTF-8", "▶ 1. It met.".encode(), ("▶ 1. It met.",)),
        Variant("UTF-16", "▶ 1. It met.".encode("utf-16"), ("▶ 1. It met.",)),
        Variant("UTF-32", "▶ 1. It met.".encode("utf-32"), ("▶ 1. It met.",)),
        Variant("UTF-16 without a mark", "▶ 1. It met.".encode("utf-16-le"), ("▶ 1. It met.",)),
    ),
)
SHORT_TEXTS = Kind(
    "jawah/charset_normalizer#12",
    "short texts in UTF-8",
    "A sequence that is UTF-8 is UTF-8.",
    (
        Variant("French", "réuni".encode(), ("réuni",)),
        Variant("one letter of ISO 8859-1", b"\xfc", Doubted("encoding-doubtful")),
        Variant("one word of Chinese", "委员会".encode(), ("委员会",)),
    ),
)
LINES = tuple(f"{n}. The Committee met." for n in range(1, 6))
JOINED_MARKS = Kind(
    "rrthomas/recode#55",
    "byte order marks within joined files",
    "U+FEFF elsewhere than at the start is no text (Unicode 23.8); joined files may have it.",
    (
        Variant(
            "UTF-8",
            b"\xef\xbb\xbf1. It met.\n\xef\xbb\xbf2. It closed.\n",
            MET,
        ),
        Variant(
            "UTF-8 behind a text of ASCII",
            b"1. It met.\n\xef\xbb\xbf2. It closed.\n",
            MET,
        ),
        Variant("two at the start", b"\xef\xbb\xbf\xef\xbb\xbf1. It met.\n2. It closed.\n", MET),
        Variant(
            "UTF-16",
            "1. It met.\n".encode("utf-16") + "2. It closed.\n".encode("utf-16"),
            MET,
        ),
        Variant(
            "UTF-16 of both byte orders",
            b"\xff\xfe"
            + "\n".join(ARABIC).encode("utf-16-le")
            + b"\n\0\xfe\xff"
            + "\n".join(RUSSIAN).encode("utf-16-be"),
            (*ARABIC, *RUSSIAN),
        ),
        Variant(
            "UTF-16 behind UTF-8",
            b"1. It met.\n" + "2. It closed.\n".encode("utf-16"),
            UnreadableSource,
        ),
        Variant(
            "UTF-8 behind UTF-16",
            "1. It met and voted.\n".encode("utf-16") + b"2. It closed.\n",
            Doubted("encoding-doubtful"),
        ),
    ),
)
JOINED_ENCODINGS = Kind(
    "sstephenson/sprockets#73",
    "texts in several encodings in one file",
    "The parts are read each in its own encoding, or there is a doubt.",
    (
        Variant(
            "Russian in UTF-8 and in windows-1251",
            "\n".join(RUSSIAN).encode() + b"\n" + "\n".join(RUSSIAN).encode("cp1251"),
            Doubted("encoding-doubtful"),
        ),
        Variant(
            "Arabic in windows-1256 and in ISO 8859-6",
            "\n".join(ARABIC).encode("cp1256") + b"\n" + "\n".join(ARABIC).encode("iso8859_6"),
            Doubted("encoding-doubtful"),
        ),
        Variant(
            "French in Mac Roman and in windows-1252",
            "\n".join(FRENCH).encode("mac_roman") + b"\n" + "\n".join(FRENCH).encode("cp1252"),
            Doubted("encoding-doubtful"),
        ),
        Variant(
            "Russian in KOI8-R and French in windows-1252",
            "\n".join(RUSSIAN).encode("koi8_r") + b"\n" + "\n".join(FRENCH).encode("cp1252"),
            Doubted("encoding-doubtful"),
        ),
        Variant(
            "Chinese in GB 18030 and in Big5",
            "\n".join(CHINESE).encode("gb18030") + b"\n" + "委員會審議了議程項目。".encode("big5"),
            Doubted("encoding-doubtful"),
        ),
        Variant(
            "a long text in UTF-8, a short one in windows-1252",
            ("\n".join(FRENCH) + "\n").encode() * 40 + "Genève, à l'été".encode("cp1252"),
            Doubted("encoding-doubtful"),
        ),
        Variant(
            "a long text in windows-1252, a short one in UTF-8",
            ("\n".join(FRENCH) + "\n").encode("cp1252") * 40 + "\n".join(FRENCH).encode(),
            Doubted("encoding-doubtful"),
        ),
        Variant(
            "a long text in windows-1251, a short one in KOI8-R",
            ("\n".join(RUSSIAN) + "\n").encode("cp1251") * 40 + "\n".join(RUSSIAN).encode("koi8_r"),
            Doubted("encoding-doubtful"),
        ),
    ),
)
TWICE_ENCODED = Kind(
    "jawah/charset_normalizer#486",
    "text that was decoded wrongly and saved as UTF-8",
    "`Ã©` for `é` is no text of any of the languages: a doubt.",
    (
        Variant(
            "French",
            "\n".join(FRENCH).encode().decode("cp1252", "replace").encode(),
            Doubted("encoding-doubtful"),
        ),
        Variant(
            "Russian",
            "\n".join(RUSSIAN).encode().decode("latin-1").encode(),
            Doubted("encoding-doubtful"),
        ),
        Variant(
            "Arabic of windows-1256 read as windows-1252",
            "\n".join(ARABIC).encode("cp1256").decode("latin-1").encode(),
            Doubted("encoding-doubtful"),
        ),
        Variant(
            "Russian of windows-1251 read as windows-1252",
            "\n".join(RUSSIAN).encode("cp1251").decode("cp1252").encode(),
            Doubted("encoding-doubtful"),
        ),
        Variant(
            "text beyond ASCII replaced by question marks",
            "\n".join(RUSSIAN).encode("ascii", "replace"),
            Doubted("encoding-doubtful"),
        ),
    ),
)
ESCAPED_ENCODINGS = Kind(
    "Joungkyun/libchardet#13",
    "encodings of seven bits",
    "UTF-7 (RFC 2152), HZ (RFC 1843) and ISO 2022 have ASCII bytes only.",
    (
        Variant("HZ", "\n".join(CHINESE).encode("hz"), CHINESE),
        Variant(
            "UTF-7",
            "\n".join(RUSSIAN).encode("utf-7"),
            RUSSIAN,
        ),
        Variant(
            "text with a tilde and braces is no HZ",
            b"1. It met ~{twice~}.\n2. It closed.",
            ("1. It met ~{twice~}.", "2. It closed."),
        ),
    ),
)
LINE_ENDS = Kind(
    "deanmalmgren/textract#213",
    "line ends and control characters of plain text",
    "CR, LF, CRLF, NEL, VT, FF, U+2028 and U+2029 end lines (UAX #14); Ctrl-Z ends a file of DOS.",
    (
        Variant("CR", b"1. It met.\r2. It closed.\r", MET),
        Variant("Ctrl-Z at the end", b"1. It met.\r\n2. It closed.\r\n\x1a", MET),
        Variant(
            "Ctrl-Z and remains of a block", b"1. It met.\r\n2. It closed.\r\n\x1a" + bytes(20), MET
        ),
        Variant("form feeds", b"1. It met.\x0c2. It closed.\n", MET),
        Variant("separators of Unicode", "1. It met.\u20282. It closed.\u2029".encode(), MET),
        Variant("NEL in UTF-8", "1. It met.\x852. It closed.".encode(), MET),
        Variant("vertical tabs", b"1. It met.\x0b2. It closed.", MET),
        Variant("backspaces, bold of printers", b"1. It m\x08me\x08et.\n2. It closed.", MET),
    ),
)
REPORTED_TEXTS = (
    SEVERAL_TEXTS, EMPTY_ALTERNATIVE, INLINE_TEXT, CHARSET_OF_PAGE, DECLARED_ASCII, FORWARDED,
    FLOWED, DAMAGED_MAILS, MBOX, SHORT_UTF_16, MARKS_OF_ORDER, SHORT_TEXTS, JOINED_MARKS,
    JOINED_ENCODINGS, TWICE_ENCODED, ESCAPED_ENCODINGS, LINE_ENDS,
)  # fmt: skip
