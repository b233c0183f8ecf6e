"""Symbols: a table of source forms with their components; order; file names; invalid texts."""

import pickle
import random
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unreport.symbols.symbol import NotASymbol, Symbol

TABLE = Path(__file__).parents[1] / "fixtures" / "symbols.tsv"
ROWS = [
    line.split("\t")
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
SYMBOLS = sorted({Symbol.parse(row[0]) for row in ROWS})


def test_the_table_is_large_enough() -> None:
    assert len(ROWS) >= 150


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_parts(row: list[str]) -> None:
    source, canonical, organ, bodies, session, year, nature, number, changes, base = row
    symbol = Symbol.parse(source)

    assert str(symbol) + symbol.mark == canonical
    named = [body.replace(" ", "_") for body in symbol.bodies]
    country = [f"[{symbol.country}]"] if symbol.country else []
    found = [
        symbol.organ,
        " ".join(named + country) or "-",
        symbol.session or "-",
        str(symbol.year or "-"),
        symbol.nature or "-",
        symbol.number or "-",
        " ".join(f"{code}={count}" for code, count in symbol.modifications) or "-",
        str(symbol.base),
    ]
    assert found == [organ, bodies, session, year, nature, number, changes, base]


@pytest.mark.parametrize("symbol", SYMBOLS, ids=str)
def test_canonical_forms_round_trip(symbol: Symbol) -> None:
    assert Symbol.parse(str(symbol)) == symbol
    assert Symbol.parse(str(symbol), strict=True) == symbol
    assert Symbol.from_filename(f"{symbol.to_filename()}.pdf") == symbol
    assert Symbol.parse(symbol.to_url_path().replace("%20", " ")) == symbol.symbols[0]


@pytest.mark.parametrize("symbol", SYMBOLS, ids=str)
def test_lower_case_of_a_url(symbol: Symbol) -> None:
    assert Symbol.parse(str(symbol).lower()) == symbol


DIRTY = sorted({row[0] for row in ROWS if row[0] != row[1]})


@pytest.mark.parametrize("source", DIRTY)
def test_strict_takes_canonical_forms_only(source: str) -> None:
    with pytest.raises(NotASymbol):
        Symbol.parse(source, strict=True)


NONE = [
    "",
    " ",
    "A",
    "A/",
    "/A/70/1",
    "1910268A",
    "19-03070",
    "V.19-08921",
    "GE.18-10740(E)",
    "and/or",
    "AND/OR/2",
    "TCP/IP",
    "km/h",
    "A/RES",
    "COP/MOP",
    "2018/1",
    "8/1",
    "12/09/2019",
    "Vienna, 11-13 September 2019",
    "أيلول/سبتمبر",
    "٨/١",
    "第8/1号决议",
    "https://undocs.org/A/70/1",
    "A/70/1 and Corr.1",
    "A/70/1; A/70/2",
    "A/70/1/the",
    "A//1",
    "Draft report",
    "ISIL/Da’esh",
    "MRV/Transparency",
]


@pytest.mark.parametrize("text", NONE)
def test_invalid_symbols(text: str) -> None:
    with pytest.raises(NotASymbol, match=r"is no symbol|names several"):
        Symbol.parse(text)


def test_a_range_names_several_documents() -> None:
    with pytest.raises(NotASymbol, match="several documents"):
        Symbol.parse("A/70/1/Add.1–3")


def test_asterisks_are_separate() -> None:
    symbol = Symbol.parse("A/C.3/72/L.1**")

    assert symbol == Symbol.parse("A/C.3/72/L.1")
    assert hash(symbol) == hash(Symbol.parse("A/C.3/72/L.1"))
    assert (str(symbol), symbol.mark) == ("A/C.3/72/L.1", "**")
    assert Symbol.parse("A/65/L.78/*").mark == "*"
    assert Symbol.parse("A/65/L.78*", strict=True).mark == "*"


def test_suffixes() -> None:
    symbol = Symbol.parse("CTOC/COP/WG.7/2019/L.1/Add.3/Rev.1/Corr.2")

    assert (symbol.addendum, symbol.revision, symbol.corrigendum) == (3, 1, 2)
    assert str(symbol.base) == "CTOC/COP/WG.7/2019/L.1"
    assert symbol.is_limited
    assert symbol.base.addendum is None
    assert Symbol.parse("A/C.6/64/SR.1–28/Corrigendum").corrigendum == 0
    assert not Symbol.parse("A/70/1").is_limited


def test_joint_symbols() -> None:
    symbol = Symbol.parse("E/2001/28–E/CN.7/2001/12")

    assert [str(one) for one in symbol.symbols] == ["E/2001/28", "E/CN.7/2001/12"]
    assert symbol.to_filename() == "E_2001_28+E_CN.7_2001_12"


def test_a_symbol_is_immutable() -> None:
    with pytest.raises(AttributeError, match="does not change"):
        Symbol.parse("A/70/1").text = "A/70/2"


def test_json_and_pickle() -> None:
    symbol = Symbol.parse("E/2001/28–E/CN.7/2001/12")

    encoded = msgspec.json.encode([symbol], enc_hook=str)
    decoded = msgspec.json.decode(
        encoded, type=list[Symbol], dec_hook=lambda _, text: Symbol.parse(text)
    )

    assert encoded.decode() == f'["{symbol}"]'
    assert decoded == [symbol]
    assert pickle.loads(pickle.dumps(symbol)) == symbol  # noqa: S301


ORDER = """
A/9/2
A/70/1
A/70/1/Corr.1
A/70/1/Corr.2
A/70/1/Rev.1
A/70/1/Rev.1/Corr.1
A/70/1/Add.1
A/70/1/Add.2
A/70/1/Add.2/Corr.1
A/70/1/Add.2/Rev.1
A/70/1/Add.10
A/70/2
A/70/10
A/100/1
E/2001/28
""".split()


def test_order() -> None:
    shuffled = [Symbol.parse(text) for text in ORDER]
    random.Random(1).shuffle(shuffled)  # noqa: S311

    assert [str(symbol) for symbol in sorted(shuffled)] == ORDER


FILES = [
    ("CTOC_COP_WG.7_2019_L.1_Add.3.txt", "CTOC/COP/WG.7/2019/L.1/Add.3"),
    ("CTOC-COP-WG.7-2019-L.1-Add.1", "CTOC/COP/WG.7/2019/L.1/Add.1"),
    ("FCCC_SBSTA_2008_L-24-AR.pdf", "FCCC/SBSTA/2008/L.24"),
    ("A_RES_77_134-2228494A.xml", "A/RES/77/134"),
    ("S_RES_2504 (2020)-2000407A.xml", "S/RES/2504 (2020)"),
    ("A_AC_109_2019_L_18_EA", "A/AC.109/2019/L.18"),
    ("A_C_3_80_L_1.pdf", "A/C.3/80/L.1"),
    ("A_81_6 (SECT. 13).pdf", "A/81/6 (Sect. 13)"),
    ("A_S-30_4.txt", "A/S-30/4"),
    ("A-S-30-4.pdf", "A/S-30/4"),
    ("a_res_77_5.ar.txt", "A/RES/77/5"),
    ("A_RES_77_247-ES.pdf", "A/RES/77/247"),
    ("CCPR_C_95_D_1479_2006.gold.json", "CCPR/C/95/D/1479/2006"),
    ("CERD_C_URY_CO_16-20.txt", "CERD/C/URY/CO/16-20"),
    ("E_CN.5_2011_L.1_Add.4_R.docx", "E/CN.5/2011/L.1/Add.4"),
    ("S_RES_2682_2023.pdf", "S/RES/2682 (2023)"),
    ("ECE_TRADE_C_CEFACT_2018_1E.docx", "ECE/TRADE/C/CEFACT/2018/1"),
    ("/archive/2019/A_58_174.pdf", "A/58/174"),
    (r"C:\archive\A_58_174.pdf", "A/58/174"),
]


@pytest.mark.parametrize(("name", "symbol"), FILES)
def test_file_names(name: str, symbol: str) -> None:
    assert str(Symbol.from_filename(name)) == symbol


@pytest.mark.parametrize(
    "name", ["1910268A.docx", "V1604827.docx", "report.pdf", "a.b", "", "minutes_2019_L1.txt"]
)
def test_file_names_without_a_symbol(name: str) -> None:
    with pytest.raises(NotASymbol):
        Symbol.from_filename(name)


def test_url_path() -> None:
    assert Symbol.parse("S/RES/2282 (2016)").to_url_path() == "S/RES/2282(2016)"
    assert Symbol.parse("A/81/6 (Sect. 13)").to_url_path() == "A/81/6(Sect.13)"
    assert Symbol.parse("TD/CODE TOT/47").to_url_path() == "TD/CODE%20TOT/47"


@given(st.text())
def test_any_text_is_a_symbol_or_an_error(text: str) -> None:
    for read in (Symbol.parse, Symbol.from_filename):
        try:
            symbol = read(text)
        except NotASymbol:
            continue
        assert Symbol.parse(str(symbol)) == symbol


SOILED = st.lists(st.sampled_from([" ", "\N{RIGHT-TO-LEFT MARK}", "\u00a0"]), max_size=2)


@given(st.sampled_from(SYMBOLS), st.data())
def test_spaces_and_controls_at_slashes(symbol: Symbol, data: st.DataObject) -> None:
    parts = str(symbol).split("/")
    text = parts[0]
    for part in parts[1:]:
        text += "".join(data.draw(SOILED)) + "/" + "".join(data.draw(SOILED)) + part

    assert Symbol.parse(text) == symbol


@pytest.mark.parametrize("text", ["R/" + "&&" * 500 + "!", "A" + "-A&A" * 500, "A/" + "(X)" * 500])
def test_long_texts_that_are_no_symbols(text: str) -> None:
    with pytest.raises(NotASymbol):
        Symbol.parse(text)
