"""Evidence against a logical order from how texts are written: brackets, commas, units, numbers.

Several logical orders of a row may look alike on the page.  What no author writes tells them apart:
a comma that opens a word, a unit before its number, a bracket that closes nothing.
"""

from __future__ import annotations

import re

from unreport.readers.pdf.bidi.letters import ANGLES, CLOSING_BRACKETS, OPENING_BRACKETS

UNCLOSED, STRAY, UNUSUAL, UNLIKELY = 4, 5, 4, 2  # penalties
MAX_OPEN = 2  # brackets of the rows above that are remembered

# `Add.1/9/1187`: the suffix of a document symbol belongs at its end
SYMBOL_SUFFIX_FIRST = re.compile(
    r"(?:Add|Rev|Corr)\.\d+/\(?\d|\d\.(?:Add|Rev|Corr)\b|\(Sect\. \d+\) A/\d"
)
# `(EU) No 1219/2012`: an act of the European Union (until 2014) has its Treaty before the number
NUMBER_FIRST = re.compile(
    r"\b(?:No|no|Nº|nº|n°)\.? (?:[\d٠-٩]+/[\d٠-٩]+ )?\((?:EU|EC|EEC|ECSC|Euratom|UE|CE|CEE)\)"
)
# `EU/2011/83`: such an act has the year or the number first, and the Treaty last
TREATY_FIRST = re.compile(r"\b(?:EU|UE|EEC|CEE|EC|CE|Euratom)/[\d٠-٩]{2,4}/[\d٠-٩]+")
# `(see A/75/6 (Sect.` at the end of a row: the next one has the number of the section
SECTION_AT_END = re.compile(r"\(Sect\.$")
EMPTY_BRACKETS = re.compile(r"[(\[]\s*[)\]]")
# `3-1`; but in `ISO 3166-1` a part follows the number of a standard (ISO/IEC Directives, Part 2),
# and `978-92-1-942597-8`, `2024-10-05` are no ranges
NUMBER_RANGE = re.compile(
    r"(?<![\d.,/:–-])(?<![A-Za-z] )(?<![A-Za-z])(\d{1,4}) ?[-–] ?(\d{1,4})(?![\d/]|[.,:–-]\d)"
)
TIME_RANGE = re.compile(r"(?<![\d:])(\d{1,2}):(\d\d) ?[-–] ?(\d{1,2}):(\d\d)(?![\d:])")
# ` ,Treaty Series`, ` -space`: a comma, colon, slash, full stop or hyphen follows a word at once
SPACE_BEFORE_PUNCTUATION = re.compile(
    r"(?:^| )(?:[,،؛;](?=\S)|[.:/](?=[^\W\d])|-(?=[A-Za-z]))| /(?=\d)"
)
# `km 12`, `°37`, `C°37`: a unit follows its number (SI Brochure, 5.4.3)
_SI = (
    r"(?:[kcmµμn]m|km|[kmµμ]g|[mcdµμ]l|[kMGT]?Hz|[kMGT]W(?:h|/h)?|kV|[khM]?Pa|[kMG]J|[MG]?eV|[mµμ]Sv|"
    r"ha|Mt|Gt|pp[mb]|dB|[kMGT]B|[kMG]bps|°[CF]|[CF]°)"
)
UNIT_FIRST = re.compile(
    rf"(?<!\d )(?<![\w/.°\-]){_SI}[²³23]?(?:/(?:[a-zµμ]{{1,2}}[²³23]?))? [\d٠-٩]"
    r"|(?:^|[ (])[°′″] ?[\d٠-٩]|\bC° |(?<!\w)[CFK]° ?[\d٠-٩]|(?<![\w.])[NSEW] ?[′″°]\d"
)
# `2-30-92-978 ISBN`: a number of several groups follows the name of its kind
NUMBER_BEFORE_NAME = re.compile(
    r"(?<![\w-])\d+(?:-\d+){2,} [A-Z]{2}|(?<![\w-])\d{4}-\d{4} ISSN\b|\b\d{3,}-[A-Z]{3,} \d"
)
# `(≥ p 0.001)`: a relation sign stands between two terms
RELATION_FIRST = re.compile(
    "[(\u0621-\u064a] ?[=<>≤≥≠≈] [A-Za-z](?![A-Za-z])|\\d [=<>≤≥≠≈] [\u0621-\u064a]"
)
# `)D.C.`, `/)30`: a closing bracket follows a word, an opening one comes before it
BRACKET_TURNED = re.compile(r"(?:^| )[)\]](?=\w)|\w[(\[](?= )|/[)\]]|[)\]][A-Za-z\d]")
# `USD 310 50`: all groups of a number but the first have three digits
GROUPS_REVERSED = re.compile(r"\b[A-Z]{3} \d{3} \d{1,2}(?![\d.,/]| \d)")
# `(1.69±`, `%26`: a sign of tolerance stands before its number, a percent sign after it
SIGN_TURNED = re.compile(r"\d±(?! ?\d)|(?:^|[ (])[%٪][\d٠-٩]")
BRACKET = re.compile(
    f"[{re.escape(''.join(OPENING_BRACKETS.keys() - ANGLES))}"
    f"{re.escape(''.join(CLOSING_BRACKETS.keys() - ANGLES))}]"
)
UNIT_LETTER = re.compile("[A-Za-z°′″]")
BRACKETS = (OPENING_BRACKETS.keys() | CLOSING_BRACKETS.keys()) - ANGLES
RELATION_SIGNS = frozenset("=<>≤≥≠≈")
DASHES = frozenset("-–")
UNUSUAL_FORMS = (NUMBER_FIRST, TREATY_FIRST)
UNLIKELY_FORMS = (  # these two with Latin letters or signs of units only
    UNIT_FIRST,
    NUMBER_BEFORE_NAME,
    GROUPS_REVERSED,
    SYMBOL_SUFFIX_FIRST,
)


