"""Lists whose marks are dotted letters and numbers, on rows of their own or run in."""

from __future__ import annotations

import pytest

import unreport
from unreport.model import Item, List
from unreport.nodes import Paragraph


def _lists(paragraph: Paragraph | Item) -> list[List]:
    return [part for part in paragraph.content if isinstance(part, List)]


def _outline(text: str) -> list[object]:
    """The marks of all lists in the first paragraph, lists in lists below their items."""
    (paragraph, *_) = unreport.parse_text(text).paragraphs
    return [mark for part in _lists(paragraph) for mark in _marks(part)]


def _marks(part: List) -> list[object]:
    return [
        (item.marker, [mark for inner in _lists(item) for mark in _marks(inner)])
        if _lists(item)
        else item.marker
        for item in part.items
    ]


RUN_IN = [
    (
        "١. نظر المجلس في التالي: أ. السدود؛ ب. الجسور، منها: (١) الخشبية؛ (٢) الحجرية؛ ج. الطرق.",
        ["أ.", ("ب.", ["(١)", "(٢)"]), "ج."],
    ),
    (
        "1. It considered: (a) dams; (b) bridges, namely: 1. of wood; 2. of stone; (c) roads.",
        ["(a)", ("(b)", ["1.", "2."]), "(c)"],
    ),
    (
        "1. Ont été examinés : a) les barrages ; b) les ponts : 1. en bois ; 2. en fer ; c) l’eau.",
        ["a)", ("b)", ["1.", "2."]), "c)"],
    ),
    (
        "1. La Junta examinó: a) presas; b) puentes, a saber: 1. de madera; 2. de piedra; c) agua.",
        ["a)", ("b)", ["1.", "2."]), "c)"],
    ),
    (
        "1. Совет рассмотрел: а. плотины; б. мосты: 1) деревянные; 2) каменные; в. дороги.",
        ["а.", ("б.", ["1)", "2)"]), "в."],
    ),
    (
        "1. 理事会审议了：a) 水坝；b)桥梁，包括：1. 木桥；2. 石桥；c) 道路。",
        ["a)", ("b)", ["1.", "2."]), "c)"],
    ),
]


@pytest.mark.parametrize(("text", "marks"), RUN_IN)
def test_run_in_lists_in_one_another(text: str, marks: list[object]) -> None:
    assert _outline(text) == marks


def test_arabic_letters_with_dots_on_rows() -> None:
    text = (
        "١. نظر المجلس في المسائل التالية:\n\nأ. السدود؛\n\nب. الجسور؛\n\nج. الطرق.\n\n٢. وانتهى."
    )

    assert _outline(text) == ["أ.", "ب.", "ج."]


@pytest.mark.parametrize("title", ["أ. د. سالم المنصوري", "د. سالم المنصوري", "م. سالم المنصوري"])
def test_arabic_titles_of_persons_are_no_items(title: str) -> None:
    report = unreport.parse_text(f"١. انتخب المجلس رئيسه.\n\n{title}\n\n٢. وانتهى المجلس.")

    assert not any(_lists(paragraph) for paragraph in report.paragraphs)
    assert title in unreport.to_markdown(report)


@pytest.mark.parametrize(
    "text",
    [
        "1. It noted: 1. The reader may look there.",
        "1. It noted the ratio: 1.5 of wood; 2.5 of stone.",
        "١. وذكر: د. سالم المنصوري؛ م. هند العلي.",
        "1. Выступили: г. Москва; д. Ольховка.",
    ],
)
def test_what_only_looks_like_a_list(text: str) -> None:
    assert _outline(text) == []


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("秘书处作了说明。", "理事会审议了下列事项：a) 水坝；b)\n桥梁和堤岸；c)\n道路。"),
        ("The Secretariat spoke.", "The Board considered: a) dams; b)\nthe bridges; c)\nroads."),
    ],
)
def test_a_row_that_ends_in_a_mark_goes_on(row: str, text: str) -> None:
    rows = "\n\n".join(f"{number}) {row}" for number in (1, 2, 3))
    report = unreport.parse_text(f"{rows}\n\n4) {text}")

    assert [paragraph.number for paragraph in report.paragraphs] == [1, 2, 3, 4]
    marks = [item.marker for part in _lists(report.paragraphs[3]) for item in part.items]
    assert marks == ["a)", "b)", "c)"]


def test_numbers_cut_off_from_their_chinese_text_count_with_the_others() -> None:
    rows = (
        "1) 会议开始。\n\n2)\n委员会审议了水坝的养护。\n\n3)\n委员会审议了桥梁。\n\n4) 会议结束。"
    )
    report = unreport.parse_text(f"A. 水坝\n\n{rows}")

    assert [paragraph.number for paragraph in report.paragraphs] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (
            "١. قرر المجلس تأجيل البند.١/\n\n٢. وانتهى.\n\n١/ انظر التقرير الأول.",
            "انظر التقرير الأول.",
        ),
        (
            "1. It deferred the item.1/\n\n2. It closed.\n\n1/ See the first report.",
            "See the first report.",
        ),
    ],
)
def test_one_note_with_a_slash_at_the_end(text: str, note: str) -> None:
    report = unreport.parse_text(text)

    assert [footnote.text for footnote in report.footnotes] == [note]


