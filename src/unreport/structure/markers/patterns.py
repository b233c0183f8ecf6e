"""Patterns of what may be a marker, at the head of a line and inside it."""

from __future__ import annotations

import re

from unreport.languages.lexicon import Shape
from unreport.structure.separators import DASHES
from unreport.text.characters import BULLETS
from unreport.text.lazy_patterns import lazy_pattern

LETTER = r"[^\W\d_\u0640][\u0640\u064B-\u0652]{0,3}"  # with its vowel signs
TOKEN = rf"(?:\d|{LETTER})"
HAN_NUMERAL = "[一二三四五六七八九十百零]{1,5}"
# The shape of what may be a marker at the head of a line, the token in it, and the space after it.
HEAD = re.compile(
    rf"""
    (?:
      (?P<tabbed>\d{{1,4}})(?=\t+[^\W\d_])                            # 49⇥For the period
    | (?P<enclosed>[\u3220-\u3229\u2460-\u2473]|[(（]\s?{HAN_NUMERAL}\s?[)）])      # ㈠  ①  （一）
    | [(（]\s?(?P<bracketed>{TOKEN}{{1,5}}(?:\s{LETTER})?)\s?[)）](?:[.{DASHES}](?=\s))?
                                                                    # (a)  (هـ)  (أ أ)  (أ)-  (a).
    | (?P<copyright>©)                                              # (c), as Word mends it
    | [\[［]\s?(?P<squared>(?:{LETTER}){{1,3}})\s?[\]］](?=\s)              # [a]  [أ]
    | (?P<slashed>(?![A-ZА-Я]){LETTER})/(?=\s)                                   # a/  أ/
    | [’‘'`´“”"]\s?(?P<quoted>\d{{1,3}})\s?[’‘'`´“”"]                # ’١‘
    | (?P<closed>{TOKEN}{{1,5}})\s?[)）](?:\.(?=\s))?                   # a)  iv)  a).
    | (?:[¶§]\s?)?(?P<compound>(?:\d{{1,3}}[A-Z]?|[A-Z])(?:\.[IVXL]+)?\.\d{{1,3}})[.:：)]?(?=\s)
                                                                    # 13.4  29A.12:
    | (?P<numbered>\d+(?:/\d+)+(?:\s?{LETTER})?)\s*[.:、{DASHES}]\s             # 77/5.  55/8-
    | [{DASHES}]\s?(?P<first>\d{{1,4}})(?:\s?[{DASHES}])?(?=\s)                  # -١  - ١-
    | (?P<dashed>{TOKEN}+(?:\s(?:{LETTER})+){{0,2}})
      (?:\s*[ـ{DASHES}]+|(?<!\d)\s?[:：])(?=\s|$|[^\W\da-zA-Z])                   # ثالثا ــ  أولا:
    | (?P<dotted>{TOKEN}{{1,6}})
      (?:[.．](?:[ºª°](?!\s*[a-z])|[:：{DASHES}]{{1,2}}|\s--|(?![ºª°]))(?:(?<=．)|(?!\d|\w\.))|、[:：{DASHES}]?)
      (?=\s|$|\d*[^\W\da-z]|[\[［“「『《〈])                    # II.  一、  A.-  1.º  8．[
    )\s*+
    """,
    re.VERBOSE,
)
# Up to three words and a sign with which these may end: a look at them costs a fifth of the
# pattern, and most lines that open with a letter or digit have no marker
MAY_BE_HEAD = re.compile(
    rf"[\u0600-\u06ff]|\d{{1,4}}\t|[^\W_\u0640]++(?:\s[^\W\d_\u0640]++){{0,2}}+"
    rf"(?:/|\s*+[)）.．、:：\u0640\u064B-\u0652{DASHES}])"
)
# The commonest, `12. The Committee`, `II. Work`, `一、导言`, `(a) To`, `a) De`: what `HEAD` finds
# there, too
COMMON_HEAD = re.compile(
    r"(?:\((?P<bracketed>[a-z]{1,5}|\d{1,5}|[\u0621-\u063a\u0641-\u064a])\)(?![-.])"
    r"|(?P<dotted>(?:\d{1,6}|[A-Z]{1,6})(?=\.\s(?!--))|[一二三四五六七八九十]{1,6}(?=、[^\W\da-z]))[.、]"
    r"|(?P<closed>[a-z]{1,5})\)(?!\.))\s*+"
)
# The first letter of what may be the number of an inserted paragraph: `2 bis.`, `2之二.`
NUMBERED_WORD = re.compile(r"\d{1,4}[\s‐‑-]?([^\W\d_])")
# The opening of running text, on which `HEAD` need not be tried: more Han characters than a numeral
# has, four words, or fewer before a sign that ends no marker
LETTERS = r"[^\W\d_\u0640\u2460-\u2473\u3220-\u3229]++"
RUNNING_TEXT = re.compile(
    rf"[\u3400-\u9fff]{{7}}|{LETTERS}(?:(?:\s{LETTERS}){{3}}"
    rf"|(?:\s{LETTERS}){{0,2}}+(?![\w\s\u064B-\u0652)）.．:：、/\u0640{DASHES}]))"
)
SHAPES: dict[str, Shape] = {
    "bracketed": "bracketed",
    "copyright": "bracketed",
    "squared": "bracketed",
    "quoted": "quoted",
    "enclosed": "enclosed",
    "closed": "closed",
    "first": "dashed",
    "dashed": "dashed",
    "dotted": "dotted",
    "tabbed": "dotted",
}
# A marker inside a line: `: (a) …`, `; (b) …`, `: ’١‘ …`, `：㈠`; where lists are so set `: a) …`,
# and on the third level `: a. …`, `: أ - …`, `：一、…`.  The space or sign before a mark without a
# bracket belongs to the match, so that few characters can begin one.
HAN_DOTTED = "[一二三四五六七八九十]{1,3}、"
INLINE = lazy_pattern(
    rf"""
    [(（’‘'`´\u3220-\u3229\u2460-\u2473\s:：;；؛]
    (?: (?<=[(（])(?<![\w)].)\s?(?:[^\W_\u0640][\u0640\u064B-\u0652]{{0,3}}){{1,5}}
        (?:\s[^\W\d_]\u0640?)?\s?[)）]
    | (?<=[’‘'`´])(?<!\w.)\s?\d{{1,2}}\s?[’‘'`´]
    | (?<=[\u3220-\u3229\u2460-\u2473])
    | (?<=\s)(?P<closed>[^\W_]{{1,4}}\s?[)）])(?=\s)
    | (?<=[:：;；؛])\s?(?P<dotted>(?:\d{{1,2}}|[a-zа-я])[.)]|[ivx]{{1,4}}[.)]|{HAN_DOTTED}
        |[\u0621-\u064A](?:\u0640?\s?[-‐‑‒–—−]|\.))(?=\s|[\u3400-\u9fff])
    )
    """,
    re.VERBOSE,
)
BULLET = lazy_pattern(rf"[{BULLETS}]\s+(?=\S)")
