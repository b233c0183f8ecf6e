"""Words that Arabic spelling excludes, and words that only look like them."""

from __future__ import annotations

import pytest

from unreport.readers.pdf.spelling.row_spelling import is_plausible


@pytest.mark.parametrize(
    "row",
    [
        "المادة السبعM من النظام",
        "نظام الوكا*ت التجارية",
        "ا'ادة الأولى",
        "تُشجfَّع الدول",
        "وا\N{DINGBAT NEGATIVE CIRCLED SANS-SERIF DIGIT SIX} سيما",
        "ال\u4423مم المتحدة",
        "الق٢رار",
        "َ الجمعية",
        "تسلُّلُّم",
        "وُزع بالإلإ نكليزية",
        "الصرف الصحي في الألأسواق",
        "الأاّمم",
        "المقدمةفي التقرير",
        "االأمم المتحدة",
        "ا ل ت ق ر ي ر",
        "ثضظ ذغزظ صظغث طذضش",
        "ال\N{ARABIC HAMZA ABOVE}أمم المتحدة",
        "أول\N{ARABIC FATHATAN}ا\N{ARABIC FATHATAN}- معلومات",
        "الحا\N{ARABIC LETTER DOTLESS BEH} المالية",
        "تشجع ا س الاقتصادي ل المحلي",
        "أحيل البند إلي اللجنة",
        "وفي تموز/يوليه ٢٠٢٥ و جبت م أتعاب المحامين",
        "أن ح",
        "النظام الأساس ي للمحكمة",
        "وأُأُبلغت اللجنة بالقرار",
        "ا_حصاءات المناخية",
        "وس جُلت درجات حرارة مرتفعة",
        ".يُحدَّث محتواها أسبوعيا",
        "، مساحة الأرض",
        "عدد المحبوسين وفاق .(FAO)",
        "أول مرة، مساحة)1(5 كيلومترات",
        "اللائحة (EU)\u0640 No 1219/2012",
        "اللائحة No 1219/2012 N(EU) واتفاقية",
        "انظر 5-101234-1-92-978 ISBN، الصفحات",
        "تراجع من ٩٥٥,٥٠٠ إلى ٤٠٠ ١٢ طن",
        "للسفينة (٩٣٩٥٠٤٤IMO) بدخول الميناء",
        "انظر الموقع htps://tides.example.org",
        "Āă āĆĂć \u0116ăđ ĉĂĀĄĀăā",
        "the Commi+tee took note.",
        "the committ=e took note",
        ".٢٠٢٢",
        "بات يضم ٣٠٠\N{NO-BREAK SPACE}٠٦٧\N{NO-BREAK SPACE}١ مدخل",
        "de las Naciones Unidas1E5s pAapñroill 2026",
        ")أ( رسوم لا تتجاوز ٤٠ دولارا",
        "وفقا للمادة )٦( من النظام",
        "دоклаMчик принял",
        "the secret4riat was requested",
        "доклaдчик принял к сведению",
        ", the Committee took note of it",
        "。委员会注意到",
        "took note of the report( A/69/17",
        "Гo\u0434o\u0432o\u0439 \u0434o\u043a\u043ba\u0434",
    ],
)
def test_impossible_words(row: str) -> None:
    assert not is_plausible(row)


@pytest.mark.parametrize(
    "row",
    [
        "الوثيقة A/69/17 وA/CN.9/WG.II/WP.176.",
        "وعملا بالمادة ٩، الفقرة ٢ (أ)-(ج)، يجوز لأي طرف أن ينسحب",
        "اللائحة (EU) No 1219/2012 في الموقع https://tides.example.org.",
        "من ٩٥٥ ٥٠٠ إلى ١٢ ٤٠٠ طن في عام 2017",
        "انظر ISBN 978-92-1-101234-5، الصفحات",
        "اللآلئ تتلألأ في لألاء الشمس",
        "وَأَنَّهُ مَمَرٌّ تَتَقَدَّمُ فيه السُفُنُ",
        "ما لم يأذن قائد القوة بخلاف ذلك في انتظار المحاكمة",
        "Une élève âgée, ça a été réglé à l’été.",
        "برنامج الـUNDP وبالـGIS",
        "في ٢٠ آذار/مارس و١٢ أيلول/سبتمبر ٢٠١٩",
        "(أ) أن تُدرج الأمانةُ هذه المسألةَ؛ (هـ) افتراضيًا",
        "أولاً- حلًّا لمسألة الضوء وشيئاً من التقدّم",
        "مسؤولٌ عن القراءة «العضو(ة)» والرؤى",
        "م.م. ع. ن.",
        "الفئة ب من الموظفين، وللمرفق د، والمجموعة هـ",
        "البندان أ وب من الفقرة",
        "ب - المسائل التنظيمية",
        "طول الطريق ١٢ م",
        "وهبطت صادرات الأخشاب وصادرات الروطان والخيزران",
        "ا\N{ARABIC HAMZA ABOVE}مم مسو\N{ARABIC HAMZA ABOVE}ول",
        "من الموظفين (الرتب خ ع-٤ إلى خ ع-٦) في عام ٢٠١٩",
        "من طراز Falco مسح 922 200 هكتار من الأراضي في غضون 8 أيام.",
        "The Committee took note.",
        "see https://example.org/a_b?x=1&y=2, p=0.05 and C++ (CO2e), A/RES/69/1",
        "... continued from the 3rd page (10 MWh) at 5 p.m.",
        "Документ A/77/L.1 и стандарты ISO, CO2 и COVID-19",
    ],
)
def test_possible_words(row: str) -> None:
    assert is_plausible(row)
