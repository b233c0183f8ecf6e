"""Heading levels by the names of paragraph styles, of UN templates and of Word."""

from __future__ import annotations

import re

# Names: `heading 1` of Word, `_ H_1` of the New York template, `_ H_1_G` of that of Geneva. Style
# ids omit punctuation (`H1`, `H1G`); other programs change case and spaces.
NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9/]+")
GENEVA_SUFFIX = re.compile(r"(?<=[a-z0-9])g$")

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
    # body text of the templates
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
    # title blocks of the templates, which have no level
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
    # built-in styles of Word
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


def style_name_level(name: str) -> tuple[bool, int | None]:
    """Whether a style name is known, and its heading level (0: body text, None: neither).

    >>> style_name_level("_ H_2/3"), style_name_level("_ H _Ch_G"), style_name_level("Einzug")
    ((True, 3), (True, 1), (False, None))
    """
    key = NOT_ALPHANUMERIC.sub("", name.lower())
    for form in (key, GENEVA_SUFFIX.sub("", key)):
        if form in LEVELS:
            return True, LEVELS[form]
    return False, None
