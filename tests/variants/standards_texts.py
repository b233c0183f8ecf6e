"""Mails, texts and .doc: parts, encodings of characters and of transfer, by the clause."""

import base64

from doc_files import compose, doc
from variants.case import Doubted, Kind, Variant
from variants.encodings import mail
from variants.reported_texts import PLAIN, multipart

from unreport.errors import UnreadableSource

MET = ("1. It met.", "2. It closed.")


def part(kind: str, body: bytes) -> tuple[str, bytes]:
    return f"Content-Type: {kind}", body


def text_of_doc(text: str) -> bytes:
    return doc(compose([(text, b"")]))


OTHER_PARTS_OF_MAILS = Kind(
    "RFC 2046, 4",
    "other parts of mails",
    ("RTF is read; a calendar is no text; a message of another type is refused."),
    (
        Variant(
            "RTF in a part",
            multipart(
                "mixed",
                part("text/rtf", rb"{\rtf1\ansi 1. It met.\par}"),
                part("application/rtf", rb"{\rtf1\ansi 2. It closed.\par}"),
            ),
            MET,
        ),
        Variant(
            "text/enriched", mail("text/enriched", b"<bold>1. It met.</bold>\r\n"), UnreadableSource
        ),
        Variant(
            "text/markdown",
            mail("text/markdown; charset=utf-8", b"1. It met.\r\n"),
            UnreadableSource,
        ),
        Variant(
            "a calendar beside a text",
            multipart(
                "alternative",
                part(PLAIN.removeprefix("Content-Type: "), b"1. It met."),
                part("text/calendar", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR"),
            ),
            ("1. It met.",),
        ),
        Variant(
            "a calendar alone",
            mail(
                "text/calendar; method=REQUEST",
                b"BEGIN:VCALENDAR\r\nSUMMARY:Meeting\r\nEND:VCALENDAR\r\n",
            ),
            UnreadableSource,
        ),
        Variant(
            "a Word file as the message",
            mail(
                "application/msword\r\nContent-Transfer-Encoding: base64",
                base64.encodebytes(b"\xd0\xcf"),
            ),
            UnreadableSource,
        ),
    ),
)
SIGNED_AND_ENCRYPTED_MAILS = Kind(
    "RFC 1847",
    "signed and encrypted mails",
    "The signed text is read; encrypted text is refused.",
    (
        Variant(
            "multipart/signed",
            multipart(
                "signed",
                part(PLAIN.removeprefix("Content-Type: "), b"1. It met."),
                part("application/pkcs7-signature", b"xx"),
            ),
            ("1. It met.",),
        ),
        Variant(
            "multipart/encrypted",
            multipart(
                "encrypted",
                part("application/pgp-encrypted", b"Version: 1"),
                part("application/octet-stream", b"-----BEGIN PGP MESSAGE-----\r\n\r\nabc"),
            ),
            UnreadableSource,
        ),
        Variant(
            "application/pkcs7-mime",
            mail("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", b"MIIB"),
            UnreadableSource,
        ),
        Variant(
            "PGP in the text",
            mail(
                "text/plain",
                (
                    b"-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA5\r\nabcd==\r\n-----END PGP "
                    b"MESSAGE-----\r\n"
                ),
            ),
            UnreadableSource,
        ),
        Variant(
            "TNEF (winmail.dat)",
            multipart(
                "mixed",
                part(PLAIN.removeprefix("Content-Type: "), b"1. It met."),
                part("application/ms-tnef; name=winmail.dat", b'x\x9f>"'),
            ),
            Doubted("unread-part"),
        ),
    ),
)
PARAMETERS_OF_CHARACTER_SETS = Kind(
    "RFC 2231",
    "parameters of character sets",
    "A parameter may have a language and a character set of its own.",
    (
        Variant(
            "RFC 2231 and quotation marks",
            mail("text/plain; charset*=us-ascii'en'iso-8859-1", "1. Réunion.".encode("latin-1")),
            ("1. Réunion.",),
        ),
    ),
)
TRANSFER_ENCODINGS = Kind(
    "RFC 2045, 6",
    "transfer encodings",
    ("Names have no case; files in uuencode within a text are attachments."),
    (
        Variant(
            "names in upper case and with spaces",
            (
                b"From: a@b.c\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; "
                b"charset=utf-8\r\nContent-Transfer-Encoding:  Quoted-Printable "
                b"\r\n\r\n1. R=C3=A9union=\r\n du Comit=C3=A9.\r\n"
            ),
            ("1. Réunion du Comité.",),
        ),
        Variant(
            "unknown",
            (
                b"From: a@b.c\r\nMIME-Version: 1.0\r\nContent-Type: "
                b"text/plain\r\nContent-Transfer-Encoding: 8-bit-x\r\n\r\n1. It "
                b"met.\r\n"
            ),
            ("1. It met.",),
        ),
        Variant(
            "uuencode within a text",
            mail("text/plain", b"1. It met.\r\n\r\nbegin 644 a.doc\r\n#0V%T\r\n`\r\nend\r\n"),
            ("1. It met.",),
        ),
        Variant(
            "x-uuencode of a part",
            (
                b"From: a@b.c\r\nMIME-Version: 1.0\r\nContent-Type: "
                b"text/plain\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\nbegin "
                b"644 a.txt\r\n*,2X@270@;65T+@``\r\n`\r\nend\r\n"
            ),
            ("1. It met.",),
        ),
        Variant(
            "lines end in CR alone or LF alone",
            mail("text/plain", b"1. It met.\r\n2. It closed.\r\n").replace(b"\r\n", b"\n"),
            MET,
        ),
        Variant(
            "soft breaks within letters",
            (
                b"From: a@b.c\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; "
                b"charset=utf-8\r\nContent-Transfer-Encoding: "
                b"quoted-printable\r\n\r\n1. R=C3=\r\n=A9union.\r\n2. =\r\n\r\nx\r\n"
            ),
            (
                "1. Réunion.",
                "2.",
                "x",
            ),
        ),
    ),
)
DELIVERY_REPORTS = Kind(
    "RFC 3464",
    "delivery reports",
    "The status is no text: a doubt.",
    (
        Variant(
            "delivery status",
            multipart(
                "report; report-type=delivery-status",
                part(PLAIN.removeprefix("Content-Type: "), b"1. It failed."),
                part("message/delivery-status", b"Reporting-MTA: dns; x\r\n\r\nAction: failed"),
            ),
            ("1. It failed.",),
        ),
    ),
)
ATTACHED_DOCUMENTS = Kind(
    "RFC 2183",
    "attached documents",
    "What is not read is a doubt.",
    (
        Variant(
            "a Word file beside a text",
            multipart(
                "mixed",
                part(PLAIN.removeprefix("Content-Type: "), b"1. It met."),
                part(
                    (
                        "application/vnd.openxmlformats-officedocument.wordprocessing"
                        "ml.document; name=a.docx"
                    ),
                    b"PK",
                ),
            ),
            Doubted("unread-part"),
        ),
        Variant(
            "a text as a file, inline by name",
            multipart(
                "mixed",
                part(PLAIN.removeprefix("Content-Type: "), b"1. It met."),
                part('text/plain; name="report.txt"', b"2. It closed."),
            ),
            MET,
        ),
    ),
)
STRUCTURES_OF_MAILS = Kind(
    "RFC 2046, 5.1",
    "structures of mails",
    ("Parts nest; a boundary may have any signs; preamble and epilogue are no text."),
    (
        Variant(
            "parts in parts in parts",
            multipart(
                "mixed",
                part(
                    'multipart/related; boundary="c"',
                    (
                        b"--c\r\nContent-Type: multipart/alternative; "
                        b'boundary="d"\r\n\r\n--d\r\nContent-Type: text/html\r\n\r\n<p>1. It '
                        b"met.</p>\r\n--d--\r\n--c\r\nContent-Type: image/png\r\n\r\nx\r\n--c--"
                    ),
                ),
            ),
            ("1. It met.",),
        ),
        Variant(
            "a boundary with spaces and signs",
            (
                b"From: a@b.c\r\nMIME-Version: 1.0\r\nContent-Type: "
                b"multipart/mixed;\r\n\tboundary=\"=_ (b) 'x'\"\r\n\r\nPreamble\r\n--=_ "
                b"(b) 'x'\r\nContent-Type: text/plain\r\n\r\n1. It met.\r\n--=_ (b) "
                b"'x'--\r\nEpilogue\r\n"
            ),
            ("1. It met.",),
        ),
        Variant(
            "a digest of mails",
            multipart(
                "digest",
                ("Content-Type: message/rfc822", mail("text/plain", b"1. It met.")),
                ("Content-Type: message/rfc822", mail("text/plain", b"2. It closed.")),
            ),
            MET,
        ),
    ),
)
ESCAPES_IN_PLACE_OF_LETTERS = Kind(
    "RFC 2045, 6.7",
    "escapes in place of letters",
    "Text that was not decoded is a doubt.",
    (
        Variant(
            "EBCDIC",
            "1. The Committee met in Geneva on 5 May.".encode("cp500"),
            Doubted("encoding-doubtful"),
        ),
        Variant(
            "modified UTF-8", b"1. It\xc0\x80 met, r\xc3\xa9union.", Doubted("encoding-doubtful")
        ),
        Variant(
            "quoted-printable text",
            (b"1. R=C3=A9union du Comit=C3=A9 =C3=A0 Gen=C3=A8ve.\r\n2. Cl=C3=B4ture."),
            Doubted("encoding-doubtful"),
        ),
        Variant(
            "references of HTML in a text",
            (b"1. R&eacute;union du Comit&eacute; &agrave; Gen&egrave;ve.\r\n2. Cl&ocirc;ture."),
            Doubted("encoding-doubtful"),
        ),
        Variant(
            "escapes of JavaScript",
            rb"1. R\u00e9union du Comit\u00e9 \u00e0 Gen\u00e8ve.",
            Doubted("encoding-doubtful"),
        ),
        Variant(
            "ISO 2022-JP", "1. 委員会が開かれた。".encode("iso2022_jp"), ("1. 委員会が開かれた。",)
        ),
        Variant(
            "base64",
            base64.encodebytes(
                (
                    "1. Réunion du Comité à Genève. 2. Clôture de la session par le Président."
                ).encode()
                * 4
            ),
            Doubted("encoding-doubtful"),
        ),
    ),
)
CONTROL_SEQUENCES_AND_INVISIBLE_SIGNS = Kind(
    "ECMA-48",
    "control sequences and invisible signs",
    "Control sequences of terminals are no text.",
    (
        Variant("escape sequences of a terminal", b"\x1b[1m1. It met.\x1b[0m\n2. It closed.", MET),
        Variant("letters in decomposed form", "1. Réunion.".encode(), ("1. Réunion.",)),
    ),
)
FILES_THAT_ARE_NO_TEXT = Kind(
    "WHATWG MIME Sniffing, 7",
    "files that are no text",
    "They are refused by name.",
    (
        Variant(
            "LaTeX source",
            (b"\\documentclass{article}\n\\begin{document}\n1. It met.\n\\end{document}\n"),
            UnreadableSource,
        ),
        Variant(
            "an XML file of another kind",
            (b'<?xml version="1.0"?><akomaNtoso><act><p>1. It met.</p></act></akomaNtoso>'),
            UnreadableSource,
        ),
        Variant(
            "an owner file of Word (~$)",
            b"\x05Chair" + bytes(48) + b"\x05\x00C\x00h\x00a\x00i\x00r\x00" + bytes(90),
            UnreadableSource,
        ),
        Variant(
            "a Git LFS pointer",
            (
                b"version https://git-lfs.github.com/spec/v1\noid "
                b"sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2c"
                b"a24d17e2393\nsize 12345\n"
            ),
            UnreadableSource,
        ),
        Variant(
            "an error page saved as a report",
            (
                b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<html>"
                b"<body><p>Not found</p></body></html>"
            ),
            ("Not found",),
        ),
    ),
)
SPECIAL_CHARACTERS_OF_DOC = Kind(
    "MS-DOC 2.4.1",
    "special characters of .doc",
    "0x1E and 0x1F are hyphens; 0x0B, 0x0C and 0x0E end a line.",
    (
        Variant(
            "hyphens, breaks, columns",
            text_of_doc(
                "1. The co\x1eop\x1ferative met.\r2. It closed.\x0c3. It rose.\x0e4. It sat.\r"
            ),
            (
                "1. The co‑operative met.",
                "2. It closed.",
                "3. It rose.",
                "4. It sat.",
            ),
        ),
        Variant(
            "comment references and pictures", text_of_doc("1. It\x05 met\x01.\r"), ("1. It met.",)
        ),
    ),
)
FIELDS_OF_DOC_THAT_SHOW_NOTHING = Kind(
    "MS-DOC 2.9.90",
    "fields of .doc that show nothing",
    "SET, TC and XE show nothing; a result may have several paragraphs.",
    (
        Variant(
            "XE, TC and SET",
            text_of_doc(
                '1. It met\x13 XE "meeting" \x15.\x13 TC "T" \\f C \x15\x13 SET R "5 May" \x145 '
                "May\x15\r"
            ),
            ("1. It met.",),
        ),
        Variant(
            "a link over two paragraphs",
            text_of_doc('\x13 INCLUDETEXT "a" \x141. It met.\r2. It closed.\x15\r'),
            MET,
        ),
    ),
)
SIMPLE_MAILS = Kind(
    "RFC 5322, 3.6",
    "mails without fields of MIME",
    "The origination date and the address of the sender are the only required fields.",
    (
        Variant(
            "sender, date and subject",
            (
                b"From: a@un.example\nSubject: Report\n"
                b"Date: Mon, 3 May 2027 10:00:00 +0000\n\n1. It met.\n"
            ),
            ("1. It met.",),
        ),
        Variant(
            "a memorandum is no mail",
            b"To: Member States\nFrom: the Secretariat\nDate: 3 May 2027\n\n1. It met.\n",
            ("To: Member States", "From: the Secretariat", "Date: 3 May 2027", "1. It met."),
        ),
        Variant(
            "the character set UTF-7",
            mail("text/plain; charset=utf-7", "1. Réunion.".encode("utf-7")),
            ("1. Réunion.",),
        ),
    ),
)
SHORT_FRAGMENTS = Kind(
    "WHATWG MIME Sniffing, 7.1",
    "short fragments of pages",
    "A text that begins with a comment or a tag, and has end tags, is a page.",
    (
        Variant(
            "a comment and two paragraphs",
            b"<!-- saved -->\n<p>1. It met.</p><p>2. It closed.</p>",
            MET,
        ),
    ),
)
STANDARDS_TEXTS = (
    SIMPLE_MAILS,
    SHORT_FRAGMENTS,
    OTHER_PARTS_OF_MAILS,
    SIGNED_AND_ENCRYPTED_MAILS,
    PARAMETERS_OF_CHARACTER_SETS,
    TRANSFER_ENCODINGS,
    DELIVERY_REPORTS,
    ATTACHED_DOCUMENTS,
    STRUCTURES_OF_MAILS,
    ESCAPES_IN_PLACE_OF_LETTERS,
    CONTROL_SEQUENCES_AND_INVISIBLE_SIGNS,
    FILES_THAT_ARE_NO_TEXT,
    SPECIAL_CHARACTERS_OF_DOC,
    FIELDS_OF_DOC_THAT_SHOW_NOTHING,
)
