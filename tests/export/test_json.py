"""The JSON form: there and back, as its schema says, and clear about what it is not."""

import json

import jsonschema
import pytest
from hypothesis import given
from strategies import reports, texts

from unreport import NotAReport, Report, UnreportError, from_json, json_schema, parse_text, to_json

SCHEMA = jsonschema.Draft202012Validator(json_schema())


@given(reports)
def test_round_trip(report: Report) -> None:
    assert from_json(to_json(report)) == report
    assert from_json(to_json(report, indent=2).encode()) == report


@given(reports)
def test_the_schema_holds_for_any_report(report: Report) -> None:
    SCHEMA.validate(json.loads(to_json(report)))


@given(texts)
def test_the_schema_holds_for_parsed_text(text: str) -> None:
    report = parse_text(text)

    SCHEMA.validate(json.loads(to_json(report)))
    assert from_json(to_json(report)) == report


def test_the_schema_explains_itself() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    definitions = json_schema()["$defs"]

    assert {"Report", "Masthead", "Section", "Paragraph", "Item", "Span"} <= set(definitions)
    assert [name for name, one in definitions.items() if not one.get("description")] == []
    fields = [
        (name, field)
        for name, one in definitions.items()
        for field, about in one["properties"].items()
        if field != "type" and not about.get("description", "").endswith(".")
    ]
    assert fields == []


def test_the_schema_says_what_it_is() -> None:
    schema = json_schema()

    assert [*schema][:3] == ["$schema", "$id", "title"]
    assert schema["$schema"] == jsonschema.Draft202012Validator.META_SCHEMA["$id"]
    version = json.loads(to_json(parse_text("1. It met.")))["version"]
    assert schema["$id"] == f"urn:unreport:report:{version}"


def test_one_line_unless_asked() -> None:
    report = parse_text("I. Introduction\n\n1. The Committee met.")

    assert "\n" not in to_json(report)
    assert to_json(report, indent=2).splitlines()[1] == '  "version": 1,'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "truncated"),
        ("{}", "missing required field `source`"),
        ("[]", "Expected `object`, got `array`"),
        ('{"version": 2}', "`$.version`"),
        ('{"version": 1, "source": {"name": 3}}', "`$.source.name`"),
        (b"\xff\xfe", "malformed"),
        ("\ud800", "surrogates not allowed"),
        ('{"x":' * 100_000, "recursion"),
    ],
)
def test_invalid_json_is_refused(text: str | bytes, says: str) -> None:
    with pytest.raises(NotAReport, match="not the JSON of a report") as caught:
        from_json(text)

    assert says in str(caught.value)
    assert isinstance(caught.value, UnreportError | ValueError)
