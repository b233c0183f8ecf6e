"""AKN4UN: valid, nothing lost, read back as it was, the same names in six languages."""

import datetime as dt
import os
from pathlib import Path

import msgspec
import pytest
from akn_rules import AKN, ILLEGAL, characters_of_report, characters_of_xml, validated
from hypothesis import given
from lxml import etree
from msgspec.structs import replace
from strategies import reports

from unreport import (
    Footnote,
    Furniture,
    Issue,
    Item,
    List,
    Masthead,
    MastheadLine,
    Meeting,
    NotAReport,
    Note,
    Paragraph,
    Report,
    Section,
    Source,
    Span,
    Table,
    Text,
    UnreportError,
    from_akn,
    parse,
    parse_text,
    to_akn,
)
from unreport.keys import with_keys

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*/source.txt"))
CORPUS = os.environ.get("UNREPORT_CORPUS")
OWN = "{urn:x-unreport:akn:1}"


def without_places(node):
    """A report or a part of it as the XML can hold it: no spans, pages or places."""
    match node:
        case tuple():
            return tuple(map(without_places, node))
        case Report():
            parts = ("masthead", "body", "footnotes", "furniture", "doubts")
            inner = {name: without_places(getattr(node, name)) for name in parts}
            return with_keys(replace(node, places=(), documents=(), **inner))
        case Masthead():
            return replace(node, lines=without_places(node.lines))
        case Section():
            return replace(node, span=Span(0, 0), children=without_places(node.children))
        case Paragraph() | Item():
            return replace(node, span=Span(0, 0), content=without_places(node.content))
        case List():
            return List(without_places(node.items))
        case Issue():
            return replace(node, span=None)
        case Table() | Footnote() | MastheadLine() | Furniture():
            return replace(node, span=Span(0, 0))
        case _:
            return node


def element(xml: str, eid: str) -> etree._Element:
    return etree.fromstring(xml.encode()).find(f".//*[@eId='{eid}']")


# --- every document -------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.parent.name)
def test_cases_are_valid_complete_and_read_back(case):
    report = parse(case)
    xml = to_akn(report)
    root = validated(xml)
    assert characters_of_xml(root) == characters_of_report(report)
    assert without_places(from_akn(xml)) == without_places(report)


@pytest.mark.skipif(CORPUS is None, reason="UNREPORT_CORPUS is not set")
@pytest.mark.parametrize("folder", ["seed", "unxml", "reports", "en_unfccc", "ar_excerpts"])
def test_the_corpus_is_valid_complete_and_read_back(folder):
    paths = sorted(Path(CORPUS or "", folder).glob("*.txt"))
    done = 0
    for path in paths:
        try:
            report = parse(path)
        except UnreportError:
            continue
        xml = to_akn(report)
        assert characters_of_xml(validated(xml)) == characters_of_report(report), path.name
        assert without_places(from_akn(xml)) == without_places(report), path.name
        done += 1
    assert done


def legal(value):
    """A value as XML can hold it: no control characters in any text."""
    match value:
        case str():
            return ILLEGAL.sub("", value)
        case tuple():
            return tuple(map(legal, value))
        case Paragraph() | Item():
            return replace(_legal_fields(value), content=placed(legal(value.content)))
        case msgspec.Struct():
            return _legal_fields(value)
        case _:
            return value


def _legal_fields(value):
    return replace(value, **{name: legal(getattr(value, name)) for name in value.__struct_fields__})


def placed(content):
    """No empty texts; the calls after a text stand in it, in their order."""
    kept: list = []
    text, at = "", 0
    for piece in content:
        match piece:
            case Note() if text:
                at = len(text) if piece.at is None else min(max(piece.at, at), len(text))
                kept.append(replace(piece, at=at))
            case Note():
                kept.append(replace(piece, at=None))
            case Text():
                text, at = piece.text or text, 0 if piece.text else at
                kept += [piece] if piece.text else []
            case _:
                text = ""
                kept.append(piece)
    return tuple(kept)


@given(reports.map(legal))
def test_any_report_is_read_back(report):
    assert without_places(from_akn(to_akn(report))) == without_places(report)


@given(reports)
def test_any_tree_is_valid(report):
    root = validated(to_akn(report))
    assert root[0].find(f"{AKN}mainBody") is not None


