"""No pattern backtracks without bound: the cost of each grows no faster than its text.

Costs are processor time, for texts of growing length. A pattern fails if each of several
measurements says so, for what else the machine does makes a single one too long now and then.
"""

import ast
import json
import random
import re
import signal
import subprocess
import sys
import time
import types
from collections.abc import Callable
from pathlib import Path

import pytest
import regex
from attack_strings import Attack, attacks
from patterns import (
    BUILDERS,
    Found,
    Pattern,
    Reference,
    hiding,
    other_names,
    package_patterns,
    references_in,
    unseen,
)

SIZE = 1_500  # characters
GROWTH = 8  # the most for a text that is four times as long: 4 is linear, 16 is quadratic
NOTICED = 0.001  # processor seconds at `SIZE` from which growth is measured
SLACK = 0.002
MOST = 0.15  # processor seconds at `SIZE`: five times the slowest pattern; many ways at each place
LIMIT = 0.5  # processor seconds after which a pattern is stopped
MEASUREMENTS = 5
SOME = 60  # attacks on each pattern in the usual run

PATTERNS = package_patterns()
FIXTURES = Path(__file__).parent / "fixtures"
DOCUMENTS = sorted(
    (
        *FIXTURES.glob("parallel/*.txt"),
        *FIXTURES.glob("word/old/*.*"),
        *FIXTURES.glob("pdf/*.fpdf2.pdf"),
    )
)
NAMES = [f"{found.place}-{number}" for number, found in enumerate(PATTERNS)]


class TooSlow(Exception):
    pass


def _stop(signum, frame):
    raise TooSlow


@pytest.fixture(autouse=True)
def _limit(monkeypatch):
    before = signal.signal(signal.SIGVTALRM, _stop)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


def cost(pattern: Pattern, method: str, text: str) -> float:
    """The processor seconds of a call; twice the limit where it does not end."""
    subject = text.encode("latin-1", "ignore") if isinstance(pattern.pattern, bytes) else text
    limit = {} if isinstance(pattern, re.Pattern) else {"timeout": LIMIT}
    call: Callable[[], object] = lambda: getattr(pattern, method)(subject, **limit)  # noqa: E731
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
    began = time.thread_time()
    try:
        result = call()
        if method == "finditer":
            for _ in result:
                pass
    except (TooSlow, TimeoutError):
        return 2 * LIMIT
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.thread_time() - began


def is_slow(pattern: Pattern, method: str, attack: Attack) -> bool:
    """Whether an attack costs too much, or more than its length explains, whenever measured."""
    return all(_seems_slow(pattern, method, attack) for _ in range(MEASUREMENTS))


def _seems_slow(pattern: Pattern, method: str, attack: Attack) -> bool:
    first = cost(pattern, method, attack.text(SIZE))
    if first < NOTICED or first > MOST:
        return first > MOST
    times = [
        min(cost(pattern, method, attack.text(size)) for _ in range(3)) for size in (SIZE, 4 * SIZE)
    ]
    return times[1] > GROWTH * times[0] + SLACK


def backtracking(found: Found, tried: list[Attack]) -> list[tuple[str, Attack]]:
    """The first attack of each method that makes the pattern backtrack."""
    hits = (
        next(((m, attack) for attack in tried if is_slow(found.pattern, m, attack)), None)
        for m in sorted(found.methods)
    )
    return [hit for hit in hits if hit]


@pytest.mark.parametrize("found", PATTERNS, ids=NAMES)
def test_no_pattern_backtracks(found: Found) -> None:
    every = attacks(found.pattern, pairs=False)
    tried = random.Random(0).sample(every, min(SOME, len(every)))  # noqa: S311

    assert backtracking(found, tried) == []


@pytest.mark.slow
@pytest.mark.timeout(1_200)
@pytest.mark.parametrize("found", PATTERNS, ids=NAMES)
def test_no_pattern_backtracks_under_any_attack(found: Found) -> None:
    assert backtracking(found, attacks(found.pattern, pairs=True)) == []


