"""Which document a report is in AKN4UN: its root element, its name and its subtype.

The subtypes are prescribed and the names suggested by the guidelines, part 1, "Document types".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from msgspec import Struct

from unreport.languages import LEXICONS
from unreport.model import Report
from unreport.text.folding import fold_words


class DocumentType(Struct, frozen=True):
    """A kind of document."""

    root: str  # an element of Akoma Ntoso
    name: str
    subtype: str


MEETING_REPORT = DocumentType("debateReport", "meetingReport", "report")
RESOLUTION = DocumentType("statement", "resolution", "deliberation")
DECISION = DocumentType("statement", "decision", "deliberation")
DRAFT_RESOLUTION = DocumentType("statement", "resolutionDraft", "deliberation")
LETTER = DocumentType("doc", "officialLetter", "communication")
NOTE = DocumentType("doc", "note", "communication")
BUDGET = DocumentType("doc", "budgetaryDocument", "paper")
REPORT = DocumentType("doc", "progressReport", "paper")
PAPER = DocumentType("doc", "workingPaper", "paper")

DRAFT_REPORT_WORDS = (
    "draft report", "مشروع التقرير", "مشروع تقرير", "projet de rapport", "proyecto de informe",
    "проект доклада", "报告草稿", "报告草案",
)  # fmt: skip
REPORT_WORDS = ("report", "تقرير", "التقرير", "rapport", "informe", "доклад", "报告")
BUDGET_WORDS = (
    "programme budget", "budget for", "الميزانية البرنامجية", "ميزانية", "budget-programme",
    "budget de", "presupuesto", "бюджет", "方案预算", "预算",
)  # fmt: skip
LETTER_WORDS = (
    "letter", "letters", "identical letters", "note verbale", "رسالة", "رسالتان", "مذكرة شفوية",
    "lettre", "lettres", "carta", "cartas", "nota verbal", "письмо", "вербальная нота", "的信",
    "普通照会",
)  # fmt: skip
NOTE_WORDS = ("note", "مذكرة", "nota", "записка", "说明")


def document_type(report: Report) -> DocumentType:
    r"""The type of a report by its symbol and the words of its title.

    A report of a meeting, session or conference is told from one of an officer by the word for
    the session or meeting in its title.

    >>> from unreport.parse import parse_text
    >>> document_type(parse_text("A/80/L.1\n\nDraft report\n\n1. The Committee met.")).root
    'debateReport'
    """
    nature = report.symbol.nature if report.symbol else None
    words = _TitleWords(report)
    return next(kind for applies, kind in RULES if applies(nature, words))


class _TitleWords:
    """The words of a title and of the lines under it."""

    def __init__(self, report: Report) -> None:
        lines = [line.text for line in report.masthead.lines if line.role in ("title", "subtitle")]
        self.text = f" {fold_words(' '.join([report.title or '', *lines]))} "
        lexicon = LEXICONS.get(report.language or "") or LEXICONS["en"]
        self.space = " " if lexicon.spaced else ""
        self.drafts = lexicon.masthead.drafts
        self.meetings = (*lexicon.sessions.nouns, *lexicon.masthead.session)

    def have(self, phrases: Sequence[str]) -> bool:
        """Whether one of the phrases stands in the title, as whole words where it has words."""
        return any(map(self.text.__contains__, _folded(tuple(phrases), self.space)))


@cache
def _folded(phrases: tuple[str, ...], space: str) -> tuple[str, ...]:
    return tuple(f"{space}{fold_words(phrase)}{space}" for phrase in phrases)


Rule = Callable[[str | None, _TitleWords], bool]
RULES: tuple[tuple[Rule, DocumentType], ...] = (
    (lambda nature, _: nature == "RES", RESOLUTION),
    (lambda nature, _: nature in ("DEC", "DECISION"), DECISION),
    (lambda _, words: words.have(DRAFT_REPORT_WORDS), MEETING_REPORT),
    (lambda _, words: words.have(words.drafts), DRAFT_RESOLUTION),
    (lambda _, words: words.have(BUDGET_WORDS), BUDGET),
    (lambda _, words: words.have(REPORT_WORDS) and words.have(words.meetings), MEETING_REPORT),
    (lambda _, words: words.have(LETTER_WORDS), LETTER),
    (lambda _, words: words.have(NOTE_WORDS), NOTE),
    (lambda _, words: words.have(REPORT_WORDS), REPORT),
    (lambda _, __: True, PAPER),
)
"""In this order: the first that applies."""