# --- what stands where ----------------------------------------------------------------------------

ADDENDUM = """\
CTOC/COP/WG.7/2019/L.1/Add.3
Distr.: Limited
12 September 2019
Arabic
Original: English

الفريق العامل المعني بتهريب المهاجرين

مشروع التقرير

إضافة

ثانياً- التوصيات (تابع)

التوصية ٧

ينبغي للدول الأطراف أن تنظر فيما يلي:

(أ) تبادل المعلومات؛

(ب) تدريب الموظفين.

١٤- وأحاط الفريق علماً بالوثيقة A/RES/70/1.¹

__________
1 انظر الوثيقة A/74/5.

المرفق الأول

قائمة الوثائق

١- الوثائق المعروضة.
"""


@pytest.fixture(scope="module")
def addendum() -> str:
    return to_akn(parse_text(ADDENDUM))


def test_a_draft_report_is_a_debate_report_with_the_iris_of_its_symbol(addendum):
    root = validated(addendum)
    work = "/akn/un/debateReport/report/un-ctoc-cop-wg7/2019-09-12/CTOC-COP-WG.7-2019-L.1-Add.3"
    assert [one.get("value") for one in root.iter(f"{AKN}FRBRuri")][:3] == [
        work,
        f"{work}/ara@2019-09-12",
        f"{work}/ara@2019-09-12.xml",
    ]
    assert root.find(f".//{AKN}FRBRtranslation").get("href") == f"{work}/eng@2019-09-12"


@pytest.mark.parametrize(
    ("eid", "name", "wid"),
    [
        ("chp_ثانيا", "chapter", "chp_II"),
        ("chp_ثانيا__recommendation_7", "hcontainer", "chp_II__recommendation_7"),
        (
            "chp_ثانيا__recommendation_7__al_1__list_1__point_ب",
            "point",
            "chp_II__recommendation_7__al_1__list_1__point_b",
        ),
        ("para_14", "paragraph", None),
        ("authorialNote_1", "authorialNote", None),
        ("att_الأول", "attachment", "att_I"),
    ],
)
def test_elements_and_their_names(addendum, eid, name, wid):
    found = element(addendum, eid)
    assert found.tag == f"{AKN}{name}"
    assert found.get("wId") == wid


def test_what_is_printed_stands_in_the_content(addendum):
    heading = element(addendum, "chp_ثانيا").find(f"{AKN}heading")
    assert "".join(heading.itertext()) == "التوصيات (تابع)"
    assert heading.find(f"{AKN}docStage").text == "(تابع)"
    assert element(addendum, "para_14").find(f"{AKN}num").text == "١٤-"


def test_a_cited_document_is_a_link_in_the_language_of_the_report(addendum):
    link = element(addendum, "para_14").find(f".//{AKN}a")
    assert (link.text, link.get("href")) == ("A/RES/70/1", "https://docs.un.org/ar/A/RES/70/1")


def test_the_english_corner_of_an_arabic_page_is_marked_as_english(addendum):
    cover = etree.fromstring(addendum.encode()).find(f".//{AKN}coverPage")
    languages = {
        line.get("class"): line.get("{http://www.w3.org/XML/1998/namespace}lang") for line in cover
    }
    assert languages["distribution"] == "en"
    assert languages["body"] is None


# --- kinds of documents ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("symbol", "title", "root", "name"),
    [
        ("A/CONF.900/L.1", "Draft report", "debateReport", "meetingReport"),
        ("A/CONF.900/L.1", "مشروع التقرير", "debateReport", "meetingReport"),
        ("A/CONF.900/L.1", "报告草稿", "debateReport", "meetingReport"),
        ("A/80/20", "Report of the Committee on its session", "debateReport", "meetingReport"),
        ("A/80/50", "Report of the Secretary-General", "doc", "progressReport"),
        ("A/80/51", "Доклад Генерального секретаря", "doc", "progressReport"),
        ("A/80/6", "Proposed programme budget for 2026", "doc", "budgetaryDocument"),
        ("A/80/52", "Note by the Secretariat", "doc", "note"),
        ("S/2025/1", "Letter dated 2 January 2025 from the President", "doc", "officialLetter"),
        ("A/RES/80/1", "Resolution adopted by the General Assembly", "statement", "resolution"),
    ],
)  # fmt: skip
def test_the_root_element_says_what_the_document_is(symbol, title, root, name):
    lines = f"{symbol}\n\n{title}\n\n1. Paragraph of the text."
    document = validated(to_akn(parse_text(lines)))[0]
    assert (document.tag, document.get("name")) == (f"{AKN}{root}", name)


