"""What the names of paragraph styles say: headings of UN templates and of Word itself."""

from __future__ import annotations

import re

# Word shows `heading 1`, the templates of New York `_ H_1`, of Geneva `_ H_1_G`; style ids drop
# the signs (`H1`, `H1G`), other programs change capitals and spaces.
NOISE = re.compile(r"[^a-z0-9/]+")
GENEVA = re.compile(r"(?<=[a-z0-9])g$")

BODY = 0
LEVELS: dict[str, int | None] = {
    # New York and Geneva: chapter, section, subsection (2 and 3 share one), 4, 5 and 6
    "hm": 1,
    "hch": 1,
    "h1": 2,
    "h2/3": 3,
    "h23": 3,
    "h4": 5,
    "h5/6": 6,
    "h56": 6,
    # their text
    "singletxt": BODY,
    "singletext": BODY,
    "sm": None,
    "ss": None,
    "sl": None,
    "normalbullet": BODY,
    "bullet1": BODY,
    "bullet2": BODY,
    "bullet3": BODY,
    "rnumberedpara": BODY,
    "paranumber": BODY,
    "quote": BODY,
    "quotes": BODY,
    # their title blocks: the masthead, which has no levels
    "titlehch": None,
    "titleh1": None,
    "titleh2": None,
    "agendatitleh2": None,
    "agendaitemnormal": None,
    "session": None,
    "publication": None,
    "xlarge": None,
    "title": None,
    "subtitle": None,
    # Word's own
    **{f"heading{level}": level for level in range(1, 10)},
    "bodytext": BODY,
    "bodytextindent": BODY,
    "listbullet": BODY,
    "listnumber": BODY,
    "footnotetext": BODY,
    "endnotetext": BODY,
    "blocktext": BODY,
    "caption": BODY,
    "header": None,
    "footer": None,
    **{f"toc{level}": BODY for level in range(1, 10)},
    "tocheading": None,
}


def named_level(name: str) -> tuple[bool, int | None]:
    """Whether a style's name is known, and the level that it says (0: text, None: neither).

    >>> named_level("_ H_2/3"), named_level("_ H _Ch_G"), named_level("Einzug")
    ((True, 3), (True, 1), (False, None))
    """
    key = NOISE.sub("", name.lower())
    for form in (key, GENEVA.sub("", key)):
        if form in LEVELS:
            return True, LEVELS[form]
    return False, None
