"""Character encodings: composed texts in every encoding that can hold them."""

import random
from pathlib import Path

import pytest
from compose_word import load

import unreport
from unreport.document import Document
from unreport.readers.encoding_fit import ENCODINGS
from unreport.readers.encodings import decode
from unreport.readers.text import read_text
from unreport.text.characters import normalise

REPORTS = sorted((Path(__file__).parents[1] / "fixtures" / "word" / "reports").glob("*.txt"))
CODECS = [
    *ENCODINGS,
    "iso8859_1",
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-32",
    "utf-32-le",
    "utf-32-be",
]
TEXTS = 50  # of each language


def composed() -> list[tuple[str, str]]:
    """300 texts, of lines of our reports in six languages."""
    languages: dict[str, list[str]] = {}
    for path in REPORTS:
        languages.setdefault(path.stem[:2], []).extend(load(path).expected_lines)
    rng = random.Random(7)  # noqa: S311
    return [
        (language, "\n".join(rng.sample(lines, rng.randint(4, 12))))
        for language, lines in sorted(languages.items())
        for _ in range(TEXTS)
    ]


def encoded(text: str, codec: str) -> bytes | None:
    try:
        return text.encode(codec)
    except UnicodeEncodeError:
        return None


@pytest.mark.parametrize("codec", CODECS)
def test_no_text_is_decoded_wrongly_without_a_doubt(codec: str) -> None:
    tried = 0
    for language, text in composed():
        data = encoded(text, codec)
        if data is None or text.isascii():
            continue
        tried += 1
        decoded = decode(data)
        assert decoded.doubt or normalise(decoded.text) == normalise(data.decode(codec)), (
            language,
            decoded.codec,
            text,
        )
    assert tried or codec in {"cp864", "iso8859_2", "big5", "cp720", "cp437", "cp850", "iso8859_15"}


@pytest.mark.parametrize(
    ("language", "codec"),
    [
        ("ar", "cp1256"), ("ar", "iso8859_6"), ("ar", "utf-16-le"), ("en", "cp1252"),
        ("es", "cp1252"), ("es", "cp850"), ("es", "mac_roman"), ("fr", "cp1252"), ("fr", "cp850"),
        ("fr", "mac_roman"), ("ru", "cp1251"), ("ru", "koi8_r"), ("ru", "iso8859_5"),
        ("ru", "cp866"), ("ru", "mac_cyrillic"), ("zh", "gb18030"), ("zh", "utf-16-be"),
    ],
)  # fmt: skip
def test_most_texts_of_a_language_are_read_without_a_doubt(language: str, codec: str) -> None:
    outcomes = [
        decode(data).doubt is None
        for name, text in composed()
        if name == language and not text.isascii() and (data := encoded(text, codec))
    ]
    assert sum(outcomes) >= 0.8 * len(outcomes)


ARABIC = "اجتمعت اللجنة في فيينا يوم الاثنين وناقشت المسائل المطروحة عليها."
RUSSIAN = "Комитет собрался в Вене и рассмотрел вопросы повестки дня."


def doubts(document: Document) -> list[str]:
    return [doubt.code for doubt in document.doubts]


def test_a_tie_names_the_encodings() -> None:
    document = read_text(
        "Le prix est de 5 \xa4 par jour.".encode("iso8859_15", "replace") + b"\xa4"
    )

    assert doubts(document) == ["encoding-doubtful"]
    assert "ISO 8859-15" in document.doubts[0].message


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Türkiye", "cp1252"),
        ("Комітет зібрався у Відні та розглянув питання порядку денного.", "koi8_u"),
        ("聯合國大會第八十屆會議。委員會審議了議程項目。", "big5"),
        ("Le Comité a examiné l'œuvre à 5 €", "iso8859_15"),
        ("The Committee’s work – “as is”", "cp1252"),
        ("اجتمعت اللجنة في فيينا", "cp720"),
    ],
)
def test_short_texts_are_right_or_doubted(text: str, codec: str) -> None:
    decoded = decode(text.encode(codec))

    assert decoded.doubt or decoded.text == text


def test_a_language_of_none_of_the_encodings_is_a_doubt() -> None:
    greek = "Η Επιτροπή συνήλθε στη Βιέννη και εξέτασε τα θέματα της ημερήσιας διάταξης."

    assert doubts(read_text(greek.encode("cp1253"))) == ["encoding-doubtful"]


