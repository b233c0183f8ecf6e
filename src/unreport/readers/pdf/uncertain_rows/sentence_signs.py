"""Signs in places that the document has them not in: a comma after a space, a stop before `the`.

What a sign may stand beside is a convention of the language and of the document: French has a space
before a colon, manuals have `key:value`.  A form is doubtful where the document has it once or
twice, and the other form again and again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.uncertain_rows.reasons import mark

SMALL, CAPITAL = "a-zß-öø-ÿœа-яё", "A-ZÀ-ÖØ-ÞŒА-ЯЁ"
ARABIC = "\u0621-\u063a\u0641-\u0652"
SENTENCE_STARTS = (
    "The|This|These|It|In|He|She|They|We|There|At|On|For|Those|However"
    "|Les?|La|Il|Elle|Ils|Elles|Ces?|Cette|Une?|Dans|En"
    "|El|Los|Las|Una|Se|Esta?|Este|Estos"
    "|В|На|Он|Она|Они|Это|Эти|Для|При|По"
)
"""Words that stand at the beginning of sentences again and again, and are part of few names."""
CODE = re.compile(r"[\\{}_=<>|~^$#`@]|::|//|\.\.|\. \.")


# A search is quick where a pattern begins with the sign that is rare, and looks behind it.
class Form(Struct, frozen=True, kw_only=True):
    """A form that may be an error, and the usual one in its place."""

    odd: re.Pattern[str]
    usual: re.Pattern[str]
    reason: str
    most: int = 2  # rows with the odd form
    least_usual: int = 20  # rows with the usual form, for each with the other one


FORMS: Sequence[Form] = (
    Form(
        odd=re.compile(
            f" [,.،](?<=[{SMALL}{ARABIC})»”] .)(?=\\s[{SMALL}{CAPITAL}{ARABIC}]|$)", re.MULTILINE
        ),
        usual=re.compile("[^\\W\\d_][,.،](?:\\s|$)"),
        reason="a space before a comma or stop",
    ),
    Form(
        odd=re.compile(
            f" [;:؛](?<=[{SMALL}{ARABIC}] .)(?=\\s[{SMALL}{CAPITAL}{ARABIC}]|$)", re.MULTILINE
        ),
        usual=re.compile("[^\\W\\d_][;:؛](?:\\s|$)"),
        reason="a space before a colon or semicolon",
    ),
    Form(
        odd=re.compile(
            f"[(«)»”،؛:](?<=[{SMALL}{ARABIC}]{{2}}.)(?:(?<=[(«])(?=[{SMALL}{ARABIC}]{{4}})"
            f"|(?<=[)»”،؛])(?=[{SMALL}{CAPITAL}{ARABIC}]{{2}})"
            f"|(?<=[{SMALL}]{{4}}:)(?=[{SMALL}]{{4}}))"
        ),
        usual=re.compile("[^\\W\\d_] [(«“]|[)»”،؛:] [^\\W\\d_]"),
        reason="no space beside a sign",
    ),
    Form(
        odd=re.compile(f"[.] (?<=[{SMALL}]{{5}}. )(?=[{SMALL}]{{2,30}}[ ,])"),
        usual=re.compile(f"[{SMALL}]{{4}}[.] [{CAPITAL}]"),
        reason="a small letter after a stop",
    ),
    Form(
        odd=re.compile(f" (?<=[{SMALL}]{{2}}[{SMALL},] )(?:{SENTENCE_STARTS})(?= [{SMALL}]{{3}})"),
        usual=re.compile(f"[.:;?!»”)] (?:{SENTENCE_STARTS}) |^(?:{SENTENCE_STARTS}) "),
        reason="the beginning of a sentence within one",
    ),
    Form(
        odd=re.compile(
            f"[)\\]»](?:(?<=\\s.)|(?<=^.))(?=[{SMALL}{CAPITAL}{ARABIC}])"
            f"|[(\\[«](?<=[{SMALL}{CAPITAL}{ARABIC}].)(?=[\\s.,;،؛]|$)",
            re.MULTILINE,
        ),
        usual=re.compile(
            f"[(\\[«](?:(?<=\\s.)|(?<=^.))[{SMALL}{CAPITAL}{ARABIC}]"
            f"|[{SMALL}{CAPITAL}{ARABIC}][)\\]»](?=[\\s.,;،؛]|$)"
        ),
        reason="a bracket that points away from its word",
        most=6,
        least_usual=2,
    ),
)


def mark_sentence_signs(rows: Sequence[TextLine]) -> None:
    """Mark the rows that have a sign beside a letter or space that it seldom stands beside."""
    texts = [row.text for row in rows]
    whole = "\n".join(texts)
    for form in FORMS:
        if form.odd.search(whole):
            _mark_form(rows, form)


def _mark_form(rows: Sequence[TextLine], form: Form) -> None:
    found = [
        (row, odd)
        for row in rows
        if (odd := form.odd.search(row.text)) is not None and not CODE.search(row.text)
    ]
    if not found or len(found) > form.most:
        return
    usual = sum(form.usual.search(row.text) is not None for row in rows)
    if usual < form.least_usual * len(found):
        return
    for row, odd in found:
        if row.certain:
            start = row.text.rfind(" ", 0, odd.start()) + 1
            end = row.text.find(" ", odd.end() + 1)
            what = row.text[start : end if end > 0 else len(row.text)]
            mark(row, f"“{what}” has {form.reason}")