# --- footnotes ------------------------------------------------------------------------------------


def _paragraph(*content) -> Paragraph:
    return Paragraph(marker=None, number=None, content=content, span=Span(0, 0))


def _report(*body, notes=()) -> Report:
    footnotes = tuple(Footnote(marker=mark, text=text, span=Span(0, 0)) for mark, text in notes)
    report = Report(
        source=Source(), language="en", masthead=Masthead(), body=body, footnotes=footnotes
    )
    return with_keys(report)


def test_notes_with_the_same_mark_are_paired_in_order():
    report = _report(
        _paragraph(Text("First."), Note("1", 6), Text("Second."), Note("1", 7)),
        notes=[("1", "one"), ("1", "two")],
    )
    root = validated(to_akn(report))
    assert ["".join(note.itertext()) for note in root.iter(f"{AKN}authorialNote")] == ["one", "two"]
    assert from_akn(to_akn(report)).footnotes == report.footnotes


def test_a_second_call_refers_to_the_note():
    report = _report(
        _paragraph(Text("First, second."), Note("1", 5), Note("1", 13)), notes=[("1", "one")]
    )
    root = validated(to_akn(report))
    assert root.find(f".//{AKN}sup/{AKN}ref").get("href") == "#authorialNote_1"
    assert from_akn(to_akn(report)).body == report.body


def test_a_call_without_a_note_and_a_note_without_a_call_are_kept():
    report = _report(_paragraph(Text("Met."), Note("7", 3)), notes=[(None, "Note: abbreviations.")])
    root = validated(to_akn(report))
    assert root.find(f".//{AKN}container[@name='footnotes']//{AKN}p/{AKN}authorialNote") is not None
    back = from_akn(to_akn(report))
    assert (back.body, back.footnotes) == (report.body, report.footnotes)


def test_calls_in_cells():
    table = Table(rows=(("Posts[^a]", "12"),), span=Span(0, 0))
    report = _report(table, notes=[("a", "Of which one is new.")])
    assert from_akn(to_akn(report)).body == report.body


def test_repeated_numbers_get_names_of_their_own():
    one = Paragraph(marker="1.", number=1, content=(Text("Once."),), span=Span(0, 0))
    root = validated(to_akn(_report(one, one, one)))
    found = [paragraph.get("eId") for paragraph in root.iter(f"{AKN}paragraph")]
    assert found == ["para_1", "para_1-2", "para_1-3"]


def test_the_date_of_the_mark_up_is_given():
    xml = to_akn(_report(), made_on=dt.date(2026, 1, 2))
    dates = etree.fromstring(xml.encode()).findall(f".//{AKN}FRBRManifestation/{AKN}FRBRdate")
    assert [date.get("date") for date in dates] == ["2026-01-02"]


def test_contents_lists_point_at_their_sections():
    report = parse_text(
        "Contents\n\nI. Opening ........ 2\n\nII. Closing ....... 3\n\n"
        "I. Opening\n\n1. It opened.\n\nII. Closing\n\n2. It closed."
    )
    root = validated(to_akn(report))
    assert [entry.get("href") for entry in root.iter(f"{AKN}tocItem")][-2:] == ["#chp_I", "#chp_II"]
    assert without_places(from_akn(to_akn(report))).furniture == without_places(report).furniture


# --- the same names in six languages --------------------------------------------------------------

PARALLEL = {
    "en": "II. Recommendations|1. The Committee noted:|(a) The report;|(b) A budget.|Annex I|List",
    "fr": "II. Recommandations|1. Le Comité a noté :|a) Le rapport ;|b) Le budget.|Annexe I|Liste",
    "es": "II. Recomendaciones|1. El Comité tomó nota:|a) El informe;|b) La nota.|Anexo I|Lista",
    "ru": "II. Рекомендации|1. Комитет отметил:|a) доклад;|b) бюджет.|Приложение I|Перечень",
    "ar": "ثانيا- التوصيات|١- أحاطت علما بما يلي:|(أ) التقرير؛|(ب) الميزانية.|المرفق الأول|قائمة",
    "zh": "二. 建议|1. 委员会注意到：|(a) 报告；|(b) 预算。|附件一|清单",
}  # fmt: skip