def test_stray_bytes_in_utf_8() -> None:
    data = ARABIC.encode() + b"\x96 " + RUSSIAN.encode()
    document = read_text(data)

    assert document.text == f"{ARABIC}\N{REPLACEMENT CHARACTER} {RUSSIAN}"
    assert doubts(document) == ["encoding-doubtful"]


def test_utf_8_cut_off_in_a_character() -> None:
    document = read_text(RUSSIAN.encode() + "я".encode()[:1])

    assert document.text == f"{RUSSIAN}\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize(
    "text", [ARABIC, RUSSIAN, "The Committee met.", "联合国大会\n第八十届会议"]
)
def test_wide_encodings_without_a_byte_order_mark(codec: str, text: str) -> None:
    assert decode(f"{text}\n".encode(codec)).text == f"{text}\n"


@pytest.mark.parametrize(
    ("text", "codec", "declared"),
    [
        (ARABIC, "cp1256", "iso-8859-1"),
        (RUSSIAN, "koi8_r", "windows-1251"),
        (RUSSIAN, "cp1251", "utf-8"),
        (ARABIC, "utf-8", "windows-1256"),
        ("联合国大会第八十届会议", "gb18030", "iso-8859-1"),
        ("Le Comité s'est réuni à Vienne.", "cp1252", "utf-8"),
    ],
)
def test_pages_that_declare_another_encoding(text: str, codec: str, declared: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body><p>{text}</p></body></html>'
    document = unreport.read(page.encode(codec))

    assert document.text == text


@pytest.mark.parametrize(("text", "codec"), [(ARABIC, "windows-1256"), (RUSSIAN, "koi8-r")])
def test_pages_that_declare_their_encoding(text: str, codec: str) -> None:
    page = f'<html><head><meta charset="{codec}"></head><body><p>{text}</p></body></html>'
    document = unreport.read(page.encode(codec))

    assert (document.text, document.doubts) == (text, ())


def test_a_long_text_is_judged_by_a_sample() -> None:
    assert decode((RUSSIAN + "\n").encode("cp1251") * 20_000).codec == "cp1251"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        # Names of States have pairs of letters that are rare otherwise.
        ("Túnez\nTürkiye\nTurkmenistán\nUzbekistán\nRepública de Moldova", "cp1252"),
        ("Azerbaiyán, Belarús, Bélgica, Bhután, Camerún, Canadá", "cp850"),
        ("Suède, Tchéquie, Thaïlande, Trinité-et-Tobago", "mac_roman"),
        (
            "The Islamic People’s Republic and Iraq’s delegation met on 1 February–5 March.",
            "cp1252",
        ),
        ("Los órganos de los países miembros de la Comisión se reunirán.", "gb18030"),
        ("A dose of 5 μg \N{GRINNING FACE}", "utf-8"),
    ],
)
def test_short_latin_texts_are_read_without_a_doubt(text: str, codec: str) -> None:
    decoded = decode(text.encode(codec))

    assert (decoded.text, decoded.doubt) == (text, None)


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        # Mac Arabic has two codes for each sign and space; Python writes the right-to-left ones.
        ("Guinea Ecuatorial\t0,008\nHaití\t0,006\nHonduras\t0,1", "mac_arabic"),
        ("être\t24 706,02\t70 416,79\nassistance\t48 299,23", "mac_arabic"),
        ("no later than 31\N{NO-BREAK SPACE}", "koi8_r"),
        ("Priant la Commission d’établir un programme", "mac_roman"),  # an Armenian letter in UTF-8
        ("reported cases of COVID\N{NON-BREAKING HYPHEN}19 in the world", "gb18030"),
        ("הוועדה התכנסה בווינה ודנה בסעיפי סדר היום.", "cp1255"),
        ("위원회는 비엔나에서 회의를 열고 의제를 검토하였다.", "euc_kr"),
        ("Komite Viyana'da toplandı ve gündem maddelerini görüştü.", "cp1254"),
    ],
)
def test_what_could_be_another_text_is_right_or_doubted(text: str, codec: str) -> None:
    data = text.encode(codec)
    decoded = decode(data)

    assert decoded.doubt or normalise(decoded.text) == normalise(data.decode(codec))
