"""Every pattern that the package compiles, with the methods that it is used by.

Patterns are found as attributes of modules and inside their tuples, mappings and structs; constant
ones of any call (`re.sub(r"\\s+", …)`) from the syntax tree; those that functions build from the
words of a lexicon by calling the functions in `BUILDERS`.  No other use of `re` and `regex` is
allowed, so that no pattern can be compiled that is not tested.
"""

from __future__ import annotations

import ast
import builtins
import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import msgspec
import regex

import unreport
from unreport.export.akn import identifiers
from unreport.languages import (
    LEXICONS,
    citation_patterns,
    date_grammars,
    number_values,
    paragraph_references,
    plain_dates,
    session_ordinals,
)
from unreport.mentions import document_parts, meetings, officers, speakers
from unreport.mentions.words import WORDS
from unreport.readers.pdf.uncertain_rows.misread_signs import signs_for_letters
from unreport.structure.footnotes import printed_notes
from unreport.structure.markers import grammar as marker_grammar
from unreport.structure.masthead import words as masthead_words
from unreport.text.lazy_patterns import LazyPattern

PACKAGE = Path(unreport.__file__).parent
NOT_IMPORTED = ("unreport.__main__", "unreport.archive.ray_engine")  # a program; an extra
FUNCTIONS = frozenset("compile search match fullmatch split findall finditer sub subn".split())
LIBRARIES = ("re", "regex")
SEARCHES = frozenset("search split findall finditer sub subn".split())

Pattern = re.Pattern[Any] | regex.Pattern[Any]


class Found(NamedTuple):
    """A pattern, where it is made, and how it is used: `match`, `fullmatch`, `finditer`."""

    place: str
    pattern: Pattern
    methods: frozenset[str]


# Functions that compile patterns from their arguments or from the lexicons, each with a call that
# returns everything it compiles.
BUILDERS: dict[str, Callable[[], object]] = {
    "unreport.export.akn.identifiers._unit_name": lambda: [
        identifiers._unit_name(language) for language in LEXICONS
    ],
    "unreport.languages.number_values._number": number_values._number,
    "unreport.languages.paragraph_references._pattern": lambda: [
        paragraph_references._pattern(language) for language in LEXICONS
    ],
    "unreport.languages.citation_patterns.number_patterns": citation_patterns.number_patterns,
    "unreport.languages.citation_patterns._compile": lambda: [
        citation_patterns.number_patterns(),
        citation_patterns.shared_suffix(),
    ],
    "unreport.languages.date_grammars.has_numeral": date_grammars.has_numeral,
    "unreport.languages.date_grammars._compile": lambda: [
        (*grammar, grammar.date()) for grammar in date_grammars.grammars()
    ],
    "unreport.languages.date_grammars._day_first_pattern": date_grammars._day_first_pattern,
    "unreport.languages.date_grammars._day_first": date_grammars.grammars,
    "unreport.languages.date_grammars._year_first": date_grammars.grammars,
    "unreport.languages.session_ordinals._grammar": session_ordinals._grammar,
    "unreport.languages.plain_dates.plain_dates": plain_dates.plain_dates,
    "unreport.mentions.document_parts._plain": lambda: [
        document_parts.part_patterns(language).plain for language in WORDS
    ],
    "unreport.mentions.document_parts._fast": lambda: [
        document_parts.part_patterns(language) for language in WORDS
    ],
    "unreport.mentions.document_parts._compile": lambda: [
        document_parts.part_patterns(language) for language in WORDS
    ],
    "unreport.mentions.meetings._patterns": lambda: [
        meetings._patterns(language) for language in WORDS
    ],
    "unreport.mentions.officers._leading": lambda: [
        officers._leading(language) for language in WORDS
    ],
    "unreport.mentions.speakers._filler_pattern": lambda: [
        speakers._filler_pattern(language) for language in WORDS
    ],
    "unreport.readers.pdf.uncertain_rows.misread_signs.signs_for_letters._beside_words": lambda: (
        signs_for_letters._beside_words("*+<")
    ),
    "unreport.structure.markers.grammar._provision": lambda: [
        marker_grammar._provision(lexicon) for lexicon in LEXICONS.values()
    ],
    "unreport.structure.footnotes.printed_notes._labels": lambda: [
        printed_notes._labels(lexicon) for lexicon in LEXICONS.values()
    ],
    "unreport.text.lazy_patterns.compile": lambda: (),  # each is found as an attribute
    "unreport.structure.markers.grammar._inserted": lambda: [
        marker_grammar._inserted(lexicon) for lexicon in LEXICONS.values()
    ],
    "unreport.structure.markers.grammar._bracketed": lambda: [
        marker_grammar.Grammar(lexicon) for lexicon in LEXICONS.values()
    ],
    "unreport.structure.masthead.words._opening": lambda: [
        masthead_words.masthead_words(lexicon) for lexicon in LEXICONS.values()
    ],
}