def _wids(xml: str) -> list[str]:
    body = etree.fromstring(xml.encode()).iter(f"{AKN}mainBody", f"{AKN}attachment")
    found = (one for part in body for one in part.iter())
    return [one.get("wId") or one.get("eId") for one in found if one.get("eId")]


@pytest.mark.parametrize("language", PARALLEL)
def test_six_languages_agree_in_their_work_ids(language):
    texts = {code: text.replace("|", "\n\n") for code, text in PARALLEL.items()}
    own = _wids(to_akn(parse_text(texts[language], language=language)))
    assert "chp_II" in own
    assert "para_1__list_1__point_b" in own
    assert own == _wids(to_akn(parse_text(texts["en"], language="en")))


# --- reading --------------------------------------------------------------------------------------

UN_FILE = f"""\
<akomaNtoso xmlns="{AKN[1:-1]}">
  <!-- an unofficial copy -->
  <statement name="resolution">
    <meta><identification source="#x"><FRBRExpression><FRBRlanguage language="fra"/>
    </FRBRExpression></identification>
    <presentation source="#x"><docketNumber>35-01234 (F)</docketNumber></presentation></meta>
    <coverPage>
      <p><docAuthority refersTo="#publisher">Nations Unies</docAuthority></p>
      <p><docNumber refersTo="#symbol">A/RES/90/1</docNumber></p>
      <p><docStatus refersTo="#generalDistribution">Distr. générale</docStatus></p>
      <p><docDate date="0001-01-01">adoption</docDate></p>
      <p><docDate date="2035-09-22" refersTo="#dateOfIssuance">22 septembre 2035</docDate></p>
      <p><event refersTo="#session"><location>Genève</location>,
        <date date="2035-09-01" refersTo="#startDate">1er septembre</date> –
        <date date="2035-09-22" refersTo="#endDate">22 septembre 2035</date></event></p>
      <p><session value="90">Quatre-vingt-dixième session</session></p>
      <p><inline title="7 (ب)" name="agenda item">Point 7 b) de l’ordre du jour</inline></p>
      <p><docTitle>Résolution adoptée</docTitle></p>
    </coverPage>
    <preface><p><docNumber>90/1.</docNumber>
      <docTitle><span>\tCoopération</span></docTitle></p></preface>
    <preamble>
      <formula name="enactingFormula"><p><span>L’Assemblée générale</span>,</p></formula>
    </preamble>
    <mainBody>
      <paragraph class="H1"><heading>Mesures</heading></paragraph>
      <paragraph><num>1.</num><content><p>
          <span>Prie</span> le Secrétaire général<sup>(</sup><authorialNote marker="1"
          eId="authorialNote_1" placement="bottom"><p>()\tVoir <a href="x">A/90/2</a>.</p>
          </authorialNote><sup>)</sup> d’agir ;</p></content></paragraph>
      <paragraph class="H23"><heading>Suivi</heading></paragraph>
      <paragraph><num>2.</num><list><intro><p>Décide :</p></intro>
        <point><num>a)</num><content><p>D’agir ;</p></content></point>
        <sublist><point><num>i)</num><content><p>vite.</p></content></point></sublist>
      </list></paragraph>
      <container name="table"><table><tr><td><p>Un</p></td><td><p>Deux</p></td></tr></table>
      </container>
      <paragraph class="H1"><heading>II</heading></paragraph>
      <paragraph class="H1"><heading>Appui</heading></paragraph>
      <paragraph class="H23GC"><content><p>\t\tFonds</p></content></paragraph>
    </mainBody>
    <conclusions><p><inline name="adoptionMeeting">3e séance plénière</inline>
      <eol/> <docDate date="2035-09-20">20 septembre 2035</docDate></p></conclusions>
    <attachments><attachment><doc name="annex"><meta/><mainBody>
      <paragraph class="H1"><heading>Annexe</heading></paragraph>
      <paragraph class="H1"><heading>Plan</heading></paragraph>
      <paragraph><content><p>\t1.\tAgir pour :</p></content></paragraph>
      <paragraph><content><p>\ta)\tLa paix<authorialNote marker="2" placement="bottom">
        <p>A/90/3.</p></authorialNote>;</p></content></paragraph>
      <paragraph><content><p>\tb)\tLe droit.</p></content></paragraph>
      <paragraph><num>2.</num><content><p>\tSuivre :</p></content></paragraph>
      <paragraph><content><p>\tb)\tCe qui commence par b).</p></content></paragraph>
    </mainBody></doc></attachment></attachments>
  </statement>
</akomaNtoso>
"""


