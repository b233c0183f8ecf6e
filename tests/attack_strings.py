"""Strings that make a pattern backtrack: a prefix, a part repeated many times, and an end.

They come from the parse tree of the pattern: a prefix leads to a repetition, the repeated part is
what the repetition or one of its neighbours accepts, and the end is what the pattern rejects.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from itertools import product
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

import regex
from patterns import Pattern

# Characters of every kind that the patterns of the package distinguish.
POOL = [
    *map(chr, range(0x20, 0x7F)),
    *"\t\n\r\x0b\x00\xa0\xad\u200f\u3000\x80\xff",
    *"اأبهةـوح\u064b٠١۱،؛؟",
    *"абСХ№",
    *"一号第年月日十届会二〇委、。；：（）１．㈠①",
    *"–—−‐‑«»“”’‘´‹›…•●·",
    *"éàºª°©®†‡§¹²ﬁ⼤\ufedf\ufdf2\ufffd\uf0b7",
]
ENDS = ("", "\n\x00", "a", "/", "\x00")
LEAVES = (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN)
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
UNBOUNDED = 8  # a repetition of fewer cannot cost much
CATEGORIES = {
    op.CATEGORY_DIGIT: re.compile(r"\d"),
    op.CATEGORY_NOT_DIGIT: re.compile(r"\D"),
    op.CATEGORY_SPACE: re.compile(r"\s"),
    op.CATEGORY_NOT_SPACE: re.compile(r"\S"),
    op.CATEGORY_WORD: re.compile(r"\w"),
    op.CATEGORY_NOT_WORD: re.compile(r"\W"),
}

Node = tuple[Any, Any]


class Attack(NamedTuple):
    prefix: str
    repeated: str
    end: str

    def text(self, size: int) -> str:
        return self.prefix + self.repeated * (size // len(self.repeated)) + self.end


def attacks(pattern: Pattern, *, pairs: bool) -> list[Attack]:
    """Attacks on each repetition; with `pairs` also repetitions of any two characters."""
    tree = parse(pattern)
    strings = _Strings(tree)
    # Engines look for required characters first, so one end has all of them.
    ends = (*ENDS, "\x00" + strings.sample(tree, shortest=True))
    found: dict[Attack, None] = {}
    for prefix, body in strings.repetitions(tree):
        for repeated in strings.accepted(body):
            found.update(dict.fromkeys(Attack(prefix, repeated, end) for end in ends))
    prefixes = list(dict.fromkeys(["", *(attack.prefix for attack in found)]))
    for prefix, character in product(prefixes[:6], strings.characters[:24]):
        found.update(dict.fromkeys(Attack(prefix, character, end) for end in ends[-2:]))
    if pairs:
        for one, other in product(strings.characters[:24], repeat=2):
            found[Attack("", one + other, "\x00")] = None
    found.pop(Attack("", "", ""), None)
    return [attack for attack in found if attack.repeated]


# --- parse trees --------------------------------------------------------------------------------


def parse(pattern: Pattern) -> Sequence[Node]:
    """The parse tree of a pattern by the parser of `re`."""
    source, flags = pattern.pattern, pattern.flags
    if isinstance(pattern, re.Pattern):
        return parser.parse(source, flags & (re.VERBOSE | re.IGNORECASE | re.MULTILINE | re.DOTALL))  # type: ignore[no-any-return]
    kept = (
        (regex.VERBOSE, re.VERBOSE),
        (regex.I, re.IGNORECASE),
        (regex.M, re.MULTILINE),
        (regex.S, re.DOTALL),
    )
    converted = sum(int(mine) for theirs, mine in kept if flags & theirs)
    return parser.parse(_converted(pattern), converted)  # type: ignore[no-any-return]


TOKEN = re.compile(
    r"""
      \\(?P<not>[pP])\{(?P<property>\^?[^}]*)\}   # \p{L}
    | \\L<(?P<list>\w+)>
    | (?P<escape>\\.)
    | (?P<class>\[\^?\]?)
    | \(\?P?<(?P<group>\w+)>
    | (?P<call>\(\?&\w+\))
    | (?P<define>\(\?\(DEFINE\))
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
LONGEST_LIST = 12


def _converted(pattern: regex.Pattern[str]) -> str:
    """The source of a pattern of `regex` in the syntax of `re`, near enough to attack it."""
    parts: list[str] = []
    in_class, at = False, 0
    while match := TOKEN.match(pattern.pattern, at):
        at = match.end()
        kind = match.lastgroup
        if in_class and kind not in ("property", "escape"):
            parts.append(pattern.pattern[match.start()])
            at, in_class = match.start() + 1, parts[-1] != "]"
        else:
            in_class = in_class or kind == "class"
            parts.append(_converted_token(match, pattern, len(parts), in_class=in_class))
    return "".join(parts)


def _converted_token(
    match: re.Match[str], pattern: regex.Pattern[str], count: int, *, in_class: bool
) -> str:
    match match.lastgroup:
        case "property":
            characters = "".join(c for c in POOL if regex.match(match[0], c))
            escaped = "".join(f"\\u{ord(c):04x}" for c in characters)
            return escaped if in_class else f"[{escaped}]"
        case "list":
            words = sorted(pattern.named_lists[match["list"]])
            some = words[:: len(words) // LONGEST_LIST + 1]
            return f"(?:{'|'.join(map(re.escape, some))})"
        case "group":
            return f"(?P<g{count}>"
        case "call":
            return "(?:)"
        case "define":
            return "(?:(?:)|"
        case _:
            return match[0]


def _children(kind: Any, value: Any) -> list[Sequence[Node]]:
    if kind in REPEATS:
        return [value[2]]
    if kind is op.SUBPATTERN:
        return [value[-1]]
    if kind is op.ATOMIC_GROUP:
        return [value]
    if kind is op.BRANCH:
        return list(value[1])
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]
    return []


def _leaves(nodes: Sequence[Node]) -> Iterator[Node]:
    for kind, value in nodes:
        if kind in LEAVES:
            yield kind, value
        for child in _children(kind, value):
            yield from _leaves(child)


def _accepts(leaf: Node, character: str) -> bool:
    kind, value = leaf
    if kind is op.LITERAL:
        return chr(value) == character
    if kind is op.NOT_LITERAL:
        return chr(value) != character
    if kind is op.ANY:
        return character != "\n"
    members = [item for item in value if item[0] is not op.NEGATE]
    return any(_is_member(item, character) for item in members) == (len(members) == len(value))


def _is_member(item: Node, character: str) -> bool:
    kind, value = item
    if kind is op.RANGE:
        return bool(value[0] <= ord(character) <= value[1])
    if kind is op.CATEGORY:
        return CATEGORIES[value].match(character) is not None
    return bool(ord(character) == value)


# --- strings ------------------------------------------------------------------------------------


class _Strings:
    """Strings that the parts of a pattern accept, the same ones in every run."""

    def __init__(self, tree: Sequence[Node]) -> None:
        self.random = random.Random(0)  # noqa: S311
        self.characters = self._characters(list(_leaves(tree)))

    def _characters(self, leaves: list[Node]) -> list[str]:
        """One character for each set of leaves that accept it, most leaves first."""
        kinds: dict[tuple[bool, ...], str] = {}
        for character in (*POOL, *(self._first(leaf) for leaf in leaves)):
            kinds.setdefault(tuple(_accepts(leaf, character) for leaf in leaves), character)
        return [kinds[key] for key in sorted(kinds, key=lambda key: -sum(key))]

    @staticmethod
    def _first(leaf: Node) -> str:
        kind, value = leaf
        items = value if kind is op.IN else [leaf]
        for item, inner in items:
            if item in (op.LITERAL, op.RANGE):
                return chr(inner if item is op.LITERAL else inner[0])
        return "\x00"

    def _of(self, leaf: Node) -> list[str]:
        return [c for c in self.characters if _accepts(leaf, c)] or [self._first(leaf)]

    def accepted(self, body: Sequence[Node], count: int = 8) -> list[str]:
        """Strings for the body of a repetition."""
        if len(body) == 1 and body[0][0] in LEAVES:
            return self._of(body[0])[: count + 4]
        samples = (self.sample(body, shortest=at % 2 == 0) for at in range(count))
        return list(dict.fromkeys(filter(None, samples)))

    def sample(self, nodes: Sequence[Node], *, shortest: bool) -> str:
        return "".join(self._sample(node, shortest=shortest) for node in nodes)

    def _sample(self, node: Node, *, shortest: bool) -> str:
        kind, value = node
        if kind in LEAVES:
            return self.random.choice(self._of(node))
        if kind is op.ASSERT_NOT or (kind is op.ASSERT and value[0] > 0):
            return ""
        times = 1
        if kind in REPEATS:
            least, most, _ = value
            times = least if shortest else min(max(least, self.random.randint(0, 2)), most)
        children = _children(kind, value)
        if not children:
            return ""
        child = self.random.choice(children)
        return "".join(self.sample(child, shortest=shortest) for _ in range(times))

    def repetitions(
        self, nodes: Sequence[Node], prefixes: tuple[str, ...] = ("",)
    ) -> Iterator[tuple[str, Sequence[Node]]]:
        """The body of each unbounded repetition, with strings that lead to it."""
        for node in nodes:
            kind, value = node
            if kind in REPEATS and value[1] >= UNBOUNDED:
                yield from ((prefix, value[2]) for prefix in prefixes)
            for child in _children(kind, value):
                yield from self.repetitions(child, prefixes)
            short = prefixes[0] + self._sample(node, shortest=True)
            long = prefixes[-1] + self._sample(node, shortest=False)
            prefixes = tuple(dict.fromkeys((short, long)))