def modules() -> Iterator[ModuleType]:
    for module in pkgutil.walk_packages(unreport.__path__, "unreport."):
        if module.name not in NOT_IMPORTED:
            yield importlib.import_module(module.name)


def package_patterns() -> list[Found]:
    """All patterns, each once."""
    uses = _uses()
    found: dict[tuple[object, ...], Found] = {}
    for place, name, pattern in (*_attributes(), *_constants(), *_built()):
        key = (type(pattern), pattern.pattern, pattern.flags)
        methods = uses.get(name) or frozenset(("match", "fullmatch", "finditer"))
        if key in found:
            methods |= found[key].methods
        found[key] = Found(place, pattern, methods)
    return list(found.values())


def unseen() -> list[str]:
    """The uses of `re` and `regex` whose patterns the collection does not contain.

    Each is constant, or in a function of `BUILDERS`, or in the value of an attribute that has
    patterns in it.
    """
    attributes = {place for place, _, _ in _attributes()}
    return [
        place
        for place, pattern in references()
        if pattern is None and place not in BUILDERS and place not in attributes
    ]


def _attributes() -> Iterator[tuple[str, str, Pattern]]:
    for module in modules():
        imported = _imported(module)
        for name, value in vars(module).items():
            if not name.startswith("__") and name not in imported:
                yield from _inside(value, f"{module.__name__}.{name}", f"{module.__name__}.{name}")


def _constants() -> Iterator[tuple[str, str, Pattern]]:
    for place, pattern in references():
        if pattern is not None:
            yield place, place, pattern


def _built() -> Iterator[tuple[str, str, Pattern]]:
    for place, build in BUILDERS.items():
        yield from _inside(build(), place, place)


def _inside(
    value: object, place: str, name: str, depth: int = 5
) -> Iterator[tuple[str, str, Pattern]]:
    """The patterns in a value, with the name of the field or constant that holds them."""
    if isinstance(value, LazyPattern):
        yield place, name, value.compile()
    elif isinstance(value, (re.Pattern, regex.Pattern)):
        yield place, name, value
    elif depth:
        for field, inner in _fields(value):
            yield from _inside(inner, place, field or name, depth - 1)


def _fields(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        yield from value._asdict().items()
    elif isinstance(value, dict):
        yield from (("", inner) for inner in value.values())
    elif isinstance(value, (tuple, list, set, frozenset)):
        yield from (("", inner) for inner in value)
    elif isinstance(value, msgspec.Struct):
        yield from ((name, getattr(value, name)) for name in value.__struct_fields__)
    elif isinstance(value, type):
        return
    elif dataclasses.is_dataclass(value):
        yield from ((f.name, getattr(value, f.name)) for f in dataclasses.fields(value))
    elif type(value).__module__.startswith("unreport"):
        yield from getattr(value, "__dict__", {}).items()


# --- syntax trees -------------------------------------------------------------------------------


class Reference(NamedTuple):
    """A use of a function of `re` or `regex`: where it is, and the pattern if it is constant."""

    place: str
    pattern: Pattern | None


def references() -> Iterator[Reference]:
    """The uses of functions of `re` and `regex`, at module level and in functions, called or not.

    The place is the function, or the name that is assigned at module level.
    """
    for module in modules():
        tree = ast.parse(_source(module))
        yield from references_in(tree, module, module.__name__)


def references_in(node: ast.AST, module: ModuleType, place: str) -> Iterator[Reference]:
    for inner in ast.iter_child_nodes(node):
        here = place
        if isinstance(inner, (ast.FunctionDef, ast.AsyncFunctionDef)):
            here = f"{module.__name__}.{inner.name}"
        elif isinstance(node, ast.Module) and isinstance(inner, (ast.Assign, ast.AnnAssign)):
            here = f"{module.__name__}.{_assigned(inner)}"
        if isinstance(inner, ast.Call) and _is_function(inner.func):
            yield Reference(here, _constant(inner, module))
            for argument in (*inner.args, *inner.keywords):
                yield from references_in(argument, module, here)
        elif _is_function(inner):
            yield Reference(here, None)  # not called here: `map(re.compile, …)`
        else:
            yield from references_in(inner, module, here)


def _assigned(statement: ast.Assign | ast.AnnAssign) -> str:
    target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
    return ast.unparse(target)


def _is_function(node: ast.AST) -> bool:
    """Whether a node is `re.compile`, `regex.sub` and their like."""
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in LIBRARIES
        and node.attr in FUNCTIONS
    )