def test_a_file_of_the_united_nations():
    report = from_akn(UN_FILE)
    assert (str(report.symbol), report.date, report.language) == (
        "A/RES/90/1",
        dt.date(2035, 9, 22),
        "fr",
    )
    assert report.title == "Résolution adoptée"
    masthead = report.masthead
    assert (masthead.distribution, masthead.job_number) == ("general", "35-01234 (F)")
    assert masthead.agenda_items[0].numbers == ("7 (b)",)
    assert masthead.meeting == Meeting(
        text="Genève, 1er septembre – 22 septembre 2035",
        place="Genève",
        start=dt.date(2035, 9, 1),
        end=dt.date(2035, 9, 22),
    )
    assert [(section.kind, section.heading, section.level) for section in report.sections] == [
        ("resolution", "90/1. Coopération", 1),
        ("heading", "Mesures", 2),
        ("heading", "Suivi", 3),
        ("chapter", "II Appui", 2),
        ("heading", "Fonds", 3),
        ("annex", "Annexe Plan", 1),
    ]
    first, second, third, *others = report.paragraphs
    adoption, annex = others[:2], others[2:]
    assert [line.text for line in adoption] == ["3e séance plénière", "20 septembre 2035"]
    assert first.text == "L’Assemblée générale,"
    assert (second.text, second.content[1]) == (
        "Prie le Secrétaire général d’agir ;",
        Note("1", 26),
    )
    assert [note.text for note in report.footnotes] == ["Voir A/90/2.", "A/90/3."]
    assert [(paragraph.marker, paragraph.text) for paragraph in annex] == [
        ("1.", "Agir pour : a) La paix; b) Le droit."),
        ("2.", "Suivre :"),
        ("b)", "Ce qui commence par b)."),
    ]
    assert [(item.marker, item.number) for item in annex[0].items] == [("a)", 1), ("b)", 2)]
    assert annex[0].items[0].content[1] == Note("2", 7)
    assert [item.marker for item in third.items] == ["a)", "i)"]
    assert third.items[0].items == (third.items[1],)
    tables = [node for node, _ in report.walk() if isinstance(node, Table)]
    assert [table.rows for table in tables] == [(("Un", "Deux"),)]


EMBEDDING_FILE = f"""\
<akomaNtoso xmlns="{AKN[1:-1]}">
  <statement name="resolution">
    <meta><identification source="#x"><FRBRExpression><FRBRlanguage language="eng"/>
    </FRBRExpression></identification></meta>
    <mainBody>
      <section>
        <subheading>A</subheading><subheading>Transport</subheading>
        <crossHeading><span>Noting</span> its report,</crossHeading>
        <paragraph><num>1.</num><content><p>Recommends the following:
          <embeddedStructure>
            <container name="x"><p>The General Assembly,</p></container>
            <paragraph><num>1.</num><content><p>Decides to act;</p></content></paragraph>
          </embeddedStructure></p></content></paragraph>
      </section>
      <article><num>2</num><heading>Scope</heading><heading>General</heading>
        <content><p>All States.</p></content></article>
      <blockContainer><p>First.</p></blockContainer>
      <signatureBlock>The Chair</signatureBlock>
    </mainBody>
  </statement>
</akomaNtoso>
"""


