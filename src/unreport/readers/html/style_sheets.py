"""Elements that the style sheets of a page hide (CSS 2.2, 6.4 and 11.2; CSS Display 3).

Selectors of types, classes and ids are read, also with ancestors (`.draft p`).  A rule with any
other selector, or within `@media`, hides nothing: its text is kept.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from unreport.errors import LimitExceeded
from unreport.readers.word.xml_names import Element

# `display:none !important`
DECLARATION = re.compile(
    r"(?<![\w-])(display|visibility|mso-hide|list-style|list-style-type)\s*+:\s*+([\w-]++|\"[^\";]*+\"|'[^';]*+')([^;]*+)",
    re.IGNORECASE,
)
# `p.rule::before { content: "Rule " counter(rule) }`; icons are escapes, `"\f101"`
PSEUDO_ELEMENT = re.compile(r"::?(?:before|after)\b", re.IGNORECASE)
CONTENT = re.compile(r"(?<![\w-])(content)\s*+:\s*+([^;]++)()", re.IGNORECASE)
ADDS_TEXT = re.compile(r"counters?\(|attr\(|\"[^\"\\\w]*+\w|'[^'\\\w]*+\w")
GENERATED = "-generated-content"  # a class in place of the pseudo-element
SCREEN = re.compile(r"all|screen", re.IGNORECASE)
COMMENT_MARKS = re.compile(r"/\*|\*/|<!--|-->")
BRACES = re.compile(r"[{}]")
COMPOUND = re.compile(r"(\*|[a-z][\w-]*+)?((?:[.#][\w-]++)*+)", re.IGNORECASE)
NAME = re.compile(r"([.#])([\w-]++)")
MAX_COMPARISONS = 20_000_000  # of elements with the parts of selectors

Declared = dict[str, str]


class Compound(NamedTuple):
    """A compound selector: `p.note.hidden`, `#toc`; empty parts match any element."""

    tag: str
    ids: frozenset[str]
    classes: frozenset[str]

    def matches(self, element: Element) -> bool:
        """Whether it matches an element."""
        return (
            self.tag in ("", element.tag)
            and (not self.ids or self.ids <= {element.get("id") or ""})
            and (not self.classes or self.classes <= set((element.get("class") or "").split()))
        )


class Rule(NamedTuple):
    """A selector with one declaration; the compound selectors of ancestors are nearest first."""

    rank: tuple[bool, int, int, int, int]  # importance, ids, classes, types, order
    subject: Compound
    ancestors: tuple[Compound, ...]
    name: str
    value: str


class StyleSheets:
    """The rules about display, visibility and list markers of a page."""

    def __init__(self, root: Element) -> None:
        self.rules: dict[str, list[Rule]] = defaultdict(list)
        self.comparisons = 0
        for rule in _rules(_sheets(root), DECLARATION):
            self.rules[_key(rule.subject)].append(rule)

    def declared(self, element: Element) -> Declared:
        """The declarations of these properties that apply to an element."""
        if not self.rules:
            return {}
        keys = [f"#{element.get('id')}", element.tag, "*"]
        keys += [f".{name}" for name in (element.get("class") or "").split()]
        found = [
            rule
            for key in keys
            for rule in self.rules.get(key, ())
            if rule.subject.matches(element) and self._within(element, rule.ancestors)
        ]
        return {rule.name: rule.value for rule in sorted(found)}

    def _within(self, element: Element, ancestors: tuple[Compound, ...]) -> bool:
        """Whether an element has the ancestors of a selector."""
        outer = element.iterancestors() if ancestors else iter(())
        for compound in ancestors:
            for ancestor in outer:
                self._count()
                if compound.matches(ancestor):
                    break
            else:
                return False
        return True

    def _count(self) -> None:
        self.comparisons += 1
        if self.comparisons > MAX_COMPARISONS:
            raise LimitExceeded("the style sheets of this page are too large; save it as text")


def generated_text(root: Element) -> str:
    """The text that a style sheet puts before or after an element of a page (CSS 2.2, 12.1)."""
    sheets = PSEUDO_ELEMENT.sub(f".{GENERATED}", _sheets(root))
    for rule in _rules(sheets, CONTENT) if GENERATED in sheets else ():
        if GENERATED not in rule.subject.classes or not ADDS_TEXT.search(rule.value):
            continue
        subject = rule.subject._replace(classes=rule.subject.classes - {GENERATED})
        if any(subject.matches(element) for element in root.iter(subject.tag or "*")):
            return rule.value.strip()
    return ""


def _sheets(root: Element) -> str:
    """The style sheets of a page for the screen, without comments."""
    sheets = (e.text or "" for e in root.iter("style") if SCREEN.search(e.get("media") or "all"))
    return _without_comments("\n".join(sheets))


def _without_comments(text: str) -> str:
    """A style sheet without comments, and without the marks of HTML comments."""
    out: list[str] = []
    at, comment = 0, False
    for mark in COMMENT_MARKS.finditer(text):
        if not comment:
            out.append(text[at : mark.start()])
        if mark[0] in ("/*", "*/"):
            comment = mark[0] == "/*"
        at = mark.end()
    return "".join(out) if comment else "".join(out) + text[at:]


def _rules(text: str, declaration: re.Pattern[str]) -> Iterator[Rule]:
    """The rules outside `@media` and other blocks, with what they say of display."""
    depth = at = order = 0
    prelude = ""
    for brace in BRACES.finditer(text):
        if brace[0] == "{":
            depth += 1
            prelude = text[at : brace.start()] if depth == 1 else ""
        else:
            depth = max(depth - 1, 0)
            if prelude and (found := declaration.findall(text[at : brace.start()])):
                order += 1
                yield from _ranked(prelude.rpartition(";")[2], found, order)
            prelude = ""
        at = brace.end()


def _ranked(prelude: str, declared: list[tuple[str, str, str]], order: int) -> Iterator[Rule]:
    for selector in prelude.split(","):
        compounds = [_compound(part) for part in selector.split()]
        known = [compound for compound in compounds if compound is not None]
        if not known or len(known) < len(compounds):
            continue
        ids, classes = sum(len(c.ids) for c in known), sum(len(c.classes) for c in known)
        types = sum(bool(c.tag) for c in known)
        for name, value, rest in declared:
            rank = ("!important" in rest.lower(), ids, classes, types, order)
            ancestors = tuple(reversed(known[:-1]))
            yield Rule(rank, known[-1], ancestors, name.lower(), value.lower())


def _compound(part: str) -> Compound | None:
    match = COMPOUND.fullmatch(part)
    if match is None:
        return None
    names: dict[str, set[str]] = {".": set(), "#": set()}
    for sign, name in NAME.findall(match[2]):
        names[sign].add(name)
    tag = (match[1] or "").lower().replace("*", "")
    return Compound(tag, frozenset(names["#"]), frozenset(names["."]))


def _key(subject: Compound) -> str:
    """An id, class or type that every element has which the selector matches."""
    if subject.ids:
        return f"#{min(subject.ids)}"
    if subject.classes:
        return f".{min(subject.classes)}"
    return subject.tag or "*"