@pytest.mark.parametrize(
    ("masthead", "end"),
    [
        ("نيويورك، 25 تشرين الأول/أكتوبر - 1 تشرين الثاني/نوفمبر", "2011-11-01"),
        ("New York, 25 October-1 November", "2011-11-01"),
    ],
)
def test_the_year_of_a_meeting_on_the_next_row(masthead: str, end: str) -> None:
    arabic = "ن" in masthead
    head = (
        "لجنة البذور\n\nالدورة الثانية\n\n"
        if arabic
        else "Commission on Seeds\n\nSecond session\n\n"
    )
    tail = "مشروع التقرير\n\n1 - عقدت اللجنة دورتها." if arabic else "Draft report\n\n1. It met."
    report = unreport.parse_text(f"E/CN.21/2011/L.1\n\n{head}{masthead}\n2011\n\n{tail}")

    assert report.masthead.meeting is not None
    assert str(report.masthead.meeting.end) == end


LEADS = {
    "ar": (
        "أولا - السدود\n\n١. نظر المجلس في التالي:",
        "؛",
        ("صيانة السدود", "الجسور", "الطرق"),
    ),
    "en": (
        "I. Dams\n\n1. The Board considered:",
        ";",
        ("upkeep of dams", "repair of bridges", "roads"),
    ),
    "fr": (
        "I. Eau\n\n1. Le Conseil a examiné :",
        " ;",
        ("les barrages", "les ponts", "les routes"),
    ),
    "es": ("I. Agua\n\n1. La Junta examinó:", ";", ("las presas", "los puentes", "los caminos")),
    "ru": ("I. Вода\n\n1. Совет рассмотрел:", ";", ("плотины", "мосты", "дороги")),
    "zh": ("一、水\n\n1. 理事会审议了：", "；", ("维护水坝", "修复桥梁", "清点道路")),
}
MARKS = ["1 -", "a -", "A.", "A)", "(A)", "i)", "i."]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("language", LEADS)
def test_marks_that_no_scheme_of_the_language_has(language: str, mark: str) -> None:
    lead, semicolon, (first, second, third) = LEADS[language]
    seconds = {"1": "2", "a": "b", "A": "B", "i": "ii"}
    thirds = {"1": "3", "a": "c", "A": "C", "i": "iii"}
    letter = mark.strip("(). -")
    marks = [mark, mark.replace(letter, seconds[letter]), mark.replace(letter, thirds[letter])]
    rows = [
        f"{marks[0]} {first}{semicolon}",
        f"{marks[1]} {second}{semicolon}",
        f"{marks[2]} {third}.",
    ]
    report = unreport.parse_text("\n\n".join([lead, *rows, "2. " + third + "."]), language=language)

    assert [paragraph.number for paragraph in report.paragraphs] == [1, 2]
    assert [item.marker for part in _lists(report.paragraphs[0]) for item in part.items] == marks


def test_headings_below_a_colon_stay_headings() -> None:
    below = "A. Dams\n\n2. It met.\n\nB. Bridges\n\n3. It rose."
    report = unreport.parse_text(f"I. Work\n\n1. It heard the following:\n\n{below}")

    assert [section.title for section in report.sections[0].sections] == ["Dams", "Bridges"]


def test_run_in_chinese_numerals() -> None:
    assert _outline("1. 理事会审议了：一、水坝；二、桥梁；三、道路。") == ["一、", "二、", "三、"]
    assert _outline("1. 理事会审议了：一、二审法院的裁决；其他问题。") == []


WRAPPED = (
    "1. The Board decided that the bridges and the dams of the northern hills would be repaired\n"
    "before the next winter and asked the Secretariat to report on the matter again next year.\n"
    "2. It also decided that the roads of the southern hills should be repaired in due course,\n"
    "in so far as funds allow, and asked the Secretariat to report on the matter again in May.\n"
)


def test_a_title_between_a_full_row_and_the_next_number() -> None:
    report = unreport.parse_text(
        WRAPPED + "Summary by the Chair\n3. The Chair summed up the work.\n"
    )

    assert [section.title for section in report.sections] == ["Summary by the Chair"]
    assert [paragraph.number for paragraph in report.paragraphs] == [1, 2, 3]


def test_a_clause_on_a_row_of_its_own_closes_a_list() -> None:
    rows = "(a) the dams;\n(b) the bridges,\nwith a view to next year."
    text = f"{WRAPPED}3. The Board took note of:\n{rows}"
    report = unreport.parse_text(text)

    (part,) = _lists(report.paragraphs[2])
    assert [item.text for item in part.items] == [
        "the dams;",
        "the bridges,",
    ]