def penalty(text: str, opened: str = "", before: str = "") -> int:
    """Evidence against a text; `opened` are the brackets that the row above leaves open.

    `before` is the direction of the last strong character before it: digits at its start may
    belong to a name of Latin letters.
    """
    chars = {*text}
    found = UNLIKELY * len(SPACE_BEFORE_PUNCTUATION.findall(text))
    if not BRACKETS.isdisjoint(chars):
        found += _bracket_penalty(text, opened) + UNUSUAL * len(EMPTY_BRACKETS.findall(text))
        found += UNLIKELY * len(BRACKET_TURNED.findall(text))
    if not RELATION_SIGNS.isdisjoint(chars):
        found += UNLIKELY * len(RELATION_FIRST.findall(text))
    if UNIT_LETTER.search(text):
        found += UNUSUAL * sum([len(pattern.findall(text)) for pattern in UNUSUAL_FORMS])
        found += UNLIKELY * sum([len(pattern.findall(text)) for pattern in UNLIKELY_FORMS])
    return (
        found if DASHES.isdisjoint(chars) else found + UNLIKELY * _has_falling_range(text, before)
    )


def _has_falling_range(text: str, before: str) -> bool:
    start = 1 if before == "L" else 0
    return any(int(m[1]) > int(m[2]) for m in NUMBER_RANGE.finditer(text, start)) or any(
        int(m[1] + m[2]) > int(m[3] + m[4]) for m in TIME_RANGE.finditer(text)
    )


def _bracket_penalty(text: str, opened: str) -> int:
    """The penalty of brackets that close nothing, or are not closed, which the next row may do."""
    stack: list[str] = []
    above = [OPENING_BRACKETS[char] for char in opened]
    found = 0
    for char in BRACKET.findall(text):
        if char in OPENING_BRACKETS:
            stack.append(OPENING_BRACKETS[char])
        elif char in CLOSING_BRACKETS:
            own = stack or above
            if own and own[-1] == char:
                own.pop()
            else:
                found += STRAY
    return found if SECTION_AT_END.search(text) else found + UNCLOSED * len(stack)


def unclosed_brackets(text: str, opened: str) -> str:
    """The brackets that are open after a row; `opened` are those that are open before it."""
    stack = [*opened]
    for char in BRACKET.findall(text):
        if char in OPENING_BRACKETS:
            stack.append(char)
        elif char in CLOSING_BRACKETS and stack and OPENING_BRACKETS[stack[-1]] == char:
            stack.pop()
    return "".join(stack[-MAX_OPEN:])