def test_an_annex_of_items_in_an_arabic_file_of_geneva():
    numerals = ["أ", "ب", "ج", "د", "هـ", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن", "س", "ع"]
    numerals += ["ف", "ص", "ق", "ر", "ش", "ت", "ث", "خ", "ذ", "ض", "أ أ", "ب ب"]
    items = "".join(
        f'<paragraph class="SingleTxtGA"><content><p>\t({numeral})\tبند؛</p></content></paragraph>'
        for numeral in numerals
    )
    report = from_akn(
        f"""<akomaNtoso xmlns="{AKN[1:-1]}"><statement name="resolution">
        <meta><FRBRlanguage language="ara"/></meta>
        <mainBody><paragraph class="H23GA"><content><p>المتابعة</p></content></paragraph></mainBody>
        <attachments><attachment><doc name="annex"><mainBody>
        <paragraph class="SingleTxtGA"><content><p>المرفق</p></content></paragraph>
        <paragraph class="SingleTxtGA"><content><p>1-\tما يلي:</p></content></paragraph>{items}
        </mainBody></doc></attachment></attachments></statement></akomaNtoso>"""
    )
    assert [section.heading for section in report.sections] == ["المتابعة", "المرفق"]
    assert [paragraph.marker for paragraph in report.paragraphs] == ["1-"]
    assert [item.number for item in report.items] == list(range(1, 29))


def test_a_decision_in_several_parts():
    parts = "".join(
        f"""<component><statement name="decision"><meta/>
        <preface><p><docNumber>{letter}</docNumber></p></preface>
        <mainBody><paragraph><content><p>\tIt decided to act.</p></content></paragraph></mainBody>
        <conclusions><p>63rd plenary meeting<eol/>29 March 2035</p></conclusions>
        <attachments><attachment><doc name="annex"><mainBody>
        <paragraph class="H1"><heading>Annex</heading></paragraph>
        </mainBody></doc></attachment></attachments></statement></component>"""
        for letter in "AB"
    )
    report = from_akn(
        f"""<akomaNtoso xmlns="{AKN[1:-1]}"><documentCollection name="publication">
        <meta><FRBRlanguage language="eng"/></meta>
        <coverPage><p><docNumber>A/DEC/90/559</docNumber></p></coverPage>
        <preface><p><docNumber>90/559.</docNumber> <docTitle>Accreditation</docTitle></p></preface>
        <collectionBody><component><documentRef href="comp_0" showAs="A"/></component>
        </collectionBody></documentCollection><components>{parts}</components></akomaNtoso>"""
    )
    assert str(report.symbol) == "A/DEC/90/559"
    assert [(one.kind, one.heading, one.level) for one in report.sections] == [
        ("decision", "90/559. Accreditation", 1),
        *([("decision", "A", 2), ("annex", "Annex", 3)]),
        *([("decision", "B", 2), ("annex", "Annex", 3)]),
    ]
    assert [one.text for one in report.paragraphs][:3] == [
        "It decided to act.",
        "63rd plenary meeting",
        "29 March 2035",
    ]


def test_no_text_of_a_file_of_the_united_nations_is_lost():
    report = from_akn(EMBEDDING_FILE)
    assert [(section.kind, section.heading) for section in report.sections] == [
        ("section", "A Transport"),
        ("heading", "2 Scope"),
    ]
    assert [(paragraph.marker, paragraph.text) for paragraph in report.paragraphs] == [
        (None, "Noting its report,"),
        ("1.", "Recommends the following:"),
        (None, "The General Assembly,"),
        ("1.", "Decides to act;"),
        (None, "General"),
        (None, "All States."),
        (None, "First."),
        (None, "The Chair"),
    ]
    printed = characters_of_xml(etree.fromstring(EMBEDDING_FILE.encode()))
    assert characters_of_report(report) == printed


@pytest.mark.parametrize(
    ("xml", "message"),
    [
        ("no xml", "this is not XML"),
        ("<html/>", "the root element is html, not akomaNtoso"),
        (f'<akomaNtoso xmlns="{AKN[1:-1]}"><bill/></akomaNtoso>', "akomaNtoso holds bill"),
        (f'<akomaNtoso xmlns="{AKN[1:-1]}"/>', "akomaNtoso holds nothing"),
    ],
)
def test_what_is_no_document_is_named(xml, message):
    with pytest.raises(NotAReport, match=message):
        from_akn(xml)


@pytest.mark.parametrize("value", [None, 3, ["<a/>"]])
def test_other_types_are_type_errors(value):
    with pytest.raises(TypeError):
        from_akn(value)
    with pytest.raises(TypeError):
        to_akn(value)