def test_the_collection_has_every_pattern() -> None:
    assert unseen() == []
    assert other_names() == []
    assert len(PATTERNS) > 200
    assert {found.place for found in PATTERNS} & BUILDERS.keys()


@pytest.mark.parametrize(
    "source",
    [
        "from re import compile",
        "from regex import sub as change",
        "import re as expressions",
        'getattr(re, "compile")("(a+)+b")',
        "library = regex",
        "found = [f(re) for f in functions]",
    ],
)
def test_other_names_of_the_libraries_are_found(source: str) -> None:
    assert len(list(hiding(ast.parse(source)))) == 1


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ('def f(x):\n    return re.compile(f"{x}+")', "m.f"),
        ("def f(x):\n    return map(regex.compile, x)", "m.f"),
        ('A = [re.compile(x) for x in ("a", "b")]', "m.A"),
        ("g = lambda x: re.match(x, x)", "m.g"),
        ('class C:\n    def f(self, x):\n        return re.sub(x, "", x)', "m.f"),
        ('A = f(re.compile("a" + b.c(d)))', "m.A"),
    ],
)
def test_patterns_that_are_not_constant_are_found(source: str, place: str) -> None:
    module = types.ModuleType("m")
    vars(module).update(re=re, regex=regex)

    assert [*references_in(ast.parse(source), module, "m")] == [Reference(place, None)]


def test_a_constant_pattern_is_compiled_with_its_flags() -> None:
    module = types.ModuleType("m")
    vars(module).update(re=re, LETTERS="ab")
    tree = ast.parse('def f(x):\n    return re.sub(f"[{LETTERS}]", "", x, flags=re.IGNORECASE)')
    (reference,) = references_in(tree, module, "m")

    assert reference == Reference("m.f", re.compile("[ab]", re.IGNORECASE))


def in_any_order(pattern: str) -> str:
    """The characters of a pattern; alternatives from a set have another order in each process."""
    return "".join(sorted(pattern))


def test_what_is_compiled_while_documents_are_read_is_in_the_collection() -> None:
    """Whatever the syntax tree does not show: patterns are recorded as they are compiled."""
    program = Path(__file__).with_name("compiled_patterns.py")
    call = [sys.executable, str(program), *map(str, DOCUMENTS)]
    printed = subprocess.run(call, check=True, capture_output=True, text=True, encoding="utf-8")
    recorded = [json.loads(line) for line in printed.stdout.splitlines()]
    known = {
        in_any_order(ascii(found.pattern.pattern))
        for found in PATTERNS
        if isinstance(found.pattern.pattern, str)
    }
    unknown = [
        (place, pattern)
        for _, pattern, _, place in recorded
        if in_any_order(pattern) not in known and place not in BUILDERS
    ]

    assert unknown == []
    assert len(recorded) > 100


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (re.compile(r"(a+)+b"), "match"),
        (re.compile(r"(?:[./ -][A-Za-z.-]+)*/"), "match"),
        (re.compile(r"\s*/"), "finditer"),
        (re.compile(r"\s*:?\s*$"), "match"),
        (regex.compile(r"(?:\p{L}+\s?)*\d"), "match"),
        (regex.compile(r"(?:\L<words>)+x", words=["ab", "a", "b"]), "match"),
        (re.compile(r"(?:(?:a|a|a)[,;]){0,9}x"), "finditer"),
    ],
)
def test_backtracking_is_found(pattern: Pattern, method: str) -> None:
    found = Found("here", pattern, frozenset((method,)))

    assert backtracking(found, attacks(pattern, pairs=True)) != []


@pytest.mark.parametrize(
    "pattern",
    [
        re.compile(r"(?<!\s)\s*+/"),
        re.compile(r"\d{1,3}+x"),
        regex.compile(r"(?<!\p{L})(?>\p{L}+)1"),
    ],
)
def test_linear_patterns_pass(pattern: Pattern) -> None:
    found = Found("here", pattern, frozenset(("match", "finditer")))

    assert backtracking(found, attacks(pattern, pairs=True)) == []
