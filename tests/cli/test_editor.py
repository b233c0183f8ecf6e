"""An editor's task: a draft with eight planted slips; `check` finds the eight and nothing else."""

import json
from pathlib import Path

import pytest

from unreport.cli.main import main

ENGLISH = """\
CTOC/COP/WG.7/2019/L.1
Distr.: Limited
13 September 2019
Original: English

Conference of the Parties to the United Nations
Convention against Transnational Organized Crime
Working Group on the Smuggling of Migrants
Sixth session
Vienna, 11–13 September 2019

Draft report

I. Introduction

1. The Working Group was established by the Conference of the Parties.

II. Recommendations

2. States should do the following:

(a) Train their officers;

(b) Keep a record of the training;

(c) Report on it each year;

(d) Publish the report.

III. Summary of deliberations

A. Joint investigations

3. At its 2nd meeting, on 11 September 2019, the Working Group considered item 2 of its agenda.1

4. Several speakers described the joint investigations of their States.

5. One speaker asked the Secretariat to collect the laws in force.2
\fCTOC/COP/WG.7/2019/L.1

B. Financial investigations

6. At its 3rd meeting, on 12 September 2019, the Working Group considered item 3 of its agenda.

7. Many speakers underlined that experts were needed (see para. 4 (a) above).

C. Other matters

8. No other matters were raised.

IV. Organization of the session

A. Opening of the session

9. The Working Group met in Vienna from 11 to 13 September 2019.

10. The Chair opened the meeting.
\fCTOC/COP/WG.7/2019/L.1

B. Attendance

11. The States parties that attended are listed in a separate document.3

V. Adoption of the report

12. The Working Group adopted its report.

__________
1 See CTOC/COP/WG.7/2019/2.
2 See CTOC/COP/WG.7/2019/3.
3 CTOC/COP/WG.7/2019/INF/1.
"""
ENGLISH_SLIPS = (
    ("\n13 September 2019", "\n31 September 2019"),
    ("\n(b) Keep a record of the training;\n", ""),
    ("\n5. One speaker", "\n4. One speaker"),
    ("\n8. No other matters were raised.\n", ""),
    ("\n6. At its 3rd", "\n5. At its 3rd"),
    ("\n7. Many", "\n6. Many"),
    ("laws in force.2", "laws in force."),
    ("\fCTOC/COP/WG.7/2019/L.1\n\nB. Att", "\fCTOC/COP/WG.6/2018/L.1\n\nC. Att"),
)
ARABIC = """\
CTOC/COP/WG.7/2019/L.1
Distr.: Limited
13 September 2019
Arabic
Original: English

الفريق العامل المعني بتهريب المهاجرين
فيينا، ١١-١٣ أيلول/سبتمبر ٢٠١٩

مشروع التقرير

أولا- مقدمة

١- اجتمع الفريق العامل في فيينا.

ثانيا- التوصيات

٢- ينبغي للدول أن تفعل ما يلي:

(أ) تدريب الموظفين؛

(ب) الاحتفاظ بسجل للتدريب؛

(ج) تقديم تقرير كل سنة؛

(د) نشر التقرير.

ثالثا- ملخص المداولات

ألف- التحقيقات المشتركة

٣- نظر الفريق العامل في البند ٢ من جدول أعماله.(1)

٤- ووصف متكلمون تحقيقات دولهم.

٥- وطلب أحد المتكلمين جمع القوانين النافذة.(2)

باء- التحقيقات المالية

٦- نظر الفريق العامل في البند ٣ من جدول أعماله.

٧- وشدد متكلمون كثيرون على الحاجة إلى الخبراء.

جيم- مسائل أخرى

٨- لم تُطرح مسائل أخرى.

رابعا- اعتماد التقرير

٩- اعتمد الفريق العامل تقريره.

__________
(1) انظر الوثيقة CTOC/COP/WG.7/2019/2.
(2) CTOC/COP/WG.7/2019/3.
"""
ARABIC_SLIPS = (
    ("\nArabic", "\nFrench"),
    ("أيلول/سبتمبر", "أيلول/أكتوبر"),
    ("\n(ب) الاحتفاظ بسجل للتدريب؛\n", ""),
    ("\n٥- وطلب", "\n٤- وطلب"),
    ("\n٨- لم تُطرح مسائل أخرى.\n", ""),
    ("\n٦- نظر", "\n٥- نظر"),
    ("\n٧- وشدد", "\n٦- وشدد"),
    ("\nباء- التحقيقات", "\nجيم- التحقيقات"),
    ("\nجيم- مسائل", "\nدال- مسائل"),
    ("النافذة.(2)", "النافذة."),
)


