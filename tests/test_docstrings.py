"""Every public name is explained, with an example that runs: pytest runs those of all modules."""

import doctest
import inspect
from types import FunctionType, MappingProxyType

import pytest

import unreport
import unreport.mentions
import unreport.mentions.find

WITHOUT_EXAMPLE = MappingProxyType(
    {
        "CHECKS": "a mapping, which has no docstring; docs/checks.md has an example of each check",
        "mentions.Mention": "a union of types, each of which has an example",
        "JobListener.on_start": "called by a running job; `JobListener` has an example",
        "JobListener.on_result": "called by a running job; `JobListener` has an example",
        "JobListener.on_idle": "called by a running job; `JobListener` has an example",
        "Summary": "made by `write_archive`, which writes files: docs/archives.md shows one",
    }
)
NOT_RUN = MappingProxyType(
    {
        "parse_archive": "starts worker processes",
        "write_archive": "starts worker processes, and writes files",
    }
)


def public_names() -> dict[str, object]:
    """The names of the package, of its documented modules, and the methods of public classes."""
    names = {name: getattr(unreport, name) for name in unreport.__all__}
    for name in unreport.mentions.__all__:
        names[f"mentions.{name}"] = getattr(unreport.mentions, name)
    for name, value in vars(unreport.mentions.find).items():
        if is_own_function(name, value, "unreport.mentions.find"):
            names[f"mentions.find.{name}"] = value
    for name, value in list(names.items()):
        if inspect.isclass(value):
            names |= {f"{name}.{method.__name__}": method for method in methods(value)}
    return names


def is_own_function(name: str, value: object, module: str) -> bool:
    """Whether a value of a module is a public function that it defines."""
    own = isinstance(value, FunctionType) and value.__module__ == module
    return own and not name.startswith("_")


def methods(kind: type) -> list[FunctionType]:
    """The public methods that a class itself defines; properties are documented as fields are."""
    own = (
        value.__func__ if isinstance(value, classmethod | staticmethod) else value
        for name, value in vars(kind).items()
        if not name.startswith("_")
    )
    return [method for method in own if isinstance(method, FunctionType)]


def is_exception(value: object) -> bool:
    """An exception has no example: the function that raises it says when."""
    return inspect.isclass(value) and issubclass(value, BaseException)


NAMES = public_names()
WITH_EXAMPLE = [
    name for name, value in NAMES.items() if name not in WITHOUT_EXAMPLE and not is_exception(value)
]
CLASSES = [name for name, value in NAMES.items() if inspect.isclass(value)]


def examples_of(name: str) -> list[doctest.Example]:
    return doctest.DocTestParser().get_examples(inspect.getdoc(NAMES[name]) or "")


@pytest.mark.parametrize("name", WITH_EXAMPLE)
def test_a_public_name_has_an_example_that_shows_a_result(name: str) -> None:
    examples = examples_of(name)
    skipped = any(example.options.get(doctest.SKIP) for example in examples)

    assert examples
    assert skipped == (name in NOT_RUN)
    assert skipped or any(example.want for example in examples)


def test_only_what_needs_it_is_excused() -> None:
    assert set(WITHOUT_EXAMPLE) <= set(NAMES)
    assert not [name for name in WITHOUT_EXAMPLE if name != "CHECKS" and examples_of(name)]


@pytest.mark.parametrize("name", CLASSES)
def test_a_public_class_and_its_fields_are_explained(name: str) -> None:
    kind = NAMES[name]
    assert isinstance(kind, type)

    assert (kind.__doc__ or "").strip()
    assert unexplained_fields(kind) == []


def unexplained_fields(kind: type) -> list[str]:
    """The fields that a class itself defines and that no docstring below them explains."""
    lines = [line.strip() for line in inspect.getsource(kind).splitlines()]
    fields = vars(kind).get("__annotations__", {})
    below = {line.partition(":")[0]: lines[at + 1 : at + 2] for at, line in enumerate(lines)}
    return [
        field
        for field in fields
        if not field.startswith("_")
        and not any(line.startswith('"""') for line in below.get(field, []))
    ]


def test_the_json_schema_describes_without_examples() -> None:
    definitions = unreport.json_schema()["$defs"]
    assert isinstance(definitions, dict)
    descriptions = [definition["description"] for definition in definitions.values()]

    assert not [text for text in descriptions if ">>>" in text or text != text.strip()]
