"""Two drafts of our own that pages are made from."""

ARABIC = """\
CTOC/COP/WG.7/2019/L.1/Add.3
Distr.: Limited
12 September 2019
Arabic
Original: English

الفريق العامل المعني بتهريب المهاجرين

مشروع التقرير

إضافة

ثانياً- التوصيات

١- اعتمد الفريق العامل التوصيات التالية:(1)

(أ) أن تستخدم الدول التكنولوجيا:

'١' في جمع الأدلة؛

'٢' في تبادلها؛

(ب) أن تدرب موظفيها.

٢- CEDAW وINTERPOL نظما حلقة عمل.(2)

ألف- التعاون الدولي

٣- أحاط الفريق علما بالتقرير.

__________
(1) CTOC/COP/WG.7/2018/4، الفقرة 12.
(2) INTERPOL هي المنظمة الدولية للشرطة الجنائية.
"""
ENGLISH = """\
A/80/L.7

Draft report

I. Introduction

1. The Committee met.1 It took note of the report of the Secretariat.

Name\tPapers
A\t1
B\t2
C\t3

A. Opening

3. It was opened by the Chair in the presence of the observers.2

II. Closure

4. It closed.

__________
1 See A/80/50.
2 See A/80/51.
"""