def place(issue: dict[str, object]) -> str:
    return f"page {issue['page']}" if issue["page"] else f"line {issue['line']}"


def planted(draft: str, slips: tuple[tuple[str, str], ...]) -> str:
    for right, wrong in slips:
        assert draft.count(right) == 1, right
        draft = draft.replace(right, wrong)
    return draft


ENGLISH_FOUND = """\
page 1 date-impossible [31 September 2019]
page 1 list-broken [(c) Report on it each year;]
page 1 numbering-repeat [4. One speaker asked the Secretariat to collect the laws in force.]
page 2 section-empty [C. Other matters]
page 2 numbering-gap [9. The Working Group met in Vienna from 11 to 13 September 2019.]
page 3 symbol-differs [CTOC/COP/WG.6/2018/L.1]
page 3 heading-order [C. Attendance 11. The States parties that attended are listed in a \
separate doc…]
page 3 note-uncalled [2 See CTOC/COP/WG.7/2019/3.]
"""
ARABIC_FOUND = """\
line 4 language-differs [French]
line 8 month-names-disagree [فيينا، ١١-١٣ أيلول/أكتوبر ٢٠١٩]
line 22 list-broken [(ج) تقديم تقرير كل سنة؛]
line 34 numbering-repeat [٤- وطلب أحد المتكلمين جمع القوانين النافذة.]
line 36 heading-order [جيم- التحقيقات المالية ٥- نظر الفريق العامل في البند \
٣ من جدول أعماله. ٦- وشدد…]
line 42 section-empty [دال- مسائل أخرى]
line 46 numbering-gap [٩- اعتمد الفريق العامل تقريره.]
line 50 note-uncalled [(2) CTOC/COP/WG.7/2019/3.]
"""
CASES = {
    "en": (ENGLISH, ENGLISH_SLIPS, ENGLISH_FOUND),
    "ar": (ARABIC, ARABIC_SLIPS, ARABIC_FOUND),
}


@pytest.mark.parametrize("language", CASES)
def test_a_draft_without_slips_raises_no_doubt(language: str, tmp_path: Path, capsys) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(CASES[language][0], encoding="utf-8")

    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("language", CASES)
def test_the_eight_slips_are_found_with_their_places(language: str, tmp_path: Path, capsys) -> None:
    draft, slips, found = CASES[language]
    path = tmp_path / "draft.txt"
    path.write_text(planted(draft, slips), encoding="utf-8")

    assert main(["check", "--format", "json", str(path)]) == 1
    issues = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    shown = [" ".join([place(one), one["code"], f"[{one['text']}]"]) for one in issues]
    assert shown == found.splitlines()
    assert len(shown) == 8
    assert all(one["message"].endswith(".") for one in issues)


@pytest.mark.parametrize("language", CASES)
def test_the_page_shows_each_slip_where_it_is(language: str, tmp_path: Path, capsys) -> None:
    draft, slips, found = CASES[language]
    path = tmp_path / "draft.txt"
    path.write_text(planted(draft, slips), encoding="utf-8")

    assert main(["parse", "--format", "html", "--check", str(path)]) == 0
    page = capsys.readouterr().out
    assert page.count('<p class="issue"') == page.count('href="#doubt-') == 8
    for line in found.splitlines():
        assert f"<code>{line.split()[2]}</code>" in page