def other_names() -> list[str]:
    """What would hide a pattern from the syntax tree, in each module."""
    return [
        f"{module.__name__}: {text}"
        for module in modules()
        for text in hiding(ast.parse(_source(module)))
    ]


def hiding(tree: ast.AST) -> Iterator[str]:
    """Other names of the libraries and of their functions: imports of them, `getattr(re, …)`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            if (node.module or "").split(".")[0] in LIBRARIES:
                yield ast.unparse(node)
        elif isinstance(node, ast.Import):
            if any(a.name.split(".")[0] in LIBRARIES and a.asname for a in node.names):
                yield ast.unparse(node)
        elif not isinstance(node, ast.Attribute):
            names = (n for n in ast.iter_child_nodes(node) if isinstance(n, ast.Name))
            if any(name.id in LIBRARIES for name in names):
                yield ast.unparse(node)


FLAGS_AT = {"compile": 1, "split": 3, "sub": 4, "subn": 4}
"""The position of the flags among the arguments; 2 for other functions."""

OF_A_TEXT = ("string", "repl", "count", "maxsplit", "pos", "endpos", "timeout")
"""Keywords of a use that the pattern does not depend on."""


def _constant(call: ast.Call, module: ModuleType) -> Pattern | None:
    """The pattern of a call that names nothing but globals of its module."""
    function: ast.Attribute = call.func  # type: ignore[assignment]
    package = vars(module)[function.value.id]  # type: ignore[attr-defined]
    at = FLAGS_AT.get(function.attr, 2)
    arguments = [call.args[0], *call.args[at : at + 1]]
    named = {k.arg: k.value for k in call.keywords if k.arg not in OF_A_TEXT}
    names = {
        node.id
        for argument in (*arguments, *named.values())
        for node in ast.walk(argument)
        if isinstance(node, ast.Name)
    }
    if None in named or not names <= vars(module).keys() | vars(builtins).keys():
        return None
    values = [eval(ast.unparse(argument), vars(module)) for argument in arguments]  # noqa: S307
    options = {
        name: eval(ast.unparse(value), vars(module))  # noqa: S307
        for name, value in named.items()
        if name is not None
    }
    return package.compile(*values, **options)  # type: ignore[no-any-return]


USE = re.compile(
    r"\b(\w+)(?:\[\w+\])?\.(?:scanner\([\w, ]*\)\.)?"
    r"(match|fullmatch|search|split|findall|finditer|subn?)\b"
)
LOOP = re.compile(r"\bfor (\w+)(?:, \w+)* in (\w+)\b")
IMPORT = re.compile(r"^from (unreport[\w.]*) import (\([^)]*\)|[^\n]*)$", re.MULTILINE)


def _imported(module: ModuleType) -> dict[str, str]:
    """The names that a module imports from others of the package, with the modules."""
    return {
        name: origin
        for origin, names in IMPORT.findall(_source(module))
        for name in re.findall(r"\w+", names)
    }


def _uses() -> dict[str, frozenset[str]]:
    """The methods called on each constant of a module, and on each field of that name."""
    uses: dict[str, set[str]] = {}
    for module in modules():
        imported = _imported(module)
        aliases = dict(LOOP.findall(_source(module)))  # for pattern in PATTERNS: pattern.match(…)
        for called, method in USE.findall(_source(module)):
            name = aliases.get(called, called)
            kind = "finditer" if method in SEARCHES else method
            for key in (name, f"{imported.get(name, module.__name__)}.{name}"):
                uses.setdefault(key, set()).add(kind)
    return {name: frozenset(methods) for name, methods in uses.items()}


def _source(module: ModuleType) -> str:
    return Path(module.__file__ or "").read_text(encoding="utf-8")
