"""Hypothesis strategies: reports that no parser made, and texts that look like reports."""

import datetime as dt

from hypothesis import strategies as st

from unreport.model import (
    AgendaItem,
    Footnote,
    Furniture,
    Issue,
    Item,
    List,
    Masthead,
    MastheadLine,
    Meeting,
    Note,
    Paragraph,
    Place,
    Report,
    Section,
    Session,
    Source,
    Span,
    Table,
    Text,
)
from unreport.symbols.symbol import Symbol

LINES = """\
I. Introduction
II. Organization of the session (continued)
A. Opening of the session
1. The Committee met in the spring.
2. It considered the following: (a) its agenda; (b) its budget; and (c) other matters.
2.
(a) To take note of the report;
(i) the first part;
(c)
Annex II
Recommendation 22
27/5. Strengthening of cooperation
• a bullet
paragraph 3 (a) of the resolution
__________
1 See A/80/50, para. 4.
A/80/L.1
2/3
V.19-08921 (E)
I. Introduction ........ 3
٢- وقررت اللجنة ما يلي: (أ) أن تحيط علما؛ (ب) أن تواصل العمل.
أولاً- مقدمة
ثانياً - التوصيات (تابع)
ألف- توصيات عامة
التوصية ٢٢
(هـ) بند؛
- ١- في إطار البند ٤
المرفق الأول
’١‘ نقطة
II. Organisation de la session
a) Prendre note du rapport ;
1. Le Comité s’est réuni.3
Annexe
II. Organización del período de sesiones
a) Tomar nota del informe;
Recomendación 3
II. Организация работы сессии
a) принять к сведению доклад;
б) продолжить работу.
Приложение I
二、会议安排
㈠ 注意到报告；
1. 委员会举行了会议。
附件一
建议22
Distr.: Limited
Original: English
12 September 2019
Vienna, 11–13 September 2019
Draft report
Addendum
إضافة
مشروع التقرير
""".splitlines()

line = st.one_of(st.sampled_from(LINES), st.text(max_size=30), st.just(""), st.just("\f"))
texts = st.one_of(
    st.text(max_size=200),
    st.text(st.characters(), max_size=50),  # halves of characters as well
    st.lists(line, max_size=25).map("\n".join),
    st.lists(st.sampled_from(LINES), max_size=40).map("\n\n".join),
)

word = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
number = st.none() | st.integers(0, 999)
pages = st.none() | st.tuples(st.integers(1, 9), st.integers(1, 9))
spans = st.builds(Span, st.integers(0, 99), st.integers(0, 99), pages)
dates = st.none() | st.dates(dt.date(1946, 1, 1), dt.date(2099, 12, 31))
notes = st.builds(Note, word, st.none() | st.integers(0, 30))
texts_and_notes = st.one_of(st.builds(Text, word), notes)


def _tuples(strategy, size=3):
    return st.lists(strategy, max_size=size).map(tuple)


def _items(content):
    return st.builds(
        Item, marker=st.none() | word, number=number, content=_tuples(content), span=spans
    )


contents = st.recursive(
    texts_and_notes,
    lambda content: st.one_of(texts_and_notes, st.builds(List, _tuples(_items(content)))),
    max_leaves=6,
)
leaves = st.one_of(
    st.builds(
        Paragraph, marker=st.none() | word, number=number, content=_tuples(contents), span=spans
    ),
    st.builds(Table, rows=_tuples(_tuples(word)), span=spans),
)
nodes = st.recursive(
    leaves,
    lambda node: st.builds(
        Section,
        kind=st.sampled_from(["chapter", "annex", "heading", "recommendation"]),
        level=st.integers(1, 9),
        marker=st.none() | word,
        number=number,
        title=word,
        continued=st.booleans(),
        continuation=st.none() | word,
        children=_tuples(node),
        span=spans,
    ),
    max_leaves=8,
)
SYMBOLS = [Symbol.parse(text) for text in ("A/80/L.1", "CTOC/COP/WG.7/2019/L.1/Add.3")]
mastheads = st.builds(
    Masthead,
    symbol=st.none() | st.sampled_from(SYMBOLS),
    distribution=st.sampled_from([None, "limited", "general"]),
    date=dates,
    language=st.sampled_from([None, "ar", "zh"]),
    original_languages=_tuples(st.sampled_from(["en", "fr"])),
    bodies=_tuples(word),
    session=st.none() | st.builds(Session, text=word, number=number),
    meeting=st.none() | st.builds(Meeting, text=word, place=st.none() | word, start=dates),
    agenda_items=_tuples(st.builds(AgendaItem, text=word, numbers=_tuples(word))),
    title=st.none() | word,
    addendum=number,
    job_number=st.none() | word,
    rapporteur=st.none() | word,
    lines=_tuples(st.builds(MastheadLine, role=word, text=word, span=spans)),
)
boxes = st.none() | st.tuples(*[st.floats(0, 999, width=32)] * 4)
reports = st.builds(
    Report,
    source=st.builds(Source, name=st.none() | word, pages=number),
    language=st.sampled_from([None, "ar", "en"]),
    masthead=mastheads,
    body=_tuples(nodes),
    footnotes=_tuples(st.builds(Footnote, marker=st.none() | word, text=word, span=spans)),
    furniture=_tuples(
        st.builds(Furniture, kind=st.sampled_from(["head", "foot"]), text=word, span=spans)
    ),
    doubts=_tuples(st.builds(Issue, code=word, message=word, span=st.none() | spans)),
    places=_tuples(st.builds(Place, start=st.integers(0, 9), end=st.integers(0, 9), box=boxes)),
)
